//! From the numbers of a row to a request with every name looked up.

use alloc::borrow::Cow;
use alloc::format;

use smallvec::SmallVec;

use crate::columns::error::check_length;
use crate::columns::one::{Row, RowUsage};
use crate::columns::{
    ColumnError, Columns, Instant, NO_CODE, NO_DAY, NO_NUMBER, NO_POSITION, OTHER_BANK, OTHER_BRANCH,
    Resolved, RowError, SAME_BANK, SAME_BRANCH, UNKNOWN_APPROVER, UsageColumn,
};
use crate::date::Day;
use crate::loaded::Company;
use crate::model::company::CompanyModel;
use crate::model::service::ServiceModel;
use crate::money::AMOUNT_MAX;
use crate::request::read::APPROVERS_MAX;
use crate::resolve::{Entered, Payee, PayeeLocation, Usage, UsageKey};
use crate::set::Listed;
use crate::terms::{LimitBearer, Operation, PayeeKind};

/// Reads row after row of columns.
pub(super) struct Reader<'c, 'x> {
    companies: &'x [&'c Company],
    columns: &'x Columns<'x>,
    /// Whose the limit of each column of usage is.
    bearers: SmallVec<[Option<LimitBearer>; 8]>,
    company: &'c Company,
    filler: Filler<'c>,
}

/// Reads row after row into one request, whose memory is used again.
#[derive(Clone, Debug)]
pub(super) struct Filler<'c> {
    /// The seconds of the last row's `now`, which mostly is that of the next.
    seconds: i64,
    resolved: Resolved<'c>,
}

/// An element of a column; none where the column is not given.
#[inline(always)]
fn at<T: Copy>(column: Option<&[T]>, row: usize) -> Option<T> {
    column.and_then(|column| column.get(row)).copied()
}

/// A value that is not the one that stands for nothing.
#[inline(always)]
fn given<T: PartialEq>(value: T, nothing: T) -> Option<T> {
    Some(value).filter(|value| *value != nothing)
}

/// What a person types.
#[inline(always)]
fn typed<T: PartialEq, U>(value: T, nothing: T, read: impl FnOnce(T) -> Option<U>) -> Entered<U> {
    match given(value, nothing) {
        None => Entered::Missing,
        Some(value) => read(value).map_or(Entered::Malformed, Entered::Value),
    }
}

fn amount(value: i64) -> Option<i64> {
    (0..=AMOUNT_MAX).contains(&value).then_some(value)
}

/// `now` and the operation day; none where the seconds stand for nothing.
fn now(seconds: i64, service: &ServiceModel) -> Result<Option<(Instant, Day)>, RowError> {
    if seconds == NO_NUMBER {
        return Ok(None);
    }
    let now = Instant::from_unix_seconds(seconds).ok_or(RowError::Now)?;
    Ok(Some((now, now.day_at(service.utc_offset_seconds).ok_or(RowError::Now)?)))
}

impl<'c, 'x> Reader<'c, 'x> {
    pub(super) fn new(companies: &'x [&'c Company], columns: &'x Columns<'x>, first: &'c Company) -> Self {
        let limits = &first.model.service.limits;
        let bearers = columns.usage.iter().map(|column| limits.get(column.limit).map(|limit| limit.bearer));
        Self { companies, columns, bearers: bearers.collect(), company: first, filler: Filler::new(first) }
    }

    /// The request of a row.
    #[inline]
    pub(super) fn read(&mut self, row: usize) -> Result<&Resolved<'c>, RowError> {
        let columns = self.columns;
        if let Some(company) = at(columns.company, row) {
            self.company = self.companies.get(usize::from(company)).ok_or(RowError::Company)?;
            self.filler.resolved.company = Cow::Borrowed(self.company);
        }
        let company: &'c CompanyModel = &self.company.model;
        let approvers = columns.approvers.iter().filter_map(|column| column.get(row).copied());
        self.filler.fill(company, &columns.row(row), approvers)?;
        for (UsageColumn { limit, day, used }, bearer) in columns.usage.iter().zip(&self.bearers) {
            let (day, used) =
                (at(Some(*day), row).unwrap_or(NO_DAY), at(Some(*used), row).unwrap_or(NO_NUMBER));
            self.filler.usage(*bearer, RowUsage { limit: *limit, day, used })?;
        }
        Ok(&self.filler.resolved)
    }
}

impl Columns<'_> {
    /// The values of a row that are one each.
    #[inline(always)]
    fn row(&self, row: usize) -> Row<'static> {
        Row {
            user: at(self.user, row).unwrap_or(NO_POSITION),
            business: at(self.business, row).unwrap_or(NO_POSITION),
            account: at(self.account, row).unwrap_or(NO_POSITION),
            operation: at(self.operation, row).unwrap_or(NO_CODE),
            now: at(self.now, row).unwrap_or(NO_NUMBER),
            value_date: at(self.value_date, row).unwrap_or(NO_DAY),
            entry: at(self.entry, row).unwrap_or(NO_CODE),
            payee_kind: at(self.payee_kind, row).unwrap_or(NO_CODE),
            place: at(self.place, row).unwrap_or(NO_CODE),
            document: at(self.document, row).unwrap_or(NO_CODE),
            registered_on: at(self.registered_on, row).unwrap_or(NO_DAY),
            registered_at: at(self.registered_at, row).unwrap_or(NO_NUMBER),
            payment: at(self.payment, row).unwrap_or(NO_NUMBER),
            bearer: at(self.bearer, row).unwrap_or(NO_CODE),
            typed_fee: at(self.typed_fee, row).unwrap_or(NO_NUMBER),
            pattern: at(self.pattern, row).unwrap_or(NO_CODE),
            approvers: &[],
            usage: &[],
        }
    }
}

impl<'c> Filler<'c> {
    pub(super) fn new(company: &'c Company) -> Self {
        let mut resolved = Resolved::empty(company);
        resolved.without_access();
        Self { seconds: NO_NUMBER, resolved }
    }

    pub(super) fn into_owned(self) -> Filler<'static> {
        Filler { seconds: self.seconds, resolved: self.resolved.into_owned() }
    }

    /// The request of a row that stands by itself.
    #[inline]
    pub(super) fn read(&mut self, company: &CompanyModel, row: &Row<'_>) -> Result<&Resolved<'c>, RowError> {
        self.fill(company, row, row.approvers.iter().copied())?;
        let limits = &company.service.limits;
        for (at, usage) in row.usage.iter().enumerate() {
            let bearer = limits.get(usage.limit).ok_or(RowError::UsageLimit)?.bearer;
            let stands = row.usage.iter().take(at).any(|earlier| earlier.limit == usage.limit);
            if stands || bearer == LimitBearer::Payee {
                return Err(RowError::UsageLimit);
            }
            self.usage(Some(bearer), *usage)?;
        }
        Ok(&self.resolved)
    }

    /// Everything but usage.
    #[inline(always)]
    fn fill(
        &mut self,
        company: &CompanyModel,
        row: &Row<'_>,
        approvers: impl Iterator<Item = u16>,
    ) -> Result<(), RowError> {
        self.who_and_what(company, row)?;
        let stated = self.payee(company, row)?;
        self.shape(company, stated)?;
        self.approvers(company, approvers)?;
        self.resolved.without_texts(&company.service, stated);
        self.resolved.usage.clear();
        Ok(())
    }

    /// Who does what, where and when.
    #[inline]
    fn who_and_what(&mut self, company: &CompanyModel, row: &Row<'_>) -> Result<(), RowError> {
        let resolved = &mut self.resolved;
        let service = &*company.service;
        let position = |position, error, exists: &dyn Fn(usize) -> bool| {
            let position = given(position, NO_POSITION);
            if position.is_none_or(|at| exists(usize::from(at))) { Ok(position) } else { Err(error) }
        };
        resolved.user = position(row.user, RowError::User, &|at| {
            company.people.get(at).is_some_and(|one| one.is_user())
        })?;
        resolved.operation = given(row.operation, NO_CODE)
            .map(|code| Operation::at(code).ok_or(RowError::Operation))
            .transpose()?;
        resolved.business = position(row.business, RowError::Business, &|at| at < service.businesses.len())?;
        resolved.account = position(row.account, RowError::Account, &|at| at < company.accounts.len())?;
        if row.now != self.seconds {
            (resolved.now, resolved.day) = now(row.now, service)?.unzip();
            self.seconds = row.now;
        }
        resolved.value_date = typed(row.value_date, NO_DAY, Day::from_unix_days);
        resolved.entry = typed(row.entry, NO_CODE, Listed::at);
        Ok(())
    }

    /// The payee and what is paid to him; whether his bank and branch are stated.
    #[inline]
    fn payee(&mut self, company: &CompanyModel, row: &Row<'_>) -> Result<[bool; 2], RowError> {
        let resolved = &mut self.resolved;
        let (place, stated @ [bank, branch]) = match given(row.place, NO_CODE) {
            None => (PayeeLocation::BankMissing, [false, false]),
            Some(OTHER_BANK) => (PayeeLocation::OtherBank, [true, true]),
            Some(OTHER_BRANCH) => (PayeeLocation::OtherBranch, [true, true]),
            Some(SAME_BRANCH) => (PayeeLocation::SameBranch, [true, true]),
            Some(SAME_BANK) => (PayeeLocation::BranchMissing, [true, false]),
            Some(_) => return Err(RowError::Place),
        };
        let line = &mut resolved.single;
        line.place = if resolved.account.is_some() { place } else { PayeeLocation::Unknown };
        line.document = match given(row.document, NO_CODE) {
            None | Some(0) => false,
            Some(1) => true,
            Some(_) => return Err(RowError::Document),
        };
        line.kind = typed(row.payee_kind, NO_CODE, PayeeKind::at);
        line.registered_on = typed(row.registered_on, NO_DAY, Day::from_unix_days);
        line.registered_at = typed(row.registered_at, NO_NUMBER, Instant::from_unix_seconds);
        line.payment = typed(row.payment, NO_NUMBER, amount);
        line.bearer = typed(row.bearer, NO_CODE, Listed::at);
        line.typed_fee = typed(row.typed_fee, NO_NUMBER, amount);
        let patterns = company.service.patterns.len();
        line.pattern = typed(row.pattern, NO_CODE, |at| Some(at).filter(|at| usize::from(*at) < patterns));
        line.payee = if company.service.limits.has_payees {
            Payee::lacking([!bank, !branch, true, true])
        } else {
            Payee::Unknown
        };
        Ok(stated)
    }

    /// A business with items has its payees there.
    #[inline]
    fn shape(&self, company: &CompanyModel, [bank, _]: [bool; 2]) -> Result<(), RowError> {
        let resolved = &self.resolved;
        let business = resolved.business.and_then(|at| company.service.businesses.get(usize::from(at)));
        let takes_items = business.is_some_and(|business| !business.kind.is_single());
        if !takes_items || !resolved.operation.is_some_and(Operation::is_of_business) {
            return Ok(());
        }
        let line = &resolved.single;
        let stands = bank
            || line.document
            || line.kind != Entered::Missing
            || line.registered_on != Entered::Missing
            || line.registered_at != Entered::Missing
            || line.payment != Entered::Missing
            || line.bearer != Entered::Missing
            || line.typed_fee != Entered::Missing
            || line.pattern != Entered::Missing;
        if stands { Err(RowError::Shape) } else { Ok(()) }
    }

    #[inline]
    fn approvers(
        &mut self,
        company: &CompanyModel,
        given: impl Iterator<Item = u16>,
    ) -> Result<(), RowError> {
        let approvers = &mut self.resolved.approvers;
        approvers.clear();
        for at in given {
            match at {
                NO_POSITION => {}
                UNKNOWN_APPROVER => approvers.push(None),
                at if usize::from(at) < company.people.len() => approvers.push(Some(at)),
                _ => return Err(RowError::Approver),
            }
        }
        Ok(())
    }

    /// An entry of usage, of a limit of the bearer's.
    #[inline(always)]
    fn usage(&mut self, bearer: Option<LimitBearer>, entry: RowUsage) -> Result<(), RowError> {
        let resolved = &mut self.resolved;
        let Some(used) = given(entry.used, NO_NUMBER) else { return Ok(()) };
        let bearer = match bearer {
            Some(LimitBearer::Business) => resolved.business,
            Some(LimitBearer::Account) => resolved.account,
            Some(LimitBearer::User) => resolved.user,
            Some(LimitBearer::Company) => Some(0),
            Some(LimitBearer::Payee) | None => None,
        };
        let day = given(entry.day, NO_DAY).and_then(Day::from_unix_days).ok_or(RowError::UsageDay)?;
        let used = amount(used).ok_or(RowError::UsageUsed)?;
        if let Some(bearer) = bearer {
            let key = UsageKey::new(entry.limit, u32::from(bearer));
            resolved.usage.push(Usage { key, day, used, added: 0 });
        }
        Ok(())
    }
}

impl Columns<'_> {
    /// Makes sure that every column has an element for every row, and that columns of usage are of limits of the service.
    pub(super) fn check(&self, service: Option<&ServiceModel>) -> Result<(), ColumnError> {
        fn length<T>(column: Option<&[T]>) -> Option<usize> {
            column.map(<[T]>::len)
        }
        let Self {
            rows,
            company,
            user,
            business,
            account,
            operation,
            now,
            value_date,
            entry,
            payee_kind,
            place,
            document,
            registered_on,
            registered_at,
            payment,
            bearer,
            typed_fee,
            pattern,
            approvers,
            usage,
        } = *self;
        for (name, found) in [
            ("company", length(company)),
            ("user", length(user)),
            ("business", length(business)),
            ("account", length(account)),
            ("operation", length(operation)),
            ("now", length(now)),
            ("value_date", length(value_date)),
            ("entry", length(entry)),
            ("payee_kind", length(payee_kind)),
            ("place", length(place)),
            ("document", length(document)),
            ("registered_on", length(registered_on)),
            ("registered_at", length(registered_at)),
            ("payment", length(payment)),
            ("bearer", length(bearer)),
            ("typed_fee", length(typed_fee)),
            ("pattern", length(pattern)),
        ] {
            check_length(rows, found, || name.into())?;
        }
        if approvers.len() > APPROVERS_MAX {
            return Err(ColumnError::Approvers { columns: approvers.len(), max: APPROVERS_MAX });
        }
        for (at, column) in approvers.iter().enumerate() {
            check_length(rows, Some(column.len()), || format!("approvers/{at}"))?;
        }
        for (column, UsageColumn { limit, day, used }) in usage.iter().enumerate() {
            check_length(rows, Some(day.len()), || format!("usage/{column}/day"))?;
            check_length(rows, Some(used.len()), || format!("usage/{column}/used"))?;
            let limit = *limit;
            let Some(service) = service else { continue };
            match service.limits.get(limit) {
                None => return Err(ColumnError::LimitUnknown { column, limit }),
                Some(known) if known.bearer == LimitBearer::Payee => {
                    return Err(ColumnError::LimitOfPayee { column, limit });
                }
                Some(_) if usage.iter().take(column).any(|earlier| earlier.limit == limit) => {
                    return Err(ColumnError::LimitDuplicate { column, limit });
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

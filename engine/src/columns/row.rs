//! From the numbers of a row to a request with every name looked up.

use alloc::borrow::Cow;
use alloc::format;

use smallvec::SmallVec;

use crate::columns::error::check_length;
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

/// Reads row after row into one request, whose memory is used again.
pub(super) struct Reader<'c, 'x> {
    companies: &'x [&'c Company],
    columns: &'x Columns<'x>,
    /// Whose the limit of each column of usage is.
    bearers: SmallVec<[Option<LimitBearer>; 8]>,
    /// The seconds of the last row's `now`, which mostly is that of the next.
    seconds: i64,
    company: &'c Company,
    resolved: Resolved<'c>,
}

/// An element of a column; none where the column is not given.
#[inline(always)]
fn at<T: Copy>(column: Option<&[T]>, row: usize) -> Option<T> {
    column.and_then(|column| column.get(row)).copied()
}

/// An element of a column that is not the one that stands for nothing.
#[inline(always)]
fn given<T: Copy + PartialEq>(column: Option<&[T]>, row: usize, nothing: T) -> Option<T> {
    at(column, row).filter(|value| *value != nothing)
}

/// What a person types.
#[inline(always)]
fn typed<T: Copy + PartialEq, U>(
    column: Option<&[T]>,
    row: usize,
    nothing: T,
    read: impl FnOnce(T) -> Option<U>,
) -> Entered<U> {
    match given(column, row, nothing) {
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
        let mut resolved = Resolved::empty(first);
        resolved.without_access();
        let limits = &first.model.service.limits;
        let bearers = columns.usage.iter().map(|column| limits.get(column.limit).map(|limit| limit.bearer));
        Self { companies, columns, bearers: bearers.collect(), seconds: NO_NUMBER, company: first, resolved }
    }

    /// The request of a row.
    #[inline]
    pub(super) fn read(&mut self, row: usize) -> Result<&Resolved<'c>, RowError> {
        let columns = self.columns;
        if let Some(company) = at(columns.company, row) {
            self.company = self.companies.get(usize::from(company)).ok_or(RowError::Company)?;
            self.resolved.company = Cow::Borrowed(self.company);
        }
        let company: &'c CompanyModel = &self.company.model;
        self.who_and_what(company, row)?;
        let stated = self.payee(company, row)?;
        self.shape(company, stated)?;
        self.approvers(company, row)?;
        self.usage(row)?;
        self.resolved.without_texts(&company.service, stated);
        Ok(&self.resolved)
    }

    /// Who does what, where and when.
    #[inline]
    fn who_and_what(&mut self, company: &CompanyModel, row: usize) -> Result<(), RowError> {
        let (columns, resolved) = (self.columns, &mut self.resolved);
        let service = &*company.service;
        let position = |column, error, exists: &dyn Fn(usize) -> bool| {
            let position = given(column, row, NO_POSITION);
            if position.is_none_or(|at| exists(usize::from(at))) { Ok(position) } else { Err(error) }
        };
        resolved.user = position(columns.user, RowError::User, &|at| {
            company.people.get(at).is_some_and(|one| one.is_user())
        })?;
        resolved.operation = given(columns.operation, row, NO_CODE)
            .map(|code| Operation::at(code).ok_or(RowError::Operation))
            .transpose()?;
        resolved.business =
            position(columns.business, RowError::Business, &|at| at < service.businesses.len())?;
        resolved.account = position(columns.account, RowError::Account, &|at| at < company.accounts.len())?;
        let seconds = at(columns.now, row).unwrap_or(NO_NUMBER);
        if seconds != self.seconds {
            (resolved.now, resolved.day) = now(seconds, service)?.unzip();
            self.seconds = seconds;
        }
        resolved.value_date = typed(columns.value_date, row, NO_DAY, Day::from_unix_days);
        resolved.entry = typed(columns.entry, row, NO_CODE, Listed::at);
        Ok(())
    }

    /// The payee and what is paid to him; whether his bank and branch are stated.
    #[inline]
    fn payee(&mut self, company: &CompanyModel, row: usize) -> Result<[bool; 2], RowError> {
        let (columns, resolved) = (self.columns, &mut self.resolved);
        let (place, stated @ [bank, branch]) = match given(columns.place, row, NO_CODE) {
            None => (PayeeLocation::BankMissing, [false, false]),
            Some(OTHER_BANK) => (PayeeLocation::OtherBank, [true, true]),
            Some(OTHER_BRANCH) => (PayeeLocation::OtherBranch, [true, true]),
            Some(SAME_BRANCH) => (PayeeLocation::SameBranch, [true, true]),
            Some(SAME_BANK) => (PayeeLocation::BranchMissing, [true, false]),
            Some(_) => return Err(RowError::Place),
        };
        let line = &mut resolved.single;
        line.place = if resolved.account.is_some() { place } else { PayeeLocation::Unknown };
        line.document = match given(columns.document, row, NO_CODE) {
            None | Some(0) => false,
            Some(1) => true,
            Some(_) => return Err(RowError::Document),
        };
        line.kind = typed(columns.payee_kind, row, NO_CODE, PayeeKind::at);
        line.registered_on = typed(columns.registered_on, row, NO_DAY, Day::from_unix_days);
        line.registered_at = typed(columns.registered_at, row, NO_NUMBER, Instant::from_unix_seconds);
        line.payment = typed(columns.payment, row, NO_NUMBER, amount);
        line.bearer = typed(columns.bearer, row, NO_CODE, Listed::at);
        line.typed_fee = typed(columns.typed_fee, row, NO_NUMBER, amount);
        let patterns = company.service.patterns.len();
        line.pattern =
            typed(columns.pattern, row, NO_CODE, |at| Some(at).filter(|at| usize::from(*at) < patterns));
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
    fn approvers(&mut self, company: &CompanyModel, row: usize) -> Result<(), RowError> {
        let approvers = &mut self.resolved.approvers;
        approvers.clear();
        for column in self.columns.approvers {
            match column.get(row).copied() {
                None | Some(NO_POSITION) => {}
                Some(UNKNOWN_APPROVER) => approvers.push(None),
                Some(at) if usize::from(at) < company.people.len() => approvers.push(Some(at)),
                Some(_) => return Err(RowError::Approver),
            }
        }
        Ok(())
    }

    #[inline]
    fn usage(&mut self, row: usize) -> Result<(), RowError> {
        let resolved = &mut self.resolved;
        resolved.usage.clear();
        for (UsageColumn { limit, day, used }, bearer) in self.columns.usage.iter().zip(&self.bearers) {
            let Some(used) = given(Some(*used), row, NO_NUMBER) else { continue };
            let bearer = match bearer {
                Some(LimitBearer::Business) => resolved.business,
                Some(LimitBearer::Account) => resolved.account,
                Some(LimitBearer::User) => resolved.user,
                Some(LimitBearer::Company) => Some(0),
                Some(LimitBearer::Payee) | None => None,
            };
            let day =
                given(Some(*day), row, NO_DAY).and_then(Day::from_unix_days).ok_or(RowError::UsageDay)?;
            let used = amount(used).ok_or(RowError::UsageUsed)?;
            if let Some(bearer) = bearer {
                let key = UsageKey::new(*limit, u32::from(bearer));
                resolved.usage.push(Usage { key, day, used, added: 0 });
            }
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

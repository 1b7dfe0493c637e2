//! From texts to positions: every name of a request looked up once, so that deciding compares numbers only.

use crate::date::{Day, Instant};
use crate::loaded::Company;
use crate::model::company::{Account, CompanyModel};
use crate::model::service::ServiceModel;
use crate::money::Currency;
use crate::reason::Field;
use crate::request::error::Mistake;
use crate::request::{Request, RequestError, RequestLine, RequestUsage, Target, Text, Typed};
use crate::terms::{
    Bearer, CertificateState, Entry, LimitBearer, OneTimePasswordState, Operation, PayeeKind, State,
};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;

mod access;
mod payees;
mod resolved;
mod texts;

pub(crate) use payees::{Payees, is_payee};
pub(crate) use texts::Texts;

pub use resolved::Resolved;
pub(crate) use resolved::{
    Entered, NamedApprovers, Payee, PayeeLocation, Requester, ResolvedLine, ResolvedOrder, ResolvedTarget,
};
pub(crate) use resolved::{Usage, UsageKey};

type Result<T> = core::result::Result<T, RequestError>;

impl Company {
    /// Looks up every name of a request.
    ///
    /// # Errors
    ///
    /// No answer is possible: an unknown user, business or account, a malformed `now`, an entry of `usage` that names nothing
    /// or stands twice, `items` for a single business or the other way round, an unknown attribute of `access` or a value
    /// that is not of its type (`docs/rules.md`, section 3).
    pub fn resolve<'c>(&'c self, request: &Request<'_>) -> Result<Resolved<'c>> {
        let mut resolved = Resolved::empty(self);
        resolved.fill(self, request)?;
        Ok(resolved)
    }

    /// As [`Company::resolve`], into a request of any company whose memory is used again.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`]; `resolved` is then a request that says nothing.
    pub fn resolve_into<'c>(&'c self, request: &Request<'_>, resolved: &mut Resolved<'c>) -> Result<()> {
        resolved.company = Cow::Borrowed(self);
        let filled = resolved.fill(self, request);
        if filled.is_err() {
            *resolved = Resolved::empty(self);
        }
        filled
    }

    /// As [`Company::resolve_into`], into a request that keeps a company of its own ([`Resolved::into_owned`]): where that is this
    /// one already, it is not even counted.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`]; `resolved` is then a request that says nothing.
    pub fn resolve_into_owned(&self, request: &Request<'_>, resolved: &mut Resolved<'static>) -> Result<()> {
        if !Arc::ptr_eq(&self.model, &resolved.company.model) {
            resolved.company = Cow::Owned(self.clone());
        }
        let filled = resolved.fill(self, request);
        if filled.is_err() {
            *resolved = Resolved::of(Cow::Owned(self.clone()));
        }
        filled
    }
}

impl<'c> Resolved<'c> {
    /// The same with a company of its own, for hosts that keep it.
    #[must_use]
    pub fn into_owned(self) -> Resolved<'static> {
        let company = Cow::Owned(self.company.into_owned());
        Resolved { company, ..self }
    }

    /// As [`Company::resolve_into`] for another request of the same company, in which payees keep the numbers that they have.
    pub(crate) fn fill_on(&mut self, company: &Company, request: &Request<'_>) -> Result<()> {
        self.look_up(company, request, true)
    }

    /// Looks up every name of a request in its company.
    pub(crate) fn fill(&mut self, company: &Company, request: &Request<'_>) -> Result<()> {
        self.look_up(company, request, false)
    }

    fn look_up(&mut self, company: &Company, request: &Request<'_>, keeps_payees: bool) -> Result<()> {
        request.check()?;
        let company = &*company.model;
        let service = &*company.service;
        self.user = stated(&request.user).map(|id| user(company, id)).transpose()?;
        self.operation = request.operation;
        self.own_operation = own_operation(service, request)?;
        self.group = stated(&request.group).map(|key| group(company, key)).transpose()?;
        self.business =
            stated(&request.business).map(|key| business(service, key, || "/business".into())).transpose()?;
        self.account =
            stated(&request.account).map(|id| account(company, id, || "/account".into())).transpose()?;
        let now = stated(&request.now).map(|text| now(service, text)).transpose()?;
        (self.now, self.day) = now.unzip();
        self.value_date = Entered::read(request.value_date.as_deref(), Day::parse);
        self.entry = Entered::read(request.entry.as_deref(), Entry::from_name);
        shape(service, self, request)?;
        let debit = self.account.and_then(|at| company.accounts.get(usize::from(at)));
        self.single = item(service, debit, &request.single);
        if !keeps_payees {
            self.payees.clear();
        }
        self.lines.clear();
        self.lines.extend(request.lines.iter().map(|one| item(service, debit, one)));
        self.texts = None;
        match texts::rules_of(service, request, self) {
            Some(rules) => texts::check(rules, service, debit, request, self),
            None if service.limits.has_payees => self.name_payees(request),
            None => {}
        }
        self.approvers.clear();
        let named = request.approvers.iter().filter(|id| !id.is_empty());
        self.approvers.extend(named.map(|id| company.person(id)));
        self.usage.clear();
        let mut looked_up = Ok(());
        for (at, entry) in request.usage.iter().enumerate() {
            match usage(company, &mut self.payees, entry, at, stated(&request.account).zip(self.account)) {
                Ok(entry) => self.usage.push(entry),
                Err(error) => {
                    looked_up = Err(error);
                    break;
                }
            }
        }
        // Mistakes are told in the order of the entries.
        if let Some(at) = self.order_usage() {
            return Err(RequestError::at_path(Mistake::UsageDuplicate, format!("/usage/{at}"), []));
        }
        looked_up?;
        self.order = request.order.as_ref().map(|facts| item_facts(company, request, facts)).transpose()?;
        access::resolve(&service.access, request, &mut self.access)?;
        self.target = request.target.as_ref().map(|facts| target(company, facts)).transpose()?;
        self.can_be()
    }

    /// Notes who is paid to, where no rule changes the texts.
    #[cold]
    fn name_payees(&mut self, request: &Request<'_>) {
        self.single.payee = payee(&mut self.payees, &request.single);
        for (line, typed) in self.lines.iter_mut().zip(&request.lines) {
            line.payee = payee(&mut self.payees, typed);
        }
    }

    /// Makes sure that what is said of the item can be: what is new stands in no usage yet.
    fn can_be(&self) -> Result<()> {
        let new = self.order.filter(|_| self.operation == Some(Operation::Create)).unwrap_or_default();
        let path = match (new.counted, new.counted_on) {
            (false, None) => return Ok(()),
            (true, _) => "/item/counted",
            (false, Some(_)) => "/item/countedOn",
        };
        Err(RequestError::at_path(Mistake::ItemNewCounted, path, []))
    }
}

pub(crate) fn user(company: &CompanyModel, id: &str) -> Result<u16> {
    user_at(company, id, || "/user".into())
}

fn user_at(company: &CompanyModel, id: &str, path: impl FnOnce() -> String) -> Result<u16> {
    company.user(id).ok_or_else(|| RequestError::at_path(Mistake::UserUnknown, path(), [&id]))
}

pub(crate) fn business(service: &ServiceModel, key: &str, path: impl FnOnce() -> String) -> Result<u16> {
    service.business(key).ok_or_else(|| RequestError::at_path(Mistake::BusinessUnknown, path(), [&key]))
}

/// The operation of the bank's own that a request asks for, which then asks for no other.
fn own_operation(service: &ServiceModel, request: &Request<'_>) -> Result<Option<u8>> {
    let Some(key) = stated(&request.own_operation) else { return Ok(None) };
    let found = service.own_operation(key).filter(|_| request.operation.is_none());
    let unknown = || RequestError::at(Mistake::OperationUnknown, Field::Operation, [&key]);
    found.map(Some).ok_or_else(unknown)
}

fn group(company: &CompanyModel, key: &str) -> Result<u16> {
    company.group(key).ok_or_else(|| RequestError::at(Mistake::GroupUnknown, Field::Group, [&key]))
}

pub(crate) fn account(company: &CompanyModel, id: &str, path: impl FnOnce() -> String) -> Result<u16> {
    company.account(id).ok_or_else(|| RequestError::at_path(Mistake::AccountUnknown, path(), [&id]))
}

fn now(service: &ServiceModel, now: &str) -> Result<(Instant, Day)> {
    let instant = Instant::parse(now);
    let day = instant.and_then(|instant| instant.day_at(service.utc_offset_seconds));
    instant.zip(day).ok_or_else(|| {
        RequestError::not_an_instant([Mistake::NowMalformed, Mistake::NowFraction], "/now", now)
    })
}

/// Items belong to batches, a payee and payment of its own to a single business.
fn shape(service: &ServiceModel, resolved: &Resolved<'_>, request: &Request<'_>) -> Result<()> {
    let Some(business) = resolved.business.and_then(|at| service.businesses.get(usize::from(at))) else {
        return Ok(());
    };
    // What an operation of the bank's own is about, only the bank knows.
    if !resolved.operation.is_some_and(Operation::is_of_business) {
        return Ok(());
    }
    if business.kind.is_single() && !request.lines.is_empty() {
        return Err(RequestError::at(Mistake::ShapeSingle, Field::Items, [&business.key]));
    }
    if !business.kind.is_single() && request.single.stands() {
        return Err(RequestError::at(Mistake::ShapeBatch, Field::Payee, [&business.key]));
    }
    Ok(())
}

impl RequestLine<'_> {
    /// Whether anything of it is there.
    fn stands(&self) -> bool {
        let texts = [
            &self.payee_kind,
            &self.bank,
            &self.branch,
            &self.account_type,
            &self.number,
            &self.name,
            &self.registered_on,
            &self.registered_at,
            &self.bearer,
            &self.pattern,
            &self.edi,
        ];
        let is_typed = |typed: &Option<Typed<'_>>| typed.as_ref().is_some_and(|typed| !typed.is_empty());
        self.document
            || is_typed(&self.payment)
            || is_typed(&self.typed_fee)
            || texts.into_iter().any(|text| stated(text).is_some())
    }
}

fn amount(currency: Currency, typed: Option<&Typed<'_>>) -> Entered<i64> {
    match typed {
        None => Entered::Missing,
        Some(Typed::Text(text)) => Entered::read(Some(text), |text| currency.parse(text)),
        Some(typed) => typed.minor(currency).map_or(Entered::Malformed, Entered::Value),
    }
}

#[inline]
fn item(service: &ServiceModel, debit: Option<&Account>, item: &RequestLine<'_>) -> ResolvedLine {
    ResolvedLine {
        kind: Entered::read(item.payee_kind.as_deref(), PayeeKind::from_name),
        registered_on: Entered::read(item.registered_on.as_deref(), Day::parse),
        registered_at: Entered::read(item.registered_at.as_deref(), Instant::parse),
        payee: Payee::Unknown,
        place: place(debit, item.bank.as_deref(), item.branch.as_deref()),
        document: item.document,
        payment: amount(service.currency, item.payment.as_ref()),
        bearer: Entered::read(item.bearer.as_deref(), Bearer::from_name),
        typed_fee: amount(service.currency, item.typed_fee.as_ref()),
        pattern: Entered::read(item.pattern.as_deref(), |key| service.pattern(key)),
    }
}

/// Where the account at a bank and a branch is, as seen from the debit account.
#[inline]
pub(crate) fn place(debit: Option<&Account>, bank: Option<&str>, branch: Option<&str>) -> PayeeLocation {
    let Some(debit) = debit else { return PayeeLocation::Unknown };
    match (bank, branch) {
        (None | Some(""), _) => PayeeLocation::BankMissing,
        (Some(bank), _) if bank != &*debit.bank => PayeeLocation::OtherBank,
        (Some(_), None | Some("")) => PayeeLocation::BranchMissing,
        (Some(_), Some(branch)) if branch != &*debit.branch => PayeeLocation::OtherBranch,
        (Some(_), Some(_)) => PayeeLocation::SameBranch,
    }
}

/// The payee of a line as typed.
fn payee(payees: &mut Payees, line: &RequestLine<'_>) -> Payee {
    let codes = [&line.bank, &line.branch, &line.account_type, &line.number];
    payee_of(payees, codes.map(stated))
}

/// The payee of these codes, where all are there.
fn payee_of(payees: &mut Payees, codes: [Option<&str>; 4]) -> Payee {
    match codes {
        [Some(bank), Some(branch), Some(kind), Some(number)] => {
            Payee::Known(payees.of_account([bank, branch, kind, number]))
        }
        _ => Payee::lacking(codes.map(|code| code.is_none())),
    }
}

/// Looks up an entry of `usage`.
fn usage(
    company: &CompanyModel,
    payees: &mut Payees,
    entry: &RequestUsage<'_>,
    at: usize,
    debit: Option<(&str, u16)>,
) -> Result<Usage> {
    let service = &*company.service;
    let path = |field: &str| format!("/usage/{at}/{field}");
    let of_business =
        stated(&entry.business).map(|key| business(service, key, || path("business"))).transpose()?;
    let of_account = match (stated(&entry.account), debit) {
        // Most entries are of the account that the request names.
        (Some(id), Some((debit, at))) if id == debit => Some(at),
        (id, _) => id.map(|id| account(company, id, || path("account"))).transpose()?,
    };
    let of_user = stated(&entry.user).map(|id| user_at(company, id, || path("user"))).transpose()?;
    let limit = service.limits.find(&entry.limit);
    let known = limit.and_then(|at| Some((at, service.limits.get(at)?)));
    let (limit, known) =
        known.ok_or_else(|| RequestError::at_path(Mistake::UsageLimit, path("limit"), [&entry.limit]))?;
    check_bearer(known.bearer, entry, || format!("/usage/{at}"))?;
    let bearer = match known.bearer {
        LimitBearer::Business => of_business.map_or(0, u32::from),
        LimitBearer::Account => of_account.map_or(0, u32::from),
        LimitBearer::User => of_user.map_or(0, u32::from),
        LimitBearer::Payee => {
            let text = stated(&entry.payee).unwrap_or_default();
            if !payees::is_payee(text) {
                return Err(RequestError::at_path(Mistake::UsagePayee, path("payee"), [&text]));
            }
            payees.number(text)
        }
        LimitBearer::Company => 0,
    };
    let day = Day::parse(&entry.day)
        .ok_or_else(|| RequestError::at_path(Mistake::UsageDay, path("day"), [&entry.day]))?;
    let used = amount(known.currency(service.currency), Some(&entry.used))
        .value()
        .ok_or_else(|| RequestError::at_path(Mistake::UsageUsed, path("used"), []))?;
    Ok(Usage { key: UsageKey::new(limit, bearer), day, used, added: 0 })
}

/// Makes sure that an entry names whose limit it is of, as the limit has it, and nobody else.
pub(crate) fn check_bearer(
    bearer: LimitBearer,
    entry: &RequestUsage<'_>,
    path: impl Fn() -> String,
) -> Result<()> {
    let bearers = [
        (LimitBearer::Account, "account", &entry.account),
        (LimitBearer::Business, "business", &entry.business),
        (LimitBearer::User, "user", &entry.user),
        (LimitBearer::Payee, "payee", &entry.payee),
    ];
    if bearers.iter().all(|(whose, _, text)| (*whose == bearer) == stated(text).is_some()) {
        return Ok(());
    }
    for (whose, name, text) in bearers {
        match (whose == bearer, stated(text).is_some()) {
            (true, false) => return Err(RequestError::at_path(Mistake::UsageIncomplete, path(), [&name])),
            (false, true) => {
                let path = format!("{}/{name}", path());
                return Err(RequestError::at_path(Mistake::FieldUnknown, path, [&name]));
            }
            _ => {}
        }
    }
    Ok(())
}

/// A text that is there; an empty one is not.
pub(crate) fn stated<'t>(text: &'t Option<Text<'_>>) -> Option<&'t str> {
    text.as_deref().filter(|text| !text.is_empty())
}

fn item_facts(
    company: &CompanyModel,
    request: &Request<'_>,
    facts: &crate::request::OrderFacts<'_>,
) -> Result<ResolvedOrder> {
    let bad = |field: &str, value: &str| -> RequestError {
        let path: String = format!("/item/{field}");
        RequestError::at_path(Mistake::ItemUnknown, path, [&value, &field])
    };
    let user = stated(&request.user);
    let requester = |id: &str| match company.person(id) {
        _ if user == Some(id) => Requester::User,
        // A part does not know everybody.
        None if !company.is_part => Requester::Unknown,
        _ => Requester::Other,
    };
    let named = |names: &[Text<'_>]| match names.iter().any(|id| user == Some(&**id)) {
        true => NamedApprovers::User,
        false if names.is_empty() => NamedApprovers::Nobody,
        false => NamedApprovers::Others,
    };
    Ok(ResolvedOrder {
        requester: stated(&facts.requester).map(requester),
        approvers: facts.approvers.as_deref().map(named),
        payee_kind: stated(&facts.payee_kind)
            .map(|name| PayeeKind::from_name(name).ok_or_else(|| bad("payeeKind", name)))
            .transpose()?,
        entry: stated(&facts.entry)
            .map(|name| Entry::from_name(name).ok_or_else(|| bad("entry", name)))
            .transpose()?,
        state: stated(&facts.state)
            .map(|name| State::from_name(name).ok_or_else(|| bad("state", name)))
            .transpose()?,
        counted: facts.counted,
        counted_on: stated(&facts.counted_on)
            .map(|text| Day::parse(text).ok_or_else(|| bad("countedOn", text)))
            .transpose()?,
        business: stated(&facts.business)
            .map(|key| business(&company.service, key, || "/item/business".into()))
            .transpose()?,
    })
}

fn target(company: &CompanyModel, target: &Target<'_>) -> Result<ResolvedTarget> {
    let bad = |field: &str, value: &str| -> RequestError {
        RequestError::at_path(Mistake::TargetUnknown, format!("/target/{field}"), [&value, &field])
    };
    let known = |id: &str| {
        let person = company.person(id);
        person.ok_or_else(|| RequestError::at_path(Mistake::UserUnknown, "/target/user", [&id]))
    };
    Ok(ResolvedTarget {
        user: stated(&target.user).map(known).transpose()?,
        certificate_state: stated(&target.certificate_state)
            .map(|name| CertificateState::from_name(name).ok_or_else(|| bad("certificateState", name)))
            .transpose()?,
        one_time_password_state: stated(&target.one_time_password_state)
            .map(|name| {
                OneTimePasswordState::from_name(name).ok_or_else(|| bad("oneTimePasswordState", name))
            })
            .transpose()?,
    })
}

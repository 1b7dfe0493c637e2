//! What an order takes of the limits of a day, and gives back (`docs/item.md`, sections 9 and 10).

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::date::Day;
use crate::language::bounds::NAME_MAX;
use crate::language::settings::Settings;
use crate::language::words::{LimitName, Moment, NEVER_DECLARED, Word};
use crate::life::order::Order;
use crate::loaded::Company;
use crate::model::limit::Limit;
use crate::model::service::ServiceModel;
use crate::money::Currency;
use crate::reason::{Code, Field, Pointer, Refusal};
use crate::request::error::Mistake;
use crate::request::{RequestError, RequestUsage, Typed};
use crate::resolve::{Usage, check_bearer, is_payee, stated, user};
use crate::steps::LimitPlan;
use crate::terms::{EventKind, LimitBearer};

/// What an order has taken of a limit.
#[derive(Clone, Copy)]
pub(super) struct Taken {
    pub day: Day,
    /// Whether it is of a limit that is taken when it is asked about, whatever the settings say.
    pub of_the_moment: bool,
    /// Whether it is of a limit of a day that every bank has.
    pub of_a_day: bool,
    amount: Amount,
}

/// An amount of some currency: documents may have another one by now.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Amount {
    currency: Currency,
    minor: i64,
}

impl Amount {
    /// Whatever the limit measures today: it may have measured something else when the amount was taken.
    fn read(typed: &Typed<'_>) -> Option<Self> {
        Currency::SPELLINGS
            .into_iter()
            .find_map(|currency| typed.minor(currency).map(|minor| Self { currency, minor }))
    }
}

/// A limit by its name, the member that says whose it is, and whose it is: names that documents have or had. The last two are
/// empty for the company's.
type Whose<'a> = (&'a str, &'static str, &'a str);

/// Whether a limit has a name that every bank has.
fn is_of_every_bank(name: &str) -> bool {
    LimitName::ALL.iter().any(|limit| limit.name() == name && *limit != LimitName::UserPerOperation)
}

/// Whether a service may have declared a limit of a name, now or before.
fn may_be_declared(name: &str) -> bool {
    let is_name =
        (1..=NAME_MAX).contains(&name.len()) && !name.contains(|one: char| one == '.' || one.is_control());
    is_name && !NEVER_DECLARED.contains(&name)
}

/// Which limit an entry is of, and whose: names of documents that may be gone. None where it names no limit or nobody.
pub(super) fn whose<'a>(entry: &'a RequestUsage<'_>) -> Option<Whose<'a>> {
    let members = [
        ("account", stated(&entry.account)),
        ("business", stated(&entry.business)),
        ("user", stated(&entry.user)),
        ("payee", stated(&entry.payee)),
    ];
    let mut given = members.into_iter().filter_map(|(member, text)| Some((member, text?)));
    let (first, second) = (given.next(), given.next());
    let name = &*entry.limit;
    let (member, text) = match (first, second) {
        (_, Some(_)) => return None,
        (None, None) => ("", ""),
        (Some(one), None) => one,
    };
    let is_whole = if *name == *LimitName::CompanyPerDay.name() {
        member == "business"
    } else if is_of_every_bank(name) {
        member == "account"
    } else {
        may_be_declared(name) && member != "business" && (member != "payee" || is_payee(text))
    };
    is_whole.then_some((name, member, text))
}

/// The limit of an entry, if the service has it today, with a bearer of this sort.
fn of_today<'s>(service: &'s ServiceModel, entry: &RequestUsage<'_>) -> Option<&'s Limit> {
    let (name, member, _) = whose(entry)?;
    let limit = service.limits.find(name).and_then(|at| service.limits.get(at))?;
    (limit.bearer.member() == member).then_some(limit)
}

/// Reads an entry of `counted` or `spent`, which outlives the limit, account, business or user that it names.
pub(super) fn taken(
    service: &ServiceModel,
    entry: &RequestUsage<'_>,
    path: impl Fn() -> String,
) -> Result<Taken, RequestError> {
    let at = |field: &str| format!("{}{field}", path());
    if whose(entry).is_none() {
        return Err(names_nobody(service, entry, path));
    }
    let limit = of_today(service, entry);
    let day = Day::parse(&entry.day);
    let day = day.ok_or_else(|| RequestError::at_path(Mistake::UsageDay, at("/day"), [&entry.day]))?;
    let amount = Amount::read(&entry.used);
    let amount = amount.ok_or_else(|| RequestError::at_path(Mistake::UsageAmount, at("/amount"), []))?;
    // What the bank no longer declares keeps nothing else from being taken.
    let of_the_moment = limit.is_none_or(|limit| limit.taker().is_of_the_moment());
    Ok(Taken { day, of_the_moment, of_a_day: is_of_every_bank(&entry.limit), amount })
}

/// Why an entry names no limit or nobody.
#[cold]
fn names_nobody(service: &ServiceModel, entry: &RequestUsage<'_>, path: impl Fn() -> String) -> RequestError {
    let name = &*entry.limit;
    if !is_of_every_bank(name) && !may_be_declared(name) {
        return RequestError::at_path(Mistake::UsageLimit, format!("{}/limit", path()), [&name]);
    }
    let limit = service.limits.find(name).and_then(|at| service.limits.get(at));
    let texts = [&entry.account, &entry.business, &entry.user, &entry.payee];
    let names_somebody = texts.into_iter().any(|text| stated(text).is_some());
    if let Some(error) =
        limit.filter(|_| names_somebody).and_then(|limit| check_bearer(limit.bearer, entry, &path).err())
    {
        return error;
    }
    match stated(&entry.payee).filter(|text| !is_payee(text)) {
        Some(text) => RequestError::at_path(Mistake::UsagePayee, format!("{}/payee", path()), [&text]),
        None => RequestError::at_path(Mistake::UsageWhose, path(), []),
    }
}

/// What an entry of `usage` amounts to, as far as giving back needs it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Balance {
    day: Day,
    used: Amount,
    /// Whether today's documents know it, so that it is evaluated.
    is_evaluated: bool,
}

/// What each entry of `usage` has, in their order.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Balances(SmallVec<[Balance; 4]>);

impl Balances {
    /// The amounts of the entries that are evaluated put in the place of theirs.
    pub(super) fn put(&mut self, evaluated: &[Usage]) {
        let balances = self.0.iter_mut().filter(|balance| balance.is_evaluated);
        for (balance, usage) in balances.zip(evaluated) {
            balance.used.minor = usage.used;
        }
    }

    /// The entries that are evaluated, with these amounts.
    pub(super) fn evaluated(&self, before: &[Usage]) -> SmallVec<[Usage; 4]> {
        let balances = self.0.iter().filter(|balance| balance.is_evaluated);
        balances.zip(before).map(|(balance, usage)| Usage { used: balance.used.minor, ..*usage }).collect()
    }
}

/// The entries of `usage`, as given and as looked up.
pub(super) struct UsageEntries<'r> {
    given: Vec<RequestUsage<'r>>,
    balances: Balances,
    /// Those that are evaluated.
    pub evaluated: SmallVec<[Usage; 4]>,
}

/// The places of the entries of `usage` that are there to be given back only, rising: the order counts in them, and today's
/// documents know nothing of them.
pub(super) fn outlived_entries(
    company: &Company,
    order: Option<&Order<'_>>,
    usage: &[RequestUsage<'_>],
) -> Result<Vec<u32>, RequestError> {
    let (model, service) = (&*company.model, &*company.model.service);
    let mut gone = Vec::new();
    let counted = order.map_or(&[][..], |order| &order.counted);
    if counted.is_empty() {
        return Ok(gone);
    }
    let mut bearers: BTreeSet<Whose<'_>> = BTreeSet::new();
    bearers.extend(counted.iter().filter_map(whose));
    for (entry, at) in usage.iter().zip(0_u32..) {
        let Some((_, _, owner)) = whose(entry).filter(|own| bearers.contains(own)) else { continue };
        let limit = of_today(service, entry);
        if Day::parse(&entry.day).is_none() || Amount::read(&entry.used).is_none() {
            continue;
        }
        let Some(limit) = limit else {
            gone.push(at);
            continue;
        };
        let is_known = match limit.bearer {
            LimitBearer::Business => service.business(owner).is_some(),
            LimitBearer::Account => model.account(owner).is_some(),
            LimitBearer::User => user(model, owner).is_ok(),
            LimitBearer::Company | LimitBearer::Payee => true,
        };
        let currency = limit.currency(service.currency);
        if !is_known || entry.used.minor(currency).is_none() {
            gone.push(at);
        }
    }
    if let Some(at) = doubled(usage, &gone) {
        return Err(RequestError::at_path(Mistake::UsageDuplicate, format!("/usage/{at}"), []));
    }
    Ok(gone)
}

/// The first of the entries that are gone which another entry has the limit and the bearer of.
fn doubled(usage: &[RequestUsage<'_>], gone: &[u32]) -> Option<u32> {
    if gone.is_empty() {
        return None;
    }
    let mut times: BTreeMap<Whose<'_>, usize> = BTreeMap::new();
    for own in usage.iter().filter_map(whose) {
        let count = times.entry(own).or_default();
        *count = count.saturating_add(1);
    }
    gone.iter().copied().find(|at| {
        let entry = usize::try_from(*at).ok().and_then(|at| usage.get(at));
        let own = entry.and_then(whose);
        own.is_some_and(|own| times.get(&own).is_some_and(|count| *count > 1))
    })
}

impl<'r> UsageEntries<'r> {
    /// All entries, those looked up and those that are gone, by their places.
    pub(super) fn new(
        given: Vec<RequestUsage<'r>>,
        evaluated: SmallVec<[Usage; 4]>,
        gone: &[u32],
        service: &ServiceModel,
    ) -> Self {
        let mut balances = SmallVec::new();
        let mut looked_up = evaluated.iter();
        let mut gone = gone.iter().copied().peekable();
        for (entry, at) in given.iter().zip(0_u32..) {
            let balance = if gone.next_if_eq(&at).is_some() {
                let used = Amount::read(&entry.used);
                Day::parse(&entry.day).zip(used).map(|(day, used)| Balance { day, used, is_evaluated: false })
            } else {
                looked_up.next().map(|usage| Balance {
                    day: usage.day,
                    used: Amount { currency: currency(service, usage), minor: usage.used },
                    is_evaluated: true,
                })
            };
            balances.extend(balance);
        }
        Self { given, balances: Balances(balances), evaluated }
    }

    pub(super) fn balances(&self) -> Balances {
        self.balances.clone()
    }

    /// The entries with these amounts; as they were given where nothing has changed.
    pub(super) fn with(self, balances: &Balances) -> Vec<RequestUsage<'r>> {
        let mut given = self.given;
        if self.balances == *balances {
            return given;
        }
        for (entry, balance) in given.iter_mut().zip(&balances.0) {
            entry.used = amount(balance.used.minor, balance.used.currency);
        }
        given
    }

    /// Puts the places of entries that are evaluated back to what they are among all.
    pub(super) fn restore(&self, reasons: &mut [Refusal]) {
        if self.evaluated.len() == self.given.len() {
            return;
        }
        let known = self.balances.0.iter().zip(0_u32..).filter(|(balance, _)| balance.is_evaluated);
        let places: Vec<u32> = known.map(|(_, place)| place).collect();
        let place = |at: u32| usize::try_from(at).ok().and_then(|at| places.get(at)).copied().unwrap_or(at);
        for reason in reasons {
            reason.at.field = match reason.at.field {
                Field::UsageDay(at) => Field::UsageDay(place(at)),
                Field::UsageUsed(at) => Field::UsageUsed(place(at)),
                other => other,
            };
        }
    }

    /// What an evaluation has added to each entry, as an order keeps it.
    pub(super) fn taken(
        &self,
        before: &[Usage],
        after: &[Usage],
        service: &ServiceModel,
    ) -> Vec<RequestUsage<'r>> {
        let mut taken = Vec::new();
        let known = self.given.iter().zip(&self.balances.0).filter(|(_, balance)| balance.is_evaluated);
        for (((entry, _), before), after) in known.zip(before).zip(after) {
            // Amounts only grow here.
            let added = after.used.saturating_sub(before.used);
            if added > 0 {
                taken.push(RequestUsage { used: amount(added, currency(service, after)), ..entry.clone() });
            }
        }
        taken
    }
}

/// In which the amounts of an entry are.
fn currency(service: &ServiceModel, usage: &Usage) -> Currency {
    service.limits.get(usage.key.limit()).map_or(service.currency, |limit| limit.currency(service.currency))
}

/// What is taken of what an evaluation has added: of the limits that are taken at their own moment, and of the others where
/// the settings say so. None where it is nothing that the settings ask for, nor that is of the moment.
pub(super) fn kept(
    service: &ServiceModel,
    before: &[Usage],
    mut after: SmallVec<[Usage; 4]>,
    takes: bool,
) -> SmallVec<[Usage; 4]> {
    if takes {
        return after;
    }
    for (after, before) in after.iter_mut().zip(before) {
        if !service.limits.get(after.key.limit()).is_some_and(|limit| limit.taker().is_of_the_moment()) {
            after.used = before.used;
        }
    }
    after
}

fn amount<'r>(amount: i64, currency: Currency) -> Typed<'r> {
    let mut text = String::new();
    currency.write(amount, &mut text);
    text.into()
}

/// Whether usage is taken at a moment, if the order has taken none yet.
pub(super) fn is_taken_at(settings: &Settings, moment: Moment) -> bool {
    settings.limit.take_at <= moment && is_checked_at(settings, moment)
}

/// Whether the limits of an order are checked at a moment.
pub(super) fn is_checked_at(settings: &Settings, moment: Moment) -> bool {
    settings.limit.check_at.has(moment)
}

/// Which limits an event asks about: all where the settings have its moment, else those that have no other moment.
pub(super) fn limits_asked(kind: EventKind, checked: bool) -> LimitPlan {
    match kind {
        _ if checked => LimitPlan::All,
        EventKind::Submit | EventKind::Switch | EventKind::Approve => LimitPlan::OfTheMoment,
        _ => LimitPlan::Nothing,
    }
}

/// What giving back comes to.
pub(super) struct Release {
    pub reasons: SmallVec<[Refusal; 2]>,
    pub missing: SmallVec<[Pointer; 4]>,
    /// The usage with what the order has taken off it.
    pub balances: Balances,
}

/// Takes off the usage what an order has taken, if the bank gives it back.
pub(super) fn release(
    order: &Order<'_>,
    counted: &[Taken],
    entries: &UsageEntries<'_>,
    service: &ServiceModel,
) -> Release {
    let settings = &service.settings;
    let mut balances = entries.balances();
    let (mut reasons, mut missing) = (SmallVec::new(), SmallVec::new());
    let given_back = order.counted.iter().zip(counted).filter(|_| settings.limit.release_on_cancel);
    let own = entries.given.iter().map(whose);
    let mut places: BTreeMap<Option<Whose<'_>>, u32> = BTreeMap::new();
    places.extend(own.zip(0_u32..));
    for (entry, taken) in given_back {
        let own = whose(entry);
        let place = places.get(&own).copied();
        let balance = place.and_then(|at| balances.0.get_mut(usize::try_from(at).ok()?));
        let (Some(at), Some(balance)) = (place, balance.filter(|balance| balance.day == taken.day)) else {
            missing.extend(own.map(|(name, ..)| Pointer::from(Field::usage_of_name(name))));
            continue;
        };
        let rest = balance.used.minor.checked_sub(taken.amount.minor).filter(|rest| *rest >= 0);
        let is_alike = balance.used.currency.decimals() == taken.amount.currency.decimals();
        match rest.filter(|_| is_alike) {
            Some(rest) => balance.used.minor = rest,
            None => reasons.push(Refusal::new(Code::ItemUsage, Field::UsageUsed(at))),
        }
    }
    Release { reasons, missing, balances }
}

/// Notes in an order that it has given back what it took, or never will.
pub(super) fn settle(order: &mut Order<'_>, settings: &Settings) {
    if !settings.limit.release_on_cancel {
        order.spent.append(&mut order.counted);
    }
    order.counted.clear();
}

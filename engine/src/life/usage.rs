//! What an order takes of the limits of a day, and gives back (`docs/item.md`, sections 9 and 10).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::date::Day;
use crate::document::Company;
use crate::language::settings::Settings;
use crate::language::words::Moment;
use crate::life::order::Order;
use crate::money::Currency;
use crate::reason::{Code, Field, Pointer, Refusal};
use crate::request::error::Mistake;
use crate::request::{RequestError, RequestUsage, Typed};
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Usage, UsageKey};

/// What an order has taken of a limit.
#[derive(Clone, Copy)]
pub(super) struct Taken {
    pub day: Day,
    amount: Amount,
}

/// An amount of some currency: documents may have another one by now.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Amount {
    currency: Currency,
    minor: i64,
}

impl Amount {
    fn read(typed: &Typed<'_>) -> Option<Self> {
        Currency::SPELLINGS.into_iter().find_map(|currency| {
            let minor = match typed {
                Typed::Text(text) => currency.parse(text),
                Typed::Number(token) => currency.parse_token(token),
            };
            minor.map(|minor| Self { currency, minor })
        })
    }
}

/// Which limit an entry is of, and whose: names of documents that may be gone. None where it names no limit or nobody.
pub(super) fn whose<'a>(entry: &'a RequestUsage<'_>) -> Option<(&'static str, &'a str)> {
    let limit = ACCOUNT_LIMITS.iter().chain([&COMPANY_LIMIT]).find(|name| ***name == *entry.limit)?;
    let owner = if *limit == COMPANY_LIMIT { &entry.business } else { &entry.account };
    owner.as_deref().filter(|owner| !owner.is_empty()).map(|owner| (*limit, owner))
}

/// Reads an entry of `counted` or `spent`, which outlives the account or business that it names.
pub(super) fn taken(entry: &RequestUsage<'_>, path: impl Fn() -> String) -> Result<Taken, RequestError> {
    let at = |field: &str| format!("{}{field}", path());
    if !ACCOUNT_LIMITS.iter().chain([&COMPANY_LIMIT]).any(|name| **name == *entry.limit) {
        return Err(RequestError::at_path(Mistake::UsageLimit, at("/limit"), [&entry.limit]));
    }
    if whose(entry).is_none() {
        return Err(RequestError::at_path(Mistake::UsageWhose, path(), []));
    }
    let day = Day::parse(&entry.day);
    let day = day.ok_or_else(|| RequestError::at_path(Mistake::UsageDay, at("/day"), [&entry.day]))?;
    let amount = Amount::read(&entry.used);
    let amount = amount.ok_or_else(|| RequestError::at_path(Mistake::UsageAmount, at("/amount"), []))?;
    Ok(Taken { day, amount })
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

/// The places of the entries of `usage` that are there to be given back only: the order counts in them, and today's
/// documents know nothing of them.
pub(super) fn outlived_entries(
    company: &Company,
    order: Option<&Order<'_>>,
    usage: &[RequestUsage<'_>],
) -> Result<SmallVec<[u8; 4]>, RequestError> {
    let model = &*company.model;
    let mut gone = SmallVec::new();
    let counted = order.map_or(&[][..], |order| &order.counted);
    if counted.is_empty() {
        return Ok(gone);
    }
    for (entry, at) in usage.iter().zip(0_u8..) {
        let Some((limit, owner)) = whose(entry) else { continue };
        let is_read = Day::parse(&entry.day).is_some() && Amount::read(&entry.used).is_some();
        if !is_read || !counted.iter().any(|own| whose(own) == Some((limit, owner))) {
            continue;
        }
        let is_known = if limit == COMPANY_LIMIT {
            model.service.business(owner).is_some()
        } else {
            model.account(owner).is_some()
        };
        let is_amount = match &entry.used {
            Typed::Text(text) => model.service.currency.parse(text),
            Typed::Number(token) => model.service.currency.parse_token(token),
        };
        if is_known && is_amount.is_some() {
            continue;
        }
        if usage.iter().filter(|other| whose(other) == whose(entry)).count() > 1 {
            return Err(RequestError::at_path(Mistake::UsageDuplicate, format!("/usage/{at}"), []));
        }
        gone.push(at);
    }
    Ok(gone)
}

impl<'r> UsageEntries<'r> {
    /// All entries, those looked up and those that are gone, by their places.
    pub(super) fn new(
        given: Vec<RequestUsage<'r>>,
        evaluated: SmallVec<[Usage; 4]>,
        gone: &[u8],
        currency: Currency,
    ) -> Self {
        let mut balances = SmallVec::new();
        let mut looked_up = evaluated.iter();
        for (entry, at) in given.iter().zip(0_u8..) {
            let balance = if gone.contains(&at) {
                Day::parse(&entry.day).zip(Amount::read(&entry.used)).map(|(day, used)| Balance {
                    day,
                    used,
                    is_evaluated: false,
                })
            } else {
                looked_up.next().map(|usage| Balance {
                    day: usage.day,
                    used: Amount { currency, minor: usage.used },
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
        let place = |at: u8| {
            let mut known = self.balances.0.iter().zip(0_u8..).filter(|(balance, _)| balance.is_evaluated);
            known.nth(usize::from(at)).map_or(at, |(_, place)| place)
        };
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
        currency: Currency,
    ) -> Vec<RequestUsage<'r>> {
        let mut taken = Vec::new();
        let known = self.given.iter().zip(&self.balances.0).filter(|(_, balance)| balance.is_evaluated);
        for (((entry, _), before), after) in known.zip(before).zip(after) {
            // Amounts only grow here.
            let added = after.used.saturating_sub(before.used);
            if added > 0 {
                let of_company = matches!(after.key, UsageKey::Company(_));
                taken.push(RequestUsage {
                    limit: entry.limit.clone(),
                    account: if of_company { None } else { entry.account.clone() },
                    business: if of_company { entry.business.clone() } else { None },
                    day: entry.day.clone(),
                    used: amount(added, currency),
                });
            }
        }
        taken
    }
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
    settings: &Settings,
) -> Release {
    let mut balances = entries.balances();
    let (mut reasons, mut missing) = (SmallVec::new(), SmallVec::new());
    let given_back = order.counted.iter().zip(counted).filter(|_| settings.limit.release_on_cancel);
    for (entry, taken) in given_back {
        let mut places = entries.given.iter().zip(&mut balances.0).zip(0_u8..);
        let found =
            places.find(|((given, balance), _)| whose(given) == whose(entry) && balance.day == taken.day);
        let Some(((_, balance), at)) = found else {
            let name = whose(entry).map_or("", |(limit, _)| limit);
            missing.push(Field::UsageOf(name).into());
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

//! What an item takes of the limits of a day, and gives back (`docs/item.md`, section 9).

use alloc::borrow::Cow;
use alloc::string::String;

use smallvec::SmallVec;

use crate::life::item::{Item, Known};
use crate::life::read::SPENT_MAX;
use crate::model::service::Moment;
use crate::model::service::Settings;
use crate::money::Currency;
use crate::reason::{Code, Field, Pointer, Reason};
use crate::request::{RequestError, RequestUsage, Typed};
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Usage, UsageKey};

/// The entries of `usage`, as given and as looked up.
pub(super) struct Entries<'r> {
    pub given: SmallVec<[RequestUsage<'r>; 4]>,
    pub known: SmallVec<[Usage; 4]>,
}

impl<'r> Entries<'r> {
    /// The entries with these amounts, which stand in the same order; as they were given where nothing has changed.
    pub(super) fn with(self, amounts: &[Usage], currency: Currency) -> SmallVec<[RequestUsage<'r>; 4]> {
        let mut given = self.given;
        if *self.known == *amounts {
            return given;
        }
        for (entry, after) in given.iter_mut().zip(amounts) {
            entry.used = amount(after.used, currency);
        }
        given
    }

    /// What an evaluation has added to each entry, as an item keeps it.
    pub(super) fn taken(
        &self,
        before: &[Usage],
        after: &[Usage],
        currency: Currency,
    ) -> SmallVec<[RequestUsage<'r>; 2]> {
        let mut taken = SmallVec::new();
        for ((entry, before), after) in self.given.iter().zip(before).zip(after) {
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
    Typed::Text(Cow::Owned(text))
}

/// Whether usage is taken at a moment, if the item has taken none yet.
pub(super) fn is_taken_at(settings: &Settings, moment: Moment) -> bool {
    settings.take_at <= moment && is_checked_at(settings, moment)
}

/// Whether the limits of an item are checked at a moment.
pub(super) fn is_checked_at(settings: &Settings, moment: Moment) -> bool {
    let [submit, approve, execute] = settings.check_at;
    match moment {
        Moment::Submit => submit,
        Moment::Approve => approve,
        Moment::Execute => execute,
    }
}

/// What giving back comes to.
#[derive(Default)]
pub(super) struct Release {
    pub reasons: SmallVec<[Reason; 2]>,
    pub missing: SmallVec<[Pointer; 4]>,
    /// The usage with what the item has taken off it.
    pub usage: SmallVec<[Usage; 4]>,
}

/// Takes off the usage what an item has taken, if the bank gives it back.
pub(super) fn release(known: &Known, usage: &[Usage], settings: &Settings) -> Release {
    let mut release = Release { usage: SmallVec::from_slice(usage), ..Release::default() };
    if !settings.release_on_cancel {
        return release;
    }
    for taken in &known.counted {
        let mut entries = release.usage.iter_mut().zip(0_u8..);
        let found = entries.find(|(entry, _)| entry.key == taken.key && entry.day == taken.day);
        match found {
            None => {
                let name = match taken.key {
                    UsageKey::Account(which, _) => ACCOUNT_LIMITS.get(usize::from(which)).copied(),
                    UsageKey::Company(_) => Some(COMPANY_LIMIT),
                };
                release.missing.push(Field::UsageOf(name.unwrap_or_default()).into());
            }
            Some((entry, at)) => match entry.used.checked_sub(taken.used).filter(|rest| *rest >= 0) {
                Some(rest) => entry.used = rest,
                None => release.reasons.push(Reason::new(Code::UsageBelow, Field::UsageUsed(at))),
            },
        }
    }
    release
}

/// Notes in an item that it has given back what it took, or never will.
///
/// # Errors
///
/// It would have more entries of `spent` than an item has room for.
pub(super) fn settle(item: &mut Item<'_>, settings: &Settings) -> Result<(), RequestError> {
    if !settings.release_on_cancel {
        if item.spent.len().saturating_add(item.counted.len()) > SPENT_MAX {
            let message = "the item has too many entries of `spent`";
            return Err(RequestError::at_path("request.list.long", "/item/spent", message));
        }
        item.spent.extend(item.counted.drain(..));
    }
    item.counted.clear();
    Ok(())
}

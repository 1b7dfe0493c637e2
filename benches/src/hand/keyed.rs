//! From names to positions, by hash maps.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::BuildHasherDefault;

use crate::Result;
use crate::hand::day::{day_of_instant, days};
use crate::hand::{Answer, Call, Keys, Rules, Usage};
use crate::setup::{BANK, BUSINESSES, KINDS, SINGLES, Setup};

/// The standard hash, with the same keys in every run so that instruction counts can be compared.
type Positions = HashMap<String, u8, BuildHasherDefault<DefaultHasher>>;

/// The names of the typical setup.
#[derive(Debug)]
pub struct Names {
    users: Positions,
    businesses: Positions,
    accounts: Positions,
    /// Ids, in the order of positions.
    pub(super) user_ids: Vec<String>,
    /// Ids and branches, in the order of positions.
    pub(super) account_ids: Vec<(String, String)>,
    /// What stands at the end of each answer.
    pub(super) provenance: Provenance,
}

/// Engine and documents, as an answer names them.
#[derive(Debug)]
pub struct Provenance {
    /// The engine's version.
    pub engine: String,
    /// Id, version and digest of the service.
    pub service: [String; 3],
    /// Id and digest of the company.
    pub company: [String; 2],
}

fn positions(names: impl Iterator<Item = String>) -> Positions {
    names.zip(0..).collect()
}

impl Names {
    /// The names of the typical setup.
    #[must_use]
    pub fn typical(provenance: Provenance) -> Self {
        let user_ids: Vec<_> = (0..Setup::TYPICAL.users).map(Setup::user_id).collect();
        let account_ids: Vec<_> = (0..Setup::TYPICAL.accounts).map(Setup::account_id).collect();
        Self {
            users: positions(user_ids.iter().cloned()),
            businesses: positions(BUSINESSES.iter().take(SINGLES).map(|(key, ..)| (*key).to_owned())),
            accounts: positions(account_ids.iter().map(|(_, id)| id.clone())),
            user_ids,
            account_ids,
            provenance,
        }
    }

    /// Looks up every name of a call.
    ///
    /// # Errors
    ///
    /// A name that is unknown, or a value that is none of its kind.
    #[inline]
    pub fn resolve(&self, call: &Call<'_>) -> Result<Keys> {
        let account = *self.accounts.get(call.account).ok_or("account")?;
        let mut keys = Keys {
            user: *self.users.get(call.user).ok_or("user")?,
            business: *self.businesses.get(call.business).ok_or("business")?,
            account,
            kind: KINDS.iter().position(|kind| *kind == call.payee.kind).ok_or("kind")? as u8,
            pattern: match (call.payee.bank == BANK, call.payee.document) {
                (true, _) if call.payee.branch == self.account_ids[usize::from(account)].0 => 0,
                (true, _) => 1,
                (false, document) => 2 + u8::from(document),
            },
            payee_bears: match call.bearer {
                "payer" => false,
                "payee" => true,
                _ => return Err("bearer".into()),
            },
            today: day_of_instant(call.now).ok_or("now")?,
            value_date: days(call.value_date).ok_or("value date")?,
            payment: amount(call.payment).ok_or("payment")?,
            ..Keys::default()
        };
        if call.operation != "create" {
            return Err("operation".into());
        }
        for id in call.approvers.all() {
            keys.approvers.push(self.users.get(*id).copied().unwrap_or(u8::MAX));
        }
        for entry in call.usage.all() {
            let limit = match entry.limit {
                "accountPerDay.total" => 0,
                "accountPerDay.adHoc" => 1,
                "accountPerDay.preRegistered" => 2,
                _ => return Err("limit".into()),
            };
            let account = *self.accounts.get(entry.account).ok_or("account")?;
            let day = days(entry.day).ok_or("day")?;
            let used = amount(entry.used).ok_or("used")?;
            if keys.usage.all().iter().any(|earlier| (earlier.limit, earlier.account) == (limit, account)) {
                return Err("twice".into());
            }
            keys.usage.push(Usage { limit, account, day, used });
        }
        Ok(keys)
    }

    /// Looks up the names of a call and decides it.
    ///
    /// # Errors
    ///
    /// As [`Names::resolve`].
    #[inline]
    pub fn decide(&self, rules: &Rules, call: &Call<'_>, answer: &mut Answer) -> Result<()> {
        rules.decide(&self.resolve(call)?, answer);
        Ok(())
    }
}

/// Digits without a leading zero, at most 18.
#[inline]
fn amount(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if bytes.is_empty() || bytes.len() > 18 || (bytes[0] == b'0' && bytes.len() > 1) {
        return None;
    }
    bytes
        .iter()
        .try_fold(0_i64, |amount, byte| byte.is_ascii_digit().then(|| amount * 10 + i64::from(byte - b'0')))
}

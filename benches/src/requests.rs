//! Varied requests for one transfer, the same for the same seed: accepted, waiting for approval, refused.

use serde_json::{Value, json};

use crate::setup::{ACCOUNT_TRANSFER, BANK, BUSINESSES, EXPRESS, KINDS, SINGLES, Setup, set};

/// The operation day of every request.
const NOW: &str = "2026-11-20T10:15:00+09:00";
const TODAY: &str = "2026-11-20";

/// A source of numbers that looks random (SplitMix64).
#[derive(Clone, Debug)]
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next().checked_rem(bound).unwrap_or(0)).unwrap_or(0)
    }

    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of a list; the type's default where it is empty.
    fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    /// An amount, small ones as likely as large ones.
    fn amount(&mut self, most_digits: usize) -> i64 {
        let digits = u32::try_from(self.below(most_digits)).unwrap_or(0);
        let scale = 10_usize.checked_pow(digits).unwrap_or(1);
        i64::try_from(self.below(scale.saturating_mul(9)).saturating_add(scale)).unwrap_or(1)
    }
}

/// So many requests as JSON texts.
#[must_use]
pub fn requests(setup: Setup, count: usize, seed: u64) -> Vec<String> {
    let mut numbers = Numbers::new(seed);
    (0..count).map(|_| request(setup, &mut numbers).to_string()).collect()
}

fn request(setup: Setup, numbers: &mut Numbers) -> Value {
    let business = numbers.below(SINGLES);
    let kind =
        if business == ACCOUNT_TRANSFER && numbers.percent(98) { 0 } else { numbers.below(KINDS.len()) };
    let account = numbers.below(setup.accounts);
    let user = user(setup, business, kind, account, numbers);
    let payment = match numbers.below(100) {
        0..3 => numbers.amount(3),
        3..10 => numbers.amount(8),
        _ => numbers.amount(4).saturating_mul(100).saturating_add(numbers.amount(3)),
    };
    let value_date = match numbers.below(200) {
        0..80 => "2026-12-01",
        80..140 => "2026-11-30",
        _ => "2026-11-24",
    };
    let (branch, account_id) = Setup::account_id(account);
    let payee_bears = numbers.percent(if business == ACCOUNT_TRANSFER { 1 } else { 50 });
    let mut document = json!({
        "user": Setup::user_id(user),
        "business": BUSINESSES.get(business).map(|(key, ..)| *key),
        "operation": "create",
        "account": account_id,
        "now": NOW,
        "valueDate": value_date,
        "payee": payee(kind, &branch, numbers),
        "payment": payment.to_string(),
        "bearer": if payee_bears { "payee" } else { "payer" },
        "approvers": approvers(setup, business, account, user, payment, numbers),
        "usage": usage(business, kind, account, &account_id, numbers),
    });
    if setup.declared {
        crate::declared::request(&mut document);
    }
    document
}

/// A user who mostly may make the request.
fn user(setup: Setup, business: usize, kind: usize, account: usize, numbers: &mut Numbers) -> usize {
    let fits = |user: &usize| {
        Setup::may_request(*user, business, kind)
            && Setup::uses_account(*user, account)
            && Setup::is_enabled(*user)
    };
    let able: Vec<usize> = (0..setup.users).filter(fits).collect();
    if numbers.percent(92) { numbers.pick(&able) } else { numbers.below(setup.users) }
}

fn payee(kind: usize, branch: &str, numbers: &mut Numbers) -> Value {
    let (bank, branch) = match numbers.below(10) {
        0..2 => (BANK, branch),
        2..4 => (BANK, "105"),
        _ => (numbers.pick(&["0001", "0005", "0009", "0169"]), "101"),
    };
    let mut payee = json!({
        "kind": KINDS.get(kind), "bank": bank, "branch": branch, "type": "1",
        "number": format!("{:07}", numbers.below(10_000_000)),
        "name": numbers.pick(&["ﾔﾏﾀﾞｼﾖｳｼﾞ(ｶ", "ｶ)ｽｽﾞｷｾｲｻｸｼﾞﾖ", "ﾀﾅｶ ﾀﾛｳ", "ﾕ)ｻﾄｳ"]),
    });
    if numbers.percent(10) {
        set(&mut payee, "document", json!(true));
    }
    payee
}

/// Approvers who mostly may approve.
fn approvers(
    setup: Setup,
    business: usize,
    account: usize,
    user: usize,
    payment: i64,
    numbers: &mut Numbers,
) -> Vec<String> {
    let needed = match business {
        ACCOUNT_TRANSFER => usize::from(numbers.percent(1)),
        EXPRESS => 2,
        _ => 1,
    };
    let able: Vec<usize> = (0..setup.users)
        .filter(|at| {
            Setup::may_approve(*at, business) && Setup::uses_account(*at, account) && Setup::is_enabled(*at)
        })
        .filter(|at| Setup::cap(*at, business).is_none_or(|cap| payment <= cap))
        .filter(|at| *at != user)
        .collect();
    let first = numbers.below(able.len());
    let named = |at: usize, numbers: &mut Numbers| {
        let next = first.saturating_add(at).checked_rem(able.len()).and_then(|at| able.get(at));
        if numbers.percent(95) { next.copied().unwrap_or(0) } else { numbers.below(setup.users) }
    };
    (0..needed).map(|at| Setup::user_id(named(at, numbers))).collect()
}

fn usage(business: usize, kind: usize, account: usize, account_id: &str, numbers: &mut Numbers) -> Value {
    let limits = Setup::account_limits(account, business);
    let sub = if kind == 0 { (2, "accountPerDay.preRegistered") } else { (1, "accountPerDay.adHoc") };
    [(0, "accountPerDay.total"), sub]
        .into_iter()
        .map(|(at, name)| {
            let limit = limits.get(at).copied().unwrap_or(0);
            let hundredths = match numbers.below(100) {
                0..3 => 99,
                3..10 => 95,
                _ => numbers.below(80),
            };
            let used = i64::try_from(hundredths).unwrap_or(0).saturating_mul(limit).wrapping_div(100);
            let day = if numbers.percent(99) { TODAY } else { "2026-11-19" };
            json!({ "limit": name, "account": account_id, "day": day, "used": used.to_string() })
        })
        .collect()
}

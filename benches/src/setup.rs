//! A typical bank and customer, made by code: the same numbers fill the documents and the hand-written rules.
//!
//! Eight businesses, of which the first three carry one payee a request; fee tables by four patterns in two dated versions;
//! limits of account, user and bank. No calendar: text and calendar checks are no part of these benches.

use serde_json::{Map, Value, json};

/// How large the bank and the customer are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Users, at least 1.
    pub users: usize,
    /// Debit accounts, at least 1.
    pub accounts: usize,
    /// Tiers of each of the bank's tables, 1 to 64.
    pub tiers: usize,
    /// Whether the bank declares limits of its own making, and the customer has policies.
    pub declared: bool,
}

/// A business: key, kind, and the company's approval mode.
pub const BUSINESSES: [(&str, &str, &str); 8] = [
    ("transfer", "transfer", "single"),
    ("accountTransfer", "transfer", "none"),
    ("expressTransfer", "transfer", "doubleInOrder"),
    ("bulkTransfer", "bulkTransfer", "doubleInOrder"),
    ("payroll", "payroll", "doubleAnyOrder"),
    ("bonus", "bonus", "doubleAnyOrder"),
    ("directDebit", "directDebit", "single"),
    ("localTax", "localTax", "single"),
];
/// How many of [`BUSINESSES`] carry one payee a request.
pub const SINGLES: usize = 3;
/// The business in which the payee never bears the fee, and which takes pre-registered payees only.
pub const ACCOUNT_TRANSFER: usize = 1;
/// The business with the company's own deduction tables and without self-approval.
pub const EXPRESS: usize = 2;

/// Payee kinds, in the order of `kessai::terms::PayeeKind`.
pub const KINDS: [&str; 3] = ["preRegistered", "userRegistered", "newAccount"];
/// Keys of the patterns.
pub const PATTERNS: [&str; 4] = ["sameBranch", "ownBank", "otherBank", "otherBankDocument"];
/// First days of the bank's fee versions; the company's own tables begin with the first.
pub const VERSIONS: [&str; 2] = ["2024-10-01", "2026-12-01"];
/// The bank's code.
pub const BANK: &str = "0034";
/// The bank's ceiling per item.
pub const PER_ITEM: i64 = 12_000_000;
/// The bank's ceiling on the total of an account and day, where it has one.
pub const CEILING: i64 = 60_000_000;
/// 適用最低支払金額 of the first business.
pub const MINIMUM: i64 = 10_000;
/// Tiers of the company's own tables.
pub const OWN_TIERS: usize = 2;

impl Setup {
    /// 20 users, 10 accounts, 3 tiers.
    pub const TYPICAL: Self = Self { users: 20, accounts: 10, tiers: 3, declared: false };

    /// A user's id; ids are in the order of positions.
    #[must_use]
    pub fn user_id(user: usize) -> String {
        format!("user{user:03}")
    }

    /// An account's branch and id.
    #[must_use]
    pub fn account_id(account: usize) -> (String, String) {
        let branch = if account.is_multiple_of(3) { "081" } else { "102" };
        (branch.to_owned(), format!("{branch}-1-{:07}", account.saturating_add(253_326)))
    }

    /// Whether a user may sign in.
    #[must_use]
    pub fn is_enabled(user: usize) -> bool {
        user % 20 != 17
    }

    /// Whether a user may use an account; the first, the master, uses all.
    #[must_use]
    pub fn uses_account(user: usize, account: usize) -> bool {
        user == 0 || !mix(&[user, account]).is_multiple_of(4)
    }

    /// Whether a business takes payees of a kind.
    #[must_use]
    pub fn is_offered(business: usize, kind: usize) -> bool {
        business != ACCOUNT_TRANSFER || kind == 0
    }

    /// Whether a user has the right to request for payees of a kind (entries of a batch: 0 screen, 1 file).
    #[must_use]
    pub fn may_request(user: usize, business: usize, kind: usize) -> bool {
        Self::is_offered(business, kind) && (user == 0 || !mix(&[user, business, kind, 7]).is_multiple_of(5))
    }

    /// Whether a user has the right to approve in a business.
    #[must_use]
    pub fn may_approve(user: usize, business: usize) -> bool {
        user < 3 || mix(&[user, business, 11]).is_multiple_of(3)
    }

    /// A user's limit per operation, by payee kind.
    #[must_use]
    pub fn user_limit(user: usize, business: usize, kind: usize) -> i64 {
        number(user.saturating_add(kind) % 5)
            .saturating_add(2)
            .saturating_mul(1_500_000)
            .saturating_add(number(business))
    }

    /// A user's cap per item when he approves, in the businesses where he has one.
    #[must_use]
    pub fn cap(user: usize, business: usize) -> Option<i64> {
        (user % 6 == 5 && business != ACCOUNT_TRANSFER && business < SINGLES).then_some(1_000_000)
    }

    /// An account's limits per day: total, ad hoc, pre-registered.
    #[must_use]
    pub fn account_limits(account: usize, business: usize) -> [i64; 3] {
        let more = number(account % 10).saturating_mul(1_000_000).saturating_add(number(business));
        [50_000_000_i64, 20_000_000, 40_000_000].map(|limit| limit.saturating_add(more))
    }

    /// The bank's ceiling on an account's total per day, where it has one.
    #[must_use]
    pub fn ceiling(business: usize) -> Option<i64> {
        (business != ACCOUNT_TRANSFER && business < SINGLES).then_some(CEILING)
    }

    /// A tier of the bank's: bound and fee.
    #[must_use]
    pub fn tier(version: usize, business: usize, pattern: usize, tier: usize) -> (i64, i64) {
        let [version, business, pattern, tier] = [version, business, pattern, tier].map(number);
        let from = tier.saturating_mul(tier.saturating_add(1)).saturating_mul(5_000);
        let fee = pattern
            .saturating_mul(110)
            .saturating_add(tier.saturating_mul(110))
            .saturating_add(version.saturating_mul(22))
            .saturating_add(business);
        (from, fee)
    }

    /// A tier of the company's own.
    #[must_use]
    pub fn own_tier(pattern: usize, tier: usize) -> (i64, i64) {
        let [pattern, tier] = [pattern, tier].map(number);
        (
            tier.saturating_mul(30_000),
            pattern.saturating_mul(100).saturating_add(tier.saturating_mul(200)).saturating_add(300),
        )
    }

    /// The service document.
    #[must_use]
    pub fn service_json(&self) -> String {
        let businesses: Map<String, Value> = BUSINESSES
            .iter()
            .enumerate()
            .map(|(at, (key, kind, _))| ((*key).to_owned(), business(at, kind)))
            .collect();
        let rights: Map<String, Value> =
            BUSINESSES.iter().enumerate().flat_map(|(at, (key, ..))| rights(at, key)).collect();
        let inquiries = [
            ("balance".to_owned(), json!({ "always": { "viewBalance": "all" } })),
            ("statement".to_owned(), json!({ "always": { "viewStatement": "all", "viewDeposits": "all" } })),
            ("log".to_owned(), json!({ "always": { "viewLog": "all" } })),
        ];
        let ceilings: Map<String, Value> = BUSINESSES
            .iter()
            .enumerate()
            .filter_map(|(at, (key, ..))| {
                Some(((*key).to_owned(), json!({ "total": Self::ceiling(at)?.to_string() })))
            })
            .collect();
        let mut document = json!({
            "format": 1, "id": "typical-bank", "version": "2026-11-01", "currency": "JPY", "utcOffset": "+09:00",
            "settings": { "approval": { "selfApproval": { "forbid": ["expressTransfer"] } } },
            "businesses": businesses,
            "rights": rights.into_iter().chain(inquiries).collect::<Map<_, _>>(),
            "everyUser": { "viewLog": "own" },
            "patterns": [
                { "key": PATTERNS[0], "when": { "sameBank": true, "sameBranch": true } },
                { "key": PATTERNS[1], "when": { "sameBank": true, "sameBranch": false } },
                { "key": PATTERNS[2], "when": { "sameBank": false, "document": false } },
                { "key": PATTERNS[3], "when": { "sameBank": false, "document": true } },
            ],
            "standardFees": VERSIONS.iter().enumerate().map(|(at, from)| self.version(at, from)).collect::<Vec<_>>(),
            "ceilings": { "accountPerDay": ceilings, "companyPerDay": { "bulkTransfer": "999999999999" },
                "perItem": PER_ITEM.to_string() },
        });
        if self.declared {
            crate::declared::service(&mut document);
        }
        document.to_string()
    }

    fn version(&self, version: usize, from: &str) -> Value {
        let tables: Map<String, Value> = BUSINESSES
            .iter()
            .enumerate()
            .map(|(business, (key, ..))| {
                let of = |pattern| tiers(self.tiers, |tier| Self::tier(version, business, pattern, tier));
                ((*key).to_owned(), by_pattern(of))
            })
            .collect();
        json!({ "from": from, "tables": tables })
    }

    /// The company document.
    #[must_use]
    pub fn company_json(&self) -> String {
        let approval: Map<String, Value> =
            BUSINESSES.iter().map(|(key, _, mode)| ((*key).to_owned(), json!(mode))).collect();
        let batches: Map<String, Value> =
            batches().map(|(_, key)| (key.to_owned(), json!("500000000"))).collect();
        let mut own = by_pattern(|pattern| tiers(OWN_TIERS, |tier| Self::own_tier(pattern, tier)));
        set(&mut own, "from", json!(VERSIONS[0]));
        let mut document = json!({
            "format": 1, "id": "typical-company", "name": "株式会社例示商事", "nameKana": "ｶ)ﾚｲｼﾞｼﾖｳｼﾞ",
            "approval": approval,
            "accounts": (0..self.accounts).map(account).collect::<Vec<_>>(),
            "limits": batches,
            "fees": { "payeeBorne": {
                "transfer": { "basis": "standard", "minimum": MINIMUM.to_string() },
                "expressTransfer": { "basis": "individual", "method": "fixed", "tables": [own] },
                "bulkTransfer": { "basis": "standard", "method": "addLowerFee", "minimum": "0" } } },
            "users": (0..self.users).map(|at| self.user(at)).collect::<Vec<_>>(),
        });
        if self.declared {
            crate::declared::company(&mut document);
        }
        document.to_string()
    }

    fn user(&self, user: usize) -> Value {
        let role = match user {
            0 => "master",
            1 | 2 => "administrator",
            _ => "general",
        };
        let mut limits: Map<String, Value> = batches()
            .map(|(at, key)| {
                (key.to_owned(), json!(Self::user_limit(user, at, 0).saturating_mul(10).to_string()))
            })
            .collect();
        let mut caps = Map::new();
        let mut held = vec!["balance".to_owned(), "statement".to_owned()];
        for (business, (key, ..)) in BUSINESSES.iter().enumerate() {
            if business < SINGLES {
                let by_kind: Map<String, Value> = (0..3)
                    .zip(KINDS)
                    .filter(|(kind, _)| Self::is_offered(business, *kind))
                    .map(|(kind, name)| {
                        (name.to_owned(), json!(Self::user_limit(user, business, kind).to_string()))
                    })
                    .collect();
                limits.insert((*key).to_owned(), by_kind.into());
            }
            if let Some(cap) = Self::cap(user, business) {
                caps.insert((*key).to_owned(), json!(cap.to_string()));
            }
            let requests = narrowings(business).filter(|(at, _)| Self::may_request(user, business, *at));
            held.extend(requests.map(|(_, name)| format!("{key}.request.{name}")));
            if Self::may_approve(user, business) {
                held.push(format!("{key}.approve"));
            }
        }
        let mut document = json!({
            "id": Self::user_id(user), "role": role, "enabled": Self::is_enabled(user), "rights": held, "limits": limits,
        });
        if user > 0 {
            let uses = (0..self.accounts).filter(|account| Self::uses_account(user, *account));
            set(&mut document, "accounts", uses.map(|account| Self::account_id(account).1).collect());
        }
        if !caps.is_empty() {
            set(&mut document, "approverPerItem", caps.into());
        }
        document
    }
}

/// Adds a field to an object.
pub(crate) fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}

/// The numbers' own pseudo-random spread: the same for the same parts.
fn mix(parts: &[usize]) -> usize {
    let spread =
        |hash: usize, part: &usize| (hash ^ part).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23);
    parts.iter().fold(0x51_7C_C1, spread) >> 20
}

/// A small position as a number.
fn number(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(0)
}

fn batches() -> impl Iterator<Item = (usize, &'static str)> {
    BUSINESSES.iter().enumerate().skip(SINGLES).map(|(at, (key, ..))| (at, *key))
}

fn business(at: usize, kind: &str) -> Value {
    let offered: Vec<_> =
        (0..3).zip(KINDS).filter(|(kind, _)| Setup::is_offered(at, *kind)).map(|(_, name)| name).collect();
    match at {
        0 => json!({ "kind": kind, "approvalModes": ["none", "single", "doubleAnyOrder", "doubleInOrder"],
            "payeeKinds": offered,
            "fees": { "payeeBorne": { "methodSelectable": false, "method": "addUpperFee" }, "payerBorne": {} } }),
        ACCOUNT_TRANSFER => json!({ "kind": kind, "approvalModes": ["none", "single"], "payeeKinds": offered,
            "fees": { "payerBorne": {} } }),
        EXPRESS => {
            json!({ "kind": kind, "approvalModes": ["doubleAnyOrder", "doubleInOrder"], "payeeKinds": offered,
            "fees": { "payeeBorne": { "methodSelectable": true }, "payerBorne": {} } })
        }
        3 => {
            json!({ "kind": kind, "approvalModes": ["single", "doubleAnyOrder", "doubleInOrder"], "maxItems": 50_000,
            "fees": { "payeeBorne": { "methodSelectable": true }, "payerBorne": {} } })
        }
        _ => json!({ "kind": kind, "approvalModes": ["single", "doubleAnyOrder", "doubleInOrder"],
            "maxItems": { "screen": 1_000, "file": 50_000 } }),
    }
}

/// What rights to request are narrowed by: payee kinds that are offered, or entries.
fn narrowings(business: usize) -> impl Iterator<Item = (usize, &'static str)> {
    let names: &[&'static str] = if business < SINGLES { &KINDS } else { &["screen", "file"] };
    names.iter().copied().enumerate().filter(move |(at, _)| Setup::is_offered(business, *at))
}

fn rights(business: usize, key: &str) -> Vec<(String, Value)> {
    let request = json!({
        "approvalOn": { "create": "all", "edit": "own", "delete": "own", "view": "own", "pullBack": "own" },
        "approvalOff": { "create": "all", "view": "kind", "cancel": "kind" },
    });
    let approve = json!({ "approvalOn": { "approve": "all", "sendBack": "all", "view": "all" } });
    narrowings(business)
        .map(|(_, name)| (format!("{key}.request.{name}"), request.clone()))
        .chain([(format!("{key}.approve"), approve)])
        .collect()
}

fn by_pattern(tiers: impl Fn(usize) -> Value) -> Value {
    PATTERNS.iter().enumerate().map(|(at, key)| ((*key).to_owned(), tiers(at))).collect::<Map<_, _>>().into()
}

fn tiers(count: usize, tier: impl Fn(usize) -> (i64, i64)) -> Value {
    (0..count)
        .map(tier)
        .map(|(from, fee)| json!({ "from": from.to_string(), "fee": fee.to_string() }))
        .collect()
}

fn account(at: usize) -> Value {
    let (branch, id) = Setup::account_id(at);
    let limits: Map<String, Value> = BUSINESSES
        .iter()
        .take(SINGLES)
        .enumerate()
        .map(|(business, (key, ..))| {
            let [total, ad_hoc, pre_registered] =
                Setup::account_limits(at, business).map(|limit| limit.to_string());
            ((*key).to_owned(), json!({ "total": total, "adHoc": ad_hoc, "preRegistered": pre_registered }))
        })
        .collect();
    json!({ "id": id, "bank": BANK, "branch": branch, "type": "1", "number": format!("{:07}", at.saturating_add(253_326)),
        "limits": limits })
}

//! The typical bank and customer with limits and approvals of their own making: twelve declared limits, two groups of users, and
//! a policy of three bands in each business that carries one payee a request.

use serde_json::{Map, Value, json};

use crate::setup::{BUSINESSES, SINGLES, Setup, set};

/// A limit that the bank declares: its key and its row.
fn rows() -> [(&'static str, Value); 12] {
    let all: Vec<&str> = BUSINESSES.iter().map(|(key, ..)| *key).collect();
    [
        (
            "accountItemsPerDay",
            json!({ "of": "account", "per": "day", "measure": "count", "ceiling": "900" }),
        ),
        ("accountPerMonth", json!({ "of": "account", "per": "month", "ceiling": "90000000000" })),
        ("allPerDay", json!({ "of": "company", "per": "day", "businesses": all, "ceiling": "90000000000" })),
        (
            "companyItemsPerDay",
            json!({ "of": "company", "per": "day", "measure": "count", "amount": "5000" }),
        ),
        ("companyPerMonth", json!({ "of": "company", "per": "month", "ceiling": "900000000000" })),
        ("payeePerDay", json!({ "of": "payee", "per": "day", "amount": "90000000" })),
        ("perTransfer", json!({ "of": "company", "per": "item", "amount": "11000000" })),
        ("userItemsPerDay", json!({ "of": "user", "per": "day", "measure": "count", "ceiling": "500" })),
        ("userPerMonth", json!({ "of": "user", "per": "month", "required": true, "ceiling": "9000000000" })),
        ("userPerWeek", json!({ "of": "user", "per": "week", "ceiling": "3000000000" })),
        ("userPerYear", json!({ "of": "user", "per": "year", "ceiling": "90000000000" })),
        (
            "youngPayeePerDay",
            json!({ "of": "payee", "per": "day", "payeeKinds": ["userRegistered", "newAccount"],
                "payeeYoungerThanMinutes": 1_440, "amount": "3000000" }),
        ),
    ]
}

/// The limits of a period among them, with the bearer that their usage names and the first day of the period.
const PERIODS: [(&str, &str, &str); 11] = [
    ("accountItemsPerDay", "account", "2026-11-20"),
    ("accountPerMonth", "account", "2026-11-01"),
    ("allPerDay", "", "2026-11-20"),
    ("companyItemsPerDay", "", "2026-11-20"),
    ("companyPerMonth", "", "2026-11-01"),
    ("payeePerDay", "payee", "2026-11-20"),
    ("userItemsPerDay", "user", "2026-11-20"),
    ("userPerMonth", "user", "2026-11-01"),
    ("userPerWeek", "user", "2026-11-16"),
    ("userPerYear", "user", "2026-01-01"),
    ("youngPayeePerDay", "payee", "2026-11-20"),
];

/// The bank's document with the twelve limits, and policies allowed where a request carries one payee.
pub(crate) fn service(document: &mut Value) {
    let limits: Map<String, Value> = rows().into_iter().map(|(key, row)| (key.to_owned(), row)).collect();
    set(document, "limits", limits.into());
    for (key, ..) in BUSINESSES.iter().take(SINGLES) {
        let modes = document.pointer_mut(&format!("/businesses/{key}/approvalModes"));
        if let Some(Value::Array(modes)) = modes {
            modes.push(json!("policy"));
        }
    }
}

/// The customer's document: two groups, of which each user is in one or both, and policies.
pub(crate) fn company(document: &mut Value) {
    set(document, "groups", json!({ "A": {}, "B": { "limits": { "userPerMonth": "2000000000" } } }));
    if let Some(Value::Array(users)) = document.get_mut("users") {
        for (at, user) in users.iter_mut().enumerate() {
            let groups = match at % 3 {
                0 => json!(["A", "B"]),
                1 => json!(["A"]),
                _ => json!(["B"]),
            };
            set(user, "groups", groups);
            let limits = user.get_mut("limits");
            limits.into_iter().for_each(|limits| set(limits, "userPerMonth", json!("1000000000")));
        }
    }
    let policy = json!({ "policy": [{ "key": "all", "bands": [
        { "upTo": "100000" },
        { "upTo": "1000000", "anyOf": [{ "steps": [{ "group": "A" }] }] },
        { "anyOf": [
            { "steps": [{ "group": "A", "count": 2 }] },
            { "ordered": true, "steps": [{ "group": "A" }, { "group": "B" }] },
        ] },
    ] }] });
    for (key, ..) in BUSINESSES.iter().take(SINGLES) {
        if let Some(approval) = document.get_mut("approval") {
            set(approval, key, policy.clone());
        }
    }
}

/// A request with what the limits need to know, and without named approvers, as a policy says who may act.
pub(crate) fn request(document: &mut Value) {
    let text = |path: &str| document.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
    let payee = ["bank", "branch", "type", "number"].map(|part| text(&format!("/payee/{part}"))).join("-");
    let (user, account) = (text("/user"), text("/account"));
    // Every fourth number of an account was registered this morning.
    let is_young = payee.ends_with(['0', '4', '8']);
    let registered = if is_young { "2026-11-20T09:00:00+09:00" } else { "2026-10-01T09:00:00+09:00" };
    if let Some(payee) = document.get_mut("payee") {
        set(payee, "registeredAt", json!(registered));
    }
    let entries = PERIODS.iter().map(|(limit, bearer, day)| {
        let mut entry = json!({ "limit": limit, "day": day, "used": "120" });
        match *bearer {
            "account" => set(&mut entry, "account", json!(account)),
            "user" => set(&mut entry, "user", json!(user)),
            "payee" => set(&mut entry, "payee", json!(payee)),
            _ => {}
        }
        entry
    });
    if let Some(Value::Array(usage)) = document.get_mut("usage") {
        usage.extend(entries);
    }
    set(document, "approvers", json!([]));
}

impl Setup {
    /// The typical setup with twelve declared limits and policies of three bands.
    pub const DECLARED: Self = Self { declared: true, ..Self::TYPICAL };
}

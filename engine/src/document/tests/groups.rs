//! What groups of users give (`docs/rules.md`, rules 1.2.11 to 1.2.13).

use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, finds, service, with};
use crate::Company;
use crate::terms::Operation;

/// The company with two groups, of which `taro` is in both and `hanako` in the first.
fn grouped() -> Value {
    let mut document = Document::Company.json();
    document["groups"] = json!({
        "A": {
            "label": { "ja": "甲", "en": "A" },
            "rights": ["transfer.approve"],
            "accounts": ["sub"],
            "limits": { "transfer": { "preRegistered": "20000000", "newAccount": "5" }, "payroll": "7" },
            "approverPerItem": { "transfer": "3", "bulkTransfer": "4" },
        },
        "B": {
            "limits": { "transfer": { "newAccount": "9" }, "payroll": "6" },
            "approverPerItem": { "bulkTransfer": "8" },
        },
        "empty": {},
    });
    document["users"][0]["groups"] = json!(["B", "A"]);
    document["users"][2]["groups"] = json!(["A"]);
    document
}

fn load(document: &Value) -> Company {
    service().company_from_json(&document.to_string()).unwrap()
}

fn at(company: &Company, business: &str) -> u16 {
    company.model.service.business(business).unwrap()
}

#[test]
fn what_a_group_gives_is_added() {
    let company = load(&grouped());
    let model = &company.model;
    let taro = model.person("taro").unwrap();
    assert!(
        model.grants(taro, usize::from(at(&company, "transfer"))).has(Operation::Approve),
        "a right of A"
    );
    assert!(model.grants(taro, usize::from(at(&company, "transfer"))).has(Operation::Create), "his own");
    assert!(model.accounts.iter().all(|account| account.people.contains(taro)), "his own and that of A");
    let slot = |business: &str, kind: u16| {
        let slots = model.service.businesses[usize::from(at(&company, business))].slots;
        model.limits.at(model.user_limits(taro), slots.user + kind).get()
    };
    assert_eq!(slot("transfer", 0), Some(10_000_000), "his own, though that of A is larger");
    assert_eq!(slot("transfer", 1), None, "nobody sets one");
    assert_eq!(slot("transfer", 2), Some(9), "the larger of the two groups");
    assert_eq!(slot("payroll", 0), Some(7), "the larger of the two groups");
    assert_eq!(slot("bulkTransfer", 0), Some(50_000_000), "his own");
    let caps =
        |who: &str, business: &str| model.approver_cap(model.person(who).unwrap(), at(&company, business));
    assert_eq!(caps("taro", "transfer"), Some(3), "that of A; B, which sets none, changes nothing");
    assert_eq!(caps("taro", "bulkTransfer"), Some(8), "the larger of the two groups");
    assert_eq!(caps("hanako", "transfer"), Some(1_000_000), "her own");
    assert_eq!(caps("hanako", "bulkTransfer"), Some(4), "that of A");
    assert_eq!(caps("boss", "bulkTransfer"), None, "he is in no group");
}

#[test]
fn groups_stand_in_the_order_of_the_document_with_their_people() {
    let company = load(&grouped());
    let model = &company.model;
    let groups: Vec<_> = model
        .groups
        .iter()
        .map(|group| {
            (&*group.key, group.people.iter().map(|at| &*model.people[usize::from(at)].id).collect())
        })
        .collect();
    let want: [(&str, Vec<&str>); 3] =
        [("A", [("hanako"), ("taro")].into()), ("B", ["taro"].into()), ("empty", [].into())];
    assert_eq!(groups, want);
}

/// Rule 1.2.9 gives the master every account only where neither he nor a group of his has a list.
#[test]
fn the_accounts_of_a_master_may_come_from_a_group() {
    let of_boss = |document: &Value| -> Vec<bool> {
        let company = load(document);
        let boss = company.model.person("boss").unwrap();
        company.model.accounts.iter().map(|account| account.people.contains(boss)).collect()
    };
    let in_group = |group: &str| with(grouped(), "/users/1/groups", &json!([group]).to_string());
    assert_eq!(of_boss(&in_group("B")), [true, true], "B has no accounts");
    assert_eq!(of_boss(&in_group("A")), [false, true], "A has one");
    let none = with(in_group("empty"), "/groups/empty/accounts", "[]");
    assert_eq!(of_boss(&none), [false, false], "an empty list is a list");
}

/// A limit that the bank requires is there, wherever it comes from.
#[test]
fn a_required_limit_may_come_from_a_group() {
    let without = with(Document::Company.json(), "/users/0/limits/bulkTransfer", "");
    finds(Document::Company, &without, &["limit.missing /users/0"]);
    let mut with_group = without;
    with_group["groups"] = json!({ "A": { "limits": { "bulkTransfer": "0" } } });
    with_group["users"][0]["groups"] = json!(["A"]);
    finds(Document::Company, &with_group, &[]);
}

#[test]
fn names_of_groups_are_checked() {
    let mut similar = grouped();
    similar["groups"]["Ａ"] = json!({});
    finds(Document::Company, &similar, &["name.similar /groups/Ａ"]);
    let twice = with(grouped(), "/users/0/groups", r#"["A", "A"]"#);
    finds(Document::Company, &twice, &["list.duplicate /users/0/groups/1"]);
    let unknown = with(grouped(), "/users/0/groups", r#"["A", "a"]"#);
    finds(Document::Company, &unknown, &["group.unknown /users/0/groups/1"]);
    let ceiling = with(grouped(), "/groups/A/rights", r#"["transfer.aprove"]"#);
    finds(Document::Company, &ceiling, &["right.unknown /groups/A/rights/0"]);
}

/// A candidate of a part has what his groups give, as the user that he is in the whole document.
#[test]
fn candidates_are_in_groups_too() {
    let mut part = super::company_rows::part();
    part["groups"] = json!({ "A": { "accounts": ["sub"], "approverPerItem": { "transfer": "3" } } });
    let candidate = part["approverCandidates"][0]["id"].as_str().unwrap().to_owned();
    part["approverCandidates"][0]["groups"] = json!(["A"]);
    let company = load(&part);
    let model = &company.model;
    let person = model.person(&candidate).unwrap();
    assert!(model.accounts[1].people.contains(person) && model.groups[0].people.contains(person));
}

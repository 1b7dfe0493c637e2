//! What may be wrong with the values that a company sets under declared limits (`docs/rules.md`, rule 1.3.15).

use alloc::string::ToString;

use serde_json::{Value, json};

use super::{Document, finds};
use crate::finding::{Finding, FindingCode};
use crate::lang::Lang;
use crate::{Company, Service};

/// The codes that are tested here.
pub(super) const CODES: [FindingCode; 2] = [FindingCode::LimitFixed, FindingCode::LimitBearer];

/// A bank with a limit of each sort.
fn service() -> Service {
    let mut document = Document::Service.json();
    document["limits"] = json!({
        "month": { "of": "user", "per": "month", "ceiling": "900" },
        "items": { "of": "account", "per": "day", "measure": "count", "ceiling": "500" },
        "all": { "of": "company", "per": "day" },
        "payees": { "of": "payee", "per": "week", "label": { "ja": "受取人", "en": "Payee" } },
        "own": { "of": "user", "per": "day", "amount": "0" },
    });
    Service::from_json(&document.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// The company with a value put under the limits of somebody.
fn with(at: &str, key: &str, value: Value) -> Value {
    let mut document = Document::Company.json();
    if at == "/groups/A" {
        document["groups"] = json!({ "A": { "limits": {} } });
    }
    let limits = document.pointer_mut(at).unwrap();
    limits["limits"][key] = value;
    document
}

#[test]
fn values_under_declared_limits_are_checked() {
    let service = service();
    let rows: [(&str, &str, Value, &str, &str); 17] = [
        ("/users/0", "month", json!("900"), "", "the ceiling itself"),
        ("/users/0", "month", json!("901"), "limit.overCeiling", "above it"),
        ("/groups/A", "month", json!("900"), "", "a group may set it"),
        ("/groups/A", "month", json!("901"), "limit.overCeiling", "a group, above it"),
        ("/accounts/0", "month", json!("1"), "limit.bearer", "it is of a user"),
        ("", "month", json!("1"), "limit.bearer", "it is of a user"),
        ("/accounts/0", "items", json!(500), "", "a number of items as a number"),
        ("/accounts/0", "items", json!("501"), "limit.overCeiling", "more items"),
        ("/accounts/0", "items", json!("05"), "count.malformed", "no number of items"),
        ("/users/0", "items", json!("5"), "limit.bearer", "it is of an account"),
        ("", "all", json!("999999999999999"), "", "15 digits, though the company's others have 12"),
        ("", "all", json!("1000000000000000"), "limit.digits", "16 digits"),
        ("", "payees", json!("5"), "", "what is of a payee is set by the company"),
        ("/users/0", "payees", json!("5"), "limit.bearer", "not by a user"),
        ("/users/0", "own", json!("5"), "limit.fixed", "the bank has set it"),
        ("", "own", json!("5"), "limit.fixed", "the bank has set it, wherever one tries"),
        ("/users/0", "mont", json!("5"), "business.unknown", "there is no such limit"),
    ];
    for (at, key, value, code, why) in rows {
        let document = with(at, key, value);
        let findings = service.check_company(&document.to_string());
        let found: alloc::vec::Vec<_> = findings.iter().map(|one| (one.code.name(), &*one.path)).collect();
        let path = alloc::format!("{at}/limits/{key}");
        let want = if code.is_empty() { alloc::vec![] } else { alloc::vec![(code, &*path)] };
        assert_eq!(found, want, "{why}");
    }
}

fn only(service: &Service, document: &Value) -> Finding {
    let findings = service.check_company(&document.to_string());
    assert_eq!(findings.len(), 1, "{findings}");
    findings.iter().next().unwrap().clone()
}

#[test]
fn findings_say_where_a_value_belongs() {
    let service = service();
    let fixed = only(&service, &with("/users/0", "own", json!("5")));
    assert_eq!(fixed.message(Lang::En), "the bank has set `own` itself, and nobody else does");
    assert_eq!(fixed.message(Lang::Ja), "限度額「own」は金融機関が定めているため、設定できません");
    let bearer = only(&service, &with("/accounts/0", "month", json!("5")));
    assert_eq!(bearer.message(Lang::En), "the limit `month` is not set here but of a user or a group");
    assert_eq!(
        bearer.message(Lang::Ja),
        "限度額「month」はここではなく、利用者またはグループに設定してください"
    );
    let hint = only(&service, &with("/users/0", "mont", json!("5")));
    assert_eq!(hint.hint(Lang::En).as_deref(), Some("did you mean `month`?"));
}

/// Rule 7.4.10: who must have a value, and whose group may give it.
#[test]
fn a_required_limit_must_be_set() {
    let bank = |limit: Value| {
        let mut document = Document::Service.json();
        document["limits"] = json!({ "x": limit });
        Service::from_json(&document.to_string()).unwrap()
    };
    let found = |limit: Value, document: &Value| {
        let findings = bank(limit).check_company(&document.to_string());
        findings
            .iter()
            .map(|one| alloc::format!("{} {}", one.code.name(), one.path))
            .collect::<alloc::vec::Vec<_>>()
    };
    let plain = Document::Company.json();
    let required = |of: &str, more: Value| {
        let mut limit = json!({ "of": of, "per": "day", "required": true });
        limit.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        limit
    };
    let none = json!({});
    assert_eq!(found(required("company", none.clone()), &plain), ["limit.missing /limits"]);
    assert_eq!(found(required("payee", none.clone()), &plain), ["limit.missing /limits"]);
    let accounts = ["limit.missing /accounts/0/limits", "limit.missing /accounts/1/limits"];
    assert_eq!(found(required("account", none.clone()), &plain), accounts);
    // `left` is not enabled, and `hanako` may approve but not create.
    assert_eq!(found(required("user", none), &plain), ["limit.missing /users/0", "limit.missing /users/1"]);
    let approve = json!({ "on": "approve", "businesses": ["bulkTransfer"] });
    assert_eq!(
        found(required("user", approve), &plain),
        ["limit.missing /users/1", "limit.missing /users/2"]
    );
    let unused = json!({ "businesses": ["directDebit"] });
    assert_eq!(
        found(required("company", unused), &plain),
        [""; 0],
        "a business that the company does not use"
    );
    let mut grouped = plain;
    grouped["groups"] = json!({ "A": { "limits": { "x": "0" } } });
    for at in [0, 1] {
        grouped["users"][at]["groups"] = json!(["A"]);
    }
    assert_eq!(found(required("user", json!({})), &grouped), [""; 0], "a group sets it");
}

/// What is set under a declared limit is found by its bearer: the user's own, else the largest of the groups'.
#[test]
fn values_are_found_by_bearer() {
    let service = service();
    let mut document = with("/users/0", "month", json!("7"));
    document["groups"] =
        json!({ "A": { "limits": { "month": "100" } }, "B": { "limits": { "month": "200" } }, "C": {} });
    document["users"][0]["groups"] = json!(["A", "B"]);
    document["users"][2]["groups"] = json!(["C", "B", "A"]);
    document["limits"]["payees"] = json!("3");
    document["accounts"][1]["limits"]["items"] = json!("4");
    let company: Company = service.company_from_json(&document.to_string()).unwrap();
    let model = &company.model;
    let slot = |key: &str| model.service.limits.get(model.service.limits.find(key).unwrap()).unwrap().slot;
    let of_user =
        |who: &str| model.limits.at(model.user_limits(model.person(who).unwrap()), slot("month")).get();
    assert_eq!(of_user("taro"), Some(7), "his own, though his groups' are larger");
    assert_eq!(of_user("hanako"), Some(200), "the largest of her groups'");
    assert_eq!(of_user("boss"), None);
    assert_eq!(
        [0, 1].map(|at| model.limits.at(model.account_limits(at), slot("items")).get()),
        [None, Some(4)]
    );
    assert_eq!(model.company_limit(slot("payees")), Some(3));
    assert_eq!(model.company_limit(slot("all")), None);
}

#[test]
fn keys_that_look_alike_are_told() {
    let mut document = Document::Service.json();
    document["limits"] =
        json!({ "month": { "of": "user", "per": "day" }, "Month": { "of": "user", "per": "day" } });
    finds(Document::Service, &document, &["name.similar /limits/Month"]);
}

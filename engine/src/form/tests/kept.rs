//! A check by what is kept of a document says what the check of the whole document says.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{COMPANY, SERVICE, service_with};
use crate::Service;
use crate::form::Forms;

/// Services and companies of every sort: with policies and groups, with approvers who need an account, and few of all.
const BANKS: [(&str, &str); 7] = [
    (SERVICE, COMPANY),
    (
        include_str!("../../../../fixtures/kusunoki/service.json"),
        include_str!("../../../../fixtures/kusunoki/company.json"),
    ),
    (
        include_str!("../../../../fixtures/nilgiri/service.json"),
        include_str!("../../../../fixtures/nilgiri/company.json"),
    ),
    (
        include_str!("../../../../fixtures/seven/service.json"),
        include_str!("../../../../fixtures/seven/company.json"),
    ),
    (
        include_str!("../../../../fixtures/caravel/service.json"),
        include_str!("../../../../fixtures/caravel/company.json"),
    ),
    (
        include_str!("../../../../fixtures/harbour/service.json"),
        include_str!("../../../../fixtures/harbour/company.json"),
    ),
    (
        include_str!("../../../../fixtures/kasumi/service.json"),
        include_str!("../../../../fixtures/kasumi/company.json"),
    ),
];

/// Asks both ways; the answers are the same, byte for byte.
fn hold(forms: &Forms, question: &Value) -> String {
    let question = question.to_string();
    let (mut kept, mut whole) = (String::new(), String::new());
    let answered = forms.check_json(&question, &mut kept);
    assert_eq!(answered.map(drop), forms.check_whole_json(&question, &mut whole), "{question}");
    assert_eq!(kept, whole, "{question}");
    kept
}

/// What may be typed into a user: faults, and changes on which others rest.
fn of_user(user: &Value, company: &Value) -> Vec<Value> {
    let mut inputs = vec![
        json!({}),
        user.clone(),
        json!({ "enabled": user["enabled"] != true }),
        json!({ "enabled": "yes" }),
        json!({ "id": "nobody-else" }),
        json!({ "id": null }),
        json!({ "id": " " }),
        json!({ "id": user["id"].as_str().unwrap().to_uppercase() }),
        json!({ "rights": [] }),
        json!({ "rights": ["none", "none"] }),
        json!({ "groups": [] }),
        json!({ "groups": ["none"] }),
        json!({ "accounts": [] }),
        json!({ "accounts": ["none"] }),
        json!({ "limits": null }),
        json!({ "limits": { "none": "1", "transfer": { "newAccount": "99999999999999999" } } }),
        json!({ "approverPerItem": { "transfer": "x" } }),
        json!({ "name": 1 }),
    ];
    inputs.extend(["master", "administrator", "general", "boss"].map(|role| json!({ "role": role })));
    let ids = |list: &str| {
        let elements = company[list].as_array().cloned().unwrap_or_default();
        elements.into_iter().map(|element| element["id"].clone()).collect::<Vec<_>>()
    };
    inputs.extend(ids("users").into_iter().take(4).map(|id| json!({ "id": id })));
    inputs.push(json!({ "accounts": ids("accounts") }));
    let groups: Vec<&String> =
        company["groups"].as_object().map(|groups| groups.keys().collect()).unwrap_or_default();
    inputs.extend(groups.iter().map(|group| json!({ "groups": [group] })));
    inputs
}

/// What may be typed into an account.
fn of_account(account: &Value, company: &Value) -> Vec<Value> {
    let mut inputs = vec![
        json!({}),
        account.clone(),
        json!({ "id": "nowhere-else" }),
        json!({ "id": null }),
        json!({ "bank": "1" }),
        json!({ "bank": "9999", "number": 5 }),
        json!({ "limits": null }),
        json!({ "limits": { "transfer": { "total": "1", "adHoc": "2" }, "none": "1" } }),
    ];
    for other in company["accounts"].as_array().into_iter().flatten().take(4) {
        inputs.push(json!({ "id": other["id"] }));
        let mut same = other.clone();
        same.as_object_mut().unwrap().remove("id");
        inputs.push(same);
    }
    inputs
}

#[test]
fn what_is_kept_says_what_the_whole_document_says() {
    let mut answers = 0_usize;
    for (service, company) in BANKS {
        let service = Service::from_json(service).unwrap();
        let forms = service.forms(company).unwrap();
        let company: Value = serde_json::from_str(company).unwrap();
        for (list, form) in [("users", "user"), ("accounts", "account")] {
            for element in company[list].as_array().into_iter().flatten() {
                let inputs =
                    if form == "user" { of_user(element, &company) } else { of_account(element, &company) };
                hold(&forms, &json!({ "form": form, "change": element["id"], "remove": true }));
                for input in inputs {
                    hold(&forms, &json!({ "form": form, "change": element["id"], "input": input }));
                    // A new one like it.
                    let mut new = element.clone();
                    new["id"] = "new-one".into();
                    for (key, value) in input.as_object().unwrap() {
                        new[key] = value.clone();
                    }
                    hold(&forms, &json!({ "form": form, "input": new }));
                    hold(&forms, &json!({ "form": form, "input": input }));
                    answers = answers.saturating_add(3);
                }
            }
        }
    }
    assert!(answers > 1_000, "{answers}");
}

#[test]
fn fee_tables_are_checked_alone() {
    for (service, company) in BANKS {
        let service = Service::from_json(service).unwrap();
        let forms = service.forms(company).unwrap();
        let keys: Vec<String> =
            service.model.businesses.iter().map(|business| business.key.to_string()).collect();
        for (business, bearer) in keys.iter().flat_map(|key| ["payee", "payer"].map(|bearer| (key, bearer))) {
            for input in [
                json!({}),
                json!({ "basis": "standard" }),
                json!({ "basis": "individual" }),
                json!({ "basis": "individual", "tables": [{ "from": "2024-10-01" }] }),
                json!({ "basis": "standard", "tables": [], "method": "addUpperFee", "minimum": "999999999999999" }),
                json!({ "method": "none", "tax": "x", "tables": null }),
            ] {
                let mut input = input;
                input["business"] = business.as_str().into();
                input["bearer"] = bearer.into();
                hold(&forms, &json!({ "form": "feeTable", "input": input }));
            }
            hold(
                &forms,
                &json!({ "form": "feeTable", "remove": true, "input": { "business": business, "bearer": bearer } }),
            );
        }
    }
}

#[test]
fn field_rules_and_what_is_kept_go_together() {
    let service = service_with(
        r#"{ "user": { "id": { "characters": "alphanumerics", "maxLength": 6 } } }"#,
        "normalise",
    );
    let forms = service.forms(COMPANY).unwrap();
    for id in ["ｔａｒｏ２", "hanako-too-long", "", "hanako"] {
        let answer = hold(&forms, &json!({ "form": "user", "change": "taro", "input": { "id": id } }));
        assert!(answer.contains("\"changed\":[\"/id\"]"), "{answer}");
    }
}

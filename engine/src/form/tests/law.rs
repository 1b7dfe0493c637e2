//! What holds for every form, on forms at random.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};

use super::{COMPANY, ask, service_with, texts};
use crate::Service;

const FIELDS: &str = r#"{
    "company": { "name": { "required": true, "characters": "fullWidth", "maxLength": 8 } },
    "user": {
        "id": { "characters": "alphanumerics", "minLength": 4, "maxLength": 8 },
        "loginPassword": { "required": true, "characters": "alphanumericsAndSymbols", "maxLength": 8, "typedTwice": true,
            "unequalTo": ["id"] },
        "contact.mail": { "required": true, "characters": "mail" },
        "limits.transfer.preRegistered": { "min": "1", "max": "10000000" }
    },
    "account": { "branch": { "unequalTo": ["bank"] } },
    "feeTable": { "minimum": { "max": "50000" }, "pin": { "required": true, "characters": "digits" } }
}"#;

/// Fields of a form with values that may be typed into them; the bank's own are marked.
type Choices = &'static [(&'static str, &'static [&'static str])];

const COMPANY_FORM: Choices = &[
    ("name", &["\"ＡＢＣ\"", "\"ABC\"", "\"\"", "null", "7", "\"１２３４５６７８９\""]),
    ("nameKana", &["\"ｱ\"", "null", "[]"]),
    (
        "approval",
        &[
            r#"{ "transfer": "single" }"#,
            r#"{ "transfer": null, "bulkTransfer": "single" }"#,
            r#"{ "bonus": "doubleInOrder" }"#,
            r#"{ "salary": null }"#,
            r#"{ "directDebit": "single" }"#,
            r#"{ "transfer": { "policy": [{ "key": "all", "bands": [{ "anyOf": [{ "steps": [{ "group": "A" }] }] }] }] } }"#,
            "null",
            "\"none\"",
        ],
    ),
    (
        "groups",
        &[
            r#"{ "A": {}, "B": { "rights": ["transfer.approve"] } }"#,
            r#"{ "A": null }"#,
            r#"{ "A": [] }"#,
            "null",
        ],
    ),
    (
        "limits",
        &[
            r#"{ "bulkTransfer": "99999999999" }"#,
            r#"{ "bulkTransfer": 100000000000 }"#,
            r#"{ "payroll": null }"#,
            r#"{ "bulkTransfer": null }"#,
            r#"{ "furikomi": "1" }"#,
            "null",
        ],
    ),
];

const USER_FORM: Choices = &[
    ("id", &["\"jiro\"", "\"taro\"", "\"abc\"", "null", "\"\"", "\"a-b-c\""]),
    ("role", &["\"general\"", "\"master\"", "\"chief\"", "null"]),
    ("enabled", &["true", "false", "\"true\""]),
    ("accounts", &["[]", "[\"main\"]", "[\"main\", \"main\"]", "[\"third\"]", "null"]),
    (
        "rights",
        &["[\"balance\"]", "[\"transfer.request.preRegistered\"]", "[\"salary.request.file\"]", "[\"x\"]"],
    ),
    (
        "limits",
        &[
            r#"{ "transfer": { "preRegistered": "10000000" }, "payroll": "1", "bonus": "1", "bulkTransfer": "1" }"#,
            r#"{ "transfer": { "preRegistered": 10000001 } }"#,
            r#"{ "transfer": { "preRegistered": null } }"#,
            r#"{ "transfer": { "newAccount": "5000001" } }"#,
            r#"{ "transfer": null }"#,
            r#"{ "transfer": "5" }"#,
            r#"{ "bulkTransfer": { "newAccount": "1" } }"#,
            "null",
        ],
    ),
    ("approverPerItem", &[r#"{ "transfer": "5" }"#, r#"{ "transfer": null }"#, "null"]),
    ("name", &["\"次郎\"", "null", "1"]),
    (
        "loginPassword",
        &["\"secret1\"", "\"jiro\"", "\"taro\"", "\"hidden!\"", "\"ｓ\"", "\"\"", "\"123456789\"", "true"],
    ),
    ("loginPasswordAgain", &["\"secret1\"", "\"jiro\"", "\"taro\"", "\"hidden!\"", "null"]),
    ("contact", &[r#"{ "mail": "a@b.jp" }"#, r#"{ "mail": "a" }"#, "{}", "null"]),
];

const ACCOUNT_FORM: Choices = &[
    ("id", &["\"third\"", "\"main\"", "null", "\"\""]),
    ("bank", &["\"0034\"", "\"34\"", "\"081\""]),
    ("branch", &["\"081\"", "\"001\"", "1"]),
    ("type", &["\"1\"", "null", "\"12\""]),
    ("number", &["\"0000001\"", "\"1\""]),
    (
        "limits",
        &[
            r#"{ "transfer": { "total": "10", "adHoc": "10", "preRegistered": "10" } }"#,
            r#"{ "transfer": { "total": "10", "adHoc": "11" } }"#,
            r#"{ "transfer": { "adHoc": null } }"#,
            r#"{ "bulkTransfer": {} }"#,
            "null",
        ],
    ),
];

const FEE_FORM: Choices = &[
    ("business", &["\"transfer\"", "\"bulkTransfer\"", "\"bulkTransfer\"", "\"payroll\"", "\"x\"", "null"]),
    ("bearer", &["\"payee\"", "\"payee\"", "\"payer\"", "\"bank\"", "1"]),
    ("basis", &["\"standard\"", "\"individual\"", "null", "\"own\""]),
    ("method", &["\"fixed\"", "\"addUpperFee\"", "\"iterative\"", "null"]),
    ("minimum", &["\"50000\"", "50001", "\"-1\"", "null", "\"\""]),
    (
        "tables",
        &[
            r#"[{ "from": "2024-10-01", "sameBranch": [{ "from": "0", "fee": "0" }] }]"#,
            r#"[{ "from": "2024-10-01", "otherBank": [{ "from": "0", "fee": "110" }, { "from": "20000", "fee": "220" }] }]"#,
            r#"[{ "sameBranch": [] }]"#,
            "[]",
            "null",
        ],
    ),
    ("tax", &["\"inclusive\"", "\"none\"", "null"]),
    ("pin", &["\"1234\"", "1234", "\"x\"", "null"]),
];

/// A form at random: its name, the element that is changed, what is typed.
fn questions() -> impl Strategy<Value = (&'static str, Option<&'static str>, Map<String, Value>)> {
    let typed = |choices: Choices| -> Vec<_> {
        let one = |(name, values): &(&'static str, &'static [&'static str])| {
            (Just(*name), proptest::option::weighted(0.6, proptest::sample::select(*values)))
        };
        choices.iter().map(one).collect()
    };
    let none = || Just(None).boxed();
    let of =
        |ids: &'static [&'static str]| proptest::option::weighted(0.7, proptest::sample::select(ids)).boxed();
    let forms = [
        ("company", none(), typed(COMPANY_FORM)),
        ("user", of(&["taro", "boss", "hanako", "left"]), typed(USER_FORM)),
        ("account", of(&["main", "sub"]), typed(ACCOUNT_FORM)),
        ("feeTable", none(), typed(FEE_FORM)),
    ];
    proptest::sample::select((0..4).collect::<Vec<usize>>()).prop_flat_map(move |at| {
        let (name, change, fields) = forms[at].clone();
        (
            Just(name),
            change,
            fields.prop_map(|fields| {
                let given = |(name, value): (&str, Option<&str>)| {
                    Some((name.to_string(), serde_json::from_str(value?).unwrap()))
                };
                fields.into_iter().filter_map(given).collect::<Map<_, _>>()
            }),
        )
    })
}

const OWN: [&str; 4] = ["loginPassword", "loginPasswordAgain", "contact", "pin"];

/// The element as the page says it: the input in its place, so many levels deep.
fn merged(old: &Value, new: &Value, levels: &dyn Fn(&str) -> usize) -> Value {
    let mut result = old.as_object().cloned().unwrap_or_default();
    for (key, value) in new.as_object().unwrap() {
        let deeper = levels(key);
        let value = match value {
            Value::Null => {
                result.remove(key);
                continue;
            }
            Value::Object(_) if deeper > 0 => {
                merged(result.get(key).unwrap_or(&Value::Null), value, &|_| deeper.saturating_sub(1))
            }
            other => other.clone(),
        };
        result.insert(key.clone(), value);
    }
    result.into()
}

/// A text, or a number as it is spelt; none for what is missing.
fn given(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(list) if list.is_empty() => None,
        Value::String(text) => Some(Some(text.clone())),
        Value::Number(number) => Some(Some(number.to_string())),
        _ => Some(None),
    }
}

/// Whether a field breaks its rule, said once more in the plainest way.
fn breaks(value: &Value, required: bool, fits: impl Fn(&str) -> bool) -> bool {
    match given(value) {
        None => required,
        Some(None) => true,
        Some(Some(text)) => !fits(&text),
    }
}

/// Whether any rule of `FIELDS` speaks.
fn rules_speak(form: &str, input: &Value, result: &Value) -> bool {
    let range = |text: &str, min: i64, max: i64| {
        let plain = text == "0" || !text.starts_with(['0', '-']);
        plain && text.parse::<i64>().is_ok_and(|amount| (min..=max).contains(&amount))
    };
    let length = |text: &str| text.chars().count();
    match form {
        "company" => {
            breaks(&result["name"], true, |text| text.chars().all(|one| !one.is_ascii()) && length(text) <= 8)
        }
        "user" => {
            let (password, again) = (&input["loginPassword"], &input["loginPasswordAgain"]);
            breaks(&result["id"], false, |text| {
                (4..=8).contains(&length(text)) && text.chars().all(|one| one.is_ascii_alphanumeric())
            }) || breaks(password, true, |text| {
                length(text) <= 8 && text.chars().all(|one| one.is_ascii_graphic())
            }) || password != again
                || given(password) == given(&result["id"])
                || breaks(&input["contact"]["mail"], true, |text| text == "a@b.jp")
                || breaks(&result["limits"]["transfer"]["preRegistered"], false, |text| {
                    range(text, 1, 10_000_000)
                })
        }
        "account" => given(&result["branch"]).is_some_and(|branch| Some(branch) == given(&result["bank"])),
        _ => {
            breaks(&result["minimum"], false, |text| range(text, 0, 50_000))
                || breaks(&input["pin"], true, |text| text.chars().all(|one| one.is_ascii_digit()))
        }
    }
}

/// Puts the result where the element stands; tells what stood there.
fn put(document: &mut Value, form: &str, change: Option<&str>, input: &Value, result: &Value) -> Value {
    let list = match form {
        "company" => return core::mem::replace(document, result.clone()),
        "user" => "users",
        "account" => "accounts",
        _ => {
            let bearer = if input["bearer"] == "payee" { "payeeBorne" } else { "payerBorne" };
            let place = &mut document["fees"][bearer][input["business"].as_str().unwrap()];
            return core::mem::replace(place, result.clone());
        }
    };
    let elements = document[list].as_array_mut().unwrap();
    match change {
        Some(id) => {
            let place = elements.iter_mut().find(|element| element["id"] == id).unwrap();
            core::mem::replace(place, result.clone())
        }
        None => {
            elements.push(result.clone());
            Value::Null
        }
    }
}

/// The leaves of a value by their pointers; numbers as they are spelt.
fn leaves(value: &Value) -> BTreeMap<String, Value> {
    let Value::Object(members) = value else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    for (key, value) in members {
        match value {
            Value::Object(_) => {
                found
                    .extend(leaves(value).into_iter().map(|(at, leaf)| (alloc::format!("/{key}{at}"), leaf)));
            }
            Value::Number(number) => {
                found.insert(alloc::format!("/{key}"), number.to_string().into());
            }
            other => {
                found.insert(alloc::format!("/{key}"), other.clone());
            }
        }
    }
    found
}

fn check(
    service: &Service,
    form: &str,
    change: Option<&str>,
    typed: Map<String, Value>,
) -> Result<bool, TestCaseError> {
    let input = Value::Object(typed);
    let mut asks = json!({ "form": form, "input": input });
    if let Some(change) = change {
        asks["change"] = change.into();
    }
    let answer = ask(service, COMPANY, &asks.to_string()).unwrap();
    let result = &answer["result"];
    let place_known = form != "feeTable"
        || (["transfer", "bulkTransfer", "payroll"].iter().any(|key| input["business"] == *key)
            && ["payee", "payer"].iter().any(|key| input["bearer"] == *key));
    prop_assert_eq!(result.is_object(), place_known);
    if !place_known {
        prop_assert!(answer["outcome"] != "valid", "{}", answer);
        return Ok(false);
    }
    let mut document: Value = serde_json::from_str(COMPANY).unwrap();
    let old = put(&mut document, form, change, &input, result);
    let mut members = input.clone();
    for own in OWN
        .into_iter()
        .chain(if form == "feeTable" { &["business", "bearer"][..] } else { &[] }.iter().copied())
    {
        members.as_object_mut().unwrap().remove(own);
    }
    let levels = |key: &str| match (form, key) {
        ("company", "approval" | "groups" | "limits") => 1,
        ("user" | "account", "limits") => 2,
        _ => 0,
    };
    prop_assert_eq!(result, &merged(&old, &members, &levels));
    let loads = service.company_from_json(&document.to_string()).is_ok();
    let is_valid = loads && !rules_speak(form, &input, result);
    prop_assert_eq!(answer["outcome"] == "valid", is_valid, "{}\n{}", asks, answer);
    for pointer in texts(&answer["changed"]) {
        prop_assert!(!OWN.iter().any(|own| pointer.starts_with(&alloc::format!("/{own}"))), "{}", answer);
    }
    let (before, after) = (leaves(&old), leaves(result));
    let differ = |at: &&String| before.get(*at) != after.get(*at);
    let want: BTreeSet<String> = before.keys().chain(after.keys()).filter(differ).cloned().collect();
    prop_assert_eq!(texts(&answer["changed"]).into_iter().collect::<BTreeSet<_>>(), want);
    Ok(is_valid)
}

#[test]
fn a_form_is_valid_exactly_when_the_document_with_its_result_loads_and_no_rule_speaks() {
    let service = service_with(FIELDS, "reject");
    let valid = core::cell::Cell::new(0);
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(1_500) });
    let law = runner.run(&questions(), |(form, change, typed)| {
        valid.set(valid.get() + usize::from(check(&service, form, change, typed)?));
        Ok(())
    });
    law.unwrap_or_else(|error| panic!("{error}"));
    assert!(valid.get() > 30, "too few valid forms to prove anything: {}", valid.get());
}

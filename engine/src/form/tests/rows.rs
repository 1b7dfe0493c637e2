//! Many rows at once.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::{COMPANY, ask, reasons, service, service_with, texts};
use crate::Service;

/// Asks about rows, and says of each in one line what is wrong with it; first what lies outside all rows.
fn faults(service: &Service, form: &str, rows: &Value) -> (Value, Vec<String>) {
    let answer = ask(service, COMPANY, &json!({ "form": form, "rows": rows }).to_string()).unwrap();
    let of_row = |row: &Value| {
        let missing = texts(&row["missing"]).into_iter().map(|path| alloc::format!("missing {path}"));
        reasons(row).into_iter().chain(missing).collect::<Vec<_>>().join(", ")
    };
    let mut faults = alloc::vec![reasons(&answer).join(", ")];
    faults.extend(answer["rows"].as_array().unwrap().iter().map(of_row));
    (answer, faults)
}

/// A user with nothing wrong about him.
fn user(id: &str) -> Value {
    json!({ "id": id, "role": "general", "enabled": true })
}

#[test]
fn all_rows_are_taken_or_none() {
    let (answer, found) = faults(&service(), "user", &json!([user("a"), user("b")]));
    assert_eq!(found, ["", "", ""]);
    assert_eq!(answer["outcome"], "valid");
    assert_eq!(answer["result"], json!([user("a"), user("b")]));
    let mut odd = user("b");
    odd["rights"] = json!(["balanse"]);
    odd["limits"] = json!({ "transfer": "x" });
    let (answer, found) = faults(&service(), "user", &json!([user("a"), odd]));
    assert_eq!(found, ["", "", "right.unknown /rights/0, type.wrong /limits/transfer"]);
    assert_eq!((&answer["outcome"], &answer["result"]), (&json!("refused"), &Value::Null));
    assert_eq!(answer["rows"][0]["outcome"], "valid", "the good one is told to be good");
    assert_eq!(answer["rows"][0]["result"], user("a"));
    let (answer, found) = faults(&service(), "user", &json!([{ "id": "a", "enabled": true }, user("b")]));
    assert_eq!(found, ["", "missing /role", ""]);
    assert_eq!((&answer["outcome"], &answer["result"]), (&json!("incomplete"), &Value::Null));
}

#[test]
fn faults_between_rows_are_told_at_the_later_one() {
    for (form, rows, want) in [
        ("user", json!([user("a"), user("a")]), &["", "", "user.duplicate /id"][..]),
        ("user", json!([user("taro"), user("a")]), &["", "user.duplicate /id", ""]),
        (
            "user",
            json!([
                { "id": "a", "role": "master", "enabled": true, "limits": { "transfer": { "preRegistered": "0", "newAccount": "0" },
                    "bulkTransfer": "0", "payroll": "0", "bonus": "0" } },
                { "id": "b", "role": "master", "enabled": false }
            ]),
            &["", "users.master.several /id", "users.master.several /id"],
        ),
        ("user", json!([user("a"), user("b"), user("c")]), &["users.tooMany [/users]", "", "", ""]),
        (
            "account",
            json!([
                { "id": "x", "bank": "0034", "branch": "081", "type": "1", "number": "0253326" },
                { "id": "y", "bank": "0034", "branch": "081", "type": "1", "number": "0000001" },
                { "id": "z", "bank": "0034", "branch": "081", "type": "1", "number": "0000001" },
                { "id": "z", "bank": "0034", "branch": "081", "type": "1", "number": "0000002" }
            ]),
            &[
                "",
                "account.same /number, missing /limits/transfer/total, missing /limits/transfer/adHoc, missing /limits/transfer/preRegistered",
                "missing /limits/transfer/total, missing /limits/transfer/adHoc, missing /limits/transfer/preRegistered",
                "account.same /number, missing /limits/transfer/total, missing /limits/transfer/adHoc, missing /limits/transfer/preRegistered",
                "account.duplicate /id, missing /limits/transfer/total, missing /limits/transfer/adHoc, missing /limits/transfer/preRegistered",
            ],
        ),
        (
            "group",
            json!([{ "id": "north" }, { "id": "north", "rights": ["x"] }, { "rights": ["balance"] }, { "id": "south" }]),
            &["", "", "form.taken /id, right.unknown /rights/0", "missing /id", ""],
        ),
    ] {
        let (_, found) = faults(&service(), form, &rows);
        assert_eq!(found, want, "{rows}");
    }
}

#[test]
fn an_answer_of_rows_has_its_fields_in_order() {
    let asks = r#"{ "form": "group", "lang": "en", "rows": [{ "id": "a" }, { "id": "a", "label": { "ja": "あ", "en": "a" } }] }"#;
    let mut out = String::new();
    service().form_json(COMPANY, asks, &mut out).unwrap();
    assert_eq!(
        out,
        concat!(
            r#"{"outcome":"refused","reasons":[],"warnings":[],"rows":["#,
            r#"{"outcome":"valid","reasons":[],"warnings":[],"missing":[],"normalised":[],"result":{"id":"a"},"#,
            r#""texts":{"reasons":[],"warnings":[],"more":[],"missing":[],"error":null}},"#,
            r#"{"outcome":"refused","reasons":[{"step":"form","code":"form.taken","path":"/id","#,
            r#""message":{"ja":"既に使用されています。別の値を入力してください。","en":"This is taken already."}}],"#,
            r#""warnings":[],"missing":[],"normalised":[],"result":{"id":"a","label":{"ja":"あ","en":"a"}},"#,
            r#""texts":{"reasons":["This is taken already."],"warnings":[],"more":[],"missing":[],"error":null}}],"#,
            r#""result":null,"texts":{"reasons":[],"warnings":[],"more":[],"missing":[],"error":null}}"#,
        )
    );
}

#[test]
fn no_row_is_passed_over_for_the_faults_of_another() {
    let worst: Vec<String> = (0..600).map(|at| alloc::format!("right{at}")).collect();
    let rows: Vec<Value> = (0..300)
        .map(|at| json!({ "id": alloc::format!("u{at}"), "role": "general", "enabled": true, "rights": if at < 299 { &worst[..500] } else { &worst[..1] } }))
        .collect();
    let (answer, _) = faults(&service(), "user", &rows.into());
    let rows = answer["rows"].as_array().unwrap();
    for row in &rows[..299] {
        assert_eq!(row["reasons"].as_array().unwrap().len(), 101);
        assert_eq!(row["reasons"][100]["code"], "document.moreErrors");
    }
    assert_eq!(reasons(&rows[299]), ["right.unknown /rights/0"]);
}

#[test]
fn the_rules_of_fields_speak_in_each_row() {
    let service = service_with(
        r#"{ "user": { "id": { "characters": "alphanumerics", "maxLength": 4 }, "pin": { "required": "new", "typedTwice": true } } }"#,
        "normalise",
    );
    let row = |id: &str, again: &str| {
        let mut row = user(id);
        row["pin"] = "1234".into();
        row["pinAgain"] = again.into();
        row
    };
    let (answer, found) = faults(
        &service,
        "user",
        &json!([row("ａ", "1234"), row("toolong", "1234"), row("a", "12345"), user("b")]),
    );
    assert_eq!(
        found,
        [
            "users.tooMany [/users]",
            "",
            "form.tooLong /id",
            "form.typedTwice /pinAgain, user.duplicate /id",
            "missing /pin"
        ]
    );
    assert_eq!(answer["rows"][0]["normalised"], json!([{ "path": "/id", "value": "a" }]));
    assert_eq!(answer["rows"][0]["result"], user("a"));
}

#[test]
fn warnings_are_told_in_their_row_or_outside() {
    let rows = json!([{ "id": "TARO", "role": "general", "enabled": true }, user("b")]);
    let (answer, found) = faults(&service(), "user", &rows);
    assert_eq!(found, ["", "", ""]);
    let codes = |of: &Value| {
        of["warnings"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&answer["rows"][0]), ["name.similar"]);
    assert_eq!(codes(&answer["rows"][1]), [Value::Null; 0]);
    assert_eq!(codes(&answer), [Value::Null; 0]);
}

/// Rows at random, good and bad.
fn row(form: &'static str) -> impl Strategy<Value = Value> {
    let ids = proptest::sample::select(&["a", "b", "c", "taro", "main", "clerks", "A", "", "x\n"][..]);
    let odd = proptest::sample::select(&[0_u8, 0, 0, 0, 1, 2, 3, 4, 5][..]);
    (ids, odd).prop_map(move |(id, odd)| {
        let mut row = match form {
            "user" => user(id),
            "account" => json!({ "id": id, "bank": "0034", "branch": "081", "type": "1", "number": alloc::format!("{:07}", id.len()),
                "limits": { "transfer": { "total": "5", "adHoc": "5", "preRegistered": "5" } } }),
            _ => json!({ "id": id, "rights": ["balance"] }),
        };
        match odd {
            1 => row["id"] = Value::Null,
            2 => row["limits"] = json!({ "transfer": 1.5 }),
            3 if form == "user" => row["role"] = "master".into(),
            4 if form == "user" => row["rights"] = json!(["salary.request.file"]),
            _ => {}
        }
        row
    })
}

#[test]
fn rows_are_valid_exactly_when_the_document_with_all_of_them_loads() {
    let service = service();
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(300) });
    let counts = core::cell::Cell::new([0_usize; 2]);
    let questions = proptest::sample::select(&["user", "account", "group"][..])
        .prop_flat_map(|form| (Just(form), proptest::collection::vec(row(form), 1..4)));
    let law = runner.run(&questions, |(form, rows)| {
        let answer = ask(&service, COMPANY, &json!({ "form": form, "rows": rows }).to_string()).unwrap();
        // As texts, as a key may stand twice.
        let element = |row: &Value| {
            let mut row = row.clone();
            row.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            let id = row["id"].clone();
            if form == "group" {
                row.as_object_mut().unwrap().remove("id");
                return if id.is_null() { String::from("\"\":0") } else { alloc::format!("{id}:{row}") };
            }
            row.to_string()
        };
        let new = rows.iter().map(element).collect::<Vec<_>>().join(",");
        let company: Value = serde_json::from_str(COMPANY).unwrap();
        let mut document = company.clone();
        let before = match form {
            "group" => json!({}),
            "user" => document["users"].take(),
            _ => document["accounts"].take(),
        };
        let key = if form == "group" {
            "groups"
        } else if form == "user" {
            "users"
        } else {
            "accounts"
        };
        let mut list = before.to_string();
        let close = list.pop().unwrap();
        let comma = if form == "group" { "" } else { "," };
        document[key] = "@".into();
        let text = document.to_string().replace("\"@\"", &alloc::format!("{list}{comma}{new}{close}"));
        let loads = service.company_from_json(&text).is_ok();
        prop_assert_eq!(answer["outcome"] == "valid", loads, "{}\n{}", text, answer);
        prop_assert_eq!(answer["result"].is_array(), loads);
        let mut seen = counts.get();
        seen[usize::from(loads)] += 1;
        counts.set(seen);
        Ok(())
    });
    law.unwrap_or_else(|error| panic!("{error}"));
    let [bad, good] = counts.get();
    assert!(bad > 50 && good > 30, "too few of one sort to prove anything: {bad} {good}");
}

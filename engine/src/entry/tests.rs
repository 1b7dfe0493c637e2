use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::{Company, FormOutcome, Lang, Service};

const SERVICE: &str = include_str!("../document/tests/service.json");
const COMPANY: &str = include_str!("../document/tests/company.json");

/// What is typed into a transfer that may be made once a second person approves it.
const TYPED: &str = r#"{ "user": "taro", "business": "transfer", "operation": "create", "account": "main",
    "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-20", "bearer": "payee", "payment": 30329,
    "payee": { "kind": "preRegistered", "bank": "0169", "branch": "101" }, "approvers": ["boss"],
    "usage": [
        { "limit": "accountPerDay.total", "account": "main", "day": "2026-11-20", "used": "0" },
        { "limit": "accountPerDay.preRegistered", "account": "main", "day": "2026-11-20", "used": "0" } ] }"#;

/// The company under a service that converts texts.
fn company() -> Company {
    let mut service: Value = serde_json::from_str(SERVICE).unwrap();
    service["settings"]["charset"] = json!({ "policy": "normalise" });
    service["fields"] =
        json!({ "request": { "payee.name": { "characters": "zenginName", "maxLength": 10 } } });
    Service::from_json(&service.to_string()).unwrap().company_from_json(COMPANY).unwrap()
}

fn ask(company: &Company, question: &str) -> String {
    let mut out = String::from("before");
    let outcome = company.form_json(question, &mut out).unwrap_or_else(|error| panic!("{error:?}"));
    let answer = out.strip_prefix("before").unwrap();
    assert!(answer.starts_with(&format!("{{\"outcome\":\"{outcome}\",")), "{answer}");
    answer.into()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The names of an object's members, in their order.
fn names(answer: &str) -> String {
    let mut scanner = crate::json::Scanner::new(answer);
    scanner.peek().unwrap();
    scanner.enter().unwrap();
    let (mut names, mut first) = (String::new(), true);
    while let Some((name, _)) = scanner.member(first).unwrap() {
        first = false;
        names.push_str(&name);
        names.push(' ');
        scanner.skip().unwrap();
    }
    names
}

#[test]
fn every_part_is_what_its_own_door_says() {
    let company = company();
    let answer = ask(&company, &format!("{{\"form\":\"request\",\"input\":{TYPED},\"lang\":\"ja-JP\"}}"));
    assert_eq!(
        names(&answer),
        "outcome reasons warnings missing normalised changed result verdict largest possible texts "
    );
    type Door<'a> = (&'a str, &'a dyn Fn(&mut String));
    let doors: [Door<'_>; 3] = [
        ("verdict", &|out| {
            company.evaluate_json(TYPED, out).unwrap();
        }),
        ("largest", &|out| company.largest_payment_json(TYPED, None, out).unwrap()),
        ("possible", &|out| company.possible_json(TYPED, out).unwrap()),
    ];
    for (name, door) in doors {
        let mut part = String::new();
        door(&mut part);
        assert!(answer.contains(&format!(",\"{name}\":{part}")), "{name}: {part}\n{answer}");
    }
    let mut texts = String::new();
    company.texts_json(&answer, Lang::Ja, &mut texts).unwrap();
    assert!(answer.ends_with(&format!(",\"texts\":{texts}}}")), "{answer}");
    assert_eq!(value(&answer)["outcome"], "valid");
    assert_eq!(value(&answer)["result"], value(TYPED));
}

#[test]
fn reasons_speak_and_stand_in_their_step() {
    let answer = value(&ask(
        &company(),
        &format!(
            "{{\"form\":\"request\",\"input\":{}}}",
            TYPED.replace("30329", "5000000").replace("boss", "hanako")
        ),
    ));
    let said: Vec<_> = answer["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| {
            let message = reason["message"].as_object().unwrap();
            assert!(message["ja"] != message["en"], "{reason}");
            format!(
                "{} {} {}",
                reason["step"].as_str().unwrap(),
                reason["code"].as_str().unwrap(),
                reason["path"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(said, ["approval approval.approver.cap /approvers/0"]);
    assert_eq!(answer["outcome"], "refused");
}

#[test]
fn the_result_has_the_texts_that_count_and_nothing_else_changed() {
    let company = company();
    let input = TYPED.replace("\"branch\"", "\"n\\u0061me\": \"カ）アオゾラ\", \"branch\"");
    let answer = value(&ask(&company, &format!("{{\"form\":\"request\",\"input\":{input}}}")));
    assert_eq!(answer["normalised"], json!([{ "path": "/payee/name", "value": "ｶ)ｱｵｿﾞﾗ" }]));
    let mut want = value(&input);
    want["payee"]["name"] = json!("ｶ)ｱｵｿﾞﾗ");
    assert_eq!(answer["result"], want);
    let again = value(&ask(&company, &format!("{{\"form\":\"request\",\"input\":{want}}}")));
    assert_eq!((&again["normalised"], &again["result"]), (&json!([]), &want));
    assert_eq!(again["outcome"], answer["outcome"]);
}

#[test]
fn what_has_changed_is_said_of_what_is_stated() {
    let company = company();
    let asked = |before: &str, input: &str| {
        let question = format!("{{\"before\":{before},\"input\":{input},\"form\":\"request\"}}");
        value(&ask(&company, &question))["changed"].to_string()
    };
    for (why, before, input, want) in [
        ("nothing", "{}", "{}", "[]"),
        ("null is nothing", "null", "null", "[]"),
        (
            "nobody has typed",
            "{}",
            r#"{"payment":"","payee":{"name":null,"bank":""},"approvers":[""],"items":[]}"#,
            "[]",
        ),
        ("a number is its spelling", r#"{"payment":"100"}"#, r#"{"payment":100}"#, "[]"),
        ("typed", "{}", r#"{"payment":100,"payee":{"document":false}}"#, r#"["/payment","/payee/document"]"#),
        ("wiped", r#"{"payment":"100"}"#, r#"{"payment":""}"#, r#"["/payment"]"#),
        ("taken out with its object", r#"{"payee":{"bank":"0169"}}"#, "{}", r#"["/payee/bank"]"#),
        ("lists as a whole", r#"{"approvers":["boss"]}"#, r#"{"approvers":["boss",""]}"#, "[]"),
        (
            "another order",
            r#"{"approvers":["boss","taro"]}"#,
            r#"{"approvers":["taro","boss"]}"#,
            r#"["/approvers"]"#,
        ),
        (
            "within a list too",
            r#"{"items":[{"payment":1,"edi":""}]}"#,
            r#"{"items":[{"payment":"1"}]}"#,
            "[]",
        ),
        (
            "as it counts",
            r#"{"user":"taro","business":"transfer","operation":"create","payee":{"name":"ｱ"}}"#,
            r#"{"user":"taro","business":"transfer","operation":"create","payee":{"name":"ア"}}"#,
            "[]",
        ),
    ] {
        assert_eq!(asked(before, input), want, "{why}");
    }
}

#[test]
fn what_has_no_answer_by_itself_is_null() {
    let company = company();
    let whole = |input: &str, more: &str| {
        value(&ask(&company, &format!("{{\"form\":\"request\",\"input\":{input}{more}}}")))
    };
    let answer = whole("{}", "");
    assert_eq!((&answer["outcome"], &answer["result"]), (&json!("incomplete"), &json!({})));
    assert!(answer["largest"].is_null() && answer["possible"].is_object(), "{answer}");
    // A position of an item where there is one payee.
    assert!(whole(TYPED, ",\"item\":0")["largest"].is_null());
    let batch = r#"{ "user": "taro", "business": "bulkTransfer", "operation": "create", "items": [{ "payment": "1" }] }"#;
    assert!(whole(batch, "")["largest"].is_null());
    assert!(whole(batch, ",\"item\":1")["largest"].is_null());
    assert!(whole(batch, ",\"item\":0")["largest"].is_object());
}

#[test]
fn a_question_without_an_answer_says_where_and_appends_nothing() {
    let company = company();
    for (question, want) in [
        ("", "request.json "),
        ("[]", "request.type "),
        ("{}", "request.form /form"),
        (r#"{"form":null}"#, "request.form /form"),
        (r#"{"form":5}"#, "request.type /form"),
        (r#"{"form":"order"}"#, "request.form /form"),
        (r#"{"form":"user","change":"taro"}"#, "image.form /form"),
        (r#"{"form":"request","input":5}"#, "request.type /input"),
        (r#"{"form":"request","input":[]}"#, "request.type /input"),
        (r#"{"form":"request","input":{"payment":{}}}"#, "request.type /input/payment"),
        (r#"{"form":"request","input":{"usre":"taro"}}"#, "request.field.unknown /input/usre"),
        (
            r#"{"form":"request","input":{"user":"taro","user":"taro"}}"#,
            "request.field.duplicate /input/user",
        ),
        (r#"{"form":"request","input":{"user":"nobody"}}"#, "request.user.unknown /input/user"),
        (r#"{"form":"request","input":{"account":"a/b"}}"#, "request.account.unknown /input/account"),
        (r#"{"form":"request","input":{"now":"soon"}}"#, "request.now.malformed /input/now"),
        (r#"{"form":"request","input":{},"before":{"usre":"taro"}}"#, "request.field.unknown /before/usre"),
        (r#"{"form":"request","before":"taro"}"#, "request.type /before"),
        (r#"{"form":"request","item":-1}"#, "request.type /item"),
        (r#"{"form":"request","item":1.0}"#, "request.type /item"),
        (r#"{"form":"request","item":4294967296}"#, "request.type /item"),
        (r#"{"form":"request","item":"0"}"#, "request.type /item"),
        (r#"{"form":"request","lang":5}"#, "request.type /lang"),
        (r#"{"form":"request","input":{},"input":{}}"#, "request.field.duplicate /input"),
        (r#"{"form":"request","form":"request"}"#, "request.field.duplicate /form"),
        (r#"{"form":"request","change":"taro"}"#, "request.field.unknown /change"),
        (r#"{"form":"request"} x"#, "request.json "),
    ] {
        let mut out = String::from("before");
        let error = company.form_json(question, &mut out).unwrap_err();
        assert_eq!(format!("{} {}", error.code(), error.path()), want, "{question}");
        assert_eq!(out, "before", "{question}");
    }
    // Whom a request of before names may be gone by now.
    ask(&company, r#"{"form":"request","before":{"user":"nobody","account":"gone"}}"#);
}

#[test]
fn the_document_of_a_company_is_not_needed_and_a_part_is_enough() {
    let company = company();
    let image = Company::from_image(&company.to_image()).unwrap();
    let question = format!("{{\"form\":\"request\",\"input\":{TYPED},\"lang\":\"en\"}}");
    let answer = ask(&company, &question);
    assert_eq!(ask(&image, &question), answer);
    let mut out = String::new();
    let service = company.service();
    assert_eq!(service.form_json(COMPANY, &question, &mut out).unwrap(), FormOutcome::Valid);
    assert_eq!(out, answer);
    // The other forms are asked as ever, and have texts as well.
    out.clear();
    let user = r#"{"form":"user","change":"taro","input":{"id":""},"lang":"en"}"#;
    service.form_json(COMPANY, user, &mut out).unwrap();
    let mut texts = String::new();
    service.texts_json(&out, Lang::En, &mut texts).unwrap();
    assert!(out.ends_with(&format!(",\"texts\":{texts}}}")), "{out}");
    assert!(value(&out)["texts"]["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()), "{out}");
    let error = service.form_json("{", &question, &mut String::new()).unwrap_err();
    assert_eq!((error.code().name(), error.path()), ("request.form", ""));
    assert!(service.form(COMPANY, &question).is_err());
}

use alloc::string::{String, ToString};

use super::Prepared;
use crate::request::Request;
use crate::{Company, Service};

const SERVICE: &str = include_str!("../document/tests/service.json");
const COMPANY: &str = include_str!("../document/tests/company.json");

fn company() -> Company {
    Service::from_json(SERVICE).unwrap().company_from_json(COMPANY).unwrap()
}

/// A transfer, up to its last members.
const TRANSFER: &str = r#"{"user":"taro","business":"transfer","operation":"create","account":"main",
    "now":"2026-11-20T10:00:00+09:00","valueDate":"2026-11-20","usage":[
    {"limit":"accountPerDay.total","account":"main","day":"2026-11-20","used":"0"},
    {"limit":"accountPerDay.preRegistered","account":"main","day":"2026-11-20","used":"0"}]"#;
const PAYEE: &str = r#","payee":{"kind":"preRegistered","bank":"0169","branch":"101","document":true}"#;

fn text(parts: &[&str]) -> String {
    let mut text = TRANSFER.to_string();
    parts.iter().for_each(|part| text.push_str(part));
    text.push('}');
    text
}

/// What is answered to the request as it is now.
fn said(prepared: &Prepared) -> Option<String> {
    prepared.verdict().map(|verdict| {
        let mut json = String::new();
        verdict.write_json(&mut json);
        json
    })
}

fn evaluated(request: &str) -> Option<String> {
    let mut json = String::new();
    company().evaluate_json(request, &mut json).ok().map(|_| json)
}

#[test]
fn a_change_is_answered_as_the_changed_request() {
    for (why, from, changes, to) in [
        (
            "a member more",
            text(&[PAYEE]),
            r#"{"bearer":"payee","payment":"30000"}"#,
            text(&[PAYEE, r#","bearer":"payee","payment":"30000""#]),
        ),
        ("a member taken out", text(&[PAYEE, r#","bearer":"payee""#]), r#"{"bearer":null}"#, text(&[PAYEE])),
        (
            "a payee as a whole",
            text(&[PAYEE, r#","payment":"5","bearer":"payer""#]),
            r#"{"payee":{"kind":"newAccount"}}"#,
            text(&[r#","payee":{"kind":"newAccount"},"payment":"5","bearer":"payer""#]),
        ),
        (
            "a list as a whole",
            text(&[r#","approvers":["hanako","boss"]"#]),
            r#"{"approvers":["boss"]}"#,
            text(&[r#","approvers":["boss"]"#]),
        ),
        ("nothing", text(&[PAYEE]), "{}", text(&[PAYEE])),
        ("another user", text(&[PAYEE]), r#"{"user":"boss"}"#, text(&[PAYEE]).replace("taro", "boss")),
    ] {
        let mut prepared = company().prepare(&Request::from_json(&from).unwrap()).unwrap();
        assert_eq!(said(&prepared), evaluated(&from), "{why}: before");
        prepared.change(changes).unwrap();
        assert_eq!(said(&prepared), evaluated(&to), "{why}");
    }
}

#[test]
fn another_payment_is_answered_as_the_request_with_it() {
    let from = text(&[PAYEE, r#","bearer":"payee","approvers":["boss"]"#]);
    let mut prepared = company().prepare(&Request::from_json(&from).unwrap()).unwrap();
    for payment in
        [1, 110, 9_999, 10_000, 30_000, 999_999_999_999_999, 1_000_000_000_000_000, 0, -1, i64::MAX]
    {
        prepared.pay(Some(payment)).unwrap();
        let paid = alloc::format!(r#","payment":{payment}"#);
        assert_eq!(
            said(&prepared),
            evaluated(&text(&[PAYEE, r#","bearer":"payee","approvers":["boss"]"#, &paid])),
            "{payment}"
        );
    }
    prepared.pay(Some(30_000)).unwrap();
    prepared.change(r#"{"bearer":"payer"}"#).unwrap();
    let both = text(&[PAYEE, r#","bearer":"payer","approvers":["boss"],"payment":30000"#]);
    assert_eq!(said(&prepared), evaluated(&both), "the payment is kept by a change");
    prepared.pay(None).unwrap();
    assert_eq!(said(&prepared), evaluated(&text(&[PAYEE, r#","bearer":"payer","approvers":["boss"]"#])));
}

#[test]
fn where_a_change_has_an_error_there_is_no_answer() {
    let from = text(&[PAYEE, r#","bearer":"payee","payment":"30000""#]);
    let mut prepared = company().prepare(&Request::from_json(&from).unwrap()).unwrap();
    let before = said(&prepared);
    for (changes, error) in [
        (r#"{"bearer":"payer","payment":{}}"#, "request.type"),
        (r#"{"bearer":"payer","bonus":1}"#, "request.field.unknown"),
        (r#"{"bearer":"payer"#, "request.json"),
    ] {
        assert_eq!(prepared.change(changes).unwrap_err().code().name(), error);
        assert_eq!(said(&prepared), None, "{changes}");
        prepared.change("{}").unwrap();
        assert_eq!(said(&prepared), before, "{changes}: nothing of it was taken");
    }
    assert_eq!(
        prepared.change(r#"{"account":"none"}"#).unwrap_err().code().name(),
        "request.account.unknown"
    );
    assert_eq!(prepared.pay(Some(1)).unwrap_err().code().name(), "request.account.unknown");
    assert_eq!(said(&prepared), None);
    prepared.change(r#"{"account":"main","payment":"30000"}"#).unwrap();
    assert_eq!(said(&prepared), before);
}

#[test]
fn a_batch_has_no_payment_of_its_own() {
    let batch = r#"{"user":"taro","business":"bulkTransfer","operation":"create","account":"main","now":"2026-11-20T10:00:00+09:00"}"#;
    let mut prepared = company().prepare(&Request::from_json(batch).unwrap()).unwrap();
    let paid = batch.replace("\"account\"", "\"payment\":5,\"account\"");
    let error = company().evaluate_json(&paid, &mut String::new()).unwrap_err();
    assert_eq!(prepared.pay(Some(5)).unwrap_err(), error);
    assert_eq!(said(&prepared), None);
    prepared.pay(None).unwrap();
    assert_eq!(said(&prepared), evaluated(batch));
}

/// A bank with operations and groups of its own.
fn own_company() -> Company {
    let mut service: serde_json::Value = serde_json::from_str(SERVICE).unwrap();
    service["operations"] =
        serde_json::json!({ "stamp": { "sort": "ofBusiness" }, "knock": { "sort": "door" } });
    service["everyUser"]["stamp"] = "all".into();
    let mut company: serde_json::Value = serde_json::from_str(COMPANY).unwrap();
    company["groups"] = serde_json::json!({ "tokyo": {}, "osaka": {} });
    company["users"][0]["groups"] = serde_json::json!(["tokyo"]);
    Service::from_json(&service.to_string()).unwrap().company_from_json(&company.to_string()).unwrap()
}

#[test]
fn an_operation_gives_way_to_another_whoever_declared_it() {
    let company = own_company();
    let question = |more: &str| {
        alloc::format!(r#"{{"user":"taro","business":"transfer","now":"2026-11-20T10:00:00+09:00",{more}}}"#)
    };
    let mut prepared =
        company.prepare(&Request::from_json(&question(r#""operation":"create""#)).unwrap()).unwrap();
    for (change, whole) in [
        (r#"{"operation":"stamp"}"#, r#""operation":"stamp""#),
        (r#"{"payment":"x"}"#, r#""operation":"stamp","payment":"x""#),
        (r#"{"operation":"view","payment":null}"#, r#""operation":"view""#),
        (r#"{"operation":"knock"}"#, r#""operation":"knock""#),
        (r#"{"group":"osaka"}"#, r#""operation":"knock","group":"osaka""#),
        (r#"{"group":null,"operation":"create","payment":"5"}"#, r#""operation":"create","payment":"5""#),
        (r#"{"operation":null}"#, r#""payment":"5""#),
    ] {
        prepared.change(change).unwrap();
        let mut expected = String::new();
        company.evaluate_json(&question(whole), &mut expected).unwrap();
        assert_eq!(said(&prepared), Some(expected), "{change}");
    }
}

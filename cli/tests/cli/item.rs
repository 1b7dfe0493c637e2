//! `kessai item advance`.

use serde_json::{Value, json};

use crate::common::{Run, run, run_with};

const DOCUMENTS: [&str; 2] = ["fixtures/example/service-life.json", "fixtures/example/company-life.json"];

fn advance(question: &Value, options: &[&str]) -> Run {
    let [service, company] = DOCUMENTS;
    run_with(&[&["item", "advance", service, company, "-"], options].concat(), &question.to_string())
}

/// A transfer of 10,000 yen that somebody else has to approve.
fn submit() -> Value {
    let payee =
        json!({ "kind": "newAccount", "bank": "0169", "branch": "101", "type": "1", "number": "1234567" });
    let content = json!({ "account": "main", "valueDate": "2026-11-27", "payee": payee, "payment": "10000",
        "bearer": "payer" });
    json!({ "item": null, "usage": usage("0"), "event": { "type": "submit", "user": "taro01",
        "now": "2026-11-20T10:00:00+09:00", "business": "transfer", "content": content,
        "access": { "address": "203.0.113.9" } } })
}

fn usage(used: &str) -> Value {
    json!([{ "limit": "accountPerDay.total", "account": "main", "day": "2026-11-20", "used": used }])
}

/// The answer's item and usage with another event.
fn next(question: &Value, event: Value) -> Value {
    let answer: Value = serde_json::from_str(&advance(question, &["--format", "json"]).stdout).unwrap();
    let [item, usage] = ["item", "usage"].map(|field| answer.get(field).unwrap());
    json!({ "item": item, "usage": usage, "event": event })
}

fn approve(user: &str) -> Value {
    json!({ "type": "approve", "user": user, "now": "2026-11-20T11:00:00+09:00",
        "access": { "address": "203.0.113.9", "confirmationPasswordVerified": true } })
}

/// The explanation without its last line, which changes with every version of engine and documents.
fn story(run: &Run) -> String {
    let (story, foot) = run.stdout.trim_end().rsplit_once('\n').unwrap();
    assert!(foot.starts_with("kessai "), "{foot}");
    story.to_owned()
}

#[test]
fn each_outcome_has_its_status() {
    let pending = next(&submit(), approve("hanako01"));
    let table = [
        (submit(), 0, "changed", "a new item that may be submitted"),
        (pending.clone(), 0, "changed", "an approval by the other"),
        (next(&submit(), approve("taro01")), 1, "refused", "the requester has no right to approve"),
        (with(&submit(), "/event/content/payment", Value::Null), 1, "incomplete", "the payment is missing"),
        (with(&submit(), "/event/user", json!("nobody")), 2, "", "an unknown user"),
        (with(&pending, "/item/mode", Value::Null), 2, "", "an item that cannot be"),
        (json!({}), 2, "", "no event"),
    ];
    for (question, status, outcome, why) in table {
        let text = advance(&question, &[]);
        assert_eq!(text.status, status, "{why}\n{}{}", text.stdout, text.stderr);
        let answer = advance(&question, &["--format", "json"]);
        assert_eq!((answer.status, answer.stderr.as_str()), (status, ""), "{why}");
        let value: Value = serde_json::from_str(&answer.stdout).unwrap();
        if status == 2 {
            let error = value["error"].as_object().unwrap();
            assert_eq!(error.keys().collect::<Vec<_>>(), ["code", "path", "message"], "{why}");
            assert!(text.stderr.contains(error["code"].as_str().unwrap()), "{why}\n{}", text.stderr);
        } else {
            assert_eq!(value["outcome"], outcome, "{why}");
        }
    }
}

fn with(question: &Value, pointer: &str, value: Value) -> Value {
    let mut question = question.clone();
    *question.pointer_mut(pointer).unwrap() = value;
    question
}

#[test]
fn the_answer_is_explained() {
    insta::assert_snapshot!("submitted", story(&advance(&submit(), &[])));
    let approved = next(&submit(), approve("hanako01"));
    insta::assert_snapshot!("approved_ja", story(&advance(&approved, &["--lang", "ja"])));
    let cancelled = next(
        &approved,
        json!({ "type": "cancel", "user": "taro01", "now": "2026-11-26T10:00:00+09:00",
            "access": { "address": "203.0.113.9" } }),
    );
    insta::assert_snapshot!("cancelled", story(&advance(&cancelled, &[])));
    let twice = next(&approved, approve("hanako01"));
    insta::assert_snapshot!("refused", story(&advance(&twice, &[])));
}

#[test]
fn states_have_their_colours() {
    let coloured = advance(&submit(), &["--color", "always"]).stdout;
    assert!(coloured.contains("\u{1b}[33m"), "{coloured}");
    assert!(!advance(&submit(), &[]).stdout.contains('\u{1b}'));
}

#[test]
fn documents_with_errors_give_no_answer() {
    let [service, _] = DOCUMENTS;
    let answer = run(&["item", "advance", service, service, service]);
    assert_eq!(answer.status, 2);
    assert!(answer.stderr.contains("has errors"), "{}", answer.stderr);
}

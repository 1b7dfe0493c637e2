use alloc::format;
use alloc::string::{String, ToString};

use super::read::{APPROVERS_MAX, ATTRIBUTES_MAX, ITEMS_MAX, TEXT_BYTES_MAX, USAGE_MAX};
use super::{AccessValue, Request, Typed};
use crate::terms::Operation;

/// Reads a text that is no request and gives `code path: message`.
#[track_caller]
fn fault(text: &str) -> String {
    let error = Request::from_json(text).unwrap_err();
    format!("{} {}: {}", error.code(), error.path(), error.message(crate::Lang::En))
}

#[test]
fn a_request_is_read_as_it_is_typed() {
    let request = Request::from_json(
        r#" { "user": "taro01", "operation": "create", "payment": 30329, "typedFee": "abc", "bearer": "",
              "payee": { "kind": "newAccount", "bank": "0169", "name": "\u30e4\uff8f" }, "pattern": null,
              "approvers": ["hanako01"], "access": { "os": "x", "count": 1, "flag": false, "none": null },
              "usage": [ { "limit": "companyPerDay", "business": "bulk", "day": "2026-11-20", "used": "1" } ],
              "item": { "requester": "jiro", "counted": true } } "#,
    )
    .unwrap();
    assert_eq!(request.user.as_deref(), Some("taro01"));
    assert_eq!(request.operation, Some(Operation::Create));
    assert_eq!(request.single.payment, Some(Typed::Number("30329".into())));
    assert_eq!(request.single.typed_fee, Some(Typed::from("abc")), "what a person types is judged later");
    assert_eq!(request.single.bearer, None, "empty is absent");
    assert_eq!(request.single.pattern, None, "null is absent");
    assert_eq!(
        request.access,
        [
            ("os".into(), AccessValue::Text("x".into())),
            ("count".into(), AccessValue::Number("1".into())),
            ("flag".into(), AccessValue::Flag(false)),
            ("none".into(), AccessValue::Text("".into())),
        ],
        "what the attributes are is asked later"
    );
    assert_eq!(request.approvers.len(), 1);
    assert_eq!(request.usage.first().unwrap().business.as_deref(), Some("bulk"));
    assert!(request.order.unwrap().counted);
    assert_eq!(Request::from_json("{}").unwrap(), Request::default());
}

#[test]
fn an_empty_text_in_a_list_of_names_is_left_out() {
    for (list, names, why) in [
        (r#"[""]"#, &[][..], "an empty choice"),
        (r#"["",""]"#, &[], "two"),
        (r#"["","hanako01"]"#, &["hanako01"], "the first one of two"),
        (r#"["hanako01","","taro01"]"#, &["hanako01", "taro01"], "one between others"),
        (r#"[" "]"#, &[" "], "a blank is a text"),
    ] {
        let text = format!(r#"{{"approvers":{list},"item":{{"approvers":{list}}}}}"#);
        let request = Request::from_json(&text).unwrap();
        assert_eq!(request.approvers.as_slice(), names, "{why}");
        let of_item = request.order.and_then(|item| item.approvers).unwrap_or_default();
        assert_eq!(of_item.as_slice(), names, "{why}");
    }
}

#[test]
fn what_is_no_request_says_where_and_why() {
    for (text, message) in [
        ("", "request.json : the request is not JSON: the text ends too early at byte 0"),
        ("{", "request.json : the request is not JSON: the text ends too early at byte 1"),
        ("[]", "request.type : an object is expected"),
        ("{} {}", "request.json : the request is not JSON: something follows the value at byte 3"),
        (r#"{"usr":"a"}"#, "request.field.unknown /usr: there is no field `usr` here"),
        (r#"{"a/b":"a"}"#, "request.field.unknown /a~1b: there is no field `a/b` here"),
        (r#"{"user":"a","user":"b"}"#, "request.field.duplicate /user: the field `user` stands twice"),
        (r#"{"user":1}"#, "request.type /user: a text is expected"),
        (r#"{"payment":true}"#, "request.type /payment: an amount as a text or number is expected"),
        (r#"{"payee":"x"}"#, "request.type /payee: an object is expected"),
        (r#"{"payee":{"document":"x"}}"#, "request.type /payee/document: true or false is expected"),
        (r#"{"approvers":"x"}"#, "request.type /approvers: a list is expected"),
        (r#"{"approvers":["a",null]}"#, "request.type /approvers/1: a text is expected"),
        (r#"{"approvers":["a",7]}"#, "request.type /approvers/1: a text is expected"),
        (r#"{"access":[]}"#, "request.type /access: an object is expected"),
        (r#"{"access":{"os":[1]}}"#, "request.type /access/os/0: a text is expected"),
        (
            r#"{"access":{"a/b":{}}}"#,
            "request.type /access/a~1b: a text, a number, true, false or a list of texts is expected",
        ),
        (
            r#"{"access":{"os":"x","os":"x"}}"#,
            "request.field.duplicate /access/os: the field `os` stands twice",
        ),
        (
            r#"{"items":[{"payment":"1"},{"user":"a"}]}"#,
            "request.field.unknown /items/1/user: there is no field `user` here",
        ),
        (
            r#"{"usage":[{"day":"2026-01-01"}]}"#,
            "request.usage.incomplete /usage/0: `limit` is missing in an entry of usage",
        ),
    ] {
        assert_eq!(fault(text), message, "{text}");
    }
}

#[test]
fn lists_and_texts_have_bounds() {
    let list = |field: &str, element: &str, count: usize| {
        format!("{{\"{field}\":[{}]}}", alloc::vec![element; count].join(","))
    };
    let usage = r#"{"limit":"x","day":"2026-01-01","used":"1"}"#;
    for (field, element, most) in
        [("approvers", "\"a\"", APPROVERS_MAX), ("usage", usage, USAGE_MAX), ("items", "{}", ITEMS_MAX)]
    {
        assert!(Request::from_json(&list(field, element, most)).is_ok(), "{field}");
        let message = format!("request.list.long /{field}: a list has more than {most} elements");
        assert_eq!(fault(&list(field, element, most + 1)), message);
    }
    let text = |bytes: usize| format!("{{\"user\":\"{}\"}}", "x".repeat(bytes));
    assert!(Request::from_json(&text(TEXT_BYTES_MAX)).is_ok());
    assert_eq!(fault(&text(TEXT_BYTES_MAX + 1)), "request.text.long /user: a text has more than 1,024 bytes");
    let access = |count: usize| {
        let attributes: alloc::vec::Vec<_> = (0..count).map(|at| format!("\"a{at}\":1")).collect();
        format!("{{\"access\":{{{}}}}}", attributes.join(","))
    };
    assert!(Request::from_json(&access(ATTRIBUTES_MAX)).is_ok());
    assert_eq!(
        fault(&access(ATTRIBUTES_MAX + 1)),
        "request.list.long /access: `access` has more than 96 attributes"
    );
}

#[test]
fn a_fault_says_itself_in_one_line() {
    let error = Request::from_json(r#"{"user":1}"#).unwrap_err();
    assert_eq!(error.to_string(), "a text is expected (at `/user`)");
    let mut json = String::new();
    error.to_json(&mut json);
    assert_eq!(
        json,
        concat!(
            r#"{"code":"request.type","path":"/user","message":"a text is expected","#,
            r#""messageJa":"文字列を指定してください"}"#
        )
    );
}

mod doors;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::{Company, Service};

/// A bank with Japan's holidays, a single business and a batch one; other parts are put into it.
fn company(parts: &Value) -> Company {
    let mut service = json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "businesses": {
            "transfer": { "kind": "transfer", "approvalModes": ["none"], "limits": [] },
            "payroll": { "kind": "payroll", "approvalModes": ["none"], "limits": [] }
        },
        "rights": {
            "transfer.all": { "always": { "create": "all", "approve": "all" } },
            "payroll.all": { "always": { "create": "all", "approve": "all" } }
        },
        "patterns": [
            { "key": "same", "when": { "sameBank": true } },
            { "key": "other", "when": { "sameBank": false } }
        ],
        "standardFees": [{ "from": "2019-10-01", "tables": {
            "transfer": { "same": [{ "from": "0", "fee": "0" }], "other": [{ "from": "0", "fee": "110" }] },
            "payroll": { "same": [{ "from": "0", "fee": "0" }], "other": [{ "from": "0", "fee": "110" }] }
        } }],
        "calendar": { "from": "2026-11-01", "to": "2027-01-31", "weekend": ["sat", "sun"], "national": "JP" }
    });
    for (name, value) in parts.as_object().unwrap() {
        service[name] = value.clone();
    }
    let service = Service::from_json(&service.to_string()).unwrap_or_else(|findings| panic!("{findings}"));
    let company = json!({
        "format": 1, "id": "company",
        "approval": { "transfer": "none", "payroll": "none" },
        "accounts": [{ "id": "main", "bank": "0001", "branch": "101", "type": "1", "number": "1234567", "limits": {} }],
        "users": [{ "id": "taro", "role": "master", "enabled": true, "limits": {} }]
    });
    service.company_from_json(&company.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A transfer that is in order, with some fields put over it.
fn transfer(over: &Value) -> Value {
    let request = json!({
        "user": "taro", "business": "transfer", "operation": "create", "account": "main",
        "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24",
        "payee": { "kind": "newAccount", "bank": "0002", "branch": "201" }, "payment": "30000"
    });
    merged(request, over)
}

fn payroll(over: &Value) -> Value {
    let request = json!({
        "user": "taro", "business": "payroll", "operation": "create", "account": "main", "entry": "file",
        "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24",
        "items": [{ "payee": { "bank": "0001", "branch": "101" }, "payment": "30000" }]
    });
    merged(request, over)
}

/// Facts of an item that waits for anybody.
fn pending() -> Value {
    json!({ "requester": "taro", "approvers": [], "state": "pendingFinal" })
}

fn merged(mut base: Value, over: &Value) -> Value {
    for (name, value) in over.as_object().unwrap() {
        match value {
            Value::Object(inner) if base[name].is_object() => {
                base[name] = merged(base[name].take(), &inner.clone().into());
            }
            Value::Null => drop(base.as_object_mut().unwrap().remove(name)),
            _ => base[name] = value.clone(),
        }
    }
    base
}

fn verdict(company: &Company, request: &Value) -> Value {
    let mut out = String::new();
    company.evaluate_json(&request.to_string(), &mut out).unwrap();
    serde_json::from_str(&out).unwrap()
}

/// The reasons of the form step as lines: code, path and figures; missing fields as `? PATH`.
fn says(company: &Company, request: &Value) -> Vec<String> {
    let verdict = verdict(company, request);
    let mut lines = Vec::new();
    for reason in verdict["reasons"].as_array().unwrap() {
        let mut line = format!("{} {}", reason["code"].as_str().unwrap(), reason["path"].as_str().unwrap());
        for name in ["max", "min", "expected", "earliest", "latest", "at", "character"] {
            match &reason[name] {
                Value::Null => {}
                Value::String(text) => line.push_str(&format!(" {name}={text}")),
                other => line.push_str(&format!(" {name}={other}")),
            }
        }
        lines.push(line);
    }
    lines.extend(
        verdict["missing"].as_array().unwrap().iter().map(|at| format!("? {}", at.as_str().unwrap())),
    );
    lines
}

const NONE: [&str; 0] = [];

/// One day ahead to the own bank, three to others, until noon and 17:00.
fn with_window() -> Company {
    company(&json!({ "windows": {
        "transfer": { "earliestBusinessDays": 0, "cutoff": "15:00", "latestMonths": 1 },
        "payroll": { "earliestBusinessDays": 1, "cutoff": "12:00", "latestBusinessDays": 15,
            "otherBank": { "earliestBusinessDays": 3, "cutoff": "17:00" } }
    } }))
}

#[test]
fn a_value_date_is_in_time_up_to_the_cut_off() {
    let company = with_window();
    for (now, value, want, why) in [
        ("2026-11-20T14:59:59+09:00", "2026-11-20", None, "the last second"),
        ("2026-11-20T15:00:00+09:00", "2026-11-20", Some("2026-11-24"), "the first that is too late"),
        ("2026-11-20T06:00:00Z", "2026-11-20", Some("2026-11-24"), "the same second, as London writes it"),
        ("2026-11-20T15:00:00+09:00", "2026-11-24", None, "the next business day"),
        ("2026-11-24T09:00:00+09:00", "2026-11-20", Some("2026-11-24"), "in the past"),
        ("2026-11-21T16:00:00+09:00", "2026-11-24", None, "asked on a Saturday"),
        ("2026-12-30T15:00:00+09:00", "2026-12-30", Some("2027-01-04"), "after the New Year's holidays"),
        ("2027-01-29T15:00:00+09:00", "2027-01-29", Some(""), "the calendar has no further day"),
    ] {
        let want: Vec<String> = match want {
            None => Vec::new(),
            Some("") => ["form.valueDate.tooSoon /valueDate".to_string()].into(),
            Some(day) => [format!("form.valueDate.tooSoon /valueDate earliest={day}")].into(),
        };
        let request = transfer(&json!({ "now": now, "valueDate": value }));
        assert_eq!(says(&company, &request), want, "{now} {value}: {why}");
    }
}

#[test]
fn a_value_date_may_be_too_far_ahead() {
    let company = with_window();
    for (now, value, want, why) in [
        ("2026-11-21T10:00:00+09:00", "2026-12-21", NONE.as_slice(), "the same day of the next month"),
        (
            "2026-11-21T10:00:00+09:00",
            "2026-12-22",
            &["form.valueDate.tooLate /valueDate latest=2026-12-21"],
            "one later",
        ),
        (
            "2026-11-20T10:00:00+09:00",
            "2026-12-21",
            &["form.valueDate.tooLate /valueDate latest=2026-12-18"],
            "20 December is a Sunday",
        ),
        ("2026-11-30T10:00:00+09:00", "2026-12-30", &[], "the last business day of the year"),
        (
            "2026-12-03T10:00:00+09:00",
            "2027-01-04",
            &["form.valueDate.tooLate /valueDate latest=2026-12-30"],
            "3 January is a holiday",
        ),
    ] {
        let request = transfer(&json!({ "now": now, "valueDate": value }));
        assert_eq!(says(&company, &request), want, "{now} {value}: {why}");
    }
}

/// Whether any payee is at another bank decides which bound holds.
#[test]
fn other_banks_close_earlier() {
    let company = with_window();
    let to = |bank: Value, value: &str| {
        payroll(&json!({ "valueDate": value, "items": [
            { "payee": { "bank": "0001", "branch": "101" }, "payment": "1000" },
            { "payee": { "bank": bank, "branch": "201" }, "payment": "1000" }
        ] }))
    };
    let soon = ["form.valueDate.tooSoon /valueDate earliest=2026-11-26"];
    for (bank, value, want, why) in [
        (json!("0001"), "2026-11-24", NONE.as_slice(), "the own bank: one business day"),
        (json!("0002"), "2026-11-25", &soon, "another bank: three"),
        (json!("0002"), "2026-11-26", &[], "three"),
        (Value::Null, "2026-11-24", &["? /items/1/payee/bank"], "it rests on the bank that is missing"),
        (
            Value::Null,
            "2026-11-26",
            &["? /items/1/payee/bank"],
            "early enough whatever the bank: only the fee asks",
        ),
    ] {
        assert_eq!(says(&company, &to(bank, value)), want, "{value}: {why}");
    }
    let without_account = merged(to(json!("0002"), "2026-11-24"), &json!({ "account": null }));
    assert_eq!(says(&company, &without_account), ["? /account"], "the account is missing: the base alone");
    let none = merged(to(json!("0002"), "2026-11-24"), &json!({ "items": null }));
    assert_eq!(says(&company, &none), ["? /items"]);
}

#[test]
fn windows_are_for_new_items_on_days_of_the_calendar() {
    let company = with_window();
    let late = transfer(&json!({ "valueDate": "2026-11-20", "now": "2026-11-20T15:00:00+09:00" }));
    let approve = merged(late.clone(), &json!({ "operation": "approve", "item": pending() }));
    assert_eq!(says(&company, &approve), NONE, "an approval has its own deadline");
    let before = merged(late.clone(), &json!({ "now": "2026-10-31T10:00:00+09:00" }));
    assert_eq!(says(&company, &before), ["form.now.outsideCalendar /now"]);
    let after = merged(late.clone(), &json!({ "now": "2027-02-01T00:00:00+09:00" }));
    let both = ["form.valueDate.tooSoon /valueDate", "form.now.outsideCalendar /now"];
    assert_eq!(says(&company, &after), both, "the past needs no calendar");
    let without_now = merged(late, &json!({ "now": null }));
    assert_eq!(says(&company, &without_now), ["? /now"]);
    let malformed = transfer(&json!({ "valueDate": "2026-11-31", "now": "2026-10-31T10:00:00+09:00" }));
    assert_eq!(says(&company, &malformed), ["form.date /valueDate"], "no check without a value date");
}

/// The rolled day is the one that the window looks at.
#[test]
fn a_window_looks_at_the_day_after_a_roll() {
    let company = company(&json!({
        "settings": { "holiday": { "roll": "next" } },
        "windows": { "transfer": { "latestDays": 4 } }
    }));
    let on = |value: &str| verdict(&company, &transfer(&json!({ "valueDate": value })));
    assert_eq!(
        (&on("2026-11-22")["valueDate"], &on("2026-11-22")["outcome"]),
        (&json!("2026-11-24"), &json!("accepted"))
    );
    let late = transfer(&json!({ "valueDate": "2026-11-21", "now": "2026-11-19T10:15:00+09:00" }));
    assert_eq!(says(&company, &late), ["form.valueDate.tooLate /valueDate latest=2026-11-20"]);
    assert_eq!(verdict(&company, &late)["fee"]["bankFee"], "110", "and is used all the same");
}

/// Rules as banks have them, with everything normalised.
fn with_rules(settings: &Value) -> Company {
    company(&json!({
        "settings": settings,
        "fields": { "request": {
            "payee.bank": { "characters": "digits", "minLength": 4, "maxLength": 4 },
            "payee.branch": { "characters": "digits", "minLength": 3, "maxLength": 3 },
            "payee.number": [
                { "characters": "digits", "minLength": 7, "maxLength": 7, "required": true, "businesses": ["transfer"] },
                { "characters": "alphanumerics", "maxLength": 7 }
            ],
            "payee.name": [
                { "characters": "zenginPayroll", "maxLength": 30, "businesses": ["payroll"] },
                { "characters": "zenginName", "maxLength": 30, "required": true }
            ],
            "payee.type": { "list": ["1", "2"] },
            "payment": { "min": "1", "max": "9999999999" },
            "edi": { "characters": "zenginEdi", "maxLength": 20 },
            "senderCode": { "characters": "digits", "maxLength": 10 },
            "senderName": { "characters": "zenginName" }
        } }
    }))
}

fn filled(over: &Value) -> Value {
    let request = transfer(&json!({ "payee": { "number": "1234567", "name": "ｶ)ﾔﾏﾀﾞ" } }));
    merged(request, over)
}

#[test]
fn a_text_against_its_rule_is_a_reason() {
    let company = with_rules(&json!({}));
    assert_eq!(says(&company, &filled(&json!({}))), NONE);
    for (over, want) in [
        (json!({ "payee": { "number": "123456" } }), ["form.tooShort /payee/number min=7"].as_slice()),
        (json!({ "payee": { "number": "12345678" } }), &["form.tooLong /payee/number max=7"]),
        (
            json!({ "payee": { "number": "123456a" } }),
            &["form.characters /payee/number expected=digits at=6 character=a"],
        ),
        (json!({ "payee": { "number": null, "name": "" } }), &["? /payee/number", "? /payee/name"]),
        (json!({ "payee": { "type": "9" } }), &["form.list /payee/type"]),
        (
            json!({ "payee": { "name": "ﾔﾏﾀﾞ･ﾀﾛｳ" } }),
            &["form.characters /payee/name expected=zenginName at=4 character=･"],
        ),
        (json!({ "edi": "ABC｢1｣/\\ｦ" }), &[]),
        (json!({ "edi": "123456789012345678901" }), &["form.tooLong /edi max=20"]),
        (json!({ "payment": "9999999999" }), &[]),
        (json!({ "payment": "10000000000" }), &["form.range /payment max=9999999999 min=1"]),
        (json!({ "payment": "0" }), &["form.range /payment max=9999999999 min=1"]),
        (json!({ "payment": "-1" }), &["form.amount /payment"]),
        (
            json!({ "senderName": "abc" }),
            &["form.characters /senderName expected=zenginName at=0 character=a"],
        ),
    ] {
        assert_eq!(says(&company, &filled(&over)), want, "{over}");
    }
    let view = merged(filled(&json!({ "payee": { "number": "1" } })), &json!({ "operation": "cancel" }));
    assert!(!says(&company, &view).iter().any(|line| line.contains("number")), "the form is not looked at");
    let approve = filled(&json!({ "payee": { "number": "1" }, "operation": "approve", "item": pending() }));
    assert_eq!(says(&company, &approve), ["form.tooShort /payee/number min=7"]);
}

/// The first rule that is meant for the business holds; the reasons of the request come before those of its items.
#[test]
fn each_business_has_its_rules() {
    let company = with_rules(&json!({}));
    let request = payroll(&json!({
        "senderCode": "12345678901",
        "items": [
            { "payee": { "bank": "0001", "branch": "101", "number": "A-1" }, "payment": "1" },
            { "payee": { "bank": "0001", "branch": "101", "number": "A1", "name": "ABC" }, "payment": "10000000000" }
        ]
    }));
    assert_eq!(
        says(&company, &request),
        [
            "form.tooLong /senderCode max=10",
            "form.characters /items/0/payee/number expected=alphanumerics at=1 character=-",
            "form.characters /items/1/payee/name expected=zenginPayroll at=0 character=A",
            "form.range /items/1/payment max=9999999999 min=1",
        ]
    );
}

/// A bank or branch with a reason counts as absent without being missing; a payment out of range too.
#[test]
fn a_field_with_a_reason_is_not_missing() {
    let company = with_rules(&json!({}));
    let fee = |over: &Value| verdict(&company, &filled(over))["fee"].clone();
    let bank = json!({ "payee": { "bank": "000X" } });
    assert_eq!(
        says(&company, &filled(&bank)),
        ["form.characters /payee/bank expected=digits at=3 character=X"]
    );
    assert_eq!(fee(&bank), Value::Null);
    let branch = json!({ "payee": { "branch": "20X" } });
    assert_eq!(
        says(&company, &filled(&branch)),
        ["form.characters /payee/branch expected=digits at=2 character=X"]
    );
    assert_eq!(fee(&branch), Value::Null, "no quote for an account that cannot be");
    assert_eq!(fee(&json!({ "payment": "10000000000" })), Value::Null);
    assert_eq!(fee(&json!({}))["bankFee"], json!("110"));
}

#[test]
fn normalised_texts_count_and_are_said() {
    let company = with_rules(&json!({ "charset": { "policy": "normalise" }, "overflow": "truncate" }));
    let request = filled(&json!({
        "senderName": "カ）ヤマダ", "senderCode": "１２３",
        "payee": { "bank": "０００１", "branch": "１０１", "number": "１２３４５６７", "name": "パーティーショップ・" },
        "edi": "abc"
    }));
    let answer = verdict(&company, &request);
    let value = |path: &str, value: &str| json!({ "path": path, "value": value });
    assert_eq!(
        answer["normalised"],
        json!([
            value("/senderName", "ｶ)ﾔﾏﾀﾞ"),
            value("/senderCode", "123"),
            value("/payee/bank", "0001"),
            value("/payee/branch", "101"),
            value("/payee/number", "1234567"),
            value("/edi", "ABC"),
        ]),
        "but not the name, which has a reason"
    );
    assert_eq!(
        says(&company, &request),
        ["form.characters /payee/name expected=zenginName at=9 character=・"]
    );
    assert_eq!(answer["fee"]["bankFee"], json!("0"), "the own bank");
    assert!(verdict(&company, &filled(&json!({}))).get("normalised").is_none());
    let mut out = String::new();
    company.evaluate_json(&request.to_string(), &mut out).unwrap();
    assert!(out.contains("],\"missing\":[],\"normalised\":[{\"path\":\"/senderName\",\"value\":\"ｶ)ﾔﾏﾀﾞ\"},"));
}

/// The name and the code of the sender share the field of the record.
#[test]
fn the_sender_has_so_much_room() {
    let settings =
        |overflow: &str| json!({ "name": { "senderLen": 12, "senderLenWithEdi": 8 }, "overflow": overflow });
    let reject = with_rules(&settings("reject"));
    for (name, code, edi, want, why) in [
        ("ABCDEFGHIJKL", "", "", NONE.as_slice(), "the name alone has all of it"),
        ("ABCDEFGHIJKLM", "", "", &["form.tooLong /senderName max=12"], "one more"),
        ("ABCDEFGH", "123", "", &[], "3 + 1 + 8"),
        ("ABCDEFGHI", "123", "", &["form.tooLong /senderName max=8"], "3 + 1 + 9"),
        ("ABCD", "123", "X", &[], "with EDI information: 3 + 1 + 4"),
        ("ABCDE", "123", "X", &["form.tooLong /senderName max=4"], "one more"),
        ("A", "1234567890", "X", &["form.tooLong /senderName max=0"], "there is no room at all"),
        ("", "1234567890", "X", &[], "the code is not bounded by it"),
        (
            "ABCDEFGHIJKL",
            "12X",
            "",
            &["form.characters /senderCode expected=digits at=2 character=X"],
            "a code with a reason counts as absent",
        ),
        (
            "abcdefghijklm",
            "1",
            "",
            &["form.characters /senderName expected=zenginName at=0 character=a"],
            "the name's own reason is enough",
        ),
    ] {
        let request = filled(&json!({ "senderName": name, "senderCode": code, "edi": edi }));
        assert_eq!(says(&reject, &request), want, "{why}");
    }
    let truncate = with_rules(&settings("truncate"));
    let cut = |name: &str, code: &str| {
        let request = filled(&json!({ "senderName": name, "senderCode": code }));
        (says(&truncate, &request), verdict(&truncate, &request)["normalised"].clone())
    };
    let to = |name: &str| json!([{ "path": "/senderName", "value": name }]);
    assert_eq!(cut("ﾔﾏﾀﾞｼﾖｳｶｲ", "12345678"), (Vec::new(), to("ﾔﾏ")), "3 characters of room would part ﾀ and ﾞ");
    assert_eq!(cut("ﾔﾏﾀﾞｼﾖｳｶｲ", "123456"), (Vec::new(), to("ﾔﾏﾀﾞｼ")));
    let nothing = (["form.tooLong /senderName max=1".to_string()].into(), Value::Null);
    assert_eq!(cut("ﾀﾞｲ", "1234567890"), nothing, "nothing would be left");
}

/// In a batch the EDI information of any item counts; without rules for a request nothing is looked at.
#[test]
fn the_sender_of_a_batch() {
    let settings = json!({ "name": { "senderLen": 12, "senderLenWithEdi": 8 } });
    let items = |edi: &str| {
        json!({ "senderName": "ABCDEFGHI", "items": [
            { "payee": { "bank": "0001", "branch": "101" }, "payment": "1" },
            { "payee": { "bank": "0001", "branch": "101" }, "payment": "1", "edi": edi }
        ] })
    };
    let with = company(&json!({ "settings": settings, "fields": { "request": {} } }));
    assert_eq!(says(&with, &payroll(&items(""))), NONE);
    assert_eq!(says(&with, &payroll(&items("1"))), ["form.tooLong /senderName max=8"]);
    let without = company(&json!({ "settings": settings, "fields": { "user": {} } }));
    assert_eq!(says(&without, &payroll(&items("1"))), NONE);
}

/// A rule may ask for an amount in a text.
#[test]
fn a_text_may_have_to_be_an_amount() {
    let company = company(&json!({ "fields": { "request": { "edi": { "min": "10", "max": "20" } } } }));
    for (edi, want) in [
        ("10", NONE.as_slice()),
        ("9", &["form.range /edi max=20 min=10"]),
        ("21", &["form.range /edi max=20 min=10"]),
        ("x", &["form.amount /edi"]),
    ] {
        assert_eq!(says(&company, &transfer(&json!({ "edi": edi }))), want);
    }
}

/// A resolved request that is used again forgets what was said of the one before.
#[test]
fn what_was_said_is_not_said_again() {
    let company = with_rules(&json!({ "charset": { "policy": "normalise" } }));
    let (bad, good) = (filled(&json!({ "payee": { "name": "＠" }, "edi": "a" })), filled(&json!({})));
    let (bad, good) = (bad.to_string(), good.to_string());
    let mut resolved = crate::resolve::Resolved::empty(&company);
    let mut verdict = company.verdict();
    for (text, reasons, normalised) in [(&bad, 1, 1), (&good, 0, 0), (&bad, 1, 1)] {
        let request = crate::Request::from_json(text).unwrap();
        company.resolve_into(&request, &mut resolved).unwrap();
        resolved.decide(&mut verdict);
        assert_eq!((verdict.reasons.len(), verdict.normalised.len()), (reasons, normalised));
    }
}

mod codes;
mod days;

//! The past, and the days that are named in the place of one that is refused.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{company, merged, says, transfer};
use crate::{Company, Lang, Request, Service};

const NONE: [&str; 0] = [];

#[test]
fn nobody_pays_before_the_operation_day() {
    let plain = company(&json!({}));
    let rolls = |roll: &str| company(&json!({ "settings": { "holiday": { "roll": roll } } }));
    let (next, previous) = (rolls("next"), rolls("previous"));
    for (bank, now, value, want, why) in [
        (&plain, "2026-11-20T23:59:59+09:00", "2026-11-20", NONE.as_slice(), "the day itself, to its end"),
        (
            &plain,
            "2026-11-20T00:00:00+09:00",
            "2026-11-19",
            &["tooSoon earliest=2026-11-20"],
            "the day before",
        ),
        (
            &plain,
            "2026-11-21T10:00:00+09:00",
            "2026-11-20",
            &["tooSoon earliest=2026-11-24"],
            "over a long weekend",
        ),
        (&plain, "2026-10-01T10:00:00+09:00", "2026-11-02", &[], "the calendar begins later than today"),
        (
            &plain,
            "2027-02-01T10:00:00+09:00",
            "2027-01-29",
            &["tooSoon"],
            "behind the calendar nothing can be given",
        ),
        (
            &plain,
            "2026-11-24T10:00:00+09:00",
            "2026-11-22",
            &["notBusinessDay earliest=2026-11-24"],
            "a Sunday gone by",
        ),
        (
            &plain,
            "2026-11-27T10:00:00+09:00",
            "2026-11-22",
            &["notBusinessDay earliest=2026-11-27"],
            "the next business day has gone by too",
        ),
        (
            &plain,
            "2026-11-27T10:00:00+09:00",
            "2027-01-31",
            &["notBusinessDay latest=2027-01-29"],
            "the last Sunday of the calendar",
        ),
        (&next, "2026-11-24T10:00:00+09:00", "2026-11-21", &[], "a Saturday gone by that is rolled to today"),
        (
            &next,
            "2026-11-25T10:00:00+09:00",
            "2026-11-21",
            &["tooSoon earliest=2026-11-25"],
            "and to yesterday",
        ),
        (
            &previous,
            "2026-11-21T10:00:00+09:00",
            "2026-11-21",
            &["tooSoon earliest=2026-11-24"],
            "today, rolled into the past",
        ),
    ] {
        let request = transfer(&json!({ "now": now, "valueDate": value }));
        assert_eq!(of_value_date(bank, &request), want, "{now} {value}: {why}");
    }
}

/// What is said of the value date, in short.
fn of_value_date(bank: &Company, request: &Value) -> Vec<String> {
    let short = |line: &String| line.replace("form.valueDate.", "").replace(" /valueDate", "");
    says(bank, request).iter().map(short).collect()
}

/// Without a calendar every day is as good as another, but for the past.
#[test]
fn a_bank_without_a_calendar_takes_today() {
    let service = json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "-08:00",
        "businesses": { "transfer": { "kind": "transfer", "approvalModes": ["none"], "limits": [] } },
        "rights": { "transfer.all": { "always": { "create": "all", "approve": "all" } } },
        "patterns": [{ "key": "any", "when": {} }],
        "standardFees": [{ "from": "2019-10-01", "tables": { "transfer": { "any": [{ "from": "0", "fee": "0" }] } } }]
    });
    let company = Service::from_json(&service.to_string()).unwrap().company_from_json(
        r#"{ "format": 1, "id": "company", "approval": { "transfer": "none" },
            "accounts": [{ "id": "main", "bank": "0001", "branch": "101", "type": "1", "number": "1234567" }],
            "users": [{ "id": "taro", "role": "master", "enabled": true }] }"#,
    );
    let company = company.unwrap();
    let on = |value: &str| {
        says(&company, &transfer(&json!({ "valueDate": value, "now": "2026-11-22T00:00:00Z" })))
    };
    assert_eq!(on("2026-11-21"), NONE, "a Saturday, and still that day at the bank");
    assert_eq!(on("2026-11-20"), ["form.valueDate.tooSoon /valueDate earliest=2026-11-21"]);
}

/// Who approves cannot choose another day, so that none is named to him; and the window does not ask him.
#[test]
fn who_approves_is_told_of_the_past_alone() {
    let company =
        company(&json!({ "windows": { "transfer": { "earliestBusinessDays": 2, "latestDays": 3 } } }));
    let on = |now: &str| {
        let request = transfer(&json!({ "operation": "approve", "valueDate": "2026-11-24", "now": now,
            "item": { "requester": "hanako", "approvers": [], "state": "pendingFinal", "payeeKind": "newAccount" } }));
        says(&company, &request)
            .into_iter()
            .filter(|line| line.starts_with("form."))
            .collect::<alloc::vec::Vec<_>>()
    };
    assert_eq!(on("2026-11-24T23:59:59+09:00"), NONE, "the day itself");
    assert_eq!(on("2026-11-25T00:00:00+09:00"), ["form.valueDate.tooSoon /valueDate"], "the day after it");
    assert_eq!(on("2026-11-01T00:00:00+09:00"), NONE, "too far ahead is no matter of his");
}

fn text(company: &Company, request: &Value, lang: Lang) -> String {
    let request = request.to_string();
    let verdict = company.evaluate(&Request::from_json(&request).unwrap()).unwrap();
    verdict.reasons().next().unwrap().text(lang)
}

/// Where no day is possible none is named, and the text says so.
#[test]
fn no_way_out_is_said() {
    // Friday after the cut-off: Thursday would be the first in time, but five days ahead are the most.
    let company = company(
        &json!({ "windows": { "transfer": { "earliestBusinessDays": 2, "cutoff": "15:00", "latestDays": 5 } } }),
    );
    let late = transfer(&json!({ "now": "2026-11-20T15:00:00+09:00" }));
    for (value, code, ja, en) in [
        (
            "2026-11-25",
            "tooSoon",
            "受付の締切を過ぎているため、この指定日ではお取扱いできません。",
            "It is too late for this value date.",
        ),
        (
            "2026-11-26",
            "tooLate",
            "指定日が受付可能な期間より先の日付です。",
            "The value date is too far ahead.",
        ),
        (
            "2026-11-23",
            "notBusinessDay",
            "指定日は銀行営業日ではありません。",
            "The value date is not a business day.",
        ),
    ] {
        let request = merged(late.clone(), &json!({ "valueDate": value }));
        assert_eq!(says(&company, &request), [format!("form.valueDate.{code} /valueDate")]);
        assert_eq!(text(&company, &request, Lang::Ja), format!("{ja}代わりに指定できる日はありません。"));
        assert_eq!(text(&company, &request, Lang::En), format!("{en} No other day can be given."));
    }
    let in_time = |value: &str| {
        merged(late.clone(), &json!({ "now": "2026-11-20T14:59:59+09:00", "valueDate": value }))
    };
    assert_eq!(says(&company, &in_time("2026-11-25")), NONE, "a second earlier one day is taken");
    for (value, ja, en) in [
        (
            "2026-11-24",
            "受付の締切を過ぎているため、この指定日ではお取扱いできません。最短の指定日は2026-11-25です。",
            "It is too late for this value date. The earliest is 2026-11-25.",
        ),
        (
            "2026-11-26",
            "指定日が受付可能な期間より先の日付です。2026-11-25までの日付を指定してください。",
            "The value date is too far ahead. The latest is 2026-11-25.",
        ),
        (
            "2026-11-23",
            "指定日は銀行営業日ではありません。最短の指定日は2026-11-25です。",
            "The value date is not a business day. The next day that can be given is 2026-11-25.",
        ),
        (
            "2026-11-28",
            "指定日は銀行営業日ではありません。2026-11-25までの日付を指定してください。",
            "The value date is not a business day. The last day that can be given is 2026-11-25.",
        ),
    ] {
        assert_eq!(text(&company, &in_time(value), Lang::Ja), ja);
        assert_eq!(text(&company, &in_time(value), Lang::En), en);
    }
}

/// A payment of nothing, and one that its fee eats up.
#[test]
fn nothing_to_transfer_has_two_texts() {
    let company = company(&json!({}));
    let request = transfer(&json!({ "payment": "0" }));
    assert_eq!(says(&company, &request), ["fee.notLessThanPayment /payment min=1".to_string()]);
    assert_eq!(
        text(&company, &request, Lang::Ja),
        "支払金額から振込金額が残りません。1円以上の金額を入力してください。"
    );
    assert_eq!(
        text(&company, &request, Lang::En),
        "Nothing of the payment is left to transfer. It is at least JPY 1."
    );
}

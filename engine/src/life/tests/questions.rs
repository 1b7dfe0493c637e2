//! Questions without an answer, and the answer as it is written (`docs/item.md`, section 3).

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, by, content, item, raw, used};
use crate::request::RequestUsage;
use crate::terms::EventKind;
use crate::{Event, Order};

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn a_question_that_cannot_be_read_is_no_answer() {
    let company = Documents::new().load();
    let save = json!({ "type": "save", "user": "taro", "now": NOW });
    let new = |changes: Value| (Value::Null, but(save.clone(), changes));
    let old = |changes: Value| (but(item("draft"), changes), save.clone());
    for ((item, event), wanted) in [
        (new(json!({})), "request.field.missing /event/business: `business` is missing"),
        (
            new(json!({ "business": "loan" })),
            "request.business.unknown /event/business: there is no business `loan`",
        ),
        (
            new(json!({ "business": "transfer", "approvers": [] })),
            "request.field.unknown /event/approvers: there is no field `approvers` here",
        ),
        (
            new(json!({ "business": "transfer", "to": "bulk" })),
            "request.field.unknown /event/to: there is no field `to` here",
        ),
        (
            new(json!({ "business": "transfer", "user": "kate" })),
            "request.user.unknown /event/user: there is no user `kate`",
        ),
        (
            new(json!({ "business": "transfer", "user": null })),
            "request.field.missing /event/user: `user` is missing",
        ),
        (
            new(json!({ "business": "transfer", "type": "burn" })),
            "request.event.unknown /event/type: there is no event `burn`",
        ),
        (new(json!({ "business": "transfer", "type": 1 })), "request.type /event/type: a text is expected"),
        (
            new(json!({ "business": "transfer", "now": "today" })),
            "request.now.malformed /event/now: `today` is not an instant with an offset, such as `2026-11-20T10:15:00+09:00`",
        ),
        (
            new(json!({ "business": "transfer", "now": "" })),
            "request.field.missing /event/now: `now` is missing",
        ),
        (
            new(json!({ "business": "transfer", "content": { "user": "taro" } })),
            "request.field.unknown /event/content/user: there is no field `user` here",
        ),
        (
            new(json!({ "business": "transfer", "content": { "account": "B" } })),
            "request.account.unknown /event/content/account: there is no account `B`",
        ),
        (
            new(json!({ "business": "transfer", "content": { "items": [{}] } })),
            "request.shape /event/content/items: `transfer` takes one payee, not items",
        ),
        (
            old(json!({ "business": "loan" })),
            "request.business.unknown /item/business: there is no business `loan`",
        ),
        (old(json!({ "business": null })), "request.field.missing /item/business: `business` is missing"),
        (
            old(json!({ "state": "lost" })),
            "request.item.unknown /item/state: `lost` is not a value of `state`",
        ),
        (
            old(json!({ "mode": "triple" })),
            "request.item.unknown /item/mode: `triple` is not a value of `mode`",
        ),
        (old(json!({ "revision": null })), "request.type /item/revision: a whole number is expected"),
        (old(json!({ "revision": 1.5 })), "request.type /item/revision: a whole number is expected"),
        (
            old(json!({ "deadline": "soon" })),
            "request.item.unknown /item/deadline: `soon` is not an instant with an offset, such as `2026-11-20T10:15:00+09:00`",
        ),
        (
            old(json!({ "approvals": [{ "user": "hana" }] })),
            "request.field.missing /item/approvals/0/at: `at` is missing",
        ),
        (
            old(json!({ "approvals": [{ "user": "hana", "at": "now" }] })),
            "request.item.unknown /item/approvals/0/at: `now` is not an instant with an offset, such as `2026-11-20T10:15:00+09:00`",
        ),
        (
            old(json!({ "colour": "red" })),
            "request.field.unknown /item/colour: there is no field `colour` here",
        ),
        (
            old(json!({ "content": { "account": "B" } })),
            "request.account.unknown /item/content/account: there is no account `B`",
        ),
        (
            old(json!({ "content": { "payee": { "kind": "friend" } } })),
            "request.item.unknown /item/content/payee/kind: `friend` is not a value of `payeeKind`",
        ),
        (
            old(json!({ "spent": [{ "limit": "x.y", "day": "2026-11-20", "amount": "1" }] })),
            "request.usage.limit /item/spent/0/limit: there is no limit `x.y`",
        ),
        (
            old(
                json!({ "spent": [{ "limit": "accountPerDay.total", "account": "A", "day": "2026-11-20", "amount": "x" }] }),
            ),
            "request.usage.used /item/spent/0/amount: the amount is not an amount",
        ),
        (
            (item("draft"), but(save.clone(), json!({ "business": "transfer" }))),
            "request.field.unknown /event/business: there is no field `business` here",
        ),
        (
            (item("draft"), json!({ "type": "execute", "now": NOW, "user": "taro" })),
            "request.field.unknown /event/user: there is no field `user` here",
        ),
        (
            (item("draft"), json!({ "type": "cancel", "now": NOW, "user": "taro", "content": {} })),
            "request.field.unknown /event/content: there is no field `content` here",
        ),
        ((item("expired"), by("switch", "taro")), "request.field.missing /event/to: `to` is missing"),
    ] {
        assert_eq!(ask(&company, &item, &event, &json!([])).unwrap_err(), wanted);
    }
    assert_eq!(raw(&company, "{}").unwrap_err(), "request.field.missing /event: `event` is missing");
    assert!(raw(&company, "{").unwrap_err().starts_with("request.json "));
    let twice = json!([used("0", "0")[0], used("0", "0")[0]]);
    let error = ask(&company, &item("draft"), &save, &twice).unwrap_err();
    assert_eq!(error, "request.usage.duplicate /usage/1: an entry of usage stands twice");
}

#[test]
fn lists_of_an_item_have_bounds() {
    let company = Documents::new().load();
    let many = |entry: Value, count: usize| Value::Array(alloc::vec![entry; count]);
    let spent = item("approved")["counted"][0].clone();
    for (field, entry, most) in [("approvers", json!("hana"), 16), ("counted", spent, 100_064)] {
        for (count, fits) in [(most, true), (most + 1, false)] {
            let before = but(item("failed"), json!({ field: many(entry.clone(), count) }));
            let answer = ask(&company, &before, &by("cancel", "taro"), &json!([]));
            let too_long = answer.is_err_and(|error| error.starts_with("request.list.long"));
            assert_eq!(too_long, !fits, "{count} {field}");
        }
    }
}

#[test]
fn the_answer_has_its_fields_in_order() {
    let mut out = String::new();
    let submit = json!({ "type": "submit", "user": "taro", "now": NOW, "business": "transfer", "content": content(),
                         "approvers": ["hana"] });
    let question = json!({ "item": null, "event": submit, "usage": used("0", "50") }).to_string();
    Documents::new().load().advance_json(&question, &mut out).unwrap();
    let (answer, provenance) = out.split_once(",\"engine\":").unwrap();
    assert_eq!(
        answer,
        concat!(
            r#"{"outcome":"changed","reasons":[],"missing":[],"#,
            r#""item":{"business":"transfer","state":"pendingFinal","revision":1,"at":"2026-11-20T10:00:00+09:00","requester":"taro","mode":"single","#,
            r#""approvers":["hana"],"approvals":[],"deadline":null,"#,
            r#""counted":[{"limit":"accountPerDay.total","account":"A","day":"2026-11-20","amount":"100"},"#,
            r#"{"limit":"accountPerDay.adHoc","account":"A","day":"2026-11-20","amount":"100"}],"spent":[],"#,
            r#""content":{"account":"A","valueDate":"2026-11-24","#,
            r#""payee":{"kind":"newAccount","bank":"0002","branch":"002"},"payment":"100","bearer":"payer"}},"#,
            r#""created":[],"label":{"ja":"最終承認待ち","en":"Awaiting final approval"},"#,
            r#""fee":{"payment":"100","deducted":"0","transfer":"100","bankFee":"110","withdrawal":"210","difference":"0"},"#,
            r#""limits":[{"code":"limit.accountPerDay.total","limit":"1000","used":"0","requested":"100","remaining":"900"},"#,
            r#"{"code":"limit.accountPerDay.adHoc","limit":"800","used":"50","requested":"100","remaining":"650"}],"#,
            r#""approval":{"mode":"single","steps":[["hana"]]},"#,
            r#""usage":[{"limit":"accountPerDay.total","account":"A","day":"2026-11-20","used":"100"},"#,
            r#"{"limit":"accountPerDay.adHoc","account":"A","day":"2026-11-20","used":"150"}]"#,
        )
    );
    assert!(provenance.contains(r#""service":{"id":"bank","version":"1","digest":""#), "{provenance}");
    let read: Value = serde_json::from_str(&out).unwrap();
    let again = Documents::new().ask(&read["item"], &by("pullBack", "taro"), &read["usage"]);
    assert_eq!(again["usage"], used("0", "50"), "an answer's item and usage are the next question's");
}

#[test]
fn everything_that_was_typed_is_kept() {
    let content = json!({
        "account": "A", "valueDate": "2026-11-24", "entry": "screen",
        "items": [{ "payee": { "kind": "newAccount", "bank": "0002", "branch": "002", "type": "1", "number": "1234567",
                               "name": "ﾔﾏﾀﾞ", "registeredOn": "2026-11-01", "document": true },
                    "payment": 100, "bearer": "payer", "typedFee": "5", "pattern": "other", "edi": "A\"1\"" },
                  { "payment": "1" }],
        "senderName": "ﾀﾛｳ", "senderCode": "7" });
    let save = json!({ "type": "save", "user": "taro", "now": NOW, "business": "bulk", "content": content });
    let answer = Documents::new().ask(&Value::Null, &save, &json!([]));
    assert_eq!(answer["item"]["content"], content);
}

#[test]
fn the_typed_door_is_the_same() {
    let company = Documents::new().load();
    let mut submit = Event::by(EventKind::Submit, NOW, "taro");
    submit.business = Some("express".into());
    submit.content = Some(crate::Request {
        account: Some("A".into()),
        value_date: Some("2026-11-20".into()),
        single: crate::RequestLine {
            payee_kind: Some("newAccount".into()),
            bank: Some("0001".into()),
            branch: Some("001".into()),
            payment: Some("100".into()),
            ..Default::default()
        },
        ..Default::default()
    });
    let usage = [RequestUsage {
        limit: "accountPerDay.total".into(),
        account: Some("A".into()),
        day: "2026-11-20".into(),
        used: "0".into(),
        ..RequestUsage::default()
    }];
    let answer = company.advance(None, &submit, &usage).unwrap();
    let item: Order<'_> = answer.order.unwrap();
    assert_eq!((item.state.name(), item.revision), ("approved", 1));
    assert_eq!(answer.usage[0].used, "100".into());
    let execute = Event::new(EventKind::Execute, NOW);
    let done = company.advance(Some(&item), &execute, &answer.usage).unwrap();
    assert_eq!(done.order.unwrap().state.name(), "executed");
    let wrong = Event::by(EventKind::Execute, NOW, "taro");
    let error = company.advance(None, &wrong, &[]).unwrap_err();
    assert_eq!(error.to_string(), "there is no field `user` here (at `/event/user`)");
}

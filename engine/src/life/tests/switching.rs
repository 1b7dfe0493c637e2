//! 切替 (`docs/item.md`, section 7).

use serde_json::{Value, json};

use super::{Documents, ask, but, item, told, used};

const LATE: &str = "2026-11-24T10:00:00+09:00";

fn switch(to: &str, changes: Value) -> Value {
    but(
        json!({ "type": "switch", "user": "taro", "now": LATE, "to": to, "content": { "valueDate": "2026-11-25" } }),
        changes,
    )
}

/// A batch of so many items of 100 that was not approved in time.
fn batch(count: usize) -> Value {
    let one = json!({ "payee": { "bank": "0002", "branch": "002" }, "payment": "100", "bearer": "payer" });
    let content = json!({ "account": "A", "valueDate": "2026-11-24", "entry": "file", "senderName": "X",
                          "items": alloc::vec![one; count] });
    but(
        item("expired"),
        json!({ "business": "bulk", "mode": "doubleInOrder", "approvers": ["hana", "jiro"], "content": content }),
    )
}

fn today(total: &str) -> Value {
    json!([{ "limit": "accountPerDay.total", "account": "A", "day": "2026-11-24", "used": total },
           { "limit": "companyPerDay", "business": "bulk", "day": "2026-11-24", "used": "0" }])
}

/// The limits of a new item are asked where the bank checks them at submission, and only there.
#[test]
fn limits_are_asked_when_the_bank_checks_them() {
    let event = switch("bulk", json!({ "approvers": ["hana", "jiro"] }));
    let full = but(today("0")[1].clone(), json!({ "used": "5000" }));
    for (check_at, wanted) in [
        (json!(["submit", "approve", "execute"]), "limit.companyPerDay /items"),
        (json!(["approve", "execute"]), "switched"),
    ] {
        let documents =
            Documents::new().with("limit.checkAt", check_at.clone()).with("limit.takeAt", json!("approve"));
        let answer = documents.ask(&item("expired"), &event, &json!([full]));
        assert_eq!(told(&answer), wanted, "{check_at}");
        assert_eq!(answer["usage"], json!([full]), "taken at the last approval at the earliest");
    }
}

fn kind() -> Value {
    json!({ "valueDate": "2026-11-25", "payee": { "kind": "newAccount" } })
}

#[test]
fn an_item_is_switched_when_it_cannot_be_approved_any_more() {
    let company = Documents::new().load();
    let pending = |deadline: Value| but(item("pendingFinal"), json!({ "deadline": deadline, "counted": [] }));
    for (before, to, wanted, why) in [
        (item("expired"), "bulk", "switched", "expired"),
        (pending(json!(LATE)), "bulk", "switched", "its deadline has passed, but nobody said so"),
        (pending(json!("2026-11-24T10:00:01+09:00")), "bulk", "item.tooEarly /now", "one second too early"),
        (pending(Value::Null), "bulk", "item.tooEarly /now", "it can be approved as long as one likes"),
        (item("expired"), "express", "item.switchNotOffered /to", "not there"),
        (
            pending(Value::Null),
            "express",
            "item.tooEarly /now, item.switchNotOffered /to",
            "neither then nor there",
        ),
    ] {
        let event = switch(to, json!({ "approvers": ["hana", "jiro"] }));
        assert_eq!(told(&ask(&company, &before, &event, &today("0")).unwrap()), wanted, "{why}");
    }
}

#[test]
fn a_transfer_becomes_a_batch_of_one() {
    let event = switch("bulk", json!({ "approvers": ["hana", "jiro"] }));
    let before = item("expired");
    let answer = Documents::new().ask(&before, &event, &today("0"));
    assert_eq!(answer["item"], but(before, json!({ "state": "switched", "revision": 4, "at": LATE })));
    assert_eq!(
        answer["created"],
        json!([{
            "business": "bulk", "state": "pendingFirst", "revision": 1, "at": LATE, "requester": "taro", "mode": "doubleInOrder",
            "approvers": ["hana", "jiro"], "approvals": [], "deadline": null,
            "counted": [{ "limit": "companyPerDay", "business": "bulk", "day": "2026-11-24", "amount": "100" }],
            "spent": [],
            "content": { "account": "A", "valueDate": "2026-11-25", "entry": "screen",
                         "items": [{ "payee": { "kind": "newAccount", "bank": "0002", "branch": "002" }, "payment": "100", "bearer": "payer" }] }
        }])
    );
    assert_eq!(answer["usage"][1]["used"], "100");
    assert_eq!(
        (&answer["fee"], &answer["limits"], &answer["approval"]),
        (&Value::Null, &json!([]), &Value::Null)
    );
}

#[test]
fn a_batch_becomes_transfers_all_or_none() {
    let company = Documents::new().load();
    let event = switch("express", json!({ "content": kind() }));
    let answer = ask(&company, &batch(2), &event, &today("800")).unwrap();
    assert_eq!(told(&answer), "switched");
    assert_eq!(
        answer["usage"],
        {
            let mut usage = today("1000");
            usage[1] = today("0")[1].clone();
            usage
        },
        "each on the usage that the one before left"
    );
    let content = json!({ "account": "A", "valueDate": "2026-11-25", "senderName": "X", "payment": "100", "bearer": "payer",
                          "payee": { "kind": "newAccount", "bank": "0002", "branch": "002" } });
    for created in answer["created"].as_array().unwrap() {
        assert_eq!(created["content"], content);
        assert_eq!((&created["state"], &created["mode"]), (&json!("approved"), &json!("none")));
        assert_eq!(created["counted"][0]["amount"], "100");
    }
    let answer = ask(&company, &batch(2), &event, &today("801")).unwrap();
    assert_eq!(told(&answer), "limit.accountPerDay.total /items/1/payment", "the second does not fit");
    assert_eq!(
        (&answer["item"], &answer["created"], &answer["usage"]),
        (&batch(2), &json!([]), &today("801"))
    );
}

#[test]
fn reasons_and_missing_fields_name_the_item_where_there_are_several() {
    let company = Documents::new().load();
    let plain = switch("express", json!({}));
    let answer = ask(&company, &batch(2), &plain, &today("0")).unwrap();
    assert_eq!(told(&answer), "missing /items/0/payee/kind, missing /items/1/payee/kind");
    let answer = ask(&company, &batch(1), &plain, &today("0")).unwrap();
    assert_eq!(told(&answer), "missing /payee/kind", "one alone");
    let none = switch("express", json!({ "content": kind(), "user": "hana" }));
    let answer = ask(&company, &batch(2), &none, &today("0")).unwrap();
    assert_eq!(told(&answer), "permission.right /items/0/operation, permission.right /items/1/operation");
}

#[test]
fn only_so_many_items_are_switched_at_once() {
    let company = Documents::new().load();
    for (to, count, wanted, why) in [
        ("express", 2, "switched", "as many as the bank says"),
        ("express", 3, "item.switchTooMany /item", "one more"),
        ("payroll", 10, "switched", "ten where it says nothing"),
        ("payroll", 11, "item.switchTooMany /item", "one more"),
    ] {
        let content = if to == "express" { kind() } else { json!({ "valueDate": "2026-11-25" }) };
        let event = switch(to, json!({ "content": content }));
        let usage = today("0");
        assert_eq!(
            told(&ask(&company, &batch(count), &event, &usage).unwrap()),
            wanted,
            "{count} to {to}: {why}"
        );
    }
    let answer = ask(&company, &batch(0), &switch("express", json!({})), &today("0")).unwrap();
    assert_eq!(told(&answer), "missing /items", "nothing to go on");
}

#[test]
fn what_the_item_took_is_given_back_first() {
    let company = Documents::new().load();
    let counted =
        json!([{ "limit": "companyPerDay", "business": "bulk", "day": "2026-11-24", "amount": "200" }]);
    let before = but(batch(2), json!({ "state": "pendingFirst", "deadline": LATE, "counted": counted }));
    let event = switch("express", json!({ "content": kind() }));
    let mut usage = today("0");
    usage[1]["used"] = json!("250");
    let answer = ask(&company, &before, &event, &usage).unwrap();
    assert_eq!((told(&answer).as_str(), &answer["usage"][1]["used"]), ("switched", &json!("50")));
    assert_eq!(answer["item"]["counted"], json!([]));
    usage[1]["used"] = json!("199");
    assert_eq!(told(&ask(&company, &before, &event, &usage).unwrap()), "item.usage /usage/1/used");
    let without = json!([usage[0]]);
    assert_eq!(told(&ask(&company, &before, &event, &without).unwrap()), "missing /usage/companyPerDay");
}

#[test]
fn a_switch_states_little() {
    let company = Documents::new().load();
    for (to, content, wanted) in [
        (
            "express",
            json!({ "payment": "1" }),
            "request.shape /event/content/payment: `payment` cannot be stated in a switch",
        ),
        (
            "express",
            json!({ "bearer": "payer" }),
            "request.shape /event/content/bearer: `bearer` cannot be stated in a switch",
        ),
        (
            "express",
            json!({ "edi": "A" }),
            "request.shape /event/content/edi: `edi` cannot be stated in a switch",
        ),
        (
            "express",
            json!({ "items": [{}] }),
            "request.shape /event/content/items: `items` cannot be stated in a switch",
        ),
        (
            "express",
            json!({ "payee": { "bank": "1" } }),
            "request.shape /event/content/payee: `payee` cannot be stated in a switch",
        ),
        (
            "payroll",
            json!({ "payee": { "kind": "newAccount" } }),
            "request.shape /event/content/payee: `payee` cannot be stated in a switch",
        ),
        (
            "express",
            json!({ "account": "B" }),
            "request.account.unknown /event/content/account: there is no account `B`",
        ),
        ("loan", json!({}), "request.business.unknown /event/to: there is no business `loan`"),
    ] {
        let event = switch(to, json!({ "content": content }));
        assert_eq!(ask(&company, &batch(1), &event, &used("0", "0")).unwrap_err(), wanted);
    }
}

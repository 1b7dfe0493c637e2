//! Items that cannot be (`docs/item.md`, section 3).

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, by, item};

/// Every row beside an item that can be, which differs in little.
#[test]
fn an_item_that_cannot_be_is_no_answer() {
    let approval = |user: &str| json!({ "user": user, "at": NOW });
    let one = json!([approval("hana")]);
    let two = json!([approval("hana"), approval("jiro")]);
    let total =
        json!({ "limit": "accountPerDay.total", "account": "A", "day": "2026-11-20", "amount": "100" });
    let other_day =
        json!({ "limit": "accountPerDay.adHoc", "account": "A", "day": "2026-11-21", "amount": "100" });
    let other =
        json!({ "limit": "accountPerDay.total", "account": "B", "day": "2026-11-20", "amount": "100" });
    let company =
        |of: &str| json!({ "limit": "companyPerDay", "business": of, "day": "2026-11-20", "amount": "100" });
    let rows: [(&str, Value, Option<&str>); 44] = [
        ("draft", json!({}), None),
        ("draft", json!({ "mode": "single" }), Some("mode")),
        ("draft", json!({ "revision": 0 }), Some("revision")),
        ("draft", json!({ "revision": 1 }), None),
        ("draft", json!({ "counted": [total] }), Some("counted")),
        ("pulledBack", json!({ "counted": [total] }), Some("counted")),
        ("sentBack", json!({ "counted": [total] }), Some("counted")),
        ("revoked", json!({ "counted": [total] }), Some("counted")),
        ("error", json!({ "counted": [total] }), Some("counted")),
        ("expired", json!({ "counted": [total] }), Some("counted")),
        ("cancelled", json!({ "counted": [total] }), Some("counted")),
        ("discarded", json!({ "counted": [total] }), Some("counted")),
        ("switched", json!({ "counted": [total] }), Some("counted")),
        ("failed", json!({ "counted": [total] }), Some("counted")),
        ("failed", json!({ "spent": [total] }), None),
        ("executed", json!({ "counted": [total] }), None),
        ("pendingFinal", json!({ "counted": [total] }), None),
        ("pendingFinal", json!({ "counted": [total, total] }), Some("counted")),
        ("pendingFinal", json!({ "counted": [total, other_day] }), Some("counted")),
        ("pendingFinal", json!({ "counted": [other] }), Some("counted")),
        ("pendingFinal", json!({ "counted": [company("bulk")] }), Some("counted")),
        ("pendingFinal", json!({ "counted": [company("transfer")] }), None),
        ("failed", json!({ "spent": [other] }), None),
        ("pendingFirst", json!({ "mode": null }), Some("mode")),
        ("pendingFinal", json!({ "mode": null }), Some("mode")),
        ("approved", json!({ "mode": null }), Some("mode")),
        ("expired", json!({ "mode": null }), Some("mode")),
        ("executed", json!({ "mode": null }), Some("mode")),
        ("failed", json!({ "mode": null }), Some("mode")),
        ("switched", json!({ "mode": null }), Some("mode")),
        ("cancelled", json!({ "mode": null }), None),
        ("pendingFirst", json!({ "mode": "single" }), Some("approvals")),
        ("pendingFirst", json!({ "mode": "none" }), Some("approvals")),
        ("pendingFirst", json!({ "mode": "doubleInOrder" }), None),
        ("pendingFirst", json!({ "approvals": one }), Some("approvals")),
        ("pendingFinal", json!({ "mode": "none" }), Some("approvals")),
        ("pendingFinal", json!({ "mode": "doubleAnyOrder" }), Some("approvals")),
        ("pendingFinal", json!({ "mode": "doubleAnyOrder", "approvals": one }), None),
        ("pendingFinal", json!({ "approvals": one }), Some("approvals")),
        ("approved", json!({ "approvals": [] }), Some("approvals")),
        ("approved", json!({ "mode": "none", "approvals": [] }), None),
        ("executed", json!({ "approvals": two }), Some("approvals")),
        ("executed", json!({ "mode": "doubleInOrder", "approvals": two }), None),
        (
            "approved",
            json!({ "mode": "doubleInOrder", "approvals": [approval("hana"), approval("hana")] }),
            Some("approvals"),
        ),
    ];
    check(&rows);
}

/// Instants are compared, not their spellings: 10:00 at the bank is 01:00 in UTC.
#[test]
fn times_of_an_item_that_cannot_be_are_no_answer() {
    let approval = |user: &str| json!({ "user": user, "at": NOW });
    let late = |user: &str| json!({ "user": user, "at": "2026-11-20T01:00:01Z" });
    let double = |approvals: Value| json!({ "mode": "doubleInOrder", "approvals": approvals });
    let deadline = |at: &str| but(double(json!([approval("hana")])), json!({ "deadline": at }));
    check(&[
        ("pendingFinal", deadline("2026-11-20T01:00:01Z"), None),
        ("pendingFinal", deadline("2026-11-20T01:00:00Z"), Some("approvals/0/at")),
        ("approved", double(json!([approval("hana"), late("jiro")])), None),
        ("approved", double(json!([late("hana"), approval("jiro")])), Some("approvals/1/at")),
        ("approved", but(double(json!([approval("hana"), approval("jiro")])), json!({ "at": NOW })), None),
        ("approved", json!({ "at": "2026-11-20T00:59:59Z" }), Some("at")),
        ("approved", json!({ "at": "2026-11-20T01:00:00Z" }), None),
        ("draft", json!({ "at": null }), None),
    ]);
}

fn check(rows: &[(&str, Value, Option<&str>)]) {
    let company = Documents::new().load();
    for (state, changes, fault) in rows {
        let before = but(item(state), changes.clone());
        let answer = ask(&company, &before, &by("cancel", "none"), &json!([]));
        let found = answer.as_ref().err().map(|error| error.split(':').next().unwrap());
        let wanted = fault.map(|field| alloc::format!("request.item.impossible /item/{field}"));
        assert_eq!(found, wanted.as_deref(), "{state} with {changes}");
    }
}

#[test]
fn the_messages_say_what_cannot_be() {
    let company = Documents::new().load();
    let twice = json!([{ "user": "hana", "at": NOW }, { "user": "hana", "at": NOW }]);
    for (state, changes, wanted) in [
        ("approved", json!({ "mode": null }), "an item in state `approved` has a mode"),
        ("draft", json!({ "mode": "none" }), "an item in state `draft` has no mode"),
        (
            "approved",
            json!({ "approvals": [] }),
            "an item in state `approved` under mode `single` has not 0 approvals",
        ),
        ("approved", json!({ "mode": "doubleInOrder", "approvals": twice }), "`hana` has approved twice"),
        (
            "draft",
            json!({ "counted": item("approved")["counted"] }),
            "an item in state `draft` stands in no usage",
        ),
        ("draft", json!({ "revision": 0 }), "the revision of an item is at least 1"),
        (
            "approved",
            json!({ "content": { "account": "B" } }),
            "an item counts for its own account and its own business",
        ),
        ("approved", json!({ "deadline": NOW }), "an approval is before the deadline"),
        (
            "approved",
            json!({ "at": "2026-11-20T00:59:59Z" }),
            "no approval is after the last change of an item",
        ),
        (
            "approved",
            json!({ "mode": "doubleInOrder", "approvals": [{ "user": "hana", "at": NOW }, { "user": "jiro", "at": "2026-11-20T00:59:59Z" }] }),
            "an approval is before the one ahead of it",
        ),
    ] {
        let error = ask(&company, &but(item(state), changes), &by("cancel", "none"), &json!([])).unwrap_err();
        assert_eq!(error.split_once(": ").unwrap().1, wanted);
    }
}

//! Orders that nobody can end any more, and who may (`docs/item.md`, section 11); approving after the value date.

use alloc::string::String;

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, item, told, used};

/// The day of the value date, and the day after.
const VALUE_DATE: &str = "2026-11-24T10:00:00+09:00";
const AFTER: &str = "2026-11-25T10:00:00+09:00";

/// The customer without these people, with an administrator, and a bank where approvers can only approve or do all.
fn documents(gone: &[&str], approvers_only_approve: bool, rescue: Option<&str>) -> Documents {
    let mut documents = Documents::new();
    let users = documents.company["users"].as_array_mut().unwrap();
    for user in &mut *users {
        if gone.contains(&user["id"].as_str().unwrap()) {
            user["enabled"] = json!(false);
        }
    }
    users.push(json!({ "id": "yuki", "role": "administrator", "enabled": true, "accounts": ["A"] }));
    if approvers_only_approve {
        documents.service["rights"]["transfer.approve"] = json!({ "approvalOn": { "approve": "all" } });
    }
    match rescue {
        Some(rescue) => documents.with("approval.rescue", json!(rescue)),
        None => documents,
    }
}

fn act(documents: &Documents, order: &Value, kind: &str, user: &str, now: &str) -> Result<String, String> {
    let event = json!({ "type": kind, "user": user, "now": now });
    let answer = ask(&documents.load(), order, &event, &used("500", "500")).unwrap();
    if answer["outcome"] == "changed" { Ok(told(&answer)) } else { Err(told(&answer)) }
}

/// `mika` is the helper who may pull back, delete and cancel what is everybody's, and is left out of most rows.
#[test]
fn a_rescuer_ends_what_nobody_else_can() {
    const ALL: &[&str] = &["taro", "hana", "mika"];
    for (state, gone, kind, who, wanted, why) in [
        (
            "pendingFinal",
            ALL,
            "sendBack",
            "boss",
            Some("sentBack"),
            "the approver and the requester are gone",
        ),
        ("pendingFinal", ALL, "discard", "boss", Some("discarded"), "the same"),
        ("pendingFinal", ALL, "approve", "boss", None, "nobody approves by rescue"),
        ("pendingFinal", &["hana", "mika"], "sendBack", "boss", None, "the requester can pull it back"),
        ("pendingFinal", &["taro", "mika"], "sendBack", "boss", None, "the approver can act"),
        (
            "pendingFinal",
            &["taro", "hana"],
            "sendBack",
            "boss",
            Some("sentBack"),
            "only the requester pulls back",
        ),
        ("pendingFinal", ALL, "sendBack", "yuki", Some("sentBack"), "an administrator rescues too"),
        ("pendingFinal", ALL, "sendBack", "jiro", None, "a user with the right, who is not named, does not"),
    ] {
        let documents = documents(gone, false, Some("masterAndAdministrator"));
        let found = act(&documents, &item(state), kind, who, NOW);
        assert_eq!(found.ok().as_deref(), wanted, "{state} without {gone:?}, {kind} by {who}: {why}");
    }
}

#[test]
fn the_bank_says_who_rescues() {
    for (rescue, boss, yuki) in [
        (Some("masterAndAdministrator"), true, true),
        (Some("master"), true, false),
        (Some("none"), false, false),
    ] {
        let documents = documents(&["taro", "hana", "mika"], false, rescue);
        for (who, may) in [("boss", boss), ("yuki", yuki)] {
            let found = act(&documents, &item("pendingFinal"), "discard", who, NOW);
            assert_eq!(found.is_ok(), may, "{rescue:?} {who}: {found:?}");
        }
    }
}

/// Whoever can only approve goes on with an order until its value date has passed.
#[test]
fn approving_goes_on_with_an_order_until_its_value_date() {
    let documents = documents(&["taro", "mika"], true, Some("master"));
    for (now, wanted) in [(NOW, None), (VALUE_DATE, None), (AFTER, Some("sentBack"))] {
        let found = act(&documents, &item("pendingFinal"), "sendBack", "boss", now);
        assert_eq!(found.ok().as_deref(), wanted, "{now}");
    }
    // What has no value date cannot be approved in time.
    let order = but(item("pendingFinal"), json!({ "content": { "account": "A" } }));
    assert_eq!(act(&documents, &order, "sendBack", "boss", NOW).ok().as_deref(), Some("sentBack"));
}

#[test]
fn an_order_is_approved_until_its_value_date() {
    let documents = documents(&[], false, None);
    let order = but(item("pendingFinal"), json!({ "deadline": null }));
    for (now, wanted) in
        [(NOW, "approved"), (VALUE_DATE, "approved"), (AFTER, "form.valueDate.tooSoon /valueDate")]
    {
        let found = act(&documents, &order, "approve", "hana", now).unwrap_or_else(|reasons| reasons);
        assert_eq!(found, wanted, "{now}");
    }
}

/// Once somebody has approved, the requester can no longer pull the order back.
#[test]
fn an_order_that_is_half_approved_is_not_the_requesters_any_more() {
    let documents = documents(&["jiro", "mika"], false, None).mode("transfer", "doubleAnyOrder");
    let half = json!({ "mode": "doubleAnyOrder", "approvers": ["hana", "jiro"],
                       "approvals": [{ "user": "hana", "at": NOW }] });
    let found = act(&documents, &but(item("pendingFinal"), half), "sendBack", "boss", VALUE_DATE);
    assert_eq!(found.as_deref(), Ok("sentBack"), "jiro, who is next, is gone");
}

/// Where everybody cancels his own orders only, nobody cancels those of a requester who is gone.
#[test]
fn a_rescuer_cancels_what_is_approved() {
    for (gone, wanted, why) in [
        (&["taro", "hana", "mika"][..], Some("cancelled"), "the requester and the approver are gone"),
        (&["hana", "mika"][..], None, "the requester can cancel it"),
    ] {
        let mut documents = documents(gone, false, None);
        documents.service["rights"]["transfer.helper"] = json!({ "always": { "edit": "all" } });
        let found = act(&documents, &item("approved"), "cancel", "boss", NOW);
        assert_eq!(found.ok().as_deref(), wanted, "{why}");
    }
}

//! Every event in every state (`docs/item.md`, section 4).

use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, by, item, told, used};
use crate::lang::Lang;
use crate::language::words::AfterRevoke;
use crate::life_table::{allows, is_possible};
use crate::terms::{EventKind, Operation, State};

/// An event that is permitted wherever it is possible, by whoever may do it.
fn event(kind: EventKind) -> Value {
    match kind {
        EventKind::Save => json!({ "type": "save", "user": "taro", "now": NOW }),
        EventKind::Submit => json!({ "type": "submit", "user": "taro", "now": NOW, "approvers": ["hana"] }),
        EventKind::PullBack | EventKind::Cancel => by(kind.name(), "taro"),
        EventKind::Approve | EventKind::SendBack | EventKind::Revoke => by(kind.name(), "hana"),
        // Only policies need these.
        EventKind::Verify | EventKind::Release => by(kind.name(), "hana"),
        // The boss may discard both as an approver and as somebody who deletes.
        EventKind::Discard => by("discard", "boss"),
        EventKind::Switch => {
            json!({ "type": "switch", "user": "taro", "now": "2026-11-24T10:00:00+09:00", "to": "bulk",
                                     "content": { "valueDate": "2026-11-25" }, "approvers": ["hana", "jiro"] })
        }
        EventKind::Expire => json!({ "type": "expire", "now": "2026-11-24T10:00:00+09:00" }),
        EventKind::Execute => json!({ "type": "execute", "now": "2026-11-24T10:00:00+09:00" }),
        EventKind::Fail => json!({ "type": "fail", "now": NOW }),
    }
}

/// A transfer in a state, past its deadline where it has one, without named approvers, so that the boss may act too.
fn at(state: State) -> Value {
    but(item(state.name()), json!({ "approvers": [], "deadline": "2026-11-24T09:00:00+09:00" }))
}

fn usage() -> Value {
    let mut usage = used("500", "500");
    usage.as_array_mut().unwrap().push(json!(
        { "limit": "companyPerDay", "business": "bulk", "day": "2026-11-24", "used": "0" }));
    usage
}

/// Everything that is possible under the default settings; nothing else is.
const POSSIBLE: [(&str, &str, &str); 32] = [
    ("draft", "save", "draft"),
    ("draft", "submit", "pendingFinal"),
    ("draft", "discard", "discarded"),
    ("pulledBack", "save", "draft"),
    ("pulledBack", "submit", "pendingFinal"),
    ("pulledBack", "discard", "discarded"),
    ("sentBack", "save", "draft"),
    ("sentBack", "submit", "pendingFinal"),
    ("sentBack", "discard", "discarded"),
    ("revoked", "save", "draft"),
    ("revoked", "submit", "pendingFinal"),
    ("revoked", "discard", "discarded"),
    ("error", "save", "draft"),
    ("error", "submit", "pendingFinal"),
    ("error", "discard", "discarded"),
    ("pendingFirst", "pullBack", "pulledBack"),
    ("pendingFirst", "approve", "pendingFinal"),
    ("pendingFirst", "sendBack", "sentBack"),
    ("pendingFirst", "discard", "discarded"),
    ("pendingFirst", "switch", "switched"),
    ("pendingFirst", "expire", "expired"),
    ("pendingFinal", "pullBack", "pulledBack"),
    ("pendingFinal", "approve", "approved"),
    ("pendingFinal", "sendBack", "sentBack"),
    ("pendingFinal", "discard", "discarded"),
    ("pendingFinal", "switch", "switched"),
    ("pendingFinal", "expire", "expired"),
    ("expired", "discard", "discarded"),
    ("expired", "switch", "switched"),
    ("approved", "revoke", "revoked"),
    ("approved", "execute", "executed"),
    ("approved", "fail", "failed"),
];

#[test]
fn an_event_is_possible_in_the_states_of_the_table_and_in_no_others() {
    let company = Documents::new().load();
    let mut changed = Vec::new();
    for state in State::ALL {
        for kind in EventKind::ALL {
            let before = at(*state);
            let answer = ask(&company, &before, &event(*kind), &usage()).unwrap();
            // An item that is cancelled in time needs an earlier day than the one of the table.
            let row = if (*state, *kind) == (State::Approved, EventKind::Cancel) {
                Some("cancelled")
            } else {
                let row = POSSIBLE.iter().find(|row| (row.0, row.1) == (state.name(), kind.name()));
                row.map(|row| row.2)
            };
            if [EventKind::Verify, EventKind::Release].contains(kind) && state.is_pending() {
                let wanted = "permission.right /operation, item.notNeeded /user";
                assert_eq!(told(&answer), wanted, "{} {}", state.name(), kind.name());
                continue;
            }
            let wanted = row.unwrap_or("item.state /item/state");
            assert_eq!(told(&answer), wanted, "{} {}", state.name(), kind.name());
            if row.is_some() {
                assert_eq!(answer["item"]["revision"], 4, "one more change");
                changed.push((state, kind));
            } else {
                assert_eq!((&answer["item"], &answer["usage"]), (&before, &usage()), "nothing has changed");
                assert_eq!(answer["fee"], Value::Null, "nothing was evaluated");
            }
        }
    }
    assert_eq!(changed.len(), POSSIBLE.len() + 1);
}

/// A request that states the state of its item is held to the same table as the events are.
#[test]
fn operations_of_requests_are_possible_where_their_events_are() {
    const SAME: [(Operation, EventKind); 11] = [
        (Operation::Edit, EventKind::Save),
        (Operation::Approve, EventKind::Approve),
        (Operation::Verify, EventKind::Verify),
        (Operation::Release, EventKind::Release),
        (Operation::SendBack, EventKind::SendBack),
        (Operation::PullBack, EventKind::PullBack),
        (Operation::Revoke, EventKind::Revoke),
        (Operation::Cancel, EventKind::Cancel),
        (Operation::Switch, EventKind::Switch),
        // 削除 is one event: by an approver while the item is pending, else by whoever may delete.
        (Operation::Discard, EventKind::Discard),
        (Operation::Delete, EventKind::Discard),
    ];
    let company = Documents::new().load();
    for revoked_is_editable in [false, true] {
        let mut settings = company.model.service.settings.clone();
        settings.approval.after_revoke =
            if revoked_is_editable { AfterRevoke::Editable } else { AfterRevoke::NotReusable };
        for ((operation, kind), state) in
            SAME.iter().flat_map(|one| State::ALL.iter().map(move |at| (one, *at)))
        {
            let pending = [State::PendingFirst, State::PendingFinal].contains(&state);
            let by_other = match operation {
                Operation::Discard => !pending,
                Operation::Delete => pending,
                _ => false,
            };
            let wanted = !by_other && is_possible(*kind, Some(state), &settings);
            let is = allows(*operation, state, &settings);
            assert_eq!(
                is,
                wanted,
                "{} {}, revoked editable: {revoked_is_editable}",
                operation.name(),
                state.name()
            );
        }
    }
}

#[test]
fn a_new_item_can_be_saved_and_submitted_and_nothing_else() {
    let company = Documents::new().load();
    for kind in EventKind::ALL {
        let mut event = event(*kind);
        let opens = matches!(kind, EventKind::Save | EventKind::Submit);
        if opens {
            event["business"] = json!("transfer");
            event["content"] = super::content();
        }
        let answer = ask(&company, &Value::Null, &event, &used("0", "0")).unwrap();
        match kind {
            EventKind::Save => assert_eq!(told(&answer), "draft"),
            EventKind::Submit => assert_eq!(told(&answer), "pendingFinal"),
            _ => {
                assert_eq!(told(&answer), "item.state /item/state", "{}", kind.name());
                assert_eq!((&answer["item"], &answer["label"]), (&Value::Null, &Value::Null));
            }
        }
    }
}

#[test]
fn settings_move_some_of_the_arrows() {
    for (setting, value, state, kind, wanted) in [
        ("approval.afterRevoke", "notReusable", "revoked", EventKind::Save, "item.state /item/state"),
        ("approval.afterRevoke", "notReusable", "revoked", EventKind::Submit, "item.state /item/state"),
        ("approval.afterRevoke", "notReusable", "revoked", EventKind::Discard, "item.state /item/state"),
        ("approval.onExpiry", "cancelled", "pendingFinal", EventKind::Expire, "cancelled"),
        ("approval.onFailure", "editable", "approved", EventKind::Fail, "error"),
    ] {
        let documents = Documents::new().with(setting, json!(value));
        let before = at(State::from_name(state).unwrap());
        let answer = documents.ask(&before, &event(kind), &usage());
        assert_eq!(told(&answer), wanted, "{setting} {value}: {}", kind.name());
    }
}

#[test]
fn the_mode_tells_how_many_approvals_are_to_come() {
    for (mode, approvers, state) in [
        ("none", json!([]), "approved"),
        ("single", json!(["hana"]), "pendingFinal"),
        ("doubleAnyOrder", json!(["hana", "jiro"]), "pendingFirst"),
        ("doubleInOrder", json!(["hana", "jiro"]), "pendingFirst"),
    ] {
        let documents = Documents::new().mode("transfer", mode);
        let submit = but(event(EventKind::Submit), json!({ "approvers": approvers }));
        for before in ["draft", "revoked"] {
            let answer = documents.ask(&item(before), &submit, &used("0", "0"));
            assert_eq!(told(&answer), state, "{mode} from {before}");
            let after = &answer["item"];
            assert_eq!((&after["mode"], &after["approvers"]), (&json!(mode), &approvers));
            assert_eq!((&after["approvals"], &after["requester"]), (&json!([]), &json!("taro")));
        }
    }
}

/// Who does it, and what stands against him beside the state.
#[test]
fn an_event_needs_the_right_and_the_person() {
    let company = Documents::new().load();
    let named = json!({ "approvers": ["hana"] });
    for (state, who, kind, wanted, why) in [
        ("draft", "none", "save", "permission.right /operation", "no right to edit"),
        ("draft", "mika", "save", "permission.right /operation", "may edit everybody's, but make nothing"),
        ("draft", "boss", "save", "draft", "may edit everybody's, and make such a one"),
        ("sentBack", "taro", "save", "draft", "edits his own"),
        ("draft", "none", "discard", "permission.right /operation", "no right to delete"),
        ("draft", "taro", "discard", "discarded", "his own draft, which he may create"),
        ("sentBack", "mika", "discard", "discarded", "may delete everybody's"),
        ("expired", "taro", "discard", "discarded", "may delete his own"),
        ("pendingFinal", "none", "pullBack", "permission.right /operation, item.notRequester /user", "both"),
        (
            "pendingFinal",
            "mika",
            "pullBack",
            "item.notRequester /user",
            "the right does not make him the requester",
        ),
        ("pendingFinal", "taro", "pullBack", "pulledBack", "the requester"),
        (
            "pendingFinal",
            "taro",
            "approve",
            "permission.right /operation, permission.approver /item/approvers",
            "both",
        ),
        ("pendingFinal", "jiro", "approve", "permission.approver /item/approvers", "somebody else is named"),
        ("pendingFinal", "hana", "approve", "approved", "named"),
        ("pendingFinal", "jiro", "sendBack", "permission.approver /item/approvers", "somebody else is named"),
        ("pendingFinal", "hana", "sendBack", "sentBack", "named"),
        ("pendingFinal", "jiro", "discard", "permission.approver /item/approvers", "somebody else is named"),
        ("pendingFinal", "hana", "discard", "discarded", "named"),
        ("approved", "hana", "revoke", "revoked", "he approved"),
        ("approved", "none", "cancel", "permission.right /operation", "no right to cancel"),
        ("approved", "mika", "cancel", "cancelled", "may cancel everybody's"),
        ("approved", "taro", "cancel", "cancelled", "may cancel his own"),
    ] {
        let mut before = item(state);
        if !before["mode"].is_null() {
            before = but(before, named.clone());
        }
        let answer = ask(&company, &before, &by(kind, who), &used("500", "500")).unwrap();
        assert_eq!(told(&answer), wanted, "{who} {kind} in {state}: {why}");
    }
}

#[test]
fn an_item_that_an_approver_has_seen_is_not_pulled_back() {
    let mut before = item("pendingFinal");
    before = but(
        before,
        json!({ "mode": "doubleAnyOrder", "approvers": ["hana", "jiro"],
                                 "approvals": [{ "user": "hana", "at": NOW, "secondChannel": false }] }),
    );
    let answer = Documents::new().ask(&before, &by("pullBack", "taro"), &used("500", "500"));
    assert_eq!(told(&answer), "item.approvedAlready /item");
}

#[test]
fn what_is_saved_may_lack_anything_but_not_be_wrong() {
    let documents = Documents::new();
    let save = |content: Value| json!({ "type": "save", "user": "taro", "now": NOW, "business": "transfer", "content": content });
    let answer = documents.ask(&Value::Null, &save(json!({})), &json!([]));
    assert_eq!((&answer["outcome"], &answer["item"]["content"]), (&json!("changed"), &json!({})));
    let answer = documents.ask(&Value::Null, &save(json!({ "payment": "1,000" })), &json!([]));
    assert_eq!(answer["outcome"], "refused");
    assert_eq!(answer["reasons"][0]["code"], "form.amount");
    assert_eq!(answer["item"], Value::Null);
}

#[test]
fn the_content_of_an_event_replaces_the_whole() {
    let documents = Documents::new();
    let content = json!({ "account": "A", "payment": 5 });
    let save = json!({ "type": "save", "user": "taro", "now": NOW, "content": content });
    let answer = documents.ask(&item("draft"), &save, &json!([]));
    assert_eq!(answer["item"]["content"], content);
    let answer = documents.ask(&item("draft"), &by("save", "taro"), &json!([]));
    assert_eq!(answer["item"]["content"], super::content(), "left out: the item's");
}

#[test]
fn a_submission_that_lacks_something_changes_nothing() {
    let submit = json!({ "type": "submit", "user": "taro", "now": NOW, "content": { "account": "A" } });
    let answer = Documents::new().ask(&item("draft"), &submit, &json!([]));
    assert_eq!(answer["outcome"], "incomplete");
    assert_eq!(
        told(&answer),
        "missing /valueDate, missing /payee/kind, missing /payment, missing /approvers"
    );
    assert_eq!(answer["item"], item("draft"), "the item keeps its own content");
}

#[test]
fn labels_are_the_banks_where_it_has_some() {
    let mut documents = Documents::new();
    documents.service["stateLabels"] = json!({ "draft": { "ja": "保存中", "en": "Kept" } });
    let answer = documents.ask(&item("draft"), &by("save", "taro"), &json!([]));
    assert_eq!(answer["label"], json!({ "ja": "保存中", "en": "Kept" }));
    let answer = documents.ask(&item("draft"), &event(EventKind::Submit), &used("0", "0"));
    assert_eq!(answer["label"]["ja"], State::PendingFinal.default_label(Lang::Ja));
}

//! Turn, deadline, second channel, change of mode, revoking, cancelling, executing (`docs/item.md`, sections 5, 6 and 8).

use alloc::format;

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, by, item, told, used};

fn usage() -> Value {
    used("500", "500")
}

/// An item under a double mode with these approvals.
fn double(mode: &str, named: &Value, approved: &[&str]) -> Value {
    let approvals: Value = approved.iter().map(|user| json!({ "user": user, "at": NOW })).collect();
    let state = if approved.is_empty() { "pendingFirst" } else { "pendingFinal" };
    but(
        item("pendingFinal"),
        json!({ "state": state, "mode": mode, "approvers": named, "approvals": approvals }),
    )
}

#[test]
fn people_approve_once_and_in_their_order() {
    let company = Documents::new().load();
    let named = json!(["hana", "jiro"]);
    for (mode, approved, who, wanted, why) in [
        ("doubleInOrder", &[][..], "hana", "pendingFinal", "the first"),
        ("doubleInOrder", &[], "jiro", "item.order /user", "the second before the first"),
        ("doubleInOrder", &["hana"], "jiro", "approved", "the second after the first"),
        ("doubleInOrder", &["hana"], "hana", "item.approvedBefore /user", "the first again"),
        (
            "doubleInOrder",
            &[],
            "boss",
            "permission.approver /item/approvers",
            "not named: nothing of the order",
        ),
        ("doubleAnyOrder", &[], "jiro", "pendingFinal", "any order"),
        ("doubleAnyOrder", &["jiro"], "hana", "approved", "any order"),
        ("doubleAnyOrder", &["jiro"], "jiro", "item.approvedBefore /user", "the same again"),
    ] {
        for kind in ["approve", "sendBack", "discard"] {
            let answer = ask(&company, &double(mode, &named, approved), &by(kind, who), &usage()).unwrap();
            let wanted = match (wanted, kind) {
                ("pendingFinal" | "approved", "sendBack") => "sentBack",
                ("pendingFinal" | "approved", "discard") => "discarded",
                _ => wanted,
            };
            assert_eq!(told(&answer), wanted, "{mode} {approved:?} {who} {kind}: {why}");
            if wanted == "item.order /user" {
                assert_eq!(answer["reasons"][0]["who"], json!(["hana"]), "whose turn it is");
            }
        }
    }
    let unnamed = double("doubleInOrder", &json!([]), &[]);
    assert_eq!(told(&ask(&company, &unnamed, &by("approve", "jiro"), &usage()).unwrap()), "pendingFinal");
}

#[test]
fn an_approval_is_noted_as_it_was_written() {
    let company = Documents::new().load();
    let first = double("doubleInOrder", &json!(["hana", "jiro"]), &[]);
    let now = "2026-11-20T01:00:00Z";
    for (access, second) in [
        (Value::Null, false),
        (json!({ "secondChannel": false }), false),
        (json!({ "secondChannel": true }), true),
    ] {
        let event = json!({ "type": "approve", "user": "hana", "now": now, "access": access });
        let answer = ask(&company, &first, &event, &usage()).unwrap();
        assert_eq!(
            answer["item"]["approvals"],
            json!([{ "user": "hana", "at": now, "secondChannel": second }])
        );
    }
}

#[test]
fn one_approval_comes_through_the_second_channel() {
    let company = Documents::new().with("approval.secondChannel", json!(["transfer"])).load();
    let other = Documents::new().with("approval.secondChannel", json!(["bulk"])).load();
    let approve = |user: &str, second: bool| json!({ "type": "approve", "user": user, "now": NOW, "access": { "secondChannel": second } });
    let refused = "item.secondChannel /access/secondChannel";
    let single = item("pendingFinal");
    let named = json!(["hana", "jiro"]);
    let mut through = double("doubleAnyOrder", &named, &["hana"]);
    through["approvals"][0]["secondChannel"] = json!(true);
    for (before, event, company, wanted, why) in [
        (&single, by("approve", "hana"), &company, refused, "not said to be"),
        (&single, approve("hana", false), &company, refused, "not through it"),
        (&single, approve("hana", true), &company, "approved", "through it"),
        (&single, approve("hana", false), &other, "approved", "another business"),
        (
            &double("doubleAnyOrder", &named, &[]),
            approve("hana", false),
            &company,
            "pendingFinal",
            "not the last",
        ),
        (&double("doubleAnyOrder", &named, &["hana"]), approve("jiro", false), &company, refused, "neither"),
        (&through, approve("jiro", false), &company, "approved", "the one before"),
    ] {
        assert_eq!(told(&ask(company, before, &event, &usage()).unwrap()), wanted, "{why}");
    }
}

#[test]
fn an_item_keeps_its_mode_or_is_submitted_again() {
    let item = item("pendingFinal");
    for (setting, mode, wanted, why) in [
        ("snapshot", "single", "approved", "the same mode"),
        ("snapshot", "doubleInOrder", "approved", "by the item's mode"),
        ("snapshot", "none", "approved", "rights are those of the item's mode"),
        ("resubmit", "single", "approved", "the same mode"),
        ("resubmit", "doubleInOrder", "item.modeChanged /item/mode", "another mode"),
        ("resubmit", "none", "item.modeChanged /item/mode", "no approval any more"),
    ] {
        let documents = Documents::new().with("approval.onModeChange", json!(setting)).mode("transfer", mode);
        assert_eq!(
            told(&documents.ask(&item, &by("approve", "hana"), &usage())),
            wanted,
            "{setting} {mode}: {why}"
        );
    }
    let mut gone = Documents::new();
    gone.company["approval"].as_object_mut().unwrap().remove("transfer");
    gone.company["accounts"][0]["limits"].as_object_mut().unwrap().remove("transfer");
    let answer = gone.ask(&item, &by("sendBack", "hana"), &usage());
    assert_eq!(told(&answer), "permission.business.notContracted /business", "no longer used at all");
}

#[test]
fn reasons_stand_in_the_order_of_the_catalogue() {
    let documents = Documents::new()
        .with("approval.onModeChange", json!("resubmit"))
        .with("approval.secondChannel", json!(["transfer"]))
        .mode("transfer", "doubleInOrder");
    let late = but(item("pendingFinal"), json!({ "deadline": NOW }));
    assert_eq!(
        told(&documents.ask(&late, &by("approve", "hana"), &usage())),
        "item.deadline /now, item.secondChannel /access/secondChannel, item.modeChanged /item/mode"
    );
}

#[test]
fn a_deadline_passes_to_the_second() {
    let company = Documents::new().load();
    let deadline = |text: Value| but(item("pendingFinal"), json!({ "deadline": text }));
    for (time, approve, expire) in [
        ("2026-11-20T09:59:59+09:00", "item.deadline /now", "expired"),
        ("2026-11-20T10:00:00+09:00", "item.deadline /now", "expired"),
        ("2026-11-20T01:00:00Z", "item.deadline /now", "expired"),
        ("2026-11-20T10:00:01+09:00", "approved", "item.tooEarly /now"),
    ] {
        let before = deadline(json!(time));
        assert_eq!(
            told(&ask(&company, &before, &by("approve", "hana"), &usage()).unwrap()),
            approve,
            "{time}"
        );
        let event = json!({ "type": "expire", "now": NOW });
        assert_eq!(told(&ask(&company, &before, &event, &usage()).unwrap()), expire, "{time}");
    }
    let never = deadline(Value::Null);
    assert_eq!(told(&ask(&company, &never, &by("approve", "hana"), &usage()).unwrap()), "approved");
    let event = json!({ "type": "expire", "now": "2099-01-01T00:00:00+09:00" });
    assert_eq!(told(&ask(&company, &never, &event, &usage()).unwrap()), "item.tooEarly /now");
}

#[test]
fn the_window_sets_the_deadline() {
    let day = "2026-11-20T08:00:00+09:00";
    for (window, bank, wanted, why) in [
        (json!({}), "0002", "2026-11-25T00:00:00+09:00", "to the end of the value date"),
        (json!({ "cutoff": "15:00" }), "0002", "2026-11-24T15:00:00+09:00", "on the value date"),
        (
            json!({ "earliestBusinessDays": 1, "cutoff": "15:00" }),
            "0002",
            "2026-11-20T15:00:00+09:00",
            "before a long weekend",
        ),
        (json!({ "earliestBusinessDays": 1 }), "0002", "2026-11-21T00:00:00+09:00", "to the end of Friday"),
        (
            json!({ "cutoff": "15:00", "otherBank": { "cutoff": "14:00" } }),
            "0002",
            "2026-11-24T14:00:00+09:00",
            "another bank",
        ),
        (
            json!({ "cutoff": "15:00", "otherBank": { "cutoff": "14:00" } }),
            "0001",
            "2026-11-24T15:00:00+09:00",
            "the same bank",
        ),
    ] {
        let mut documents = Documents::new();
        documents.service["windows"] = json!({ "transfer": window });
        let mut before = item("draft");
        before["content"]["payee"]["bank"] = json!(bank);
        let submit = json!({ "type": "submit", "user": "taro", "now": day, "approvers": ["hana"] });
        let answer = documents.ask(&before, &submit, &used("0", "0"));
        assert_eq!(answer["item"]["deadline"], wanted, "{window}: {why}, {}", told(&answer));
        let mut none = documents.mode("transfer", "none");
        none.service["settings"] = json!({});
        let submit = json!({ "type": "submit", "user": "taro", "now": day });
        let answer = none.ask(&before, &submit, &used("0", "0"));
        assert_eq!(
            (told(&answer).as_str(), &answer["item"]["deadline"]),
            ("approved", &Value::Null),
            "nobody approves"
        );
    }
}

/// Tuesday the 24th is the value date; Friday the 20th the last business day before it.
#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn an_approval_is_revoked_in_time_by_those_who_gave_it() {
    let windows = json!({ "transfer": { "runTimes": ["09:00", "15:00"] } });
    let early = "2026-11-20T10:00:00+09:00";
    let after_first_run = "2026-11-24T09:00:00+09:00";
    for (setting, windows, approved, who, now, wanted, why) in [
        (
            "none",
            None,
            early,
            "hana",
            early,
            "item.revokeNotOffered /item/state",
            "not offered, and nothing else",
        ),
        (
            "none",
            None,
            early,
            "boss",
            "2026-12-01T00:00:00+09:00",
            "item.revokeNotOffered /item/state",
            "the same",
        ),
        (
            "untilRunTime",
            None,
            early,
            "hana",
            "2026-11-23T23:59:59+09:00",
            "revoked",
            "no runs: the day before",
        ),
        (
            "untilRunTime",
            None,
            early,
            "hana",
            "2026-11-24T00:00:00+09:00",
            "item.tooLate /now",
            "no runs: as the day begins",
        ),
        (
            "untilRunTime",
            Some(&windows),
            early,
            "hana",
            "2026-11-24T08:59:59+09:00",
            "revoked",
            "before the first run",
        ),
        (
            "untilRunTime",
            Some(&windows),
            early,
            "hana",
            "2026-11-24T09:00:00+09:00",
            "item.tooLate /now",
            "at the first run",
        ),
        (
            "untilRunTime",
            Some(&windows),
            after_first_run,
            "hana",
            "2026-11-24T14:59:59+09:00",
            "revoked",
            "it missed the first",
        ),
        (
            "untilRunTime",
            Some(&windows),
            after_first_run,
            "hana",
            "2026-11-24T15:00:00+09:00",
            "item.tooLate /now",
            "at the second",
        ),
        (
            "untilRunTime",
            Some(&windows),
            "2026-11-24T15:00:00+09:00",
            "hana",
            "2026-11-24T15:00:00+09:00",
            "item.tooLate /now",
            "it missed all runs",
        ),
        (
            "untilPreviousBusinessDay",
            None,
            early,
            "hana",
            "2026-11-20T23:59:59+09:00",
            "revoked",
            "the last business day before",
        ),
        (
            "untilPreviousBusinessDay",
            None,
            early,
            "hana",
            "2026-11-21T00:00:00+09:00",
            "item.tooLate /now",
            "Saturday",
        ),
        (
            "untilRunTime",
            None,
            early,
            "mika",
            early,
            "item.notHisApproval /user",
            "may revoke, but did not approve",
        ),
        (
            "untilRunTime",
            None,
            early,
            "mika",
            "2026-11-24T00:00:00+09:00",
            "item.tooLate /now, item.notHisApproval /user",
            "both",
        ),
    ] {
        let mut documents = Documents::new().with("approval.revoke", json!(setting));
        if let Some(windows) = windows {
            documents.service["windows"] = windows.clone();
        }
        let approvals = json!([{ "user": "hana", "at": approved }]);
        let before = but(item("approved"), json!({ "approvals": approvals, "approvers": [] }));
        let event = json!({ "type": "revoke", "user": who, "now": now });
        assert_eq!(told(&documents.ask(&before, &event, &usage())), wanted, "{setting} {now}: {why}");
    }
    let nobody = but(item("approved"), json!({ "mode": "none", "approvals": [], "approvers": [] }));
    let documents = Documents::new().mode("transfer", "none");
    assert_eq!(
        told(&documents.ask(&nobody, &by("revoke", "mika"), &usage())),
        "item.notHisApproval /user",
        "nobody approved"
    );
}

#[test]
fn a_reservation_is_cancelled_until_the_business_day_before() {
    let mut without = Documents::new();
    without.service.as_object_mut().unwrap().remove("calendar");
    let documents = Documents::new();
    for (documents, day, wanted, why) in [
        (&documents, "2026-11-20", "cancelled", "Friday"),
        (&documents, "2026-11-21", "item.tooLate /now", "Saturday"),
        (&without, "2026-11-23", "cancelled", "no calendar: the day before"),
        (&without, "2026-11-24", "item.tooLate /now", "no calendar: the day itself"),
    ] {
        let event = json!({ "type": "cancel", "user": "taro", "now": format!("{day}T12:00:00+09:00") });
        assert_eq!(told(&documents.ask(&item("approved"), &event, &usage())), wanted, "{day}: {why}");
    }
    for value_date in ["soon", "2027-01-04", "2026-11-22", "2026-11-02"] {
        let mut before = item("approved");
        before["content"]["valueDate"] = json!(value_date);
        let answer = documents.ask(&before, &by("cancel", "taro"), &usage());
        assert_eq!(told(&answer), "item.tooLate /now", "a value date that is none: {value_date}");
    }
}

#[test]
fn an_item_is_executed_from_its_value_date_on() {
    let documents = Documents::new();
    let execute = |now: &str| json!({ "type": "execute", "now": now });
    for (now, wanted) in [
        ("2026-11-23T23:59:59+09:00", "item.tooEarly /now"),
        ("2026-11-24T00:00:00+09:00", "executed"),
        ("2026-11-23T15:00:00Z", "executed"),
        ("2026-12-01T00:00:00+09:00", "executed"),
    ] {
        assert_eq!(told(&documents.ask(&item("approved"), &execute(now), &usage())), wanted, "{now}");
    }
    let mut unreadable = item("approved");
    unreadable["content"]["valueDate"] = json!("soon");
    let answer = documents.ask(&unreadable, &execute("2026-12-01T00:00:00+09:00"), &usage());
    assert_eq!(told(&answer), "form.date /valueDate, item.tooEarly /now");
    let unchecked = documents.with("limit.checkAt", json!(["submit", "approve"]));
    let answer = unchecked.ask(&unreadable, &execute("2026-12-01T00:00:00+09:00"), &json!([]));
    assert_eq!(told(&answer), "item.tooEarly /now");
}

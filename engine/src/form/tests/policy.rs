//! Policies and groups in the forms, and the items that depend on those whom a policy asks for.

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use crate::Service;
use crate::steps::approval::tests::{document, policy, service};

fn answer(question: &Value) -> Value {
    let service = Service::from_json(&service(&json!({})).to_string()).unwrap();
    let mut out = String::new();
    service.form_json(&document(&policy()).to_string(), &question.to_string(), &mut out).unwrap();
    serde_json::from_str(&out).unwrap()
}

#[test]
fn a_policy_is_put_in_the_place_of_another_as_a_whole() {
    let all =
        json!({ "policy": [{ "key": "all", "bands": [{ "anyOf": [{ "steps": [{ "group": "A" }] }] }] }] });
    let said = answer(&json!({ "form": "company", "input": { "approval": { "transfer": all } } }));
    assert_eq!(
        (&said["outcome"], &said["changed"]),
        (&json!("valid"), &json!(["/approval/transfer/policy"]))
    );
    assert_eq!(said["result"]["approval"], json!({ "transfer": all, "payroll": "doubleAnyOrder" }));
    let half = json!({ "policy": [{ "key": "all", "bands": [{ "upTo": "1" }] }, { "key": "more" }] });
    let said = answer(&json!({ "form": "company", "input": { "approval": { "transfer": half } } }));
    assert_eq!(said["outcome"], "refused");
    assert_eq!(said["reasons"][0]["code"], "policy.bounds.last");
    assert_eq!(
        said["missing"],
        json!(["/approval/transfer/policy/1/bands"]),
        "what is still to be filled in"
    );
}

#[test]
fn a_group_is_put_in_the_place_of_another_as_a_whole() {
    let said = answer(
        &json!({ "form": "company", "input": { "groups": { "A": { "rights": ["bulk.approve"] }, "C": {} } } }),
    );
    assert_eq!((&said["outcome"], &said["changed"]), (&json!("valid"), &json!(["/groups/A/rights"])));
    let gone = answer(&json!({ "form": "company", "input": { "groups": { "A": null } } }));
    assert_eq!(gone["reasons"][0]["code"], "group.unknown");
}

#[test]
fn a_user_in_two_groups_of_requesters_is_told_which_rows_hold() {
    let said = answer(&json!({ "form": "user", "change": "clerk", "input": { "groups": ["clerks", "A"] } }));
    assert_eq!((&said["outcome"], &said["changed"]), (&json!("valid"), &json!(["/groups"])));
    let mut both = policy();
    both["policy"][1]["when"]["requesterGroups"] = json!(["A", "B", "treasury"]);
    let service = Service::from_json(&service(&json!({})).to_string()).unwrap();
    let mut whole = document(&both);
    for user in [4, 6] {
        whole["users"][user]["groups"] = json!(["B"]);
    }
    let mut out = String::new();
    let question = json!({ "form": "user", "change": "clerk", "input": { "groups": ["clerks", "A"] } });
    service.form_json(&whole.to_string(), &question.to_string(), &mut out).unwrap();
    let said: Value = serde_json::from_str(&out).unwrap();
    let reason = &said["reasons"][0];
    assert_eq!(
        (&reason["code"], &reason["path"], &reason["place"]),
        (&json!("policy.rows.overlap"), &json!(""), &json!("/approval/transfer/policy/1"))
    );
}

/// An item that waits for these alternatives, with those who have acted.
fn item(alternatives: &Value, approvals: &Value, approvers: &Value) -> Value {
    let one_left = approvals.as_array().is_some_and(|acts| !acts.is_empty());
    json!({
        "business": "transfer", "state": if one_left { "pendingFinal" } else { "pendingFirst" }, "revision": 2,
        "requester": "clerk", "mode": "policy", "policy": "clerks", "alternatives": alternatives, "approvers": approvers,
        "approvals": approvals, "deadline": null, "counted": [], "spent": [], "content": { "account": "main" }
    })
}

#[test]
fn an_item_depends_on_those_whom_its_alternatives_ask_for() {
    let step =
        |act: &str, group: Option<&str>, count: u8| json!({ "act": act, "group": group, "count": count });
    let both = json!([{ "ordered": true, "steps": [step("approve", Some("B"), 1), step("release", Some("treasury"), 1)] }]);
    let two = json!([{ "ordered": false, "steps": [step("approve", Some("B"), 2)] }]);
    let either =
        json!([{ "ordered": false, "steps": [step("approve", Some("B"), 1), step("verify", None, 1)] }]);
    let by_cid =
        json!([{ "user": "cid", "at": "2026-11-20T10:00:00+09:00", "act": "approve", "groups": ["B"] }]);
    let remove = |user: &str, items: Value| {
        let said = answer(&json!({ "form": "user", "change": user, "remove": true, "items": items }));
        said["hanging"].to_string()
    };
    let approver = r#"[{"item":0,"as":"approver"}]"#;
    for (why, user, item, want) in [
        (
            "the only one who releases, though it is not the turn yet",
            "tom",
            item(&both, &json!([]), &json!([])),
            approver,
        ),
        ("one of two of B", "cid", item(&both, &json!([]), &json!([])), "[]"),
        ("both of B are needed", "cid", item(&two, &json!([]), &json!([])), approver),
        ("who has acted is needed no more", "cid", item(&two, &by_cid, &json!([])), "[]"),
        ("the other is", "bea", item(&two, &by_cid, &json!([])), approver),
        ("whom no step asks for", "ann", item(&two, &json!([]), &json!([])), "[]"),
        ("who checks", "vic", item(&either, &json!([]), &json!([])), approver),
        ("named, though another could act", "cid", item(&both, &json!([]), &json!(["cid", "tom"])), approver),
        ("not named", "bea", item(&both, &json!([]), &json!(["cid", "tom"])), "[]"),
    ] {
        assert_eq!(remove(user, json!([item])), want, "{why}");
    }
    let moved = answer(&json!({
        "form": "user", "change": "tom", "input": { "groups": [] }, "items": [item(&both, &json!([]), &json!([]))]
    }));
    assert_eq!(moved["hanging"].to_string(), approver, "out of the group");
}

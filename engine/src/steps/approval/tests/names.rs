//! Named approvers under a policy: those who are to act, in no order, and each for some step.

use alloc::format;

use serde_json::json;

use super::{answer, company, document, policy, request};

#[test]
fn the_named_are_those_who_act() {
    let company = company(&json!({}), &document(&policy()));
    for (why, payment, names, want) in [
        ("one for one", "1", &["bea"][..], "needsApproval: clerks 1000000: [approve A 1 of bea]"),
        (
            "one more than is needed may act too",
            "1",
            &["ann", "bea"],
            "needsApproval: clerks 1000000: [approve A 1 of ann,bea]",
        ),
        (
            "two of A: the second alternative is possible with them as well, in one way",
            "2000000",
            &["bea", "ann"],
            "needsApproval: clerks 50000000: [approve A 2 of ann,bea] [approve A 1 of ann then approve B 1 of bea]",
        ),
        (
            "one of A and one of B leave the second alternative alone",
            "2000000",
            &["cid", "ann"],
            "needsApproval: clerks 50000000: [approve A 1 of ann then approve B 1 of cid]",
        ),
        (
            "too few: the next name is missing, and the alternatives are all",
            "2000000",
            &["ann"],
            "incomplete: clerks 50000000: [approve A 2 of ann,bea] [approve A 1 of ann,bea then approve B 1 of bea,cid]; missing /approvers/1",
        ),
        (
            "who checks and who releases is named as others are",
            "50000001",
            &["tom", "bea", "cid", "vic"],
            "needsApproval: clerks above: [verify - 1 of vic then approve B 2 of bea,cid then release treasury 1 of tom]",
        ),
        (
            "the releaser is missing",
            "50000001",
            &["bea", "cid", "vic"],
            "incomplete: clerks above: [verify - 1 of vic then approve B 2 of bea,cid then release treasury 1 of tom]; missing /approvers/3",
        ),
    ] {
        assert_eq!(
            answer(&company, &request("clerk", payment, &json!({ "approvers": names }))),
            want,
            "{why}"
        );
    }
}

#[test]
fn every_reason_against_a_name() {
    let mut document = document(&policy());
    document["users"][3]["accounts"] = json!(["side"]);
    document["users"][3]["groups"] = json!(["A", "B"]);
    document["users"][1]["approverPerItem"] = json!({ "transfer": "100" });
    let company = company(&json!({ "selfApproval": "forbid" }), &document);
    let all = "[approve A 1 of bea]";
    for (why, payment, names, want) in [
        ("unknown", "101", &["nobody"][..], "approval.approver.notEligible /approvers/0 (bea)"),
        ("disabled", "101", &["gone"], "approval.approver.notEligible /approvers/0 (bea)"),
        (
            "who may only request is no approver",
            "101",
            &["clerk"],
            "approval.approver.notEligible /approvers/0 (bea)",
        ),
        (
            "who verifies in a business without a policy is one by his approvals there alone",
            "101",
            &["pay"],
            "approval.approver.right /approvers/0 (bea)",
        ),
        (
            "who may only check has no right to what is asked for",
            "101",
            &["vic"],
            "approval.approver.right /approvers/0 (bea)",
        ),
        ("over the cap by one", "101", &["ann"], "approval.approver.cap /approvers/0 (bea)"),
        ("the account", "101", &["cid"], "approval.approver.account /approvers/0 (bea)"),
        (
            "named twice; he himself could be named no more",
            "101",
            &["bea", "bea"],
            "approval.approver.duplicate /approvers/1 ()",
        ),
    ] {
        let answer = answer(&company, &request("clerk", payment, &json!({ "approvers": names })));
        let (approval, reason) = answer.split_once("; ").unwrap();
        assert_eq!(reason.replace(" ()", ""), want.replace(" ()", ""), "{why}");
        assert_eq!(approval, format!("refused: clerks 1000000: {all}"), "{why}");
    }
    let fits = answer(&company, &request("clerk", "100", &json!({ "approvers": ["ann"] })));
    assert_eq!(fits, "needsApproval: clerks 1000000: [approve A 1 of ann]", "the cap itself");
}

#[test]
fn a_group_is_asked_for_where_the_right_is_there() {
    let company = company(&json!({ "selfApproval": "forbid" }), &document(&policy()));
    for (why, payment, names, want) in [
        ("cid is not of A", "1000000", &["cid"][..], "; approval.approver.group /approvers/0 (ann,bea)"),
        ("but of B, which the next band has", "1000001", &["cid", "ann"], ""),
        (
            "ann is not of B, where B alone approves",
            "50000001",
            &["ann"],
            "; approval.approver.group /approvers/0 (bea,cid,tom,vic)",
        ),
    ] {
        let answer = answer(&company, &request("clerk", payment, &json!({ "approvers": names })));
        assert_eq!(answer.find(';').map_or("", |at| &answer[at..]), want, "{why}");
    }
    // `others` asks for no group, so that the requester's own name is the only reason.
    let own = answer(&company, &request("ann", "100001", &json!({ "approvers": ["ann"] })));
    assert!(own.ends_with("; approval.approver.self /approvers/0 (bea,cid)"), "{own}");
}

#[test]
fn names_are_not_looked_at_where_they_say_nothing() {
    let nobody = json!({ "policy": [{ "key": "all", "bands": [{ "upTo": "10" }, { "anyOf": [{ "steps": [{ "group": "treasury" }] }] }] }] });
    for (why, settings, payment, names, want) in [
        (
            "a band that needs nobody",
            json!({}),
            "10",
            &["x"][..],
            "refused: all 10:; approval.notNeeded /approvers",
        ),
        (
            "also where nobody is named by requesters",
            json!({ "namedByRequester": false }),
            "10",
            &["x"],
            "refused: all 10:; approval.notNeeded /approvers",
        ),
        (
            "nobody could act, and the name is looked at all the same",
            json!({}),
            "11",
            &["x"],
            "refused: all above:; approval.approver.notEligible /approvers/0; approval.nobody /approvers",
        ),
        (
            "nor be named",
            json!({ "namedByRequester": false }),
            "11",
            &["x"],
            "refused: all above:; approval.notNamedByRequester /approvers; approval.nobody /approvers",
        ),
    ] {
        let company = company(&settings, &document(&nobody));
        assert_eq!(
            answer(&company, &request("clerk", payment, &json!({ "approvers": names }))),
            want,
            "{why}"
        );
    }
    let company = company(&json!({ "namedByRequester": false }), &document(&policy()));
    let named = answer(&company, &request("clerk", "1", &json!({ "approvers": ["x"] })));
    assert_eq!(
        named,
        "refused: clerks 1000000: [approve A 1 of ann,bea]; approval.notNamedByRequester /approvers"
    );
}

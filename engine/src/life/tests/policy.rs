//! Orders under a policy (`docs/item.md`, section 12).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Documents, NOW, ask, but, content, told, used};
use crate::Company;

/// Groups A (ann, abe, ada, both) and B (bob, bea, both) who approve; vic verifies, rex and rio of group T release.
fn documents() -> Documents {
    let mut documents = Documents::new();
    documents.service["businesses"]["transfer"]["approvalModes"]
        .as_array_mut()
        .unwrap()
        .push(json!("policy"));
    let rights = documents.service["rights"].as_object_mut().unwrap();
    rights.insert(
        "transfer.verify".into(),
        json!({ "approvalOn": { "verify": "all", "sendBack": "all", "revoke": "all" } }),
    );
    rights.insert(
        "transfer.release".into(),
        json!({ "approvalOn": { "release": "all", "sendBack": "all", "revoke": "all" } }),
    );
    documents.company["groups"] = json!({ "A": {}, "B": {}, "T": {} });
    let users = documents.company["users"].as_array_mut().unwrap();
    users.retain(|user| ["boss", "taro", "none"].contains(&user["id"].as_str().unwrap()));
    for (id, groups, right) in [
        ("ann", &["A"][..], "approve"),
        ("abe", &["A"], "approve"),
        ("ada", &["A"], "approve"),
        ("bob", &["B"], "approve"),
        ("bea", &["B"], "approve"),
        ("both", &["A", "B"], "approve"),
        ("vic", &[], "verify"),
        ("rex", &["T"], "release"),
        ("rio", &["T"], "release"),
    ] {
        let right = alloc::format!("transfer.{right}");
        users.push(json!({ "id": id, "role": "general", "enabled": true, "accounts": ["A"], "rights": [right], "groups": groups }));
    }
    let step = |group: &str, count: u8| json!({ "group": group, "count": count });
    documents.company["approval"]["transfer"] = json!({ "policy": [{ "key": "row", "bands": [
        { "upTo": "10" },
        { "upTo": "100", "anyOf": [{ "steps": [step("A", 2)] }, { "steps": [step("A", 1), step("B", 1)] }] },
        { "upTo": "200", "anyOf": [{ "ordered": true, "steps": [step("A", 1), step("B", 1)] }] },
        { "upTo": "300", "anyOf": [{ "steps": [{ "act": "release", "group": "T" }, step("B", 1), { "act": "verify" }] }] },
        { "upTo": "400", "anyOf": [{ "steps": [step("B", 1)] }, { "steps": [step("A", 3)] }] },
        { "anyOf": [{ "steps": [step("A", 1)] }] } ] }] });
    documents
}

fn usage() -> Value {
    used("500", "500")
}

/// An order of so much that is submitted now, with these names.
fn submit(company: &Company, payment: &str, named: &[&str]) -> Value {
    let event = json!({ "type": "submit", "user": "taro", "now": NOW, "business": "transfer", "approvers": named,
                        "content": but(content(), json!({ "payment": payment })) });
    ask(company, &Value::Null, &event, &used("0", "0")).unwrap()
}

fn submitted(company: &Company, payment: &str) -> Value {
    let answer = submit(company, payment, &[]);
    assert_eq!(answer["outcome"], "changed", "{answer}");
    answer["item"].clone()
}

/// What comes of an event: the state, or the reasons, with those who may.
fn does(company: &Company, order: &mut Value, who: &str, kind: &str) -> String {
    let event = json!({ "type": kind, "user": who, "now": NOW });
    let answer = ask(company, order, &event, &usage()).unwrap();
    let mut words = told(&answer);
    for reason in answer["reasons"].as_array().unwrap() {
        if !reason["who"].is_null() {
            let who: Vec<_> = reason["who"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            words = alloc::format!("{words} ({})", who.join(" "));
        }
    }
    *order = answer["item"].clone();
    words
}

fn of(user: &str, act: &str, groups: &[&str]) -> Value {
    json!({ "user": user, "at": NOW, "secondChannel": false, "act": act, "groups": groups })
}

#[test]
fn an_order_keeps_what_it_is_submitted_under() {
    let company = documents().load();
    for (payment, state, people, why) in [
        ("10", "approved", json!([]), "nobody has to act"),
        ("11", "pendingFirst", json!([[2], [1, 1]]), "two people either way"),
        ("100", "pendingFirst", json!([[2], [1, 1]]), "the last amount of the band"),
        ("101", "pendingFirst", json!([[1, 1]]), "the next band"),
        ("201", "pendingFirst", json!([[1, 1, 1]]), "three people are two or more"),
        ("301", "pendingFinal", json!([[1], [3]]), "one person is enough one way"),
        ("401", "pendingFinal", json!([[1]]), "one person"),
    ] {
        let order = submitted(&company, payment);
        let counts = order["alternatives"].as_array().unwrap().iter().map(|one| {
            one["steps"].as_array().unwrap().iter().map(|step| step["count"].clone()).collect::<Value>()
        });
        let found = (&order["state"], &order["policy"], counts.collect::<Value>());
        assert_eq!(found, (&json!(state), &json!("row"), people), "{payment}: {why}");
        assert_eq!((&order["mode"], &order["approvals"]), (&json!("policy"), &json!([])));
    }
    let order = submitted(&company, "201");
    let steps = json!([{ "act": "release", "group": "T", "count": 1 }, { "act": "approve", "group": "B", "count": 1 },
                       { "act": "verify", "group": null, "count": 1 }]);
    assert_eq!(order["alternatives"], json!([{ "ordered": false, "steps": steps }]));
}

/// Each row: what was paid, what happened before, who acts, and what comes of it.
#[test]
fn people_act_where_an_alternative_has_a_place_for_them() {
    let company = documents().load();
    let all_of_a = "abe ada ann both";
    let notneeded = |who: &str| alloc::format!("item.notNeeded /user ({who})");
    for (payment, before, (who, kind), wanted, why) in [
        ("100", &[][..], ("ann", "approve"), "pendingFinal".into(), "one of A of two"),
        ("100", &["ann"], ("abe", "approve"), "approved".into(), "two of A"),
        ("100", &["ann"], ("bob", "approve"), "approved".into(), "one of A and one of B"),
        ("100", &["bob"], ("ann", "approve"), "approved".into(), "in any order"),
        ("100", &["bob"], ("bea", "approve"), notneeded(all_of_a), "two of B are none of them"),
        ("100", &["bob"], ("both", "approve"), "approved".into(), "who is in both stands for A"),
        ("100", &["both"], ("bob", "approve"), "approved".into(), "and has done so already"),
        ("100", &["both"], ("ann", "approve"), "approved".into(), "or for B, as is needed"),
        ("100", &["ann"], ("ann", "approve"), "item.approvedBefore /user".into(), "the same again"),
        ("100", &["ann"], ("vic", "verify"), notneeded(""), "nothing is to be verified"),
        ("101", &[], ("bob", "approve"), notneeded(all_of_a), "A is first"),
        ("101", &[], ("ann", "approve"), "pendingFinal".into(), "A first"),
        ("101", &["ann"], ("abe", "approve"), notneeded("bea bob both"), "then B"),
        ("101", &["both"], ("ann", "approve"), notneeded("bea bob"), "who is in both has been the first"),
        ("101", &["ann"], ("both", "approve"), "approved".into(), "and may be the second"),
        ("201", &[], ("bob", "approve"), notneeded(""), "verifying is first, wherever it stands"),
        ("201", &[], ("rex", "release"), notneeded(""), "and release last"),
        ("201", &[], ("vic", "verify"), "pendingFirst".into(), "two are still to come"),
        (
            "201",
            &["vic"],
            ("vic", "approve"),
            "permission.right /operation, item.approvedBefore /user".into(),
            "nobody acts twice, by whatever act",
        ),
        ("201", &["vic"], ("rex", "release"), notneeded(""), "before the approval"),
        ("201", &["vic"], ("ann", "approve"), notneeded("bea bob both"), "A is not asked"),
        ("201", &["vic"], ("bob", "approve"), "pendingFinal".into(), "one is still to come"),
        ("201", &["vic", "bob"], ("bea", "approve"), notneeded(""), "it is approved but for the release"),
        ("201", &["vic", "bob"], ("rio", "release"), "approved".into(), "the last"),
        ("301", &[], ("ann", "approve"), "pendingFirst".into(), "B alone is no longer possible"),
        ("301", &["ann"], ("bob", "approve"), notneeded("abe ada both"), "the way of B is closed"),
        ("301", &["ann", "abe"], ("both", "approve"), "approved".into(), "the third of A"),
        ("301", &["both"], ("ann", "approve"), "item.state /item/state".into(), "B alone was enough"),
        ("401", &[], ("bob", "approve"), notneeded(all_of_a), "B is not asked"),
    ] {
        let mut order = submitted(&company, payment);
        for person in before {
            let act = match *person {
                "vic" => "verify",
                "rex" | "rio" => "release",
                _ => "approve",
            };
            does(&company, &mut order, person, act);
        }
        let wanted: String = wanted;
        let found = does(&company, &mut order, who, kind);
        assert_eq!(found.replace(" ()", ""), wanted.replace(" ()", ""), "{payment} {before:?} {who}: {why}");
    }
}

#[test]
fn an_act_is_noted_with_the_groups_of_then() {
    let mut documents = documents();
    let mut order = submitted(&documents.load(), "100");
    assert_eq!(does(&documents.load(), &mut order, "both", "approve"), "pendingFinal");
    assert_eq!(order["approvals"], json!([of("both", "approve", &["A", "B"])]));
    assert_eq!(order["alternatives"].as_array().unwrap().len(), 2, "both ways are still open");
    // He leaves both groups, and has acted all the same.
    let users = documents.company["users"].as_array_mut().unwrap();
    let user = users.iter_mut().find(|user| user["id"] == "both").unwrap();
    user["groups"] = json!([]);
    assert_eq!(does(&documents.load(), &mut order.clone(), "bob", "approve"), "approved");
    // He is disabled, or taken out: known to be nobody then.
    let users = documents.company["users"].as_array_mut().unwrap();
    users.iter_mut().find(|user| user["id"] == "both").unwrap()["enabled"] = json!(false);
    assert_eq!(does(&documents.load(), &mut order.clone(), "bob", "approve"), "approved");
    documents.company["users"].as_array_mut().unwrap().retain(|user| user["id"] != "both");
    assert_eq!(
        does(&documents.load(), &mut order, "bob", "approve"),
        "item.approverUnknown /item/approvals/0"
    );
}

/// Whoever could act next may send it back; whoever could not may not.
#[test]
fn an_order_is_sent_back_by_whoever_could_act() {
    let company = documents().load();
    for (payment, before, who, wanted) in [
        ("100", &[][..], "bob", "sentBack"),
        ("100", &["bob"], "bea", "item.notNeeded /user (abe ada ann both)"),
        ("100", &["bob"], "ann", "sentBack"),
        ("100", &["bob"], "bob", "item.approvedBefore /user"),
        ("201", &[], "vic", "sentBack"),
        ("201", &[], "rex", "item.notNeeded /user (boss vic)"),
        ("201", &["vic", "bob"], "rex", "sentBack"),
    ] {
        let mut order = submitted(&company, payment);
        for person in before {
            does(&company, &mut order, person, if *person == "vic" { "verify" } else { "approve" });
        }
        assert_eq!(does(&company, &mut order, who, "sendBack"), wanted, "{payment} {before:?} {who}");
        if wanted == "sentBack" {
            assert_eq!((&order["mode"], &order["approvals"]), (&Value::Null, &json!([])));
            assert!(
                order.get("policy").is_none() && order.get("alternatives").is_none(),
                "nothing outlives what it was for"
            );
        }
    }
}

#[test]
fn what_is_left_is_told_after_each_act() {
    let company = documents().load();
    let order = submitted(&company, "100");
    let event = json!({ "type": "approve", "user": "bob", "now": NOW });
    let answer = ask(&company, &order, &event, &usage()).unwrap();
    assert_eq!(
        answer["item"]["alternatives"],
        json!([order["alternatives"][1]]),
        "two of A are no longer possible"
    );
    assert_eq!(
        answer["approval"],
        json!({ "mode": "policy", "policy": "row", "upTo": null, "alternatives": [{ "ordered": false, "steps": [
            { "act": "approve", "group": "A", "count": 1, "who": ["abe", "ada", "ann", "both"] },
            { "act": "approve", "group": "B", "count": 1, "who": [] } ] }] })
    );
    let event = json!({ "type": "approve", "user": "ann", "now": NOW });
    let answer = ask(&company, &answer["item"], &event, &usage()).unwrap();
    assert_eq!((&answer["approval"], &answer["item"]["state"]), (&Value::Null, &json!("approved")));
}

/// Where too few people are left, nobody acts: the order is left behind, and a rescuer or the host ends it.
#[test]
fn an_order_that_nobody_can_complete_is_left_behind() {
    let mut documents = documents();
    let order = submitted(&documents.load(), "201");
    for user in documents.company["users"].as_array_mut().unwrap() {
        if ["rex", "rio"].contains(&user["id"].as_str().unwrap()) {
            user["enabled"] = json!(false);
        }
    }
    let company = documents.load();
    assert_eq!(does(&company, &mut order.clone(), "vic", "verify"), "item.notNeeded /user");
    assert_eq!(does(&company, &mut order.clone(), "vic", "sendBack"), "item.notNeeded /user");
    let expire = json!({ "type": "expire", "now": NOW });
    assert_eq!(
        told(&ask(&company, &order, &expire, &usage()).unwrap()),
        "item.tooEarly /now",
        "taro may pull it back"
    );
    documents.service["rights"]["transfer.request"]["always"].as_object_mut().unwrap().remove("pullBack");
    let company = documents.load();
    assert_eq!(
        does(&company, &mut order.clone(), "vic", "sendBack"),
        "item.notNeeded /user",
        "he is no rescuer"
    );
    assert_eq!(does(&company, &mut order.clone(), "boss", "sendBack"), "sentBack");
    assert_eq!(does(&company, &mut order.clone(), "boss", "verify"), "item.notNeeded /user");
    assert_eq!(told(&ask(&company, &order, &expire, &usage()).unwrap()), "expired");
}

/// With names only those act, whatever the act.
#[test]
fn named_approvers_are_those_who_act() {
    let company = documents().load();
    let answer = submit(&company, "100", &["ann", "bob"]);
    let mut order = answer["item"].clone();
    assert_eq!(order["alternatives"].as_array().unwrap().len(), 1, "{answer}");
    let refused = "permission.approver /item/approvers, item.notNeeded /user (ann bob)";
    assert_eq!(
        does(&company, &mut order, "bea", "approve"),
        "permission.approver /item/approvers",
        "{refused}"
    );
    assert_eq!(does(&company, &mut order, "bob", "approve"), "pendingFinal");
    assert_eq!(does(&company, &mut order, "ann", "approve"), "approved");
}

/// The last act needs the second channel and takes the usage, by whatever act it is.
#[test]
fn the_act_that_approves_is_the_last_approval() {
    let documents = documents()
        .with("approval.secondChannel", json!(["transfer"]))
        .with("limit.takeAt", json!("approve"));
    let company = documents.load();
    let mut order = submitted(&company, "201");
    for (who, kind, wanted) in [
        ("vic", "verify", "pendingFirst"),
        ("bob", "approve", "pendingFinal"),
        ("rex", "release", "item.secondChannel /access/secondChannel"),
    ] {
        assert_eq!(does(&company, &mut order, who, kind), wanted);
        assert_eq!(order["counted"], json!([]), "nothing is taken before the last");
    }
    let event = json!({ "type": "release", "user": "rex", "now": NOW, "access": { "secondChannel": true } });
    let answer = ask(&company, &order, &event, &used("0", "0")).unwrap();
    assert_eq!(told(&answer), "approved");
    assert_eq!(answer["item"]["counted"].as_array().unwrap().len(), 2, "{answer}");
}

#[test]
fn an_order_is_revoked_by_whoever_acted() {
    let company = documents().load();
    let mut order = submitted(&company, "201");
    for (who, kind) in [("vic", "verify"), ("bob", "approve"), ("rex", "release")] {
        does(&company, &mut order, who, kind);
    }
    assert_eq!(does(&company, &mut order.clone(), "vic", "revoke"), "revoked");
    assert_eq!(does(&company, &mut order, "bea", "revoke"), "item.notHisApproval /user");
}

/// Under `resubmit` the order is of a band of its row as the row is today.
#[test]
fn an_order_of_another_policy_is_submitted_anew() {
    let documents = documents().with("approval.onModeChange", json!("resubmit"));
    let order = submitted(&documents.load(), "100");
    let changed = "item.modeChanged /item/mode";
    let rows = |change: &dyn Fn(&mut Value)| {
        let mut other = documents.clone();
        change(&mut other.company["approval"]["transfer"]);
        does(&other.load(), &mut order.clone(), "ann", "approve")
    };
    assert_eq!(rows(&|_| ()), "pendingFinal", "the same");
    assert_eq!(
        rows(&|policy| policy["policy"][0]["key"] = json!("other")),
        changed,
        "the row has another name"
    );
    assert_eq!(
        rows(&|policy| policy["policy"][0]["bands"][1]["upTo"] = json!("50")),
        "pendingFinal",
        "the band is for less"
    );
    let one = |policy: &mut Value| {
        policy["policy"][0]["bands"][1]["anyOf"].as_array_mut().unwrap().remove(0);
    };
    assert_eq!(rows(&one), changed, "one of the ways is no longer there");
    assert_eq!(rows(&|policy| *policy = json!("single")), changed, "no policy any more");
    let mut anyhow = documents.clone().with("approval.onModeChange", json!("snapshot"));
    anyhow.company["approval"]["transfer"] = json!("single");
    assert_eq!(
        does(&anyhow.load(), &mut order.clone(), "ann", "approve"),
        "pendingFinal",
        "what was submitted stays"
    );
}

/// What the engine says of an order with these changes: nothing, or the code and the place of the error.
fn fault(company: &Company, order: &Value, changes: Value) -> Option<String> {
    let event = json!({ "type": "cancel", "user": "none", "now": NOW });
    let error = ask(company, &but(order.clone(), changes), &event, &json!([])).err();
    error.map(|error| error.split(": ").next().unwrap().to_string())
}

fn impossible(place: &str) -> Option<String> {
    Some(alloc::format!("request.item.impossible /item/{place}"))
}

/// Rows beside an order that can be, which differs in little: what no event can have made.
#[test]
fn an_order_that_no_policy_leads_to_is_no_answer() {
    let company = documents().load();
    let order = submitted(&company, "100");
    let acted = |list: &[Value]| json!({ "state": "pendingFinal", "approvals": list });
    for (changes, wanted, why) in [
        (json!({}), None, "as it was"),
        (json!({ "policy": null }), impossible("policy"), "no key"),
        (json!({ "policy": "" }), impossible("policy"), "an empty one"),
        (json!({ "policy": "gone" }), None, "a row that is no longer there"),
        (json!({ "alternatives": [] }), impossible("state"), "nobody is to come"),
        (json!({ "state": "approved" }), impossible("state"), "approved by nobody"),
        (json!({ "state": "executed" }), impossible("state"), "executed without a fulfilled alternative"),
        (json!({ "state": "pendingFinal" }), impossible("state"), "two are to come"),
        (json!({ "state": "expired", "counted": [] }), None, "expired as it was"),
        (acted(&[of("ann", "approve", &["A"])]), None, "one of A"),
        (
            acted(&[of("bob", "approve", &["B"])]),
            impossible("alternatives/0"),
            "a way that he does not fit is still there",
        ),
        (acted(&[of("zoe", "approve", &[])]), impossible("alternatives/0"), "who was in no group"),
        (acted(&[of("ann", "verify", &["A"])]), impossible("alternatives/0"), "by another act"),
        (acted(&[json!({ "user": "ann", "at": NOW })]), impossible("approvals/0/act"), "without an act"),
        (
            acted(&[of("ann", "approve", &["A"]), of("ann", "approve", &["A"])]),
            impossible("alternatives/1"),
            "twice",
        ),
        (
            json!({ "state": "approved", "alternatives": [order["alternatives"][0]],
                    "approvals": [of("ann", "approve", &["A"]), of("ann", "approve", &["A"])] }),
            impossible("approvals"),
            "the same twice",
        ),
        (
            json!({ "state": "approved", "alternatives": [order["alternatives"][0]],
                    "approvals": [of("ann", "approve", &["A"]), of("abe", "approve", &["A"])] }),
            None,
            "two of A",
        ),
        (
            json!({ "state": "approved", "alternatives": [], "approvals": [of("ann", "approve", &["A"])] }),
            impossible("approvals"),
            "an act for nothing",
        ),
        (json!({ "state": "approved", "alternatives": [] }), None, "a band that needs nobody"),
    ] {
        assert_eq!(fault(&company, &order, changes), wanted, "{why}");
    }
}

/// Alternatives that no policy can have.
#[test]
fn an_order_with_what_is_no_alternative_is_no_answer() {
    let company = documents().load();
    let order = submitted(&company, "100");
    let step = |act: &str, group: &str, count: u32| json!({ "act": act, "group": group, "count": count });
    let one = |steps: Value| json!([{ "ordered": true, "steps": steps }]);
    let unknown = |place: &str| Some(alloc::format!("request.field.unknown /item/{place}"));
    for (changes, wanted, why) in [
        (
            json!({ "alternatives": one(json!([step("approve", "A", 0), step("approve", "B", 2)])) }),
            impossible("alternatives/0"),
            "nobody in a step",
        ),
        (json!({ "alternatives": one(json!([step("approve", "A", 16)])) }), None, "sixteen people"),
        (
            json!({ "alternatives": one(json!([step("approve", "A", 16), step("approve", "B", 1)])) }),
            impossible("alternatives/0"),
            "seventeen",
        ),
        (
            json!({ "alternatives": one(json!([step("approve", "A", 1), step("verify", "B", 1)])) }),
            impossible("alternatives/0"),
            "verified after an approval",
        ),
        (json!({ "alternatives": one(json!([])) }), impossible("alternatives/0"), "no steps"),
        (json!({ "mode": "doubleInOrder" }), unknown("policy"), "of another mode"),
    ] {
        assert_eq!(fault(&company, &order, changes), wanted, "{why}");
    }
    let mut without = order;
    without.as_object_mut().unwrap().remove("alternatives");
    assert_eq!(fault(&company, &without, json!({})), impossible("alternatives"), "not there");
    let acted = json!([{ "user": "hana", "at": NOW, "groups": [] }]);
    let found = fault(&company, &super::item("approved"), json!({ "approvals": acted }));
    assert_eq!(found, unknown("approvals/0/groups"), "of another mode");
}

/// A batch that becomes transfers of a business with a policy; each keeps its own alternatives.
#[test]
fn a_switch_submits_under_the_policy() {
    let mut documents = documents();
    documents.service["businesses"]["bulk"]["switchTo"]["transfer"] = json!({ "maxItems": 2 });
    let policy = documents.company["approval"]["transfer"].clone();
    documents.service["businesses"]["payroll"]["approvalModes"].as_array_mut().unwrap().push(json!("policy"));
    documents.company["approval"]["transfer"] = policy;
    let taro = documents.company["users"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|user| user["id"] == "taro")
        .unwrap();
    taro["rights"] = json!(["transfer.request", "bulk.request"]);
    let company = documents.load();
    let line = |payment: &str| json!({ "payee": { "kind": "newAccount", "bank": "0002", "branch": "002" }, "payment": payment, "bearer": "payer" });
    let order = json!({ "business": "bulk", "state": "expired", "revision": 3, "requester": "taro", "mode": "single",
        "approvers": [], "approvals": [], "deadline": null, "counted": [], "spent": [],
        "content": { "account": "A", "valueDate": "2026-11-24", "entry": "screen", "items": [line("10"), line("100")] } });
    let event = json!({ "type": "switch", "user": "taro", "now": NOW, "to": "transfer", "content": { "payee": { "kind": "newAccount" } } });
    let answer = ask(&company, &order, &event, &used("0", "0")).unwrap();
    assert_eq!(told(&answer), "switched", "{answer}");
    let states: Value = answer["created"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!([one["state"], one["alternatives"].as_array().unwrap().len()]))
        .collect();
    assert_eq!(states, json!([["approved", 0], ["pendingFirst", 2]]));
}

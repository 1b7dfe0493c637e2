//! A company with signature groups, a policy by requester and amount, checking and release.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::{Company, Outcome, Request, Service};

mod amounts;
mod names;
mod parts;

pub(crate) fn service(approval: &Value) -> Value {
    json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "approval": approval },
        "businesses": {
            "transfer": { "kind": "transfer", "approvalModes": ["policy", "single"], "limits": [] },
            "bulk": { "kind": "bulkTransfer", "approvalModes": ["policy"], "limits": [] },
            "payroll": { "kind": "payroll", "approvalModes": ["doubleAnyOrder"], "limits": [] }
        },
        "rights": {
            "transfer.request": { "always": { "create": "all" } }, "bulk.request": { "always": { "create": "all" } },
            "transfer.approve": { "always": { "approve": "all" } }, "bulk.approve": { "always": { "approve": "all" } },
            "transfer.verify": { "always": { "verify": "all" } },
            "transfer.release": { "approvalOn": { "release": "all" } },
            "payroll.approve": { "always": { "approve": "all" } }, "payroll.verify": { "always": { "verify": "all" } }
        },
        "patterns": [{ "key": "any", "when": {} }],
        "standardFees": [{ "from": "2019-10-01", "tables": {
            "transfer": { "any": [{ "from": "0", "fee": "0" }] }, "bulk": { "any": [{ "from": "0", "fee": "0" }] },
            "payroll": { "any": [{ "from": "0", "fee": "0" }] } } }]
    })
}

fn user(id: &str, groups: &[&str], rights: &[&str]) -> Value {
    json!({ "id": id, "role": "general", "enabled": true, "accounts": ["main"], "groups": groups, "rights": rights })
}

/// The policy of `docs/rules.md` 8.6.1, with its third band for checking and release.
pub(crate) fn policy() -> Value {
    json!({ "policy": [
        { "key": "clerks", "when": { "requesterGroups": ["clerks"] },
          "bands": [
            { "upTo": "1000000", "anyOf": [{ "steps": [{ "group": "A" }] }] },
            { "upTo": "50000000", "anyOf": [
                { "steps": [{ "group": "A", "count": 2 }] },
                { "ordered": true, "steps": [{ "group": "A" }, { "group": "B" }] }] },
            { "anyOf": [{ "ordered": true, "steps": [
                { "act": "verify" }, { "group": "B", "count": 2 }, { "act": "release", "group": "treasury" }] }] }] },
        { "key": "others", "when": { "requesterGroups": null },
          "bands": [{ "upTo": "100000" }, { "anyOf": [{ "steps": [{}] }] }] }
    ] })
}

/// `ann` and `bea` are in A, `bea` and `cid` in B, so that `bea` is in both.
pub(crate) fn document(policy: &Value) -> Value {
    let (create, approve) = (["transfer.request", "bulk.request"], ["transfer.approve", "bulk.approve"]);
    json!({
        "format": 1, "id": "company", "approval": { "transfer": policy, "payroll": "doubleAnyOrder" },
        "accounts": [
            { "id": "main", "bank": "0001", "branch": "101", "type": "1", "number": "1234567" },
            { "id": "side", "bank": "0001", "branch": "101", "type": "1", "number": "1234568" }],
        "groups": { "clerks": {}, "A": {}, "B": {}, "treasury": {} },
        "users": [
            user("clerk", &["clerks"], &create),
            user("ann", &["A"], &[approve[0], approve[1], "transfer.request"]),
            user("bea", &["A", "B"], &approve),
            user("cid", &["B"], &approve),
            user("vic", &[], &["transfer.verify"]),
            user("tom", &["treasury"], &["transfer.release"]),
            user("pay", &[], &["payroll.approve", "payroll.verify"]),
            { "id": "gone", "role": "general", "enabled": false, "groups": ["A"], "accounts": ["main"], "rights": approve }
        ]
    })
}

pub(super) fn company(settings: &Value, document: &Value) -> Company {
    let service = Service::from_json(&service(settings).to_string()).unwrap();
    let findings = service.check_company(&document.to_string());
    service.company_from_json(&document.to_string()).unwrap_or_else(|_| panic!("{findings}"))
}

pub(super) fn request(user: &str, payment: &str, more: &Value) -> Value {
    let mut request = json!({
        "user": user, "business": "transfer", "operation": "create", "account": "main",
        "now": "2026-11-20T10:00:00+09:00", "valueDate": "2026-11-20", "payee": { "kind": "preRegistered", "bank": "0002", "branch": "001" },
        "bearer": "payer", "payment": payment
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        request[key] = value.clone();
    }
    request
}

/// The outcome, what the approval is and what the approval step says, in one line.
pub(super) fn answer(company: &Company, request: &Value) -> String {
    let text = request.to_string();
    let verdict = company.evaluate(&Request::from_json(&text).unwrap()).unwrap();
    let mut out = verdict.outcome().to_string();
    match verdict.approval() {
        None => out.push_str(": no result"),
        Some(approval) => match approval.policy() {
            None => out.push_str(&format!(": {}", approval.mode())),
            Some(policy) => {
                let bound = policy.up_to().map_or_else(|| "above".to_string(), |most| most.to_string());
                out.push_str(&format!(": {} {bound}:", policy.key()));
                for alternative in policy.alternatives() {
                    let steps: Vec<String> = alternative
                        .steps()
                        .map(|step| {
                            let who: Vec<&str> = step.who.iter().collect();
                            let group = step.group.unwrap_or("-");
                            format!("{} {group} {} of {}", step.act, step.count, who.join(","))
                        })
                        .collect();
                    let between = if alternative.is_ordered() { " then " } else { " and " };
                    out.push_str(&format!(" [{}]", steps.join(between)));
                }
            }
        },
    }
    for reason in verdict.reasons() {
        out.push_str(&format!("; {} {}", reason.code(), reason.path()));
        let who = reason.figures().find(|figure| figure.name == "who");
        if let Some(crate::verdict::FigureValue::People(people)) = who.map(|figure| figure.value) {
            out.push_str(&format!(" ({})", people.iter().collect::<Vec<_>>().join(",")));
        }
    }
    for missing in verdict.missing() {
        out.push_str(&format!("; missing {missing}"));
    }
    if verdict.outcome() == Outcome::Accepted {
        assert!(!verdict.approval().is_some_and(|approval| approval.needs_somebody()));
    }
    out
}

#[test]
fn the_band_of_the_amount_says_who_has_to_act() {
    let company = company(&json!({}), &document(&policy()));
    for (why, user, payment, want) in [
        (
            "up to the bound one of A",
            "clerk",
            "1000000",
            "needsApproval: clerks 1000000: [approve A 1 of ann,bea]",
        ),
        (
            "one more: two of A, or one of A and then one of B",
            "clerk",
            "1000001",
            "needsApproval: clerks 50000000: [approve A 2 of ann,bea] [approve A 1 of ann,bea then approve B 1 of bea,cid]",
        ),
        (
            "above the last bound: checked, two of B, released",
            "clerk",
            "50000001",
            "needsApproval: clerks above: [verify - 1 of vic then approve B 2 of bea,cid then release treasury 1 of tom]",
        ),
        (
            "a requester in no group of another row",
            "ann",
            "100001",
            "needsApproval: others above: [approve - 1 of ann,bea,cid]",
        ),
        ("a band that needs nobody is accepted", "ann", "100000", "accepted: others 100000:"),
    ] {
        assert_eq!(answer(&company, &request(user, payment, &json!({}))), want, "{why}");
    }
}

#[test]
fn the_answer_has_its_fields_in_order() {
    let company = company(&json!({}), &document(&policy()));
    let mut out = String::new();
    company.evaluate_json(&request("clerk", "2000000", &json!({})).to_string(), &mut out).unwrap();
    let want = r#""approval":{"mode":"policy","policy":"clerks","upTo":"50000000","alternatives":[{"ordered":false,"steps":[{"act":"approve","group":"A","count":2,"who":["ann","bea"]}]},{"ordered":true,"steps":[{"act":"approve","group":"A","count":1,"who":["ann","bea"]},{"act":"approve","group":"B","count":1,"who":["bea","cid"]}]}]}"#;
    assert!(out.contains(want), "{out}");
    out.clear();
    company.evaluate_json(&request("ann", "1", &json!({})).to_string(), &mut out).unwrap();
    let want = r#""approval":{"mode":"policy","policy":"others","upTo":"100000","alternatives":[]}"#;
    assert!(out.contains(want) && out.contains(r#""outcome":"accepted""#), "{out}");
}

#[test]
fn whoever_cannot_be_spared_for_another_step_is_not_named_in_it() {
    let one_of_each = json!({ "policy": [{ "key": "all", "bands": [{ "anyOf": [
        { "steps": [{ "group": "A" }, { "group": "B" }] }, { "steps": [{ "group": "B", "count": 2 }, { "group": "A" }] }] }] }] });
    for (why, requester, settings, want) in [
        (
            "two of B take both, so that one of A is ann",
            "clerk",
            json!({}),
            "needsApproval: all above: [approve A 1 of ann,bea and approve B 1 of bea,cid] [approve B 2 of bea,cid and approve A 1 of ann]",
        ),
        (
            "ann may not approve herself, so that bea is for A alone, and two of B are not to be had",
            "ann",
            json!({ "selfApproval": "forbid" }),
            "needsApproval: all above: [approve A 1 of bea and approve B 1 of cid]",
        ),
    ] {
        let company = company(&settings, &document(&one_of_each));
        assert_eq!(answer(&company, &request(requester, "5", &json!({}))), want, "{why}");
    }
}

#[test]
fn who_is_able_is_asked_as_for_the_modes() {
    let mut capped = document(&policy());
    capped["users"][1]["approverPerItem"] = json!({ "transfer": "300000" });
    let mut elsewhere = document(&policy());
    elsewhere["users"][2]["accounts"] = json!(["side"]);
    let mut alone = document(&policy());
    alone["users"][1]["enabled"] = json!(false);
    alone["users"][2]["accounts"] = json!([]);
    let mut guard = document(&policy());
    guard["users"][4]["approverPerItem"] = json!({ "transfer": "50000000" });
    for (why, document, settings, payment, want) in [
        (
            "a cap holds to its amount",
            &capped,
            json!({}),
            "300000",
            "needsApproval: clerks 1000000: [approve A 1 of ann,bea]",
        ),
        (
            "and not above it",
            &capped,
            json!({}),
            "300001",
            "needsApproval: clerks 1000000: [approve A 1 of bea]",
        ),
        (
            "the account is not bea's",
            &elsewhere,
            json!({}),
            "1",
            "needsApproval: clerks 1000000: [approve A 1 of ann]",
        ),
        (
            "nor asked for, where the bank does not",
            &elsewhere,
            json!({ "approverNeedsAccount": false }),
            "1",
            "needsApproval: clerks 1000000: [approve A 1 of ann,bea]",
        ),
        (
            "nobody of A is left",
            &alone,
            json!({}),
            "1",
            "refused: clerks 1000000:; approval.nobody /approvers",
        ),
        (
            "the cap is one of those who check, too",
            &guard,
            json!({}),
            "50000001",
            "refused: clerks above:; approval.nobody /approvers",
        ),
    ] {
        let company = company(&settings, document);
        assert_eq!(answer(&company, &request("clerk", payment, &json!({}))), want, "{why}");
    }
}

#[test]
fn a_row_is_judged_with_what_is_known() {
    let rows = json!({ "policy": [
        { "key": "main", "when": { "accounts": ["main"], "payeeKinds": ["preRegistered", "userRegistered"] },
          "bands": [{ "anyOf": [{ "steps": [{}] }] }] },
        { "key": "new", "when": { "accounts": ["main"], "payeeKinds": ["newAccount"] },
          "bands": [{ "upTo": "10", "anyOf": [{ "steps": [{}] }] }, { "anyOf": [{ "steps": [{ "count": 2 }] }] }] },
        { "key": "side", "when": { "accounts": ["side"] }, "bands": [{ "anyOf": [{ "steps": [{ "group": "B" }] }] }] }
    ] });
    let mut document = document(&rows);
    for user in 0..6 {
        document["users"][user]["accounts"] = json!(["main", "side"]);
    }
    let company = company(&json!({}), &document);
    let without = |member: &str| {
        let mut request = request("clerk", "10", &json!({}));
        request.as_object_mut().unwrap().remove(member);
        request
    };
    let kind = |kind: &str, payment: &str| {
        request("clerk", payment, &json!({ "payee": { "kind": kind, "bank": "0002", "branch": "001" } }))
    };
    let mut side = without("payee");
    side["account"] = json!("side");
    let mut no_kind = request("clerk", "10", &json!({}));
    no_kind["payee"] = json!({ "bank": "0002", "branch": "001" });
    let mut no_amount = kind("newAccount", "10");
    no_amount.as_object_mut().unwrap().remove("payment");
    for (why, request, want) in [
        (
            "a row by account and kind",
            kind("userRegistered", "10"),
            "main above: [approve - 1 of ann,bea,cid]",
        ),
        ("its neighbour, up to its bound", kind("newAccount", "10"), "new 10: [approve - 1 of ann,bea,cid]"),
        ("and above it", kind("newAccount", "11"), "new above: [approve - 2 of ann,bea,cid]"),
        ("without an account several may hold", without("account"), "no result"),
        ("without a kind too", no_kind, "no result"),
        ("the account alone decides", side, "side above: [approve B 1 of bea,cid]"),
        ("the amount decides and is not known", no_amount, "no result"),
        (
            "without an amount a single band holds",
            without("payment"),
            "main above: [approve - 1 of ann,bea,cid]",
        ),
    ] {
        let answer = answer(&company, &request);
        let approval = answer.split_once(": ").unwrap().1.split(';').next().unwrap();
        assert_eq!(approval, want, "{why}: {answer}");
    }
}

#[test]
fn a_batch_is_compared_by_its_sum_or_its_largest_item() {
    let rows = |by: &str| {
        json!({ "policy": [{ "key": "all", "by": by, "bands": [
            { "upTo": "100", "anyOf": [{ "steps": [{}] }] }, { "anyOf": [{ "steps": [{ "count": 2 }] }] }] }] })
    };
    for (why, by, payments, want) in [
        ("a sum up to the bound", "sum", ["60", "40"], "all 100: [approve - 1 of ann,bea,cid]"),
        ("a sum above it", "sum", ["60", "41"], "all above: [approve - 2 of ann,bea,cid]"),
        ("the largest item alone", "largestItem", ["60", "100"], "all 100: [approve - 1 of ann,bea,cid]"),
        ("a larger item", "largestItem", ["1", "101"], "all above: [approve - 2 of ann,bea,cid]"),
    ] {
        let mut document = document(&policy());
        document["approval"]["bulk"] = rows(by);
        let company = company(&json!({}), &document);
        let item = |payment: &str| json!({ "payee": { "kind": "preRegistered", "bank": "0002", "branch": "001" }, "payment": payment });
        let mut request = request(
            "clerk",
            "0",
            &json!({ "business": "bulk", "entry": "screen", "items": payments.map(item) }),
        );
        for member in ["payee", "payment", "bearer"] {
            request.as_object_mut().unwrap().remove(member);
        }
        let answer = answer(&company, &request);
        assert!(answer.ends_with(want), "{why}: {answer}");
    }
}

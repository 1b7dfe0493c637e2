//! The largest payment under a policy: a higher band may go where a lower one does not.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{answer, company, document, request};
use crate::Company;

fn largest(company: &Company, request: &Value) -> (Option<i64>, String) {
    let mut out = String::new();
    company.largest_payment_json(&request.to_string(), None, &mut out).unwrap();
    let value: Value = serde_json::from_str(&out).unwrap();
    let stops: Vec<&str> =
        value["stops"].as_array().unwrap().iter().filter_map(|stop| stop["code"].as_str()).collect();
    (value["largest"].as_str().map(|text| text.parse().unwrap()), stops.join(" "))
}

/// Bands up to 100 (one of A), 200 (somebody who is never there), 300 (one of B), above (never).
fn bands() -> Value {
    json!({ "policy": [{ "key": "all", "bands": [
        { "upTo": "100", "anyOf": [{ "steps": [{ "group": "A" }] }] },
        { "upTo": "200", "anyOf": [{ "steps": [{ "group": "treasury" }] }] },
        { "upTo": "300", "anyOf": [{ "steps": [{ "group": "B" }] }] },
        { "anyOf": [{ "steps": [{ "group": "treasury" }] }] }] }] })
}

#[test]
fn the_largest_payment_is_looked_for_in_all_bands() {
    let mut capped = document(&bands());
    for (user, cap) in [(2, "150"), (3, "250")] {
        capped["users"][user]["approverPerItem"] = json!({ "transfer": cap });
    }
    let mut low = capped.clone();
    low["users"][3]["approverPerItem"] = json!({ "transfer": "190" });
    let mut none = low.clone();
    none["users"][1]["approverPerItem"] = json!({ "transfer": "40" });
    none["users"][2]["approverPerItem"] = json!({ "transfer": "60" });
    let plain = document(&bands());
    for (why, document, names, want) in [
        ("the third band goes, though the second does not", &plain, &[][..], (Some(300), "approval.nobody")),
        ("a cap inside of it", &capped, &[], (Some(250), "approval.nobody")),
        ("a cap below it leaves the first band", &low, &[], (Some(100), "approval.nobody")),
        ("caps inside of the first", &none, &[], (Some(60), "approval.nobody")),
        (
            "a name of the first band",
            &plain,
            &["ann"],
            (Some(100), "approval.approver.group approval.nobody"),
        ),
        ("a name of both", &capped, &["bea"], (Some(100), "approval.approver.group approval.nobody")),
        ("with a cap of his own", &none, &["ann"], (Some(40), "approval.approver.cap")),
        ("a name that nothing goes with", &plain, &["tom"], (None, "approval.approver.right")),
    ] {
        let company = company(&json!({}), document);
        let mut request = request("clerk", "1", &json!({ "approvers": names }));
        let (payment, stops) = largest(&company, &request);
        assert_eq!((payment, &*stops), want, "{why}");
        // It goes, and nothing above it does.
        if let Some(payment) = payment {
            request["payment"] = json!(payment.to_string());
            assert!(!answer(&company, &request).starts_with("refused"), "{why}");
            for more in 1..=400 {
                request["payment"] = json!((payment + more).to_string());
                assert!(answer(&company, &request).starts_with("refused"), "{why}: {}", payment + more);
            }
        }
    }
}

#[test]
fn of_a_batch_the_sum_or_the_largest_item_decides() {
    // Up to 100 (somebody who is never there), 200 (one of A), 300 (never), above (one of B).
    let rows = |by: &str| {
        let one = |group: &str| json!([{ "steps": [{ "group": group }] }]);
        json!({ "policy": [{ "key": "all", "by": by, "bands": [
            { "upTo": "100", "anyOf": one("treasury") }, { "upTo": "200", "anyOf": one("A") },
            { "upTo": "300", "anyOf": one("treasury") }, { "anyOf": one("B") }] }] })
    };
    let item = |payment: &str| json!({ "payee": { "kind": "preRegistered", "bank": "0002", "branch": "001" }, "payment": payment });
    for (why, by, other, caps, want) in [
        ("no bound above: a cap of B", "sum", "50", "999", Some(999)),
        ("the cap of B keeps it below the last band: the sum of A's", "sum", "50", "200", Some(150)),
        ("the other item alone is above A's band", "sum", "250", "260", Some(260)),
        ("and above every cap", "sum", "1000", "260", None),
        ("by the largest item: A's bound", "largestItem", "50", "250", Some(200)),
        ("the other item is the largest, in A's band", "largestItem", "150", "250", Some(200)),
        ("in the band of nobody, where B's is out of reach", "largestItem", "250", "300", None),
        ("but not where B may do more", "largestItem", "250", "301", Some(301)),
    ] {
        let mut document = document(&bands());
        document["approval"]["bulk"] = rows(by);
        for user in [2, 3] {
            document["users"][user]["approverPerItem"] = json!({ "bulk": caps });
        }
        let company = company(&json!({}), &document);
        let mut request = request(
            "clerk",
            "0",
            &json!({ "business": "bulk", "entry": "screen", "items": [item(other), item("1")] }),
        );
        for member in ["payee", "payment", "bearer"] {
            request.as_object_mut().unwrap().remove(member);
        }
        let mut out = String::new();
        company.largest_payment_json(&request.to_string(), Some(1), &mut out).unwrap();
        let found: Value = serde_json::from_str(&out).unwrap();
        let largest: Option<i64> = found["largest"].as_str().map(|text| text.parse().unwrap());
        assert_eq!(largest, want, "{why}: {out}");
        // Every payment up to far above the bounds says the same.
        let by_trying = (1..=1_100_i64).rev().find(|payment| {
            request["items"][1]["payment"] = json!(payment.to_string());
            !answer(&company, &request).starts_with("refused")
        });
        assert_eq!(by_trying, want, "{why}");
    }
}

#[test]
fn whoever_could_still_be_named_is_possible() {
    let company = company(&json!({}), &document(&super::policy()));
    for (why, payment, names, want) in [
        ("one of A", "1", &[][..], &["ann", "bea"][..]),
        ("two of A, or one of A and one of B", "2000000", &["ann"], &["bea", "cid"]),
        ("whoever acts above the last bound", "50000001", &[], &["bea", "cid", "tom", "vic"]),
        ("nobody twice", "50000001", &["vic", "tom"], &["bea", "cid"]),
    ] {
        let request = request("clerk", payment, &json!({ "approvers": names })).to_string();
        let request = crate::Request::from_json(&request).unwrap();
        assert_eq!(company.possible(&request).unwrap().approvers, want, "{why}");
    }
    let request = request("ann", "100000", &json!({})).to_string();
    let request = crate::Request::from_json(&request).unwrap();
    assert!(company.possible(&request).unwrap().approvers.is_empty(), "in a band that needs nobody");
}

//! A part answers its user as the whole document does.

use alloc::vec;

use serde_json::{Value, json};

use super::{answer, company, document, policy, request};

fn part(whole: &Value, user: &str, acts: &[(&str, &str, &[&str])]) -> Value {
    let mut part = whole.clone();
    part["part"] = json!({ "user": user });
    let users = whole["users"].as_array().unwrap();
    part["users"] = users.iter().filter(|one| one["id"] == user).cloned().collect();
    let candidate = |(id, act, businesses): &(&str, &str, &[&str])| {
        let whole = users.iter().find(|user| user["id"] == *id).unwrap();
        let mut candidate = json!({ "id": id, "accounts": whole["accounts"], "groups": whole["groups"] });
        candidate[*act] = json!(businesses);
        if let Some(caps) = whole.get("approverPerItem") {
            candidate["approverPerItem"] = caps.clone();
        }
        candidate
    };
    part["approverCandidates"] = acts.iter().map(candidate).collect();
    part
}

#[test]
fn a_part_answers_as_the_whole_document() {
    let mut whole = document(&policy());
    whole["users"][1]["approverPerItem"] = json!({ "transfer": "3000000" });
    let approve: &[&str] = &["transfer", "bulk"];
    let mut acts = vec![
        ("bea", "businesses", &approve[..1]),
        ("cid", "businesses", &approve[..1]),
        ("vic", "verify", &["transfer"][..]),
        ("tom", "release", &["transfer"]),
        ("pay", "businesses", &["payroll"]),
    ];
    let others = part(&whole, "ann", &acts);
    acts.push(("ann", "businesses", &approve[..1]));
    for (user, part) in [("clerk", part(&whole, "clerk", &acts)), ("ann", others)] {
        let [whole, part] = [&whole, &part].map(|document| company(&json!({}), document));
        for payment in ["1", "100000", "100001", "1000000", "1000001", "3000001", "50000000", "50000001"] {
            for names in [
                &[][..],
                &["ann"],
                &["bea", "cid"],
                &["vic", "bea", "cid", "tom"],
                &["pay"],
                &["gone"],
                &["clerk"],
            ] {
                let request = request(user, payment, &json!({ "approvers": names }));
                assert_eq!(answer(&part, &request), answer(&whole, &request), "{user} {payment} {names:?}");
            }
        }
    }
}

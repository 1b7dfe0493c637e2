//! What may be wrong with a policy, and with the bank's bounds for it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, finds, lines};
use crate::Service;
use crate::finding::FindingCode;
use crate::lang::Lang;

pub(super) const CODES: &[FindingCode] = &[
    FindingCode::ApprovalLeastPeople,
    FindingCode::PolicyRowDuplicate,
    FindingCode::PolicyOthersSeveral,
    FindingCode::PolicyRowsOverlap,
    FindingCode::PolicyRowsGap,
    FindingCode::PolicyPayeeKindsBatch,
    FindingCode::PolicyPayeeKindNotOffered,
    FindingCode::PolicyBoundsUnordered,
    FindingCode::PolicyBoundsLast,
    FindingCode::PolicyPeople,
    FindingCode::PolicyActOrder,
    FindingCode::PolicyAlternativeNever,
];

/// A single and two batch businesses, these of one group.
fn service(least: &Value, settings: &Value) -> Value {
    let batch = |kind: &str| {
        json!({ "kind": kind, "approvalModes": ["single", "policy"], "limits": [], "approvalGroup": "salary",
                "fees": { "perCount": { "unit": "1" } } })
    };
    json!({
        "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "settings": settings,
        "businesses": {
            "transfer": { "kind": "transfer", "approvalModes": ["none", "single", "doubleAnyOrder", "policy"], "limits": [],
                          "payeeKinds": ["preRegistered", "newAccount"], "policy": { "leastPeople": least } },
            "payroll": batch("payroll"), "bonus": batch("bonus")
        },
        "patterns": [{ "key": "any", "when": {} }],
        "standardFees": [{ "from": "2019-10-01", "tables": { "transfer": { "any": [{ "from": "0", "fee": "0" }] } } }],
        "rights": { "transfer.approve": { "always": { "approve": "all" } }, "transfer.verify": { "always": { "verify": "all" } } }
    })
}

/// A company whose user `x`, in the group A, may approve and verify, as the master `m` may.
fn with(approval: &Value) -> Value {
    json!({
        "format": 1, "id": "a", "approval": approval, "groups": { "A": {}, "B": {} },
        "accounts": [
            { "id": "one", "bank": "0001", "branch": "001", "type": "1", "number": "0000001" },
            { "id": "two", "bank": "0001", "branch": "001", "type": "1", "number": "0000002" }],
        "users": [
            { "id": "m", "role": "master", "enabled": true },
            { "id": "x", "role": "general", "enabled": true, "groups": ["A"], "accounts": ["one", "two"],
              "rights": ["transfer.approve", "transfer.verify"] }]
    })
}

/// What is found in a company with these rows for transfers.
fn found(least: &Value, approval: &Value) -> Vec<String> {
    let service = Service::from_json(&service(least, &json!({})).to_string()).unwrap();
    lines(&service.check_company(&with(approval).to_string()))
}

/// A row for everything with these bands.
fn bands(bands: &Value) -> Value {
    json!([{ "key": "all", "bands": bands }])
}

fn row(key: &str, when: &Value) -> Value {
    json!({ "key": key, "when": when, "bands": [{ "anyOf": [{ "steps": [{}] }] }] })
}

#[test]
fn every_request_has_exactly_one_row() {
    let all = json!({});
    for (why, rows, want) in [
        ("one row for everything", json!([row("a", &all)]), &[][..]),
        (
            "two rows of one key",
            json!([row("a", &json!({ "accounts": ["one"] })), row("a", &json!({ "accounts": ["two"] }))]),
            &["policy.row.duplicate /approval/transfer/policy/1/key"],
        ),
        (
            "accounts apart",
            json!([row("a", &json!({ "accounts": ["one"] })), row("b", &json!({ "accounts": ["two"] }))]),
            &[],
        ),
        (
            "two rows hold",
            json!([row("a", &all), row("b", &json!({ "accounts": ["two"] }))]),
            &["policy.rows.overlap /approval/transfer/policy/1"],
        ),
        (
            "no row holds for an account",
            json!([row("a", &json!({ "accounts": ["one"] }))]),
            &["policy.rows.gap /approval/transfer/policy"],
        ),
        (
            "kinds apart, of those that the business offers",
            json!([
                row("a", &json!({ "payeeKinds": ["newAccount"] })),
                row("b", &json!({ "payeeKinds": ["preRegistered"] }))
            ]),
            &[],
        ),
        (
            "no row holds for a kind",
            json!([row("a", &json!({ "payeeKinds": ["newAccount"] }))]),
            &["policy.rows.gap /approval/transfer/policy"],
        ),
    ] {
        assert_eq!(found(&json!([]), &json!({ "transfer": { "policy": rows } })), want, "{why}");
    }
}

#[test]
fn every_requester_has_exactly_one_row() {
    for (why, rows, want) in [
        (
            "a group and the others",
            json!([
                row("a", &json!({ "requesterGroups": ["A"] })),
                row("b", &json!({ "requesterGroups": null }))
            ]),
            &[][..],
        ),
        (
            "a group of nobody is not wrong",
            json!([
                row("a", &json!({ "requesterGroups": ["B"] })),
                row("b", &json!({ "requesterGroups": null }))
            ]),
            &[],
        ),
        (
            "no row holds for a user",
            json!([row("a", &json!({ "requesterGroups": ["A"] }))]),
            &["policy.rows.gap /approval/transfer/policy"],
        ),
        (
            "the others twice, who are everybody",
            json!([
                row("a", &json!({ "requesterGroups": null })),
                row("b", &json!({ "requesterGroups": null }))
            ]),
            &["policy.others.several /approval/transfer/policy/1"],
        ),
        (
            "the others of one account, and a row for the other account, where A has none",
            json!([
                row("a", &json!({ "requesterGroups": null, "accounts": ["one"] })),
                row("b", &json!({ "requesterGroups": ["A"], "accounts": ["one"] })),
                row("c", &json!({ "requesterGroups": ["A"], "accounts": ["two"] }))
            ]),
            &["policy.rows.gap /approval/transfer/policy"],
        ),
    ] {
        assert_eq!(found(&json!([]), &json!({ "transfer": { "policy": rows } })), want, "{why}");
    }
}

#[test]
fn a_row_names_what_there_is() {
    for (why, rows, want) in [
        (
            "an account twice",
            json!([row("a", &json!({ "accounts": ["one", "two", "one"] }))]),
            &["list.duplicate /approval/transfer/policy/0/when/accounts/2"][..],
        ),
        (
            "no account",
            json!([row("a", &json!({ "accounts": [] }))]),
            &["list.empty /approval/transfer/policy/0/when/accounts"],
        ),
        (
            "no group",
            json!([row("a", &json!({ "requesterGroups": [] }))]),
            &["list.empty /approval/transfer/policy/0/when/requesterGroups"],
        ),
        (
            "an unknown group",
            json!([row("a", &json!({ "requesterGroups": ["C"] }))]),
            &["group.unknown /approval/transfer/policy/0/when/requesterGroups/0"],
        ),
        (
            "a kind that is not offered",
            json!([row("a", &json!({ "payeeKinds": ["newAccount", "preRegistered", "userRegistered"] }))]),
            &["policy.payeeKind.notOffered /approval/transfer/policy/0/when/payeeKinds"],
        ),
        ("no rows", json!([]), &["list.empty /approval/transfer/policy"]),
    ] {
        assert_eq!(found(&json!([]), &json!({ "transfer": { "policy": rows } })), want, "{why}");
    }
}

#[test]
fn bands_rise_and_their_alternatives_can_be() {
    let step = |step: Value| json!([{ "anyOf": [{ "steps": [step] }] }]);
    let in_order = |steps: Value| json!([{ "anyOf": [{ "ordered": true, "steps": steps }] }]);
    let place = "/approval/transfer/policy/0/bands";
    for (why, bands_of, want) in [
        ("one above the other", json!([{ "upTo": "1" }, { "upTo": "2" }, {}]), &[][..]),
        (
            "the same bound",
            json!([{ "upTo": "2" }, { "upTo": "2" }, {}]),
            &["policy.bounds.unordered {}/1/upTo"],
        ),
        ("a bound in the last", json!([{ "upTo": "2" }]), &["policy.bounds.last {}/0/upTo"]),
        ("no bound in another", json!([{}, {}]), &["field.missing {}/0/upTo"]),
        ("no bands", json!([]), &["list.empty {}"]),
        ("no alternatives", json!([{ "anyOf": [] }]), &["list.empty {}/0/anyOf"]),
        ("no steps", json!([{ "anyOf": [{ "steps": [] }] }]), &["list.empty {}/0/anyOf/0/steps"]),
        ("two approvers, who are there", step(json!({ "count": 2 })), &[]),
        ("three are not", step(json!({ "count": 3 })), &["policy.alternative.never {}/0/anyOf/0"]),
        ("one of A", step(json!({ "group": "A" })), &[]),
        (
            "two of A are not there",
            step(json!({ "group": "A", "count": 2 })),
            &["policy.alternative.never {}/0/anyOf/0"],
        ),
        (
            "nobody releases but the master, by a right that there is not",
            step(json!({ "act": "release" })),
            &["policy.alternative.never {}/0/anyOf/0"],
        ),
        (
            "one acts once",
            json!([{ "anyOf": [{ "steps": [{ "group": "A" }, { "act": "verify", "group": "A" }] }] }]),
            &["policy.alternative.never {}/0/anyOf/0"],
        ),
        ("an unknown group", step(json!({ "group": "C" })), &["group.unknown {}/0/anyOf/0/steps/0/group"]),
        ("nobody at all", step(json!({ "count": 0 })), &["number.range {}/0/anyOf/0/steps/0/count"]),
        (
            "more than one step can have",
            step(json!({ "count": 17 })),
            &["number.range {}/0/anyOf/0/steps/0/count"],
        ),
        (
            "seventeen in two steps",
            json!([{ "anyOf": [{ "steps": [{ "count": 16 }, { "act": "verify" }] }] }]),
            &["policy.people {}/0/anyOf/0", "policy.alternative.never {}/0/anyOf/0"],
        ),
        ("checked before approved", in_order(json!([{ "act": "verify" }, {}])), &[]),
        (
            "checked after it",
            in_order(json!([{}, { "act": "verify" }])),
            &["policy.acts.order {}/0/anyOf/0/steps/1"],
        ),
        ("in no order", json!([{ "anyOf": [{ "steps": [{}, { "act": "verify" }] }] }]), &[]),
        (
            "approved after released",
            in_order(json!([{ "act": "release" }, {}])),
            &["policy.alternative.never {}/0/anyOf/0", "policy.acts.order {}/0/anyOf/0/steps/1"],
        ),
    ] {
        let want: Vec<String> = want.iter().map(|line| line.replace("{}", place)).collect();
        let approval = json!({ "transfer": { "policy": bands(&bands_of) } });
        assert_eq!(found(&json!([]), &approval), want, "{why}");
    }
}

#[test]
fn a_bank_says_how_many_have_to_act() {
    let least = json!([{ "upTo": "100", "people": 0 }, { "upTo": "1000", "people": 1 }, { "people": 2 }]);
    let of = |count: u8| json!([{ "steps": [{ "count": count }] }]);
    for (why, approval, want) in [
        (
            "a mode needs as many as at any amount",
            json!("single"),
            &["approval.leastPeople /approval/transfer"][..],
        ),
        ("two are enough", json!("doubleAnyOrder"), &[]),
        ("nobody", json!("none"), &["approval.leastPeople /approval/transfer"]),
        (
            "bands of the bank's own bounds",
            json!({ "policy": bands(&json!([{ "upTo": "100" }, { "upTo": "1000", "anyOf": of(1) }, { "anyOf": of(2) }])) }),
            &[],
        ),
        (
            "a bound one higher",
            json!({ "policy": bands(&json!([{ "upTo": "101" }, { "upTo": "1000", "anyOf": of(1) }, { "anyOf": of(2) }])) }),
            &["approval.leastPeople /approval/transfer/policy/0/bands/0"],
        ),
        (
            "the second alternative is weaker",
            json!({ "policy": bands(&json!([{ "anyOf": [{ "steps": [{ "count": 2 }] }, { "steps": [{}] }] }])) }),
            &["approval.leastPeople /approval/transfer/policy/0/bands/0/anyOf/1"],
        ),
        (
            "checking counts",
            json!({ "policy": bands(&json!([{ "anyOf": [{ "steps": [{ "act": "verify", "group": "A" }, {}] }] }])) }),
            &[],
        ),
    ] {
        assert_eq!(found(&least, &json!({ "transfer": approval })), want, "{why}");
    }
    for (why, least, want) in [
        ("an empty list bounds nothing", json!([]), &[][..]),
        (
            "bounds that fall",
            json!([{ "upTo": "2", "people": 0 }, { "upTo": "1", "people": 1 }, { "people": 1 }]),
            &["policy.bounds.unordered {}/1/upTo"],
        ),
        ("a bound in the last", json!([{ "upTo": "2", "people": 0 }]), &["policy.bounds.last {}/0/upTo"]),
        ("none in another", json!([{ "people": 0 }, { "people": 1 }]), &["field.missing {}/0/upTo"]),
        ("more people than act", json!([{ "people": 17 }]), &["number.range {}/0/people"]),
    ] {
        let want: Vec<String> =
            want.iter().map(|line| line.replace("{}", "/businesses/transfer/policy/leastPeople")).collect();
        let want: Vec<&str> = want.iter().map(|line| &**line).collect();
        finds(Document::Service, &service(&least, &json!({})), &want);
        let _ = why;
    }
}

#[test]
fn the_bounds_of_larger_sums_hold_for_largest_items() {
    let least = json!([{ "upTo": "100", "people": 0 }, { "people": 1 }]);
    let mut bank = service(&json!([]), &json!({}));
    bank["businesses"]["payroll"]["policy"] = json!({ "leastPeople": least });
    bank["rights"]["salary.approve"] = json!({ "always": { "approve": "all" } });
    bank["businesses"]["payroll"]["rightsGroup"] = json!("salary");
    bank["businesses"]["bonus"]["rightsGroup"] = json!("salary");
    let bank = Service::from_json(&bank.to_string()).unwrap();
    let rows = |by: &str| json!([{ "key": "all", "by": by, "bands": [{ "upTo": "100" }, { "anyOf": [{ "steps": [{}] }] }] }]);
    for (by, want) in
        [("sum", &[][..]), ("largestItem", &["approval.leastPeople /approval/payroll/policy/0/bands/0"])]
    {
        let company = with(&json!({ "payroll": { "policy": rows(by) } }));
        assert_eq!(lines(&bank.check_company(&company.to_string())), want, "{by}");
    }
}

#[test]
fn businesses_of_a_group_have_one_policy() {
    let all = json!({ "policy": [{ "key": "all", "bands": [{}] }] });
    assert_eq!(found(&json!([]), &json!({ "salary": all })), [""; 0]);
    assert_eq!(found(&json!([]), &json!({ "payroll": all })), [""; 0]);
    let conflict = |path: &str| [alloc::format!("approval.group.conflict {path}")];
    assert_eq!(found(&json!([]), &json!({ "payroll": all, "bonus": all })), conflict("/approval/bonus"));
    let also_single = found(&json!([]), &json!({ "salary": all, "bonus": "single" }));
    assert_eq!(also_single[..1], conflict("/approval/bonus"));
    let kinds =
        json!({ "policy": [{ "key": "all", "when": { "payeeKinds": ["newAccount"] }, "bands": [{}] }] });
    assert_eq!(
        found(&json!([]), &json!({ "payroll": kinds })),
        ["policy.payeeKinds.batch /approval/payroll/policy/0/when/payeeKinds"]
    );
}

#[test]
fn a_policy_is_an_object_and_no_word() {
    assert_eq!(found(&json!([]), &json!({ "transfer": "policy" })), ["choice.unknown /approval/transfer"]);
    assert_eq!(found(&json!([]), &json!({ "transfer": [] })), ["type.wrong /approval/transfer"]);
    assert_eq!(found(&json!([]), &json!({ "transfer": {} })), ["field.missing /approval/transfer/policy"]);
}

#[test]
fn usage_must_be_taken_at_some_time_where_nobody_acts() {
    let service = |check_at: Value| {
        let limit = json!({ "takeAt": "approve", "checkAt": check_at });
        Service::from_json(&service(&json!([]), &json!({ "limit": limit })).to_string()).unwrap()
    };
    let policy = with(
        &json!({ "transfer": { "policy": bands(&json!([{ "upTo": "1" }, { "anyOf": [{ "steps": [{}] }] }])) } }),
    );
    assert_eq!(
        lines(&service(json!(["approve"])).check_company(&policy.to_string())),
        ["limit.takeAt.never /approval/transfer/policy/0/bands/0"]
    );
    assert_eq!(lines(&service(json!(["approve", "execute"])).check_company(&policy.to_string())), [""; 0]);
}

#[test]
fn an_example_says_for_whom_not_exactly_one_row_holds() {
    let said = |rows: Value| {
        let service = Service::from_json(&service(&json!([]), &json!({})).to_string()).unwrap();
        let findings = service.check_company(&with(&json!({ "transfer": { "policy": rows } })).to_string());
        findings.iter().map(|finding| finding.message(Lang::En)).collect::<Vec<_>>()
    };
    assert_eq!(
        said(json!([row("a", &json!({})), row("b", &json!({ "accounts": ["two"] }))])),
        ["`a` and `b` both hold, for example for account `two`, payee kind `preRegistered` and user `m`"]
    );
    assert_eq!(
        said(json!([
            row("a", &json!({ "requesterGroups": ["A"], "payeeKinds": ["preRegistered"] })),
            row("b", &json!({ "requesterGroups": null }))
        ])),
        ["no row holds, for example for account `one`, payee kind `newAccount` and user `x`"]
    );
}

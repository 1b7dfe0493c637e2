use alloc::boxed::Box;
use alloc::vec::Vec;

use super::{Document, Element, digest};
use crate::finding::Findings;
use crate::model::service::ServiceModel;
use crate::tree::Tree;

/// The fingerprint of a bank's document, which need not be a whole one.
fn of(text: &str) -> Box<str> {
    digest(&Tree::parse(text, &mut Findings::default()).unwrap(), Document::Service)
}

fn of_company(text: &str, service: &ServiceModel) -> Box<str> {
    digest(&Tree::parse(text, &mut Findings::default()).unwrap(), Document::Company(service))
}

#[test]
fn a_hash_is_sha256_at_every_length_about_a_block() {
    use sha2::{Digest, Sha256};
    for length in (0..200).chain([1_000, 4_096]) {
        let text: Vec<u8> = (0..length).map(|at: usize| at.to_le_bytes()[0]).collect();
        let want = Sha256::digest(&text);
        let own: Vec<u8> = super::sha256(text).into_iter().flat_map(u32::to_be_bytes).collect();
        assert_eq!(own, want.to_vec(), "{length} bytes");
    }
}

#[test]
fn elements_stand_in_the_order_of_their_bytes() {
    let texts: Vec<Vec<u8>> = [
        "",
        "\0",
        "\0\0",
        "a",
        "a\0",
        "ab",
        "b",
        "0123456789abcde",
        "0123456789abcdef",
        "0123456789abcdef0",
        "0123456789abcdeg",
    ]
    .map(|text| text.as_bytes().to_vec())
    .into();
    for one in &texts {
        for other in &texts {
            let first = Element::new(one, 0);
            let both = [&one[..], other].concat();
            let second = Element::new(&both, one.len());
            assert_eq!(first.cmp(&second, &both), one.cmp(other), "{one:?} {other:?}");
        }
    }
}

#[test]
fn the_spelling_does_not_count_and_all_else_does() {
    let text = r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": true } }"#;
    for same in [
        r#"{"standardFees":["1",2],"more":{"x":true},"id":"a"}"#,
        "{\n\t\"more\": { \"x\": true }, \"\\u0069d\": \"\\u0061\", \"standardFees\": [\"1\", \"2\"] }",
        r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": true }, "label": { "ja": "銀行" } }"#,
    ] {
        assert_eq!(of(text), of(same), "{same}");
    }
    for other in [
        r#"{ "id": "a", "standardFees": ["2", 1], "more": { "x": true } }"#,
        r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": "true" } }"#,
        r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": null } }"#,
        r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": true, "label": 1 } }"#,
        r#"{ "id": "a", "standardFees": [1, ["2"]], "more": { "x": true } }"#,
        r#"{ "id": "a", "standardFees": ["12"], "more": { "x": true } }"#,
        r#"{ "id": "a", "standardFees": [1, "2"], "more": { "x": true }, "yet": [] }"#,
        r#"{ "id": "a", "standardFees": [1, "2"], "mor": { "ex": true } }"#,
    ] {
        assert_ne!(of(text), of(other), "{other}");
    }
}

/// Two documents that mean the same each, and one that does not.
const ROWS: &[(&str, &str, &str)] = &[
    (
        r#"{}"#,
        r#"{ "settings": { "fee": { "method": "fixed" }, "approval": {} } }"#,
        r#"{ "settings": { "fee": { "method": "typed" } } }"#,
    ),
    (
        r#"{ "settings": { "fee": { "method": "typed" } }, "businesses": { "t": { "fees": { "payeeBorne": {} } } } }"#,
        r#"{ "settings": { "fee": { "method": "typed" } }, "businesses": { "t": { "fees": { "payeeBorne": { "method": "typed" } } } } }"#,
        r#"{ "settings": { "fee": { "method": "typed" } }, "businesses": { "t": { "fees": { "payeeBorne": { "method": "fixed" } } } } }"#,
    ),
    (
        r#"{ "settings": { "holiday": { "roll": "next" } }, "businesses": { "t": {} } }"#,
        r#"{ "settings": { "holiday": { "roll": "next" } }, "businesses": { "t": { "roll": "next" } } }"#,
        r#"{ "settings": { "holiday": { "roll": "next" } }, "businesses": { "t": { "roll": "error" } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "kind": "transfer", "fees": { "payeeBorne": {} } } } }"#,
        r#"{ "businesses": { "t": { "kind": "transfer", "fees": { "payeeBorne": { "methodSelectable": false } } } } }"#,
        r#"{ "businesses": { "t": { "kind": "transfer", "fees": { "payeeBorne": { "methodSelectable": true } } } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "kind": "payroll", "fees": { "payeeBorne": {} } } } }"#,
        r#"{ "businesses": { "t": { "kind": "payroll", "fees": { "payeeBorne": { "methodSelectable": true } } } } }"#,
        r#"{ "businesses": { "t": { "kind": "payroll", "fees": { "payeeBorne": { "methodSelectable": false } } } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "kind": "payroll" } } }"#,
        r#"{ "businesses": { "t": { "kind": "payroll", "limits": ["userPerOperation", "companyPerDay"], "fees": {},
                 "maxItems": { "screen": 50000, "file": 50000 }, "switchTo": {}, "label": { "ja": "給与" } } } }"#,
        r#"{ "businesses": { "t": { "kind": "payroll", "limits": ["userPerOperation"] } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "maxItems": 10 } } }"#,
        r#"{ "businesses": { "t": { "maxItems": { "file": 10, "screen": 10 } } } }"#,
        r#"{ "businesses": { "t": { "maxItems": { "file": 10, "screen": 11 } } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "kind": "transfer", "payeeKinds": ["newAccount", "userRegistered", "preRegistered"] } } }"#,
        r#"{ "businesses": { "t": { "kind": "transfer" } } }"#,
        r#"{ "businesses": { "t": { "kind": "transfer", "payeeKinds": ["newAccount"] } } }"#,
    ),
    (
        r#"{ "businesses": { "t": { "switchTo": { "u": {} } } } }"#,
        r#"{ "businesses": { "t": { "switchTo": { "u": { "maxItems": 10 } } } } }"#,
        r#"{ "businesses": { "t": {} } }"#,
    ),
    (
        r#"{ "settings": { "name": { "senderLen": 40 } } }"#,
        r#"{ "settings": { "name": { "senderLen": 40, "senderLenWithEdi": 40 } } }"#,
        r#"{ "settings": { "name": { "senderLen": 40, "senderLenWithEdi": 48 } } }"#,
    ),
    (
        r#"{}"#,
        r#"{ "settings": { "fee": { "taxRates": [{ "from": "1989-04-01", "rate": "0.03" }, { "from": "1997-04-01", "rate": "0.05" },
                 { "from": "2014-04-01", "rate": "0.08" }, { "from": "2019-10-01", "rate": "0.10" }] } } }"#,
        r#"{ "settings": { "fee": { "taxRates": [{ "from": "1989-04-01", "rate": "0.03" }] } } }"#,
    ),
    (
        r#"{ "access": { "conditions": [{ "require": { "attribute": "os", "is": "x" } }] } }"#,
        r#"{ "access": { "attributes": {}, "conditions": [{ "scope": ["download", "login", "transaction"], "label": { "ja": "端末" },
                 "require": { "attribute": "os", "is": "x" }, "code": "access.condition" }] } }"#,
        r#"{ "access": { "conditions": [{ "require": { "attribute": "os", "is": "x" }, "scope": ["login"] }] } }"#,
    ),
    (
        r#"{ "access": { "conditions": [{ "require": { "not": { "attribute": "address", "in": ["10.0.0.1", "10.0.0.2"] } } }] } }"#,
        r#"{ "settings": { "ip": { "scope": "transaction" } }, "access": { "conditions": [{ "scope": ["transaction"],
                 "require": { "not": { "attribute": "address", "in": ["10.0.0.2", "10.0.0.1"] } } }] } }"#,
        r#"{ "access": { "conditions": [{ "scope": ["login", "transaction", "download"],
                 "require": { "not": { "attribute": "address", "in": ["10.0.0.2", "10.0.0.1"] } } }] } }"#,
    ),
    (
        r#"{ "settings": { "ip": { "scope": "login" } } }"#,
        r#"{ "settings": { "ip": { "scope": ["login"] } } }"#,
        r#"{ "settings": { "ip": { "scope": ["login", "download"] } } }"#,
    ),
    (
        r#"{ "fields": { "request": { "edi": { "maxLength": 20 } } } }"#,
        r#"{ "fields": { "company": {}, "request": { "edi": [{ "maxLength": 20, "characters": "any", "required": false }] } } }"#,
        r#"{ "fields": { "request": { "edi": [{ "maxLength": 20 }, { "maxLength": 19 }] } } }"#,
    ),
    (
        r#"{ "fields": { "user": { "own": { "shape": "A0" } } } }"#,
        r#"{ "fields": { "user": { "own": [{ "shape": "\u00410", "characters": "any" }] } } }"#,
        r#"{ "fields": { "user": { "own": { "shape": "\\A0" } } } }"#,
    ),
    (
        r#"{ "windows": { "t": {} } }"#,
        r#"{ "windows": { "t": { "earliestBusinessDays": 0, "runTimes": [] } } }"#,
        r#"{ "windows": {} }"#,
    ),
    (
        r#"{ "calendar": { "national": "JP" } }"#,
        r#"{ "calendar": { "national": "JP", "holidays": [] }, "stateLabels": { "draft": { "ja": "下書き", "en": "Draft" } } }"#,
        r#"{ "calendar": { "holidays": ["2026-01-01"] } }"#,
    ),
    (
        r#"{ "patterns": [{ "key": "a", "when": {} }, { "key": "b", "when": {} }], "ceilings": { "accountPerDay": { "t": {} } } }"#,
        r#"{ "patterns": [{ "key": "b", "when": {} }, { "when": {}, "key": "a" }] }"#,
        r#"{ "patterns": [{ "key": "b", "when": { "document": true } }, { "when": {}, "key": "a" }] }"#,
    ),
    (
        r#"{ "standardFees": [{ "from": "2019-10-01", "tables": { "t": { "a": [{ "from": 0, "rate": "0.10" }], "b": [] }, "u": { "perCount": { "unit": "52.5" } } } }] }"#,
        r#"{ "standardFees": [{ "from": "2019-10-01", "tables": { "u": { "perCount": { "round": "down", "unit": "52.50" } }, "t": { "b": [], "a": [{ "rate": "0.1", "from": "0", "round": "down" }] } } }] }"#,
        r#"{ "standardFees": [{ "from": "2019-10-01", "tables": { "t": { "a": [{ "from": 0, "rate": "0.01" }], "b": [] }, "u": { "perCount": { "unit": "52.5" } } } }] }"#,
    ),
];

#[test]
fn what_leaving_out_means_may_be_written_out() {
    for (short, long, other) in ROWS {
        assert_eq!(of(short), of(long), "{short} and {long}");
        assert_ne!(of(short), of(other), "{short} and {other}");
    }
}

#[test]
fn what_a_company_leaves_out_is_what_its_bank_says() {
    let service = crate::Service::from_json(include_str!("../document/tests/service.json")).unwrap();
    let of = |text: &str| of_company(text, &service.model);
    for (short, long, other) in [
        (
            r#"{ "id": "ans", "users": [] }"#,
            r#"{ "name": "ＡＮＳ", "nameKana": "ｴ-", "id": "ans", "users": [], "limits": {}, "fees": { "payeeBorne": {} }, "accounts": [],
                 "access": { "contractKind": "", "registeredAddresses": [], "companyEnabled": null } }"#,
            r#"{ "id": "ans", "users": [], "access": { "companyEnabled": false } }"#,
        ),
        (
            r#"{ "users": [{ "id": "a", "role": "general" }, { "id": "b", "role": "master" }] }"#,
            r#"{ "users": [{ "id": "b", "role": "master", "name": "花子" },
                           { "id": "a", "role": "general", "accounts": [], "rights": [], "limits": { "transfer": {} } }] }"#,
            r#"{ "users": [{ "id": "a", "role": "general" }, { "id": "b", "role": "master", "accounts": [] }] }"#,
        ),
        // The order of a policy's rows means nothing; that of its bands, alternatives and steps does.
        (
            r#"{ "approval": { "transfer": { "policy": [{ "key": "a", "bands": [{ "anyOf": [{ "steps": [{}] }] }] },
                 { "key": "b", "when": { "requesterGroups": ["x", "y"] }, "bands": [{}] }] } } }"#,
            r#"{ "approval": { "transfer": { "policy": [{ "key": "b", "when": { "requesterGroups": ["y", "x"] }, "bands": [{}] },
                 { "key": "a", "when": {}, "by": "sum",
                   "bands": [{ "anyOf": [{ "ordered": false, "steps": [{ "act": "approve", "count": 1 }] }] }] }] } } }"#,
            r#"{ "approval": { "transfer": { "policy": [{ "key": "a", "bands": [{ "anyOf": [{ "steps": [{}] }] }] },
                 { "key": "b", "when": { "requesterGroups": null }, "bands": [{}] }] } } }"#,
        ),
        (
            r#"{ "approval": { "transfer": { "policy": [{ "bands": [{ "anyOf": [{ "steps": [{}, { "group": "x" }] }] }] }] } } }"#,
            r#"{ "approval": { "transfer": { "policy": [{ "bands": [{ "anyOf": [{ "steps": [{ "count": 1 }, { "group": "x" }] }] }] }] } } }"#,
            r#"{ "approval": { "transfer": { "policy": [{ "bands": [{ "anyOf": [{ "steps": [{ "group": "x" }, {}] }] }] }] } } }"#,
        ),
        (
            r#"{ "approverCandidates": [{ "id": "a", "accounts": ["x", "y"] }] }"#,
            r#"{ "approverCandidates": [{ "id": "a", "accounts": ["y", "x"], "role": "general" }] }"#,
            r#"{ "approverCandidates": [{ "id": "a", "accounts": ["y", "x"], "role": "administrator" }] }"#,
        ),
        (
            r#"{ "fees": { "payeeBorne": { "transfer": { "basis": "individual" } } } }"#,
            r#"{ "fees": { "payeeBorne": { "transfer": { "basis": "individual", "method": "fixed", "minimum": "0", "tax": "inclusive" } } } }"#,
            r#"{ "fees": { "payeeBorne": { "transfer": { "basis": "individual", "method": "addUpperFee" } } } }"#,
        ),
        (
            r#"{ "access": { "registeredAddresses": ["10.0.0.1", "10.0.0.2"] } }"#,
            r#"{ "access": { "registeredAddresses": ["10.0.0.2", "10.0.0.1"] } }"#,
            r#"{ "access": { "registeredAddresses": ["10.0.0.2"] } }"#,
        ),
    ] {
        assert_eq!(of(short), of(long), "{short} and {long}");
        assert_ne!(of(short), of(other), "{short} and {other}");
    }
}

/// The form is fixed: verdicts carry digests, and other programs may compute them.
#[test]
fn the_digest_of_a_known_document_does_not_change() {
    // SHA-256 of `{`, `m` 1, `"` 2 `10`, `k` 1 `b`, `[`, `w` 4 `true`, `]`, `}`, as bytes.
    assert_eq!(&*of(r#"{"b":[true],"id":10}"#), "51f7cc12fbd41e224f77673ac67fd4eb");
    let long = alloc::format!("[\"{}\"]", "x".repeat(300));
    assert_eq!(&*of(&long), "c237a35b0ca0157656a4739ed5496cc0");
}

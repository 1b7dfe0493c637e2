use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::{Company, Service};

fn company() -> Company {
    let service = json!({
        "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "businesses": { "transfer": { "kind": "transfer", "approvalModes": ["none"], "limits": [] } },
        "rights": {}
    });
    let company = json!({
        "format": 1, "id": "company",
        "users": [
            { "id": "boss", "role": "master", "enabled": true },
            { "id": "kato", "role": "administrator", "enabled": true },
            { "id": "taro", "role": "general", "enabled": true }
        ]
    });
    let service = Service::from_json(&service.to_string()).unwrap_or_else(|findings| panic!("{findings}"));
    service.company_from_json(&company.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

/// Reasons and missing fields in one line; nothing for what may be done.
fn told(operation: &str, target: Value) -> String {
    let request = json!({ "user": "kato", "operation": operation, "now": "2026-11-20T10:15:00+09:00", "target": target });
    let mut text = String::new();
    company().evaluate_json(&request.to_string(), &mut text).unwrap();
    let verdict: Value = serde_json::from_str(&text).unwrap();
    let mut words = Vec::new();
    for reason in verdict["reasons"].as_array().unwrap() {
        words.push(format!("{} {}", reason["code"].as_str().unwrap(), reason["path"].as_str().unwrap()));
    }
    for path in verdict["missing"].as_array().unwrap() {
        words.push(format!("? {}", path.as_str().unwrap()));
    }
    words.join(", ")
}

#[test]
fn nobody_deletes_himself_or_the_master() {
    for (operation, user, wanted, why) in [
        ("deleteUser", json!("taro"), "", "a colleague"),
        ("deleteUser", json!("kato"), "permission.target.self /target/user", "himself"),
        ("deleteUser", json!("boss"), "permission.target.master /target/user", "the master"),
        ("deleteUser", Value::Null, "? /target/user", "nobody is said"),
        ("editUser", json!("kato"), "", "himself may be changed"),
        ("editUser", json!("boss"), "", "and so may the master"),
        ("editUser", json!(""), "? /target/user", "an empty select"),
        ("registerUser", Value::Null, "", "is done to nobody"),
        ("viewUsers", Value::Null, "", "nor is this"),
    ] {
        assert_eq!(told(operation, json!({ "user": user })), wanted, "{operation} {user}: {why}");
    }
    assert_eq!(told("deleteUser", Value::Null), "? /target/user", "no target at all");
    assert_eq!(told("deleteUser", json!({})), "? /target/user", "an empty one");
}

#[test]
fn certificates_and_tokens_have_states_that_are_asked_for() {
    let certificate = |state: Value| json!({ "user": "taro", "certificateState": state });
    for (state, wanted) in [
        (json!("issued"), ""),
        (json!("expired"), "permission.target.certificate /target/certificateState"),
        (json!("notAcquired"), "permission.target.certificate /target/certificateState"),
        (json!("revoked"), "permission.target.certificate /target/certificateState"),
        (Value::Null, "? /target/certificateState"),
    ] {
        assert_eq!(told("revokeCertificate", certificate(state.clone())), wanted, "{state}");
    }
    let refused = "permission.target.oneTimePassword /target/oneTimePasswordState";
    for (state, unlock, revoke) in [
        (json!("stopped"), "", ""),
        (json!("inUse"), refused, ""),
        (json!("unregistered"), refused, refused),
        (json!("revoked"), refused, refused),
        (Value::Null, "? /target/oneTimePasswordState", "? /target/oneTimePasswordState"),
    ] {
        let target = json!({ "user": "taro", "oneTimePasswordState": state });
        assert_eq!(told("unlockOneTimePassword", target.clone()), unlock, "unlock: {state}");
        assert_eq!(told("revokeToken", target), revoke, "revoke: {state}");
    }
    let boss = json!({ "user": "boss", "oneTimePasswordState": "stopped" });
    assert_eq!(
        told("unlockOneTimePassword", boss.clone()),
        "permission.target.master /target/user",
        "the bank unlocks him"
    );
    assert_eq!(told("revokeToken", boss), "", "his token may be revoked");
}

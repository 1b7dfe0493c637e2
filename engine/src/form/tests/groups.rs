//! The form of a group of users.

use alloc::string::{String, ToString};

use serde_json::{Value, json};

use super::{COMPANY, Row, ask, check_rows, service, service_with};
use crate::Service;

/// The company of the tests with two groups, in one of which is a user.
fn company() -> String {
    let mut company: Value = serde_json::from_str(COMPANY).unwrap();
    company["groups"] = json!({
        "clerks": { "label": { "ja": "担当", "en": "clerks" }, "rights": ["transfer.approve"], "accounts": ["main"] },
        "Sales": {}
    });
    company["users"][3]["groups"] = json!(["clerks"]);
    company.to_string()
}

#[test]
fn a_group_is_filled_in() {
    check_rows(
        &service(),
        &company(),
        &[
            Row::valid(
                "a new one, of which the key is enough",
                r#"{ "form": "group", "input": { "id": "north" } }"#,
            )
            .changed(&["/id"]),
            Row::incomplete("nothing typed yet", r#"{ "form": "group" }"#, &["/id"]),
            Row::incomplete("null is nothing", r#"{ "form": "group", "input": { "id": null } }"#, &["/id"]),
            Row::refused(
                "what is wrong is told before there is a key",
                r#"{ "form": "group", "input": { "rights": ["balanse"], "accounts": ["third"] } }"#,
                &["right.unknown /rights/0", "account.unknown /accounts/0"],
            )
            .missing(&["/id"])
            .changed(&["/rights", "/accounts"]),
            Row::refused(
                "a key that there is",
                r#"{ "form": "group", "input": { "id": "clerks" } }"#,
                &["form.taken /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "and what else is wrong with it",
                r#"{ "form": "group", "input": { "id": "clerks", "limits": { "payroll": "1,000" } } }"#,
                &["form.taken /id", "amount.malformed /limits/payroll"],
            )
            .changed(&["/id", "/limits/payroll"]),
            Row::valid("upper and lower case differ", r#"{ "form": "group", "input": { "id": "CLERKS" } }"#)
                .changed(&["/id"]),
            Row::refused(
                "an empty key",
                r#"{ "form": "group", "input": { "id": "" } }"#,
                &["name.empty /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "a key that is no name",
                r#"{ "form": "group", "input": { "id": " north" } }"#,
                &["name.blank /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "a key that is no text",
                r#"{ "form": "group", "input": { "id": 7 } }"#,
                &["form.choice /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "members of other kinds",
                r#"{ "form": "group", "input": { "id": "north", "label": 1, "rights": "balance" } }"#,
                &["type.wrong /label", "type.wrong /rights"],
            )
            .changed(&["/id", "/label", "/rights"]),
        ],
    );
}

#[test]
fn a_group_is_changed_and_taken_out() {
    check_rows(&service(), &company(), &[
        Row::valid("as it is", r#"{ "form": "group", "change": "clerks" }"#),
        Row::valid("its own key again", r#"{ "form": "group", "change": "clerks", "input": { "id": "clerks" } }"#),
        Row::refused("a key is fixed", r#"{ "form": "group", "change": "clerks", "input": { "id": "north" } }"#,
            &["form.fixed /id"]).changed(&["/id"]),
        Row::refused("one that is there no less", r#"{ "form": "group", "change": "clerks", "input": { "id": "Sales" } }"#,
            &["form.fixed /id"]).changed(&["/id"]),
        Row::incomplete("a group cannot be without a key",
            r#"{ "form": "group", "change": "clerks", "input": { "id": null } }"#, &["/id"]).changed(&["/id"]),
        Row::valid("members one by one",
            r#"{ "form": "group", "change": "clerks", "input": { "label": null, "rights": ["balance"] } }"#)
            .changed(&["/rights", "/label/ja", "/label/en"]),
        Row::valid("limits one by one, two levels further",
            r#"{ "form": "group", "change": "clerks", "input": { "limits": { "transfer": { "newAccount": "1" } } } }"#)
            .changed(&["/limits/transfer/newAccount"]),
        Row::refused("above the bank's ceiling, in the group alone",
            r#"{ "form": "group", "change": "clerks", "input": { "limits": { "transfer": { "newAccount": "5000001" } } } }"#,
            &["limit.overCeiling /limits/transfer/newAccount"]).changed(&["/limits/transfer/newAccount"]),
        Row::refused("who is in it names it", r#"{ "form": "group", "change": "clerks", "remove": true }"#,
            &["group.unknown [/users/3/groups/0]"])
            .changed(&["/id", "/label/ja", "/label/en", "/rights", "/accounts"]),
        Row::valid("nobody names the other", r#"{ "form": "group", "change": "Sales", "remove": true }"#).changed(&["/id"]),
    ]);
}

#[test]
fn what_a_group_gives_may_be_missed_by_its_users() {
    let mut company: Value = serde_json::from_str(&company()).unwrap();
    company["groups"]["clerks"]["limits"] = json!({ "transfer": { "preRegistered": "5" } });
    company["users"][3]["enabled"] = true.into();
    check_rows(
        &service(),
        &company.to_string(),
        &[Row::refused(
            "a limit that a user must have came from it",
            r#"{ "form": "group", "change": "clerks", "input": { "limits": null } }"#,
            &["limit.missing [/users/3]"],
        )
        .changed(&["/limits/transfer/preRegistered"])],
    );
}

#[test]
fn the_key_has_field_rules_like_any_field() {
    let service = service_with(
        r#"{ "group": { "id": { "characters": "alphanumerics", "maxLength": 5 }, "note": { "required": "new" } } }"#,
        "normalise",
    );
    let company = company();
    let ask = |asks: &str| ask(&service, &company, asks).unwrap();
    let answer = ask(r#"{ "form": "group", "input": { "id": "ｎｏｒｔｈ", "note": "x", "rights": [] } }"#);
    assert_eq!(answer["outcome"], "valid", "{answer}");
    assert_eq!(
        answer["result"],
        json!({ "id": "north", "rights": [] }),
        "the bank's own field is no part of it"
    );
    assert_eq!(answer["normalised"], json!([{ "path": "/id", "value": "north" }]));
    check_rows(
        &service,
        &company,
        &[
            Row::refused(
                "too long",
                r#"{ "form": "group", "input": { "id": "northern", "note": "x" } }"#,
                &["form.tooLong /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "what counts is what it is normalised to",
                r#"{ "form": "group", "input": { "id": "Ｓａｌｅｓ", "note": "x" } }"#,
                &["form.taken /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "no text, once",
                r#"{ "form": "group", "input": { "id": true, "note": "x" } }"#,
                &["form.choice /id"],
            )
            .changed(&["/id"]),
            Row::refused(
                "a key of before the rule cannot be changed, so it is told",
                r#"{ "form": "group", "change": "clerks" }"#,
                &["form.tooLong /id"],
            ),
            Row::incomplete(
                "the bank's own field is missing",
                r#"{ "form": "group", "input": { "id": "north" } }"#,
                &["/note"],
            )
            .changed(&["/id"]),
        ],
    );
}

#[test]
fn a_bank_may_require_an_administrator() {
    let mut json: Value = serde_json::from_str(super::SERVICE).unwrap();
    json["settings"]["roles"]["administratorRequired"] = true.into();
    let service = Service::from_json(&json.to_string()).unwrap();
    let mut company: Value = serde_json::from_str(COMPANY).unwrap();
    company["users"][1]["enabled"] = false.into();
    let company = company.to_string();
    check_rows(
        &service,
        &company,
        &[
            Row::refused(
                "the last administrator is disabled while the master is",
                r#"{ "form": "user", "change": "hanako", "input": { "enabled": false } }"#,
                &["users.administrator.required [/users]"],
            )
            .changed(&["/enabled"]),
            Row::refused(
                "or is one no more",
                r#"{ "form": "user", "change": "hanako", "input": { "role": "general" } }"#,
                &["users.administrator.required [/users]"],
            )
            .changed(&["/role"]),
            Row::valid(
                "the master, who is disabled, is somebody else's matter",
                r#"{ "form": "user", "change": "boss", "input": { "name": "長" } }"#,
            )
            .changed(&["/name"]),
            Row::refused(
                "or is taken out",
                r#"{ "form": "user", "change": "hanako", "remove": true }"#,
                &["users.administrator.required [/users]"],
            )
            .changed(&[
                "/id",
                "/role",
                "/enabled",
                "/accounts",
                "/rights",
                "/approverPerItem/transfer",
                "/name",
            ]),
        ],
    );
    check_rows(
        &super::service(),
        &company,
        &[Row::valid(
            "where the bank does not ask for it, it is a warning",
            r#"{ "form": "user", "change": "hanako", "input": { "enabled": false } }"#,
        )
        .changed(&["/enabled"])],
    );
    let part = r#"{ "format": 1, "id": "x", "part": { "user": "a" }, "users": [{ "id": "a", "role": "general", "enabled": true }] }"#;
    assert!(service.company_from_json(part).is_ok(), "of a part it cannot be told");
    assert!(service.company_from_json(&part.replace(r#""part": { "user": "a" }, "#, "")).is_err());
}

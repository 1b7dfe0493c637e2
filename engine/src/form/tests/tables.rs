//! What a bank's screens say of each form of the company document.

use alloc::string::ToString;

use super::{COMPANY, Row, check_rows, service};

#[test]
fn the_settings_of_a_company() {
    check_rows(&service(), COMPANY, &[
        Row::valid("nothing typed yet is the company as it is", r#"{ "form": "company" }"#),
        Row::valid("the same values, an amount once as a number",
            r#"{ "form": "company", "input": { "name": "ＡＮＳ株式会社", "limits": { "payroll": 1000000 } } }"#),
        Row::valid("a new name", r#"{ "form": "company", "input": { "name": "ＡＮＳ商事" } }"#).changed(&["/name"]),
        Row::valid("no reading of the name any more", r#"{ "form": "company", "input": { "nameKana": null } }"#)
            .changed(&["/nameKana"]),
        Row::valid("another allowed mode in one business leaves the others",
            r#"{ "form": "company", "input": { "approval": { "bulkTransfer": "single" } } }"#)
            .changed(&["/approval/bulkTransfer"]),
        Row::valid("a further business that needs no limits",
            r#"{ "form": "company", "input": { "approval": { "directDebit": "single" } } }"#)
            .changed(&["/approval/directDebit"]),
        Row::valid("a business given up",
            r#"{ "form": "company", "input": { "approval": { "transfer": null } } }"#)
            .changed(&["/approval/transfer"]),
        Row::refused("a mode that the bank does not allow there",
            r#"{ "form": "company", "input": { "approval": { "bulkTransfer": "doubleAnyOrder" } } }"#,
            &["approval.mode.notAllowed /approval/bulkTransfer"]).changed(&["/approval/bulkTransfer"]),
        Row::refused("a mode that there is not",
            r#"{ "form": "company", "input": { "approval": { "transfer": "doubel" } } }"#,
            &["choice.unknown /approval/transfer"]).changed(&["/approval/transfer"]),
        Row::refused("two modes in one group",
            r#"{ "form": "company", "input": { "approval": { "salary": "single", "bonus": "doubleInOrder" } } }"#,
            &["approval.group.conflict /approval/bonus"]).changed(&["/approval/bonus"]),
        Row::valid("the bank's ceiling of 99,999,999,999 itself",
            r#"{ "form": "company", "input": { "limits": { "bulkTransfer": "99999999999" } } }"#),
        Row::refused("one above the ceiling",
            r#"{ "form": "company", "input": { "limits": { "bulkTransfer": "100000000000" } } }"#,
            &["limit.overCeiling /limits/bulkTransfer"]).changed(&["/limits/bulkTransfer"]),
        Row::valid("twelve digits where there is no ceiling",
            r#"{ "form": "company", "input": { "limits": { "payroll": "999999999999" } } }"#)
            .changed(&["/limits/payroll"]),
        Row::refused("thirteen digits",
            r#"{ "form": "company", "input": { "limits": { "payroll": "1000000000000" } } }"#,
            &["limit.digits /limits/payroll"]).changed(&["/limits/payroll"]),
        Row::refused("no amount", r#"{ "form": "company", "input": { "limits": { "payroll": "1,000" } } }"#,
            &["amount.malformed /limits/payroll"]).changed(&["/limits/payroll"]),
        Row::incomplete("a required limit taken away",
            r#"{ "form": "company", "input": { "limits": { "bulkTransfer": null } } }"#, &["/limits/bulkTransfer"])
            .changed(&["/limits/bulkTransfer"]),
        Row::incomplete("all of them taken away",
            r#"{ "form": "company", "input": { "limits": null } }"#, &["/limits/bulkTransfer"])
            .changed(&["/limits/bulkTransfer", "/limits/payroll"]),
        Row::refused("a limit where the business has none",
            r#"{ "form": "company", "input": { "limits": { "transfer": "1" } } }"#,
            &["limit.kind /limits/transfer"]).changed(&["/limits/transfer"]),
        Row::refused("a business that the bank has not",
            r#"{ "form": "company", "input": { "limits": { "tax/local": "1" } } }"#,
            &["business.unknown /limits/tax~1local"]).changed(&["/limits/tax~1local"]),
        Row::refused("a reason beside a missing field",
            r#"{ "form": "company", "input": { "name": 1, "limits": { "bulkTransfer": null } } }"#,
            &["type.wrong /name"]).missing(&["/limits/bulkTransfer"]).changed(&["/name", "/limits/bulkTransfer"]),
    ]);
}

#[test]
fn the_attributes_of_a_company() {
    check_rows(
        &service(),
        COMPANY,
        &[
            Row::valid(
                "attributes that every bank has",
                r#"{ "form": "company", "input": { "access": { "contractKind": "A", "oneTimePasswordUsed": true } } }"#,
            )
            .changed(&["/access/contractKind", "/access/oneTimePasswordUsed"]),
            Row::refused(
                "one that there is not, and one of the request",
                r#"{ "form": "company", "input": { "access": { "kind": "A", "address": "192.0.2.1" } } }"#,
                &["access.attribute.unknown /access/kind", "access.attribute.place /access/address"],
            )
            .changed(&["/access/kind", "/access/address"]),
        ],
    );
}

#[test]
fn a_business_taken_up_needs_the_limits_of_accounts_and_users() {
    let mut company: serde_json::Value = serde_json::from_str(COMPANY).unwrap();
    company["approval"].as_object_mut().unwrap().remove("transfer");
    company["accounts"][0]["limits"] = serde_json::json!({ "transfer": { "total": "1" } });
    company["accounts"][1].as_object_mut().unwrap().remove("limits");
    company["users"][1]["limits"].as_object_mut().unwrap().remove("transfer");
    check_rows(
        &service(),
        &company.to_string(),
        &[
            Row::valid("none while the business is not used", r#"{ "form": "company" }"#),
            Row::incomplete(
                "each where it would stand",
                r#"{ "form": "company", "input": { "approval": { "transfer": "single" } } }"#,
                &[
                    "/accounts/0/limits/transfer/adHoc",
                    "/accounts/0/limits/transfer/preRegistered",
                    "/accounts/1/limits/transfer/total",
                    "/accounts/1/limits/transfer/adHoc",
                    "/accounts/1/limits/transfer/preRegistered",
                    "/users/1/limits/transfer/preRegistered",
                ],
            )
            .changed(&["/approval/transfer"]),
        ],
    );
}

#[test]
fn a_user() {
    check_rows(&service(), COMPANY, &[
        Row::incomplete("a form just opened", r#"{ "form": "user", "input": {} }"#, &["/id", "/role", "/enabled"]),
        Row::incomplete("the same without any input", r#"{ "form": "user" }"#, &["/id", "/role", "/enabled"]),
        Row::incomplete("partly filled",
            r#"{ "form": "user", "input": { "id": "jiro", "role": "general" } }"#, &["/enabled"])
            .changed(&["/id", "/role"]),
        Row::valid("a user who may do nothing yet",
            r#"{ "form": "user", "input": { "id": "jiro", "role": "general", "enabled": true } }"#)
            .changed(&["/id", "/role", "/enabled"]),
        Row::valid("a name of 64 bytes",
            r#"{ "form": "user", "change": "taro", "input": { "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } }"#)
            .changed(&["/id"]),
        Row::refused("one of 65",
            r#"{ "form": "user", "change": "taro", "input": { "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } }"#,
            &["name.tooLong /id"]).changed(&["/id"]),
        Row::refused("an id that another user has",
            r#"{ "form": "user", "input": { "id": "taro", "role": "general", "enabled": true } }"#,
            &["user.duplicate /id"]).changed(&["/id", "/role", "/enabled"]),
        Row::refused("an id that a later user has: found at him, elsewhere",
            r#"{ "form": "user", "change": "taro", "input": { "id": "hanako" } }"#,
            &["user.duplicate [/users/2/id]"]).changed(&["/id"]),
        Row::refused("a second master: found at the one who stands later",
            r#"{ "form": "user", "change": "hanako", "input": { "role": "master" } }"#,
            &["users.master.several /id"]).missing(&["/limits/transfer/preRegistered", "/limits/bulkTransfer",
              "/limits/payroll", "/limits/bonus"]).changed(&["/role"]),
        Row::refused("a role that there is not",
            r#"{ "form": "user", "change": "hanako", "input": { "role": "admin" } }"#,
            &["choice.unknown /role"]).changed(&["/role"]),
        Row::valid("rights and accounts are replaced as a whole",
            r#"{ "form": "user", "change": "taro", "input": { "rights": ["balance"], "accounts": ["sub"] } }"#)
            .changed(&["/accounts", "/rights"]),
        Row::refused("a right and an account that there are not",
            r#"{ "form": "user", "change": "taro", "input": { "rights": ["balanse"], "accounts": ["sub", "third"] } }"#,
            &["account.unknown /accounts/1", "right.unknown /rights/0"]).changed(&["/accounts", "/rights"]),
        Row::incomplete("a right to create needs a limit for each payee kind that it reaches",
            r#"{ "form": "user", "change": "hanako", "input": { "rights": ["transfer.request.preRegistered"] } }"#,
            &["/limits/transfer/preRegistered"]).changed(&["/rights"]),
        Row::valid("one limit beside the others",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "transfer": { "newAccount": "5000000" } } } }"#)
            .changed(&["/limits/transfer/newAccount"]),
        Row::refused("one above the bank's ceiling of 5,000,000",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "transfer": { "newAccount": "5000001" } } } }"#,
            &["limit.overCeiling /limits/transfer/newAccount"]).changed(&["/limits/transfer/newAccount"]),
        Row::valid("fifteen digits",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "payroll": "999999999999999" } } }"#)
            .changed(&["/limits/payroll"]),
        Row::refused("sixteen digits",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "payroll": "1000000000000000" } } }"#,
            &["limit.digits /limits/payroll"]).changed(&["/limits/payroll"]),
        Row::incomplete("a limit that he needs taken away",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "transfer": { "preRegistered": null } } } }"#,
            &["/limits/transfer/preRegistered"]).changed(&["/limits/transfer/preRegistered"]),
        Row::incomplete("the limits of a business taken away",
            r#"{ "form": "user", "change": "taro", "input": { "limits": { "bulkTransfer": null } } }"#,
            &["/limits/bulkTransfer"]).changed(&["/limits/bulkTransfer"]),
        Row::valid("a disabled user needs no limits",
            r#"{ "form": "user", "change": "taro", "input": { "enabled": false, "limits": null } }"#)
            .changed(&["/enabled", "/limits/transfer/preRegistered", "/limits/bulkTransfer"]),
        Row::valid("caps are replaced as a whole",
            r#"{ "form": "user", "change": "hanako", "input": { "approverPerItem": { "bulkTransfer": 5 } } }"#)
            .changed(&["/approverPerItem/bulkTransfer", "/approverPerItem/transfer"]),
        Row::refused("an empty text is a text",
            r#"{ "form": "user", "change": "taro", "input": { "id": "" } }"#, &["name.empty /id"]).changed(&["/id"]),
    ]);
}

#[test]
fn as_many_users_as_the_bank_allows() {
    let mut company: serde_json::Value = serde_json::from_str(COMPANY).unwrap();
    let users = company["users"].as_array_mut().unwrap();
    users.push(serde_json::json!({ "id": "fifth", "role": "general", "enabled": true }));
    let asks = r#"{ "form": "user", "input": { "id": "last", "role": "general", "enabled": true } }"#;
    let changed: &[&str] = &["/id", "/role", "/enabled"];
    check_rows(&service(), &company.to_string(), &[Row::valid("the sixth", asks).changed(changed)]);
    let users = company["users"].as_array_mut().unwrap();
    users.push(serde_json::json!({ "id": "sixth", "role": "general", "enabled": true }));
    check_rows(
        &service(),
        &company.to_string(),
        &[Row::refused("the seventh", asks, &["users.tooMany [/users]"]).changed(changed)],
    );
}

#[test]
fn an_account() {
    check_rows(&service(), COMPANY, &[
        Row::incomplete("a form just opened", r#"{ "form": "account", "input": {} }"#,
            &["/id", "/bank", "/branch", "/type", "/number", "/limits/transfer/total", "/limits/transfer/adHoc",
              "/limits/transfer/preRegistered"]),
        Row::valid("all of it",
            r#"{ "form": "account", "input": { "id": "third", "bank": "0034", "branch": "001", "type": "2", "number": "0000001",
                 "limits": { "transfer": { "total": "10", "adHoc": "5", "preRegistered": "10" } } } }"#)
            .changed(&["/id", "/bank", "/branch", "/type", "/number", "/limits/transfer/total",
              "/limits/transfer/adHoc", "/limits/transfer/preRegistered"]),
        Row::refused("a branch of four digits, a number with a letter",
            r#"{ "form": "account", "change": "sub", "input": { "branch": "0082", "number": "025332A" } }"#,
            &["code.malformed /branch", "code.malformed /number"]).changed(&["/branch", "/number"]),
        Row::valid("the part as large as the whole",
            r#"{ "form": "account", "change": "main", "input": { "limits": { "transfer": { "adHoc": "1000000000" } } } }"#)
            .changed(&["/limits/transfer/adHoc"]),
        Row::refused("one above the whole",
            r#"{ "form": "account", "change": "main", "input": { "limits": { "transfer": { "adHoc": "1000000001" } } } }"#,
            &["limit.aboveTotal /limits/transfer/adHoc"]).changed(&["/limits/transfer/adHoc"]),
        Row::refused("one above the bank's ceiling",
            r#"{ "form": "account", "change": "main", "input": { "limits": { "transfer": { "total": 1000000001 } } } }"#,
            &["limit.overCeiling /limits/transfer/total"]).changed(&["/limits/transfer/total"]),
        Row::incomplete("one of three limits taken away",
            r#"{ "form": "account", "change": "main", "input": { "limits": { "transfer": { "adHoc": null } } } }"#,
            &["/limits/transfer/adHoc"]).changed(&["/limits/transfer/adHoc"]),
        Row::refused("limits of a batch business are the company's",
            r#"{ "form": "account", "change": "main", "input": { "limits": { "bulkTransfer": { "total": "1" } } } }"#,
            &["limit.kind /limits/bulkTransfer"]).changed(&["/limits/bulkTransfer/total"]),
        Row::refused("an id that another account has",
            r#"{ "form": "account", "change": "sub", "input": { "id": "main" } }"#,
            &["account.duplicate /id", "account.unknown [/users/2/accounts/1]"]).changed(&["/id"]),
        Row::refused("an account renamed while users name it",
            r#"{ "form": "account", "change": "sub", "input": { "id": "second" } }"#,
            &["account.unknown [/users/2/accounts/1]"]).changed(&["/id"]),
    ]);
    let mut company: serde_json::Value = serde_json::from_str(COMPANY).unwrap();
    company.as_object_mut().unwrap().remove("accounts");
    for user in company["users"].as_array_mut().unwrap() {
        user.as_object_mut().unwrap().remove("accounts");
    }
    check_rows(
        &service(),
        &company.to_string(),
        &[Row::incomplete(
            "the first account of a company",
            r#"{ "form": "account", "input": { "bank": "0034" } }"#,
            &[
                "/id",
                "/branch",
                "/type",
                "/number",
                "/limits/transfer/total",
                "/limits/transfer/adHoc",
                "/limits/transfer/preRegistered",
            ],
        )
        .changed(&["/bank"])],
    );
}

#[test]
fn a_fee_table() {
    check_rows(&service(), COMPANY, &[
        Row::incomplete("a form just opened", r#"{ "form": "feeTable", "input": {} }"#, &["/business", "/bearer"]),
        Row::refused("a business that there is not, and no bearer yet",
            r#"{ "form": "feeTable", "input": { "business": "furikomi", "bearer": "", "basis": "standard" } }"#,
            &["form.choice /business"]).missing(&["/bearer"]),
        Row::refused("a bearer that there is not",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "bank" } }"#,
            &["form.choice /bearer"]),
        Row::valid("the table as it is",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee" } }"#),
        Row::refused("fees that the bank does not offer there",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payer", "basis": "standard" } }"#,
            &["fee.notOffered "]).changed(&["/basis"]),
        Row::incomplete("individual fees need tables",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "basis": "individual" } }"#,
            &["/tables"]).changed(&["/basis"]),
        Row::refused("tables go with individual fees only",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payee", "basis": "standard" } }"#,
            &["fee.basis.standard /tables"]).changed(&["/basis"]),
        Row::valid("back to the bank's tables",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payee", "basis": "standard", "tables": null } }"#)
            .changed(&["/basis", "/tables"]),
        Row::valid("a method of the bank's family",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payee", "method": "fixed" } }"#)
            .changed(&["/method"]),
        Row::refused("one of another family",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payee", "method": "clampLower" } }"#,
            &["fee.method.family /method"]).changed(&["/method"]),
        Row::refused("one where the bank's cannot be changed",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "method": "addUpperFee" } }"#,
            &["fee.method.notSelectable /method"]).changed(&["/method"]),
        Row::valid("a minimum as a number",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "minimum": 10001 } }"#)
            .changed(&["/minimum"]),
        Row::refused("a minimum that is no amount",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "minimum": "-1" } }"#,
            &["amount.malformed /minimum"]).changed(&["/minimum"]),
        Row::refused("a method where the payer bears the fee",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payer", "method": "fixed" } }"#,
            &["field.unknown /method"]).changed(&["/method"]),
        Row::refused("tiers that do not rise, a bound that is not the bank's, a tier without fee and a version without day",
            r#"{ "form": "feeTable", "input": { "business": "bulkTransfer", "bearer": "payee", "tables": [
                { "from": "2024-10-01", "otherBank": [{ "from": "0", "fee": "110" }, { "from": "0", "fee": "220" }],
                  "ownBank": [{ "from": "0", "fee": "0" }, { "from": "9999", "fee": "55" }] },
                { "sameBranch": [{ "from": "0" }] }] } }"#,
            &["fee.tiers.unordered /tables/0/otherBank/1/from", "fee.tiers.bound /tables/0/otherBank/1/from",
              "fee.tiers.bound /tables/0/ownBank/1/from", "fee.tier.empty /tables/1/sameBranch/0"])
            .missing(&["/tables/1/from"]).changed(&["/tables"]),
    ]);
    let mut company: serde_json::Value = serde_json::from_str(COMPANY).unwrap();
    company.as_object_mut().unwrap().remove("fees");
    check_rows(&service(), &company.to_string(), &[
        Row::incomplete("the first table of a company needs its basis",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee" } }"#, &["/basis"]),
        Row::valid("and has enough with it",
            r#"{ "form": "feeTable", "input": { "business": "transfer", "bearer": "payee", "basis": "standard" } }"#)
            .changed(&["/basis"]),
    ]);
}

#[test]
fn taking_out() {
    check_rows(&service(), COMPANY, &[
        Row::valid("a user whom nothing names", r#"{ "form": "user", "change": "taro", "remove": true }"#)
            .changed(&["/id", "/role", "/enabled", "/accounts", "/rights", "/limits/transfer/preRegistered",
              "/limits/bulkTransfer"]),
        Row::valid("the master: a company without one is doubtful, not wrong",
            r#"{ "form": "user", "change": "boss", "remove": true }"#)
            .changed(&["/id", "/role", "/enabled", "/limits/transfer/preRegistered", "/limits/transfer/newAccount",
              "/limits/bulkTransfer", "/limits/payroll", "/limits/bonus"]),
        Row::refused("an account that users name",
            r#"{ "form": "account", "change": "main", "remove": true }"#,
            &["account.unknown [/users/0/accounts/0]", "account.unknown [/users/2/accounts/0]",
              "account.unknown [/users/3/accounts/0]"])
            .changed(&["/id", "/bank", "/branch", "/type", "/number", "/limits/transfer/total",
              "/limits/transfer/adHoc", "/limits/transfer/preRegistered"]),
        Row::valid("a fee table",
            r#"{ "form": "feeTable", "remove": true, "input": { "business": "transfer", "bearer": "payee" } }"#)
            .changed(&["/basis", "/minimum"]),
        Row::incomplete("a fee table that is not named yet",
            r#"{ "form": "feeTable", "remove": true, "input": { "business": "transfer" } }"#, &["/bearer"]),
    ]);
}

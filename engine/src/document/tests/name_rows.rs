//! Names that look like others, and words inside names.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, Row, check_rows, finds, with};
use crate::Service;
use crate::finding::FindingCode;
use crate::lang::Lang;

/// Put into `service.json`.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::RightPart, "/rights/transfer.request.preregistered", r#"{ "always": { "create": "all" } }"#, r#"{ "payeeKind": "preRegistered", "always": { "create": "all" } }"#)
        .says(
            "`preregistered`, the third part of the right `transfer.request.preregistered`, is no payee kind and no entry",
            "権限「transfer.request.preregistered」の三番目の部分「preregistered」は、振込先の指定方法でも受付方法でもありません",
        )
        .hints("did you mean `preRegistered`?", "「preRegistered」の誤りではありませんか")
        .among(2),
    Row::new(FindingCode::RightPart, "/rights/bulkTransfer.request.files", r#"{ "always": { "create": "all" } }"#, r#"{ "entry": "file", "always": { "create": "all" } }"#)
        .says(
            "`files`, the third part of the right `bulkTransfer.request.files`, is no payee kind and no entry",
            "権限「bulkTransfer.request.files」の三番目の部分「files」は、振込先の指定方法でも受付方法でもありません",
        )
        .hints("did you mean `file`?", "「file」の誤りではありませんか"),
    Row::new(FindingCode::RightPart, "/rights/any.request.everything", r#"{ "business": "transfer", "always": { "create": "all" } }"#, r#"{ "always": { "viewBalance": "all" } }"#)
        .says(
            "`everything`, the third part of the right `any.request.everything`, is no payee kind and no entry",
            "権限「any.request.everything」の三番目の部分「everything」は、振込先の指定方法でも受付方法でもありません",
        ),
    Row::new(FindingCode::RightParts, "/rights/transfer.request.newAccount.today", r#"{ "always": { "create": "all" } }"#, r#"{ "always": { "viewBalance": "all" } }"#)
        .says(
            "the name `transfer.request.newAccount.today` of a right has an empty part, or more than three",
            "権限「transfer.request.newAccount.today」の名称に、空の部分または四つ以上の部分があります",
        ),
    Row::new(FindingCode::RightParts, "/rights/transfer.request.", r#"{ "payeeKind": "newAccount", "always": { "create": "all" } }"#, r#"{ "always": { "viewBalance": "all" } }"#)
        .says(
            "the name `transfer.request.` of a right has an empty part, or more than three",
            "権限「transfer.request.」の名称に、空の部分または四つ以上の部分があります",
        ),
    Row::new(FindingCode::RightNotNarrowed, "/rights/transfer.newAccount", r#"{ "always": { "create": "all" } }"#, r#"{ "payeeKind": "newAccount", "always": { "create": "all" } }"#)
        .says(
            "the right `transfer.newAccount` is not narrowed: `newAccount` narrows only as the third part of a name",
            "権限「transfer.newAccount」の対象は限定されません（「newAccount」は名称の三番目の部分である場合にのみ対象を限定します）",
        ),
    Row::new(FindingCode::RightNotNarrowed, "/rights/transfer.request．NEWACCOUNT", r#"{ "always": { "create": "all" } }"#, r#"{ "always": { "viewBalance": "all" } }"#)
        .says(
            "the right `transfer.request．NEWACCOUNT` is not narrowed: `newAccount` narrows only as the third part of a name",
            "権限「transfer.request．NEWACCOUNT」の対象は限定されません（「newAccount」は名称の三番目の部分である場合にのみ対象を限定します）",
        ),
    Row::new(FindingCode::RightNotNarrowed, "/rights/bulkTransfer.requestFile", r#"{ "always": { "create": "all" } }"#, r#"{ "entry": "file", "always": { "create": "all" } }"#)
        .says(
            "the right `bulkTransfer.requestFile` is not narrowed: `file` narrows only as the third part of a name",
            "権限「bulkTransfer.requestFile」の対象は限定されません（「file」は名称の三番目の部分である場合にのみ対象を限定します）",
        ),
    Row::new(FindingCode::NameBlank, "/id", r#""bank ""#, r#""our bank""#)
        .says("the name `bank ` begins or ends with a blank", "「bank 」の先頭または末尾に空白があります"),
    Row::new(FindingCode::NameBlank, "/version", r#""　　""#, r#""1""#)
        .says("the name `　　` begins or ends with a blank", "「　　」の先頭または末尾に空白があります"),
    Row::new(FindingCode::NameInvisible, "/businesses/directDebit/approvalGroup", "\"deb\u{200b}it\"", r#""debit""#)
        .says(
            "the name `deb\\u{200b}it` has a character that cannot be seen, or not be told from a space (U+200B)",
            "「deb\\u{200b}it」に、目に見えない文字または空白と区別できない文字（U+200B）が含まれています",
        ),
    Row::new(FindingCode::NameNormalised, "/rights/残高照会か\u{3099}", r#"{ "always": { "viewBalance": "all" } }"#, "")
        .says(
            "the name `残高照会か\u{3099}` is not in Unicode's normalisation form C",
            "「残高照会か\u{3099}」はUnicodeの正規化形式Cになっていません",
        )
        .hints(
            "type it anew, with one character for each letter and its marks",
            "結合文字や互換文字を使わず、1文字ずつ入力し直してください",
        ),
    Row::new(FindingCode::NameSimilar, "/rights/Balance", r#"{ "always": { "viewBalance": "all" } }"#, "")
        .says(
            "the name `Balance` differs from `balance` only by upper and lower case, or by width",
            "「Balance」と「balance」は、大文字と小文字または全角と半角が異なるだけです",
        ),
    Row::new(FindingCode::NameSimilar, "/businesses/bonus/approvalGroup", r#""SALARY""#, r#""salary""#)
        .says(
            "the name `SALARY` differs from `salary` only by upper and lower case, or by width",
            "「SALARY」と「salary」は、大文字と小文字または全角と半角が異なるだけです",
        ),
    Row::new(FindingCode::NameSimilar, "/access", r#"{ "attributes": { "Address": { "type": "flag" } } }"#, r#"{ "attributes": { "office": { "type": "flag" } } }"#)
        .path("/access/attributes/Address")
        .says(
            "the name `Address` differs from `address` only by upper and lower case, or by width",
            "「Address」と「address」は、大文字と小文字または全角と半角が異なるだけです",
        ),
    Row::new(FindingCode::FieldUnknown, "/fields", r#"{ "user": { "limits.transfer.newAcount": { "min": "1" } } }"#, r#"{ "user": { "limits.transfer.newAccount": { "min": "1" } } }"#)
        .path("/fields/user/limits.transfer.newAcount")
        .says(
            "there is no field `limits.transfer.newAcount` here",
            "項目「limits.transfer.newAcount」はここには指定できません",
        )
        .hints("did you mean `limits.transfer.newAccount`?", "「limits.transfer.newAccount」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields", r#"{ "account": { "limits.bulkTransfer": { "min": "1" } } }"#, r#"{ "account": { "limits.transfer": {}, "limits.transfer.total": {} } }"#)
        .path("/fields/account/limits.bulkTransfer")
        .says(
            "there is no field `limits.bulkTransfer` here",
            "項目「limits.bulkTransfer」はここには指定できません",
        )
        .hints("did you mean `limits.transfer`?", "「limits.transfer」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields", r#"{ "company": { "approval.salery": {} } }"#, r#"{ "company": { "approval.salary": {}, "approval.transfer": {}, "access.contractKind": {}, "limits.bulkTransfer": {} } }"#)
        .path("/fields/company/approval.salery")
        .says(
            "there is no field `approval.salery` here",
            "項目「approval.salery」はここには指定できません",
        )
        .hints("did you mean `approval.salary`?", "「approval.salary」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields", r#"{ "user": { "name.kana": {} } }"#, r#"{ "user": { "address.zip": {} } }"#)
        .path("/fields/user/name.kana")
        .says("there is no field `name.kana` here", "項目「name.kana」はここには指定できません"),
    Row::new(FindingCode::FieldUnknown, "/fields", r#"{ "user": { "id": { "unequalTo": ["limits.payrol"] } } }"#, r#"{ "user": { "id": { "unequalTo": ["limits.payroll"] } } }"#)
        .path("/fields/user/id/unequalTo/0")
        .says("there is no field `limits.payrol` here", "項目「limits.payrol」はここには指定できません")
        .hints("did you mean `limits.payroll`?", "「limits.payroll」の誤りではありませんか"),
    Row::new(FindingCode::FieldsName, "/fields", r#"{ "account": { "nubmer": {} } }"#, r#"{ "account": { "memo": {} } }"#)
        .path("/fields/account/nubmer")
        .says(
            "`nubmer` is taken for a field of the bank's own, as the document has none of this name",
            "「nubmer」は文書の項目にないため、金融機関独自の項目として扱われます",
        )
        .hints("did you mean `number`?", "「number」の誤りではありませんか"),
];

/// Put into `company.json`.
pub(super) const COMPANY_ROWS: &[Row] = &[
    Row::new(FindingCode::NameBlank, "/users/-", r#"{ "id": "hanako ", "role": "general", "enabled": true }"#, "")
        .path("/users/4/id")
        .says("the name `hanako ` begins or ends with a blank", "「hanako 」の先頭または末尾に空白があります"),
    Row::new(FindingCode::NameInvisible, "/users/-", "{ \"id\": \"\u{200b}hanako\", \"role\": \"general\", \"enabled\": true }", "")
        .path("/users/4/id")
        .says(
            "the name `\\u{200b}hanako` has a character that cannot be seen, or not be told from a space (U+200B)",
            "「\\u{200b}hanako」に、目に見えない文字または空白と区別できない文字（U+200B）が含まれています",
        ),
    Row::new(FindingCode::NameSimilar, "/users/-", r#"{ "id": "ＨＡＮＡＫＯ", "role": "general", "enabled": true }"#, "")
        .path("/users/4/id")
        .says(
            "the name `ＨＡＮＡＫＯ` differs from `hanako` only by upper and lower case, or by width",
            "「ＨＡＮＡＫＯ」と「hanako」は、大文字と小文字または全角と半角が異なるだけです",
        ),
    Row::new(FindingCode::AccountSame, "/accounts/-", r#"{ "id": "third", "bank": "0034", "branch": "081", "type": "1", "number": "0253326", "limits": { "transfer": { "total": "0", "adHoc": "0", "preRegistered": "0" } } }"#, r#"{ "id": "third", "bank": "0034", "branch": "081", "type": "2", "number": "0253326", "limits": { "transfer": { "total": "0", "adHoc": "0", "preRegistered": "0" } } }"#)
        .path("/accounts/2/number")
        .says("`third` is the same account as `main`", "口座「third」は口座「main」と同じ口座です"),
];

#[test]
fn names_of_a_service() {
    check_rows(Document::Service, &Document::Service.json(), ROWS);
}

#[test]
fn names_of_a_company() {
    check_rows(Document::Company, &Document::Company.json(), COMPANY_ROWS);
}

#[test]
fn look_alikes_are_found_in_every_list_of_names() {
    let rows = json!([
        { "key": "own", "when": { "sameBank": true } }, { "key": "OWN", "when": { "sameBank": false } }
    ]);
    let text = r#"{ "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "rights": { "b.x": { "always": { "view": "all" } }, "Ｂ.x": { "always": { "viewLog": "all" } } },
        "businesses": { "b": { "kind": "payroll", "approvalModes": ["none"], "fees": { "perCount": { "unit": "1" } } },
            "B": { "kind": "payroll", "approvalModes": ["none"], "fees": { "perCount": { "unit": "1" } } } },
        "access": { "attributes": { "floor": { "type": "flag" }, "ｆloor": { "type": "flag" } }, "conditions": [
            { "key": "c", "require": { "attribute": "floor", "is": true } },
            { "key": "C", "require": { "attribute": "floor", "is": true } } ] } }"#;
    let service = with(serde_json::from_str(text).unwrap(), "/patterns", &rows.to_string());
    finds(
        Document::Service,
        &service,
        &[
            "name.similar /rights/Ｂ.x",
            "name.similar /businesses/B",
            "name.similar /access/attributes/ｆloor",
            "name.similar /access/conditions/1/key",
            "name.similar /patterns/1/key",
        ],
    );
    // A candidate of a part may look like its user, and one account like another.
    let mut part = super::company_rows::part();
    part["approverCandidates"] = json!([{ "id": "TARO", "businesses": ["transfer"] }]);
    part["accounts"][1]["id"] = json!("ｍain");
    let found = Document::Company.check(&part.to_string());
    let found: Vec<_> = found
        .iter()
        .filter(|finding| finding.code == FindingCode::NameSimilar)
        .map(|finding| &*finding.path)
        .collect();
    assert_eq!(found, ["/accounts/1/id", "/approverCandidates/0/id"]);
}

#[test]
fn one_account_may_stand_twice_under_no_two_ids_even_among_a_thousand() {
    let mut company = Document::Company.json();
    let list = company["accounts"].as_array_mut().unwrap();
    let account = list[0].clone();
    list.extend((2..1_000).map(|at| {
        let account = with(account.clone(), "/id", &format!("\"a{at}\""));
        with(account, "/number", &format!("\"{at:07}\""))
    }));
    finds(Document::Company, &company, &[]);
    company["accounts"][999]["number"] = company["accounts"][0]["number"].clone();
    finds(Document::Company, &company, &["account.same /accounts/999/number"]);
    company["accounts"][999]["type"] = json!("2");
    finds(Document::Company, &company, &[]);
}

#[test]
fn a_thousand_names_that_look_alike_are_each_compared_with_the_first() {
    let mut company = Document::Company.json();
    let of = |at: u32| -> Value {
        let id: alloc::string::String =
            (0..10).map(|bit| if at >> bit & 1 == 1 { 'X' } else { 'x' }).collect();
        json!({ "id": id, "role": "general", "enabled": false })
    };
    company["users"].as_array_mut().unwrap().extend((0..900).map(of));
    let service = with(Document::Service.json(), "/settings/roles/maxUsers", "1000").to_string();
    let findings = Service::from_json(&service).unwrap().check_company(&company.to_string());
    assert_eq!(findings.len(), 899);
    let last = findings.iter().last().unwrap();
    assert_eq!(last.path, "/users/903/id");
    assert!(last.message(Lang::En).contains("differs from `xxxxxxxxxx` only"), "{last}");
}

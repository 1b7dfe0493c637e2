//! Whole answers, byte for byte, and what they say to people.

use alloc::string::{String, ToString};

use super::{COMPANY, service};
use crate::form::changed_fields;
use crate::terms::Bearer;
use crate::{Lang, Service};

/// The answer of a form.
#[track_caller]
fn answer(service: &Service, asks: &str) -> String {
    let mut out = String::from("> ");
    service.form_json(COMPANY, asks, &mut out).unwrap();
    out.strip_prefix("> ").unwrap().into()
}

#[test]
fn an_answer_has_its_fields_in_order() {
    let asks = r#"{ "form": "user", "change": "left", "input": { "id": "jiro\n", "limits": { "transfer": { "newAccount": 7 } } } }"#;
    assert_eq!(
        answer(&service(), asks),
        concat!(
            r#"{"outcome":"refused","reasons":[{"step":"form","code":"name.control","path":"/id","#,
            r#""message":{"ja":"「jiro\\n」に制御文字が含まれています。","en":"The name `jiro\\n` has a control character."}}],"#,
            r#""warnings":[],"missing":[],"normalised":[],"changed":["/id","/limits/transfer/newAccount"],"#,
            r#""result":{"id":"jiro\n","role":"general","enabled":false,"accounts":["main"],"#,
            r#""rights":["transfer.approve","transfer.request.preRegistered"],"limits":{"transfer":{"newAccount":7}}}}"#,
        )
    );
    let asks = r#"{ "form": "account", "change": "sub", "remove": true }"#;
    assert_eq!(
        answer(&service(), asks),
        concat!(
            r#"{"outcome":"refused","reasons":[{"step":"form","code":"account.unknown","path":"","place":"/users/2/accounts/1","#,
            r#""message":{"ja":"口座「sub」は登録されていません。","en":"The company has no account `sub`."}}],"#,
            r#""warnings":[],"missing":[],"normalised":[],"changed":["/id","/bank","/branch","/type","/number","/limits/transfer/total","#,
            r#""/limits/transfer/adHoc","/limits/transfer/preRegistered"],"result":null}"#,
        )
    );
    let asks = r#"{ "form": "feeTable", "input": { "business": "furikomi" } }"#;
    assert_eq!(
        answer(&service(), asks),
        concat!(
            r#"{"outcome":"refused","reasons":[{"step":"form","code":"form.choice","path":"/business","#,
            r#""message":{"ja":"選択肢の中から指定してください。","en":"This is not one of the choices."}}],"#,
            r#""warnings":[],"missing":["/bearer"],"normalised":[],"changed":[],"result":null}"#,
        )
    );
}

#[test]
fn the_result_of_a_company_is_its_whole_document() {
    let asks = r#"{ "form": "company", "input": { "name": null, "limits": { "bulkTransfer": "5" } } }"#;
    let mut out = String::new();
    let company = r#"{ "format": 1, "id": "x", "name": "n", "users": [ { "id": "a", "role": "master", "enabled": false } ] }"#;
    service().form_json(company, asks, &mut out).unwrap();
    assert_eq!(
        out,
        concat!(
            r#"{"outcome":"valid","reasons":[],"warnings":[{"step":"form","code":"users.administrator.none","path":"/users","#,
            r#""message":{"ja":"利用者情報を変更できる利用者（利用可能な管理者）がいません。","en":"No enabled user may change users."}}],"#,
            r#""missing":[],"normalised":[],"changed":["/limits/bulkTransfer","/name"],"#,
            r#""result":{"format":1,"id":"x","users":[{"id":"a","role":"master","enabled":false}],"#,
            r#""limits":{"bulkTransfer":"5"}}}"#,
        )
    );
}

#[test]
fn reasons_say_what_to_do_in_two_languages() {
    let asks = r#"{ "form": "user", "change": "taro", "input": { "rights": ["balanse"], "limits": { "payroll": "1,000" } } }"#;
    let answer = service().form(COMPANY, asks).unwrap();
    let texts = |lang| {
        let mut text = String::new();
        for reason in answer.reasons() {
            text.push_str(&reason.text(lang));
            text.push('\n');
        }
        text
    };
    assert_eq!(
        texts(Lang::Ja),
        "権限「balanse」は定義されていません。「balance」の誤りではありませんか。\n\
         「1,000」は金額として正しくありません。「30000」のように、桁区切りのない半角数字で指定してください。\n"
    );
    assert_eq!(
        texts(Lang::En),
        "The service has no right `balanse`. Did you mean `balance`?\n\
         `1,000` is not an amount. Write digits without separators, such as \"30000\".\n"
    );
}

#[test]
fn changed_fields_are_leaves_that_differ() {
    for (before, after, want, why) in [
        (r"{}", r"{}", &[][..], "nothing at all"),
        (r#"{ "a": 100 }"#, r#"{ "a": "100" }"#, &[], "an amount in either spelling"),
        (r#"{ "a": "1e2" }"#, r#"{ "a": 100 }"#, &["/a"], "numbers are what they are spelt"),
        (r#"{ "a": true }"#, r#"{ "a": "true" }"#, &["/a"], "a flag is no text"),
        (r#"{ "a": null }"#, r#"{ "a": "null" }"#, &["/a"], "nor is null"),
        (r#"{ "b": 1, "a": 2 }"#, r#"{ "a": 2, "b": 1 }"#, &[], "the order of members does not count"),
        (r#"{ "a": "\u0061" }"#, r#"{ "a": "a" }"#, &[], "nor do escapes"),
        (r#"{ "a": ["x", "y"] }"#, r#"{ "a": ["y", "x"] }"#, &["/a"], "a list is one value"),
        (r#"{ "a": ["x"] }"#, r#"{ "a": ["x", "y"] }"#, &["/a"], "and so is a longer one"),
        (r#"{ "a": [{ "p": 1, "q": "2" }] }"#, r#"{ "a": [{ "q": 2, "p": "1" }] }"#, &[], "the same list"),
        (r#"{ "a": [{ "p": 1 }] }"#, r#"{ "a": [{ "q": 1 }] }"#, &["/a"], "another key in a list"),
        (
            r#"{ "a": { "b": 1, "c": 2 } }"#,
            r#"{ "a": { "c": 3, "d": 4 } }"#,
            &["/a/c", "/a/d", "/a/b"],
            "leaves, new ones first",
        ),
        (r#"{ "a": { "b": 1 } }"#, r#"{ "a": 1 }"#, &["/a", "/a/b"], "a leaf in the place of an object"),
        (r#"{ "a": 1 }"#, r#"{ "a": { "b": 1 } }"#, &["/a/b", "/a"], "an object in the place of a leaf"),
        (r#"{ "a": {} }"#, r#"{ "b": {} }"#, &[], "an empty object has no leaf"),
        (r"{}", r#"{ "a/b": { "~": 1 } }"#, &["/a~1b/~0"], "pointers are escaped"),
    ] {
        assert_eq!(changed_fields(before, after).unwrap(), want, "{why}");
    }
    for (before, after, want) in [
        ("[]", "{}", "an object is expected (at ``)"),
        ("{}", "1", "an object is expected (at ``)"),
        ("{}", "{", "the text is not JSON: the text ends too early (at ``)"),
        (r#"{ "a": 1, "a": 1 }"#, "{}", "the field `a` stands twice (at `/a`)"),
    ] {
        assert_eq!(changed_fields(before, after).unwrap_err().to_string(), want);
    }
}

#[track_caller]
fn copied(service: &Service, business: &str, bearer: Bearer, day: &str) -> String {
    let mut out = String::new();
    match service.copy_fees_json(business, bearer, day, &mut out) {
        Ok(()) => out,
        Err(error) => {
            assert_eq!(out, "", "nothing is appended");
            alloc::format!("{} {error}", error.code())
        }
    }
}

#[test]
fn the_banks_table_in_force_is_copied() {
    let service = service();
    for (business, bearer, day, want) in [
        (
            "transfer",
            Bearer::Payee,
            "2024-09-30",
            r#"[{"from":"2024-09-30","sameBranch":[{"from":"0","fee":"0"}],"ownBank":[{"from":"0","fee":"55"}],"otherBank":[{"from":"0","fee":"220"},{"from":"30000","fee":"440"}]}]"#,
        ),
        (
            "transfer",
            Bearer::Payee,
            "2024-10-01",
            r#"[{"from":"2024-10-01","sameBranch":[{"from":"0","fee":"0"}],"ownBank":[{"from":"0","fee":"55"}],"otherBank":[{"from":"0","fee":"110"},{"from":"30000","fee":"330"}]}]"#,
        ),
        (
            "transfer",
            Bearer::Payee,
            "2019-09-30",
            "fee.noTableInForce no table of `transfer` is in force on 2019-09-30 (at `/day`)",
        ),
        (
            "transfer",
            Bearer::Payer,
            "2024-10-01",
            "fee.notOffered the bank does not offer fees of the payer for `transfer` (at `/bearer`)",
        ),
        (
            "furikomi",
            Bearer::Payee,
            "2024-10-01",
            "request.business.unknown there is no business `furikomi` (at `/business`)",
        ),
        ("transfer", Bearer::Payee, "2024-02-30", "form.date `2024-02-30` is not a day (at `/day`)"),
    ] {
        assert_eq!(copied(&service, business, bearer, day), want, "{business} {day}");
    }
}

#[test]
fn rates_and_taxed_tables_are_copied_as_the_bank_writes_them() {
    let mut json: serde_json::Value = serde_json::from_str(super::SERVICE).unwrap();
    json["settings"]["fee"]["tax"] = "exclusive".into();
    for kind in ["payroll", "bonus"] {
        json["businesses"][kind]["fees"] = serde_json::json!({ "payerBorne": {} });
    }
    let service = Service::from_json(&serde_json::to_string(&json).unwrap()).unwrap();
    assert_eq!(
        copied(&service, "bonus", Bearer::Payer, "2026-04-01"),
        concat!(
            r#"[{"from":"2026-04-01","sameBranch":[{"from":"0","fee":"0"}],"ownBank":[{"from":"0","fee":"0"}],"#,
            r#""otherBank":[{"from":"0","rate":"0.005","min":"100","max":"1000","round":"up"}]}]"#,
        )
    );
    assert_eq!(
        copied(&service, "payroll", Bearer::Payer, "2026-04-01"),
        concat!(
            r#"[{"from":"2026-04-01","sameBranch":[{"from":"0","fee":"0"}],"ownBank":[{"from":"0","fee":"0"}],"#,
            r#""otherBank":[{"from":"0","fee":"110"}]}]"#,
        ),
        "without the tax that the bank adds"
    );
}

#[test]
fn a_copied_table_may_be_taken_over() {
    let service = service();
    for business in ["transfer", "bulkTransfer"] {
        let tables = copied(&service, business, Bearer::Payee, "2026-11-24");
        let asks = alloc::format!(
            r#"{{ "form": "feeTable", "input": {{ "business": "{business}", "bearer": "payee", "basis": "individual", "tables": {tables} }} }}"#
        );
        assert_eq!(service.form(COMPANY, &asks).unwrap().outcome().name(), "valid", "{business}");
    }
}

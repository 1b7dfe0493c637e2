//! Questions that have no answer.

use alloc::string::String;

use super::{COMPANY, service};

const PART: &str = r#"{ "format": 1, "id": "x", "part": { "user": "a" }, "users": [{ "id": "a", "role": "general", "enabled": true }] }"#;

#[track_caller]
fn error(company: &str, asks: &str) -> String {
    let mut out = String::from("as it was");
    let error = service().form_json(company, asks, &mut out).unwrap_err();
    assert_eq!(out, "as it was");
    alloc::format!("{} {error}", error.code())
}

#[test]
fn a_question_that_cannot_be_read_has_no_answer() {
    for (asks, want) in [
        ("", "request.json the text is not JSON: the text ends too early (at ``)"),
        (r#"{ "form": "user" "#, "request.json the text is not JSON: the text ends too early (at ``)"),
        ("[]", "request.type an object is expected (at ``)"),
        ("{}", "request.form `form` says which form it is (at `/form`)"),
        (r#"{ "form": "bank" }"#, "request.form there is no form `bank` (at `/form`)"),
        (r#"{ "form": 1 }"#, "request.type a text is expected (at `/form`)"),
        (r#"{ "form": "user", "input": [] }"#, "request.type an object is expected (at `/input`)"),
        (r#"{ "form": "user", "change": 5 }"#, "request.type a text is expected (at `/change`)"),
        (r#"{ "form": "user", "remove": "yes" }"#, "request.type true or false is expected (at `/remove`)"),
        (
            r#"{ "form": "user", "inputs": {} }"#,
            "request.field.unknown there is no field `inputs` here (at `/inputs`)",
        ),
        (
            r#"{ "form": "user", "input": { "limits": { "transfer": { "newAccount": 1, "newAccount": 2 } } } }"#,
            "request.field.duplicate the field `newAccount` stands twice (at `/input/limits/transfer/newAccount`)",
        ),
    ] {
        assert_eq!(error(COMPANY, asks), want, "{asks}");
    }
    let long = alloc::format!(r#"{{ "form": "user", "input": {{ "id": "{}" }} }}"#, "a".repeat(1_025));
    assert_eq!(
        error(COMPANY, &long),
        "request.text.long the text has 1025 bytes, more than the 1024 allowed (at `/input/id`)"
    );
}

#[test]
fn fields_that_the_form_has_not_are_no_typing_errors_of_a_person() {
    for (asks, want) in [
        (
            r#"{ "form": "company", "input": { "users": [] } }"#,
            "request.field.unknown there is no field `users` here (at `/input/users`)",
        ),
        (
            r#"{ "form": "user", "input": { "loginPassword": "secret" } }"#,
            "request.field.unknown there is no field `loginPassword` here (at `/input/loginPassword`)",
        ),
        (
            r#"{ "form": "user", "input": { "business": "transfer" } }"#,
            "request.field.unknown there is no field `business` here (at `/input/business`)",
        ),
    ] {
        assert_eq!(error(COMPANY, asks), want, "{asks}");
    }
}

#[test]
fn members_of_the_question_go_together() {
    for (asks, want) in [
        (
            r#"{ "form": "user", "change": "nobody" }"#,
            "request.form the company has no user `nobody` (at `/change`)",
        ),
        (
            r#"{ "form": "account", "change": "taro" }"#,
            "request.form the company has no account `taro` (at `/change`)",
        ),
        (
            r#"{ "form": "company", "change": "ans" }"#,
            "request.form the form `company` has no `change` (at `/change`)",
        ),
        (
            r#"{ "form": "feeTable", "change": "x" }"#,
            "request.form the form `feeTable` has no `change` (at `/change`)",
        ),
        (
            r#"{ "form": "company", "remove": true }"#,
            "request.form a company cannot be taken out of its own document (at `/remove`)",
        ),
        (
            r#"{ "form": "user", "remove": true }"#,
            "request.form `change` says what is taken out (at `/change`)",
        ),
        (
            r#"{ "form": "user", "change": "taro", "remove": true, "input": {} }"#,
            "request.form `remove` goes without `input` (at `/input`)",
        ),
        (
            r#"{ "form": "feeTable", "remove": true, "input": { "business": "transfer", "bearer": "payee", "basis": "standard" } }"#,
            "request.field.unknown there is no field `basis` here (at `/input/basis`)",
        ),
        (
            r#"{ "form": "feeTable", "remove": true, "input": { "business": "payroll", "bearer": "payee" } }"#,
            "request.form the company has no `payeeBorne` fees for `payroll` (at `/input`)",
        ),
        (
            r#"{ "form": "group", "change": "nobody" }"#,
            "request.form the company has no group `nobody` (at `/change`)",
        ),
        (
            r#"{ "form": "group", "remove": true }"#,
            "request.form `change` says what is taken out (at `/change`)",
        ),
    ] {
        assert_eq!(error(COMPANY, asks), want, "{asks}");
    }
}

#[test]
fn rows_are_alone_and_of_a_form_that_makes_elements() {
    for (asks, want) in [
        (
            r#"{ "form": "company", "rows": [{}] }"#,
            "request.form the form `company` has no `rows` (at `/rows`)",
        ),
        (
            r#"{ "form": "feeTable", "rows": [{}] }"#,
            "request.form the form `feeTable` has no `rows` (at `/rows`)",
        ),
        (r#"{ "form": "user", "rows": {} }"#, "request.type a list is expected (at `/rows`)"),
        (r#"{ "form": "user", "rows": [] }"#, "request.form `rows` has 1 to 1000 rows (at `/rows`)"),
        (r#"{ "form": "user", "rows": [{}, 1] }"#, "request.type an object is expected (at `/rows/1`)"),
        (
            r#"{ "form": "user", "rows": [{}], "input": {} }"#,
            "request.form `rows` goes without `input` (at `/input`)",
        ),
        (
            r#"{ "form": "user", "rows": [{}], "change": "taro" }"#,
            "request.form `rows` goes without `change` (at `/change`)",
        ),
        (
            r#"{ "form": "user", "rows": [{}], "items": [] }"#,
            "request.form `rows` goes without `items` (at `/items`)",
        ),
        (
            r#"{ "form": "user", "rows": [{}], "remove": false }"#,
            "request.form `rows` goes without `remove` (at `/remove`)",
        ),
        (
            r#"{ "form": "user", "rows": [{}, { "loginId": "x" }] }"#,
            "request.field.unknown there is no field `loginId` here (at `/rows/1/loginId`)",
        ),
    ] {
        assert_eq!(error(COMPANY, asks), want, "{asks}");
    }
    let rows = |count: usize| {
        alloc::format!(r#"{{ "form": "account", "rows": [{}] }}"#, alloc::vec!["{}"; count].join(","))
    };
    assert_eq!(error(COMPANY, &rows(1_001)), "request.form `rows` has 1 to 1000 rows (at `/rows`)");
    let mut out = String::new();
    assert_eq!(
        service().form_json(COMPANY, &rows(1_000), &mut out).unwrap(),
        crate::FormOutcome::Refused,
        "so many are answered, but two accounts are there already"
    );
}

#[test]
fn the_company_must_load_and_be_whole() {
    let asks = r#"{ "form": "user" }"#;
    for (company, want) in [
        (
            "",
            "request.form the company document does not load: the text is not JSON: the text ends too early (at ``)",
        ),
        (
            r#"{ "format": 2, "id": "x", "users": [] }"#,
            "request.form the company document does not load: format `2` is not known, only 1 is (at ``)",
        ),
        (
            PART,
            "request.form a part has no form but `request`, only the whole company document has the others (at ``)",
        ),
    ] {
        assert_eq!(error(company, asks), want);
    }
}

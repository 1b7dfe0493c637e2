//! Bank, branch, type and number of a payee have the shape of accounts.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{company, filled, payroll, says, transfer, verdict, with_rules};

/// The reasons of a text in a field of the payee, without the field.
fn of_code(company: &crate::Company, field: &str, text: &str) -> Vec<String> {
    let lines = says(company, &transfer(&json!({ "payee": { field: text } })));
    let path = alloc::format!(" /payee/{field}");
    lines.into_iter().map(|line| line.replace(&path, "").replace("form.", "")).collect()
}

#[test]
fn codes_of_a_payee_have_the_shape_of_japan() {
    let company = company(&json!({}));
    for (field, text, want, why) in [
        ("bank", "0002", [].as_slice(), "four digits"),
        ("bank", "002", &["tooShort min=4"], "one too few"),
        ("bank", "00002", &["tooLong max=4"], "one too many"),
        ("bank", "000x", &["characters expected=digits at=3 character=x"], "a letter"),
        (
            "bank",
            "０００２",
            &["characters expected=digits at=0 character=０"],
            "full width: the same digits to the eye",
        ),
        ("bank", "+002", &["characters expected=digits at=0 character=+"], "a sign is no digit"),
        ("bank", "٠٠٠٢", &["characters expected=digits at=0 character=٠"], "digits of another script"),
        ("branch", "201", &[], "three digits"),
        ("branch", "1", &["tooShort min=3"], "the zeros in front belong to it"),
        ("branch", "0201", &["tooLong max=3"], "one too many"),
        ("type", "1", &[], "one digit"),
        ("type", "01", &["tooLong max=1"], "two"),
        ("type", "普", &["characters expected=digits at=0 character=普"], "the word of it"),
        ("number", "1234567", &[], "seven digits"),
        ("number", "123456", &["tooShort min=7"], "one too few"),
        ("number", "12345678", &["tooLong max=7"], "one too many"),
        ("number", "123-456", &["characters expected=digits at=3 character=-"], "a hyphen"),
    ] {
        assert_eq!(of_code(&company, field, text), want, "{field} {text}: {why}");
        let fee = &verdict(&company, &transfer(&json!({ "payee": { field: text } })))["fee"];
        assert_eq!(fee.is_null(), !want.is_empty(), "{field} {text}: no quote where there is a reason");
    }
}

/// Another country's accounts, in documents and of payees.
#[test]
fn a_service_may_state_another_shape() {
    let shapes = json!({ "settings": { "account": {
        "bank": { "characters": "alphanumerics", "minLength": 4, "maxLength": 11 }, "branch": { "maxLength": 3 },
        "type": 1, "number": { "characters": "digits", "minLength": 6 }
    } } });
    let company = company(&shapes);
    for (field, text, want, why) in [
        ("bank", "DEUTDEFF500", [].as_slice(), "eleven"),
        ("bank", "DEU", &["tooShort min=4"], "three"),
        ("bank", "DEUTDEFF5001", &["tooLong max=11"], "twelve"),
        (
            "bank",
            "DEUT-EFF",
            &["characters expected=alphanumerics at=4 character=-"],
            "no letter and no digit",
        ),
        ("branch", "1", &[], "from one on"),
        ("branch", "1234", &["tooLong max=3"], "up to three"),
        ("branch", "A", &["characters expected=digits at=0 character=A"], "digits unless letters are stated"),
        ("number", "12345678901234567890123456789012345", &[], "35 where no most is stated"),
        ("number", "12345", &["tooShort min=6"], "five"),
    ] {
        assert_eq!(of_code(&company, field, text), want, "{field} {text}: {why}");
    }
}

/// `charset.policy` holds for the shape of accounts as for any rule.
#[test]
fn codes_are_normalised_where_texts_are() {
    let company = company(&json!({ "settings": { "charset": { "policy": "normalise" } } }));
    let request = transfer(
        &json!({ "payee": { "bank": "０００１", "branch": "１01", "type": "１", "number": "１２３４５６７" } }),
    );
    let answer = verdict(&company, &request);
    assert_eq!(answer["fee"]["bankFee"], json!("0"), "the own bank, as it is read");
    assert_eq!(
        answer["normalised"],
        json!([
            { "path": "/payee/bank", "value": "0001" }, { "path": "/payee/branch", "value": "101" },
            { "path": "/payee/type", "value": "1" }, { "path": "/payee/number", "value": "1234567" }
        ])
    );
    let bad = ["characters expected=digits at=0 character=Ａ"];
    assert_eq!(of_code(&company, "bank", "ＡＢＣＤ"), bad, "letters stay letters");
}

/// A rule of the service for the field takes the place of the shape, in the businesses that it is for.
#[test]
fn a_rule_of_the_field_holds_in_place_of_the_shape() {
    let own = |businesses: Value| {
        company(&json!({ "fields": { "request": { "payee.bank": {
            "characters": "alphanumerics", "maxLength": 8, "businesses": businesses
        } } } }))
    };
    assert_eq!(of_code(&own(json!(["transfer"])), "bank", "DEUTDEFF"), [""; 0]);
    assert_eq!(of_code(&own(json!(["transfer"])), "branch", "1"), ["tooShort min=3"], "of this field alone");
    let elsewhere = ["characters expected=digits at=0 character=D", "tooLong max=4"];
    assert_eq!(
        of_code(&own(json!(["payroll"])), "bank", "DEUTDEFF"),
        elsewhere,
        "a rule of another business"
    );
    let with_rules = with_rules(&json!({}));
    let number = json!({ "payee": { "number": "12" } });
    let lines = says(&with_rules, &filled(&number));
    assert_eq!(lines.is_empty(), !verdict(&with_rules, &filled(&number))["fee"].is_null(), "{lines:?}");
}

/// Typing a wrong account takes no reason away: limits go by what is known without it.
#[test]
fn a_wrong_account_hides_no_limit() {
    let company = company(&json!({ "ceilings": { "perItem": "20000" } }));
    let request = transfer(&json!({ "payee": { "number": "12" } }));
    let lines = says(&company, &request);
    assert_eq!(lines, ["form.tooShort /payee/number min=7", "limit.perItem /payment max=20000"]);
    assert_eq!(verdict(&company, &request)["fee"], Value::Null);
}

/// Each item by itself: the others keep their quotes, the batch has none.
#[test]
fn an_item_with_a_wrong_account_has_no_quote() {
    let company = company(&json!({}));
    let request = payroll(&json!({ "items": [
        { "payee": { "bank": "0001", "branch": "101" }, "payment": "1000" },
        { "payee": { "bank": "0002", "branch": "2" }, "payment": "1000" },
        { "payee": { "bank": "0002", "branch": "201", "type": "1", "number": "7654321" }, "payment": "1000" }
    ] }));
    assert_eq!(says(&company, &request), ["form.tooShort /items/1/payee/branch min=3"]);
    let answer = verdict(&company, &request);
    let fees: Vec<bool> =
        answer["items"].as_array().unwrap().iter().map(|item| !item["fee"].is_null()).collect();
    assert_eq!((answer["fee"].clone(), fees.as_slice()), (Value::Null, [true, false, true].as_slice()));
}

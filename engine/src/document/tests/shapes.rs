//! Shapes of accounts (`settings.account`).

use alloc::string::ToString;

use serde_json::{Value, json};

use super::{Document, SERVICE, only, with};
use crate::Service;
use crate::finding::FindingCode;
use crate::lang::Lang;

/// The codes that are tested here.
pub(super) const CODES: [FindingCode; 1] = [FindingCode::CodeShape];

fn shaped(account: &Value) -> Service {
    let settings = with(serde_json::from_str(SERVICE).unwrap(), "/settings/account", &account.to_string());
    Service::from_json(&settings.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
}

#[test]
fn accounts_of_documents_have_the_shape() {
    let service = shaped(&json!({
        "bank": { "characters": "alphanumerics", "minLength": 4, "maxLength": 6 }, "number": { "maxLength": 7 }
    }));
    let check = |at: &str, text: &str| {
        service.check_company(&with(Document::Company.json(), at, &json!(text).to_string()).to_string())
    };
    for (at, good, bad, en, ja) in [
        (
            "bank",
            "AB12",
            "AB1",
            "`AB1` is not a code of 4 to 6 digits and letters",
            "「AB1」は4文字以上6文字以下の半角英数字ではありません",
        ),
        (
            "bank",
            "ABC123",
            "ABC1234",
            "`ABC1234` is not a code of 4 to 6 digits and letters",
            "「ABC1234」は4文字以上6文字以下の半角英数字ではありません",
        ),
        (
            "bank",
            "0034",
            "003４",
            "`003４` is not a code of 4 to 6 digits and letters",
            "「003４」は4文字以上6文字以下の半角英数字ではありません",
        ),
        (
            "number",
            "1",
            "",
            "`` is not a code of 1 to 7 digits",
            "「」は1文字以上7文字以下の半角数字ではありません",
        ),
        (
            "number",
            "1234567",
            "12345678",
            "`12345678` is not a code of 1 to 7 digits",
            "「12345678」は1文字以上7文字以下の半角数字ではありません",
        ),
    ] {
        let at = alloc::format!("/accounts/0/{at}");
        assert!(!check(&at, good).has_errors(), "{at} {good}");
        let findings = check(&at, bad);
        let finding = only(&findings);
        assert_eq!((finding.code, &*finding.path), (FindingCode::CodeShape, &*at));
        assert_eq!((finding.message(Lang::En), finding.message(Lang::Ja)), (en.into(), ja.into()));
    }
}

#[test]
fn a_shape_is_a_number_or_an_object() {
    let base: Value = serde_json::from_str(SERVICE).unwrap();
    for (account, code, path) in [
        (json!({ "bank": 0 }), FindingCode::NumberRange, "/settings/account/bank"),
        (json!({ "bank": 36 }), FindingCode::NumberRange, "/settings/account/bank"),
        (json!({ "bank": "4" }), FindingCode::TypeWrong, "/settings/account/bank"),
        (json!({ "iban": 4 }), FindingCode::FieldUnknown, "/settings/account/iban"),
        (
            json!({ "type": { "characters": "letters" } }),
            FindingCode::ChoiceUnknown,
            "/settings/account/type/characters",
        ),
        (
            json!({ "type": { "minLength": 4, "maxLength": 3 } }),
            FindingCode::FieldsRange,
            "/settings/account/type/minLength",
        ),
        (json!({ "type": { "minLength": 0 } }), FindingCode::NumberRange, "/settings/account/type/minLength"),
        (
            json!({ "type": { "maxLength": 36 } }),
            FindingCode::NumberRange,
            "/settings/account/type/maxLength",
        ),
    ] {
        let findings =
            Service::check(&with(base.clone(), "/settings/account", &account.to_string()).to_string());
        let finding = only(&findings);
        assert_eq!((finding.code, &*finding.path), (code, path), "{account}");
    }
    for account in [json!({}), json!({ "bank": 1, "number": 35 }), json!({ "type": {} })] {
        let text = with(base.clone(), "/settings/account", &account.to_string()).to_string();
        assert!(!Service::check(&text).has_errors(), "{account}");
    }
}

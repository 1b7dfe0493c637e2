//! What may be wrong with field rules.

use alloc::format;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, Row, check_rows, finds, with};
use crate::Service;
use crate::finding::FindingCode;

/// A service with rules for a request and for the form of a user.
fn base() -> Value {
    let fields = r#"{
        "request": {
            "payee.name": { "required": true, "characters": "zenginName", "also": "ｰ", "minLength": 1, "maxLength": 30 },
            "payee.number": [
                { "characters": "digits", "minLength": 7, "maxLength": 7, "businesses": ["transfer"] },
                { "characters": "alphanumerics", "maxBytes": 10 }
            ],
            "senderName": { "list": ["ｶﾌﾞﾆﾁﾛ", "ｶ)ﾔﾏﾀﾞ"] },
            "payment": { "required": true, "min": "1", "max": "9999999999" }
        },
        "company": {}, "account": {}, "feeTable": {},
        "user": {
            "loginId": { "characters": "alphanumerics", "minLength": 6, "maxLength": 12, "mix": ["letter", "digit"], "typedTwice": true },
            "password": { "unequalTo": ["loginId", "id"] },
            "dailyLimit": { "min": "0" },
            "certificate": { "shape": "k000000.p12" }
        }
    }"#;
    with(Document::Service.json(), "/fields", fields)
}

/// Put into the service with rules.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::FieldUnknown, "/fields/request/payee.nmae", "{}", "")
        .says("there is no field `payee.nmae` here", "項目「payee.nmae」はここには指定できません")
        .hints("did you mean `payee.name`?", "「payee.name」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields/user/loginId/maxLenght", "12", "")
        .says("there is no field `maxLenght` here", "項目「maxLenght」はここには指定できません")
        .hints("did you mean `maxLength`?", "「maxLength」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields/feetable", "{}", "")
        .says("there is no field `feetable` here", "項目「feetable」はここには指定できません")
        .hints("did you mean `feeTable`?", "「feeTable」の誤りではありませんか"),
    Row::new(FindingCode::FieldUnknown, "/fields/user/password/unequalTo/0", r#""loginID""#, r#""limits.transfer""#)
        .says("there is no field `loginID` here", "項目「loginID」はここには指定できません")
        .hints("did you mean `loginId`?", "「loginId」の誤りではありませんか"),
    Row::new(FindingCode::ChoiceUnknown, "/fields/user/loginId/characters", r#""alphanumeric""#, r#""alphanumerics""#)
        .says(
            "`alphanumeric` is not one of `any`, `digits`, `alphanumerics`, `alphanumericsAndSymbols`, `halfWidth`, `fullWidth`, `fullWidthCp932`, `fullOrHalfWidth`, `fullOrHalfWidthCp932`, `mail`, `zenginName`, `zenginPayroll`, `zenginBranch`, `zenginEdi`",
            "「alphanumeric」は指定できません（指定できる値: `any`, `digits`, `alphanumerics`, `alphanumericsAndSymbols`, `halfWidth`, `fullWidth`, `fullWidthCp932`, `fullOrHalfWidth`, `fullOrHalfWidthCp932`, `mail`, `zenginName`, `zenginPayroll`, `zenginBranch`, `zenginEdi`）",
        )
        .hints("did you mean `alphanumerics`?", "「alphanumerics」の誤りではありませんか"),
    Row::new(FindingCode::ChoiceUnknown, "/fields/user/loginId/mix/1", r#""number""#, r#""symbol""#)
        .says(
            "`number` is not one of `letter`, `digit`, `upper`, `lower`, `symbol`",
            "「number」は指定できません（指定できる値: `letter`, `digit`, `upper`, `lower`, `symbol`）",
        ),
    Row::new(FindingCode::ListEmpty, "/fields/user/loginId/mix", "[]", r#"["upper"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListEmpty, "/fields/request/senderName/list", "[]", r#"["ｶ"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListEmpty, "/fields/request/payee.number", "[]", "[{}]")
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListEmpty, "/fields/request/payee.number/0/businesses", "[]", r#"["payroll"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListDuplicate, "/fields/request/senderName/list/1", r#""ｶﾌﾞﾆﾁﾛ""#, r#""ｶﾌﾞﾆﾁﾗ""#)
        .says("`ｶﾌﾞﾆﾁﾛ` stands twice in the list", "「ｶﾌﾞﾆﾁﾛ」が重複して指定されています"),
    Row::new(FindingCode::ListDuplicate, "/fields/request/payee.number/0/businesses/-", r#""transfer""#, r#""bonus""#)
        .path("/fields/request/payee.number/0/businesses/1")
        .says("`transfer` stands twice in the list", "「transfer」が重複して指定されています"),
    Row::new(FindingCode::NameEmpty, "/fields/request/senderName/list/0", r#""""#, r#"" ""#)
        .says("a name must not be empty", "名称またはコードが空欄です"),
    Row::new(FindingCode::BusinessUnknown, "/fields/request/payee.number/0/businesses/0", r#""transfers""#, r#""directDebit""#)
        .says("the service has no business `transfers`", "業務「transfers」は取り扱っていません")
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::NumberRange, "/fields/request/payee.name/minLength", "0", "1")
        .says("`0` is not a whole number from 1 to 1024", "「0」は1以上1024以下の整数ではありません"),
    Row::new(FindingCode::NumberRange, "/fields/request/payee.name/maxLength", "1025", "1024")
        .says("`1025` is not a whole number from 1 to 1024", "「1025」は1以上1024以下の整数ではありません"),
    Row::new(FindingCode::TypeWrong, "/fields/request/payee.name/required", "1", "false")
        .says(
            "`true` or `false` is expected here, not a number",
            "trueまたはfalseを指定してください（数値が指定されています）",
        ),
    Row::new(FindingCode::AmountMalformed, "/fields/request/payment/min", r#""1,000""#, r#""1000""#)
        .says("`1,000` is not an amount", "「1,000」は金額として正しくありません")
        .hints("write digits without separators, such as \"30000\"", "「30000」のように、桁区切りのない半角数字で指定してください"),
    Row::new(FindingCode::FieldsAlso, "/fields/request/payee.name/also", r#""ｰー""#, r#""ｰ¥~ ""#)
        .says("`ー` is not a half-width character", "「ー」は半角文字ではありません"),
    Row::new(FindingCode::FieldsRange, "/fields/request/payee.name/minLength", "31", "30")
        .says("the least, 31, is above the most, 30", "下限（31）が上限（30）を超えています"),
    Row::new(FindingCode::FieldsRange, "/fields/request/payment/min", r#""10000000000""#, r#""9999999999""#)
        .says(
            "the least, 10000000000, is above the most, 9999999999",
            "下限（10000000000）が上限（9999999999）を超えています",
        ),
    Row::new(FindingCode::FieldsMixed, "/fields/user/dailyLimit/characters", r#""digits""#, "")
        .says(
            "`characters` cannot stand beside `min` or `max`",
            "「characters」は金額の範囲（`min`、`max`）と同時に指定できません",
        ),
    Row::new(FindingCode::FieldsMixed, "/fields/user/loginId", r#"{ "max": "1", "maxLength": 5 }"#, r#"{ "max": "1", "typedTwice": true }"#)
        .path("/fields/user/loginId/maxLength")
        .says(
            "`maxLength` cannot stand beside `min` or `max`",
            "「maxLength」は金額の範囲（`min`、`max`）と同時に指定できません",
        ),
    Row::new(FindingCode::FieldsMember, "/fields/request/payee.name/typedTwice", "true", "")
        .says("`typedTwice` cannot be asked of a field of a request", "依頼の項目の規則に「typedTwice」は指定できません"),
    Row::new(FindingCode::FieldsMember, "/fields/request/payee.name/required", r#""new""#, "true")
        .says("`new` cannot be asked of a field of a request", "依頼の項目の規則に「new」は指定できません"),
    Row::new(FindingCode::FieldsMember, "/fields/request/payee.name/unequalTo", r#"["edi"]"#, "")
        .says("`unequalTo` cannot be asked of a field of a request", "依頼の項目の規則に「unequalTo」は指定できません"),
    Row::new(FindingCode::FieldsMember, "/fields/request/payment/maxLength", "10", "")
        .says("`maxLength` cannot be asked of the payment of a request", "依頼の支払金額の規則に「maxLength」は指定できません"),
    Row::new(FindingCode::FieldsMember, "/fields/user/loginId/businesses", r#"["transfer"]"#, "")
        .says("`businesses` cannot be asked of a field of this form", "この画面の項目の規則に「businesses」は指定できません"),
    // A shape.
    Row::new(FindingCode::FieldsShape, "/fields/user/certificate/shape", r#""""#, r#"" ""#)
        .says(
            "`` is no shape: it has 1 to 64 bytes, and a character behind each `\\`",
            "「」は形式（`shape`）として正しくありません（64バイト以内で指定し、`\\`の後には必ず文字を続けてください）",
        ),
    Row::new(FindingCode::FieldsShape, "/fields/user/certificate/shape", r#""k\\""#, r#""k\\\\""#)
        .says(
            "`k\\` is no shape: it has 1 to 64 bytes, and a character behind each `\\`",
            "「k\\」は形式（`shape`）として正しくありません（64バイト以内で指定し、`\\`の後には必ず文字を続けてください）",
        ),
    Row::new(FindingCode::FieldsShape, "/fields/user/certificate/shape", r#""00000000000000000000000000000000000000000000000000000000000000000""#, r#""0000000000000000000000000000000000000000000000000000000000000000""#)
        .says(
            "`00000000000000000000000000000000000000000000000000000000000000000` is no shape: it has 1 to 64 bytes, and a character behind each `\\`",
            "「00000000000000000000000000000000000000000000000000000000000000000」は形式（`shape`）として正しくありません（64バイト以内で指定し、`\\`の後には必ず文字を続けてください）",
        ),
    Row::new(FindingCode::TypeWrong, "/fields/user/certificate/shape", "12", r#""00""#)
        .says("a text is expected here, not a number", "文字列を指定してください（数値が指定されています）"),
    Row::new(FindingCode::FieldsMember, "/fields/request/payment/shape", r#""000""#, "")
        .says("`shape` cannot be asked of the payment of a request", "依頼の支払金額の規則に「shape」は指定できません"),
    Row::new(FindingCode::FieldsMixed, "/fields/user/dailyLimit/shape", r#""000""#, "")
        .says("`shape` cannot stand beside `min` or `max`", "「shape」は金額の範囲（`min`、`max`）と同時に指定できません"),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "k000000.p12", "minLength": 12 }"#, r#"{ "shape": "k000000.p12", "minLength": 11 }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `k000000.p12` and what `minLength` asks for",
            r"形式「k000000.p12」と「minLength」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "k000000.p12", "maxLength": 10 }"#, r#"{ "shape": "k000000.p12", "maxLength": 11 }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `k000000.p12` and what `maxLength` asks for",
            r"形式「k000000.p12」と「maxLength」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "番号-00", "maxBytes": 6 }"#, r#"{ "shape": "番号-00", "maxBytes": 7 }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `番号-00` and what `maxBytes` asks for",
            r"形式「番号-00」と「maxBytes」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "k000000.p12", "characters": "alphanumerics" }"#, r#"{ "shape": "k000000.p12", "characters": "alphanumerics", "also": "." }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `k000000.p12` and what `characters` asks for",
            r"形式「k000000.p12」と「characters」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "0", "characters": "fullWidth" }"#, r#"{ "shape": "０", "characters": "fullWidth" }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `0` and what `characters` asks for",
            r"形式「0」と「characters」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "A", "characters": "digits", "also": "a" }"#, r#"{ "shape": "A", "characters": "digits", "also": "Z" }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `A` and what `characters` asks for",
            r"形式「A」と「characters」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "aa@a0", "characters": "mail" }"#, r#"{ "shape": "aa@aa", "characters": "mail" }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `aa@a0` and what `characters` asks for",
            r"形式「aa@a0」と「characters」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "k000000.p12", "mix": ["lower", "upper"] }"#, r#"{ "shape": "k000000.p12", "mix": ["lower", "letter", "digit", "symbol"] }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `k000000.p12` and what `mix` asks for",
            r"形式「k000000.p12」と「mix」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "\\A", "mix": ["digit"] }"#, r#"{ "shape": "\\0", "mix": ["digit"] }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `\A` and what `mix` asks for",
            r"形式「\A」と「mix」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "A0", "list": ["A", "a0", "A00", "AA"] }"#, r#"{ "shape": "A0", "list": ["A", "B7"] }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `A0` and what `list` asks for",
            r"形式「A0」と「list」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "A0", "list": ["B7"], "characters": "digits", "also": "A" }"#, r#"{ "shape": "A0", "list": ["A7"], "characters": "digits", "also": "A" }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `A0` and what `list` asks for",
            r"形式「A0」と「list」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": " \\ ", "required": true }"#, r#"{ "shape": " \\ " }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape ` \ ` and what `required` asks for",
            r"形式「 \ 」と「required」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/user/certificate", r#"{ "shape": "　", "required": "new" }"#, r#"{ "shape": "　", "required": false }"#)
        .path("/fields/user/certificate/shape")
        .says(
            r"no text has the shape `　` and what `required` asks for",
            r"形式「　」と「required」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsShapeNever, "/fields/request/payee.name", r#"{ "shape": " ", "required": true }"#, r#"{ "shape": "-", "required": true }"#)
        .path("/fields/request/payee.name/shape")
        .says(
            r"no text has the shape ` ` and what `required` asks for",
            r"形式「 」と「required」の両方を満たす入力はありません",
        ),
    Row::new(FindingCode::FieldsUnequalToSelf, "/fields/user/password/unequalTo/0", r#""password""#, r#""loginId""#)
        .says(
            "`password` cannot be unequal to itself",
            "「password」と異なることを求める項目に、同じ「password」は指定できません",
        ),
];

#[test]
fn each_finding_of_field_rules_and_its_neighbour() {
    assert_eq!(Service::check(&base().to_string()).to_string(), "");
    check_rows(Document::Service, &base(), ROWS);
}

/// Wrong kinds of values are found, and nothing that would only follow from them.
#[test]
fn malformed_rules_are_found_once() {
    for (value, want) in [
        ("[]", "type.wrong /fields"),
        (r#"{ "request": [] }"#, "type.wrong /fields/request"),
        (r#"{ "user": { "id": 1 } }"#, "type.wrong /fields/user/id"),
        (r#"{ "user": { "id": [1] } }"#, "type.wrong /fields/user/id/0"),
        (r#"{ "user": { "id": { "unequalTo": "name" } } }"#, "type.wrong /fields/user/id/unequalTo"),
        (r#"{ "user": { "id": { "unequalTo": [1] } } }"#, "type.wrong /fields/user/id/unequalTo/0"),
        (r#"{ "user": { "id": { "mix": "digit" } } }"#, "type.wrong /fields/user/id/mix"),
        (r#"{ "user": { "id": { "also": 1 } } }"#, "type.wrong /fields/user/id/also"),
    ] {
        finds(Document::Service, &with(Document::Service.json(), "/fields", value), &[want]);
    }
}

/// At most 64 fields of a form, 16 rules of a field, 64 values of a list.
#[test]
fn rules_are_bounded() {
    let many = |count: usize| -> serde_json::Map<_, _> {
        (0..count).map(|at| (format!("f{at}"), json!({}))).collect()
    };
    for (fields, want) in [
        (json!({ "user": many(64) }), None),
        (json!({ "user": many(65) }), Some("list.tooLong /fields/user")),
        (json!({ "request": { "edi": vec![json!({}); 16] } }), None),
        (json!({ "request": { "edi": vec![json!({}); 17] } }), Some("list.tooLong /fields/request/edi")),
        (json!({ "request": { "edi": { "list": many(64).keys().collect::<Vec<_>>() } } }), None),
        (
            json!({ "request": { "edi": { "list": many(65).keys().collect::<Vec<_>>() } } }),
            Some("list.tooLong /fields/request/edi/list"),
        ),
    ] {
        let document = with(Document::Service.json(), "/fields", &fields.to_string());
        // Of many rules for one field only the first applies, which is a warning.
        let findings = Document::Service.check(&document.to_string());
        let errors = findings.iter().filter(|finding| finding.severity == crate::finding::Severity::Error);
        let errors: Vec<_> =
            errors.map(|finding| format!("{} {}", finding.code.name(), finding.path)).collect();
        assert_eq!(errors, want.into_iter().collect::<Vec<_>>());
    }
}

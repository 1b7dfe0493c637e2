//! Findings about access: attributes, conditions, and what a company states of itself.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, Row, check_rows, only, with};
use crate::Service;
use crate::finding::{FindingCode, Findings};
use crate::lang::Lang;

/// The codes that are tested here without a row.
pub(super) const CODES: [FindingCode; 2] =
    [FindingCode::AccessAttributePlace, FindingCode::AccessAttributeNotStated];

/// Put into `service.json` with the access of [`base`].
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::AccessAttributeKnown, "/access/attributes/serviceState", r#"{ "type": "text" }"#, "")
        .says(
            "`serviceState` is an attribute that every bank has, and cannot be declared again",
            "「serviceState」は標準の属性のため、改めて宣言することはできません",
        ),
    Row::new(FindingCode::AccessAttributeKey, "/access/attributes/a.b", r#"{ "type": "text" }"#, "")
        .says(
            "the name `a.b` of an attribute must not have a dot",
            "属性名「a.b」に「.」は使用できません",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/access/attributes/rank/type", r#""date""#, r#""number""#)
        .says(
            "`date` is not one of `flag`, `choice`, `text`, `number`, `day`, `instant`, `address`, `ranges`, `set`",
            "「date」は指定できません（指定できる値: `flag`, `choice`, `text`, `number`, `day`, `instant`, `address`, `ranges`, `set`）",
        )
        .hints("did you mean `day`?", "「day」の誤りではありませんか"),
    Row::new(FindingCode::ChoiceUnknown, "/access/attributes/rank/place", r#""visitor""#, r#""company""#)
        .says(
            "`visitor` is not one of `request`, `company`, `user`, `group`",
            "「visitor」は指定できません（指定できる値: `request`, `company`, `user`, `group`）",
        ),
    Row::new(FindingCode::FieldMissing, "/access/attributes/grade/values", "", r#"["gold", "silver"]"#)
        .says("the field `values` is missing", "必須項目「values」が指定されていません"),
    Row::new(FindingCode::ListEmpty, "/access/attributes/grade/values", "[]", r#"["gold"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListDuplicate, "/access/attributes/grade/values/1", r#""gold""#, r#""Gold""#)
        .says("`gold` stands twice in the list", "「gold」が重複して指定されています"),
    Row::new(FindingCode::NameEmpty, "/access/attributes/grade/values/1", r#""""#, r#"" ""#)
        .says("a name must not be empty", "名称またはコードが空欄です"),
    Row::new(FindingCode::AccessAttributeValues, "/access/attributes/rank/values", r#"["1"]"#, "")
        .says(
            "`values` goes with the types `choice` and `set` only",
            "値の一覧（`values`）は、型が`choice`または`set`の属性にのみ指定できます",
        ),
    Row::new(
        FindingCode::AccessAttributeRanges,
        "/access/attributes/net",
        r#"{ "type": "ranges" }"#,
        r#"{ "type": "ranges", "place": "company" }"#,
    )
        .path("/access/attributes/net/type")
        .says(
            "an attribute of type `ranges` can be stated by the company only",
            "型が`ranges`の属性は、企業の属性（`company`）としてのみ宣言できます",
        ),
    Row::new(FindingCode::FieldMissing, "/access/conditions/0/key", "", r#""c""#)
        .says("the field `key` is missing", "必須項目「key」が指定されていません"),
    Row::new(FindingCode::FieldMissing, "/access/conditions/0/require", "", r#"{ "attribute": "os", "is": "x" }"#)
        .says("the field `require` is missing", "必須項目「require」が指定されていません"),
    Row::new(FindingCode::AccessConditionDuplicate, "/access/conditions/1/key", r#""service""#, r#""Service""#)
        .says("there are two conditions `service`", "条件「service」が重複しています"),
    Row::new(FindingCode::FieldMissing, "/access/conditions/0/label", r#"{ "ja": "状態" }"#, r#"{ "ja": "状態", "en": "state" }"#)
        .path("/access/conditions/0/label/en")
        .says("the field `en` is missing", "必須項目「en」が指定されていません"),
    Row::new(FindingCode::AccessAttributeUnknown, "/access/conditions/0/require/attribute", r#""servicestate""#, r#""serviceState""#)
        .says("there is no attribute `servicestate`", "属性「servicestate」は定義されていません")
        .hints("did you mean `serviceState`?", "「serviceState」の誤りではありませんか"),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/0/require/is", r#""Available""#, r#""stopped""#)
        .says(
            "`Available` is not one of `available`, `stopped`",
            "「Available」は指定できません（指定できる値: `available`, `stopped`）",
        )
        .hints("did you mean `available`?", "「available」の誤りではありませんか"),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/0/code", r#""access.missing""#, r#""access.condition""#)
        .says(
            "`access.missing` is not one of `access.serviceState`, `access.mailState`, `access.loginLock`, `access.confirmationLock`, `access.certificateState`, `access.certificateExpired`, `access.oneTimePasswordState`, `access.confirmationPassword`, `access.oneTimePassword`, `access.address`, `access.os`, `access.browser`, `access.organisation`, `access.company`, `access.licence`, `access.contractKind`, `access.contractDate`, `access.secondChannel`, `access.condition`",
            "「access.missing」は指定できません（指定できる値: `access.serviceState`, `access.mailState`, `access.loginLock`, `access.confirmationLock`, `access.certificateState`, `access.certificateExpired`, `access.oneTimePasswordState`, `access.confirmationPassword`, `access.oneTimePassword`, `access.address`, `access.os`, `access.browser`, `access.organisation`, `access.company`, `access.licence`, `access.contractKind`, `access.contractDate`, `access.secondChannel`, `access.condition`）",
        ),
    Row::new(FindingCode::AccessCode, "/access/conditions/0/code", r#""access.mailState""#, r#""access.serviceState""#)
        .says(
            "the code `access.mailState` is about `mailState`, which does not stand in the condition",
            "理由コード「access.mailState」の対象である属性「mailState」が条件に含まれていません",
        ),
    Row::new(FindingCode::AccessRequire, "/access/conditions/0/require", "{}", r#"{ "not": { "attribute": "os", "is": "x" } }"#)
        .says(
            "what is required is either one of `all`, `any` and `not`, or an `attribute` with an operator",
            "`all`、`any`、`not`のいずれか一つ、または`attribute`と比較演算子を指定してください",
        ),
    Row::new(
        FindingCode::AccessRequire,
        "/access/conditions/0/require/all",
        r#"[{ "attribute": "os", "is": "x" }]"#,
        "",
    )
        .path("/access/conditions/0/require")
        .says(
            "what is required is either one of `all`, `any` and `not`, or an `attribute` with an operator",
            "`all`、`any`、`not`のいずれか一つ、または`attribute`と比較演算子を指定してください",
        ),
    Row::new(
        FindingCode::AccessRequire,
        "/access/conditions/0/require",
        r#"{ "not": { "attribute": "os", "is": "x" }, "is": "x" }"#,
        r#"{ "not": { "attribute": "os", "is": "x" } }"#,
    )
        .says(
            "what is required is either one of `all`, `any` and `not`, or an `attribute` with an operator",
            "`all`、`any`、`not`のいずれか一つ、または`attribute`と比較演算子を指定してください",
        ),
    Row::new(FindingCode::ListEmpty, "/access/conditions/2/require/any", "[]", r#"[{ "attribute": "os", "is": "x" }]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::TypeWrong, "/access/conditions/2/require/any", "{}", r#"[{ "attribute": "os", "is": "x" }]"#)
        .says(
            "a list is expected here, not an object",
            "配列を指定してください（オブジェクトが指定されています）",
        ),
    Row::new(FindingCode::TypeWrong, "/access/conditions/2/require/any/0", "true", r#"{ "attribute": "os", "is": "x" }"#)
        .says(
            "an object is expected here, not a truth value",
            "オブジェクトを指定してください（真偽値が指定されています）",
        ),
    Row::new(FindingCode::FieldUnknown, "/access/conditions/0/require/isNot", r#""stopped""#, "")
        .says("there is no field `isNot` here", "項目「isNot」はここには指定できません")
        .hints("did you mean `not`?", "「not」の誤りではありませんか"),
    Row::new(FindingCode::AccessOperatorCount, "/access/conditions/0/require", r#"{ "attribute": "os" }"#, r#"{ "attribute": "os", "is": "x" }"#)
        .says(
            "a comparison has one operator, not 0",
            "比較演算子は一つだけ指定してください（0個指定されています）",
        ),
    Row::new(FindingCode::AccessOperatorCount, "/access/conditions/0/require/in", r#"["stopped"]"#, "")
        .path("/access/conditions/0/require")
        .says(
            "a comparison has one operator, not 2",
            "比較演算子は一つだけ指定してください（2個指定されています）",
        ),
    Row::new(
        FindingCode::AccessOperatorType,
        "/access/conditions/0/require",
        r#"{ "attribute": "serviceState", "atLeast": "stopped" }"#,
        r#"{ "attribute": "serviceState", "in": ["stopped"] }"#,
    )
        .path("/access/conditions/0/require/atLeast")
        .says(
            "`atLeast` cannot be asked of `serviceState`, whose value is one of a list",
            "比較演算子「atLeast」は、属性「serviceState」（値: 選択肢のいずれか）には使用できません",
        ),
    Row::new(
        FindingCode::AccessOperatorType,
        "/access/conditions/0/require",
        r#"{ "attribute": "address", "is": "203.0.113.7" }"#,
        r#"{ "attribute": "address", "in": ["203.0.113.7"] }"#,
    )
        .path("/access/conditions/0/require/is")
        .says(
            "`is` cannot be asked of `address`, whose value is an IPv4 or IPv6 address",
            "比較演算子「is」は、属性「address」（値: IPv4またはIPv6のアドレス）には使用できません",
        ),
    Row::new(
        FindingCode::AccessOperatorType,
        "/access/conditions/0/require",
        r#"{ "attribute": "secondChannel", "in": [true] }"#,
        r#"{ "attribute": "secondChannel", "is": true }"#,
    )
        .path("/access/conditions/0/require/in")
        .says(
            "`in` cannot be asked of `secondChannel`, whose value is `true` or `false`",
            "比較演算子「in」は、属性「secondChannel」（値: trueまたはfalse）には使用できません",
        ),
    Row::new(
        FindingCode::AccessOperatorType,
        "/access/conditions/0/require",
        r#"{ "attribute": "registeredAddresses", "in": ["203.0.113.7"] }"#,
        r#"{ "attribute": "address", "in": "registeredAddresses" }"#,
    )
        .path("/access/conditions/0/require/in")
        .says(
            "`in` cannot be asked of `registeredAddresses`, whose value is a list of ranges of addresses",
            "比較演算子「in」は、属性「registeredAddresses」（値: アドレス範囲の一覧）には使用できません",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/1/require/above", r#""3""#, "3")
        .says(
            "`3` is not a value of `rank`, which is a whole number of at most 15 digits",
            "「3」は属性「rank」の値として正しくありません（正しい値: 15桁以内の整数（0以上））",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/1/require/above", "1000000000000000", "999999999999999")
        .says(
            "`1000000000000000` is not a value of `rank`, which is a whole number of at most 15 digits",
            "「1000000000000000」は属性「rank」の値として正しくありません（正しい値: 15桁以内の整数（0以上））",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/1/require/above", "-1", "0")
        .says(
            "`-1` is not a value of `rank`, which is a whole number of at most 15 digits",
            "「-1」は属性「rank」の値として正しくありません（正しい値: 15桁以内の整数（0以上））",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/1/require/above", "1.0", "1")
        .says(
            "`1.0` is not a value of `rank`, which is a whole number of at most 15 digits",
            "「1.0」は属性「rank」の値として正しくありません（正しい値: 15桁以内の整数（0以上））",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/2/require/any/0/is", r#""""#, r#"" ""#)
        .says(
            "`` is not a value of `os`, which is a text that is not empty",
            "「」は属性「os」の値として正しくありません（正しい値: 空でない文字列）",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/2/require/any/0/is", "null", r#""null""#)
        .says(
            "`null` is not a value of `os`, which is a text that is not empty",
            "「null」は属性「os」の値として正しくありません（正しい値: 空でない文字列）",
        ),
    Row::new(FindingCode::AccessValue, "/access/conditions/2/require/any/1/is", r#""true""#, "true")
        .says(
            "`true` is not a value of `secondChannel`, which is `true` or `false`",
            "「true」は属性「secondChannel」の値として正しくありません（正しい値: trueまたはfalse）",
        ),
    // `now` is an instant, and no day.
    Row::new(FindingCode::AccessValue, "/access/conditions/2/require/any/2/atMost", r#""now""#, r#""today""#)
        .says(
            "`now` is not a value of `contractDate`, which is a day, as YYYY-MM-DD",
            "「now」は属性「contractDate」の値として正しくありません（正しい値: 日付（YYYY-MM-DD））",
        ),
    Row::new(
        FindingCode::AccessValue,
        "/access/conditions/2/require/any/3/atLeast",
        r#""2026-11-20""#,
        r#""2026-11-20T00:00:00Z""#,
    )
        .says(
            "`2026-11-20` is not a value of `certificateExpires`, which is an instant with an offset, such as 2026-11-20T10:15:00+09:00",
            "「2026-11-20」は属性「certificateExpires」の値として正しくありません（正しい値: 時差付きの日時（例: 2026-11-20T10:15:00+09:00））",
        ),
    Row::new(FindingCode::ListEmpty, "/access/conditions/3/require/in", "[]", r#"["gold"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListEmpty, "/access/conditions/4/require/in", "[]", r#"["203.0.113.7"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::AccessAttributeUnknown, "/access/conditions/4/require/in", r#""registeredAdresses""#, r#""registeredAddresses""#)
        .says("there is no attribute `registeredAdresses`", "属性「registeredAdresses」は定義されていません")
        .hints("did you mean `registeredAddresses`?", "「registeredAddresses」の誤りではありませんか"),
    Row::new(FindingCode::AccessInRanges, "/access/conditions/4/require/in", r#""os""#, r#""registeredAddresses""#)
        .says("`os` is not an attribute of type `ranges`", "属性「os」の型は`ranges`ではありません"),
    Row::new(FindingCode::AccessRangeMalformed, "/access/conditions/4/require/in/0", r#""203.0.113""#, r#""203.0.113.0""#)
        .says("`203.0.113` is not a range of addresses", "「203.0.113」はアドレス範囲として正しくありません")
        .hints(
            "write 203.0.113.7, 203.0.113.0/24 or 203.0.113.7-203.0.113.20, or the same in IPv6",
            "「203.0.113.7」「203.0.113.0/24」「203.0.113.7-203.0.113.20」のいずれかの形式（IPv6も同様）で指定してください",
        ),
    Row::new(FindingCode::AccessRangeHostBits, "/access/conditions/4/require/in/0", r#""203.0.113.7/24""#, r#""203.0.113.0/24""#)
        .says(
            "`203.0.113.7/24` is not the first address of its range, which is 203.0.113.0",
            "「203.0.113.7/24」は範囲の先頭のアドレス（203.0.113.0）ではありません",
        ),
    Row::new(
        FindingCode::AccessRangeOrder,
        "/access/conditions/4/require/in/0",
        r#""203.0.113.7-203.0.113.6""#,
        r#""203.0.113.7-203.0.113.7""#,
    )
        .says(
            "the range `203.0.113.7-203.0.113.6` ends before it begins",
            "アドレス範囲「203.0.113.7-203.0.113.6」の終わりが始まりより前になっています",
        ),
    Row::new(
        FindingCode::AccessRangeFamilies,
        "/access/conditions/4/require/in/0",
        r#""203.0.113.7-::cb00:7108""#,
        r#""203.0.113.7-::ffff:cb00:7108""#,
    )
        .says(
            "the range `203.0.113.7-::cb00:7108` has an address of IPv4 and one of IPv6",
            "アドレス範囲「203.0.113.7-::cb00:7108」にIPv4とIPv6のアドレスが混在しています",
        ),
    Row::new(
        FindingCode::AccessRangeMapped,
        "/access/conditions/4/require/in/0",
        r#""::ffff:203.0.113.0/120""#,
        r#""2001:db8::/120""#,
    )
        .says(
            "the range `::ffff:203.0.113.0/120` is one of IPv4 in the spelling of IPv6",
            "アドレス範囲「::ffff:203.0.113.0/120」はIPv4の範囲をIPv6の形式で表したものです",
        )
        .hints("write it as IPv4", "IPv4の形式で指定してください"),
    Row::new(FindingCode::TypeWrong, "/access/conditions/4/require/in/0", "7", r#""203.0.113.7""#)
        .says(
            "a text is expected here, not a number",
            "文字列を指定してください（数値が指定されています）",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/0/scope", r#""logon""#, r#""login""#)
        .says(
            "`logon` is not one of `login`, `transaction`, `download`",
            "「logon」は指定できません（指定できる値: `login`, `transaction`, `download`）",
        )
        .hints("did you mean `login`?", "「login」の誤りではありませんか"),
    Row::new(FindingCode::ListEmpty, "/access/conditions/0/scope", "[]", r#"["login"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::OperationUnknown, "/access/conditions/0/operations", r#"["aprove"]"#, r#"["approve", "login"]"#)
        .path("/access/conditions/0/operations/0")
        .says("there is no operation `aprove`", "操作「aprove」はありません")
        .hints("did you mean `approve`?", "「approve」の誤りではありませんか"),
    Row::new(FindingCode::ListDuplicate, "/access/conditions/0/operations", r#"["approve", "approve"]"#, r#"["approve"]"#)
        .path("/access/conditions/0/operations/1")
        .says("`approve` stands twice in the list", "「approve」が重複して指定されています"),
    Row::new(FindingCode::ListEmpty, "/access/conditions/0/operations", "[]", r#"["approve"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::BusinessUnknown, "/access/conditions/0/businesses", r#"["transferr"]"#, r#"["transfer"]"#)
        .path("/access/conditions/0/businesses/0")
        .says("the service has no business `transferr`", "業務「transferr」は取り扱っていません")
        .hints("did you mean `transfer`?", "「transfer」の誤りではありませんか"),
    Row::new(FindingCode::ListDuplicate, "/access/conditions/0/businesses", r#"["bonus", "bonus"]"#, r#"["bonus", "payroll"]"#)
        .path("/access/conditions/0/businesses/1")
        .says("`bonus` stands twice in the list", "「bonus」が重複して指定されています"),
    Row::new(FindingCode::ListEmpty, "/access/conditions/0/businesses", "[]", r#"["bonus"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/0/roles", r#"["admin"]"#, r#"["administrator"]"#)
        .path("/access/conditions/0/roles/0")
        .says(
            "`admin` is not one of `general`, `administrator`, `master`",
            "「admin」は指定できません（指定できる値: `general`, `administrator`, `master`）",
        ),
    Row::new(FindingCode::ListEmpty, "/access/conditions/0/roles", "[]", r#"["master"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListDuplicate, "/access/conditions/0/roles", r#"["master", "master"]"#, r#"["master", "general"]"#)
        .path("/access/conditions/0/roles/1")
        .says("`master` stands twice in the list", "「master」が重複して指定されています"),
];

/// `service.json` with conditions of every type of value.
fn base() -> Value {
    let access = json!({
        "attributes": {
            "rank": { "type": "number" },
            "grade": { "type": "choice", "values": ["gold", "silver"], "place": "company" }
        },
        "conditions": [
            { "key": "service", "require": { "attribute": "serviceState", "is": "available" } },
            { "key": "rank", "require": { "attribute": "rank", "above": 2 } },
            { "key": "some", "require": { "any": [
                { "attribute": "os", "is": "x" },
                { "attribute": "secondChannel", "is": true },
                { "attribute": "contractDate", "atMost": "today" },
                { "attribute": "certificateExpires", "atLeast": "renewalGrace" }
            ] } },
            { "key": "grade", "require": { "attribute": "grade", "in": ["gold"] } },
            { "key": "net", "require": { "attribute": "address", "in": ["203.0.113.0/24"] } }
        ]
    });
    with(Document::Service.json(), "/access", &access.to_string())
}

#[test]
fn each_fault_is_found_and_its_neighbour_is_fine() {
    assert_eq!(Service::check(&base().to_string()).to_string(), "");
    check_rows(Document::Service, &base(), ROWS);
}

/// A company under the service of [`base`].
fn check_company(access: &str) -> Findings {
    let service = Service::from_json(&base().to_string()).unwrap();
    service.check_company(&with(Document::Company.json(), "/access", access).to_string())
}

#[test]
fn a_company_states_its_own_attributes_with_their_types() {
    let stated =
        |more: &str| check_company(&format!(r#"{{ "grade": "gold", "contractDate": "2020-01-01"{more} }}"#));
    for good in [
        "",
        r#", "companyEnabled": true"#,
        r#", "contractKind": "any text at all""#,
        r#", "registeredAddresses": ["203.0.113.7", "2001:db8::/32"]"#,
        // Absent, null, "" and [] are missing, and no condition asks for these.
        r#", "companyEnabled": null, "contractKind": "", "registeredAddresses": []"#,
        r#", "registeredAddresses": null"#,
        r#", "registeredAddresses": """#,
    ] {
        assert_eq!(stated(good).to_string(), "", "{good}");
    }
    let rows = [
        (
            r#", "companyEnabled": "true""#,
            "error [access.value] /access/companyEnabled: `true` is not a value of `companyEnabled`, which is `true` or `false`",
        ),
        (
            r#", "contractKind": []"#,
            "error [access.value] /access/contractKind: `[]` is not a value of `contractKind`, which is a text that is not empty",
        ),
        (
            r#", "registeredAddresses": ["203.0.113.7", "203.0.113.9/31"]"#,
            "error [access.range.hostBits] /access/registeredAddresses/1: `203.0.113.9/31` is not the first address of its range, which is 203.0.113.8",
        ),
        (
            r#", "registeredAddresses": "203.0.113.7""#,
            "error [type.wrong] /access/registeredAddresses: a list is expected here, not a text",
        ),
        (
            r#", "companyEnable": true"#,
            "error [access.attribute.unknown] /access/companyEnable: there is no attribute `companyEnable` (did you mean `companyEnabled`?)",
        ),
        (
            r#", "rank": 3"#,
            "error [access.attribute.place] /access/rank: `rank` is an attribute of the request, and is not stated here",
        ),
        (
            r#", "companyEnabled": true, "companyEnabled": true"#,
            "error [json.key.duplicate] /access/companyEnabled: the field `companyEnabled` stands twice in one object",
        ),
    ];
    let service = Service::from_json(&base().to_string()).unwrap();
    for (more, want) in rows {
        let text =
            with(Document::Company.json(), "/access", r#"{ "grade": "gold", "contractDate": "2020-01-01" }"#)
                .to_string()
                .replacen(r#""grade":"gold""#, &format!(r#""grade":"gold"{more}"#), 1);
        assert_eq!(service.check_company(&text).to_string(), want);
    }
    let findings = stated(r#", "rank": 3"#);
    assert_eq!(only(&findings).message(Lang::Ja), "属性「rank」は取引の属性のため、ここには指定できません");
    let findings = check_company(r#"{ "grade": "bronze", "contractDate": "2020-01-01" }"#);
    let finding = findings.iter().next().unwrap();
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::ChoiceUnknown, "/access/grade"));
    assert_eq!(finding.message(Lang::En), "`bronze` is not one of `gold`, `silver`");
}

#[test]
fn what_conditions_ask_for_and_the_company_does_not_state_is_a_warning() {
    let findings = check_company(r#"{ "grade": "gold", "contractDate": "" }"#);
    let finding = only(&findings);
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::AccessAttributeNotStated, "/access"));
    assert!(!findings.has_errors());
    assert_eq!(
        finding.message(Lang::En),
        "conditions of the bank ask for `contractDate`, which the company does not state"
    );
    assert_eq!(
        finding.message(Lang::Ja),
        "金融機関の利用条件で使用する属性「contractDate」が設定されていません"
    );
    // A company without the section is asked for both, in the order of the attributes.
    let service = Service::from_json(&base().to_string()).unwrap();
    let findings = service.check_company(super::COMPANY);
    let found: Vec<_> = findings.iter().map(|finding| (finding.path.as_str(), finding.code)).collect();
    assert_eq!(found, [("", FindingCode::AccessAttributeNotStated); 2]);
    // Ranges that a condition names are asked for too.
    let by_name = with(base(), "/access/conditions/4/require/in", "\"registeredAddresses\"").to_string();
    let service = Service::from_json(&by_name).unwrap();
    let company = |ranges: &str| {
        let access = format!(
            r#"{{ "grade": "gold", "contractDate": "2020-01-01", "registeredAddresses": {ranges} }}"#
        );
        service.check_company(&with(Document::Company.json(), "/access", &access).to_string())
    };
    assert_eq!(company(r#"["203.0.113.7"]"#).to_string(), "");
    assert_eq!(only(&company("[]")).code, FindingCode::AccessAttributeNotStated);
}

#[test]
fn lists_of_access_have_bounds() {
    let put = |at: &str, value: &Value| Service::check(&with(base(), at, &value.to_string()).to_string());
    let attributes = |count: usize| {
        let mut all = serde_json::Map::new();
        all.insert("grade".into(), json!({ "type": "choice", "values": ["gold"], "place": "company" }));
        all.insert("rank".into(), json!({ "type": "number" }));
        all.extend((2..count).map(|at| (format!("z{at:02}"), json!({ "type": "flag" }))));
        put("/access/attributes", &all.into())
    };
    let conditions = |count: usize| -> Findings {
        let one = |at: usize| json!({ "key": format!("c{at}"), "require": { "attribute": "os", "is": "x" } });
        put("/access/conditions", &(0..count).map(one).collect())
    };
    let nodes = |count: usize| {
        // `all` is one node itself.
        let parts: Value = (1..count).map(|_| json!({ "attribute": "os", "is": "x" })).collect();
        put("/access/conditions/0/require", &json!({ "all": parts }))
    };
    let values = |count: usize| {
        let words: Value = (0..count).map(|at| format!("w{at}")).collect();
        put("/access/conditions/0/require", &json!({ "attribute": "os", "in": words }))
    };
    let choices = |count: usize| {
        let words: Value =
            (0..count).map(|at| if at == 0 { "gold".into() } else { format!("w{at}") }).collect();
        put("/access/attributes/grade/values", &words)
    };
    let ranges = |count: usize| {
        let ranges: Value = (0..count).map(|at| format!("10.0.{}.{}", at / 256, at % 256)).collect();
        put("/access/conditions/4/require/in", &ranges)
    };
    type Check<'a> = &'a dyn Fn(usize) -> Findings;
    let bounds: [(&str, Check<'_>, usize, &str, &str, &str); 5] = [
        ("attributes", &attributes, 64, "/access/attributes", "attributes", "属性"),
        (
            "nodes",
            &nodes,
            64,
            "/access/conditions/0/require",
            "parts of one condition",
            "一つの条件を構成する要素",
        ),
        ("values", &values, 64, "/access/conditions/0/require/in", "values", "値"),
        ("choices", &choices, 64, "/access/attributes/grade/values", "values", "値"),
        ("ranges", &ranges, 256, "/access/conditions/4/require/in", "ranges of addresses", "アドレス範囲"),
    ];
    for (title, check, most, path, things, things_ja) in bounds {
        assert_eq!(check(most).to_string(), "", "{title}");
        let findings = check(most + 1);
        let finding = findings.iter().find(|finding| finding.code == FindingCode::ListTooLong).expect(title);
        assert_eq!((finding.path.as_str(), findings.len()), (path, 1), "{title}");
        assert_eq!(finding.message(Lang::En), format!("there are more than {most} {things}"));
        assert_eq!(finding.message(Lang::Ja), format!("{things_ja}の数が上限（{most}）を超えています"));
    }
    assert_eq!(conditions(64).to_string(), "");
    assert_eq!(only(&conditions(65)).path, "/access/conditions");
    let company = |count: usize| {
        let ranges: Value = (0..count).map(|at| format!("10.0.{}.{}", at / 256, at % 256)).collect();
        check_company(
            &json!({ "grade": "gold", "contractDate": "2020-01-01", "registeredAddresses": ranges })
                .to_string(),
        )
    };
    assert_eq!(company(256).to_string(), "");
    assert_eq!(only(&company(257)).path, "/access/registeredAddresses");
}

/// A requirement as deep as documents may be, and nodes that are counted through all of its levels.
#[test]
fn nodes_are_counted_at_every_depth() {
    let check = |require: &Value| {
        Service::check(&with(base(), "/access/conditions/0/require", &require.to_string()).to_string())
    };
    let leaf = json!({ "attribute": "os", "is": "x" });
    // The document, `access`, `conditions` and the condition are four levels.
    let deep = (0..11).fold(leaf.clone(), |inner, _| json!({ "not": inner }));
    assert_eq!(check(&deep).to_string(), "");
    assert_eq!(only(&check(&json!({ "not": deep }))).code, FindingCode::JsonSyntax);
    // Eight groups of seven comparisons, their heads and the whole: 65.
    let group = |count: usize| json!({ "any": alloc::vec![leaf.clone(); count] });
    let groups = |last: usize| {
        let mut groups = alloc::vec![group(7); 7];
        groups.push(group(last));
        json!({ "all": groups })
    };
    assert_eq!(check(&groups(6)).to_string(), "");
    assert_eq!(only(&check(&groups(7))).code, FindingCode::ListTooLong);
}

//! Findings about what a bank declares of its own: operations, sets, clocks with an offset, and attributes of users and groups.

use alloc::format;
use alloc::string::ToString;

use serde_json::{Value, json};

use super::{Document, Row, check_rows, with};
use crate::Service;
use crate::finding::FindingCode;

/// Put into `service.json` with what [`base`] adds.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::OperationKnown, "/operations/approve", r#"{ "sort": "ofBusiness" }"#, "")
        .says(
            "`approve` is an operation that every bank has, and cannot be declared again",
            "「approve」は標準の操作のため、改めて宣言することはできません",
        ),
    Row::new(FindingCode::OperationRole, "/operations/sendForm/role", r#""general""#, "")
        .says(
            "`role` goes with operations of administration only, which `sendForm` is not",
            "`role`は管理操作にのみ指定できます（「sendForm」は管理操作ではありません）",
        ),
    Row::new(FindingCode::OperationRole, "/operations/knock/ofUser", "true", "")
        .says(
            "`ofUser` goes with operations of administration only, which `knock` is not",
            "`ofUser`は管理操作にのみ指定できます（「knock」は管理操作ではありません）",
        ),
    Row::new(FindingCode::OperationNobody, "/everyUser/findForm", "", r#""all""#)
        .path("/operations/findForm")
        .says(
            "no right, nor `everyUser`, gives the operation `findForm`, so that nobody may do it",
            "操作「findForm」を許可する権限がないため、誰も行えません",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/operations/sendForm/sort", r#""ofbusiness""#, r#""ofBusiness""#)
        .says(
            "`ofbusiness` is not one of `ofBusiness`, `inquiry`, `administration`, `door`",
            "「ofbusiness」は指定できません（指定できる値: `ofBusiness`, `inquiry`, `administration`, `door`）",
        )
        .hints("did you mean `ofBusiness`?", "「ofBusiness」の誤りではありませんか"),
    Row::new(FindingCode::FieldMissing, "/operations/sendForm/sort", "", r#""ofBusiness""#)
        .says("the field `sort` is missing", "必須項目「sort」が指定されていません"),
    Row::new(FindingCode::RightOwnOperation, "/rights/bonus.send/always/sendForm", r#""own""#, r#""all""#)
        .says(
            "`sendForm` of the bank's own stands in `always`, with the scope `all`, and is `ofBusiness` or `inquiry`",
            "金融機関が定める操作「sendForm」は、区分が`ofBusiness`または`inquiry`のものに限り、`always`に範囲`all`で指定できます",
        ),
    Row::new(FindingCode::RightOwnOperation, "/rights/bonus.send/approvalOn", r#"{ "sendForm": "all" }"#, r#"{ "view": "all" }"#)
        .path("/rights/bonus.send/approvalOn/sendForm")
        .says(
            "`sendForm` of the bank's own stands in `always`, with the scope `all`, and is `ofBusiness` or `inquiry`",
            "金融機関が定める操作「sendForm」は、区分が`ofBusiness`または`inquiry`のものに限り、`always`に範囲`all`で指定できます",
        ),
    Row::new(FindingCode::RightOwnOperation, "/rights/bonus.send/always/knock", r#""all""#, "")
        .says(
            "`knock` of the bank's own stands in `always`, with the scope `all`, and is `ofBusiness` or `inquiry`",
            "金融機関が定める操作「knock」は、区分が`ofBusiness`または`inquiry`のものに限り、`always`に範囲`all`で指定できます",
        ),
    Row::new(FindingCode::RightAdministration, "/everyUser", r#"{ "findForm": "all", "addPort": "all" }"#, r#"{ "findForm": "all" }"#)
        .path("/everyUser/addPort")
        .says(
            "`addPort` is an operation of administration, which the role alone decides",
            "管理操作「addPort」はユーザ区分によって決まるため、権限には指定できません",
        ),
    Row::new(FindingCode::OperationUnknown, "/access/conditions/0/operations/0", r#""sendform""#, r#""sendForm""#)
        .says("there is no operation `sendform`", "操作「sendform」はありません")
        .hints("did you mean `sendForm`?", "「sendForm」の誤りではありませんか"),
    Row::new(FindingCode::AccessConditionNever, "/access/conditions/0/operations", r#"["addPort"]"#, r#"["addPort", "sendForm"]"#)
        .path("/access/conditions/0")
        .says(
            "the condition never applies: none of its operations has its scope and belongs to a business where it names some",
            "条件に該当する操作がないため、この条件は適用されません",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/0/effect", r#""note""#, r#""warn""#)
        .says(
            "`note` is not one of `refuse`, `warn`",
            "「note」は指定できません（指定できる値: `refuse`, `warn`）",
        ),
    Row::new(FindingCode::ChoiceUnknown, "/access/conditions/1/require/hasAny/0", r#""shippr""#, r#""shipper""#)
        .says(
            "`shippr` is not one of `shipper`, `carrier`, `forwarder`",
            "「shippr」は指定できません（指定できる値: `shipper`, `carrier`, `forwarder`）",
        )
        .hints("did you mean `shipper`?", "「shipper」の誤りではありませんか"),
    Row::new(FindingCode::ListEmpty, "/access/conditions/1/require/hasAny", "[]", r#"["shipper"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::ListDuplicate, "/access/conditions/1/require/hasAny", r#"["shipper", "shipper"]"#, r#"["shipper", "carrier"]"#)
        .path("/access/conditions/1/require/hasAny/1")
        .says("`shipper` stands twice in the list", "「shipper」が重複して指定されています"),
    Row::new(FindingCode::AccessOperatorType, "/access/conditions/1/require", r#"{ "attribute": "kinds", "is": "shipper" }"#, r#"{ "attribute": "kinds", "has": "shipper" }"#)
        .path("/access/conditions/1/require/is")
        .says(
            "`is` cannot be asked of `kinds`, whose value is a list of distinct words out of its values",
            "比較演算子「is」は、属性「kinds」（値: 選択肢の一覧（重複なし））には使用できません",
        ),
    Row::new(FindingCode::AccessOperatorType, "/access/conditions/0/require", r#"{ "attribute": "os", "hasAll": ["x"] }"#, r#"{ "attribute": "os", "is": "x" }"#)
        .path("/access/conditions/0/require/hasAll")
        .says(
            "`hasAll` cannot be asked of `os`, whose value is a text that is not empty",
            "比較演算子「hasAll」は、属性「os」（値: 空でない文字列）には使用できません",
        ),
    Row::new(FindingCode::AccessWithinSet, "/access/conditions/2/require/within", r#""kinds""#, r#""ownKinds""#)
        .says("`kinds` is not a set of the same values", "属性「kinds」は、同じ値をもつ集合（`set`）ではありません"),
    Row::new(FindingCode::AccessWithinSet, "/access/conditions/2/require/within", r#""colours""#, r#"["shipper"]"#)
        .says("`colours` is not a set of the same values", "属性「colours」は、同じ値をもつ集合（`set`）ではありません"),
    Row::new(FindingCode::AccessGiven, "/access/conditions/3/require/given", "false", "true")
        .says("`given` is `true`, or left out", "`given`には`true`のみ指定できます"),
    Row::new(FindingCode::AccessOperatorType, "/access/conditions/3/require/attribute", r#""registeredAddresses""#, r#""address""#)
        .path("/access/conditions/3/require/given")
        .says(
            "`given` cannot be asked of `registeredAddresses`, whose value is a list of ranges of addresses",
            "比較演算子「given」は、属性「registeredAddresses」（値: アドレス範囲の一覧）には使用できません",
        ),
    Row::new(FindingCode::AccessOffset, "/access/conditions/4/require/above", r#""now-5x""#, r#""now-5m""#)
        .says("`now-5x` is no clock with an offset", "「now-5x」は日時の指定として正しくありません")
        .hints(
            "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days",
            "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください",
        ),
    Row::new(FindingCode::AccessOffset, "/access/conditions/4/require/above", r#""now-05m""#, r#""now+999999d""#)
        .says("`now-05m` is no clock with an offset", "「now-05m」は日時の指定として正しくありません")
        .hints(
            "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days",
            "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください",
        ),
    Row::new(FindingCode::AccessOffset, "/access/conditions/4/require/above", r#""now-1000000m""#, r#""now""#)
        .says("`now-1000000m` is no clock with an offset", "「now-1000000m」は日時の指定として正しくありません")
        .hints(
            "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days",
            "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください",
        ),
    Row::new(FindingCode::AccessOffset, "/access/conditions/4/require/above", r#""now5m""#, r#""now+24h""#)
        .says("`now5m` is no clock with an offset", "「now5m」は日時の指定として正しくありません")
        .hints(
            "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days",
            "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください",
        ),
    Row::new(FindingCode::AccessOffset, "/access/conditions/5/require/atMost", r#""today+5h""#, r#""today+5d""#)
        .says("`today+5h` is no clock with an offset", "「today+5h」は日時の指定として正しくありません")
        .hints(
            "write `now-5m`, `now+24h` or `now-90d` for instants, `today-1d` or `today+30d` for days",
            "日時は「now-5m」「now+24h」「now-90d」、日付は「today-1d」「today+30d」のように指定してください",
        ),
    Row::new(FindingCode::AccessConditionAlways, "/access/conditions/2/require/within", r#"["shipper", "carrier", "forwarder"]"#, r#"["shipper", "carrier"]"#)
        .path("/access/conditions/2/require")
        .says("the condition is fulfilled whatever is stated", "この条件は、値にかかわらず常に満たされます"),
];

/// `service.json` with an operation of each sort, sets of two places, and a condition for each comparison that is new.
fn base() -> Value {
    let operations = json!({
        "sendForm": { "sort": "ofBusiness", "label": { "ja": "帳票の送信", "en": "Sending a form" } },
        "findForm": { "sort": "inquiry" },
        "addPort": { "sort": "administration", "role": "master" },
        "knock": { "sort": "door" }
    });
    let kinds = json!(["shipper", "carrier", "forwarder"]);
    let access = json!({
        "attributes": {
            "kinds": { "type": "set", "values": kinds, "place": "group" },
            "ownKinds": { "type": "set", "values": kinds, "place": "company" },
            "colours": { "type": "set", "values": ["red"] },
            "issued": { "type": "instant" },
            "born": { "type": "day", "place": "user" }
        },
        "conditions": [
            { "key": "mark", "operations": ["sendForm"], "businesses": ["bonus"], "require": { "attribute": "os", "is": "x" } },
            { "key": "some", "require": { "attribute": "kinds", "hasAny": ["shipper"] } },
            { "key": "within", "require": { "attribute": "kinds", "within": "ownKinds" } },
            { "key": "given", "effect": "warn", "require": { "attribute": "browser", "given": true } },
            { "key": "fresh", "require": { "attribute": "issued", "above": "now-5m" } },
            { "key": "old", "require": { "attribute": "born", "atMost": "today-1d" } }
        ]
    });
    let base = with(Document::Service.json(), "/access", &access.to_string());
    let base = with(base, "/operations", &operations.to_string());
    let base = with(base, "/everyUser", r#"{ "viewLog": "own", "findForm": "all" }"#);
    with(base, "/rights/bonus.send", r#"{ "always": { "sendForm": "all", "view": "all" } }"#)
}

#[test]
fn each_fault_is_found_and_its_neighbour_is_fine() {
    assert_eq!(Service::check(&base().to_string()).to_string(), "");
    check_rows(Document::Service, &base(), ROWS);
}

#[test]
fn users_and_groups_state_attributes_of_their_places() {
    let service = Service::from_json(&base().to_string()).unwrap();
    let company = with(Document::Company.json(), "/access", r#"{ "ownKinds": ["shipper", "carrier"] }"#);
    let company = with(company, "/groups", r#"{ "tokyo": { "access": { "kinds": ["shipper", ""] } } }"#);
    let company = with(company, "/users/0/access", r#"{ "born": "2000-01-01" }"#);
    assert_eq!(service.check_company(&company.to_string()).to_string(), "");
    for (path, value, want) in [
        (
            "/groups/tokyo/access",
            r#"{ "kinds": ["shipper", "pirate"] }"#,
            "error [choice.unknown] /groups/tokyo/access/kinds/1: `pirate` is not one of `shipper`, `carrier`, `forwarder`",
        ),
        (
            "/groups/tokyo/access",
            r#"{ "kinds": ["shipper", "shipper"] }"#,
            "error [list.duplicate] /groups/tokyo/access/kinds/1: `shipper` stands twice in the list",
        ),
        (
            "/groups/tokyo/access",
            r#"{ "kinds": "shipper" }"#,
            "error [access.value] /groups/tokyo/access/kinds: `shipper` is not a value of `kinds`, which is a list of distinct words out of its values",
        ),
        (
            "/groups/tokyo/access",
            r#"{ "born": "2000-01-01" }"#,
            "error [access.attribute.place] /groups/tokyo/access/born: `born` is an attribute of a user, and is not stated here",
        ),
        (
            "/users/0/access",
            r#"{ "kinds": ["shipper"] }"#,
            "error [access.attribute.place] /users/0/access/kinds: `kinds` is an attribute of a group, and is not stated here",
        ),
        (
            "/users/0/access",
            r#"{ "born": "2000-02-30" }"#,
            "error [access.value] /users/0/access/born: `2000-02-30` is not a value of `born`, which is a day, as YYYY-MM-DD",
        ),
        (
            "/access",
            r#"{ "ownKinds": ["shipper"], "colours": ["red"] }"#,
            "error [access.attribute.place] /access/colours: `colours` is an attribute of the request, and is not stated here",
        ),
    ] {
        let found = service.check_company(&with(company.clone(), path, value).to_string()).to_string();
        assert_eq!(found.lines().next(), Some(want), "{path}: {value}");
    }
}

#[test]
fn a_set_has_no_more_words_than_there_are_bits() {
    for (count, fits) in [(63, true), (64, false)] {
        let words: alloc::vec::Vec<_> = (0..count).map(|at| format!("w{at}")).collect();
        let text = json!({ "type": "set", "values": words }).to_string();
        let findings = Service::check(&with(base(), "/access/attributes/many", &text).to_string());
        assert_eq!(findings.has_errors(), !fits, "{count}: {findings}");
    }
}

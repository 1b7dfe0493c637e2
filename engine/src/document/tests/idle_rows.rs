//! Settings and rules that switch each other off.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, Row, check_rows, finds, with};
use crate::Service;
use crate::finding::FindingCode;
use crate::lang::Lang;

/// Put into `service.json`.
pub(super) const ROWS: &[Row] = &[
    Row::new(FindingCode::LimitCountReservations, "/settings/limit", r#"{ "countReservations": false, "checkAt": ["submit", "approve"] }"#, r#"{ "countReservations": false, "checkAt": ["submit", "execute"] }"#)
        .path("/settings/limit/countReservations")
        .says(
            "reservations do not count, and nothing is checked at execution, so that the limits of a day would never apply to them",
            "予約を限度額に含めず、実行時の確認もないため、先日付の依頼に一日当たりの限度額が適用されません",
        )
        .hints("let `limit.checkAt` have `execute`", "`limit.checkAt`に`execute`を含めてください"),
    Row::new(FindingCode::ListEmpty, "/settings/approval/selfApproval/forbid", "[]", r#"["transfer"]"#)
        .says("the list must not be empty", "一つ以上指定してください"),
    Row::new(FindingCode::FeeTaxRatesNone, "/settings/fee", r#"{ "tax": "exclusive", "taxRates": [] }"#, r#"{ "tax": "inclusive", "taxRates": [] }"#)
        .path("/settings/fee/taxRates")
        .says("fees are without tax, and there is no tax rate to add", "手数料が税抜なのに、加える消費税率がありません"),
    Row::new(FindingCode::ApprovalOrder, "/settings/approval/namedByRequester", "false", "true")
        .says(
            "the requester names no approvers, so that the order of `doubleInOrder` in `transfer` is nobody's",
            "依頼者が承認者を指定しないため、業務「transfer」のダブル承認（順序あり）の順序は決まりません",
        ),
    Row::new(FindingCode::SettingUnused, "/settings/approval", r#"{ "namedByRequester": false, "unordered": "byRank" }"#, r#"{ "namedByRequester": true, "unordered": "byRank" }"#)
        .path("/settings/approval/unordered")
        .says(
            "`approval.unordered` has no effect while the requester names nobody",
            "依頼者が承認者を指定しない設定では「approval.unordered」の設定は使用されません",
        )
        .among(2),
    Row::new(FindingCode::SettingUnused, "/settings/name", r#"{ "senderLen": 40 }"#, "{}")
        .path("/settings/name/senderLen")
        .says(
            "`name.senderLen` has no effect without field rules of a request",
            "依頼の項目の規則がないため「name.senderLen」の設定は使用されません",
        ),
    Row::new(FindingCode::SettingUnused, "/settings/charset", r#"{ "policy": "normalise" }"#, r#"{ "policy": "reject" }"#)
        .path("/settings/charset/policy")
        .says(
            "`charset.policy` has no effect without field rules",
            "項目の規則がないため「charset.policy」の設定は使用されません",
        ),
    Row::new(FindingCode::SettingUnused, "/settings/overflow", r#""truncate""#, r#""reject""#)
        .says(
            "`overflow` has no effect without field rules",
            "項目の規則がないため「overflow」の設定は使用されません",
        ),
    Row::new(FindingCode::SettingUnused, "/settings/approval", r#"{ "revoke": "none", "afterRevoke": "notReusable" }"#, r#"{ "afterRevoke": "notReusable" }"#)
        .path("/settings/approval/afterRevoke")
        .says(
            "`approval.afterRevoke` has no effect where no approval can be revoked",
            "承認取消を取り扱わないため「approval.afterRevoke」の設定は使用されません",
        ),
    Row::new(FindingCode::SettingUnused, "/settings/cert", r#"{ "graceDays": 80 }"#, r#"{ "graceDays": 0 }"#)
        .path("/settings/cert/graceDays")
        .says(
            "`cert.graceDays` has no effect without a condition that asks for `renewalGrace`",
            "`renewalGrace`を使用する条件がないため「cert.graceDays」の設定は使用されません",
        ),
    Row::new(FindingCode::CeilingZero, "/ceilings/perItem", r#""0""#, r#""1""#)
        .says("a ceiling of 0 lets nothing through", "取扱限度額が0のため、取引できません"),
    Row::new(FindingCode::CalendarClosed, "/calendar/weekend", r#"["mon", "tue", "wed", "thu", "fri", "sat", "sun"]"#, r#"["mon", "tue", "wed", "thu", "fri", "sat"]"#)
        .path("/calendar")
        .says(
            "the calendar has no business day, so that no value date is possible",
            "営業日カレンダーに営業日がないため、振込指定日を指定できません",
        ),
    Row::new(FindingCode::CalendarClosed, "/calendar", r#"{ "from": "2026-11-21", "to": "2026-11-23", "holidays": ["2026-11-23"], "weekend": ["sat", "sun"] }"#, r#"{ "from": "2026-11-21", "to": "2026-11-24", "holidays": ["2026-11-23"], "weekend": ["sat", "sun"] }"#)
        .says(
            "the calendar has no business day, so that no value date is possible",
            "営業日カレンダーに営業日がないため、振込指定日を指定できません",
        ),
    Row::new(FindingCode::WindowsCutoffNever, "/windows", r#"{ "transfer": { "cutoff": "00:00" } }"#, r#"{ "transfer": { "cutoff": "00:01" } }"#)
        .path("/windows/transfer/cutoff")
        .says(
            "no time of day is before 00:00, so that nothing is taken in on the last day",
            "00:00より前の時刻はないため、受付最終日には受け付けられません",
        )
        .hints(
            "let it be the last minute of the day before, with a business day more",
            "1営業日前の日の締切時刻として指定してください",
        ),
    Row::new(FindingCode::WindowsCutoffNever, "/windows", r#"{ "bonus": { "otherBank": { "earliestBusinessDays": 1, "cutoff": "00:00" } } }"#, r#"{ "bonus": { "otherBank": { "earliestBusinessDays": 1 } } }"#)
        .path("/windows/bonus/otherBank/cutoff")
        .says(
            "no time of day is before 00:00, so that nothing is taken in on the last day",
            "00:00より前の時刻はないため、受付最終日には受け付けられません",
        )
        .hints(
            "let it be the last minute of the day before, with a business day more",
            "1営業日前の日の締切時刻として指定してください",
        ),
    Row::new(FindingCode::WindowsNever, "/windows", r#"{ "payroll": { "earliestBusinessDays": 1000 } }"#, r#"{ "payroll": { "earliestBusinessDays": 400 } }"#)
        .path("/windows/payroll")
        .says(
            "the calendar has no 1000 business days before any business day, so that nothing is ever in time",
            "営業日カレンダーに1000営業日前となる日がないため、受け付けられません",
        ),
    Row::new(FindingCode::WindowsRange, "/windows", r#"{ "payroll": { "earliestBusinessDays": 1, "latestMonths": 0 } }"#, r#"{ "payroll": { "earliestBusinessDays": 0, "latestMonths": 0 } }"#)
        .path("/windows/payroll/latestMonths")
        .says(
            "the latest, 0 days ahead, comes before the earliest, 1 business days ahead",
            "受付期間の最長（0日先）が、最短（1営業日先）に届いていません",
        ),
    Row::new(FindingCode::WindowsOtherBankNever, "/windows", r#"{ "payroll": { "latestDays": 2, "otherBank": { "earliestBusinessDays": 3 } } }"#, r#"{ "payroll": { "latestDays": 3, "otherBank": { "earliestBusinessDays": 3 } } }"#)
        .path("/windows/payroll/otherBank")
        .says(
            "the latest, 2 days ahead, comes before the earliest to other banks, 3 business days ahead",
            "受付期間の最長（2日先）が他行宛ての最短（3営業日先）に届かないため、他行宛ては受け付けられません",
        ),
    Row::new(FindingCode::AccessRangeAll, "/access", r#"{ "conditions": [{ "key": "a", "scope": "login", "require": { "attribute": "address", "in": ["0.0.0.0/1", "128.0.0.0/1"] } }] }"#, r#"{ "conditions": [{ "key": "a", "scope": "login", "require": { "attribute": "address", "in": ["128.0.0.0/1"] } }] }"#)
        .path("/access/conditions/0/require/in")
        .says("the ranges hold every address there is", "アドレス範囲がすべてのアドレスを含んでいます"),
    Row::new(FindingCode::AccessConditionNever, "/access", r#"{ "conditions": [{ "key": "a", "scope": "login", "operations": ["create"], "require": { "attribute": "serviceState", "is": "available" } }] }"#, r#"{ "conditions": [{ "key": "a", "scope": "transaction", "operations": ["create"], "require": { "attribute": "serviceState", "is": "available" } }] }"#)
        .path("/access/conditions/0")
        .says(
            "the condition never applies: none of its operations has its scope and belongs to a business where it names some",
            "条件に該当する操作がないため、この条件は適用されません",
        ),
    Row::new(FindingCode::AccessConditionNever, "/access", r#"{ "conditions": [{ "key": "a", "operations": ["viewBalance"], "businesses": ["transfer"], "require": { "attribute": "serviceState", "is": "available" } }] }"#, r#"{ "conditions": [{ "key": "a", "operations": ["viewBalance", "view"], "businesses": ["transfer"], "require": { "attribute": "serviceState", "is": "available" } }] }"#)
        .path("/access/conditions/0")
        .says(
            "the condition never applies: none of its operations has its scope and belongs to a business where it names some",
            "条件に該当する操作がないため、この条件は適用されません",
        ),
    Row::new(FindingCode::AccessConditionAlways, "/access", r#"{ "conditions": [{ "key": "a", "require": { "not": { "all": [{ "attribute": "os", "is": "a" }, { "attribute": "os", "is": "b" }] } } }] }"#, r#"{ "conditions": [{ "key": "a", "require": { "not": { "attribute": "os", "is": "a" } } }] }"#)
        .path("/access/conditions/0/require")
        .says("the condition is fulfilled whatever is stated", "この条件は、値にかかわらず常に満たされます"),
    Row::new(FindingCode::AccessConditionImpossible, "/access", r#"{ "conditions": [{ "key": "a", "require": { "all": [{ "attribute": "os", "is": "a" }, { "attribute": "os", "is": "b" }] } }] }"#, r#"{ "conditions": [{ "key": "a", "require": { "any": [{ "attribute": "os", "is": "a" }, { "attribute": "os", "is": "b" }] } }] }"#)
        .path("/access/conditions/0/require")
        .says("the condition is fulfilled by nothing that can be stated", "この条件を満たす値はありません"),
    Row::new(FindingCode::FieldsRuleNever, "/fields", r#"{ "request": { "edi": [{ "maxLength": 20 }, { "maxLength": 10, "businesses": ["payroll"] }] } }"#, r#"{ "request": { "edi": [{ "maxLength": 10, "businesses": ["payroll"] }, { "maxLength": 20 }] } }"#)
        .path("/fields/request/edi/1")
        .says(
            "the rule never applies, as those before it apply wherever it would",
            "前の規則がすべての場合に適用されるため、この規則は適用されません",
        ),
    Row::new(FindingCode::FieldsRuleNever, "/fields", r#"{ "user": { "name": [{ "maxLength": 20 }, { "maxLength": 10 }] } }"#, r#"{ "user": { "name": [{ "maxLength": 20 }] } }"#)
        .path("/fields/user/name/1")
        .says(
            "the rule never applies, as those before it apply wherever it would",
            "前の規則がすべての場合に適用されるため、この規則は適用されません",
        ),
];

/// Put into `company.json`.
pub(super) const COMPANY_ROWS: &[Row] = &[
    Row::new(FindingCode::FeeMinimumNever, "/fees/payeeBorne/transfer/minimum", r#""10000000000""#, r#""9999999999""#)
        .says(
            "the minimum 10000000000 is above 9999999999, the most that an item may have, so that the payee never bears a fee",
            "適用最低支払金額（10000000000）が1件当たりの取扱限度額（9999999999）を超えているため、先方負担になりません",
        ),
    Row::new(FindingCode::UsersAdministratorNone, "/users/1/enabled", "false", "true")
        .path("/users")
        .says(
            "no enabled user may change the company's settings",
            "企業情報を変更できる利用者（利用可能な管理者）がいません",
        )
        .among(4),
];

#[test]
fn what_switches_itself_off_in_a_service() {
    check_rows(Document::Service, &Document::Service.json(), ROWS);
}

#[test]
fn what_is_of_no_use_in_a_company() {
    check_rows(Document::Company, &Document::Company.json(), COMPANY_ROWS);
}

/// The codes that are tested here beside the rows.
pub(super) const CODES: [FindingCode; 7] = [
    FindingCode::UsersAdministratorRequired,
    FindingCode::LimitTakeAtNever,
    FindingCode::ApprovalSecondChannelNever,
    FindingCode::ApprovalSecondChannelNone,
    FindingCode::ApprovalTooFew,
    FindingCode::ApprovalTooFewOthers,
    FindingCode::ApprovalTooFewAccount,
];

/// A service with one batch business in these modes, under these settings.
fn small(modes: &Value, settings: &Value) -> Value {
    json!({
        "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "settings": settings,
        "businesses": { "pay": { "kind": "other", "approvalModes": modes, "limits": [],
            "fees": { "perCount": { "unit": "1" } } } },
        "rights": { "pay.request": { "always": { "create": "all" } }, "pay.approve": { "always": { "approve": "all" } } }
    })
}

/// A company of this service with users of these rights, of whom the first is the administrator.
fn of(mode: &str, users: &[&[&str]]) -> Value {
    let users = users.iter().zip(0..).map(|(rights, at)| {
        let role = if at == 0 { "master" } else { "general" };
        let accounts = if at < 2 { json!(["one", "two"]) } else { json!(["one"]) };
        json!({ "id": format!("u{at}"), "role": role, "enabled": true, "accounts": accounts, "rights": rights })
    });
    json!({
        "format": 1, "id": "c", "approval": { "pay": mode }, "users": users.collect::<Value>(),
        "accounts": [
            { "id": "one", "bank": "0034", "branch": "081", "type": "1", "number": "0000001" },
            { "id": "two", "bank": "0034", "branch": "081", "type": "1", "number": "0000002" }
        ]
    })
}

/// The warnings of a company, each with its text.
fn warnings(service: &Value, company: &Value) -> Vec<String> {
    let service = Service::from_json(&service.to_string()).unwrap();
    let company = service.company_from_json(&company.to_string()).unwrap();
    company
        .warnings()
        .iter()
        .map(|finding| {
            format!(
                "{} {}: {} {}",
                finding.code.name(),
                finding.path,
                finding.message(Lang::En),
                finding.message(Lang::Ja)
            )
        })
        .collect()
}

#[test]
fn the_second_channel_needs_an_approval() {
    let settings = json!({ "approval": { "secondChannel": ["pay"] } });
    let service = small(&json!(["none"]), &settings);
    let findings = Service::check(&service.to_string());
    let finding = super::only(&findings);
    assert_eq!(
        (finding.code, &*finding.path),
        (FindingCode::ApprovalSecondChannelNever, "/settings/approval/secondChannel/0")
    );
    assert_eq!(
        (finding.message(Lang::En), finding.message(Lang::Ja)),
        (
            "`pay` is never approved, so that nothing in it comes through the second channel".into(),
            "業務「pay」には承認がないため、第二経路による承認を求めることはできません".into()
        )
    );
    let service = small(&json!(["none", "single"]), &settings);
    let of_mode = |mode: &str| warnings(&service, &of(mode, &[&[], &["pay.approve"]]));
    assert_eq!(of_mode("single"), [""; 0]);
    assert_eq!(
        of_mode("none"),
        [
            "approval.secondChannel.none /approval/pay: `pay` has no approval, so that nothing in it comes through the second channel \
          業務「pay」は承認なしのため、第二経路による承認は行われません"
        ]
    );
}

#[test]
fn what_is_taken_by_approval_needs_one() {
    let service = |check_at: Value| {
        let limit = json!({ "takeAt": "approve", "checkAt": check_at });
        Service::from_json(&small(&json!(["none", "single"]), &json!({ "limit": limit })).to_string())
            .unwrap()
    };
    let unchecked = service(json!(["submit", "approve"]));
    let findings = unchecked.check_company(&of("none", &[&[]]).to_string());
    let finding = super::only(&findings);
    assert_eq!((finding.code, &*finding.path), (FindingCode::LimitTakeAtNever, "/approval/pay"));
    assert_eq!(
        (finding.message(Lang::En), finding.message(Lang::Ja)),
        (
            "usage is taken by approval, and not at execution either, so that `pay` without approval would never take any".into(),
            "限度額の使用時点が承認時で実行時の確認もないため、承認なしの業務「pay」では限度額が使用されません".into()
        )
    );
    assert!(
        unchecked.check_company(&of("single", &[&[]]).to_string()).is_empty(),
        "with approval it is taken"
    );
    let checked = service(json!(["approve", "execute"]));
    assert!(checked.check_company(&of("none", &[&[]]).to_string()).is_empty(), "at execution it is taken");
}

#[test]
fn a_roll_needs_a_calendar() {
    let service = |roll: &str| small(&json!(["single"]), &json!({ "holiday": { "roll": roll } }));
    finds(Document::Service, &service("next"), &["setting.unused /settings/holiday/roll"]);
    finds(Document::Service, &service("error"), &[]);
}

#[test]
fn as_many_may_approve_as_a_mode_needs() {
    let service =
        small(&json!(["single", "doubleAnyOrder"]), &json!({ "roles": { "companySettings": "master" } }));
    let both: &[&str] = &["pay.request", "pay.approve"];
    // The master has every right.
    for (mode, users, want) in [
        ("single", [both, &[]].as_slice(), ""),
        (
            "doubleAnyOrder",
            &[&[], &["pay.request"], &["pay.approve"]],
            "approval.tooFew.account /accounts/1: the mode `doubleAnyOrder` of `pay` needs 2 approvers, \
          and 1 may use this account 業務「pay」の承認方法「doubleAnyOrder」には承認者が2名必要ですが、この口座を利用できる承認者は1名です",
        ),
        (
            "doubleAnyOrder",
            &[&[], &["pay.request"]],
            "approval.tooFew /approval/pay: the mode `doubleAnyOrder` of `pay` needs 2 approvers, and 1 may approve \
          業務「pay」の承認方法「doubleAnyOrder」には承認者が2名必要ですが、承認できる利用者は1名です",
        ),
    ] {
        assert_eq!(warnings(&service, &of(mode, users)).join("\n"), want, "{mode} {users:?}");
    }
    // Disabled people do not count, neither as approvers nor as administrators.
    let mut company = of("single", &[&[], &["pay.request"]]);
    company["users"][0]["enabled"] = json!(false);
    let found = warnings(&service, &company).join("\n");
    assert!(
        found.contains(
            "approval.tooFew /approval/pay: the mode `single` of `pay` needs 1 approvers, and 0 may approve"
        ),
        "{found}"
    );
    assert!(found.contains("users.administrator.none /users: no enabled user may change users 利用者情報を変更できる利用者（利用可能な管理者）がいません"), "{found}");
    // An administrator is enough for users, not for what the master alone may change.
    company["users"][1]["role"] = json!("administrator");
    let found = warnings(&service, &company).join("\n");
    assert!(found.contains("no enabled user may change the company's settings 企業情報を"), "{found}");
}

#[test]
fn a_bank_may_require_an_administrator() {
    let required = |required: bool| {
        small(&json!(["single"]), &json!({ "roles": { "administratorRequired": required } }))
    };
    let mut company = of("single", &[&[], &["pay.request", "pay.approve"], &["pay.approve"]]);
    company["users"][0]["enabled"] = json!(false);
    company["users"][1]["role"] = json!("administrator");
    let findings = |service: &Value, company: &Value| {
        let found = Service::from_json(&service.to_string()).unwrap().check_company(&company.to_string());
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    assert!(!findings(&required(true), &company).contains("administrator"), "one is left");
    company["users"][1]["enabled"] = json!(false);
    let found = findings(&required(true), &company);
    assert!(
        found.contains(
            "error [users.administrator.required] /users: the bank requires an enabled administrator"
        ),
        "{found}"
    );
    assert!(!found.contains("users.administrator.none"), "{found}");
    let found = findings(&required(false), &company);
    assert!(found.contains("warning [users.administrator.none] /users"), "{found}");
    assert!(!found.contains("users.administrator.required"), "{found}");
    // Where administrators are asked for, a company needs no master beside them.
    company["users"][0]["role"] = json!("administrator");
    company["users"][0]["enabled"] = json!(true);
    assert_eq!(findings(&required(true), &company), "");
    assert!(findings(&required(false), &company).contains("warning [users.master.none] /users"));
}

#[test]
fn somebody_else_is_left_to_approve_where_nobody_approves_his_own() {
    let service = small(
        &json!(["single"]),
        &json!({ "approval": { "selfApproval": "forbid", "approverNeedsAccount": false } }),
    );
    let alone = of("single", &[&[], &[]]);
    assert_eq!(
        warnings(&service, &alone),
        [
            "approval.tooFew.others /approval/pay: nobody may approve his own requests in `pay`, and whoever may make one is among the only 1 approvers \
          業務「pay」では自己承認ができず、依頼できる利用者がいずれも1名だけの承認者に含まれるため、承認できません"
        ]
    );
    assert_eq!(warnings(&service, &of("single", &[&[], &["pay.approve"]])), [""; 0], "another approves");
    assert_eq!(warnings(&service, &of("single", &[&[], &["pay.request"]])), [""; 0], "another asks");
    let allowed = small(&json!(["single"]), &json!({}));
    assert_eq!(warnings(&allowed, &alone), [""; 0]);
}

#[test]
fn a_part_says_nothing_of_the_others() {
    let mut part = super::company_rows::part();
    part["approverCandidates"] = json!([]);
    finds(Document::Company, &part, &[]);
}

const ALWAYS: &str = "access.condition.always /access/conditions/0/require";
const NEVER: &str = "access.condition.impossible /access/conditions/0/require";

/// What is required, and what is found of it: the condition is always fulfilled, or never, or neither can be said.
#[test]
fn conditions_are_tried_with_every_value_that_makes_a_difference() {
    for (require, want) in [
        (r#"{ "attribute": "companyEnabled", "is": true }"#, ""),
        (
            r#"{ "any": [{ "attribute": "companyEnabled", "is": true }, { "attribute": "companyEnabled", "is": false }] }"#,
            ALWAYS,
        ),
        (r#"{ "not": { "attribute": "os", "is": "a" } }"#, ""),
        (
            r#"{ "not": { "all": [{ "attribute": "os", "is": "a" }, { "attribute": "os", "is": "b" }] } }"#,
            ALWAYS,
        ),
        (r#"{ "attribute": "score", "atLeast": 0 }"#, ALWAYS),
        (r#"{ "attribute": "score", "atLeast": 1 }"#, ""),
        (r#"{ "attribute": "score", "below": 0 }"#, NEVER),
        (r#"{ "all": [{ "attribute": "score", "above": 5 }, { "attribute": "score", "below": 6 }] }"#, NEVER),
        (r#"{ "all": [{ "attribute": "score", "above": 5 }, { "attribute": "score", "below": 7 }] }"#, ""),
        (
            r#"{ "any": [{ "attribute": "contractDate", "atMost": "2026-01-01" }, { "attribute": "contractDate", "above": "2025-12-31" }] }"#,
            ALWAYS,
        ),
        (
            r#"{ "any": [{ "attribute": "contractDate", "below": "2026-01-01" }, { "attribute": "contractDate", "above": "2026-01-01" }] }"#,
            "",
        ),
        (
            r#"{ "any": [{ "attribute": "certificateExpires", "below": "now" }, { "attribute": "certificateExpires", "atLeast": "renewalGrace" }] }"#,
            ALWAYS,
        ),
        (
            r#"{ "all": [{ "attribute": "certificateExpires", "above": "now" }, { "attribute": "certificateExpires", "below": "now" }] }"#,
            NEVER,
        ),
        // A fixed day may come before today or after it.
        (
            r#"{ "all": [{ "attribute": "contractDate", "above": "2026-01-01" }, { "attribute": "contractDate", "below": "today" }] }"#,
            "",
        ),
        (
            r#"{ "any": [{ "attribute": "address", "in": ["10.0.0.0/8"] }, { "not": { "attribute": "address", "in": "registeredAddresses" } }] }"#,
            "",
        ),
        (r#"{ "attribute": "certificateState", "in": ["notAcquired", "issued", "revoked", "expired"] }"#, ""),
        (
            r#"{ "not": { "attribute": "certificateState", "in": ["notAcquired", "issued", "revoked", "expired"] } }"#,
            NEVER,
        ),
        (r#"{ "attribute": "certificateState", "in": ["notAcquired", "issued", "revoked"] }"#, ""),
    ] {
        check_requirement(require, want);
    }
}

/// That something is stated is asked; that nothing is cannot be.
#[test]
fn whether_something_is_stated_is_tried_too() {
    for (require, want) in [
        (r#"{ "attribute": "os", "given": true }"#, ""),
        (r#"{ "any": [{ "attribute": "score", "below": 5 }, { "attribute": "os", "given": true }] }"#, ""),
        (r#"{ "not": { "attribute": "os", "given": true } }"#, NEVER),
        (
            r#"{ "any": [{ "attribute": "score", "below": 5 }, { "not": { "attribute": "os", "given": true } }] }"#,
            "",
        ),
        (
            r#"{ "all": [{ "attribute": "score", "below": 5 }, { "not": { "attribute": "score", "given": true } }] }"#,
            NEVER,
        ),
        (
            r#"{ "all": [{ "attribute": "score", "given": true }, { "attribute": "score", "below": 0 }] }"#,
            NEVER,
        ),
        (r#"{ "all": [{ "attribute": "address", "given": true }, { "attribute": "os", "is": "a" }] }"#, ""),
    ] {
        check_requirement(require, want);
    }
}

/// What is found of the only condition of a service.
#[track_caller]
fn check_requirement(require: &str, want: &str) {
    let access = format!(
        r#"{{ "attributes": {{ "score": {{ "type": "number" }} }}, "conditions": [{{ "key": "a", "scope": "transaction", "require": {require} }}] }}"#
    );
    let service = with(Document::Service.json(), "/access", &access);
    let service = with(service, "/settings/cert", r#"{ "graceDays": 0 }"#);
    finds(
        Document::Service,
        &service,
        &[want].into_iter().filter(|want| !want.is_empty()).collect::<Vec<_>>(),
    );
}

//! Each bound of size, on both sides.
#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use super::{Document, SERVICE, only, service, with};
use crate::Service;
use crate::finding::{FindingCode, Findings};
use crate::lang::Lang;
use crate::terms::{Operation, Scope};

/// The codes that are tested here.
pub(super) const CODES: [FindingCode; 3] =
    [FindingCode::ListTooLong, FindingCode::NameTooLong, FindingCode::UsersTooMany];

/// A document of `most` things has no error; one more is one finding, which names the things and the bound.
#[track_caller]
fn bounded(check: impl Fn(usize) -> Findings, most: usize, path: &str, things: &str, things_ja: &str) {
    let findings = check(most);
    assert!(!findings.has_errors(), "{findings}");
    let findings = check(most + 1);
    let finding = findings.iter().find(|finding| finding.code == FindingCode::ListTooLong).expect(things);
    assert_eq!(finding.path, path);
    assert_eq!(finding.message(Lang::En), format!("there are more than {most} {things}"));
    assert_eq!(finding.message(Lang::Ja), format!("{things_ja}の数が上限（{most}）を超えています"));
}

/// A small service with one thing put into it.
fn small(at: &str, value: &Value) -> Findings {
    let text = r#"{ "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "rights": {},
        "settings": { "roles": { "maxUsers": 1000 } },
        "businesses": { "payroll": { "kind": "payroll", "approvalModes": ["none"] } },
        "patterns": [{ "key": "all", "when": {} }],
        "standardFees": [{ "from": "2024-10-01", "tables": { "payroll": { "all": [{ "from": "0", "fee": "0" }] } } }] }"#;
    Service::check(&with(serde_json::from_str(text).unwrap(), at, &value.to_string()).to_string())
}

fn map(count: usize, key: impl Fn(usize) -> String, value: &Value) -> Value {
    (0..count).map(|at| (key(at), value.clone())).collect::<serde_json::Map<_, _>>().into()
}

fn day(at: usize) -> String {
    format!("{:?}", crate::Day::parse("2000-01-01").unwrap().plus(i32::try_from(at).unwrap()).unwrap())
}

#[test]
fn businesses_rights_and_patterns() {
    let business = json!({ "kind": "payroll", "approvalModes": ["none"] });
    let businesses = |count| {
        let mut all = map(count - 1, |at| format!("b{at}"), &business);
        all["payroll"] = business.clone();
        small("/businesses", &all)
    };
    bounded(businesses, 64, "/businesses", "businesses", "業務");
    let right = json!({ "always": { "viewBalance": "all" } });
    bounded(
        |count| small("/rights", &map(count, |at| format!("r{at}"), &right)),
        512,
        "/rights",
        "rights",
        "権限",
    );
    let patterns = |count: usize| {
        let never = json!({ "sameBank": false, "sameBranch": true });
        let mut rows = alloc::vec![json!({ "key": "all", "when": {} })];
        rows.extend((1..count).map(|at| json!({ "key": format!("p{at}"), "when": never })));
        let tables = map(
            count,
            |at| if at == 0 { "all".into() } else { format!("p{at}") },
            &json!([{ "from": "0", "fee": "0" }]),
        );
        let text = format!(
            r#"{{ "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "rights": {{}},
            "businesses": {{ "payroll": {{ "kind": "payroll", "approvalModes": ["none"] }} }}, "patterns": {},
            "standardFees": [{{ "from": "2024-10-01", "tables": {{ "payroll": {tables} }} }}] }}"#,
            Value::from(rows)
        );
        Service::check(&text)
    };
    bounded(patterns, 16, "/patterns", "patterns", "振込パターン");
}

#[test]
fn versions_tiers_and_tax_rates() {
    let versions = |count: usize| {
        let tables = json!({ "payroll": { "all": [{ "from": "0", "fee": "0" }] } });
        small("/standardFees", &(0..count).map(|at| json!({ "from": day(at), "tables": tables })).collect())
    };
    bounded(versions, 128, "/standardFees", "fee versions", "手数料の版");
    let tiers = |count: usize| {
        let tiers: Value = (0..count).map(|at| json!({ "from": at, "fee": "0" })).collect();
        small("/standardFees/0/tables/payroll/all", &tiers)
    };
    bounded(tiers, 64, "/standardFees/0/tables/payroll/all", "tiers", "手数料の区分");
    let rates = |count: usize| {
        let rates: Value = (0..count).map(|at| json!({ "from": day(at), "rate": "0.1" })).collect();
        small("/settings/fee", &json!({ "taxRates": rates }))
    };
    bounded(rates, 8, "/settings/fee/taxRates", "tax rates", "消費税率");
    let bounds = |count: usize| small("/settings/fee", &json!({ "bounds": (0..count).collect::<Vec<_>>() }));
    bounded(bounds, 64, "/settings/fee/bounds", "bounds", "区分の境界額");
}

#[test]
fn holidays() {
    let limit = json!({ "of": "company", "per": "day" });
    let limits = |count: usize| small("/limits", &map(count, |at| format!("l{at}"), &limit));
    bounded(limits, 64, "/limits", "declared limits", "限度額の定義");
    let holidays = |count: usize| {
        let days: Value = (0..count).map(day).collect();
        small("/calendar", &json!({ "from": day(0), "to": day(5000), "holidays": days, "weekend": [] }))
    };
    bounded(holidays, 2_000, "/calendar/holidays", "holidays", "休日");
}

/// A service that asks for few limits and allows a thousand users.
fn roomy() -> Service {
    let document = with(Document::Service.json(), "/settings/roles/maxUsers", "1000");
    Service::from_json(&document.to_string()).unwrap()
}

#[test]
fn users_accounts_and_candidates() {
    let service = roomy();
    let base = || Document::Company.json();
    let check = |document: &Value| service.check_company(&document.to_string());
    let user = |at: usize| json!({ "id": format!("u{at}"), "role": "general", "enabled": true });
    let users = |count: usize| {
        let mut document = base();
        let list = document["users"].as_array_mut().unwrap();
        list.extend((list.len()..count).map(user));
        check(&document)
    };
    bounded(users, 1_000, "/users", "users", "利用者");
    let accounts = |count: usize| {
        let mut document = base();
        let list = document["accounts"].as_array_mut().unwrap();
        let account = list[0].clone();
        list.extend((2..count).map(|at| {
            let account = with(account.clone(), "/id", &format!("\"a{at}\""));
            with(account, "/number", &format!("\"{at:07}\""))
        }));
        check(&document)
    };
    bounded(accounts, 1_000, "/accounts", "accounts", "口座");
    let groups = |count: usize| {
        let mut document = base();
        document["groups"] = map(count, |at| format!("g{at}"), &json!({}));
        check(&document)
    };
    bounded(groups, 64, "/groups", "groups", "グループ");
    let candidates = |count: usize| {
        let mut document = super::company_rows::part();
        document["approverCandidates"] =
            (0..count).map(|at| json!({ "id": format!("c{at}"), "businesses": ["transfer"] })).collect();
        check(&document)
    };
    bounded(candidates, 1_000, "/approverCandidates", "approver candidates", "承認者候補");
}

#[test]
fn the_bank_may_allow_fewer_users() {
    let users = |count: usize| {
        let mut document = Document::Company.json();
        let list = document["users"].as_array_mut().unwrap();
        list.extend(
            (list.len()..count)
                .map(|at| json!({ "id": format!("u{at}"), "role": "general", "enabled": false })),
        );
        service().check_company(&document.to_string())
    };
    assert_eq!(users(6).to_string(), "");
    let findings = users(7);
    let finding = only(&findings);
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::UsersTooMany, "/users"));
    assert_eq!(finding.message(Lang::En), "there are 7 users, more than the 6 that the bank allows");
    assert_eq!(finding.message(Lang::Ja), "利用者数（7名）が上限（6名）を超えています");
}

#[test]
fn ids_and_keys_have_at_most_64_bytes() {
    let longest = "x".repeat(64);
    let at_id =
        |id: &str| Service::check(&with(Document::Service.json(), "/id", &format!("\"{id}\"")).to_string());
    assert_eq!(at_id(&longest).to_string(), "");
    let findings = at_id(&format!("{longest}x"));
    let finding = only(&findings);
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::NameTooLong, "/id"));
    assert_eq!(finding.message(Lang::En), format!("the name `{longest}x` is longer than 64 bytes"));
    assert_eq!(finding.message(Lang::Ja), format!("「{longest}x」は64バイト以内で指定してください"));
    let as_key = |key: &str| Service::check(&SERVICE.replacen("\"balance\"", &format!("\"{key}\""), 1));
    assert_eq!(as_key(&longest).to_string(), "");
    assert_eq!(only(&as_key(&format!("{longest}x"))).code, FindingCode::NameTooLong);
    // 21 characters of three bytes are 63 bytes, 22 are 66.
    assert!(at_id(&"振".repeat(21)).is_empty());
    assert!(at_id(&"振".repeat(22)).has_errors());
}

/// A service of 64 businesses, and a company of 1,000 users, in which everybody's rights are others in each business and
/// under each of the two maps: user n has those of ten rights in all businesses that n has bits for, and those of a right in
/// each business whose operations are the bits of the business's number.
fn everybody_differs() -> (Service, String) {
    let operations = [
        "edit",
        "delete",
        "view",
        "reference",
        "cancel",
        "pullBack",
        "approve",
        "sendBack",
        "discard",
        "revoke",
    ];
    let bits = |number: usize, scope: &str| -> serde_json::Map<String, Value> {
        let named = operations.iter().enumerate().filter(|(at, _)| number >> at & 1 == 1);
        named.map(|(_, name)| ((*name).into(), scope.into())).collect()
    };
    let business = json!({
        "kind": "payroll", "approvalModes": ["none", "single"], "rightsGroup": "g", "limits": [],
        "fees": { "perCount": { "unit": "1" } }
    });
    let mut rights: Vec<(String, Value)> = (0..10)
        .map(|at| (format!("g.user.u{at}"), json!({ "entry": "screen", "always": bits(1 << at, "kind") })))
        .collect();
    rights.extend((0..64).map(|at| {
        let mut on = bits(at, "all");
        on.insert("create".into(), "all".into());
        (format!("b{at}.own"), json!({ "approvalOn": on, "approvalOff": bits(at, "all") }))
    }));
    let users: Value = (0..1_000)
        .map(|user: usize| {
            let held = rights.iter().enumerate().filter(|(at, _)| *at >= 10 || user >> at & 1 == 1);
            json!({
                "id": format!("u{user:03}"), "role": "general", "enabled": true,
                "rights": held.map(|(_, (name, _))| name.as_str()).collect::<Vec<_>>()
            })
        })
        .collect();
    let service = json!({
        "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
        "settings": { "roles": { "maxUsers": 1000 } },
        "businesses": map(64, |at| format!("b{at}"), &business),
        "rights": rights.iter().cloned().collect::<serde_json::Map<_, _>>(),
    });
    let company = json!({
        "format": 1, "id": "c", "users": users,
        "approval": map(64, |at| format!("b{at}"), &json!("single")),
    });
    (Service::from_json(&service.to_string()).unwrap(), company.to_string())
}

#[test]
fn the_rights_of_all_users_in_all_businesses_may_differ() {
    let (service, company) = everybody_differs();
    let company = service.company_from_json(&company).unwrap().model;
    // Two for each user and business; the one without any right is also that of inquiries, which nobody has.
    assert_eq!(company.grants.len(), 2 * 1_000 * 64);
    for (user, business) in [(0, 0), (0, 63), (512, 31), (999, 0), (999, 63), (1, 1)] {
        let person = company.person(&format!("u{user:03}")).unwrap();
        let at = service.model.business(&format!("b{business}")).unwrap();
        let granted = |number: u32, scope: Scope, narrowing: Option<u8>| {
            let all = Operation::ALL.iter().skip(1).enumerate();
            all.filter(move |(at, _)| number >> at & 1 == 1).map(move |(_, of)| (*of, scope, narrowing))
        };
        let [on, off] = [true, false].map(|on| company.grants_under(on, person, at));
        let both = granted(user, Scope::Kind, Some(0)).chain(granted(business, Scope::All, None));
        assert_eq!(off, &both.clone().collect(), "{user} {business}");
        let create = (Operation::Create, Scope::All, None);
        assert_eq!(on, &both.chain([create]).collect(), "{user} {business}");
    }
}

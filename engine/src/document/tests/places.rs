//! Findings that need a text of their own, or come with others.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use super::{COMPANY, Document, SERVICE, finds, only, with};
use crate::Service;
use crate::finding::{FindingCode, Findings};
use crate::lang::Lang;

/// The codes that are tested here and in the tests of `tree`.
pub(super) const CODES: [FindingCode; 13] = [
    FindingCode::JsonSyntax,
    FindingCode::DocumentTooLarge,
    FindingCode::TextTooLong,
    FindingCode::JsonKeyDuplicate,
    FindingCode::DocumentMoreErrors,
    FindingCode::DocumentMoreWarnings,
    FindingCode::PatternsGap,
    FindingCode::PatternsOverlap,
    FindingCode::FeeMethodFlat,
    FindingCode::NameTooLong,
    FindingCode::ListTooLong,
    FindingCode::UsersTooMany,
    FindingCode::FeeMethodFamily,
];

#[test]
fn a_doubled_key_is_found_where_it_stands_again() {
    let text =
        SERVICE.replacen("\"currency\": \"JPY\",", "\"currency\": \"JPY\", \"\\u0063urrency\": \"USD\",", 1);
    let findings = Service::check(&text);
    let finding = only(&findings);
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::JsonKeyDuplicate, "/currency"));
    assert_eq!(&text[finding.range.clone()], "\"\\u0063urrency\"");
    assert_eq!(finding.message(Lang::En), "the field `currency` stands twice in one object");
    assert_eq!(finding.message(Lang::Ja), "項目「currency」が重複しています");
    let in_a_map = COMPANY.replacen("\"main\"", "\"main\", \"id\": \"main\"", 1);
    assert_eq!(only(&Document::Company.check(&in_a_map)).path, "/accounts/0/id");
    let business = SERVICE.replacen("\"businesses\": {", "\"businesses\": { \"transfer\": {\"kind\": \"transfer\", \"approvalModes\": [\"none\"], \"fees\": {\"payeeBorne\":{}}},", 1);
    let findings = Service::check(&business);
    assert_eq!(only(&findings).path, "/businesses/transfer");
}

#[test]
fn every_finding_is_reported_at_once_in_the_order_of_the_text() {
    let mut bad = Document::Service.json();
    for (at, value) in [
        ("/id", "\"\""),
        ("/currency", "\"YEN\""),
        ("/businesses/transfer/kind", "\"tranfser\""),
        ("/businesses/transfer/colour", "1"),
        ("/patterns/0/when/sameBranch", "1"),
        ("/calendar/to", "\"soon\""),
        ("/ceilings/perItem", "\"-1\""),
    ] {
        bad = with(bad, at, value);
    }
    finds(
        Document::Service,
        &bad,
        &[
            "name.empty /id",
            "currency.unknown /currency",
            "choice.unknown /businesses/transfer/kind",
            "field.unknown /businesses/transfer/colour",
            "type.wrong /patterns/0/when/sameBranch",
            "amount.malformed /ceilings/perItem",
            "day.malformed /calendar/to",
        ],
    );
}

#[test]
fn a_pattern_more_and_a_pattern_less_are_found_with_their_worlds() {
    let rows = |rows: &str| Service::check(&with(Document::Service.json(), "/patterns", rows).to_string());
    let gap = rows(
        r#"[{ "key": "sameBranch", "when": { "sameBank": true, "sameBranch": true } },
            { "key": "ownBank", "when": { "sameBank": true, "sameBranch": false, "document": false } },
            { "key": "otherBank", "when": { "sameBank": false } }]"#,
    );
    let finding = only(&gap);
    assert_eq!((finding.code, finding.path.as_str()), (FindingCode::PatternsGap, "/patterns"));
    assert_eq!(
        finding.message(Lang::En),
        "no pattern applies to a transfer to another branch of the same bank, with a document"
    );
    assert_eq!(
        finding.message(Lang::Ja),
        "同一金融機関の他支店あて（文書扱）の振込に該当する振込パターンがありません"
    );
    let overlap = rows(
        r#"[{ "key": "sameBranch", "when": { "sameBranch": true } },
            { "key": "ownBank", "when": { "sameBank": true, "sameBranch": false } },
            { "key": "otherBank", "when": { "sameBank": false } },
            { "key": "paper", "when": { "sameBranch": false, "sameBank": false, "document": true } }]"#,
    );
    let mut codes = overlap.iter().filter(|finding| finding.code == FindingCode::PatternsOverlap);
    let finding = codes.next().unwrap();
    assert_eq!((finding.path.as_str(), codes.count()), ("/patterns/3", 0));
    assert_eq!(
        finding.message(Lang::En),
        "the patterns `otherBank` and `paper` both apply to a transfer to another bank, with a document"
    );
    assert_eq!(
        finding.message(Lang::Ja),
        "他行あて（文書扱）の振込に、振込パターン「otherBank」と「paper」の両方が該当します"
    );
}

#[test]
fn patterns_may_be_left_out_only_where_no_table_goes_by_them() {
    let bad = with(Document::Service.json(), "/patterns", "");
    let findings = Service::check(&bad.to_string());
    assert!(
        findings
            .iter()
            .any(|finding| finding.path == "/patterns" && finding.code == FindingCode::FieldMissing)
    );
    let good = r#"{ "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "rights": {},
        "businesses": { "directDebit": { "kind": "directDebit", "approvalModes": ["none"] } },
        "standardFees": [{ "from": "2024-10-01", "tables": { "directDebit": { "perCount": { "unit": "50" } } } }] }"#;
    assert_eq!(Service::check(good).to_string(), "");
}

/// The bank's own tables must go with the method that a company names.
#[test]
fn the_banks_tables_are_checked_against_the_companys_method() {
    let service = |fee: &str, otherbank: &str| {
        let document = with(Document::Service.json(), "/settings/fee", fee);
        let document = with(document, "/standardFees/1/tables/bulkTransfer/otherBank", otherbank);
        Service::from_json(&document.to_string()).unwrap()
    };
    let company = |method: &str| {
        let entry = format!("{{ \"basis\": \"standard\", \"method\": \"{method}\" }}");
        with(Document::Company.json(), "/fees/payeeBorne/bulkTransfer", &entry).to_string()
    };
    let falling =
        r#"[{ "from": "0", "fee": "0" }, { "from": "100", "fee": "500" }, { "from": "300", "fee": "100" }]"#;
    let crossing = service("{}", falling);
    assert!(crossing.company_from_json(&company("addLowerFee")).is_ok());
    assert!(crossing.company_from_json(&company("clampUpper")).is_ok());
    let findings = crossing.check_company(&company("addUpperFee"));
    let finding = only(&findings);
    assert_eq!(
        (finding.code, finding.path.as_str()),
        (FindingCode::FeeMethodCrossing, "/fees/payeeBorne/bulkTransfer/basis")
    );
    assert_eq!(
        finding.message(Lang::En),
        "in the table of `otherBank (2024-10-01)` the method `addUpperFee` moves the bound 300 to or below the one before it"
    );
    let rates = service("{}", r#"[{ "from": "0", "rate": "0.01" }]"#);
    for (method, fits) in [
        ("fixed", true),
        ("typed", true),
        ("iterative", false),
        ("addLowerFee", false),
        ("clampLower", false),
    ] {
        assert_eq!(rates.company_from_json(&company(method)).is_ok(), fits, "{method}");
    }
    let flat = service(r#"{ "methodFamily": "flat" }"#, falling);
    let findings = flat.check_company(&company("fixed"));
    let finding =
        findings.iter().find(|finding| finding.path == "/fees/payeeBorne/bulkTransfer/basis").unwrap();
    assert_eq!(finding.code, FindingCode::FeeMethodFlat);
    assert_eq!(
        finding.message(Lang::En),
        "the table of `otherBank (2019-10-01)` has more than one tier, but deductions are flat"
    );
    assert_eq!(
        finding.message(Lang::Ja),
        "先方負担手数料は一律のため、「otherBank (2019-10-01)」の手数料表に複数の区分は使用できません"
    );
}

/// Tax may make two bounds meet that are apart before it.
#[test]
fn bounds_cross_after_tax() {
    let fee = |tax: &str| format!("{{ \"tax\": \"{tax}\", \"method\": \"addUpperFee\" }}");
    let tables = r#"[{ "from": "0", "fee": "0" }, { "from": "1000", "fee": "1000" }, { "from": "2000", "fee": "50" }]"#;
    for (tax, fits) in [("inclusive", true), ("exclusive", false)] {
        let document = with(Document::Service.json(), "/settings/fee", &fee(tax));
        let document = with(document, "/standardFees/1/tables/bulkTransfer/otherBank", tables);
        let service = Service::from_json(&document.to_string()).unwrap();
        let company = with(
            Document::Company.json(),
            "/fees/payeeBorne",
            r#"{ "bulkTransfer": { "basis": "standard" } }"#,
        );
        assert_eq!(service.company_from_json(&company.to_string()).is_ok(), fits, "{tax}");
    }
}

#[test]
fn a_method_must_belong_to_the_family() {
    for (family, allowed) in [
        ("shifted", ["fixed", "addLowerFee", "addUpperFee"].as_slice()),
        ("clamp", &["fixed", "clampLower", "clampUpper"]),
        ("iterative", &["iterative"]),
        ("typed", &["typed"]),
        ("flat", &["fixed"]),
    ] {
        for method in
            ["fixed", "addLowerFee", "addUpperFee", "iterative", "clampLower", "clampUpper", "typed"]
        {
            let fee = format!("{{ \"methodFamily\": \"{family}\", \"method\": \"{method}\" }}");
            let document = with(Document::Service.json(), "/settings/fee", &fee).to_string();
            let fits =
                Service::check(&document).iter().all(|finding| finding.code != FindingCode::FeeMethodFamily);
            assert_eq!(fits, allowed.contains(&method), "{family} {method}");
        }
    }
}

#[test]
fn more_than_a_thousand_errors_are_cut_short() {
    let text = |count: usize| {
        let fields: Vec<_> = (0..count).map(|at| format!("\"x{at}\": 0")).collect();
        SERVICE.replacen('{', &format!("{{ {},", fields.join(",")), 1)
    };
    assert_eq!(Service::check(&text(1000)).len(), 1000);
    let findings = Service::check(&text(1001));
    let last = findings.iter().last().unwrap();
    assert_eq!((findings.len(), last.code), (1001, FindingCode::DocumentMoreErrors));
    assert_eq!(last.message(Lang::En), "there are more errors than are shown");
    assert_eq!(last.message(Lang::Ja), "表示しきれないエラーがほかにもあります");
    assert_eq!(Service::check(&text(20_000)).len(), 1001);
}

#[test]
fn more_than_a_thousand_warnings_are_cut_short_and_no_error() {
    let version = |day: usize| {
        let tiers = r#"[{ "from": "0", "fee": "9" }, { "from": "1", "fee": "8" }]"#;
        let patterns: Vec<_> = (0..14).map(|at| format!("\"p{at}\": {tiers}")).collect();
        let from = crate::Day::parse("2020-01-01").unwrap().plus(i32::try_from(day).unwrap()).unwrap();
        format!("{{ \"from\": \"{from:?}\", \"tables\": {{ \"a\": {{ {} }} }} }}", patterns.join(","))
    };
    let never = r#"{ "sameBank": false, "sameBranch": true }"#;
    let mut patterns = alloc::vec![r#"{ "key": "p0", "when": {} }"#.to_string()];
    patterns.extend((1..14).map(|at| format!("{{ \"key\": \"p{at}\", \"when\": {never} }}")));
    let text = format!(
        r#"{{ "format": 1, "id": "a", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "rights": {{}},
        "businesses": {{ "a": {{ "kind": "payroll", "approvalModes": ["none"] }} }},
        "patterns": [{}], "standardFees": [{}] }}"#,
        patterns.join(","),
        (0..80).map(version).collect::<Vec<_>>().join(",")
    );
    let service = Service::from_json(&text).unwrap();
    let last: Option<&_> = service.warnings().iter().last();
    assert_eq!(last.map(|finding| finding.code), Some(FindingCode::DocumentMoreWarnings));
    assert_eq!(
        last.map(|finding| finding.message(Lang::En)).unwrap(),
        "there are more warnings than are shown"
    );
    assert_eq!(
        last.map(|finding| finding.message(Lang::Ja)).unwrap(),
        "表示しきれない警告がほかにもあります"
    );
    assert_eq!(service.warnings().len(), 1001);
    assert!(!Findings::has_errors(service.warnings()));
}

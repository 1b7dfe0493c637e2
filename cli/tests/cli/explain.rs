//! `kessai explain`.

use kessai::{Code, FindingCode};
use serde_json::Value;

use crate::common::run;

#[test]
fn every_code_has_an_answer_by_name_and_number() {
    for code in Code::ALL {
        for lang in ["en", "ja"] {
            let named = run(&["explain", code.name(), "--lang", lang]);
            assert_eq!((named.status, named.stderr.as_str()), (0, ""), "{}", code.name());
            let page = if code.number() > 700 { "docs/item.md" } else { "docs/rules.md" };
            assert!(named.stdout.starts_with(code.name()) && named.stdout.contains(page));
            let numbered = run(&["explain", &code.number().to_string(), "--lang", lang]);
            assert_eq!(named.stdout, numbered.stdout);
        }
    }
    for code in FindingCode::ALL {
        let run = run(&["explain", code.name()]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", code.name());
    }
}

#[test]
fn an_explanation_shows_both_sides() {
    insta::assert_snapshot!(run(&["explain", "limit.accountPerDay.adHoc"]).stdout);
    insta::assert_snapshot!(run(&["explain", "406", "--lang", "ja"]).stdout);
    let json: Value =
        serde_json::from_str(&run(&["explain", "fee.notLessThanPayment", "--format", "json"]).stdout)
            .unwrap();
    for field in [
        "code", "number", "step", "title", "message", "rule", "page", "section", "source", "passes",
        "refused",
    ] {
        assert!(!json[field].is_null(), "{field}");
    }
}

#[test]
fn without_a_code_all_are_listed() {
    let text = run(&["explain", "--lang", "ja"]);
    assert_eq!(text.status, 0);
    let json: Value = serde_json::from_str(&run(&["explain", "--format", "json"]).stdout).unwrap();
    for code in Code::ALL {
        assert!(text.stdout.contains(code.name()));
    }
    assert_eq!(json["reasons"].as_array().unwrap().len(), Code::ALL.len());
    assert_eq!(json["findings"].as_array().unwrap().len(), FindingCode::ALL.len());
}

#[test]
fn unknown_codes_have_no_answer_but_a_suggestion() {
    let table = [
        ("limit.accountPerDay.adhoc", "did you mean `limit.accountPerDay.adHoc`?"),
        (
            "accountPerDay.adHoc",
            "did you mean `limit.accountPerDay.adHoc`, `limit.ceiling.accountPerDay.adHoc`?",
        ),
        ("fee.nothing", "did you mean `fee.noTableInForce`"),
        ("999", "`kessai explain` lists them"),
        ("", "`kessai explain` lists them"),
    ];
    for (code, words) in table {
        let run = run(&["explain", code]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{code}");
        assert!(run.stderr.contains(words), "{code}\n{}", run.stderr);
    }
}

//! `kessai explain`.

use std::collections::BTreeSet;

use kessai::{Code, FindingCode, Severity};
use serde_json::Value;

use crate::common::run;

/// What the program knows, by kind.
fn all() -> Value {
    serde_json::from_str(&run(&["explain", "--format", "json"]).stdout).unwrap()
}

fn names(of: &Value) -> Vec<&str> {
    of.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn every_reason_has_an_answer_by_name_and_number() {
    for code in Code::ALL {
        for lang in ["en", "ja"] {
            let named = run(&["explain", code.name(), "--lang", lang]);
            assert_eq!((named.status, named.stderr.as_str()), (0, ""), "{}", code.name());
            assert!(named.stdout.starts_with(code.name()) && named.stdout.contains("docs/"));
            let numbered = run(&["explain", &code.number().to_string(), "--lang", lang]);
            assert_eq!(named.stdout, numbered.stdout);
        }
    }
}

#[test]
fn every_other_code_has_an_answer() {
    let all = all();
    for name in ["findings", "requests", "calls"].iter().flat_map(|kind| names(&all[kind])) {
        let run = run(&["explain", name]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
        assert!(run.stdout.starts_with(name), "{name}");
    }
}

#[test]
fn an_explanation_shows_both_sides() {
    insta::assert_snapshot!(run(&["explain", "limit.accountPerDay.adHoc"]).stdout);
    insta::assert_snapshot!(run(&["explain", "406", "--lang", "ja"]).stdout);
    insta::assert_snapshot!(run(&["explain", "users.tooMany"]).stdout);
    insta::assert_snapshot!(run(&["explain", "name.similar", "--lang", "ja"]).stdout);
    insta::assert_snapshot!(run(&["explain", "request.now.malformed"]).stdout);
    insta::assert_snapshot!(run(&["explain", "call.utf8", "--lang", "ja"]).stdout);
}

#[test]
fn in_json_both_sides_are_there_for_a_machine() {
    let explained = |code: &str| -> Value {
        serde_json::from_str(&run(&["explain", code, "--format", "json"]).stdout).unwrap()
    };
    let reason = explained("fee.notLessThanPayment");
    for field in [
        "code", "topic", "number", "step", "title", "messages", "rule", "places", "source", "passes",
        "refused",
    ] {
        assert!(!reason[field].is_null(), "{field}");
    }
    let finding = explained("number.range");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["example"]["at"], "/settings/roles/maxUsers");
    assert_eq!(finding["example"]["passes"], 1_000);
    assert_eq!(finding["example"]["refused"], 1_001);
}

#[test]
fn without_a_code_all_are_listed() {
    let all = all();
    assert_eq!(names(&all["reasons"]), Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>());
    let findings: BTreeSet<_> = names(&all["findings"]).into_iter().collect();
    assert_eq!(findings, FindingCode::ALL.iter().map(|code| code.name()).collect());
    for finding in all["findings"].as_array().unwrap() {
        let code = FindingCode::ALL.iter().find(|code| finding["code"] == code.name()).unwrap();
        assert_eq!(finding["severity"] == "error", code.severity() == Severity::Error);
    }
    for lang in ["en", "ja"] {
        let text = run(&["explain", "--lang", lang]);
        assert_eq!(text.status, 0);
        for name in ["reasons", "findings", "requests", "calls"].iter().flat_map(|kind| names(&all[kind])) {
            assert!(text.stdout.contains(name), "{name}");
        }
    }
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
        ("reqest.size", "did you mean `request.size`?"),
        ("Name.blanc", "did you mean `name.blank`?"),
        ("999", "`kessai explain` lists them"),
        ("", "`kessai explain` lists them"),
    ];
    for (code, words) in table {
        let run = run(&["explain", code]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{code}");
        assert!(run.stderr.contains(words), "{code}\n{}", run.stderr);
    }
}

//! `kessai check`.

use serde_json::Value;

use crate::common::{Folder, run, run_with};

/// A service with something changed in its text.
fn broken(from: &str, to: &str) -> Folder {
    let folder = Folder::like("ehime");
    let text = folder.read("service.json");
    assert!(text.contains(from), "{text}");
    folder.write("service.json", text.replacen(from, to, 1));
    folder
}

#[test]
fn clean_documents_have_status_0() {
    let folder = Folder::like("ehime");
    let [service, company] = ["service.json", "company.json"].map(|name| folder.path(name));
    let clean = run(&["check", &service, &company, &company]);
    assert_eq!((clean.status, clean.stderr.as_str()), (0, ""));
    assert_eq!(clean.stdout, "nothing found in 3 documents\n");
    let json = run(&["check", &service, "--format", "json"]);
    assert_eq!((json.status, json.stdout.as_str()), (0, "[]\n"));
    let japanese = run(&["check", &service, "--lang", "ja"]);
    assert_eq!(japanese.stdout, "1 件の文書に問題はありません\n");
    let piped = run_with(&["check", "-", &company], &folder.read("service.json"));
    assert_eq!((piped.status, piped.stdout.as_str()), (0, "nothing found in 2 documents\n"));
}

#[test]
fn errors_are_shown_with_their_place() {
    let folder = broken("\"currency\"", "\"curency\": \"円\", \"currency\"");
    let [service, company] = ["service.json", "company.json"].map(|name| folder.path(name));
    let found = run(&["check", &service, &company]);
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    insta::assert_snapshot!("error", folder.hide(&found.stdout));
    let japanese = run(&["check", &service, &company, "--lang", "ja"]);
    assert_eq!(japanese.status, 1);
    insta::assert_snapshot!("error_ja", folder.hide(&japanese.stdout));
    let coloured = run(&["check", &service, "--color", "always"]);
    assert!(coloured.stdout.contains("\u{1b}["));
}

#[test]
fn json_has_the_place_of_every_finding() {
    let folder = broken("\"currency\"", "\n  \"通貨\": \"円\", \"curency\": 1, \"currency\"");
    let [service, company] = ["service.json", "company.json"].map(|name| folder.path(name));
    let found = run(&["check", &service, &company, "--format", "json"]);
    assert_eq!(found.status, 1);
    assert!(found.stderr.contains("was not checked"), "{}", found.stderr);
    let findings: Value = serde_json::from_str(&found.stdout).unwrap();
    let findings = findings.as_array().unwrap();
    let text = folder.read("service.json");
    assert_eq!(findings.len(), 2);
    for finding in findings {
        let keys: Vec<_> = finding.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            ["file", "code", "severity", "path", "line", "column", "start", "end", "message", "hint"]
        );
        assert_eq!(
            (&finding["file"], &finding["code"]),
            (&Value::from(service.clone()), &"field.unknown".into())
        );
        let number = |field: &str| usize::try_from(finding[field].as_u64().unwrap()).unwrap();
        let line = text.lines().nth(number("line").saturating_sub(1)).unwrap();
        let rest: String = line.chars().skip(number("column").saturating_sub(1)).collect();
        let marked = text.get(number("start")..number("end")).unwrap();
        assert!(rest.starts_with(marked) && !marked.is_empty(), "{marked} | {rest}");
    }
    assert_eq!((&findings[0]["hint"], findings[1]["hint"].is_string()), (&Value::Null, true));
}

/// A calendar that ends 180 days after the day asked about is long enough; one day less is a warning.
#[test]
fn warnings_count_only_if_strict() {
    let calendar = r#""calendar": { "from": "2026-01-01", "to": "2026-12-31", "holidays": [], "weekend": ["sat", "sun"] },
  "businesses""#;
    let folder = broken("\"businesses\"", calendar);
    let service = folder.path("service.json");
    let clean = run(&["check", &service, "--strict", "--today", "2026-07-04"]);
    assert_eq!((clean.status, clean.stdout.as_str()), (0, "nothing found in 1 document\n"));
    let warned = run(&["check", &service, "--today", "2026-07-05"]);
    assert_eq!((warned.status, warned.stdout.lines().last()), (0, Some("0 errors, 1 warning")));
    let head = "warning[calendar.ending]: ";
    assert!(warned.stdout.starts_with(head) && warned.stdout.contains("^"), "{}", warned.stdout);
    let strict = run(&["check", &service, "--strict", "--today", "2026-07-05"]);
    assert_eq!((strict.status, strict.stdout.lines().last()), (1, Some("0 errors, 1 warning")));
    // Left out, it is the day of the clock, which is after this calendar for ever.
    let past = calendar.replace("2026", "2020");
    let folder = broken("\"businesses\"", &past);
    let warned = run(&["check", &folder.path("service.json")]);
    assert_eq!((warned.status, warned.stdout.lines().last()), (0, Some("0 errors, 1 warning")));
    let bad = run(&["check", &service, "--today", "tomorrow"]);
    assert_eq!(bad.status, 2);
    assert_eq!(bad.stderr, "error: `tomorrow` is no day, such as 2026-11-24\n");
}

#[test]
fn companies_are_checked_each_under_the_one_service() {
    let folder = Folder::like("ehime");
    let text = folder.read("company.json");
    let first = folder.write("first.json", text.replacen("\"id\"", "\"idd\"", 1));
    let second = folder.write("second.json", "{");
    let found = run(&["check", &folder.path("service.json"), &first, &folder.path("company.json"), &second]);
    assert_eq!(found.status, 1);
    for words in ["first.json:", "second.json:1:", "error[json.syntax]", "error[field.unknown]"] {
        assert!(found.stdout.contains(words), "{words}\n{}", found.stdout);
    }
    assert!(!found.stdout.contains("company.json:"), "{}", found.stdout);
}

/// Text of a document can neither colour a terminal nor move its cursor.
#[test]
fn control_characters_of_documents_are_shown() {
    let folder = broken("\"currency\"", "\"\u{7f}\u{9b}31m\u{202e}\": 1, \"currency\"");
    let found = run(&["check", &folder.path("service.json")]);
    assert_eq!(found.status, 1);
    assert!(!found.stdout.contains(['\u{7f}', '\u{9b}', '\u{202e}']), "{}", found.stdout);
}

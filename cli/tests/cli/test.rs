//! `kessai test`.

use serde_json::Value;

use crate::common::{Folder, run};

/// A bank with one case that was saved from its own answer.
fn bank() -> Folder {
    let folder = Folder::like("ehime");
    let [service, company, request, cases] =
        ["service.json", "company.json", "request.json", "cases.json"].map(|name| folder.path(name));
    let saved = run(&["evaluate", &service, &company, &request, "--save-case", &cases]);
    assert_eq!(saved.status, 0, "{}", saved.stderr);
    folder
}

fn changed(folder: &Folder, from: &str, to: &str) {
    let text = folder.read("cases.json");
    assert!(text.contains(from), "{text}");
    folder.write("cases.json", text.replace(from, to));
}

#[test]
fn the_corpus_passes() {
    let corpus = run(&["test", "fixtures"]);
    assert_eq!((corpus.status, corpus.stderr.as_str()), (0, ""), "{}", corpus.stdout);
    let last = corpus.stdout.lines().last().unwrap();
    let passed: usize = last.strip_suffix(" passed, 0 failed").unwrap().parse().unwrap();
    assert!(passed > 1_000, "{last}");
}

#[test]
fn cases_pass_in_files_and_folders() {
    let folder = bank();
    for path in [folder.path("cases.json"), folder.path("")] {
        let passed = run(&["test", &path]);
        assert_eq!((passed.status, passed.stderr.as_str()), (0, ""), "{}", passed.stdout);
        assert_eq!(passed.stdout.lines().last(), Some("1 passed, 0 failed"));
    }
    // Named twice, run once.
    let twice = run(&["test", &folder.path("cases.json"), &folder.path("cases.json")]);
    assert_eq!(twice.stdout.lines().last(), Some("1 passed, 0 failed"));
}

#[test]
fn differences_are_shown_value_under_value() {
    let folder = bank();
    changed(&folder, "\"30109\"", "\"30108\"");
    let failed = run(&["test", &folder.path("cases.json")]);
    assert_eq!((failed.status, failed.stderr.as_str()), (1, ""));
    insta::assert_snapshot!(folder.hide(&failed.stdout), @r#"
    FAILED  0/1  FOLDER/cases.json

    FAILED accepted
      FOLDER/cases.json: saved as it was answered
      /fee/withdrawal
        expected  "30108"
        got       "30109"

    0 passed, 1 failed
    "#);
    let json = run(&["test", &folder.path("cases.json"), "--format", "json"]);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&json["passed"], &json["failed"]), (&Value::from(0), &Value::from(1)));
    assert_eq!(json["failures"][0]["differences"][0]["path"], "/fee/withdrawal");
    let japanese = run(&["test", &folder.path("cases.json"), "--lang", "ja"]);
    assert!(japanese.stdout.contains("期待  \"30108\""), "{}", japanese.stdout);
    assert_eq!(japanese.stdout.lines().last(), Some("0 passed, 1 failed"));
}

#[test]
fn marks_and_wrong_expectations_fail() {
    for (from, to) in [
        ("\"why\"", "\"skip\": true, \"why\""),
        ("\"why\"", "\"only\": true, \"why\""),
        ("\"outcome\": \"accepted\"", "\"outcome\": \"refused\""),
        ("\"expect\": {", "\"expectError\": true, \"why \": {"),
        ("\"usage\": []", "\"usage\": [], \"other\": null"),
    ] {
        let folder = bank();
        changed(&folder, from, to);
        let failed = run(&["test", &folder.path("cases.json")]);
        let status = if to.contains("why \"") { 2 } else { 1 };
        assert_eq!(failed.status, status, "{to}\n{}{}", failed.stdout, failed.stderr);
    }
}

#[test]
fn files_that_cannot_be_used_have_no_answer() {
    let table: [(&str, &str, &str); 7] = [
        ("cases.json", "{", "not a case file"),
        ("cases.json", "{ \"cases\": [] }", "missing field `format`"),
        ("cases.json", "{ \"format\": 2, \"cases\": [] }", "the format is not 1"),
        ("cases.json", "", "cannot read"),
        ("service.json", "{}", "has errors, such as"),
        ("company.json", "{}", "has errors, such as"),
        ("cases.json", "\u{feff}[", "not a case file"),
    ];
    for (name, text, words) in table {
        let folder = bank();
        folder.write(name, text);
        let unusable = run(&["test", &folder.path("cases.json")]);
        assert_eq!(unusable.status, 2, "{name} {text}\n{}", unusable.stdout);
        assert!(unusable.stderr.contains(words) || text.is_empty(), "{name} {text}\n{}", unusable.stderr);
    }
    let folder = bank();
    std::fs::remove_file(folder.path("company.json")).unwrap();
    let unusable = run(&["test", &folder.path("cases.json")]);
    assert_eq!(unusable.status, 2);
    assert!(unusable.stderr.contains("there is no `company.json`"), "{}", unusable.stderr);
}

#[test]
fn a_folder_without_cases_is_no_success() {
    let folder = Folder::new();
    folder.write("notes.json", "{ \"format\": 1 }");
    let nothing = run(&["test", &folder.path("")]);
    assert_eq!(nothing.status, 2);
    assert!(nothing.stderr.contains("there is no case file"), "{}", nothing.stderr);
    // A broken file may be a broken case file.
    let folder = bank();
    folder.write("broken.json", "{");
    let broken = run(&["test", &folder.path("")]);
    assert_eq!((broken.status, broken.stdout.lines().last()), (2, Some("1 passed, 0 failed")));
}

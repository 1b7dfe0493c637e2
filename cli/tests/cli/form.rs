//! `kessai form`.

use serde_json::{Value, json};

use crate::common::{Folder, Run, run, run_with};

const DOCUMENTS: [&str; 2] = ["fixtures/example/service-forms.json", "fixtures/example/company-forms.json"];

fn check(question: &Value, options: &[&str]) -> Run {
    let [service, company] = DOCUMENTS;
    run_with(&[&["form", "check", service, company, "-"], options].concat(), &question.to_string())
}

/// A new user that is whole.
fn jiro() -> Value {
    json!({ "form": "user", "input": { "id": "jiro01", "name": "鈴木次郎", "role": "general", "enabled": true,
        "accounts": ["main"], "rights": ["transfer.approve"], "pin": "4821", "pinAgain": "4821" } })
}

#[test]
fn each_outcome_has_its_status() {
    let mut again = jiro();
    again["input"]["pinAgain"] = json!("4822");
    let mut open = jiro();
    open["input"].as_object_mut().unwrap().remove("role");
    let table = [
        (jiro(), 0, "valid", "whole"),
        (again, 1, "refused", "typed again otherwise"),
        (open, 1, "incomplete", "the role is missing"),
        (json!({ "form": "user", "change": "taro01", "input": {} }), 0, "valid", "nothing is changed"),
        (json!({ "form": "user", "change": "nobody", "input": {} }), 2, "", "nobody is changed"),
        (json!({ "form": "menu", "input": {} }), 2, "", "no such form"),
    ];
    for (question, status, outcome, why) in table {
        let text = check(&question, &[]);
        assert_eq!(text.status, status, "{why}\n{}{}", text.stdout, text.stderr);
        let answer = check(&question, &["--format", "json"]);
        assert_eq!((answer.status, answer.stderr.as_str()), (status, ""), "{why}");
        let value: Value = serde_json::from_str(&answer.stdout).unwrap();
        if status == 2 {
            assert!(value["error"]["code"].is_string(), "{why}");
            assert!(text.stderr.contains("there is no answer to `<stdin>`"), "{why}\n{}", text.stderr);
        } else {
            assert_eq!(value["outcome"], outcome, "{why}");
        }
    }
}

#[test]
fn a_form_is_explained_field_by_field() {
    let changed = json!({ "form": "user", "change": "taro01",
        "input": { "name": "山田太郎", "accounts": null, "rights": ["transfer.request", "nothing"], "pin": "48" } });
    insta::assert_snapshot!("changed", check(&changed, &[]).stdout);
    insta::assert_snapshot!("changed_ja", check(&changed, &["--lang", "ja"]).stdout);
    let master = json!({ "form": "user", "change": "hanako01", "remove": true });
    insta::assert_snapshot!("removed", check(&master, &[]).stdout);
}

#[test]
fn many_rows_are_explained_one_by_one() {
    let user = |id: &str| json!({ "id": id, "name": "鈴木次郎", "role": "general", "enabled": true, "accounts": ["main"], "pin": "4821", "pinAgain": "4821" });
    let mut odd = user("goro01");
    odd["rights"] = json!(["nothing"]);
    odd["pin"] = Value::Null;
    let rows = |rows: &[Value]| json!({ "form": "user", "rows": rows });
    assert_eq!(check(&rows(&[user("jiro01")]), &[]).status, 0);
    let bad = rows(&[user("jiro01"), odd, user("jiro01")]);
    let text = check(&bad, &[]);
    assert_eq!(text.status, 1);
    insta::assert_snapshot!("rows", text.stdout);
    insta::assert_snapshot!("rows_ja", check(&bad, &["--lang", "ja"]).stdout);
    let answer = check(&bad, &["--format", "json"]);
    let answer: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((&answer["outcome"], &answer["result"]), (&json!("refused"), &Value::Null));
}

#[test]
fn changed_fields_are_red_on_a_terminal() {
    let changed = json!({ "form": "user", "change": "taro01", "input": { "name": "山田太郎" } });
    let coloured = check(&changed, &["--color", "always"]).stdout;
    let line = coloured.lines().find(|line| line.contains("/name")).unwrap();
    assert!(line.contains("\u{1b}[31m山田太郎"), "{line}");
    let same = coloured.lines().find(|line| line.contains("/id")).unwrap();
    assert!(!same.contains("\u{1b}[31m"), "{same}");
}

/// What is no part of the document, such as a password, is not repeated.
#[test]
fn passwords_are_not_shown() {
    let shown = check(&jiro(), &[]).stdout;
    assert!(shown.contains("/pin") && !shown.contains("4821"), "{shown}");
}

#[test]
fn the_bank_s_table_is_copied() {
    let [service, _] = DOCUMENTS;
    let copy = |more: &[&str]| run(&[&["form", "copy-fees", service], more].concat());
    let copied = copy(&["--business", "transfer", "--bearer", "payee", "--on", "2026-11-20"]);
    assert_eq!((copied.status, copied.stderr.as_str()), (0, ""));
    let tables: Value = serde_json::from_str(&copied.stdout).unwrap();
    assert_eq!(tables, json!([{ "from": "2026-11-20", "any": [{ "from": "0", "fee": "110" }] }]));
    let table = [
        (["transfer", "payee", "2019-09-30"], "before the first version"),
        (["nothing", "payee", "2026-11-20"], "an unknown business"),
        (["transfer", "payee", "tomorrow"], "no day"),
    ];
    for ([business, bearer, on], why) in table {
        let none = copy(&["--business", business, "--bearer", bearer, "--on", on]);
        assert_eq!((none.status, none.stdout.as_str()), (2, ""), "{why}");
        assert!(none.stderr.starts_with("error: there is no answer to"), "{why}\n{}", none.stderr);
    }
}

/// A folder with a file of users.
fn import(users: &str, more: &[&str]) -> (Folder, Run) {
    let folder = Folder::new();
    let [service, company] = DOCUMENTS;
    let users = folder.write("users.csv", users);
    let run = run(&[&["form", "import", service, company, &users], more].concat());
    (folder, run)
}

const HEADER: &str = "id,name,role,enabled,accounts,rights,pin,pinAgain\n";

#[test]
fn users_are_added_to_the_document() {
    let users = format!(
        "\u{feff}{HEADER} jiro01\u{3000},鈴木次郎, general, TRUE ,main ,transfer.approve; transfer.request,4821,4821\r\n"
    );
    let (folder, imported) = import(&users, &[]);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""), "{}", imported.stdout);
    let [service, company] = DOCUMENTS;
    let grown = folder.write("grown.json", &imported.stdout);
    let checked = run(&["check", service, &grown, "--today", "2026-11-20"]);
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    let document: Value = serde_json::from_str(&imported.stdout).unwrap();
    let user = document["users"].as_array().unwrap().last().unwrap();
    let expected = json!({ "id": "jiro01", "name": "鈴木次郎", "role": "general", "enabled": true,
        "accounts": ["main"], "rights": ["transfer.approve", "transfer.request"] });
    assert_eq!(user, &expected);
    // All that was there stays as it was written.
    let before = std::fs::read_to_string(crate::common::repository().join(company)).unwrap();
    let (head, _) = before.split_once("hanako01").unwrap();
    assert!(imported.stdout.starts_with(head));
}

#[test]
fn every_bad_row_is_reported_and_nothing_is_written() {
    let users = format!(
        "{HEADER}jiro01,鈴木次郎,general,true,main,transfer.approve,4821,4821\n\
         taro01,山田太郎,general,true,main,,,\n\
         goro01,五郎,boss,true,other,,48,48\n\
         \n\
         rokuro01,六郎,,true,main,,,\n\
         jiro01,鈴木次郎,general,true,main,,,\n\
         short\n"
    );
    let folder = Folder::new();
    let out = folder.path("new.json");
    let (files, text) = import(&users, &["--out", &out]);
    assert_eq!((text.status, text.stderr.as_str()), (1, ""));
    assert!(!std::path::Path::new(&out).exists());
    insta::assert_snapshot!("import", files.hide(&text.stdout));
    let (_, answer) = import(&users, &["--format", "json"]);
    assert_eq!(answer.status, 1);
    let answer: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((&answer["rows"], &answer["written"]), (&json!(6), &Value::Null));
    let lines: Vec<_> = answer["errors"].as_array().unwrap().iter().map(|error| &error["line"]).collect();
    for line in [3, 4, 6, 7, 8] {
        assert!(lines.contains(&&json!(line)), "{line} {answer:#}");
    }
    assert!(!lines.contains(&&json!(2)), "the first row is good");
}

#[test]
fn a_good_file_is_written_whole() {
    let folder = Folder::new();
    let out = folder.path("new.json");
    let rows: String = (1..=1).map(|at| format!("user{at},名前,general,true,main,,1234,1234\n")).collect();
    let (_, written) = import(&format!("{HEADER}{rows}"), &["--out", &out]);
    assert_eq!((written.status, written.stderr.as_str()), (0, ""), "{}", written.stdout);
    assert_eq!(written.stdout.replace(&out, "FILE"), "1 user added, written to `FILE`\n");
    let document: Value = serde_json::from_str(&folder.read("new.json")).unwrap();
    assert_eq!(document["users"].as_array().unwrap().len(), 4);
    // The bank allows four users: two rows are one too many.
    let two = format!("{HEADER}{rows}user2,名前,general,true,main,,1234,1234\n");
    let (_, refused) = import(&two, &["--format", "json"]);
    let answer: Value = serde_json::from_str(&refused.stdout).unwrap();
    assert_eq!(refused.status, 1);
    assert_eq!(answer["errors"][0]["code"], "users.tooMany", "{answer:#}");
    assert_eq!(answer["errors"][0]["line"], Value::Null, "of no row alone");
}

#[test]
fn files_that_are_no_sheet_have_no_answer() {
    let table = [
        ("id,name,id\n", "`id` and `id` are the same field, or one lies in the other"),
        ("limits.transfer,limits.transfer.newAccount\n", "are the same field, or one lies in the other"),
        ("id,\n", "`` is no name of a field"),
        ("id, name\n", "` name` is no name of a field"),
        ("", "is no name of a field"),
    ];
    for (text, words) in table {
        let (_, none) = import(text, &[]);
        assert_eq!((none.status, none.stdout.as_str()), (2, ""), "{text:?}");
        assert!(none.stderr.contains(words) || text.is_empty(), "{text:?}\n{}", none.stderr);
    }
}

/// What is not certain in a sheet is said with its line, and nothing of it is taken.
#[test]
fn quotes_are_read_strictly() {
    let row = |id: &str| format!("{id},名前,general,true,main,,4821,4821\n");
    let table = [
        (
            format!("{HEADER}jiro01,\"次郎,general,true,main,,4821,4821\n{}", row("goro01")),
            ":2: the quote is never closed",
        ),
        (
            format!("{HEADER}{}jiro01,\"次郎\"x,general,true,main,,4821,4821\n", row("goro01")),
            ":3: something stands behind a closing quote",
        ),
        (
            format!("{HEADER}jiro01,次\"郎\",general,true,main,,4821,4821\n"),
            ":2: a quote stands in a cell that does not begin with one",
        ),
    ];
    for (text, words) in table {
        let folder = Folder::new();
        let out = folder.path("new.json");
        let (_, none) = import(&text, &["--out", &out]);
        assert_eq!((none.status, none.stdout.as_str()), (2, ""), "{text}");
        assert!(none.stderr.contains(words), "{text}\n{}", none.stderr);
        assert!(!std::path::Path::new(&out).exists());
    }
}

#[test]
fn rows_of_commas_are_none_and_ids_are_bare() {
    let header = HEADER.trim_end();
    let text = format!(
        "{header}\r,,,,,,,\r\u{3000},,,,,,,\r jiro01\u{3000},名前, general , TRUE, main ; ,,4821,4821\r,,,,,,,\r"
    );
    let (_, imported) = import(&text, &[]);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""), "{}", imported.stdout);
    let document: Value = serde_json::from_str(&imported.stdout).unwrap();
    let user = document["users"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&user["id"], &user["role"], &user["enabled"]),
        (&json!("jiro01"), &json!("general"), &json!(true))
    );
    // The line of a fault is that of the file, where CR alone ends one.
    let (_, bad) =
        import(&format!("{header}\r,,,,,,,\r,名前,general,true,main,,4821,4821\r"), &["--format", "json"]);
    let answer: Value = serde_json::from_str(&bad.stdout).unwrap();
    assert_eq!((&answer["rows"], &answer["errors"][0]["line"]), (&json!(1), &json!(3)), "{answer:#}");
}

/// Sheets that nobody means: names of thousands of parts, thousands of columns or rows.
#[test]
fn sheets_have_bounds() {
    let start = std::time::Instant::now();
    let deep = vec!["a"; 20_000].join(".");
    let wide: Vec<String> = (0..20_000).map(|at| format!("c{at}")).collect();
    let rows = "taro01,名前,general,true,main,,4821,4821\n".repeat(20_000);
    for (text, words) in [
        (format!("id,{deep}\nx,y\n"), "is no name of a field"),
        (format!("{}\n", wide.join(",")), "the header has 20000 columns, more than 256"),
        (format!("{HEADER}{rows}"), "has 20000 rows, but a company has at most 1000 users"),
    ] {
        let (_, none) = import(&text, &[]);
        assert_eq!((none.status, none.stdout.as_str()), (2, ""), "{words}");
        assert!(none.stderr.contains(words) && none.stderr.len() < 1_000, "{}", none.stderr);
    }
    let (_, eight) = import("id,a.b.c.d.e.f.g.h\nx,y\n", &[]);
    assert!(!eight.stderr.contains("is no name of a field"), "{}", eight.stderr);
    assert!(start.elapsed().as_secs() < 30);
}

/// A document that somebody else has changed since it was read is not replaced.
#[test]
fn an_import_into_its_own_document_keeps_it() {
    let folder = Folder::new();
    let [service, company] = DOCUMENTS;
    let text = std::fs::read_to_string(crate::common::repository().join(company)).unwrap();
    let own = folder.write("own.json", format!("\u{feff}{text}"));
    let users = folder.write("users.csv", format!("{HEADER}jiro01,名前,general,true,main,,4821,4821\n"));
    let imported = run(&["form", "import", service, &own, &users, "--out", &own]);
    assert_eq!((imported.status, imported.stderr.as_str()), (0, ""), "{}", imported.stdout);
    let document: Value = serde_json::from_str(&folder.read("own.json")).unwrap();
    assert_eq!(document["users"].as_array().unwrap().last().unwrap()["id"], "jiro01");
}

/// A form of the corpus.
fn entry(name: &str) -> Value {
    let text =
        std::fs::read_to_string(kessai_fixtures::corpus::root().join("example-ib/entry.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file.get("cases").and_then(Value::as_array).unwrap();
    let case = cases.iter().find(|case| case.get("name").is_some_and(|own| own == name));
    case.and_then(|case| case.get("form")).unwrap().clone()
}

#[test]
fn the_entry_of_a_transfer_is_explained_of_documents_and_of_an_image() {
    let folder = Folder::new();
    let documents = ["fixtures/example-ib/service.json", "fixtures/example-ib/company.json"];
    let image = folder.path("bank.kessai");
    assert_eq!(run(&[&["compile"], &documents[..], &["-o", &image]].concat()).status, 0);
    let question = folder.write("entry.json", entry("one yen over his limit").to_string());
    let of_documents =
        |options: &[&str]| run(&[&["form", "check"], &documents[..], &[&*question], options].concat());
    for options in [&[][..], &["--lang", "ja"], &["--format", "json"]] {
        let told = of_documents(options);
        assert_eq!((told.status, told.stderr.as_str()), (1, ""));
        let of_image = run(&[&["form", "check", &*image, &*question], options].concat());
        assert_eq!((of_image.status, of_image.stdout), (1, told.stdout), "{options:?}");
    }
    let told = of_documents(&[]).stdout;
    let mut rest = told.as_str();
    for line in [
        "refused (changed 16, reasons 1, missing 0)",
        "* /payment       1000331",
        "[limit.userPerOperation]",
        "* /usage         (2)",
        "fee\n",
        "limit\n",
        "approval\n",
        "largest payment\n  1,000,330",
        "possible accounts\n  none",
        "possible kinds of payee\n  preRegistered",
    ] {
        rest = rest.split_once(line).unwrap_or_else(|| panic!("no `{line}` in its place\n{told}")).1;
    }
    let other = folder.write("user.json", r#"{ "form": "user", "input": {} }"#);
    let lost = run(&["form", "check", &image, &other]);
    assert_eq!(lost.status, 2);
    assert!(lost.stderr.contains("[image.form /form]"), "{}", lost.stderr);
}

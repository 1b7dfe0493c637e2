//! `kessai evaluate`.

use serde_json::{Value, json};

use crate::common::{Folder, Run, run, run_with};

/// A bank of the corpus in a folder of its own.
struct Bank {
    folder: Folder,
}

impl Bank {
    fn new(like: &str) -> Self {
        Self { folder: Folder::like(like) }
    }

    fn evaluate(&self, request: &Value, options: &[&str]) -> Run {
        let [service, company] = ["service.json", "company.json"].map(|name| self.folder.path(name));
        run_with(&[&["evaluate", &service, &company, "-"], options].concat(), &request.to_string())
    }

    fn request(&self) -> Value {
        serde_json::from_str(&self.folder.read("request.json")).unwrap()
    }

    /// The bank's request with some fields replaced.
    fn with(&self, fields: Value) -> Value {
        let mut request = self.request();
        let object = request.as_object_mut().unwrap();
        for (field, value) in fields.as_object().unwrap() {
            object.insert(field.clone(), value.clone());
        }
        request
    }
}

#[test]
fn each_outcome_has_its_status() {
    let bank = Bank::new("ehime");
    let table = [
        (json!({}), 0, "accepted"),
        (json!({ "payment": "110" }), 1, "refused"),
        (json!({ "payment": null }), 1, "incomplete"),
        (json!({ "user": "nobody" }), 2, ""),
        (json!({ "colour": "red" }), 2, ""),
        (json!({ "operation": "steal" }), 2, ""),
    ];
    for (fields, status, outcome) in table {
        let request = bank.with(fields);
        let text = bank.evaluate(&request, &[]);
        assert_eq!(text.status, status, "{request}\n{}{}", text.stdout, text.stderr);
        let answer = bank.evaluate(&request, &["--format", "json"]);
        assert_eq!((answer.status, answer.stderr.as_str()), (status, ""), "{request}");
        let value: Value = serde_json::from_str(&answer.stdout).unwrap();
        if status == 2 {
            let error = value["error"].as_object().unwrap();
            assert_eq!(error.keys().collect::<Vec<_>>(), ["code", "path", "message"]);
            assert!(text.stdout.is_empty() && text.stderr.contains(error["code"].as_str().unwrap()));
        } else {
            assert_eq!(value["outcome"], outcome);
        }
    }
    let seven = Bank::new("seven");
    let waits = seven.evaluate(&approved(), &["--format", "json"]);
    let value: Value = serde_json::from_str(&waits.stdout).unwrap();
    assert_eq!((waits.status, &value["outcome"]), (0, &json!("needsApproval")));
}

/// The explanation without its last line, which changes with every version of engine and documents.
fn story(run: &Run) -> String {
    let (story, foot) = run.stdout.trim_end().rsplit_once('\n').unwrap();
    assert!(foot.starts_with(concat!("kessai ", env!("CARGO_PKG_VERSION"), ", ")), "{foot}");
    story.to_owned()
}

/// A transfer at Seven Bank that somebody has to approve.
fn approved() -> Value {
    let usage = |limit: &str| {
        json!({ "limit": format!("accountPerDay.{limit}"), "account": "081-1-0100001",
        "day": "2026-11-20", "used": "49990000" })
    };
    let payee = json!({ "kind": "newAccount", "bank": "0169", "branch": "101" });
    json!({ "user": "ichiro01", "business": "transfer", "operation": "create",
        "account": "081-1-0100001", "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24", "payee": payee,
        "payment": "10000", "bearer": "payer", "approvers": ["hanako01"], "usage": [usage("total"), usage("adHoc")] })
}

#[test]
fn the_verdict_is_explained_step_by_step() {
    let bank = Bank::new("seven");
    let request = approved();
    insta::assert_snapshot!("needs_approval", story(&bank.evaluate(&request, &[])));
    let mut over = request.clone();
    over["payment"] = json!("10001");
    over["approvers"] = json!([]);
    insta::assert_snapshot!("refused", story(&bank.evaluate(&over, &[])));
    insta::assert_snapshot!("refused_ja", story(&bank.evaluate(&over, &["--lang", "ja"])));
    let view = json!({ "user": "taro01", "business": "transfer", "operation": "view",
        "now": "2026-11-20T10:15:00+09:00", "item": { "requester": "hanako01", "payeeKind": "newAccount" } });
    insta::assert_snapshot!("view", story(&bank.evaluate(&view, &[])));
}

#[test]
fn on_a_terminal_limits_have_bars() {
    let bank = Bank::new("seven");
    let request = approved();
    let watched = bank.evaluate(&request, &["--color", "always"]).stdout;
    let plain = bank.evaluate(&request, &["--color", "never"]).stdout;
    assert!(
        watched.contains("███████████████████████")
            && watched.contains('▓')
            && watched.contains("░ remaining")
    );
    assert!(!plain.contains(['█', '▓', '░', '\u{1b}']));
}

#[test]
fn batches_show_their_items() {
    let bank = Bank::new("higashinippon");
    let mut request = bank.request();
    let item = request["items"][0].clone();
    request["items"] = Value::Array(vec![item; 12]);
    let answer = bank.evaluate(&request, &[]);
    insta::assert_snapshot!("batch", story(&answer));
}

#[test]
fn documents_with_errors_give_no_answer() {
    let bank = Bank::new("ehime");
    let request = bank.request();
    for name in ["service.json", "company.json"] {
        let text = bank.folder.read(name);
        bank.folder.write(name, text.replacen("\"id\"", "\"idd\"", 1));
        let answer = bank.evaluate(&request, &[]);
        assert_eq!(answer.status, 2);
        assert!(
            answer.stdout.contains("error[field.unknown]") && answer.stderr.contains(name),
            "{}",
            answer.stderr
        );
        let answer = bank.evaluate(&request, &["--format", "json"]);
        let value: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(answer.status, 2);
        assert!(value["error"]["findings"].as_array().unwrap().len() > 1);
        bank.folder.write(name, text);
    }
}

#[test]
fn cases_are_saved_and_pass() {
    let bank = Bank::new("ehime");
    let cases = bank.folder.path("cases.json");
    let save = |request: &Value, more: &[&str]| {
        let [service, company] = ["service.json", "company.json"].map(|name| bank.folder.path(name));
        let request = bank.folder.write("saved.json", request.to_string());
        run(&[&["evaluate", &service, &company, &request, "--save-case", &cases], more].concat())
    };
    let refused = bank.with(json!({ "payment": "110" }));
    assert_eq!(save(&bank.request(), &[]).status, 0);
    assert_eq!(save(&refused, &["--name", "nothing left", "--why", "the fee takes all"]).status, 1);
    // The rest of the file keeps its form.
    let text = bank.folder.read("cases.json").replace("  \"source\"", "  \"source\"  ");
    bank.folder.write("cases.json", &text);
    assert_eq!(save(&refused, &[]).status, 1);
    assert!(bank.folder.read("cases.json").starts_with(text.split_once("\n  ]\n").unwrap().0));
    let tested = run(&["test", &cases]);
    assert_eq!(tested.stdout.lines().last(), Some("3 passed, 0 failed"), "{}", tested.stdout);
    insta::assert_snapshot!("cases", bank.folder.read("cases.json"));
    // What cannot be a case is none.
    let taken = save(&refused, &["--name", "nothing left"]);
    assert_eq!(taken.status, 2);
    assert!(taken.stderr.contains("there is a case `nothing left` already"), "{}", taken.stderr);
    assert_eq!(save(&bank.with(json!({ "user": "nobody" })), &[]).status, 2);
    let other = Bank::new("gmo");
    let other = other.evaluate(&other.request(), &["--save-case", &cases]);
    assert_eq!(other.status, 2);
    assert!(other.stderr.contains("are about other documents"), "{}", other.stderr);
    assert_eq!(run(&["test", &cases]).stdout.lines().last(), Some("3 passed, 0 failed"));
}

#[test]
fn cases_need_documents_that_have_names() {
    let bank = Bank::new("ehime");
    let [company, request, cases] =
        ["company.json", "request.json", "cases.json"].map(|name| bank.folder.path(name));
    let piped = run_with(
        &["evaluate", "-", &company, &request, "--save-case", &cases],
        &bank.folder.read("service.json"),
    );
    assert_eq!(piped.status, 2);
    assert!(piped.stderr.contains("have to be files"), "{}", piped.stderr);
    assert!(!std::path::Path::new(&cases).exists());
    assert_eq!(bank.evaluate(&bank.request(), &["--name", "x"]).status, 2);
}

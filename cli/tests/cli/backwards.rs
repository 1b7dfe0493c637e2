//! `kessai largest`, `kessai possible` and `kessai replay`.

use serde_json::{Value, json};

use crate::common::{Folder, Run, run, run_with};

/// A bank of the corpus, and its request with some fields replaced.
fn bank(like: &str, fields: Value) -> (Folder, Value) {
    let folder = Folder::like(like);
    let mut request: Value = serde_json::from_str(&folder.read("request.json")).unwrap();
    request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    (folder, request)
}

fn ask(command: &str, folder: &Folder, request: &Value, options: &[&str]) -> Run {
    let [service, company] = ["service.json", "company.json"].map(|name| folder.path(name));
    run_with(&[&[command, &service, &company, "-"], options].concat(), &request.to_string())
}

/// A transfer at Seven Bank that is close to the account's limit.
fn close_to_the_limit() -> (Folder, Value) {
    let usage = |limit: &str| {
        json!({ "limit": format!("accountPerDay.{limit}"), "account": "081-1-0100001",
        "day": "2026-11-20", "used": "49990000" })
    };
    let payee = json!({ "kind": "newAccount", "bank": "0169", "branch": "101" });
    let request = json!({ "user": "ichiro01", "business": "transfer", "operation": "create",
        "account": "081-1-0100001", "now": "2026-11-20T10:15:00+09:00", "valueDate": "2026-11-24", "payee": payee,
        "bearer": "payer", "usage": [usage("total"), usage("adHoc")] });
    (Folder::like("seven"), request)
}

#[test]
fn the_largest_payment_and_what_stops_more() {
    let (folder, request) = close_to_the_limit();
    let text = ask("largest", &folder, &request, &[]);
    assert_eq!((text.status, text.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("largest", text.stdout);
    insta::assert_snapshot!("largest_ja", ask("largest", &folder, &request, &["--lang", "ja"]).stdout);
    let answer: Value =
        serde_json::from_str(&ask("largest", &folder, &request, &["--format", "json"]).stdout).unwrap();
    assert_eq!(answer["largest"], "10000");
    // Evaluated, it passes, and one yen more does not.
    for (payment, outcome) in [("10000", "needsApproval"), ("10001", "refused")] {
        let mut request = request.clone();
        request["payment"] = json!(payment);
        request["approvers"] = json!(["hanako01"]);
        let verdict = ask("evaluate", &folder, &request, &["--format", "json"]).stdout;
        let verdict: Value = serde_json::from_str(&verdict).unwrap();
        assert_eq!(verdict["outcome"], outcome, "{payment}");
    }
}

#[test]
fn questions_without_a_payment_have_no_answer() {
    let (folder, request) = bank("ehime", json!({}));
    let table = [
        (request.clone(), vec!["--item", "0"], 2, "a single business has no items"),
        (json!({ "user": "nobody" }), vec![], 2, "an unknown user"),
        (json!({}), vec![], 2, "the business is missing"),
    ];
    for (request, options, status, why) in table {
        let none = ask("largest", &folder, &request, &options);
        assert_eq!((none.status, none.stdout.as_str()), (status, ""), "{why}");
        assert!(none.stderr.contains("there is no answer to `<stdin>`"), "{why}\n{}", none.stderr);
    }
}

#[test]
fn what_remains_possible_is_listed() {
    let (folder, request) = close_to_the_limit();
    let text = ask("possible", &folder, &request, &[]);
    assert_eq!((text.status, text.stderr.as_str()), (0, ""));
    insta::assert_snapshot!("possible", text.stdout);
    let answer: Value =
        serde_json::from_str(&ask("possible", &folder, &request, &["--format", "json"]).stdout).unwrap();
    assert_eq!(
        answer.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["accounts", "businesses", "operations", "payeeKinds", "approvers"]
    );
    assert_eq!(ask("possible", &folder, &json!({ "user": "nobody" }), &[]).status, 2);
}

/// A verdict of the bank's own request, beside its documents.
fn kept() -> (Folder, Value) {
    let (folder, request) = bank("ehime", json!({}));
    let verdict = ask("evaluate", &folder, &request, &["--format", "json"]).stdout;
    folder.write("verdict.json", &verdict);
    (folder, serde_json::from_str(&verdict).unwrap())
}

fn replay(folder: &Folder, options: &[&str]) -> Run {
    let [verdict, service, company, request] =
        ["verdict.json", "service.json", "company.json", "request.json"].map(|name| folder.path(name));
    run(&[&["replay", &verdict, &service, &company, &request], options].concat())
}

#[test]
fn the_same_verdict_however_it_is_spelt() {
    let (folder, verdict) = kept();
    for text in [verdict.to_string(), format!("{verdict:#}")] {
        folder.write("verdict.json", text);
        let same = replay(&folder, &[]);
        assert_eq!((same.status, same.stdout.as_str(), same.stderr.as_str()), (0, "the same\n", ""));
    }
    let json: Value = serde_json::from_str(&replay(&folder, &["--format", "json"]).stdout).unwrap();
    assert_eq!(json, json!({ "same": true, "differs": [], "differences": [] }));
}

#[test]
fn another_verdict_says_who_differs() {
    let table = [
        ("/engine", json!("0.0.9"), "the engine's version"),
        ("/service/digest", json!("0"), "the bank's document"),
        ("/company/digest", json!("0"), "the customer's document"),
        ("/fee/bankFee", json!("1"), "the answer"),
        ("/outcome", json!("refused"), "the answer"),
        ("/reasons", json!([1]), "the answer"),
    ];
    for (pointer, value, words) in table {
        let (folder, mut verdict) = kept();
        *verdict.pointer_mut(pointer).unwrap() = value;
        folder.write("verdict.json", verdict.to_string());
        let other = replay(&folder, &[]);
        assert_eq!((other.status, other.stderr.as_str()), (1, ""), "{pointer}");
        assert!(other.stdout.starts_with(&format!("not the same: {words}\n  {pointer}")), "{}", other.stdout);
    }
}

#[test]
fn each_field_is_shown_then_and_now() {
    let (folder, mut verdict) = kept();
    verdict["fee"]["bankFee"] = json!("1");
    verdict["service"]["version"] = json!("9");
    verdict["more"] = json!(null);
    folder.write("verdict.json", verdict.to_string());
    insta::assert_snapshot!("replay", replay(&folder, &[]).stdout);
    let json: Value = serde_json::from_str(&replay(&folder, &["--format", "json"]).stdout).unwrap();
    assert_eq!(json["differs"], json!(["service", "answer"]));
    let last = json["differences"].as_array().unwrap().last().unwrap();
    assert_eq!(last, &json!({ "path": "/more", "then": null }));
}

#[test]
fn what_is_no_verdict_has_no_answer() {
    for (text, words) in [("{", "is not JSON"), ("{}", "is no verdict"), ("[]", "is no verdict")] {
        let (folder, _) = kept();
        folder.write("verdict.json", text);
        let none = replay(&folder, &[]);
        assert_eq!((none.status, none.stdout.as_str()), (2, ""), "{text}");
        assert!(none.stderr.contains(words), "{}", none.stderr);
    }
    let (folder, _) = kept();
    folder.write("request.json", "{ \"user\": \"nobody\" }");
    assert_eq!(replay(&folder, &[]).status, 2);
}

/// A rule with only one bound, and a condition with a label, are told in every command alike.
#[test]
fn every_command_says_the_same_of_a_reason() {
    let folder = Folder::like("ehime");
    let edit = |name: &str, change: &dyn Fn(&mut Value)| {
        let mut document: Value = serde_json::from_str(&folder.read(name)).unwrap();
        change(&mut document);
        folder.write(name, document.to_string());
    };
    edit("service.json", &|service| {
        service["fields"]["request"]["payment"] = json!({ "min": "60000" });
        service["access"] = json!({
            "attributes": { "inOffice": { "type": "flag" } },
            "conditions": [{ "key": "office", "label": { "ja": "社内からの操作", "en": "use from the office" },
                             "require": { "attribute": "inOffice", "is": true } }]
        });
    });
    edit("request.json", &|request| request["access"] = json!({ "inOffice": false }));
    edit("request.json", &|request| request["payment"] = json!("59999"));
    let [service, company, request] =
        ["service.json", "company.json", "request.json"].map(|name| folder.path(name));
    for (lang, range, condition) in
        [("en", "JPY 60,000 and more", "`use from the office`"), ("ja", "60,000円以上", "社内からの操作")]
    {
        let evaluated = run(&["evaluate", &service, &company, &request, "--lang", lang]);
        assert!(evaluated.stdout.contains(range), "{}{}", evaluated.stdout, evaluated.stderr);
        for command in ["evaluate", "largest"] {
            let run = run(&[command, &service, &company, &request, "--lang", lang]);
            assert!(run.stdout.contains(condition), "{command}: {}{}", run.stdout, run.stderr);
        }
    }
}

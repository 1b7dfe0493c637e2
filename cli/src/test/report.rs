//! What a run of case files came to.

use kessai_fixtures::corpus::{Case, CaseResult};
use serde_json::{Value, json};

use crate::page::{BOLD, DIM, GREEN, RED, paint};
use crate::session::Session;
use crate::table::{self, Cell};
use crate::test::FileResult;

pub fn write(results: &[FileResult], session: &mut Session) {
    let count = |passed| results.iter().map(|file| file.count(passed)).sum::<usize>();
    let (passed, failed) = (count(true), count(false));
    if session.is_json() {
        session.page.json(&to_json(results, passed, failed));
        return;
    }
    let rows: Vec<_> = results.iter().map(|file| row(file, session)).collect();
    table::write(&rows, 0, &mut session.page);
    for file in results {
        for (case, result) in &file.cases {
            if !result.passed() {
                session.page.gap();
                explain(&file.name, case, result, session);
            }
        }
    }
    session.page.gap();
    let style = if failed > 0 { RED } else { GREEN };
    session.page.line(paint(style.bold(), &format!("{passed} passed, {failed} failed")));
}

/// A file's line.
fn row(file: &FileResult, session: &Session) -> Vec<Cell> {
    let failed = file.count(false);
    let (style, word) = match failed {
        0 => (GREEN, session.say("ok", "合格")),
        _ => (RED, session.say("FAILED", "不合格")),
    };
    let mut counts = file.count(true).to_string();
    if failed > 0 {
        counts = format!("{counts}/{}", file.cases.len());
    }
    vec![Cell::word(word).styled(style), Cell::figure(counts), Cell::word(file.name.as_str())]
}

/// A case that did not come out as expected: the two values one below the other, so that they can be compared.
fn explain(file: &str, case: &Case, result: &CaseResult, session: &mut Session) {
    session.page.line(format!(
        "{} {}",
        paint(RED.bold(), session.say("FAILED", "不合格")),
        paint(BOLD, &case.name)
    ));
    session.page.line(paint(DIM, &format!("  {file}: {}", case.why)));
    let [expected, got] = [("expected", "期待"), ("got", "結果")].map(|(en, ja)| session.say(en, ja));
    for difference in &result.differences {
        let place = match difference.pointer.as_str() {
            "" => session.say("the answer", "回答"),
            pointer => pointer,
        };
        session.page.line(format!("  {}", paint(BOLD, place)));
        let rows = [
            vec![Cell::word(expected), Cell::word(difference.expected.as_str()).styled(GREEN)],
            vec![Cell::word(got), Cell::word(difference.got.as_str()).styled(RED)],
        ];
        table::write(&rows, 4, &mut session.page);
    }
}

fn to_json(results: &[FileResult], passed: usize, failed: usize) -> Value {
    let files = results
        .iter()
        .map(|file| json!({ "file": file.name, "passed": file.count(true), "failed": file.count(false) }));
    let failures = results.iter().flat_map(|file| {
        let failed = file.cases.iter().filter(|(_, result)| !result.passed());
        failed.map(|(case, result)| {
            let differences = result.differences.iter().map(|difference| {
                json!({ "path": difference.pointer, "expected": difference.expected, "got": difference.got })
            });
            json!({ "file": file.name, "name": case.name, "why": case.why,
                "differences": differences.collect::<Value>() })
        })
    });
    json!({ "passed": passed, "failed": failed, "files": files.collect::<Value>(),
        "failures": failures.collect::<Value>() })
}

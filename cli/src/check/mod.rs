//! `kessai check`: every finding of a service and of companies under it.

use kessai::{Finding, Findings, Lang, Service, Severity};
use serde_json::{Value, json};

use crate::args::CheckArgs;
use crate::excerpt::Source;
use crate::input::{self, Input, Kind};
use crate::page::{BLUE, BOLD, GREEN, RED, YELLOW, paint, visible};
use crate::session::{Failure, Session, Status};

mod today;

/// A document and what was found in it.
struct Checked {
    input: Input,
    findings: Vec<Finding>,
}

pub fn run(args: &CheckArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, Kind::Document, session)?;
    // All files are read first, so that one that cannot be read is told whatever is found in the others.
    let companies = args
        .companies
        .iter()
        .map(|path| input::read(path, Kind::Document, session))
        .collect::<Result<Vec<_>, _>>()?;
    let day = today::day(args.today.as_deref(), &service.text, session)?;
    let (loaded, findings) = match Service::from_json(&service.text) {
        Ok(loaded) => {
            let findings = listed(&[loaded.warnings(), &loaded.upcoming(day)]);
            (Some(loaded), findings)
        }
        Err(findings) => (None, listed(&[&findings])),
    };
    let name = service.name.clone();
    let mut checked = vec![Checked { input: service, findings }];
    let mut unchecked = Vec::new();
    for input in companies {
        match &loaded {
            Some(service) => {
                let findings = listed(&[&service.check_company(&input.text)]);
                checked.push(Checked { input, findings });
            }
            None => unchecked.push(input.name),
        }
    }
    if session.is_json() {
        let values =
            checked.iter().flat_map(|document| to_json(&document.input, &document.findings, session.lang));
        session.page.json(&values.collect());
    } else {
        for document in &checked {
            explain(&document.input, &document.findings, session);
        }
    }
    for company in &unchecked {
        note_unchecked(company, &name, session);
    }
    if !session.is_json() {
        summarize(&checked, session);
    }
    let count = |severity| count(&checked, severity);
    let is_bad = count(Severity::Error) > 0 || (args.strict && count(Severity::Warning) > 0);
    Ok(if is_bad { Status::Bad } else { Status::Good })
}

fn note_unchecked(company: &str, service: &str, session: &mut Session) {
    let (company, service) = (visible(company), visible(service));
    let word = paint(BLUE.bold(), session.say("note", "補足"));
    let text = session.say(
        format!("`{company}` was not checked, as `{service}` has errors"),
        format!("`{service}` にエラーがあるため、`{company}` は検査していません"),
    );
    if session.is_json() {
        session.note(&format!("{word}: {text}"));
    } else {
        session.page.line(format!("{word}: {text}"));
        session.page.gap();
    }
}

fn listed(findings: &[&Findings]) -> Vec<Finding> {
    findings.iter().flat_map(|findings| findings.iter()).cloned().collect()
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    checked.iter().flat_map(|document| document.findings.iter()).filter(|f| f.severity == severity).count()
}

/// Writes findings with their excerpts.
pub fn explain<'f>(input: &Input, findings: impl IntoIterator<Item = &'f Finding>, session: &mut Session) {
    let source = Source::new(&input.text);
    for finding in findings {
        explain_one(input, &source, finding, session);
    }
}

fn explain_one(input: &Input, source: &Source<'_>, finding: &Finding, session: &mut Session) {
    let (style, word) = match finding.severity {
        Severity::Error => (RED.bold(), session.say("error", "エラー")),
        Severity::Warning => (YELLOW.bold(), session.say("warning", "警告")),
    };
    let head = paint(style, &format!("{word}[{}]", finding.code.name()));
    session.page.line(format!("{head}: {}", paint(BOLD, &finding.message(session.lang))));
    let place = source.place(finding.range.start);
    let gutter = source.gutter(finding.range.start);
    let arrow_gutter = gutter.strip_suffix(' ').unwrap_or(&gutter);
    let file = visible(&input.name);
    session.page.line(format!("{arrow_gutter}{} {file}:{}:{}", paint(BLUE, "-->"), place.line, place.column));
    source.picture(&finding.range, style, &mut session.page);
    if let Some(hint) = finding.hint(session.lang) {
        let word = session.say("hint", "ヒント");
        session.page.line(format!("{gutter}{} {}: {}", paint(BLUE, "="), paint(BOLD, word), visible(&hint)));
    }
    session.page.gap();
}

/// Findings with their places in the file.
pub fn to_json<'f>(input: &Input, findings: impl IntoIterator<Item = &'f Finding>, lang: Lang) -> Vec<Value> {
    let source = Source::new(&input.text);
    let value = |finding: &Finding| {
        let place = source.place(finding.range.start);
        json!({
            "file": input.name,
            "code": finding.code.name(),
            "severity": finding.severity.name(),
            "path": finding.path,
            "line": place.line,
            "column": place.column,
            "start": finding.range.start.saturating_add(input.skipped),
            "end": finding.range.end.saturating_add(input.skipped),
            "message": finding.message(lang),
            "hint": finding.hint(lang),
        })
    };
    findings.into_iter().map(value).collect()
}

/// `2 errors, 1 warning`.
fn summarize(checked: &[Checked], session: &mut Session) {
    let [errors, warnings] = [Severity::Error, Severity::Warning].map(|severity| count(checked, severity));
    let (style, text) = if errors.saturating_add(warnings) == 0 {
        let documents = checked.len();
        (
            GREEN,
            session.say(
                format!("nothing found in {}", plural(documents, "document")),
                format!("{documents} 件の文書に問題はありません"),
            ),
        )
    } else {
        let style = if errors > 0 { RED } else { YELLOW };
        (
            style,
            session.say(
                format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
                format!("エラー {errors} 件、警告 {warnings} 件"),
            ),
        )
    };
    session.page.line(paint(style.bold(), &text));
}

/// `1 error`, `2 errors`.
pub fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

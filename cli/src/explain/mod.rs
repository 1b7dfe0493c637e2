//! `kessai explain`: the rule behind a code.

mod catalogue;

use kessai::{Code, FindingCode, Step};
use serde_json::{Value, json};

use crate::args::ExplainArgs;
use crate::page::{BOLD, DIM, GREEN, RED, paint, visible};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};
use catalogue::{Catalogue, Entry};

pub fn run(args: &ExplainArgs, session: &mut Session) -> Result<Status, Failure> {
    let catalogue = Catalogue::embedded()?;
    let Some(text) = &args.code else {
        list(&catalogue, session);
        return Ok(Status::Good);
    };
    if let Some(code) = reason_of(text) {
        reason(code, catalogue.entry(code)?, session);
    } else if let Some(code) = finding_of(text) {
        finding(code, session);
    } else {
        return Err(unknown(text, session));
    }
    Ok(Status::Good)
}

fn reason_of(text: &str) -> Option<Code> {
    let by_number = || Code::ALL.iter().copied().find(|code| code.number().to_string() == text);
    Code::from_name(text).or_else(by_number)
}

fn finding_of(text: &str) -> Option<FindingCode> {
    FindingCode::ALL.iter().copied().find(|code| code.name() == text)
}

/// There is no such code; those that have the text in them, or begin alike, may have been meant.
fn unknown(text: &str, session: &Session) -> Failure {
    let names =
        || Code::ALL.iter().map(|code| code.name()).chain(FindingCode::ALL.iter().map(|code| code.name()));
    let lower = text.to_lowercase();
    let first = lower.split('.').next().unwrap_or_default();
    let mut near: Vec<_> =
        names().filter(|name| !lower.is_empty() && name.to_lowercase().contains(&lower)).collect();
    if near.is_empty() {
        near = names().filter(|name| !first.is_empty() && name.split('.').next() == Some(first)).collect();
    }
    let text = visible(text);
    let near: Vec<_> = near.into_iter().take(8).map(|name| format!("`{name}`")).collect();
    let near = near.join(", ");
    Failure::new(match near.as_str() {
        "" => session.say(
            format!("there is no code `{text}`; `kessai explain` lists them"),
            format!("コード `{text}` はありません（`kessai explain` で一覧を表示）"),
        ),
        near => session.say(
            format!("there is no code `{text}`; did you mean {near}?"),
            format!("コード `{text}` はありません。もしかして: {near}"),
        ),
    })
}

fn reason(code: Code, entry: &Entry, session: &mut Session) {
    let lang = session.lang;
    if session.is_json() {
        session.page.json(&json!({
            "code": code.name(),
            "number": code.number(),
            "step": code.step().name(),
            "title": entry.title.text(lang),
            "message": code.template(lang),
            "rule": entry.rule.text(lang),
            "page": page_of(code),
            "section": entry.section,
            "source": entry.source.text(lang),
            "passes": entry.passes.text(lang),
            "refused": entry.refused.text(lang),
        }));
        return;
    }
    let beside = format!("({}, {})", code.number(), code.step().name());
    session.page.line(format!("{} {}", paint(BOLD, code.name()), paint(DIM, &beside)));
    session.page.line(entry.title.text(lang));
    let page = page_of(code);
    let rules =
        session.say(format!("{page}, section {}", entry.section), format!("{page} {}", entry.section));
    let source = format!("{rules}\n{}", entry.source.text(lang));
    let parts = [
        (session.say("rule", "規則"), BOLD, entry.rule.text(lang)),
        (session.say("words to the user", "利用者への文言"), BOLD, code.template(lang)),
        (session.say("passes", "認める例"), GREEN.bold(), entry.passes.text(lang)),
        (session.say("refused", "拒否する例"), RED.bold(), entry.refused.text(lang)),
        (session.say("source", "出典"), BOLD, &source),
    ];
    for (title, style, text) in parts {
        session.page.gap();
        session.page.line(paint(style, title));
        for line in text.lines() {
            session.page.line(format!("  {line}"));
        }
    }
}

/// The page that has the rule.
fn page_of(code: Code) -> &'static str {
    if code.step() == Step::Item { "docs/item.md" } else { "docs/rules.md" }
}

fn finding(code: FindingCode, session: &mut Session) {
    if session.is_json() {
        session.page.json(&json!({
            "code": code.name(),
            "severity": code.severity().name(),
            "message": code.template(session.lang),
            "hint": code.hint_template(session.lang),
        }));
        return;
    }
    let severity = match code.severity() {
        kessai::Severity::Error => {
            session.say("an error: the document cannot be loaded", "エラー: 文書を読み込めません")
        }
        kessai::Severity::Warning => {
            session.say("a warning: the document is loaded", "警告: 文書は読み込まれます")
        }
    };
    session.page.line(paint(BOLD, code.name()));
    session.page.line(severity);
    let parts = [
        (session.say("message", "内容"), Some(code.template(session.lang))),
        (session.say("hint", "対処"), code.hint_template(session.lang)),
    ];
    for (title, text) in parts {
        let Some(text) = text else { continue };
        session.page.gap();
        session.page.line(paint(BOLD, title));
        session.page.line(format!("  {text}"));
    }
}

fn list(catalogue: &Catalogue, session: &mut Session) {
    let lang = session.lang;
    let title = |code: &Code| catalogue.entry(*code).map_or("", |entry| entry.title.text(lang));
    if session.is_json() {
        let reasons = Code::ALL.iter().map(|code| {
            json!({ "code": code.name(), "number": code.number(), "step": code.step().name(), "title": title(code) })
        });
        let findings = FindingCode::ALL
            .iter()
            .map(|code| json!({ "code": code.name(), "severity": code.severity().name() }));
        session
            .page
            .json(&json!({ "reasons": reasons.collect::<Value>(), "findings": findings.collect::<Value>() }));
        return;
    }
    let reasons: Vec<_> = Code::ALL
        .iter()
        .map(|code| {
            vec![Cell::figure(code.number().to_string()), Cell::word(code.name()), Cell::word(title(code))]
        })
        .collect();
    let findings: Vec<_> = FindingCode::ALL
        .iter()
        .map(|code| vec![Cell::word(code.name()), Cell::word(code.severity().name())])
        .collect();
    session.page.line(paint(BOLD, session.say("reasons of a verdict", "判定の理由")));
    table::write(&reasons, 2, &mut session.page);
    session.page.gap();
    session.page.line(paint(BOLD, session.say("findings of documents", "文書の指摘")));
    table::write(&findings, 2, &mut session.page);
}

//! What answers in JSON say to a person, as the engine says it.

use kessai::verdict::{More as Uncounted, Pointer};
use kessai::{Company, Lang, Reason, Verdict};
use serde::Deserialize;
use serde_json::Value;

use crate::evaluate::answer::More;
use crate::page::{BOLD, DIM, INDENT, RED, YELLOW, paint};
use crate::session::Session;
use crate::table::{self, Cell};

/// What an answer says, list by list.
#[derive(Debug, Default, Deserialize)]
pub struct Texts {
    pub reasons: Vec<String>,
    #[serde(default)]
    pub warnings: Vec<String>,
    more: Vec<String>,
    missing: Vec<String>,
}

impl Texts {
    /// The texts of an answer that the engine has written.
    pub fn of(company: &Company, answer: &str, lang: Lang) -> Self {
        let mut texts = String::new();
        // What the engine writes it reads; if not, codes and places say what there is to say.
        match company.texts_json(answer, lang, &mut texts) {
            Ok(()) => serde_json::from_str(&texts).unwrap_or_default(),
            Err(_) => Self::default(),
        }
    }
}

impl Texts {
    pub fn of_verdict(verdict: &Verdict<'_>, lang: Lang) -> Self {
        Self {
            reasons: verdict.reasons().map(|reason| reason.text(lang)).collect(),
            warnings: verdict.warnings().map(|warning| warning.text(lang)).collect(),
            more: verdict.more().iter().map(|more| more.text(lang)).collect(),
            missing: verdict.missing().iter().map(|at| at.missing_text(lang)).collect(),
        }
    }
}

/// The text at a position.
fn at(texts: &[String], position: usize) -> &str {
    texts.get(position).map(String::as_str).unwrap_or_default()
}

/// Writes reasons, a line each.
pub fn reasons(reasons: &[Value], texts: &Texts, session: &mut Session) {
    for (position, reason) in reasons.iter().enumerate() {
        let text = |field: &str| reason.get(field).and_then(Value::as_str).unwrap_or_default();
        let place = format!("[{} {}]", text("code"), text("path"));
        session.page.line(format!(
            "{:INDENT$}{} {}",
            "",
            paint(RED, at(&texts.reasons, position)),
            paint(DIM, &place)
        ));
    }
}

/// Writes how many reasons there are beside those that are listed, a line for each code.
pub fn more(more: &[More], texts: &Texts, session: &mut Session) {
    for (position, more) in more.iter().enumerate() {
        let place = format!("[{}]", more.code);
        let text = paint(RED, at(&texts.more, position));
        session.page.line(format!("{:INDENT$}{text} {}", "", paint(DIM, &place)));
    }
}

/// Writes the places of missing fields with what is asked of a person, a line each.
pub fn missing(missing: &[String], texts: &Texts, session: &mut Session) {
    if missing.is_empty() {
        return;
    }
    session.page.gap();
    session.page.line(paint(BOLD, session.say("still missing", "未入力の項目")));
    let rows: Vec<_> = missing
        .iter()
        .enumerate()
        .map(|(position, path)| {
            vec![Cell::word(path.as_str()).styled(YELLOW), Cell::word(at(&texts.missing, position))]
        })
        .collect();
    table::write(&rows, INDENT, &mut session.page);
}

/// Writes reasons, and how many there are beside those that are listed, a line each.
pub fn said<'a>(reasons: impl Iterator<Item = Reason<'a>>, more: &[Uncounted], session: &mut Session) {
    for reason in reasons {
        line(&reason.text(session.lang), &format!("[{} {}]", reason.code().name(), reason.path()), session);
    }
    for more in more {
        line(&more.text(session.lang), &format!("[{}]", more.code.name()), session);
    }
}

fn line(text: &str, place: &str, session: &mut Session) {
    session.page.line(format!("{:INDENT$}{} {}", "", paint(RED, text), paint(DIM, place)));
}

/// Writes the places of missing fields with what is asked of a person, a line each.
pub fn asked_for(missing: &[Pointer], session: &mut Session) {
    let paths: Vec<_> = missing.iter().map(Pointer::to_string).collect();
    let missing = missing.iter().map(|at| at.missing_text(session.lang)).collect();
    self::missing(&paths, &Texts { missing, ..Texts::default() }, session);
}

//! Many rows at once: what is said of each, and of all together.

use anstyle::Style;
use serde::Deserialize;
use serde_json::Value;

use crate::form::check::{Reason, outcome_in_words, write_reason};
use crate::page::{BOLD, DIM, RED, YELLOW, paint};
use crate::session::Session;

/// The parts of an answer that are explained.
#[derive(Debug, Deserialize)]
pub struct RowsAnswer {
    outcome: String,
    pub reasons: Vec<Reason>,
    warnings: Vec<Reason>,
    pub rows: Vec<RowAnswer>,
}

/// What is said of one row.
#[derive(Debug, Deserialize)]
pub struct RowAnswer {
    outcome: String,
    pub reasons: Vec<Reason>,
    warnings: Vec<Reason>,
    pub missing: Vec<String>,
    pub result: Value,
}

/// Writes every row about which there is something to say.
pub fn explain(answer: &RowsAnswer, session: &mut Session) {
    let (style, words) = outcome_in_words(&answer.outcome);
    let good = answer.rows.iter().filter(|row| row.outcome == "valid").count();
    let (all, reasons) = (answer.rows.len(), answer.reasons.len());
    let counted = session.say(
        format!(" (rows {all}, valid {good}, reasons outside {reasons})"),
        format!("（{all} 件、登録可 {good} 件、行以外の理由 {reasons} 件）"),
    );
    session.page.line(format!("{}{counted}", paint(style.bold(), session.say(words.0, words.1))));
    for (at, row) in answer.rows.iter().enumerate() {
        if row.outcome == "valid" && row.warnings.is_empty() {
            continue;
        }
        let (style, words) = outcome_in_words(&row.outcome);
        session.page.gap();
        let head = format!(
            "{} {}",
            paint(BOLD, &format!("/rows/{at}")),
            paint(style, session.say(words.0, words.1))
        );
        session.page.line(head);
        told(&row.reasons, &row.warnings, session);
        for path in &row.missing {
            let text = session.say("missing", "未入力");
            session.page.line(format!("    {} {}", paint(YELLOW, text), paint(DIM, path)));
        }
    }
    if !answer.reasons.is_empty() || !answer.warnings.is_empty() {
        session.page.gap();
        session.page.line(paint(BOLD, session.say("outside the rows", "行以外")));
        told(&answer.reasons, &answer.warnings, session);
    }
}

/// The reasons, then the warnings, each with its place.
fn told(reasons: &[Reason], warnings: &[Reason], session: &mut Session) {
    let styles: [(&[Reason], Style); 2] = [(reasons, RED), (warnings, YELLOW)];
    for (list, style) in styles {
        for reason in list {
            write_reason(reason, reason.place.as_deref().unwrap_or(&reason.path), style, session);
        }
    }
}

//! `kessai form check`: one form, field by field.

use std::collections::BTreeSet;

use anstyle::Style;
use kessai::{FormOutcome, Lang};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::documents::{asked_with_document, no_answer};
use crate::evaluate::answer::Normalised;
use crate::evaluate::story;
use crate::form::{CheckArgs, entry, many};
use crate::page::{BOLD, DIM, GREEN, INDENT, PLAIN, RED, YELLOW, paint};
use crate::session::{Failure, Session, Status};
use crate::table;

pub fn run(args: &CheckArgs, session: &mut Session) -> Result<Status, Failure> {
    let asked = asked_with_document([&args.service, &args.company], args.question.as_deref(), session)?;
    let Some((company, document, question)) = asked else { return Ok(Status::NoAnswer) };
    let mut written = String::new();
    let answered = match document {
        Some(document) => company.service().form_json(&document.text, &question.text, &mut written),
        None => company.form_json(&question.text, &mut written),
    };
    let outcome = match answered {
        Ok(outcome) => outcome,
        Err(error) => {
            no_answer(&question.name, &error, session);
            return Ok(Status::NoAnswer);
        }
    };
    if session.is_json() {
        session.page.line(&written);
    } else if let Ok(entry) = serde_json::from_str(&written) {
        entry::explain(entry, session);
    } else if let Ok(rows) = serde_json::from_str(&written) {
        many::explain(&rows, session);
    } else {
        // What the engine writes can be read; if not, its bytes say what there is to say.
        match (serde_json::from_str(&question.text), serde_json::from_str(&written)) {
            (Ok(question), Ok(answer)) => explain(&question, &answer, CHANGE, session),
            _ => session.page.line(&written),
        }
    }
    Ok(if outcome == FormOutcome::Valid { Status::Good } else { Status::Bad })
}

/// What is said of a form that is whole, or refused, in English and Japanese.
pub type Words = [(&'static str, &'static str); 2];

/// Of a form that changes the document.
const CHANGE: Words = [("valid", "登録可"), ("refused", "登録不可")];

/// What of a question is set beside the answer.
#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    input: Map<String, Value>,
}

/// The parts of an answer that are explained.
#[derive(Debug, Deserialize)]
pub struct Answer {
    pub outcome: String,
    pub reasons: Vec<Reason>,
    #[serde(default)]
    pub warnings: Vec<Reason>,
    pub missing: Vec<String>,
    #[serde(default)]
    pub normalised: Vec<Normalised>,
    pub changed: Vec<String>,
    pub result: Option<Value>,
    #[serde(default)]
    hanging: Vec<Hanging>,
}

/// An item that hangs on the user.
#[derive(Debug, Deserialize)]
struct Hanging {
    item: usize,
    r#as: String,
}

/// Why a form is refused, or what is doubtful about it.
#[derive(Debug, Deserialize)]
pub struct Reason {
    pub code: String,
    /// The place in the element; empty where it lies elsewhere.
    pub path: String,
    /// The place in the new document, of a reason that lies elsewhere.
    pub place: Option<String>,
    message: Message,
}

#[derive(Debug, Deserialize)]
struct Message {
    ja: String,
    en: String,
}

impl Reason {
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.message.ja,
            Lang::En => &self.message.en,
        }
    }
}

/// Writes an answer field by field.
pub fn explain(question: &Question, answer: &Answer, words: Words, session: &mut Session) {
    head(answer, words, session);
    let fields = fields(question, answer);
    if !fields.is_empty() {
        session.page.gap();
    }
    let width = fields.iter().map(|field| table::width(&field.path)).max().unwrap_or(0);
    for field in &fields {
        write_field(field, width, answer, session);
    }
    let elsewhere: Vec<_> = told(answer).filter(|(_, reason)| reason.path.is_empty()).collect();
    if !elsewhere.is_empty() {
        session.page.gap();
        session.page.line(paint(BOLD, session.say("elsewhere in the document", "文書の他の箇所")));
        for (style, reason) in elsewhere {
            write_reason(reason, reason.place.as_deref().unwrap_or_default(), style, session);
        }
    }
    if !answer.hanging.is_empty() {
        session.page.gap();
        session
            .page
            .line(paint(BOLD, session.say("items that hang on the user", "この利用者を待っている取引")));
        for Hanging { item, r#as } in &answer.hanging {
            let role = match r#as.as_str() {
                "requester" => session.say("requester", "依頼者"),
                _ => session.say("approver", "承認者"),
            };
            session.page.line(format!("  /items/{item}  {role}"));
        }
    }
    if !answer.normalised.is_empty() {
        session.page.gap();
        story::normalised(&answer.normalised, session);
    }
}

/// The reasons, then the warnings, each in its colour.
fn told(answer: &Answer) -> impl Iterator<Item = (Style, &Reason)> {
    let reasons = answer.reasons.iter().map(|reason| (RED, reason));
    reasons.chain(answer.warnings.iter().map(|warning| (YELLOW, warning)))
}

/// An outcome of a form that changes the document.
pub fn outcome_in_words(outcome: &str) -> (Style, (&'static str, &'static str)) {
    in_words(outcome, CHANGE)
}

fn in_words(outcome: &str, [valid, refused]: Words) -> (Style, (&'static str, &'static str)) {
    match outcome {
        "valid" => (GREEN, valid),
        "incomplete" => (YELLOW, ("incomplete", "未入力あり")),
        _ => (RED, refused),
    }
}

fn head(answer: &Answer, words: Words, session: &mut Session) {
    let (style, (en, ja)) = in_words(&answer.outcome, words);
    let (changed, reasons, missing) = (answer.changed.len(), answer.reasons.len(), answer.missing.len());
    // Most forms have no warnings.
    let warned = match answer.warnings.len() {
        0 => String::new(),
        count => session.say(format!(", warnings {count}"), format!("、警告 {count} 件")),
    };
    let counted = session.say(
        format!(" (changed {changed}, reasons {reasons}, missing {missing}{warned})"),
        format!("（変更 {changed} 件、理由 {reasons} 件、未入力 {missing} 件{warned}）"),
    );
    session.page.line(format!("{}{counted}", paint(style.bold(), session.say(en, ja))));
}

/// A field of the form.
struct Field {
    path: String,
    value: Shown,
}

/// What stands in a field.
enum Shown {
    /// A value of the document.
    Value(String),
    /// Something typed that is no part of the document, such as a password: not repeated.
    Typed,
    Nothing,
}

/// Every field that there is something to say about, in the order of the result.
fn fields(question: &Question, answer: &Answer) -> Vec<Field> {
    let mut fields = Vec::new();
    if let Some(result) = &answer.result {
        leaves(result, &mut String::new(), &mut fields);
    }
    let mut seen: BTreeSet<String> = fields.iter().map(|field| field.path.clone()).collect();
    let result = answer.result.as_ref();
    let is_own = |key: &&String| result.and_then(|result| result.get(key.as_str())).is_none();
    let typed = question.input.iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| key);
    let typed = typed.filter(is_own).map(|key| (format!("/{}", escaped(key)), Shown::Typed));
    let named = answer.changed.iter().chain(&answer.missing);
    let named = named.chain(told(answer).map(|(_, reason)| &reason.path).filter(|path| !path.is_empty()));
    for (path, value) in typed.chain(named.map(|path| (path.clone(), Shown::Nothing))) {
        if seen.insert(path.clone()) {
            fields.push(Field { path, value });
        }
    }
    fields
}

/// Texts, numbers, flags, nulls, and lists as a whole.
fn leaves(value: &Value, path: &mut String, out: &mut Vec<Field>) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            for (key, value) in object {
                let length = path.len();
                path.push('/');
                path.push_str(&escaped(key));
                leaves(value, path, out);
                path.truncate(length);
            }
        }
        Value::Object(_) => {}
        other => {
            let text = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
            out.push(Field { path: path.clone(), value: Shown::Value(text) });
        }
    }
}

/// A key as it stands in a pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn write_field(field: &Field, width: usize, answer: &Answer, session: &mut Session) {
    let path = &field.path;
    let is_changed = answer.changed.contains(path);
    let is_missing = answer.missing.contains(path);
    let space = " ".repeat(width.saturating_sub(table::width(path)));
    let (style, text) = match (&field.value, is_changed, is_missing) {
        (_, _, true) => (YELLOW, session.say("missing", "未入力")),
        (Shown::Value(text), true, _) => (RED, text.as_str()),
        (Shown::Value(text), false, _) => (PLAIN, text.as_str()),
        (Shown::Typed, ..) => (DIM, session.say("typed", "入力あり")),
        (Shown::Nothing, true, _) => (RED, session.say("taken away", "削除")),
        (Shown::Nothing, false, _) => (DIM, ""),
    };
    let mark = if is_changed { paint(RED, "*") } else { " ".to_owned() };
    session.page.line(format!("{mark} {}{space}  {}", paint(BOLD, path), paint(style, text)));
    for (style, reason) in told(answer).filter(|(_, reason)| reason.path == *path) {
        write_reason(reason, "", style, session);
    }
}

pub fn write_reason(reason: &Reason, place: &str, style: Style, session: &mut Session) {
    let text = reason.message(session.lang).to_owned();
    let code = format!("[{} {place}", reason.code).trim_end().to_owned();
    session.page.line(format!(
        "{:INDENT$}{:INDENT$}{} {}",
        "",
        "",
        paint(style, &text),
        paint(DIM, &format!("{code}]"))
    ));
}

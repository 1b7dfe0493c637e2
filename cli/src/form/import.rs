//! `kessai form import`: users out of a file, all or none.

use kessai::{FormOutcome, RequestError, Service};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::change;
use crate::check::plural;
use crate::documents::load;
use crate::form::ImportArgs;
use crate::form::check::Answer;
use crate::form::rows::Sheet;
use crate::form::sheet::Cells;
use crate::input::{self, Kind};
use crate::page::{BLUE, BOLD, GREEN, RED, paint, visible};
use crate::progress::Progress;
use crate::session::{Failure, Session, Status};

pub fn run(args: &ImportArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, Kind::Document, session)?;
    let company = input::read(&args.company, Kind::Document, session)?;
    let users = input::read(&args.users, Kind::Sheet, session)?;
    let Some(loaded) = load(&service, &company, session) else { return Ok(Status::NoAnswer) };
    let sheet = Sheet::read(&users.name, &users.text, session)?;
    let before = company.text.clone();
    let mut import = Import { service: loaded.service(), document: company.text, faults: Vec::new() };
    let progress = Progress::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        progress.show(at, sheet.rows.len(), &users.name);
        let added = import.add(&sheet, row, session);
        if let Err(error) = added {
            progress.clear();
            return Err(Failure::new(format!("{}:{}: {error}", users.name, row.line)));
        }
    }
    progress.clear();
    let Import { document, faults, .. } = import;
    let rows = sheet.rows.len();
    if !faults.is_empty() {
        report(&faults, rows, &users.name, session);
        return Ok(Status::Bad);
    }
    match &args.out {
        None => session.page.raw(&document),
        Some(path) => {
            let is_company =
                path.canonicalize().is_ok_and(|own| args.company.canonicalize().is_ok_and(|it| it == own));
            let written = change::replace(path, &document, is_company.then_some(&before));
            written.map_err(|fault| input::unwritable(path, &fault, session))?;
            let path = path.display().to_string();
            if session.is_json() {
                session.page.json(&json!({ "rows": rows, "errors": [], "written": path }));
            } else {
                let text = session.say(
                    format!("{} added, written to `{}`", plural(rows, "user"), visible(&path)),
                    format!("利用者 {rows} 件を追加し、`{}` に書きました", visible(&path)),
                );
                session.page.line(paint(GREEN.bold(), &text));
            }
        }
    }
    Ok(Status::Good)
}

/// A document that grows row by row.
struct Import<'s> {
    service: &'s Service,
    document: String,
    faults: Vec<Fault>,
}

/// What is wrong with a row.
#[derive(Debug)]
struct Fault {
    line: u64,
    /// The number of the column and its name, where it is that of one.
    column: Option<(usize, String)>,
    code: String,
    message: String,
}

/// What of an answer is kept as it is spelt.
#[derive(Deserialize)]
struct Spelt<'a> {
    #[serde(borrow)]
    result: &'a RawValue,
}

/// What of the document is kept as it is spelt.
#[derive(Deserialize)]
struct Outline<'a> {
    #[serde(borrow)]
    users: &'a RawValue,
}

impl Import<'_> {
    /// Adds a user, or the faults of his row.
    fn add(&mut self, sheet: &Sheet, row: &Cells, session: &Session) -> Result<(), RequestError> {
        if let Some((has, should)) = sheet.misfit(row) {
            let message = session.say(
                format!("The line has {}, the header {should}.", plural(has, "cell")),
                format!("この行は {has} 列ですが、見出し行は {should} 列です。"),
            );
            let code = "csv.columns".to_owned();
            self.faults.push(Fault { line: row.line, column: None, code, message });
            return Ok(());
        }
        let question = json!({ "form": "user", "input": sheet.input(row) }).to_string();
        let mut written = String::new();
        let outcome = self.service.form_json(&self.document, &question, &mut written)?;
        let grown = match outcome {
            FormOutcome::Valid => self.grown(&written),
            FormOutcome::Refused | FormOutcome::Incomplete => None,
        };
        match (grown, serde_json::from_str::<Answer>(&written)) {
            (Some(document), _) => self.document = document,
            (None, Ok(answer)) => self.faults.extend(faults(&answer, sheet, row.line, session)),
            // What the engine writes can be read; if not, nobody is added.
            (None, Err(error)) => self.faults.push(Fault {
                line: row.line,
                column: None,
                code: "csv.answer".to_owned(),
                message: error.to_string(),
            }),
        }
        Ok(())
    }

    /// The document with the user of an answer.
    fn grown(&self, answer: &str) -> Option<String> {
        let spelt: Spelt<'_> = serde_json::from_str(answer).ok()?;
        let user: Value = serde_json::from_str(spelt.result.get()).ok()?;
        let user = serde_json::to_string_pretty(&user).ok()?;
        let outline: Outline<'_> = serde_json::from_str(&self.document).ok()?;
        Some(change::appended(
            &self.document,
            outline.users,
            &format!("    {}", user.replace('\n', "\n    ")),
        ))
    }
}

fn faults(answer: &Answer, sheet: &Sheet, line: u64, session: &Session) -> Vec<Fault> {
    let column = |path: &str| sheet.column(path).map(|column| (column.number, column.field.to_owned()));
    let reasons = answer.reasons.iter().map(|reason| Fault {
        line,
        column: column(&reason.path),
        code: reason.code.clone(),
        message: reason.message(session.lang).to_owned(),
    });
    let missing = answer.missing.iter().map(|path| Fault {
        line,
        column: column(path),
        code: "field.missing".to_owned(),
        message: session.say(format!("`{path}` is missing."), format!("`{path}` を入力してください。")),
    });
    reasons.chain(missing).collect()
}

fn report(faults: &[Fault], rows: usize, file: &str, session: &mut Session) {
    if session.is_json() {
        let errors = faults.iter().map(|fault| {
            let (column, field) = fault.column.as_ref().map(|(number, field)| (number, field)).unzip();
            json!({ "line": fault.line, "column": column, "field": field, "code": fault.code,
                "message": fault.message })
        });
        session.page.json(&json!({ "rows": rows, "errors": errors.collect::<Value>(), "written": null }));
        return;
    }
    let word = session.say("error", "エラー");
    for fault in faults {
        let head = paint(RED.bold(), &format!("{word}[{}]", fault.code));
        session.page.line(format!("{head}: {}", paint(BOLD, &fault.message)));
        let place = match &fault.column {
            Some((number, field)) => format!("{}:{}:{number} ({field})", file, fault.line),
            None => format!("{}:{}", file, fault.line),
        };
        session.page.line(format!("  {} {}", paint(BLUE, "-->"), visible(&place)));
        session.page.gap();
    }
    let mut lines: Vec<_> = faults.iter().map(|fault| fault.line).collect();
    lines.dedup();
    let bad = lines.len();
    let text = session.say(
        format!("{bad} of {} cannot be imported, nothing is written", plural(rows, "row")),
        format!("{rows} 件中 {bad} 件が登録できないため、何も書きません"),
    );
    session.page.line(paint(RED.bold(), &text));
}

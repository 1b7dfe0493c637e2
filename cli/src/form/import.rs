//! `kessai form import`: users out of a file, all or none.

use kessai::{FormOutcome, RequestError, Service};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::change;
use crate::check::plural;
use crate::documents::load;
use crate::form::ImportArgs;
use crate::form::many::{RowAnswer, RowsAnswer};
use crate::form::rows::Sheet;
use crate::input::{self, Kind};
use crate::page::{BLUE, BOLD, GREEN, RED, paint, visible};
use crate::session::{Failure, Session, Status};

pub fn run(args: &ImportArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, Kind::Document, session)?;
    let company = input::read(&args.company, Kind::Document, session)?;
    let users = input::read(&args.users, Kind::Sheet, session)?;
    let Some(loaded) = load(&service, &company, session) else { return Ok(Status::NoAnswer) };
    let sheet = Sheet::read(&users.name, &users.text, session)?;
    let before = company.text.clone();
    let mut import = Import { service: loaded.service(), document: company.text, faults: Vec::new() };
    if let Err((error, line)) = import.add(&sheet, session) {
        return Err(Failure::new(format!("{}:{line}: {error}", users.name)));
    }
    let Import { document, mut faults, .. } = import;
    faults.sort_by_key(|fault| fault.line.unwrap_or(u64::MAX));
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

/// A document that gets all rows, or what is wrong with them.
struct Import<'s> {
    service: &'s Service,
    document: String,
    faults: Vec<Fault>,
}

/// What is wrong with a row.
#[derive(Debug)]
struct Fault {
    /// None where it is about no row, but about all together.
    line: Option<u64>,
    /// The number of the column and its name, where it is that of one.
    column: Option<(usize, String)>,
    code: String,
    message: String,
}

/// What of the document is kept as it is spelt.
#[derive(Deserialize)]
struct Outline<'a> {
    #[serde(borrow)]
    users: &'a RawValue,
}

impl Import<'_> {
    /// Adds the users of all rows, or tells the faults of every bad one; with an error comes the line that it is about.
    fn add(&mut self, sheet: &Sheet, session: &Session) -> Result<(), (RequestError, u64)> {
        let (whole, misfits): (Vec<_>, Vec<_>) =
            sheet.rows.iter().partition(|row| sheet.misfit(row).is_none());
        for (row, (has, should)) in misfits.iter().filter_map(|row| Some((row, sheet.misfit(row)?))) {
            let message = session.say(
                format!("The line has {}, the header {should}.", plural(has, "cell")),
                format!("この行は {has} 列ですが、見出し行は {should} 列です。"),
            );
            self.fault(Some(row.line), "csv.columns", message);
        }
        let inputs: Vec<Value> = whole.iter().map(|row| sheet.input(row)).collect();
        if inputs.is_empty() {
            return Ok(());
        }
        let question = json!({ "form": "user", "rows": inputs }).to_string();
        let mut written = String::new();
        let outcome = self.service.form_json(&self.document, &question, &mut written).map_err(|error| {
            let place = error.path().strip_prefix("/rows/").and_then(|path| path.split('/').next());
            let row = place.and_then(|place| whole.get(place.parse::<usize>().ok()?));
            let line = row.map_or(1, |row| row.line);
            (error, line)
        })?;
        match serde_json::from_str::<RowsAnswer>(&written) {
            Ok(answer) if outcome == FormOutcome::Valid => match self.grown(&answer.rows) {
                Some(document) => self.document = document,
                None => self.fault(None, "csv.answer", String::new()),
            },
            Ok(answer) => {
                for (row, answer) in whole.iter().zip(&answer.rows) {
                    self.faults.extend(faults(answer, sheet, row.line, session));
                }
                for reason in answer.reasons {
                    self.fault(None, &reason.code, reason.message(session.lang).to_owned());
                }
            }
            // What the engine writes can be read; if not, nobody is added.
            Err(error) => self.fault(None, "csv.answer", error.to_string()),
        }
        Ok(())
    }

    /// The document with all users.
    fn grown(&self, rows: &[RowAnswer]) -> Option<String> {
        let mut users = Vec::with_capacity(rows.len());
        for row in rows {
            let user = serde_json::to_string_pretty(&row.result).ok()?;
            users.push(format!("    {}", user.replace('\n', "\n    ")));
        }
        let outline: Outline<'_> = serde_json::from_str(&self.document).ok()?;
        Some(change::appended(&self.document, outline.users, &users.join(",\n")))
    }

    /// A fault of no column.
    fn fault(&mut self, line: Option<u64>, code: &str, message: String) {
        self.faults.push(Fault { line, column: None, code: code.to_owned(), message });
    }
}

fn faults(answer: &RowAnswer, sheet: &Sheet, line: u64, session: &Session) -> Vec<Fault> {
    let column = |path: &str| sheet.column(path).map(|column| (column.number, column.field.to_owned()));
    let reasons = answer.reasons.iter().map(|reason| Fault {
        line: Some(line),
        column: column(&reason.path),
        code: reason.code.clone(),
        message: reason.message(session.lang).to_owned(),
    });
    let missing = answer.missing.iter().map(|path| Fault {
        line: Some(line),
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
        let place = match (&fault.column, fault.line) {
            (Some((number, field)), Some(line)) => format!("{file}:{line}:{number} ({field})"),
            (_, Some(line)) => format!("{file}:{line}"),
            (_, None) => file.to_owned(),
        };
        session.page.line(format!("  {} {}", paint(BLUE, "-->"), visible(&place)));
        session.page.gap();
    }
    let mut lines: Vec<_> = faults.iter().filter_map(|fault| fault.line).collect();
    lines.dedup();
    let text = match lines.len() {
        0 => session.say(
            format!("{} cannot be imported together, nothing is written", plural(rows, "row")),
            format!("{rows} 件をまとめて登録できないため、何も書きません"),
        ),
        bad => session.say(
            format!("{bad} of {} cannot be imported, nothing is written", plural(rows, "row")),
            format!("{rows} 件中 {bad} 件が登録できないため、何も書きません"),
        ),
    };
    session.page.line(paint(RED.bold(), &text));
}

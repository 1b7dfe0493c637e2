//! `kessai largest` and `kessai possible`: answers backwards.

use std::path::PathBuf;

use kessai::{Company, RequestError};
use serde::Deserialize;
use serde_json::Value;

use crate::documents::{load, no_answer};
use crate::evaluate::answer::More;
use crate::figures::grouped_text;
use crate::input::{self, Kind};
use crate::page::{BOLD, DIM, GREEN, INDENT, RED, paint};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};
use crate::words::{self, Texts};

/// `kessai largest`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The payment that stands in the request does not matter.

Exit status: 0 there is one, 1 no payment goes or it is not decided, 2 no answer.

With --format json: {\"largest\",\"stops\",\"missing\"} (`kessai schema largest`).

Examples:
  kessai largest service.json company.json request.json
  kessai largest service.json company.json batch.json --item 2")]
pub struct LargestArgs {
    /// The bank's document
    pub service: PathBuf,
    /// The customer's document
    pub company: PathBuf,
    /// The request
    pub request: PathBuf,
    /// Of a batch: the position of the item, from 0
    #[arg(long, value_name = "N")]
    pub item: Option<u32>,
}

/// `kessai possible`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A value is possible if the request with it, all else as it is, has no reason; fields may still be missing.

Exit status: 0 something is possible, 1 nothing, 2 no answer.

With --format json: {\"accounts\",\"businesses\",\"operations\",\"payeeKinds\",\"approvers\"} (`kessai schema possible`).

Examples:
  kessai possible service.json company.json request.json
  kessai possible service.json company.json request.json --format json | jq .approvers")]
pub struct PossibleArgs {
    /// The bank's document
    pub service: PathBuf,
    /// The customer's document
    pub company: PathBuf,
    /// The request, as far as it is filled
    pub request: PathBuf,
}

/// What `largest` answers.
#[derive(Debug, Deserialize)]
struct Largest {
    largest: Option<String>,
    stops: Vec<Value>,
    #[serde(default)]
    more: Vec<More>,
    missing: Vec<String>,
}

/// What `possible` answers.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Possible {
    accounts: Vec<String>,
    businesses: Vec<String>,
    operations: Vec<String>,
    payee_kinds: Vec<String>,
    approvers: Vec<String>,
}

pub fn largest(args: &LargestArgs, session: &mut Session) -> Result<Status, Failure> {
    let paths = [&args.service, &args.company, &args.request];
    let ask = |company: &Company, request: &str, out: &mut String| {
        company.largest_payment_json(request, args.item, out)
    };
    let Some((company, written)) = answer(paths, ask, session)? else { return Ok(Status::NoAnswer) };
    let answer: Largest = read(&written)?;
    let status = if answer.largest.is_some() { Status::Good } else { Status::Bad };
    if session.is_json() {
        session.page.line(&written);
        return Ok(status);
    }
    match &answer.largest {
        Some(amount) => {
            let title = session.say("largest payment", "お支払可能な最大の金額");
            let amount = paint(GREEN.bold(), &grouped_text(amount));
            session.page.line(format!("{}: {amount}", paint(BOLD, title)));
        }
        None if answer.stops.is_empty() => {
            let text =
                session.say("not decided while fields are missing", "未入力の項目があるため決まりません");
            session.page.line(paint(BOLD, text));
        }
        None => {
            let text = session.say("no payment goes", "お支払可能な金額はありません");
            session.page.line(paint(RED.bold(), text));
        }
    }
    let texts = Texts::of(&company, &written, session.lang);
    if !answer.stops.is_empty() {
        let title = match answer.largest {
            Some(_) => session.say("one unit more", "これを超えると"),
            None => session.say("why", "理由"),
        };
        session.page.gap();
        session.page.line(paint(BOLD, title));
        words::reasons(&answer.stops, &texts, session);
        words::more(&answer.more, &texts, session);
    }
    words::missing(&answer.missing, &texts, session);
    Ok(status)
}

pub fn possible(args: &PossibleArgs, session: &mut Session) -> Result<Status, Failure> {
    let paths = [&args.service, &args.company, &args.request];
    let Some((_, written)) = answer(paths, Company::possible_json, session)? else {
        return Ok(Status::NoAnswer);
    };
    let answer: Possible = read(&written)?;
    let lists = [
        ("accounts", "出金口座", &answer.accounts),
        ("businesses", "業務", &answer.businesses),
        ("operations", "操作", &answer.operations),
        ("kinds of payee", "振込先の指定方法", &answer.payee_kinds),
        ("approvers", "承認者", &answer.approvers),
    ];
    let is_empty = lists.iter().all(|(_, _, values)| values.is_empty());
    if session.is_json() {
        session.page.line(&written);
    } else {
        for (en, ja, values) in lists {
            list(session.say(en, ja), values, session);
        }
    }
    Ok(if is_empty { Status::Bad } else { Status::Good })
}

/// The values of one field, as many on a line as there is room for.
fn list(title: &str, values: &[String], session: &mut Session) {
    session.page.line(paint(BOLD, title));
    if values.is_empty() {
        let none = session.say("none", "なし");
        session.page.line(format!("{:INDENT$}{}", "", paint(DIM, none)));
        return;
    }
    let rows: Vec<_> = values
        .chunks(VALUES_A_LINE)
        .map(|values| values.iter().map(|value| Cell::word(value.as_str())).collect())
        .collect();
    table::write(&rows, INDENT, &mut session.page);
}

/// Values on one line of a list.
const VALUES_A_LINE: usize = 4;

/// Reads the files and asks; none where there is no answer, which has been said then. Gives the company too.
fn answer(
    [service, company, request]: [&PathBuf; 3],
    ask: impl Fn(&Company, &str, &mut String) -> Result<(), RequestError>,
    session: &mut Session,
) -> Result<Option<(Company, String)>, Failure> {
    let service = input::read(service, Kind::Document, session)?;
    let company = input::read(company, Kind::Document, session)?;
    let request = input::read(request, Kind::Request, session)?;
    let Some(company) = load(&service, &company, session) else { return Ok(None) };
    let mut written = String::new();
    match ask(&company, &request.text, &mut written) {
        Ok(()) => Ok(Some((company, written))),
        Err(error) => {
            no_answer(&request.name, &error, session);
            Ok(None)
        }
    }
}

/// Reads what the engine writes, which can be read.
fn read<'a, T: Deserialize<'a>>(written: &'a str) -> Result<T, Failure> {
    serde_json::from_str(written).map_err(|error| Failure::new(error.to_string()))
}

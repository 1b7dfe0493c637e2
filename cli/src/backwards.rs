//! `kessai largest` and `kessai possible`: answers backwards.

use std::path::{Path, PathBuf};

use kessai::{Company, Request, RequestError};

use crate::documents::{asked, no_answer};
use crate::figures::grouped_text;
use crate::input::Input;
use crate::page::{BOLD, DIM, GREEN, INDENT, RED, paint};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};
use crate::words;

/// `kessai largest`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The payment that stands in the request does not matter. Of two files the first is an image (`kessai compile`) in place of
both documents.

Exit status: 0 there is one, 1 no payment goes or it is not decided, 2 no answer.

With --format json: {\"largest\",\"stops\",\"missing\"} (`kessai schema largest`).

Examples:
  kessai largest service.json company.json request.json
  kessai largest service.json company.json batch.json --item 2
  kessai largest acme.kessai request.json")]
pub struct LargestArgs {
    /// The bank's document, or an image
    pub service: PathBuf,
    /// The customer's document; after an image the request
    pub company: PathBuf,
    /// The request; after an image none
    pub request: Option<PathBuf>,
    /// Of a batch: the position of the item, from 0
    #[arg(long, value_name = "N")]
    pub item: Option<u32>,
}

/// `kessai possible`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A value is possible if the request with it, all else as it is, has no reason; fields may still be missing. Of two files
the first is an image (`kessai compile`) in place of both documents.

Exit status: 0 something is possible, 1 nothing, 2 no answer.

With --format json: {\"accounts\",\"businesses\",\"operations\",\"payeeKinds\",\"approvers\"} (`kessai schema possible`).

Examples:
  kessai possible service.json company.json request.json
  kessai possible service.json company.json request.json --format json | jq .approvers")]
pub struct PossibleArgs {
    /// The bank's document, or an image
    pub service: PathBuf,
    /// The customer's document; after an image the request
    pub company: PathBuf,
    /// The request, as far as it is filled; after an image none
    pub request: Option<PathBuf>,
}

pub fn largest(args: &LargestArgs, session: &mut Session) -> Result<Status, Failure> {
    let Some(asked) = Asked::read([&args.service, &args.company], args.request.as_deref(), session)? else {
        return Ok(Status::NoAnswer);
    };
    let answer = asked.request().and_then(|request| asked.company.largest_payment(&request, args.item));
    let Some(answer) = asked.told(answer, session) else { return Ok(Status::NoAnswer) };
    let status = if answer.payment().is_some() { Status::Good } else { Status::Bad };
    if session.is_json() {
        let mut written = String::new();
        let again = asked.company.largest_payment_json(&asked.text.text, args.item, &mut written);
        return Ok(asked.told(again, session).map_or(Status::NoAnswer, |()| {
            session.page.line(&written);
            status
        }));
    }
    let stops = answer.stops();
    match answer.payment() {
        Some(amount) => {
            let title = session.say("largest payment", "お支払可能な最大の金額");
            let amount = grouped_text(&asked.company.service().currency().format(amount));
            session.page.line(format!("{}: {}", paint(BOLD, title), paint(GREEN.bold(), &amount)));
        }
        None if stops.len() == 0 => {
            let text =
                session.say("not decided while fields are missing", "未入力の項目があるため決まりません");
            session.page.line(paint(BOLD, text));
        }
        None => {
            let text = session.say("no payment goes", "お支払可能な金額はありません");
            session.page.line(paint(RED.bold(), text));
        }
    }
    if stops.len() > 0 {
        let title = match answer.payment() {
            Some(_) => session.say("one unit more", "これを超えると"),
            None => session.say("why", "理由"),
        };
        session.page.gap();
        session.page.line(paint(BOLD, title));
        words::said(stops, answer.more(), session);
    }
    words::asked_for(answer.missing(), session);
    Ok(status)
}

pub fn possible(args: &PossibleArgs, session: &mut Session) -> Result<Status, Failure> {
    let Some(asked) = Asked::read([&args.service, &args.company], args.request.as_deref(), session)? else {
        return Ok(Status::NoAnswer);
    };
    let request = asked.request();
    let answer = request.as_ref().map_err(Clone::clone).and_then(|request| asked.company.possible(request));
    let Some(answer) = asked.told(answer, session) else { return Ok(Status::NoAnswer) };
    let operations: Vec<_> = answer.operation_names().collect();
    let payee_kinds: Vec<_> = answer.payee_kinds.iter().map(|one| one.name()).collect();
    let lists = [
        ("accounts", "出金口座", &answer.accounts),
        ("businesses", "業務", &answer.businesses),
        ("operations", "操作", &operations),
        ("kinds of payee", "振込先の指定方法", &payee_kinds),
        ("approvers", "承認者", &answer.approvers),
    ];
    let is_empty = lists.iter().all(|(_, _, values)| values.is_empty());
    if session.is_json() {
        let mut written = String::new();
        let again = asked.company.possible_json(&asked.text.text, &mut written);
        if asked.told(again, session).is_none() {
            return Ok(Status::NoAnswer);
        }
        session.page.line(&written);
    } else {
        for (en, ja, values) in lists {
            list(session.say(en, ja), values, session);
        }
    }
    Ok(if is_empty { Status::Bad } else { Status::Good })
}

/// The values of one field, as many on a line as there is room for.
pub fn list(title: &str, values: &[&str], session: &mut Session) {
    session.page.line(paint(BOLD, title));
    if values.is_empty() {
        let none = session.say("none", "なし");
        session.page.line(format!("{:INDENT$}{}", "", paint(DIM, none)));
        return;
    }
    let rows: Vec<_> = values
        .chunks(VALUES_A_LINE)
        .map(|values| values.iter().map(|value| Cell::word(*value)).collect())
        .collect();
    table::write(&rows, INDENT, &mut session.page);
}

/// Values on one line of a list.
const VALUES_A_LINE: usize = 4;

/// What is asked, and of whom.
struct Asked {
    company: Company,
    text: Input,
}

impl Asked {
    /// Reads the files; none where the documents, or the image, cannot be used, which has been said then.
    fn read(
        documents: [&Path; 2],
        request: Option<&Path>,
        session: &mut Session,
    ) -> Result<Option<Self>, Failure> {
        Ok(asked(documents, request, session)?.map(|(company, text)| Self { company, text }))
    }

    fn request(&self) -> Result<Request<'_>, RequestError> {
        Request::from_json(&self.text.text)
    }

    /// The answer; none where there is none, which is said then.
    fn told<T>(&self, answer: Result<T, RequestError>, session: &mut Session) -> Option<T> {
        answer.map_err(|error| no_answer(&self.text.name, &error, session)).ok()
    }
}

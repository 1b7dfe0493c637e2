//! `kessai replay`: a verdict, made again.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use crate::documents::{load, no_answer};
use crate::input::{self, Kind};
use crate::page::{BOLD, DIM, GREEN, RED, paint};
use crate::session::{Failure, Session, Status};
use crate::table::{self, Cell};

/// `kessai replay`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The verdict is what `kessai evaluate --format json`, or any host, gave. Keys may stand in any order.

Exit status: 0 the same, 1 not the same, 2 no verdict, or no answer to the request.

With --format json: {\"same\",\"differs\":[\"engine\"|\"service\"|\"company\"|\"answer\"],\"differences\":[{\"path\",\"then\",\"now\"}]}.

Examples:
  kessai evaluate service.json company.json request.json --format json > verdict.json
  kessai replay verdict.json service.json company.json request.json")]
pub struct ReplayArgs {
    /// The verdict as it was given
    pub verdict: PathBuf,
    /// The bank's document
    pub service: PathBuf,
    /// The customer's document
    pub company: PathBuf,
    /// The request that it answers
    pub request: PathBuf,
}

/// One field that is not as it was.
#[derive(Debug, PartialEq)]
struct Difference {
    path: String,
    then: Option<Value>,
    now: Option<Value>,
}

pub fn run(args: &ReplayArgs, session: &mut Session) -> Result<Status, Failure> {
    let verdict = input::read(&args.verdict, Kind::Verdict, session)?;
    let service = input::read(&args.service, Kind::Document, session)?;
    let company = input::read(&args.company, Kind::Document, session)?;
    let request = input::read(&args.request, Kind::Request, session)?;
    let then = read(&verdict, session)?;
    let Some(company) = load(&service, &company, session) else { return Ok(Status::NoAnswer) };
    let mut written = String::new();
    if let Err(error) = company.evaluate_json(&request.text, &mut written) {
        no_answer(&request.name, &error, session);
        return Ok(Status::NoAnswer);
    }
    let now = serde_json::from_str(&written).map_err(|error| Failure::new(error.to_string()))?;
    let mut differences = Vec::new();
    compare("", Some(&then), Some(&now), &mut differences);
    write(&differences, session);
    Ok(if differences.is_empty() { Status::Good } else { Status::Bad })
}

/// A verdict: an object with an outcome and those who answered.
fn read(verdict: &input::Input, session: &Session) -> Result<Value, Failure> {
    let name = &verdict.name;
    let value: Value = serde_json::from_str(&verdict.text).map_err(|error| {
        Failure::new(session.say(
            format!("`{name}` is not JSON: {error}"),
            format!("`{name}` を JSON として読めません: {error}"),
        ))
    })?;
    let needed = ["outcome", "engine", "service", "company"];
    if needed.iter().all(|field| value.get(field).is_some()) {
        Ok(value)
    } else {
        Err(Failure::new(
            session.say(format!("`{name}` is no verdict"), format!("`{name}` は判定結果ではありません")),
        ))
    }
}

/// What differs, field by field, in the order of the first and then of the second.
fn compare(path: &str, then: Option<&Value>, now: Option<&Value>, out: &mut Vec<Difference>) {
    match (then, now) {
        (Some(Value::Object(then)), Some(Value::Object(now))) => {
            let further = now.keys().filter(|key| !then.contains_key(*key));
            for key in then.keys().chain(further) {
                let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
                compare(&path, then.get(key), now.get(key), out);
            }
        }
        (Some(Value::Array(then)), Some(Value::Array(now))) => {
            for at in 0..then.len().max(now.len()) {
                compare(&format!("{path}/{at}"), then.get(at), now.get(at), out);
            }
        }
        (then, now) if then == now => {}
        (then, now) => {
            let path = path.to_owned();
            out.push(Difference { path, then: then.cloned(), now: now.cloned() });
        }
    }
}

/// Which of the four a difference is of.
fn part_of(path: &str) -> &'static str {
    match path.split('/').nth(1) {
        Some("engine") => "engine",
        Some("service") => "service",
        Some("company") => "company",
        _ => "answer",
    }
}

fn write(differences: &[Difference], session: &mut Session) {
    let has = |part: &&str| differences.iter().any(|difference| part_of(&difference.path) == *part);
    let differs: Vec<_> = ["engine", "service", "company", "answer"].into_iter().filter(has).collect();
    if session.is_json() {
        let rows = differences.iter().map(|Difference { path, then, now }| {
            let mut row = Map::from_iter([("path".to_owned(), Value::from(path.as_str()))]);
            for (name, value) in [("then", then), ("now", now)] {
                // Absent is not null.
                row.extend(value.clone().map(|value| (name.to_owned(), value)));
            }
            Value::Object(row)
        });
        session.page.json(&json!({ "same": differs.is_empty(), "differs": differs,
            "differences": rows.collect::<Value>() }));
        return;
    }
    if differs.is_empty() {
        session.page.line(paint(GREEN.bold(), session.say("the same", "同じ結果です")));
        return;
    }
    let words: Vec<_> = differs.iter().map(|part| word(part, session)).collect();
    let words = words.join(session.say(", ", "、"));
    let text =
        session.say(format!("not the same: {words}"), format!("同じ結果ではありません（相違: {words}）"));
    session.page.line(paint(RED.bold(), &text));
    let [then, now] = [("then", "当時"), ("now", "今回")].map(|(en, ja)| session.say(en, ja));
    for difference in differences {
        session.page.line(format!("  {}", paint(BOLD, &difference.path)));
        let rows =
            [(then, &difference.then, RED), (now, &difference.now, GREEN)].map(|(title, value, style)| {
                let value = match value {
                    Some(value) => Cell::word(value.to_string()).styled(style),
                    None => Cell::word(session.say("absent", "なし")).styled(DIM),
                };
                vec![Cell::word(title), value]
            });
        table::write(&rows, 4, &mut session.page);
    }
}

fn word<'a>(part: &'a str, session: &Session) -> &'a str {
    let (en, ja) = match part {
        "engine" => ("the engine's version", "エンジンの版"),
        "service" => ("the bank's document", "金融機関の文書"),
        "company" => ("the customer's document", "企業の文書"),
        _ => ("the answer", "回答"),
    };
    session.say(en, ja)
}

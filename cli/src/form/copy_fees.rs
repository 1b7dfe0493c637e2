//! `kessai form copy-fees`: the bank's table in force on a day.

use serde_json::Value;

use crate::documents::{load_service, no_answer};
use crate::form::CopyFeesArgs;
use crate::input::{self, Kind};
use crate::session::{Failure, Session, Status};

pub fn run(args: &CopyFeesArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, Kind::Document, session)?;
    let Some(loaded) = load_service(&service, session) else { return Ok(Status::NoAnswer) };
    let mut tables = String::new();
    if let Err(error) = loaded.copy_fees_json(&args.business, args.bearer.into(), &args.on, &mut tables) {
        no_answer(&args.business, &error, session);
        return Ok(Status::NoAnswer);
    }
    match serde_json::from_str::<Value>(&tables) {
        Ok(tables) => session.page.json(&tables),
        Err(_) => session.page.line(&tables),
    }
    Ok(Status::Good)
}

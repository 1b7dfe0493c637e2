//! The requests of the typical setup as a C program takes them (`benches/c/doors.c`): words that end in tabs, a request a line.

use std::path::Path;

use kessai::columns::{NO_CODE, NO_NUMBER, code_of};
use kessai::terms::{Bearer, PayeeKind};
use kessai::{Currency, Day, Instant, Outcome, Request};

use crate::Result;
use crate::columns::LIMITS;
use crate::setup::Setup;
use crate::world::World;

/// What the C program is started with.
#[derive(Debug)]
pub struct Files(pub [std::path::PathBuf; 3]);

/// Writes the documents and the requests of a world into a folder.
///
/// # Errors
///
/// A request has something that the program does not take, or nothing can be written.
pub fn write(folder: &Path, world: &World) -> Result<Files> {
    std::fs::create_dir_all(folder)?;
    let inputs = world.inputs()?;
    let mut lines = String::new();
    for (request, text) in inputs.requests.iter().zip(&world.texts) {
        line(world, request, text, &mut lines)?;
    }
    let files = ["service.json", "company.json", "requests.tsv"].map(|name| folder.join(name));
    let texts = [Setup::TYPICAL.service_json(), Setup::TYPICAL.company_json(), lines];
    for (path, text) in files.iter().zip(texts) {
        std::fs::write(path, text)?;
    }
    Ok(Files(files))
}

fn line(world: &World, request: &Request<'_>, text: &str, out: &mut String) -> Result<()> {
    let mut word = |word: &str| {
        out.push_str(word);
        out.push('\t');
    };
    let said = |text: &Option<kessai::request::Text<'_>>| text.as_deref().unwrap_or_default().to_owned();
    let payee = &request.single;
    for name in [&request.user, &request.business, &request.account] {
        word(&said(name));
    }
    word(&request.operation.map_or(NO_CODE, code_of).to_string());
    let now = said(&request.now);
    word(&Instant::parse(&now).ok_or("no clock")?.unix_seconds().to_string());
    // 2026-11-20T10:15:00+09:00 as FUNCTION CURRENT-DATE has it.
    let (clock, offset) = now.split_at_checked(19).ok_or("no clock")?;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    word(&format!("{}00+{}", digits(clock), digits(offset)));
    let day = |text: &str| Day::parse(text).map(|day| day.unix_days().to_string()).ok_or("no day");
    let value_date = said(&request.value_date);
    word(&day(&value_date)?);
    word(&digits(&value_date));
    word(&PayeeKind::from_name(&said(&payee.payee_kind)).map_or(NO_CODE, code_of).to_string());
    for code in [&payee.bank, &payee.branch] {
        word(&said(code));
    }
    word(if payee.document { "1" } else { "0" });
    word(&amount(payee.payment.as_ref())?);
    word(&Bearer::from_name(&said(&payee.bearer)).map_or(NO_CODE, code_of).to_string());
    for at in 0..2 {
        word(request.approvers.get(at).map_or("", |id| id));
    }
    for limit in LIMITS {
        word(limit);
        match request.usage.iter().find(|entry| *entry.limit == *limit) {
            Some(entry) => {
                word(&day(&entry.day)?);
                word(&digits(&entry.day));
                word(&amount(Some(&entry.used))?);
            }
            None => (0..3).for_each(|_| word("")),
        }
    }
    let verdict = world.company.evaluate(request)?;
    let outcome = match verdict.outcome() {
        Outcome::Accepted => 1,
        Outcome::NeedsApproval => 2,
        Outcome::Incomplete => 3,
        Outcome::Refused => 4,
    };
    word(&outcome.to_string());
    let fee = verdict.fee().map(|fee| fee.amounts);
    for amount in [
        fee.map_or(NO_NUMBER, |fee| fee.deducted),
        fee.map_or(NO_NUMBER, |fee| fee.transfer),
        fee.map_or(NO_NUMBER, |fee| fee.bank_fee),
    ] {
        word(&amount.to_string());
    }
    word(&verdict.reasons().next().map_or(0, |reason| reason.code().number()).to_string());
    out.push_str(text);
    out.push('\n');
    Ok(())
}

fn amount(typed: Option<&kessai::request::Typed<'_>>) -> Result<String> {
    match typed {
        Some(kessai::request::Typed::Text(text)) => {
            Ok(Currency::JPY.parse(text).ok_or("no amount")?.to_string())
        }
        _ => Err("no amount".into()),
    }
}

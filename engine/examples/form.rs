//! A form of a bank's screen, checked while it is filled: a new user of the company.
//!
//! Run it with `cargo run -p kessai --example form`.

use std::error::Error;
use std::fmt::Write;

use kessai::{FormOutcome, Lang, Service};

const SERVICE: &str = include_str!("../../fixtures/example-ib/service.json");
const COMPANY: &str = include_str!("../../fixtures/example-ib/company.json");

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", run()?);
    Ok(())
}

/// What the program prints.
pub fn run() -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    let service = Service::from_json(SERVICE)?;

    // Half filled: nothing is wrong yet, and the rest is still missing.
    let question = r#"{ "form": "user", "input": { "id": "taro01" } }"#;
    let answer = service.form(COMPANY, question)?;
    writeln!(page, "{}", answer.outcome())?;
    for reason in answer.reasons() {
        writeln!(page, "{} {}: {}", reason.code(), reason.path(), reason.text(Lang::En))?;
    }
    writeln!(page, "missing: {}", answer.missing().join(" "))?;

    // Whole: the answer has the element as it stands in the document, which would load with it.
    let question = r#"{ "form": "user", "input": { "id": "saburo01", "role": "general", "enabled": true,
        "accounts": ["081-1-0253326"], "rights": ["inquiry.balance"] } }"#;
    let answer = service.form(COMPANY, question)?;
    assert_eq!(answer.outcome(), FormOutcome::Valid);
    writeln!(page, "{}: {}", answer.outcome(), answer.result().unwrap_or_default())?;
    Ok(page)
}

//! `kessai schema`: the JSON Schema of a document.

mod bundle;

use clap::ValueEnum;
use kessai::{Company, Service};
use serde_json::Value;

use crate::session::{Failure, Session, Status};

/// A document with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// What a bank offers
    Service,
    /// What one customer has set
    Company,
    /// One operation of a user
    Request,
    /// The answer
    Verdict,
    /// An item as an answer gives it
    Item,
    /// What is done to an item
    Event,
    /// A question about an item, an event and the usage
    Advance,
    /// Its answer
    Advanced,
    /// A form of the company document as far as it is filled
    Form,
    /// Its answer
    FormAnswer,
    /// Its answer where it has many rows
    FormRowsAnswer,
    /// The entry of a transfer as far as it is filled
    RequestForm,
    /// Its answer
    RequestFormAnswer,
    /// The answer about the largest payment
    Largest,
    /// The answer about what remains possible
    Possible,
    /// A case file
    Cases,
}

impl SchemaName {
    /// The schema; those of the documents are made from the engine's table of their language.
    fn schema(self) -> Result<Value, String> {
        let file = match self {
            Self::Service => return read(&Service::schema()),
            Self::Company => return read(&Company::schema()),
            Self::Request => "request.json",
            Self::Verdict => "verdict.json",
            Self::Item => "item.json",
            Self::Event => "event.json",
            Self::Advance => "advance.json",
            Self::Advanced => "advanced.json",
            Self::Form => "form.json",
            Self::FormAnswer => "form-answer.json",
            Self::FormRowsAnswer => "form-rows-answer.json",
            Self::RequestForm => "request-form.json",
            Self::RequestFormAnswer => "request-form-answer.json",
            Self::Largest => "largest.json",
            Self::Possible => "possible.json",
            Self::Cases => "cases.json",
        };
        bundle::bundle(file)
    }
}

fn read(json: &str) -> Result<Value, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

pub fn run(name: SchemaName, session: &mut Session) -> Result<Status, Failure> {
    let schema = name.schema().map_err(Failure::new)?;
    session.page.raw(&format!("{schema:#}\n"));
    Ok(Status::Good)
}

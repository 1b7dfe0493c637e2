//! `kessai schema`: the JSON Schema of a document.

use std::borrow::Cow;

use clap::ValueEnum;
use kessai::{Company, Service};

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
    /// A form as far as it is filled
    Form,
    /// Its answer
    FormAnswer,
    /// The answer about the largest payment
    Largest,
    /// The answer about what remains possible
    Possible,
    /// A case file
    Cases,
}

impl SchemaName {
    /// The schema; those of the documents are made from the engine's table of their language.
    fn text(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Service => return Cow::Owned(laid_out(&Service::schema())),
            Self::Company => return Cow::Owned(laid_out(&Company::schema())),
            Self::Request => include_str!("../schemas/request.json"),
            Self::Verdict => include_str!("../schemas/verdict.json"),
            Self::Item => include_str!("../schemas/item.json"),
            Self::Event => include_str!("../schemas/event.json"),
            Self::Advance => include_str!("../schemas/advance.json"),
            Self::Advanced => include_str!("../schemas/advanced.json"),
            Self::Form => include_str!("../schemas/form.json"),
            Self::FormAnswer => include_str!("../schemas/form-answer.json"),
            Self::Largest => include_str!("../schemas/largest.json"),
            Self::Possible => include_str!("../schemas/possible.json"),
            Self::Cases => include_str!("../schemas/cases.json"),
        })
    }
}

/// The same JSON in lines, as a person reads it.
fn laid_out(json: &str) -> String {
    let value: Result<serde_json::Value, _> = serde_json::from_str(json);
    value.map_or_else(|_| json.to_owned(), |value| format!("{value:#}\n"))
}

pub fn run(name: SchemaName, session: &mut Session) -> Result<Status, Failure> {
    session.page.raw(&name.text());
    Ok(Status::Good)
}

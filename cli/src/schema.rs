//! `kessai schema`: the JSON Schema of a document.

use clap::ValueEnum;

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
    const fn text(self) -> &'static str {
        match self {
            Self::Service => include_str!("../schemas/service.json"),
            Self::Company => include_str!("../schemas/company.json"),
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
        }
    }
}

pub fn run(name: SchemaName, session: &mut Session) -> Result<Status, Failure> {
    session.page.raw(name.text());
    Ok(Status::Good)
}

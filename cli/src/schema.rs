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
            Self::Cases => include_str!("../schemas/cases.json"),
        }
    }
}

pub fn run(name: SchemaName, session: &mut Session) -> Result<Status, Failure> {
    session.page.raw(name.text());
    Ok(Status::Good)
}

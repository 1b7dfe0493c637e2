//! The program as a user runs it: arguments and files in; status, standard output and standard error out.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at what it cannot run or read")]

mod backwards;
mod check;
mod common;
mod compile;
mod evaluate;
mod explain;
mod fee_quote;
mod files;
mod form;
#[expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what reads a document of the corpus stops at what is not there"
)]
mod form_schema;
mod general;
mod init;
mod item;
mod schema;
mod schema_cases;
mod test;

//! `kessai item`: the life of an item.

mod advance;

use std::path::PathBuf;

use clap::Subcommand;

use crate::session::{Failure, Session, Status};

/// `kessai item`.
#[derive(Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct ItemArgs {
    #[command(subcommand)]
    command: ItemCommand,
}

#[derive(Debug, Subcommand)]
enum ItemCommand {
    /// Apply an event to an item, and explain what becomes of both
    Advance(AdvanceArgs),
}

/// `kessai item advance`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The question is {\"item\",\"event\",\"usage\"} (`kessai schema advance`); the item of an answer goes into the next
question as it is. Nothing is kept.

Of two files the first is an image (`kessai compile`) in place of both documents.

Exit status: 0 the item has changed, 1 refused or incomplete, 2 no answer.

With --format json the answer is printed as every host gives it; where there is none,
{\"error\":{\"code\",\"path\",\"message\"}}.

Examples:
  kessai item advance service.json company.json question.json
  kessai item advance service.json company.json - --lang ja < question.json
  kessai item advance service.json company.json question.json --format json | jq .item")]
pub struct AdvanceArgs {
    /// The bank's document, or an image
    pub service: PathBuf,
    /// The customer's document; after an image the question
    pub company: PathBuf,
    /// The item, what happens to it, and the usage; after an image none
    pub question: Option<PathBuf>,
}

pub fn run(args: &ItemArgs, session: &mut Session) -> Result<Status, Failure> {
    match &args.command {
        ItemCommand::Advance(args) => advance::run(args, session),
    }
}

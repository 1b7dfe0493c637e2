//! `kessai form`: the forms that a bank's screens fill.

mod check;
mod copy_fees;
mod entry;
mod import;
mod many;
mod rows;
mod sheet;

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use kessai::terms::Bearer;

use crate::session::{Failure, Session, Status};

/// `kessai form`.
#[derive(Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct FormArgs {
    #[command(subcommand)]
    command: FormCommand,
}

#[derive(Debug, Subcommand)]
enum FormCommand {
    /// Check a form as far as it is filled, field by field
    Check(CheckArgs),
    /// Copy the bank's fee table in force on a day (手数料を読み込む)
    CopyFees(CopyFeesArgs),
    /// Add users to a company from a CSV file, all or none
    Import(ImportArgs),
}

/// `kessai form check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The question is {\"form\",\"change\",\"input\"}, {\"form\",\"change\",\"remove\":true} or, for many new users, accounts or
groups at once, {\"form\",\"rows\"} (`kessai schema form`); for the entry of a transfer
{\"form\":\"request\",\"input\",\"before\",\"item\"} (`kessai schema request-form`). The entry may also be asked of
an image (`kessai compile`) in place of both documents; of two files the first is one.
Fields that differ from the document, or from the request before, are marked with `*`, on a terminal in red.

Exit status: 0 valid, 1 refused or incomplete, 2 no answer.

With --format json the answer is printed as every host gives it; where there is none,
{\"error\":{\"code\",\"path\",\"message\"}}.

Examples:
  kessai form check service.json company.json user.json
  kessai form check service.json company.json - --lang ja < user.json
  kessai form check acme.kessai entry.json")]
pub struct CheckArgs {
    /// The bank's document, or an image
    pub service: PathBuf,
    /// The customer's document as it is; after an image the question
    pub company: PathBuf,
    /// The form, what it changes, and what is typed; after an image none
    pub question: Option<PathBuf>,
}

/// `kessai form copy-fees`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Prints the value of `tables` of a fee table; --format changes nothing. It is a copy, which does not follow the bank's.

Exit status: 0 copied, 2 the business has no table in force on the day.

Examples:
  kessai form copy-fees service.json --business bulkTransfer --bearer payee --on 2026-11-20")]
pub struct CopyFeesArgs {
    /// The bank's document
    pub service: PathBuf,
    /// The bank's key of the business
    #[arg(long, value_name = "B")]
    pub business: String,
    /// Whose table it becomes
    #[arg(long, value_enum)]
    pub bearer: BearerArg,
    /// The first day of the copy, YYYY-MM-DD
    #[arg(long, value_name = "DAY")]
    pub on: String,
}

/// Who bears the fee.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum BearerArg {
    /// 当方負担
    Payer,
    /// 先方負担
    Payee,
}

impl From<BearerArg> for Bearer {
    fn from(bearer: BearerArg) -> Self {
        match bearer {
            BearerArg::Payer => Self::Payer,
            BearerArg::Payee => Self::Payee,
        }
    }
}

/// `kessai form import`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The file is UTF-8 with a header line, cells with commas, quotes or line ends in quotes; rows of nothing but commas
are passed over. Each column is a field of the user form: `id`, `name`, `role`, `enabled`
(true, false), `accounts` and `rights` (separated by `;`), `limits.BUSINESS` or `limits.BUSINESS.KIND`,
`approverPerItem.BUSINESS`, and the bank's own fields such as `loginId` and `loginIdAgain`. An empty cell is a field
that is not given. Each row is one new user; the document is checked with all of them in it.

The new document goes to FILE, else to standard output. If any row is bad nothing is written, and every fault is
reported with its line, column, code and message; what is wrong with all rows together, such as too many users, without a line.

Exit status: 0 every row is valid, 1 some are not, 2 a file cannot be used.

Examples:
  kessai form import service.json company.json users.csv > new.json
  kessai form import service.json company.json users.csv --out company.json
  kessai form import service.json company.json users.csv --format json --out new.json | jq '.errors[].line'")]
pub struct ImportArgs {
    /// The bank's document
    pub service: PathBuf,
    /// The customer's document as it is
    pub company: PathBuf,
    /// The users
    pub users: PathBuf,
    /// Where the new document is written
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

pub fn run(args: &FormArgs, session: &mut Session) -> Result<Status, Failure> {
    match &args.command {
        FormCommand::Check(args) => check::run(args, session),
        FormCommand::CopyFees(args) => copy_fees::run(args, session),
        FormCommand::Import(args) => import::run(args, session),
    }
}

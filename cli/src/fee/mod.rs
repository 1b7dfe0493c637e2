//! `kessai fee`: transfer fees from tables on the command line.

mod quote;
mod receive;
mod tables;

use clap::Subcommand;

use crate::session::{Failure, Session, Status};
use tables::TableArgs;

/// `kessai fee`.
#[derive(Debug, clap::Args)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub struct FeeArgs {
    #[command(subcommand)]
    command: FeeCommand,
}

#[derive(Debug, Subcommand)]
enum FeeCommand {
    /// What is kept back, transferred, charged and left over for a payment
    Quote(QuoteArgs),
}

/// `kessai fee quote`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status: 0 every payment has a quote, 1 one has none, 2 bad usage.

--format json prints an array with an object for each payment, amounts as decimal strings:
  {\"payment\",\"deducted\",\"transfer\",\"bankFee\",\"withdrawal\",\"difference\"}
  {\"payment\",\"error\":{\"code\",\"message\"}}            where there is no quote
With --receive it has an object for each amount, with quotes from the smallest payment up:
  {\"receive\",\"payments\":[QUOTE, ...]}                where neighbouring payments give the payee the same,
                                                     QUOTE is that of the smallest, and has in `last` that of the largest
  {\"receive\",\"error\":{\"code\",\"message\"}}            where no payment up to 15 digits gives it

Examples:
  kessai fee quote --tiers 0:110,30000:330 30329
  kessai fee quote --tiers 0:110,30000:330 --method addUpperFee 30000 30329 30330
  kessai fee quote --tiers 0:540,30000:756 --bank-tiers 0:550,30000:770 50000
  kessai fee quote --tiers 0:110,30000:330 --receive 30000
  cut -f3 payments.tsv | kessai fee quote --tiers 0:110,30000:330 --format json -")]
struct QuoteArgs {
    #[command(flatten)]
    tables: TableArgs,
    /// Ask the other way round: which payments give the payee this amount
    #[arg(long, value_name = "N", conflicts_with = "payments")]
    receive: Vec<String>,
    /// Payments (支払金額); `-` reads them from standard input, separated by blanks or line ends
    #[arg(value_name = "PAYMENT", required_unless_present = "receive", allow_negative_numbers = true)]
    payments: Vec<String>,
}

pub fn run(args: &FeeArgs, session: &mut Session) -> Result<Status, Failure> {
    match &args.command {
        FeeCommand::Quote(args) if args.payments.is_empty() => {
            receive::run(&args.tables, &args.receive, session)
        }
        FeeCommand::Quote(args) => quote::run(&args.tables, &args.payments, session),
    }
}

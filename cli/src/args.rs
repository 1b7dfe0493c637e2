//! What can be typed: commands, options and the help beside them.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use kessai::Lang;

use crate::backwards::{LargestArgs, PossibleArgs};
use crate::compile::CompileArgs;
use crate::fee::FeeArgs;
use crate::form::FormArgs;
use crate::item::ItemArgs;
use crate::replay::ReplayArgs;
use crate::schema::SchemaName;

/// Rules of corporate banking: who may transfer what, at which fee, under which limits, and who approves it.
#[derive(Debug, Parser)]
#[command(name = "kessai", version, max_term_width = 110, after_help = HELP_STATUS)]
#[command(propagate_version = false, subcommand_required = true, arg_required_else_help = true)]
pub struct Args {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

const HELP_STATUS: &str = "\
Exit status: 0 as it should be, 1 an answer that says no, 2 no answer (unreadable files, bad usage).
`-` in place of a file is standard input, once in a command.";

/// Options of every command.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// How the answer is written
    #[arg(long, global = true, help_heading = "Common options", value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Language of texts [default: ja if LC_ALL, LC_MESSAGES or LANG begins with it, else en]
    #[arg(long, global = true, help_heading = "Common options", value_enum)]
    pub lang: Option<LangArg>,
    /// When to colour text
    #[arg(long, global = true, help_heading = "Common options", value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}

/// When text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    Always,
    Never,
}

/// A language of the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    /// 日本語
    Ja,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Ja => Self::Ja,
            LangArg::En => Self::En,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find everything that is wrong, or doubtful, with documents
    Check(CheckArgs),
    /// Write documents as an image, which loads in microseconds
    Compile(CompileArgs),
    /// Decide a request and explain the answer step by step
    Evaluate(EvaluateArgs),
    /// Items: what an event makes of one
    Item(ItemArgs),
    /// The forms of a bank's screens: company, users, accounts, fee tables
    Form(FormArgs),
    /// Find the largest payment that has no reason against it
    Largest(LargestArgs),
    /// List what could still stand in a request
    Possible(PossibleArgs),
    /// Make a verdict again and say whether it is the same
    Replay(ReplayArgs),
    /// Run case files and compare each answer with the expected one
    Test(TestArgs),
    /// Transfer fees, without any document
    Fee(FeeArgs),
    /// Print the JSON Schema of a document, for editors
    Schema(SchemaArgs),
    /// Start a service and a company to edit from a bank of the corpus
    Init(InitArgs),
    /// Show the rule behind a code, with an example on both sides of its bound
    Explain(ExplainArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// `kessai check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status: 0 clean or warnings only, 1 errors (with --strict also warnings), 2 a file cannot be read.

Lines and columns count from 1, columns in characters; `start` and `end` in JSON are bytes.

Examples:
  kessai check service.json
  kessai check service.json acme.json globex.json --strict
  kessai check service.json --format json | jq '.[].code'
  generate-service | kessai check - acme.json")]
pub struct CheckArgs {
    /// The bank's document
    pub service: PathBuf,
    /// Documents of its customers
    pub companies: Vec<PathBuf>,
    /// Let warnings count as errors
    #[arg(long)]
    pub strict: bool,
    /// Warn of what runs out soon after this day, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY")]
    pub today: Option<String>,
}

/// `kessai evaluate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Of two files the first is an image (`kessai compile`) in place of both documents.

Exit status: 0 accepted or needs approval, 1 refused or incomplete, 2 no answer.

With --format json the verdict is printed as every host gives it; where there is no answer,
{\"error\":{\"code\",\"path\",\"message\"}}.

Examples:
  kessai evaluate service.json company.json request.json
  kessai evaluate service.json company.json - --lang ja < request.json
  kessai evaluate acme.kessai request.json
  kessai evaluate service.json company.json request.json --save-case cases.json --name 'over the limit by 1'")]
pub struct EvaluateArgs {
    /// The bank's document, or an image
    pub service: PathBuf,
    /// The customer's document; after an image the request
    pub company: PathBuf,
    /// The request to decide; after an image none
    pub request: Option<PathBuf>,
    /// Add the request with its verdict to a case file, made if there is none
    #[arg(long, value_name = "FILE")]
    pub save_case: Option<PathBuf>,
    /// Name of the saved case
    #[arg(long, requires = "save_case", value_name = "TEXT")]
    pub name: Option<String>,
    /// What the saved case is there for
    #[arg(long, requires = "save_case", value_name = "TEXT")]
    pub why: Option<String>,
}

/// `kessai test`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit status: 0 all as expected, 1 differences, 2 a file cannot be used.

Every case file under a folder is run. The last line is `N passed, N failed`, in every language.

Examples:
  kessai test fixtures
  kessai test cases/furikomi.json cases/kyuyo
  kessai test fixtures --format json | jq '.failures'")]
pub struct TestArgs {
    /// Case files, or folders of them
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
}

/// `kessai schema`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The schema is JSON Schema, draft 2020-12; --format changes nothing.

Examples:
  kessai schema service > service.schema.json
  kessai schema cases")]
pub struct SchemaArgs {
    /// Which document
    #[arg(value_enum)]
    pub name: SchemaName,
}

/// `kessai init`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Writes service.json, company.json and request.json. A file that exists is never overwritten: nothing is written then.

Examples:
  kessai init --like ehime
  kessai init --like seven --dir my-bank")]
pub struct InitArgs {
    /// The bank of the corpus to start from; an unknown name lists them
    #[arg(long, value_name = "NAME")]
    pub like: String,
    /// Where to write, made if it does not exist
    #[arg(long, default_value = ".", value_name = "DIR")]
    pub dir: PathBuf,
}

/// `kessai explain`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kessai explain
  kessai explain limit.accountPerDay.adHoc
  kessai explain 406 --lang ja
  kessai explain fee.tiers.falling
  kessai explain request.now.malformed --format json

JSON has {\"code\",\"topic\",\"title\",\"messages\",\"hint\",\"rule\",\"places\",\"source\",\"passes\",\"refused\",\"example\"}, of a
reason \"number\" and \"step\", of a finding \"severity\"; without a code {\"reasons\",\"findings\",\"requests\",\"calls\"}.")]
pub struct ExplainArgs {
    /// A code that Kessai or one of its hosts prints, or the number of a reason; without it every code is listed
    pub code: Option<String>,
}

/// `kessai completions`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  kessai completions bash > /etc/bash_completion.d/kessai
  kessai completions zsh > ~/.zfunc/_kessai")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

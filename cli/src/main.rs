//! The program `kessai`: checks a bank's and its customers' documents, evaluates requests and explains the answers.
//!
//! The only crate of the project that opens files and prints. Each command writes its whole answer into a [`page::Page`],
//! which `main` prints; so a command is a function from arguments and files to a text and an exit status.
#![forbid(unsafe_code)]

mod args;
mod backwards;
mod change;
mod check;
mod documents;
mod evaluate;
mod excerpt;
mod explain;
mod fee;
mod figures;
mod form;
mod init;
mod input;
mod item;
mod page;
mod progress;
mod replay;
mod schema;
mod session;
mod table;
mod test;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use session::{Failure, Session, Status};

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version come this way too, with status 0. Where they cannot be printed, nothing else can.
            let _unprintable = error.print();
            return if error.use_stderr() { Status::NoAnswer.into() } else { Status::Good.into() };
        }
    };
    let mut session = Session::new(&args.common);
    let status = run(args.command, &mut session).unwrap_or_else(|failure| {
        session.complain(&failure);
        Status::NoAnswer
    });
    session.print(status).into()
}

fn run(command: Command, session: &mut Session) -> Result<Status, Failure> {
    match command {
        Command::Check(args) => check::run(&args, session),
        Command::Evaluate(args) => evaluate::run(&args, session),
        Command::Item(args) => item::run(&args, session),
        Command::Form(args) => form::run(&args, session),
        Command::Largest(args) => backwards::largest(&args, session),
        Command::Possible(args) => backwards::possible(&args, session),
        Command::Replay(args) => replay::run(&args, session),
        Command::Test(args) => test::run(&args, session),
        Command::Fee(args) => fee::run(&args, session),
        Command::Schema(args) => schema::run(args.name, session),
        Command::Init(args) => init::run(&args, session),
        Command::Explain(args) => explain::run(&args, session),
        Command::Completions(args) => completions(args.shell),
    }
}

/// Prints a shell's completions as they are: a file for the shell, not an answer.
fn completions(shell: clap_complete::Shell) -> Result<Status, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "kessai", &mut text);
    match io::stdout().write_all(&text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(error.to_string())),
        _ => Ok(Status::Good),
    }
}

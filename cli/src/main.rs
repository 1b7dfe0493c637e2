//! The program `kessai`: checks a bank's and its customers' documents, evaluates requests and explains the answers.
//!
//! The only crate of the project that opens files and prints. Each command writes its whole answer into a [`page::Page`],
//! which `main` prints; so a command is a function from arguments and files to a text and an exit status.
#![forbid(unsafe_code)]

mod args;
mod backwards;
mod change;
mod check;
mod compile;
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

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use page::visible;
use session::{Failure, Session, Status};

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage(error).into(),
    };
    let mut session = Session::new(&args.common);
    let status = run(args.command, &mut session).unwrap_or_else(|failure| {
        session.complain(&failure);
        Status::NoAnswer
    });
    session.print(status).into()
}

/// Help, version, or what is wrong with the arguments.
fn usage(error: clap::Error) -> Status {
    if error.use_stderr() {
        // The same once more of arguments without control characters, as the text repeats them.
        let seen = std::env::args_os().map(|argument| OsString::from(visible(&argument.to_string_lossy())));
        let error = Args::try_parse_from(seen).err().unwrap_or(error);
        // Where it cannot be printed, nothing else can.
        let _unprintable = error.print();
        return Status::NoAnswer;
    }
    match error.print().and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _unprintable = writeln!(io::stderr(), "error: {error}");
            Status::NoAnswer
        }
        _ => Status::Good,
    }
}

fn run(command: Command, session: &mut Session) -> Result<Status, Failure> {
    match command {
        Command::Check(args) => check::run(&args, session),
        Command::Compile(args) => compile::run(&args, session),
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
    let text = String::from_utf8(text).map_err(|error| Failure::new(error.to_string()))?;
    session::print(&text).map_err(|error| Failure::new(error.to_string()))?;
    Ok(Status::Good)
}

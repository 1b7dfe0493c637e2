//! Running other programs.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Result, root};

/// A program that runs at the root of the project and whose failure is an error.
#[derive(Debug)]
pub(crate) struct Program(Command);

/// A program by name or path.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Program {
    let mut command = Command::new(name);
    command.current_dir(root());
    Program(command)
}

/// Cargo, the one that runs this program.
pub(crate) fn cargo(arguments: &[&str]) -> Program {
    program(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(arguments)
}

impl Program {
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.0.args(arguments);
        self
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.0.arg(argument);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.0.current_dir(folder);
        self
    }

    /// Runs it to its end, its output shown.
    pub(crate) fn run(mut self) -> Result {
        let status = self.0.stdin(Stdio::null()).status().map_err(|error| self.cannot_run(&error))?;
        if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", self.shown()).into()) }
    }

    /// Runs it to its end and gives what it prints.
    pub(crate) fn output(mut self) -> Result<Vec<u8>> {
        let output = self.0.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| self.cannot_run(&error))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(format!("`{}` ended with {}", self.shown(), output.status).into())
        }
    }

    /// Whether it can be started and succeeds; its output is not shown.
    pub(crate) fn works(mut self) -> bool {
        let quiet = self.0.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        quiet.status().is_ok_and(|status| status.success())
    }

    fn cannot_run(&self, error: &std::io::Error) -> String {
        format!("cannot run `{}`: {error}", self.shown())
    }

    /// The command line, as a person would type it.
    fn shown(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
    }
}

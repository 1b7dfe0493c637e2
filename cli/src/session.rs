//! What every command needs: language, format, standard input, the page it writes, and how it ends.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use kessai::Lang;

use crate::args::{Color, Common, Format};
use crate::page::{BOLD, Page, RED, escaped, harmless, paint};

/// How a command ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: as it should be.
    Good,
    /// 1: an answer, and it is no.
    Bad,
    /// 2: no answer.
    NoAnswer,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Good => 0,
            Status::Bad => 1,
            Status::NoAnswer => 2,
        })
    }
}

/// Why there is no answer: one sentence for the person at the keyboard.
#[derive(Debug)]
pub struct Failure {
    message: String,
}

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    pub lang: Lang,
    pub format: Format,
    /// What is printed at the end.
    pub page: Page,
    color: Color,
    stdin_taken: bool,
}

impl Session {
    pub fn new(common: &Common) -> Self {
        Self {
            lang: common.lang.map_or_else(lang_of_environment, Lang::from),
            format: common.format,
            page: Page::new(common.format == Format::Json),
            color: common.color,
            stdin_taken: false,
        }
    }

    /// The sentence in the language of the session.
    pub fn say<T>(&self, en: T, ja: T) -> T {
        match self.lang {
            Lang::En => en,
            Lang::Ja => ja,
        }
    }

    pub fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Whether the page goes to somebody's eyes, so that pictures help.
    pub fn is_watched(&self) -> bool {
        self.color == Color::Always || io::stdout().is_terminal()
    }

    /// Claims standard input; false if it has been claimed before.
    pub fn take_stdin(&mut self) -> bool {
        !std::mem::replace(&mut self.stdin_taken, true)
    }

    fn color_choice(&self) -> ColorChoice {
        match self.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }

    /// A line on standard error, which nobody may be reading.
    pub fn note(&self, line: &str) {
        let mut stream = AutoStream::new(io::stderr(), self.color_choice());
        let _unread = writeln!(stream, "{}", harmless(line));
    }

    pub fn complain(&self, failure: &Failure) {
        let word = self.say("error", "エラー");
        self.note(&format!("{}: {}", paint(RED.bold(), word), paint(BOLD, &failure.message)));
    }

    /// Prints the page. A reader who has left (a closed pipe) is no fault; any other failure to print is.
    pub fn print(&mut self, status: Status) -> Status {
        let text = self.page.take();
        let text = match (self.is_json(), self.is_coloured()) {
            (true, _) if io::stdout().is_terminal() => escaped(&text),
            (true, _) | (false, true) => text,
            (false, false) => strip_str(&text).to_string(),
        };
        match print(&text) {
            Err(error) => {
                self.complain(&Failure::new(error.to_string()));
                Status::NoAnswer
            }
            Ok(()) => status,
        }
    }

    /// JSON has no colours, whatever is asked for.
    fn is_coloured(&self) -> bool {
        let choice = match self.color_choice() {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()),
            choice => choice,
        };
        !self.is_json() && choice != ColorChoice::Never
    }
}

/// Prints a text as it is. A reader who has left (a closed pipe) is no fault; any other failure to print is.
pub fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// Japanese where the environment says so, else English.
fn lang_of_environment() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    set.and_then(|value| Lang::from_tag(&value)).unwrap_or(Lang::En)
}

//! One line on a terminal that says how far a long run is.

use std::io::{self, IsTerminal, Write};

use crate::page::visible;

/// The line; nothing is shown where standard error is no terminal.
#[derive(Debug)]
pub struct Progress {
    is_shown: bool,
}

impl Progress {
    pub fn new() -> Self {
        Self { is_shown: io::stderr().is_terminal() }
    }

    /// So many are done, and this is next.
    pub fn show(&self, done: usize, all: usize, next: &str) {
        if self.is_shown {
            let next: String = next.chars().take(60).collect();
            let _unread = write!(io::stderr(), "\r\x1b[K{done}/{all} {}", visible(&next));
        }
    }

    /// Takes the line away.
    pub fn clear(&self) {
        if self.is_shown {
            let _unread = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

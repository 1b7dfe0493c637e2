//! One line on a terminal that says how far a long run is.

use indicatif::{ProgressBar, ProgressStyle};

use crate::page::visible;

/// The line, on standard error; nothing is shown where that is no terminal.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub fn new() -> Self {
        let style = ProgressStyle::with_template("{bar:20.cyan} {pos}/{len} {wide_msg}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::new(0).with_style(style) }
    }

    /// So many are done, and this is next.
    pub fn show(&self, done: usize, all: usize, next: &str) {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        self.bar.set_length(count(all));
        self.bar.set_message(visible(next));
        self.bar.set_position(count(done));
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

//! Findings: what is wrong, or doubtful, with a document, each with its place and words.
//!
//! A document is read to its end whatever is found, so that its author sees everything at once. Errors keep a document
//! from being loaded, warnings do not.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use crate::lang::Lang;
use crate::message::fill;
use crate::quote::string;
use crate::sort::sort_by;

#[macro_use]
mod declare;

mod catalogue;
mod located;

pub use catalogue::FindingCode;
pub use located::Located;

pub(crate) use crate::message::Arg;

vocabulary! {
    /// How grave a finding is.
    Severity {
        /// The document cannot be loaded.
        Error = "error",
        /// The document is loaded; whoever maintains it should look.
        Warning = "warning",
    }
}

/// One thing that is wrong, or doubtful, with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of finding this is.
    pub code: FindingCode,
    /// Whether the document can be loaded with it.
    pub severity: Severity,
    /// Where it is, as a JSON Pointer (RFC 6901) such as `/standardFees/0/from`.
    pub path: String,
    /// Where it is in the text, in bytes.
    pub range: Range<usize>,
    args: Vec<Arg>,
}

impl Finding {
    pub(crate) fn new(code: FindingCode, path: String, range: Range<usize>, args: Vec<Arg>) -> Self {
        Self { code, severity: code.severity(), path, range, args }
    }

    /// The words of the message, in the order of its row.
    pub(crate) fn words(&self) -> &[Arg] {
        &self.args
    }

    /// One of the words that the document gave to the message; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &str {
        match self.args.get(at) {
            Some(Arg::Text(text) | Arg::Whole(text)) => text,
            _ => "",
        }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        fill(self.code.template(lang), self.code.words(), &self.args, lang).unwrap_or_default()
    }

    /// What to do about it, where there is something to say.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> Option<String> {
        fill(self.code.hint_template(lang)?, self.code.words(), &self.args, lang)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} [{}] {}: {}",
            self.severity.name(),
            self.code.name(),
            self.path,
            self.message(Lang::En)
        )?;
        match self.hint(Lang::En) {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// Most errors, and most warnings, that are kept; past it one more says that there are others.
pub(crate) const KEPT_MAX: usize = 1_000;

/// The same of one share of a text.
const SHARE_MAX: usize = 100;

/// Everything that was found in a document, in the order of its text.
///
/// As an error of `main` it is one line for each finding; with [`Findings::in_text`] each has its line and column in the file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
    /// How many errors and warnings were found that no share counts.
    counts: Counts,
    shares: Shares,
}

/// How many errors, and warnings, were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    const fn of(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        }
    }
}

/// Stretches of a text that lie side by side, each of which has findings of its own: whatever is found in one, those of the others
/// are not left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shares {
    /// Where the first begins.
    start: usize,
    /// Where each ends, rising.
    ends: Vec<usize>,
    counts: Vec<Counts>,
}

impl Shares {
    #[cfg(feature = "forms")]
    pub(crate) fn new(start: usize, ends: Vec<usize>) -> Self {
        let counts = alloc::vec![Counts::default(); ends.len()];
        Self { start, ends, counts }
    }

    /// The stretch in which a place lies.
    pub(crate) fn find(&self, at: usize) -> Option<usize> {
        let share = self.ends.partition_point(|end| *end <= at);
        (at >= self.start && share < self.ends.len()).then_some(share)
    }
}

impl Findings {
    /// No findings yet about a text that has shares.
    #[cfg(feature = "forms")]
    pub(crate) fn with_shares(shares: Shares) -> Self {
        Self { shares, ..Self::default() }
    }

    /// In which of the shares a finding is.
    #[cfg(feature = "forms")]
    pub(crate) fn share_of(&self, finding: &Finding) -> Option<usize> {
        self.shares.find(finding.range.start)
    }

    /// What counts the findings at a place, and the most that are kept.
    fn counts_at(&mut self, at: usize) -> (&mut Counts, usize) {
        match self.shares.find(at).and_then(|share| self.shares.counts.get_mut(share)) {
            Some(counts) => (counts, SHARE_MAX),
            None => (&mut self.counts, KEPT_MAX),
        }
    }

    /// The findings in turn.
    pub fn iter(&self) -> core::slice::Iter<'_, Finding> {
        self.list.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether any of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        core::iter::once(&self.counts).chain(&self.shares.counts).any(|counts| counts.errors > 0)
    }

    /// Adds one, unless there are too many of its severity.
    pub(crate) fn push(&mut self, finding: Finding) {
        let more = match finding.severity {
            Severity::Error => FindingCode::DocumentMoreErrors,
            Severity::Warning => FindingCode::DocumentMoreWarnings,
        };
        let (counts, most) = self.counts_at(finding.range.start);
        let count = counts.of(finding.severity);
        *count = count.saturating_add(1);
        if *count <= most {
            self.list.push(finding);
        } else if *count == most.saturating_add(1) {
            self.list.push(Finding::new(more, finding.path, finding.range, Vec::new()));
        }
    }

    /// Puts the findings in the order of the text; the word that there are more comes last.
    pub(crate) fn sort(&mut self) {
        let is_last =
            |code| matches!(code, FindingCode::DocumentMoreErrors | FindingCode::DocumentMoreWarnings);
        let place = |finding: &Finding| (is_last(finding.code), finding.range.start, finding.range.end);
        sort_by(&mut self.list, |one, other| place(one).cmp(&place(other)));
    }

    /// Whether another finding of this severity at this place would be left out.
    pub(crate) fn is_full(&mut self, severity: Severity, at: usize) -> bool {
        let (counts, most) = self.counts_at(at);
        *counts.of(severity) > most
    }

    /// Writes a JSON array of objects with `code`, `severity`, `path`, `start`, `end` (bytes in the text),
    /// `message`, `messageJa` and, where there is one, `hint`, `hintJa`.
    pub fn to_json(&self, out: &mut String) {
        out.push('[');
        for (at, finding) in self.list.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            finding.write_json(out);
        }
        out.push(']');
    }
}

impl Finding {
    pub(crate) fn write_json(&self, out: &mut String) {
        use fmt::Write;
        out.push_str("{\"code\":");
        string(self.code.name(), out);
        out.push_str(",\"severity\":");
        string(self.severity.name(), out);
        out.push_str(",\"path\":");
        string(&self.path, out);
        // Writing to a string does not fail.
        let _ = write!(out, ",\"start\":{},\"end\":{}", self.range.start, self.range.end);
        let texts = [
            (",\"message\":", Some(self.message(Lang::En))),
            (",\"messageJa\":", Some(self.message(Lang::Ja))),
            (",\"hint\":", self.hint(Lang::En)),
            (",\"hintJa\":", self.hint(Lang::Ja)),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                out.push_str(name);
                string(&text, out);
            }
        }
        out.push('}');
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = core::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.list.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(finding, f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Findings {
    /// As `Display`, below a line of its own: so `main` shows an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} findings\n{self}", self.list.len())
    }
}

impl core::error::Error for Findings {}

#[cfg(test)]
mod tests;

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

/// Everything that was found in a document, in the order of its text.
///
/// As an error of `main` it is one line for each finding; with [`Findings::in_text`] each has its line and column in the file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
    errors: usize,
    warnings: usize,
}

impl Findings {
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
        self.errors > 0
    }

    /// Adds one, unless there are too many of its severity.
    pub(crate) fn push(&mut self, finding: Finding) {
        let (count, more) = match finding.severity {
            Severity::Error => (&mut self.errors, FindingCode::DocumentMoreErrors),
            Severity::Warning => (&mut self.warnings, FindingCode::DocumentMoreWarnings),
        };
        *count = count.saturating_add(1);
        if *count <= KEPT_MAX {
            self.list.push(finding);
        } else if *count == KEPT_MAX.saturating_add(1) {
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

    /// Whether another finding of this severity would be left out.
    pub(crate) fn is_full(&self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
        };
        count > KEPT_MAX
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

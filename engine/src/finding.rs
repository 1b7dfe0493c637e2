//! Findings: what is wrong, or doubtful, with a document, each with its place and words.
//!
//! A document is read to its end whatever is found, so that its author sees everything at once. Errors keep a document
//! from being loaded, warnings do not.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Range;

use crate::catalogue::{Piece, pieces};
use crate::characters::is_invisible;
use crate::date::Day;
use crate::lang::Lang;
use crate::money::Currency;
use crate::quote::string;

#[macro_use]
mod declare;

mod catalogue;
mod located;

pub use catalogue::FindingCode;
pub use located::Located;

vocabulary! {
    /// How grave a finding is.
    Severity {
        /// The document cannot be loaded.
        Error = "error",
        /// The document is loaded; whoever maintains it should look.
        Warning = "warning",
    }
}

/// A word of a message: what the document says, or one of our own terms in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// Out of the document, the same in every language.
    Text(Box<str>),
    /// A list of our own names, never cut short.
    Whole(Box<str>),
    /// English, then Japanese.
    Term(&'static str, &'static str),
    /// What another message says, in English and Japanese.
    Both([Box<str>; 2]),
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

impl Arg {
    /// Text that is never cut short.
    pub(crate) fn whole(text: &str) -> Self {
        Self::Whole(text.into())
    }

    /// Text out of the document.
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A number in digits.
    pub(crate) fn number(number: usize) -> Self {
        Self::Text(alloc::format!("{number}").into())
    }

    /// A day as documents write it.
    pub(crate) fn day(day: Day) -> Self {
        let mut text = String::new();
        day.write(&mut text);
        Self::Text(text.into())
    }

    /// An amount as documents write it.
    pub(crate) fn amount(amount: i64, currency: Currency) -> Self {
        let mut text = String::new();
        currency.write(amount, &mut text);
        Self::Text(text.into())
    }
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

/// Puts words into a template by their names; none if one that it names is not there.
pub(crate) fn fill(template: &str, names: &[&str], words: &[Arg], lang: Lang) -> Option<String> {
    let mut out = String::with_capacity(template.len().saturating_add(32));
    for piece in pieces(template) {
        match piece {
            Piece::Words(text) => out.push_str(text),
            Piece::Figure(name) => {
                let at = names.iter().position(|known| *known == name)?;
                match words.get(at)? {
                    Arg::Text(text) => push_one_line(text, &mut out),
                    Arg::Whole(text) => out.push_str(text),
                    Arg::Term(en, ja) => out.push_str(lang.of((ja, en))),
                    Arg::Both([en, ja]) => out.push_str(lang.of((ja, en))),
                }
            }
            Piece::Range(..) => return None,
        }
    }
    Some(out)
}

/// The most characters of the document's own text in a message.
const SHOWN_MAX: usize = 80;

/// Text of the document inside a message: one line, and not too much of it.
fn push_one_line(text: &str, out: &mut String) {
    for (count, character) in text.chars().enumerate() {
        if count >= SHOWN_MAX {
            out.push('…');
            break;
        }
        if is_invisible(character) { out.extend(character.escape_default()) } else { out.push(character) }
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
const KEPT_MAX: usize = 1_000;

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
        self.list.sort_by_key(|finding| (is_last(finding.code), finding.range.start, finding.range.end));
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

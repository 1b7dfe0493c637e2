//! The tree of a document, with findings about its text.

use alloc::string::String;
use alloc::vec;
use core::ops::Range;

use super::{Tree, place};
use crate::finding::{Arg, Finding, FindingCode, Findings};
use crate::json::{JsonError, Kind};
use crate::language::bounds::TEXT_MAX;

/// Most bytes of a document.
pub(crate) const DOCUMENT_MAX: usize = 4 * 1024 * 1024;

impl<'a> Tree<'a> {
    /// The tree of a text; none, and a finding, where the text is too long or no JSON.
    pub(crate) fn parse(text: &'a str, findings: &mut Findings) -> Option<Self> {
        if text.len() > DOCUMENT_MAX {
            let args = vec![Arg::number(text.len()), Arg::number(DOCUMENT_MAX)];
            findings.push(Finding::new(FindingCode::DocumentTooLarge, String::new(), 0..text.len(), args));
            return None;
        }
        match Self::read(text) {
            Ok(tree) => {
                if tree.has_long {
                    tree.check_lengths(findings);
                }
                Some(tree)
            }
            Err(error) => {
                findings.push(syntax(text, error));
                None
            }
        }
    }

    /// Finds texts and keys that are too long.
    fn check_lengths(&self, findings: &mut Findings) {
        let mut within_long_key = 0;
        for (id, node) in (0..).zip(&self.nodes) {
            // The places of what stands under a long key repeat it, so it is the only finding there.
            if id < within_long_key {
                continue;
            }
            let mut report = |len: usize, range: Range<usize>| {
                if len > TEXT_MAX {
                    let args = vec![Arg::number(len), Arg::number(TEXT_MAX)];
                    findings.push(Finding::new(FindingCode::TextTooLong, self.pointer(id), range, args));
                }
            };
            if node.kind == Kind::String && place(node.end.saturating_sub(node.start)) > TEXT_MAX {
                report(self.text(id).len(), self.range(id));
            }
            if place(node.key_len) > TEXT_MAX {
                report(place(node.key_len), self.key_range(id));
                within_long_key = node.after;
            }
        }
    }
}

/// The finding of a text that is no JSON.
fn syntax(text: &str, error: JsonError) -> Finding {
    let (en, ja) = error.kind.words();
    let start = error.at.min(text.len());
    let next = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let range = start..start.saturating_add(next);
    Finding::new(FindingCode::JsonSyntax, String::new(), range, vec![Arg::Term(en, ja)])
}

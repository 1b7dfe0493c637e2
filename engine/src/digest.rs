//! The fingerprint of a document's meaning: the same for every spelling of the same document.
//!
//! The first 16 bytes of SHA-256 over a canonical form of the tree: members in the order of their keys, texts decoded
//! and preceded by their length, numbers as texts of their spelling (so that `100` and `"100"` are one amount), without
//! white space and labels.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use hmac_sha256::Hash;

use crate::json::Kind;
use crate::tree::{Id, Tree};

/// Whether labels count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Labels {
    /// They are left out where a service document may have them: at its root, its businesses and its rights.
    LeftOut,
    /// The document has none.
    None,
}

/// The fingerprint, as 32 lower-case hexadecimal digits.
pub(crate) fn digest(tree: &Tree<'_>, labels: Labels) -> Box<str> {
    let mut canon = Canon { tree, hash: Hash::new(), buffer: Vec::with_capacity(4096) };
    let with_label = if labels == Labels::LeftOut { Level::Labelled } else { Level::Plain };
    canon.value(tree.root(), with_label, labels == Labels::LeftOut);
    canon.hash.update(&canon.buffer);
    let bytes = canon.hash.finalize();
    let mut out = String::with_capacity(32);
    for byte in bytes.into_iter().take(16) {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out.into_boxed_str()
}

/// Whether an object may have a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Its member `label` is left out.
    Labelled,
    /// It is a map, and its values have labels.
    OfLabelled,
    /// Neither.
    Plain,
}

/// Bytes that are gathered before they are hashed.
const BUFFER_MAX: usize = 3_000;

struct Canon<'t> {
    tree: &'t Tree<'t>,
    hash: Hash,
    buffer: Vec<u8>,
}

impl<'t> Canon<'t> {
    fn text(&mut self, mark: u8, text: &str) {
        self.length(mark, text.len());
        self.buffer.extend_from_slice(text.as_bytes());
        if self.buffer.len() > BUFFER_MAX {
            self.hash.update(&self.buffer);
            self.buffer.clear();
        }
    }

    /// A mark and a length in groups of seven bits, the lowest first; every byte but the last has its high bit set.
    fn length(&mut self, mark: u8, length: usize) {
        self.buffer.push(mark);
        let mut rest = length;
        while rest > 0x7f {
            self.buffer.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
            rest >>= 7;
        }
        self.buffer.push(u8::try_from(rest).unwrap_or(0));
    }

    /// One value; recursion is bounded by the depth of the tree.
    fn value(&mut self, id: Id, level: Level, is_root: bool) {
        let tree = self.tree;
        match tree.kind(id) {
            Kind::String => self.text(b'"', &tree.text(id)),
            Kind::Number => self.text(b'"', tree.spelling(id)),
            Kind::Bool | Kind::Null => self.text(b'w', tree.spelling(id)),
            Kind::Array => {
                self.length(b'[', tree.children(id).count());
                for child in tree.children(id) {
                    self.value(child, Level::Plain, false);
                }
            }
            Kind::Object => {
                let mut members: Vec<(Cow<'t, str>, Id)> = tree
                    .children(id)
                    .map(|child| (tree.key(child), child))
                    .filter(|(key, _)| level != Level::Labelled || key != "label")
                    .collect();
                members.sort_unstable();
                self.length(b'{', members.len());
                for (key, child) in members {
                    let inner = match level {
                        Level::OfLabelled => Level::Labelled,
                        Level::Labelled if is_root && (key == "businesses" || key == "rights") => {
                            Level::OfLabelled
                        }
                        _ => Level::Plain,
                    };
                    self.text(b'k', &key);
                    self.value(child, inner, false);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;

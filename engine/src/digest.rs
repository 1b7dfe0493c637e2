//! The fingerprint of a document's meaning: the same for every spelling of the same document (`docs/forms.md`, section 3).
//!
//! The first 16 bytes of SHA-256 over a canonical form of the tree: `{` members `}`, `[` elements `]`, texts and numbers as
//! `"`, length, bytes (so that `100` and `"100"` are one amount), `true`, `false` and `null` as `w`, length, bytes; before
//! each member `m` and its position in the table in `digest/table.rs`, or `k`, length, bytes of its key. Lengths stand in groups of seven bits, the lowest first, every group but the
//! last with its high bit set. Members stand in the order of the table, those of maps sorted; elements
//! of sets are sorted by their canonical form. Labels, names and members that say what leaving them out means are left out.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use hmac_sha256::Hash;

use crate::json::Kind;
use crate::model::service::ServiceModel;
use crate::tree::{Id, Tree};

mod absent;
mod table;

use absent::Absent;

/// What a document is, and what its defaults rest on outside of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Document<'m> {
    /// A bank's.
    Service,
    /// A customer's, under a service.
    Company(&'m ServiceModel),
}

/// The fingerprint, as 32 lower-case hexadecimal digits.
pub(crate) fn digest(tree: &Tree<'_>, document: Document<'_>) -> Box<str> {
    let root = match document {
        Document::Service => &table::SERVICE,
        Document::Company(_) => &table::COMPANY,
    };
    let mut canon = Canon { tree, document, out: Vec::new(), scratch: Vec::new(), ranges: Vec::new() };
    // Nearly all of a document's bytes count, but not its white space.
    canon.out.reserve(tree.spelling(tree.root()).len());
    canon.value(tree.root(), root);
    let mut out = String::with_capacity(32);
    for byte in Hash::hash(&canon.out).into_iter().take(16) {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out.into_boxed_str()
}

/// How a value counts. Values of another type than a shape's count as they stand; they do not load.
#[derive(Debug)]
enum Shape {
    /// As it stands: lists in their order, objects as maps.
    Plain,
    /// Not at all: labels and names.
    Label,
    /// A decimal number, whose trailing zeros do not count.
    Decimal,
    /// A list whose order does not count.
    Set(&'static Self),
    /// A set, or its only element without the list.
    OneOrSet(&'static Self),
    /// A list whose order counts.
    List(&'static Self),
    /// Such a list, or its only element without it.
    OneOrList(&'static Self),
    /// A map by name.
    Map(&'static Self),
    /// A map in which an entry that says nothing is as good as none.
    SparseMap(&'static Self),
    /// The members of an object.
    Object(&'static [Member]),
    /// The same, and beside them a map by name.
    ObjectAndMap(&'static [Member], &'static Self),
    /// `{ "screen", "file" }`, which is one number where the two are the same.
    MaxItems,
}

/// A member of an object.
#[derive(Debug)]
struct Member {
    key: &'static str,
    shape: &'static Shape,
    absent: Absent,
}

/// Most members of an object; the others count as those of a map.
const MEMBERS_MAX: usize = 24;

struct Canon<'t> {
    tree: &'t Tree<'t>,
    document: Document<'t>,
    out: Vec<u8>,
    /// Sorted elements on their way back.
    scratch: Vec<u8>,
    /// Where the elements of the sets that are being read begin and end.
    ranges: Vec<(usize, usize)>,
}

impl<'t> Canon<'t> {
    /// A mark, a length and so many bytes.
    #[inline]
    fn text(&mut self, mark: u8, text: &str) {
        self.out.push(mark);
        let mut rest = text.len();
        while rest > 0x7f {
            self.out.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
            rest >>= 7;
        }
        self.out.push(u8::try_from(rest).unwrap_or(0));
        self.out.extend_from_slice(text.as_bytes());
    }

    /// One value, and whether it says nothing: an empty list or object. Recursion is bounded by the depth of the tree.
    fn value(&mut self, id: Id, shape: &'static Shape) -> bool {
        let tree = self.tree;
        match tree.kind(id) {
            Kind::String if matches!(shape, Shape::Decimal) => {
                let text = tree.text(id);
                let short =
                    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
                self.text(b'"', short);
            }
            Kind::Array => return self.array(id, shape),
            Kind::Object => return self.object(id, shape),
            kind => match shape {
                Shape::OneOrSet(_) | Shape::OneOrList(_) => {
                    self.out.push(b'[');
                    self.single(id, kind);
                    self.out.push(b']');
                }
                _ => self.single(id, kind),
            },
        }
        false
    }

    fn single(&mut self, id: Id, kind: Kind) {
        let tree = self.tree;
        match kind {
            Kind::String => self.text(b'"', &tree.text(id)),
            Kind::Number => self.text(b'"', tree.spelling(id)),
            _ => self.text(b'w', tree.spelling(id)),
        }
    }

    fn array(&mut self, id: Id, shape: &'static Shape) -> bool {
        let (sorted, inner) = match shape {
            Shape::Set(inner) | Shape::OneOrSet(inner) => (true, *inner),
            Shape::List(inner) | Shape::OneOrList(inner) => (false, *inner),
            _ => (false, &Shape::Plain),
        };
        self.out.push(b'[');
        let (first, body) = (self.ranges.len(), self.out.len());
        for child in self.tree.children(id) {
            let start = self.out.len();
            self.value(child, inner);
            if sorted {
                self.ranges.push((start, self.out.len()));
            }
        }
        if sorted {
            self.sort(first, body);
        }
        let empty = self.out.len() == body;
        self.out.push(b']');
        empty
    }

    /// Sorts the elements from `body` on, whose places are noted from `first` on.
    fn sort(&mut self, first: usize, body: usize) {
        let Self { out, scratch, ranges, .. } = self;
        let bytes = |range: &(usize, usize)| out.get(range.0..range.1).unwrap_or_default();
        let places = ranges.get_mut(first..).unwrap_or_default();
        if !places.is_sorted_by_key(bytes) {
            places.sort_unstable_by(|one, other| bytes(one).cmp(bytes(other)));
            scratch.clear();
            for place in &*places {
                scratch.extend_from_slice(bytes(place));
            }
            out.truncate(body);
            out.extend_from_slice(scratch);
        }
        ranges.truncate(first);
    }

    fn object(&mut self, id: Id, shape: &'static Shape) -> bool {
        let body;
        match shape {
            Shape::Object(members) => {
                self.out.push(b'{');
                body = self.out.len();
                self.members(id, members, &Shape::Plain);
            }
            Shape::ObjectAndMap(members, others) => {
                self.out.push(b'{');
                body = self.out.len();
                self.members(id, members, others);
            }
            Shape::MaxItems if self.same_max_items(id) => return false,
            Shape::OneOrList(inner) => {
                self.out.push(b'[');
                self.object(id, inner);
                self.out.push(b']');
                return false;
            }
            Shape::Map(inner) | Shape::SparseMap(inner) => {
                self.out.push(b'{');
                body = self.out.len();
                self.map(self.tree.children(id).collect(), inner, matches!(shape, Shape::SparseMap(_)));
            }
            _ => {
                self.out.push(b'{');
                body = self.out.len();
                self.map(self.tree.children(id).collect(), &Shape::Plain, false);
            }
        }
        let empty = self.out.len() == body;
        self.out.push(b'}');
        empty
    }

    /// The members of an object, in the order of their table.
    fn members(&mut self, id: Id, members: &'static [Member], others: &'static Shape) {
        let tree = self.tree;
        let mut found = [None; MEMBERS_MAX];
        let mut rest = Vec::new();
        // Most documents are written in the order of the table, so the next member is looked for behind the last.
        let mut next = 0_usize;
        for child in tree.children(id) {
            let key = tree.key(child);
            let is_next = members.get(next).is_some_and(|member| member.key == key);
            let at = if is_next { Some(next) } else { members.iter().position(|member| member.key == key) };
            match at.and_then(|at| found.get_mut(at)) {
                Some(place) => {
                    *place = Some(child);
                    next = at.map_or(next, |at| at.saturating_add(1));
                }
                None => rest.push(child),
            }
        }
        for ((member, child), position) in members.iter().zip(found).zip(0_u8..) {
            let Some(child) = child else { continue };
            if matches!(member.shape, Shape::Label) || self.is_default(&member.absent, id, child) {
                continue;
            }
            let start = self.out.len();
            self.out.extend_from_slice(&[b'm', position]);
            if self.value(child, member.shape) && matches!(member.absent, Absent::Empty) {
                self.out.truncate(start);
            }
        }
        if !rest.is_empty() {
            self.map(rest, others, false);
        }
    }

    /// Entries in the order of their keys.
    fn map(&mut self, mut entries: Vec<Id>, inner: &'static Shape, sparse: bool) {
        let tree = self.tree;
        if !entries.is_sorted_by_key(|child| tree.key(*child)) {
            entries.sort_by_cached_key(|child| tree.key(*child));
        }
        for child in entries {
            let start = self.out.len();
            let nothing = tree.kind(child) == Kind::Null
                || (tree.kind(child) == Kind::String && tree.text(child).is_empty());
            self.text(b'k', &tree.key(child));
            if (self.value(child, inner) || nothing) && sparse {
                self.out.truncate(start);
            }
        }
    }

    /// Writes `{ "screen", "file" }` as one number where the two are the same.
    fn same_max_items(&mut self, id: Id) -> bool {
        let tree = self.tree;
        let mut numbers = tree.children(id).map(|child| tree.spelling(child));
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(one), Some(other), None) if one == other => {
                self.text(b'"', one);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;

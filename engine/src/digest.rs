//! The fingerprint of a document's meaning: the same for every spelling of the same document (`docs/forms.md`, section 3).
//!
//! The first 16 bytes of SHA-256 over a canonical form of the tree: `{` members `}`, `[` elements `]`, texts and numbers as
//! `"`, length, bytes (so that `100` and `"100"` are one amount), `true`, `false` and `null` as `w`, length, bytes; before
//! each member `m` and its position in the table in `language`, or `k`, length, bytes of its key. Lengths stand in groups of seven bits, the lowest first, every group but the
//! last with its high bit set. Members stand in the order of the table, those of maps sorted; elements
//! of sets are sorted by their canonical form. Labels, names and members that say what leaving them out means are left out.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;

use sha2::block_api::compress256;

use crate::json::Kind;
use crate::language::company::COMPANY;
use crate::language::service::SERVICE;
use crate::language::{Absent, Id, MEMBERS_MAX, Map, Member, Object, Type};
use crate::model::service::ServiceModel;
use crate::tree::Tree;

mod absent;

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
        Document::Service => &SERVICE,
        Document::Company(_) => &COMPANY,
    };
    let mut canon = Canon { tree, document, out: Vec::new(), scratch: Vec::new(), ranges: Vec::new() };
    // Nearly all of a document's bytes count, but not its white space.
    canon.out.reserve(tree.spelling(tree.root()).len());
    if tree.kind(tree.root()) == Kind::Object {
        canon.out.push(b'{');
        canon.members(tree.root(), root);
        canon.out.push(b'}');
    } else {
        canon.value(tree.root(), None);
    }
    let mut out = String::with_capacity(32);
    for byte in sha256(canon.out).into_iter().take(4).flat_map(u32::to_be_bytes) {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out.into_boxed_str()
}

/// SHA-256 of a text (FIPS 180-4), in eight words.
fn sha256(mut text: Vec<u8>) -> [u32; 8] {
    const BLOCK: usize = 64;
    let bits = u64::try_from(text.len()).unwrap_or(0).wrapping_mul(8);
    // A bit behind the text, zeros, and at the end of a block how many bits the text has.
    text.push(0x80);
    let len = text.len().saturating_add(8).next_multiple_of(BLOCK).saturating_sub(8);
    text.resize(len, 0);
    text.extend_from_slice(&bits.to_be_bytes());
    let mut state = [
        0x6A09_E667,
        0xBB67_AE85,
        0x3C6E_F372,
        0xA54F_F53A,
        0x510E_527F,
        0x9B05_688C,
        0x1F83_D9AB,
        0x5BE0_CD19,
    ];
    let (blocks, _) = text.as_chunks::<BLOCK>();
    compress256(&mut state, blocks);
    state
}

/// An element of a set: where its canonical form begins and ends, and its first bytes, by which most are told apart.
#[derive(Clone, Copy)]
struct Element {
    beginning: u128,
    start: usize,
    end: usize,
}

impl Element {
    /// The element that has been written from `start` on.
    fn new(out: &[u8], start: usize) -> Self {
        let bytes = out.get(start..).unwrap_or_default();
        let beginning = bytes.first_chunk().copied().unwrap_or_else(|| {
            let mut filled = [0; 16];
            if let Some(place) = filled.get_mut(..bytes.len()) {
                place.copy_from_slice(bytes);
            }
            filled
        });
        Self { beginning: u128::from_be_bytes(beginning), start, end: out.len() }
    }

    fn bytes<'o>(&self, out: &'o [u8]) -> &'o [u8] {
        out.get(self.start..self.end).unwrap_or_default()
    }

    /// The order of the whole: zeros behind a short one stand before anything.
    #[inline]
    fn cmp(&self, other: &Self, out: &[u8]) -> Ordering {
        self.beginning.cmp(&other.beginning).then_with(|| self.bytes(out).cmp(other.bytes(out)))
    }
}

struct Canon<'t> {
    tree: &'t Tree<'t>,
    document: Document<'t>,
    out: Vec<u8>,
    /// Sorted elements on their way back.
    scratch: Vec<u8>,
    /// The elements of the sets that are being read.
    ranges: Vec<Element>,
}

impl<'t> Canon<'t> {
    /// A mark, a length and so many bytes.
    #[inline]
    fn text(&mut self, mark: u8, text: &[u8]) {
        let mut rest = text.len();
        if let Ok(len @ 0..=0x7f) = u8::try_from(rest) {
            self.out.extend_from_slice(&[mark, len]);
            return self.out.extend_from_slice(text);
        }
        self.out.push(mark);
        while rest > 0x7f {
            self.out.push(u8::try_from(rest & 0x7f).unwrap_or(0) | 0x80);
            rest >>= 7;
        }
        self.out.push(u8::try_from(rest).unwrap_or(0));
        self.out.extend_from_slice(text);
    }

    /// One value, and whether it says nothing: an empty list or object. A value that the table does not know, or that is
    /// of another type than there, counts as it stands. Recursion is bounded by the depth of the tree.
    fn value(&mut self, id: Id, of: Option<&'static Type>) -> bool {
        let tree = self.tree;
        if let (Some(text), None | Some(Type::Name | Type::Amount | Type::Word(_) | Type::Day)) =
            (tree.plain_text(id), of)
        {
            self.text(b'"', text);
            return false;
        }
        match tree.kind(id) {
            Kind::String if matches!(of, Some(Type::Rate | Type::UnitPrice)) => {
                let text = tree.text(id);
                let short =
                    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
                self.text(b'"', short.as_bytes());
            }
            Kind::Array => return self.array(id, of),
            Kind::Object => return self.object(id, of),
            kind if matches!(of, Some(Type::List(list)) if list.or_one) => {
                self.out.push(b'[');
                self.single(id, kind);
                self.out.push(b']');
            }
            kind => self.single(id, kind),
        }
        false
    }

    fn single(&mut self, id: Id, kind: Kind) {
        let tree = self.tree;
        match kind {
            Kind::String => match tree.plain_text(id) {
                Some(text) => self.text(b'"', text),
                None => self.text(b'"', tree.text(id).as_bytes()),
            },
            Kind::Number => self.text(b'"', tree.spelling(id).as_bytes()),
            _ => self.text(b'w', tree.spelling(id).as_bytes()),
        }
    }

    fn array(&mut self, id: Id, of: Option<&'static Type>) -> bool {
        let list = match of {
            Some(Type::List(list) | Type::Either(_, Type::List(list))) => Some(list),
            _ => None,
        };
        let is_set = list.is_some_and(|list| list.is_set);
        self.out.push(b'[');
        let (first, body) = (self.ranges.len(), self.out.len());
        for child in self.tree.children(id) {
            let start = self.out.len();
            self.value(child, list.map(|list| list.of));
            if is_set {
                self.ranges.push(Element::new(&self.out, start));
            }
        }
        if is_set {
            self.sort(first, body);
        }
        let empty = self.out.len() == body;
        self.out.push(b']');
        empty
    }

    /// Sorts the elements from `body` on, whose places are noted from `first` on.
    fn sort(&mut self, first: usize, body: usize) {
        let Self { out, scratch, ranges, .. } = self;
        let places = ranges.get_mut(first..).unwrap_or_default();
        if !places.is_sorted_by(|one, next| one.cmp(next, out).is_le()) {
            places.sort_unstable_by(|one, other| one.cmp(other, out));
            scratch.clear();
            for place in &*places {
                scratch.extend_from_slice(place.bytes(out));
            }
            out.truncate(body);
            out.extend_from_slice(scratch);
        }
        ranges.truncate(first);
    }

    fn object(&mut self, id: Id, of: Option<&'static Type>) -> bool {
        if let Some(Type::List(list)) = of.filter(|of| matches!(of, Type::List(list) if list.or_one)) {
            self.out.push(b'[');
            self.object(id, Some(list.of));
            self.out.push(b']');
            return false;
        }
        if matches!(of, Some(Type::NumberOr(..))) && self.same_numbers(id) {
            return false;
        }
        self.out.push(b'{');
        let body = self.out.len();
        match of {
            Some(
                Type::Object(object) | Type::NumberOr(_, _, object) | Type::Either(_, Type::Object(object)),
            ) => self.members(id, object),
            Some(Type::Map(Map { of, sparse, .. })) => {
                self.map(self.tree.children_of(id), Some(of), *sparse);
            }
            _ => self.map(self.tree.children_of(id), None, false),
        }
        let empty = self.out.len() == body;
        self.out.push(b'}');
        empty
    }

    /// The members of an object, in the order of their table.
    fn members(&mut self, id: Id, object: &'static Object) {
        let (tree, members) = (self.tree, object.members);
        let mut found = [None; MEMBERS_MAX];
        let mut rest = Vec::new();
        // Most documents are written in the order of the table, so the next member is looked for behind the last.
        let mut next = 0_usize;
        for child in tree.children(id) {
            let at = tree.place_in(members, child, next);
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
            if is_for_people(member) || self.is_default(&member.absent, id, child) {
                continue;
            }
            let start = self.out.len();
            self.out.extend_from_slice(&[b'm', position]);
            if self.value(child, Some(&member.of)) && matches!(member.absent, Absent::Empty) {
                self.out.truncate(start);
            }
        }
        if !rest.is_empty() {
            self.map(rest, object.others, false);
        }
    }

    /// Entries in the order of their keys.
    fn map(&mut self, mut entries: Vec<Id>, of: Option<&'static Type>, sparse: bool) {
        let tree = self.tree;
        let is_rising = |one: &Id, next: &Id| match (tree.plain_key(*one), tree.plain_key(*next)) {
            (Some(one), Some(next)) => one <= next,
            _ => tree.key(*one) <= tree.key(*next),
        };
        if !entries.is_sorted_by(is_rising) {
            entries.sort_by_cached_key(|child| tree.key(*child));
        }
        for child in entries {
            let start = self.out.len();
            let nothing = tree.kind(child) == Kind::Null
                || (tree.kind(child) == Kind::String && tree.text(child).is_empty());
            match tree.plain_key(child) {
                Some(key) => self.text(b'k', key),
                None => self.text(b'k', tree.key(child).as_bytes()),
            }
            if (self.value(child, of) || nothing) && sparse {
                self.out.truncate(start);
            }
        }
    }

    /// Writes an object of two numbers, such as `{ "screen", "file" }`, as one number where the two are the same.
    fn same_numbers(&mut self, id: Id) -> bool {
        let tree = self.tree;
        let mut numbers = tree.children(id).map(|child| tree.spelling(child));
        match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(one), Some(other), None) if one == other => {
                self.text(b'"', one.as_bytes());
                true
            }
            _ => false,
        }
    }
}

/// Whether a member is a name for people, which decides nothing.
const fn is_for_people(member: &Member) -> bool {
    match &member.of {
        Type::Label | Type::LabelText => true,
        Type::Map(map) => matches!(map.of, Type::Label),
        _ => false,
    }
}

#[cfg(test)]
mod tests;

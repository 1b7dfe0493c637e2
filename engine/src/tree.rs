//! The parsed tree of a document: every value with its place in the text, every duplicate key kept.
//!
//! Nodes lie in one list in the order of the text: the first child of a node comes right after it, and each node knows
//! where its subtree ends. Texts stay in the document and are decoded when they are asked for.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::json::{JsonError, Kind, Scanner};
pub(crate) use crate::language::Id;
use crate::language::Member;
use crate::language::bounds::TEXT_MAX;
use crate::quote::push_step;

/// One value, 28 bytes.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// Where the value begins and ends in the text.
    start: u32,
    end: u32,
    /// The node after this one's subtree.
    after: Id,
    /// The array or object that it stands in; itself for the root.
    parent: Id,
    /// Where the quotes of its key begin; 0 without a key, as no key begins there.
    key: u32,
    /// Bytes of the key between its quotes, where it has no escapes.
    key_len: u32,
    kind: Kind,
    /// Whether the string, and the key, have escapes.
    escaped: bool,
    key_escaped: bool,
}

/// A whole document; there is always a root.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    /// Whether some text or key may be too long.
    has_long: bool,
}

/// A place in the text or tree; documents are far smaller than 4 GiB.
fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// The key of a member: where it begins, its length, whether it has escapes.
#[derive(Clone, Copy, Default)]
struct Key {
    at: u32,
    len: u32,
    escaped: bool,
}

/// The key of the next member; none at the object's end.
#[inline]
fn member(scanner: &mut Scanner<'_>, first: bool) -> Result<Option<Key>, JsonError> {
    if let Some((at, len)) = scanner.plain_key(first) {
        return Ok(Some(Key { at: small(at), len: small(len), escaped: false }));
    }
    let key = |(name, at): (Cow<'_, str>, usize)| {
        let escaped = matches!(name, Cow::Owned(_));
        Key { at: small(at), len: small(name.len()), escaped }
    };
    Ok(scanner.member(first)?.map(key))
}

impl<'a> Tree<'a> {
    /// The tree of a text, which has at most 4 GiB.
    pub(crate) fn read(text: &'a str) -> Result<Self, JsonError> {
        let mut tree = Self { text, nodes: Vec::with_capacity(text.len().wrapping_div(12)), has_long: false };
        let mut scanner = Scanner::new(text);
        tree.value(&mut scanner, 0, Key::default())?;
        scanner.end()?;
        Ok(tree)
    }

    /// Reads one value and what stands in it; the scanner bounds the depth.
    fn value(&mut self, scanner: &mut Scanner<'a>, parent: Id, key: Key) -> Result<(), JsonError> {
        let kind = scanner.peek()?;
        let id = small(self.nodes.len());
        let start = scanner.at();
        self.nodes.push(Node {
            start: small(start),
            end: 0,
            after: 0,
            parent,
            key: key.at,
            key_len: key.len,
            kind,
            escaped: false,
            key_escaped: key.escaped,
        });
        let mut escaped = false;
        match kind {
            Kind::String => {
                escaped = !scanner.skip_plain_text() && matches!(scanner.string()?, Cow::Owned(_));
                self.has_long |= scanner.at().saturating_sub(start) > TEXT_MAX;
            }
            Kind::Number => drop(scanner.number()?),
            Kind::Bool => drop(scanner.boolean()?),
            Kind::Null => scanner.null()?,
            Kind::Array => {
                scanner.enter()?;
                let mut first = true;
                while scanner.element(first)? {
                    first = false;
                    self.value(scanner, id, Key::default())?;
                }
            }
            Kind::Object => {
                scanner.enter()?;
                let mut first = true;
                while let Some(key) = member(scanner, first)? {
                    first = false;
                    self.has_long |= place(key.len) > TEXT_MAX;
                    self.value(scanner, id, key)?;
                }
            }
        }
        let after = small(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(place(id)) {
            node.end = small(scanner.at());
            node.after = after;
            node.escaped = escaped;
        }
        Ok(())
    }

    fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(place(id))
    }

    /// The array or object that a value stands in; the root stands in itself.
    pub(crate) fn parent(&self, id: Id) -> Id {
        self.node(id).map_or(id, |node| node.parent)
    }

    /// The document's value.
    pub(crate) const fn root(&self) -> Id {
        0
    }

    /// What kind of value a node is.
    pub(crate) fn kind(&self, id: Id) -> Kind {
        self.node(id).map_or(Kind::Null, |node| node.kind)
    }

    /// The values that stand directly in an array or object, in the order of the text.
    pub(crate) fn children(&self, id: Id) -> impl Iterator<Item = Id> + Clone + '_ {
        let end = self.node(id).map_or(0, |node| node.after);
        let first = id.saturating_add(1);
        core::iter::successors(Some(first), |at| self.node(*at).map(|node| node.after))
            .take_while(move |at| *at < end)
    }

    /// How many values stand in an array or object at any depth; no fewer than stand directly in it.
    pub(crate) fn len_below(&self, id: Id) -> usize {
        self.node(id).map_or(0, |node| place(node.after.saturating_sub(id)).saturating_sub(1))
    }

    /// Which of an object's members a value is by its key, looked for from one of them on.
    #[inline]
    pub(crate) fn place_in(&self, members: &[Member], id: Id, first: usize) -> Option<usize> {
        let find = |key: &[u8]| {
            let (before, behind) = members.split_at_checked(first)?;
            let is_it = |member: &Member| member.key.as_bytes() == key;
            let found = behind.iter().position(is_it).map(|at| at.saturating_add(first));
            found.or_else(|| before.iter().position(is_it))
        };
        match self.plain_key(id) {
            Some(key) => find(key),
            None => find(self.key(id).as_bytes()),
        }
    }

    /// As [`Tree::children`], in a list, which has room for a few more than there are in few objects only.
    pub(crate) fn children_of(&self, id: Id) -> Vec<Id> {
        const MANY: usize = 32;
        let mut children = Vec::with_capacity(self.len_below(id).min(MANY));
        children.extend(self.children(id));
        children
    }

    /// The member of a key; none for other values than objects. Of several the first.
    pub(crate) fn member(&self, object: Id, key: &str) -> Option<Id> {
        let mut children = self.children(object);
        if self.kind(object) == Kind::Object {
            children.find(|child| self.has_key(*child, key))
        } else {
            None
        }
    }

    /// What stands where these keys lead to from the root.
    pub(crate) fn find(&self, keys: &[&str]) -> Option<Id> {
        keys.iter().try_fold(self.root(), |id, key| self.member(id, key))
    }

    /// The text of a string, decoded; empty for other values.
    pub(crate) fn text(&self, id: Id) -> Cow<'a, str> {
        match self.node(id) {
            Some(node) if node.kind == Kind::String => self.quoted(node.start, node.end, node.escaped),
            _ => Cow::Borrowed(""),
        }
    }

    /// The key of a member, decoded; empty for other values.
    pub(crate) fn key(&self, id: Id) -> Cow<'a, str> {
        match self.node(id) {
            Some(node) if node.key > 0 => {
                let end = node.key.saturating_add(node.key_len).saturating_add(2);
                self.quoted(node.key, end, node.key_escaped)
            }
            _ => Cow::Borrowed(""),
        }
    }

    /// The bytes of a string that has no escapes; none for other values.
    #[inline]
    pub(crate) fn plain_text(&self, id: Id) -> Option<&'a [u8]> {
        let node = self.node(id).filter(|node| node.kind == Kind::String && !node.escaped)?;
        self.text.as_bytes().get(place(node.start).wrapping_add(1)..place(node.end).wrapping_sub(1))
    }

    /// The bytes of a member's key that has no escapes; none for other values.
    #[inline]
    pub(crate) fn plain_key(&self, id: Id) -> Option<&'a [u8]> {
        let node = self.node(id).filter(|node| node.key > 0 && !node.key_escaped)?;
        let start = place(node.key).wrapping_add(1);
        self.text.as_bytes().get(start..start.wrapping_add(place(node.key_len)))
    }

    /// Whether a member has this key.
    #[inline]
    pub(crate) fn has_key(&self, id: Id, key: &str) -> bool {
        self.plain_key(id).map_or_else(|| self.key(id) == key, |own| own == key.as_bytes())
    }

    /// What stands between quotes; with escapes, the end is found again.
    fn quoted(&self, start: u32, end: u32, escaped: bool) -> Cow<'a, str> {
        if escaped {
            let mut scanner = Scanner::new(self.text.get(place(start)..).unwrap_or_default());
            return scanner.string().unwrap_or_default();
        }
        Cow::Borrowed(
            self.text.get(place(start.saturating_add(1))..place(end.saturating_sub(1))).unwrap_or_default(),
        )
    }

    /// A value as it is spelt in the text.
    pub(crate) fn spelling(&self, id: Id) -> &'a str {
        self.text.get(self.range(id)).unwrap_or_default()
    }

    /// Where a value stands in the text.
    pub(crate) fn range(&self, id: Id) -> Range<usize> {
        self.node(id).map_or(0..0, |node| place(node.start)..place(node.end))
    }

    /// Where a member's key stands in the text, quotes included; the value's place where there is no key.
    pub(crate) fn key_range(&self, id: Id) -> Range<usize> {
        let Some(node) = self.node(id).filter(|node| node.key > 0) else { return self.range(id) };
        let start = place(node.key);
        let mut scanner = Scanner::new(self.text.get(start..).unwrap_or_default());
        let _ = scanner.string();
        start..start.saturating_add(scanner.at())
    }

    /// The JSON Pointer (RFC 6901) of a value.
    pub(crate) fn pointer(&self, id: Id) -> String {
        let mut path = Vec::new();
        let mut at = id;
        while let Some(node) = self.node(at).filter(|_| at > 0) {
            path.push(at);
            at = node.parent;
        }
        let mut out = String::new();
        for id in path.into_iter().rev() {
            out.push('/');
            let parent = self.node(id).map_or(0, |node| node.parent);
            if self.kind(parent) == Kind::Object {
                push_step(&self.key(id), &mut out);
            } else {
                let position = self.children(parent).take_while(|child| *child < id).count();
                push_step(&alloc::format!("{position}"), &mut out);
            }
        }
        out
    }
}

#[cfg(feature = "documents")]
mod findings;
#[cfg(feature = "forms")]
pub(crate) use findings::DOCUMENT_MAX;

#[cfg(test)]
mod tests;

//! Where the element of a form stands in the company document, and the document with another element in its place.

use alloc::string::String;

use crate::document::Listed;
use crate::form::question::member;
use crate::json::Kind;
use crate::quote::{push_step, string};
use crate::tree::{Id, Tree};

/// A place in a company document.
#[derive(Debug)]
pub(super) enum FieldPlace {
    /// The document itself.
    Whole,
    /// An element of a list; its length for a new one.
    InList { list: Listed, at: usize },
    /// An entry of `fees`.
    Fees { bearer: &'static str, business: String },
    /// A group of this key.
    Group { key: String },
}

impl FieldPlace {
    /// The place as a pointer.
    pub(super) fn pointer(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::InList { list, at } => alloc::format!("/{}/{at}", list.key()),
            Self::Fees { bearer, business } => {
                let mut pointer = alloc::format!("/fees/{bearer}/");
                push_step(business, &mut pointer);
                pointer
            }
            Self::Group { key } => {
                let mut pointer = String::from("/groups/");
                push_step(key, &mut pointer);
                pointer
            }
        }
    }

    /// Where a path of the document leads once what stands in this place is taken out.
    pub(super) fn moved(&self, path: &str) -> String {
        let Self::InList { list, at } = self else { return String::from(path) };
        let moved = || {
            let list = list.key();
            let rest = path.strip_prefix('/')?.strip_prefix(list)?.strip_prefix('/')?;
            let (position, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let before = position.parse::<usize>().ok().filter(|position| position > at)?.checked_sub(1)?;
            Some(alloc::format!("/{list}/{before}{rest}"))
        };
        moved().unwrap_or_else(|| String::from(path))
    }

    /// A value as it is written behind others: with its key, where the place has one.
    pub(super) fn as_member(&self, value: &str) -> String {
        let mut text = String::new();
        if let Self::Group { key } = self {
            string(key, &mut text);
            text.push(':');
        }
        text.push_str(value);
        text
    }

    /// The document with a value in this place, or without what stands there.
    pub(super) fn document(&self, tree: &Tree<'_>, value: Option<&str>) -> String {
        let root = Some(tree.root());
        match self {
            Self::Whole => value.map(String::from).unwrap_or_default(),
            Self::InList { list, at } => {
                let list = list.key();
                let elements = with_element(tree, member(tree, tree.root(), list), *at, value);
                with_member(tree, root, list, Some(&elements))
            }
            Self::Fees { bearer, business } => {
                let fees = member(tree, tree.root(), "fees");
                let entries = fees.and_then(|fees| member(tree, fees, bearer));
                let entries = with_member(tree, entries, business, value);
                let fees = with_member(tree, fees, bearer, Some(&entries));
                with_member(tree, root, "fees", Some(&fees))
            }
            Self::Group { key } => {
                let groups = with_member(tree, member(tree, tree.root(), "groups"), key, value);
                with_member(tree, root, "groups", Some(&groups))
            }
        }
    }
}

/// An object with a member put in the place of its own, or behind the others, or taken out.
fn with_member(tree: &Tree<'_>, object: Option<Id>, key: &str, value: Option<&str>) -> String {
    let mut out = String::from("{");
    let mut push = |key: &str, value: &str| {
        if out.len() > 1 {
            out.push(',');
        }
        string(key, &mut out);
        out.push(':');
        out.push_str(value);
    };
    let mut left = value;
    for child in object.into_iter().flat_map(|object| tree.children(object)) {
        let name = tree.key(child);
        if name != key {
            push(&name, tree.spelling(child));
        } else if let Some(value) = left.take() {
            push(key, value);
        }
    }
    if let Some(value) = left {
        push(key, value);
    }
    out.push('}');
    out
}

/// A list with an element put in the place of another, or behind the last, or taken out.
fn with_element(tree: &Tree<'_>, list: Option<Id>, at: usize, value: Option<&str>) -> String {
    let mut out = String::from("[");
    let mut push = |value: &str| {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(value);
    };
    let mut left = value;
    for (position, child) in list.into_iter().flat_map(|list| tree.children(list)).enumerate() {
        if position != at {
            push(tree.spelling(child));
        } else if let Some(value) = left.take() {
            push(value);
        }
    }
    if let Some(value) = left {
        push(value);
    }
    out.push(']');
    out
}

/// Writes a value without white space, with some texts replaced and some members left out.
#[derive(Debug, Default)]
pub(super) struct DocumentWriter<'w> {
    /// Texts that stand in the place of others.
    pub replaced: &'w [(Id, String)],
    /// Members to leave out, by their keys from the root on, parted by dots.
    pub left_out: &'w [String],
}

impl DocumentWriter<'_> {
    pub(super) fn write(&self, tree: &Tree<'_>, id: Id, path: &str, out: &mut String) {
        match tree.kind(id) {
            Kind::String => {
                let other = self.replaced.iter().find(|(at, _)| *at == id).map(|(_, text)| &**text);
                string(other.unwrap_or(&tree.text(id)), out);
            }
            Kind::Number | Kind::Bool | Kind::Null => out.push_str(tree.spelling(id)),
            Kind::Array => {
                out.push('[');
                for (at, child) in tree.children(id).enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    self.write(tree, child, path, out);
                }
                out.push(']');
            }
            Kind::Object => {
                let mut object = Object::open(out);
                for child in tree.children(id) {
                    let key = tree.key(child);
                    let path = below(path, &key);
                    if !self.left_out.contains(&path) {
                        self.write(tree, child, &path, object.key(&key));
                    }
                }
                object.close();
            }
        }
    }

    /// Writes an object with the members of another put in the place of its own: those of so many levels one by one,
    /// deeper ones as a whole. null takes a member away.
    pub(super) fn merge(
        &self,
        old: Option<(&Tree<'_>, Id)>,
        (tree, new): (&Tree<'_>, Id),
        path: &str,
        levels: &dyn Fn(&str) -> Option<usize>,
        out: &mut String,
    ) {
        let mut object = Object::open(out);
        if let Some((before, id)) = old {
            for child in before.children(id) {
                let key = before.key(child);
                let own = levels(&key).and_then(|levels| Some((member(tree, new, &key)?, levels)));
                match own {
                    Some((id, levels)) => {
                        self.merge_member(Some((before, child)), (tree, id), path, levels, &mut object);
                    }
                    None => self.write(before, child, &below(path, &key), object.key(&key)),
                }
            }
        }
        for child in tree.children(new) {
            let key = tree.key(child);
            let stands = old.is_some_and(|(before, id)| member(before, id, &key).is_some());
            if let Some(levels) = levels(&key).filter(|_| !stands) {
                self.merge_member(None, (tree, child), path, levels, &mut object);
            }
        }
        object.close();
    }

    fn merge_member(
        &self,
        old: Option<(&Tree<'_>, Id)>,
        (tree, new): (&Tree<'_>, Id),
        path: &str,
        levels: usize,
        object: &mut Object<'_>,
    ) {
        let key = tree.key(new);
        let path = below(path, &key);
        match (tree.kind(new), levels.checked_sub(1)) {
            (Kind::Null, _) => {}
            _ if self.left_out.contains(&path) => {}
            (Kind::Object, Some(levels)) => {
                let old = old.filter(|(before, id)| before.kind(*id) == Kind::Object);
                self.merge(old, (tree, new), &path, &|_| Some(levels), object.key(&key));
            }
            _ => self.write(tree, new, &path, object.key(&key)),
        }
    }
}

/// An object being written.
struct Object<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Object<'o> {
    fn open(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    /// Writes the key of the next member; the value is to follow.
    fn key(&mut self, key: &str) -> &mut String {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        string(key, self.out);
        self.out.push(':');
        self.out
    }

    fn close(self) {
        self.out.push('}');
    }
}

/// A path one step further in.
pub(super) fn below(path: &str, key: &str) -> String {
    if path.is_empty() { String::from(key) } else { alloc::format!("{path}.{key}") }
}

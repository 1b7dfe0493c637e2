//! Which fields of an object have changed (`docs/forms.md`, section 1).

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::json::Kind;
use crate::quote::push_step;
use crate::tree::{Id, Tree};

/// What counts as a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// Whatever stands in the object.
    OfDocuments,
    /// What is stated: null, an empty text and an empty list say nothing in a request.
    OfRequests,
}

impl Comparison {
    /// The pointers of the fields in which the object `after` differs from `before`: first those that it has, in its order,
    /// then those that it has no more.
    pub(crate) fn changed(self, before: &Tree<'_>, after: &Tree<'_>) -> Vec<String> {
        let mut changed = Changed { comparison: self, before, after, found: Vec::new() };
        let mut path = String::new();
        changed.in_after(Some(before.root()), after.root(), &mut path);
        changed.only_before(before.root(), Some(after.root()), &mut path);
        changed.found
    }

    /// What stands in an object or list.
    fn children<'t>(self, tree: &'t Tree<'_>, id: Id) -> impl Iterator<Item = Id> + 't {
        tree.children(id).filter(move |child| !self.is_blank(tree, *child))
    }

    /// The members of an object by their keys.
    fn members<'t>(self, tree: &Tree<'t>, object: Id) -> BTreeMap<Cow<'t, str>, Id> {
        self.children(tree, object).map(|child| (tree.key(child), child)).collect()
    }

    /// Whether a value says nothing.
    fn is_blank(self, tree: &Tree<'_>, id: Id) -> bool {
        self == Self::OfRequests
            && match tree.kind(id) {
                Kind::Null => true,
                Kind::String => tree.text(id).is_empty(),
                Kind::Array => self.children(tree, id).next().is_none(),
                Kind::Object | Kind::Number | Kind::Bool => false,
            }
    }

    /// Whether two values are the same; numbers are what they are spelt.
    fn same(self, (before, old): (&Tree<'_>, Id), (after, new): (&Tree<'_>, Id)) -> bool {
        if before.spelling(old) == after.spelling(new) {
            return true;
        }
        match (before.kind(old), after.kind(new)) {
            (Kind::String | Kind::Number, Kind::String | Kind::Number) => {
                spelt(before, old) == spelt(after, new)
            }
            (Kind::Array, Kind::Array) => {
                let (mut olds, mut news) = (self.children(before, old), self.children(after, new));
                loop {
                    match (olds.next(), news.next()) {
                        (None, None) => return true,
                        (Some(old), Some(new)) if self.same((before, old), (after, new)) => {}
                        _ => return false,
                    }
                }
            }
            (Kind::Object, Kind::Object) => {
                let (olds, news) = (self.members(before, old), self.members(after, new));
                let mut both = olds.iter().zip(&news);
                olds.len() == news.len()
                    && both.all(|((key, old), (other, new))| {
                        key == other && self.same((before, *old), (after, *new))
                    })
            }
            _ => false,
        }
    }
}

struct Changed<'t> {
    comparison: Comparison,
    before: &'t Tree<'t>,
    after: &'t Tree<'t>,
    found: Vec<String>,
}

impl Changed<'_> {
    /// The fields of an object that were not there, or had another value.
    fn in_after(&mut self, before: Option<Id>, after: Id, path: &mut String) {
        let known = before.map(|id| self.comparison.members(self.before, id)).unwrap_or_default();
        for child in self.comparison.children(self.after, after) {
            let old = known.get(&self.after.key(child)).copied();
            within(path, &self.after.key(child), |path| {
                if self.after.kind(child) == Kind::Object {
                    let old = old.filter(|old| self.before.kind(*old) == Kind::Object);
                    self.in_after(old, child, path);
                } else if !old
                    .is_some_and(|old| self.comparison.same((self.before, old), (self.after, child)))
                {
                    self.found.push(path.clone());
                }
            });
        }
    }

    /// The fields of an object that are there no more.
    fn only_before(&mut self, before: Id, after: Option<Id>, path: &mut String) {
        let known = after.map(|id| self.comparison.members(self.after, id)).unwrap_or_default();
        for child in self.comparison.children(self.before, before) {
            let new = known.get(&self.before.key(child)).copied();
            let is_object = |id: &Id| self.after.kind(*id) == Kind::Object;
            within(path, &self.before.key(child), |path| {
                if self.before.kind(child) == Kind::Object {
                    self.only_before(child, new.filter(is_object), path);
                } else if new.is_none_or(|new| is_object(&new)) {
                    self.found.push(path.clone());
                }
            });
        }
    }
}

/// Does something one step further in.
fn within(path: &mut String, key: &str, mut inside: impl FnMut(&mut String)) {
    let length = path.len();
    path.push('/');
    push_step(key, path);
    inside(path);
    path.truncate(length);
}

/// A text, or a number as it is spelt.
fn spelt<'t>(tree: &Tree<'t>, id: Id) -> Cow<'t, str> {
    match tree.kind(id) {
        Kind::String => tree.text(id),
        _ => Cow::Borrowed(tree.spelling(id)),
    }
}

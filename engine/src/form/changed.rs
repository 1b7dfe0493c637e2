//! Which fields have changed.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::form::question::parse;
use crate::json::Kind;
use crate::quote::push_step;
use crate::request::RequestError;
use crate::request::error::Expected;
use crate::tree::{Id, Tree};

/// The pointers of the fields in which an object differs from what it was before: first those that it has, in its order,
/// then those that it has no more (`docs/forms.md`, section 1). Objects are gone into, lists count as a whole, and an
/// amount is the same whether it is a text or a number.
///
/// # Errors
///
/// One of the texts is no JSON object, or has a key twice.
///
/// # Examples
///
/// ```
/// let before = r#"{ "id": "taro", "limits": { "payroll": "100", "bonus": "5" } }"#;
/// let after = r#"{ "id": "taro", "name": "太郎", "limits": { "payroll": 100 } }"#;
/// assert_eq!(kessai::form::changed_fields(before, after)?, ["/name", "/limits/bonus"]);
/// # Ok::<(), kessai::RequestError>(())
/// ```
pub fn changed_fields(before: &str, after: &str) -> Result<Vec<String>, RequestError> {
    let (before, after) = (parse(before)?, parse(after)?);
    for tree in [&before, &after] {
        if tree.kind(tree.root()) != Kind::Object {
            return Err(RequestError::wrong_type("", Expected::Object));
        }
    }
    let mut changed = Changed { before: &before, after: &after, found: Vec::new() };
    let mut path = String::new();
    changed.in_after(Some(before.root()), after.root(), &mut path);
    changed.only_before(before.root(), Some(after.root()), &mut path);
    Ok(changed.found)
}

struct Changed<'t> {
    before: &'t Tree<'t>,
    after: &'t Tree<'t>,
    found: Vec<String>,
}

impl Changed<'_> {
    /// The fields of an object that were not there, or had another value.
    fn in_after(&mut self, before: Option<Id>, after: Id, path: &mut String) {
        let known = before.map(|id| members(self.before, id)).unwrap_or_default();
        for child in self.after.children(after) {
            let old = known.get(&self.after.key(child)).copied();
            within(path, &self.after.key(child), |path| {
                if self.after.kind(child) == Kind::Object {
                    let old = old.filter(|old| self.before.kind(*old) == Kind::Object);
                    self.in_after(old, child, path);
                } else if !old.is_some_and(|old| same((self.before, old), (self.after, child))) {
                    self.found.push(path.clone());
                }
            });
        }
    }

    /// The fields of an object that are there no more.
    fn only_before(&mut self, before: Id, after: Option<Id>, path: &mut String) {
        let known = after.map(|id| members(self.after, id)).unwrap_or_default();
        for child in self.before.children(before) {
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

fn members<'t>(tree: &Tree<'t>, object: Id) -> BTreeMap<Cow<'t, str>, Id> {
    tree.children(object).map(|child| (tree.key(child), child)).collect()
}

/// Whether two values are the same; numbers are what they are spelt.
fn same((before, old): (&Tree<'_>, Id), (after, new): (&Tree<'_>, Id)) -> bool {
    match (before.kind(old), after.kind(new)) {
        (Kind::String | Kind::Number, Kind::String | Kind::Number) => spelt(before, old) == spelt(after, new),
        (Kind::Array, Kind::Array) => {
            let (mut olds, mut news) = (before.children(old), after.children(new));
            loop {
                match (olds.next(), news.next()) {
                    (None, None) => return true,
                    (Some(old), Some(new)) if same((before, old), (after, new)) => {}
                    _ => return false,
                }
            }
        }
        (Kind::Object, Kind::Object) => {
            let (olds, news) = (members(before, old), members(after, new));
            olds.len() == news.len()
                && olds
                    .iter()
                    .zip(&news)
                    .all(|((key, old), (other, new))| key == other && same((before, *old), (after, *new)))
        }
        (kind, other) => kind == other && before.spelling(old) == after.spelling(new),
    }
}

/// A text, or a number as it is spelt.
pub(super) fn spelt<'t>(tree: &Tree<'t>, id: Id) -> Cow<'t, str> {
    match tree.kind(id) {
        Kind::String => tree.text(id),
        _ => Cow::Borrowed(tree.spelling(id)),
    }
}

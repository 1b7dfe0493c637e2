//! Reading out of the tree: each method answers with what it read or makes the finding that says why not. Single
//! values are read in `value`.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec;
use alloc::vec::Vec;

use crate::characters::{Misnomer, folded, misnomer};
use crate::digest::{Document, digest};
use crate::document::hint::nearest;
use crate::finding::{Arg, Finding, FindingCode, Findings};
use crate::json::Kind;
use crate::language::bounds::{
    ACCOUNTS, ATTRIBUTES, ATTRIBUTES_STATED, BUSINESSES, Bound, CANDIDATES, CONDITIONS, NAME_MAX, PATTERNS,
    RIGHTS, TEXT_MAX, USERS,
};
use crate::language::settings::ReadMembers;
use crate::language::{Absent, Found, Id, MEMBERS_MAX, Members, Object};
use crate::model::access::TABLE;
use crate::money::Currency;
use crate::quote::push_step;
use crate::sort::sort_by;
use crate::terms::Operation;
use crate::tree::Tree;

/// Most findings that look for a similar name, which takes time.
const HINTS_MAX: usize = 100;

/// A tree being read, and what was found so far.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    tree: &'t Tree<'t>,
    pub findings: Findings,
    /// In which amounts are written; the yen until it is known.
    pub currency: Currency,
    hints_left: usize,
}

/// For findings whose texts have no words to put in.
pub(super) const NO_ARGS: [Arg; 0] = [];

/// Where a name stands that the document gives to something.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named {
    /// It is the key of this value.
    Key(Id),
    /// It is this value.
    Value(Id),
    /// It is one of our own.
    Elsewhere,
}

// What the model counts with must hold all that these bounds let in: bits of masks (the highest stands for a missing
// fact), positions in an index, and the place of a condition.
const _: () = {
    assert!(Operation::ALL.len() <= 32, "bits of operations in a set, and less than those of a mask");
    assert!(BUSINESSES.max <= 127 && ATTRIBUTES_STATED.max <= 128, "bits of businesses and attributes");
    assert!(
        ATTRIBUTES_STATED.max == ATTRIBUTES.max + TABLE.len(),
        "the declared and those that every bank has"
    );
    assert!(CONDITIONS.max <= 256 && PATTERNS.max <= 256, "positions in a byte");
    assert!(
        USERS.max + CANDIDATES.max < 65_535 && ACCOUNTS.max < 65_535 && RIGHTS.max < 65_535,
        "positions in an index"
    );
    assert!((USERS.max + CANDIDATES.max) * (2 * BUSINESSES.max + 1) < 4_294_967_295, "positions of grants");
};

impl<'t> Reader<'t> {
    pub(super) fn new(tree: &'t Tree<'t>, findings: Findings) -> Self {
        Self { tree, findings, currency: Currency::JPY, hints_left: HINTS_MAX }
    }

    pub(super) fn tree(&self) -> &'t Tree<'t> {
        self.tree
    }

    /// The fingerprint of the whole document. One that does not load has none, and may be larger than any that does.
    pub(super) fn digest(&self, document: Document<'_>) -> Box<str> {
        if self.findings.has_errors() { Box::default() } else { digest(self.tree, document) }
    }

    /// A finding about a value.
    #[cold]
    pub(super) fn report(&mut self, code: FindingCode, id: Id, args: impl Into<Vec<Arg>>) {
        let range = self.tree.range(id);
        if !self.findings.is_full(code.severity(), range.start) {
            self.findings.push(Finding::new(code, self.tree.pointer(id), range, args.into()));
        }
    }

    /// A finding about a member whose key is what is wrong.
    #[cold]
    pub(super) fn report_key(&mut self, code: FindingCode, id: Id, args: impl Into<Vec<Arg>>) {
        let range = self.tree.key_range(id);
        if !self.findings.is_full(code.severity(), range.start) {
            self.findings.push(Finding::new(code, self.tree.pointer(id), range, args.into()));
        }
    }

    /// The arguments of a finding about a name, with a similar one out of the known at the end, if there is one.
    #[cold]
    pub(super) fn with_similar<'k>(
        &mut self,
        args: impl Into<Vec<Arg>>,
        name: &str,
        mut known: impl Iterator<Item = &'k str>,
    ) -> Vec<Arg> {
        let mut args = args.into();
        if let Some(left) = self.hints_left.checked_sub(1) {
            self.hints_left = left;
            args.extend(nearest(name, &mut known).map(Arg::text));
        }
        args
    }

    /// A finding that a member is not there, at the place where it would be.
    #[cold]
    pub(super) fn report_missing(&mut self, id: Id, name: &str) {
        let mut path = self.tree.pointer(id);
        path.push('/');
        push_step(name, &mut path);
        let args = vec![Arg::text(name)];
        self.findings.push(Finding::new(FindingCode::FieldMissing, path, self.tree.range(id), args));
    }

    #[cold]
    pub(super) fn wrong_type(&mut self, id: Id, en: &'static str, ja: &'static str) {
        let (got_en, got_ja) = match self.tree.kind(id) {
            Kind::Object => ("an object", "オブジェクト"),
            Kind::Array => ("a list", "配列"),
            Kind::String => ("a text", "文字列"),
            Kind::Number => ("a number", "数値"),
            Kind::Bool => ("a truth value", "真偽値"),
            Kind::Null => ("null", "null"),
        };
        self.report(FindingCode::TypeWrong, id, [Arg::Term(en, ja), Arg::Term(got_en, got_ja)]);
    }

    /// Whether the value is an object; a finding if not.
    fn is_object(&mut self, id: Id) -> bool {
        let is_object = self.tree.kind(id) == Kind::Object;
        if !is_object {
            self.wrong_type(id, "an object", "オブジェクト");
        }
        is_object
    }

    /// The members of an object by name. Unknown and doubled ones are findings, and so are required ones that are not
    /// there.
    pub(super) fn members<M: Members>(&mut self, id: Id) -> M {
        M::new(self.members_of(id, M::OBJECT))
    }

    /// The members of an object whose keys are names of the document's own. Doubled, empty and long keys are findings,
    /// and so are more than the bound.
    pub(super) fn entries(&mut self, id: Id, bound: Bound) -> Vec<(Cow<'t, str>, Id)> {
        if !self.is_object(id) {
            return Vec::new();
        }
        let tree = self.tree;
        let mut entries: Vec<(Cow<'t, str>, Id)> = Vec::with_capacity(tree.len_below(id).min(8));
        let mut seen = BTreeSet::new();
        for child in tree.children(id) {
            if entries.len() >= bound.max {
                self.too_many(id, bound);
                break;
            }
            let key = tree.key(child);
            if let Some((problem, args)) = name_problem(&key) {
                self.report_key(problem, child, args);
            }
            // What stands under a key far beyond the bound would repeat it in the place of each finding.
            if key.len() > TEXT_MAX {
                continue;
            }
            let is_new = match key {
                // A few keys are compared faster than sorted.
                _ if entries.len() < 8 => !entries.iter().any(|(known, _)| *known == key),
                _ => {
                    if seen.is_empty() {
                        seen.extend(entries.iter().map(|(known, _)| known.clone()));
                    }
                    seen.insert(key.clone())
                }
            };
            if is_new {
                entries.push((key, child));
            } else {
                self.report_key(FindingCode::JsonKeyDuplicate, child, [Arg::text(&key)]);
            }
        }
        entries
    }

    /// The elements of a list, up to the bound, past which there is a finding.
    pub(super) fn elements(&mut self, id: Id, bound: Bound) -> Vec<Id> {
        if self.tree.kind(id) != Kind::Array {
            self.wrong_type(id, "a list", "配列");
            return Vec::new();
        }
        let mut elements = self.tree.children_of(id);
        if elements.len() > bound.max {
            elements.truncate(bound.max.saturating_add(1));
            self.too_many(id, bound);
        }
        elements
    }

    /// Warnings about names of one sort that differ from an earlier one by case or width only.
    pub(super) fn check_similar<'n>(&mut self, names: impl Iterator<Item = (&'n str, Named)>) {
        let mut names: Vec<_> =
            names.enumerate().map(|(at, (name, place))| (folded(name), at, name, place)).collect();
        sort_by(&mut names, |a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let mut first: Option<(&str, &str)> = None;
        for (folded, _, name, place) in &names {
            match first {
                Some((known, other)) if known == folded => {
                    if other != *name {
                        let args = [name, other].map(Arg::text);
                        match place {
                            Named::Key(id) => self.report_key(FindingCode::NameSimilar, *id, args),
                            Named::Value(id) => self.report(FindingCode::NameSimilar, *id, args),
                            Named::Elsewhere => {}
                        }
                    }
                }
                _ => first = Some((folded, name)),
            }
        }
    }

    #[cold]
    fn too_many(&mut self, id: Id, bound: Bound) {
        self.report(FindingCode::ListTooLong, id, [Arg::Term(bound.en, bound.ja), Arg::number(bound.max)]);
    }
}

impl ReadMembers for Reader<'_> {
    fn members_of(&mut self, id: Id, object: &'static Object) -> Found {
        let mut found = [None; MEMBERS_MAX];
        if !self.is_object(id) {
            return found;
        }
        let tree = self.tree;
        // Most documents are written in the order of the table, so the next member is looked for behind the last.
        let mut next = 0_usize;
        for child in tree.children(id) {
            let at = tree.place_in(object.members, child, next);
            next = at.map_or(next, |at| at.wrapping_add(1));
            let key = || tree.key(child);
            match at.and_then(|at| found.get_mut(at)) {
                Some(slot @ None) => *slot = Some(child),
                Some(_) => self.report_key(FindingCode::JsonKeyDuplicate, child, [Arg::text(&key())]),
                None => {
                    let key = key();
                    let known = object.members.iter().map(|member| member.key);
                    let args = self.with_similar([Arg::text(&key)], &key, known);
                    self.report_key(FindingCode::FieldUnknown, child, args);
                }
            }
        }
        for (member, slot) in object.members.iter().zip(found) {
            if slot.is_none() && matches!(member.absent, Absent::Required) {
                self.report_missing(id, member.key);
            }
        }
        found
    }
}

/// Whether a text has neither blanks nor controls, nor anything but ASCII: what most names are.
fn is_visible_ascii(name: &str) -> bool {
    name.bytes().fold(true, |all, byte| all & matches!(byte, b'!'..=b'~'))
}

/// What is wrong with an id, key or code, and the words for it.
pub(super) fn name_problem(name: &str) -> Option<(FindingCode, Vec<Arg>)> {
    let (code, more) = if name.is_empty() {
        (FindingCode::NameEmpty, None)
    } else if name.len() > NAME_MAX {
        (FindingCode::NameTooLong, Some(Arg::number(NAME_MAX)))
    } else if is_visible_ascii(name) {
        return None;
    } else if name.chars().any(char::is_control) {
        (FindingCode::NameControl, None)
    } else {
        match misnomer(name)? {
            Misnomer::Blank => (FindingCode::NameBlank, None),
            Misnomer::Invisible(character) => {
                let point = alloc::format!("U+{:04X}", u32::from(character));
                (FindingCode::NameInvisible, Some(Arg::text(&point)))
            }
            Misnomer::NotNormalised => (FindingCode::NameNormalised, None),
        }
    };
    Some((code, [Arg::text(name)].into_iter().chain(more).collect()))
}

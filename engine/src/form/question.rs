//! The question that a form asks: which form, which element, what was typed.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

pub(super) use crate::entry::Form;
use crate::finding::{FindingCode, Findings};
use crate::json::Kind;
use crate::lang::Lang;
use crate::request::RequestError;
use crate::request::error::{Expected, Mistake};
use crate::tree::{Id, Tree};

impl Form {
    /// Whether the form makes elements that have an id, of which there may be many.
    pub(super) const fn is_listed(self) -> bool {
        matches!(self, Self::User | Self::Account | Self::Group)
    }

    /// How many levels below a member are merged one by one.
    pub(super) fn levels(self, member: &str) -> usize {
        match (self, member) {
            (Self::Company, "approval" | "groups" | "limits") => 1,
            (Self::User | Self::Account | Self::Group, "limits") => 2,
            _ => 0,
        }
    }
}

/// A question, read but not answered.
#[derive(Debug)]
pub(super) struct FormQuestion<'t> {
    pub form: Form,
    /// The id of the element that is changed or taken out.
    pub change: Option<Cow<'t, str>>,
    pub remove: bool,
    pub tree: &'t Tree<'t>,
    /// The object that was typed; none where nothing was.
    pub input: Option<Id>,
    /// Items of which is asked whether they hang on the user.
    pub orders: Option<Id>,
    /// The language of the texts, where they are asked for.
    pub lang: Option<Lang>,
    /// What was typed into many forms at once, each an object.
    pub rows: Option<Vec<Id>>,
}

/// Most rows of a question.
const ROWS_MAX: usize = 1_000;

/// The rows of a question, each an object.
fn rows(tree: &Tree<'_>, list: Id) -> Result<Vec<Id>, RequestError> {
    if tree.kind(list) != Kind::Array {
        return Err(RequestError::wrong_type("/rows", Expected::List));
    }
    let rows: Vec<Id> = tree.children(list).collect();
    if rows.is_empty() || rows.len() > ROWS_MAX {
        return Err(RequestError::at_path(Mistake::FormRowsCount, "/rows", [&ROWS_MAX]));
    }
    match rows.iter().find(|row| tree.kind(**row) != Kind::Object) {
        Some(row) => Err(RequestError::wrong_type(tree.pointer(*row), Expected::Object)),
        None => Ok(rows),
    }
}

/// The tree of a text in which no key stands twice.
pub(super) fn parse(text: &str) -> Result<Tree<'_>, RequestError> {
    let mut findings = Findings::default();
    let tree = Tree::parse(text, &mut findings);
    if let Some(finding) = findings.iter().next() {
        let mistake = match finding.code {
            FindingCode::DocumentTooLarge => Mistake::DocumentSize,
            FindingCode::TextTooLong => Mistake::DocumentTextLong,
            _ => Mistake::QuestionJson,
        };
        return Err(RequestError::of_words(mistake, finding.path.clone(), finding.words().to_vec()));
    }
    let tree = tree.ok_or_else(|| RequestError::new(Mistake::NoJson, []))?;
    check_keys(&tree, tree.root())?;
    Ok(tree)
}

fn check_keys(tree: &Tree<'_>, id: Id) -> Result<(), RequestError> {
    let mut seen = BTreeSet::new();
    let is_object = tree.kind(id) == Kind::Object;
    for child in tree.children(id) {
        if is_object && !seen.insert(tree.key(child)) {
            let name = tree.key(child);
            return Err(RequestError::at_path(Mistake::FieldDuplicate, tree.pointer(child), [&name]));
        }
        check_keys(tree, child)?;
    }
    Ok(())
}

/// A member of an object.
pub(super) fn member(tree: &Tree<'_>, object: Id, key: &str) -> Option<Id> {
    if tree.kind(object) != Kind::Object {
        return None;
    }
    tree.children(object).find(|child| tree.key(*child) == key)
}

impl<'t> FormQuestion<'t> {
    pub(super) fn read(tree: &'t Tree<'t>) -> Result<Self, RequestError> {
        let root = tree.root();
        if tree.kind(root) != Kind::Object {
            return Err(RequestError::wrong_type("", Expected::Object));
        }
        let known = ["form", "change", "remove", "input", "items", "lang", "rows"];
        if let Some(stray) = tree.children(root).find(|child| !known.contains(&&*tree.key(*child))) {
            return Err(unknown_field(tree, stray));
        }
        let given = |key| member(tree, root, key).filter(|id| tree.kind(*id) != Kind::Null);
        let form = given("form").ok_or_else(|| RequestError::at_path(Mistake::FormMissing, "/form", []))?;
        let name = text(tree, form)?;
        let form = Form::ALL.into_iter().find(|form| form.name() == name);
        let form = form.ok_or_else(|| RequestError::at_path(Mistake::FormUnknown, "/form", [&name]))?;
        let change = given("change").map(|id| text(tree, id)).transpose()?;
        let remove = match given("remove") {
            Some(id) if tree.kind(id) != Kind::Bool => {
                return Err(RequestError::wrong_type("/remove", Expected::Flag));
            }
            Some(id) => tree.spelling(id) == "true",
            None => false,
        };
        let input = given("input");
        if input.is_some_and(|id| tree.kind(id) != Kind::Object) {
            return Err(RequestError::wrong_type("/input", Expected::Object));
        }
        let lang = given("lang").map(|id| text(tree, id)).transpose()?.filter(|tag| !tag.is_empty());
        let lang = lang.map(|tag| Lang::from_tag(&tag).unwrap_or_default());
        let rows = given("rows").map(|list| rows(tree, list)).transpose()?;
        let question = Self { form, change, remove, tree, input, orders: given("items"), lang, rows };
        question.check()?;
        if question.rows.is_some() {
            if !form.is_listed() {
                return Err(RequestError::at_path(Mistake::FormRows, "/rows", [&form.name()]));
            }
            if let Some(other) = ["change", "remove", "input", "items"].into_iter().find_map(given) {
                let name = tree.key(other);
                return Err(RequestError::at_path(Mistake::FormRowsAlone, tree.pointer(other), [&name]));
            }
        }
        Ok(question)
    }

    /// The question about one of the rows by itself.
    pub(super) fn of_row(&self, row: Id) -> Self {
        Self {
            form: self.form,
            change: None,
            remove: false,
            input: Some(row),
            orders: None,
            rows: None,
            ..*self
        }
    }

    /// Whether the members go together.
    fn check(&self) -> Result<(), RequestError> {
        let by_id = self.form.is_listed();
        if !by_id && self.change.is_some() {
            return Err(RequestError::at_path(Mistake::FormChange, "/change", [&self.form.name()]));
        }
        if !self.remove {
            return Ok(());
        }
        if self.form == Form::Company {
            return Err(RequestError::at_path(Mistake::FormRemoveCompany, "/remove", []));
        }
        if by_id && self.change.is_none() {
            return Err(RequestError::at_path(Mistake::FormRemoveWhat, "/change", []));
        }
        if by_id && self.input.is_some() {
            return Err(RequestError::at_path(Mistake::FormRemoveInput, "/input", []));
        }
        let stray = self.members().find(|child| !self.form.places().contains(&&*self.tree.key(*child)));
        stray.map_or(Ok(()), |stray| Err(unknown_field(self.tree, stray)))
    }

    /// The members of the input.
    pub(super) fn members(&self) -> impl Iterator<Item = Id> + Clone + '_ {
        self.input.into_iter().flat_map(|input| self.tree.children(input))
    }

    /// A member of the input.
    pub(super) fn member(&self, key: &str) -> Option<Id> {
        member(self.tree, self.input?, key)
    }
}

/// A fault: a field that is not known where it stands.
pub(super) fn unknown_field(tree: &Tree<'_>, id: Id) -> RequestError {
    RequestError::at_path(Mistake::FieldUnknown, tree.pointer(id), [&tree.key(id)])
}

fn text<'t>(tree: &Tree<'t>, id: Id) -> Result<Cow<'t, str>, RequestError> {
    if tree.kind(id) != Kind::String {
        return Err(RequestError::wrong_type(tree.pointer(id), Expected::Text));
    }
    Ok(tree.text(id))
}

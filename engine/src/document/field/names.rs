//! The names of the fields that the rules of a form are for.

use alloc::string::String;
use alloc::vec::Vec;

use crate::document::business::{BusinessDraft, approval_group, keys};
use crate::document::hint::is_slip;
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::language::forms::Form;
use crate::language::service::{ACCOUNT_PER_DAY, BY_PAYEE_KIND, LABEL};
use crate::language::{Id, Object};
use crate::model::access::{Access, Attribute, AttributePlace};

/// What the names of a form's fields may refer to.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub form: Form,
    pub businesses: &'a [BusinessDraft],
    pub access: &'a Access,
}

impl<'a> Names<'a> {
    /// The fields of the document, and of the form itself.
    pub(super) fn members(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.form.places().iter().chain(self.form.members()).copied()
    }

    /// Checks the name of a field with a rule: one that leads into a field of the document must lead to something, and one
    /// of the bank's own should not be taken for a field of the document.
    pub(super) fn check(&self, r: &mut Reader<'_>, entry: Id, name: &str) {
        let first = name.split('.').next().unwrap_or_default();
        if self.members().any(|member| member == first) {
            if let Some((place, known)) = self.strays(name) {
                let known = known.iter().map(|name| &**name);
                let args = r.with_similar([Arg::text(name)], place, known);
                r.report_key(FindingCode::FieldUnknown, entry, args);
            }
        } else if let Some(member) = self.members().find(|member| is_slip(first, member)) {
            r.report_key(FindingCode::FieldsName, entry, [Arg::text(name), Arg::text(member)]);
        }
    }

    /// Where a name with dots leaves the document: the name up to the step that leads nowhere, and the names that would
    /// lead on.
    pub(super) fn strays<'n>(&self, name: &'n str) -> Option<(&'n str, Vec<String>)> {
        let mut steps = name.match_indices('.').map(|(at, _)| at).chain([name.len()]);
        let mut before = name.get(..steps.next()?)?;
        let mut known = self.below(before);
        for end in steps {
            let place = name.get(..end)?;
            let step = place.get(before.len().saturating_add(1)..)?;
            if !known.contains(&step) {
                let known = known.iter().map(|step| alloc::format!("{before}.{step}")).collect();
                return Some((place, known));
            }
            known = match step {
                _ if before.contains('.') => Vec::new(),
                business => self.below_business(before, business),
            };
            before = place;
        }
        None
    }

    /// What may stand below a field of the document.
    fn below(&self, field: &str) -> Vec<&'a str> {
        let of_kind = |single: bool| {
            let drafts = self.businesses.iter();
            drafts
                .filter(move |draft| !draft.kind_known || draft.model.kind.is_single() == single)
                .map(|draft| &*draft.model.key)
        };
        match (self.form, field) {
            (Form::Company, "approval") => {
                let groups = self.businesses.iter().filter_map(|draft| approval_group(&draft.model));
                keys(self.businesses).chain(groups).collect()
            }
            (Form::Company, "limits") => of_kind(false).collect(),
            (Form::Company, "access") => self.stated(AttributePlace::Company),
            (Form::User, "access") => self.stated(AttributePlace::User),
            (Form::Group, "access") => self.stated(AttributePlace::Group),
            (Form::Group, "label") => keys_of(&LABEL),
            (Form::User | Form::Group, "limits" | "approverPerItem") => keys(self.businesses).collect(),
            (Form::Account, "limits") => of_kind(true).collect(),
            _ => Vec::new(),
        }
    }

    /// The attributes that are stated in a place.
    fn stated(&self, place: AttributePlace) -> Vec<&'a str> {
        let is_there = |one: &&Attribute| one.place == place;
        self.access.attributes.iter().filter(is_there).map(|attribute| &*attribute.name).collect()
    }

    /// What may stand below a business in one of the maps by business.
    fn below_business(&self, field: &str, business: &str) -> Vec<&'a str> {
        let draft = self.businesses.iter().find(|draft| *draft.model.key == *business);
        let single = draft.is_none_or(|draft| !draft.kind_known || draft.model.kind.is_single());
        match (self.form, field) {
            (Form::User | Form::Group, "limits") if single => keys_of(&BY_PAYEE_KIND),
            (Form::Account, "limits") => keys_of(&ACCOUNT_PER_DAY),
            _ => Vec::new(),
        }
    }
}

/// The keys of an object's members.
fn keys_of(object: &'static Object) -> Vec<&'static str> {
    object.members.iter().map(|member| member.key).collect()
}

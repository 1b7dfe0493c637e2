//! The bank's rules for the fields of a form.

use alloc::string::String;
use alloc::vec::Vec;

use crate::document::Service;
use crate::form::answer::FormAnswer;
use crate::form::question::{Question, unknown_field};
use crate::request::RequestError;
use crate::tree::{Id, Tree};

/// The rules of a form beside what was typed.
pub(super) struct Rules;

impl Rules {
    /// The rules of the form of a question, whose input has no fields but those that are known.
    pub(super) fn new(_: &Service, question: &Question<'_>) -> Result<Self, RequestError> {
        for child in question.members() {
            let key = question.tree.key(child);
            if !question.form.members().contains(&&*key) && !question.form.places().contains(&&*key) {
                return Err(unknown_field(question.tree, child));
            }
        }
        Ok(Self)
    }

    /// Fields that are typed again, which are no part of the document.
    pub(super) fn again(&self) -> &[String] {
        &[]
    }

    /// Checks every field that has a rule.
    pub(super) fn check(&self, _: Option<&Tree<'_>>, _: &mut FormAnswer) -> Vec<(Id, String)> {
        Vec::new()
    }
}

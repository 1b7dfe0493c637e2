//! The bank's rules for the fields of a form.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::characters;
use crate::form::answer::{FormAnswer, FormRefusal};
use crate::form::place::below;
use crate::form::question::{Form, FormQuestion, member, unknown_field};
use crate::json::Kind;
use crate::loaded::Service;
use crate::model::field::{AmountRange, FieldRule, Required, ValueRule};
use crate::money::Currency;
use crate::quote::push_step;
use crate::reason::{Code, Detail};
use crate::request::RequestError;
use crate::request::error::Expected;
use crate::tree::{Id, Tree};

/// What the name of a field has behind it where it is typed again.
const AGAIN: &str = "Again";

/// The rules of a form beside what was typed.
pub(super) struct Rules<'q> {
    rules: &'q [(Box<str>, FieldRule)],
    question: &'q FormQuestion<'q>,
    currency: Currency,
    /// Names of the fields that are typed again.
    again: Vec<String>,
    /// Whether the form makes a new element.
    pub is_new: bool,
}

/// What stands in a field.
enum Input {
    /// Nothing, null, an empty text or list.
    Missing,
    Text(String),
    /// A number as it is spelt.
    Number(String),
    /// A flag, list or object.
    Other,
}

impl Input {
    fn of(tree: &Tree<'_>, id: Option<Id>) -> Self {
        let Some(id) = id else { return Self::Missing };
        match tree.kind(id) {
            Kind::Null => Self::Missing,
            Kind::String if tree.text(id).is_empty() => Self::Missing,
            Kind::String => Self::Text(tree.text(id).into_owned()),
            Kind::Number => Self::Number(tree.spelling(id).into()),
            Kind::Array if tree.children(id).next().is_none() => Self::Missing,
            Kind::Array | Kind::Object | Kind::Bool => Self::Other,
        }
    }

    /// A text, or a number as it is spelt.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Missing | Self::Other => None,
        }
    }
}

/// A field with what its rule makes of it.
struct Value {
    /// The node in the result, for members of the document.
    in_result: Option<Id>,
    given: Input,
    /// The text that counts from here on.
    text: Option<String>,
    faults: Vec<(Code, Detail)>,
}

impl<'q> Rules<'q> {
    /// The rules of the form of a question, whose input has no fields but those that are known.
    pub(super) fn new(service: &'q Service, question: &'q FormQuestion<'q>) -> Result<Self, RequestError> {
        let fields = &service.model.fields;
        let rules: &[_] = match question.form {
            Form::Company => &fields.company,
            Form::User => &fields.user,
            Form::Account => &fields.account,
            Form::FeeTable => &fields.fee_table,
            Form::Group => &fields.group,
        };
        let twice = rules.iter().filter(|(_, rule)| rule.typed_twice);
        let again = twice.map(|(name, _)| alloc::format!("{name}{AGAIN}")).collect();
        let rules = Self { rules, question, currency: service.model.currency, again, is_new: false };
        for child in question.members() {
            let key = question.tree.key(child);
            if !question.form.members().contains(&&*key) && !question.form.places().contains(&&*key) {
                rules.check_own(child, "")?;
            }
        }
        Ok(rules)
    }

    fn is_required(&self, rule: &FieldRule) -> bool {
        match rule.required {
            Required::Never => false,
            Required::OfNew => self.is_new,
            Required::Always => true,
        }
    }

    /// Fields that are typed again, which are no part of the document.
    pub(super) fn again(&self) -> &[String] {
        &self.again
    }

    /// Makes sure that a member of the input is one of the bank's own fields, or leads to one.
    fn check_own(&self, id: Id, path: &str) -> Result<(), RequestError> {
        let tree = self.question.tree;
        let key = tree.key(id);
        let path = below(path, &key);
        let names =
            || self.rules.iter().map(|(name, _)| &**name).chain(self.again.iter().map(|name| &**name));
        let is_field = !key.contains('.') && names().any(|name| name == path);
        let leads_on = |name: &str| name.strip_prefix(&*path).is_some_and(|rest| rest.starts_with('.'));
        if is_field {
            return Ok(());
        }
        if key.contains('.') || !names().any(leads_on) {
            return Err(unknown_field(tree, id));
        }
        match tree.kind(id) {
            Kind::Null | Kind::Object => {}
            _ => return Err(RequestError::wrong_type(tree.pointer(id), Expected::Object)),
        }
        tree.children(id).try_for_each(|child| self.check_own(child, &path))
    }

    /// Checks every field that has a rule: reasons, missing fields and normalised texts go into the answer. The texts to
    /// put in the place of nodes of the result come back.
    pub(super) fn check(&self, result: Option<&Tree<'_>>, answer: &mut FormAnswer) -> Vec<(Id, String)> {
        let values: Vec<Value> =
            self.rules.iter().map(|(name, rule)| self.value(name, rule, result)).collect();
        let mut replaced = Vec::new();
        for ((name, rule), value) in self.rules.iter().zip(&values) {
            let at = pointer(name);
            match (&value.given, &value.text) {
                (Input::Missing, _) if self.is_required(rule) => answer.miss(at),
                (Input::Missing, _) => {}
                (given, Some(text)) => {
                    for (code, detail) in &value.faults {
                        answer.reasons.push(FormRefusal::rule(*code, &*at, detail.clone()));
                    }
                    if given.text() != Some(text) {
                        answer.normalised.push((at.clone(), text.clone()));
                        replaced.extend(value.in_result.map(|id| (id, text.clone())));
                    }
                    self.check_again(name, rule, text, answer);
                    for other in self.equal_fields(rule, text, &values, result) {
                        answer.reasons.push(FormRefusal::rule(
                            Code::FormUnequal,
                            &*at,
                            Detail::Other(other.into()),
                        ));
                    }
                }
                (_, None) => answer.reasons.push(FormRefusal::rule(Code::FormChoice, at, Detail::None)),
            }
        }
        replaced
    }

    /// What was typed twice must be the same.
    fn check_again(&self, name: &str, rule: &FieldRule, text: &str, answer: &mut FormAnswer) {
        // A field of the document that nobody has typed now need not be typed again.
        if !rule.typed_twice || matches!(self.typed(name), Input::Missing) {
            return;
        }
        let again = alloc::format!("{name}{AGAIN}");
        let other = self.typed(&again);
        if matches!(other, Input::Missing) {
            answer.miss(pointer(&again));
        } else if self.judge(rule, &other).0.as_deref() != Some(text) {
            answer.reasons.push(FormRefusal::rule(Code::FormTypedTwice, pointer(&again), Detail::None));
        }
    }

    /// The fields from which this one should differ and does not.
    fn equal_fields<'r>(
        &self,
        rule: &'r FieldRule,
        text: &str,
        values: &[Value],
        result: Option<&Tree<'_>>,
    ) -> Vec<&'r str> {
        let is_equal = |other: &&str| {
            let ruled = self.rules.iter().zip(values).find(|((name, _), _)| **name == **other);
            match ruled {
                Some((_, known)) => known.text.as_deref() == Some(text),
                None => self.find(other, result).1.text() == Some(text),
            }
        };
        rule.unequal_to.iter().map(|other| &**other).filter(is_equal).collect()
    }

    /// What stands in a field of the input.
    fn typed(&self, name: &str) -> Input {
        let id = self.question.input.and_then(|input| find(self.question.tree, input, name));
        Input::of(self.question.tree, id)
    }

    /// What stands in a field, with its node in the result for members of the document.
    fn find(&self, name: &str, result: Option<&Tree<'_>>) -> (Option<Id>, Input) {
        let first = name.split('.').next().unwrap_or_default();
        let result = result.filter(|_| self.question.form.members().contains(&first));
        match result {
            Some(tree) => {
                let id = find(tree, tree.root(), name);
                (id, Input::of(tree, id))
            }
            None => (None, self.typed(name)),
        }
    }

    fn value(&self, name: &str, rule: &FieldRule, result: Option<&Tree<'_>>) -> Value {
        let (in_result, mut given) = self.find(name, result);
        // Blanks are not what is required.
        if self.is_required(rule) && given.text().is_some_and(characters::is_blank) {
            given = Input::Missing;
        }
        let (text, faults) = self.judge(rule, &given);
        Value { in_result, given, text, faults }
    }

    /// The text that counts, and what is wrong with it; none for what is no text.
    fn judge(&self, rule: &FieldRule, given: &Input) -> (Option<String>, Vec<(Code, Detail)>) {
        let Some(text) = given.text() else { return (None, Vec::new()) };
        match &rule.value {
            ValueRule::Text(rule) => {
                let checked = characters::check(rule, text);
                let faults: Vec<_> = checked.faults.iter().map(|fault| fault.explain(rule)).collect();
                let counts = if faults.is_empty() { &*checked.text } else { text };
                (Some(counts.into()), faults)
            }
            ValueRule::Amount(range) => {
                let amount = match given {
                    Input::Number(token) => self.currency.parse_token(token),
                    _ => self.currency.parse(text),
                };
                let AmountRange { min, max } = *range;
                let fault = match amount {
                    None => Some((Code::FormAmount, Detail::None)),
                    Some(amount) if range.has(amount) => None,
                    Some(_) => Some((Code::FormRange, Detail::Range { min, max })),
                };
                (Some(text.into()), fault.into_iter().collect())
            }
        }
    }
}

/// The value that a name with dots leads to.
fn find(tree: &Tree<'_>, object: Id, name: &str) -> Option<Id> {
    name.split('.').try_fold(object, |at, step| member(tree, at, step))
}

/// The pointer of a name with dots.
fn pointer(name: &str) -> String {
    let mut pointer = String::new();
    for step in name.split('.') {
        pointer.push('/');
        push_step(step, &mut pointer);
    }
    pointer
}

//! Many rows at once (一括取込): new elements that are checked together, of which all are taken or none.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::document::{KeptDocument, Listed};
use crate::finding::Shares;
use crate::form::FormOutcome;
use crate::form::answer::FormAnswer;
use crate::form::check::{OfKey, known_warnings, result, tell, whole};
use crate::form::group::{Keys, without_id};
use crate::form::kept::Kept;
use crate::form::place::FieldPlace;
use crate::form::question::{Form, FormQuestion, member, parse};
use crate::form::rules::Rules;
use crate::request::RequestError;
use crate::tree::Id;

/// A row with what is said of it.
struct Row {
    answer: FormAnswer,
    /// As it is written in the document: an element of a list, or a key with its value.
    written: String,
    /// Where it stands there.
    place: String,
    of_key: OfKey,
}

/// Answers the rows of a question: the document with all of them is checked once, and each gets what was found in it.
pub(super) fn check_rows(
    kept: &Kept,
    question: &FormQuestion<'_>,
    rows: &[Id],
) -> Result<FormAnswer, RequestError> {
    let service = kept.company.service();
    let asked: Vec<_> = rows.iter().map(|row| question.of_row(*row)).collect();
    let rules = asked.iter().map(|row| Rules::new(service, row)).collect::<Result<Vec<_>, _>>()?;
    let document = whole(kept)?;
    let mut keys = Keys::new(document.group_keys(), None);
    let mut read = Vec::with_capacity(rows.len());
    for (at, (row, mut rules)) in asked.iter().zip(rules).enumerate() {
        rules.is_new = true;
        let mut answer = FormAnswer::new(service);
        answer.lang = question.lang;
        let element = result(&rules, row, None, &mut answer)?;
        let (place, of_key, written) = match list_of(question.form) {
            Some(list) => {
                let at = document.len(list).saturating_add(at);
                (FieldPlace::InList { list, at }, OfKey::Element, element.clone())
            }
            None => {
                let (place, of_key) = keys.place(&element, &mut answer)?;
                let written = place.as_member(&without_id(&element)?);
                (place, of_key, written)
            }
        };
        answer.result = Some(element);
        read.push(Row { answer, written, place: place.pointer(), of_key });
    }
    let (text, shares) = with_rows(document, question.form, &read)?;
    let findings = service.check_company_by(&text, shares);
    let known = known_warnings(kept.company.warnings(), &FieldPlace::Whole, false);
    let mut answer = FormAnswer::new(service);
    answer.lang = question.lang;
    for finding in &findings {
        match findings.share_of(finding).and_then(|at| read.get_mut(at)) {
            Some(row) => tell(finding, Some(&row.place), row.of_key, &known, &mut row.answer),
            None => tell(finding, None, OfKey::Element, &known, &mut answer),
        }
    }
    answer.rows = Some(read.into_iter().map(|row| row.answer).collect());
    answer.result = (answer.outcome() == FormOutcome::Valid).then(|| all_of(&answer));
    Ok(answer)
}

/// The list in which the elements of a form stand; groups are members of an object.
fn list_of(form: Form) -> Option<Listed> {
    match form {
        Form::User => Some(Listed::Users),
        Form::Account => Some(Listed::Accounts),
        Form::Company | Form::FeeTable | Form::Group => None,
    }
}

/// The document with all rows behind what it has, and where each of them stands.
fn with_rows(document: &KeptDocument, form: Form, rows: &[Row]) -> Result<(String, Shares), RequestError> {
    let text = document.text();
    let tree = parse(text)?;
    let (key, [open, close]) = match list_of(form) {
        Some(list) => (list.key(), ["[", "]"]),
        None => ("groups", ["{", "}"]),
    };
    let before = member(&tree, tree.root(), key);
    // Behind the last of them, or else in a new list behind the last member.
    let end = tree.range(before.unwrap_or_else(|| tree.root())).end.saturating_sub(1);
    let (head, tail) = text.split_at_checked(end).unwrap_or((text, ""));
    let is_first = before.is_some_and(|id| tree.children(id).next().is_none());
    let mut new = String::from(head);
    new.push_str(if is_first { "" } else { "," });
    if before.is_none() {
        new.push_str(&format!("\"{key}\":{open}"));
    }
    let start = new.len();
    let mut ends = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        new.push_str(if at > 0 { "," } else { "" });
        new.push_str(&row.written);
        ends.push(new.len());
    }
    if before.is_none() {
        new.push_str(close);
    }
    new.push_str(tail);
    Ok((new, Shares::new(start, ends)))
}

/// The elements of all rows, as a list.
fn all_of(answer: &FormAnswer) -> String {
    let mut list = String::from("[");
    for (at, row) in answer.rows().into_iter().flatten().enumerate() {
        list.push_str(if at > 0 { "," } else { "" });
        list.push_str(row.result().unwrap_or("null"));
    }
    list.push(']');
    list
}

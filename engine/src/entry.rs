//! The entry of a transfer (取引の入力): the form that asks for a request while it is filled (`docs/forms.md`, section 1.2).
//!
//! It is asked of a checked company and needs no document, so it is answered for a company of an image and for a part as well.

use alloc::string::String;

use crate::loaded::Company;
use crate::quote::{list, string};
use crate::request::RequestError;
use crate::verdict::Outcome;

mod question;
mod result;
mod said;
mod schema;

pub(crate) use question::{EntryQuestion, Form, is_entry};

vocabulary! {
    /// What a form comes to.
    FormOutcome {
        /// It is whole, and nothing says no: what it asks for may be done.
        Valid = "valid",
        /// Some rule says no.
        Refused = "refused",
        /// Nothing says no, but fields are missing.
        Incomplete = "incomplete",
    }
}

impl FormOutcome {
    /// What the form of a request comes to, by what the request does.
    const fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Accepted | Outcome::NeedsApproval => Self::Valid,
            Outcome::Refused => Self::Refused,
            Outcome::Incomplete => Self::Incomplete,
        }
    }
}

impl Company {
    /// Checks the form `request` while it is filled, from text to text, and appends the answer: the entry of a transfer, with
    /// the verdict about what is typed, the largest payment and what remains possible.
    ///
    /// The other forms are checked against the text of the company document: `Service::form_json` takes it.
    ///
    /// # Errors
    ///
    /// No answer is possible: an unreadable question, another form, or an input that [`Company::evaluate_json`] has no
    /// answer to, at a path below `/input`; nothing is appended then.
    ///
    /// # Examples
    ///
    /// ```
    /// use kessai::{FormOutcome, Service};
    ///
    /// let service = Service::from_json(include_str!("../../fixtures/example-ib/service.json"))?;
    /// let company = service.company_from_json(include_str!("../../fixtures/example-ib/company.json"))?;
    /// let question = r#"{ "form": "request", "input": { "user": "taro01", "business": "transfer", "operation": "create" } }"#;
    /// let mut answer = String::new();
    /// assert_eq!(company.form_json(question, &mut answer)?, FormOutcome::Incomplete);
    /// assert!(answer.contains(r#""missing":["/now","/payee/kind","/account","#), "{answer}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn form_json(&self, question: &str, out: &mut String) -> Result<FormOutcome, RequestError> {
        if is_entry(question) {
            answer(self, &EntryQuestion::read(question)?, out)
        } else {
            Err(question::why_not(question))
        }
    }
}

/// Answers a question that was read.
pub(crate) fn answer(
    company: &Company,
    question: &EntryQuestion<'_>,
    out: &mut String,
) -> Result<FormOutcome, RequestError> {
    let mut verdict = company.verdict();
    company.evaluate_into(&question.input, &mut verdict).map_err(|error| error.within("input"))?;
    let result = result::with_texts(question.input_text, &verdict.normalised)?;
    let changed = result::changed(question.before_text, &result)?;
    // From here on nothing fails.
    let outcome = FormOutcome::of(verdict.outcome);
    let texts = question.lang.map(|lang| said::texts(&verdict, lang));
    said::head(outcome, &verdict, out);
    out.push_str(",\"changed\":");
    list(&changed, out, |pointer, out| string(pointer, out));
    out.push_str(",\"result\":");
    out.push_str(&result);
    out.push_str(",\"verdict\":");
    verdict.write_json(out);
    // A batch of many items has much of them.
    drop((result, changed, verdict));
    out.push_str(",\"largest\":");
    or_null(company.write_largest(&question.input, question.item, out), out);
    out.push_str(",\"possible\":");
    or_null(company.write_possible(&question.input, out), out);
    if let Some(texts) = &texts {
        out.push_str(",\"texts\":");
        texts.write_json(out);
    }
    out.push('}');
    Ok(outcome)
}

/// Appends null where a question has no answer, of which nothing was appended then.
fn or_null(answered: Result<(), RequestError>, out: &mut String) {
    if answered.is_err() {
        out.push_str("null");
    }
}

#[cfg(test)]
mod tests;

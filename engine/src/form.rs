//! The forms that a bank's screens fill besides a request (`docs/forms.md`, section 1).

use alloc::string::String;

use crate::loaded::Service;
use crate::request::RequestError;
use crate::terms::Bearer;

mod answer;
mod changed;
mod check;
mod copy;
mod hanging;
mod place;
mod question;
mod rules;

pub use answer::{FormAnswer, FormReason};
pub use changed::changed_fields;
pub use hanging::{Hanging, HangsAs};

vocabulary! {
    /// What a form comes to.
    FormOutcome {
        /// It is whole, and the company document with it would load.
        Valid = "valid",
        /// Some rule says no.
        Refused = "refused",
        /// Nothing says no, but fields are missing.
        Incomplete = "incomplete",
    }
}

impl Service {
    /// Checks a form while it is filled, from text to text, and appends the answer.
    ///
    /// # Errors
    ///
    /// No answer is possible: an unreadable question, an unknown form or element, a company document that does not load;
    /// nothing is appended then.
    pub fn form_json(
        &self,
        company: &str,
        question: &str,
        out: &mut String,
    ) -> Result<FormOutcome, RequestError> {
        let answer = check::check(self, company, question)?;
        answer.write_json(out);
        Ok(answer.outcome())
    }

    /// Checks a form while it is filled.
    ///
    /// # Errors
    ///
    /// As [`Service::form_json`].
    pub fn form(&self, company: &str, question: &str) -> Result<FormAnswer, RequestError> {
        check::check(self, company, question)
    }

    /// Copies the bank's table in force on a day (手数料を読み込む), as the value of `tables` of a fee table.
    ///
    /// # Errors
    ///
    /// The business is unknown, the day is none, or no table is in force on it; nothing is appended then.
    pub fn copy_fees_json(
        &self,
        business: &str,
        bearer: Bearer,
        day: &str,
        out: &mut String,
    ) -> Result<(), RequestError> {
        copy::copy_fees(self, business, bearer, day, out)
    }
}

#[cfg(test)]
mod tests;

//! The forms of a bank's screens that change the company document (`docs/forms.md`, section 1).

use alloc::string::String;

use crate::loaded::{Company, Service};
use crate::request::RequestError;
use crate::terms::Bearer;

mod answer;
mod changed;
mod check;
mod copy;
mod curve;
mod group;
mod hanging;
mod kept;
mod place;
mod question;
mod rows;
mod rules;

pub use crate::entry::FormOutcome;
pub use answer::{FormAnswer, FormReason};
pub use changed::changed_fields;
pub use hanging::{Hanging, HangsAs};
pub use kept::Forms;

impl Service {
    /// Checks a form once, from text to text, and appends the answer; while a form is filled, [`Service::forms`] keeps what
    /// every check asks for. The form `request` is answered as by [`Company::form_json`](crate::Company::form_json), of a
    /// part too.
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
        self.forms(company)?.check_json(question, out)
    }

    /// Checks a form of the company document once.
    ///
    /// # Errors
    ///
    /// As [`Service::form_json`]. The form `request` is unknown here: its answer is a text, or what
    /// [`Company::evaluate`](crate::Company::evaluate) and its like give.
    pub fn form(&self, company: &str, question: &str) -> Result<FormAnswer, RequestError> {
        self.forms(company)?.check(question)
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

impl Company {
    /// What every payment costs in a business on a day that is both the day of the operation and the value date: for each
    /// pattern of the service that has a table, the pieces of [`FeeRule::curve`](crate::FeeRule::curve). Appends
    /// `{"curves":[{"pattern","pieces":[{"from","to","shape","first","last"}]}]}`; pieces without a fee have `code` in the
    /// place of the last three.
    ///
    /// `typed` is the fee that is typed, which method `typed` asks for.
    ///
    /// # Errors
    ///
    /// As [`Service::copy_fees_json`]; the company has set nothing for what the payee bears; or the typed fee is missing or no
    /// amount. Nothing is appended then.
    pub fn fee_curve_json(
        &self,
        business: &str,
        bearer: Bearer,
        day: &str,
        typed: Option<&str>,
        out: &mut String,
    ) -> Result<(), RequestError> {
        curve::curves(self, (business, bearer, day), typed, out)
    }
}

#[cfg(test)]
mod tests;

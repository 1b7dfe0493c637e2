//! Answers backwards.

use wasm_bindgen::prelude::*;

use crate::json::ask;
use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// The largest payment with which a request has no reason; `item` is the position of an item of a batch.
    ///
    /// # Errors
    ///
    /// There is no answer.
    #[wasm_bindgen(js_name = largestPayment)]
    pub fn largest_payment(&self, request: &str, item: Option<u32>) -> Result<String> {
        ask(|out| self.inner.largest_payment_json(request, item, out))
    }

    /// What could stand in a request, all else as it is.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn possible(&self, request: &str) -> Result<String> {
        ask(|out| self.inner.possible_json(request, out))
    }
}

//! Requests and verdicts.

use wasm_bindgen::prelude::*;

use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// Answers one request.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn evaluate(&self, request: &str) -> Result<String> {
        ask(|out| self.inner.evaluate_json(request, out).map(drop))
    }
}

/// The engine's answer, or what is thrown where there is none.
pub(crate) fn ask(
    question: impl FnOnce(&mut String) -> core::result::Result<(), kessai::RequestError>,
) -> Result<String> {
    let mut answer = String::with_capacity(1_024);
    match question(&mut answer) {
        Ok(()) => Ok(answer),
        Err(error) => Err(thrown(&error)),
    }
}

/// What is thrown for an error.
pub(crate) fn thrown(error: &kessai::RequestError) -> String {
    let mut json = String::new();
    error.to_json(&mut json);
    json
}

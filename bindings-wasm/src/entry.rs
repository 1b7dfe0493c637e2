//! The form that asks for a request, and of a company document the others.

use wasm_bindgen::prelude::*;

use crate::json::thrown;
use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// Checks a form: that of a request in any case, the others against this company's document as it was given.
    ///
    /// # Errors
    ///
    /// There is no answer, or another form is asked for of a company of an image, which has no document.
    #[wasm_bindgen(js_name = formJson)]
    pub fn form_json(&self, question: &str) -> Result<String> {
        let mut answer = String::with_capacity(1_024);
        match self.inner.form_json(question, &mut answer) {
            Ok(_) => Ok(answer),
            #[cfg(feature = "documents")]
            Err(error) => match &self.document {
                Some(document) => document.check(question),
                None => Err(thrown(&error)),
            },
            #[cfg(not(feature = "documents"))]
            Err(error) => Err(thrown(&error)),
        }
    }
}

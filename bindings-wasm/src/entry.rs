//! The form that asks for a request, and of a company document the others.

use wasm_bindgen::prelude::*;

use crate::json::ask;
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
        ask(|out| match self.inner.form_json(question, out) {
            #[cfg(feature = "documents")]
            Err(error) if error.code() == kessai::RequestErrorCode::ImageForm => match &self.document {
                Some(document) => self.inner.service().form_json(document, question, out).map(drop),
                None => Err(error),
            },
            answered => answered.map(drop),
        })
    }
}

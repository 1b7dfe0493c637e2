//! What answers say to persons.

use wasm_bindgen::prelude::*;

use crate::json::ask;
use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// What an answer says to a person, in the language of a tag such as `ja`; English where it is not Japanese.
    ///
    /// # Errors
    ///
    /// It is no answer of the engine's.
    pub fn texts(&self, answer: &str, lang: &str) -> Result<String> {
        ask(|out| self.inner.texts_json(answer, kessai::Lang::from_tag(lang).unwrap_or_default(), out))
    }
}

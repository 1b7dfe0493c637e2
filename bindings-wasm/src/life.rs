//! The life of items.

use wasm_bindgen::prelude::*;

use crate::json::ask;
use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// Applies an event to an item.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn advance(&self, question: &str) -> Result<String> {
        ask(|out| self.inner.advance_json(question, out).map(drop))
    }
}

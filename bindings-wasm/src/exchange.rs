//! Where questions are written and answers are read in place, so that neither is asked memory for, nor copied twice.

use wasm_bindgen::prelude::*;

use crate::Company;

/// Set in what a question gives where it has no answer: the rest is the length of the error.
const FAULT: u32 = 1 << 31;

/// A question and its answer.
#[wasm_bindgen]
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    question: Vec<u8>,
    answer: String,
}

#[wasm_bindgen]
impl Exchange {
    /// Nothing asked yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where a question of at most so many bytes is to be written.
    pub fn room(&mut self, length: usize) -> *const u8 {
        if self.question.len() < length {
            self.question.resize(length, 0);
        }
        self.question.as_ptr()
    }

    /// Where the answer stands.
    #[must_use]
    pub fn answer(&self) -> *const u8 {
        self.answer.as_ptr()
    }
}

#[wasm_bindgen]
impl Company {
    /// Answers the request of so many bytes, and gives how many bytes the answer has; with the highest bit where it is what `evaluate`
    /// throws.
    #[wasm_bindgen(js_name = evaluateIn)]
    pub fn evaluate_in(&self, exchange: &mut Exchange, length: usize) -> u32 {
        let Exchange { question, answer } = exchange;
        answer.clear();
        // What is no text is no JSON either.
        let request =
            question.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default();
        let fault = self.inner.evaluate_json(request, answer).err();
        if let Some(error) = &fault {
            answer.clear();
            error.to_json(answer);
        }
        let length = u32::try_from(answer.len()).unwrap_or(0);
        if fault.is_some() { length | FAULT } else { length }
    }
}

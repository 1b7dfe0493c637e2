//! Fee tables: the bank's own to copy, and what every payment costs.

use kessai::terms::Bearer;
use wasm_bindgen::prelude::*;

use crate::json::ask;
use crate::{Company, Result, Service};

/// Who bears the fee.
const fn bearer(payee: bool) -> Bearer {
    if payee { Bearer::Payee } else { Bearer::Payer }
}

#[wasm_bindgen]
impl Service {
    /// The bank's table in force on a day, as the value of `tables` of a fee table.
    ///
    /// # Errors
    ///
    /// There is no answer.
    #[wasm_bindgen(js_name = copyFees)]
    pub fn copy_fees(&self, business: &str, payee: bool, day: &str) -> Result<String> {
        ask(|out| self.inner.copy_fees_json(business, bearer(payee), day, out))
    }
}

#[wasm_bindgen]
impl Company {
    /// What every payment costs on a day, in pieces of payments that cost alike.
    ///
    /// # Errors
    ///
    /// There is no answer.
    #[wasm_bindgen(js_name = feeCurve)]
    pub fn fee_curve(&self, business: &str, payee: bool, day: &str, typed: Option<String>) -> Result<String> {
        ask(|out| self.inner.fee_curve_json(business, bearer(payee), day, typed.as_deref(), out))
    }
}

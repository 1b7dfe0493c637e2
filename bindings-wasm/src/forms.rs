//! Forms.

use wasm_bindgen::prelude::*;

use crate::json::ask;
use crate::{Company, Result, Service};

/// The forms of the bank's screens against one company document.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Form {
    service: kessai::Service,
    company: String,
}

#[wasm_bindgen]
impl Service {
    /// The forms against a company document as it is now, which need not be loaded.
    #[must_use]
    pub fn form(&self, company: String) -> Form {
        Form { service: self.inner.clone(), company }
    }
}

#[wasm_bindgen]
impl Company {
    /// The forms against this company's document as it was given.
    ///
    /// # Errors
    ///
    /// The company is of an image, which has no document.
    pub fn form(&self) -> Result<Form> {
        let company = self.text()?.to_owned();
        Ok(Form { service: self.inner.service().clone(), company })
    }

    fn text(&self) -> Result<&str> {
        self.document.as_deref().ok_or_else(|| NO_DOCUMENT.to_owned())
    }
}

/// What is thrown where a form is asked for of a company of an image.
const NO_DOCUMENT: &str = r#"{"code":"image.form","path":"","message":"forms need the company document, which an image does not have: take `form` of the service","messageJa":"フォームの確認には企業文書が必要ですが、イメージには含まれていません。サービスの`form`を使ってください"}"#;

#[wasm_bindgen]
impl Form {
    /// Checks what is typed so far.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn check(&self, question: &str) -> Result<String> {
        ask(|out| self.service.form_json(&self.company, question, out).map(drop))
    }
}

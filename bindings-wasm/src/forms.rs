//! Forms.

use std::cell::OnceCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::json::{ask, thrown};
use crate::{Company, Result, Service};

/// A company document, and its forms from the first check on: read and checked once, for all forms that are open.
#[derive(Debug)]
pub(crate) struct Document {
    service: kessai::Service,
    text: String,
    forms: OnceCell<kessai::form::Forms>,
}

impl Document {
    pub(crate) fn new(service: &kessai::Service, text: String) -> Rc<Self> {
        Rc::new(Self { service: service.clone(), text, forms: OnceCell::new() })
    }

    fn forms(&self) -> Result<&kessai::form::Forms> {
        if let Some(forms) = self.forms.get() {
            return Ok(forms);
        }
        let made = self.service.forms(&self.text).map_err(|error| thrown(&error))?;
        Ok(self.forms.get_or_init(|| made))
    }

    pub(crate) fn check(&self, question: &str) -> Result<String> {
        let forms = self.forms()?;
        ask(|out| forms.check_json(question, out).map(drop))
    }
}

/// The forms of the bank's screens against one company document.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Form {
    document: Rc<Document>,
}

#[wasm_bindgen]
impl Service {
    /// The forms against a company document as it is now, which need not be loaded.
    #[must_use]
    pub fn form(&self, company: String) -> Form {
        Form { document: Document::new(&self.inner, company) }
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
        Ok(Form { document: Rc::clone(self.with_document()?) })
    }

    fn with_document(&self) -> Result<&Rc<Document>> {
        self.document.as_ref().ok_or_else(|| NO_DOCUMENT.to_owned())
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
        self.document.check(question)
    }

    /// The JSON Schema of a form, in a draft and with titles in a language.
    ///
    /// # Errors
    ///
    /// There is no such form, or draft.
    #[cfg(all(feature = "backwards", feature = "texts"))]
    #[wasm_bindgen(js_name = formSchema)]
    pub fn form_schema(&self, form: &str, draft: &str, lang: &str) -> Result<String> {
        crate::entry::schema(self.document.forms()?.company(), form, draft, lang)
    }
}

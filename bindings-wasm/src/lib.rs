//! Kessai for JavaScript: the module behind the npm package `kessai`.
//!
//! It decides nothing: an object becomes JSON text, the engine answers, and its text becomes an object again.
//! `cargo xtask npm` makes the package, with types made from the engine's own vocabularies.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use js_sys::{Error, JSON, JsString, Reflect};
use wasm_bindgen::prelude::*;

mod form;

pub use form::Form;

/// The types that the package makes of the engine's vocabularies and schemas.
#[wasm_bindgen(typescript_custom_section)]
const DOCUMENTS: &str = "import type {
  AdvanceAnswer, AdvanceQuestion, CompanyDocument, Finding, FormAnswer, FormInput, FormName, FormOptions,
  LargestAnswer, PossibleAnswer, Request, ServiceDocument, Verdict,
} from './documents.js';";

/// A bank's checked rules.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Service {
    inner: kessai::Service,
}

#[wasm_bindgen]
impl Service {
    /// Reads and checks a service document: an object, or its JSON text.
    ///
    /// Throws an `Error` with `findings`, of which at least one is an error, if the document cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ServiceDocument | string")] document: JsValue,
    ) -> Result<Self, JsValue> {
        let inner = kessai::Service::from_json(&text_of(document)?).map_err(|findings| thrown(&findings))?;
        Ok(Self { inner })
    }

    /// Reads a company document, an object or its JSON text, and checks it against this service, which may be freed
    /// before the company.
    ///
    /// Throws an `Error` with `findings`, of which at least one is an error, if the document cannot be used.
    pub fn company(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CompanyDocument | string")] document: JsValue,
    ) -> Result<Company, JsValue> {
        let text = text_of(document)?;
        let inner = self.inner.company_from_json(&text).map_err(|findings| thrown(&findings))?;
        Ok(Company { inner, text })
    }

    /// A form of the bank's screens against a company document as it is now, an object or its JSON text, which need not
    /// be loaded. The service may be freed before the form.
    pub fn form(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CompanyDocument | string")] company: JsValue,
        #[wasm_bindgen(unchecked_param_type = "FormName")] name: String,
    ) -> Result<Form, JsValue> {
        Ok(Form::new(self.inner.clone(), text_of(company)?, name))
    }

    /// The document's `id`.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.inner.id().to_owned()
    }

    /// The document's `version`.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        self.inner.version().to_owned()
    }

    /// The fingerprint of the document's meaning, as in verdicts.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.inner.digest().to_owned()
    }

    /// What was doubtful when the document was read.
    #[wasm_bindgen(getter, unchecked_return_type = "Finding[]")]
    pub fn warnings(&self) -> Result<JsValue, JsValue> {
        list(self.inner.warnings())
    }
}

/// A customer's checked settings under a service.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Company {
    inner: kessai::Company,
    /// The document as it was given, for forms.
    text: String,
}

#[wasm_bindgen]
impl Company {
    /// Answers one request: an object, or its JSON text.
    ///
    /// Throws an `Error` with `code` and `path` where there is no answer, which is to be treated as refused. A verdict
    /// that refuses is an answer.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn evaluate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request | string")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.answer(&text_of(request)?)?)
    }

    /// Answers one request, JSON text in and JSON text out: the same bytes as in every other host.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = evaluateJson)]
    pub fn evaluate_json(&self, request: &str) -> Result<String, JsValue> {
        self.answer(request)
    }

    /// Applies an event to an item: what becomes of it and of the usage. The question is an object, or its JSON text.
    ///
    /// Throws as `evaluate` does. An answer that refuses is an answer.
    #[wasm_bindgen(unchecked_return_type = "AdvanceAnswer")]
    pub fn advance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AdvanceQuestion | string")] question: JsValue,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.advance_json(&text_of(question)?)?)
    }

    /// Applies an event to an item, JSON text in and JSON text out.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = advanceJson)]
    pub fn advance_json(&self, question: &str) -> Result<String, JsValue> {
        ask(|out| self.inner.advance_json(question, out).map(drop))
    }

    /// The largest payment with which a request has no reason, and the reasons that stop one unit more. Of a batch,
    /// `item` is the position of one of its items.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = largestPayment, unchecked_return_type = "LargestAnswer")]
    pub fn largest_payment(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request | string")] request: JsValue,
        item: Option<u32>,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.largest_payment_json(&text_of(request)?, item)?)
    }

    /// The largest payment, JSON text in and JSON text out.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = largestPaymentJson)]
    pub fn largest_payment_json(&self, request: &str, item: Option<u32>) -> Result<String, JsValue> {
        ask(|out| self.inner.largest_payment_json(request, item, out))
    }

    /// Which accounts, businesses, operations, payee kinds and approvers could stand in a request, all else as it is.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(unchecked_return_type = "PossibleAnswer")]
    pub fn possible(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request | string")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        JSON::parse(&self.possible_json(&text_of(request)?)?)
    }

    /// What remains possible, JSON text in and JSON text out.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = possibleJson)]
    pub fn possible_json(&self, request: &str) -> Result<String, JsValue> {
        ask(|out| self.inner.possible_json(request, out))
    }

    /// A form of the bank's screens against this company's document as it was given.
    pub fn form(&self, #[wasm_bindgen(unchecked_param_type = "FormName")] name: String) -> Form {
        Form::new(self.inner.service().clone(), self.text.clone(), name)
    }

    /// Checks a form, JSON text in and JSON text out: the question has `form` and `input`, `change` or `remove`.
    ///
    /// Throws as `evaluate` does.
    #[wasm_bindgen(js_name = formJson)]
    pub fn form_json(&self, question: &str) -> Result<String, JsValue> {
        ask(|out| self.inner.service().form_json(&self.text, question, out).map(drop))
    }

    /// The document's `id`.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.inner.id().to_owned()
    }

    /// The fingerprint of the document's meaning, as in verdicts.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.inner.digest().to_owned()
    }

    /// What was doubtful when the document was read.
    #[wasm_bindgen(getter, unchecked_return_type = "Finding[]")]
    pub fn warnings(&self) -> Result<JsValue, JsValue> {
        list(self.inner.warnings())
    }
}

impl Company {
    fn answer(&self, request: &str) -> Result<String, JsValue> {
        ask(|out| self.inner.evaluate_json(request, out).map(drop))
    }
}

/// The engine's answer, or what is thrown where there is none.
fn ask(question: impl FnOnce(&mut String) -> Result<(), kessai::RequestError>) -> Result<String, JsValue> {
    let mut answer = String::with_capacity(1_024);
    question(&mut answer).map_err(|error| no_answer(&error))?;
    Ok(answer)
}

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A text as it is; of anything else its JSON text, `null` where there is none, which the engine then finds fault with.
fn text_of(value: JsValue) -> Result<String, JsValue> {
    match value.dyn_into::<JsString>() {
        Ok(text) => Ok(text.into()),
        Err(value) => {
            let text: JsValue = JSON::stringify(&value)?.into();
            Ok(text.as_string().unwrap_or_else(|| "null".to_owned()))
        }
    }
}

fn list(findings: &kessai::Findings) -> Result<JsValue, JsValue> {
    let mut json = String::new();
    findings.to_json(&mut json);
    JSON::parse(&json)
}

/// What is thrown for a document with errors.
fn thrown(findings: &kessai::Findings) -> JsValue {
    let error = Error::new(&findings.to_string());
    match list(findings) {
        Ok(list) => with(error, "findings", &list),
        Err(error) => error,
    }
}

/// What is thrown for a request without an answer.
fn no_answer(cause: &kessai::RequestError) -> JsValue {
    let error = Error::new(cause.message());
    with(error.clone(), "code", &cause.code().into());
    with(error, "path", &cause.path().into())
}

fn with(error: Error, name: &str, value: &JsValue) -> JsValue {
    match Reflect::set(&error, &name.into(), value) {
        Ok(_) => error.into(),
        Err(error) => error,
    }
}

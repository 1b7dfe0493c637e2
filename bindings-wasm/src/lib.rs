//! Kessai for JavaScript: the module behind the npm package `kessai`.
//!
//! It decides nothing: an object becomes JSON text, the engine answers, and its text becomes an object again.
//! `cargo xtask npm` makes the package, with types made from the engine's own vocabularies.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use js_sys::{Error, JSON, JsString, Reflect};
use wasm_bindgen::prelude::*;

/// The types that the package makes of the engine's vocabularies and schemas.
#[wasm_bindgen(typescript_custom_section)]
const DOCUMENTS: &str =
    "import type { CompanyDocument, Finding, Request, ServiceDocument, Verdict } from './documents.js';";

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
        let inner =
            self.inner.company_from_json(&text_of(document)?).map_err(|findings| thrown(&findings))?;
        Ok(Company { inner })
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
        let mut verdict = String::with_capacity(1_024);
        match self.inner.evaluate_json(request, &mut verdict) {
            Ok(_outcome) => Ok(verdict),
            Err(error) => Err(no_answer(&error)),
        }
    }
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

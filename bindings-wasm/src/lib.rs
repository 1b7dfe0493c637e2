//! Kessai for JavaScript: the module behind the npm package `kessai`.
//!
//! It decides nothing: JSON text goes in, the engine's text comes out. What is thrown is text too: the findings of a
//! document, or code, path and message of a fault. The package's own modules in `npm` make values and classes of all this.
//! `cargo xtask npm` makes the package, with types made from the engine's own vocabularies.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use wasm_bindgen::prelude::*;

/// An answer, or the text that is thrown.
type Result<T> = core::result::Result<T, String>;

/// A bank's checked rules.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Service {
    inner: kessai::Service,
}

#[wasm_bindgen]
impl Service {
    /// Reads and checks a service document.
    ///
    /// # Errors
    ///
    /// The document cannot be used: every finding.
    #[wasm_bindgen(constructor)]
    pub fn new(document: &str) -> Result<Self> {
        let inner = kessai::Service::from_json(document).map_err(|findings| list(&findings))?;
        Ok(Self { inner })
    }

    /// Reads a company document and checks it against this service, which may be freed before the company.
    ///
    /// # Errors
    ///
    /// The document cannot be used: every finding.
    pub fn company(&self, document: String) -> Result<Company> {
        let inner = self.inner.company_from_json(&document).map_err(|findings| list(&findings))?;
        Ok(Company { inner, text: Some(document) })
    }

    /// The forms against a company document as it is now, which need not be loaded.
    #[must_use]
    pub fn form(&self, company: String) -> Form {
        Form { service: self.inner.clone(), company }
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
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> String {
        list(self.inner.warnings())
    }
}

/// A customer's checked settings under a service.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Company {
    inner: kessai::Company,
    /// The document as it was given, for forms; none where the company is of an image.
    text: Option<String>,
}

#[wasm_bindgen]
impl Company {
    /// Reads an image, which has its service too.
    ///
    /// # Errors
    ///
    /// The bytes are no image that this engine reads.
    #[wasm_bindgen(js_name = fromImage)]
    pub fn from_image(image: &[u8]) -> Result<Self> {
        let inner = kessai::Company::from_image(image).map_err(|error| {
            let mut json = String::new();
            error.to_json(&mut json);
            json
        })?;
        Ok(Self { inner, text: None })
    }

    /// The company, with its service, as an image.
    #[must_use]
    pub fn image(&self) -> Vec<u8> {
        self.inner.to_image()
    }

    /// Answers one request.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn evaluate(&self, request: &str) -> Result<String> {
        ask(|out| self.inner.evaluate_json(request, out).map(drop))
    }

    /// Applies an event to an item.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn advance(&self, question: &str) -> Result<String> {
        ask(|out| self.inner.advance_json(question, out).map(drop))
    }

    /// The largest payment with which a request has no reason; `item` is the position of an item of a batch.
    ///
    /// # Errors
    ///
    /// There is no answer.
    #[wasm_bindgen(js_name = largestPayment)]
    pub fn largest_payment(&self, request: &str, item: Option<u32>) -> Result<String> {
        ask(|out| self.inner.largest_payment_json(request, item, out))
    }

    /// What could stand in a request, all else as it is.
    ///
    /// # Errors
    ///
    /// There is no answer.
    pub fn possible(&self, request: &str) -> Result<String> {
        ask(|out| self.inner.possible_json(request, out))
    }

    /// What an answer says to a person, in the language of a tag such as `ja`; English where it is not Japanese.
    ///
    /// # Errors
    ///
    /// It is no answer of the engine's.
    pub fn texts(&self, answer: &str, lang: &str) -> Result<String> {
        ask(|out| self.inner.texts_json(answer, kessai::Lang::from_tag(lang).unwrap_or_default(), out))
    }

    /// The forms against this company's document as it was given.
    ///
    /// # Errors
    ///
    /// The company is of an image, which has no document.
    pub fn form(&self) -> Result<Form> {
        let company = self.document()?.to_owned();
        Ok(Form { service: self.inner.service().clone(), company })
    }

    /// Checks a form.
    ///
    /// # Errors
    ///
    /// There is no answer, or the company is of an image, which has no document.
    #[wasm_bindgen(js_name = formJson)]
    pub fn form_json(&self, question: &str) -> Result<String> {
        let document = self.document()?;
        ask(|out| self.inner.service().form_json(document, question, out).map(drop))
    }

    fn document(&self) -> Result<&str> {
        self.text.as_deref().ok_or_else(|| NO_DOCUMENT.to_owned())
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
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> String {
        list(self.inner.warnings())
    }
}

/// What is thrown where a form is asked for of a company of an image.
const NO_DOCUMENT: &str = r#"{"code":"image.form","path":"","message":"forms need the company document, which an image does not have: take `form` of the service","messageJa":"フォームの確認には企業文書が必要ですが、イメージには含まれていません。サービスの`form`を使ってください"}"#;

/// The forms of the bank's screens against one company document.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Form {
    service: kessai::Service,
    company: String,
}

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

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The engine's answer, or what is thrown where there is none.
fn ask(
    question: impl FnOnce(&mut String) -> core::result::Result<(), kessai::RequestError>,
) -> Result<String> {
    let mut answer = String::with_capacity(1_024);
    match question(&mut answer) {
        Ok(()) => Ok(answer),
        Err(error) => {
            let mut json = String::new();
            error.to_json(&mut json);
            Err(json)
        }
    }
}

fn list(findings: &kessai::Findings) -> String {
    let mut json = String::new();
    findings.to_json(&mut json);
    json
}

//! Documents: read, checked, and written as images.

use wasm_bindgen::prelude::*;

use crate::forms;
use crate::{Company, Result};

/// A bank's checked rules.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Service {
    pub(crate) inner: kessai::Service,
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
        Ok(Company { document: Some(forms::Document::new(&self.inner, document)), inner })
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

#[wasm_bindgen]
impl Company {
    /// The company with its service as an image.
    #[must_use]
    pub fn image(&self) -> Vec<u8> {
        self.inner.to_image()
    }

    /// What was doubtful when the document was read.
    #[wasm_bindgen(getter)]
    pub fn warnings(&self) -> String {
        list(self.inner.warnings())
    }
}

fn list(findings: &kessai::Findings) -> String {
    let mut json = String::new();
    findings.to_json(&mut json);
    json
}

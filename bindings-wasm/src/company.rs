//! A company, and its image.

use wasm_bindgen::prelude::*;

use crate::Result;

/// The document as it was given, for forms; none where the company was read from an image.
#[cfg(feature = "documents")]
pub(crate) type Document = Option<std::rc::Rc<crate::forms::Document>>;

/// Nothing: no form asks for it.
#[cfg(not(feature = "documents"))]
pub(crate) type Document = ();

/// A customer's checked settings under a service.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Company {
    pub(crate) inner: kessai::Company,
    #[cfg_attr(not(feature = "documents"), expect(dead_code, reason = "only forms ask for it"))]
    pub(crate) document: Document,
}

#[wasm_bindgen]
impl Company {
    /// Reads an image.
    ///
    /// # Errors
    ///
    /// The bytes are no image of this version.
    #[wasm_bindgen(js_name = fromImage)]
    pub fn from_image(image: &[u8]) -> Result<Self> {
        let inner = kessai::Company::from_image(image).map_err(|error| {
            let mut json = String::new();
            error.to_json(&mut json);
            json
        })?;
        Ok(Self { inner, document: Document::default() })
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
}

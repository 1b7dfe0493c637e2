//! The form that asks for a request, and of a company document the others.

use wasm_bindgen::prelude::*;

use kessai::Lang;
use kessai::terms::SchemaDraft;

use crate::json::{ask, thrown};
use crate::{Company, Result};

#[wasm_bindgen]
impl Company {
    /// Checks a form: that of a request in any case, the others against this company's document as it was given.
    ///
    /// # Errors
    ///
    /// There is no answer, or another form is asked for of a company of an image, which has no document.
    #[wasm_bindgen(js_name = formJson)]
    pub fn form_json(&self, question: &str) -> Result<String> {
        let mut answer = String::with_capacity(1_024);
        match self.inner.form_json(question, &mut answer) {
            Ok(_) => Ok(answer),
            #[cfg(feature = "documents")]
            Err(error) => match &self.document {
                Some(document) => document.check(question),
                None => Err(thrown(&error)),
            },
            #[cfg(not(feature = "documents"))]
            Err(error) => Err(thrown(&error)),
        }
    }

    /// The JSON Schema of a form, in a draft and with titles in a language.
    ///
    /// # Errors
    ///
    /// There is no such form, or draft.
    #[wasm_bindgen(js_name = formSchema)]
    pub fn form_schema(&self, form: &str, draft: &str, lang: &str) -> Result<String> {
        schema(&self.inner, form, draft, lang)
    }
}

/// The JSON Schema of a form of a company.
pub(crate) fn schema(company: &kessai::Company, form: &str, draft: &str, lang: &str) -> Result<String> {
    let draft = SchemaDraft::from_name(draft).ok_or_else(|| NO_DRAFT.to_owned())?;
    let lang = Lang::from_tag(lang).unwrap_or_default();
    ask(|out| company.form_schema_json(form, lang, draft, out))
}

/// What is thrown where a draft is asked for that there is not.
const NO_DRAFT: &str = r#"{"code":"request.form","path":"/target","message":"schemas are written in `draft-2020-12` and `draft-07`","messageJa":"スキーマは`draft-2020-12`または`draft-07`で出力します"}"#;

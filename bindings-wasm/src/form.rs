//! The forms of the bank's screens.

use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::{ask, text_of};

/// A form of the bank's screens, checked while it is filled.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Form {
    service: kessai::Service,
    company: String,
    name: String,
}

impl Form {
    pub(crate) fn new(service: kessai::Service, company: String, name: String) -> Self {
        Self { service, company, name }
    }
}

#[wasm_bindgen]
impl Form {
    /// Checks what is typed so far. `change` names the user or account that is changed (left out: a new one); `remove`
    /// asks whether it may be taken out.
    ///
    /// Throws an `Error` with `code` and `path` where there is no answer, which is to be treated as refused.
    #[wasm_bindgen(unchecked_return_type = "FormAnswer")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "FormInput")] input: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "FormOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let question = Object::new();
        // What is undefined is left out of the text.
        Reflect::set(&question, &"form".into(), &self.name.as_str().into())?;
        if options.is_object() {
            for name in ["change", "remove"] {
                Reflect::set(&question, &name.into(), &Reflect::get(&options, &name.into())?)?;
            }
        }
        Reflect::set(&question, &"input".into(), &input)?;
        let question = text_of(question.into())?;
        JSON::parse(&ask(|out| self.service.form_json(&self.company, &question, out).map(drop))?)
    }
}

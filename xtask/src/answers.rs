//! What the engine answers to the corpus, in a file for the JavaScript tests.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use kessai_fixtures::corpus::Door;
use serde_json::{Value, json};

use crate::Result;

/// Writes `{ "documents": [text], "cases": [{ name, service, company, request, verdict | error }] }`, where `service` and
/// `company` are places in `documents`.
pub(crate) fn write(path: &Path) -> Result {
    let mut documents: Vec<Value> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut place = |text: &str| {
        *places.entry(text.to_owned()).or_insert_with(|| {
            documents.push(text.into());
            documents.len().saturating_sub(1)
        })
    };
    let mut cases = Vec::new();
    for case in kessai_fixtures::answers::answers()?.into_iter().filter(|case| case.door == Door::Evaluate) {
        let (kind, answer) = match case.answer {
            Ok(verdict) => ("verdict", verdict),
            Err(error) => ("error", error),
        };
        let (service, company) = (place(&case.service), place(&case.company));
        cases.push(json!({
            "name": case.name, "service": service, "company": company, "request": case.question, kind: answer,
        }));
    }
    Ok(fs::write(path, json!({ "documents": documents, "cases": cases }).to_string())?)
}

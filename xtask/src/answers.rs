//! What the engine answers to the corpus, in a file for the JavaScript tests.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use kessai::Code;
use kessai::terms::Operation;
use kessai_fixtures::corpus::Door;
use serde_json::{Value, json};

use crate::Result;

/// Writes `{ "documents": [text], "cases": [{ name, service, company, door, item, question, answer | error }] }`, where
/// `service` and `company` are places in `documents`, `door` is where the question is asked and `item` the position of the
/// item in a batch, or null; `codes` has the number of each reason, `operations` their
/// order.
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
    for case in kessai_fixtures::answers::answers()? {
        let (kind, answer) = match case.answer {
            Ok(answer) => ("answer", answer),
            Err(error) => ("error", error),
        };
        let item = match case.door {
            Door::Largest(item) => item,
            _ => None,
        };
        let (service, company) = (place(&case.service), place(&case.company));
        cases.push(json!({
            "name": case.name, "service": service, "company": company, "door": case.door.name(), "item": item,
            "question": case.question, kind: answer,
        }));
    }
    let codes: HashMap<&str, u16> = Code::ALL.iter().map(|code| (code.name(), code.number())).collect();
    let operations: Vec<&str> = Operation::ALL.iter().map(|operation| operation.name()).collect();
    Ok(fs::write(
        path,
        json!({ "documents": documents, "cases": cases, "codes": codes, "operations": operations })
            .to_string(),
    )?)
}

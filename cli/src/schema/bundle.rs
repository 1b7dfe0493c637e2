//! One schema out of what it refers to: the parts that several have in common, other schemas, and the engine's words.

use kessai::terms::{
    Act, ApprovalMode, Bearer, CertificateState, Debit, Entry, OneTimePasswordState, Operation, PayeeKind,
    State,
};
use kessai::{Code, FindingCode, Outcome, Step};
use serde_json::{Map, Value, json};

/// The files, by the names by which they refer to each other.
const FILES: [(&str, &str); 15] = [
    ("parts.json", include_str!("../../schemas/parts.json")),
    ("request.json", include_str!("../../schemas/request.json")),
    ("verdict.json", include_str!("../../schemas/verdict.json")),
    ("item.json", include_str!("../../schemas/item.json")),
    ("event.json", include_str!("../../schemas/event.json")),
    ("advance.json", include_str!("../../schemas/advance.json")),
    ("advanced.json", include_str!("../../schemas/advanced.json")),
    ("form.json", include_str!("../../schemas/form.json")),
    ("form-answer.json", include_str!("../../schemas/form-answer.json")),
    ("form-rows-answer.json", include_str!("../../schemas/form-rows-answer.json")),
    ("request-form.json", include_str!("../../schemas/request-form.json")),
    ("request-form-answer.json", include_str!("../../schemas/request-form-answer.json")),
    ("largest.json", include_str!("../../schemas/largest.json")),
    ("possible.json", include_str!("../../schemas/possible.json")),
    ("cases.json", include_str!("../../schemas/cases.json")),
];

/// The words of a vocabulary of the engine.
macro_rules! vocabularies {
    ($name:ident: $($vocabulary:ident)+) => {
        match $name {
            $(stringify!($vocabulary) => $vocabulary::ALL.iter().map(|word| word.name()).collect(),)+
            _ => Vec::new(),
        }
    };
}

fn words(name: &str) -> Vec<&'static str> {
    vocabularies! { name:
        Act ApprovalMode Bearer CertificateState Code Debit Entry FindingCode OneTimePasswordState Operation Outcome PayeeKind
        State Step
    }
}

/// The schema of a file, whole: what it refers to is among its definitions.
///
/// # Errors
///
/// A file that does not read, or refers to what is not there.
pub fn bundle(file: &str) -> Result<Value, String> {
    let mut bundle = Bundle { definitions: Map::new() };
    let mut schema = read(file)?;
    let own = schema.as_object_mut().and_then(|schema| schema.remove("$defs"));
    let mut whole = bundle.resolve(schema, file, false)?;
    for (name, definition) in own.as_ref().and_then(Value::as_object).into_iter().flatten() {
        let definition = bundle.resolve(definition.clone(), file, false)?;
        bundle.definitions.insert(name.clone(), definition);
    }
    if let (Some(schema), false) = (whole.as_object_mut(), bundle.definitions.is_empty()) {
        schema.insert("$defs".to_owned(), Value::Object(bundle.definitions));
    }
    Ok(whole)
}

fn read(file: &str) -> Result<Value, String> {
    let text = FILES.iter().find(|(name, _)| *name == file).map(|(_, text)| *text);
    let text = text.ok_or_else(|| format!("there is no schema `{file}`"))?;
    serde_json::from_str(text).map_err(|error| format!("{file}: {error}"))
}

struct Bundle {
    definitions: Map<String, Value>,
}

impl Bundle {
    /// A schema in which every reference is to a definition of the bundle. A partial one asks for no field.
    fn resolve(&mut self, schema: Value, file: &str, is_partial: bool) -> Result<Value, String> {
        Ok(match schema {
            Value::Object(mut schema) => {
                let partial = schema.remove("partial").is_some() || is_partial;
                let mut resolved = Map::new();
                for (key, value) in schema {
                    match (key.as_str(), value) {
                        ("required", Value::Array(_)) if is_partial => {}
                        ("enum", Value::Array(list)) => {
                            resolved.insert(key, Value::Array(list.into_iter().flat_map(spelt).collect()));
                        }
                        ("$ref", Value::String(target)) => {
                            let name = self.define(&target, file, partial)?;
                            resolved.insert(key, json!(format!("#/$defs/{name}")));
                        }
                        (_, value) => {
                            resolved.insert(key, self.resolve(value, file, is_partial)?);
                        }
                    }
                }
                Value::Object(resolved)
            }
            Value::Array(list) => Value::Array(
                list.into_iter()
                    .map(|schema| self.resolve(schema, file, is_partial))
                    .collect::<Result<_, _>>()?,
            ),
            other => other,
        })
    }

    /// Puts what a reference leads to among the definitions, and gives its name there.
    fn define(&mut self, target: &str, file: &str, is_partial: bool) -> Result<String, String> {
        let (path, name) = target.split_once("#/$defs/").unwrap_or((target, ""));
        let path = if path.is_empty() { file } else { path };
        // The definitions of the file itself are bundled by whoever asks for it.
        if path == file && file != "parts.json" {
            return Ok(name.to_owned());
        }
        let plain = if name.is_empty() { path.trim_end_matches(".json") } else { name };
        let key = if is_partial { format!("expect.{plain}") } else { plain.to_owned() };
        if self.definitions.contains_key(&key) {
            return Ok(key);
        }
        // So that a definition may refer to itself.
        self.definitions.insert(key.clone(), Value::Null);
        let mut schema = read(path)?;
        if !name.is_empty() {
            let found = schema.pointer_mut(&format!("/$defs/{name}")).map(Value::take);
            schema = found.ok_or_else(|| format!("{file}: there is no `{target}`"))?;
        }
        if let Some(schema) = schema.as_object_mut() {
            for own in ["$schema", "$id", "title"].iter().filter(|_| name.is_empty()) {
                schema.remove(*own);
            }
        }
        let mut schema = self.resolve(schema, path, is_partial)?;
        if is_partial && plain == "amount" {
            // In a case an amount may be written with its digits alone.
            schema = json!({ "anyOf": [schema, { "type": "integer", "minimum": 0 }] });
        }
        self.definitions.insert(key.clone(), schema);
        Ok(key)
    }
}

/// An element of an `enum`: a word, or all words of a vocabulary.
fn spelt(element: Value) -> Vec<Value> {
    match element.get("vocabulary").and_then(Value::as_str) {
        Some(name) => words(name).into_iter().map(Value::from).collect(),
        None => vec![element],
    }
}

#[cfg(test)]
mod tests {
    use super::{FILES, bundle};

    #[test]
    fn every_schema_is_whole() {
        for (file, _) in FILES.iter().filter(|(file, _)| *file != "parts.json") {
            let text = bundle(file).unwrap().to_string();
            for left in ["parts.json", "vocabulary", "\"partial\"", "\"enum\":[]", "null,\"$defs", ":null}"] {
                assert!(!text.contains(left), "{file}: {left}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        assert_eq!(bundle("lost.json"), Err("there is no schema `lost.json`".to_owned()));
    }
}

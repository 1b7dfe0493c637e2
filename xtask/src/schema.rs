//! TypeScript types out of JSON Schemas, as far as the schemas of this project go.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

/// The types of several schemas, each under a name of its own.
#[derive(Debug, Default)]
pub(crate) struct Types {
    /// Unions that the engine names, by their sorted members.
    named: BTreeMap<Vec<String>, &'static str>,
    /// What was written for each name, to see whether two schemas mean the same by it.
    written: BTreeMap<String, String>,
    out: String,
}

impl Types {
    /// A union of texts. A schema's enumeration of the same texts gets its name.
    pub(crate) fn union(&mut self, name: &'static str, about: &str, members: &[&str]) {
        let mut sorted: Vec<String> = members.iter().map(|member| (*member).to_owned()).collect();
        sorted.sort();
        self.named.insert(sorted, name);
        comment(about, "", &mut self.out);
        let texts: Vec<String> = members.iter().map(|member| format!("\n  | '{member}'")).collect();
        let _infallible = writeln!(self.out, "export type {name} ={};\n", texts.concat());
    }

    /// A schema with its definitions. Two schemas may share a definition's name only if they mean the same by it.
    pub(crate) fn schema(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let none = Map::new();
        for (key, definition) in schema.get("$defs").and_then(Value::as_object).unwrap_or(&none) {
            self.declare(&type_name(key), definition)?;
        }
        self.declare(name, schema)
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn declare(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let body = self.of(schema, "")?;
        if body == name || self.named.values().any(|named| *named == name) {
            return Ok(());
        }
        if let Some(before) = self.written.get(name) {
            let problem = format!("two schemas have different definitions named `{name}`");
            return if *before == body { Ok(()) } else { Err(problem) };
        }
        comment(description(schema), "", &mut self.out);
        let _infallible = match body.strip_prefix('{').filter(|rest| !rest.contains("\n} & ")) {
            Some(rest) if schema.get("properties").is_some() => {
                writeln!(self.out, "export interface {name} {{{rest}\n")
            }
            _ => writeln!(self.out, "export type {name} = {body};\n"),
        };
        self.written.insert(name.to_owned(), body);
        Ok(())
    }

    /// The type that stands for a schema.
    fn of(&self, schema: &Value, indent: &str) -> Result<String, String> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let key = target.rsplit('/').next().unwrap_or(target);
            return Ok(type_name(key));
        }
        if let Some(value) = schema.get("const") {
            return literal(value);
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            return self.enumeration(values);
        }
        for key in ["oneOf", "anyOf"] {
            // Next to properties these only say which of them belong together.
            if let (Some(choices), None) =
                (schema.get(key).and_then(Value::as_array), schema.get("properties"))
            {
                return self.choice(choices, indent);
            }
        }
        match schema.get("type") {
            Some(Value::Array(types)) => {
                let one = |kind: &Value| {
                    let mut schema = schema.as_object().cloned().unwrap_or_default();
                    schema.insert("type".to_owned(), kind.clone());
                    self.of(&Value::Object(schema), indent)
                };
                Ok(types.iter().map(one).collect::<Result<Vec<_>, _>>()?.join(" | "))
            }
            Some(Value::String(kind)) => self.kind(kind, schema, indent),
            _ if schema.get("properties").is_some() => self.kind("object", schema, indent),
            _ => Ok("unknown".to_owned()),
        }
    }

    fn kind(&self, kind: &str, schema: &Value, indent: &str) -> Result<String, String> {
        match kind {
            "string" | "boolean" | "null" => Ok(kind.to_owned()),
            "integer" | "number" => Ok("number".to_owned()),
            "array" => {
                let items =
                    schema.get("items").map_or(Ok("unknown".to_owned()), |items| self.of(items, indent))?;
                Ok(if items.contains([' ', '|']) && !items.starts_with('{') {
                    format!("({items})[]")
                } else {
                    items + "[]"
                })
            }
            "object" => self.object(schema, indent),
            other => Err(format!("there is no type of TypeScript for `{other}`")),
        }
    }

    fn choice(&self, choices: &[Value], indent: &str) -> Result<String, String> {
        let mut types = Vec::new();
        for choice in choices {
            let one = self.of(choice, indent)?;
            if !types.contains(&one) {
                types.push(one);
            }
        }
        Ok(types.join(" | "))
    }

    fn enumeration(&self, values: &[Value]) -> Result<String, String> {
        let mut sorted: Vec<String> = values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        sorted.sort();
        match self.named.get(&sorted) {
            Some(name) if sorted.len() == values.len() => Ok((*name).to_owned()),
            _ => Ok(values.iter().map(literal).collect::<Result<Vec<_>, _>>()?.join(" | ")),
        }
    }

    fn object(&self, schema: &Value, indent: &str) -> Result<String, String> {
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let patterns = schema.get("patternProperties").and_then(Value::as_object).unwrap_or(&none);
        let further = schema.get("additionalProperties").into_iter().chain(patterns.values());
        let mut values = Vec::new();
        for value in further.filter(|value| value.is_object()) {
            values.push(self.of(value, indent)?);
        }
        if properties.is_empty() {
            let value = if values.is_empty() { "unknown".to_owned() } else { values.join(" | ") };
            return Ok(format!("Record<string, {value}>"));
        }
        let required: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let deeper = format!("{indent}  ");
        let mut out = String::from("{\n");
        for (key, property) in properties {
            comment(description(property), &deeper, &mut out);
            let mark = if required.contains(&key.as_str()) { "" } else { "?" };
            let _infallible =
                writeln!(out, "{deeper}{}{mark}: {};", quoted(key), self.of(property, &deeper)?);
        }
        if !values.is_empty() {
            // A named field must be one of the values too, which TypeScript asks of index signatures.
            let _infallible = writeln!(out, "{deeper}[key: string]: unknown;");
        }
        let _infallible = write!(out, "{indent}}}");
        Ok(out)
    }
}

fn description(schema: &Value) -> &str {
    schema.get("description").and_then(Value::as_str).unwrap_or_default()
}

/// A text or number as TypeScript spells it.
fn literal(value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) if !text.contains(['\'', '\\', '\n']) => Ok(format!("'{text}'")),
        Value::Number(_) | Value::Bool(_) | Value::Null => Ok(value.to_string()),
        other => Err(format!("there is no literal of TypeScript for `{other}`")),
    }
}

/// The name of a field, in quotes where it is no identifier.
fn quoted(key: &str) -> String {
    if key.chars().all(|character| character.is_ascii_alphanumeric() || character == '_') {
        key.to_owned()
    } else {
        format!("'{key}'")
    }
}

/// `userPerOperation` to `UserPerOperation`.
fn type_name(key: &str) -> String {
    let mut characters = key.chars();
    characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters).collect()
}

/// A comment over a declaration, if there is something to say.
fn comment(text: &str, indent: &str, out: &mut String) {
    if !text.is_empty() {
        let _infallible = writeln!(out, "{indent}/** {} */", text.replace("*/", "* /").replace('\n', " "));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_schema_has_its_type() {
        let schema = serde_json::json!({
            "description": "A thing.",
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": { "enum": ["b", "a"] },
                "other": { "enum": ["a", 1, null] },
                "list": { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } },
                "map": { "type": "object", "additionalProperties": { "$ref": "#/$defs/amount" } },
                "a.b": { "type": ["boolean", "null"], "description": "Dotted." }
            },
            "$defs": { "amount": { "type": "string" } }
        });
        let mut types = Types::default();
        types.union("Letter", "A letter.", &["a", "b"]);
        types.schema("Thing", &schema).unwrap();
        let text = types.finish();
        let expected = "\
/** A letter. */
export type Letter =
  | 'a'
  | 'b';

export type Amount = string;

/** A thing. */
export interface Thing {
  kind: Letter;
  other?: 'a' | 1 | null;
  list?: (string | number)[];
  map?: Record<string, Amount>;
  /** Dotted. */
  'a.b'?: boolean | null;
}

";
        // The fields stand in the order of the schema or of the alphabet, as the JSON library is built.
        let sorted = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(sorted(&text), sorted(expected));
    }

    #[test]
    fn one_name_has_one_meaning() {
        let mut types = Types::default();
        let schema = |kind: &str| serde_json::json!({ "$defs": { "x": { "type": kind } } });
        types.schema("One", &schema("string")).unwrap();
        types.schema("Two", &schema("string")).unwrap();
        let error = types.schema("Three", &schema("boolean")).unwrap_err();
        assert_eq!(error, "two schemas have different definitions named `X`");
    }
}

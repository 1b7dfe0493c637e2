//! TypeScript types out of JSON Schemas, as far as the schemas of this project go.

use std::collections::{BTreeMap, BTreeSet};
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
    /// The schema that is being written, and those of its definitions that have its name before theirs.
    owner: String,
    own: BTreeSet<String>,
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

    /// A schema with its definitions. Where an earlier schema means something else by a definition's name, the name of
    /// this schema is put before it.
    pub(crate) fn schema(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let none = Map::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        self.owner = name.to_owned();
        self.own.clear();
        // One definition more is this schema's own, and so may be those that refer to it.
        while let Some(key) = self.clash(definitions)? {
            self.own.insert(key);
        }
        for (key, definition) in definitions {
            self.declare(&self.type_name(key), definition)?;
        }
        self.declare(name, schema)
    }

    /// A definition whose name stands for something else already.
    fn clash(&self, definitions: &Map<String, Value>) -> Result<Option<String>, String> {
        for (key, definition) in definitions {
            let before = self.written.get(&self.type_name(key));
            if before.is_some_and(|before| {
                self.own.contains(key) || Ok(before) != self.of(definition, "").as_ref()
            }) {
                return if self.own.contains(key) {
                    Err(format!("`{key}` has no free name"))
                } else {
                    Ok(Some(key.clone()))
                };
            }
        }
        Ok(None)
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn declare(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let body = self.of(schema, "")?;
        if body == name || self.named.values().any(|named| *named == name) {
            return Ok(());
        }
        if self.written.contains_key(name) {
            return Ok(());
        }
        comment(description(schema), "", &mut self.out);
        let _infallible = match body.strip_prefix('{') {
            Some(rest) if !is_union(&body) => {
                writeln!(self.out, "export interface {name} {{{rest}\n")
            }
            _ => writeln!(self.out, "export type {name} = {body};\n"),
        };
        self.written.insert(name.to_owned(), body);
        Ok(())
    }

    /// `userPerOperation` to `UserPerOperation`.
    fn type_name(&self, key: &str) -> String {
        let mut characters = key.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        let name: String = first.into_iter().chain(characters).collect();
        if self.own.contains(key) { format!("{}{name}", self.owner) } else { name }
    }

    /// The type that stands for a schema.
    fn of(&self, schema: &Value, indent: &str) -> Result<String, String> {
        if schema == &Value::Bool(false) {
            return Ok("never".to_owned());
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let key = target.rsplit('/').next().unwrap_or(target);
            return Ok(self.type_name(key));
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
                Ok(union(types.iter().map(one).collect::<Result<Vec<_>, _>>()?))
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
                Ok(if is_union(&items) { format!("({items})[]") } else { items + "[]" })
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
        // Beside any text the names of a union would be lost to editors, which offer them.
        let offered = types.iter().any(|one| self.named.values().any(|name| name == one));
        if offered && let Some(any) = types.iter_mut().find(|one| *one == "string") {
            "(string & {})".clone_into(any);
        }
        Ok(union(types))
    }

    fn enumeration(&self, values: &[Value]) -> Result<String, String> {
        let is_name = |value: &&Value| value.as_str().is_some_and(|text| !text.is_empty());
        let mut sorted: Vec<String> =
            values.iter().filter(is_name).filter_map(Value::as_str).map(str::to_owned).collect();
        sorted.sort();
        let name = self.named.get(&sorted).copied();
        let rest = values.iter().filter(|value| name.is_none() || !is_name(value)).map(literal);
        let parts: Vec<String> =
            name.map(|name| Ok(name.to_owned())).into_iter().chain(rest).collect::<Result<_, _>>()?;
        Ok(parts.join(" | "))
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
            let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
            let value = match values.as_slice() {
                [] => if closed { "never" } else { "unknown" }.to_owned(),
                values => values.join(" | "),
            };
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
        let mut named: Vec<String> = Vec::new();
        for (key, property) in properties {
            comment(description(property), &deeper, &mut out);
            let mark = if required.contains(&key.as_str()) { "" } else { "?" };
            let kind = self.of(property, &deeper)?;
            let _infallible = writeln!(out, "{deeper}{}{mark}: {kind};", quoted(key));
            named.push(kind);
        }
        if !values.is_empty() {
            // TypeScript wants the named fields to be among the values of the others.
            values.extend(named.into_iter().filter(|kind| kind != "never"));
            values.push("undefined".to_owned());
            let _infallible = writeln!(out, "{deeper}[key: string]: {};", values.join(" | "));
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

/// Whether a type is a union: one with `|` outside all brackets.
fn is_union(kind: &str) -> bool {
    let mut depth = 0_usize;
    for character in kind.chars() {
        match character {
            '{' | '(' | '[' | '<' => depth = depth.saturating_add(1),
            '}' | ')' | ']' | '>' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

/// One of several types; where a text or a whole number is taken, it may be a BigInt too.
fn union(mut types: Vec<String>) -> String {
    let of_amount = match types.as_slice() {
        [text, number, rest @ ..] => {
            text == "string"
                && matches!(number.as_str(), "number" | "number | null")
                && !rest.iter().any(|one| one == "boolean")
        }
        _ => false,
    };
    if of_amount {
        types.insert(1, "bigint".to_owned());
    }
    types.join(" | ")
}

/// The name of a field, in quotes where it is no identifier.
fn quoted(key: &str) -> String {
    if key.chars().all(|character| character.is_ascii_alphanumeric() || character == '_') {
        key.to_owned()
    } else {
        format!("'{key}'")
    }
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
                "either": { "enum": ["", "b", "a", null] },
                "list": { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } },
                "free": { "anyOf": [{ "enum": ["a", "b"] }, { "type": "string" }] },
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
  either?: Letter | '' | null;
  list?: (string | bigint | number)[];
  free?: Letter | (string & {});
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
        let schema = |kind: &str| {
            let list = serde_json::json!({ "type": "array", "items": { "$ref": "#/$defs/x" } });
            serde_json::json!({ "type": "string", "$defs": { "x": { "type": kind }, "list": list } })
        };
        types.schema("One", &schema("string")).unwrap();
        types.schema("Two", &schema("string")).unwrap();
        types.schema("Three", &schema("boolean")).unwrap();
        let text = types.finish();
        assert_eq!(text.matches("export type X =").count(), 1);
        assert_eq!(text.matches("export type List =").count(), 1);
        assert!(text.contains("export type ThreeX = boolean;"), "{text}");
        assert!(text.contains("export type ThreeList = ThreeX[];"), "{text}");
    }
}

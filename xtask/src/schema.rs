//! TypeScript types out of JSON Schemas, as far as the schemas of this project go.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};

/// The types of several schemas.
#[derive(Debug, Default)]
pub(crate) struct Types {
    /// Unions that the engine names, by their sorted members.
    named: BTreeMap<Vec<String>, &'static str>,
    /// What each name stands for: no two schemas may mean different things by one.
    written: BTreeMap<String, String>,
    out: String,
    /// The definitions of the schema that is being written.
    definitions: Map<String, Value>,
    /// Whether that schema is of what is given: a member of it that is undefined is one that is not there.
    given: bool,
    /// Definitions of that schema whose types have other names.
    renamed: &'static [(&'static str, &'static str)],
}

/// What a schema is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Way {
    /// Of what a caller gives.
    In,
    /// Of what the engine answers, which has no undefined members.
    Out,
}

/// A member of an interface that is not as its schema says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Member {
    /// It has this type, and is there.
    Is(&'static str),
    /// It has this type, if it is there.
    MayBe(&'static str),
    /// It is never there.
    Never,
}

impl Types {
    /// A union of texts. A schema's enumeration of the same texts gets its name.
    pub(crate) fn union(&mut self, name: &'static str, about: &str, members: &[&str]) {
        self.name(name, members);
        comment(about, "", &mut self.out);
        let texts: Vec<String> = members.iter().map(|member| format!("\n  | '{member}'")).collect();
        let _infallible = writeln!(self.out, "export type {name} ={};\n", texts.concat());
    }

    /// The name of a union that is written in another way.
    pub(crate) fn name(&mut self, name: &'static str, members: &[&str]) {
        let mut sorted: Vec<String> = members.iter().map(|member| (*member).to_owned()).collect();
        sorted.sort();
        self.named.insert(sorted, name);
    }

    /// Text that is TypeScript already.
    pub(crate) fn text(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The definitions of a schema; those of them that have other names here.
    pub(crate) fn definitions(
        &mut self,
        schema: &Value,
        way: Way,
        renamed: &'static [(&'static str, &'static str)],
    ) -> Result<(), String> {
        self.definitions = schema.get("$defs").and_then(Value::as_object).cloned().unwrap_or_default();
        (self.given, self.renamed) = (matches!(way, Way::In), renamed);
        for (key, definition) in self.definitions.clone() {
            self.declare(&self.type_name(&key), &definition)?;
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    /// A type of a schema whose definitions are declared.
    pub(crate) fn declare(&mut self, name: &str, schema: &Value) -> Result<(), String> {
        let mut plain = without_null(schema).unwrap_or_else(|| schema.clone());
        if let Some(schema) = plain.as_object_mut() {
            for own in ["$schema", "$id", "$defs"] {
                schema.remove(own);
            }
        }
        let body = self.of(&plain, "")?;
        if body == name {
            return Ok(());
        }
        if self.named.values().any(|named| *named == name) {
            return Err(format!("`{name}` means two things"));
        }
        // Given and answered it is one type, of which a member may be undefined where it is given first.
        let meaning = body.replace(" | undefined;", ";");
        if let Some(before) = self.written.get(name) {
            return if *before == meaning { Ok(()) } else { Err(format!("`{name}` means two things")) };
        }
        comment(about(&plain), "", &mut self.out);
        let _infallible = match body.strip_prefix('{') {
            Some(rest) if !is_union(&body) => {
                writeln!(self.out, "export interface {name} {{{rest}\n")
            }
            _ => writeln!(self.out, "export type {name} = {body};\n"),
        };
        self.written.insert(name.to_owned(), meaning);
        Ok(())
    }

    /// An interface of a schema's object, of which some members are narrower than the schema says.
    pub(crate) fn interface(
        &mut self,
        head: &str,
        about: &str,
        schema: &Value,
        members: &[(&str, Member)],
    ) -> Result<(), String> {
        if let Some((lost, _)) = members.iter().find(|(key, _)| schema["properties"].get(key).is_none()) {
            return Err(format!("{head}: the schema has no `{lost}`"));
        }
        let body = self.object(schema, "", members)?;
        comment(about, "", &mut self.out);
        let _infallible = writeln!(self.out, "export interface {head} {body}\n");
        Ok(())
    }

    /// `userPerOperation` to `UserPerOperation`.
    fn type_name(&self, key: &str) -> String {
        if let Some((_, name)) = self.renamed.iter().find(|(from, _)| *from == key) {
            return (*name).to_owned();
        }
        let mut characters = key.chars();
        let first = characters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(characters).collect()
    }

    /// The type that stands for a schema.
    fn of(&self, schema: &Value, indent: &str) -> Result<String, String> {
        if schema == &Value::Bool(false) {
            return Ok("never".to_owned());
        }
        if let Some(key) = referred(schema) {
            let name = self.type_name(key);
            // The type is of what is there; where it may be missing, its place says so.
            let may_be_null = self.definitions.get(key).and_then(without_null).is_some();
            return Ok(if may_be_null { name + " | null" } else { name });
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
            "object" => self.object(schema, indent, &[]),
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

    fn object(&self, schema: &Value, indent: &str, narrowed: &[(&str, Member)]) -> Result<String, String> {
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let patterns = schema.get("patternProperties").and_then(Value::as_object).unwrap_or(&none);
        let further = schema.get("additionalProperties").into_iter().chain(patterns.values());
        let mut values = Vec::new();
        for value in further.filter(|value| value.is_object()) {
            values.push(self.of(value, indent)?);
        }
        if properties.is_empty() {
            return self.map(schema, &values);
        }
        let list = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let required: Vec<&str> = list.filter_map(Value::as_str).collect();
        let deeper = format!("{indent}  ");
        let mut out = String::from("{\n");
        let mut named: Vec<String> = Vec::new();
        for (key, property) in properties {
            let narrower = narrowed.iter().find(|(of, _)| of == key).map(|(_, member)| *member);
            let (kind, is_there) = match narrower {
                Some(Member::Never) => continue,
                Some(Member::Is(kind)) => (kind.to_owned(), true),
                Some(Member::MayBe(kind)) => (kind.to_owned(), false),
                None => (self.of(property, &deeper)?, required.contains(&key.as_str())),
            };
            let said = Some(about(property)).filter(|said| !said.is_empty());
            let said = said.or_else(|| self.definitions.get(referred(property)?).map(about));
            comment(said.unwrap_or_default(), &deeper, &mut out);
            let mark = if is_there { "" } else { "?" };
            let absent = if self.given && !is_there { " | undefined" } else { "" };
            let _infallible = writeln!(out, "{deeper}{}{mark}: {kind}{absent};", quoted(key));
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

    /// An object whose members are entries of a map.
    fn map(&self, schema: &Value, values: &[String]) -> Result<String, String> {
        let closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
        let value = match values {
            [] => if closed { "never" } else { "unknown" }.to_owned(),
            values => values.join(" | "),
        };
        Ok(match schema.pointer("/propertyNames/enum").and_then(Value::as_array) {
            Some(keys) => format!("{{ [K in {}]?: {value} }}", self.enumeration(keys)?),
            None => format!("Record<string, {value}>"),
        })
    }
}

/// What a schema says of itself; of a whole one also its title.
fn about(schema: &Value) -> &str {
    if schema == &Value::Bool(false) {
        return "Never here";
    }
    let said = schema.get("description").or_else(|| schema.get("title"));
    said.and_then(Value::as_str).unwrap_or_default()
}

/// The name of the definition that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str)?.rsplit('/').next()
}

/// The same schema without null, where it takes null beside one other kind of value.
fn without_null(schema: &Value) -> Option<Value> {
    let kinds = schema.get("type")?.as_array()?;
    let [kind] = kinds.iter().filter(|kind| *kind != "null").collect::<Vec<_>>()[..] else { return None };
    if kinds.len() != 2 || !matches!(kind.as_str(), Some("object" | "array")) {
        return None;
    }
    let mut plain = schema.clone();
    plain.as_object_mut()?.insert("type".to_owned(), kind.clone());
    Some(plain)
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
pub(crate) fn comment(text: &str, indent: &str, out: &mut String) {
    if !text.is_empty() {
        let _infallible = writeln!(out, "{indent}/** {} */", text.replace("*/", "* /").replace('\n', " "));
    }
}

#[cfg(test)]
mod tests;

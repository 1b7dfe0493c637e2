//! Schemas repeat each other where an editor needs one file only.

use serde_json::Value;

use crate::schema::schema;

/// The schema of cases repeats those of questions and answers, so that an editor needs one file only.
#[test]
fn cases_repeat_questions_and_answers() {
    let cases = schema("cases");
    let table = [
        ("request", "request", "request", false),
        ("advance", "advance", "request", false),
        ("form", "form", "request", false),
        ("verdict", "expect", "expect", true),
        ("advanced", "advanced", "expect", true),
        ("form-answer", "form-answer", "expect", true),
        ("largest", "largest", "expect", true),
        ("possible", "possible", "expect", true),
    ];
    for (name, kept, prefix, is_partial) in table {
        let mut original = schema(name);
        renamed(&mut original, prefix, is_partial);
        let definitions = original.as_object_mut().unwrap().remove("$defs");
        for (key, definition) in definitions.iter().filter_map(Value::as_object).flatten() {
            assert_eq!(&cases["$defs"][format!("{prefix}.{key}")], definition, "{prefix}.{key}");
        }
        for field in ["$schema", "$id", "title", "description"] {
            original.as_object_mut().unwrap().remove(field);
        }
        let mut repeated = cases["$defs"][kept].clone();
        repeated.as_object_mut().unwrap().remove("description");
        assert_eq!(repeated, original, "{kept}");
    }
}

/// What two schemas mean by one name is the same.
#[test]
fn definitions_of_one_name_are_one() {
    let [advance, advanced] = ["advance", "advanced"].map(schema);
    for name in ["item", "event", "form-answer", "largest", "possible", "request", "verdict"] {
        let schema = schema(name);
        for (key, definition) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            for other in [&advance, &advanced] {
                assert!(other["$defs"].get(key).is_none_or(|other| other == definition), "{name} {key}");
            }
        }
    }
}

/// Points into definitions that begin with a prefix, and requires nothing where only a part is expected.
fn renamed(value: &mut Value, prefix: &str, is_partial: bool) {
    match value {
        Value::Object(object) => {
            if is_partial && object.get("required").is_some_and(Value::is_array) {
                object.remove("required");
            }
            if let Some(Value::String(reference)) = object.get_mut("$ref") {
                *reference = reference.replace("#/$defs/", &format!("#/$defs/{prefix}."));
            }
            object.values_mut().for_each(|value| renamed(value, prefix, is_partial));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| renamed(value, prefix, is_partial)),
        _ => {}
    }
}

//! Each schema is whole, so that an editor needs one file only; what two of them have in common is the same.

use serde_json::Value;

use crate::schema::schema;

/// What two schemas mean by one name is the same.
#[test]
fn definitions_of_one_name_are_one() {
    let [advance, advanced] = ["advance", "advanced"].map(schema);
    for name in [
        "item",
        "event",
        "form-answer",
        "form-rows-answer",
        "request-form",
        "request-form-answer",
        "largest",
        "possible",
        "request",
        "verdict",
    ] {
        let schema = schema(name);
        for (key, definition) in schema.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            for other in [&advance, &advanced] {
                assert!(other["$defs"].get(key).is_none_or(|other| other == definition), "{name} {key}");
            }
        }
    }
}

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
    types.definitions(&schema, Way::Out, &[]).unwrap();
    types.declare("Thing", &schema).unwrap();
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
    types.definitions(&schema("string"), Way::Out, &[]).unwrap();
    types.definitions(&schema("string"), Way::In, &[]).unwrap();
    let error = types.definitions(&schema("boolean"), Way::Out, &[]).unwrap_err();
    assert_eq!(error, "`X` means two things");
    types.definitions(&schema("boolean"), Way::Out, &[("x", "Flag"), ("list", "Flags")]).unwrap();
    let text = types.finish();
    assert_eq!(text.matches("export type X =").count(), 1);
    assert_eq!(text.matches("export type List =").count(), 1);
    assert!(text.contains("export type Flag = boolean;"), "{text}");
    assert!(text.contains("export type Flags = Flag[];"), "{text}");
}

#[test]
fn what_may_be_missing_is_so_where_it_stands() {
    let schema = serde_json::json!({
        "type": "object",
        "properties": {
            "payee": { "$ref": "#/$defs/payee" },
            "note": { "type": "string" },
            "counts": {
                "type": "object",
                "propertyNames": { "enum": ["a", "b"] },
                "additionalProperties": { "type": "integer" }
            }
        },
        "required": ["counts"],
        "$defs": {
            "payee": {
                "description": "Whom.",
                "type": ["object", "null"],
                "properties": { "name": { "type": "string" } }
            }
        }
    });
    let written = |way| {
        let mut types = Types::default();
        types.definitions(&schema, way, &[]).unwrap();
        types.interface("Thing", "A thing.", &schema, &[("note", Member::Is("'x'"))]).unwrap();
        types.finish()
    };
    let out = written(Way::Out);
    assert!(out.contains("/** Whom. */\nexport interface Payee {\n  name?: string;\n}"), "{out}");
    assert!(out.contains("  /** Whom. */\n  payee?: Payee | null;"), "{out}");
    assert!(out.contains("  note: 'x';"), "{out}");
    assert!(out.contains("  counts: { [K in 'a' | 'b']?: number };"), "{out}");
    let given = written(Way::In);
    assert!(given.contains("  payee?: Payee | null | undefined;"), "{given}");
    let lost = Types::default().interface("Thing", "", &schema, &[("lost", Member::Never)]);
    assert_eq!(lost.unwrap_err(), "Thing: the schema has no `lost`");
}

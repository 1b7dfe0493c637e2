//! The schemas say what the engine does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use kessai::{Code, FindingCode, Request, Service};
use kessai_fixtures::answers::answers;
use kessai_fixtures::corpus::{CaseFile, Door, root};
use serde_json::{Map, Value, json};

const NAMES: [&str; 16] = [
    "service",
    "company",
    "request",
    "verdict",
    "item",
    "event",
    "advance",
    "advanced",
    "form",
    "form-answer",
    "form-rows-answer",
    "request-form",
    "request-form-answer",
    "largest",
    "possible",
    "cases",
];

pub fn schema(name: &str) -> Value {
    let printed = crate::common::run(&["schema", name]);
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    serde_json::from_str(&printed.stdout).unwrap()
}

fn validator(name: &str) -> Validator {
    jsonschema::validator_for(&schema(name)).unwrap()
}

#[track_caller]
fn must_fit(validator: &Validator, value: &Value, what: &str) {
    let faults: Vec<_> =
        validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    assert!(faults.is_empty(), "{what}\n{}", faults.join("\n"));
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The JSON files of the corpus.
fn corpus() -> Vec<PathBuf> {
    let folders = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = folders
        .filter(|folder| folder.is_dir() && !folder.ends_with("src") && !folder.ends_with("tests"))
        .flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

/// The case files, each with the texts of its documents.
fn case_files() -> Vec<(PathBuf, CaseFile, String, String)> {
    let files = corpus().into_iter().filter(|path| read(path).get("cases").is_some());
    let with_documents = |path: PathBuf| {
        let file = CaseFile::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let text = |name: &str| fs::read_to_string(root().join(name)).unwrap();
        let (service, company) = (text(&file.service), text(&file.company));
        (path, file, service, company)
    };
    files.map(with_documents).collect()
}

#[test]
fn every_schema_is_a_schema_and_describes_all_its_fields() {
    for name in NAMES {
        let schema = schema(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        let mut undescribed = Vec::new();
        each_object(&schema, &mut |object| {
            for (field, value) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if value.is_object()
                    && !is_described(&schema, value)
                    && !is_condition(value)
                    && name != "cases"
                {
                    undescribed.push(field.clone());
                }
            }
        });
        // Ids in a verdict are the documents' own.
        undescribed
            .retain(|field| !["id", "version", "account", "business", "limit"].contains(&field.as_str()));
        assert_eq!(undescribed, [""; 0], "{name}");
    }
}

fn is_described(schema: &Value, value: &Value) -> bool {
    value.get("description").is_some() || resolved(schema, value).get("description").is_some()
}

/// Whether it only compares or forbids, as in an `if` and its `else`.
fn is_condition(value: &Value) -> bool {
    let keys = value.as_object().map(Map::keys);
    keys.is_some_and(|mut keys| keys.all(|key| ["const", "items", "properties"].contains(&key.as_str())))
}

fn resolved<'s>(schema: &'s Value, value: &'s Value) -> &'s Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => schema.pointer(reference.strip_prefix('#').unwrap()).unwrap(),
        None => value,
    }
}

fn each_object(value: &Value, visit: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values().for_each(|value| each_object(value, visit));
        }
        Value::Array(list) => list.iter().for_each(|value| each_object(value, visit)),
        _ => {}
    }
}

#[test]
fn the_corpus_fits() {
    let [service, company, cases] = ["service", "company", "cases"].map(validator);
    let mut counts = [0_usize; 3];
    for path in corpus() {
        let value = read(&path);
        let name = path.display().to_string();
        let (at, validator) = match () {
            () if value.get("cases").is_some() => (2, &cases),
            () if value.get("businesses").is_some() => (0, &service),
            () => (1, &company),
        };
        must_fit(validator, &value, &name);
        counts[at] = counts[at].saturating_add(1);
    }
    assert!(counts.iter().all(|count| *count > 10), "{counts:?}");
}

#[test]
fn every_answered_question_and_its_answer_fit() {
    let validators: BTreeMap<_, _> = NAMES.map(|name| (name, validator(name))).into();
    let mut counts = BTreeMap::new();
    for case in answers().unwrap() {
        let Ok(answer) = &case.answer else { continue };
        let (asked, answered) = match case.door {
            Door::Evaluate => ("request", "verdict"),
            Door::Advance => ("advance", "advanced"),
            Door::Form if is_entry(&case.question) => ("request-form", "request-form-answer"),
            Door::Form if answer.contains("\"rows\":[") => ("form", "form-rows-answer"),
            Door::Form => ("form", "form-answer"),
            Door::Largest(_) => ("request", "largest"),
            Door::Possible => ("request", "possible"),
        };
        must_fit(&validators[asked], &serde_json::from_str(&case.question).unwrap(), &case.name);
        must_fit(&validators[answered], &serde_json::from_str(answer).unwrap(), &case.name);
        *counts.entry(answered).or_insert(0_usize) += 1;
    }
    for (name, least) in [
        ("verdict", 500),
        ("advanced", 100),
        ("form-answer", 20),
        ("form-rows-answer", 6),
        ("request-form-answer", 12),
        ("largest", 20),
        ("possible", 5),
    ] {
        assert!(counts.get(name).is_some_and(|count| *count > least), "{name} {counts:?}");
    }
}

/// Whether the question of a form is that of a request.
fn is_entry(question: &str) -> bool {
    serde_json::from_str::<Value>(question)
        .is_ok_and(|question| question.get("form").is_some_and(|form| form == "request"))
}

/// A place in a document whose fields are fixed: its pointer, and what the schema says of it.
struct Place {
    pointer: String,
    fields: BTreeSet<String>,
    /// What a condition of the schema forbids in this document.
    forbidden: BTreeSet<String>,
    required: BTreeSet<String>,
}

/// Walks a document beside its schema, and gives each object of the schema once.
fn places(schema: &Value, document: &Value) -> Vec<Place> {
    let mut places = BTreeMap::new();
    walk(schema, schema, None, document, &mut String::new(), &mut places);
    places.into_values().collect()
}

/// The condition is what an object around says of the value beside the schema, if one does.
fn walk(
    schema: &Value,
    node: &Value,
    condition: Option<&Value>,
    value: &Value,
    pointer: &mut String,
    places: &mut BTreeMap<*const Value, Place>,
) {
    let target = resolved(schema, node);
    for branch in target.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
        // Of several shapes only the one that the value has.
        let mut alone = branch.clone();
        if let Some(object) = alone.as_object_mut() {
            object.insert("$defs".to_owned(), schema["$defs"].clone());
        }
        if jsonschema::is_valid(&alone, value) {
            walk(schema, branch, condition, value, pointer, places);
        }
    }
    let condition = match target.get("if") {
        Some(asked) if !jsonschema::is_valid(asked, value) => target.get("else"),
        _ => condition,
    };
    let of_field = |name: &str| condition?.get("properties")?.get(name);
    let properties = target.get("properties").and_then(Value::as_object);
    let is_closed = target.get("additionalProperties") == Some(&json!(false));
    if let (Some(properties), Value::Object(_), true) = (properties, value, is_closed) {
        let listed = |list: Option<&Value>| {
            let names = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
            names.map(str::to_owned).collect()
        };
        let fields = properties.iter().filter(|(_, value)| value.is_object()).map(|(name, _)| name.clone());
        let (forbidden, fields) = fields.partition(|name| of_field(name) == Some(&json!(false)));
        places.entry(std::ptr::from_ref(target)).or_insert_with(|| Place {
            pointer: pointer.clone(),
            fields,
            forbidden,
            required: listed(target.get("required")),
        });
    }
    let children: Vec<(String, &Value, Option<&Value>)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, child)| {
                let known = properties.and_then(|properties| properties.get(key));
                (key.clone(), child, known.or_else(|| target.get("additionalProperties")))
            })
            .collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(at, child)| (at.to_string(), child, target.get("items"))).collect()
        }
        _ => Vec::new(),
    };
    for (key, child, node) in children {
        if let Some(node) = node.filter(|node| node.is_object()) {
            let length = pointer.len();
            pointer.push('/');
            pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            let condition = if value.is_array() {
                condition.and_then(|condition| condition.get("items"))
            } else {
                of_field(&key)
            };
            walk(schema, node, condition, child, pointer, places);
            pointer.truncate(length);
        }
    }
}

/// The document with a field of one of its objects changed.
fn changed(document: &Value, pointer: &str, field: &str, value: Option<Value>) -> Value {
    let mut document = document.clone();
    let object = document.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => object.insert(field.to_owned(), value),
        None => object.remove(field),
    };
    document
}

/// What the engine says about fields: code and path of its findings.
type Faults = Vec<(String, String)>;

/// The engine knows exactly the fields of the schema, and needs those that the schema requires.
fn compare(
    schema: &Value,
    document: &Value,
    faults: impl Fn(&Value) -> Faults,
    unknown: &str,
    seen: &mut BTreeSet<String>,
) {
    let validator = jsonschema::validator_for(schema).unwrap();
    for place in places(schema, document) {
        let at = &place.pointer;
        let has = |document: &Value, code: &str, path: &str| {
            faults(document).iter().any(|(found, place)| found == code && place == path)
        };
        let stray = changed(document, at, "zzz", Some(json!({})));
        let objections = faults(&stray).into_iter().filter(|(_, path)| *path == format!("{at}/zzz")).count();
        assert!(objections > 0, "{at}: the engine takes any field");
        assert!(!validator.is_valid(&stray), "{at}: the schema takes any field");
        for field in &place.fields {
            let given = changed(document, at, field, Some(Value::Null));
            assert!(
                !has(&given, unknown, &format!("{at}/{field}")),
                "{at}: the engine has no field `{field}`"
            );
        }
        for field in &place.forbidden {
            let given = changed(document, at, field, Some(Value::Null));
            assert!(!faults(&given).is_empty(), "{at}: the engine takes `{field}` here");
            assert!(!validator.is_valid(&given), "{at}: the schema takes `{field}` here");
        }
        for field in &place.required {
            let lacking = changed(document, at, field, None);
            assert!(!faults(&lacking).is_empty(), "{at}: the engine does not need `{field}`");
            assert!(!validator.is_valid(&lacking), "{at}: the schema does not need `{field}`");
        }
        seen.extend(place.fields);
    }
}

fn findings(found: &kessai::Findings) -> Faults {
    found.iter().map(|finding| (finding.code.name().to_owned(), finding.path.clone())).collect()
}

/// Every field that the schema has anywhere.
fn all_fields(schema: &Value) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    each_object(schema, &mut |object| {
        if object.get("type") == Some(&json!("object"))
            || object.get("type") == Some(&json!(["object", "null"]))
        {
            let properties = object.get("properties").and_then(Value::as_object).into_iter().flatten();
            fields.extend(properties.filter(|(_, value)| value.is_object()).map(|(name, _)| name.clone()));
        }
    });
    fields
}

#[test]
fn services_have_the_fields_of_the_schema() {
    let schema = schema("service");
    let mut seen = BTreeSet::new();
    let check = |document: &Value| findings(&Service::check(&document.to_string()));
    for path in corpus().iter().filter(|path| read(path).get("businesses").is_some()) {
        compare(&schema, &read(path), check, "field.unknown", &mut seen);
    }
    // Groups that no bank of the corpus needs.
    let mut rest = read(&root().join("ehime/service.json"));
    rest["label"] = json!({ "ja": "銀行", "en": "bank" });
    rest["settings"] = json!({
        "fee": { "taxRates": [{ "from": "2019-10-01", "rate": "0.1" }] },
        "approval": { "selfApproval": { "forbid": ["transfer"] } },
        "limit": {}, "roles": {}, "holiday": {}, "cert": {}, "name": {}, "charset": {}, "ip": {}
    });
    rest["businesses"]["transfer"]["fees"] =
        json!({ "payeeBorne": {}, "payerBorne": {}, "perCount": { "unit": "1" } });
    rest["businesses"]["transfer"]["maxItems"] = json!({ "screen": 1, "file": 2 });
    let tables = rest["standardFees"][0]["tables"]["transfer"].as_object_mut().unwrap();
    tables.values_mut().for_each(|table| *table = json!([{ "from": "0", "rate": "0.1" }]));
    rest["ceilings"] = json!({ "accountPerDay": { "transfer": {} }, "userPerOperation": { "transfer": {} } });
    rest["calendar"] =
        json!({ "from": "2026-01-01", "to": "2026-12-31", "holidays": [], "weekend": [], "national": "JP" });
    rest["windows"] = json!({ "transfer": { "otherBank": {} } });
    rest["businesses"]["transfer"]["switchTo"] = json!({ "bulkTransfer": {} });
    rest["access"] = json!({ "attributes": { "device": { "type": "text" } }, "conditions": [{ "key": "one",
        "require": { "all": [{ "any": [{ "not": { "attribute": "device", "is": "x" } }] }] } }] });
    rest["settings"]["account"] = json!({ "bank": 4, "branch": 3, "type": 1, "number": 7 });
    rest["fields"] = json!({ "request": { "payee.name": {} }, "user": { "loginId": [{}] } });
    rest["stateLabels"] = json!({ "draft": { "ja": "保存中", "en": "Saved" } });
    compare(&schema, &rest, check, "field.unknown", &mut seen);
    assert_eq!(all_fields(&schema).difference(&seen).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn companies_have_the_fields_of_the_schema() {
    let schema = schema("company");
    let mut seen = BTreeSet::new();
    for (_, _, service, company) in case_files() {
        let service = Service::from_json(&service).unwrap();
        let document: Value = serde_json::from_str(&company).unwrap();
        let check = |document: &Value| findings(&service.check_company(&document.to_string()));
        compare(&schema, &document, check, "field.unknown", &mut seen);
        if let Some(table) = document.pointer("/fees/payeeBorne/bulkTransfer/tables/0/otherBank") {
            let rate = json!([{ "from": table[0]["from"], "rate": "0.1" }]);
            let pointer = "/fees/payeeBorne/bulkTransfer/tables/0";
            compare(
                &schema,
                &changed(&document, pointer, "otherBank", Some(rate)),
                check,
                "field.unknown",
                &mut seen,
            );
        }
    }
    assert_eq!(all_fields(&schema).difference(&seen).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn requests_have_the_fields_of_the_schema() {
    let schema = schema("request");
    let document = json!({
        "user": "taro", "payee": { "kind": "newAccount" }, "approvers": ["hanako"], "items": [{ "payee": {} }],
        "usage": [{ "limit": "companyPerDay", "business": "payroll", "day": "2026-11-20", "used": "0" }],
        "item": { "requester": "taro" }, "target": { "user": "taro" }
    });
    let check = |document: &Value| match Request::from_json(&document.to_string()) {
        Ok(_) => Vec::new(),
        Err(error) => vec![(error.code().name().to_owned(), error.path().to_owned())],
    };
    let mut seen = BTreeSet::new();
    compare(&schema, &document, check, "request.field.unknown", &mut seen);
    assert_eq!(all_fields(&schema).difference(&seen).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn questions_about_items_have_the_fields_of_the_schema() {
    let schema = schema("advance");
    let mut seen = BTreeSet::new();
    for case in answers().unwrap().iter().filter(|case| case.door == Door::Advance && case.answer.is_ok()) {
        let mut document: Value = serde_json::from_str(&case.question).unwrap();
        // What is null has no fields to be looked at.
        if document["item"].is_null() {
            document.as_object_mut().unwrap().remove("item");
        }
        let company = Service::from_json(&case.service).unwrap().company_from_json(&case.company).unwrap();
        let check = |document: &Value| match company.advance_json(&document.to_string(), &mut String::new()) {
            Ok(_) => Vec::new(),
            Err(error) => vec![(error.code().name().to_owned(), error.path().to_owned())],
        };
        let before = seen.len();
        let fields: BTreeSet<_> =
            places(&schema, &document).into_iter().flat_map(|place| place.fields).collect();
        if !fields.is_subset(&seen) {
            compare(&schema, &document, check, "request.field.unknown", &mut seen);
            assert!(seen.len() > before);
        }
    }
    assert_eq!(all_fields(&schema).difference(&seen).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_finding_stands_in_the_schema_of_forms() {
    let codes: Vec<_> = FindingCode::ALL.iter().map(|code| json!(code.name())).collect();
    assert_eq!(schema("form-answer")["$defs"]["findingCode"]["enum"], Value::Array(codes));
}

#[test]
fn every_code_stands_in_the_schema_of_the_verdict() {
    let codes: Vec<_> = Code::ALL.iter().map(|code| json!(code.name())).collect();
    assert_eq!(schema("verdict")["$defs"]["code"]["enum"], Value::Array(codes));
}

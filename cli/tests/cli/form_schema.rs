//! The schemas of forms are never stricter than the forms.

use std::collections::BTreeMap;
use std::fs;

use jsonschema::Validator;
use kessai::form::Forms;
use kessai::terms::{Operation, SchemaDraft};
use kessai::{FormOutcome, Lang, Service};
use kessai_fixtures::answers::case_files;
use kessai_fixtures::corpus::{CaseFile, Door, Question, root};
use serde_json::{Value, json};

const FORMS: [&str; 6] = ["request", "company", "user", "account", "feeTable", "group"];

/// The schemas of a company's forms, in both drafts.
struct Schemas(BTreeMap<&'static str, [Validator; 2]>);

impl Schemas {
    fn new(forms: &Forms) -> Self {
        let of = |form, draft, lang| {
            let mut text = String::new();
            forms.schema_json(form, lang, draft, &mut text).unwrap();
            let schema: Value = serde_json::from_str(&text).unwrap();
            jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{form}: {error}"))
        };
        let both = |form| {
            [(SchemaDraft::Draft202012, Lang::Ja), (SchemaDraft::Draft07, Lang::En)]
                .map(|(draft, lang)| of(form, draft, lang))
        };
        Self(FORMS.map(|form| (form, both(form))).into())
    }

    /// Asks the form; what it calls valid must be valid by its schemas. Tells whether it was.
    fn hold(&self, forms: &Forms, question: &Value) -> bool {
        let mut answer = String::new();
        if !matches!(forms.check_json(&question.to_string(), &mut answer), Ok(FormOutcome::Valid)) {
            return false;
        }
        let Some(input) = question.get("input") else { return true };
        // Where the form step does not run, nothing that is typed is looked at, and the schema looks at it all the same.
        let looked_at = |name: &str| name.parse::<Operation>().is_ok_and(|one| one.makes() || one.is_act());
        if question["form"] == "request" && !input["operation"].as_str().is_some_and(looked_at) {
            return true;
        }
        for validator in &self.0[question["form"].as_str().unwrap()] {
            let faults: Vec<_> = validator
                .iter_errors(input)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{question}\n{}", faults.join("\n"));
        }
        true
    }
}

/// Every element of a company as its form would be filled wholly.
fn elements(company: &Value) -> Vec<Value> {
    let mut questions = Vec::new();
    for (list, form) in [("users", "user"), ("accounts", "account")] {
        for element in company[list].as_array().into_iter().flatten() {
            questions.push(json!({ "form": form, "change": element["id"], "input": element }));
        }
    }
    for (key, group) in company["groups"].as_object().into_iter().flatten() {
        let mut input = group.clone();
        input["id"] = key.as_str().into();
        questions.push(json!({ "form": "group", "change": key, "input": input }));
    }
    for (bearer, word) in [("payeeBorne", "payee"), ("payerBorne", "payer")] {
        for (business, entry) in company["fees"][bearer].as_object().into_iter().flatten() {
            let mut input = entry.clone();
            input["business"] = business.as_str().into();
            input["bearer"] = word.into();
            questions.push(json!({ "form": "feeTable", "input": input }));
        }
    }
    let mut input = json!({});
    for key in ["name", "nameKana", "approval", "groups", "limits", "access"] {
        if let Some(value) = company.get(key) {
            input[key] = value.clone();
        }
    }
    questions.push(json!({ "form": "company", "input": input }));
    questions
}

#[test]
fn what_a_form_calls_valid_is_valid_by_its_schema() {
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    for path in case_files().unwrap() {
        let file = CaseFile::parse(&fs::read_to_string(&path).unwrap()).unwrap();
        let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
        let service = Service::from_json(&read(&file.service)).unwrap();
        let Ok(forms) = service.forms(&read(&file.company)) else { continue };
        let schemas = Schemas::new(&forms);
        let mut questions = elements(&serde_json::from_str(&read(&file.company)).unwrap());
        for case in &file.cases {
            let Question::One(asked) = &case.question else { continue };
            let Ok(question) = serde_json::from_str::<Value>(&asked.text) else { continue };
            match asked.door {
                Door::Evaluate => questions.push(json!({ "form": "request", "input": question })),
                Door::Form => questions.push(question),
                _ => {}
            }
        }
        for question in questions {
            if schemas.hold(&forms, &question) {
                *held.entry(question["form"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
    }
    for form in FORMS {
        assert!(held.get(form).is_some_and(|count| *count > 5), "{held:?}");
    }
}

//! Schemas of forms as they are written; that they are no stricter than the forms is tested on the corpus, beside the program.

use alloc::string::{String, ToString};

use serde_json::Value;

use crate::terms::SchemaDraft;
use crate::{Company, Lang, Service};

fn company() -> Company {
    let service = Service::from_json(include_str!("../../document/tests/service.json")).unwrap();
    service.company_from_json(include_str!("../../document/tests/company.json")).unwrap()
}

fn schema(company: &Company, form: &str, lang: Lang, draft: SchemaDraft) -> Value {
    let mut out = String::new();
    company.form_schema_json(form, lang, draft, &mut out).unwrap();
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

#[test]
fn titles_are_in_the_language_and_choices_are_those_of_the_documents() {
    let company = company();
    for (lang, title) in [(Lang::Ja, "出金口座"), (Lang::En, "debit account")] {
        let request = schema(&company, "request", lang, SchemaDraft::Draft202012);
        let account = &request["properties"]["account"];
        assert_eq!(account["title"], title);
        assert_eq!(account["enum"], serde_json::json!(["main", "sub", null]));
        assert_eq!(request["required"], serde_json::json!(["user", "operation"]));
    }
    let user = schema(&company, "user", Lang::Ja, SchemaDraft::Draft07);
    assert_eq!(user["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(user["properties"]["accounts"]["title"], "利用可能口座");
    assert_eq!(user["properties"]["accounts"]["items"]["enum"], serde_json::json!(["main", "sub"]));
}

#[test]
fn what_a_bank_allows_is_what_can_be_chosen() {
    let company = company();
    let settings = schema(&company, "company", Lang::En, SchemaDraft::Draft202012);
    for (key, of) in settings["properties"]["approval"]["properties"].as_object().unwrap() {
        let modes = of.get("enum").unwrap_or(&of["anyOf"][0]["enum"]).as_array().unwrap();
        for mode in crate::terms::ApprovalMode::ALL {
            let members = company.model.service.businesses.iter();
            let mut members =
                members.filter(|one| *one.key == **key || one.approval_group.as_deref() == Some(key));
            let allowed = members.all(|one| one.allows(*mode));
            let is_policy = *mode == crate::terms::ApprovalMode::Policy;
            let listed =
                if is_policy { of.get("anyOf").is_some() } else { modes.contains(&mode.name().into()) };
            assert_eq!(listed, allowed, "{key} {mode}");
        }
    }
}

#[test]
fn another_form_has_no_schema() {
    let mut out = String::new();
    let error = company().form_schema_json("card", Lang::En, SchemaDraft::Draft07, &mut out).unwrap_err();
    assert_eq!((error.code().name(), &*error.path, &*out), ("request.form", "/form", ""));
}

/// The pattern of a field of the bank's own with a rule, under settings.
fn pattern(rule: &str, settings: &str) -> Option<String> {
    let service = include_str!("../../document/tests/service.json");
    let mut service: Value = serde_json::from_str(service).unwrap();
    service["fields"] =
        serde_json::from_str(&alloc::format!(r#"{{ "user": {{ "own": {rule} }} }}"#)).unwrap();
    let settings: Value = serde_json::from_str(settings).unwrap();
    for (name, value) in settings.as_object().unwrap() {
        service["settings"][name] = value.clone();
    }
    let service =
        Service::from_json(&service.to_string()).unwrap_or_else(|findings| panic!("{rule}: {findings}"));
    let company = service.company_from_json(include_str!("../../document/tests/company.json")).unwrap();
    let user = schema(&company, "user", Lang::En, SchemaDraft::Draft202012);
    user["properties"]["own"]["pattern"].as_str().map(Into::into)
}

#[test]
fn a_shape_is_a_pattern() {
    let normalise = r#"{ "charset": { "policy": "normalise" } }"#;
    for (rule, settings, want) in [
        (r#"{ "shape": "T0000000000000" }"#, "{}", Some("^(T[0-9]{13})?$")),
        (r#"{ "shape": "T0000000000000", "required": true }"#, "{}", Some("^T[0-9]{13}$")),
        (r#"{ "shape": "T0000000000000", "required": "new" }"#, "{}", Some("^(T[0-9]{13})?$")),
        (r#"{ "shape": "k000000.p12", "required": true }"#, "{}", Some(r"^k[0-9]{6}\.p12$")),
        (r#"{ "shape": "Aa0AA", "required": true }"#, "{}", Some("^[A-Z][a-z][0-9][A-Z]{2}$")),
        (r#"{ "shape": "\\A\\0+(0)\\\\{/}-", "required": true }"#, "{}", Some(r"^A0\+\([0-9]\)\\\{\/\}-$")),
        (r#"{ "shape": "番0", "characters": "any", "required": true }"#, "{}", Some("^番[0-9]$")),
        // か and its mark may be typed for が.
        (r#"{ "shape": "が0", "characters": "fullOrHalfWidth", "required": true }"#, "{}", None),
        (r#"{ "shape": "-0", "characters": "fullOrHalfWidth", "required": true }"#, "{}", Some("^-[0-9]$")),
        (r#"{ "shape": "T0", "characters": "alphanumerics" }"#, normalise, None),
        (r#"{ "shape": "T0" }"#, normalise, Some("^(T[0-9])?$")),
    ] {
        assert_eq!(pattern(rule, settings).as_deref(), want, "{rule} {settings}");
    }
}

//! Each example is true: of its two sides the first has not the code, the second has it, and where it says.

use kessai::{Company, Day, RequestError, Service};
use serde_json::{Map, Value};

use super::{Example, Question};
use crate::explain::catalogue::{Catalogue, Kind, TOPICS};

const SERVICE: &str = include_str!("../base/service.json");
const COMPANY: &str = include_str!("../base/company.json");
const REQUEST: &str = include_str!("../base/request.json");
const EVENT: &str = include_str!("../base/event.json");
const FORM: &str = include_str!("../base/form.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The part of the company for its user `taro`.
fn part() -> Value {
    let mut part = json(COMPANY);
    part["part"] = json(r#"{ "user": "taro" }"#);
    part["users"].as_array_mut().unwrap().truncate(1);
    part["approverCandidates"] = json(
        r#"[{ "id": "hanako", "businesses": ["transfer", "bulkTransfer"], "accounts": ["main", "sub"],
              "role": "administrator", "approverPerItem": { "transfer": "1000000" } }]"#,
    );
    part
}

/// Puts a value at a pointer, whose last step `-` adds to a list; takes away what stands there where there is none.
fn put(document: &mut Value, at: &str, value: Option<Value>) {
    let (parent, name) = at.rsplit_once('/').unwrap_or_else(|| panic!("`{at}` is no place"));
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("`{at}` leads nowhere"));
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(name.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(name)),
        (Value::Array(list), Some(value)) => match name.parse::<usize>() {
            Ok(at) => list[at] = value,
            Err(_) => list.push(value),
        },
        (Value::Array(_), None) if name == "-" => {}
        (Value::Array(list), None) => drop(list.remove(name.parse().unwrap())),
        _ => panic!("`{at}` leads into a value"),
    }
}

/// A value with everything in it that is to stand many times.
fn grown(value: &Value, position: Option<usize>) -> Value {
    match value {
        Value::Object(map) if map.contains_key("times") => many(map),
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.clone(), grown(value, position))).collect::<Map<_, _>>().into()
        }
        Value::Array(list) => list.iter().map(|value| grown(value, position)).collect(),
        Value::String(text) => match position {
            Some(at) => text.replace('#', &at.to_string()).into(),
            None => text.clone().into(),
        },
        _ => value.clone(),
    }
}

fn many(map: &Map<String, Value>) -> Value {
    let number =
        |key: &str| map.get(key).and_then(Value::as_u64).map(|number| usize::try_from(number).unwrap());
    let (from, times) = (number("from").unwrap_or(0), number("times").unwrap());
    let positions = from..from.checked_add(times).unwrap();
    match (&map["value"], map.get("key")) {
        (value, Some(key)) => {
            let key = |at: usize| key.as_str().unwrap().replace('#', &at.to_string());
            positions.map(|at| (key(at), grown(value, Some(at)))).collect::<Map<_, _>>().into()
        }
        (Value::String(text), None) => text.repeat(times).into(),
        (value, None) => positions.map(|at| grown(value, Some(at))).collect(),
    }
}

impl Example {
    fn base(&self) -> Value {
        match self.of {
            Question::Service | Question::Upcoming => json(SERVICE),
            Question::Company => json(COMPANY),
            Question::Part => part(),
            Question::Request | Question::Largest | Question::Possible => json(REQUEST),
            Question::Event => json(EVENT),
            Question::Form => json(FORM),
        }
    }

    /// The text with one of the two values.
    fn text(&self, value: Option<&Value>) -> String {
        let value = value.map(|value| grown(value, None));
        let Some(at) = &self.at else {
            return value.and_then(|value| value.as_str().map(str::to_owned)).expect("a whole text");
        };
        let mut document = self.base();
        for place in &self.without {
            put(&mut document, place, None);
        }
        for (place, value) in &self.with {
            put(&mut document, place, Some(grown(value, None)));
        }
        put(&mut document, at, value);
        document.to_string()
    }

    fn service(&self) -> Service {
        let mut document = json(SERVICE);
        for (place, value) in &self.service {
            put(&mut document, place, Some(value.clone()));
        }
        Service::from_json(&document.to_string()).unwrap_or_else(|findings| panic!("{findings}"))
    }

    fn company(&self) -> Company {
        self.service().company_from_json(COMPANY).unwrap_or_else(|findings| panic!("{findings}"))
    }

    /// What is found with one of the two values: code and place of each.
    fn found(&self, value: Option<&Value>) -> Vec<(String, String)> {
        let text = self.text(value);
        let mut out = String::new();
        let answer = match self.of {
            Question::Service => return listed(&Service::check(&text)),
            Question::Company | Question::Part => return listed(&self.service().check_company(&text)),
            Question::Upcoming => return listed(&self.service().upcoming(Day::parse(&text).unwrap())),
            Question::Request => self.company().evaluate_json(&text, &mut out).map(drop),
            Question::Event => self.company().advance_json(&text, &mut out).map(drop),
            Question::Form => self.service().form_json(COMPANY, &text, &mut out).map(drop),
            Question::Largest => self.company().largest_payment_json(&text, None, &mut out),
            Question::Possible => self.company().possible_json(&text, &mut out),
        };
        answer
            .err()
            .map(|error: RequestError| (error.code().name().to_owned(), error.path().to_owned()))
            .into_iter()
            .collect()
    }
}

fn listed(findings: &kessai::Findings) -> Vec<(String, String)> {
    findings.iter().map(|finding| (finding.code.name().to_owned(), finding.path.clone())).collect()
}

#[test]
fn the_base_is_in_order() {
    assert_eq!(Service::check(SERVICE).to_string(), "");
    let service = Service::from_json(SERVICE).unwrap();
    assert_eq!(service.check_company(COMPANY).to_string(), "");
    assert_eq!(service.check_company(&part().to_string()).to_string(), "");
    let company = service.company_from_json(COMPANY).unwrap();
    let mut out = String::new();
    company.evaluate_json(REQUEST, &mut out).unwrap();
    company.advance_json(EVENT, &mut out).unwrap();
    service.form_json(COMPANY, FORM, &mut out).unwrap();
}

#[test]
fn each_example_has_its_code_on_one_side_only() {
    let catalogue = Catalogue::embedded().unwrap();
    let mut wrong = Vec::new();
    for (name, entry) in TOPICS.iter().flat_map(|topic| catalogue.of(topic)) {
        let Some(example) = &entry.example else { continue };
        let path = example.found.as_ref().or(example.at.as_ref()).unwrap_or_else(|| panic!("{name}"));
        let passes = example.found(example.passes.as_ref());
        if passes.iter().any(|(code, _)| code == name) {
            wrong.push(format!("{name} is found where it passes: {passes:?}"));
        }
        let refused = example.found(example.refused.as_ref());
        if !refused.iter().any(|(code, at)| code == name && at == path) {
            let refused: Vec<_> = refused.iter().take(5).collect();
            wrong.push(format!("{name} is not found at {path}: {refused:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Both sides of every finding and of every error of a request are proven.
#[test]
fn findings_and_request_errors_are_proven() {
    let catalogue = Catalogue::embedded().unwrap();
    let proven = |kind: Kind| {
        TOPICS.iter().filter(move |topic| topic.kind == kind).flat_map(|topic| catalogue.of(topic))
    };
    let without: Vec<_> = proven(Kind::Finding)
        .chain(proven(Kind::Request))
        .filter(|(_, entry)| entry.example.is_none())
        .map(|(name, _)| name)
        .collect();
    assert_eq!(without, [""; 0]);
}

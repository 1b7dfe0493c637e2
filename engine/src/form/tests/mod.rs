//! The forms of the company document, as a bank's screens ask them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::{FormOutcome, RequestError, Service};

mod answers;
mod curves;
mod errors;
mod fields;
mod groups;
mod kept;
mod law;
mod policy;
mod rows;
mod tables;

pub(super) const SERVICE: &str = include_str!("../../document/tests/service.json");
pub(super) const COMPANY: &str = include_str!("../../document/tests/company.json");

/// The service of the tests of documents.
pub(super) fn service() -> Service {
    Service::from_json(SERVICE).unwrap()
}

/// The same with field rules and a policy for characters that are not allowed.
pub(super) fn service_with(fields: &str, policy: &str) -> Service {
    let mut json: Value = serde_json::from_str(SERVICE).unwrap();
    json["settings"]["charset"] = serde_json::json!({ "policy": policy });
    // Put in as a text, which keeps the order of the rules.
    let text = json.to_string();
    let text = alloc::format!("{},\"fields\":{fields}}}", text.strip_suffix('}').unwrap());
    Service::from_json(&text).unwrap_or_else(|findings| panic!("{findings}"))
}

/// A form, what was typed into it, and what is said of it.
pub(super) struct Row {
    pub why: &'static str,
    pub asks: &'static str,
    pub outcome: FormOutcome,
    /// Each a code with its path in the form or, in brackets, its place elsewhere.
    pub reasons: &'static [&'static str],
    pub missing: &'static [&'static str],
    pub changed: &'static [&'static str],
}

const NONE: &[&str] = &[];

impl Row {
    pub const fn new(why: &'static str, asks: &'static str, outcome: FormOutcome) -> Self {
        Self { why, asks, outcome, reasons: NONE, missing: NONE, changed: NONE }
    }

    /// A form that may be taken over.
    pub const fn valid(why: &'static str, asks: &'static str) -> Self {
        Self::new(why, asks, FormOutcome::Valid)
    }

    pub const fn refused(why: &'static str, asks: &'static str, reasons: &'static [&'static str]) -> Self {
        Self { reasons, ..Self::new(why, asks, FormOutcome::Refused) }
    }

    pub const fn incomplete(why: &'static str, asks: &'static str, missing: &'static [&'static str]) -> Self {
        Self { missing, ..Self::new(why, asks, FormOutcome::Incomplete) }
    }

    pub const fn missing(mut self, missing: &'static [&'static str]) -> Self {
        self.missing = missing;
        self
    }

    pub const fn changed(mut self, changed: &'static [&'static str]) -> Self {
        self.changed = changed;
        self
    }
}

/// The answer of a form, as JSON.
pub(super) fn ask(service: &Service, company: &str, asks: &str) -> Result<Value, RequestError> {
    let forms = service.forms(company)?;
    let (mut out, mut by_whole) = (String::new(), String::new());
    let outcome = forms.check_json(asks, &mut out)?;
    forms.check_whole_json(asks, &mut by_whole)?;
    assert_eq!(out, by_whole, "{asks}");
    let answer: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"));
    assert_eq!(answer["outcome"], outcome.name());
    Ok(answer)
}

pub(super) fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_string()).collect()
}

/// Each reason as a row writes it.
pub(super) fn reasons(answer: &Value) -> Vec<String> {
    let line = |reason: &Value| {
        assert_eq!(reason["step"], "form");
        let (code, path) = (reason["code"].as_str().unwrap(), reason["path"].as_str().unwrap());
        match reason["place"].as_str() {
            Some(place) => alloc::format!("{code} {path}[{place}]"),
            None => alloc::format!("{code} {path}"),
        }
    };
    answer["reasons"].as_array().unwrap().iter().map(line).collect()
}

/// Every row is answered as it says.
#[track_caller]
pub(super) fn check_rows(service: &Service, company: &str, rows: &[Row]) {
    let mut faults = Vec::new();
    for row in rows {
        let answer = ask(service, company, row.asks).unwrap_or_else(|error| panic!("{}: {error}", row.why));
        let found = (reasons(&answer), texts(&answer["missing"]), texts(&answer["changed"]));
        let is_right = found.0 == row.reasons
            && found.1 == row.missing
            && found.2 == row.changed
            && answer["outcome"] == row.outcome.name();
        if !is_right {
            faults.push(alloc::format!("{}: {} {found:?}\n", row.why, answer["outcome"]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.concat());
}

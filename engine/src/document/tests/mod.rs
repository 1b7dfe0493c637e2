//! Each finding with a document that has it and a neighbour that has not.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::finding::{Finding, FindingCode, Findings};
use crate::lang::Lang;
use crate::{Company, Service};

mod access;
mod bounds;
mod company_rows;
mod field_rows;
mod groups;
mod idle_rows;
mod limit_rows;
mod model;
mod name_rows;
mod own;
mod places;
mod policy_rows;
mod service_rows;
mod shapes;
mod window_rows;

const SERVICE: &str = include_str!("service.json");
const COMPANY: &str = include_str!("company.json");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Document {
    Service,
    Company,
}

impl Document {
    fn check(self, text: &str) -> Findings {
        match self {
            Self::Service => Service::check(text),
            Self::Company => service().check_company(text),
        }
    }

    fn json(self) -> Value {
        serde_json::from_str(if self == Self::Service { SERVICE } else { COMPANY }).unwrap()
    }
}

fn service() -> Service {
    Service::from_json(SERVICE).unwrap()
}

fn company() -> Company {
    service().company_from_json(COMPANY).unwrap()
}

/// A document with a value put at a pointer, or taken out where the value is empty.
fn with(mut document: Value, at: &str, value: &str) -> Value {
    let (parent, name) = at.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/");
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{at} leads nowhere"));
    let value =
        (!value.is_empty()).then(|| serde_json::from_str(value).unwrap_or_else(|_| panic!("{value}")));
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(name, value)),
        (Value::Object(map), None) => drop(map.remove(&name)),
        (Value::Array(list), Some(value)) => match name.parse::<usize>() {
            Ok(at) => list[at] = value,
            Err(_) => list.push(value),
        },
        (Value::Array(_), None) if name == "-" => {}
        (Value::Array(list), None) => drop(list.remove(name.parse().unwrap())),
        _ => panic!("{at} leads into a value"),
    }
    document
}

/// One way to spoil a document: what is put where, what is found where, and a neighbour without the finding.
struct Row {
    /// The pointer; `-` as its last step adds to a list.
    at: &'static str,
    /// The JSON that has the finding; empty takes the value out.
    bad: &'static str,
    /// The JSON that has not.
    good: &'static str,
    code: FindingCode,
    /// Where the finding is, if not at `at`.
    path: &'static str,
    en: &'static str,
    ja: &'static str,
    hint: &'static str,
    hint_ja: &'static str,
    /// How many findings there are in all.
    count: usize,
}

impl Row {
    const fn new(code: FindingCode, at: &'static str, bad: &'static str, good: &'static str) -> Self {
        Self { at, bad, good, code, path: at, en: "", ja: "", hint: "", hint_ja: "", count: 1 }
    }

    const fn path(mut self, path: &'static str) -> Self {
        self.path = path;
        self
    }

    /// The finding comes with others, which follow from it.
    const fn among(mut self, count: usize) -> Self {
        self.count = count;
        self
    }

    const fn says(mut self, en: &'static str, ja: &'static str) -> Self {
        (self.en, self.ja) = (en, ja);
        self
    }

    const fn hints(mut self, en: &'static str, ja: &'static str) -> Self {
        (self.hint, self.hint_ja) = (en, ja);
        self
    }
}

/// The only finding of a document.
#[track_caller]
fn only(findings: &Findings) -> &Finding {
    assert_eq!(findings.len(), 1, "{findings}");
    findings.iter().next().unwrap()
}

/// The bad document of each row has its finding, and as a rule no other; the good one has none of that code.
#[track_caller]
fn check_rows(document: Document, base: &Value, rows: &[Row]) {
    for row in rows {
        let bad = with(base.clone(), row.at, row.bad).to_string();
        let findings = document.check(&bad);
        let title = alloc::format!("{} {}", row.at, row.bad);
        let mut found =
            findings.iter().filter(|finding| finding.code == row.code && finding.path == row.path);
        let Some(finding) = found.next() else { panic!("{title}: {findings}") };
        assert_eq!((found.count(), findings.len()), (0, row.count), "{title}: {findings}");
        assert_eq!(finding.message(Lang::En), row.en, "{title}");
        assert_eq!(finding.message(Lang::Ja), row.ja, "{title}");
        assert_eq!(finding.hint(Lang::En).unwrap_or_default(), row.hint, "{title}");
        assert_eq!(finding.hint(Lang::Ja).unwrap_or_default(), row.hint_ja, "{title}");
        let good = with(base.clone(), row.at, row.good).to_string();
        let findings = document.check(&good);
        assert!(findings.iter().all(|finding| finding.code != row.code), "{title}, but good: {findings}");
    }
}

#[test]
fn the_documents_of_these_tests_have_no_findings() {
    assert_eq!(Service::check(SERVICE).to_string(), "");
    assert_eq!(service().check_company(COMPANY).to_string(), "");
}

#[test]
fn every_finding_is_in_a_test() {
    let rows = [
        service_rows::ROWS,
        field_rows::ROWS,
        window_rows::ROWS,
        company_rows::ROWS,
        company_rows::PART_ROWS,
        access::ROWS,
        own::ROWS,
        name_rows::ROWS,
        name_rows::COMPANY_ROWS,
        idle_rows::ROWS,
        idle_rows::COMPANY_ROWS,
    ]
    .into_iter()
    .flatten();
    let mut tested: BTreeSet<FindingCode> = rows.map(|row| row.code).collect();
    tested.extend(places::CODES);
    tested.extend(bounds::CODES);
    tested.extend(shapes::CODES);
    tested.extend(window_rows::CODES);
    tested.extend(access::CODES);
    tested.extend(idle_rows::CODES);
    tested.extend(policy_rows::CODES);
    tested.extend(limit_rows::CODES);
    let untested: Vec<&str> =
        FindingCode::ALL.iter().filter(|code| !tested.contains(code)).map(|code| code.name()).collect();
    assert_eq!(untested, [""; 0]);
}

/// The texts of the findings, for the eye and against accidents: one a line.
fn lines(findings: &Findings) -> Vec<String> {
    findings.iter().map(|finding| alloc::format!("{} {}", finding.code.name(), finding.path)).collect()
}

#[track_caller]
fn finds(document: Document, value: &Value, want: &[&str]) {
    let found = lines(&document.check(&value.to_string()));
    let want: Vec<String> = want.iter().map(|line| (*line).to_owned()).collect();
    assert_eq!(found, want);
}

//! Keeping a request with its verdict as a case.

use std::path::{Component, Path, PathBuf};

use kessai_fixtures::corpus::CaseFile;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::change::{self, folder_of};
use crate::input::{self, Fault, Kind};
use crate::session::{Failure, Session};

/// A case to be kept.
#[derive(Debug)]
pub struct NewCase<'a> {
    pub name: Option<&'a str>,
    pub why: Option<&'a str>,
    /// The request as it was read.
    pub request: &'a str,
    /// The verdict as it was given.
    pub verdict: &'a str,
}

/// Fields of a verdict that say who answered, and by which documents: they change without any change of the answer.
const WHO_ANSWERED: [&str; 3] = ["engine", "service", "company"];

/// Adds a case to a case file, which is made if there is none, and tells so.
///
/// # Errors
///
/// The documents come from standard input or are not those of the file, or the file is none or cannot be written.
pub fn save(
    file: &Path,
    documents: [&PathBuf; 2],
    case: &NewCase<'_>,
    session: &Session,
) -> Result<String, Failure> {
    let shown = file.display();
    let documents = absolute(documents, session)?;
    let with_case = |text: Option<&str>| {
        let text = match text {
            Some(text) => appended(text, file, &documents, case, session)?,
            None => created(file, &documents, case, session)?,
        };
        // Nothing is written that the runner would not read.
        CaseFile::parse(&text).map_err(|error| Failure::new(format!("{shown}: {error}")))?;
        Ok(text)
    };
    change::change(file, Kind::Cases, with_case).map_err(|unsaved| match unsaved {
        Unsaved::File(fault) => input::unwritable(file, &fault, session),
        Unsaved::Case(failure) => failure,
    })?;
    Ok(session.say(format!("saved in {shown}"), format!("{shown} に保存しました")))
}

/// Why a case was not saved.
enum Unsaved {
    File(Fault),
    Case(Failure),
}

impl From<Fault> for Unsaved {
    fn from(fault: Fault) -> Self {
        Self::File(fault)
    }
}

impl From<Failure> for Unsaved {
    fn from(failure: Failure) -> Self {
        Self::Case(failure)
    }
}

/// The documents' own places in the file system.
fn absolute(documents: [&PathBuf; 2], session: &Session) -> Result<[PathBuf; 2], Failure> {
    let place = |path: &PathBuf| {
        path.canonicalize().map_err(|_| {
            Failure::new(session.say(
                "a case names its documents, so they have to be files",
                "ケースは文書のファイル名を記録するため、文書はファイルで指定してください",
            ))
        })
    };
    let [service, company] = documents;
    Ok([place(service)?, place(company)?])
}

/// A new case file.
fn created(
    file: &Path,
    documents: &[PathBuf; 2],
    case: &NewCase<'_>,
    session: &Session,
) -> Result<String, Failure> {
    let folder =
        folder_of(file).canonicalize().map_err(|error| input::unwritable(file, &error.into(), session))?;
    let [service, company] = documents
        .each_ref()
        .map(|path| Value::from(relative(path, &folder).display().to_string()).to_string());
    let source = Value::from("saved by `kessai evaluate`");
    let case = written(case, &[], session)?;
    Ok(format!(
        "{{\n  \"format\": 1,\n  \"source\": {source},\n  \"service\": {service},\n  \"company\": {company},\n  \"cases\": [\n{case}\n  ]\n}}\n"
    ))
}

/// What is needed of a case file to add to it without touching the rest of its text.
#[derive(Deserialize)]
struct Outline<'a> {
    service: String,
    company: String,
    #[serde(borrow)]
    cases: &'a RawValue,
}

/// The file's text with a case more.
fn appended(
    text: &str,
    file: &Path,
    documents: &[PathBuf; 2],
    case: &NewCase<'_>,
    session: &Session,
) -> Result<String, Failure> {
    let no_case_file = |error: String| Failure::new(format!("{}: {error}", file.display()));
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let known = CaseFile::parse(text).map_err(|error| no_case_file(error.to_string()))?;
    let outline: Outline<'_> = serde_json::from_str(text).map_err(|error| no_case_file(error.to_string()))?;
    let folder = folder_of(file);
    for (name, document) in [&outline.service, &outline.company].into_iter().zip(documents) {
        let candidates = [folder.join(name), folder.join("..").join(name)];
        let place = candidates.iter().find_map(|path| path.canonicalize().ok());
        if place.as_ref() != Some(document) {
            return Err(Failure::new(session.say(
                format!("the cases of `{}` are about other documents (`{name}`)", file.display()),
                format!("`{}` は別の文書（`{name}`）のケースです", file.display()),
            )));
        }
    }
    let names: Vec<_> = known.cases.iter().map(|case| case.name.as_str()).collect();
    let case = written(case, &names, session)?;
    Ok(change::appended(text, outline.cases, &case))
}

/// The JSON of a case. The request stands as it was typed; the verdict without who answered.
fn written(case: &NewCase<'_>, taken: &[&str], session: &Session) -> Result<String, Failure> {
    let unreadable = |error: serde_json::Error| Failure::new(error.to_string());
    let mut verdict: Map<String, Value> = serde_json::from_str(case.verdict).map_err(unreadable)?;
    for field in WHO_ANSWERED {
        verdict.remove(field);
    }
    let outcome = verdict.get("outcome").and_then(Value::as_str).unwrap_or_default().to_owned();
    let name = match case.name {
        Some(name) if taken.contains(&name) => {
            return Err(Failure::new(session.say(
                format!("there is a case `{name}` already"),
                format!("`{name}` というケースがすでにあります"),
            )));
        }
        Some(name) => name.to_owned(),
        None => free_name(&outcome, taken),
    };
    let why = case.why.unwrap_or("saved as it was answered");
    let expect = serde_json::to_string_pretty(&verdict).map_err(unreadable)?;
    let text = format!(
        "{{\n  \"name\": {},\n  \"why\": {},\n  \"request\": {},\n  \"expect\": {}\n}}",
        Value::from(name),
        Value::from(why),
        nested(case.request.trim()),
        nested(&expect)
    );
    Ok(format!("    {}", text.replace('\n', "\n    ")))
}

/// JSON has no line breaks inside its strings, so its lines can be moved to the right.
fn nested(json: &str) -> String {
    json.lines().collect::<Vec<_>>().join("\n  ")
}

/// `refused`, `refused 2`, and so on: the first that no case has.
fn free_name(outcome: &str, taken: &[&str]) -> String {
    let numbered = (2..=taken.len().saturating_add(2)).map(|number| format!("{outcome} {number}"));
    std::iter::once(outcome.to_owned())
        .chain(numbered)
        .find(|name| !taken.contains(&name.as_str()))
        .unwrap_or_default()
}

/// The way from a folder to a file, both absolute.
fn relative(path: &Path, folder: &Path) -> PathBuf {
    let shared = path.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    let down = path.components().skip(shared);
    up.chain(down).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_up_only_as_far_as_it_must() {
        let table = [
            ("/a/b/service.json", "/a/b", "service.json"),
            ("/a/b/service.json", "/a/b/cases", "../service.json"),
            ("/a/b/service.json", "/c", "../a/b/service.json"),
        ];
        for (path, folder, expected) in table {
            assert_eq!(relative(Path::new(path), Path::new(folder)), Path::new(expected));
        }
    }

    #[test]
    fn names_are_numbered_until_one_is_free() {
        assert_eq!(free_name("refused", &[]), "refused");
        assert_eq!(free_name("refused", &["refused", "refused 2"]), "refused 3");
    }
}

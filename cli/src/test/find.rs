//! Finding case files.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::input::{self, Fault, Kind};
use crate::session::{Failure, Session};

/// Folders of other programs, which are full of JSON.
const NOT_ENTERED: [&str; 2] = ["target", "node_modules"];

/// The case files named by paths, in their order, those of a folder sorted; and what could not be used.
pub fn case_files(paths: &[PathBuf], session: &Session) -> (Vec<PathBuf>, Vec<Failure>) {
    let mut found = Vec::new();
    let mut failures = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        let mut files = Vec::new();
        if path.is_dir() {
            walk(path, &mut files, &mut failures, session);
            if files.is_empty() {
                let folder = path.display();
                failures.push(Failure::new(session.say(
                    format!("there is no case file under `{folder}`"),
                    format!("`{folder}` の下にケースファイルがありません"),
                )));
            }
        } else {
            files.push(path.clone());
        }
        found.extend(files.into_iter().filter(|file| seen.insert(file.clone())));
    }
    (found, failures)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>, failures: &mut Vec<Failure>, session: &Session) {
    let mut entries = match entries(folder) {
        Ok(entries) => entries,
        Err(error) => {
            failures.push(input::unreadable(&folder.display().to_string(), &error.into(), session));
            return;
        }
    };
    entries.sort();
    for (path, is_folder) in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_folder {
            if !name.starts_with('.') && !NOT_ENTERED.contains(&&*name) {
                walk(&path, files, failures, session);
            }
        } else if name.ends_with(".json") {
            match is_case_file(&path) {
                Ok(true) => files.push(path),
                Ok(false) => {}
                Err(error) => failures.push(input::unreadable(&path.display().to_string(), &error, session)),
            }
        }
    }
}

/// The paths in a folder, and whether each is a folder (one that is not linked from elsewhere, so that no walk is endless).
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    fs::read_dir(folder)?
        .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?.is_dir()))))
        .collect()
}

/// Whether a file is meant as a case file. One that is not JSON may be a broken one, so it is an error, not passed over.
fn is_case_file(path: &Path) -> Result<bool, Fault> {
    let text = input::text_of(path, Kind::Cases)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let value: Value = serde_json::from_str(text).map_err(io::Error::from)?;
    let has = |key: &str| value.get(key).is_some();
    Ok(has("cases") || (has("service") && has("company") && !has("outcome")))
}

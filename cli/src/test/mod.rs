//! `kessai test`: case files, put to the engine.

mod find;
mod report;

use std::path::{Path, PathBuf};

use kessai::Service;
use kessai_fixtures::corpus::{Case, CaseFile, CaseResult, Documents, Rust, run_case};

use crate::args::TestArgs;
use crate::input::{self, Kind};
use crate::progress::Progress;
use crate::session::{Failure, Session, Status};

/// What became of a case file.
pub struct FileResult {
    /// The path as it was found.
    pub name: String,
    pub cases: Vec<(Case, CaseResult)>,
}

impl FileResult {
    fn count(&self, passed: bool) -> usize {
        self.cases.iter().filter(|(_, result)| result.passed() == passed).count()
    }
}

pub fn run(args: &TestArgs, session: &mut Session) -> Result<Status, Failure> {
    let (paths, mut failures) = find::case_files(&args.paths, session);
    let mut results = Vec::new();
    let mut host = Rust::default();
    let progress = Progress::new();
    for (at, path) in paths.iter().enumerate() {
        progress.show(at, paths.len(), &path.display().to_string());
        match run_file(path, &mut host, session) {
            Ok(result) => results.push(result),
            Err(failure) => failures.push(failure),
        }
    }
    progress.clear();
    report::write(&results, session);
    for failure in &failures {
        session.complain(failure);
    }
    let all_passed = results.iter().all(|file| file.count(false) == 0);
    Ok(match (failures.is_empty(), all_passed) {
        (false, _) => Status::NoAnswer,
        (true, false) => Status::Bad,
        (true, true) => Status::Good,
    })
}

fn run_file(path: &Path, host: &mut Rust, session: &mut Session) -> Result<FileResult, Failure> {
    let input = input::read(path, Kind::Cases, session)?;
    let file =
        CaseFile::parse(&input.text).map_err(|error| Failure::new(format!("{}: {error}", input.name)))?;
    let service = document(path, &file.service, session)?;
    let company = document(path, &file.company, session)?;
    must_load(&service, &company, session)?;
    let documents = Documents { service: &service.text, company: &company.text };
    let cases = file.cases.into_iter().map(|case| {
        let result = run_case(host, documents, &case);
        (case, result)
    });
    let name = input.name.strip_prefix("./").unwrap_or(&input.name).to_owned();
    Ok(FileResult { name, cases: cases.collect() })
}

/// Reads a document that a case file names, relative to the file's folder or to the one above it.
fn document(case_file: &Path, name: &str, session: &mut Session) -> Result<input::Input, Failure> {
    let folder = case_file.parent().unwrap_or(Path::new(""));
    let candidates: [PathBuf; 2] = [folder.join(name), folder.join("..").join(name)];
    match candidates.iter().find(|path| path.is_file()) {
        Some(path) => input::read(path, Kind::Document, session),
        None => {
            let file = case_file.display();
            Err(Failure::new(session.say(
                format!("{file}: there is no `{name}` in its folder or the one above"),
                format!("{file}: `{name}` が、同じフォルダーにも上のフォルダーにもありません"),
            )))
        }
    }
}

/// A document with errors would give no answer to any request, and a case that expects none would pass by it.
fn must_load(service: &input::Input, company: &input::Input, session: &Session) -> Result<(), Failure> {
    let unusable = |name: &str, findings: &kessai::Findings| {
        let first = findings.iter().find(|finding| finding.severity == kessai::Severity::Error);
        let first = first.map(|finding| finding.message(session.lang)).unwrap_or_default();
        Failure::new(session.say(
            format!("`{name}` has errors, such as: {first}"),
            format!("`{name}` にエラーがあります: {first}"),
        ))
    };
    let loaded = Service::from_json(&service.text).map_err(|findings| unusable(&service.name, &findings))?;
    loaded.company_from_json(&company.text).map_err(|findings| unusable(&company.name, &findings))?;
    Ok(())
}

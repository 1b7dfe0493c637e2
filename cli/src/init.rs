//! `kessai init`: documents to start from.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kessai_fixtures::STARTERS;
use serde_json::json;

use crate::args::InitArgs;
use crate::input;
use crate::page::{BOLD, paint, visible};
use crate::session::{Failure, Session, Status};

pub fn run(args: &InitArgs, session: &mut Session) -> Result<Status, Failure> {
    let Some(starter) = STARTERS.iter().find(|starter| starter.name == args.like) else {
        return Err(unknown(&args.like, session));
    };
    let files = [
        (args.dir.join("service.json"), starter.service),
        (args.dir.join("company.json"), starter.company),
        (args.dir.join("request.json"), starter.request),
    ];
    // All are looked for first, so that nothing is written beside a file that is in the way.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.symlink_metadata().is_ok()) {
        let path = visible(&path.display().to_string());
        return Err(Failure::new(session.say(
            format!("`{path}` exists already; nothing is written"),
            format!("`{path}` がすでにあるため、何も書きません"),
        )));
    }
    fs::create_dir_all(&args.dir).map_err(|error| input::unwritable(&args.dir, &error.into(), session))?;
    let mut made: Vec<&Path> = Vec::new();
    for (path, text) in &files {
        if let Err(error) = create(path, text) {
            // Nothing half done: what has been made goes again.
            for path in made {
                let _gone_or_not = fs::remove_file(path);
            }
            return Err(input::unwritable(path, &error.into(), session));
        }
        made.push(path);
    }
    tell(&files.map(|(path, _)| path), session);
    Ok(Status::Good)
}

/// Writes a file that does not exist yet; none is there where that fails.
fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _gone_or_not = fs::remove_file(path);
    })
}

fn unknown(name: &str, session: &Session) -> Failure {
    let name = visible(name);
    let names: Vec<_> = STARTERS.iter().map(|starter| starter.name).collect();
    let names = names.join(", ");
    Failure::new(session.say(
        format!("the corpus has no bank `{name}`; it has {names}"),
        format!("`{name}` という銀行はありません。あるのは {names}"),
    ))
}

fn tell([service, company, request]: &[PathBuf; 3], session: &mut Session) {
    let [service, company, request] = [service, company, request].map(|path| path.display().to_string());
    if session.is_json() {
        session.page.json(&json!({ "written": [service, company, request] }));
        return;
    }
    let title = session.say("written", "作成しました");
    let [service, company, request] = [service, company, request].map(|path| visible(&path));
    session.page.line(format!("{}: {service}, {company}, {request}", paint(BOLD, title)));
    session.page.line(format!("{}:", paint(BOLD, session.say("next", "次は"))));
    session.page.line(format!("  kessai check {service} {company}"));
    session.page.line(format!("  kessai evaluate {service} {company} {request}"));
}

#[cfg(test)]
mod tests {
    use kessai::{Outcome, Service};

    use super::*;

    #[test]
    fn every_start_is_clean_and_its_request_may_be_made() {
        assert!(STARTERS.len() > 10);
        for starter in STARTERS {
            let service = Service::from_json(starter.service).unwrap();
            let company = service.company_from_json(starter.company).unwrap();
            assert!(company.warnings().is_empty() && service.warnings().is_empty(), "{}", starter.name);
            let outcome = company.evaluate_json(starter.request, &mut String::new()).unwrap();
            assert!(matches!(outcome, Outcome::Accepted | Outcome::NeedsApproval), "{}", starter.name);
        }
    }
}

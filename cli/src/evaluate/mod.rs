//! `kessai evaluate`: one verdict, explained step by step.

mod answer;
mod bar;
mod save;
mod story;

use kessai::{Company, Outcome, Request, RequestError, Service};
use serde_json::{Value, json};

use crate::args::EvaluateArgs;
use crate::check;
use crate::input::{self, Input};
use crate::session::{Failure, Session, Status};
use answer::Answer;

pub fn run(args: &EvaluateArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, session)?;
    let company = input::read(&args.company, session)?;
    let text = input::read(&args.request, session)?;
    let Some(company) = load(&service, &company, session) else { return Ok(Status::NoAnswer) };
    let (outcome, verdict) = match decide(&company, &text.text, session) {
        Ok(decided) => decided,
        Err(error) => {
            no_answer(&text, &error, session);
            return Ok(Status::NoAnswer);
        }
    };
    if let Some(file) = &args.save_case {
        let case = save::NewCase {
            name: args.name.as_deref(),
            why: args.why.as_deref(),
            request: &text.text,
            verdict: &verdict,
        };
        let saved = save::save(file, [&args.service, &args.company], &case, session)?;
        session.note(&saved);
    }
    Ok(match outcome {
        Outcome::Accepted | Outcome::NeedsApproval => Status::Good,
        Outcome::Refused | Outcome::Incomplete => Status::Bad,
    })
}

/// Evaluates the request and writes the answer; gives the verdict's JSON too.
fn decide(company: &Company, text: &str, session: &mut Session) -> Result<(Outcome, String), RequestError> {
    let request = Request::from_json(text)?;
    let verdict = company.evaluate(&request)?;
    let mut written = String::new();
    verdict.write_json(&mut written);
    if session.is_json() {
        session.page.line(&written);
    } else {
        // What the engine writes can be read; if not, its bytes say what there is to say.
        match serde_json::from_str::<Answer>(&written) {
            Ok(answer) => {
                let reasons: Vec<_> =
                    verdict.reasons.iter().map(|reason| verdict.reason_text(reason, session.lang)).collect();
                let missing: Vec<_> =
                    verdict.missing.iter().map(|at| verdict.missing_text(at, session.lang)).collect();
                story::write(&answer, &story::Words { reasons, missing }, request.operation, session);
            }
            Err(_) => session.page.line(&written),
        }
    }
    Ok((verdict.outcome, written))
}

/// Loads the documents; where one has errors, writes what was found and gives none.
fn load(service: &Input, company: &Input, session: &mut Session) -> Option<Company> {
    let (input, code, findings) = match Service::from_json(&service.text) {
        Err(findings) => (service, "service.unusable", findings),
        Ok(loaded) => match loaded.company_from_json(&company.text) {
            Ok(company) => return Some(company),
            Err(findings) => (company, "company.unusable", findings),
        },
    };
    let name = &input.name;
    let message = session.say(
        format!("there is no answer, as `{name}` has errors"),
        format!("`{name}` にエラーがあるため、判定できません"),
    );
    if session.is_json() {
        let findings: Value = check::to_json(input, &findings, session.lang).into();
        session.page.json(
            &json!({ "error": { "code": code, "path": "", "message": message, "findings": findings } }),
        );
    } else {
        check::explain(input, &findings, session);
        session.complain(&Failure::new(message));
    }
    None
}

fn no_answer(request: &Input, error: &RequestError, session: &mut Session) {
    if session.is_json() {
        let error = json!({ "code": error.code(), "path": error.path(), "message": error.message() });
        session.page.json(&json!({ "error": error }));
        return;
    }
    let (name, message) = (&request.name, error.message());
    let place = if error.path().is_empty() { String::new() } else { format!(" {}", error.path()) };
    let code = error.code();
    session.complain(&Failure::new(session.say(
        format!("there is no answer to `{name}`: {message} [{code}{place}]"),
        format!("`{name}` は判定できません: {message} [{code}{place}]"),
    )));
}

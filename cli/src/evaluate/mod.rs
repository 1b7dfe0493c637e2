//! `kessai evaluate`: one verdict, explained step by step.

pub mod answer;
pub mod approval;
mod bar;
pub mod save;
pub mod story;

use kessai::{Company, Outcome, Request, RequestError};

use crate::args::EvaluateArgs;
use crate::documents::{asked, no_answer};
use crate::session::{Failure, Session, Status};
use crate::words::Texts;
use answer::Answer;

pub fn run(args: &EvaluateArgs, session: &mut Session) -> Result<Status, Failure> {
    if args.request.is_none() && args.save_case.is_some() {
        return Err(Failure::new(session.say(
            "a case is of documents, not of an image",
            "ケースの保存には、イメージではなく文書を指定してください",
        )));
    }
    let asked = asked([&args.service, &args.company], args.request.as_deref(), session)?;
    let Some((company, text)) = asked else { return Ok(Status::NoAnswer) };
    let (outcome, verdict) = match decide(&company, &text.text, session) {
        Ok(decided) => decided,
        Err(error) => {
            no_answer(&text.name, &error, session);
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
        let texts = Texts::of_verdict(&verdict, session.lang);
        story::write(&Answer::of(&verdict), &texts, request.operation, session);
    }
    Ok((verdict.outcome(), written))
}

//! Loading the documents that a question is about, and saying why there is no answer.

use std::path::Path;

use kessai::image::ImageError;
use kessai::{Company, Lang, RequestError, Service};
use serde_json::{Value, json};

use crate::check;
use crate::input::{self, Input, Kind};
use crate::session::{Failure, Session};

/// What a question is asked of: a company and the question. Of three files the first two are its documents; of two the first is
/// its image. Where a document has errors, or the image is none, that is written and there is no company.
///
/// # Errors
///
/// A file cannot be read.
pub fn asked(
    [first, second]: [&Path; 2],
    third: Option<&Path>,
    session: &mut Session,
) -> Result<Option<(Company, Input)>, Failure> {
    Ok(asked_with_document([first, second], third, session)?
        .map(|(company, _, question)| (company, question)))
}

/// As [`asked`], with the document of the company, which an image does not have.
///
/// # Errors
///
/// A file cannot be read.
pub fn asked_with_document(
    [first, second]: [&Path; 2],
    third: Option<&Path>,
    session: &mut Session,
) -> Result<Option<(Company, Option<Input>, Input)>, Failure> {
    let Some(question) = third else {
        let (name, image) = input::read_bytes(first, Kind::Image, session)?;
        let question = input::read(second, Kind::Request, session)?;
        return Ok(match Company::from_image(&image) {
            Ok(company) => Some((company, None, question)),
            Err(error) => {
                no_image(&name, &error, session);
                None
            }
        });
    };
    let service = input::read(first, Kind::Document, session)?;
    let company = input::read(second, Kind::Document, session)?;
    let question = input::read(question, Kind::Request, session)?;
    Ok(load(&service, &company, session).map(|loaded| (loaded, Some(company), question)))
}

/// Says why an image was not read.
fn no_image(name: &str, error: &ImageError, session: &mut Session) {
    let code = error.code();
    if session.is_json() {
        let error = json!({ "code": code, "path": "", "message": error.message(Lang::En) });
        session.page.json(&json!({ "error": error }));
        return;
    }
    let mut message = error.message(session.lang);
    if matches!(error, ImageError::NotAnImage) {
        // Whoever leaves out the question gives two files too.
        message.push_str(session.say(
            " (an image stands for both documents; a service and a company need a question beside them)",
            "（イメージは両方の文書に代わるものです。サービスと企業の文書には問い合わせのファイルも指定してください）",
        ));
    }
    session.complain(&Failure::new(session.say(
        format!("there is no answer, as `{name}` cannot be used: {message} [{code}]"),
        format!("`{name}` を使えないため、判定できません: {message} [{code}]"),
    )));
}

/// Loads the documents; where one has errors, writes what was found and gives none.
pub fn load(service: &Input, company: &Input, session: &mut Session) -> Option<Company> {
    match load_service(service, session)?.company_from_json(&company.text) {
        Ok(company) => Some(company),
        Err(findings) => {
            unusable(company, "company.unusable", &findings, session);
            None
        }
    }
}

/// Loads a service; where it has errors, writes what was found and gives none.
pub fn load_service(service: &Input, session: &mut Session) -> Option<Service> {
    match Service::from_json(&service.text) {
        Ok(loaded) => Some(loaded),
        Err(findings) => {
            unusable(service, "service.unusable", &findings, session);
            None
        }
    }
}

fn unusable(input: &Input, code: &str, findings: &kessai::Findings, session: &mut Session) {
    let name = &input.name;
    let message = session.say(
        format!("there is no answer, as `{name}` has errors"),
        format!("`{name}` にエラーがあるため、判定できません"),
    );
    if session.is_json() {
        let findings: Value = check::to_json(input, findings, session.lang).into();
        session.page.json(
            &json!({ "error": { "code": code, "path": "", "message": message, "findings": findings } }),
        );
    } else {
        check::explain(input, findings, session);
        session.complain(&Failure::new(message));
    }
}

/// Says why there is no answer to a question.
pub fn no_answer(name: &str, error: &RequestError, session: &mut Session) {
    if session.is_json() {
        let error =
            json!({ "code": error.code().name(), "path": error.path(), "message": error.message(Lang::En) });
        session.page.json(&json!({ "error": error }));
        return;
    }
    let message = error.message(session.lang);
    let place = if error.path().is_empty() { String::new() } else { format!(" {}", error.path()) };
    let code = error.code();
    session.complain(&Failure::new(session.say(
        format!("there is no answer to `{name}`: {message} [{code}{place}]"),
        format!("`{name}` は判定できません: {message} [{code}{place}]"),
    )));
}

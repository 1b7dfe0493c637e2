//! The question that the form `request` asks, read in one pass; and which form a question asks.

use alloc::borrow::Cow;

pub(crate) use crate::language::forms::Form;

use crate::json::{JsonError, Kind, Scanner};
use crate::lang::Lang;
use crate::message::Arg;
use crate::request::error::{Expected, Mistake};
use crate::request::fields::fields;
use crate::request::read::{REQUEST_BYTES_MAX, Result, null, object, optional_text, wrong_type};
use crate::request::{Request, RequestError};

/// The name of the form that asks for a request.
const ENTRY: &str = "request";

fields! {
    EntryField {
        Form = "form",
        Input = "input",
        Before = "before",
        Item = "item",
        Lang = "lang",
    }
}

/// A question, read but not answered.
#[derive(Debug)]
pub(crate) struct EntryQuestion<'q> {
    /// What is typed so far.
    pub input: Request<'q>,
    /// The same as it is spelt.
    pub input_text: &'q str,
    /// The request as it was, as it is spelt.
    pub before_text: &'q str,
    /// The item of a batch of which the largest payment is asked.
    pub item: Option<u32>,
    /// The language of the texts, where they are asked for.
    pub lang: Option<Lang>,
}

impl<'q> EntryQuestion<'q> {
    /// Reads a question.
    pub(crate) fn read(text: &'q str) -> Result<Self> {
        if text.len() > REQUEST_BYTES_MAX {
            return Err(RequestError::new(Mistake::QuestionSize, []));
        }
        let mut question =
            Self { input: Request::default(), input_text: "{}", before_text: "{}", item: None, lang: None };
        let mut scanner = Scanner::new(text);
        object(&mut scanner, |scanner, field| {
            match field {
                // Which form it is has been found out.
                EntryField::Form => drop(optional_text(scanner)?),
                EntryField::Input => {
                    if !null(scanner)? {
                        question.input_text = request(text, scanner, &mut question.input)?;
                    }
                }
                EntryField::Before => {
                    if !null(scanner)? {
                        question.before_text = request(text, scanner, &mut Request::default())?;
                    }
                }
                EntryField::Item => question.item = position(scanner)?,
                EntryField::Lang => {
                    let tag = optional_text(scanner)?;
                    question.lang = tag.map(|tag| Lang::from_tag(&tag).unwrap_or_default());
                }
            }
            Ok(())
        })?;
        scanner.end()?;
        Ok(question)
    }
}

/// Reads a request, and gives it as it is spelt.
fn request<'q>(text: &'q str, scanner: &mut Scanner<'q>, request: &mut Request<'q>) -> Result<&'q str> {
    let start = scanner.at();
    request.read_from(scanner)?;
    Ok(text.get(start..scanner.at()).unwrap_or_default())
}

/// The position of an item, or `null`.
fn position(scanner: &mut Scanner<'_>) -> Result<Option<u32>> {
    if null(scanner)? {
        return Ok(None);
    }
    let position = match scanner.peek()? {
        Kind::Number => scanner.number()?.parse().ok(),
        _ => None,
    };
    position.map(Some).ok_or_else(|| wrong_type(Expected::Whole))
}

/// Whether a question asks for a request, as far as it can be read.
pub(crate) fn is_entry(question: &str) -> bool {
    matches!(form_of(question), Ok(Some(form)) if form == ENTRY)
}

/// Why a question does not ask for a request.
pub(super) fn why_not(question: &str) -> RequestError {
    match form_of(question) {
        Err(error) => error,
        Ok(None) => RequestError::at_path(Mistake::FormMissing, "/form", []),
        Ok(Some(name)) => {
            let known = Form::ALL.iter().any(|form| form.name() == name);
            let mistake = if known { Mistake::FormOfDocument } else { Mistake::FormUnknown };
            RequestError::at_path(mistake, "/form", [&name])
        }
    }
}

/// The name of the form that a question asks: its first member `form`.
fn form_of(question: &str) -> Result<Option<Cow<'_, str>>> {
    find_form(&mut Scanner::new(question)).map_err(|fault| match fault {
        Fault::Json(error) => {
            let (en, ja) = error.kind.words();
            RequestError::of_words(Mistake::QuestionJson, "", [Arg::Term(en, ja)].into())
        }
        Fault::Type(path, expected) => RequestError::wrong_type(path, expected),
    })
}

/// Why it is not told which form a question asks.
enum Fault {
    Json(JsonError),
    /// Something else stands at a path than is expected there.
    Type(&'static str, Expected),
}

impl From<JsonError> for Fault {
    fn from(error: JsonError) -> Self {
        Self::Json(error)
    }
}

fn find_form<'q>(scanner: &mut Scanner<'q>) -> core::result::Result<Option<Cow<'q, str>>, Fault> {
    if scanner.peek()? != Kind::Object {
        return Err(Fault::Type("", Expected::Object));
    }
    scanner.enter()?;
    let mut first = true;
    while let Some((name, _)) = scanner.member(first)? {
        first = false;
        if name != "form" {
            scanner.skip()?;
            continue;
        }
        return match scanner.peek()? {
            Kind::String => Ok(Some(scanner.string()?)),
            Kind::Null => Ok(None),
            _ => Err(Fault::Type("/form", Expected::Text)),
        };
    }
    Ok(None)
}

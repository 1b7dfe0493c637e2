//! The texts of an answer that stands in JSON: what hosts without Rust show to persons.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::catalogue::{Code, FigureKind};
use crate::date::Day;
use crate::json::{JsonError, JsonErrorKind, Kind, Scanner};
use crate::lang::Lang;
use crate::loaded::{Company, Service};
use crate::money::Currency;
use crate::quote::string;
use crate::reason::{Field, Figure, FigureValue, More, Names, People};
use crate::request::RequestError;
use crate::request::error::Mistake;
use crate::terms::Measure;
use crate::text::labels::label_of;
use crate::text::{Filler, missing};

/// Most bytes of an answer.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;

impl Company {
    /// The texts of any answer, as [`Service::texts_json`].
    ///
    /// # Errors
    ///
    /// As [`Service::texts_json`].
    pub fn texts_json(&self, answer: &str, lang: Lang, out: &mut String) -> Result<(), RequestError> {
        self.service().texts_json(answer, lang, out)
    }
}

impl Service {
    /// Appends what an answer says to a person: that to a request, an event or a form, the largest payment, or a request's
    /// error, all in JSON as the engine wrote it.
    ///
    /// The texts are `{"reasons":[…],"warnings":[…],"more":[…],"missing":[…],"error":null}`, each list in the order of the
    /// answer's; `error` is a text where the answer is a request's error.
    ///
    /// # Errors
    ///
    /// The answer is no JSON object, a list in it is none, or it has more than 64 MiB; nothing is appended then.
    pub fn texts_json(&self, answer: &str, lang: Lang, out: &mut String) -> Result<(), RequestError> {
        if answer.len() > ANSWER_BYTES_MAX {
            return Err(RequestError::new(Mistake::AnswerSize, []));
        }
        let mut reader = AnswerReader { names: self.names(), lang, texts: AnswerTexts::default() };
        reader
            .read(&mut Scanner::new(answer))
            .map_err(|error| RequestError::of_json(Mistake::AnswerJson, error))?;
        reader.texts.write_json(out);
        Ok(())
    }
}

/// The texts of an answer.
#[derive(Default)]
pub(crate) struct AnswerTexts {
    pub reasons: Vec<String>,
    pub warnings: Vec<String>,
    pub more: Vec<String>,
    pub missing: Vec<String>,
    pub error: Option<String>,
}

impl AnswerTexts {
    /// Appends `{"reasons","warnings","more","missing","error"}`.
    pub(crate) fn write_json(&self, out: &mut String) {
        let lists = [
            ("{\"reasons\":[", &self.reasons),
            ("],\"warnings\":[", &self.warnings),
            ("],\"more\":[", &self.more),
            ("],\"missing\":[", &self.missing),
        ];
        for (name, texts) in lists {
            out.push_str(name);
            for (at, text) in texts.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                string(text, out);
            }
        }
        out.push_str("],\"error\":");
        match &self.error {
            Some(text) => string(text, out),
            None => out.push_str("null"),
        }
        out.push('}');
    }
}

type Result<T, E = JsonError> = core::result::Result<T, E>;

/// A value of a member, as far as figures and texts need it.
enum Value<'a> {
    Text(Cow<'a, str>),
    Number(&'a str),
    List(Vec<Cow<'a, str>>),
    /// The texts of a form's reason.
    Message([Option<Cow<'a, str>>; 2]),
    Other,
}

/// The members of an object by their names.
struct Members<'a>(Vec<(Cow<'a, str>, Value<'a>)>);

struct AnswerReader<'n> {
    names: Names<'n>,
    lang: Lang,
    texts: AnswerTexts,
}

impl AnswerReader<'_> {
    fn read(&mut self, scanner: &mut Scanner<'_>) -> Result<()> {
        let mut message = [None, None];
        each_member(scanner, |scanner, name| {
            match &*name {
                "reasons" | "stops" => {
                    each_element(scanner, |scanner| {
                        self.texts.reasons.push(self.reason(&members(scanner)?));
                        Ok(())
                    })?;
                }
                "warnings" => {
                    each_element(scanner, |scanner| {
                        self.texts.warnings.push(self.reason(&members(scanner)?));
                        Ok(())
                    })?;
                }
                "more" => {
                    each_element(scanner, |scanner| {
                        self.texts.more.push(self.more(&members(scanner)?));
                        Ok(())
                    })?;
                }
                "missing" => {
                    each_element(scanner, |scanner| {
                        if let Value::Text(path) = value(scanner)? {
                            self.texts.missing.push(missing_text(&path, self.lang));
                        }
                        Ok(())
                    })?;
                }
                "message" => message[1] = text(scanner)?,
                "messageJa" => message[0] = text(scanner)?,
                _ => drop(value(scanner)?),
            }
            Ok(())
        })?;
        scanner.end()?;
        let [ja, en] = message;
        self.texts.error = self.lang.of((ja.clone().or(en.clone()), en.or(ja))).map(Cow::into_owned);
        Ok(())
    }

    /// The text of a reason; of an unknown code its own message, or else its name.
    fn reason(&self, members: &Members<'_>) -> String {
        let name = members.text("code").unwrap_or_default();
        if let Some(code) = Code::from_name(name) {
            let figure =
                |(name, kind)| Some(Figure { name, value: self.figure(kind, members.get(name)?, members)? });
            let figures: Vec<_> = code.figures().filter_map(figure).collect();
            return Filler { code, figures: &figures, names: self.names, lang: self.lang }.text();
        }
        match members.get("message") {
            Some(Value::Message([ja, en])) => self.lang.of((ja, en)).as_deref().unwrap_or(name).into(),
            _ => name.into(),
        }
    }

    fn more(&self, members: &Members<'_>) -> String {
        let code = members.text("code").and_then(Code::from_name);
        let count = match members.get("count") {
            Some(Value::Number(count)) => count.parse().ok(),
            _ => None,
        };
        code.zip(count).map_or_else(String::new, |(code, count)| More { code, count }.text(self.lang))
    }

    /// The value of a figure of a kind; none where it is not spelt as the engine spells it.
    fn figure<'v>(
        &self,
        kind: FigureKind,
        value: &'v Value<'_>,
        members: &Members<'_>,
    ) -> Option<FigureValue<'v>> {
        match (kind, value) {
            (FigureKind::Number | FigureKind::Position, Value::Number(number)) => {
                number.parse().ok().map(FigureValue::Number)
            }
            (FigureKind::People, Value::List(ids)) => Some(FigureValue::People(People::of_ids(ids))),
            (kind, Value::Text(text)) => match kind {
                FigureKind::Amount => amount(self.names.service.currency, text).map(FigureValue::Amount),
                FigureKind::Count => text.parse().ok().map(FigureValue::Count),
                FigureKind::Day => Day::parse(text).map(FigureValue::Day),
                FigureKind::Character => text.chars().next().map(FigureValue::Character),
                FigureKind::Quantity => self.quantity(members, text),
                FigureKind::Text
                | FigureKind::Limit
                | FigureKind::Condition
                | FigureKind::Characters
                | FigureKind::Class
                | FigureKind::Shape => Some(FigureValue::Text(text)),
                FigureKind::Number | FigureKind::Position | FigureKind::People => None,
            },
            _ => None,
        }
    }
}

impl AnswerReader<'_> {
    /// An amount or a number of items, as the limit measures whose key stands beside it.
    fn quantity<'v>(&self, members: &Members<'_>, text: &str) -> Option<FigureValue<'v>> {
        let limits = &self.names.service.limits;
        match limits.get(limits.find(members.text("key")?)?)?.measure {
            Measure::Amount => amount(self.names.service.currency, text).map(FigureValue::Amount),
            Measure::Count => text.parse().ok().map(FigureValue::Count),
        }
    }
}

impl<'a> Members<'a> {
    fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// An amount as the engine writes it: signed, and sums may have more digits than what is typed.
fn amount(currency: Currency, text: &str) -> Option<i64> {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals != usize::from(currency.decimals()) {
        return None;
    }
    text.replace('.', "").parse().ok()
}

/// What a person is asked for where the field at a path is missing: one of a request, or of another form; of the bank's own
/// fields, which have no other name, the path.
pub(crate) fn missing_text(path: &str, lang: Lang) -> String {
    let of_line = path.strip_prefix("/items/").and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)));
    if let Some(label) = Field::label_at(of_line.unwrap_or(path)) {
        return missing(lang.of(label), lang);
    }
    let first = path.strip_prefix('/').map(|rest| rest.split('/').next().unwrap_or_default());
    match (first.and_then(label_of), lang) {
        (None, _) => missing(&format!("`{path}`"), lang),
        (Some(label), _) if path.rfind('/') == Some(0) => missing(lang.of(label), lang),
        // Which of them, nothing but its place says.
        (Some((label, _)), Lang::Ja) => missing(&format!("{label}（`{path}`）"), lang),
        (Some((_, label)), Lang::En) => missing(&format!("{label} (`{path}`)"), lang),
    }
}

/// Reads an object, of which each member is read by its name.
fn each_member<'a>(
    scanner: &mut Scanner<'a>,
    mut member: impl FnMut(&mut Scanner<'a>, Cow<'a, str>) -> Result<()>,
) -> Result<()> {
    if scanner.peek()? != Kind::Object {
        return scanner.error(JsonErrorKind::Value);
    }
    scanner.enter()?;
    let mut first = true;
    while let Some((name, _)) = scanner.member(first)? {
        first = false;
        member(scanner, name)?;
    }
    Ok(())
}

/// Reads an array.
fn each_element<'a>(
    scanner: &mut Scanner<'a>,
    mut element: impl FnMut(&mut Scanner<'a>) -> Result<()>,
) -> Result<()> {
    if scanner.peek()? != Kind::Array {
        return scanner.error(JsonErrorKind::Value);
    }
    scanner.enter()?;
    let mut first = true;
    while scanner.element(first)? {
        first = false;
        element(scanner)?;
    }
    Ok(())
}

fn members<'a>(scanner: &mut Scanner<'a>) -> Result<Members<'a>> {
    let mut members = Vec::new();
    each_member(scanner, |scanner, name| {
        let value = value(scanner)?;
        members.push((name, value));
        Ok(())
    })?;
    Ok(Members(members))
}

fn text<'a>(scanner: &mut Scanner<'a>) -> Result<Option<Cow<'a, str>>> {
    Ok(match value(scanner)? {
        Value::Text(text) => Some(text),
        _ => None,
    })
}

/// Reads a value; the scanner bounds its depth.
fn value<'a>(scanner: &mut Scanner<'a>) -> Result<Value<'a>> {
    Ok(match scanner.peek()? {
        Kind::String => Value::Text(scanner.string()?),
        Kind::Number => Value::Number(scanner.number()?),
        Kind::Bool => scanner.boolean().map(|_| Value::Other)?,
        Kind::Null => scanner.null().map(|()| Value::Other)?,
        Kind::Array => {
            let mut texts = Vec::new();
            each_element(scanner, |scanner| {
                texts.extend(text(scanner)?);
                Ok(())
            })?;
            Value::List(texts)
        }
        Kind::Object => {
            let mut message = [None, None];
            each_member(scanner, |scanner, name| {
                match &*name {
                    "ja" => message[0] = text(scanner)?,
                    "en" => message[1] = text(scanner)?,
                    _ => drop(value(scanner)?),
                }
                Ok(())
            })?;
            Value::Message(message)
        }
    })
}

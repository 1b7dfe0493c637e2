//! What a person is told, in the set of a session.

use kessai::verdict::{FigureValue, Pointer, Reason};
use kessai::{Lang, RequestError};

use crate::kessai_status;
use crate::record::charset::Charset;
use crate::record::field::X;
use crate::record::kana;
use crate::record::layout::kessai_record_text;
use crate::record::read::{Fault, Wrong};
use crate::record::session::{Work, kessai_session};
use crate::record::write::{NoAnswer, count};

/// What is wanted the text of, by its number.
const REASON: u64 = 1;
const MISSING: u64 = 2;
const ERROR: u64 = 3;

/// In which words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    /// Those of every host.
    Of(Lang),
    /// Japanese in half-width kana, where a set has no kanji.
    Kana,
}

impl Work {
    /// Fills a record with the text that it asks for, in the set that is read; false where there is none.
    pub fn text(&self, session: &kessai_session, record: &mut kessai_record_text) -> Result<bool, NoAnswer> {
        let stated =
            |digits| crate::record::number(digits).ok_or(NoAnswer::Call(kessai_status::InvalidRecord));
        let (what, at) = (stated(record.what.read())?, stated(record.at.read())?);
        let words = match (record.language.bytes(), session.charset) {
            (b"EN", _) => Words::Of(Lang::En),
            (b"JA" | b"", Charset::Ebcdic290 | Charset::Ebcdic1027) => Words::Kana,
            (b"JA" | b"", _) => Words::Of(Lang::Ja),
            _ => return Err(NoAnswer::Call(kessai_status::InvalidRecord)),
        };
        let place = at.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let text = match (what, place, self.answer()) {
            (REASON, Some(at), Some(verdict)) => verdict.reason(at).map(|reason| of_reason(&reason, words)),
            (MISSING, Some(at), Some(verdict)) => verdict.missing().get(at).map(|at| of_missing(*at, words)),
            (ERROR, ..) => self.no_answer.as_ref().map(|no_answer| of_no_answer(no_answer, words)),
            (REASON | MISSING, ..) => None,
            _ => return Err(NoAnswer::Call(kessai_status::InvalidRecord)),
        };
        let Some(text) = text else { return Ok(false) };
        let (used, whole) = if session.charset == Charset::JisX0201 {
            shift_jis(&text, &mut record.text)
        } else {
            session.charset.encode_cut(&text, &mut record.text)
        };
        count(&mut record.length, used)?;
        record.cut = if whole { X::BLANK } else { X::yes() };
        Ok(true)
    }
}

/// A text in Shift_JIS, whose single bytes are those of JIS X 0201. Gives how many bytes are used, and whether all are there.
fn shift_jis<const SIZE: usize>(text: &str, field: &mut X<SIZE>) -> (usize, bool) {
    let room = field.blank();
    let mut used = 0_usize;
    for character in text.chars() {
        let mut bytes = [0; 4];
        let (encoded, _, unknown) = encoding_rs::SHIFT_JIS.encode(character.encode_utf8(&mut bytes));
        let encoded: &[u8] = if unknown { b"?" } else { &encoded };
        let end = used.saturating_add(encoded.len());
        let Some(place) = room.get_mut(used..end) else { return (used, false) };
        place.copy_from_slice(encoded);
        used = end;
    }
    (used, true)
}

fn of_reason(reason: &Reason<'_>, words: Words) -> String {
    match words {
        Words::Of(lang) => reason.text(lang),
        Words::Kana => {
            let code = reason.code().name();
            let text = kana::REASONS.iter().find(|(known, _)| *known == code);
            text.map_or_else(|| code.to_owned(), |(_, text)| filled(text, reason))
        }
    }
}

/// A text with the figures of a reason in their places. Behind the first that is not known nothing is said.
fn filled(text: &str, reason: &Reason<'_>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else { break };
        let Some(value) = reason.figure(name) else {
            // What leads to a figure is said with it alone.
            let words = before.trim_end().rsplit_once(' ').map_or("", |(words, _)| words);
            out.push_str(words);
            return out.trim_end().to_owned();
        };
        out.push_str(before);
        match value {
            FigureValue::Amount(amount) => out.push_str(&grouped(&amount.to_string())),
            FigureValue::Count(number) => out.push_str(&grouped(&number.to_string())),
            FigureValue::Number(number) if name == "at" => {
                out.push_str(&number.saturating_add(1).to_string())
            }
            FigureValue::Number(number) => out.push_str(&number.to_string()),
            FigureValue::Day(day) => out.push_str(&day.to_string()),
            FigureValue::Text(text) => out.push_str(text),
            FigureValue::Character(character) => out.push(character),
            _ => {}
        }
        rest = after;
    }
    out + rest
}

/// Digits with a comma ahead of each three.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let behind = digits.len().saturating_sub(at);
        if at > 0 && behind.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn of_missing(at: Pointer, words: Words) -> String {
    match words {
        Words::Of(lang) => at.missing_text(lang),
        Words::Kana => {
            let label = kana::FIELDS.iter().find(|(number, _)| *number == at.field.number());
            format!("{}{}", label.map_or("", |(_, label)| label), kana::MISSING)
        }
    }
}

fn of_no_answer(no_answer: &NoAnswer, words: Words) -> String {
    match (no_answer, words) {
        (NoAnswer::Request(error), Words::Of(lang)) => of_request(error, lang),
        (NoAnswer::Request(error), Words::Kana) => {
            format!("{} {} {}", kana::NO_ANSWER, error.code().name(), error.path())
        }
        (NoAnswer::Record(fault), _) => of_fault(*fault),
        (NoAnswer::Call(status), _) => format!("KESSAI STATUS {}", crate::record::status_number(*status)),
    }
}

fn of_request(error: &RequestError, lang: Lang) -> String {
    match error.path() {
        "" => error.message(lang),
        path => format!("{} ({path})", error.message(lang)),
    }
}

/// A fault of the program that made the record, which is told to its programmer.
fn of_fault(fault: Fault) -> String {
    let what = match fault.wrong {
        Wrong::Character => "a character that the set does not have",
        Wrong::Value => "none of the values of the field",
        Wrong::Operation => "an operation that there is not",
    };
    format!("{}, position {}: {what}", fault.record, fault.at)
}

#[cfg(test)]
mod tests {
    use kessai::Code;
    use kessai::verdict::Field;

    use super::*;

    #[test]
    fn there_is_a_kana_text_for_each_code_and_field() {
        let codes: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        let mut texts: Vec<_> = kana::REASONS.iter().map(|(code, _)| *code).collect();
        for code in &codes {
            assert!(texts.contains(code), "{code} has no kana text");
        }
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), codes.len(), "no text of a code that there is not, none twice");
        let fields: Vec<_> = kana::FIELDS.iter().map(|(number, _)| *number).collect();
        let all: Vec<_> = Field::numbers().into_iter().map(|(number, _)| number).collect();
        assert_eq!(fields, all);
    }

    #[test]
    fn kana_texts_name_figures_that_there_are_and_every_set_spells_them() {
        for (name, text) in kana::REASONS {
            let code = Code::from_name(name).unwrap();
            for piece in text.split('{').skip(1) {
                let figure = piece.split('}').next().unwrap();
                assert!(code.figures().any(|(known, _)| known == figure), "{name}: {figure}");
            }
        }
        let texts =
            kana::REASONS.iter().map(|(_, text)| *text).chain(kana::FIELDS.iter().map(|(_, text)| *text));
        for text in texts.chain([kana::MISSING, kana::NO_ANSWER]) {
            for set in [Charset::JisX0201, Charset::Ebcdic290, Charset::Ebcdic1027] {
                let text = text.replace(['{', '}'], "");
                let mut field = X::<400>::BLANK;
                assert!(set.encode(&text, &mut field), "{set:?}: {text}");
            }
        }
    }

    #[test]
    fn shift_jis_is_cut_between_characters() {
        let mut field = X::<4>::BLANK;
        for (text, want, bytes) in [
            ("A口B", (4, true), &b"A\x8C\xFBB"[..]),
            ("口座番", (4, false), b"\x8C\xFB\x8D\xC0"),
            ("A口座", (3, false), b"A\x8C\xFB "),
            ("ｱ", (1, true), b"\xB1   "),
            ("\u{1F600}A", (2, true), b"?A  "),
        ] {
            assert_eq!(shift_jis(text, &mut field), want, "{text}");
            assert_eq!(field.whole(), bytes, "{text}");
        }
    }
}

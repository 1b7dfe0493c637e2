//! What a person is told, in the set of a session.

use kessai::verdict::{FigureKind, FigureValue, Pointer, Reason};
use kessai::{Currency, Lang, RequestError};

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

impl Words {
    /// What is said in these words, of Japanese, English and kana.
    fn of<T>(self, ja: T, en: T, kana: T) -> T {
        match self {
            Self::Of(Lang::Ja) => ja,
            Self::Of(Lang::En) => en,
            Self::Kana => kana,
        }
    }
}

/// Tells persons of one bank.
#[derive(Clone, Copy)]
struct Teller {
    words: Words,
    currency: Currency,
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
        let teller = Teller { words, currency: session.company.service().currency() };
        let place = at.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let text = match (what, place, self.answer()) {
            (REASON, Some(at), Some(verdict)) => verdict.reason(at).map(|reason| teller.reason(&reason)),
            (MISSING, Some(at), Some(verdict)) => verdict.missing().get(at).map(|at| teller.missing(*at)),
            (ERROR, ..) => self.no_answer.as_ref().map(|no_answer| teller.no_answer(no_answer)),
            (REASON | MISSING, ..) => None,
            _ => return Err(NoAnswer::Call(kessai_status::InvalidRecord)),
        };
        let Some(text) = text else { return Ok(false) };
        let (used, whole) = put(session.charset, text, &mut record.text);
        count(&mut record.length, used)?;
        record.cut = if whole { X::BLANK } else { X::yes() };
        Ok(true)
    }
}

/// Writes a text as persons see it in a set. Gives how many bytes are used, and whether all are there.
fn put<const SIZE: usize>(charset: Charset, mut text: String, field: &mut X<SIZE>) -> (usize, bool) {
    match charset {
        Charset::JisX0201 => shift_jis(&text, field),
        Charset::Ebcdic290 => {
            // CCSID 290 itself has no small letters: terminals that know no more show something else there.
            text.make_ascii_uppercase();
            charset.encode_cut(&text, field)
        }
        Charset::Ebcdic1027 | Charset::Utf8 => charset.encode_cut(&text, field),
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

impl Teller {
    fn reason(self, reason: &Reason<'_>) -> String {
        let (lang, code) = match self.words {
            Words::Of(lang) => (lang, None),
            Words::Kana => (Lang::En, kana::of_code(reason.code())),
        };
        let Some((text, ways)) = code else { return reason.text(lang) };
        let way = ways.iter().find_map(|way| self.filled(way, reason));
        let text = self.filled(text, reason);
        text.into_iter().chain(way).collect::<Vec<_>>().join(" ")
    }

    /// A text with the figures of a reason in their places; none where one is not known.
    fn filled(self, text: &str, reason: &Reason<'_>) -> Option<String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}')?;
            let (_, kind) = reason.code().figures().find(|(known, _)| *known == name)?;
            out.push_str(before);
            out.push_str(&self.figure(kind, reason.figure(name)?));
            rest = after;
        }
        Some(out + rest)
    }

    fn figure(self, kind: FigureKind, value: FigureValue<'_>) -> String {
        match (kind, value) {
            (_, FigureValue::Amount(amount)) => self.amount(amount),
            (FigureKind::Quantity, FigureValue::Count(number)) => grouped(&number.to_string()) + kana::ITEMS,
            (FigureKind::Position, FigureValue::Number(at)) => grouped(&at.saturating_add(1).to_string()),
            (_, FigureValue::Count(number) | FigureValue::Number(number)) => grouped(&number.to_string()),
            (_, FigureValue::Day(day)) => day.to_string(),
            (FigureKind::Characters, FigureValue::Text(name)) => {
                kana::of_kind(name).unwrap_or(name).to_owned()
            }
            (FigureKind::Class, FigureValue::Text(name)) => kana::of_class(name).unwrap_or(name).to_owned(),
            (_, FigureValue::Text(text)) => text.to_owned(),
            (_, FigureValue::Character(character)) => character.to_string(),
            (_, FigureValue::People(people)) => people.iter().collect::<Vec<_>>().join(","),
            _ => String::new(),
        }
    }

    fn amount(self, amount: i64) -> String {
        let digits = grouped(&self.currency.format(amount));
        match self.currency.code() {
            "JPY" => digits + kana::YEN,
            code => format!("{code} {digits}"),
        }
    }

    fn missing(self, at: Pointer) -> String {
        match (self.words, kana::of_field(at.field.number())) {
            (Words::Of(lang), _) => at.missing_text(lang),
            (Words::Kana, label) => format!("{}{}", label.unwrap_or_default(), kana::MISSING),
        }
    }

    fn no_answer(self, no_answer: &NoAnswer) -> String {
        match no_answer {
            NoAnswer::Request(error) => self.request(error),
            NoAnswer::Record(fault) => self.fault(*fault),
            NoAnswer::Call(status) => {
                let (ja, en, kana) = of_status(*status);
                self.words.of(ja, en, kana).to_owned()
            }
        }
    }

    fn request(self, error: &RequestError) -> String {
        let text = match self.words {
            Words::Of(lang) => error.message(lang),
            Words::Kana => kana::of_error(error.code()).unwrap_or_default().to_owned(),
        };
        match (error.path(), self.words, error.at_field()) {
            ("", ..) => text,
            (_, Words::Kana, Some(at)) => format!("{text} ({})", place(at)),
            (path, ..) => format!("{text} ({path})"),
        }
    }

    /// A fault of the program that made the record, which is told to its programmer.
    fn fault(self, fault: Fault) -> String {
        let what = match fault.wrong {
            Wrong::Character => self.words.of(
                "文字コードにない文字があります",
                "a character that the set does not have",
                "ﾓｼﾞｺｰﾄﾞﾆ ﾅｲ ﾓｼﾞｶﾞ ｱﾘﾏｽ",
            ),
            Wrong::Value => self.words.of(
                "項目の値が正しくありません",
                "none of the values of the field",
                "ｺｳﾓｸﾉ ｱﾀｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ",
            ),
            Wrong::Operation => self.words.of(
                "そのような操作はありません",
                "an operation that there is not",
                "ｿﾉ ﾖｳﾅ ｿｳｻﾊ ｱﾘﾏｾﾝ",
            ),
        };
        let Fault { record, at, .. } = fault;
        self.words.of(
            format!("{record}の{at}バイト目: {what}"),
            format!("{record}, position {at}: {what}"),
            format!("{record} {at}ﾊﾞｲﾄﾒ: {what}"),
        )
    }
}

/// What the field at a place is called in kana.
fn place(at: Pointer) -> String {
    let label = kana::of_field(at.field.number()).unwrap_or_default();
    match at.line {
        None => label.to_owned(),
        Some(line) => format!("{} {} {label}", kana::ITEM, line.saturating_add(1)),
    }
}

/// What a status says of a call without an answer, in Japanese, English and kana.
const fn of_status(status: kessai_status) -> (&'static str, &'static str, &'static str) {
    match status {
        kessai_status::NullArgument => (
            "必要な領域が渡されていません",
            "an area that is needed was not passed",
            "ﾋﾂﾖｳﾅ ﾘｮｳｲｷｶﾞ ﾜﾀｻﾚﾃｲﾏｾﾝ",
        ),
        kessai_status::TooLong => ("件数が多すぎます", "there are too many of them", "ｹﾝｽｳｶﾞ ｵｵｽｷﾞﾏｽ"),
        kessai_status::InvalidCharacter | kessai_status::InvalidUtf8 => (
            "文字コードにない文字があります",
            "there is a character that the set does not have",
            "ﾓｼﾞｺｰﾄﾞﾆ ﾅｲ ﾓｼﾞｶﾞ ｱﾘﾏｽ",
        ),
        kessai_status::Busy => {
            ("ほかの呼出しを処理中です", "another call is in the session", "ﾎｶﾉ ﾖﾋﾞﾀﾞｼｦ ｼｮﾘﾁｭｳﾃﾞｽ")
        }
        kessai_status::InvalidRecord => (
            "レコードの項目が正しくありません",
            "a field of the record is none of its values",
            "ﾚｺｰﾄﾞﾉ ｺｳﾓｸｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ",
        ),
        kessai_status::NoRoom => (
            "結果がレコードの項目に収まりません",
            "what is to be said has no room in its field",
            "ｹｯｶｶﾞ ﾚｺｰﾄﾞﾉ ｺｳﾓｸﾆ ｵｻﾏﾘﾏｾﾝ",
        ),
        kessai_status::NotBegun => {
            ("まだ何も判定していません", "nothing was begun that could be gone on with", "ﾏﾀﾞ ﾅﾆﾓ ﾊﾝﾃｲ ｼﾃｲﾏｾﾝ")
        }
        kessai_status::UnknownName => {
            ("その名前のものはありません", "there is nothing of that kind and name", "ｿﾉ ﾅﾏｴﾉ ﾓﾉﾊ ｱﾘﾏｾﾝ")
        }
        kessai_status::InvalidService => {
            ("サービスの文書に誤りがあります", "the service document has errors", "ｻｰﾋﾞｽﾉ ﾌﾞﾝｼｮﾆ ｱﾔﾏﾘｶﾞ ｱﾘﾏｽ")
        }
        kessai_status::InvalidCompany => {
            ("企業の文書に誤りがあります", "the company document has errors", "ｷｷﾞｮｳﾉ ﾌﾞﾝｼｮﾆ ｱﾔﾏﾘｶﾞ ｱﾘﾏｽ")
        }
        kessai_status::InvalidImage => {
            ("イメージを読み取れません", "the image cannot be read", "ｲﾒｰｼﾞｦ ﾖﾐﾄﾚﾏｾﾝ")
        }
        kessai_status::InvalidFile => ("ファイルを読み取れません", "a file cannot be read", "ﾌｧｲﾙｦ ﾖﾐﾄﾚﾏｾﾝ"),
        kessai_status::InvalidRequest => ("判定できません", "the request cannot be evaluated", "ﾊﾝﾃｲ ﾃﾞｷﾏｾﾝ"),
        kessai_status::Ok | kessai_status::Panic => {
            ("システムエラーです", "a fault of this library", "ｼｽﾃﾑ ｴﾗｰﾃﾞｽ")
        }
    }
}

/// Puts a comma before every third digit from the right of the whole part.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let (sign, digits) = whole.split_at(usize::from(whole.starts_with('-')));
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

#[cfg(test)]
mod tests;

//! What a reason says to a person, in Japanese and English, from one catalogue.
//!
//! A text may name `{limit}`, `{used}`, `{requested}`, `{max}`, `{min}`, `{expected}`, `{earliest}`, `{latest}` and `{who}`. The
//! second text of a language has the ways out, parted by `|`: the first of which all that it names is known is added.

use alloc::format;
use alloc::string::String;

use smallvec::SmallVec;

use crate::lang::Lang;
use crate::reason::{Code, Detail, Figure, FigureValue, More, Names, Pointer, Reason, figures};
use crate::terms::{CharacterKind, MixClass};

mod access;
mod catalogue;
mod form;
mod item;
mod label;

use catalogue::catalogue;
use label::label;

impl Code {
    /// The text of the code, with its figures as `{limit}` and so on.
    #[must_use]
    pub fn template(self, lang: Lang) -> &'static str {
        let texts = catalogue(self);
        match lang {
            Lang::Ja => texts.ja.0,
            Lang::En => texts.en.0,
        }
    }
}

impl Code {
    /// The ways out: the first of which all that it names is known is added to the text. The last may say that there is
    /// none.
    pub fn ways_out(self, lang: Lang) -> impl Iterator<Item = &'static str> {
        let texts = catalogue(self);
        let ways = match lang {
            Lang::Ja => texts.ja.1,
            Lang::En => texts.en.1,
        };
        ways.split('|').filter(|way| !way.is_empty())
    }
}

impl More {
    /// What it says to a person, behind the reasons of the code that are listed.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let mut text = String::from(if lang == Lang::Ja { "同じ理由がほかに" } else { "There are " });
        number(self.count, &mut text);
        text.push_str(if lang == Lang::Ja { "件あります。" } else { " more of the same kind." });
        text
    }
}

impl Reason<'_> {
    /// What it says to a person, with the way out where there is one.
    ///
    /// Amounts are grouped by thousands; in Japanese yen stand as `10,110円`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        self.code().text(&self.refusal.detail, self.names, lang)
    }
}

impl Code {
    /// What a reason of this code says to a person.
    pub(crate) fn text(self, detail: &Detail, names: Names<'_>, lang: Lang) -> String {
        let figures: SmallVec<[Figure<'_>; 4]> = figures(detail, names).collect();
        Filler { names, figures: &figures, lang }.text(self)
    }
}

impl Pointer {
    /// What a person is asked for where the field is missing.
    #[must_use]
    pub fn missing_text(&self, lang: Lang) -> String {
        let (ja, en) = label(self.field);
        match lang {
            Lang::Ja => format!("{ja}を入力してください。"),
            Lang::En => format!("The {en} is missing."),
        }
    }
}

/// Fills the templates of one reason.
struct Filler<'a> {
    names: Names<'a>,
    figures: &'a [Figure<'a>],
    lang: Lang,
}

impl Filler<'_> {
    fn text(&self, code: Code) -> String {
        let mut text = String::new();
        self.fill(code.template(self.lang), &mut text);
        for way in code.ways_out(self.lang) {
            let mut more = String::new();
            if self.fill(way, &mut more) {
                if self.lang == Lang::En {
                    text.push(' ');
                }
                text.push_str(&more);
                break;
            }
        }
        text
    }

    /// Fills a template; tells whether everything that it names was known.
    fn fill(&self, template: &str, out: &mut String) -> bool {
        let mut complete = true;
        for (at, piece) in template.split(['{', '}']).enumerate() {
            if at & 1 == 0 {
                out.push_str(piece);
            } else {
                complete &= self.figure(piece, out).is_some();
            }
        }
        complete
    }

    fn value(&self, name: &str) -> Option<FigureValue<'_>> {
        self.figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
    }

    fn word_of(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            FigureValue::Text(word) => Some(word),
            _ => None,
        }
    }

    /// Appends a figure; none if it is not known.
    fn figure(&self, name: &str, out: &mut String) -> Option<()> {
        match name {
            "kind" => {
                word(label::of_kind(CharacterKind::from_name(self.word_of("expected")?)?), self.lang, out)
            }
            "class" => word(label::of_class(MixClass::from_name(self.word_of("expected")?)?), self.lang, out),
            "condition" => out.push_str(self.condition(self.word_of("condition")?)),
            "range" => return self.range(out),
            "position" => match self.value("at")? {
                FigureValue::Number(at) => number(at.saturating_add(1), out),
                _ => return None,
            },
            other => self.plain(self.value(other)?, out),
        }
        Some(())
    }

    /// Appends a value as it is.
    fn plain(&self, value: FigureValue<'_>, out: &mut String) {
        match value {
            FigureValue::Amount(amount) => self.amount(amount, out),
            FigureValue::Count(count) | FigureValue::Number(count) => number(count, out),
            FigureValue::Day(day) => day.write(out),
            FigureValue::Text(text) => out.push_str(text),
            FigureValue::Character(character) => out.push(character),
            FigureValue::People(people) => {
                let separator = if self.lang == Lang::Ja { "、" } else { ", " };
                for (at, id) in people.iter().enumerate() {
                    if at > 0 {
                        out.push_str(separator);
                    }
                    out.push_str(id);
                }
            }
        }
    }

    /// An amount with its currency, grouped by thousands.
    fn amount(&self, amount: i64, out: &mut String) {
        let currency = self.names.service.currency;
        let mut plain = String::new();
        currency.write(amount, &mut plain);
        let yen = self.lang == Lang::Ja && currency.code() == "JPY";
        if !yen {
            out.push_str(currency.code());
            out.push(' ');
        }
        grouped(&plain, out);
        if yen {
            out.push('円');
        }
    }

    /// A range of amounts, open where a bound is not stated.
    fn range(&self, out: &mut String) -> Option<()> {
        let (before_max, between, behind_min, behind_max) = match self.lang {
            Lang::Ja => ("", "～", "以上", "以下"),
            Lang::En => ("up to ", " to ", " and more", ""),
        };
        match (self.value("min"), self.value("max")) {
            (Some(min), Some(max)) => {
                self.plain(min, out);
                out.push_str(between);
                self.plain(max, out);
            }
            (Some(min), None) => {
                self.plain(min, out);
                out.push_str(behind_min);
            }
            (None, Some(max)) => {
                out.push_str(before_max);
                self.plain(max, out);
                out.push_str(behind_max);
            }
            (None, None) => return None,
        }
        Some(())
    }

    /// The bank's own words for a condition, or its key.
    fn condition<'k>(&'k self, key: &'k str) -> &'k str {
        let conditions = &self.names.service.access.conditions;
        let label =
            conditions.iter().find(|condition| *condition.key == *key).and_then(|one| one.label.as_ref());
        match (label, self.lang) {
            (Some((ja, _)), Lang::Ja) => ja,
            (Some((_, en)), Lang::En) => en,
            (None, _) => key,
        }
    }
}

/// The word of a language.
fn word(words: (&str, &str), lang: Lang, out: &mut String) {
    out.push_str(if lang == Lang::Ja { words.0 } else { words.1 });
}

fn number(number: u64, out: &mut String) {
    grouped(&format!("{number}"), out);
}

/// Puts a comma before every third digit from the right of the whole part.
fn grouped(plain: &str, out: &mut String) {
    let whole = plain.find('.').unwrap_or(plain.len());
    let digits = whole.saturating_sub(usize::from(plain.starts_with('-')));
    for (at, character) in plain.chars().enumerate() {
        let from_right = whole.saturating_sub(at);
        if at < whole && from_right < digits && from_right.is_multiple_of(3) {
            out.push(',');
        }
        out.push(character);
    }
}

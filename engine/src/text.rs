//! What a reason says to a person, in Japanese and English, from one catalogue.
//!
//! A text may name `{limit}`, `{used}`, `{requested}`, `{max}`, `{min}`, `{expected}`, `{earliest}`, `{latest}` and `{who}`. The
//! second text of a language has the ways out, parted by `|`: the first of which all that it names is known is added.

use alloc::string::String;

use crate::date::Day;
use crate::lang::Lang;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, More, Pointer, Reason};
use crate::verdict::Verdict;

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

impl Verdict<'_> {
    /// What a reason says to a person, with the way out where there is one.
    ///
    /// Amounts are grouped by thousands; in Japanese yen stand as `10,110円`.
    #[must_use]
    pub fn reason_text(&self, reason: &Reason, lang: Lang) -> String {
        let mut text = String::new();
        self.fill(reason.code.template(lang), reason, lang, &mut text);
        for way in reason.code.ways_out(lang) {
            let mut more = String::new();
            if self.fill(way, reason, lang, &mut more) {
                if lang == Lang::En {
                    text.push(' ');
                }
                text.push_str(&more);
                break;
            }
        }
        text
    }

    /// What a person is asked for where a field is missing.
    #[must_use]
    pub fn missing_text(&self, at: &Pointer, lang: Lang) -> String {
        let mut text = String::new();
        match lang {
            Lang::Ja => {
                text.push_str(label(at.field).0);
                text.push_str("を入力してください。");
            }
            Lang::En => {
                text.push_str("The ");
                text.push_str(label(at.field).1);
                text.push_str(" is missing.");
            }
        }
        text
    }

    /// Fills a template; tells whether everything that it names was known.
    fn fill(&self, template: &str, reason: &Reason, lang: Lang, out: &mut String) -> bool {
        let mut complete = true;
        for (at, piece) in template.split(['{', '}']).enumerate() {
            if at & 1 == 0 {
                out.push_str(piece);
            } else {
                complete &= self.figure(piece, &reason.detail, lang, out);
            }
        }
        complete
    }

    fn figure(&self, name: &str, detail: &Detail, lang: Lang, out: &mut String) -> bool {
        match (name, detail) {
            ("limit", Detail::Limit { limit, .. }) => self.amount(*limit, lang, out),
            ("used", Detail::Limit { used, .. }) => self.amount(*used, lang, out),
            ("requested", Detail::Limit { requested, .. }) => self.amount(*requested, lang, out),
            ("max", Detail::Limit { max: Some(max), .. } | Detail::Cap { max: Some(max), .. }) => {
                self.amount(*max, lang, out)
            }
            ("min", Detail::Range { min: Some(min), .. }) => self.amount(*min, lang, out),
            ("limit", Detail::Count { limit, .. }) => number(*limit, out),
            ("requested", Detail::Count { requested, .. }) => number(*requested, out),
            ("expected", Detail::Day(day)) | ("earliest", Detail::Earliest(Some(day))) => date(*day, out),
            ("expected", Detail::Pattern(at)) => {
                let patterns = &self.company.model.service.patterns;
                out.push_str(patterns.get(usize::from(*at)).map_or("", |key| key));
                true
            }
            ("latest", Detail::Latest(Some(day))) => date(*day, out),
            ("condition", Detail::Access { condition: Some(at), .. }) => self.condition(*at, lang, out),
            ("attribute", Detail::Access { attribute: Some(at), .. }) => {
                let attributes = &self.company.model.service.access.attributes;
                out.push_str(attributes.get(usize::from(*at)).map_or("", |attribute| &attribute.name));
                true
            }
            ("who", Detail::Who(who) | Detail::Cap { who, .. }) => self.people(who, lang, out),
            _ => form::figure(name, detail, self.company.model.service.currency, lang, out),
        }
    }

    fn amount(&self, amount: i64, lang: Lang, out: &mut String) -> bool {
        form::amount(amount, self.company.model.service.currency, lang, out)
    }

    /// The bank's own words for a condition, or its key.
    fn condition(&self, at: u8, lang: Lang, out: &mut String) -> bool {
        let conditions = &self.company.model.service.access.conditions;
        let Some(condition) = conditions.get(usize::from(at)) else { return false };
        match (&condition.label, lang) {
            (Some((ja, _)), Lang::Ja) => out.push_str(ja),
            (Some((_, en)), Lang::En) => out.push_str(en),
            (None, _) => out.push_str(&condition.key),
        }
        true
    }

    fn people(&self, who: &UserSet, lang: Lang, out: &mut String) -> bool {
        let separator = if lang == Lang::Ja { "、" } else { ", " };
        for (at, name) in self.names(who).enumerate() {
            if at > 0 {
                out.push_str(separator);
            }
            out.push_str(name);
        }
        !who.is_empty()
    }
}

/// The word of a language.
fn word(words: (&str, &str), lang: Lang, out: &mut String) -> bool {
    out.push_str(if lang == Lang::Ja { words.0 } else { words.1 });
    true
}

fn date(day: Day, out: &mut String) -> bool {
    day.write(out);
    true
}

fn number(number: u64, out: &mut String) -> bool {
    let mut plain = String::new();
    crate::money::Currency::JPY.write(i64::try_from(number).unwrap_or(i64::MAX), &mut plain);
    grouped(&plain, out);
    true
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

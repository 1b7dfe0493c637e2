//! What a reason says to a person: the templates of the catalogue with the figures in their places.

use alloc::format;
use alloc::string::String;

use smallvec::SmallVec;

use crate::catalogue::{Code, FigureKind, Piece, pieces};
use crate::lang::Lang;
use crate::reason::{Detail, Figure, FigureValue, More, Names, Pointer, Reason, figures};
use crate::terms::{CharacterKind, MixClass};

mod answer;
mod labels;
mod words;

pub(crate) use answer::{AnswerTexts, missing_text};
#[cfg(feature = "forms")]
pub(crate) use labels::label_in;

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
        let figures: SmallVec<[Figure<'_>; 4]> = figures(self, detail, names).collect();
        Filler { code: self, figures: &figures, names, lang }.text()
    }
}

impl More {
    /// What it says to a person, behind the reasons of the code that are listed.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let count = grouped(&format!("{}", self.count));
        match lang {
            Lang::Ja => format!("同じ理由がほかに{count}件あります。"),
            Lang::En => format!("There are {count} more of the same kind."),
        }
    }
}

impl Pointer {
    /// What a person is asked for where the field is missing.
    #[must_use]
    pub fn missing_text(&self, lang: Lang) -> String {
        missing(lang.of(self.field.label()), lang)
    }
}

fn missing(label: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{label}を入力してください。"),
        Lang::En => format!("The {label} is missing."),
    }
}

/// Fills the templates of one reason.
struct Filler<'a> {
    code: Code,
    figures: &'a [Figure<'a>],
    names: Names<'a>,
    lang: Lang,
}

impl Filler<'_> {
    /// The text, with the first way out of which all figures are known.
    fn text(&self) -> String {
        let mut text = String::new();
        self.fill(self.code.template(self.lang), &mut text);
        for way in self.code.ways_out(self.lang) {
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

    /// Fills a template; tells whether every figure that it names was known.
    fn fill(&self, template: &str, out: &mut String) -> bool {
        let mut is_whole = true;
        for piece in pieces(template) {
            let known = match piece {
                Piece::Words(words) => {
                    out.push_str(words);
                    Some(())
                }
                Piece::Figure(name) => self.figure(name, out),
                Piece::Range(from, to) => self.range(from, to, out),
            };
            is_whole &= known.is_some();
        }
        is_whole
    }

    /// Appends a figure; none if it is not known.
    fn figure(&self, name: &str, out: &mut String) -> Option<()> {
        let value = self.figures.iter().find(|figure| figure.name == name)?.value;
        match (value, self.code.figure(name)?) {
            (FigureValue::Amount(amount), _) => self.amount(amount, out),
            (FigureValue::Number(at), FigureKind::Position) => {
                out.push_str(&grouped(&format!("{}", at.saturating_add(1))));
            }
            (FigureValue::Count(number), FigureKind::Quantity) => {
                out.push_str(&grouped(&format!("{number}")));
                out.push_str(match (self.lang, number) {
                    (Lang::Ja, _) => "件",
                    (Lang::En, 1) => " item",
                    (Lang::En, _) => " items",
                });
            }
            (FigureValue::Count(number) | FigureValue::Number(number), _) => {
                out.push_str(&grouped(&format!("{number}")));
            }
            (FigureValue::Day(day), _) => day.write(out),
            (FigureValue::Text(key), FigureKind::Limit) => out.push_str(self.limit(key)),
            (FigureValue::Text(key), FigureKind::Condition) => out.push_str(self.condition(key)),
            (FigureValue::Text(name), FigureKind::Characters) => {
                out.push_str(self.lang.of(words::of_kind(CharacterKind::from_name(name)?)));
            }
            (FigureValue::Text(name), FigureKind::Class) => {
                out.push_str(self.lang.of(words::of_class(MixClass::from_name(name)?)));
            }
            (FigureValue::Text(shape), FigureKind::Shape) => words::push_shape(shape, self.lang, out),
            (FigureValue::Text(text), _) => out.push_str(text),
            (FigureValue::Character(character), _) => out.push(character),
            (FigureValue::People(people), _) => {
                for (at, id) in people.iter().enumerate() {
                    if at > 0 {
                        out.push_str(self.lang.of(("、", ", ")));
                    }
                    out.push_str(id);
                }
            }
        }
        Some(())
    }

    /// Appends a range, open where a bound is not known; none if both are not.
    fn range(&self, from: &str, to: &str, out: &mut String) -> Option<()> {
        let [mut min, mut max] = [String::new(), String::new()];
        let known = (self.figure(from, &mut min), self.figure(to, &mut max));
        let text = match (known, self.lang) {
            ((Some(()), Some(())), Lang::Ja) => format!("{min}～{max}"),
            ((Some(()), Some(())), Lang::En) => format!("{min} to {max}"),
            ((Some(()), None), Lang::Ja) => format!("{min}以上"),
            ((Some(()), None), Lang::En) => format!("{min} and more"),
            ((None, Some(())), Lang::Ja) => format!("{max}以下"),
            ((None, Some(())), Lang::En) => format!("up to {max}"),
            ((None, None), _) => return None,
        };
        out.push_str(&text);
        Some(())
    }

    /// An amount with its currency, grouped by thousands.
    fn amount(&self, amount: i64, out: &mut String) {
        let currency = self.names.service.currency;
        let mut plain = String::new();
        currency.write(amount, &mut plain);
        let amount = grouped(&plain);
        out.push_str(&match (currency.code(), self.lang) {
            ("JPY", Lang::Ja) => format!("{amount}円"),
            (code, _) => format!("{code} {amount}"),
        });
    }

    /// The bank's own words for a declared limit, or its key.
    fn limit<'k>(&'k self, key: &'k str) -> &'k str {
        let mut declared = self.names.service.limits.declared();
        let limit = declared.find(|(_, limit)| *limit.key == *key);
        match limit.and_then(|(_, limit)| limit.label.as_ref()) {
            Some((ja, en)) => self.lang.of((ja, en)),
            None => key,
        }
    }

    /// The bank's own words for a condition, or its key.
    fn condition<'k>(&'k self, key: &'k str) -> &'k str {
        let conditions = &self.names.service.access.conditions;
        let condition = conditions.iter().find(|condition| *condition.key == *key);
        match condition.and_then(|condition| condition.label.as_ref()) {
            Some((ja, en)) => self.lang.of((ja, en)),
            None => key,
        }
    }
}

/// Puts a comma before every third digit from the right of the whole part.
fn grouped(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len().saturating_add(6));
    let whole = plain.find('.').unwrap_or(plain.len());
    let digits = whole.saturating_sub(usize::from(plain.starts_with('-')));
    for (at, character) in plain.chars().enumerate() {
        let from_right = whole.saturating_sub(at);
        if at < whole && from_right < digits && from_right.is_multiple_of(3) {
            out.push(',');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests;

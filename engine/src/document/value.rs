//! Reading single values: texts, names, amounts, days, rates, words.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::document::reader::{Reader, name_problem};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{RATE_DECIMALS, UNIT_DECIMALS, UNIT_DIGITS, VALUES};
use crate::language::service::LabelMembers;
use crate::language::words::CodeCharacters;
use crate::language::words::Word;
use crate::model::field::CodeShape;

impl<'t> Reader<'t> {
    /// A text.
    pub(super) fn text(&mut self, id: Id) -> Option<Cow<'t, str>> {
        if self.tree().kind(id) == Kind::String {
            return Some(self.tree().text(id));
        }
        self.wrong_type(id, "a text", "文字列");
        None
    }

    /// An id, key or code: 1 to 64 bytes in which everything can be seen.
    pub(super) fn name(&mut self, id: Id) -> Option<Cow<'t, str>> {
        let text = self.text(id)?;
        if let Some((problem, args)) = name_problem(&text) {
            self.report(problem, id, args);
            return None;
        }
        Some(text)
    }

    /// A code of an account.
    pub(super) fn code(&mut self, id: Id, shape: CodeShape) -> Option<Cow<'t, str>> {
        let text = self.text(id)?;
        if !shape.has(&text) {
            let [min, max] = [shape.min, shape.max].map(|length| Arg::number(usize::from(length)));
            if shape == CodeShape::digits(shape.max) {
                self.report(FindingCode::CodeMalformed, id, [Arg::text(&text), max]);
            } else {
                let characters = if shape.characters == CodeCharacters::Alphanumerics {
                    Arg::Term("digits and letters", "半角英数字")
                } else {
                    Arg::Term("digits", "半角数字")
                };
                self.report(FindingCode::CodeShape, id, [Arg::text(&text), min, max, characters]);
            }
            return None;
        }
        Some(text)
    }

    /// A name in Japanese and English.
    pub(super) fn label(&mut self, id: Id) -> Option<(Box<str>, Box<str>)> {
        let LabelMembers { ja, en } = self.members(id);
        let [ja, en] = [ja, en].map(|id| id.and_then(|id| self.text(id)).map(boxed));
        ja.zip(en)
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, id: Id) -> Option<bool> {
        if self.tree().kind(id) == Kind::Bool {
            return Some(self.tree().spelling(id) == "true");
        }
        self.wrong_type(id, "`true` or `false`", "trueまたはfalse");
        None
    }

    /// A whole number inside bounds.
    pub(super) fn integer(&mut self, id: Id, min: u32, max: u32) -> Option<u32> {
        if self.tree().kind(id) != Kind::Number {
            self.wrong_type(id, "a whole number", "整数");
            return None;
        }
        let spelling = self.tree().spelling(id);
        let number = spelling.parse().ok().filter(|number| (min..=max).contains(number));
        if number.is_none() {
            let bounds = [min, max].map(|bound| Arg::text(&alloc::format!("{bound}")));
            self.report(FindingCode::NumberRange, id, [&[Arg::text(spelling)], &bounds[..]].concat());
        }
        number
    }

    /// An amount in minor units: a text, or an integer in currencies without decimals.
    pub(super) fn amount(&mut self, id: Id) -> Option<i64> {
        let (amount, spelling) = match self.tree().kind(id) {
            Kind::String => {
                let text = self.tree().text(id);
                (self.currency.parse(&text), text)
            }
            Kind::Number => {
                let token = self.tree().spelling(id);
                (self.currency.parse_token(token), Cow::Borrowed(token))
            }
            _ => {
                self.wrong_type(id, "an amount in quotes", "引用符で囲んだ金額");
                return None;
            }
        };
        if amount.is_none() {
            let mut example = String::from("30000");
            for at in 0..self.currency.decimals() {
                example.push_str(if at == 0 { ".0" } else { "0" });
            }
            self.report(FindingCode::AmountMalformed, id, [Arg::text(&spelling), Arg::text(&example)]);
        }
        amount
    }

    /// A day.
    pub(super) fn day(&mut self, id: Id) -> Option<Day> {
        let text = self.text(id)?;
        let day = Day::parse(&text);
        if day.is_none() {
            self.report(FindingCode::DayMalformed, id, [Arg::text(&text)]);
        }
        day
    }

    /// A rate from 0 to 1.
    pub(super) fn rate(&mut self, id: Id) -> Option<Decimal> {
        let text = self.text(id)?;
        let rate = decimal(&text, 1, RATE_DECIMALS).filter(|rate| *rate <= Decimal::ONE);
        if rate.is_none() {
            self.report(FindingCode::RateMalformed, id, [Arg::text(&text)]);
        }
        rate
    }

    /// A price per count: up to 12 digits before the point and 6 after it.
    pub(super) fn unit_price(&mut self, id: Id) -> Option<Decimal> {
        let text = self.text(id)?;
        let price = decimal(&text, UNIT_DIGITS, UNIT_DECIMALS);
        if price.is_none() {
            self.report(FindingCode::UnitPriceMalformed, id, [Arg::text(&text)]);
        }
        price
    }

    /// One of a closed set of words.
    pub(super) fn choice<T: Word>(&mut self, id: Id) -> Option<T> {
        let text = self.text(id)?;
        let value = T::from_word(&text);
        if value.is_none() {
            self.unknown_choice(id, &text, &T::words().collect::<Vec<_>>());
        }
        value
    }

    /// A finding that a text is none of the words allowed.
    #[cold]
    pub(super) fn unknown_choice(&mut self, id: Id, text: &str, words: &[&str]) {
        let mut list = String::new();
        for word in words {
            for part in [if list.is_empty() { "`" } else { ", `" }, word, "`"] {
                list.push_str(part);
            }
        }
        let args = self.with_similar([Arg::text(text), Arg::Whole(list.into())], text, words.iter().copied());
        self.report(FindingCode::ChoiceUnknown, id, args);
    }

    /// A list of distinct words out of a closed set, as bits in the order of the set.
    pub(super) fn choices<T: Word>(&mut self, id: Id) -> Vec<T> {
        let mut values = Vec::new();
        for element in self.elements(id, VALUES) {
            let Some(value) = self.choice::<T>(element) else { continue };
            if values.contains(&value) {
                self.twice(element);
            } else {
                values.push(value);
            }
        }
        values
    }

    /// A finding that an element of a list was named before.
    #[cold]
    pub(super) fn twice(&mut self, element: Id) {
        let text = self.tree().text(element);
        self.report(FindingCode::ListDuplicate, element, [Arg::text(&text)]);
    }
}

/// A decimal of plain digits without superfluous zeros in front, with at most so many digits before and after the point.
fn decimal(text: &str, before_max: usize, after_max: usize) -> Option<Decimal> {
    let (before, after) = match text.split_once('.') {
        Some((before, after)) if !after.is_empty() => (before, after),
        Some(_) => return None,
        None => (text, ""),
    };
    let plain = before == "0" || (!before.is_empty() && !before.starts_with('0'));
    let digits = before.bytes().chain(after.bytes()).all(|byte| byte.is_ascii_digit());
    if !plain || !digits || before.len() > before_max || after.len() > after_max {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_have_one_spelling_and_bounds() {
        for good in ["0", "1", "0.5", "0.0000000001", "1.0"] {
            assert!(decimal(good, 1, 10).is_some(), "{good}");
        }
        for bad in
            ["", ".", ".5", "5.", "00.5", "0,5", "-0.5", "+1", "1e-3", "0.00000000001", "10", " 1", "1_0"]
        {
            assert!(decimal(bad, 1, 10).is_none(), "{bad}");
        }
    }
}

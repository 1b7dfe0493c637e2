//! The figures of reasons as members of JSON objects.

use alloc::string::String;

use crate::date::Day;
use crate::money::Currency;
use crate::quote;
use crate::reason::{Code, Detail, FigureValue, Names};
use crate::word::is_plain;
use crate::write::block::Block;

/// Appends each figure as a member behind others.
#[inline]
pub(super) fn figures(code: Code, detail: &Detail, names: Names<'_>, out: &mut Block<'_>) {
    let currency = names.service.currency;
    detail.each_figure(code, names, |name, value| {
        out.text(",\"");
        out.text(name);
        out.text("\":");
        match value {
            FigureValue::Amount(amount) => {
                out.text("\"");
                out.amount(amount, currency);
                out.text("\"");
            }
            FigureValue::Day(day) => out.day(day),
            rarer => rarer_figure(rarer, out),
        }
    });
}

#[cold]
fn rarer_figure(value: FigureValue<'_>, out: &mut Block<'_>) {
    match value {
        FigureValue::Count(count) => {
            out.text("\"");
            out.number(count);
            out.text("\"");
        }
        FigureValue::Number(number) => out.number(number),
        FigureValue::Text(text) => out.string(text),
        FigureValue::Character(character) => out.string(character.encode_utf8(&mut [0; 4])),
        FigureValue::People(people) => {
            out.text("[");
            for (at, id) in people.iter().enumerate() {
                if at > 0 {
                    out.text(",");
                }
                out.string(id);
            }
            out.text("]");
        }
        FigureValue::Amount(_) | FigureValue::Day(_) => {}
    }
}

/// Appends the figures of a reason of a form.
pub(crate) fn of_form(code: Code, detail: &Detail, names: Names<'_>, out: &mut String) {
    let mut block = Block::new(out);
    figures(code, detail, names, &mut block);
    block.flush();
}

impl Block<'_> {
    /// An amount without quotes.
    #[inline]
    pub(super) fn amount(&mut self, amount: i64, currency: Currency) {
        if currency.decimals() != 0 {
            currency.write(amount, self.direct());
            return;
        }
        if amount < 0 {
            self.text("-");
        }
        self.number(amount.unsigned_abs());
    }

    /// A day in quotes.
    pub(super) fn day(&mut self, day: Day) {
        self.text("\"");
        self.ascii(&day.ascii());
        self.text("\"");
    }

    /// A text in quotes.
    pub(super) fn string(&mut self, text: &str) {
        if is_plain(text) {
            self.text("\"");
            self.text(text);
            self.text("\"");
        } else {
            quote::string(text, self.direct());
        }
    }
}

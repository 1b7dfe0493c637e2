//! Messages to people: a template of a catalogue, and the words that are put into it.

use alloc::boxed::Box;
use alloc::string::String;

use crate::catalogue::{Piece, pieces};
use crate::characters::is_invisible;
use crate::date::Day;
use crate::lang::Lang;
use crate::money::Currency;

/// A word of a message: what the document says, or one of our own terms in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// Out of the document, the same in every language.
    Text(Box<str>),
    /// A list of our own names, never cut short.
    Whole(Box<str>),
    /// English, then Japanese.
    Term(&'static str, &'static str),
    /// What another message says, in English and Japanese.
    Both([Box<str>; 2]),
}

impl Arg {
    /// Text that is never cut short.
    pub(crate) fn whole(text: &str) -> Self {
        Self::Whole(text.into())
    }

    /// Text out of the document.
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A number in digits.
    pub(crate) fn number(number: usize) -> Self {
        Self::Text(alloc::format!("{number}").into())
    }

    /// A day as documents write it.
    pub(crate) fn day(day: Day) -> Self {
        let mut text = String::new();
        day.write(&mut text);
        Self::Text(text.into())
    }

    /// An amount as documents write it.
    pub(crate) fn amount(amount: i64, currency: Currency) -> Self {
        let mut text = String::new();
        currency.write(amount, &mut text);
        Self::Text(text.into())
    }
}

/// Puts words into a template by their names; none if one that it names is not there.
pub(crate) fn fill(template: &str, names: &[&str], words: &[Arg], lang: Lang) -> Option<String> {
    let mut out = String::with_capacity(template.len().saturating_add(32));
    for piece in pieces(template) {
        match piece {
            Piece::Words(text) => out.push_str(text),
            Piece::Figure(name) => {
                let at = names.iter().position(|known| *known == name)?;
                match words.get(at)? {
                    Arg::Text(text) => push_one_line(text, &mut out),
                    Arg::Whole(text) => out.push_str(text),
                    Arg::Term(en, ja) => out.push_str(lang.of((ja, en))),
                    Arg::Both([en, ja]) => out.push_str(lang.of((ja, en))),
                }
            }
            Piece::Range(..) => return None,
        }
    }
    Some(out)
}

/// The most characters of the document's own text in a message.
const SHOWN_MAX: usize = 80;

/// Text of the document inside a message: one line, and not too much of it.
fn push_one_line(text: &str, out: &mut String) {
    for (count, character) in text.chars().enumerate() {
        if count >= SHOWN_MAX {
            out.push('…');
            break;
        }
        if is_invisible(character) { out.extend(character.escape_default()) } else { out.push(character) }
    }
}

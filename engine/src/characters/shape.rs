//! Shapes of texts (`docs/rules.md`, 13.1.10): what stands at each place of a text.

use alloc::boxed::Box;
use alloc::string::String;
use core::ops::RangeInclusive;

use crate::characters::{Fault, TextRule, look_into};
use crate::language::bounds::NAME_MAX;

/// What may stand at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Digit,
    Capital,
    Small,
    Itself(char),
}

impl Place {
    fn characters(self) -> RangeInclusive<char> {
        match self {
            Self::Digit => '0'..='9',
            Self::Capital => 'A'..='Z',
            Self::Small => 'a'..='z',
            Self::Itself(one) => one..=one,
        }
    }

    /// The character that the shape has there.
    pub(crate) fn written(self) -> char {
        *self.characters().start()
    }
}

/// The places of a shape. A `\` at its end stands for none.
pub(crate) fn places(shape: &str) -> impl Iterator<Item = Place> + use<'_> {
    let mut characters = shape.chars();
    core::iter::from_fn(move || {
        Some(match characters.next()? {
            '0' => Place::Digit,
            'A' => Place::Capital,
            'a' => Place::Small,
            '\\' => Place::Itself(characters.next()?),
            one => Place::Itself(one),
        })
    })
}

/// Whether a text is a shape: of 1 to [`NAME_MAX`] bytes, with a character behind each `\`.
pub(crate) fn is_shape(text: &str) -> bool {
    let escapes = text.bytes().rev().take_while(|one| *one == b'\\').count();
    // Of two the second is meant itself.
    (1..=NAME_MAX).contains(&text.len()) && escapes.is_multiple_of(2)
}

/// Whether a text has a shape.
pub(super) fn has(shape: &str, text: &str) -> bool {
    let mut characters = text.chars();
    places(shape).all(|place| characters.next().is_some_and(|one| place.characters().contains(&one)))
        && characters.next().is_none()
}

/// The text that a shape is when nothing in it is taken as it is: one of those that have it.
pub(crate) fn example(shape: &str) -> String {
    places(shape).map(Place::written).collect()
}

impl TextRule {
    /// The member of the rule because of which no text has the shape and all else that the rule asks for, if there is one.
    ///
    /// Of the characters of one place either all are of a class, or none is; and mail addresses have any digit where they have
    /// one, and any letter. So it is enough to ask about one text, of characters that the rule allows.
    pub(crate) fn against_shape(&self) -> Option<&'static str> {
        let shape = self.shape.as_deref()?;
        let plain = Self { list: Box::default(), normalise: false, truncate: false, ..self.clone() };
        let allowed = |place: Place| {
            place.characters().find(|one| self.allowed.has(*one)).unwrap_or_else(|| place.written())
        };
        let text: String = places(shape).map(allowed).collect();
        let fault = look_into(&plain, &text).faults.first().copied();
        let is_met = |value: &str| look_into(&plain, value).faults.is_empty();
        match fault {
            Some(Fault::TooShort(_)) => Some("minLength"),
            Some(Fault::TooLong(_)) => Some("maxLength"),
            Some(Fault::TooManyBytes(_)) => Some("maxBytes"),
            Some(Fault::Mix(_)) => Some("mix"),
            Some(_) => Some("characters"),
            None if !self.list.is_empty() && !self.list.iter().any(|value| is_met(value)) => Some("list"),
            None => None,
        }
    }
}

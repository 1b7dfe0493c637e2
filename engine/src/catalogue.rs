//! The catalogue of reasons: one row for each code, with its number, name, figures, texts and ways out.
//!
//! A text names figures of its row as `{limit}`, and a range of two as `{min..max}`, which is open where one of them is not
//! known. A text without all that it needs, or that names what its row does not have, does not compile.

use crate::lang::Lang;

#[macro_use]
mod item;
#[macro_use]
mod approval;
#[macro_use]
mod limit;
#[macro_use]
mod fee;
#[macro_use]
mod form;
#[macro_use]
mod permission;
#[macro_use]
mod access;
mod step;
mod template;

pub use step::Step;
pub(crate) use template::{Allowed, Piece, is_sound, pieces};

use access::CONDITION;
use approval::{OTHER, OTHERS};
use limit::{AMOUNTS, COUNTS, DECLARED, LARGEST, LARGEST_OF_DECLARED};

/// A text in Japanese and English.
pub(crate) type Text = (&'static str, &'static str);

/// A figure of a code: its name, what it is, and which reasons have it.
pub(crate) type FigureRow = (&'static str, FigureKind, Given);

/// Which reasons of a code have a figure of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// All of them.
    Always,
    /// Those of which it is known.
    IfKnown,
}

/// What a figure of a reason is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureKind {
    /// An amount of money.
    Amount,
    /// How many of something.
    Count,
    /// A number that counts nothing.
    Number,
    /// A position in a text, in characters from 0; persons are told it from 1.
    Position,
    /// An amount of money or a number of items, as the limit measures.
    Quantity,
    /// The key of a declared limit; persons are told its label.
    Limit,
    /// A day.
    Day,
    /// A key of the bank's or of a document.
    Text,
    /// The key of a condition of the bank's; persons are told its label.
    Condition,
    /// A kind of characters, by its name.
    Characters,
    /// A class of characters, by its name.
    Class,
    /// A shape of texts; persons are told an example with the meaning of its characters.
    Shape,
    /// One character of what was typed.
    Character,
    /// People, by their ids.
    People,
}

/// The texts of a code.
struct Row {
    figures: &'static [FigureRow],
    text: Text,
    /// The ways out: the first of which all figures are known is added to the text.
    ways: &'static [Text],
}

/// What a row states, or nothing.
macro_rules! stated {
    () => {
        &[]
    };
    ($stated:expr) => {
        $stated
    };
}

/// Declares the codes.
macro_rules! codes {
    ($($step:ident { $(
        #[doc = $doc:literal]
        $variant:ident = $number:literal $name:literal $word:literal {
            $(figures: $figures:expr,)?
            ja: $ja:literal,
            en: $en:literal,
            $(ways: [$($way:expr),+ $(,)?],)?
        }
    )+ })+) => {
        /// What kind of reason it is. Names and numbers never change their meaning; the rule behind each is in
        /// `docs/rules.md`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(
            #[doc = concat!($doc, "\n\n`", $name, "`, in Japanese: ", $ja)]
            $variant,
        )+)+ }

        $crate::word::numbered! { $($($number $word)+)+ }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The dotted name in verdicts.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$variant => $name,)+)+ }
            }

            /// The stable number, for hosts without text.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $($(Self::$variant => $number,)+)+ }
            }

            /// A word for programs whose names are short (88-levels of COBOL): at most 24 of `A` to `Z`, digits and `-`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $($(Self::$variant => $word,)+)+ }
            }

            /// The step that gives reasons of this code.
            #[must_use]
            pub const fn step(self) -> Step {
                match self { $($(Self::$variant => Step::$step,)+)+ }
            }

            /// The code of that name, if there is one.
            #[must_use]
            #[deny(unreachable_patterns, reason = "a name that stands twice")]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($($name => Some(Self::$variant),)+)+ _ => None }
            }

            const fn row(self) -> &'static Row {
                match self { $($(Self::$variant => &Row {
                    figures: stated!($($figures)?),
                    text: ($ja, $en),
                    ways: &[$($($way),+)?],
                },)+)+ }
            }
        }
    };
}

with_access! {}

/// Every text of every row names only figures that the row has.
const _: () = {
    let mut codes = Code::ALL;
    while let [code, others @ ..] = codes {
        let row = code.row();
        let names = Allowed::Figures(row.figures);
        assert!(
            is_sound(row.text.0, names) && is_sound(row.text.1, names),
            "a text names no figure of its row"
        );
        let mut ways = row.ways;
        while let [(ja, en), behind @ ..] = ways {
            assert!(is_sound(ja, names) && is_sound(en, names), "a way out names no figure of its row");
            ways = behind;
        }
        codes = others;
    }
};

text_conversions!(Code);

impl Code {
    /// The text of the code, with its figures as `{limit}` and so on.
    #[must_use]
    pub fn template(self, lang: Lang) -> &'static str {
        lang.of(self.row().text)
    }

    /// The ways out: the first of which all figures that it names are known is added to the text. The last may say that
    /// there is none.
    pub fn ways_out(self, lang: Lang) -> impl Iterator<Item = &'static str> {
        self.row().ways.iter().map(move |way| lang.of(*way))
    }

    /// The position in [`Code::ALL`].
    pub(crate) const fn position(self) -> u8 {
        const { assert!(Self::ALL.len() <= 256) };
        #[expect(clippy::as_conversions, reason = "a field-less enum of at most 256 values")]
        let position = self as u8;
        position
    }

    /// The figures that a reason of this code can have, and what each is.
    pub fn figures(self) -> impl Iterator<Item = (&'static str, FigureKind)> {
        self.row().figures.iter().map(|(name, kind, _)| (*name, *kind))
    }

    /// The figures that every reason of this code has.
    pub fn figures_always(self) -> impl Iterator<Item = &'static str> {
        self.row().figures.iter().filter(|(.., given)| *given == Given::Always).map(|(name, ..)| *name)
    }

    /// What the figure of a name is, if the code has one.
    pub(crate) fn figure(self, name: &str) -> Option<FigureKind> {
        self.figures().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }
}

#[cfg(test)]
mod tests;

//! Why the answer is no: stable codes, a place in the request, and the figures of the bound.

use alloc::boxed::Box;

use crate::date::Day;
use crate::model::users::UserSet;
use crate::terms::{CharacterKind, MixClass};

mod amounts;
mod fault;
mod field;
mod figure;
mod more;
mod view;

pub use crate::catalogue::{Code, FigureKind, Step};
pub use field::{Field, LimitKey, Pointer};
pub(crate) use figure::Names;
pub use figure::{Figure, FigureValue, People};
pub use more::More;
pub(crate) use more::{LISTED, LISTED_MAX, count};
pub use view::Reason;
pub(crate) use view::{figures, reasons};

/// The figures of a reason, and the way out where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Nothing but the code and the place.
    None,
    /// A limit in amounts: `max` is the largest value of the field that would still fit.
    Limit {
        /// The limit.
        limit: i64,
        /// Used before this request.
        used: i64,
        /// What this request adds.
        requested: i64,
        /// The largest that still fits, if any does.
        max: Option<i64>,
    },
    /// A limit that the bank has declared.
    Declared {
        /// Its position in the service.
        limit: u16,
        /// The limit, what is used of it before this request, and what this one adds.
        figures: [i64; 3],
        /// The most that still fits, if anything does.
        max: Option<i64>,
    },
    /// A limit in numbers of items.
    Count {
        /// The most items.
        limit: u64,
        /// The items of the request.
        requested: u64,
    },
    /// The day that was expected.
    Day(Day),
    /// The revision that was expected.
    Revision(u32),
    /// The pattern that was computed, by its position in the service.
    Pattern(u8),
    /// The next day that is possible.
    Earliest(Option<Day>),
    /// The last day that is possible.
    Latest(Option<Day>),
    /// The condition that failed, and the attribute that it is about or lacks, by their positions in the service.
    Access {
        /// The bank's condition.
        condition: Option<u8>,
        /// The attribute.
        attribute: Option<u8>,
    },
    /// A character that the field does not take.
    Character {
        /// What the field takes.
        kind: CharacterKind,
        /// Its position in the text, in characters from 0.
        at: u16,
        /// The character.
        character: char,
    },
    /// The fewest characters.
    AtLeast(u16),
    /// The most characters or bytes.
    AtMost(u16),
    /// The class of which there is none.
    Mix(MixClass),
    /// The range of an amount.
    Range {
        /// The smallest amount.
        min: Option<i64>,
        /// The largest amount.
        max: Option<i64>,
    },
    /// Another field, from which this one must differ.
    Other(Box<str>),
    /// The shape that the text must have.
    Shape(Box<str>),
    /// Who could take the place.
    Who(UserSet),
    /// An approver's cap, and who could take his place.
    Cap {
        /// The largest that he could approve, if anything: a payment of a single business, an amount of an item of a batch.
        max: Option<i64>,
        /// Who could approve.
        who: UserSet,
    },
}

/// One reason for a no as the steps note it, in positions: [`Reason`] is what users see of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// What kind of reason it is.
    pub code: Code,
    /// Where in the request.
    pub at: Pointer,
    /// Figures and way out.
    pub detail: Detail,
}

impl Refusal {
    pub(crate) fn new(code: Code, at: impl Into<Pointer>) -> Self {
        Self { code, at: at.into(), detail: Detail::None }
    }

    pub(crate) fn with(code: Code, at: impl Into<Pointer>, detail: Detail) -> Self {
        Self { code, at: at.into(), detail }
    }

    /// Step, item, catalogue order; reasons equal in all three keep the order in which they were found.
    pub(crate) fn sort_key(&self) -> (Step, Option<u32>, Code) {
        (self.code.step(), self.at.line, self.code)
    }
}

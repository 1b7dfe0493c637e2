//! What is wrong with a text, as a reason says it.

use crate::characters::{Fault, TextRule};
use crate::reason::{Code, Detail};

impl Fault {
    /// The code and the figures of a fault under a rule.
    pub(crate) fn explain(self, rule: &TextRule) -> (Code, Detail) {
        match self {
            Self::Character { at, character } => {
                (Code::FormCharacters, Detail::Character { kind: rule.kind, at, character })
            }
            Self::TooShort(min) => (Code::FormTooShort, Detail::AtLeast(min)),
            Self::TooLong(max) => (Code::FormTooLong, Detail::AtMost(max)),
            Self::TooManyBytes(max) => (Code::FormTooManyBytes, Detail::AtMost(max)),
            Self::Mix(class) => (Code::FormMix, Detail::Mix(class)),
            Self::NotInList => (Code::FormList, Detail::None),
            Self::Mail => (Code::FormMail, Detail::None),
            Self::Shape => (Code::FormShape, Detail::Shape(rule.shape.clone().unwrap_or_default())),
        }
    }
}

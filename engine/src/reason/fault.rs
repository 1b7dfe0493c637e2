//! What is wrong with a text, as a reason says it.

use crate::characters::Fault;
use crate::reason::{Code, Detail};
use crate::terms::CharacterKind;

impl Fault {
    /// The code and the figures of a fault under a rule for a kind of characters.
    pub(crate) fn explain(self, kind: CharacterKind) -> (Code, Detail) {
        match self {
            Self::Character { at, character } => {
                (Code::FormCharacters, Detail::Character { kind, at, character })
            }
            Self::TooShort(min) => (Code::FormTooShort, Detail::AtLeast(min)),
            Self::TooLong(max) => (Code::FormTooLong, Detail::AtMost(max)),
            Self::TooManyBytes(max) => (Code::FormTooManyBytes, Detail::AtMost(max)),
            Self::Mix(class) => (Code::FormMix, Detail::Mix(class)),
            Self::NotInList => (Code::FormList, Detail::None),
            Self::Mail => (Code::FormMail, Detail::None),
        }
    }
}

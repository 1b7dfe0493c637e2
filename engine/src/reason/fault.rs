//! What is wrong with a text, as a reason says it.

use crate::characters::Fault;
use crate::reason::{Code, Detail};
use crate::terms::CharacterKind;

impl Fault {
    /// The code and the figures of a fault under a rule for a kind of characters.
    pub(crate) fn explain(self, kind: CharacterKind) -> (Code, Detail) {
        match self {
            Self::Character { at, character } => {
                (Code::Characters, Detail::Character { kind, at, character })
            }
            Self::TooShort(min) => (Code::TooShort, Detail::AtLeast(min)),
            Self::TooLong(max) => (Code::TooLong, Detail::AtMost(max)),
            Self::TooManyBytes(max) => (Code::TooManyBytes, Detail::AtMost(max)),
            Self::Mix(class) => (Code::Mix, Detail::Mix(class)),
            Self::NotInList => (Code::NotInList, Detail::None),
            Self::Mail => (Code::MailShape, Detail::None),
        }
    }
}

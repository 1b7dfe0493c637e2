//! What an answer comes to, as a number.

use kessai::{Advanced, FormOutcome, Outcome};

/// What an answer comes to. Numbers never change their meaning, and new ones may be added: treat an outcome that you do
/// not know as `KESSAI_OUTCOME_REFUSED`.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum kessai_outcome {
    /// A text that has none: NULL, a text of an error or of a document, an answer backwards. It permits nothing.
    None = 0,
    /// Verdict: it may be made, and nobody else is needed.
    Accepted = 1,
    /// Verdict: it may be made, and somebody must approve it.
    NeedsApproval = 2,
    /// Nothing says no, but fields are missing. Not yet permitted; of an item nothing has changed.
    Incomplete = 3,
    /// Some rule says no. Of an item nothing has changed.
    Refused = 4,
    /// Item: the event is applied, and the item and the usage are to be stored as they are in the answer.
    Changed = 5,
    /// Form: it is whole, and the document with it would load.
    Valid = 6,
}

impl From<Outcome> for kessai_outcome {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Accepted => Self::Accepted,
            Outcome::NeedsApproval => Self::NeedsApproval,
            Outcome::Incomplete => Self::Incomplete,
            Outcome::Refused => Self::Refused,
        }
    }
}

impl From<Advanced> for kessai_outcome {
    fn from(outcome: Advanced) -> Self {
        match outcome {
            Advanced::Changed => Self::Changed,
            Advanced::Incomplete => Self::Incomplete,
            Advanced::Refused => Self::Refused,
        }
    }
}

impl From<FormOutcome> for kessai_outcome {
    fn from(outcome: FormOutcome) -> Self {
        match outcome {
            FormOutcome::Valid => Self::Valid,
            FormOutcome::Incomplete => Self::Incomplete,
            FormOutcome::Refused => Self::Refused,
        }
    }
}

/// Answers backwards decide nothing.
impl From<()> for kessai_outcome {
    fn from((): ()) -> Self {
        Self::None
    }
}

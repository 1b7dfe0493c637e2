//! Reasons of one code beyond those that are listed.

use alloc::vec::Vec;

use crate::reason::{Code, Field};

/// Most reasons of one code that are listed; the rest are counted (`docs/rules.md`, section 9).
pub(crate) const LISTED_MAX: usize = 1_000;
/// The same, to be compared with counts.
pub(crate) const LISTED: u64 = 1_000;

/// Reasons of one code beyond those that are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct More {
    /// The code.
    pub code: Code,
    /// How many there are beside those that are listed.
    pub count: u64,
}

/// Adds to the count of a code; gives what it is then. There are few codes in one answer.
pub(crate) fn count(counts: &mut Vec<More>, code: Code, by: u64) -> u64 {
    if let Some(known) = counts.iter_mut().find(|known| known.code == code) {
        known.count = known.count.saturating_add(by);
        return known.count;
    }
    counts.push(More { code, count: by });
    by
}

impl Field {
    /// A bit for each field of an item of a batch.
    pub(crate) const fn bit_of_item(self) -> Option<u16> {
        Some(match self {
            Self::PayeeKind => 1,
            Self::PayeeBank => 1 << 1,
            Self::PayeeBranch => 1 << 2,
            Self::PayeeType => 1 << 3,
            Self::PayeeNumber => 1 << 4,
            Self::PayeeName => 1 << 5,
            Self::PayeeRegisteredOn => 1 << 6,
            Self::Edi => 1 << 7,
            Self::Payment => 1 << 8,
            Self::TypedFee => 1 << 9,
            Self::Bearer => 1 << 10,
            Self::Pattern => 1 << 11,
            _ => return None,
        })
    }
}

//! Reasons of one code beyond those that are listed.

use alloc::vec::Vec;

use crate::reason::Code;

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

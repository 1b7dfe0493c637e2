//! Names to positions: a small open-addressing table over names that live elsewhere.

use alloc::boxed::Box;
use alloc::vec;

/// An empty place of the table.
const EMPTY: u16 = u16::MAX;

/// Finds the position of a name in a list, in constant time whatever the list's length.
///
/// The table holds positions only; the caller passes the way from a position to its name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    slots: Box<[u16]>,
}

impl Index {
    /// Makes the table over `count` names. Of equal names the first is found.
    pub(crate) fn new<'a>(count: usize, name_at: impl Fn(usize) -> Option<&'a str>) -> Self {
        let size = count.saturating_mul(2).next_power_of_two().max(2);
        let mut slots = vec![EMPTY; size].into_boxed_slice();
        for position in 0..count {
            let (Some(name), Ok(value)) = (name_at(position), u16::try_from(position)) else { continue };
            let mut at = hash(name) & (size.wrapping_sub(1));
            while slots.get(at).is_some_and(|slot| *slot != EMPTY) {
                at = at.wrapping_add(1) & (size.wrapping_sub(1));
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = value;
            }
        }
        Self { slots }
    }

    /// The position of `name`, if it is in the list.
    #[inline]
    pub(crate) fn find<'a>(&self, name: &str, name_at: impl Fn(usize) -> Option<&'a str>) -> Option<u16> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash(name) & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == EMPTY {
                return None;
            }
            if name_at(usize::from(slot)) == Some(name) {
                return Some(slot);
            }
            at = at.wrapping_add(1) & mask;
        }
    }
}

/// Eight bytes at a time, multiplied and folded: enough to spread names, fast on short ones.
#[inline]
fn hash(name: &str) -> usize {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = 0_u64;
    let mut chunks = name.as_bytes().chunks_exact(8);
    for chunk in chunks.by_ref() {
        let word = chunk.try_into().map_or(0, u64::from_le_bytes);
        state = (state ^ word).wrapping_mul(FACTOR).rotate_left(29);
    }
    let mut last = 0_u64;
    for byte in chunks.remainder() {
        last = last.wrapping_shl(8) | u64::from(*byte);
    }
    state = (state ^ last).wrapping_mul(FACTOR);
    usize::try_from(state.wrapping_shr(40)).unwrap_or(0)
}

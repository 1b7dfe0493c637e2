//! Names to positions: a table over names that are kept elsewhere.

use hashbrown::HashTable;

/// Finds the position of a name in a list, in constant time whatever the list's length.
///
/// The table holds positions only; the caller passes the way from a position to its name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    slots: HashTable<u16>,
}

impl Index {
    /// Makes the table over `count` names. Of equal names the first is found.
    pub(crate) fn new<'a>(count: usize, name_at: impl Fn(usize) -> Option<&'a str>) -> Self {
        let mut slots = HashTable::with_capacity(count);
        for position in 0..count {
            let (Some(name), Ok(value)) = (name_at(position), u16::try_from(position)) else { continue };
            let equal = |slot: &u16| name_at(usize::from(*slot)) == Some(name);
            let rehash = |slot: &u16| name_at(usize::from(*slot)).map_or(0, hash);
            slots.entry(hash(name), equal, rehash).or_insert(value);
        }
        Self { slots }
    }

    /// The position of `name`, if it is in the list.
    #[inline]
    pub(crate) fn find<'a>(&self, name: &str, name_at: impl Fn(usize) -> Option<&'a str>) -> Option<u16> {
        self.slots.find(hash(name), |slot| name_at(usize::from(*slot)) == Some(name)).copied()
    }
}

/// Eight bytes at a time, multiplied and folded: enough to spread names, fast on short ones.
#[inline]
fn hash(name: &str) -> u64 {
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
    state ^ state.wrapping_shr(32)
}

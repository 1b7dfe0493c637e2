//! Names to positions: a table over names that are kept elsewhere.

use alloc::boxed::Box;
use alloc::vec;

use crate::word;

/// Finds the position of a name in a list, in constant time whatever the list's length.
///
/// A short name stands in the table itself, so that a look at one place tells whether it is there. Of a longer one its
/// fingerprint stands there, and the caller passes the way from a position to its name. Places that are taken are passed one
/// by one: a list of names that were made to share their places costs one comparison of words for each of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Some are free, and their number is a power of two.
    slots: Box<[Slot]>,
    /// How far a spread word moves down to be a place.
    shift: u32,
}

/// A place of the table.
#[derive(Clone, Copy, Debug)]
struct Slot {
    /// What is compared first: all of a name of up to eight bytes.
    word: u64,
    len: u32,
    /// [`FREE`], or where the name stands in its list.
    position: u16,
}

/// A position that no list has.
const FREE: u16 = u16::MAX;

impl Index {
    /// Makes the table over `count` names. Of equal names the first is found.
    pub(crate) fn new<'a>(count: usize, name_at: impl Fn(usize) -> Option<&'a str>) -> Self {
        if count == 0 {
            return Self::default();
        }
        // A quarter is free at the least.
        let size = count.saturating_mul(4).div_ceil(3).saturating_add(1).next_power_of_two();
        let free = Slot { word: 0, len: 0, position: FREE };
        let shift = u64::BITS.saturating_sub(size.trailing_zeros());
        let mut index = Self { slots: vec![free; size].into_boxed_slice(), shift };
        for position in 0..count {
            let (Some(name), Ok(value)) = (name_at(position), u16::try_from(position)) else { continue };
            if index.find(name, &name_at).is_none() {
                index.add(name, value);
            }
        }
        index
    }

    /// Puts a name that is not there into the next free place.
    fn add(&mut self, name: &str, position: u16) {
        let (word, len) = key(name);
        let first = self.place(word);
        let (before, behind) = self.slots.split_at_mut(first);
        if let Some(slot) = behind.iter_mut().chain(before).find(|slot| slot.position == FREE) {
            *slot = Slot { word, len, position };
        }
    }

    /// The place that is looked at first.
    #[inline]
    fn place(&self, word: u64) -> usize {
        // The highest bits of the product depend on all.
        let spread = (word ^ word >> 32).wrapping_mul(FACTOR);
        usize::try_from(spread.wrapping_shr(self.shift)).unwrap_or(0)
    }

    /// The position of `name`, if it is in the list.
    #[inline]
    pub(crate) fn find<'a>(&self, name: &str, name_at: impl Fn(usize) -> Option<&'a str>) -> Option<u16> {
        let (word, len) = key(name);
        let mut place = self.place(word);
        loop {
            let slot = self.slots.get(place)?;
            if slot.position == FREE {
                return None;
            }
            if slot.word == word
                && slot.len == len
                && (len <= 8 || name_at(usize::from(slot.position)) == Some(name))
            {
                return Some(slot.position);
            }
            place = place.wrapping_add(1) & self.slots.len().wrapping_sub(1);
        }
    }
}

/// The first of what is compared, and the length.
#[inline]
fn key(name: &str) -> (u64, u32) {
    let word = word::short(name.as_bytes()).unwrap_or_else(|| fingerprint(name));
    (word, u32::try_from(name.len()).unwrap_or(u32::MAX))
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Eight bytes at a time, multiplied and turned.
#[inline]
fn fingerprint(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let last = bytes.last_chunk().map_or(0, |last| u64::from_le_bytes(*last));
    let (chunks, _) = bytes.as_chunks::<8>();
    chunks
        .iter()
        .fold(last, |state, chunk| (state.rotate_left(29) ^ u64::from_le_bytes(*chunk)).wrapping_mul(FACTOR))
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::Index;

    fn of(names: &[String]) -> Index {
        Index::new(names.len(), |at| names.get(at).map(|name| &**name))
    }

    fn find(index: &Index, names: &[String], name: &str) -> Option<usize> {
        index.find(name, |at| names.get(at).map(|name| &**name)).map(usize::from)
    }

    #[test]
    fn names_of_every_length_are_found_and_what_is_nearly_one_is_not() {
        let names: Vec<String> = (0..40).map(|length| "abcdefghij".repeat(4)[..length].into()).collect();
        let index = of(&names);
        for (at, name) in names.iter().enumerate() {
            assert_eq!(find(&index, &names, name), Some(at), "{name}");
            for other in [format!("{name}\0"), format!("{name} "), format!("x{name}"), name.to_uppercase()] {
                let want = names.iter().position(|name| *name == other);
                assert_eq!(find(&index, &names, &other), want, "{other:?}");
            }
        }
        assert_eq!(find(&Index::default(), &names, ""), None, "a table of nothing");
        assert_eq!(find(&of(&[]), &[], "a"), None, "a table of no names");
    }

    #[test]
    fn of_equal_names_the_first_is_found_and_a_full_list_has_its_places() {
        let twice: Vec<String> = ["b", "a", "b", "a", "abcdefghijk", "abcdefghijk"].map(String::from).into();
        let index = of(&twice);
        assert_eq!(
            ["a", "b", "abcdefghijk"].map(|name| find(&index, &twice, name)),
            [Some(1), Some(0), Some(4)]
        );
        for count in [1, 2, 3, 4, 5, 6, 11, 12, 13, 1_000, 4_000] {
            let names: Vec<String> = (0..count).map(|at| format!("user-{at}")).collect();
            let index = of(&names);
            for (at, name) in names.iter().enumerate() {
                assert_eq!(find(&index, &names, name), Some(at));
            }
            assert_eq!(find(&index, &names, &format!("user-{count}")), None);
        }
    }

    proptest! {
        #[test]
        fn any_names_are_found_where_they_are(
            names in prop::collection::vec("[ab\u{0}é]{0,18}", 0..40),
            others in prop::collection::vec("[ab\u{0}é]{0,18}", 0..40),
        ) {
            let index = of(&names);
            for name in names.iter().chain(&others) {
                prop_assert_eq!(find(&index, &names, name), names.iter().position(|known| known == name));
            }
        }
    }
}

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
    key: Key,
    /// [`FREE`], or where the name stands in its list.
    position: u16,
}

/// A position that no list has.
const FREE: u16 = u16::MAX;

/// What is compared first: all of a name of up to eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    word: u64,
    len: u32,
}

impl Index {
    /// Makes the table over `count` names. Of equal names the first is found.
    pub(crate) fn new<'a>(count: usize, name_at: impl Fn(usize) -> Option<&'a str>) -> Self {
        if count == 0 {
            return Self::default();
        }
        // A quarter is free at the least.
        let size = count.saturating_mul(4).div_ceil(3).saturating_add(1).next_power_of_two();
        let free = Slot { key: Key { word: 0, len: 0 }, position: FREE };
        let shift = u64::BITS.saturating_sub(size.trailing_zeros());
        let mut index = Self { slots: vec![free; size].into_boxed_slice(), shift };
        for position in 0..count {
            let (Some(name), Ok(value)) = (name_at(position), u16::try_from(position)) else { continue };
            let (key, found) = index.seek(name, &name_at);
            if let (None, place) = found
                && let Some(slot) = index.slots.get_mut(place)
            {
                *slot = Slot { key, position: value };
            }
        }
        index
    }

    /// The position of `name`, if it is in the list.
    #[inline]
    pub(crate) fn find<'a>(&self, name: &str, name_at: impl Fn(usize) -> Option<&'a str>) -> Option<u16> {
        let (_, (found, _)) = self.seek(name, name_at);
        found
    }

    /// A name's position, or none and the free place where it belongs.
    #[inline]
    fn seek<'a>(
        &self,
        name: &str,
        name_at: impl Fn(usize) -> Option<&'a str>,
    ) -> (Key, (Option<u16>, usize)) {
        let key = Key::of(name);
        let mut place = usize::try_from(key.spread().wrapping_shr(self.shift)).unwrap_or(0);
        while let Some(slot) = self.slots.get(place) {
            if slot.position == FREE {
                break;
            }
            let is_it = |at: u16| key.len <= 8 || name_at(usize::from(at)) == Some(name);
            if slot.key == key && is_it(slot.position) {
                return (key, (Some(slot.position), place));
            }
            place = place.wrapping_add(1) & self.slots.len().wrapping_sub(1);
        }
        (key, (None, place))
    }
}

impl Key {
    #[inline]
    fn of(name: &str) -> Self {
        let len = u32::try_from(name.len()).unwrap_or(u32::MAX);
        let word = word::short(name.as_bytes()).unwrap_or_else(|| fingerprint(name));
        Self { word, len }
    }

    /// The word, of which the highest bits depend on all.
    #[inline]
    fn spread(self) -> u64 {
        (self.word ^ self.word.wrapping_shr(32)).wrapping_mul(FACTOR)
    }
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

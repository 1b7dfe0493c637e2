//! Sets of users, as bits in the order of their ids.

use smallvec::{SmallVec, smallvec};

/// A set of people of one company: bit n is the n-th in the order of ids (approver candidates of a part included).
///
/// Up to 128 people take no memory of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserSet {
    words: SmallVec<[u64; 2]>,
}

fn place(position: u16) -> (usize, u64) {
    (usize::from(position >> 6), 1_u64.checked_shl(u32::from(position & 63)).unwrap_or(0))
}

impl UserSet {
    /// An empty set with room for so many people.
    pub(crate) fn with_room(people: usize) -> Self {
        Self { words: smallvec![0; people.div_ceil(64)] }
    }

    /// Adds a person.
    pub(crate) fn insert(&mut self, position: u16) {
        let (word, bit) = place(position);
        if word >= self.words.len() {
            self.words.resize(word.saturating_add(1), 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word |= bit;
        }
    }

    /// Takes a person out.
    pub(crate) fn remove(&mut self, position: u16) {
        let (word, bit) = place(position);
        if let Some(word) = self.words.get_mut(word) {
            *word &= !bit;
        }
    }

    /// Whether the person is in it.
    #[inline]
    pub(crate) fn contains(&self, position: u16) -> bool {
        let (word, bit) = place(position);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// Keeps only those who are in the other set too.
    pub(crate) fn intersect(&mut self, other: &Self) {
        for (at, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(at).copied().unwrap_or(0);
        }
    }

    /// How many people are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        let ones: u32 = self.words.iter().map(|word| word.count_ones()).fold(0, u32::saturating_add);
        usize::try_from(ones).unwrap_or(usize::MAX)
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The positions of the people, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        (0_u16..).step_by(64).zip(&self.words).flat_map(|(base, word)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                let at = u16::try_from(rest.trailing_zeros()).ok().filter(|at| *at < 64)?;
                rest &= rest.wrapping_sub(1);
                base.checked_add(at)
            })
        })
    }
}

//! Sets of users, as bits in the order of their ids.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// How many people a set has room for in itself.
const LOW: usize = 128;

/// A set of people of one company: bit n is the n-th in the order of ids (approver candidates of a part included).
///
/// Up to 128 people take no memory of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UserSet {
    /// The first 64 people, and the second.
    low: u64,
    middle: u64,
    /// The others, 64 a word; none in a company of at most 128.
    high: Option<Box<[u64]>>,
}

/// Word and bit of a person behind the first 128.
#[cold]
fn place(position: u16) -> (usize, u64) {
    let behind = usize::from(position).saturating_sub(LOW);
    (behind >> 6, 1_u64.checked_shl(u32::from(position & 63)).unwrap_or(0))
}

/// The bit of a person among the 64 of his word.
#[inline]
fn bit(position: u16) -> u64 {
    1_u64.wrapping_shl(u32::from(position))
}

impl UserSet {
    /// An empty set with room for so many people.
    #[inline]
    pub(crate) fn with_room(people: usize) -> Self {
        if people <= LOW { Self::default() } else { Self::with_much_room(people) }
    }

    #[cold]
    fn with_much_room(people: usize) -> Self {
        let words = people.saturating_sub(LOW).div_ceil(64);
        Self { high: Some(Vec::from_iter(core::iter::repeat_n(0, words)).into()), ..Self::default() }
    }

    /// A person alone, with room for so many people.
    #[inline]
    pub(crate) fn one(person: u16, people: usize) -> Self {
        let mut set = Self::with_room(people);
        set.insert(person);
        set
    }

    /// The first 128 people, and the others 64 a word without empty words at the end.
    pub(crate) fn parts(&self) -> (u128, &[u64]) {
        let high = self.high.as_deref().unwrap_or_default();
        let used = high.iter().rposition(|word| *word != 0).map_or(0, |at| at.saturating_add(1));
        let low = u128::from(self.low) | (u128::from(self.middle) << 64);
        (low, high.get(..used).unwrap_or_default())
    }

    /// The set of these people, see [`UserSet::parts`].
    pub(crate) fn of_parts(low: u128, high: Vec<u64>) -> Self {
        let word = |at: u32| u64::try_from((low >> at) & u128::from(u64::MAX)).unwrap_or_default();
        Self { low: word(0), middle: word(64), high: (!high.is_empty()).then(|| high.into_boxed_slice()) }
    }

    /// Those who are in both sets.
    #[inline]
    pub(crate) fn both(one: &Self, other: &Self) -> Self {
        let mut both = one.clone();
        both.intersect(other);
        both
    }

    /// Adds a person.
    #[inline]
    pub(crate) fn insert(&mut self, position: u16) {
        match position {
            0..=63 => self.low |= bit(position),
            64..=127 => self.middle |= bit(position),
            _ => self.insert_high(position),
        }
    }

    #[cold]
    fn insert_high(&mut self, position: u16) {
        let (word, bit) = place(position);
        let mut words = self.high.take().map_or_else(Vec::new, Vec::from);
        if word >= words.len() {
            words.resize(word.saturating_add(1), 0);
        }
        if let Some(word) = words.get_mut(word) {
            *word |= bit;
        }
        self.high = Some(words.into());
    }

    /// Takes a person out.
    #[inline]
    pub(crate) fn remove(&mut self, position: u16) {
        match position {
            0..=63 => self.low &= !bit(position),
            64..=127 => self.middle &= !bit(position),
            _ => self.remove_high(position),
        }
    }

    #[cold]
    fn remove_high(&mut self, position: u16) {
        let (word, bit) = place(position);
        if let Some(word) = self.high.as_deref_mut().and_then(|high| high.get_mut(word)) {
            *word &= !bit;
        }
    }

    /// Whether the person is in it.
    #[inline]
    pub(crate) fn contains(&self, position: u16) -> bool {
        match position {
            0..=63 => self.low & bit(position) != 0,
            64..=127 => self.middle & bit(position) != 0,
            _ => self.contains_high(position),
        }
    }

    #[cold]
    fn contains_high(&self, position: u16) -> bool {
        let (word, bit) = place(position);
        self.high.as_deref().and_then(|high| high.get(word)).is_some_and(|word| word & bit != 0)
    }

    /// Keeps only those who are in the other set too.
    #[inline]
    pub(crate) fn intersect(&mut self, other: &Self) {
        self.low &= other.low;
        self.middle &= other.middle;
        if let Some(high) = &mut self.high {
            for (at, word) in high.iter_mut().enumerate() {
                *word &= other.high.as_deref().and_then(|high| high.get(at)).copied().unwrap_or(0);
            }
        }
    }

    /// Adds everybody of the other set.
    #[inline]
    pub(crate) fn unite(&mut self, other: &Self) {
        self.low |= other.low;
        self.middle |= other.middle;
        if let Some(theirs) = &other.high {
            self.unite_high(theirs);
        }
    }

    #[cold]
    fn unite_high(&mut self, theirs: &[u64]) {
        if self.high.as_ref().is_none_or(|mine| mine.len() < theirs.len()) {
            let mut words = self.high.take().map_or_else(Vec::new, Vec::from);
            words.resize(theirs.len(), 0);
            self.high = Some(words.into());
        }
        for (word, other) in self.high.iter_mut().flatten().zip(theirs) {
            *word |= other;
        }
    }

    /// Takes out everybody of the other set.
    #[inline]
    pub(crate) fn subtract(&mut self, other: &Self) {
        self.low &= !other.low;
        self.middle &= !other.middle;
        if let (Some(high), Some(others)) = (&mut self.high, &other.high) {
            for (word, other) in high.iter_mut().zip(others) {
                *word &= !other;
            }
        }
    }

    /// How many people are in it.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        let ones = self.words().map(|word| word.count_ones()).fold(0, u32::saturating_add);
        usize::try_from(ones).unwrap_or(usize::MAX)
    }

    /// Whether so many people are in it, or more; quick for up to two.
    #[inline]
    pub(crate) fn has_at_least(&self, people: usize) -> bool {
        match people {
            0 => true,
            1 if self.low != 0 => true,
            2 if self.low & self.low.wrapping_sub(1) != 0 => true,
            _ => self.len() >= people,
        }
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words().all(|word| word == 0)
    }

    /// Everybody, 64 a word.
    fn words(&self) -> impl Iterator<Item = u64> + '_ {
        [self.low, self.middle].into_iter().chain(self.high.iter().flatten().copied())
    }

    /// The positions of the people, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        (0_u16..).step_by(64).zip(self.words()).flat_map(|(base, word)| {
            let mut rest = word;
            core::iter::from_fn(move || {
                let at = u16::try_from(rest.trailing_zeros()).ok().filter(|at| *at < 64)?;
                rest &= rest.wrapping_sub(1);
                base.checked_add(at)
            })
        })
    }
}

impl FromIterator<u16> for UserSet {
    fn from_iter<I: IntoIterator<Item = u16>>(people: I) -> Self {
        let mut set = Self::default();
        people.into_iter().for_each(|person| set.insert(person));
        set
    }
}

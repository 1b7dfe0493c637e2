//! Sets of values that have a position in a short list.

use core::fmt;
use core::marker::PhantomData;

/// A value of a closed list of at most 32, such as a vocabulary.
pub(crate) trait Listed: Copy + 'static {
    /// The values by their names, in the order of the list.
    const NAMES: &'static str;

    /// Where it stands in its list, from 0.
    fn position(self) -> u8;

    /// The value at a position.
    fn at(position: u8) -> Option<Self>;
}

/// A field-less enum has the positions of its variants, which its list of all of them is in the order of.
macro_rules! listed {
    ($name:ty, $all:expr, $names:expr) => {
        impl $crate::set::Listed for $name {
            const NAMES: &'static str = $names;

            #[inline]
            fn position(self) -> u8 {
                #[expect(clippy::as_conversions, reason = "a field-less enum of at most 32 values")]
                let position = self as u8;
                position
            }

            fn at(position: u8) -> Option<Self> {
                $all.get(usize::from(position)).copied()
            }
        }
    };
}

/// A set of such values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Set<T> {
    bits: u32,
    of: PhantomData<T>,
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> Set<T> {
    pub(crate) const EMPTY: Self = Self { bits: 0, of: PhantomData };

    #[inline]
    pub(crate) const fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// A bit for each value, the first of the list the lowest.
    #[inline]
    pub(crate) const fn bits(self) -> u32 {
        self.bits
    }

    /// The values at the positions of these bits, which are all positions of values.
    #[inline]
    pub(crate) const fn at_bits(bits: u32) -> Self {
        Self { bits, of: PhantomData }
    }

    /// What is in both.
    #[inline]
    pub(crate) const fn intersection(self, other: Self) -> Self {
        Self::at_bits(self.bits & other.bits)
    }

    /// What is in this one or the other.
    #[inline]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, of: PhantomData }
    }
}

impl<T: Listed> Set<T> {
    /// Every value.
    pub(crate) fn all() -> Self {
        (0..=u8::MAX).map_while(T::at).collect()
    }

    /// The set of these bits; none where one stands for nothing.
    pub(crate) fn of_bits(bits: u32) -> Option<Self> {
        let highest = 31_u32.checked_sub(bits.leading_zeros());
        let known = highest.is_none_or(|at| u8::try_from(at).ok().and_then(T::at).is_some());
        known.then_some(Self { bits, of: PhantomData })
    }

    #[inline]
    pub(crate) fn has(self, value: T) -> bool {
        self.bits & Self::bit(value) != 0
    }

    /// Adds a value; whether it was not there.
    #[inline]
    pub(crate) fn insert(&mut self, value: T) -> bool {
        let is_new = !self.has(value);
        self.bits |= Self::bit(value);
        is_new
    }

    /// These and one more.
    pub(crate) fn and(mut self, value: T) -> Self {
        self.insert(value);
        self
    }

    /// The values, by position.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = T> {
        let mut bits = self.bits;
        core::iter::from_fn(move || {
            let position = u8::try_from(bits.trailing_zeros()).ok()?;
            bits &= bits.wrapping_sub(1);
            T::at(position)
        })
    }

    fn bit(value: T) -> u32 {
        1_u32.checked_shl(u32::from(value.position())).unwrap_or(0)
    }
}

impl<T: Listed> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::EMPTY;
        for value in values {
            set.insert(value);
        }
        set
    }
}

impl<T: Listed + fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Set;
    use crate::terms::Operation;

    #[test]
    fn a_set_has_what_was_put_into_it() {
        for operation in Operation::ALL {
            let mut set = Set::EMPTY;
            assert!(set.insert(*operation) && !set.insert(*operation));
            assert!(Operation::ALL.iter().all(|other| set.has(*other) == (other == operation)));
            assert!(set.iter().eq([*operation]));
        }
        let all: Set<Operation> = Operation::ALL.iter().copied().collect();
        assert!(all.iter().eq(Operation::ALL.iter().copied()), "no two have one place, and all have room");
    }
}

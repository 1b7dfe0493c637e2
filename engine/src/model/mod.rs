//! The checked model: what the steps read. Made by `document`, and without a state in which a look-up fails.

pub(crate) mod access;
pub(crate) mod address;
pub(crate) mod calendar;
pub(crate) mod company;
pub(crate) mod field;
pub(crate) mod grants;
pub(crate) mod holidays;
pub(crate) mod limit;
pub(crate) mod operation;
pub(crate) mod people;
pub(crate) mod policy;
pub(crate) mod service;
pub(crate) mod table;
pub(crate) mod users;
pub(crate) mod window;

/// An amount that may be absent, in eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MaybeAmount(i64);

impl MaybeAmount {
    /// No amount.
    pub(crate) const NONE: Self = Self(-1);

    /// This amount.
    pub(crate) const fn some(amount: i64) -> Self {
        Self(amount)
    }

    /// This one, or else the other.
    #[inline]
    pub(crate) const fn or(self, other: Self) -> Self {
        if self.is_some() { self } else { other }
    }

    /// Whether there is one.
    #[inline]
    pub(crate) const fn is_some(self) -> bool {
        self.0 >= 0
    }

    /// The amount, if there is one.
    #[inline]
    pub(crate) const fn get(self) -> Option<i64> {
        if self.0 < 0 { None } else { Some(self.0) }
    }
}

impl From<Option<i64>> for MaybeAmount {
    fn from(amount: Option<i64>) -> Self {
        amount.map_or(Self::NONE, Self::some)
    }
}

#[cfg(test)]
mod tests;

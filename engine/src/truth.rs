//! Truth as far as facts are known: conditions of access and rights to an item are decided by it.

/// Whether something holds, in the order in which one outweighs the other: all of several hold as the least of them does,
/// any of them as the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    False,
    /// It rests on a fact that is not known.
    Undecided,
    True,
}

impl Truth {
    pub(crate) fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::Undecided => Self::Undecided,
            Self::False => Self::True,
        }
    }

    /// False if one is false, else undecided if one is undecided.
    #[inline]
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut all = Self::True;
        for part in parts {
            if part == Self::False {
                return part;
            }
            all = all.min(part);
        }
        all
    }

    /// True if one is true, else undecided if one is undecided.
    #[inline]
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut any = Self::False;
        for part in parts {
            if part == Self::True {
                return part;
            }
            any = any.max(part);
        }
        any
    }
}

impl From<bool> for Truth {
    #[inline]
    fn from(truth: bool) -> Self {
        if truth { Self::True } else { Self::False }
    }
}

/// What is not known is undecided.
impl From<Option<bool>> for Truth {
    #[inline]
    fn from(truth: Option<bool>) -> Self {
        truth.map_or(Self::Undecided, Self::from)
    }
}

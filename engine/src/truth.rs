//! Truth as far as facts are known: conditions of access and rights to an item are decided by it.

/// Whether something holds, in the order in which one outweighs the other: any of several hold as the greatest of them does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    False,
    /// It rests on a fact that is not known.
    Undecided,
    True,
}

impl Truth {
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

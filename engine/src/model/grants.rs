//! What the rights (権限) of a user amount to in one business, precomputed from the service's rights.

use crate::set::{Listed, Set};
use crate::terms::{Operation, Scope};

/// What narrows a right: the position of a payee kind (in a single business) or an entry (in a batch).
pub(crate) type Narrowing = Option<u8>;

/// How far one right reaches: a cell of the matrix of scopes and narrowings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Extent {
    pub scope: Scope,
    pub narrowing: Narrowing,
}

impl Extent {
    /// How many narrowings there are: none, or one of at most three payee kinds or entries.
    const WIDTH: u8 = 4;

    /// The narrowings that a kind or entry is within, as columns: none, and its own; without one, none alone.
    #[inline]
    pub(crate) const fn columns(value: Option<u8>) -> u32 {
        match value {
            None => 1,
            Some(at @ 0..=2) => 1 | (2 << at),
            Some(_) => 1,
        }
    }

    /// Every narrowing.
    pub(crate) const ALL_COLUMNS: u32 = (1 << Self::WIDTH) - 1;

    /// The extents of each scope (own, kind, all) with so many columns.
    #[inline]
    pub(crate) const fn of_columns([own, kind, all]: [u32; 3]) -> Set<Self> {
        Set::at_bits(own | (kind << Self::WIDTH) | (all << (2 * Self::WIDTH)))
    }
}

impl Listed for Extent {
    const NAMES: &'static str = "scope times four, narrowing";

    #[inline]
    fn position(self) -> u8 {
        let column = self.narrowing.map_or(0, |at| at.saturating_add(1));
        self.scope.position().saturating_mul(Self::WIDTH).saturating_add(column)
    }

    #[inline]
    fn at(position: u8) -> Option<Self> {
        let scope = Scope::at(position.checked_div(Self::WIDTH)?)?;
        Some(Self { scope, narrowing: position.checked_rem(Self::WIDTH)?.checked_sub(1) })
    }
}

/// How far a set of rights reaches, for each operation: how far any of its rights does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grants {
    reaches: [Set<Extent>; Operation::ALL.len()],
    /// The operations of the bank's own that some right maps, by position, as bits.
    own: u32,
}

impl Grants {
    /// Nothing.
    pub(crate) const NONE: Self = Self { reaches: [Set::EMPTY; Operation::ALL.len()], own: 0 };

    /// Adds an operation of the bank's own.
    pub(crate) fn add_own(&mut self, at: u8) {
        self.own |= 1_u32.checked_shl(at.into()).unwrap_or(0);
    }

    /// Whether some right maps an operation of the bank's own.
    pub(crate) fn has_own(&self, at: u8) -> bool {
        self.own.checked_shr(at.into()).unwrap_or(0) & 1 == 1
    }

    /// The operations of the bank's own, as bits.
    pub(crate) const fn own(&self) -> u32 {
        self.own
    }

    /// Adds what one right says of one operation.
    pub(crate) fn add(&mut self, operation: Operation, scope: Scope, narrowing: Narrowing) {
        // All of the kind of a right that is not narrowed is all.
        let scope = if (scope, narrowing) == (Scope::Kind, None) { Scope::All } else { scope };
        if let Some(reach) = self.reaches.get_mut(usize::from(operation.position())) {
            reach.insert(Extent { scope, narrowing });
        }
    }

    /// Adds all of another set.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.reaches.iter_mut().zip(&other.reaches) {
            *mine = mine.union(*theirs);
        }
        self.own |= other.own;
    }

    /// How far the rights reach for an operation; empty where no right maps it.
    #[inline]
    pub(crate) fn reach(&self, operation: Operation) -> Set<Extent> {
        self.reaches.get(usize::from(operation.position())).copied().unwrap_or_default()
    }

    /// How far the rights reach for each operation, in the order of operations.
    pub(crate) const fn reaches(&self) -> &[Set<Extent>; Operation::ALL.len()] {
        &self.reaches
    }

    /// Grants that reach so far for each operation, with operations of the bank's own.
    pub(crate) const fn of_reaches(reaches: [Set<Extent>; Operation::ALL.len()], own: u32) -> Self {
        Self { reaches, own }
    }

    /// Whether some right maps an operation, however far it reaches.
    #[inline]
    pub(crate) fn has(&self, operation: Operation) -> bool {
        !self.reach(operation).is_empty()
    }
}

#[cfg(test)]
impl FromIterator<(Operation, Scope, Narrowing)> for Grants {
    fn from_iter<I: IntoIterator<Item = (Operation, Scope, Narrowing)>>(rights: I) -> Self {
        let mut grants = Self::NONE;
        for (operation, scope, narrowing) in rights {
            grants.add(operation, scope, narrowing);
        }
        grants
    }
}

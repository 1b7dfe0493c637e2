//! What the rights (権限) of a user amount to in one business, precomputed from the service's rights.

use crate::terms::{Operation, Scope};

/// What narrows a right: the position in `PayeeKind` (single) or `Entry` (batch).
pub(crate) type Narrowing = Option<u8>;

/// The operations that a set of rights maps, sorted by how far they reach. Each field is a set of
/// [`Operation::bit`]s; the arrays have one set for each payee kind (single) or entry (batch).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grants {
    /// Mapped by some right, however far it reaches.
    pub any: u32,
    /// Scope `all` or `kind` of a right that is not narrowed.
    pub all: u32,
    /// Scope `all` of a right that is narrowed.
    pub all_narrowed: [u32; 3],
    /// Scope `kind` of a right that is narrowed.
    pub kind: [u32; 3],
    /// Scope `own` of a right that is not narrowed.
    pub own: u32,
    /// Scope `own` of a right that is narrowed.
    pub own_narrowed: [u32; 3],
}

impl Grants {
    /// Nothing.
    pub(crate) const NONE: Self =
        Self { any: 0, all: 0, all_narrowed: [0; 3], kind: [0; 3], own: 0, own_narrowed: [0; 3] };

    /// Adds what one right says of one operation.
    pub(crate) fn add(&mut self, operation: Operation, scope: Scope, narrowing: Narrowing) {
        let bit = operation.bit();
        self.any |= bit;
        let set = match (scope, narrowing) {
            (Scope::All | Scope::Kind, None) => Some(&mut self.all),
            (Scope::Own, None) => Some(&mut self.own),
            (Scope::All, Some(at)) => self.all_narrowed.get_mut(usize::from(at)),
            (Scope::Kind, Some(at)) => self.kind.get_mut(usize::from(at)),
            (Scope::Own, Some(at)) => self.own_narrowed.get_mut(usize::from(at)),
        };
        if let Some(set) = set {
            *set |= bit;
        }
    }

    /// Adds all of another set.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.any |= other.any;
        self.all |= other.all;
        self.own |= other.own;
        for (mine, theirs) in [
            (&mut self.all_narrowed, &other.all_narrowed),
            (&mut self.kind, &other.kind),
            (&mut self.own_narrowed, &other.own_narrowed),
        ] {
            for (set, more) in mine.iter_mut().zip(theirs) {
                *set |= more;
            }
        }
    }
}

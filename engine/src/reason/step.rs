//! The steps that give reasons.

/// The steps of an evaluation, in the order in which a bank would ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// May this visitor come in?
    Access,
    /// May this user do this?
    Permission,
    /// Is every field well-formed?
    Form,
    /// What does it cost?
    Fee,
    /// Does it fit?
    Limit,
    /// Who must still sign?
    Approval,
    /// Can this be done to the item now?
    Item,
}

impl Step {
    /// Every step, in order.
    pub const ALL: &'static [Self] =
        &[Self::Access, Self::Permission, Self::Form, Self::Fee, Self::Limit, Self::Approval, Self::Item];

    /// The name in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Permission => "permission",
            Self::Form => "form",
            Self::Fee => "fee",
            Self::Limit => "limit",
            Self::Approval => "approval",
            Self::Item => "item",
        }
    }
}

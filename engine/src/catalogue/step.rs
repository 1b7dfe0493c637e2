//! The steps that give reasons.

vocabulary! {
    /// The steps of an evaluation, in the order in which a bank would ask.
    Step {
        /// May this visitor come in?
        Access = "access",
        /// May this user do this?
        Permission = "permission",
        /// Is every field well-formed?
        Form = "form",
        /// What does it cost?
        Fee = "fee",
        /// Does it fit?
        Limit = "limit",
        /// Who must still sign?
        Approval = "approval",
        /// Can this be done to the item now?
        Item = "item",
    }
}

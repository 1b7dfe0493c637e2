//! Which fields amounts rest on.

use crate::reason::Field;

impl Field {
    /// Whether fees and limits may rest on it.
    pub(crate) const fn bears_on_amounts(self) -> bool {
        !matches!(
            self,
            Self::Entry
                | Self::PayeeType
                | Self::PayeeNumber
                | Self::PayeeName
                | Self::Edi
                | Self::SenderName
                | Self::SenderCode
                | Self::Approvers
                | Self::Approver(_)
                | Self::Item
                | Self::ItemRequester
                | Self::ItemApprovers
                | Self::ItemBusiness
                | Self::ItemPayeeKind
                | Self::ItemEntry
                | Self::ItemState
                | Self::ItemMode
        )
    }
}

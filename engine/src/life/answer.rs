//! What becomes of an event (`docs/item.md`, section 3).

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::document::Company;
use crate::life::order::Order;
use crate::reason::{More, Pointer, Reason, Refusal, reasons};
use crate::request::RequestUsage;
use crate::verdict::{Approval, LimitLine, RequestFee};

vocabulary! {
    /// What became of an event.
    Advanced {
        /// The order has changed.
        Changed = "changed",
        /// Some rule says no; nothing has changed.
        Refused = "refused",
        /// Nothing says no, but fields are missing; nothing has changed.
        Incomplete = "incomplete",
    }
}

/// The answer to an event: what the host stores, in its own transaction, in place of what it gave.
#[derive(Clone, Debug)]
pub struct Advance<'c, 'r> {
    pub(super) company: &'c Company,
    /// What became of the event.
    pub outcome: Advanced,
    pub(super) reasons: SmallVec<[Refusal; 2]>,
    pub(super) more: Vec<More>,
    /// Every field that is missing.
    pub missing: SmallVec<[Pointer; 4]>,
    /// The order as it is now; none where there was none and there is none.
    pub order: Option<Order<'r>>,
    /// The items that a switch has made.
    pub created: Vec<Order<'r>>,
    /// As in a verdict, of the evaluation that the event made.
    pub fee: Option<RequestFee>,
    /// The same.
    pub limits: SmallVec<[LimitLine; 8]>,
    /// The same.
    pub approval: Option<Approval>,
    /// The usage as it is now, entry by entry.
    pub usage: Vec<RequestUsage<'r>>,
}

impl<'c> Advance<'c, '_> {
    /// The company that the answer is about.
    #[must_use]
    pub fn company(&self) -> &'c Company {
        self.company
    }

    /// Every reason against the event; of one code the first 1,000.
    pub fn reasons(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.reasons, self.company.names())
    }

    /// How many reasons there are beside those, by code.
    #[must_use]
    pub fn more(&self) -> &[More] {
        &self.more
    }
}

//! The life of an item as a pure state machine (`docs/item.md`).

use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::document::{Company, Service};
use crate::lang::Lang;
use crate::life_table;
use crate::reason::{More, Pointer, Reason, Refusal, reasons};
use crate::request::{RequestError, RequestUsage};
use crate::terms::State;
use crate::verdict::{Approval, LimitLine, RequestFee};

mod advance;
mod approve;
mod order;
mod outlived;
mod prepare;
mod read;
mod rescue;
mod switch;
mod times;
mod usage;
mod write;

pub use order::{Event, Order, OrderApproval};

vocabulary! {
    /// What became of an event.
    Advanced {
        /// The item has changed.
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
    company: &'c Company,
    /// What became of the event.
    pub outcome: Advanced,
    reasons: SmallVec<[Refusal; 2]>,
    more: Vec<More>,
    /// Every field that is missing.
    pub missing: SmallVec<[Pointer; 4]>,
    /// The item as it is now; none where there was none and there is none.
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
    pub usage: SmallVec<[RequestUsage<'r>; 4]>,
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

impl Company {
    /// Applies an event to an item (none: to a new one): the life of an item as a pure function (`docs/item.md`).
    ///
    /// # Errors
    ///
    /// No answer is possible: an unknown name, a field that the event lacks or does not have, an item that cannot be.
    pub fn advance<'c, 'r>(
        &'c self,
        item: Option<&Order<'r>>,
        event: &Event<'r>,
        usage: &[RequestUsage<'r>],
    ) -> Result<Advance<'c, 'r>, RequestError> {
        self.advance_owned(item.cloned(), event.clone(), usage.iter().cloned().collect())
    }

    /// Applies an event to an item, from text to text (`docs/item.md`, section 3), and appends the answer.
    ///
    /// # Errors
    ///
    /// As [`Company::advance`], and an unreadable question; nothing is appended then.
    pub fn advance_json(&self, question: &str, out: &mut String) -> Result<Advanced, RequestError> {
        let read::OrderQuestion { item, event, usage } = read::question(question)?;
        let answer = self.advance_owned(item, event, usage)?;
        answer.write_json(out);
        Ok(answer.outcome)
    }
}

impl Company {
    /// Whether an item is in an end state.
    ///
    /// # Errors
    ///
    /// The item cannot be.
    pub(crate) fn is_over(&self, item: &Order<'_>) -> Result<bool, RequestError> {
        item.known(self)?;
        Ok(life_table::is_end(item.state, &self.model.service.settings))
    }
}

impl Service {
    /// What the bank calls a state of an item.
    #[must_use]
    pub fn state_label(&self, state: State, lang: Lang) -> &str {
        let own = State::ALL.iter().zip(&self.model.state_labels).find(|(known, _)| **known == state);
        if let Some((_, Some((ja, en)))) = own {
            return if lang == Lang::Ja { ja } else { en };
        }
        state.default_label(lang)
    }
}

#[cfg(test)]
mod tests;

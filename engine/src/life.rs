//! The life of an order as a pure state machine (`docs/item.md`).

use alloc::string::String;

use crate::lang::Lang;
use crate::life_table;
use crate::loaded::{Company, Service};
use crate::request::{RequestError, RequestUsage};
use crate::terms::State;

mod advance;
mod answer;
mod check;
mod conditions;
mod content;
mod needs;
mod order;
mod outlived;
mod places;
mod prepare;
mod read;
mod rescue;
mod spell;
mod switch;
mod times;
mod transition;
mod usage;
mod write;

pub use answer::{Advance, Advanced};
pub(crate) use needs::who_may_act;
pub use order::{Event, Order, OrderAlternative, OrderApproval, OrderStep};

impl Company {
    /// Applies an event to an order (none: to a new one): the life of an order as a pure function (`docs/item.md`).
    ///
    /// # Errors
    ///
    /// No answer is possible: an unknown name, a field that the event lacks or does not have, an order that cannot be.
    pub fn advance<'c, 'r>(
        &'c self,
        order: Option<&Order<'r>>,
        event: &Event<'r>,
        usage: &[RequestUsage<'r>],
    ) -> Result<Advance<'c, 'r>, RequestError> {
        order.map_or(Ok(()), Order::check_bounds)?;
        event.check_bounds()?;
        self.advance_owned(order.cloned(), event.clone(), usage.to_vec())
    }

    /// Applies an event to an order, from text to text (`docs/item.md`, section 3), and appends the answer.
    ///
    /// # Errors
    ///
    /// As [`Company::advance`], and an unreadable question; nothing is appended then.
    pub fn advance_json(&self, question: &str, out: &mut String) -> Result<Advanced, RequestError> {
        let read::OrderQuestion { order, event, usage } = read::question(question)?;
        let answer = self.advance_owned(order, event, usage)?;
        answer.write_json(out);
        Ok(answer.outcome)
    }
}

impl Company {
    /// Whether an order is in an end state.
    ///
    /// # Errors
    ///
    /// The order cannot be.
    pub(crate) fn is_over(&self, order: &Order<'_>) -> Result<bool, RequestError> {
        order.parse(self)?;
        Ok(life_table::is_end(order.state, &self.model.service.settings))
    }
}

impl Service {
    /// What the bank calls a state of an order.
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

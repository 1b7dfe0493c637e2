//! One event and the order that it is about, and what every kind of event asks of them.

use alloc::vec::Vec;

use crate::language::settings::Settings;
use crate::life::answer::{Advance, Advanced};
use crate::life::check::ParsedOrder;
use crate::life::content::forget;
use crate::life::needs::groups_of;
use crate::life::order::{Event, Order};
use crate::life::places::Actor;
use crate::life::usage::{Balances, UsageEntries};
use crate::life_table::{self, Row};
use crate::loaded::Company;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::request::Request;
use crate::resolve::Resolved;
use crate::steps::BusinessRecord;
use crate::terms::{ApprovalMode, EventKind, State};
use crate::verdict::Verdict;

/// One event and what it is about, all looked up.
pub(super) struct Transition<'c, 'r> {
    pub company: &'c Company,
    pub settings: &'c Settings,
    /// The business of the order; none where there is neither an order nor a new one.
    pub business: Option<BusinessRecord<'c>>,
    /// The business that the order is switched to.
    pub to: Option<BusinessRecord<'c>>,
    pub order: Option<(Order<'r>, ParsedOrder)>,
    pub event: Event<'r>,
    /// What the table of events says of it.
    pub row: &'static Row,
    /// The request that the event evaluates: the order's content or the event's, in turn.
    pub request: Request<'r>,
    /// Whether the content of the request is the order's own, to be put back.
    pub is_own: bool,
    /// Whether the event ends the order without looking at its content, of which the request has little.
    pub ends: bool,
    pub resolved: Resolved<'c>,
    pub usage: UsageEntries<'r>,
    /// What the largest item counts; none where the event does not look at amounts, or the fee step has no result.
    pub largest: Option<i64>,
    /// Reasons and missing fields as they are found, and the evaluation's figures.
    pub verdict: Verdict<'c>,
}

impl<'c, 'r> Transition<'c, 'r> {
    pub(super) fn state(&self) -> Option<State> {
        self.order.as_ref().map(|(order, _)| order.state)
    }

    /// Whether the event was made from the order as it is, and not before it became so.
    pub(super) fn compare_with_item(&mut self) {
        let Some((order, parsed)) = &self.order else { return };
        let (last, revision) = (parsed.last, order.revision);
        if self.event.revision.is_some_and(|seen| seen != revision) {
            let detail = Detail::Revision(revision);
            self.verdict.refuse(Refusal::with(Code::ItemRevision, Field::Revision, detail));
        }
        if last.is_some_and(|last| self.resolved.now.is_some_and(|now| now < last)) {
            self.verdict.refuse(Refusal::new(Code::ItemBeforeLastEvent, Field::Now));
        }
    }

    /// Whether the event needs a field that is missing. A draft may lack anything, also when it is thrown away.
    pub(super) fn lacks_something(&self) -> bool {
        let is_draft = match self.event.kind {
            EventKind::Save => true,
            EventKind::Discard => {
                let user = self.event.user.as_deref();
                self.order.as_ref().is_some_and(|(order, _)| order.is_draft_of(user))
            }
            _ => false,
        };
        !is_draft && !self.verdict.missing.is_empty()
    }

    /// How many people have to act behind the event, where it leads to approval; none where that does not matter.
    pub(super) fn to_come(&self) -> Option<usize> {
        let Some(act) = self.event.kind.act() else {
            let asked = self.verdict.approval.as_ref();
            return asked.map(|approval| approval.people(&self.company.model));
        };
        let (order, _) = self.order.as_ref()?;
        if order.mode != Some(ApprovalMode::Policy) {
            return order.state.to_come()?.checked_sub(1);
        }
        let groups = groups_of(&self.company.model, self.resolved.user);
        let mut actors = order.actors();
        actors.push(Actor { act, groups: &groups });
        order.to_come(&actors)
    }

    /// Where the event leads.
    pub(super) fn next(&self) -> Option<State> {
        life_table::next(self.event.kind, self.state(), self.to_come(), self.settings)
    }

    /// Whether the order is waiting for approval.
    pub(super) fn is_pending(&self) -> bool {
        self.state().is_some_and(State::is_pending)
    }

    /// Which map of rights holds: that of the mode under which the order was submitted.
    pub(super) fn approval_on(&self) -> Option<bool> {
        if self.event.kind.opens() {
            return None;
        }
        let mode = self.order.as_ref().and_then(|(order, _)| order.mode);
        mode.map(|mode| mode != ApprovalMode::None)
    }

    /// Whether the order has a deadline and it has passed.
    pub(super) fn is_past_deadline(&self) -> bool {
        let deadline = self.order.as_ref().and_then(|(_, parsed)| parsed.deadline);
        deadline.is_some_and(|deadline| self.resolved.now.is_some_and(|now| now >= deadline))
    }

    /// The answer to an event that is not permitted: everything as it was given.
    pub(super) fn unchanged(mut self) -> Advance<'c, 'r> {
        let outcome = if self.verdict.reasons.is_empty() { Advanced::Incomplete } else { Advanced::Refused };
        let mut order = self.order.take().map(|(order, _)| order);
        if let Some(order) = order.as_mut().filter(|_| self.is_own) {
            order.content = core::mem::take(&mut self.request);
            forget(&mut order.content);
        }
        self.answer(outcome, order, Vec::new(), None)
    }

    /// The answer, with these amounts of usage in place of those given.
    pub(super) fn answer(
        self,
        outcome: Advanced,
        order: Option<Order<'r>>,
        created: Vec<Order<'r>>,
        usage: Option<&Balances>,
    ) -> Advance<'c, 'r> {
        let mut verdict = self.verdict;
        verdict.sort_reasons();
        let as_given = self.usage.balances();
        Advance {
            company: self.company,
            outcome,
            reasons: verdict.reasons,
            more: verdict.more,
            warnings: verdict.warnings,
            missing: verdict.missing,
            order,
            created,
            fee: verdict.fee,
            limits: verdict.limits,
            approval: verdict.approval,
            usage: self.usage.with(usage.unwrap_or(&as_given)),
        }
    }
}

//! From an order, an event and the usage to the new order (`docs/item.md`, section 4).

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::life::answer::{Advance, Advanced};
use crate::life::conditions::is_second_channel;
use crate::life::content::{forget, normalise};
use crate::life::needs::groups_of;
use crate::life::order::{Event, Order, OrderApproval};
use crate::life::spell;
use crate::life::times::Times;
use crate::life::transition::Transition;
use crate::life::usage::{Balances, is_checked_at, is_taken_at, kept, limits_asked, release, settle};
use crate::life_table::{self, Record};
use crate::loaded::Company;
use crate::reason::{Code, Field, Refusal};
use crate::request::{RequestError, RequestUsage};
use crate::resolve::Usage;
use crate::steps::Plan;
use crate::terms::{ApprovalMode, EventKind, State};

impl Company {
    /// [`Company::advance`] on what may be taken apart.
    pub(super) fn advance_owned<'c, 'r>(
        &'c self,
        mut order: Option<Order<'r>>,
        mut event: Event<'r>,
        mut usage: Vec<RequestUsage<'r>>,
    ) -> Result<Advance<'c, 'r>, RequestError> {
        spell::all(&self.model.service, order.as_mut(), &mut event, &mut usage);
        // An empty text is a choice that nobody has made.
        for text in [&mut event.user, &mut event.business, &mut event.to] {
            text.take_if(|text| text.is_empty());
        }
        event.check(order.is_none())?;
        event.approvers.retain(|id| !id.is_empty());
        if let Some(order) = &mut order {
            order.approvers.retain(|id| !id.is_empty());
            for text in [&mut order.at, &mut order.deadline] {
                text.take_if(|text| text.is_empty());
            }
            for step in order.alternatives.iter_mut().flat_map(|alternative| &mut alternative.steps) {
                step.group.take_if(|name| name.is_empty());
            }
            for approval in &mut order.approvals {
                approval.groups.retain(|name| !name.is_empty());
            }
        }
        let mut transition = Transition::new(self, order, event, usage)?;
        let state = transition.state();
        if !life_table::is_possible(transition.event.kind, state, transition.settings) {
            transition.verdict.clear();
            transition.verdict.refuse(Refusal::new(Code::ItemState, Field::ItemState));
            return Ok(transition.unchanged());
        }
        if transition.event.kind == EventKind::Switch {
            return transition.switch();
        }
        let taken = transition.evaluate()?;
        transition.conditions()?;
        transition.compare_with_item();
        let given_back = transition.give_back();
        if !transition.verdict.reasons.is_empty() || transition.lacks_something() {
            return Ok(transition.unchanged());
        }
        transition.change(taken, given_back)
    }
}

impl<'c, 'r> Transition<'c, 'r> {
    /// Runs the steps of the event; gives what is taken of the usage if it is permitted.
    fn evaluate(&mut self) -> Result<SmallVec<[Usage; 4]>, RequestError> {
        let kind = self.event.kind;
        let steps = self.row.steps;
        let checked = steps.moment.is_some_and(|moment| is_checked_at(self.settings, moment));
        if kind.is_by_person() {
            let plan = Plan {
                form: steps.form,
                fee: steps.fee,
                limit: limits_asked(kind, checked),
                first_approval: self.order.as_ref().is_none_or(|(order, _)| !order.is_approved_by_any()),
                approval_on: self.approval_on(),
                requester: kind.is_act(),
            };
            self.largest = self.resolved.decide_by(plan, &mut self.verdict);
            if self.ends && self.business.is_none() {
                // The bank no longer has it.
                self.verdict.missing.retain(|at| at.field != Field::Business);
                self.verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::Business));
            }
        } else if checked {
            self.resolved.decide_execution(&mut self.verdict);
        }
        self.usage.restore(&mut self.verdict.reasons);
        let counted = self.order.as_ref().map_or(&[][..], |(_, parsed)| &parsed.counted);
        let first = counted.iter().all(|taken| taken.of_the_moment);
        let last = !kind.is_act() || self.to_come() == Some(0);
        let takes = first && last && steps.moment.is_some_and(|moment| is_taken_at(self.settings, moment));
        let service = &self.company.model.service;
        Ok(kept(service, &self.usage.evaluated, self.verdict.usage.clone(), takes))
    }

    /// Gives back what the order has taken, if the event takes it out of the counted states; none if it stays in them.
    fn give_back(&mut self) -> Option<Balances> {
        let (order, parsed) = self.order.as_ref()?;
        let stays = self.next().is_none_or(State::is_counted);
        if stays || !order.state.is_counted() {
            return None;
        }
        let release = release(order, &parsed.counted, &self.usage, &self.company.model.service);
        release.reasons.into_iter().for_each(|reason| self.verdict.refuse(reason));
        for at in release.missing {
            self.verdict.miss(at);
        }
        Some(release.balances)
    }

    /// The answer to a permitted event.
    fn change(
        mut self,
        taken: SmallVec<[Usage; 4]>,
        given_back: Option<Balances>,
    ) -> Result<Advance<'c, 'r>, RequestError> {
        let Some(next) = self.next() else { return Ok(self.unchanged()) };
        let request = core::mem::take(&mut self.request);
        let mut order = match self.order.take() {
            Some((order, _)) => order,
            None => Order::blank(&request),
        };
        order.state = next;
        order.revision = order.revision.saturating_add(1);
        order.at = Some(self.event.now.clone());
        if self.event.kind.opens() || matches!(next.record(), Record::Absent | Record::Cleared) {
            order.reopen();
        }
        match self.event.kind {
            EventKind::Submit => {
                order.requester = request.user.clone().unwrap_or_default();
                order.approvers = core::mem::take(&mut self.event.approvers);
                order.mode = self.business.and_then(|of| of.contract.mode);
                order.keep_policy(self.verdict.approval.as_ref(), &self.company.model);
                if next.is_pending() {
                    order.deadline = Times::new(&self.resolved).deadline(&self.resolved);
                }
            }
            kind if kind.is_act() => {
                let of_policy = order.mode == Some(ApprovalMode::Policy);
                let person = self.resolved.user.filter(|_| of_policy);
                order.approvals.push(OrderApproval {
                    user: request.user.clone().unwrap_or_default(),
                    at: self.event.now.clone(),
                    second_channel: is_second_channel(&self.event),
                    act: kind.act().filter(|_| of_policy),
                    groups: groups_of(&self.company.model, person),
                });
                order.narrow();
            }
            _ => {}
        }
        if !self.ends {
            order.content = request;
            forget(&mut order.content);
        }
        if self.event.kind == EventKind::Submit {
            normalise(&mut order.content, core::mem::take(&mut self.verdict.normalised));
        }
        order.counted.extend(self.usage.taken(&self.usage.evaluated, &taken, &self.company.model.service));
        if given_back.is_some() {
            settle(&mut order, self.settings);
        }
        if self.event.kind.is_act() && next.is_pending() {
            self.verdict.approval = self.still_needed(&order);
        }
        self.order = None;
        let after = given_back.unwrap_or_else(|| {
            let mut after = self.usage.balances();
            after.put(&taken);
            after
        });
        Ok(self.answer(Advanced::Changed, Some(order), Vec::new(), Some(&after)))
    }
}

impl Order<'_> {
    /// Forgets how it was approved.
    fn reopen(&mut self) {
        self.mode = None;
        self.policy = None;
        self.alternatives.clear();
        self.approvers.clear();
        self.approvals.clear();
        self.deadline = None;
    }
}

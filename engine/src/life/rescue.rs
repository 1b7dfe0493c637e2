//! Items that nobody can end any more, and who may (`docs/item.md`, section 11).

use smallvec::SmallVec;

use crate::language::words::Revoke;
use crate::life::conditions::Turn;
use crate::life::times::Times;
use crate::life::transition::Transition;
use crate::life_table;
use crate::reason::Step;
use crate::request::{Request, RequestError};
use crate::resolve::Resolved;
use crate::terms::{Operation, State};
use crate::verdict::Verdict;

impl Transition<'_, '_> {
    /// Whether the event is permitted although rights say no, or the turn does: nobody else could end the order.
    pub(super) fn is_rescue(&self, out_of_turn: bool) -> Result<bool, RequestError> {
        let of_permission = |reason: &crate::reason::Refusal| reason.code.step() == Step::Permission;
        let hindered =
            out_of_turn || self.lacks_something() || self.verdict.reasons.iter().any(of_permission);
        Ok(hindered && self.row.rescue && self.is_rescuer() && self.is_left_behind()?)
    }

    fn is_rescuer(&self) -> bool {
        let people = &self.company.model.people;
        let person = self.resolved.user.and_then(|at| people.get(usize::from(at)));
        let least = self.settings.approval.rescue.least_role();
        person.zip(least).is_some_and(|(person, least)| person.enabled && person.role >= least)
    }

    /// Whether nobody could go on with the order. A part does not know everybody.
    pub(super) fn is_left_behind(&self) -> Result<bool, RequestError> {
        let Some((order, _)) = self.order.as_ref().filter(|_| !self.company.model.is_part) else {
            return Ok(false);
        };
        let mut trial = Trial {
            transition: self,
            request: self.request.clone(),
            resolved: Resolved::empty(self.company),
            verdict: self.company.verdict(),
        };
        // What the requester alone may do.
        let own = match order.state {
            State::Draft => Some(Operation::Create),
            state if state.is_pending() && order.approvals.is_empty() => Some(Operation::PullBack),
            _ => None,
        };
        if let Some(own) = own
            && trial.could(&order.requester, own, own == Operation::Create)?
        {
            return Ok(false);
        }
        let late = self.is_pending() && Times::new(&self.resolved).is_after(0);
        let mut asked: SmallVec<[Operation; 4]> = life_table::operations(order.state, self.settings)
            .filter(|operation| match operation {
                Operation::PullBack | Operation::Revoke | Operation::Switch => false,
                operation => !(operation.is_act() && late),
            })
            .collect();
        asked.dedup();
        let people = self.company.model.people.iter();
        let pending = self.is_pending();
        let turn = pending.then(|| self.turn(order));
        if turn.as_ref().is_none_or(Turn::goes_on) {
            for (person, operation) in people.flat_map(|person| asked.iter().map(move |one| (person, *one))) {
                let Some(kind) = life_table::event_of(operation, order.state) else { continue };
                let is_turn =
                    || turn.as_ref().is_none_or(|turn| turn.against(Some(&person.id), kind).is_none());
                if trial.could(&person.id, operation, false)? && is_turn() {
                    return Ok(false);
                }
            }
        }
        if order.state == State::Approved && self.settings.approval.revoke != Revoke::Never {
            for approval in &order.approvals {
                if trial.could(&approval.user, Operation::Revoke, false)? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// The permission step asked for one person after the other.
struct Trial<'l, 'c, 'r> {
    transition: &'l Transition<'c, 'r>,
    request: Request<'r>,
    resolved: Resolved<'c>,
    verdict: Verdict<'c>,
}

impl Trial<'_, '_, '_> {
    /// Whether a user could do an operation on the order, as far as the permission step goes.
    fn could(&mut self, id: &str, operation: Operation, is_draft: bool) -> Result<bool, RequestError> {
        let company = self.transition.company;
        let people = &company.model.people;
        let person = company.model.person(id).and_then(|at| people.get(usize::from(at)));
        if !person.is_some_and(|person| person.enabled && !person.candidate_only) {
            return Ok(false);
        }
        self.request.user = Some(alloc::string::String::from(id).into());
        self.request.operation = Some(operation);
        // For which group somebody else would act, nobody knows.
        self.request.group = None;
        company.resolve_into(&self.request, &mut self.resolved)?;
        self.resolved.decide_permission(self.transition.approval_on(), &mut self.verdict);
        Ok(self.verdict.reasons.is_empty() && (is_draft || self.verdict.missing.is_empty()))
    }
}

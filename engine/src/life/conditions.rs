//! What an event asks beyond the steps, as the table of events says (`docs/item.md`, sections 4 to 8).

use smallvec::SmallVec;

use crate::language::words::{OnModeChange, Revoke};
use crate::life::needs::{Needs, able_today};
use crate::life::order::{Event, Order, OrderAlternative};
use crate::life::times::Times;
use crate::life::transition::Transition;
use crate::life_table::Condition;
use crate::model::company::CompanyModel;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::request::{AccessValue, RequestError};
use crate::terms::{Act, ApprovalMode, EventKind};
use crate::verdict::Approvers;

/// Whose turn it is on a pending order (item 5.1 and 12.4).
pub(super) struct Turn<'o, 'c, 'r> {
    company: &'c CompanyModel,
    order: &'o Order<'r>,
    /// Of mode `policy`, whom it still needs.
    needs: Option<Needs<'o, 'c, 'r>>,
}

impl Turn<'_, '_, '_> {
    /// What stands against a user who does this now.
    pub(super) fn against(&self, user: Option<&str>, kind: EventKind) -> Option<Refusal> {
        let order = self.order;
        if order.approvals.iter().any(|approval| user == Some(&*approval.user)) {
            return Some(Refusal::new(Code::ItemApprovedBefore, Field::User));
        }
        let not_needed = |who| Some(Refusal::with(Code::ItemNotNeeded, Field::User, Detail::Who(who)));
        let own = kind.act();
        if let Some(needs) = &self.needs {
            let person = user.and_then(|id| self.company.person(id));
            let may = match own {
                Some(act) => needs.may_act(person, act),
                // Whoever could act next may send it back or discard it.
                None => Act::ALL.iter().any(|act| needs.is_able(person, *act) && needs.may_act(person, *act)),
            };
            let acts = own.as_ref().map_or(Act::ALL, core::slice::from_ref);
            return if may { None } else { not_needed(needs.who(acts)) };
        }
        if own.is_some_and(|act| act != Act::Approve) {
            return not_needed(UserSet::default());
        }
        let in_order = order.mode == Some(ApprovalMode::DoubleInOrder) && order.approvers.len() == 2;
        let is_named = order.approvers.iter().any(|named| user == Some(&**named));
        let next = order.approvers.get(order.approvals.len()).map(|next| &**next);
        if in_order && is_named && user != next {
            let who = next.and_then(|id| self.company.person(id)).into_iter().collect();
            return Some(Refusal::with(Code::ItemOrder, Field::User, Detail::Who(who)));
        }
        None
    }

    /// Whether somebody could go on with it at all, if nothing else stands against him.
    pub(super) fn goes_on(&self) -> bool {
        self.needs.as_ref().is_none_or(Needs::is_possible)
    }
}

/// Whether an event comes through the second channel.
pub(super) fn is_second_channel(event: &Event<'_>) -> bool {
    event.access.iter().any(|(name, value)| *name == *"secondChannel" && *value == AccessValue::Flag(true))
}

impl<'c, 'r> Transition<'c, 'r> {
    /// Asks everything that the event asks of an order that exists.
    pub(super) fn conditions(&mut self) -> Result<(), RequestError> {
        let Some((order, _)) = &self.order else { return Ok(()) };
        let user = self.event.user.as_deref();
        let in_turn = self.row.asks.contains(&Condition::Turn);
        let out_of_turn = if in_turn { self.turn(order).against(user, self.event.kind) } else { None };
        if self.is_rescue(out_of_turn.is_some())? {
            self.resolved.decide_access(&mut self.verdict);
        } else {
            self.verdict.reasons.extend(out_of_turn);
        }
        for condition in self.row.asks {
            let found = self.ask(*condition)?;
            let stops = matches!(condition, Condition::RevokeOffered | Condition::SwitchOffered);
            let goes_on = found.is_none() || !stops;
            self.verdict.reasons.extend(found.map(|(code, at)| Refusal::new(code, at)));
            if !goes_on {
                break;
            }
        }
        Ok(())
    }

    /// What stands against the event, of one condition.
    fn ask(&mut self, condition: Condition) -> Result<Option<(Code, Field)>, RequestError> {
        let Some((order, parsed)) = &self.order else { return Ok(None) };
        let user = self.event.user.as_deref();
        let (approval, times) = (&self.settings.approval, || Times::new(&self.resolved));
        let (fails, code, at) = match condition {
            Condition::Turn => return Ok(None),
            Condition::Requester => (user != Some(&*order.requester), Code::ItemNotRequester, Field::User),
            Condition::Untouched => (!order.approvals.is_empty(), Code::ItemApprovedAlready, Field::Item),
            Condition::KnownPeople => {
                self.refuse_unknown_people();
                return Ok(None);
            }
            Condition::SameMode => {
                let changed = approval.on_mode_change == OnModeChange::Resubmit && !self.is_of_mode(order);
                (changed, Code::ItemModeChanged, Field::ItemMode)
            }
            Condition::BeforeDeadline => (self.is_past_deadline(), Code::ItemDeadline, Field::Now),
            Condition::SecondChannel => {
                (self.lacks_second_channel(order), Code::ItemSecondChannel, Field::AccessOf("secondChannel"))
            }
            Condition::SeenRevision => {
                if approval.revision_required && self.event.revision.is_none() {
                    self.verdict.miss(Field::Revision);
                }
                return Ok(None);
            }
            Condition::RevokeOffered => {
                (approval.revoke == Revoke::Never, Code::ItemRevokeNotOffered, Field::ItemState)
            }
            Condition::OwnApproval => {
                let own = order.approvals.iter().any(|approval| user == Some(&*approval.user));
                (!own, Code::ItemNotHisApproval, Field::User)
            }
            Condition::InTimeToRevoke => {
                (times().is_late_to_revoke(parsed.last_approval), Code::ItemTooLate, Field::Now)
            }
            Condition::InTimeToCancel => (times().is_late_to_cancel(), Code::ItemTooLate, Field::Now),
            Condition::AfterDeadline => {
                (self.is_pending() && !self.is_past_deadline(), Code::ItemTooEarly, Field::Now)
            }
            Condition::SwitchOffered => {
                (self.most_switched().is_none(), Code::ItemSwitchNotOffered, Field::To)
            }
            Condition::SwitchFew => {
                let payees = u32::try_from(self.request.lines.len()).unwrap_or(u32::MAX);
                let too_many = self.most_switched().is_some_and(|most| payees > most);
                (too_many, Code::ItemSwitchTooMany, Field::Item)
            }
            Condition::LeftToExpire => {
                let expires =
                    self.is_past_deadline() || parsed.deadline.is_none() && self.is_left_behind()?;
                (!expires, Code::ItemTooEarly, Field::Now)
            }
            Condition::ValueDateCome => (times().is_early(), Code::ItemTooEarly, Field::Now),
            Condition::InTimeToExecute => {
                let times = times();
                let late = !times.is_early() && times.is_after(approval.execute_within_days);
                (late, Code::ItemTooLate, Field::Now)
            }
        };
        Ok(fails.then_some((code, at)))
    }

    /// Whose turn it is.
    pub(super) fn turn<'o>(&self, order: &'o Order<'r>) -> Turn<'o, 'c, 'r> {
        let company = &*self.company.model;
        let of = self.business.filter(|_| order.mode == Some(ApprovalMode::Policy));
        let account = self.resolved.account.and_then(|at| company.accounts.get(usize::from(at)));
        let needs =
            of.map(|of| Needs::new(company, order, able_today(company, of, order, account, self.largest)));
        Turn { company, order, needs }
    }

    /// What an order of mode `policy` still needs, as an answer says it.
    pub(super) fn still_needed(&self, order: &Order<'r>) -> Option<Approvers> {
        let needs = self.turn(order).needs?;
        Some(needs.approvers(order.policy.as_deref().unwrap_or_default()))
    }

    /// Whether the company's mode is that of the order; of a policy, whether a band of the same row has what the order keeps.
    fn is_of_mode(&self, order: &Order<'_>) -> bool {
        let Some(of) = self.business.filter(|of| of.contract.mode == order.mode) else { return false };
        if order.mode != Some(ApprovalMode::Policy) {
            return true;
        }
        let row = of.contract.policy.rows.iter().find(|row| Some(&*row.key) == order.policy.as_deref());
        row.is_some_and(|row| {
            row.bands.iter().any(|band| {
                let has = |kept: &OrderAlternative<'_>| {
                    band.any_of.iter().any(|one| kept.is_same(one, &self.company.model.groups))
                };
                order.alternatives.iter().all(has)
            })
        })
    }

    /// Refuses what somebody has approved who is in no document. A part does not know everybody, and says nothing.
    fn refuse_unknown_people(&mut self) {
        let model = &self.company.model;
        let approvals = self.order.iter().filter(|_| !model.is_part).flat_map(|(order, _)| &order.approvals);
        let unknown = approvals.zip(0_u8..).filter(|(approval, _)| model.person(&approval.user).is_none());
        let refused = unknown.map(|(_, at)| Refusal::new(Code::ItemApproverUnknown, Field::ItemApproval(at)));
        self.verdict.reasons.extend(refused.collect::<SmallVec<[_; 2]>>());
    }

    /// Whether this is the last approval, and none has come through the second channel though one must.
    fn lacks_second_channel(&self, order: &Order<'_>) -> bool {
        self.business.is_some_and(|of| of.business.second_channel)
            && self.to_come() == Some(0)
            && !order.approvals.iter().any(|approval| approval.second_channel)
            && !is_second_channel(&self.event)
    }

    /// The most payees that may be switched to the business that the event names; none where that is not offered.
    fn most_switched(&self) -> Option<u32> {
        let (left, to) = self.business.zip(self.to)?;
        left.business.switch_to.iter().find(|(at, _)| *at == to.at).map(|(_, most)| *most)
    }
}

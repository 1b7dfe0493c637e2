//! Whose turn is it, and may he approve? (`docs/item.md`, section 5)

use smallvec::SmallVec;

use crate::document::Company;
use crate::language::words::OnModeChange;
use crate::life::order::{Event, Order};
use crate::life::transition::Transition;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::request::AccessValue;
use crate::terms::{ApprovalMode, EventKind};

/// What stands against a user who approves, sends back or discards a pending order now.
pub(super) fn turn(
    company: &Company,
    order: &Order<'_>,
    user: Option<&str>,
    kind: EventKind,
) -> Option<Refusal> {
    if order.approvals.iter().any(|approval| user == Some(&*approval.user)) {
        return Some(Refusal::new(Code::ItemApprovedBefore, Field::User));
    }
    if matches!(kind, EventKind::Verify | EventKind::Release) {
        let nobody = Detail::Who(UserSet::default());
        return Some(Refusal::with(Code::ItemNotNeeded, Field::User, nobody));
    }
    let in_order = order.mode == Some(ApprovalMode::DoubleInOrder) && order.approvers.len() == 2;
    let is_named = order.approvers.iter().any(|named| user == Some(&**named));
    let next = order.approvers.get(order.approvals.len()).map(|next| &**next);
    if in_order && is_named && user != next {
        let mut who = UserSet::with_room(company.model.people.len());
        if let Some(person) = next.and_then(|id| company.model.person(id)) {
            who.insert(person);
        }
        return Some(Refusal::with(Code::ItemOrder, Field::User, Detail::Who(who)));
    }
    None
}

/// Whether an event comes through the second channel.
pub(super) fn is_second_channel(event: &Event<'_>) -> bool {
    event.access.iter().any(|(name, value)| *name == *"secondChannel" && *value == AccessValue::Flag(true))
}

/// An approval by somebody who is in no document. A part does not know everybody, and says nothing.
fn unknown_approvals(transition: &Transition<'_, '_>) -> SmallVec<[Refusal; 2]> {
    let model = &transition.company.model;
    let approvals =
        transition.order.iter().filter(|_| !model.is_part).flat_map(|(order, _)| &order.approvals);
    let unknown = approvals.zip(0_u8..).filter(|(approval, _)| model.person(&approval.user).is_none());
    unknown.map(|(_, at)| Refusal::new(Code::ItemApproverUnknown, Field::ItemApproval(at))).collect()
}

/// Refuses what somebody unknown has approved.
pub(super) fn are_known(transition: &mut Transition<'_, '_>) {
    let found = unknown_approvals(transition);
    transition.verdict.reasons.extend(found);
}

/// What else stands against approving now.
pub(super) fn conditions(transition: &mut Transition<'_, '_>) {
    let mut found = SmallVec::<[Refusal; 2]>::new();
    let (Some((order, _)), Some(of)) = (&transition.order, transition.business) else { return };
    let mode = of.contract.mode;
    found.extend(unknown_approvals(transition));
    if transition.settings.approval.on_mode_change == OnModeChange::Resubmit && mode != order.mode {
        found.push(Refusal::new(Code::ItemModeChanged, Field::ItemMode));
    }
    if transition.is_past_deadline() {
        found.push(Refusal::new(Code::ItemDeadline, Field::Now));
    }
    let so_far = order.approvals.iter().any(|approval| approval.second_channel);
    if of.business.second_channel
        && order.state.approvals_to_come() == Some(1)
        && !so_far
        && !is_second_channel(&transition.event)
    {
        found.push(Refusal::new(Code::ItemSecondChannel, Field::AccessOf("secondChannel")));
    }
    transition.verdict.reasons.extend(found);
    if transition.settings.approval.revision_required && transition.event.revision.is_none() {
        transition.verdict.miss(Field::Revision);
    }
}

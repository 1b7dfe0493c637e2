//! Whose turn is it, and may he approve? (`docs/item.md`, section 5)

use smallvec::SmallVec;

use crate::document::Company;
use crate::life::advance::{Transition, is_past};
use crate::life::order::{Event, Order};
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::request::AccessValue;
use crate::terms::ApprovalMode;

/// What stands against a user who approves, sends back or discards a pending item now.
pub(super) fn turn(company: &Company, item: &Order<'_>, user: Option<&str>) -> Option<Refusal> {
    if item.approvals.iter().any(|approval| user == Some(&*approval.user)) {
        return Some(Refusal::new(Code::ItemApprovedBefore, Field::User));
    }
    let in_order = item.mode == Some(ApprovalMode::DoubleInOrder) && item.approvers.len() == 2;
    let is_named = item.approvers.iter().any(|named| user == Some(&**named));
    let next = item.approvers.get(item.approvals.len()).map(|next| &**next);
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
fn unknown_approvals(life: &Transition<'_, '_>) -> SmallVec<[Refusal; 2]> {
    let model = &life.company.model;
    let approvals = life.order.iter().filter(|_| !model.is_part).flat_map(|(item, _)| &item.approvals);
    let unknown = approvals.zip(0_u8..).filter(|(approval, _)| model.person(&approval.user).is_none());
    unknown.map(|(_, at)| Refusal::new(Code::ItemApproverUnknown, Field::ItemApproval(at))).collect()
}

/// Refuses what somebody unknown has approved.
pub(super) fn are_known(life: &mut Transition<'_, '_>) {
    let found = unknown_approvals(life);
    life.verdict.reasons.extend(found);
}

/// What else stands against approving now.
pub(super) fn conditions(life: &mut Transition<'_, '_>) {
    let mut found = SmallVec::<[Refusal; 2]>::new();
    let (Some((item, known)), Some(of)) = (&life.order, life.of) else { return };
    let mode = of.contract.mode;
    found.extend(unknown_approvals(life));
    if life.settings.mode_change_blocks && mode != item.mode {
        found.push(Refusal::new(Code::ItemModeChanged, Field::ItemMode));
    }
    if is_past(known, &life.resolved) {
        found.push(Refusal::new(Code::ItemDeadline, Field::Now));
    }
    let so_far = item.approvals.iter().any(|approval| approval.second_channel);
    if of.business.second_channel
        && item.state.approvals_to_come() == Some(1)
        && !so_far
        && !is_second_channel(&life.event)
    {
        found.push(Refusal::new(Code::ItemSecondChannel, Field::AccessOf("secondChannel")));
    }
    life.verdict.reasons.extend(found);
    if life.settings.revision_required && life.event.revision.is_none() {
        life.verdict.miss(Field::Revision);
    }
}

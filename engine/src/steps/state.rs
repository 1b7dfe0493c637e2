//! Is the operation possible in the state of the item? (`docs/rules.md`, section 4.4)

use crate::reason::{Code, Field, Refusal};
use crate::steps::Context;
use crate::terms::{Operation, State};
use crate::verdict::Verdict;

/// Refuses an operation on an item that is in another state, and asks for the state where it is not stated.
pub(crate) fn run(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    let Some(operation) = context.request.operation.filter(|operation| operation.is_of_item()) else {
        return;
    };
    let Some(state) = context.request.order.and_then(|item| item.state) else {
        verdict.miss(Field::ItemState);
        return;
    };
    if !possible(operation, state, context.service.settings.revoked_is_editable) {
        verdict.refuse(Refusal::new(Code::ItemState, Field::ItemState));
    }
}

/// Whether an operation on an item is possible in its state, as the life of items has it.
pub(crate) fn possible(operation: Operation, state: State, revoked_is_editable: bool) -> bool {
    let pending = matches!(state, State::PendingFirst | State::PendingFinal);
    match operation {
        Operation::Approve | Operation::SendBack | Operation::PullBack | Operation::Discard => pending,
        Operation::Edit => is_editable(state, revoked_is_editable),
        Operation::Delete => is_editable(state, revoked_is_editable) || state == State::Expired,
        Operation::Revoke | Operation::Cancel => state == State::Approved,
        Operation::Switch => pending || state == State::Expired,
        _ => true,
    }
}

/// Whether an item in this state may be changed.
pub(crate) fn is_editable(state: State, revoked_is_editable: bool) -> bool {
    match state {
        State::Draft | State::PulledBack | State::SentBack | State::Error => true,
        State::Revoked => revoked_is_editable,
        _ => false,
    }
}

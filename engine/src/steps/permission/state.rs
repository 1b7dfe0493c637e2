//! Is the operation possible in the state of the item? (`docs/rules.md`, section 4.4)

use crate::life_table;
use crate::reason::{Code, Field, Refusal};
use crate::steps::Context;
use crate::terms::Operation;
use crate::verdict::Verdict;

/// Refuses an operation on an item that is in another state, and asks for the state where it is not stated.
#[inline]
pub(crate) fn run(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    if let Some(operation) = context.request.operation.filter(|operation| operation.is_of_item()) {
        check(context, operation, verdict);
    }
}

fn check(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let Some(state) = context.request.order.and_then(|item| item.state) else {
        verdict.miss(Field::ItemState);
        return;
    };
    if !life_table::allows(operation, state, &context.service.settings) {
        verdict.refuse(Refusal::new(Code::ItemState, Field::ItemState));
    }
}

//! May this user do an operation of the bank's own? (`docs/rules.md`, section 4.5)

use crate::model::operation::{OperationSort, OwnOperation};
use crate::reason::{Code, Field, Refusal};
use crate::steps::Context;
use crate::steps::permission::account_used;
use crate::verdict::Verdict;

fn find<'c>(context: &Context<'c, '_>, at: u8) -> Option<&'c OwnOperation> {
    context.service.operations.get(usize::from(at))
}

/// Whether it needs a business.
pub(super) fn is_of_business(context: &Context<'_, '_>, at: u8) -> bool {
    find(context, at).is_some_and(|own| own.sort == OperationSort::OfBusiness)
}

/// Runs the checks of its sort.
#[cold]
pub(super) fn run(context: &Context<'_, '_>, at: u8, verdict: &mut Verdict<'_>) {
    let Some(own) = find(context, at) else { return };
    match own.sort {
        OperationSort::Door => {}
        OperationSort::Administration => {
            if context.user.is_some_and(|(_, user)| user.role < own.least_role) {
                verdict.refuse(Refusal::new(Code::PermissionRole, Field::Operation));
            }
            if own.of_user && context.request.target.is_none_or(|target| target.user.is_none()) {
                verdict.miss(Field::TargetUser);
            }
        }
        OperationSort::Inquiry => {
            right(context, context.service.businesses.len(), at, verdict);
            account_used(context, verdict);
        }
        OperationSort::OfBusiness => {
            let Some(of) = &context.business else { return };
            if of.contract.mode.is_some() {
                right(context, usize::from(of.at), at, verdict);
            } else {
                verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::Business));
            }
            account_used(context, verdict);
        }
    }
}

/// Some right maps it.
fn right(context: &Context<'_, '_>, business: usize, at: u8, verdict: &mut Verdict<'_>) {
    if let Some((user, _)) = context.user
        && !context.company.grants(user, business).has_own(at)
    {
        verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
    }
}

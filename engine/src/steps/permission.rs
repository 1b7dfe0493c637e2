//! May this user do this operation for this business, on this account, on this item? (`docs/rules.md`, section 4)
//!
//! Nothing is permitted that no right maps, and the answer does not depend on the order of rights.

mod own;
mod reach;
mod state;
mod target;

use crate::model::grants::Extent;
use crate::reason::{Code, Field, Refusal};
use crate::resolve::{NamedApprovers, Requester};
use crate::set::Set;
use crate::steps::{BusinessRecord, Context, Progress, business};
use crate::terms::{Operation, Role};
use crate::verdict::Verdict;

use reach::Facts;

/// Runs the step.
pub(crate) fn run<'c>(context: &Context<'c, '_>, so_far: &mut Progress, verdict: &mut Verdict<'_>) {
    let may_go_on = check(context, verdict);
    state::run(context, verdict);
    let takes_in = context.request.operation.is_some_and(Operation::takes_in);
    if may_go_on && takes_in && context.plan.form {
        so_far.in_business = context.business.is_some();
    }
}

/// As the step, whatever the state of the order; tells whether the business is known and contracted.
pub(crate) fn check(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) -> bool {
    let request = context.request;
    let of_business = match request.own_operation {
        None => request.operation.is_none_or(Operation::is_of_business),
        Some(own) => own::is_of_business(context, own),
    };
    if request.user.is_none() {
        verdict.miss(Field::User);
    }
    if request.operation.is_none() && request.own_operation.is_none() {
        verdict.miss(Field::Operation);
    }
    if of_business && request.business.is_none() {
        verdict.miss(Field::Business);
    }
    if request.day.is_none() {
        verdict.miss(Field::Now);
    }
    if context.user.is_some_and(|(_, user)| !user.enabled) {
        verdict.refuse(Refusal::new(Code::PermissionUserDisabled, Field::User));
    }
    if let Some(group) = request.group {
        in_group(context, group, verdict);
    }
    if let Some(own) = request.own_operation {
        own::run(context, own, verdict);
        return false;
    }
    let Some(operation) = request.operation else { return false };
    if operation.is_administration() {
        administration(context, operation, verdict);
        target::run(context, operation, verdict);
        return false;
    }
    if operation.is_door() {
        return false;
    }
    if operation.is_inquiry() {
        inquiry(context, operation, verdict);
        return false;
    }
    let Some(of) = &context.business else { return false };
    let contracted = contracted(context, of, operation, verdict);
    if contracted {
        payee_kind(context, of, operation, verdict);
        rights(context, of, operation, verdict);
    }
    account(context, operation, verdict);
    item(context, of, operation, verdict);
    contracted
}

/// The user must be in the group for which he acts.
#[cold]
fn in_group(context: &Context<'_, '_>, group: u16, verdict: &mut Verdict<'_>) {
    let group = context.company.groups.get(usize::from(group));
    if let Some((user, _)) = context.user
        && !group.is_some_and(|group| group.people.contains(user))
    {
        verdict.refuse(Refusal::new(Code::PermissionGroup, Field::Group));
    }
}

fn administration(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let Some((_, user)) = context.user else { return };
    let settings = matches!(operation, Operation::EditCompany | Operation::EditFees);
    let by_setting = context.service.settings.roles.company_settings.least_role();
    let least = if settings { by_setting } else { Role::Administrator };
    if user.role < least {
        verdict.refuse(Refusal::new(Code::PermissionRole, Field::Operation));
    }
}

fn inquiry(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if let Some((user, _)) = context.user {
        let reach = context.company.grants(user, context.service.businesses.len()).reach(operation);
        if reach.is_empty() {
            verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
        } else if operation == Operation::ViewLog {
            Facts::of_log(context).judge(reach, Field::Item, verdict);
        }
    }
    account(context, operation, verdict);
}

/// Whether the company uses the business; for a switch it must use the one that the item leaves too.
#[inline(always)]
fn contracted(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) -> bool {
    let contracted = of.contract.mode.is_some();
    if !contracted {
        verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::Business));
    }
    if operation == Operation::Switch {
        left_contracted(context, verdict);
    }
    contracted
}

/// The same of the business that a switch leaves.
#[cold]
fn left_contracted(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    if left_business(context).is_some_and(|left| left.contract.mode.is_none()) {
        verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::ItemBusiness));
    }
}

fn left_business<'c>(context: &Context<'c, '_>) -> Option<BusinessRecord<'c>> {
    business(context.company, context.request.order?.business?)
}

#[inline(always)]
fn payee_kind(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    let asks = context.makes_item() || operation == Operation::ManagePayees;
    if asks
        && of.business.kind.is_single()
        && let Some(kind) = context.request.single.kind.value()
        && !of.business.payee_kinds.has(kind)
    {
        verdict.refuse(Refusal::new(Code::PermissionPayeeKind, Field::PayeeKind));
    }
}

#[inline(always)]
fn rights(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    if matches!(operation, Operation::Edit | Operation::Switch) {
        becomes(context, of, operation, verdict);
        return;
    }
    let Some((user, _)) = context.user else { return };
    let reach = context.grants(user, of).reach(operation);
    if reach.is_empty() {
        verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
        return;
    }
    match operation {
        Operation::ManagePayees | Operation::Reference | Operation::ViewResults => {}
        Operation::Create => {
            let facts = Facts::of_new(context, of);
            facts.judge(reach, facts.narrowed_at, verdict);
        }
        _ => existing_reached(context, of, reach, verdict),
    }
}

fn existing_reached(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    reach: Set<Extent>,
    verdict: &mut Verdict<'_>,
) {
    Facts::of_existing(context, of).judge(reach, Field::Item, verdict);
}

/// What changes an item needs a right to the item as it is, in the business that it leaves, and to create what it becomes,
/// in the one that receives it. For 修正 the two are one business, for 切替 two.
#[cold]
fn becomes(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    let left = if operation == Operation::Edit { Some(*of) } else { left_business(context) };
    if left.is_none() {
        verdict.miss(Field::ItemBusiness);
    }
    let Some((user, _)) = context.user else { return };
    let leaves = left
        .filter(|left| left.contract.mode.is_some())
        .map(|left| (left, context.grants(user, &left).reach(operation)));
    let creates = context.company.grants(user, usize::from(of.at)).reach(Operation::Create);
    if leaves.is_some_and(|(_, reach)| reach.is_empty()) || creates.is_empty() {
        verdict.refuse(Refusal::new(Code::PermissionRight, Field::Operation));
    }
    if let Some((left, reach)) = leaves.filter(|(_, reach)| !reach.is_empty()) {
        Facts::of_existing(context, &left).judge(reach, Field::Item, verdict);
    }
    if !creates.is_empty() {
        let facts = Facts::of_new(context, of);
        facts.judge(creates, facts.narrowed_at, verdict);
    }
}

/// The user may use the account, where one is named.
#[inline(always)]
fn account_used(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    if let Some((_, account)) = context.account
        && let Some((user, _)) = context.user
        && !account.people.contains(user)
    {
        verdict.refuse(Refusal::new(Code::PermissionAccount, Field::Account));
    }
}

#[inline(always)]
fn account(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let shows =
        matches!(operation, Operation::ViewBalance | Operation::ViewStatement | Operation::ViewDeposits);
    let concerned = shows || (!operation.is_inquiry() && operation != Operation::ManagePayees);
    match context.account {
        Some(_) => {
            let approves = operation.is_of_approver();
            if concerned && (!approves || context.service.settings.approval.approver_needs_account) {
                account_used(context, verdict);
            }
        }
        None if shows || operation.takes_in() => verdict.miss(Field::Account),
        None => {}
    }
}

/// Approving is for the approvers named in the item, and not for its requester where the bank forbids it. Who they are is
/// never taken for granted.
#[inline]
fn item(context: &Context<'_, '_>, of: &BusinessRecord<'_>, operation: Operation, verdict: &mut Verdict<'_>) {
    if operation.is_of_item() {
        existing(context, of, operation, verdict);
    }
}

fn existing(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    operation: Operation,
    verdict: &mut Verdict<'_>,
) {
    let item = context.request.order.unwrap_or_default();
    match item.requester {
        None => verdict.miss(Field::ItemRequester),
        Some(Requester::User) if operation.is_act() && of.business.self_approval_forbidden => {
            verdict.refuse(Refusal::new(Code::PermissionSelfApproval, Field::ItemRequester));
        }
        Some(Requester::Unknown) if context.plan.requester => {
            verdict.refuse(Refusal::new(Code::PermissionRequester, Field::ItemRequester));
        }
        Some(_) => {}
    }
    if operation.is_of_approver() {
        match item.approvers {
            None => verdict.miss(Field::ItemApprovers),
            Some(NamedApprovers::Others) if context.user.is_some() => {
                verdict.refuse(Refusal::new(Code::PermissionApprover, Field::ItemApprovers));
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;

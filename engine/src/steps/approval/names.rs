//! The named approvers: is each of them able, and if not, why, and who could be named instead?

use crate::model::policy::Band;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::steps::approval::able::Able;
use crate::steps::fee;
use crate::steps::limit::keeps;
use crate::steps::{BusinessRecord, Context, Dates, Progress};
use crate::terms::ApprovalMode;
use crate::verdict::Verdict;

/// What the names are looked at with.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a, 'c> {
    pub of: &'a BusinessRecord<'c>,
    pub band: &'a Band,
    pub able: &'a Able<'c>,
    pub so_far: &'a Progress,
}

/// The name at a place, where he is among those who are able and not named before.
#[inline]
pub(super) fn valid(named: &[Option<u16>], at: usize, able: &UserSet) -> Option<u16> {
    let person = named.get(at).copied().flatten()?;
    (able.contains(person) && !is_named_before(named, at)).then_some(person)
}

/// Whether the person at a place of the list stands before it too.
fn is_named_before(named: &[Option<u16>], at: usize) -> bool {
    let person = named.get(at).copied().flatten();
    person.is_some() && named.iter().take(at).any(|before| *before == person)
}

/// Every reason against the named approvers, each with those who could take his place: some out of `who`.
#[cold]
pub(super) fn refuse(
    context: &Context<'_, '_>,
    asked: Asked<'_, '_>,
    valid: &[Option<u16>],
    mut who: UserSet,
    verdict: &mut Verdict<'_>,
) {
    for person in valid.iter().flatten() {
        who.remove(*person);
    }
    for at in 0..valid.len() {
        refuse_one(context, asked, at, &who, verdict);
    }
}

/// Every reason against one of them.
fn refuse_one(
    context: &Context<'_, '_>,
    asked: Asked<'_, '_>,
    at: usize,
    who: &UserSet,
    verdict: &mut Verdict<'_>,
) {
    let Asked { of, band, able, so_far } = asked;
    let Progress { dates, counted, .. } = *so_far;
    let (company, settings) = (context.company, &context.service.settings);
    let field = Field::Approver(u8::try_from(at).unwrap_or(u8::MAX));
    let named = &*context.request.approvers;
    let eligible = match of.contract.mode {
        Some(ApprovalMode::Policy) => &company.actors,
        _ => &company.approvers,
    };
    let person = named.get(at).copied().flatten().filter(|person| eligible.contains(*person));
    let Some(person) = person else {
        verdict.refuse(Refusal::with(Code::ApprovalApproverNotEligible, field, Detail::Who(who.clone())));
        return;
    };
    let steps = || band.any_of.iter().flat_map(|alternative| &alternative.steps);
    let mut rightful = steps().filter(|step| able.may(step.act).contains(person)).peekable();
    let has_right = rightful.peek().is_some();
    let is_in_group = rightful.any(|step| able.is_in_group(step, person));
    let lacks_account = settings.approval.approver_needs_account
        && context.account.is_some_and(|(_, account)| !account.people.contains(person));
    let is_requester = context.user.is_some_and(|(user, _)| user == person);
    for (applies, code) in [
        (!has_right, Code::ApprovalApproverRight),
        (has_right && !is_in_group, Code::ApprovalApproverGroup),
        (lacks_account, Code::ApprovalApproverAccount),
        (of.business.self_approval_forbidden && is_requester, Code::ApprovalApproverSelf),
        (is_named_before(named, at), Code::ApprovalApproverDuplicate),
    ] {
        if applies {
            verdict.refuse(Refusal::with(code, field, Detail::Who(who.clone())));
        }
    }
    if let (Some(counted), Some(cap)) = (counted, company.approver_cap(person, of.at))
        && !keeps(cap, 0, counted.largest, settings.limit.inclusive)
    {
        let max = within_cap(context, of, dates, cap);
        verdict.refuse(Refusal::with(
            Code::ApprovalApproverCap,
            field,
            Detail::Cap { max, who: who.clone() },
        ));
    }
}

/// The largest that an approver with a cap could approve: the cap itself where a payment never counts for more than it is.
fn within_cap(context: &Context<'_, '_>, of: &BusinessRecord<'_>, dates: Dates, cap: i64) -> Option<i64> {
    let settings = &context.service.settings;
    let room = if settings.limit.inclusive { cap } else { cap.checked_sub(1)? };
    if !of.business.kind.is_single() || !settings.limit.count_fees {
        return Some(room).filter(|room| *room >= 1);
    }
    fee::quoter(context, of, dates, &context.request.single)?.largest(room, true)
}

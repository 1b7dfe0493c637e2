//! None, one or two approvers, in which order; are the named ones able? (`docs/rules.md`, section 8)

use smallvec::{SmallVec, smallvec};

use crate::model::company::CompanyModel;
use crate::model::service::rank;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Reason};
use crate::steps::fee::Counted;
use crate::steps::limit::keeps;
use crate::steps::{Context, Of};
use crate::terms::ApprovalMode;
use crate::verdict::{Approval, Verdict};

/// Runs the step.
pub(crate) fn run(
    context: &Context<'_, '_>,
    of: Of<'_>,
    counted: Option<Counted>,
    verdict: &mut Verdict<'_>,
) {
    let Some(mode) = of.contract.mode else { return };
    let needed = mode.approvers_needed();
    let named = &*context.request.approvers;
    if needed == 0 {
        if !named.is_empty() {
            verdict.refuse(Reason::new(Code::ApprovalNotNeeded, Field::Approvers));
        }
        verdict.approval = Some(Approval { mode, steps: SmallVec::new() });
        return;
    }
    let able = able(context, of, counted);
    let mut valid = Valid::default();
    if context.service.settings.named_by_requester {
        valid = name(context, of, &able, counted, needed, verdict);
        if named.len() < needed {
            verdict.miss(if named.is_empty() { Field::Approvers } else { Field::Approver(1) });
        }
    } else if !named.is_empty() {
        verdict.refuse(Reason::new(Code::NotNamedByRequester, Field::Approvers));
    }
    if !able.has_at_least(needed) {
        verdict.refuse(Reason::new(Code::Nobody, Field::Approvers));
    }
    verdict.approval = Some(Approval { mode, steps: steps(context, mode, valid, able) });
}

/// Who may approve this request, whoever is named.
fn able(context: &Context<'_, '_>, of: Of<'_>, counted: Option<Counted>) -> UserSet {
    let mut able = match context.account {
        Some((_, account)) if context.service.settings.approver_needs_account => {
            UserSet::both(&of.contract.approvers, &account.people)
        }
        _ => of.contract.approvers.clone(),
    };
    if of.business.self_approval_forbidden
        && let Some((user, _)) = context.user
    {
        able.remove(user);
    }
    if let Some(counted) = counted {
        let caps = &context.company.approver_caps;
        let first = caps.partition_point(|(_, business, _)| *business < of.at);
        for (person, _, cap) in caps.iter().skip(first).take_while(|(_, business, _)| *business == of.at) {
            if !keeps(*cap, 0, counted.largest, context.service.settings.inclusive) {
                able.remove(*person);
            }
        }
    }
    able
}

/// The named approver at each step, where he is able; no mode has more than two.
type Valid = [Option<u16>; 2];

/// What stands against a named approver, with his cap where that is it.
type Fault = (Code, Option<i64>);

/// Judges the named approvers in turn; gives a reason for each who is not able.
#[inline]
fn name(
    context: &Context<'_, '_>,
    of: Of<'_>,
    able: &UserSet,
    counted: Option<Counted>,
    needed: usize,
    verdict: &mut Verdict<'_>,
) -> Valid {
    let named = &*context.request.approvers;
    if named.len() > needed {
        verdict.refuse(Reason::new(Code::TooManyApprovers, Field::Approvers));
    }
    let mut valid = Valid::default();
    let mut faults: [Option<Fault>; 2] = [None; 2];
    for (at, person) in named.iter().enumerate().take(needed) {
        let fault = fault(context, of, able, counted, valid, *person);
        if let (Some(valid), Some(at)) = (valid.get_mut(at), faults.get_mut(at)) {
            *valid = if fault.is_none() { *person } else { None };
            *at = fault;
        }
    }
    if faults != [None; 2] {
        refuse(able, valid, faults, verdict);
    }
    valid
}

/// The reasons against named approvers, each with those who could take his place.
#[cold]
fn refuse(able: &UserSet, valid: Valid, faults: [Option<Fault>; 2], verdict: &mut Verdict<'_>) {
    let mut who = able.clone();
    for person in valid.into_iter().flatten() {
        who.remove(person);
    }
    for (fault, at) in faults.into_iter().zip(0_u8..) {
        let Some((code, cap)) = fault else { continue };
        let detail = match cap {
            Some(max) => Detail::Cap { max, who: who.clone() },
            None => Detail::Who(who.clone()),
        };
        verdict.refuse(Reason::with(code, Field::Approver(at), detail));
    }
}

/// What stands against a named approver, if anything does.
#[inline]
fn fault(
    context: &Context<'_, '_>,
    of: Of<'_>,
    able: &UserSet,
    counted: Option<Counted>,
    before: Valid,
    person: Option<u16>,
) -> Option<Fault> {
    let company: &CompanyModel = context.company;
    let Some(person) = person.filter(|person| company.approvers.contains(*person)) else {
        return Some((Code::ApproverNotEligible, None));
    };
    if able.contains(person) {
        return before.contains(&Some(person)).then_some((Code::ApproverDuplicate, None));
    }
    if !of.contract.approvers.contains(person) {
        return Some((Code::ApproverRight, None));
    }
    let lacks_account = context.service.settings.approver_needs_account
        && context.account.is_some_and(|(_, account)| !account.people.contains(person));
    if lacks_account {
        return Some((Code::ApproverAccount, None));
    }
    if of.business.self_approval_forbidden && context.user.is_some_and(|(user, _)| user == person) {
        return Some((Code::ApproverSelf, None));
    }
    let _over_cap = counted?;
    company.approver_cap(person, of.at).map(|cap| (Code::ApproverCap, Some(cap)))
}

/// For each approver needed, the people of whom one may act.
#[inline]
fn steps(
    context: &Context<'_, '_>,
    mode: ApprovalMode,
    valid: Valid,
    able: UserSet,
) -> SmallVec<[UserSet; 2]> {
    let room = context.company.people.len();
    let only = |person: u16| {
        let mut set = UserSet::with_room(room);
        set.insert(person);
        set
    };
    let mut others = able;
    for person in valid.into_iter().flatten() {
        others.remove(person);
    }
    match (mode, valid) {
        (ApprovalMode::None, _) => SmallVec::new(),
        (ApprovalMode::Single, [one, _]) => smallvec![one.map_or(others, only)],
        (ApprovalMode::DoubleInOrder, [Some(one), Some(other)]) => {
            SmallVec::from_buf([only(one), only(other)])
        }
        (ApprovalMode::DoubleInOrder, [one, other]) => {
            let second = other.map_or_else(|| others.clone(), only);
            SmallVec::from_buf([one.map_or(others, only), second])
        }
        (ApprovalMode::DoubleAnyOrder, [Some(one), Some(other)]) if context.service.settings.by_rank => {
            let key = |person: u16| {
                let role = context.company.people.get(usize::from(person)).map(|person| person.role);
                (role.map(rank), person)
            };
            let (low, high) = if key(one) <= key(other) { (one, other) } else { (other, one) };
            SmallVec::from_buf([only(low), only(high)])
        }
        (ApprovalMode::DoubleAnyOrder, named) => {
            let mut who = if let [Some(_), Some(_)] = named { UserSet::with_room(room) } else { others };
            for person in named.into_iter().flatten() {
                who.insert(person);
            }
            SmallVec::from_buf([who.clone(), who])
        }
    }
}

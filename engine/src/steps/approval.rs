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
    let named = &context.request.approvers;
    if needed == 0 {
        if !named.is_empty() {
            verdict.refuse(Reason::new(Code::ApprovalNotNeeded, Field::Approvers));
        }
        verdict.approval = Some(Approval { mode, steps: SmallVec::new() });
        return;
    }
    let able = able(context, of, counted);
    let by_requester = context.service.settings.named_by_requester;
    let valid = if by_requester {
        name(context, of, &able, counted, needed, verdict)
    } else {
        if !named.is_empty() {
            verdict.refuse(Reason::new(Code::NotNamedByRequester, Field::Approvers));
        }
        SmallVec::new()
    };
    if by_requester && named.len() < needed {
        verdict.miss(if named.is_empty() { Field::Approvers } else { Field::Approver(1) });
    }
    if able.len() < needed {
        verdict.refuse(Reason::new(Code::Nobody, Field::Approvers));
    }
    verdict.approval = Some(Approval { mode, steps: steps(context, mode, &valid, able) });
}

/// Who may approve this request, whoever is named.
fn able(context: &Context<'_, '_>, of: Of<'_>, counted: Option<Counted>) -> UserSet {
    let mut able = of.contract.approvers.clone();
    if context.service.settings.approver_needs_account
        && let Some((_, account)) = context.account
    {
        able.intersect(&account.people);
    }
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

/// The named approver at each step, where he is able.
type Valid = SmallVec<[Option<u16>; 2]>;

/// Judges the named approvers in turn; gives a reason for each who is not able.
fn name(
    context: &Context<'_, '_>,
    of: Of<'_>,
    able: &UserSet,
    counted: Option<Counted>,
    needed: usize,
    verdict: &mut Verdict<'_>,
) -> Valid {
    let named = &context.request.approvers;
    if named.len() > needed {
        verdict.refuse(Reason::new(Code::TooManyApprovers, Field::Approvers));
    }
    let mut valid = Valid::new();
    let mut faults: SmallVec<[(Field, Code, Option<i64>); 2]> = SmallVec::new();
    for (person, at) in named.iter().zip(0_u8..).take(needed) {
        match fault(context, of, able, counted, &valid, *person) {
            None => valid.push(*person),
            Some((code, cap)) => {
                valid.push(None);
                faults.push((Field::Approver(at), code, cap));
            }
        }
    }
    if !faults.is_empty() {
        let mut who = able.clone();
        for person in valid.iter().flatten() {
            who.remove(*person);
        }
        for (field, code, cap) in faults {
            let detail = match cap {
                Some(max) => Detail::Cap { max, who: who.clone() },
                None => Detail::Who(who.clone()),
            };
            verdict.refuse(Reason::with(code, field, detail));
        }
    }
    valid
}

/// What stands against a named approver, with his cap where that is it.
#[inline]
fn fault(
    context: &Context<'_, '_>,
    of: Of<'_>,
    able: &UserSet,
    counted: Option<Counted>,
    before: &Valid,
    person: Option<u16>,
) -> Option<(Code, Option<i64>)> {
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
fn steps(
    context: &Context<'_, '_>,
    mode: ApprovalMode,
    valid: &Valid,
    able: UserSet,
) -> SmallVec<[UserSet; 2]> {
    let room = context.company.people.len();
    let only = |person: u16| {
        let mut set = UserSet::with_room(room);
        set.insert(person);
        set
    };
    let mut others = able;
    for person in valid.iter().flatten() {
        others.remove(*person);
    }
    let at = |step: usize| valid.get(step).copied().flatten();
    match mode {
        ApprovalMode::None => SmallVec::new(),
        ApprovalMode::Single => smallvec![at(0).map_or(others, only)],
        ApprovalMode::DoubleInOrder => {
            let second = at(1).map_or_else(|| others.clone(), only);
            smallvec![at(0).map_or(others, only), second]
        }
        ApprovalMode::DoubleAnyOrder => match (at(0), at(1)) {
            (Some(one), Some(other)) if context.service.settings.by_rank => {
                let key = |person: u16| {
                    let role = context.company.people.get(usize::from(person)).map(|person| person.role);
                    (role.map(rank), person)
                };
                let (low, high) = if key(one) <= key(other) { (one, other) } else { (other, one) };
                smallvec![only(low), only(high)]
            }
            (Some(one), Some(other)) => {
                let mut both = only(one);
                both.insert(other);
                smallvec![both.clone(), both]
            }
            (one, other) => {
                for person in [one, other].into_iter().flatten() {
                    others.insert(person);
                }
                smallvec![others.clone(), others]
            }
        },
    }
}

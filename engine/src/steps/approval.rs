//! None, one or two approvers, in which order; are the named ones able? (`docs/rules.md`, section 8)

use smallvec::{SmallVec, smallvec};

use crate::language::words::Unordered;
use crate::model::service::rank;
use crate::model::users::UserSet;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::steps::fee::{self, Counted};
use crate::steps::limit::keeps;
use crate::steps::{BusinessRecord, Context, Dates, Progress};
use crate::terms::ApprovalMode;
use crate::verdict::{Approvers, Verdict};

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress<'_>, verdict: &mut Verdict<'_>) {
    let Progress { of, dates, counted, .. } = *so_far;
    let Some(of) = of.filter(|_| context.plan.fee && context.makes_item()) else { return };
    let Some(mode) = of.contract.mode else { return };
    let Some(needed) = mode.approvers_needed() else { return };
    let named = &*context.request.approvers;
    if needed == 0 {
        if !named.is_empty() {
            verdict.refuse(Refusal::new(Code::ApprovalNotNeeded, Field::Approvers));
        }
        verdict.approval = Some(Approvers { mode, steps: SmallVec::new() });
        return;
    }
    let able = able(context, of, counted);
    let mut valid = Valid::default();
    if context.service.settings.approval.named_by_requester {
        valid = name(context, of, &able, (dates, counted), needed, verdict);
        if named.len() < needed {
            verdict.miss(if named.is_empty() { Field::Approvers } else { Field::Approver(1) });
        }
    } else if !named.is_empty() {
        verdict.refuse(Refusal::new(Code::ApprovalNotNamedByRequester, Field::Approvers));
    }
    if !able.has_at_least(needed) {
        verdict.refuse(Refusal::new(Code::ApprovalNobody, Field::Approvers));
    }
    verdict.approval = Some(Approvers { mode, steps: steps(context, mode, valid, able) });
}

/// Who may approve this request, whoever is named.
fn able(context: &Context<'_, '_>, of: BusinessRecord<'_>, counted: Option<Counted>) -> UserSet {
    let mut able = match context.account {
        Some((_, account)) if context.service.settings.approval.approver_needs_account => {
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
            if !keeps(*cap, 0, counted.largest, context.service.settings.limit.inclusive) {
                able.remove(*person);
            }
        }
    }
    able
}

/// The largest cap that all the named approvers, and enough people in all, keep who are able but for the amount: with more
/// than it some item would have nobody to approve it.
pub(crate) fn room(context: &Context<'_, '_>, of: BusinessRecord<'_>) -> i64 {
    let needed = of.contract.mode.and_then(ApprovalMode::approvers_needed).unwrap_or(0);
    if needed == 0 {
        return i64::MAX;
    }
    let able = able(context, of, None);
    let cap = |person: u16| context.company.approver_cap(person, of.at).unwrap_or(i64::MAX);
    let (mut first, mut second) = (i64::MIN, i64::MIN);
    for cap in able.iter().map(cap) {
        second = second.max(cap.min(first));
        first = first.max(cap);
    }
    let by_all = if needed == 1 { first } else { second };
    let named = context.request.approvers.iter().take(needed).flatten().copied();
    let judged =
        named.filter(|person| context.service.settings.approval.named_by_requester && able.contains(*person));
    judged.map(cap).fold(by_all, i64::min)
}

/// The named approver at each step, where he is able; no mode has more than two.
type Valid = [Option<u16>; 2];

/// Judges the named approvers in turn; gives every reason against those who are not able.
#[inline]
fn name(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    able: &UserSet,
    counted: (Dates, Option<Counted>),
    needed: usize,
    verdict: &mut Verdict<'_>,
) -> Valid {
    let named = &*context.request.approvers;
    if named.len() > needed {
        verdict.refuse(Refusal::new(Code::ApprovalTooMany, Field::Approvers));
    }
    let mut valid = Valid::default();
    let mut all_valid = true;
    for ((at, person), place) in named.iter().enumerate().take(needed).zip(&mut valid) {
        *place = person.filter(|person| able.contains(*person) && !is_named_before(named, at));
        all_valid &= place.is_some();
    }
    if !all_valid {
        let mut who = able.clone();
        for person in valid.into_iter().flatten() {
            who.remove(person);
        }
        for at in 0..named.len().min(needed) {
            refuse(context, of, counted, at, &who, verdict);
        }
    }
    valid
}

/// Whether the person at a place of the list stands before it too.
fn is_named_before(named: &[Option<u16>], at: usize) -> bool {
    let person = named.get(at).copied().flatten();
    person.is_some() && named.iter().take(at).any(|before| *before == person)
}

/// Every reason against a named approver, each with those who could take his place.
#[cold]
fn refuse(
    context: &Context<'_, '_>,
    of: BusinessRecord<'_>,
    (dates, counted): (Dates, Option<Counted>),
    at: usize,
    who: &UserSet,
    verdict: &mut Verdict<'_>,
) {
    let (company, settings) = (context.company, &context.service.settings);
    let field = Field::Approver(u8::try_from(at).unwrap_or(u8::MAX));
    let named = &*context.request.approvers;
    let person = named.get(at).copied().flatten().filter(|person| company.approvers.contains(*person));
    let Some(person) = person else {
        verdict.refuse(Refusal::with(Code::ApprovalApproverNotEligible, field, Detail::Who(who.clone())));
        return;
    };
    let lacks_account = settings.approval.approver_needs_account
        && context.account.is_some_and(|(_, account)| !account.people.contains(person));
    let is_requester = context.user.is_some_and(|(user, _)| user == person);
    for (applies, code) in [
        (!of.contract.approvers.contains(person), Code::ApprovalApproverRight),
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
fn within_cap(context: &Context<'_, '_>, of: BusinessRecord<'_>, dates: Dates, cap: i64) -> Option<i64> {
    let settings = &context.service.settings;
    let room = if settings.limit.inclusive { cap } else { cap.checked_sub(1)? };
    if !of.business.kind.is_single() || !settings.limit.count_fees {
        return Some(room).filter(|room| *room >= 1);
    }
    fee::quoter(context, of, dates, &context.request.single)?.largest(room, true)
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
        (ApprovalMode::None | ApprovalMode::Policy, _) => SmallVec::new(),
        (ApprovalMode::Single, [one, _]) => smallvec![one.map_or(others, only)],
        (ApprovalMode::DoubleInOrder, [Some(one), Some(other)]) => {
            SmallVec::from_buf([only(one), only(other)])
        }
        (ApprovalMode::DoubleInOrder, [one, other]) => {
            let second = other.map_or_else(|| others.clone(), only);
            SmallVec::from_buf([one.map_or(others, only), second])
        }
        (ApprovalMode::DoubleAnyOrder, [Some(one), Some(other)])
            if context.service.settings.approval.unordered == Unordered::ByRank =>
        {
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

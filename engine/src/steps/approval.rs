//! Who has to approve, and are the named ones able? (`docs/rules.md`, section 8)
//!
//! There is one way to find who may act, that of policies; the four modes are short for policies. What they have of their
//! own is that approvers are named by position.

use smallvec::{SmallVec, smallvec};

use crate::language::words::Unordered;
use crate::model::policy::{Band, Facts, PolicyRow};
use crate::model::service::rank;
use crate::model::users::UserSet;
use crate::reason::{Code, Field, Refusal};
use crate::steps::fee::Counted;
use crate::steps::{BusinessRecord, Context, Progress};
use crate::terms::ApprovalMode;
use crate::verdict::{Approvers, Verdict, Ways};

pub(crate) mod able;
pub(crate) mod amounts;
mod names;

use able::Able;
use names::Asked;

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress, verdict: &mut Verdict<'_>) {
    let counted = so_far.counted;
    let Some(of) = context.of(so_far).filter(|_| context.plan.fee && context.makes_item()) else { return };
    let (Some(mode), Some((band, ways))) = (of.contract.mode, band(context, of, counted)) else { return };
    if band.any_of.is_empty() {
        if !context.request.approvers.is_empty() {
            verdict.refuse(Refusal::new(Code::ApprovalNotNeeded, Field::Approvers));
        }
        verdict.approval = Some(Approvers { mode, needs_somebody: false, ways, steps: SmallVec::new() });
        return;
    }
    let able = able_for(context, of, counted);
    let asked = Asked { of, band, able: &able, so_far };
    let (ways, steps) = match mode {
        ApprovalMode::Policy => by_policy(context, asked, ways, verdict),
        _ => (ways, by_mode(context, asked, mode, verdict)),
    };
    verdict.approval = Some(Approvers { mode, needs_somebody: true, ways, steps });
}

/// The band that holds for a request, as far as what decides it is known.
#[inline]
fn band<'c>(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'c>,
    counted: Option<Counted>,
) -> Option<(&'c Band, Ways)> {
    let (row_at, row) = row(context, of)?;
    let amount = counted.map(|counted| if row.by_largest { counted.largest } else { counted.sum });
    let (at, band) = row.band(amount)?;
    let ways = match of.contract.mode {
        Some(ApprovalMode::Policy) => Ways::Band { business: of.at, row: row_at, band: at, possible: 0 },
        _ => Ways::Mode,
    };
    Some((band, ways))
}

/// The row that holds for a request, as far as what decides it is known.
#[inline]
fn row<'c>(context: &Context<'_, '_>, of: &BusinessRecord<'c>) -> Option<(u8, &'c PolicyRow)> {
    let facts = Facts {
        account: context.account.map(|(at, _)| at),
        payee_kind: context.request.single.kind.value(),
        requester: context.user.map(|(at, _)| at),
    };
    of.contract.policy.row(facts)
}

/// Who may act on what the request makes.
#[inline]
fn able_for<'c>(context: &Context<'c, '_>, of: &BusinessRecord<'c>, counted: Option<Counted>) -> Able<'c> {
    let account = context.account.map(|(_, account)| account);
    let requester = context.user.map(|(user, _)| user);
    Able::new(context.company, of, account, requester, counted.map(|counted| counted.largest))
}

/// The possible alternatives of a policy's band, and who may act in their steps, in turn.
fn by_policy(
    context: &Context<'_, '_>,
    asked: Asked<'_, '_>,
    ways: Ways,
    verdict: &mut Verdict<'_>,
) -> (Ways, SmallVec<[UserSet; 2]>) {
    let mut found = Found::new(asked, None);
    let names = context.service.settings.approval.named_by_requester;
    let named = &*context.request.approvers;
    if !names && !named.is_empty() {
        verdict.refuse(Refusal::new(Code::ApprovalNotNamedByRequester, Field::Approvers));
    }
    if found.possible == 0 {
        verdict.refuse(Refusal::new(Code::ApprovalNobody, Field::Approvers));
    }
    if names && !named.is_empty() {
        found = with_names(context, asked, found, verdict);
    }
    (ways.with(found.possible), found.who)
}

/// Looks at the names, which are then those who are to act.
fn with_names(
    context: &Context<'_, '_>,
    asked: Asked<'_, '_>,
    free: Found,
    verdict: &mut Verdict<'_>,
) -> Found {
    let named = &*context.request.approvers;
    let mut able = UserSet::default();
    for step in asked.band.any_of.iter().flat_map(|alternative| &alternative.steps) {
        able.unite(&asked.able.of(step));
    }
    let valid: SmallVec<[Option<u16>; 2]> =
        (0..named.len()).map(|at| names::valid(named, at, &able)).collect();
    let all_valid = valid.iter().all(Option::is_some);
    if !all_valid {
        let mut who = UserSet::default();
        free.who.iter().for_each(|people| who.unite(people));
        names::refuse(context, asked, &valid, who, verdict);
    }
    let mut only = UserSet::default();
    valid.iter().flatten().for_each(|person| only.insert(*person));
    let found = Found::new(asked, Some(&only));
    if found.possible != 0 {
        return found;
    }
    if all_valid && free.possible != 0 {
        verdict.miss(Field::Approver(u8::try_from(named.len()).unwrap_or(u8::MAX)));
    }
    free
}

/// The alternatives of a band that are possible, and who may act.
struct Found {
    /// By position, as bits.
    possible: u8,
    /// Of the possible ones, step by step.
    who: SmallVec<[UserSet; 2]>,
}

impl Found {
    fn new(asked: Asked<'_, '_>, only: Option<&UserSet>) -> Self {
        let mut found = Self { possible: 0, who: SmallVec::new() };
        for (alternative, at) in asked.band.any_of.iter().zip(0_u32..) {
            let Some(places) = asked.able.fulfil(alternative, only) else { continue };
            found.possible |= 1_u8.checked_shl(at).unwrap_or(0);
            found.who.extend(places.into_iter().map(|place| place.people));
        }
        found
    }
}

/// For each approver that a mode needs, the people of whom one may act.
#[inline]
fn by_mode(
    context: &Context<'_, '_>,
    asked: Asked<'_, '_>,
    mode: ApprovalMode,
    verdict: &mut Verdict<'_>,
) -> SmallVec<[UserSet; 2]> {
    let Some(alternative) = asked.band.any_of.first() else { return SmallVec::new() };
    let needed = alternative.people();
    // All steps of a mode want the same people.
    let able = alternative.steps.first().map_or_else(UserSet::default, |step| asked.able.of(step));
    let named = &*context.request.approvers;
    let mut valid = [None; 2];
    if context.service.settings.approval.named_by_requester {
        if named.len() > needed {
            verdict.refuse(Refusal::new(Code::ApprovalTooMany, Field::Approvers));
        }
        let looked_at = named.len().min(needed);
        let places = valid.get_mut(..looked_at).unwrap_or_default();
        for (at, place) in places.iter_mut().enumerate() {
            *place = names::valid(named, at, &able);
        }
        if places.iter().any(Option::is_none) {
            names::refuse(context, asked, places, able.clone(), verdict);
        }
        if named.len() < needed {
            verdict.miss(if named.is_empty() { Field::Approvers } else { Field::Approver(1) });
        }
    } else if !named.is_empty() {
        verdict.refuse(Refusal::new(Code::ApprovalNotNamedByRequester, Field::Approvers));
    }
    if !able.has_at_least(needed) {
        verdict.refuse(Refusal::new(Code::ApprovalNobody, Field::Approvers));
    }
    steps(context, mode, valid, able)
}

/// The same, given those who are able and the valid names by place.
#[inline]
fn steps(
    context: &Context<'_, '_>,
    mode: ApprovalMode,
    valid: [Option<u16>; 2],
    able: UserSet,
) -> SmallVec<[UserSet; 2]> {
    let room = context.company.people.len();
    let only = |person: u16| UserSet::one(person, room);
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

#[cfg(test)]
pub(crate) mod tests;

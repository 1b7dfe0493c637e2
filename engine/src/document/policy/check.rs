//! What holds across the rows of a policy: one row for every request, enough people for the bank, and people who exist.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::document::approval::key_of;
use crate::document::policy::RowDraft;
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::words::Moment;
use crate::model::company::{CompanyModel, Contract, Group};
use crate::model::people::{Place, is_possible};
use crate::model::policy::{Alternative, Facts};
use crate::model::service::{Business, Least};
use crate::model::users::UserSet;
use crate::set::Set;
use crate::terms::{ApprovalMode, PayeeKind};

/// Checks the rows of a policy for a business that has it.
pub(super) fn check_rows(
    r: &mut Reader<'_>,
    id: Id,
    business: &Business,
    rows: &[RowDraft],
    model: &CompanyModel,
) {
    for draft in rows {
        check_payee_kinds(r, business, draft);
        check_take_at(r, business, draft, model);
        check_bands(r, business, draft);
    }
    // What could not be read says nothing about the rows.
    if !r.findings.has_errors() && !rows.is_empty() {
        check_cover(r, id, business, rows, model);
    }
}

/// Payee kinds are asked of single businesses, and of those that they offer.
fn check_payee_kinds(r: &mut Reader<'_>, business: &Business, draft: &RowDraft) {
    let (Some(list), Some(kinds)) = (draft.payee_kinds, draft.row.payee_kinds) else { return };
    if !business.kind.is_single() {
        r.report_key(FindingCode::PolicyPayeeKindsBatch, list, [Arg::text(&business.key)]);
        return;
    }
    for kind in kinds.iter().filter(|kind| !business.payee_kinds.has(*kind)) {
        let args = [Arg::text(kind.name()), Arg::text(&business.key)];
        r.report(FindingCode::PolicyPayeeKindNotOffered, list, args);
    }
}

/// Where nobody acts, nothing is taken by approving, and later by execution alone.
fn check_take_at(r: &mut Reader<'_>, business: &Business, draft: &RowDraft, model: &CompanyModel) {
    let limit = &model.service.settings.limit;
    if limit.take_at != Moment::Approve || limit.check_at.has(Moment::Execute) {
        return;
    }
    for (band, (id, _)) in draft.row.bands.iter().zip(&draft.bands) {
        if band.any_of.is_empty() {
            r.report(FindingCode::LimitTakeAtNever, *id, [Arg::text(&business.key)]);
        }
    }
}

/// Each band has as many people as the bank asks for, for every amount in it.
fn check_bands(r: &mut Reader<'_>, business: &Business, draft: &RowDraft) {
    let mut above = None;
    for (band, (id, alternatives)) in draft.row.bands.iter().zip(&draft.bands) {
        // The sum of a batch may be any amount from its largest item on.
        let any_larger = draft.row.by_largest && !business.kind.is_single();
        let least = least(&business.least_people, above, band.up_to.filter(|_| !any_larger));
        if band.any_of.is_empty() {
            weak(r, business, *id, 0, least);
        }
        for (alternative, id) in band.any_of.iter().zip(alternatives) {
            weak(r, business, *id, alternative.people(), least);
        }
        above = band.up_to;
    }
}

fn weak(r: &mut Reader<'_>, business: &Business, id: Id, people: usize, least: u8) {
    if people < usize::from(least) {
        let args = [Arg::text(&business.key), Arg::number(people), Arg::number(usize::from(least))];
        r.report(FindingCode::ApprovalLeastPeople, id, args);
    }
}

/// The most people that the bank asks for at any amount above one bound (none: from 0 on) and up to another (none: any).
fn least(bounds: &[Least], above: Option<i64>, up_to: Option<i64>) -> u8 {
    let mut before: Option<i64> = None;
    let mut most = 0;
    for bound in bounds {
        let begins_within = up_to.is_none_or(|up_to| before.is_none_or(|before| before < up_to));
        let ends_within = bound.up_to.is_none_or(|bound| above.is_none_or(|above| bound > above));
        if begins_within && ends_within {
            most = most.max(bound.people);
        }
        before = bound.up_to;
    }
    most
}

/// The four modes are held to the bank's bounds too.
pub(in crate::document) fn check_least(r: &mut Reader<'_>, model: &CompanyModel) {
    let Some(approval) = r.tree().find(&["approval"]) else { return };
    for (business, contract) in model.service.businesses.iter().zip(&model.businesses) {
        let Some(people) = contract.mode.and_then(ApprovalMode::approvers_needed) else { continue };
        let place = key_of(r, approval, business).unwrap_or(approval);
        weak(r, business, place, people, least(&business.least_people, None, None));
    }
}

/// Which rows hold for something, as bits.
type Mask = u32;

/// The masks of some things, each once with the first that has it.
fn masks<T: Copy>(
    rows: &[RowDraft],
    things: impl Iterator<Item = T>,
    facts: impl Fn(T) -> Facts,
) -> Vec<(Mask, T)> {
    let mut first: BTreeMap<Mask, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for thing in things {
        let mut mask = 0;
        for (draft, at) in rows.iter().zip(0_u32..) {
            if draft.row.may_hold(facts(thing)) {
                mask |= 1_u32.checked_shl(at).unwrap_or(0);
            }
        }
        first.entry(mask).or_insert_with(|| {
            found.push((mask, thing));
            found.len()
        });
    }
    found
}

/// For every account, payee kind and user exactly one row holds; or a finding with the first example.
fn check_cover(r: &mut Reader<'_>, id: Id, business: &Business, rows: &[RowDraft], model: &CompanyModel) {
    let positions = |count: usize| (0_u16..).take(count);
    let accounts =
        masks(rows, positions(model.accounts.len()), |at| Facts { account: Some(at), ..Facts::default() });
    let users = positions(model.people.len())
        .filter(|at| model.people.get(usize::from(*at)).is_some_and(|person| !person.candidate_only));
    let users = masks(rows, users, |at| Facts { requester: Some(at), ..Facts::default() });
    let offered = if business.kind.is_single() { business.payee_kinds } else { Set::EMPTY };
    let mut kinds =
        masks(rows, offered.iter().map(Some), |kind| Facts { payee_kind: kind, ..Facts::default() });
    if kinds.is_empty() {
        kinds.push((Mask::MAX, None));
    }
    for (of_account, account) in &accounts {
        for (of_kind, kind) in &kinds {
            for (of_user, user) in &users {
                let holding = of_account & of_kind & of_user;
                if holding.count_ones() != 1 {
                    report(r, id, rows, model, holding, (*account, *kind, *user));
                    return;
                }
            }
        }
    }
}

/// A finding about an account, payee kind and user for whom not exactly one row holds.
fn report(
    r: &mut Reader<'_>,
    id: Id,
    rows: &[RowDraft],
    model: &CompanyModel,
    holding: Mask,
    (account, kind, user): (u16, Option<PayeeKind>, u16),
) {
    let account = model.accounts.get(usize::from(account)).map_or("", |account| &account.id);
    let user = model.people.get(usize::from(user)).map_or("", |person| &person.id);
    let kind = kind.map_or(Arg::Term("any", "すべて"), |kind| Arg::text(kind.name()));
    let example = [Arg::text(account), kind, Arg::text(user)];
    let mut which = rows.iter().zip(0_u32..).filter(|(_, at)| holding.checked_shr(*at).unwrap_or(0) & 1 == 1);
    match (which.next(), which.next()) {
        (Some((first, _)), Some((second, _))) => {
            let rows = [Arg::text(&first.row.key), Arg::text(&second.row.key)];
            r.report(FindingCode::PolicyRowsOverlap, second.id, [&rows[..], &example].concat());
        }
        _ => {
            let place = r.tree().member(id, "policy").unwrap_or(id);
            r.report(FindingCode::PolicyRowsGap, place, example);
        }
    }
}

/// Warns of alternatives that the enabled users could not fulfil, whatever they ask for.
pub(super) fn check_able(
    r: &mut Reader<'_>,
    business: &Business,
    contract: &Contract,
    rows: &[RowDraft],
    groups: &[Group],
) {
    let places = |alternative: &Alternative| -> Vec<Place> {
        let able = |group: Option<u16>, of: &UserSet| match group {
            Some(group) => groups
                .get(usize::from(group))
                .map_or_else(UserSet::default, |group| UserSet::both(of, &group.people)),
            None => of.clone(),
        };
        let steps = alternative.steps.iter();
        steps
            .map(|step| Place { people: able(step.group, contract.actors(step.act)), count: step.count })
            .collect()
    };
    for draft in rows {
        for (band, (_, ids)) in draft.row.bands.iter().zip(&draft.bands) {
            for (alternative, id) in band.any_of.iter().zip(ids) {
                if !is_possible(&places(alternative)) {
                    r.report(FindingCode::PolicyAlternativeNever, *id, [Arg::text(&business.key)]);
                }
            }
        }
    }
}

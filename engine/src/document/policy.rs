//! Approval policies (承認ポリシー) of a company (`docs/rules.md`, sections 1.3.16 and 8.6).

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::document::approval::Approvals;
use crate::document::group::{GroupDraft, read_group_names};
use crate::document::reader::{NO_ARGS, Reader};
use crate::document::service::boxed;
use crate::document::user::{Known, read_account_names};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ALTERNATIVES, BANDS, PEOPLE_MAX, POLICY_ROWS, STEPS};
use crate::language::company::{
    AlternativeMembers, BandMembers, PolicyMembers, PolicyRowMembers, PolicyWhenMembers, StepMembers,
};
use crate::language::words::PolicyBy;
use crate::model::company::{CompanyModel, Group};
use crate::model::policy::{Alternative, Band, Policy, PolicyRow, Step};
use crate::model::users::UserSet;
use crate::set::Set;
use crate::terms::{Act, PayeeKind};

mod check;

pub(super) use check::check_least;

/// A row with the places of what it says.
pub(super) struct RowDraft {
    /// The row, and its payee kinds.
    id: Id,
    payee_kinds: Option<Id>,
    /// Whether it is for those of whom no other row is.
    is_for_others: bool,
    row: PolicyRow,
    /// The bands, each with its alternatives.
    bands: Vec<(Id, Vec<Id>)>,
}

/// Reads the policies of a company whose people and groups are known; of a part not everybody is.
pub(super) fn read_policies(
    r: &mut Reader<'_>,
    approvals: &Approvals,
    groups: &[GroupDraft],
    is_whole: bool,
    model: &mut CompanyModel,
) {
    let mut read: BTreeMap<Id, Vec<RowDraft>> = BTreeMap::new();
    for (at, policy) in approvals.policies.iter().enumerate() {
        let Some(id) = *policy else { continue };
        let rows = read.entry(id).or_insert_with(|| read_policy(r, id, groups, model));
        let Some(business) = model.service.businesses.get(at) else { continue };
        check::check_rows(r, id, business, rows, model);
        if is_whole && let Some(contract) = model.businesses.get(at) {
            check::check_able(r, business, contract, rows, &model.groups);
        }
        let policy = Policy { rows: rows.iter().map(|draft| draft.row.clone()).collect() };
        if let Some(contract) = model.businesses.get_mut(at) {
            contract.policy = policy;
        }
    }
}

fn read_policy(r: &mut Reader<'_>, id: Id, groups: &[GroupDraft], model: &CompanyModel) -> Vec<RowDraft> {
    let (accounts, account_index) = (&*model.accounts, &model.account_index);
    let known = Known { service: &model.service, accounts, account_index, groups };
    let PolicyMembers { policy } = r.members(id);
    let Some(list) = policy else { return Vec::new() };
    let mut named: Vec<(Box<str>, Id)> = Vec::new();
    let mut rows = Vec::new();
    for id in filled(r, list, &POLICY_ROWS) {
        let row = read_row(r, id, known, model, &mut named);
        rows.push(row);
    }
    let mut groups = UserSet::default();
    for draft in rows.iter().filter(|draft| !draft.is_for_others) {
        draft.row.requesters.iter().for_each(|people| groups.unite(people));
    }
    let mut others = UserSet::with_room(model.people.len());
    (0_u16..).zip(&model.people).for_each(|(person, _)| others.insert(person));
    others.subtract(&groups);
    let mut first: Option<Box<str>> = None;
    for draft in rows.iter_mut().filter(|draft| draft.is_for_others) {
        if let Some(first) = &first {
            let args = [Arg::text(first), Arg::text(&draft.row.key)];
            r.report(FindingCode::PolicyOthersSeveral, draft.id, args);
        }
        first.get_or_insert_with(|| draft.row.key.clone());
        draft.row.requesters = Some(others.clone());
    }
    rows
}

fn read_row(
    r: &mut Reader<'_>,
    id: Id,
    known: Known<'_>,
    model: &CompanyModel,
    named: &mut Vec<(Box<str>, Id)>,
) -> RowDraft {
    let found: PolicyRowMembers = r.members(id);
    let key = found.key.and_then(|id| r.name(id)).map(boxed).unwrap_or_default();
    if let Some(id) = found.key.filter(|_| !key.is_empty()) {
        if named.iter().any(|(before, _)| *before == key) {
            r.report(FindingCode::PolicyRowDuplicate, id, [Arg::text(&key)]);
        }
        named.push((key.clone(), id));
    }
    let by_largest = found.by.and_then(|id| r.choice(id)) == Some(PolicyBy::LargestItem);
    let mut draft = RowDraft {
        id,
        payee_kinds: None,
        is_for_others: false,
        row: PolicyRow {
            key,
            accounts: None,
            payee_kinds: None,
            requesters: None,
            by_largest,
            bands: Box::default(),
        },
        bands: Vec::new(),
    };
    if let Some(when) = found.when {
        read_when(r, when, known, &model.groups, &mut draft);
    }
    if let Some(bands) = found.bands {
        read_bands(r, bands, known, &mut draft);
    }
    draft
}

fn read_when(r: &mut Reader<'_>, id: Id, known: Known<'_>, groups: &[Group], draft: &mut RowDraft) {
    let found: PolicyWhenMembers = r.members(id);
    let row = &mut draft.row;
    if let Some(list) = found.accounts {
        not_empty(r, list);
        let mut accounts = UserSet::with_room(known.accounts.len());
        read_account_names(r, list, known).into_iter().for_each(|account| accounts.insert(account));
        row.accounts = Some(accounts);
    }
    if let Some(list) = found.payee_kinds {
        not_empty(r, list);
        row.payee_kinds = Some(r.choices::<PayeeKind>(list).into_iter().collect::<Set<_>>());
        draft.payee_kinds = Some(list);
    }
    let Some(list) = found.requester_groups else { return };
    if r.tree().kind(list) == Kind::Null {
        draft.is_for_others = true;
        return;
    }
    not_empty(r, list);
    let mut people = UserSet::default();
    for group in read_group_names(r, Some(list), known) {
        if let Some(group) = groups.get(usize::from(group)) {
            people.unite(&group.people);
        }
    }
    row.requesters = Some(people);
}

fn read_bands(r: &mut Reader<'_>, list: Id, known: Known<'_>, draft: &mut RowDraft) {
    let mut bands = Vec::new();
    let mut bounds = Vec::new();
    for id in filled(r, list, &BANDS) {
        let BandMembers { up_to, any_of } = r.members(id);
        bounds.push((id, up_to));
        let (mut ids, mut alternatives) = (Vec::new(), Vec::new());
        for id in any_of.map_or_else(Vec::new, |list| filled(r, list, &ALTERNATIVES)) {
            alternatives.push(read_alternative(r, id, known));
            ids.push(id);
        }
        bands.push(alternatives);
        draft.bands.push((id, ids));
    }
    let bounds = read_bounds(r, &bounds);
    let made = bands.into_iter().zip(bounds);
    draft.row.bands = made.map(|(any_of, up_to)| Band { up_to, any_of: any_of.into() }).collect();
}

/// Bounds that rise, of which the last is open: each with the place that it should stand at.
pub(super) fn read_bounds(r: &mut Reader<'_>, places: &[(Id, Option<Id>)]) -> Vec<Option<i64>> {
    let mut bounds = Vec::with_capacity(places.len());
    let mut before: Option<i64> = None;
    let last = places.len().saturating_sub(1);
    for (at, (place, bound)) in places.iter().enumerate() {
        let amount = bound.and_then(|id| r.amount(id));
        match (bound, at == last) {
            (Some(id), true) => r.report(FindingCode::PolicyBoundsLast, *id, NO_ARGS),
            (None, false) => r.report_missing(*place, "upTo"),
            _ => {}
        }
        if let (Some(id), Some(amount), Some(before)) = (bound, amount, before)
            && amount <= before
        {
            let args = [amount, before].map(|amount| Arg::amount(amount, r.currency));
            r.report(FindingCode::PolicyBoundsUnordered, *id, args);
        }
        before = amount.or(before);
        bounds.push(amount);
    }
    bounds
}

fn read_alternative(r: &mut Reader<'_>, id: Id, known: Known<'_>) -> Alternative {
    let AlternativeMembers { ordered, steps } = r.members(id);
    let ordered = ordered.and_then(|id| r.boolean(id)).unwrap_or(false);
    let mut read = Vec::new();
    let mut ids = Vec::new();
    for id in steps.map_or_else(Vec::new, |list| filled(r, list, &STEPS)) {
        read.push(read_step(r, id, known));
        ids.push(id);
    }
    let alternative = Alternative { ordered, steps: read.into() };
    let (people, most) = (alternative.people(), usize::try_from(PEOPLE_MAX).unwrap_or(usize::MAX));
    if people > most {
        r.report(FindingCode::PolicyPeople, id, [people, most].map(Arg::number));
    }
    let pairs = alternative.steps.iter().zip(alternative.steps.iter().skip(1)).zip(ids.iter().skip(1));
    for ((before, step), id) in pairs.filter(|_| ordered) {
        if step.act.turn() < before.act.turn() {
            let args = [step.act, before.act].map(|act| Arg::text(act.name()));
            r.report(FindingCode::PolicyActOrder, *id, args);
        }
    }
    alternative
}

fn read_step(r: &mut Reader<'_>, id: Id, known: Known<'_>) -> Step {
    let StepMembers { act, group, count } = r.members(id);
    let act = act.and_then(|id| r.choice(id)).unwrap_or(Act::Approve);
    let count = count.and_then(|id| r.integer(id, 1, PEOPLE_MAX)).and_then(|count| u8::try_from(count).ok());
    Step { act, group: group.and_then(|id| read_group(r, id, known)), count: count.unwrap_or(1) }
}

/// The position of a group.
fn read_group(r: &mut Reader<'_>, id: Id, known: Known<'_>) -> Option<u16> {
    let name = r.name(id)?;
    let found = known.groups.iter().position(|group| *group.key == *name);
    if found.is_none() {
        let args = r.with_similar([Arg::text(&name)], &name, known.groups.iter().map(|group| &*group.key));
        r.report(FindingCode::GroupUnknown, id, args);
    }
    found.and_then(|at| u16::try_from(at).ok())
}

/// The elements of a list that must have some.
fn filled(r: &mut Reader<'_>, list: Id, bound: &'static crate::language::bounds::Bound) -> Vec<Id> {
    not_empty(r, list);
    r.elements(list, *bound)
}

fn not_empty(r: &mut Reader<'_>, list: Id) {
    if r.tree().kind(list) == Kind::Array && r.tree().children(list).next().is_none() {
        r.report(FindingCode::ListEmpty, list, NO_ARGS);
    }
}

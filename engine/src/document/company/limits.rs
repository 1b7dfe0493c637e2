//! The limits that a company sets for itself and its users.

use alloc::boxed::Box;
use alloc::vec;

use crate::document::account::{read_limit, wrong_kind};
use crate::document::limit::{Holder, check_required, read_set_limits};
use crate::document::reader::Reader;
use crate::document::user::PersonDraft;
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::bounds::COMPANY_DIGITS;
use crate::language::words::{LimitName, LimitOn};
use crate::model::MaybeAmount;
use crate::model::company::Contract;
use crate::model::grants::Grants;
use crate::model::limit::Limit;
use crate::model::service::ServiceModel;
use crate::set::Listed;
use crate::terms::Operation;

/// Reads the company's own limits, by slot, and finds required ones that are not set.
pub(super) fn read_company_limits(
    r: &mut Reader<'_>,
    id: Option<Id>,
    service: &ServiceModel,
    used: &[bool],
) -> Box<[MaybeAmount]> {
    let [width, ..] = service.limits.slots;
    let mut values = vec![MaybeAmount::NONE; width];
    let mut given = vec![false; used.len()];
    let (of_businesses, declared) = read_set_limits(r, id, service, Holder::Company);
    let mut set = |slot: u16, value: Option<i64>| {
        if let Some(place) = values.get_mut(usize::from(slot)) {
            *place = value.into();
        }
    };
    for (position, business, id) in of_businesses {
        if business.kind.is_single() {
            wrong_kind(r, id, LimitName::CompanyPerDay.name(), business);
            continue;
        }
        set(business.slots.company, read_limit(r, id, COMPANY_DIGITS, business.ceilings.company_per_day));
        if let Some(given) = given.get_mut(usize::from(position)) {
            *given = true;
        }
    }
    for (at, value) in &declared {
        if let Some(limit) = service.limits.get(*at) {
            set(limit.slot, *value);
        }
    }
    let place = id.unwrap_or(r.tree().root());
    for ((business, used), given) in service.businesses.iter().zip(used).zip(given) {
        if business.required.company_per_day && *used && !given {
            r.report(
                FindingCode::LimitMissing,
                place,
                [Arg::text(LimitName::CompanyPerDay.name()), Arg::text(&business.key)],
            );
        }
    }
    let is_used = |business: usize, _: &Limit| used.get(business).copied().unwrap_or(false);
    check_required(r, place, service, Holder::Company, &declared, is_used);
    values.into_boxed_slice()
}

/// Finds required limits per operation that a user who may create has not.
pub(super) fn check_user_limits(
    r: &mut Reader<'_>,
    service: &ServiceModel,
    contracts: &[Contract],
    person: &PersonDraft,
    row: &[Grants],
) {
    for (((at, business), contract), grants) in (0_u16..).zip(&service.businesses).zip(contracts).zip(row) {
        if !business.required.user_per_operation || contract.mode.is_none() || !grants.has(Operation::Create)
        {
            continue;
        }
        let own = person.limits.iter().find(|(position, _)| *position == at);
        if !business.kind.is_single() {
            if own.is_none() {
                missing_user_limit(r, person, LimitName::UserPerOperation.name(), &business.key);
            }
            continue;
        }
        for kind in business.payee_kinds.iter() {
            let may_create = grants
                .reach(Operation::Create)
                .iter()
                .any(|extent| extent.narrowing.is_none_or(|at| at == kind.position()));
            let set = own
                .is_some_and(|(_, row)| row.get(usize::from(kind.position())).is_some_and(Option::is_some));
            if may_create && !set {
                let limit = alloc::format!("{}.{kind}", LimitName::UserPerOperation.name());
                missing_user_limit(r, person, &limit, &business.key);
            }
        }
    }
    let may = |business: usize, limit: &Limit| {
        let asked = if limit.on == LimitOn::Approve { Operation::Approve } else { Operation::Create };
        contracts.get(business).is_some_and(|contract| contract.mode.is_some())
            && row.get(business).is_some_and(|grants| grants.has(asked))
    };
    check_required(r, person.entry, service, Holder::User, &person.declared, may);
}

fn missing_user_limit(r: &mut Reader<'_>, person: &PersonDraft, limit: &str, business: &str) {
    r.report(FindingCode::LimitMissing, person.entry, [Arg::text(limit), Arg::text(business)]);
}

/// Writes a person's limits into his row of slots.
pub(super) fn fill_limits(slots: &mut [MaybeAmount], person: &PersonDraft, service: &ServiceModel) {
    let mut set = |slot: u16, value: Option<i64>| {
        if let Some(place) = slots.get_mut(usize::from(slot)) {
            *place = value.into();
        }
    };
    for (business, amounts) in &person.limits {
        let Some(business) = service.businesses.get(usize::from(*business)) else { continue };
        let count = if business.kind.is_single() { 3 } else { 1 };
        for (slot, amount) in (business.slots.user..).zip(amounts).take(count) {
            set(slot, *amount);
        }
    }
    for (at, value) in &person.declared {
        if let Some(limit) = service.limits.get(*at) {
            set(limit.slot, *value);
        }
    }
}

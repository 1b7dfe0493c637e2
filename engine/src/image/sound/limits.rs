//! What holds of limits.

use super::{Sound, ensure, is_in};
use crate::image::Damage;
use crate::model::limit::{Limit, LimitBearer, LimitRow, Limits, OF_A_DAY, Value};
use crate::model::service::ServiceModel;

/// Those of every bank first, then the declared in the order of their keys; values stand within the rows of their bearers.
pub(super) fn check(service: &ServiceModel) -> Sound {
    let Limits { named, slots, .. } = &service.limits;
    let (of_a_day, declared) = named.split_at_checked(OF_A_DAY).ok_or(Damage::Count)?;
    ensure(declared.is_sorted_by(|one, other| one.key < other.key), Damage::Order)?;
    let known = |limit: &Limit| service.limits.find(&limit.key).and_then(|at| service.limits.get(at));
    let is_found = |limit: &Limit| known(limit).is_some_and(|found| core::ptr::eq(found, limit));
    ensure(of_a_day.iter().chain(declared).all(is_found), Damage::Order)?;
    for limit in declared {
        ensure(limit.fixed.is_some() || is_in(limit.slot, of(slots, limit.bearer)), Damage::Position)?;
    }
    let width = |single: bool, of_single: usize, of_batch: usize| if single { of_single } else { of_batch };
    let mut next = [0_usize; 3];
    for business in &service.businesses {
        let single = business.kind.is_single();
        let starts = [business.slots.company, business.slots.account, business.slots.user];
        ensure(starts.map(usize::from) == next, Damage::Match)?;
        let taken = [width(single, 0, 1), width(single, 3, 0), width(single, 3, 1)];
        for (next, taken) in next.iter_mut().zip(taken) {
            *next = next.saturating_add(taken);
        }
        business.limits.iter().try_for_each(|row| check_row(row, service))?;
    }
    ensure(next.iter().zip(slots).all(|(used, all)| used <= all), Damage::Match)
}

fn check_row(row: &LimitRow, service: &ServiceModel) -> Sound {
    let named = row.named.is_none_or(|at| is_in(at, service.limits.named.len()));
    ensure(named && (row.named.is_some() || !row.is_declared), Damage::Position)?;
    let [of_company, of_account, of_user] = service.limits.slots;
    let holder = match row.value {
        Value::Company(slot) => is_in(slot, of_company),
        Value::Account(slot) => is_in(slot, of_account),
        Value::User(slot) => is_in(slot, of_user),
        Value::Nobody | Value::Fixed(_) | Value::Cap => true,
    };
    ensure(holder, Damage::Position)
}

/// How many values those have who set a limit's.
fn of([company, account, user]: &[usize; 3], bearer: LimitBearer) -> usize {
    match bearer {
        LimitBearer::Business | LimitBearer::Company | LimitBearer::Payee => *company,
        LimitBearer::Account => *account,
        LimitBearer::User => *user,
    }
}

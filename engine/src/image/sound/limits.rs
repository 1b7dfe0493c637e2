//! What holds of limits.

use super::{Sound, ensure, is_in};
use crate::catalogue::Code;
use crate::image::Damage;
use crate::language::words::{LimitOn, LimitPer};
use crate::model::MaybeAmount;
use crate::model::limit::{Limit, LimitRow, Limits, OF_A_DAY, Setter};
use crate::model::service::ServiceModel;
use crate::terms::{LimitBearer, Measure};

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
    for (at, business) in service.businesses.iter().enumerate() {
        let single = business.kind.is_single();
        let starts = [business.slots.company, business.slots.account, business.slots.user];
        ensure(starts.map(usize::from) == next, Damage::Match)?;
        let taken = [width(single, 0, 1), width(single, 3, 0), width(single, 3, 1)];
        for (next, taken) in next.iter_mut().zip(taken) {
            *next = next.saturating_add(taken);
        }
        business.limits.iter().try_for_each(|row| check_row(row, at, service))?;
    }
    ensure(next.iter().zip(slots).all(|(used, all)| used <= all), Damage::Match)
}

/// Rows that every bank has: the codes, the position among the named, whose it is, over what, and who sets it.
type Known = ([Code; 2], Option<u16>, LimitBearer, LimitPer, Setter);

const OF_EVERY_BANK: [Known; 8] = {
    use Code::{
        LimitAccountPerDayAdHoc, LimitAccountPerDayPreRegistered, LimitAccountPerDayTotal,
        LimitApproverPerItem, LimitCeilingAccountPerDayAdHoc, LimitCeilingAccountPerDayPreRegistered,
        LimitCeilingAccountPerDayTotal, LimitCeilingCompanyPerDay, LimitCeilingUserPerOperation,
        LimitCompanyPerDay, LimitPerBatch, LimitPerItem, LimitUserPerOperation,
    };
    use LimitBearer::{Account, Business, Company, User};
    use LimitPer::{Day, Item, Operation};
    [
        ([LimitAccountPerDayTotal, LimitCeilingAccountPerDayTotal], Some(0), Account, Day, Setter::Account),
        ([LimitAccountPerDayAdHoc, LimitCeilingAccountPerDayAdHoc], Some(1), Account, Day, Setter::Account),
        (
            [LimitAccountPerDayPreRegistered, LimitCeilingAccountPerDayPreRegistered],
            Some(2),
            Account,
            Day,
            Setter::Account,
        ),
        ([LimitCompanyPerDay, LimitCeilingCompanyPerDay], Some(3), Business, Day, Setter::Company),
        ([LimitUserPerOperation, LimitCeilingUserPerOperation], None, User, Operation, Setter::User),
        ([LimitApproverPerItem; 2], None, User, Operation, Setter::Cap),
        ([LimitPerItem; 2], None, Company, Item, Setter::Nobody),
        ([LimitPerBatch; 2], None, Company, Operation, Setter::Nobody),
    ]
};

/// A row says what its limit does, or what one that every bank has does.
fn check_row(row: &LimitRow, business: usize, service: &ServiceModel) -> Sound {
    let [of_company, of_account, of_user] = service.limits.slots;
    let holder = match row.setter {
        Setter::Company => is_in(row.slot, of_company),
        Setter::Account => is_in(row.slot, of_account),
        Setter::User => is_in(row.slot, of_user),
        Setter::Nobody | Setter::Cap => true,
    };
    ensure(holder, Damage::Position)?;
    if !row.is_declared {
        let known = (row.codes, row.named, row.bearer, row.per, row.setter);
        let plain =
            (row.measure, row.on, row.fixed) == (Measure::Amount, LimitOn::Request, MaybeAmount::NONE);
        return ensure(plain && OF_EVERY_BANK.contains(&known), Damage::Match);
    }
    let at = row.named.filter(|at| usize::from(*at) >= OF_A_DAY);
    let limit = at.and_then(|at| service.limits.get(at)).ok_or(Damage::Position)?;
    let setter = match (limit.fixed, limit.bearer) {
        (Some(_), _) => Setter::Nobody,
        (None, LimitBearer::Account) => Setter::Account,
        (None, LimitBearer::User) => Setter::User,
        (None, LimitBearer::Business | LimitBearer::Company | LimitBearer::Payee) => Setter::Company,
    };
    let same = (row.bearer, row.per, row.measure, row.on)
        == (limit.bearer, limit.per, limit.measure, limit.on)
        && (row.fixed, row.ceiling) == (limit.fixed.into(), limit.ceiling.into())
        && (row.setter, row.slot) == (setter, limit.slot)
        && row.codes == [Code::LimitDeclared, Code::LimitCeilingDeclared]
        && limit.counts_in(business);
    ensure(same, Damage::Match)
}

/// How many values those have who set a limit's.
fn of([company, account, user]: &[usize; 3], bearer: LimitBearer) -> usize {
    match bearer {
        LimitBearer::Business | LimitBearer::Company | LimitBearer::Payee => *company,
        LimitBearer::Account => *account,
        LimitBearer::User => *user,
    }
}

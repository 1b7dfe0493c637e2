//! A company's debit accounts, and limits as documents write them.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::document::approval::business_keys;
use crate::document::ceiling::{ACCOUNT_PER_DAY, account_limits};
use crate::document::limit::{self, Holder, read_set_limits};
use crate::document::reader::{Named, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ACCOUNT_DIGITS, ACCOUNTS, BUSINESSES};
use crate::language::company::AccountMembers;
use crate::language::words::{LimitName, SubRelation};
use crate::model::MaybeAmount;
use crate::model::company::Account;
use crate::model::limit::Limit;
use crate::model::service::{Business, ServiceModel};
use crate::model::users::UserSet;
use crate::money::Currency;
use crate::sort::{sort, sort_by};

/// The values that are set for an account, by slot.
type Values = Vec<(u16, MaybeAmount)>;

/// Reads `accounts`, in the order of the document, with the rows of their limits; who may use them comes later.
pub(super) fn read_accounts(
    r: &mut Reader<'_>,
    id: Id,
    service: &ServiceModel,
    used: &[bool],
) -> (Vec<Account>, Box<[MaybeAmount]>) {
    let (mut accounts, mut limits) = (Vec::new(), Vec::new());
    let [_, width, _] = service.limits.slots;
    for element in r.elements(id, ACCOUNTS) {
        let Some((account, values)) = read_account(r, element, service, used) else { continue };
        accounts.push(account);
        let start = limits.len();
        limits.resize(start.saturating_add(width), MaybeAmount::NONE);
        for (slot, value) in values {
            if let Some(place) = limits.get_mut(start.saturating_add(usize::from(slot))) {
                *place = value;
            }
        }
    }
    check_doubles(r, id);
    (accounts, limits.into_boxed_slice())
}

/// Reads one account; `used` tells which businesses the company uses. Codes that could not be read are empty, so that
/// whoever names the account does not seem to name an unknown one.
pub(super) fn read_account(
    r: &mut Reader<'_>,
    element: Id,
    service: &ServiceModel,
    used: &[bool],
) -> Option<(Account, Values)> {
    let AccountMembers { id, bank, branch, kind, number, limits } = r.members(element);
    let id = id.and_then(|id| r.name(id));
    let [of_bank, of_branch, of_kind, of_number] = service.settings.account.shapes();
    let mut code = |id: Option<Id>, shape| id.and_then(|id| r.code(id, shape));
    let (bank, branch) = (code(bank, of_bank), code(branch, of_branch));
    let _ = (code(kind, of_kind), code(number, of_number));
    let mut set: Vec<(u16, [MaybeAmount; 3])> = Vec::new();
    let (of_businesses, declared) = read_set_limits(r, limits, service, Holder::Account);
    for (position, business, id) in of_businesses {
        if !business.kind.is_single() {
            wrong_kind(r, id, ACCOUNT_PER_DAY, business);
            continue;
        }
        let found = account_limits(r, id);
        let amounts = read_row(r, found, ACCOUNT_DIGITS, business.ceilings.account_per_day);
        if service.settings.limit.sub_relation == SubRelation::Inner {
            check_inner(r, found, amounts);
        }
        set.push((position, amounts.map(MaybeAmount::from)));
        if r.tree().kind(id) == Kind::Object {
            check_required(r, id, business, found.map(|id| id.is_some()), used, position);
        }
    }
    // What is named has its findings where it stands, read or not.
    let tree = r.tree();
    let mut named: BTreeSet<u16> = BTreeSet::new();
    named.extend(set.iter().map(|(known, _)| *known));
    named.extend(
        limits
            .into_iter()
            .flat_map(|id| tree.children(id))
            .filter_map(|child| service.business(&tree.key(child))),
    );
    for (position, business) in (0_u16..).zip(&service.businesses) {
        if !named.contains(&position) {
            check_required(r, limits.unwrap_or(element), business, [false; 3], used, position);
        }
    }
    let is_used = |business: usize, _: &Limit| used.get(business).copied().unwrap_or(false);
    limit::check_required(r, limits.unwrap_or(element), service, Holder::Account, &declared, is_used);
    let mut values = Values::new();
    for (position, amounts) in set {
        let first =
            service.businesses.get(usize::from(position)).map_or(0, |business| business.slots.account);
        values.extend((first..).zip(amounts));
    }
    values.extend(
        declared.into_iter().filter_map(|(at, value)| Some((service.limits.get(at)?.slot, value.into()))),
    );
    let account = Account {
        id: boxed(id?),
        bank: bank.map(boxed).unwrap_or_default(),
        branch: branch.map(boxed).unwrap_or_default(),
        people: UserSet::default(),
    };
    Some((account, values))
}

/// Finds required limits of an account that are not set; `id` is where they should stand.
fn check_required(
    r: &mut Reader<'_>,
    id: Id,
    business: &Business,
    set: [bool; 3],
    used: &[bool],
    position: u16,
) {
    if !used.get(usize::from(position)).copied().unwrap_or(false) {
        return;
    }
    let required = business.required.account_per_day.into_iter().zip(set);
    for ((required, set), limit) in required.zip(LimitName::OF_ACCOUNT) {
        if required && !set {
            r.report(FindingCode::LimitMissing, id, [Arg::text(limit.name()), Arg::text(&business.key)]);
        }
    }
}

/// The members of a map by business with their businesses; unknown ones are findings.
pub(super) fn by_business<'s>(
    r: &mut Reader<'_>,
    id: Option<Id>,
    service: &'s ServiceModel,
) -> Vec<(u16, &'s Business, Id)> {
    let Some(id) = id else { return Vec::new() };
    let mut found = Vec::new();
    for (key, id) in r.entries(id, BUSINESSES) {
        let position = service.business(&key);
        match position.and_then(|at| Some((at, service.businesses.get(usize::from(at))?, id))) {
            Some(entry) => found.push(entry),
            None => {
                let args = r.with_similar([Arg::text(&key)], &key, business_keys(service));
                r.report_key(FindingCode::BusinessUnknown, id, args);
            }
        }
    }
    found
}

/// A finding that a limit does not exist in a business of this kind.
pub(super) fn wrong_kind(r: &mut Reader<'_>, id: Id, limit: &str, business: &Business) {
    let args = [Arg::text(limit), Arg::text(&business.key), Arg::text(business.kind.name())];
    r.report_key(FindingCode::LimitKind, id, args);
}

/// Reads three limits beside their ceilings.
pub(super) fn read_row(
    r: &mut Reader<'_>,
    ids: [Option<Id>; 3],
    digits_max: u32,
    ceilings: [Option<i64>; 3],
) -> [Option<i64>; 3] {
    let mut amounts = [None; 3];
    for ((place, id), ceiling) in amounts.iter_mut().zip(ids).zip(ceilings) {
        *place = id.and_then(|id| read_limit(r, id, digits_max, ceiling));
    }
    amounts
}

/// Reads a limit: an amount of so many digits, not above the bank's ceiling.
pub(super) fn read_limit(r: &mut Reader<'_>, id: Id, digits_max: u32, ceiling: Option<i64>) -> Option<i64> {
    let amount = r.amount(id)?;
    if wrong_digits(r, id, amount, r.currency, digits_max) {
        return Some(amount);
    }
    if let Some(ceiling) = ceiling.filter(|ceiling| amount > *ceiling) {
        let args = [Arg::amount(amount, r.currency), Arg::amount(ceiling, r.currency)];
        r.report(FindingCode::LimitOverCeiling, id, args);
    }
    Some(amount)
}

/// Whether a limit has too many digits, which is a finding.
pub(super) fn wrong_digits(r: &mut Reader<'_>, id: Id, limit: i64, of: Currency, digits_max: u32) -> bool {
    let is_wrong = limit >= 10_i64.saturating_pow(digits_max);
    if is_wrong {
        let args = [Arg::amount(limit, of), Arg::text(&alloc::format!("{digits_max}"))];
        r.report(FindingCode::LimitDigits, id, args);
    }
    is_wrong
}

/// Under `limit.subRelation: inner` the parts of a limit must not be above the whole.
fn check_inner(r: &mut Reader<'_>, ids: [Option<Id>; 3], [total, ad_hoc, pre_registered]: [Option<i64>; 3]) {
    let [_, ad_hoc_id, pre_registered_id] = ids;
    for (id, part) in [(ad_hoc_id, ad_hoc), (pre_registered_id, pre_registered)] {
        if let (Some(id), Some(part), Some(total)) = (id, part, total)
            && part > total
            && part < 10_i64.saturating_pow(ACCOUNT_DIGITS)
        {
            let args = [Arg::amount(part, r.currency), Arg::amount(total, r.currency)];
            r.report(FindingCode::LimitAboveTotal, id, args);
        }
    }
}

/// Finds accounts whose id another account has, or whose id another seems to have, and the same account under two ids.
pub(super) fn check_doubles(r: &mut Reader<'_>, id: Id) {
    let tree = r.tree();
    let mut named: Vec<(Cow<'_, str>, Id)> = Vec::new();
    let mut numbered: Vec<([Cow<'_, str>; 4], usize, Id, Id)> = Vec::new();
    for (at, element) in tree.children(id).enumerate() {
        let field = |name: &str| tree.children(element).find(|child| tree.key(*child) == name);
        let name = field("id");
        named.extend(name.map(|name| (tree.text(name), name)));
        if let ([Some(bank), Some(branch), Some(kind), Some(number)], Some(name)) =
            (["bank", "branch", "type", "number"].map(field), name)
        {
            numbered.push(([bank, branch, kind, number].map(|id| tree.text(id)), at, name, number));
        }
    }
    r.check_similar(named.iter().map(|(name, id)| (&**name, Named::Value(*id))));
    sort(&mut named);
    for ((before, _), (name, id)) in named.iter().zip(named.iter().skip(1)) {
        if before == name {
            r.report(FindingCode::AccountDuplicate, *id, [Arg::text(name)]);
        }
    }
    sort_by(&mut numbered, |a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    for ((before, _, first, _), (account, _, name, number)) in numbered.iter().zip(numbered.iter().skip(1)) {
        let [first, name] = [first, name].map(|id| tree.text(*id));
        // The same account twice under one id is a doubled id.
        if before == account && first != name {
            r.report(FindingCode::AccountSame, *number, [Arg::text(&name), Arg::text(&first)]);
        }
    }
}

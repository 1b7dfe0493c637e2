//! The limits that a bank declares, the rows of all limits, and the values that others set under declared ones
//! (`docs/rules.md`, sections 7.1 and 7.4).

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::document::account::wrong_digits;
use crate::document::approval::business_keys;
use crate::document::business::{BusinessDraft, approval_group, read_business_set, read_set, rights_group};
use crate::document::reader::{NO_ARGS, Named, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ACCOUNT_DIGITS, LIMITS, LIMITS_SET, MINUTES_MAX};
use crate::language::service::LimitMembers;
use crate::language::words::{LimitName, LimitOf, LimitOn, LimitPer, NEVER_DECLARED};
use crate::model::limit::{Limit, Limits};
use crate::model::service::{Business, ServiceModel};
use crate::money::Currency;
use crate::set::Set;
use crate::sort::sort_by;
use crate::terms::{LimitBearer, Measure, PayeeKind};

mod rows;

pub(super) use rows::add_rows;

/// A declared limit, with which of its items it counts.
#[derive(Debug)]
pub(super) struct LimitDraft {
    pub limit: Limit,
    pub payee_kinds: Option<Set<PayeeKind>>,
    pub younger_than: Option<u32>,
}

/// Reads `limits` of a service, sorted by key.
pub(super) fn read_limits(
    r: &mut Reader<'_>,
    id: Option<Id>,
    businesses: &[BusinessDraft],
) -> Vec<LimitDraft> {
    let Some(id) = id else { return Vec::new() };
    let entries = r.entries(id, LIMITS);
    r.check_similar(entries.iter().map(|(key, id)| (&**key, Named::Key(*id))));
    let mut limits = Vec::new();
    for (key, id) in entries {
        check_key(r, &key, id, businesses);
        limits.extend(read_limit(r, key, id, businesses));
    }
    sort_by(&mut limits, |one, other| one.limit.key.cmp(&other.limit.key));
    limits
}

/// A key must not be taken for something else.
fn check_key(r: &mut Reader<'_>, key: &str, id: Id, businesses: &[BusinessDraft]) {
    if key.contains('.') {
        r.report_key(FindingCode::LimitKeyDot, id, [Arg::text(key)]);
    }
    let is_named = |draft: &BusinessDraft| {
        *draft.model.key == *key
            || approval_group(&draft.model) == Some(key)
            || rights_group(&draft.model) == Some(key)
    };
    if NEVER_DECLARED.contains(&key) || businesses.iter().any(is_named) {
        r.report_key(FindingCode::LimitKeyTaken, id, [Arg::text(key)]);
    }
}

fn read_limit(
    r: &mut Reader<'_>,
    key: Cow<'_, str>,
    id: Id,
    businesses: &[BusinessDraft],
) -> Option<LimitDraft> {
    let found: LimitMembers = r.members(id);
    let label = found.label.and_then(|id| r.label(id));
    let of = found.of.and_then(|id| r.choice::<LimitOf>(id));
    let per = found.per.and_then(|id| r.choice::<LimitPer>(id));
    let measure = found.measure.map_or(Some(Measure::Amount), |id| r.choice(id));
    let on = found.on.map_or(Some(LimitOn::Request), |id| r.choice(id));
    if let Some(id) = found.measure.filter(|_| (measure, per) == (Some(Measure::Count), Some(LimitPer::Item)))
    {
        r.report(FindingCode::LimitCountPerItem, id, NO_ARGS);
    }
    let payee_kinds = found.payee_kinds.map(|id| read_set(r, id));
    let younger_than = found.payee_younger_than.and_then(|id| r.integer(id, 1, MINUTES_MAX));
    let required = found.required.and_then(|id| r.boolean(id)).unwrap_or(false);
    let [fixed, ceiling] = [found.amount, found.ceiling].map(|id| id.and_then(|id| r.quantity(id, measure)));
    if found.amount.is_some() {
        for beside in [found.ceiling, found.required.filter(|_| required)].into_iter().flatten() {
            let name = r.tree().key(beside);
            r.report_key(FindingCode::LimitAmountBeside, beside, [Arg::text(&name)]);
        }
    }
    let limit = Limit {
        key: boxed(key),
        label,
        bearer: match of? {
            LimitOf::Company => LimitBearer::Company,
            LimitOf::Account => LimitBearer::Account,
            LimitOf::User => LimitBearer::User,
            LimitOf::Payee => LimitBearer::Payee,
        },
        per: per?,
        measure: measure?,
        on: on?,
        businesses: found.businesses.map_or(u64::MAX, |id| read_business_set(r, id, businesses)),
        fixed,
        ceiling,
        required,
        slot: 0,
    };
    Some(LimitDraft { limit, payee_kinds, younger_than })
}

impl Reader<'_> {
    /// An amount, or a number of items.
    fn quantity(&mut self, id: Id, measure: Option<Measure>) -> Option<i64> {
        if measure? == Measure::Amount {
            return self.amount(id);
        }
        let tree = self.tree();
        let (number, spelling) = match tree.kind(id) {
            Kind::String => {
                let text = tree.text(id);
                (Currency::COUNT.parse(&text), text)
            }
            Kind::Number => {
                let token = tree.spelling(id);
                (Currency::COUNT.parse_token(token), Cow::Borrowed(token))
            }
            _ => {
                self.wrong_type(id, "a whole number", "整数");
                return None;
            }
        };
        if number.is_none() {
            self.report(FindingCode::CountMalformed, id, [Arg::text(&spelling)]);
        }
        number
    }
}

/// Whose document sets a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    Company,
    Account,
    /// A user or a group.
    User,
}

impl Holder {
    const fn of(bearer: LimitBearer) -> Self {
        match bearer {
            LimitBearer::Business | LimitBearer::Company | LimitBearer::Payee => Self::Company,
            LimitBearer::Account => Self::Account,
            LimitBearer::User => Self::User,
        }
    }
}

/// Values under declared limits, by the limits' positions; none where one could not be read.
pub(super) type Declared = Vec<(u16, Option<i64>)>;

/// The members of `limits` of somebody: those of businesses, and the values under declared limits.
pub(super) fn read_set_limits<'s>(
    r: &mut Reader<'_>,
    id: Option<Id>,
    service: &'s ServiceModel,
    holder: Holder,
) -> (Vec<(u16, &'s Business, Id)>, Declared) {
    let (mut of_businesses, mut declared) = (Vec::new(), Vec::new());
    let Some(id) = id else { return (of_businesses, declared) };
    let entries = r.entries(id, LIMITS_SET);
    of_businesses.reserve_exact(entries.len());
    for (key, id) in entries {
        let position = service.business(&key);
        if let Some((at, business)) =
            position.and_then(|at| Some((at, service.businesses.get(usize::from(at))?)))
        {
            of_businesses.push((at, business, id));
            continue;
        }
        let limit = service.limits.declared().find(|(_, limit)| *limit.key == *key);
        match limit {
            Some((at, limit)) => declared.push((at, read_value(r, id, limit, holder))),
            None => {
                let limits = service.limits.declared();
                let known = limits
                    .filter(|(_, limit)| Holder::of(limit.bearer) == holder)
                    .map(|(_, limit)| &*limit.key);
                let args = r.with_similar([Arg::text(&key)], &key, business_keys(service).chain(known));
                r.report_key(FindingCode::BusinessUnknown, id, args);
            }
        }
    }
    (of_businesses, declared)
}

/// A value under a declared limit.
fn read_value(r: &mut Reader<'_>, id: Id, limit: &Limit, holder: Holder) -> Option<i64> {
    if limit.fixed.is_some() {
        r.report_key(FindingCode::LimitFixed, id, [Arg::text(&limit.key)]);
        return None;
    }
    let own = Holder::of(limit.bearer);
    if own != holder {
        let whose = match own {
            Holder::Company => ("of the company", "企業"),
            Holder::Account => ("of an account", "口座"),
            Holder::User => ("of a user or a group", "利用者またはグループ"),
        };
        r.report_key(FindingCode::LimitBearer, id, [Arg::text(&limit.key), Arg::Term(whose.0, whose.1)]);
        return None;
    }
    let value = r.quantity(id, Some(limit.measure))?;
    let currency = limit.currency(r.currency);
    if !wrong_digits(r, id, value, currency, ACCOUNT_DIGITS)
        && let Some(ceiling) = limit.ceiling.filter(|ceiling| value > *ceiling)
    {
        r.report(
            FindingCode::LimitOverCeiling,
            id,
            [Arg::amount(value, currency), Arg::amount(ceiling, currency)],
        );
    }
    Some(value)
}

/// Finds required limits that somebody must have and has not: in a business that fulfils a condition.
pub(super) fn check_required(
    r: &mut Reader<'_>,
    place: Id,
    service: &ServiceModel,
    holder: Holder,
    set: &Declared,
    uses: impl Fn(usize, &Limit) -> bool,
) {
    for (at, limit) in service.limits.declared() {
        let is_asked = limit.required && Holder::of(limit.bearer) == holder;
        if !is_asked || set.iter().any(|(known, _)| *known == at) {
            continue;
        }
        let used = service.businesses.iter().enumerate();
        let mut used = used.filter(|(business, _)| limit.counts_in(*business) && uses(*business, limit));
        if let Some((_, business)) = used.next() {
            r.report(FindingCode::LimitMissing, place, [Arg::text(&limit.key), Arg::text(&business.key)]);
        }
    }
}

/// What is taken of several groups: the largest value of each limit.
pub(super) fn largest<'d>(of_groups: impl Iterator<Item = &'d Declared>) -> Declared {
    let mut largest: Declared = Vec::new();
    for (at, value) in of_groups.flatten() {
        match largest.iter_mut().find(|(known, _)| known == at) {
            Some((_, known)) => *known = (*known).max(*value),
            None => largest.push((*at, *value)),
        }
    }
    largest
}

/// The limits that every bank has under a name of their own, then those declared, each with the place of its values.
pub(super) fn table(drafts: &[LimitDraft], mut slots: [usize; 3]) -> Limits {
    let of_every_bank = [
        (LimitName::AccountTotal, LimitBearer::Account),
        (LimitName::AccountAdHoc, LimitBearer::Account),
        (LimitName::AccountPreRegistered, LimitBearer::Account),
        (LimitName::CompanyPerDay, LimitBearer::Business),
    ];
    let mut named: Vec<Limit> = of_every_bank.map(|(name, bearer)| own(name, bearer)).into();
    for draft in drafts {
        let limit = &draft.limit;
        let place = match Holder::of(limit.bearer) {
            Holder::Company => &mut slots[0],
            Holder::Account => &mut slots[1],
            Holder::User => &mut slots[2],
        };
        let slot = u16::try_from(*place).unwrap_or(u16::MAX);
        *place = place.saturating_add(1);
        named.push(Limit { key: limit.key.clone(), label: limit.label.clone(), slot, ..*limit });
    }
    let has_payees = named.iter().any(|limit| limit.bearer == LimitBearer::Payee);
    Limits { named, slots, has_payees }
}

/// A limit of a day that every bank has; where its values stand is said by the rows of each business.
fn own(name: LimitName, bearer: LimitBearer) -> Limit {
    Limit {
        key: Box::from(name.name()),
        label: None,
        bearer,
        per: LimitPer::Day,
        measure: Measure::Amount,
        on: LimitOn::Request,
        businesses: u64::MAX,
        fixed: None,
        ceiling: None,
        required: false,
        slot: 0,
    }
}

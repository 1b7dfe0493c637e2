//! What holds of everything that documents make, and what bytes of an image alone do not promise: each check names it.
//!
//! Bounds of numbers, texts and lists are checked where these are read; here is what several things have to do with each
//! other. No step of an evaluation looks anything up behind the end of a list, or finds a list out of order, afterwards.

use alloc::boxed::Box;

use crate::characters::is_shape;
use crate::image::Damage;
use crate::model::field::{AmountRange, FieldRule, ValueRule};
use crate::model::service::ServiceModel;
use crate::model::table::{Dated, Prices, Version};
use crate::model::users::UserSet;

mod access;
mod company;
mod limits;

pub(super) use company::check_company;

/// What a check comes to.
type Sound = Result<(), Damage>;

/// Whether something holds; if not, what is wrong.
fn ensure(holds: bool, otherwise: Damage) -> Sound {
    if holds { Ok(()) } else { Err(otherwise) }
}

/// Whether a position is one in a list of so many.
fn is_in(position: u16, count: usize) -> bool {
    usize::from(position) < count
}

/// Whether a set has nobody behind the end of a list of so many.
fn within(set: &UserSet, count: usize) -> Sound {
    let (low, high) = set.parts();
    let last = match high.len().checked_sub(1) {
        Some(word) => {
            let bits = high.get(word).map_or(0, |word| 63_u32.saturating_sub(word.leading_zeros()));
            word.saturating_mul(64).saturating_add(128).saturating_add(usize::try_from(bits).unwrap_or(0))
        }
        None if low == 0 => return Ok(()),
        None => usize::try_from(127_u32.saturating_sub(low.leading_zeros())).unwrap_or(usize::MAX),
    };
    ensure(last < count, Damage::Position)
}

/// Whether bounds rise strictly and only the last is open.
fn rises(bounds: impl DoubleEndedIterator<Item = Option<i64>>) -> Sound {
    let mut bounds = bounds.rev();
    // Of no bands there is nothing to say.
    let Some(last) = bounds.next() else { return Ok(()) };
    ensure(last.is_none(), Damage::Order)?;
    let mut above = i64::MAX;
    for bound in bounds {
        let bound = bound.ok_or(Damage::Order)?;
        ensure(bound < above, Damage::Order)?;
        above = bound;
    }
    Ok(())
}

/// Everything about a service.
pub(super) fn check_service(service: &ServiceModel) -> Sound {
    let businesses = service.businesses.len();
    check_names(service)?;
    let most = service.patterns.len().max(1);
    ensure(service.worlds.iter().all(|pattern| usize::from(*pattern) < most), Damage::Position)?;
    let settings = &service.settings;
    ensure(settings.fee.tax_rates.is_sorted_by(|(one, _), (other, _)| one < other), Damage::Order)?;
    ensure(settings.limit.check_at.has(settings.limit.take_at), Damage::Match)?;
    ensure(settings.account.shapes().iter().all(|shape| shape.min <= shape.max), Damage::Match)?;
    for business in &service.businesses {
        ensure(business.switch_to.iter().all(|(to, _)| is_in(*to, businesses)), Damage::Position)?;
        check_fees(&business.fees, service)?;
        business.per_count.iter().try_for_each(|prices| check_prices(prices, service))?;
        rises(business.least_people.iter().map(|least| least.up_to))?;
        if let Some(window) = &business.window {
            ensure(service.calendar.is_some(), Damage::Match)?;
            ensure(window.run_times.is_sorted_by(|one, other| one < other), Damage::Order)?;
        }
    }
    let named = service.rights.iter().flat_map(|right| &right.businesses);
    ensure(named.into_iter().all(|business| is_in(*business, businesses)), Damage::Position)?;
    if let Some(calendar) = &service.calendar {
        ensure(calendar.from <= calendar.to && calendar.weekend < 0x80, Damage::Match)?;
        ensure(calendar.to_range.start <= calendar.to_range.end, Damage::Order)?;
        ensure(calendar.holidays.is_sorted_by(|one, other| one < other), Damage::Order)?;
        ensure(calendar.holidays.iter().all(|day| calendar.covers(*day)), Damage::Match)?;
    }
    check_fields(service)?;
    limits::check(service)?;
    access::check(service)
}

/// No name stands twice, and each is found where it stands.
fn check_names(service: &ServiceModel) -> Sound {
    let mut businesses = (0..).zip(&service.businesses);
    ensure(businesses.all(|(at, one)| service.business(&one.key) == Some(at)), Damage::Order)?;
    let mut rights = (0..).zip(&service.rights);
    ensure(rights.all(|(at, one)| service.right(&one.name) == Some(at)), Damage::Order)?;
    are_distinct(&service.patterns)
}

/// No text of a short list stands twice.
fn are_distinct(list: &[Box<str>]) -> Sound {
    let mut texts = list.iter().enumerate();
    ensure(texts.all(|(at, one)| !list.iter().take(at).any(|before| before == one)), Damage::Order)
}

/// Versions in order, each with a table for each pattern in each tax period.
fn check_fees(fees: &Dated, service: &ServiceModel) -> Sound {
    let rising = |one: &Version, other: &Version| one.from < other.from;
    ensure(fees.versions.is_sorted_by(rising), Damage::Order)?;
    fees.versions.iter().try_for_each(|version| check_prices(&version.by_tax, service))
}

fn check_prices(by_tax: &[Prices], service: &ServiceModel) -> Sound {
    let periods = service.settings.fee.tax_rates.len().saturating_add(1);
    ensure(by_tax.len() == 1 || by_tax.len() == periods, Damage::Match)?;
    by_tax.iter().try_for_each(|prices| match prices {
        Prices::ByPattern(tables) => ensure(tables.len() == service.patterns.len(), Damage::Match),
        Prices::PerCount { .. } => Ok(()),
    })
}

/// Rules of fields: each business has places for all fields, and the rules that stand there.
fn check_fields(service: &ServiceModel) -> Sound {
    let fields = &service.fields;
    let rules = &fields.request;
    ensure(rules.by_business.len() == service.businesses.len(), Damage::Match)?;
    let mut places = rules.by_business.iter().flatten().flatten();
    ensure(places.all(|place| is_in(*place, rules.rules.len())), Damage::Position)?;
    rules.rules.iter().try_for_each(check_rule)?;
    let forms = [&fields.company, &fields.user, &fields.account, &fields.fee_table, &fields.group];
    forms.into_iter().flatten().try_for_each(|(_, rule)| check_rule(rule))
}

fn check_rule(rule: &FieldRule) -> Sound {
    let holds = match &rule.value {
        ValueRule::Text(rule) => {
            rule.max_length.is_none_or(|max| rule.min_length <= max)
                && rule.shape.as_deref().is_none_or(is_shape)
                && rule.against_shape().is_none()
        }
        ValueRule::Amount(AmountRange { min: Some(min), max: Some(max) }) => min <= max,
        ValueRule::Amount(_) => true,
    };
    ensure(holds, Damage::Match)
}

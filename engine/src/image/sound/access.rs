//! What holds of access.

use super::{Sound, ensure};
use crate::image::Damage;
use crate::language::bounds::NODES;
use crate::model::access::{
    Access, Attribute, CompanyAccess, Comparison, Condition, Require, Test, ValueType,
};
use crate::model::service::ServiceModel;

/// Slots, conditions and what they compare name attributes that are there.
pub(super) fn check(service: &ServiceModel) -> Sound {
    let access = &service.access;
    let mut names = (0..).zip(&access.attributes);
    ensure(names.all(|(at, one)| access.attribute(&one.name) == Some(at)), Damage::Order)?;
    access.attributes.iter().try_for_each(|attribute| check_attribute(attribute, access))?;
    let is_first = |(at, one): (usize, &Condition)| {
        !access.conditions.iter().take(at).any(|before| before.key == one.key)
    };
    ensure(access.conditions.iter().enumerate().all(is_first), Damage::Order)?;
    access.conditions.iter().try_for_each(|condition| check_condition(condition, service))
}

fn check_attribute(attribute: &Attribute, access: &Access) -> Sound {
    let [of_request, of_company] = access.slots;
    let slots = if attribute.of_company { of_company } else { of_request };
    ensure(attribute.slot.is_none_or(|slot| slot < slots), Damage::Position)?;
    ensure(attribute.choices.is_empty() != (attribute.value_type == ValueType::Choice), Damage::Match)?;
    ensure(attribute.words.is_empty() || attribute.value_type == ValueType::Text, Damage::Match)?;
    ensure(attribute.value_type != ValueType::Ranges || attribute.of_company, Damage::Match)?;
    let words = i64::try_from(attribute.words.len()).unwrap_or(i64::MAX);
    ensure(attribute.words.values().all(|number| (0..words).contains(number)), Damage::Position)
}

fn check_condition(condition: &Condition, service: &ServiceModel) -> Sound {
    let about = condition.about.is_none_or(|at| usize::from(at) < service.access.attributes.len());
    ensure(about, Damage::Position)?;
    let mut nodes = 0;
    check_require(&condition.require, &service.access, &mut nodes)?;
    ensure(nodes <= NODES.max, Damage::Count)
}

fn check_require(require: &Require, access: &Access, nodes: &mut usize) -> Sound {
    *nodes = nodes.saturating_add(1);
    match require {
        Require::All(parts) | Require::Any(parts) => {
            parts.iter().try_for_each(|part| check_require(part, access, nodes))
        }
        Require::Not(part) => check_require(part, access, nodes),
        Require::Compare(comparison) => check_comparison(comparison, access),
    }
}

/// What is compared stands where the attribute says.
fn check_comparison(comparison: &Comparison, access: &Access) -> Sound {
    let find = |at: u8| access.attributes.get(usize::from(at)).ok_or(Damage::Position);
    let attribute = find(comparison.attribute)?;
    let same = attribute.of_company == comparison.of_company && attribute.slot == Some(comparison.slot);
    ensure(same, Damage::Match)?;
    if let Test::WithinAttribute(other, slot) = &comparison.test {
        let other = find(*other)?;
        let is_ranges = other.value_type == ValueType::Ranges && other.slot == Some(*slot);
        ensure(is_ranges, Damage::Match)?;
    }
    Ok(())
}

/// A company has a place for each attribute of its own that is asked for.
pub(super) fn check_stated(company: &CompanyAccess, service: &ServiceModel) -> Sound {
    let [_, slots] = service.access.slots.map(usize::from);
    ensure(company.values.len() == slots && company.ranges.len() == slots, Damage::Match)
}

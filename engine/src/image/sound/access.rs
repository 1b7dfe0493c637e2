//! What holds of access.

use super::{Sound, ensure};
use crate::image::Damage;
use crate::language::bounds::{NODES, SET_VALUES};
use crate::model::access::{
    Access, Attribute, AttributePlace, Comparison, Condition, Require, Test, ValueType,
};
use crate::model::company::CompanyModel;
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
    let slots = slots_of(access, attribute.place);
    ensure(attribute.slot.is_none_or(|slot| usize::from(slot) < slots), Damage::Position)?;
    let lists = matches!(attribute.value_type, ValueType::Choice | ValueType::Set);
    ensure(attribute.choices.is_empty() != lists, Damage::Match)?;
    ensure(
        attribute.value_type != ValueType::Set || attribute.choices.len() <= SET_VALUES.max,
        Damage::Count,
    )?;
    ensure(attribute.words.is_empty() || attribute.value_type == ValueType::Text, Damage::Match)?;
    let of_company = attribute.place == AttributePlace::Company;
    ensure(attribute.value_type != ValueType::Ranges || of_company, Damage::Match)?;
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
    let same = attribute.place == comparison.place && attribute.slot == Some(comparison.slot);
    ensure(same, Damage::Match)?;
    if let Test::OnlyOf(other, place, slot) = &comparison.test {
        let other = find(*other)?;
        let is_set = other.value_type == ValueType::Set && other.place == *place && other.slot == Some(*slot);
        ensure(is_set && other.choices == attribute.choices, Damage::Match)?;
    }
    if let Test::WithinAttribute(other, slot) = &comparison.test {
        let other = find(*other)?;
        let is_ranges = other.value_type == ValueType::Ranges && other.slot == Some(*slot);
        ensure(is_ranges, Damage::Match)?;
    }
    Ok(())
}

/// How many attributes of a place are asked for.
fn slots_of(access: &Access, place: AttributePlace) -> usize {
    access.slots.get(place.index()).copied().map_or(0, usize::from)
}

/// A company has a place for each attribute of its own that is asked for, and so has each of its users and groups.
pub(super) fn check_stated(company: &CompanyModel) -> Sound {
    let slots = |place| slots_of(&company.service.access, place);
    let own = slots(AttributePlace::Company);
    ensure(company.access.values.len() == own && company.access.ranges.len() == own, Damage::Match)?;
    let (of_user, of_group) = (slots(AttributePlace::User), slots(AttributePlace::Group));
    let users = company.people.iter().all(|one| one.candidate_only || one.access.len() == of_user);
    ensure(users && company.groups.iter().all(|group| group.access.len() == of_group), Damage::Match)
}

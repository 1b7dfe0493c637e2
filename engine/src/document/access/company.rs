//! What documents of a company state of it, of its users and of its groups.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::document::access::{attribute_bit, read_ranges, read_value};
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ATTRIBUTES_STATED, RANGES};
use crate::model::access::{Access, Attribute, AttributePlace, CompanyAccess, Stated, ValueType};

/// Reads `access` of a company, and warns of what conditions ask for and it does not state.
pub(in crate::document) fn read_company_access(
    r: &mut Reader<'_>,
    id: Option<Id>,
    access: &Access,
) -> CompanyAccess {
    let (company, faulty) = read(r, id, access, AttributePlace::Company);
    warn_of_missing(r, id, access, &company, faulty);
    company
}

/// Reads `access` of a user or a group: the values by slot.
pub(in crate::document) fn read_stated(
    r: &mut Reader<'_>,
    id: Option<Id>,
    access: &Access,
    place: AttributePlace,
) -> Box<[Stated]> {
    read(r, id, access, place).0.values
}

/// What is stated, and bits of the attributes whose values are findings already.
fn read(r: &mut Reader<'_>, id: Option<Id>, access: &Access, place: AttributePlace) -> (CompanyAccess, u128) {
    let slots = access.slots.get(place.index()).copied().map_or(0, usize::from);
    let with_ranges = if place == AttributePlace::Company { slots } else { 0 };
    let mut stated = CompanyAccess {
        values: vec![Stated::Missing; slots].into_boxed_slice(),
        ranges: vec![None; with_ranges].into_boxed_slice(),
    };
    let mut faulty = 0_u128;
    let entries = id.map_or_else(Default::default, |id| r.entries(id, ATTRIBUTES_STATED));
    for (name, entry) in entries {
        let at = access.attribute(&name).map(usize::from);
        let Some((at, attribute)) = at.and_then(|at| Some((at, access.attributes.get(at)?))) else {
            let known = access.attributes.iter().filter(|attribute| attribute.place == place);
            let args = r.with_similar([Arg::text(&name)], &name, known.map(|attribute| &*attribute.name));
            r.report_key(FindingCode::AccessAttributeUnknown, entry, args);
            continue;
        };
        if attribute.place != place {
            r.report_key(
                FindingCode::AccessAttributePlace,
                entry,
                [Arg::text(&name), whose(attribute.place)],
            );
            continue;
        }
        let slot = attribute.slot.map(usize::from);
        if attribute.value_type == ValueType::Ranges {
            let ranges = stated_ranges(r, entry);
            if let Some(place) = slot.and_then(|slot| stated.ranges.get_mut(slot)) {
                *place = ranges;
            }
        } else {
            let value = read_value(r, entry, attribute);
            if value.is_none() {
                faulty |= attribute_bit(at);
            }
            if let Some(place) = slot.and_then(|slot| stated.values.get_mut(slot)) {
                *place = value.unwrap_or_default();
            }
        }
    }
    (stated, faulty)
}

/// Ranges of addresses; none where nothing is stated.
fn stated_ranges(r: &mut Reader<'_>, entry: Id) -> Option<crate::model::address::Ranges> {
    let is_missing = match r.tree().kind(entry) {
        Kind::Null => true,
        Kind::String => r.tree().text(entry).is_empty(),
        _ => r.tree().children(entry).next().is_none() && r.tree().kind(entry) == Kind::Array,
    };
    if is_missing {
        return None;
    }
    let elements = r.elements(entry, RANGES);
    Some(read_ranges(r, entry, elements))
}

/// Who states an attribute.
const fn whose(place: AttributePlace) -> Arg {
    match place {
        AttributePlace::Request => Arg::Term("the request", "取引"),
        AttributePlace::Company => Arg::Term("the company", "企業"),
        AttributePlace::User => Arg::Term("a user", "利用者"),
        AttributePlace::Group => Arg::Term("a group", "グループ"),
    }
}

fn warn_of_missing(
    r: &mut Reader<'_>,
    id: Option<Id>,
    access: &Access,
    company: &CompanyAccess,
    faulty: u128,
) {
    let place = id.unwrap_or(r.tree().root());
    let of_company = |attribute: &Attribute| attribute.place == AttributePlace::Company;
    let asked: Vec<_> =
        access.attributes.iter().enumerate().filter(|(_, attribute)| of_company(attribute)).collect();
    for (at, attribute) in asked {
        let Some(slot) = attribute.slot.map(usize::from) else { continue };
        let stated = company.values.get(slot).is_some_and(|value| *value != Stated::Missing)
            || company.ranges.get(slot).is_some_and(Option::is_some)
            || faulty & attribute_bit(at) != 0;
        if !stated {
            r.report(FindingCode::AccessAttributeNotStated, place, [Arg::text(&attribute.name)]);
        }
    }
}

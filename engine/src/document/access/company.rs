//! What a company states of itself.

use alloc::vec;

use crate::document::access::{attribute_bit, read_ranges, read_value};
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ATTRIBUTES_STATED, RANGES};
use crate::model::access::{Access, CompanyAccess, Stated, ValueType};

/// Reads `access` of a company, and warns of what conditions ask for and it does not state.
pub(in crate::document) fn read_company_access(
    r: &mut Reader<'_>,
    id: Option<Id>,
    access: &Access,
) -> CompanyAccess {
    let [_, slots] = access.slots.map(usize::from);
    let mut company = CompanyAccess {
        values: vec![Stated::Missing; slots].into_boxed_slice(),
        ranges: vec![None; slots].into_boxed_slice(),
    };
    // Attributes whose values are findings already.
    let mut faulty = 0_u128;
    let entries = id.map_or_else(Default::default, |id| r.entries(id, ATTRIBUTES_STATED));
    for (name, entry) in entries {
        let at = access.attribute(&name).map(usize::from);
        let Some((at, attribute)) = at.and_then(|at| Some((at, access.attributes.get(at)?))) else {
            let known = access.attributes.iter().filter(|attribute| attribute.of_company);
            let args = r.with_similar([Arg::text(&name)], &name, known.map(|attribute| &*attribute.name));
            r.report_key(FindingCode::AccessAttributeUnknown, entry, args);
            continue;
        };
        if !attribute.of_company {
            r.report_key(FindingCode::AccessAttributePlace, entry, [Arg::text(&name)]);
            continue;
        }
        let slot = attribute.slot.map(usize::from);
        if attribute.value_type == ValueType::Ranges {
            let is_missing = match r.tree().kind(entry) {
                Kind::Null => true,
                Kind::String => r.tree().text(entry).is_empty(),
                _ => r.tree().children(entry).next().is_none() && r.tree().kind(entry) == Kind::Array,
            };
            if !is_missing {
                let elements = r.elements(entry, RANGES);
                let ranges = read_ranges(r, entry, elements);
                if let Some(place) = slot.and_then(|slot| company.ranges.get_mut(slot)) {
                    *place = Some(ranges);
                }
            }
        } else {
            let value = read_value(r, entry, attribute);
            if value.is_none() {
                faulty |= attribute_bit(at);
            }
            if let Some(place) = slot.and_then(|slot| company.values.get_mut(slot)) {
                *place = value.unwrap_or_default();
            }
        }
    }
    warn_of_missing(r, id, access, &company, faulty);
    company
}

fn warn_of_missing(
    r: &mut Reader<'_>,
    id: Option<Id>,
    access: &Access,
    company: &CompanyAccess,
    faulty: u128,
) {
    let place = id.unwrap_or(r.tree().root());
    let of_company = access.attributes.iter().enumerate().filter(|(_, attribute)| attribute.of_company);
    for (at, attribute) in of_company {
        let Some(slot) = attribute.slot.map(usize::from) else { continue };
        let stated = company.values.get(slot).is_some_and(|value| *value != Stated::Missing)
            || company.ranges.get(slot).is_some_and(Option::is_some)
            || faulty & attribute_bit(at) != 0;
        if !stated {
            r.report(FindingCode::AccessAttributeNotStated, place, [Arg::text(&attribute.name)]);
        }
    }
}

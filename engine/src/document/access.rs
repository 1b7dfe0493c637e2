//! Who may come in (`docs/rules.md`, section 12): declared attributes here, conditions and what a company states in files
//! of their own.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::document::business::BusinessDraft;
use crate::document::reader::{NO_ARGS, Named, Reader};
use crate::finding::{Arg, FindingCode};
use crate::index::Index;
use crate::json::Kind;
use crate::language::Id;
use crate::language::access::{AccessRulesMembers, AttributeMembers};
use crate::language::bounds::{ACCESS_VALUES, ATTRIBUTES, Bound, RANGES, SET_VALUES};
use crate::language::settings::Settings;
use crate::language::words::AttributePlace;
use crate::model::access::{Access, Applying, Attribute, Spelt, Stated, TABLE, ValueType};
use crate::model::address::{Range, RangeFault, Ranges};
use crate::model::operation::OwnOperation;

mod company;
mod comparison;
mod condition;
mod meaning;

pub(super) use company::{read_company_access, read_stated};

/// Reads `access` of a service; without it there are the attributes that every bank has.
pub(super) fn read_access(
    r: &mut Reader<'_>,
    id: Option<Id>,
    (businesses, operations): (&[BusinessDraft], &[OwnOperation]),
    settings: &Settings,
) -> Access {
    let mut attributes: Vec<Attribute> = TABLE.iter().map(Attribute::from).collect();
    let mut conditions = None;
    let mut unread = 0;
    if let Some(id) = id {
        let found: AccessRulesMembers = r.members(id);
        if let Some(declared) = found.attributes {
            unread = read_declared(r, declared, &mut attributes);
        }
        conditions = found.conditions;
    }
    let index = Index::new(attributes.len(), |at| attributes.get(at).map(|attribute| &*attribute.name));
    let mut access =
        Access { attributes, index, conditions: Vec::new(), slots: [0; 4], applying: Applying::default() };
    if let Some(id) = conditions {
        condition::read_conditions(r, id, Around { businesses, operations, settings, unread }, &mut access);
    }
    access
}

/// What conditions refer to beside attributes.
#[derive(Clone, Copy)]
struct Around<'a> {
    businesses: &'a [BusinessDraft],
    operations: &'a [OwnOperation],
    settings: &'a Settings,
    /// Bits of attributes whose declarations are faulty: what is compared with them cannot be judged.
    unread: u128,
}

/// Reads the declared attributes; the answer has bits of those that are faulty.
fn read_declared(r: &mut Reader<'_>, id: Id, attributes: &mut Vec<Attribute>) -> u128 {
    let mut unread = 0;
    let entries = r.entries(id, ATTRIBUTES);
    let known = TABLE.iter().map(|known| (known.name, Named::Elsewhere));
    r.check_similar(known.chain(entries.iter().map(|(name, id)| (&**name, Named::Key(*id)))));
    for (name, entry) in entries {
        if TABLE.iter().any(|known| *known.name == *name) {
            r.report_key(FindingCode::AccessAttributeKnown, entry, [Arg::text(&name)]);
            continue;
        }
        if name.contains('.') {
            r.report_key(FindingCode::AccessAttributeKey, entry, [Arg::text(&name)]);
        }
        let AttributeMembers { value_type: type_id, values, place } = r.members(entry);
        let value_type = type_id.and_then(|id| r.choice::<ValueType>(id));
        let place = place.map(|id| r.choice::<AttributePlace>(id));
        let choices = match (value_type, values) {
            (Some(ValueType::Choice), Some(values)) => read_choices(r, values, ACCESS_VALUES),
            (Some(ValueType::Set), Some(values)) => read_choices(r, values, SET_VALUES),
            (Some(ValueType::Choice | ValueType::Set), None) => {
                r.report_missing(entry, "values");
                Vec::new()
            }
            (Some(_), Some(values)) => {
                r.report_key(FindingCode::AccessAttributeValues, values, NO_ARGS);
                Vec::new()
            }
            _ => Vec::new(),
        };
        let of_others = place != Some(None) && place != Some(Some(AttributePlace::Company));
        if value_type == Some(ValueType::Ranges) && of_others {
            r.report(FindingCode::AccessAttributeRanges, type_id.unwrap_or(entry), NO_ARGS);
        }
        let lists = matches!(value_type, Some(ValueType::Choice | ValueType::Set));
        if value_type.is_none() || (lists && choices.is_empty()) {
            unread |= attribute_bit(attributes.len());
        }
        attributes.push(Attribute {
            name: Cow::Owned(name.into_owned()),
            value_type: value_type.unwrap_or(ValueType::Text),
            place: place.flatten().unwrap_or(AttributePlace::Request),
            choices,
            words: alloc::collections::BTreeMap::new(),
            slot: None,
        });
    }
    unread
}

/// The bit of the attribute at a position.
fn attribute_bit(at: usize) -> u128 {
    u32::try_from(at).ok().and_then(|at| 1_u128.checked_shl(at)).unwrap_or(0)
}

fn read_choices(r: &mut Reader<'_>, id: Id, bound: Bound) -> Vec<Cow<'static, str>> {
    let mut choices: Vec<Cow<'static, str>> = Vec::new();
    for element in non_empty(r, id, bound) {
        let Some(word) = r.name(element) else { continue };
        if choices.contains(&word) {
            r.twice(element);
        } else {
            choices.push(Cow::Owned(word.into_owned()));
        }
    }
    choices
}

/// The elements of a list that has some.
fn non_empty(r: &mut Reader<'_>, id: Id, bound: Bound) -> Vec<Id> {
    let elements = r.elements(id, bound);
    if elements.is_empty() && r.tree().kind(id) == Kind::Array {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    elements
}

/// A value of an attribute that is not of type `ranges`; `""` and null are missing.
fn read_value(r: &mut Reader<'_>, id: Id, attribute: &Attribute) -> Option<Stated> {
    let tree = r.tree();
    let text = tree.text(id);
    let value = match tree.kind(id) {
        Kind::Null => Some(Stated::Missing),
        Kind::Bool => attribute.read(Spelt::Flag(tree.spelling(id) == "true")),
        Kind::Number => attribute.read(Spelt::Number(tree.spelling(id))),
        Kind::String => attribute.read(Spelt::Text(&text)),
        Kind::Array => return read_words(r, id, attribute).map(set_of),
        Kind::Object => None,
    };
    if value.is_none() {
        if attribute.value_type == ValueType::Choice && tree.kind(id) == Kind::String {
            r.unknown_choice(id, &text, &words_of(attribute));
        } else {
            wrong_value(r, id, attribute);
        }
    }
    value
}

/// A set of these bits; one without words is missing.
fn set_of(bits: u64) -> Stated {
    i64::try_from(bits).ok().filter(|bits| *bits != 0).map_or(Stated::Missing, Stated::Number)
}

/// Distinct words of an attribute that is a set, as bits; an empty word is none. The findings are made where something is wrong.
fn read_words(r: &mut Reader<'_>, id: Id, attribute: &Attribute) -> Option<u64> {
    if attribute.value_type != ValueType::Set {
        wrong_value(r, id, attribute);
        return None;
    }
    let (mut bits, mut all_read) = (0_u64, true);
    for element in r.elements(id, SET_VALUES) {
        let Some(word) = r.text(element) else {
            all_read = false;
            continue;
        };
        match attribute.bit(&word) {
            _ if word.is_empty() => {}
            Some(bit) if bits & bit != 0 => r.twice(element),
            Some(bit) => bits |= bit,
            None => {
                r.unknown_choice(element, &word, &words_of(attribute));
                all_read = false;
            }
        }
    }
    all_read.then_some(bits)
}

/// The values of a choice or a set.
fn words_of(attribute: &Attribute) -> Vec<&str> {
    attribute.choices.iter().map(|word| &**word).collect()
}

/// A finding that something is not of an attribute's type.
fn wrong_value(r: &mut Reader<'_>, id: Id, attribute: &Attribute) {
    let tree = r.tree();
    let text = tree.text(id);
    let shown = if tree.kind(id) == Kind::String { &*text } else { tree.spelling(id) };
    let args = [Arg::text(shown), Arg::text(&attribute.name), described(attribute.value_type)];
    r.report(FindingCode::AccessValue, id, args);
}

/// What the values of a type are.
const fn described(value_type: ValueType) -> Arg {
    let (en, ja) = value_type.described();
    Arg::Term(en, ja)
}

/// Ranges of addresses out of the elements of a list, which must not hold every address there is.
fn read_ranges(r: &mut Reader<'_>, list: Id, elements: Vec<Id>) -> Ranges {
    let mut ranges = Vec::with_capacity(elements.len());
    for element in elements {
        let Some(text) = r.text(element) else { continue };
        let (code, more) = match Range::parse(&text) {
            Ok(range) => {
                ranges.push(range);
                continue;
            }
            Err(RangeFault::Malformed) => (FindingCode::AccessRangeMalformed, None),
            Err(RangeFault::HostBits(first)) => (FindingCode::AccessRangeHostBits, Some(first)),
            Err(RangeFault::Order) => (FindingCode::AccessRangeOrder, None),
            Err(RangeFault::Families) => (FindingCode::AccessRangeFamilies, None),
            Err(RangeFault::Mapped) => (FindingCode::AccessRangeMapped, None),
        };
        let first = more.map(|first| Arg::text(&alloc::format!("{first}")));
        r.report(code, element, [Arg::text(&text)].into_iter().chain(first).collect::<Vec<_>>());
    }
    let ranges = Ranges::new(ranges);
    if ranges.holds_a_family() {
        r.report(FindingCode::AccessRangeAll, list, NO_ARGS);
    }
    ranges
}

/// The ranges of a list that may hold as many as the bound.
fn read_range_list(r: &mut Reader<'_>, id: Id) -> Ranges {
    let elements = non_empty(r, id, RANGES);
    read_ranges(r, id, elements)
}

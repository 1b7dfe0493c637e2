//! The comparisons that conditions are made of: what may be asked of which attribute, and the values that it is compared with.

use alloc::boxed::Box;

use crate::document::access::condition::Seen;
use crate::document::access::{
    attribute_bit, described, non_empty, read_range_list, read_value, read_words, words_of, wrong_value,
};
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::{ACCESS_VALUES, OFFSET_DIGITS, SET_VALUES};
use crate::model::access::{
    Access, AttributePlace, Clock, Comparison, Literal, Ordered, Stated, Test, ValueType,
};

/// What may be asked of an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Is,
    In,
    Ordered(Ordered),
    Has,
    HasAny,
    HasAll,
    Within,
    Given,
}

impl Operator {
    /// Whether it may be asked of values of this type.
    const fn suits(self, value_type: ValueType) -> bool {
        match self {
            Self::Is => !matches!(value_type, ValueType::Address | ValueType::Ranges | ValueType::Set),
            Self::In => !matches!(value_type, ValueType::Flag | ValueType::Ranges | ValueType::Set),
            Self::Has | Self::HasAny | Self::HasAll | Self::Within => matches!(value_type, ValueType::Set),
            Self::Given => !matches!(value_type, ValueType::Ranges),
            Self::Ordered(_) => {
                matches!(value_type, ValueType::Number | ValueType::Day | ValueType::Instant)
            }
        }
    }
}

pub(super) fn read_comparison(
    r: &mut Reader<'_>,
    id: Id,
    attribute: Id,
    given: &[(Operator, Id)],
    access: &mut Access,
    seen: &mut Seen,
) -> Option<Comparison> {
    let (at, value_type, place) = find(r, attribute, access)?;
    seen.add(at);
    if seen.unread & attribute_bit(at.into()) != 0 {
        return None;
    }
    let &[(operator, value)] = given else {
        r.report(FindingCode::AccessOperatorCount, id, [Arg::number(given.len())]);
        return None;
    };
    if !operator.suits(value_type) {
        let (name, text) = (r.tree().key(value), r.tree().text(attribute));
        let args = [Arg::text(&name), Arg::text(&text), described(value_type)];
        r.report_key(FindingCode::AccessOperatorType, value, args);
        return None;
    }
    let test = match operator {
        Operator::Is => Test::Is(read_literal(r, value, at, access)?),
        Operator::Ordered(ordered) => Test::Ordered(ordered, read_literal(r, value, at, access)?),
        Operator::In if value_type == ValueType::Address => read_within(r, value, access, seen)?,
        Operator::In => {
            let elements = non_empty(r, value, ACCESS_VALUES);
            let count = elements.len();
            let literals: Box<[Literal]> =
                elements.into_iter().filter_map(|element| read_literal(r, element, at, access)).collect();
            if count == 0 || literals.len() != count {
                return None;
            }
            Test::In(literals)
        }
        Operator::Has => {
            let word = r.text(value)?;
            let attribute = access.attributes.get(usize::from(at))?;
            let bit = attribute.bit(&word);
            if bit.is_none() {
                r.unknown_choice(value, &word, &words_of(attribute));
            }
            Test::HasAll(bit?)
        }
        Operator::HasAny => Test::HasAny(some_words(r, value, at, access)?),
        Operator::HasAll => Test::HasAll(some_words(r, value, at, access)?),
        Operator::Within => read_inside(r, value, at, access, seen)?,
        Operator::Given => {
            if r.boolean(value)? {
                Test::Given
            } else {
                r.report(FindingCode::AccessGiven, value, NO_ARGS);
                return None;
            }
        }
    };
    Some(Comparison { attribute: at, place, slot: slot(access, at)?, test })
}

/// Words of a set, of which there are some, as bits.
fn some_words(r: &mut Reader<'_>, id: Id, at: u8, access: &Access) -> Option<u64> {
    non_empty(r, id, SET_VALUES);
    let bits = read_words(r, id, access.attributes.get(usize::from(at))?)?;
    (bits != 0).then_some(bits)
}

/// A list of words, or the name of another set of the same values.
fn read_inside(r: &mut Reader<'_>, id: Id, at: u8, access: &mut Access, seen: &mut Seen) -> Option<Test> {
    if r.tree().kind(id) != Kind::String {
        return some_words(r, id, at, access).map(Test::Only);
    }
    let (other, value_type, place) = find(r, id, access)?;
    let choices = |at: u8| access.attributes.get(usize::from(at)).map(|attribute| &attribute.choices);
    if value_type != ValueType::Set || other == at || choices(other) != choices(at) {
        let name = r.tree().text(id);
        r.report(FindingCode::AccessWithinSet, id, [Arg::text(&name)]);
        return None;
    }
    seen.add(other);
    Some(Test::OnlyOf(other, place, slot(access, other)?))
}

/// An attribute by its name: position, type and who states it.
fn find(r: &mut Reader<'_>, id: Id, access: &Access) -> Option<(u8, ValueType, AttributePlace)> {
    let name = r.text(id)?;
    let Some(at) = access.attribute(&name) else {
        let known = access.attributes.iter().map(|attribute| &*attribute.name);
        let args = r.with_similar([Arg::text(&name)], &name, known);
        r.report(FindingCode::AccessAttributeUnknown, id, args);
        return None;
    };
    let attribute = access.attributes.get(usize::from(at))?;
    Some((at, attribute.value_type, attribute.place))
}

/// Where the value of an attribute stands, from now on.
fn slot(access: &mut Access, at: u8) -> Option<u8> {
    let attribute = access.attributes.get_mut(usize::from(at))?;
    let next = access.slots.get_mut(attribute.place.index())?;
    Some(*attribute.slot.get_or_insert_with(|| {
        let slot = *next;
        *next = next.saturating_add(1);
        slot
    }))
}

/// A list of ranges, or the name of an attribute that is one.
fn read_within(r: &mut Reader<'_>, id: Id, access: &mut Access, seen: &mut Seen) -> Option<Test> {
    if r.tree().kind(id) != Kind::String {
        let is_list = r.tree().kind(id) == Kind::Array;
        let ranges = read_range_list(r, id);
        return is_list.then_some(Test::Within(ranges));
    }
    let (at, value_type, _) = find(r, id, access)?;
    if value_type != ValueType::Ranges {
        let name = r.tree().text(id);
        r.report(FindingCode::AccessInRanges, id, [Arg::text(&name)]);
        return None;
    }
    seen.add(at);
    Some(Test::WithinAttribute(at, slot(access, at)?))
}

/// A value to compare with.
fn read_literal(r: &mut Reader<'_>, id: Id, at: u8, access: &mut Access) -> Option<Literal> {
    let attribute = access.attributes.get_mut(usize::from(at))?;
    let text = r.tree().text(id);
    match (attribute.value_type, &*text) {
        (ValueType::Instant, "renewalGrace") => return Some(Literal::Clock(Clock::RenewalGrace, 0)),
        (ValueType::Day, moment) if moment.starts_with("today") => {
            return read_moment(r, id, moment, Clock::Today);
        }
        (ValueType::Instant, moment) if moment.starts_with("now") => {
            return read_moment(r, id, moment, Clock::Now);
        }
        (ValueType::Text, word) if !word.is_empty() => return Some(Literal::Number(attribute.intern(word))),
        _ => {}
    }
    match read_value(r, id, attribute)? {
        Stated::Number(number) => Some(Literal::Number(number)),
        // Nothing is equal to what is missing.
        Stated::Missing | Stated::Address(_) => {
            wrong_value(r, id, attribute);
            None
        }
    }
}

/// A clock, with an offset where one is written: a sign, up to six digits and a unit.
fn read_moment(r: &mut Reader<'_>, id: Id, text: &str, clock: Clock) -> Option<Literal> {
    let after = offset(text, clock);
    if after.is_none() {
        r.report(FindingCode::AccessOffset, id, [Arg::text(text)]);
    }
    Some(Literal::Clock(clock, after?))
}

/// The seconds, or days, that stand behind the name of a clock.
fn offset(text: &str, clock: Clock) -> Option<i64> {
    let (name, units): (&str, &[(&str, i64)]) = match clock {
        Clock::Today => ("today", &[("d", 1)]),
        _ => ("now", &[("m", 60), ("h", 3_600), ("d", 86_400)]),
    };
    let rest = text.strip_prefix(name)?;
    if rest.is_empty() {
        return Some(0);
    }
    let (sign, rest) = match rest.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, rest.strip_prefix('+')?),
    };
    let (digits, unit) = units.iter().find_map(|(unit, size)| Some((rest.strip_suffix(unit)?, size)))?;
    let plain = (1..=OFFSET_DIGITS).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && !digits.starts_with('0');
    let count: i64 = digits.parse().ok().filter(|_| plain)?;
    count.checked_mul(*unit)?.checked_mul(sign)
}

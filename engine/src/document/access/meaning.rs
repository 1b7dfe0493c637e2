//! Conditions that never apply, are always fulfilled, or never.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::FindingCode;
use crate::language::Id;
use crate::model::access::{
    Access, Clock, Comparison, Condition, Literal, Ordered, Require, Test, ValueType,
};
use crate::model::operation::{Deed, OperationSort, OwnOperation};
use crate::terms::Operation;

/// Most combinations of values that are looked at.
const COMBINATIONS_MAX: usize = 4_096;
/// `now`, or today, in values that are compared with it.
const NOW: i64 = 1_000_000_000_000_000;
/// The days of grace in these; how many there are makes no difference.
const GRACE: i64 = 1_000;

/// The values of an attribute that make a difference.
#[derive(Default)]
struct Domain {
    values: BTreeSet<i64>,
    /// It is compared with what is written in the document, with `now` or today, or with the end of the grace: nobody knows the
    /// order of two of these.
    compared: Compared,
}

/// What a value is compared with; of the last only `now` itself has an order that is known.
#[derive(Default)]
struct Compared {
    fixed: bool,
    moving: bool,
    offset: bool,
    grace: bool,
}

impl Compared {
    fn add(&mut self, literal: Literal) {
        match literal {
            Literal::Number(_) => self.fixed = true,
            Literal::Clock(Clock::RenewalGrace, _) => (self.moving, self.grace) = (true, true),
            Literal::Clock(_, after) => (self.moving, self.offset) = (true, self.offset || after != 0),
        }
    }

    /// Whether the order of all of it is known.
    const fn in_order(&self) -> bool {
        !(self.fixed && self.moving || self.grace && self.offset)
    }
}

/// An address in ranges; out of them is 0.
const INSIDE: i64 = 1;

/// Findings about one condition.
pub(super) fn check(
    r: &mut Reader<'_>,
    id: Id,
    require: Id,
    condition: &Condition,
    (access, own): (&Access, &[OwnOperation]),
) {
    let applies = |(deed, is_of_business): (Deed, bool)| {
        condition.takes_operation(Some(deed)) && (condition.businesses == u128::MAX || is_of_business)
    };
    let known = Operation::ALL.iter().map(|one| (Deed::Known(*one), one.is_of_business()));
    let own = (0_u8..).zip(own).map(|(at, own)| (Deed::Own(at), own.sort == OperationSort::OfBusiness));
    if !known.chain(own).any(applies) {
        r.report(FindingCode::AccessConditionNever, id, NO_ARGS);
    }
    // A choice out of all its values asks that some value is stated.
    if let Require::Compare(Comparison { test: Test::In(_) | Test::HasAny(_), .. }) = &condition.require {
        return;
    }
    let code = match outcomes(&condition.require, access) {
        // That something must be stated is asked of whoever states nothing.
        Some([false, true]) if !asks_given(&condition.require) => FindingCode::AccessConditionAlways,
        Some([true, false]) => FindingCode::AccessConditionImpossible,
        _ => return,
    };
    r.report(code, require, NO_ARGS);
}

/// Whether it asks anywhere that something is stated.
fn asks_given(require: &Require) -> bool {
    match require {
        Require::All(parts) | Require::Any(parts) => parts.iter().any(asks_given),
        Require::Not(inner) => asks_given(inner),
        Require::Compare(comparison) => matches!(comparison.test, Test::Given),
    }
}

/// Whether some values make it false, and some true; none where there are too many to look at, or their order is unknown.
fn outcomes(require: &Require, access: &Access) -> Option<[bool; 2]> {
    let mut domains = BTreeMap::new();
    collect(require, access, &mut domains)?;
    let domains: Vec<(u8, Vec<i64>)> = domains
        .into_iter()
        .map(|(attribute, domain)| (attribute, domain.values.into_iter().collect()))
        .collect();
    let combinations = domains.iter().try_fold(1_usize, |all, (_, values)| all.checked_mul(values.len()))?;
    if combinations > COMBINATIONS_MAX {
        return None;
    }
    let mut found = [false; 2];
    let mut at = vec![0_usize; domains.len()];
    for _ in 0..combinations {
        let value = |attribute: u8| {
            let (place, (_, values)) =
                domains.iter().enumerate().find(|(_, (known, _))| *known == attribute)?;
            values.get(*at.get(place)?).copied()
        };
        let [no, yes] = &mut found;
        if holds(require, &value)? {
            *yes = true;
        } else {
            *no = true;
        }
        // The next combination, as one counts.
        for (place, (_, values)) in at.iter_mut().zip(&domains) {
            *place = place.saturating_add(1);
            if *place < values.len() {
                break;
            }
            *place = 0;
        }
    }
    Some(found)
}

/// Collects the values that make a difference; none where that cannot be said.
fn collect(require: &Require, access: &Access, domains: &mut BTreeMap<u8, Domain>) -> Option<()> {
    match require {
        Require::All(parts) | Require::Any(parts) => {
            parts.iter().try_for_each(|part| collect(part, access, domains))
        }
        Require::Not(inner) => collect(inner, access, domains),
        Require::Compare(comparison) => add(comparison, access, domains),
    }
}

fn add(comparison: &Comparison, access: &Access, domains: &mut BTreeMap<u8, Domain>) -> Option<()> {
    // It asks whether anything is stated, and not what.
    if let Test::Given = comparison.test {
        return Some(());
    }
    let attribute = access.attributes.get(usize::from(comparison.attribute))?;
    let is_new = !domains.contains_key(&comparison.attribute);
    let domain = domains.entry(comparison.attribute).or_default();
    let literals: &[Literal] = match &comparison.test {
        // Several sets of ranges may lie in each other in any way.
        Test::Within(_) | Test::WithinAttribute(..) => {
            domain.values.extend([0, INSIDE]);
            return is_new.then_some(());
        }
        Test::Is(literal) | Test::Ordered(_, literal) => core::slice::from_ref(literal),
        Test::In(literals) => literals,
        Test::HasAll(_) | Test::HasAny(_) | Test::Only(_) | Test::Given => &[],
        Test::OnlyOf(other, ..) => {
            let subsets = subsets(access, *other)?;
            domains.entry(*other).or_default().values.extend(subsets);
            &[]
        }
    };
    let domain = domains.entry(comparison.attribute).or_default();
    let count = |many: usize| i64::try_from(many).unwrap_or(0);
    match attribute.value_type {
        ValueType::Flag => domain.values.extend([0, 1]),
        ValueType::Choice => domain.values.extend(0..count(attribute.choices.len())),
        ValueType::Text => domain.values.extend(-1..count(attribute.words.len())),
        ValueType::Address | ValueType::Ranges => return None,
        ValueType::Set => domain.values.extend(subsets(access, comparison.attribute)?),
        ValueType::Number | ValueType::Day | ValueType::Instant => {
            let least = if attribute.value_type == ValueType::Number { 0 } else { i64::MIN };
            for literal in literals {
                let value = number(*literal)?;
                let around = [value.checked_sub(1)?, value, value.checked_add(1)?];
                domain.values.extend(around.into_iter().filter(|value| *value >= least));
                domain.compared.add(*literal);
            }
        }
    }
    domain.compared.in_order().then_some(())
}

/// Every set of words that can be stated; none where they are too many.
fn subsets(access: &Access, attribute: u8) -> Option<core::ops::Range<i64>> {
    let words = access.attributes.get(usize::from(attribute))?.choices.len();
    let all = 1_i64.checked_shl(u32::try_from(words).ok()?)?;
    let few = usize::try_from(all).is_ok_and(|all| all <= COMBINATIONS_MAX);
    few.then_some(1..all)
}

fn number(literal: Literal) -> Option<i64> {
    match literal {
        Literal::Number(number) => Some(number),
        Literal::Clock(Clock::RenewalGrace, after) => NOW.checked_sub(GRACE)?.checked_add(after),
        Literal::Clock(_, after) => NOW.checked_add(after),
    }
}

/// Whether values fulfil what is required.
fn holds(require: &Require, value: &dyn Fn(u8) -> Option<i64>) -> Option<bool> {
    match require {
        Require::All(parts) => parts.iter().try_fold(true, |all, part| Some(holds(part, value)? && all)),
        Require::Any(parts) => parts.iter().try_fold(false, |any, part| Some(holds(part, value)? || any)),
        Require::Not(inner) => holds(inner, value).map(|inner| !inner),
        // Of every value that is stated.
        Require::Compare(Comparison { test: Test::Given, .. }) => Some(true),
        Require::Compare(comparison) => {
            let other = |at: u8| value(at).map(i64::cast_unsigned);
            let value = value(comparison.attribute)?;
            let words = value.cast_unsigned();
            match &comparison.test {
                Test::HasAll(all) => Some(words & all == *all),
                Test::HasAny(any) => Some(words & any != 0),
                Test::Only(only) => Some(words & !only == 0),
                Test::OnlyOf(at, ..) => Some(words & !other(*at)? == 0),
                Test::Given => None,
                Test::Within(_) | Test::WithinAttribute(..) => Some(value == INSIDE),
                Test::Is(literal) => Some(value == number(*literal)?),
                Test::In(literals) => Some(literals.iter().any(|literal| number(*literal) == Some(value))),
                Test::Ordered(ordered, literal) => {
                    let other = number(*literal)?;
                    Some(match ordered {
                        Ordered::AtLeast => value >= other,
                        Ordered::Above => value > other,
                        Ordered::AtMost => value <= other,
                        Ordered::Below => value < other,
                    })
                }
            }
        }
    }
}

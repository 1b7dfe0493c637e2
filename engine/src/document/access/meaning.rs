//! Conditions that never apply, are always fulfilled, or never.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec;
use alloc::vec::Vec;

use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::FindingCode;
use crate::language::Id;
use crate::model::access::{Access, Comparison, Condition, Literal, Ordered, Require, Test, ValueType};
use crate::terms::Operation;

/// Most combinations of values that are looked at.
const COMBINATIONS_MAX: usize = 4_096;
/// `now`, or today, in values that are compared with it.
const NOW: i64 = 1_000_000_000;
/// The days of grace in these; how many there are makes no difference.
const GRACE: i64 = 1_000;

/// The values of an attribute that make a difference.
#[derive(Default)]
struct Domain {
    values: BTreeSet<i64>,
    /// It is compared with what is written in the document, or with `now` or today, whose order nobody knows.
    fixed: bool,
    moving: bool,
}

/// An address in ranges; out of them is 0.
const INSIDE: i64 = 1;

/// Findings about one condition.
pub(super) fn check(r: &mut Reader<'_>, id: Id, require: Id, condition: &Condition, access: &Access) {
    let applies = |operation: &&Operation| {
        condition.takes_operation(Some(**operation))
            && (condition.businesses == u128::MAX || operation.is_of_business())
    };
    if !Operation::ALL.iter().any(|operation| applies(&operation)) {
        r.report(FindingCode::AccessConditionNever, id, NO_ARGS);
    }
    // A choice out of all its values asks that some value is stated.
    if let Require::Compare(Comparison { test: Test::In(_), .. }) = &condition.require {
        return;
    }
    let code = match outcomes(&condition.require, access) {
        Some([false, true]) => FindingCode::AccessConditionAlways,
        Some([true, false]) => FindingCode::AccessConditionImpossible,
        _ => return,
    };
    r.report(code, require, NO_ARGS);
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
    };
    let count = |many: usize| i64::try_from(many).unwrap_or(0);
    match attribute.value_type {
        ValueType::Flag => domain.values.extend([0, 1]),
        ValueType::Choice => domain.values.extend(0..count(attribute.choices.len())),
        ValueType::Text => domain.values.extend(-1..count(attribute.words.len())),
        ValueType::Address | ValueType::Ranges => return None,
        ValueType::Number | ValueType::Day | ValueType::Instant => {
            let least = if attribute.value_type == ValueType::Number { 0 } else { i64::MIN };
            for literal in literals {
                let value = number(*literal)?;
                let around = [value.checked_sub(1)?, value, value.checked_add(1)?];
                domain.values.extend(around.into_iter().filter(|value| *value >= least));
                let is_fixed = matches!(literal, Literal::Number(_));
                domain.fixed |= is_fixed;
                domain.moving |= !is_fixed;
            }
        }
    }
    (!(domain.fixed && domain.moving)).then_some(())
}

fn number(literal: Literal) -> Option<i64> {
    match literal {
        Literal::Number(number) => Some(number),
        Literal::Now | Literal::Today => Some(NOW),
        Literal::RenewalGrace => NOW.checked_sub(GRACE),
    }
}

/// Whether values fulfil what is required.
fn holds(require: &Require, value: &dyn Fn(u8) -> Option<i64>) -> Option<bool> {
    match require {
        Require::All(parts) => parts.iter().try_fold(true, |all, part| Some(holds(part, value)? && all)),
        Require::Any(parts) => parts.iter().try_fold(false, |any, part| Some(holds(part, value)? || any)),
        Require::Not(inner) => holds(inner, value).map(|inner| !inner),
        Require::Compare(comparison) => {
            let value = value(comparison.attribute)?;
            match &comparison.test {
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

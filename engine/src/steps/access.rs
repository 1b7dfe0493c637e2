//! May this visitor come in? (`docs/rules.md`, section 12)
//!
//! A comparison with what is not known is undecided, and lets nobody in: a fact that the host has not got is a reason.

use crate::model::access::{
    BUSINESS_MISSING, Comparison, Condition, Literal, OPERATION_MISSING, Ordered, ROLE_MISSING, Require,
    SITUATION_MISSING, Stated, TABLE, Test,
};
use crate::model::address::Ranges;
use crate::reason::{Code, Detail, Field, Refusal};
use crate::steps::{Context, Progress};
use crate::terms::{Operation, Role};
use crate::truth::Truth;
use crate::verdict::Verdict;

/// Seconds of a day of grace.
const DAY_SECONDS: i64 = 86_400;

/// Runs the step, which always runs.
#[inline]
pub(crate) fn run(context: &Context<'_, '_>, _: &mut Progress<'_>, verdict: &mut Verdict<'_>) {
    if !context.service.access.conditions.is_empty() {
        conditions(context, verdict);
    }
}

fn conditions(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    let facts = Facts::of(context);
    let mut lacking = Lacking { known: 0, verdict };
    for (condition, at) in context.service.access.conditions.iter().zip(0_u8..) {
        if !facts.are_of(condition) {
            continue;
        }
        match facts.truth(&condition.require) {
            Truth::True => {}
            Truth::False => lacking.verdict.refuse(failed(condition, at)),
            // Without `now`, which is missing already, nothing else is known to be needed.
            Truth::Undecided if facts.now.is_none() && asks_clock(&condition.require) => {}
            Truth::Undecided => facts.lacking(&condition.require, &mut lacking),
        }
    }
}

/// Whether anything in a requirement is compared with `now` or its day.
fn asks_clock(require: &Require) -> bool {
    let is_clock = |literal: &Literal| !matches!(literal, Literal::Number(_));
    match require {
        Require::All(parts) | Require::Any(parts) => parts.iter().any(asks_clock),
        Require::Not(part) => asks_clock(part),
        Require::Compare(comparison) => match &comparison.test {
            Test::Is(literal) | Test::Ordered(_, literal) => is_clock(literal),
            Test::In(literals) => literals.iter().any(is_clock),
            Test::Within(_) | Test::WithinAttribute(..) => false,
        },
    }
}

/// The reason of a condition that does not hold.
fn failed(condition: &Condition, at: u8) -> Refusal {
    // The catalogue begins with the codes of conditions, in the order of the table.
    let code = Code::ALL.get(usize::from(condition.code)).copied().unwrap_or(Code::AccessCondition);
    let detail = Detail::Access { condition: Some(at), attribute: condition.about };
    Refusal::with(code, condition.about.map_or(Field::Access, field), detail)
}

/// Where an attribute is asked for: by its name where every bank has it in the request.
fn field(attribute: u8) -> Field {
    match TABLE.get(usize::from(attribute)) {
        Some(known) if !known.of_company => Field::AccessOf(known.name),
        _ => Field::Access,
    }
}

/// What conditions are asked of.
struct Facts<'c, 'r> {
    stated: &'r [Stated],
    company: &'c [Stated],
    ranges: &'c [Option<Ranges>],
    /// `now` in seconds, the same less the days of grace, and the operation day.
    now: Option<[i64; 2]>,
    today: Option<i64>,
    /// One bit each: the fact's own, or that it is missing.
    situation: u8,
    operation: u64,
    role: u8,
    business: u128,
}

impl<'c, 'r> Facts<'c, 'r> {
    fn of(context: &Context<'c, 'r>) -> Self {
        let request = context.request;
        let grace = i64::from(context.service.settings.cert.grace_days).saturating_mul(DAY_SECONDS);
        let now = request.now.map(crate::date::Instant::seconds);
        // A business that is given with an inquiry, administration or a door is not used.
        let business = context.business.filter(|_| request.operation.is_none_or(Operation::is_of_business));
        Self {
            stated: &request.access,
            company: &context.company.access.values,
            ranges: &context.company.access.ranges,
            now: now.map(|now| [now, now.saturating_sub(grace)]),
            today: request.day.map(crate::date::Day::count),
            situation: request.operation.map_or(SITUATION_MISSING, |operation| match operation {
                Operation::Login => 1,
                Operation::Download => 1 << 2,
                _ => 1 << 1,
            }),
            operation: request.operation.map_or(OPERATION_MISSING, Operation::bit),
            role: context.user.map_or(ROLE_MISSING, |(_, user)| match user.role {
                Role::General => 1,
                Role::Administrator => 1 << 1,
                Role::Master => 1 << 2,
            }),
            business: business.map_or(BUSINESS_MISSING, |of| 1_u128.checked_shl(of.at.into()).unwrap_or(0)),
        }
    }

    /// Whether a condition applies. BusinessRecord a fact that is missing, a list that does not narrow takes every value.
    fn are_of(&self, condition: &Condition) -> bool {
        condition.situations & self.situation != 0
            && condition.operations & self.operation != 0
            && condition.roles & self.role != 0
            && condition.businesses & self.business != 0
    }

    fn truth(&self, require: &Require) -> Truth {
        match require {
            Require::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            Require::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            Require::Not(part) => self.truth(part).not(),
            Require::Compare(comparison) => self.compare(comparison).into(),
        }
    }

    fn compare(&self, comparison: &Comparison) -> Option<bool> {
        let value = self.value(comparison);
        if let (Stated::Address(address), test) = (value, &comparison.test) {
            return match test {
                Test::Within(ranges) => Some(ranges.contains(address)),
                Test::WithinAttribute(_, slot) => Some(self.range(*slot)?.contains(address)),
                _ => None,
            };
        }
        let Stated::Number(value) = value else { return None };
        match &comparison.test {
            Test::Is(literal) => Some(value == self.literal(*literal)?),
            Test::In(literals) => {
                let mut found = false;
                for literal in literals {
                    found |= value == self.literal(*literal)?;
                }
                Some(found)
            }
            Test::Ordered(ordered, literal) => {
                let bound = self.literal(*literal)?;
                Some(match ordered {
                    Ordered::AtLeast => value >= bound,
                    Ordered::Above => value > bound,
                    Ordered::AtMost => value <= bound,
                    Ordered::Below => value < bound,
                })
            }
            Test::Within(_) | Test::WithinAttribute(..) => None,
        }
    }

    fn value(&self, comparison: &Comparison) -> Stated {
        let values = if comparison.of_company { self.company } else { self.stated };
        values.get(usize::from(comparison.slot)).copied().unwrap_or_default()
    }

    fn range(&self, slot: u8) -> Option<&'c Ranges> {
        self.ranges.get(usize::from(slot))?.as_ref()
    }

    fn literal(&self, literal: Literal) -> Option<i64> {
        match literal {
            Literal::Number(number) => Some(number),
            Literal::Now => self.now.map(|[now, _]| now),
            Literal::RenewalGrace => self.now.map(|[_, grace]| grace),
            Literal::Today => self.today,
        }
    }

    /// Reports what is missing in the undecided parts of a requirement that is undecided itself.
    fn lacking(&self, require: &Require, lacking: &mut Lacking<'_, '_>) {
        match require {
            Require::All(parts) | Require::Any(parts) => {
                for part in parts {
                    if self.truth(part) == Truth::Undecided {
                        self.lacking(part, lacking);
                    }
                }
            }
            Require::Not(part) => self.lacking(part, lacking),
            Require::Compare(comparison) => {
                if self.value(comparison) == Stated::Missing {
                    lacking.report(comparison.attribute);
                }
                if let Test::WithinAttribute(attribute, slot) = comparison.test
                    && self.range(slot).is_none()
                {
                    lacking.report(attribute);
                }
            }
        }
    }
}

/// The attributes that are found missing, each reported once.
struct Lacking<'a, 'v> {
    /// Bits of those that are reported.
    known: u128,
    verdict: &'a mut Verdict<'v>,
}

impl Lacking<'_, '_> {
    fn report(&mut self, attribute: u8) {
        let bit = 1_u128.checked_shl(attribute.into()).unwrap_or(0);
        if self.known & bit == 0 {
            self.known |= bit;
            let detail = Detail::Access { condition: None, attribute: Some(attribute) };
            self.verdict.refuse(Refusal::with(Code::AccessMissing, field(attribute), detail));
        }
    }
}

#[cfg(test)]
mod tests;

//! May this visitor come in? (`docs/rules.md`, section 12)
//!
//! A comparison with what is not known is undecided, and lets nobody in: a fact that the host has not got is a reason.

use crate::model::access::{
    Access, AttributePlace, Check, Clock, Condition, HOLDS, Leaf, Literal, Part, Require, Stated, TABLE, Test,
};
use crate::model::address::Ranges;
use crate::model::operation::{OperationSort, OwnOperation};
use crate::reason::{Code, Detail, Field, Refusal};
use crate::steps::{Context, Progress};
use crate::truth::Truth;
use crate::verdict::Verdict;

/// Seconds of a day of grace.
const DAY_SECONDS: i64 = 86_400;

/// Runs the step, which always runs.
#[inline]
pub(crate) fn run(context: &Context<'_, '_>, _: &mut Progress, verdict: &mut Verdict<'_>) {
    if !context.service.access.conditions.is_empty() {
        conditions(context, verdict);
    }
}

fn conditions(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    let (request, access) = (context.request, &context.service.access);
    // A business that is given with an inquiry, administration or a door is not used.
    let own_is_not = |own: &OwnOperation| own.sort != OperationSort::OfBusiness;
    let own = request.own_operation.and_then(|at| context.service.operations.get(usize::from(at)));
    let uses_none = request.operation.is_some_and(|one| !one.is_of_business()) || own.is_some_and(own_is_not);
    let business = context.business.filter(|_| !uses_none);
    let role = context.user.map(|(_, user)| user.role);
    let mut asked =
        access.applying.of(&access.conditions, request.deed(), role, business.map(|business| business.at));
    let facts = Facts::of(context);
    let mut lacking = Lacking {
        known: 0,
        group_missing: request.group.is_none(),
        user_missing: request.user.is_none(),
        looks: false,
        waits: false,
        access,
        verdict,
    };
    while let Ok(at) = u8::try_from(asked.trailing_zeros()) {
        let Some(condition) = access.conditions.get(usize::from(at)) else { break };
        asked &= asked.wrapping_sub(1);
        let leaves = &*condition.program.leaves;
        // What does not hold though all that is not known were as it should be, does not hold.
        match facts.end(leaves, Part::WHOLE.first, true) {
            (end, true) if end == HOLDS => {}
            _ if condition.warns => facts.warn(condition, at, lacking.verdict),
            (end, _) if end == HOLDS => facts.undecided(condition, &mut lacking),
            _ => lacking.verdict.refuse(failed(condition, at)),
        }
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
        Some(known) if known.place == AttributePlace::Request => Field::AccessOf(known.name),
        _ => Field::Access,
    }
}

/// What conditions are asked of.
struct Facts<'c, 'r> {
    /// What is stated in each place.
    values: [&'r [Stated]; AttributePlace::COUNT],
    ranges: &'c [Option<Ranges>],
    /// `now` in seconds, the same less the days of grace, and the operation day.
    clocks: Option<[i64; 3]>,
}

impl<'c, 'r> Facts<'c, 'r> {
    #[inline]
    fn of(context: &Context<'c, 'r>) -> Self {
        let request = context.request;
        let grace = i64::from(context.service.settings.cert.grace_days).saturating_mul(DAY_SECONDS);
        let now = request.now.map(crate::date::Instant::seconds);
        let today = request.day.map(crate::date::Day::count);
        let group = request.group.and_then(|at| context.company.groups.get(usize::from(at)));
        Self {
            values: [
                &request.access,
                &context.company.access.values,
                context.user.map_or(&[], |(_, user)| &user.access),
                group.map_or(&[], |group| &group.access),
            ],
            ranges: &context.company.access.ranges,
            clocks: now.zip(today).map(|(now, today)| [now, now.saturating_sub(grace), today]),
        }
    }

    /// Whether a part of a requirement holds.
    fn truth(&self, leaves: &[Leaf], part: Part) -> Truth {
        let leaves = usize::try_from(part.end).ok().and_then(|end| leaves.get(..end)).unwrap_or(leaves);
        let [_, yes] = part.next;
        // What helps a part that is negated does not help the whole.
        match self.end(leaves, part.first, !part.negated) {
            (end, _) if end != yes => Truth::False,
            (_, true) => Truth::True,
            (_, false) if self.end(leaves, part.first, part.negated).0 == yes => Truth::True,
            (_, false) => Truth::Undecided,
        }
    }

    /// Says what is missing where a condition that may hold is not decided.
    #[cold]
    fn undecided(&self, condition: &Condition, lacking: &mut Lacking<'_, '_>) {
        let Condition { require, program, .. } = condition;
        // Without `now`, which is missing already, nothing else is known to be needed.
        let waits = self.clocks.is_none() && program.asks_clock;
        if !waits && self.truth(&program.leaves, Part::WHOLE) == Truth::Undecided {
            // Nor without the group or the user of which something is asked: who it is may decide the condition.
            for looks in [true, false] {
                lacking.looks = looks;
                lacking.waits &= !looks;
                if looks || !lacking.waits {
                    self.lacking(&program.leaves, (require, Part::WHOLE), lacking);
                }
            }
        }
    }

    /// Where comparisons lead from one on, what is not known being as it should be or not; and whether all was known.
    #[inline(always)]
    fn end(&self, leaves: &[Leaf], first: u32, as_it_should: bool) -> (u32, bool) {
        let (mut at, mut all_known) = (first, true);
        while let Some(leaf) = usize::try_from(at).ok().and_then(|at| leaves.get(at)) {
            let holds = match self.holds(leaf) {
                Some(holds) => holds,
                None => {
                    all_known = false;
                    as_it_should != leaf.negated
                }
            };
            let [no, yes] = leaf.next;
            at = if holds { yes } else { no };
        }
        (at, all_known)
    }

    /// Whether a value is as it is compared; none where that is not known.
    #[inline]
    fn holds(&self, leaf: &Leaf) -> Option<bool> {
        let value = self.value(leaf.place, leaf.slot);
        match (&leaf.check, value) {
            (Check::Between(clock, [least, most]), Stated::Number(value)) => {
                let value = value.saturating_sub(self.clock(*clock)?);
                Some(*least <= value && value <= *most)
            }
            (Check::Among(numbers), Stated::Number(value)) => {
                let bits = u32::try_from(*value).ok().and_then(|at| numbers.checked_shr(at));
                Some(bits.is_some_and(|bits| bits & 1 != 0))
            }
            (Check::AnyOf(literals), Stated::Number(value)) => self.any_of(literals, *value),
            (Check::Within(ranges), Stated::Address(address)) => Some(ranges.contains(*address)),
            (Check::WithinOfCompany(slot), Stated::Address(address)) => {
                Some(self.range(*slot)?.contains(*address))
            }
            (Check::Bits([all, any, none]), Stated::Number(words)) => {
                let words = words.cast_unsigned();
                Some(words & all == *all && (*any == 0 || words & any != 0) && words & none == 0)
            }
            (Check::OnlyOf(place, slot), Stated::Number(words)) => match self.value(*place, *slot) {
                Stated::Number(others) => Some(words & !others == 0),
                _ => None,
            },
            (Check::Given, Stated::Number(_) | Stated::Address(_)) => Some(true),
            (Check::Always(holds), _) => Some(*holds),
            _ => None,
        }
    }

    /// What is stated at a place.
    #[inline]
    fn value(&self, place: AttributePlace, slot: u8) -> &'r Stated {
        let values = self.values.get(place.index()).copied().unwrap_or_default();
        values.get(usize::from(slot)).unwrap_or(&Stated::Missing)
    }

    /// Warns of a condition, unless it is certain that it holds.
    #[cold]
    fn warn(&self, condition: &Condition, at: u8, verdict: &mut Verdict<'_>) {
        if self.truth(&condition.program.leaves, Part::WHOLE) != Truth::True {
            verdict.warnings.push(failed(condition, at));
        }
    }

    fn any_of(&self, literals: &[Literal], value: i64) -> Option<bool> {
        let mut found = false;
        for literal in literals {
            let (clock, number) = literal.parts();
            found |= value.saturating_sub(self.clock(clock)?) == number;
        }
        Some(found)
    }

    /// What is taken off a value before it is compared.
    #[inline]
    fn clock(&self, clock: Clock) -> Option<i64> {
        if clock == Clock::None {
            return Some(0);
        }
        let [now, grace, today] = self.clocks?;
        Some(match clock {
            Clock::None => 0,
            Clock::Now => now,
            Clock::RenewalGrace => grace,
            Clock::Today => today,
        })
    }

    fn range(&self, slot: u8) -> Option<&'c Ranges> {
        self.ranges.get(usize::from(slot))?.as_ref()
    }

    /// Reports what is missing in the undecided parts of a requirement that is undecided itself.
    fn lacking(&self, leaves: &[Leaf], (require, part): (&Require, Part), lacking: &mut Lacking<'_, '_>) {
        match require {
            Require::All(parts) | Require::Any(parts) => {
                for (inner, part) in part.of_list(parts, matches!(require, Require::Any(_))) {
                    if self.truth(leaves, part) == Truth::Undecided {
                        self.lacking(leaves, (inner, part), lacking);
                    }
                }
            }
            Require::Not(inner) => self.lacking(leaves, (inner, part.not()), lacking),
            Require::Compare(comparison) => {
                if *self.value(comparison.place, comparison.slot) == Stated::Missing {
                    lacking.report(comparison.attribute);
                }
                if let Test::OnlyOf(attribute, place, slot) = comparison.test
                    && *self.value(place, slot) == Stated::Missing
                {
                    lacking.report(attribute);
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
    /// Whether nobody said for which group the user acts.
    group_missing: bool,
    /// Whether nobody said who he is.
    user_missing: bool,
    /// Whether it is only looked for one that the group or the user would have.
    looks: bool,
    /// Whether there is one.
    waits: bool,
    access: &'a Access,
    verdict: &'a mut Verdict<'v>,
}

impl Lacking<'_, '_> {
    fn report(&mut self, attribute: u8) {
        if self.looks {
            let place = self.access.attributes.get(usize::from(attribute)).map(|known| known.place);
            let of_group = place == Some(AttributePlace::Group) && self.group_missing;
            if of_group {
                self.verdict.miss(Field::Group);
            }
            // That the user is missing, the permission step says.
            self.waits |= of_group || (place == Some(AttributePlace::User) && self.user_missing);
            return;
        }
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

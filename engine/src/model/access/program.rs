//! Requirements as they are decided: comparisons in a row, each with where to go on. Made of the tree of a requirement when a
//! service is loaded.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::language::bounds::OWN_OPERATIONS;
use crate::model::access::{AttributePlace, Comparison, Condition, Literal, Ordered, Require, Test};
use crate::model::address::Ranges;
use crate::model::operation::Deed;
use crate::set::Listed;
use crate::terms::{Operation, Role};

/// Where a program ends: what it asks holds, or it does not. Behind every leaf that there is.
pub(crate) const HOLDS: u32 = u32::MAX;
const FAILS: u32 = u32::MAX - 1;

/// The comparisons of a requirement. Jumps go forward only.
#[derive(Debug)]
pub(crate) struct Program {
    pub leaves: Box<[Leaf]>,
    /// Whether anything is compared with `now` or its day.
    pub asks_clock: bool,
}

/// One comparison.
#[derive(Debug)]
pub(crate) struct Leaf {
    /// Who states its value, and where that stands.
    pub place: AttributePlace,
    pub slot: u8,
    pub check: Check,
    /// Whether the requirement is the likelier to hold the less this does.
    pub negated: bool,
    /// Where to go on if it does not hold, and if it does.
    pub next: [u32; 2],
}

/// What a value must be.
#[derive(Debug)]
pub(crate) enum Check {
    /// Less a clock it lies between two numbers, both included.
    Between(Clock, [i64; 2]),
    /// It is one of the numbers below 64 whose bits these are.
    Among(u64),
    /// It is one of these.
    AnyOf(Box<[Literal]>),
    /// An address in ranges of the bank's own.
    Within(Ranges),
    /// An address in ranges of the company's, by slot.
    WithinOfCompany(u8),
    /// A set that has all of the first bits, some of the second (unless there are none of these), and none of the third.
    Bits([u64; 3]),
    /// A set that has no other words than that of a place and slot.
    OnlyOf(AttributePlace, u8),
    /// Whatever the value is, if there is one.
    Given,
    /// Whatever the value is: a list without parts.
    Always(bool),
}

/// What a value is compared with beside a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// Nothing.
    None,
    /// `now`.
    Now,
    /// `now` less the days of grace.
    RenewalGrace,
    /// The operation day.
    Today,
}

impl Literal {
    /// The clock that it goes by, and the number that is added.
    pub(crate) const fn parts(self) -> (Clock, i64) {
        match self {
            Self::Number(number) => (Clock::None, number),
            Self::Clock(clock, after) => (clock, after),
        }
    }
}

/// A part of a requirement: from a leaf on up to another, and where it goes on if it holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub first: u32,
    pub end: u32,
    /// Where to go on if it does not hold, and if it does.
    pub next: [u32; 2],
    /// Whether the requirement is the likelier to hold the less this does.
    pub negated: bool,
}

impl Part {
    /// A whole requirement, however many leaves it has.
    pub(crate) const WHOLE: Self = Self { first: 0, end: FAILS, next: [FAILS, HOLDS], negated: false };

    /// What is not to hold.
    pub(crate) fn not(self) -> Self {
        let [no, yes] = self.next;
        Self { next: [yes, no], negated: !self.negated, ..self }
    }

    /// The parts of a list of which all have to hold, or any (`any`).
    pub(crate) fn of_list(self, parts: &[Require], any: bool) -> impl Iterator<Item = (&Require, Self)> {
        let [no, yes] = self.next;
        let mut first = self.first;
        parts.iter().enumerate().map(move |(at, part)| {
            let end = first.saturating_add(part.leaves());
            let is_last = at.saturating_add(1) == parts.len();
            let next = match (is_last, any) {
                (true, _) => self.next,
                (false, true) => [end, yes],
                (false, false) => [no, end],
            };
            let found = Self { first, end, next, negated: self.negated };
            first = end;
            (part, found)
        })
    }
}

impl Require {
    /// How many leaves it has; a list without parts has one, which says what the list does.
    fn leaves(&self) -> u32 {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().map(Self::leaves).fold(0_u32, u32::saturating_add).max(1)
            }
            Self::Not(part) => part.leaves(),
            Self::Compare(_) => 1,
        }
    }

    fn add_to(&self, part: Part, leaves: &mut Vec<Leaf>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                let any = matches!(self, Self::Any(_));
                if parts.is_empty() {
                    leaves.push(Leaf::new(part, None, Check::Always(!any)));
                }
                for (inner, part) in part.of_list(parts, any) {
                    inner.add_to(part, leaves);
                }
            }
            Self::Not(inner) => inner.add_to(part.not(), leaves),
            Self::Compare(comparison) => {
                leaves.push(Leaf::new(part, Some(comparison), Check::of(&comparison.test)));
            }
        }
    }
}

impl Leaf {
    fn new(part: Part, comparison: Option<&Comparison>, check: Check) -> Self {
        Self {
            place: comparison.map_or(AttributePlace::Request, |comparison| comparison.place),
            slot: comparison.map_or(0, |comparison| comparison.slot),
            check,
            negated: part.negated,
            next: part.next,
        }
    }

    fn asks_clock(&self) -> bool {
        match &self.check {
            Check::Between(clock, _) => *clock != Clock::None,
            Check::AnyOf(literals) => literals.iter().any(|literal| literal.parts().0 != Clock::None),
            _ => false,
        }
    }
}

impl Check {
    fn of(test: &Test) -> Self {
        match test {
            Test::Is(literal) => {
                let (clock, number) = literal.parts();
                bit(*literal).map_or(Self::Between(clock, [number, number]), Self::Among)
            }
            Test::Ordered(ordered, literal) => {
                let (clock, number) = literal.parts();
                Self::Between(
                    clock,
                    match ordered {
                        Ordered::AtLeast => [number, i64::MAX],
                        Ordered::Above => [number.saturating_add(1), i64::MAX],
                        Ordered::AtMost => [i64::MIN, number],
                        Ordered::Below => [i64::MIN, number.saturating_sub(1)],
                    },
                )
            }
            Test::In(literals) => {
                let bits = literals.iter().try_fold(0_u64, |bits, literal| Some(bits | bit(*literal)?));
                bits.map_or_else(|| Self::AnyOf(literals.clone()), Self::Among)
            }
            Test::Within(ranges) => Self::Within(ranges.clone()),
            Test::WithinAttribute(_, slot) => Self::WithinOfCompany(*slot),
            Test::HasAll(words) => Self::Bits([*words, 0, 0]),
            Test::HasAny(words) => Self::Bits([0, *words, 0]),
            Test::Only(words) => Self::Bits([0, 0, !*words]),
            Test::OnlyOf(_, place, slot) => Self::OnlyOf(*place, *slot),
            Test::Given => Self::Given,
        }
    }
}

/// The bit of a number below 64.
fn bit(literal: Literal) -> Option<u64> {
    match literal.parts() {
        (Clock::None, number) => u32::try_from(number).ok().and_then(|at| 1_u64.checked_shl(at)),
        _ => None,
    }
}

impl Program {
    /// The program of a requirement.
    pub(crate) fn of(require: &Require) -> Self {
        let mut leaves = Vec::new();
        require.add_to(Part::WHOLE, &mut leaves);
        let asks_clock = leaves.iter().any(Leaf::asks_clock);
        Self { leaves: leaves.into_boxed_slice(), asks_clock }
    }
}

/// Which conditions apply, as bits by position.
#[derive(Debug, Default)]
pub(crate) struct Applying {
    /// By operation; last those that take a request without one.
    operations: Box<[u64]>,
    /// By role; last those that take a request without a user.
    roles: Box<[u64]>,
    /// Those that are of some businesses only.
    narrowed: u64,
}

impl Applying {
    pub(crate) fn new(conditions: &[Condition]) -> Self {
        let bits = |takes: &dyn Fn(&Condition) -> bool| {
            let taken = conditions.iter().zip(0_u32..).filter(|(condition, _)| takes(condition));
            taken.fold(0_u64, |bits, (_, at)| bits | 1_u64.checked_shl(at).unwrap_or(0))
        };
        let own = (0_u8..).take(OWN_OPERATIONS.max).map(Deed::Own);
        let operations = Operation::ALL.iter().copied().map(Deed::Known).chain(own).map(Some).chain([None]);
        let roles = Role::ALL.iter().copied().map(Some).chain([None]);
        Self {
            operations: operations
                .map(|operation| bits(&|condition| condition.takes_operation(operation)))
                .collect(),
            roles: roles.map(|role| bits(&|condition| condition.takes_role(role))).collect(),
            narrowed: bits(&|condition| condition.businesses != u128::MAX),
        }
    }

    /// Those that apply to an operation by somebody of a role in a business.
    #[inline]
    pub(crate) fn of(
        &self,
        conditions: &[Condition],
        deed: Option<Deed>,
        role: Option<Role>,
        business: Option<u16>,
    ) -> u64 {
        let role = role.map_or(Role::ALL.len(), |role| usize::from(role.position()));
        let operations = match deed {
            Some(deed) => self.operations.get(deed.place()),
            None => self.operations.last(),
        };
        let operations = operations.copied().unwrap_or(0);
        let mut asked = operations & self.roles.get(role).copied().unwrap_or(0);
        if asked & self.narrowed != 0 {
            for (condition, at) in conditions.iter().zip(0_u32..) {
                if !condition.takes_business(business) {
                    asked &= !1_u64.checked_shl(at).unwrap_or(0);
                }
            }
        }
        asked
    }
}

//! Approval policies (承認ポリシー): whose acts an order needs, by what it is and how much (`docs/rules.md`, section 8.6). The
//! four modes are policies of one row and one band.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::model::users::UserSet;
use crate::set::Set;
use crate::terms::{Act, ApprovalMode, PayeeKind};

/// The rows of a policy, of which exactly one holds for every request.
#[derive(Debug, Default)]
pub(crate) struct Policy {
    pub rows: Box<[PolicyRow]>,
}

/// What holds for some requests; what is absent holds for all.
#[derive(Clone, Debug)]
pub(crate) struct PolicyRow {
    pub key: Box<str>,
    /// Debit accounts, by their positions.
    pub accounts: Option<UserSet>,
    pub payee_kinds: Option<Set<PayeeKind>>,
    pub requesters: Option<UserSet>,
    /// Whether the largest item decides, and not the sum.
    pub by_largest: bool,
    /// By amount, rising; the last has no bound.
    pub bands: Box<[Band]>,
}

/// What has to be done up to an amount.
#[derive(Clone, Debug)]
pub(crate) struct Band {
    /// The most that it is for.
    pub up_to: Option<i64>,
    /// The ways to fulfil it, of which one is enough; none: nobody has to act.
    pub any_of: Box<[Alternative]>,
}

/// One way to fulfil a band: all of its steps, by distinct people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    /// Whether a step begins only when those before it are done. Verifying comes before and releasing after everything
    /// else in any case.
    pub ordered: bool,
    /// At least one, at most eight.
    pub steps: Box<[Step]>,
}

/// One step of an alternative: so many people, who all do the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What they do.
    pub act: Act,
    /// The group of which they must be, by its position in the company; none: anybody who is able.
    pub group: Option<u16>,
    /// How many distinct people, from 1 to 16.
    pub count: u8,
}

/// What decides which row holds, as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    pub account: Option<u16>,
    pub payee_kind: Option<PayeeKind>,
    pub requester: Option<u16>,
}

impl Policy {
    /// What a mode is short for; a policy has rows of its own.
    pub(crate) fn of_mode(mode: ApprovalMode) -> Self {
        let people = |count: u8| Step { act: Act::Approve, group: None, count };
        let any_of = match mode {
            ApprovalMode::None => Vec::new(),
            ApprovalMode::Single => vec![Alternative { ordered: false, steps: [people(1)].into() }],
            ApprovalMode::DoubleAnyOrder => vec![Alternative { ordered: false, steps: [people(2)].into() }],
            ApprovalMode::DoubleInOrder => {
                vec![Alternative { ordered: true, steps: [people(1), people(1)].into() }]
            }
            ApprovalMode::Policy => return Self::default(),
        };
        let row = PolicyRow {
            key: Box::default(),
            accounts: None,
            payee_kinds: None,
            requesters: None,
            by_largest: false,
            bands: [Band { up_to: None, any_of: any_of.into() }].into(),
        };
        Self { rows: [row].into() }
    }

    /// The row that holds, with its position: none where no row can hold, or several still may.
    #[inline]
    pub(crate) fn row(&self, facts: Facts) -> Option<(u8, &PolicyRow)> {
        if let [only] = &*self.rows {
            return only.may_hold(facts).then_some((0, only));
        }
        let mut rows = (0_u8..).zip(&self.rows).filter(|(_, row)| row.may_hold(facts));
        let first = rows.next();
        if rows.next().is_some() { None } else { first }
    }
}

impl PolicyRow {
    /// Whether nothing that is known keeps it from holding.
    #[inline]
    pub(crate) fn may_hold(&self, facts: Facts) -> bool {
        let among = |set: &Option<UserSet>, one: Option<u16>| match (set, one) {
            (Some(set), Some(one)) => set.contains(one),
            _ => true,
        };
        let of_kind = match (self.payee_kinds, facts.payee_kind) {
            (Some(kinds), Some(kind)) => kinds.has(kind),
            _ => true,
        };
        of_kind && among(&self.accounts, facts.account) && among(&self.requesters, facts.requester)
    }

    /// The band of an amount, with its position; none where the amount decides and is not known.
    #[inline]
    pub(crate) fn band(&self, amount: Option<i64>) -> Option<(u8, &Band)> {
        if let [only] = &*self.bands {
            return Some((0, only));
        }
        let amount = amount?;
        (0..).zip(&self.bands).find(|(_, band)| band.up_to.is_none_or(|most| amount <= most))
    }
}

impl Alternative {
    /// How many people it takes in all.
    pub(crate) fn people(&self) -> usize {
        self.steps.iter().fold(0, |people, step| people.saturating_add(usize::from(step.count)))
    }
}

#[cfg(test)]
mod tests;

//! Approval policies (承認ポリシー): whose acts an order needs, by what it is and how much (`docs/rules.md`, section 8.6).

use alloc::boxed::Box;

use crate::terms::Act;

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

/// One way to fulfil a band: all of its steps, by distinct people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    /// Whether a step begins only when those before it are done. Verifying comes before and releasing after everything
    /// else in any case.
    pub ordered: bool,
    /// At least one, at most eight.
    pub steps: Box<[Step]>,
}

impl Alternative {
    /// How many people it takes in all.
    pub(crate) fn people(&self) -> usize {
        self.steps.iter().fold(0, |people, step| people.saturating_add(usize::from(step.count)))
    }
}

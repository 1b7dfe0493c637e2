//! The answer (`docs/rules.md`, section 9).

use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::date::Day;
use crate::document::Company;
use crate::fee::Fee;
use crate::model::users::UserSet;
use crate::reason::{Code, Pointer, Reason};
use crate::resolve::Usage;
use crate::terms::{ApprovalMode, Debit};

/// The outcome of an evaluation, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Some rule says no.
    Refused,
    /// Nothing says no, but fields are missing.
    Incomplete,
    /// It may be made, and somebody must approve.
    NeedsApproval,
    /// It may be made and executed.
    Accepted,
}

impl Outcome {
    /// The name in verdicts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Incomplete => "incomplete",
            Self::NeedsApproval => "needsApproval",
            Self::Accepted => "accepted",
        }
    }
}

/// One limit that applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitLine {
    /// Which limit.
    pub code: Code,
    /// The limit.
    pub limit: i64,
    /// Used before this request.
    pub used: i64,
    /// What this request adds.
    pub requested: i64,
    /// limit - used - requested; signed.
    pub remaining: i64,
}

/// Who must approve: one set of people for each step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The company's mode for the business.
    pub mode: ApprovalMode,
    /// For each approver needed, those of whom one may act.
    pub steps: SmallVec<[UserSet; 2]>,
}

/// What a batch's fee says beside its sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Items whose difference is not 0.
    pub count: u64,
    /// The sum of their differences; signed.
    pub sum: i64,
}

/// The fee of a whole request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestFee {
    /// The amounts; of a batch, their sums.
    pub amounts: Fee,
    /// Whether the fee may still change until execution.
    pub provisional: bool,
    /// For a batch.
    pub differences: Option<Differences>,
    /// How and when it is debited: mode, day of the amount, day of the fee.
    pub debit: Option<(Debit, Day, Day)>,
}

/// The answer to one request, with names borrowed from the company.
///
/// Made empty by [`Company::verdict`] and filled by [`Company::evaluate_into`], as often as one likes: a verdict that is
/// used again allocates nothing.
#[derive(Clone, Debug)]
pub struct Verdict<'c> {
    pub(crate) company: &'c Company,
    /// What it comes to.
    pub outcome: Outcome,
    /// Every reason, by step, item and catalogue order.
    pub reasons: SmallVec<[Reason; 2]>,
    /// Every field that is missing.
    pub missing: SmallVec<[Pointer; 4]>,
    /// The value date, where it was rolled to another day.
    pub rolled_value_date: Option<Day>,
    /// Texts that were normalised or cut, each at its place, as they count (`docs/rules.md`, section 13.2).
    pub normalised: Vec<(Pointer, String)>,
    /// None where the fee step did not run or has no result.
    pub fee: Option<RequestFee>,
    /// The fee of each item of a batch, in input order; empty for a single business.
    pub items: Vec<Option<Fee>>,
    /// Every limit that applied.
    pub limits: SmallVec<[LimitLine; 8]>,
    /// None where the approval step did not run.
    pub approval: Option<Approval>,
    /// The request's usage, with what this request adds where it may be made.
    pub usage: SmallVec<[Usage; 4]>,
}

impl<'c> Verdict<'c> {
    pub(crate) fn empty(company: &'c Company) -> Self {
        Self {
            company,
            outcome: Outcome::Refused,
            reasons: SmallVec::new(),
            missing: SmallVec::new(),
            rolled_value_date: None,
            normalised: Vec::new(),
            fee: None,
            items: Vec::new(),
            limits: SmallVec::new(),
            approval: None,
            usage: SmallVec::new(),
        }
    }

    /// Forgets the last answer, keeping its memory.
    pub(crate) fn clear(&mut self) {
        self.outcome = Outcome::Refused;
        self.reasons.clear();
        self.missing.clear();
        self.rolled_value_date = None;
        self.normalised.clear();
        self.fee = None;
        self.items.clear();
        self.limits.clear();
        self.approval = None;
        self.usage.clear();
    }

    /// The company that the answer is about.
    #[must_use]
    pub fn company(&self) -> &'c Company {
        self.company
    }

    /// The ids of the people in a set, sorted.
    pub fn names(&self, people: &UserSet) -> impl Iterator<Item = &'c str> {
        let company = self.company;
        people
            .iter()
            .filter_map(move |at| company.model.people.get(usize::from(at)).map(|person| &*person.id))
            .collect::<Vec<_>>()
            .into_iter()
    }

    pub(crate) fn refuse(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }

    /// Notes that a field is missing, once.
    pub(crate) fn miss(&mut self, at: impl Into<Pointer>) {
        let at = at.into();
        if !self.missing.contains(&at) {
            self.missing.push(at);
        }
    }
}

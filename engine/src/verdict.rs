//! The answer to a request, and what it is made of (`docs/rules.md`, section 9).

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::date::Day;
use crate::fee::Fee;
use crate::loaded::Company;
use crate::model::company::CompanyModel;
use crate::model::limit::LineTag;
use crate::model::policy::Alternative;
use crate::model::users::UserSet;
use crate::reason::{LISTED, LISTED_MAX, Refusal, count, reasons};
use crate::resolve::{Resolved, Usage};
use crate::sort::sort_by;
use crate::terms::{ApprovalMode, Debit};

mod lines;
mod view;

pub(crate) use lines::Lines;

pub use crate::model::company::ENGINE;
pub use crate::reason::{
    Code, Field, Figure, FigureKind, FigureValue, LimitKey, More, People, Pointer, Reason, Step,
};
pub use view::{Approval, ApprovalAlternative, ApprovalStep, PolicyApproval, UsageEntry};

vocabulary! {
    /// The outcome of an evaluation, worst first.
    Outcome {
        /// Some rule says no.
        Refused = "refused",
        /// Nothing says no, but fields are missing.
        Incomplete = "incomplete",
        /// It may be made, and somebody must approve.
        NeedsApproval = "needsApproval",
        /// It may be made and executed.
        Accepted = "accepted",
    }
}

/// One limit that applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitLine {
    pub(crate) tag: LineTag,
    pub(crate) limit: i64,
    pub(crate) used: i64,
    pub(crate) requested: i64,
}

/// Who must approve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Approvers {
    /// The company's mode for the business.
    pub mode: ApprovalMode,
    /// Whether anybody has to act before the order may be executed.
    pub needs_somebody: bool,
    /// Of a policy: what the steps are those of.
    pub ways: Ways,
    /// For each approver that a mode needs, or for each step of each alternative of a policy in turn, those who may act.
    pub steps: SmallVec<[UserSet; 2]>,
}

/// The alternatives of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ways {
    /// None: it is one of the four modes.
    Mode,
    /// The possible ones of a band of the company, by positions.
    Band {
        business: u16,
        row: u8,
        band: u8,
        /// By position, as bits.
        possible: u8,
    },
    /// Those of an order, whose company may have others by now.
    Kept(Box<KeptWays>),
}

/// The alternatives that an order was submitted under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptWays {
    /// The key of the row.
    pub key: Box<str>,
    /// The bound of the band, where it is known and there is one.
    pub up_to: Option<i64>,
    /// Those that are still possible.
    pub alternatives: Vec<Alternative>,
}

impl Ways {
    /// The same band with these alternatives.
    pub(crate) fn with(self, possible: u8) -> Self {
        match self {
            Self::Band { business, row, band, .. } => Self::Band { business, row, band, possible },
            other => other,
        }
    }
}

/// What a policy asks for.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// The key of the row.
    pub key: &'a str,
    /// The bound of the band.
    pub up_to: Option<i64>,
    alternatives: &'a [Alternative],
    /// Those that are possible, by position, as bits.
    possible: u8,
    who: &'a [UserSet],
}

impl<'a> Asked<'a> {
    /// The possible alternatives, each with those who may act in its steps.
    pub(crate) fn alternatives(self) -> impl Iterator<Item = (&'a Alternative, &'a [UserSet])> + Clone {
        let mut who = self.who;
        let possible = self.alternatives.iter().enumerate().filter(move |(at, _)| {
            u32::try_from(*at).is_ok_and(|at| self.possible.checked_shr(at).unwrap_or(0) & 1 == 1)
        });
        possible.map(move |(_, alternative)| {
            let (own, others) = who.split_at_checked(alternative.steps.len()).unwrap_or_default();
            who = others;
            (alternative, own)
        })
    }
}

impl Approvers {
    /// How many people have to act at the least.
    pub(crate) fn people(&self, company: &CompanyModel) -> usize {
        if !self.needs_somebody {
            return 0;
        }
        let alternatives =
            self.asked(company).map(|asked| asked.alternatives().map(|(one, _)| one.people()).min());
        alternatives.map_or(self.steps.len(), Option::unwrap_or_default)
    }

    /// What a policy asks for; none under one of the four modes.
    pub(crate) fn asked<'a>(&'a self, company: &'a CompanyModel) -> Option<Asked<'a>> {
        match &self.ways {
            Ways::Mode => None,
            Ways::Band { business, row, band, possible } => {
                let row =
                    company.businesses.get(usize::from(*business))?.policy.rows.get(usize::from(*row))?;
                let band = row.bands.get(usize::from(*band))?;
                Some(Asked {
                    key: &row.key,
                    up_to: band.up_to,
                    alternatives: &band.any_of,
                    possible: *possible,
                    who: &self.steps,
                })
            }
            Ways::Kept(kept) => Some(Asked {
                key: &kept.key,
                up_to: kept.up_to,
                alternatives: &kept.alternatives,
                possible: u8::MAX,
                who: &self.steps,
            }),
        }
    }
}

/// What a batch's fee says beside its sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Differences {
    /// Items whose difference is not 0.
    pub count: u64,
    /// The sum of their differences; signed.
    pub sum: i64,
}

/// The fee of a whole request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
    /// Its own where the verdict is kept longer than it was asked.
    pub(crate) company: Cow<'c, Company>,
    pub(crate) outcome: Outcome,
    pub(crate) reasons: SmallVec<[Refusal; 2]>,
    pub(crate) more: Vec<More>,
    /// Conditions that only warn, and are not known to hold.
    pub(crate) warnings: Vec<Refusal>,
    pub(crate) missing: SmallVec<[Pointer; 4]>,
    pub(crate) rolled_value_date: Option<Day>,
    pub(crate) normalised: Vec<(Pointer, String)>,
    pub(crate) fee: Option<RequestFee>,
    pub(crate) lines: Vec<Option<Fee>>,
    pub(crate) limits: Lines,
    pub(crate) approval: Option<Approvers>,
    pub(crate) usage: SmallVec<[Usage; 4]>,
    /// The texts of the payees that usage names by number.
    pub(crate) payees: Vec<Arc<str>>,
    /// What is noted of reasons and missing fields once there are many.
    crowd: Option<Box<Crowd>>,
}

impl<'c> Verdict<'c> {
    pub(crate) fn empty(company: &'c Company) -> Self {
        Self::of(Cow::Borrowed(company))
    }

    /// The same about a company that may be its own.
    pub(crate) fn of(company: Cow<'c, Company>) -> Self {
        Self {
            company,
            outcome: Outcome::Refused,
            reasons: SmallVec::new(),
            more: Vec::new(),
            warnings: Vec::new(),
            missing: SmallVec::new(),
            rolled_value_date: None,
            normalised: Vec::new(),
            fee: None,
            lines: Vec::new(),
            limits: Lines::default(),
            approval: None,
            usage: SmallVec::new(),
            payees: Vec::new(),
            crowd: None,
        }
    }

    /// Forgets the last answer, keeping its memory.
    pub(crate) fn clear(&mut self) {
        self.outcome = Outcome::Refused;
        self.reasons.clear();
        self.more.clear();
        self.warnings.clear();
        self.missing.clear();
        self.rolled_value_date = None;
        self.normalised.clear();
        self.fee = None;
        self.lines.clear();
        self.limits.clear();
        self.approval = None;
        self.usage.clear();
        self.payees.clear();
        self.crowd = None;
    }

    /// Begins with the usage that a request has.
    #[inline]
    pub(crate) fn take_usage(&mut self, request: &Resolved<'_>) {
        for entry in &request.usage {
            self.usage.push(Usage { added: 0, ..*entry });
        }
        if !request.payees.texts().is_empty() {
            self.payees.extend_from_slice(request.payees.texts());
        }
    }

    /// The company that the answer is about.
    #[must_use]
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// Every reason, by step, item and catalogue order; of one code the first 1,000.
    pub fn reasons(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.reasons, self.company.names())
    }

    /// What the bank only warns of: conditions of access that are not known to hold, in the order of the service. They change no
    /// outcome.
    pub fn warnings(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.warnings, self.company.names())
    }

    /// How many reasons there are beside those, by code in catalogue order; empty as a rule.
    #[must_use]
    pub fn more(&self) -> &[More] {
        &self.more
    }

    /// Adds a reason, or counts it where there are enough of its code. Those of one code come in the order of their items.
    #[inline(never)]
    pub(crate) fn refuse(&mut self, reason: Refusal) {
        if self.reasons.len() < LISTED_MAX || self.lists(reason.code) {
            self.reasons.push(reason);
        }
    }

    /// Whether another reason of a code is listed; if not, it is counted.
    #[cold]
    fn lists(&mut self, code: Code) -> bool {
        let listed = &mut self.crowd.get_or_insert_default().listed;
        if listed.is_empty() {
            for reason in &self.reasons {
                count(listed, reason.code, 1);
            }
        }
        let lists = count(listed, code, 1) <= LISTED;
        if !lists {
            count(&mut self.more, code, 1);
        }
        lists
    }

    /// Adds what another answer has counted.
    pub(crate) fn count_more(&mut self, more: &[More]) {
        for more in more {
            count(&mut self.more, more.code, more.count);
        }
    }

    /// Puts the reasons in order and keeps the first ones of each code.
    pub(crate) fn sort_reasons(&mut self) {
        if self.reasons.len() > 1 {
            self.reasons.sort_by_key(Refusal::sort_key);
        }
        if self.reasons.len() > LISTED_MAX || self.more.len() > 1 {
            self.keep_first();
        }
    }

    #[cold]
    fn keep_first(&mut self) {
        let (mut listed, more) = (Vec::new(), &mut self.more);
        self.reasons.retain(|reason| {
            let keeps = count(&mut listed, reason.code, 1) <= LISTED;
            if !keeps {
                count(more, reason.code, 1);
            }
            keeps
        });
        sort_by(more, |one, other| one.code.cmp(&other.code));
    }

    /// Notes that a field is missing, once.
    #[inline]
    pub(crate) fn miss(&mut self, at: impl Into<Pointer>) {
        self.miss_at(at.into());
    }

    #[inline(never)]
    fn miss_at(&mut self, at: Pointer) {
        let is_new = if self.missing.len() < FEW { !self.missing.contains(&at) } else { self.is_new(at) };
        if is_new {
            self.missing.push(at);
        }
    }

    #[cold]
    fn is_new(&mut self, at: Pointer) -> bool {
        let crowd = self.crowd.get_or_insert_default();
        if self.missing.len() == FEW || crowd.missing.is_empty() {
            crowd.missing.clear();
            for known in &self.missing {
                crowd.missing.insert(*known);
            }
        }
        crowd.missing.insert(at)
    }
}

/// So many missing fields are searched faster than looked up.
const FEW: usize = 24;
/// What is noted of reasons and missing fields once there are many.
#[derive(Clone, Debug, Default)]
struct Crowd {
    /// How many reasons of each code came.
    listed: Vec<More>,
    missing: Places,
}

/// A set of places in a request.
#[derive(Clone, Debug, Default)]
struct Places {
    /// For each item of a batch, the bits of its fields.
    lines: Vec<u16>,
    others: BTreeSet<Pointer>,
}

impl Places {
    fn clear(&mut self) {
        self.lines.clear();
        self.others.clear();
    }

    fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.others.is_empty()
    }

    /// Adds a place; whether it was not there.
    fn insert(&mut self, at: Pointer) -> bool {
        let item = at.line.and_then(|item| usize::try_from(item).ok());
        let (Some(item), Some(bit)) = (item, at.field.bit_of_line()) else { return self.others.insert(at) };
        if item >= self.lines.len() {
            self.lines.resize(item.saturating_add(1), 0);
        }
        let Some(bits) = self.lines.get_mut(item) else { return false };
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }
}

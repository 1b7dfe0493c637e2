//! The parts of an answer by their names: ids of people and accounts, keys of businesses, words of limits.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use crate::date::Day;
use crate::fee::Fee;
use crate::loaded::{Company, Service};
use crate::model::policy::Alternative;
use crate::model::users::UserSet;
use crate::reason::{People, Pointer, Reason};
use crate::resolve::Usage;
use crate::terms::{Act, ApprovalMode, LimitBearer, Measure};
use crate::verdict::{Approvers, Asked, Code, LimitLine, Outcome, RequestFee, Verdict};

impl<'c> Verdict<'c> {
    /// What it comes to. Only [`Outcome::Accepted`] may be executed at once.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The same with a company of its own, for hosts that keep it.
    #[must_use]
    pub fn into_owned(self) -> Verdict<'static> {
        let company = Cow::Owned(self.company.into_owned());
        Verdict { company, ..self }
    }

    /// The reason at a place, from 0, in the order of [`Verdict::reasons`].
    #[must_use]
    pub fn reason(&self, at: usize) -> Option<Reason<'_>> {
        self.reasons.get(at).map(|refusal| Reason { names: self.company.names(), refusal })
    }

    /// Every field that is missing, once each; [`Pointer::missing_text`] says it to a person.
    #[must_use]
    pub fn missing(&self) -> &[Pointer] {
        &self.missing
    }

    /// The value date (振込指定日) that counts, where the bank's calendar rolled it to another day.
    #[must_use]
    pub fn rolled_value_date(&self) -> Option<Day> {
        self.rolled_value_date
    }

    /// Texts that were normalised or cut, each at its place, as they count (`docs/rules.md`, section 13.2).
    #[must_use]
    pub fn normalised(&self) -> &[(Pointer, String)] {
        &self.normalised
    }

    /// The fee (手数料), of a batch its sums; none where the fee step did not run or has no result.
    #[must_use]
    pub fn fee(&self) -> Option<&RequestFee> {
        self.fee.as_ref()
    }

    /// The fee of each line of a batch, in input order; empty for a single business.
    #[must_use]
    pub fn lines(&self) -> &[Option<Fee>] {
        &self.lines
    }

    /// Every limit (限度額) that applied.
    #[must_use]
    pub fn limits(&self) -> &[LimitLine] {
        &self.limits
    }

    /// The limit in amounts that leaves the least once the request is counted, of several the first; none where none applied.
    #[must_use]
    pub fn tightest(&self) -> Option<&LimitLine> {
        let amounts = self.limits.iter().filter(|line| line.measure() == Measure::Amount);
        amounts.min_by_key(|line| line.remaining())
    }

    /// Who must approve (承認); none where the approval step did not run.
    #[must_use]
    pub fn approval(&self) -> Option<Approval<'_>> {
        self.approval.as_ref().map(|approvers| Approval::new(approvers, &self.company))
    }

    /// The usage that the host stores: what the request gave, with what it adds where it may be made; in the same order.
    pub fn usage(&self) -> impl ExactSizeIterator<Item = UsageEntry<'_>> + Clone + use<'_, 'c> {
        let (company, payees) = (&*self.company, &*self.payees);
        self.usage.iter().map(move |usage| UsageEntry::new(company, payees, usage))
    }

    /// The entry at a place, from 0, in the order of [`Verdict::usage`].
    #[must_use]
    pub fn usage_entry(&self, at: usize) -> Option<UsageEntry<'_>> {
        self.usage.get(at).map(|usage| UsageEntry::new(&self.company, &self.payees, usage))
    }
}

impl LimitLine {
    /// Which limit: the code of its reason.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.tag.code
    }

    /// What it measures: the figures are amounts in minor units, or numbers of items.
    #[must_use]
    pub const fn measure(&self) -> Measure {
        self.tag.measure
    }

    /// The limit.
    #[must_use]
    pub const fn limit(&self) -> i64 {
        self.limit
    }

    /// Used before this request.
    #[must_use]
    pub const fn used(&self) -> i64 {
        self.used
    }

    /// What this request adds.
    #[must_use]
    pub const fn requested(&self) -> i64 {
        self.requested
    }

    /// What it leaves: limit - used - requested; below 0 where it is exceeded.
    #[inline]
    #[must_use]
    pub const fn remaining(&self) -> i64 {
        // Each is an amount of at most 18 digits, so the result is far from the ends of an i64.
        self.limit.wrapping_sub(self.used).wrapping_sub(self.requested)
    }

    /// The limit's name as it stands in `usage` and in documents, such as `accountPerDay.total`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.tag.code.name().trim_start_matches("limit.")
    }

    /// The key of a limit that the bank has declared, given the service of the answer; none of every bank's own.
    #[must_use]
    pub fn key<'s>(&self, service: &'s Service) -> Option<&'s str> {
        service.model.limits.get(self.tag.declared?).map(|limit| &*limit.key)
    }
}

/// Who must approve a request, by the ids of people.
#[derive(Clone, Copy)]
pub struct Approval<'a> {
    approvers: &'a Approvers,
    company: &'a Company,
}

impl<'a> Approval<'a> {
    pub(crate) fn new(approvers: &'a Approvers, company: &'a Company) -> Self {
        Self { approvers, company }
    }

    /// The company's mode for the business.
    #[must_use]
    pub fn mode(&self) -> ApprovalMode {
        self.approvers.mode
    }

    /// Whether anybody has to approve before the order may be executed: not under mode [`ApprovalMode::None`], nor in a band
    /// of a policy that needs nobody.
    #[must_use]
    pub fn needs_somebody(&self) -> bool {
        self.approvers.needs_somebody
    }

    /// How many people have to act at the least.
    #[must_use]
    pub fn people(&self) -> usize {
        self.approvers.people(&self.company.model)
    }

    /// For each approver that one of the four modes needs, those of whom one may act; nobody acts twice. Nothing for a policy.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = People<'a>> + Clone + use<'a> {
        let people = &*self.company.model.people;
        let steps = if self.policy().is_some() { &[] } else { &*self.approvers.steps };
        steps.iter().map(move |set| People::of(set, people))
    }

    /// What the company's policy (承認ポリシー) asks for; none under one of the four modes.
    #[must_use]
    pub fn policy(&self) -> Option<PolicyApproval<'a>> {
        let asked = self.approvers.asked(&self.company.model)?;
        Some(PolicyApproval { asked, company: self.company })
    }
}

impl fmt::Debug for Approval<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Approval");
        out.field("mode", &self.mode());
        match self.policy() {
            Some(policy) => out.field("policy", &policy),
            None => out.field("steps", &self.steps().collect::<Vec<_>>()),
        };
        out.finish()
    }
}

/// What a policy (承認ポリシー) asks for: one of its alternatives has to be fulfilled.
#[derive(Clone, Copy)]
pub struct PolicyApproval<'a> {
    asked: Asked<'a>,
    company: &'a Company,
}

impl<'a> PolicyApproval<'a> {
    /// The key of the row that holds.
    #[must_use]
    pub fn key(&self) -> &'a str {
        self.asked.key
    }

    /// The most that the band is for, in minor units; none for the last band.
    #[must_use]
    pub fn up_to(&self) -> Option<i64> {
        self.asked.up_to
    }

    /// The alternatives that are possible, in the order of the document; none where nobody has to act, or nobody can.
    pub fn alternatives(&self) -> impl Iterator<Item = ApprovalAlternative<'a>> + Clone + use<'a> {
        let company = self.company;
        self.asked.alternatives().map(move |(alternative, who)| ApprovalAlternative {
            alternative,
            who,
            company,
        })
    }
}

impl fmt::Debug for PolicyApproval<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alternatives: Vec<_> = self.alternatives().collect();
        f.debug_struct("PolicyApproval")
            .field("key", &self.key())
            .field("up_to", &self.up_to())
            .field("alternatives", &alternatives)
            .finish()
    }
}

/// One way to fulfil a policy: all of its steps, by distinct people.
#[derive(Clone, Copy)]
pub struct ApprovalAlternative<'a> {
    alternative: &'a Alternative,
    who: &'a [UserSet],
    company: &'a Company,
}

impl<'a> ApprovalAlternative<'a> {
    /// Whether a step begins only when those before it are done. In any case [`Act::Verify`] comes before the first
    /// [`Act::Approve`], and [`Act::Release`] after everything else.
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.alternative.ordered
    }

    /// The steps.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = ApprovalStep<'a>> + Clone + use<'a> {
        let model = &self.company.model;
        self.alternative.steps.iter().zip(self.who).map(move |(step, who)| ApprovalStep {
            act: step.act,
            group: step.group.and_then(|at| model.groups.get(usize::from(at))).map(|group| &*group.key),
            count: step.count,
            who: People::of(who, &model.people),
        })
    }
}

impl fmt::Debug for ApprovalAlternative<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<_> = self.steps().collect();
        f.debug_struct("ApprovalAlternative")
            .field("ordered", &self.is_ordered())
            .field("steps", &steps)
            .finish()
    }
}

/// One step of an alternative.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ApprovalStep<'a> {
    /// What people do in it.
    pub act: Act,
    /// The group (グループ) of which they must be, by its key; none: anybody who is able.
    pub group: Option<&'a str>,
    /// How many distinct people, 1 to 16.
    pub count: u8,
    /// Those who may act in it such that all steps can still be done by distinct people.
    pub who: People<'a>,
}

/// How much of a limit is used on a day, or in the period that begins on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UsageEntry<'a> {
    /// The limit's name: `accountPerDay.total`, `.adHoc`, `.preRegistered`, `companyPerDay`, or the key of a declared limit.
    pub limit: &'a str,
    /// The id of the account, for limits of an account.
    pub account: Option<&'a str>,
    /// The key of the business, for `companyPerDay`.
    pub business: Option<&'a str>,
    /// The id of the user, for limits of a user.
    pub user: Option<&'a str>,
    /// The payee, for limits of a payee: `BANK-BRANCH-TYPE-NUMBER`.
    pub payee: Option<&'a str>,
    /// The day on which it counts, or the first of the period.
    pub day: Day,
    /// How much is used: in minor units, or in items, as the limit measures.
    pub used: i64,
}

impl<'a> UsageEntry<'a> {
    pub(crate) fn new(company: &'a Company, payees: &'a [Arc<str>], usage: &Usage) -> Self {
        let model = &*company.model;
        let at = usize::try_from(usage.key.bearer()).unwrap_or(usize::MAX);
        let mut entry = Self {
            limit: "",
            account: None,
            business: None,
            user: None,
            payee: None,
            day: usage.day,
            used: usage.used,
        };
        let Some(limit) = model.service.limits.get(usage.key.limit()) else { return entry };
        entry.limit = &limit.key;
        match limit.bearer {
            LimitBearer::Account => entry.account = model.accounts.get(at).map(|account| &*account.id),
            LimitBearer::Business => {
                entry.business = model.service.businesses.get(at).map(|business| &*business.key)
            }
            LimitBearer::User => entry.user = model.people.get(at).map(|person| &*person.id),
            LimitBearer::Payee => entry.payee = payees.get(at).map(|payee| &**payee),
            LimitBearer::Company => {}
        }
        entry
    }

    /// Whose limit it is: the name of the member, and who.
    pub(crate) fn bearer(&self) -> Option<(&'static str, &'a str)> {
        [("account", self.account), ("business", self.business), ("user", self.user), ("payee", self.payee)]
            .into_iter()
            .find_map(|(name, who)| Some((name, who?)))
    }
}

//! The parts of an answer by their names: ids of people and accounts, keys of businesses, words of limits.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::date::Day;
use crate::document::Company;
use crate::fee::Fee;
use crate::reason::{Names, People, Pointer};
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Usage, UsageKey};
use crate::terms::ApprovalMode;
use crate::verdict::{Approvers, LimitLine, Outcome, RequestFee, Verdict};

impl<'c> Verdict<'c> {
    /// What it comes to. Only [`Outcome::Accepted`] may be executed at once.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
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

    /// Who must approve (承認); none where the approval step did not run.
    #[must_use]
    pub fn approval(&self) -> Option<Approval<'_>> {
        self.approval.as_ref().map(|approvers| Approval::new(approvers, self.company.names()))
    }

    /// The usage that the host stores: what the request gave, with what it adds where it may be made; in the same order.
    pub fn usage(&self) -> impl ExactSizeIterator<Item = UsageEntry<'c>> + Clone + use<'_, 'c> {
        let company = self.company;
        self.usage.iter().map(move |usage| UsageEntry::new(company, usage))
    }
}

impl LimitLine {
    /// The limit's name as it stands in `usage` and in documents, such as `accountPerDay.total`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.code.name().trim_start_matches("limit.")
    }
}

/// Who must approve a request, by the ids of people.
#[derive(Clone, Copy)]
pub struct Approval<'a> {
    approvers: &'a Approvers,
    names: Names<'a>,
}

impl<'a> Approval<'a> {
    pub(crate) fn new(approvers: &'a Approvers, names: Names<'a>) -> Self {
        Self { approvers, names }
    }

    /// The company's mode for the business.
    #[must_use]
    pub fn mode(&self) -> ApprovalMode {
        self.approvers.mode
    }

    /// For each approver needed, those of whom one may act; nobody acts twice.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = People<'a>> + Clone + use<'a> {
        let people = self.names.people;
        self.approvers.steps.iter().map(move |set| People::of(set, people))
    }
}

impl fmt::Debug for Approval<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<_> = self.steps().collect();
        f.debug_struct("Approval").field("mode", &self.mode()).field("steps", &steps).finish()
    }
}

/// How much of a limit is used on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UsageEntry<'c> {
    /// The limit's name: `accountPerDay.total`, `.adHoc`, `.preRegistered` or `companyPerDay`.
    pub limit: &'static str,
    /// The id of the account, for limits of an account.
    pub account: Option<&'c str>,
    /// The key of the business, for limits of the company.
    pub business: Option<&'c str>,
    /// The day on which it counts.
    pub day: Day,
    /// How much is used, in minor units.
    pub used: i64,
}

impl<'c> UsageEntry<'c> {
    pub(crate) fn new(company: &'c Company, usage: &Usage) -> Self {
        let (mut limit, mut account, mut business) = (COMPANY_LIMIT, None, None);
        match usage.key {
            UsageKey::Account(which, at) => {
                limit = ACCOUNT_LIMITS.get(usize::from(which)).copied().unwrap_or_default();
                account = company.model.accounts.get(usize::from(at)).map(|account| &*account.id);
            }
            UsageKey::Company(at) => {
                business =
                    company.model.service.businesses.get(usize::from(at)).map(|business| &*business.key);
            }
        }
        Self { limit, account, business, day: usage.day, used: usage.used }
    }
}

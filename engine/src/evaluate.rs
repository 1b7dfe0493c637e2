//! The pipeline: every step runs, so that a form sees all reasons at once.
//!
//! ```text
//! access ─▶ permission ─▶ form ─▶ fee ─▶ limit ─▶ approval ─▶ outcome
//! ```

use alloc::string::String;
use alloc::sync::Arc;

use crate::loaded::Company;
use crate::request::{Request, RequestError};
use crate::resolve::Resolved;
use crate::steps::fee::Counted;
use crate::steps::{Context, Dates, Plan, Progress, access, approval, fee, form, limit, permission};
use crate::terms::Operation;
use crate::verdict::{Outcome, Verdict};

impl Company {
    /// An empty verdict about this company, to be filled by [`Company::evaluate_into`] or [`Resolved::decide`].
    #[must_use]
    pub fn verdict(&self) -> Verdict<'_> {
        Verdict::empty(self)
    }

    /// Decides a request.
    ///
    /// # Errors
    ///
    /// No answer is possible, see [`Company::resolve`]. Hosts treat that as refused.
    pub fn evaluate(&self, request: &Request<'_>) -> Result<Verdict<'_>, RequestError> {
        let mut verdict = self.verdict();
        self.evaluate_into(request, &mut verdict)?;
        Ok(verdict)
    }

    /// As [`Company::evaluate`], into a verdict of this company whose memory is used again.
    ///
    /// # Errors
    ///
    /// As [`Company::evaluate`]; the verdict is then refused and otherwise empty.
    pub fn evaluate_into<'c>(
        &'c self,
        request: &Request<'_>,
        verdict: &mut Verdict<'c>,
    ) -> Result<(), RequestError> {
        verdict.clear();
        // In place, as a request is hundreds of bytes to move.
        let mut resolved = Resolved::empty(self);
        self.resolve_into(request, &mut resolved)?;
        resolved.decide(verdict);
        Ok(())
    }

    /// Decides a request given as JSON and appends the verdict as JSON.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`] and [`Company::evaluate`]; nothing is appended then.
    ///
    /// # Examples
    ///
    /// See the front page of this crate.
    pub fn evaluate_json(&self, request: &str, out: &mut String) -> Result<Outcome, RequestError> {
        let mut read = Request::default();
        read.fill(request)?;
        let mut verdict = self.verdict();
        self.evaluate_into(&read, &mut verdict)?;
        verdict.write_json(out);
        Ok(verdict.outcome)
    }
}

impl<'c> Resolved<'c> {
    /// Decides the request, into a verdict whose memory is used again: the fast door, which allocates nothing.
    pub fn decide(&self, verdict: &mut Verdict<'c>) {
        self.run(Plan::WHOLE, verdict);
    }

    /// As [`Resolved::decide`], with some steps left out (`docs/item.md`, section 4). Gives what the largest item counts, where
    /// the fee step has a result.
    pub(crate) fn decide_by(&self, plan: Plan, verdict: &mut Verdict<'c>) -> Option<i64> {
        self.run(plan, verdict).map(|counted| counted.largest)
    }

    /// What every step reads, and a verdict in which nothing is said yet.
    #[inline(always)]
    fn begin(&self, verdict: &mut Verdict<'c>) -> Context<'_, '_> {
        verdict.clear();
        if !Arc::ptr_eq(&verdict.company.model, &self.company.model) {
            verdict.company = self.company.clone();
        }
        Context::new(self)
    }

    #[inline(always)]
    fn run(&self, plan: Plan, verdict: &mut Verdict<'c>) -> Option<Counted> {
        let context = Context { plan, ..self.begin(verdict) };
        verdict.take_usage(self);
        let mut so_far = Progress::default();
        access::run(&context, &mut so_far, verdict);
        permission::run(&context, &mut so_far, verdict);
        form::run(&context, &mut so_far, verdict);
        fee::run(&context, &mut so_far, verdict);
        limit::run(&context, &mut so_far, verdict);
        approval::run(&context, &mut so_far, verdict);
        fee::take_back(&context, verdict);
        conclude(verdict);
        so_far.counted
    }

    /// The access step alone (`docs/item.md`, section 11).
    pub(crate) fn decide_access(&self, verdict: &mut Verdict<'c>) {
        access::run(&self.begin(verdict), &mut Progress::default(), verdict);
        conclude(verdict);
    }

    /// The permission step alone, with the rights of an item's mode.
    pub(crate) fn decide_permission(&self, approval_on: Option<bool>, verdict: &mut Verdict<'c>) {
        let requester = self.operation.is_some_and(Operation::is_act);
        let plan = Plan { approval_on, requester, ..Plan::WHOLE };
        permission::check(&Context { plan, ..self.begin(verdict) }, verdict);
    }

    /// The limits of a day of an item that is to be executed; nobody acts (`docs/item.md`, section 8).
    pub(crate) fn decide_execution(&self, verdict: &mut Verdict<'c>) {
        let context = self.begin(verdict);
        verdict.take_usage(self);
        let value = context.business.as_ref().and_then(|of| form::value_date(&context, of, verdict));
        let dates = Dates { operation: self.day, value };
        let mut so_far = Progress { in_business: context.business.is_some(), dates, ..Progress::default() };
        fee::run(&context, &mut so_far, verdict);
        limit::run_execution(&context, &so_far, verdict);
        conclude(verdict);
    }
}

/// Outcome, order of reasons, and the new usage where the request may be made.
fn conclude(verdict: &mut Verdict<'_>) {
    verdict.outcome = if !verdict.reasons.is_empty() {
        Outcome::Refused
    } else if !verdict.missing.is_empty() {
        Outcome::Incomplete
    } else if verdict.approval.as_ref().is_some_and(|approval| approval.needs_somebody) {
        Outcome::NeedsApproval
    } else {
        Outcome::Accepted
    };
    verdict.sort_reasons();
    if matches!(verdict.outcome, Outcome::NeedsApproval | Outcome::Accepted) {
        for entry in &mut verdict.usage {
            // What keeps its limit is an amount, as the limit is.
            entry.used = entry.used.saturating_add(entry.added);
        }
    }
}

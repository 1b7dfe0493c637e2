//! What becomes of an event (`docs/item.md`, section 3).

use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::lang::Lang;
use crate::life::order::Order;
use crate::life::write::{order, usage};
use crate::loaded::Company;
use crate::reason::{More, Pointer, Reason, Refusal, reasons};
use crate::request::RequestUsage;
use crate::verdict::{Approval, Approvers, LimitLine, Lines, Outcome, RequestFee, Verdict};
use crate::write::AnswerWriter;

vocabulary! {
    /// What became of an event.
    Advanced {
        /// The order has changed.
        Changed = "changed",
        /// Some rule says no; nothing has changed.
        Refused = "refused",
        /// Nothing says no, but fields are missing; nothing has changed.
        Incomplete = "incomplete",
    }
}

/// The answer to an event: what the host stores, in its own transaction, in place of what it gave.
#[derive(Clone, Debug)]
pub struct Advance<'c, 'r> {
    pub(super) company: &'c Company,
    pub(super) outcome: Advanced,
    pub(super) reasons: SmallVec<[Refusal; 2]>,
    pub(super) more: Vec<More>,
    pub(super) warnings: Vec<Refusal>,
    pub(super) missing: SmallVec<[Pointer; 4]>,
    pub(super) order: Option<Order<'r>>,
    pub(super) created: Vec<Order<'r>>,
    pub(super) fee: Option<RequestFee>,
    pub(super) limits: Lines,
    pub(super) approval: Option<Approvers>,
    pub(super) usage: Vec<RequestUsage<'r>>,
}

impl<'c, 'r> Advance<'c, 'r> {
    /// The company that the answer is about.
    #[must_use]
    pub fn company(&self) -> &'c Company {
        self.company
    }

    /// Every reason against the event; of one code the first 1,000.
    pub fn reasons(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.reasons, self.company.names())
    }

    /// How many reasons there are beside those, by code.
    #[must_use]
    pub fn more(&self) -> &[More] {
        &self.more
    }

    /// The conditions that only warn and are not known to hold, in their order.
    pub fn warnings(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.warnings, self.company.names())
    }

    /// What became of the event.
    #[must_use]
    pub fn outcome(&self) -> Advanced {
        self.outcome
    }

    /// Every field that is missing.
    #[must_use]
    pub fn missing(&self) -> &[Pointer] {
        &self.missing
    }

    /// The order as it is now; none where there was none and there is none.
    #[must_use]
    pub fn order(&self) -> Option<&Order<'r>> {
        self.order.as_ref()
    }

    /// The orders that a switch (切替) has made.
    #[must_use]
    pub fn created(&self) -> &[Order<'r>] {
        &self.created
    }

    /// As in a verdict, of the evaluation that the event made.
    #[must_use]
    pub fn fee(&self) -> Option<&RequestFee> {
        self.fee.as_ref()
    }

    /// The same.
    #[must_use]
    pub fn limits(&self) -> &[LimitLine] {
        &self.limits
    }

    /// The same.
    #[must_use]
    pub fn approval(&self) -> Option<Approval<'_>> {
        self.approval.as_ref().map(|approvers| Approval::new(approvers, self.company))
    }

    /// The usage as it is now, entry by entry in the order of the question.
    #[must_use]
    pub fn usage(&self) -> &[RequestUsage<'r>] {
        &self.usage
    }

    /// What is said of the event as a verdict says it: reasons, missing fields, fee, limits and approval, for hosts that show both in
    /// one way. It is refused or incomplete as the event is; a changed order's is accepted. The usage stands in
    /// [`Advance::usage`] alone.
    #[must_use]
    pub fn verdict(&self) -> Verdict<'c> {
        let mut verdict = Verdict::empty(self.company);
        verdict.outcome = match self.outcome {
            Advanced::Changed => Outcome::Accepted,
            Advanced::Refused => Outcome::Refused,
            Advanced::Incomplete => Outcome::Incomplete,
        };
        verdict.reasons.clone_from(&self.reasons);
        verdict.more.clone_from(&self.more);
        verdict.warnings.clone_from(&self.warnings);
        verdict.missing.clone_from(&self.missing);
        verdict.fee = self.fee;
        verdict.limits.clone_from(&self.limits);
        verdict.approval.clone_from(&self.approval);
        verdict
    }

    /// What the host stores: the order, the orders that a switch has made, and the usage.
    #[must_use]
    pub fn into_stored(self) -> (Option<Order<'r>>, Vec<Order<'r>>, Vec<RequestUsage<'r>>) {
        (self.order, self.created, self.usage)
    }
}

impl Advance<'_, '_> {
    /// Appends the answer as JSON (`docs/item.md`, section 3): fields in a fixed order, the same bytes in every host.
    pub fn write_json(&self, out: &mut String) {
        let mut writer = AnswerWriter::new(self.company, out);
        self.write(&mut writer);
        writer.finish();
    }

    fn write(&self, out: &mut AnswerWriter<'_, '_>) {
        out.text("{\"outcome\":\"");
        out.text(self.outcome.name());
        out.text("\"");
        out.faults(&self.reasons, &self.more, &self.warnings, &self.missing);
        out.text(",\"item\":");
        match &self.order {
            Some(one) => order(out.direct(), one),
            None => out.text("null"),
        }
        out.text(",\"created\":");
        out.list(&self.created, |out, one| order(out.direct(), one));
        label(out, self.company, self.order.as_ref());
        out.fee_of(self.fee.as_ref());
        out.limits(&self.limits);
        out.approval(self.approval.as_ref());
        out.text(",\"usage\":");
        out.list(&self.usage, |out, entry| usage(out.direct(), entry, "used"));
        out.provenance();
    }
}

fn label(out: &mut AnswerWriter<'_, '_>, company: &Company, order: Option<&Order<'_>>) {
    out.text(",\"label\":");
    let Some(order) = order else {
        out.text("null");
        return;
    };
    let service = company.service();
    out.text("{\"ja\":");
    out.string(service.state_label(order.state, Lang::Ja));
    out.text(",\"en\":");
    out.string(service.state_label(order.state, Lang::En));
    out.text("}");
}

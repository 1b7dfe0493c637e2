//! The largest payment, found on the intervals in which everything rises with it, never by trying payments.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::fee::PAYMENT_MAX;
use crate::loaded::Company;
use crate::model::field::AmountRange;
use crate::reason::{More, Pointer, Reason, Refusal, reasons};
use crate::request::error::Mistake;
use crate::request::{Request, RequestError};
use crate::resolve::{Entered, Resolved};
use crate::steps::payment::{Effect, Payments};
use crate::steps::{Context, business};
use crate::terms::Operation;
use crate::verdict::Verdict;
use crate::write;

/// The largest payment with which a request has no reason against it.
#[derive(Clone, Debug)]
pub struct Largest<'c> {
    company: &'c Company,
    payment: Option<i64>,
    stops: Vec<Refusal>,
    more: Vec<More>,
    missing: Vec<Pointer>,
}

impl Largest<'_> {
    /// In minor units; none where no payment goes, or where it is not decided, as fields are missing: then nothing stops.
    #[must_use]
    pub fn payment(&self) -> Option<i64> {
        self.payment
    }

    /// The fields that are missing with the payment, or with the smallest one where none goes.
    #[must_use]
    pub fn missing(&self) -> &[Pointer] {
        &self.missing
    }

    /// The reasons against one unit more; where no payment goes those against the smallest one that has a fee, or against
    /// 1. Empty at the largest payment there is.
    pub fn stops(&self) -> impl DoubleEndedIterator<Item = Reason<'_>> + ExactSizeIterator + Clone {
        reasons(&self.stops, self.company.names())
    }

    /// How many reasons there are beside those, by code: of one code 1,000 are listed.
    #[must_use]
    pub fn more(&self) -> &[More] {
        &self.more
    }
}

impl Company {
    /// The largest payment with which a request, all else as it is, has no reason against it; of a batch, the payment of the
    /// item at a position. The payment that the request has does not matter.
    ///
    /// # Errors
    ///
    /// As [`Company::resolve`]; or `request.largest`: there is no payment to look for, as the operation makes no item and is
    /// not `approve`, the business is missing, or `item` is none of the request's.
    pub fn largest_payment(
        &self,
        request: &Request<'_>,
        item: Option<u32>,
    ) -> Result<Largest<'_>, RequestError> {
        let mut resolved = Resolved::empty(self);
        self.resolve_into(request, &mut resolved)?;
        let at = self.place(&resolved, item)?;
        let too_many = business(&self.model, resolved.business.unwrap_or_default())
            .is_some_and(|of| of.business.has_too_many(resolved.lines.len()));
        let search = Search { company: self, resolved, at, verdict: self.verdict() };
        // Then no item is looked at, and whatever is paid the answer is one.
        Ok(if too_many { search.none(None) } else { search.run() })
    }

    /// As [`Company::largest_payment`], from JSON to JSON: appends `{"largest","stops","missing"}`.
    ///
    /// # Errors
    ///
    /// As [`Request::from_json`] and [`Company::largest_payment`]; nothing is appended then.
    pub fn largest_payment_json(
        &self,
        request: &str,
        item: Option<u32>,
        out: &mut String,
    ) -> Result<(), RequestError> {
        let mut read = Request::default();
        read.fill(request)?;
        self.write_largest(&read, item, out)
    }

    /// Appends the largest payment as JSON; nothing where there is no answer.
    pub(crate) fn write_largest(
        &self,
        request: &Request<'_>,
        item: Option<u32>,
        out: &mut String,
    ) -> Result<(), RequestError> {
        let answer = self.largest_payment(request, item)?;
        let stops = (&*answer.stops, &*answer.more);
        write::backwards::largest(self, answer.payment, stops, &answer.missing, out);
        Ok(())
    }

    /// The position of the item whose payment is looked for; none for a single business.
    fn place(&self, request: &Resolved<'_>, item: Option<u32>) -> Result<Option<usize>, RequestError> {
        let no = |path: &str, mistake: Mistake| Err(RequestError::at_path(mistake, path, []));
        let operation = request.operation;
        if !operation.is_some_and(Operation::takes_in) {
            return no("/operation", Mistake::LargestOperation);
        }
        let Some(of) = request.business.and_then(|at| business(&self.model, at)) else {
            return no("/business", Mistake::LargestBusiness);
        };
        match (of.business.kind.is_single(), item) {
            (true, None) => Ok(None),
            (true, Some(_)) => no("/items", Mistake::LargestSingle),
            (false, None) => no("/items", Mistake::LargestWhich),
            (false, Some(item)) => match usize::try_from(item) {
                Ok(at) if at < request.lines.len() => Ok(Some(at)),
                _ => no("/items", Mistake::LargestItem),
            },
        }
    }
}

/// One search for the largest payment.
struct Search<'c> {
    company: &'c Company,
    /// The request; its payment is replaced again and again.
    resolved: Resolved<'c>,
    /// The item that is looked at, of a batch.
    at: Option<usize>,
    /// The verdict with the payment tried last.
    verdict: Verdict<'c>,
}

impl<'c> Search<'c> {
    fn run(mut self) -> Largest<'c> {
        let within = self.within();
        self.pay(*within.start());
        let payments = {
            let context = Context::with_company(self.company, &self.resolved);
            Payments::new(&context, self.at, &mut self.verdict)
        };
        let (mut rooms, mut silent_goes, mut fee_goes) = (None, true, true);
        let mut smallest = None;
        for segment in payments.iter().flat_map(|payments| payments.segments(within.clone())) {
            let Some(payments) = &payments else { break };
            let start = *segment.start();
            match payments.effect(start) {
                Effect::Refused => {}
                Effect::Silent if silent_goes => {
                    if let Some(payment) = payments.largest_silent(&segment) {
                        silent_goes = self.goes(payment);
                        if silent_goes {
                            return self.undecided();
                        }
                    }
                }
                Effect::Silent => {}
                Effect::Fee(_) => {
                    smallest = Some(start);
                    if !fee_goes || payments.largest_in(&segment, i64::MAX).is_none() {
                        continue;
                    }
                    let rooms = &*rooms.get_or_insert_with(|| self.rooms(payments, start));
                    if let Some(payment) = largest_within(payments, &segment, rooms) {
                        fee_goes = self.goes(payment);
                        if fee_goes {
                            return self.found(payment);
                        }
                    }
                }
            }
        }
        self.none(smallest)
    }

    /// What the item may count, by the limits and by those who have to approve, in intervals that rise. Which of them apply
    /// does not rest on the payment, so one with a fee tells all.
    fn rooms(&mut self, payments: &Payments<'c>, payment: i64) -> Vec<RangeInclusive<i64>> {
        self.pay(payment);
        let context = Context::with_company(self.company, &self.resolved);
        let most = payments.room(&context, payment, &mut self.verdict);
        let rooms = payments.approvable(&context, payment, &mut self.verdict);
        let kept = rooms.into_iter().filter(|room| *room.start() <= most);
        kept.map(|room| *room.start()..=most.min(*room.end())).collect()
    }

    /// The answer where no payment goes, given the smallest that has a fee.
    fn none(mut self, smallest: Option<i64>) -> Largest<'c> {
        self.goes(smallest.unwrap_or(1));
        let Verdict { reasons: stops, more, missing, .. } = self.verdict;
        Largest {
            company: self.company,
            payment: None,
            stops: stops.into_vec(),
            more,
            missing: missing.into_vec(),
        }
    }

    /// The answer, once the payment has been evaluated.
    fn found(mut self, payment: i64) -> Largest<'c> {
        if payment == PAYMENT_MAX && self.verdict.missing.iter().any(|at| at.field.bears_on_amounts()) {
            return self.undecided();
        }
        let missing = self.verdict.missing.to_vec();
        let (mut stops, mut more) = (Vec::new(), Vec::new());
        if payment < PAYMENT_MAX {
            self.goes(payment.saturating_add(1));
            stops = core::mem::take(&mut self.verdict.reasons).into_vec();
            more = core::mem::take(&mut self.verdict.more);
        }
        Largest { company: self.company, payment: Some(payment), stops, more, missing }
    }

    /// The answer where the payment evaluated last goes, but rests on fields that are missing.
    fn undecided(self) -> Largest<'c> {
        Largest {
            company: self.company,
            payment: None,
            stops: Vec::new(),
            more: Vec::new(),
            missing: self.verdict.missing.into_vec(),
        }
    }

    /// The payments that the bank's rule for the field lets through; no payment where its range is outside of those there
    /// are.
    fn within(&self) -> RangeInclusive<i64> {
        let context = Context::with_company(self.company, &self.resolved);
        let range = context.business.as_ref().map_or(&AmountRange::ANY, |of| context.payment_range(of));
        range.min.unwrap_or(1).max(1)..=range.max.unwrap_or(PAYMENT_MAX).min(PAYMENT_MAX)
    }

    /// Whether a payment has no reason against it; the verdict is then that of it.
    fn goes(&mut self, payment: i64) -> bool {
        self.pay(payment);
        self.resolved.decide(&mut self.verdict);
        self.verdict.reasons.is_empty()
    }

    fn pay(&mut self, payment: i64) {
        let item = match self.at {
            None => Some(&mut self.resolved.single),
            Some(at) => self.resolved.lines.get_mut(at),
        };
        if let Some(item) = item {
            item.payment = Entered::Value(payment);
        }
    }
}

/// The largest payment of a segment that counts something in one of the intervals.
fn largest_within(
    payments: &Payments<'_>,
    segment: &RangeInclusive<i64>,
    rooms: &[RangeInclusive<i64>],
) -> Option<i64> {
    let largest = |room: &RangeInclusive<i64>| {
        let payment = payments.largest_in(segment, *room.end())?;
        payments.own(payment).filter(|own| room.contains(own)).map(|_| payment)
    };
    rooms.iter().rev().find_map(largest)
}

#[cfg(test)]
mod tests;

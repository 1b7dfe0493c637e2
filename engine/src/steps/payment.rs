//! What an evaluation rests on as far as it rests on the payment of one item, so that all payments can be asked about at
//! once (`docs/forms.md`, section 2.1).

use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::fee::Fee;
use crate::model::table::{Prices, in_tax_period};
use crate::resolve::{Entered, ResolvedLine};
use crate::steps::approval::amounts::{self, Others};
use crate::steps::fee::{self, Prepared, Stop, Terms};
use crate::steps::{Context, Dates, Progress, form, limit};
use crate::verdict::Verdict;

/// What the fee step makes of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// There is no fee, and no reason either: a field is missing, or has a reason in another step.
    Silent,
    /// There is a reason against it.
    Refused,
    /// It has a fee.
    Fee(Fee),
}

/// One item of a request with everything about its fee but its payment.
pub(crate) struct Payments<'c> {
    line: ResolvedLine,
    /// Its position in a batch.
    at: Option<usize>,
    prepared: Result<Prepared<'c>, &'static Stop>,
    count_fees: bool,
    /// The sum of the fees of the other items; none where the request has no sum, whatever is paid to this one.
    others: Option<Fee>,
    /// Prices per count, with the number of items.
    per_count: Option<(&'c Prices, usize)>,
    /// What the largest of the other items counts; none for a single business.
    largest: Option<i64>,
    dates: Dates,
}

impl<'c> Payments<'c> {
    /// Looks at a request, of which the item at a position (of a batch), or the only one, has some payment. None where the
    /// business is not known.
    pub(crate) fn new(
        context: &Context<'c, '_>,
        at: Option<usize>,
        scratch: &mut Verdict<'c>,
    ) -> Option<Self> {
        let (of, settings) = (context.business.as_ref()?, &context.service.settings);
        let request = context.request;
        let item = at.map_or(Some(&request.single), |at| request.lines.get(at))?;
        scratch.clear();
        let mut so_far = Progress { in_business: true, ..Progress::default() };
        form::run(context, &mut so_far, scratch);
        fee::run(context, &mut so_far, scratch);
        let dates = so_far.dates;
        let mut others = Some(Fee::default());
        for (_, fee) in scratch.lines.iter().enumerate().filter(|(place, _)| Some(*place) != at) {
            others = others.zip(*fee).and_then(|(sum, fee)| fee::add(&sum, &fee));
        }
        let terms = Terms::new(context, of, dates);
        let prices = terms.per_count.and_then(|by_tax| in_tax_period(by_tax, terms.tax_period()));
        if terms.per_count.is_some() && prices.is_none() {
            others = None;
        }
        let counted = |fee: &Fee| if settings.limit.count_fees { fee.withdrawal } else { fee.transfer };
        let beside = scratch.lines.iter().enumerate().filter(|(place, _)| Some(*place) != at);
        let largest = beside.filter_map(|(_, fee)| fee.as_ref()).map(counted).max();
        Some(Self {
            line: *item,
            at,
            prepared: fee::prepare(context, &terms, item, &mut |_| ()),
            count_fees: settings.limit.count_fees,
            others,
            per_count: prices.map(|prices| (prices, at.map_or(1, |_| request.lines.len()))),
            largest: at.map(|_| largest.unwrap_or(0)),
            dates,
        })
    }

    /// What the fee step makes of a payment.
    pub(crate) fn effect(&self, payment: i64) -> Effect {
        let item = ResolvedLine { payment: Entered::Value(payment), ..self.line };
        let fee = match &self.prepared {
            Ok(prepared) => fee::quote(prepared, &item),
            Err(stop) => Err(*stop),
        };
        match fee {
            Ok(fee) => Effect::Fee(fee),
            Err(Stop::Silent | Stop::Missing(_)) => Effect::Silent,
            Err(Stop::Reason(..) | Stop::Zero) => Effect::Refused,
        }
    }

    /// The payments of an interval in parts, from the largest down; in each a fee is kept back from every payment or from
    /// none, and every amount rises with the payment.
    pub(crate) fn segments(
        &self,
        within: RangeInclusive<i64>,
    ) -> impl Iterator<Item = RangeInclusive<i64>> + '_ {
        let (least, most) = within.into_inner();
        let whole = (self.prepared.is_err() && least <= most).then_some(least..=most);
        let parts = self.prepared.iter().flat_map(move |prepared| prepared.quoter.segments(most));
        whole.into_iter().chain(
            parts
                .take_while(move |part| *part.end() >= least)
                .map(move |part| *part.start().max(&least)..=*part.end()),
        )
    }

    /// Whether a payment has a fee, of which at most `room` is counted, and whether the sums of the request are amounts.
    fn fits(&self, payment: i64, room: i64) -> bool {
        let Effect::Fee(fee) = self.effect(payment) else { return false };
        let has_sum = self.others.is_none() || self.sum(&fee).is_some();
        has_sum && self.counted(&fee) <= room
    }

    /// The largest payment of a segment that fits.
    pub(crate) fn largest_in(&self, segment: &RangeInclusive<i64>, room: i64) -> Option<i64> {
        self.largest_with(segment, |payment| self.fits(payment, room))
    }

    /// The largest payment of a segment of which nothing is said.
    pub(crate) fn largest_silent(&self, segment: &RangeInclusive<i64>) -> Option<i64> {
        self.largest_with(segment, |payment| self.effect(payment) == Effect::Silent)
    }

    fn largest_with(&self, segment: &RangeInclusive<i64>, fits: impl Fn(i64) -> bool) -> Option<i64> {
        match &self.prepared {
            Ok(prepared) => prepared.quoter.largest_in(segment, fits),
            // Without what a fee rests on, every payment is as good as any other.
            Err(_) => fits(*segment.end()).then_some(*segment.end()),
        }
    }

    fn counted(&self, fee: &Fee) -> i64 {
        if self.count_fees { fee.withdrawal } else { fee.transfer }
    }

    /// The sum of the request's fees with that of the item; none where there is none.
    fn sum(&self, fee: &Fee) -> Option<Fee> {
        let sum = fee::add(self.others.as_ref()?, fee)?;
        match self.per_count {
            Some((prices, count)) => fee::charge_per_count(sum, prices, count),
            None => Some(sum),
        }
    }

    /// What the item may count such that the approval step has nothing against the request, in intervals that rise; given
    /// some payment that has a fee.
    pub(crate) fn approvable(
        &self,
        context: &Context<'c, '_>,
        payment: i64,
        scratch: &mut Verdict<'c>,
    ) -> Vec<RangeInclusive<i64>> {
        // Without a sum nobody is asked about amounts.
        let Effect::Fee(fee) = self.effect(payment) else { return vec![0..=i64::MAX] };
        let Some(sum) = self.sum(&fee) else { return vec![0..=i64::MAX] };
        let more = self.counted(&sum).saturating_sub(self.counted(&fee));
        let own = if self.largest.is_none() { more } else { 0 };
        let others = Others { sum: more, own, largest: self.largest.unwrap_or(0) };
        amounts::approvable(context, others, self.dates, scratch)
    }

    /// What a payment counts, where it has a fee.
    pub(crate) fn own(&self, payment: i64) -> Option<i64> {
        match self.effect(payment) {
            Effect::Fee(fee) => Some(self.counted(&fee)),
            _ => None,
        }
    }

    /// The most that the item may count under the limits, given the request with some payment of it.
    pub(crate) fn room(&self, context: &Context<'c, '_>, payment: i64, scratch: &mut Verdict<'c>) -> i64 {
        let (Some(own), Some(of)) = (self.own(payment), &context.business) else { return i64::MAX };
        scratch.clear();
        let mut so_far = Progress { in_business: true, ..Progress::default() };
        form::run(context, &mut so_far, scratch);
        fee::run(context, &mut so_far, scratch);
        let item = (self.at, own);
        let room =
            so_far.counted.map(|counted| limit::room(context, of, (so_far.dates, counted), item, scratch));
        room.unwrap_or(i64::MAX)
    }
}

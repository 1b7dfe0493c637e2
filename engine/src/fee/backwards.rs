//! Questions about all payments, answered on intervals.
//!
//! Between two neighbouring break points everything that a quote looks up stays in one tier, so what is transferred and
//! what is charged rise with the payment and a bisection finds any bound exactly. The intervals are walked from
//! above, without memory of their own.

use core::ops::RangeInclusive;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::fee::{PayeeShare, Quoter};
use crate::model::table::TierFee;
use crate::terms::Method;

/// The largest payment that is looked at: 15 digits, as many as the largest limit has.
pub(crate) const PAYMENT_MAX: i64 = 999_999_999_999_999;

impl Quoter<'_> {
    /// The largest payment from 1 on that has a quote and whose counted amount is at most `room`.
    pub(crate) fn largest(&self, room: i64, count_fees: bool) -> Option<i64> {
        let fits = |payment: i64| self.counted(payment, count_fees).is_some_and(|counted| counted <= room);
        // What the payer bears leaves the whole payment, so the room itself is the answer where it has a fee.
        if self.payee.is_none() && !count_fees && room >= 1 && fits(room.min(PAYMENT_MAX)) {
            return Some(room.min(PAYMENT_MAX));
        }
        self.segments(self.ceiling(room)).find_map(|segment| self.largest_in(&segment, fits))
    }

    /// The intervals up to `end` in which a quote changes evenly, from the largest payments down to 1: in each the fee is
    /// kept back from every payment or from none, and what is transferred and charged rises, but for dips that are as short
    /// as [`Quoter::unevenness`] says. Near the ends of such intervals payments stand by themselves.
    pub(crate) fn segments(&self, end: i64) -> impl Iterator<Item = RangeInclusive<i64>> + '_ {
        let mut end = end;
        // How many payments are still to stand by themselves; none where that is not begun.
        let mut alone: Option<i64> = None;
        core::iter::from_fn(move || {
            if end < 1 {
                return None;
            }
            let (last, uneven) = (end, self.unevenness(end));
            let left = alone.unwrap_or(uneven);
            let mut start = last;
            if uneven == 0 {
                start = self.segment_start(last);
                alone = None;
            } else if left > 0 {
                alone = Some(left.saturating_sub(1));
            } else {
                let even = self.segment_start(last).saturating_add(uneven);
                if even <= last {
                    start = even;
                    alone = Some(uneven.saturating_mul(2));
                }
            }
            end = start.saturating_sub(1);
            Some(start..=last)
        })
    }

    /// The largest payment of a segment that fulfils a condition which turns from true to false as amounts rise.
    pub(crate) fn largest_in(
        &self,
        segment: &RangeInclusive<i64>,
        fits: impl Fn(i64) -> bool,
    ) -> Option<i64> {
        let (start, end) = (*segment.start(), *segment.end());
        let uneven = if start == end { 0 } else { self.unevenness(end) };
        if uneven == 0 {
            return fits(start).then(|| last_true(segment, fits));
        }
        let near = |from: i64| (from..=from.saturating_add(uneven).min(end)).rev();
        let first = near(start).find(|payment| fits(*payment))?;
        let found = last_true(&(first..=end), &fits);
        near(found).find(|payment| fits(*payment))
    }

    /// How far apart two payments must be for the larger one surely to leave as much to transfer as the smaller: 0 where
    /// that is always so. A fee that is a share of the payment, rounded, and then taxed and rounded again, may rise by two
    /// units where the payment rises by one. Both roundings together stray less than 3 units from the exact transfer.
    pub(super) fn unevenness(&self, payment: i64) -> i64 {
        const MOST: i64 = 1_000;
        let Some(share) = &self.payee else { return 0 };
        if share.method != Method::Fixed || share.is_below_minimum(payment) {
            return 0;
        }
        let tier = share.table.tier(share.table.position(payment));
        let TierFee::Rate(rate) = &tier.fee else { return 0 };
        let Some((factor, _)) = share.table.tax() else { return 0 };
        let rises = rate.rate.checked_mul(factor).and_then(|fee| Decimal::ONE.checked_sub(fee));
        rises
            .filter(|rises| *rises > Decimal::ZERO)
            .and_then(|rises| Decimal::from(6_u8).checked_div(rises)?.ceil().to_i64())
            .map_or(MOST, |apart| apart.min(MOST))
    }

    /// The payments of which exactly `amount` is transferred, as intervals from the largest down.
    pub(crate) fn receiving(&self, amount: i64) -> impl Iterator<Item = RangeInclusive<i64>> + '_ {
        let transfer = |payment| self.transfer(payment).map_or(0, |(transfer, _)| transfer);
        self.segments(self.ceiling(amount)).filter_map(move |segment| {
            let start = *segment.start();
            if transfer(start) > amount || transfer(*segment.end()) < amount {
                return None;
            }
            let to = last_true(&segment, |payment| transfer(payment) <= amount);
            let from = first_true(start, to, |payment| transfer(payment) >= amount);
            (transfer(to) == amount).then_some(from..=to)
        })
    }

    /// A payment above which more than `room` is surely transferred.
    fn ceiling(&self, room: i64) -> i64 {
        let most_deducted = match &self.payee {
            None => 0,
            Some(share) if share.method == Method::Typed => share.typed,
            Some(share) if share.table.has_rates() => return PAYMENT_MAX,
            Some(share) => share.table.tiers().map(|tier| tier.fixed()).max().unwrap_or(0),
        };
        room.saturating_add(most_deducted).saturating_add(1).min(PAYMENT_MAX)
    }

    /// The lowest payment from which up to `end` a quote changes evenly.
    fn segment_start(&self, end: i64) -> i64 {
        let mut start = self.payee.as_ref().map_or(1, |share| share.break_point(end)).max(1);
        // The transfer rises from `start` to `end`: first the part where there is one, then the bank's tier.
        let has_quote = |payment: i64| self.transfer(payment).is_ok_and(|(_, kept_back)| kept_back);
        let at_end = has_quote(end);
        start = first_true(start, end, |payment| has_quote(payment) == at_end);
        if let Some(bank) = self.bank {
            let tier =
                |payment: i64| self.transfer(payment).map_or(0, |(transfer, _)| bank.position(transfer));
            let at_end = tier(end);
            start = first_true(start, end, |payment| tier(payment) == at_end);
        }
        start
    }
}

impl PayeeShare<'_> {
    /// The highest payment up to `end` at which anything about the deduction may change; 1 if there is none.
    fn break_point(&self, end: i64) -> i64 {
        let mut highest = 1;
        let mut consider = |point: i64| {
            if point <= end && point > highest {
                highest = point;
            }
        };
        consider(self.minimum);
        consider(self.minimum.saturating_add(1));
        if self.method == Method::Typed {
            return highest;
        }
        let mut below = self.table.tier(0).fixed();
        for bound in self.table.tiers() {
            consider(bound.from);
            match self.method {
                Method::Fixed | Method::Typed => {}
                Method::AddLowerFee => consider(bound.from.saturating_add(below)),
                Method::AddUpperFee => consider(bound.from.saturating_add(bound.fixed())),
                // Any bound may be moved by any fee: by this one, the highest that is not moved above the end.
                Method::Iterative | Method::ClampLower | Method::ClampUpper => {
                    let fee = bound.fixed();
                    let last = self.table.tier(self.table.position(end.saturating_sub(fee))).from;
                    consider(last.saturating_add(fee));
                }
            }
            below = bound.fixed();
        }
        highest
    }
}

/// The last value of an interval for which a condition that turns from true to false at most once still holds; its start
/// if it never does.
fn last_true(segment: &RangeInclusive<i64>, condition: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (*segment.start(), *segment.end());
    while low < high {
        let middle = high.wrapping_sub(high.wrapping_sub(low).wrapping_div(2)); // rounded up
        if condition(middle) { low = middle } else { high = middle.wrapping_sub(1) }
    }
    low
}

/// The first value for which a condition that turns from false to true at most once holds; `end` if it never does.
pub(super) fn first_true(start: i64, end: i64, condition: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (start, end);
    while low < high {
        let middle = low.wrapping_add(high.wrapping_sub(low).wrapping_div(2));
        if condition(middle) { high = middle } else { low = middle.wrapping_add(1) }
    }
    low
}

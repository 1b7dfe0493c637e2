//! What every payment costs, as pieces of payments that cost alike: for whoever draws a fee, or explains it.
//!
//! The pieces are those in which a quote changes evenly, cut where a share meets its minimum or maximum and where a
//! difference begins or ends, and joined where nothing changes between two of them. No payment is left to a guess.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::fee::backwards::first_true;
use crate::fee::{Fee, NoQuote, PAYMENT_MAX, Quoter};
use crate::model::table::{Table, TierFee};

vocabulary! {
    /// How the figures run from the first payment of a piece to its last.
    FeeShape {
        /// What is kept back, what the bank charges and the difference are the same for all of them.
        Flat = "flat",
        /// The transfer stays, so that what is kept back and the difference rise by one unit with each unit of the payment; the
        /// difference has one sign.
        Straight = "straight",
        /// A share of the amount is kept back or charged: it rises, but for what rounding does from one unit to the next.
        Rounded = "rounded",
    }
}

/// Neighbouring payments that cost alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeePiece {
    /// The smallest payment.
    pub first: i64,
    /// The largest payment.
    pub last: i64,
    /// How the figures run between the two.
    pub shape: FeeShape,
    /// The amounts of the first and of the last payment, or why none of the payments has any.
    pub fees: Result<[Fee; 2], NoQuote>,
}

/// A piece with what it rests on.
struct Found {
    piece: FeePiece,
    /// The tiers of which a share is kept back and charged; none where no share moves anything.
    moving: Option<[Option<usize>; 2]>,
}

impl Quoter<'_> {
    /// What every payment costs, from 1 to the largest payment that is looked at.
    pub(crate) fn curve(&self) -> Vec<FeePiece> {
        let mut found: Vec<Found> = Vec::new();
        for segment in self.segments(PAYMENT_MAX) {
            let mut end = *segment.end();
            for start in self.cuts(&segment).into_iter().rev() {
                self.by_sign(&(start..=end), &mut found);
                end = start.saturating_sub(1);
            }
        }
        found.into_iter().rev().map(|found| found.piece).collect()
    }

    /// Where the pieces of a segment begin, rising from its start.
    fn cuts(&self, segment: &RangeInclusive<i64>) -> Vec<i64> {
        let (start, end) = (*segment.start(), *segment.end());
        let mut cuts = Vec::from([start]);
        if start < end {
            let at_end = self.quote(end).is_ok();
            cuts.push(first_true(start, end, |payment| self.quote(payment).is_ok() == at_end));
            let kept_back = self.transfer(end).is_ok_and(|(_, kept_back)| kept_back);
            if kept_back && let Some(share) = &self.payee {
                bends(share.table, |payment| payment, segment, &mut cuts);
            }
            if let Some(own) = self.expected.filter(|_| !kept_back) {
                cuts.extend(own.tiers().map(|tier| tier.from).filter(|from| segment.contains(from)));
            }
            self.charged_cuts(end, &mut cuts);
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// Adds where what the bank charges bends between the cuts up to `end`: where a bisection finds it, as the transfer rises
    /// with the payment, which it does wherever the fee that is kept back does not.
    fn charged_cuts(&self, end: i64, cuts: &mut Vec<i64>) {
        let Some(bank) = self.bank else { return };
        let transfer = |payment: i64| self.transfer(payment).map_or(0, |(transfer, _)| transfer);
        cuts.sort_unstable();
        let mut starts = cuts.clone();
        let mut last = end;
        while let Some(start) = starts.pop() {
            let [rises, payments] = [transfer(last).checked_sub(transfer(start)), last.checked_sub(start)];
            if last > start && (rises == payments || self.unevenness(end) == 0) {
                bends(bank, transfer, &(start..=last), cuts);
            }
            last = start.saturating_sub(1).min(last);
        }
    }

    /// Adds the pieces of payments between two cuts, the last first: more than one where a difference that rises evenly
    /// becomes 0 on the way.
    fn by_sign(&self, payments: &RangeInclusive<i64>, found: &mut Vec<Found>) {
        let piece = self.piece(payments);
        let mut end = piece.last;
        if let (FeeShape::Straight, Ok([fee, _])) = (piece.shape, piece.fees) {
            let zero = piece.first.saturating_sub(fee.difference);
            for start in [zero.saturating_add(1), zero] {
                if piece.first < start && start <= end {
                    self.join(self.piece(&(start..=end)), found);
                    end = start.saturating_sub(1);
                }
            }
        }
        if piece.first <= end {
            self.join(self.piece(&(piece.first..=end)), found);
        }
    }

    /// The payments between two cuts as one piece.
    fn piece(&self, payments: &RangeInclusive<i64>) -> FeePiece {
        let (first, last) = (*payments.start(), *payments.end());
        let fees = match (self.quote(first), self.quote(last)) {
            (Ok(one), Ok(other)) => Ok([one, other]),
            (Err(none), _) | (_, Err(none)) => Err(none),
        };
        let shape = match &fees {
            Ok([one, other]) if costs(one) != costs(other) => {
                let moves = self.moving(one).is_some() || self.moving(other).is_some();
                if moves { FeeShape::Rounded } else { FeeShape::Straight }
            }
            _ => FeeShape::Flat,
        };
        FeePiece { first, last, shape, fees }
    }

    /// Adds a piece below those that are found, as a part of the lowest of them where both are one.
    fn join(&self, piece: FeePiece, found: &mut Vec<Found>) {
        let moving = piece.fees.ok().and_then(|[fee, _]| self.moving(&fee));
        if let Some(above) = found.last_mut()
            && let Some(shape) = joined((&piece, moving), above)
        {
            let fees = match (piece.fees, above.piece.fees) {
                (Ok([first, _]), Ok([_, last])) => Ok([first, last]),
                (none, _) => none,
            };
            above.piece = FeePiece { first: piece.first, last: above.piece.last, shape, fees };
            return;
        }
        found.push(Found { piece, moving });
    }

    /// The tiers of which a share, between its least and its most, is kept back or charged.
    fn moving(&self, fee: &Fee) -> Option<[Option<usize>; 2]> {
        let share = |table: Option<&Table>, amount: i64| {
            let table = table?;
            let position = table.position(amount);
            let [least, most] = ends(table, position)?;
            let at = table.fee(amount)?;
            (least < Some(at) && most.is_none_or(|most| at < most)).then_some(position)
        };
        let own = self.payee.as_ref().map(|share| share.table).filter(|_| fee.deducted > 0);
        let moving = [share(own, fee.payment), share(self.bank, fee.transfer)];
        moving.iter().any(Option::is_some).then_some(moving)
    }
}

/// What a payment costs.
fn costs(fee: &Fee) -> (i64, i64, i64, Option<i64>) {
    (fee.deducted, fee.bank_fee, fee.difference, fee.expected_bank_fee)
}

/// The shape of a piece with the one above it, if the two are one.
fn joined((piece, moving): (&FeePiece, Option<[Option<usize>; 2]>), above: &Found) -> Option<FeeShape> {
    let ([first, below], [next, _]) = match (piece.fees, above.piece.fees) {
        (Ok(piece), Ok(above)) => (piece, above),
        (Err(one), Err(other)) => return (one == other).then_some(FeeShape::Flat),
        _ => return None,
    };
    if moving.is_some() || above.moving.is_some() {
        return (moving == above.moving).then_some(FeeShape::Rounded);
    }
    let is = |shape: FeeShape| {
        let fits = |piece: &FeePiece| piece.shape == shape || piece.first == piece.last;
        fits(piece) && fits(&above.piece)
    };
    if is(FeeShape::Flat) && costs(&below) == costs(&next) {
        return Some(FeeShape::Flat);
    }
    let stays = first.transfer == next.transfer && first.bank_fee == next.bank_fee;
    let sign = first.difference.signum() == next.difference.signum();
    (is(FeeShape::Straight) && stays && sign && first.expected_bank_fee.is_none())
        .then_some(FeeShape::Straight)
}

/// The least and the most that a tier with a share comes to; no most where there is no end to it.
fn ends(table: &Table, position: usize) -> Option<[Option<i64>; 2]> {
    let TierFee::Rate(rate) = &table.tier(position).fee else { return None };
    let most = rate.max.and_then(|_| rate.fee(crate::money::AMOUNT_MAX, table.tax()));
    Some([rate.fee(0, table.tax()), most])
}

/// Adds the payments from which a share is above its least, and from which it is at its most.
fn bends(table: &Table, amount: impl Fn(i64) -> i64, segment: &RangeInclusive<i64>, cuts: &mut Vec<i64>) {
    let (start, end) = (*segment.start(), *segment.end());
    let Some([least, most]) = ends(table, table.position(amount(end))) else { return };
    cuts.push(first_true(start, end, |payment| table.fee(amount(payment)) > least));
    if let Some(most) = most {
        cuts.push(first_true(start, end, |payment| table.fee(amount(payment)).is_none_or(|fee| fee >= most)));
    }
}

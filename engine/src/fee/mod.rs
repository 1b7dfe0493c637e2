//! Transfer fees (振込手数料): what is kept back from a payment, what is transferred, what the bank charges.
//!
//! ```text
//! payment ──deduct──▶ transfer ──bank's table──▶ bankFee
//! ```
//!
//! `Quoter` holds all that is fixed before the payment is known (tables in force, method, minimum), so one payment is a
//! look-up, and questions about all payments (the largest that fits, those that give the payee a sum) are answered on the
//! intervals in which a quote changes evenly.

mod backwards;
mod curve;
mod deduct;
mod rule;

pub(crate) use backwards::PAYMENT_MAX;
pub use curve::{FeePiece, FeeShape};
pub use rule::{FeeRule, FeeRuleError, FeeTable};

use crate::model::table::{Prices, Table, with_tax};
use crate::money;
use crate::terms::Method;
use rust_decimal::Decimal;

/// The amounts of one payment, or their sums over a batch; all in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fee {
    /// 支払金額: the debt being settled.
    pub payment: i64,
    /// 先方負担手数料: kept back from the payment.
    pub deducted: i64,
    /// 振込金額: payment - deducted.
    pub transfer: i64,
    /// 振込手数料: what the bank charges, looked up by the transfer.
    pub bank_fee: i64,
    /// 出金額: transfer + bank fee.
    pub withdrawal: i64,
    /// Deducted - bank fee where the payee bears the fee, else 0; signed.
    pub difference: i64,
    /// What the company's own payer-borne table (当方負担手数料) says, where it has one.
    pub expected_bank_fee: Option<i64>,
}

/// Why a payment has no quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoQuote {
    /// Nothing would be left to transfer.
    NotLessThanPayment,
    /// An amount would have more than 18 digits, or is below 0.
    TooLarge,
}

/// What the payee bears, as far as it is fixed before the payment is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PayeeShare<'m> {
    /// The deduction table `T`.
    pub table: &'m Table,
    pub method: Method,
    /// The fee typed by the user, for method `typed`.
    pub typed: i64,
    /// 適用最低支払金額.
    pub minimum: i64,
    /// Whether a payment equal to the minimum is still deducted from.
    pub minimum_inclusive: bool,
    /// Whether a payment that does not cover its fee becomes payer-borne instead of having no quote.
    pub no_deduction_for_small: bool,
}

impl PayeeShare<'_> {
    /// Whether the payment is too small for the fee to be kept back.
    #[inline]
    pub(crate) fn is_below_minimum(&self, payment: i64) -> bool {
        payment < self.minimum || (!self.minimum_inclusive && self.minimum > 0 && payment == self.minimum)
    }
}

/// Everything about the fee of one item but its payment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quoter<'m> {
    /// The bank's table; none where the fee is per count, outside the item.
    pub bank: Option<&'m Table>,
    /// None: the payer bears the fee.
    pub payee: Option<PayeeShare<'m>>,
    /// The company's own payer-borne table.
    pub expected: Option<&'m Table>,
    /// The company has a payer-borne table of its own, but none for this item: what the payer bears has no fee.
    pub no_payer_borne: bool,
}

impl Quoter<'_> {
    /// Whether every payment has the same fee by another one: the same tables and what else they go by.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let same_table = |one: Option<&Table>, other: Option<&Table>| match (one, other) {
            (Some(one), Some(other)) => core::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let same_payee = match (&self.payee, &other.payee) {
            (Some(one), Some(other)) => {
                core::ptr::eq(one.table, other.table)
                    && one.method == other.method
                    && one.typed == other.typed
                    && one.minimum == other.minimum
                    && one.minimum_inclusive == other.minimum_inclusive
                    && one.no_deduction_for_small == other.no_deduction_for_small
            }
            (one, other) => one.is_none() && other.is_none(),
        };
        same_payee
            && same_table(self.bank, other.bank)
            && same_table(self.expected, other.expected)
            && self.no_payer_borne == other.no_payer_borne
    }

    /// An item that costs nothing by itself, as its batch is charged per count.
    pub(crate) const fn free() -> Self {
        Self { bank: None, payee: None, expected: None, no_payer_borne: false }
    }

    /// What is transferred of a payment, and whether anything was kept back; none if nothing is left.
    pub(crate) fn transfer(&self, payment: i64) -> Result<(i64, bool), NoQuote> {
        self.transfer_here(payment)
    }

    #[inline(always)]
    fn transfer_here(&self, payment: i64) -> Result<(i64, bool), NoQuote> {
        if payment < 1 {
            return Err(NoQuote::NotLessThanPayment);
        }
        let share = match &self.payee {
            Some(share) if !share.is_below_minimum(payment) => share,
            _ => return Ok((payment, false)),
        };
        let transfer = deduct::transfer(share.table, share.method, share.typed, payment)?;
        if transfer >= 1 {
            Ok((transfer, true))
        } else if share.no_deduction_for_small {
            Ok((payment, false))
        } else {
            Err(NoQuote::NotLessThanPayment)
        }
    }

    /// The amounts of a payment.
    pub(crate) fn quote(&self, payment: i64) -> Result<Fee, NoQuote> {
        self.quote_here(payment)
    }

    /// The same, where it is asked for each request.
    #[inline(always)]
    pub(crate) fn quote_here(&self, payment: i64) -> Result<Fee, NoQuote> {
        let (transfer, payee_borne) = self.transfer_here(payment)?;
        let deducted = payment.checked_sub(transfer).ok_or(NoQuote::TooLarge)?;
        let bank_fee = match self.bank {
            Some(table) => table.fee(transfer).ok_or(NoQuote::TooLarge)?,
            None => 0,
        };
        let withdrawal = money::add(transfer, bank_fee).ok_or(NoQuote::TooLarge)?;
        let difference =
            if payee_borne { deducted.checked_sub(bank_fee).ok_or(NoQuote::TooLarge)? } else { 0 };
        let expected_bank_fee = match self.expected {
            Some(table) if !payee_borne => Some(table.fee(transfer).ok_or(NoQuote::TooLarge)?),
            _ => None,
        };
        Ok(Fee { payment, deducted, transfer, bank_fee, withdrawal, difference, expected_bank_fee })
    }

    /// The amount that limits count: the transfer, with the bank's fee where the setting says so; none where the payment
    /// has no fee.
    pub(crate) fn counted(&self, payment: i64, count_fees: bool) -> Option<i64> {
        if self.no_payer_borne && !self.transfer(payment).ok()?.1 {
            return None;
        }
        let fee = self.quote(payment).ok()?;
        Some(if count_fees { fee.withdrawal } else { fee.transfer })
    }
}

/// The fee of a batch that is charged per count: unit x count, rounded once, then tax. None for other prices, and
/// where the fee leaves the range of amounts.
pub(crate) fn per_count_fee(prices: &Prices, count: usize) -> Option<i64> {
    let Prices::PerCount { unit, round, tax } = prices else { return None };
    let count = Decimal::from(u64::try_from(count).ok()?);
    let fee = money::round(unit.checked_mul(count)?, *round)?;
    with_tax(Decimal::from(fee), *tax)
}

#[cfg(test)]
mod tests;

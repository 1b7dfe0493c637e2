//! The deduction methods (手数料計算方法), each by its formula. `T(x)` is the fee of a table at `x`.

use crate::fee::NoQuote;
use crate::model::table::Table;
use crate::terms::Method;

/// What is left of a payment when the payee's fee is kept back; may be below 1, which the caller judges.
#[inline(always)]
pub(super) fn transfer(table: &Table, method: Method, typed: i64, payment: i64) -> Result<i64, NoQuote> {
    let left = match method {
        Method::Fixed => after(payment, table.fee(payment)),
        Method::AddLowerFee => after(payment, shifted(table, payment, false)),
        Method::AddUpperFee => after(payment, shifted(table, payment, true)),
        Method::Iterative => iterative(table, payment),
        Method::ClampLower => clamped(table, payment, false),
        Method::ClampUpper => clamped(table, payment, true),
        Method::Typed => after(payment, Some(typed)),
    };
    left.ok_or(NoQuote::TooLarge)
}

#[inline]
fn after(payment: i64, fee: Option<i64>) -> Option<i64> {
    payment.checked_sub(fee?)
}

/// `T(P)` with each bound after the first moved up by the fee below or above it.
#[inline]
fn shifted(table: &Table, payment: i64, upper: bool) -> Option<i64> {
    table.tier(table.shifted_position(payment, upper)).fee(payment, table.tax())
}

/// 手数料を含んだ金額: three look-ups in turn; the last one decides which of the two nets is taken.
fn iterative(table: &Table, payment: i64) -> Option<i64> {
    let first_net = after(payment, table.fee(payment))?;
    let fee_of_first = table.fee(first_net)?;
    let second_net = payment.checked_sub(fee_of_first)?;
    let fee_of_second = table.fee(second_net)?;
    Some(if fee_of_second == fee_of_first { second_net } else { first_net })
}

/// The smallest fee `f` of the table with `T(P - f) = f`. Where there is none the transfer stops at the bound that the
/// payment straddles (`upper`), or one unit below it.
fn clamped(table: &Table, payment: i64, upper: bool) -> Option<i64> {
    let agreeing = table
        .tiers()
        .map(crate::model::table::Tier::fixed)
        .filter(|fee| payment.checked_sub(*fee).and_then(|net| table.fee(net)) == Some(*fee))
        .min();
    if let Some(fee) = agreeing {
        return payment.checked_sub(fee);
    }
    let mut below = table.tier(0).fixed();
    for tier in table.tiers().skip(1) {
        let fee = tier.fixed();
        if tier.from.saturating_add(below) <= payment && payment < tier.from.saturating_add(fee) {
            return if upper { Some(tier.from) } else { tier.from.checked_sub(1) };
        }
        below = fee;
    }
    // Cannot be reached: without an agreeing fee some bound is straddled, since the first tier is left upwards and the
    // last one downwards. No deduction would be the payer's gain, so it is no quote.
    None
}

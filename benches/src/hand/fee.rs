//! The fee's arithmetic: tables are lists of (bound, fee).

use crate::hand::{PAYMENT_MAX, Table};
use crate::setup::{MINIMUM, OWN_TIERS};

/// How the payee's fee is kept back.
pub(super) enum Deduction<'r> {
    None,
    /// 据置型, by the company's own table.
    Own(&'r [(i64, i64); OWN_TIERS]),
    /// 以上手数料加算型 from the minimum on, by the bank's table.
    AddUpper(&'r Table),
}

impl Deduction<'_> {
    #[inline]
    pub(super) fn of(&self, payment: i64) -> (i64, bool) {
        match self {
            Self::None => (0, false),
            Self::Own(table) => (fee_at(*table, payment), true),
            Self::AddUpper(_) if payment < MINIMUM => (0, false),
            Self::AddUpper(table) => {
                let mut deducted = table[0].1;
                for (from, fee) in &table[1..] {
                    if payment >= from + fee {
                        deducted = *fee;
                    }
                }
                (deducted, true)
            }
        }
    }
}

#[inline]
pub(super) fn fee_at(table: &[(i64, i64)], amount: i64) -> i64 {
    let mut found = table[0].1;
    for (from, fee) in &table[1..] {
        if amount >= *from {
            found = *fee;
        }
    }
    found
}

/// The largest payment from `minimum` on, of which at most `room` is left when the fee is kept back.
pub(super) fn largest_deducted(
    table: &[(i64, i64)],
    shift: fn(i64) -> i64,
    minimum: i64,
    room: i64,
) -> Option<i64> {
    let mut end = PAYMENT_MAX;
    for (at, (from, fee)) in table.iter().enumerate().rev() {
        let start = if at == 0 { 0 } else { from + shift(*fee) };
        let payment = end.min(room + fee);
        if payment >= start.max(minimum) && payment - fee >= 1 {
            return Some(payment);
        }
        end = start - 1;
    }
    None
}

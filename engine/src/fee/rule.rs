//! A fee without documents: for calculators and for whoever only wants a fee.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::fee::{Fee, FeePiece, NoQuote, PayeeShare, Quoter};
use crate::model::table::{Table, Tier, TierFee};
use crate::money::AMOUNT_MAX;
use crate::terms::Method;

/// A checked fee table with fixed fees: `from` (以上) and fee of each tier, rising strictly by `from`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeTable(Table);

impl FeeTable {
    /// Most tiers of a table.
    pub const TIERS_MAX: usize = 64;

    /// A table of these tiers, each `(from, fee)` in minor units.
    ///
    /// # Errors
    ///
    /// No tier or more than 64, bounds that do not rise strictly, an amount below 0 or above 18 digits.
    pub fn new(tiers: &[(i64, i64)]) -> Result<Self, FeeRuleError> {
        if tiers.len() > Self::TIERS_MAX {
            return Err(FeeRuleError::TooManyTiers { tiers: tiers.len() });
        }
        if let Some(&(from, fee)) =
            tiers.iter().find(|(from, fee)| [from, fee].iter().any(|n| !(0..=AMOUNT_MAX).contains(*n)))
        {
            return Err(FeeRuleError::OutOfRange { from, fee });
        }
        if let Some([(below, _), (bound, _)]) = tiers.array_windows::<2>().find(|[a, b]| a.0 >= b.0) {
            return Err(FeeRuleError::NotRising { below: *below, bound: *bound });
        }
        Table::new(tiers.iter().map(|&(from, fee)| Tier { from, fee: TierFee::Fixed(fee) }))
            .map(Self)
            .ok_or(FeeRuleError::NoTier)
    }
}

/// Why a fee table or rule cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FeeRuleError {
    /// A table without tiers.
    #[error("a fee table needs at least one tier")]
    NoTier,
    /// More than 64 tiers.
    #[error("a fee table has at most 64 tiers, not {tiers}")]
    TooManyTiers {
        /// How many there are.
        tiers: usize,
    },
    /// Bounds out of order.
    #[error("bounds of a fee table rise strictly, but `{bound}` follows `{below}`")]
    NotRising {
        /// The earlier bound.
        below: i64,
        /// The later one, which is not above it.
        bound: i64,
    },
    /// An amount that is none.
    #[error("amounts have 1 to 18 digits, which `{from}:{fee}` has not")]
    OutOfRange {
        /// The bound.
        from: i64,
        /// The fee.
        fee: i64,
    },
    /// A method that moves bounds moves one past another.
    #[error("with method `{method}` the bound `{bound}` moves to or past the one above it")]
    Crossing {
        /// The method's name.
        method: &'static str,
        /// The bound that moves too far, as printed.
        bound: i64,
    },
}

/// Who bears a fee, by which tables and method.
///
/// # Examples
///
/// 110 yen below 30,000 and 330 from there. The fee is found from the payment but charged on what is transferred, so
/// with the bounds as printed 220 yen are left over:
///
/// ```
/// use kessai::terms::Method;
/// use kessai::{FeeRule, FeeTable};
/// let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;
/// let rule = FeeRule::payee_borne(table.clone(), table, Method::Fixed)?;
/// let fee = rule.quote(30_000).unwrap();
/// assert_eq!((fee.deducted, fee.transfer, fee.bank_fee, fee.difference), (330, 29_670, 110, 220));
/// # Ok::<(), kessai::fee::FeeRuleError>(())
/// ```
#[derive(Clone, Debug)]
pub struct FeeRule {
    bank: Table,
    deduction: Option<(Table, Method)>,
    typed: i64,
    minimum: i64,
    minimum_inclusive: bool,
}

impl FeeRule {
    /// The payer bears the fee (当方負担).
    #[must_use]
    pub fn payer_borne(bank: FeeTable) -> Self {
        Self { bank: bank.0, deduction: None, typed: 0, minimum: 0, minimum_inclusive: true }
    }

    /// The payee bears the fee (先方負担): it is kept back by `deduction` and `method`.
    ///
    /// # Errors
    ///
    /// With `addLowerFee` or `addUpperFee`, bounds that cross when they are moved.
    pub fn payee_borne(deduction: FeeTable, bank: FeeTable, method: Method) -> Result<Self, FeeRuleError> {
        if let Some(bound) = crossing(&deduction.0, method) {
            return Err(FeeRuleError::Crossing { method: method.name(), bound });
        }
        Ok(Self {
            bank: bank.0,
            deduction: Some((deduction.0, method)),
            typed: 0,
            minimum: 0,
            minimum_inclusive: true,
        })
    }

    /// The fee that the user typed, for method `typed`; with one that is no amount nothing has a quote.
    #[must_use]
    pub fn with_typed_fee(mut self, fee: i64) -> Self {
        self.typed = fee;
        self
    }

    /// The smallest payment from which the fee is kept back (適用最低支払金額); smaller ones become payer-borne. With one that
    /// is no amount nothing has a quote.
    #[must_use]
    pub fn with_minimum(mut self, minimum: i64) -> Self {
        self.minimum = minimum;
        self
    }

    /// The amounts of a payment in minor units.
    ///
    /// # Errors
    ///
    /// The payment is not above the fee kept back from it, or an amount is below 0 or leaves 18 digits.
    pub fn quote(&self, payment: i64) -> Result<Fee, NoQuote> {
        if !is_amount(payment) || !self.is_sound() {
            return Err(NoQuote::TooLarge);
        }
        self.quoter().quote(payment)
    }

    /// Whether what was typed and the minimum are amounts.
    fn is_sound(&self) -> bool {
        is_amount(self.typed) && is_amount(self.minimum)
    }

    /// The payments up to 15 digits of which exactly `amount` reaches the payee, as inclusive intervals from the largest
    /// down; empty where no payment does.
    ///
    /// ```
    /// use kessai::terms::Method;
    /// use kessai::{FeeRule, FeeTable};
    /// let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;
    /// let rule = FeeRule::payee_borne(table.clone(), table, Method::Fixed)?;
    /// assert_eq!(rule.receiving(29_700), [30_030..=30_030, 29_810..=29_810]);
    /// assert_eq!(rule.receiving(29_670), [30_000..=30_000, 29_780..=29_780]);
    /// # Ok::<(), kessai::fee::FeeRuleError>(())
    /// ```
    #[must_use]
    pub fn receiving(&self, amount: i64) -> Vec<RangeInclusive<i64>> {
        if self.is_sound() { self.quoter().receiving(amount).collect() } else { Vec::new() }
    }

    /// What every payment up to 15 digits costs, in pieces from the smallest payment up; empty where what was typed or the
    /// minimum is no amount.
    ///
    /// ```
    /// use kessai::terms::Method;
    /// use kessai::{FeeRule, FeeTable};
    /// let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;
    /// let rule = FeeRule::payee_borne(table.clone(), table, Method::Fixed)?;
    /// let left_over = rule.curve().into_iter().find(|piece| piece.fees.is_ok_and(|fees| fees[0].difference != 0));
    /// let piece = left_over.ok_or("none")?;
    /// assert_eq!((piece.first, piece.last, piece.fees.map(|fees| fees[0].difference)), (30_000, 30_329, Ok(220)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn curve(&self) -> Vec<FeePiece> {
        if self.is_sound() { self.quoter().curve() } else { Vec::new() }
    }

    pub(crate) fn quoter(&self) -> Quoter<'_> {
        Quoter {
            bank: Some(&self.bank),
            payee: self.deduction.as_ref().map(|(table, method)| PayeeShare {
                table,
                method: *method,
                typed: self.typed,
                minimum: self.minimum,
                minimum_inclusive: self.minimum_inclusive,
                no_deduction_for_small: false,
            }),
            expected: None,
            no_payer_borne: false,
        }
    }
}

/// Whether a number of minor units is an amount: not below 0, of at most 18 digits.
fn is_amount(number: i64) -> bool {
    (0..=AMOUNT_MAX).contains(&number)
}

/// The first bound that a shifted method moves to or past the next one, as printed.
pub(crate) fn crossing(table: &Table, method: Method) -> Option<i64> {
    let upper = match method {
        Method::AddLowerFee => false,
        Method::AddUpperFee => true,
        _ => return None,
    };
    let mut moved_below: Option<(i64, i64)> = None;
    let mut fee_below = table.tier(0).fixed();
    for tier in table.tiers().skip(1) {
        let shift = if upper { tier.fixed() } else { fee_below };
        let moved = tier.from.saturating_add(shift);
        if let Some((printed, below)) = moved_below
            && moved <= below
        {
            return Some(printed);
        }
        moved_below = Some((tier.from, moved));
        fee_below = tier.fixed();
    }
    None
}

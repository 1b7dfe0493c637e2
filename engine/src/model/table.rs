//! Fee tables (手数料表): tiers, patterns, dated versions.

use alloc::boxed::Box;
use alloc::sync::Arc;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::money;
use crate::terms::Round;

/// The fee of a tier; a fixed one includes tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TierFee {
    /// So many units, whatever the amount.
    Fixed(i64),
    /// A share of the amount; the same in every tax period.
    Rate(Arc<Rate>),
}

/// A fee that is a share of the amount: product, round, minimum and maximum; then tax, round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    pub rate: Decimal,
    pub round: Round,
    pub min: Option<i64>,
    pub max: Option<i64>,
}

/// 1 + the tax rate, and the rounding after it; none where the table includes tax.
pub(crate) type TaxFactor = Option<(Decimal, Round)>;

/// Multiplies by 1 + tax and rounds, where there is tax.
pub(crate) fn with_tax(fee: Decimal, tax: TaxFactor) -> Option<i64> {
    match tax {
        None => money::round(fee, Round::Down),
        Some((factor, how)) => money::round(fee.checked_mul(factor)?, how),
    }
}

impl Rate {
    /// The fee for an amount; none if it leaves the range of amounts.
    pub(crate) fn fee(&self, amount: i64, tax: TaxFactor) -> Option<i64> {
        let product = Decimal::from(amount.max(0)).checked_mul(self.rate)?;
        let mut fee = money::round(product, self.round)?;
        if let Some(min) = self.min {
            fee = fee.max(min);
        }
        if let Some(max) = self.max {
            fee = fee.min(max);
        }
        with_tax(Decimal::from(fee), tax)
    }
}

/// One tier: from this amount on (以上), this fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tier {
    pub from: i64,
    pub fee: TierFee,
}

impl Tier {
    /// The tier's fee for an amount; none if it leaves the range of amounts.
    #[inline]
    pub(crate) fn fee(&self, amount: i64, tax: TaxFactor) -> Option<i64> {
        match &self.fee {
            TierFee::Fixed(fee) => Some(*fee),
            TierFee::Rate(rate) => rate.fee(amount, tax),
        }
    }

    /// The fee where it is fixed; 0 for rates, which no shifted method reads.
    #[inline]
    pub(crate) fn fixed(&self) -> i64 {
        match &self.fee {
            TierFee::Fixed(fee) => *fee,
            TierFee::Rate(_) => 0,
        }
    }
}

/// How many elements at the front fulfil a condition that holds up to some position and not from there on. Few are
/// walked, as a bisection costs more than it saves there.
#[inline]
fn leading<T>(elements: &[T], holds: impl Fn(&T) -> bool) -> usize {
    const FEW: usize = 4;
    if elements.len() > FEW {
        return elements.partition_point(holds);
    }
    let mut count = 0_usize;
    for element in elements {
        if !holds(element) {
            break;
        }
        count = count.wrapping_add(1);
    }
    count
}

/// A fee for every amount: at least one tier, bounds rising strictly; amounts below the first bound take its fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    first: Tier,
    rest: Box<[Tier]>,
    /// What rates are taxed with.
    tax: TaxFactor,
}

impl Table {
    /// A table of these tiers; none if there is no tier.
    pub(crate) fn new(tiers: impl IntoIterator<Item = Tier>) -> Option<Self> {
        let mut tiers = tiers.into_iter();
        Some(Self { first: tiers.next()?, rest: tiers.collect(), tax: None })
    }

    /// A table of a first tier and the others.
    pub(crate) const fn of(first: Tier, rest: Box<[Tier]>, tax: TaxFactor) -> Self {
        Self { first, rest, tax }
    }

    /// The same table, whose rates are taxed.
    pub(crate) fn taxed(self, tax: TaxFactor) -> Self {
        Self { tax, ..self }
    }

    /// What rates are taxed with.
    pub(crate) const fn tax(&self) -> TaxFactor {
        self.tax
    }

    /// The number of tiers, at least 1.
    pub(crate) fn len(&self) -> usize {
        self.rest.len().saturating_add(1)
    }

    /// The i-th tier; the last for any later i.
    #[inline]
    pub(crate) fn tier(&self, index: usize) -> &Tier {
        match index.checked_sub(1) {
            None => &self.first,
            Some(at) => self.rest.get(at).or(self.rest.last()).unwrap_or(&self.first),
        }
    }

    /// The tiers in order.
    pub(crate) fn tiers(&self) -> impl Iterator<Item = &Tier> {
        core::iter::once(&self.first).chain(self.rest.iter())
    }

    /// The position of the tier that an amount falls into.
    #[inline]
    pub(crate) fn position(&self, amount: i64) -> usize {
        leading(&self.rest, |tier| tier.from <= amount)
    }

    /// The position of the tier when each bound after the first is moved up by the fee of the tier below it
    /// (`upper` false) or above it (`upper` true).
    #[inline]
    pub(crate) fn shifted_position(&self, amount: i64, upper: bool) -> usize {
        // A bound and a fee have at most 18 digits each, so their sum is far from the end of an i64.
        if upper {
            return leading(&self.rest, |tier| tier.from.wrapping_add(tier.fixed()) <= amount);
        }
        let mut below = self.first.fixed();
        let mut position = 0_usize;
        for tier in &self.rest {
            if tier.from.wrapping_add(below) > amount {
                break;
            }
            below = tier.fixed();
            position = position.wrapping_add(1);
        }
        position
    }

    /// The fee for an amount; none if it leaves the range of amounts.
    #[inline]
    pub(crate) fn fee(&self, amount: i64) -> Option<i64> {
        self.tier(self.position(amount)).fee(amount, self.tax)
    }

    /// Whether any tier is a rate.
    pub(crate) fn has_rates(&self) -> bool {
        self.tiers().any(|tier| matches!(tier.fee, TierFee::Rate(_)))
    }
}

/// What a business costs in one version and one tax period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Prices {
    /// A table for each pattern, by the pattern's position; a company's own version may leave some out.
    ByPattern(Box<[Option<Table>]>),
    /// A fee per count (一件当たり): unit x count, rounded once, then tax.
    PerCount { unit: Decimal, round: Round, tax: TaxFactor },
}

/// The prices of one business from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    /// The first day of the version.
    pub from: Day,
    /// One entry where tax is included; otherwise one before the first tax rate and one for each rate in turn.
    pub by_tax: Box<[Prices]>,
}

/// Dated versions, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated {
    pub versions: Box<[Version]>,
}

impl Dated {
    /// The version in force on a day; none before the first.
    #[inline]
    pub(crate) fn on(&self, day: Day) -> Option<&Version> {
        let position = leading(&self.versions, |version| version.from <= day).checked_sub(1)?;
        self.versions.get(position)
    }
}

/// The prices of a tax period; without a period only where tax is included, so that there is but one.
#[inline]
pub(crate) fn in_tax_period(by_tax: &[Prices], period: Option<usize>) -> Option<&Prices> {
    if by_tax.len() == 1 { by_tax.first() } else { by_tax.get(period?) }
}

impl Prices {
    /// The table of a pattern; none where there is none, and for prices per count.
    #[inline]
    pub(crate) fn table(&self, pattern: u8) -> Option<&Table> {
        match self {
            Self::ByPattern(tables) => tables.get(usize::from(pattern))?.as_ref(),
            Self::PerCount { .. } => None,
        }
    }
}

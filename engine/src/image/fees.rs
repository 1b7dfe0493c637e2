//! What is kept of fee tables.

use alloc::vec::Vec;

use crate::date::Day;
use crate::image::Damage;
use crate::image::kept::{
    Amount, Fraction, Keep, Layout, List, Maybe, Own, Source, Word, number, print, total,
};
use crate::language::bounds::{PATTERNS, TAX_RATES, TIERS, VERSIONS};
use crate::model::table::{Dated, Prices, Rate, Table, TaxFactor, Tier, TierFee, Version};
use crate::terms::Round;

/// Most tax periods: one before the first rate, one for each.
pub(super) const PERIODS_MAX: usize = TAX_RATES.max.saturating_add(1);

kept! { Dated { versions: List<Version, 0, { VERSIONS.max }> } }

kept! { Version {
    from: Day,
    by_tax: List<Prices, 1, PERIODS_MAX>,
} }

kept_choice! { Prices {
    0 ByPattern { 0 tables: List<Maybe<Table>, 0, { PATTERNS.max }> },
    1 PerCount { unit unit: Fraction, round round: Word<Round>, tax tax: Tax },
} }

/// What rates are taxed with.
type Tax = Maybe<(Fraction, Word<Round>)>;

kept! { Tier {
    from: Amount,
    fee: TierFee,
} }

kept_choice! { TierFee {
    0 Fixed { 0 fee: Amount },
    1 Rate { 0 rate: Own<Rate> },
} }

kept! { Rate {
    rate: Fraction,
    round: Word<Round>,
    min: Maybe<Amount>,
    max: Maybe<Amount>,
} }

/// At least one tier, at most 64, bounds rising strictly.
impl Layout for Table {
    const LEAST: usize = total(&[<Tax as Layout>::LEAST, 1, <Tier as Layout>::LEAST]);
    const PRINT: u64 = print("table", &[<Tax as Layout>::PRINT, <Tier as Layout>::PRINT, number(TIERS.max)]);
}

impl Keep<Table> for Table {
    fn write(value: &Table, out: &mut Vec<u8>) {
        <Tax as Keep<TaxFactor>>::write(&value.tax(), out);
        out.push(u8::try_from(value.len()).unwrap_or(u8::MAX));
        value.tiers().for_each(|tier| Tier::write(tier, out));
    }

    fn read(from: &mut Source<'_>) -> Result<Table, Damage> {
        let tax = <Tax as Keep<TaxFactor>>::read(from)?;
        let count = from.count(Tier::LEAST, 1, TIERS.max)?;
        let first = Tier::read(from)?;
        let mut before = first.from;
        let mut rest = Vec::with_capacity(count.saturating_sub(1));
        for _ in 1..count {
            let tier = Tier::read(from)?;
            if tier.from <= before {
                return Err(Damage::Order);
            }
            before = tier.from;
            rest.push(tier);
        }
        Ok(Table::of(first, rest.into_boxed_slice(), tax))
    }
}

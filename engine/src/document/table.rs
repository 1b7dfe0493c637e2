//! Fee tables: tiers, tables by pattern, fees per count, and what the tax makes of them.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::date::Day;
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::bounds::{PATTERNS, TIERS};
use crate::language::service::{PerCountMembers, TierMembers};
use crate::language::settings::FeeSettings;
use crate::language::words::TaxMode;
use crate::model::table::{Prices, Rate, Table, TaxFactor, Tier, TierFee, with_tax};
use crate::terms::{Method, Round};

/// What reading tables needs to know of the service.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub patterns: &'a [Box<str>],
    /// The only bounds that tables may have, where they are given.
    pub bounds: Option<&'a [i64]>,
    pub tax: Tax<'a>,
}

impl<'a> Rules<'a> {
    pub(super) fn new(patterns: &'a [Box<str>], settings: &'a FeeSettings) -> Self {
        Self { patterns, bounds: settings.bounds.as_deref(), tax: Tax::new(settings) }
    }
}

/// Whether and how the consumption tax comes on top of the fees of a table.
#[derive(Clone, Copy)]
pub(super) struct Tax<'a> {
    pub rates: &'a [(Day, Decimal)],
    pub round: Round,
    pub mode: TaxMode,
}

impl<'a> Tax<'a> {
    pub(super) fn new(settings: &'a FeeSettings) -> Self {
        Self { rates: &settings.tax_rates, round: settings.tax_round, mode: settings.tax }
    }

    /// What fees are multiplied by in each tax period; one entry where tax is included.
    fn factors(&self) -> Vec<TaxFactor> {
        let mut factors = vec![None];
        if self.mode == TaxMode::Exclusive {
            let with_rate = |(_, rate): &(Day, Decimal)| {
                Decimal::ONE.checked_add(*rate).map(|factor| (factor, self.round))
            };
            factors.extend(self.rates.iter().map(with_rate));
        }
        factors
    }
}

/// Reads a list of tiers; fees as they are written, tax not applied.
pub(super) fn read_table(r: &mut Reader<'_>, id: Id, rules: Rules<'_>) -> Option<Table> {
    let elements = r.elements(id, TIERS);
    let count = elements.len();
    let mut tiers: Vec<Tier> = Vec::with_capacity(count);
    for element in elements {
        let Some((from_id, tier)) = read_tier(r, element) else { continue };
        if let Some(before) = tiers.last() {
            check_step(r, element, from_id, before, &tier);
            if rules.bounds.is_some_and(|bounds| !bounds.contains(&tier.from)) {
                let args = [Arg::amount(tier.from, r.currency)];
                r.report(FindingCode::FeeTiersBound, from_id, args);
            }
        }
        tiers.push(tier);
    }
    if count == 0 && r.tree().kind(id) == crate::json::Kind::Array {
        r.report(FindingCode::FeeTiersEmpty, id, NO_ARGS);
    }
    Table::new(tiers)
}

/// Compares a tier with the one before it: bounds rise, and fees do not fall.
fn check_step(r: &mut Reader<'_>, id: Id, from_id: Id, before: &Tier, tier: &Tier) {
    if tier.from <= before.from {
        let args = [Arg::amount(tier.from, r.currency), Arg::amount(before.from, r.currency)];
        r.report(FindingCode::FeeTiersUnordered, from_id, args);
        return;
    }
    let last = tier.from.saturating_sub(1);
    if let (Some(below), Some(fee)) = (before.fee(last, None), tier.fee(tier.from, None))
        && fee < below
    {
        let args = [below, tier.from, fee].map(|amount| Arg::amount(amount, r.currency));
        r.report(FindingCode::FeeTiersFalling, id, args);
    }
}

/// Reads one tier, with the place of its bound.
fn read_tier(r: &mut Reader<'_>, id: Id) -> Option<(Id, Tier)> {
    let TierMembers { from, fee, rate, min, max, round } = r.members(id);
    let bound = from.and_then(|id| r.amount(id));
    let fee = match (fee, rate) {
        (Some(fee), None) => {
            for stray in [min, max, round].into_iter().flatten() {
                let key = r.tree().key(stray);
                r.report_key(FindingCode::FeeTierMixed, stray, [Arg::text(&key)]);
            }
            r.amount(fee).map(TierFee::Fixed)
        }
        (None, Some(rate)) => {
            let rate = r.rate(rate);
            let [least, most] = [min, max].map(|id| id.and_then(|id| r.amount(id)));
            if let (Some(least), Some(most), Some(min)) = (least, most, min)
                && least > most
            {
                let args = [Arg::amount(least, r.currency), Arg::amount(most, r.currency)];
                r.report(FindingCode::FeeTierMinAboveMax, min, args);
            }
            let round = round.and_then(|id| r.choice(id)).unwrap_or(Round::Down);
            rate.map(|rate| TierFee::Rate(Arc::new(Rate { rate, round, min: least, max: most })))
        }
        (Some(_), Some(rate)) => {
            r.report_key(FindingCode::FeeTierMixed, rate, [Arg::text("rate")]);
            None
        }
        (None, None) => {
            if r.tree().kind(id) == crate::json::Kind::Object {
                r.report(FindingCode::FeeTierEmpty, id, NO_ARGS);
            }
            None
        }
    };
    Some((from?, Tier { from: bound?, fee: fee? }))
}

/// Tables by pattern, as read: the table and the place of each pattern's list.
pub(super) type ByPattern = Vec<Option<(Id, Table)>>;

/// Reads the members of a map of pattern key to tiers; unknown patterns are findings.
pub(super) fn read_patterns<'t>(
    r: &mut Reader<'t>,
    entries: impl Iterator<Item = (Cow<'t, str>, Id)>,
    rules: Rules<'_>,
) -> ByPattern {
    let mut tables: ByPattern = vec![None; rules.patterns.len()];
    for (key, id) in entries {
        let Some(position) = rules.patterns.iter().position(|known| **known == *key) else {
            let known = rules.patterns.iter().map(|known| &**known);
            let args = r.with_similar([Arg::text(&key)], &key, known);
            r.report_key(FindingCode::PatternUnknown, id, args);
            continue;
        };
        let table = read_table(r, id, rules);
        if let Some(place) = tables.get_mut(position) {
            *place = table.map(|table| (id, table));
        }
    }
    tables
}

/// Names of patterns that documents use for something else in the same place.
pub(super) const RESERVED: [&str; 2] = ["from", "perCount"];

/// Reads `tables[business]` of a standard version: a map of patterns, or a fee per count. Every pattern must be there.
pub(super) fn read_standard(
    r: &mut Reader<'_>,
    id: Id,
    rules: Rules<'_>,
    single: bool,
) -> Option<Box<[Prices]>> {
    let entries = r.entries(id, PATTERNS);
    if let Some((_, per_count)) = entries.iter().find(|(key, _)| key == "perCount") {
        for (key, other) in entries.iter().filter(|(key, _)| key != "perCount") {
            r.report_key(FindingCode::FeePerCountMixed, *other, [Arg::text(key)]);
        }
        return read_per_count(r, *per_count, rules.tax, single);
    }
    let given: Vec<Cow<'_, str>> = entries.iter().map(|(key, _)| key.clone()).collect();
    let tables = read_patterns(r, entries.into_iter(), rules);
    if r.tree().kind(id) == crate::json::Kind::Object {
        for pattern in rules.patterns {
            if !given.iter().any(|key| **key == **pattern) {
                let business = r.tree().key(id);
                r.report(FindingCode::FeeTablePatternMissing, id, [Arg::text(pattern), Arg::text(&business)]);
            }
        }
    }
    taxed(r, &tables, rules.tax)
}

/// Reads `{ "unit", "round" }`, in each tax period.
pub(super) fn read_per_count(
    r: &mut Reader<'_>,
    id: Id,
    tax: Tax<'_>,
    single: bool,
) -> Option<Box<[Prices]>> {
    if single {
        r.report_key(FindingCode::FeePerCountSingle, id, NO_ARGS);
    }
    let PerCountMembers { unit, round } = r.members(id);
    let unit = unit.and_then(|id| r.unit_price(id));
    let round = round.and_then(|id| r.choice(id)).unwrap_or(Round::Down);
    let minor_units = Decimal::from(10_i64.checked_pow(u32::from(r.currency.decimals()))?);
    let unit = unit?.checked_mul(minor_units)?.normalize();
    Some(tax.factors().into_iter().map(|tax| Prices::PerCount { unit, round, tax }).collect())
}

/// The tables in each tax period; none, and a finding, where a fee with tax is no amount.
pub(super) fn taxed(r: &mut Reader<'_>, tables: &ByPattern, tax: Tax<'_>) -> Option<Box<[Prices]>> {
    let mut periods = Vec::new();
    for factor in tax.factors() {
        let mut row = Vec::with_capacity(tables.len());
        for place in tables {
            let table = match place {
                None => None,
                Some((id, table)) => match table_with_tax(table, factor) {
                    None => {
                        r.report(FindingCode::FeeTierTooLarge, *id, NO_ARGS);
                        return None;
                    }
                    some => some,
                },
            };
            row.push(table);
        }
        periods.push(Prices::ByPattern(row.into_boxed_slice()));
    }
    Some(periods.into_boxed_slice())
}

fn table_with_tax(table: &Table, tax: TaxFactor) -> Option<Table> {
    let tiers: Option<Vec<Tier>> = table
        .tiers()
        .map(|tier| {
            let fee = match &tier.fee {
                TierFee::Fixed(fee) => TierFee::Fixed(with_tax(Decimal::from(*fee), tax)?),
                TierFee::Rate(rate) => TierFee::Rate(Arc::clone(rate)),
            };
            Some(Tier { from: tier.from, fee })
        })
        .collect();
    Table::new(tiers?).map(|table| table.taxed(tax))
}

/// Why a deduction table does not go with a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// A rate, under a method that moves bounds or looks fees up again.
    Rate,
    /// The bound of this tier, moved by a fee, does not lie above the one before it, moved likewise.
    Crossing { tier: usize },
}

/// Whether a table, tax included, can be a deduction table under a method.
pub(super) fn misfit(table: &Table, method: Method) -> Option<Misfit> {
    let upper = match method {
        Method::Fixed | Method::Typed => return None,
        _ if table.has_rates() => return Some(Misfit::Rate),
        Method::Iterative | Method::ClampLower | Method::ClampUpper => return None,
        Method::AddLowerFee => false,
        Method::AddUpperFee => true,
    };
    let mut before = None;
    let pairs = table.tiers().zip(table.tiers().skip(1));
    for (tier, (lower, higher)) in (1_usize..).zip(pairs) {
        let shift = if upper { higher.fixed() } else { lower.fixed() };
        let moved = higher.from.saturating_add(shift);
        if before.is_some_and(|before| moved <= before) {
            return Some(Misfit::Crossing { tier });
        }
        before = Some(moved);
    }
    None
}

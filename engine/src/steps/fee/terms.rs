//! What is fixed about a fee before the payment is known: the tables in force, who bears it, the pattern.

use crate::date::Day;
use crate::fee::{PayeeShare, Quoter};
use crate::language::words::FeeGePayment;
use crate::model::company::{Contract, PayeeBorne};
use crate::model::field::AmountRange;
use crate::model::service::{Business, ServiceModel, Zone};
use crate::model::table::{Dated, Prices, Table, Version, in_tax_period};
use crate::reason::{Code, Detail, Field, Refusal};
use crate::resolve::{Entered, PayeeLocation, ResolvedLine};
use crate::steps::{BusinessRecord, Context, Dates};
use crate::terms::{Bearer, DateBasis};

/// Why an item has no fee; handed on by reference, as a field is large beside a fee.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stop {
    /// Another step has said why.
    Silent,
    /// A field is missing.
    Missing(Field),
    /// A rule says no.
    Reason(Code, Field),
    /// The payment is 0, and 1 would do.
    Zero,
}

/// An item ready for its payment.
pub(in crate::steps) struct Prepared<'c> {
    pub(in crate::steps) quoter: Quoter<'c>,
    /// Why there is no expected fee, should the payer bear it.
    pub(super) expected_stop: Option<&'static Stop>,
}

/// What is fixed about the fees of all items of a request.
pub(in crate::steps) struct Terms<'c> {
    business: &'c Business,
    contract: &'c Contract,
    /// The date that picks the tables, and why there is no fee where it picks none.
    date: Option<Day>,
    no_table: &'static Stop,
    /// The days from which each tax rate holds, and the value date.
    tax: (&'c ServiceModel, Option<Day>),
    /// The bank's version in force.
    bank: Option<&'c Version>,
    /// The payments that the bank takes.
    pub(super) range: &'c AmountRange,
    /// The prices per count, one for each tax period, where the business is charged so.
    pub(in crate::steps) per_count: Option<&'c [Prices]>,
}

impl<'c> Terms<'c> {
    #[inline(always)]
    pub(in crate::steps) fn new(context: &Context<'c, '_>, of: &BusinessRecord<'c>, dates: Dates) -> Self {
        Self::of(context.service, of, dates, context.payment_range(of))
    }

    /// The same without a request.
    #[inline(always)]
    pub(super) fn of(
        service: &'c ServiceModel,
        of: &BusinessRecord<'c>,
        dates: Dates,
        range: &'c AmountRange,
    ) -> Self {
        let (date, no_table) = match service.settings.fee.date_basis {
            DateBasis::AcceptanceDate => {
                (dates.operation, &Stop::Reason(Code::FeeNoTableInForce, Field::Now))
            }
            DateBasis::ValueDate | DateBasis::CheckEnd | DateBasis::Execution => {
                (dates.value, &Stop::Reason(Code::FeeNoTableInForce, Field::ValueDate))
            }
        };
        let bank = date.and_then(|date| of.business.fees.on(date));
        let per_count = match (&of.business.per_count, bank) {
            (Some(always), _) => Some(&**always),
            (None, Some(Version { by_tax, .. })) if matches!(**by_tax, [Prices::PerCount { .. }, ..]) => {
                Some(&**by_tax)
            }
            (None, _) => None,
        };
        Self {
            business: of.business,
            contract: of.contract,
            date,
            no_table,
            tax: (service, dates.value),
            bank,
            range,
            per_count,
        }
    }

    pub(in crate::steps) fn tax_period(&self) -> Option<usize> {
        let (service, value) = self.tax;
        value.map(|day| service.tax_period(day))
    }

    /// A version's table of a pattern; none where it adds tax by a value date that is not known, which shows only when a
    /// fee is asked of it.
    #[inline(always)]
    fn table(&self, version: Option<&'c Version>, pattern: u8) -> Result<Option<&'c Table>, &'static Stop> {
        let Some(version) = version else { return Err(self.no_table) };
        let lacking = &Stop::Reason(Code::FeeNoTableForPattern, Field::Payee);
        // Every tax period has the same patterns, so one that is lacking shows without the period.
        let first = version.by_tax.first().and_then(|prices| prices.table(pattern)).ok_or(lacking)?;
        match &*version.by_tax {
            [_] => Ok(Some(first)),
            by_tax => Ok(in_tax_period(by_tax, self.tax_period()).and_then(|prices| prices.table(pattern))),
        }
    }
}

/// All that is fixed about the fee of an item before its payment is known.
pub(in crate::steps) fn prepare<'c>(
    context: &Context<'c, '_>,
    terms: &Terms<'c>,
    item: &ResolvedLine,
    refuse: &mut impl FnMut(Refusal),
) -> Result<Prepared<'c>, &'static Stop> {
    prepare_here(context, terms, item, refuse)
}

/// The same, where it is not to be handed on.
#[inline(always)]
pub(super) fn prepare_here<'c>(
    context: &Context<'c, '_>,
    terms: &Terms<'c>,
    item: &ResolvedLine,
    refuse: &mut impl FnMut(Refusal),
) -> Result<Prepared<'c>, &'static Stop> {
    let setting = payee_setting(terms, item, refuse)?;
    if terms.per_count.is_some() {
        return Ok(Prepared { quoter: Quoter::free(), expected_stop: None });
    }
    // Until the date is known the prices may be per count, and then no pattern is asked.
    let date = terms.date.ok_or(&Stop::Silent)?;
    let pattern = pattern(context, item, refuse)?;
    of_pattern(terms, date, setting, pattern, item.typed_fee.value().unwrap_or(0))
}

/// The fee of a pattern, as it is fixed on a day.
#[inline(always)]
pub(super) fn of_pattern<'c>(
    terms: &Terms<'c>,
    date: Day,
    setting: Option<&'c PayeeBorne>,
    pattern: u8,
    typed: i64,
) -> Result<Prepared<'c>, &'static Stop> {
    let bank = terms.table(terms.bank, pattern)?;
    let own = |dated: &'c Dated| terms.table(dated.on(date), pattern);
    let settings = &terms.tax.0.settings;
    let payee = match setting {
        None => None,
        Some(setting) => Some(PayeeShare {
            table: setting.own.as_ref().map_or(Ok(bank), own)?.ok_or(&Stop::Silent)?,
            method: setting.method,
            typed,
            minimum: setting.minimum,
            minimum_inclusive: settings.fee.minimum_inclusive,
            no_deduction_for_small: settings.fee.fee_ge_payment == FeeGePayment::NoDeduction,
        }),
    };
    let (expected, expected_stop) = match terms.contract.payer_borne.as_ref().map(own) {
        None => (None, None),
        Some(Ok(Some(table))) => (Some(table), None),
        Some(Ok(None)) => (None, Some(&Stop::Silent)),
        Some(Err(stop)) => (None, Some(stop)),
    };
    let no_payer_borne = expected_stop.is_some();
    let bank = bank.ok_or(&Stop::Silent)?;
    Ok(Prepared { quoter: Quoter { bank: Some(bank), payee, expected, no_payer_borne }, expected_stop })
}

/// The company's setting where the payee bears the fee; none where the payer does. Where the bank offers no payee-borne
/// fees the payer bears them, whatever is typed.
#[inline(always)]
fn payee_setting<'c>(
    terms: &Terms<'c>,
    item: &ResolvedLine,
    refuse: &mut impl FnMut(Refusal),
) -> Result<Option<&'c PayeeBorne>, &'static Stop> {
    let payee = item.bearer == Entered::Value(Bearer::Payee);
    if terms.business.payee_borne.is_none() {
        if payee {
            refuse(Refusal::new(Code::FeePayeeBorneNotOffered, Field::Bearer));
        }
        return Ok(None);
    }
    match item.bearer {
        Entered::Value(Bearer::Payer) => Ok(None),
        Entered::Missing | Entered::Malformed => Err(&Stop::Silent),
        Entered::Value(Bearer::Payee) => {
            let setting = terms.contract.payee_borne.as_ref();
            setting.map(Some).ok_or(&Stop::Reason(Code::FeePayeeBorneNotSet, Field::Bearer))
        }
    }
}

/// The pattern that the service's rows give, as far as the payee's bank and branch are known.
#[inline(always)]
fn pattern(
    context: &Context<'_, '_>,
    item: &ResolvedLine,
    refuse: &mut impl FnMut(Refusal),
) -> Result<u8, &'static Stop> {
    let zones = item.place.zones().ok_or(&Stop::Silent)?;
    let shift = if item.document { 3 } else { 0 };
    let of_zone = |zone: Zone| context.service.worlds.get(zone.wrapping_add(shift)).copied();
    let first = of_zone(*zones.start()).ok_or(&Stop::Silent)?;
    if zones.start() != zones.end() && zones.clone().any(|zone| of_zone(zone) != Some(first)) {
        return Err(match item.place {
            PayeeLocation::BankMissing => &Stop::Missing(Field::PayeeBank),
            PayeeLocation::BranchMissing => &Stop::Missing(Field::PayeeBranch),
            _ => &Stop::Silent,
        });
    }
    match item.pattern {
        Entered::Missing => {}
        Entered::Value(stated) if stated == first => {}
        Entered::Malformed | Entered::Value(_) => {
            refuse(Refusal::with(Code::FeePatternDisagrees, Field::Pattern, Detail::Pattern(first)));
        }
    }
    Ok(first)
}

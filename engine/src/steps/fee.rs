//! What is kept back, what is transferred, what does the bank charge? (`docs/rules.md`, section 6)

use crate::date::Day;
use crate::fee::{Fee, NoQuote, Quoter, per_count_fee};
#[cfg(feature = "forms")]
use crate::model::field::AmountRange;
#[cfg(feature = "forms")]
use crate::model::service::ServiceModel;
use crate::model::table::{Prices, in_tax_period};
use crate::money;
use crate::reason::{Code, Detail, Field, Pointer, Refusal};
use crate::resolve::{Entered, ResolvedLine};
use crate::steps::{BusinessRecord, Context, Dates, Progress};
#[cfg(feature = "forms")]
use crate::terms::Bearer;
use crate::terms::{DateBasis, Debit, Method, Operation};
use crate::verdict::{Differences, RequestFee, Verdict};

mod terms;

pub(super) use terms::{Prepared, Stop, Terms, prepare};

use terms::{of_pattern, prepare_here};

/// What is fixed about the fee of a pattern on one day, which is that of the operation and the value date at once. None where
/// no table of the pattern is in force, where prices are per count, and where the payee is to bear what nothing is set for.
#[cfg(feature = "forms")]
pub(crate) fn quoter_on<'c>(
    service: &'c ServiceModel,
    of: &BusinessRecord<'c>,
    (bearer, pattern, day): (Bearer, u8, Day),
    typed: i64,
) -> Option<Quoter<'c>> {
    let dates = Dates { operation: Some(day), value: Some(day) };
    let terms = Terms::of(service, of, dates, &AmountRange::ANY);
    if terms.per_count.is_some() {
        return None;
    }
    let setting = match bearer {
        Bearer::Payer => None,
        Bearer::Payee => Some(of.contract.payee_borne.as_ref()?),
    };
    of_pattern(&terms, day, setting, pattern, typed).ok().map(|prepared| prepared.quoter)
}

/// The amounts that limits and caps compare: transfers, with the bank's fees where the setting says so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    /// Of the whole request.
    pub sum: i64,
    /// Of its largest line.
    pub largest: i64,
}

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress, verdict: &mut Verdict<'_>) {
    if let Some(of) = context.of(so_far)
        && context.plan.fee
    {
        so_far.counted = whole(context, of, so_far.dates, verdict);
    }
}

/// Takes back the fees that limits alone have needed, when these have gone by them: an approval tells none, and what it costs
/// to pay to an account that has a reason against it is not known. The limits have gone by the amounts that hold whatever
/// account it is, so that typing a wrong one takes no reason away.
pub(crate) fn take_back(context: &Context<'_, '_>, verdict: &mut Verdict<'_>) {
    if context.request.operation.is_some_and(Operation::is_act) {
        verdict.fee = None;
        verdict.lines.clear();
    } else if let Some(texts) = &context.request.texts {
        for payee in &texts.unquoted {
            verdict.fee = None;
            let line = payee.and_then(|at| usize::try_from(at).ok()).and_then(|at| verdict.lines.get_mut(at));
            if let Some(fee) = line {
                *fee = None;
            }
        }
    }
}

/// The fee of the whole request; none where it has none.
fn whole(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    dates: Dates,
    verdict: &mut Verdict<'_>,
) -> Option<Counted> {
    let terms = Terms::new(context, of, dates);
    let (amounts, largest, differences) = if of.business.kind.is_single() {
        let mut fee = one(context, &terms, &context.request.single, None, &mut false, verdict)?;
        if let Some(by_tax) = terms.per_count {
            let prices = in_tax_period(by_tax, terms.tax_period())?;
            fee = charge_per_count(fee, prices, 1).or_else(|| too_large(verdict, Field::Payment))?;
        }
        (fee, counted(context, &fee), None)
    } else {
        batch(context, &terms, verdict)?
    };
    let settings = &context.service.settings;
    verdict.fee = Some(RequestFee {
        amounts,
        provisional: matches!(settings.fee.date_basis, DateBasis::CheckEnd | DateBasis::Execution),
        differences,
        debit: debit(settings.fee.debit, dates),
    });
    Some(Counted { sum: counted(context, &amounts), largest })
}

#[inline]
pub(super) fn counted(context: &Context<'_, '_>, fee: &Fee) -> i64 {
    if context.service.settings.limit.count_fees { fee.withdrawal } else { fee.transfer }
}

fn too_large<T>(verdict: &mut Verdict<'_>, at: Field) -> Option<T> {
    verdict.refuse(Refusal::new(Code::FeeAmountTooLarge, at));
    None
}

fn debit(mode: Option<Debit>, dates: Dates) -> Option<(Debit, Day, Day)> {
    let (mode, on) = (mode?, dates.value?);
    let fee_on = if mode == Debit::NextMonth10th { on.next_month_10th()? } else { on };
    Some((mode, on, fee_on))
}

fn batch(
    context: &Context<'_, '_>,
    terms: &Terms<'_>,
    verdict: &mut Verdict<'_>,
) -> Option<(Fee, i64, Option<Differences>)> {
    let items = context.lines;
    let mut no_table = false;
    let mut sums = Some((Fee::default(), Differences::default()));
    let mut all_have_fees = !items.is_empty();
    let mut largest = 0;
    for (item, at) in items.iter().zip(0_u32..) {
        let fee = of_line(context, terms, item, at, &mut no_table, verdict);
        verdict.lines.push(fee);
        match fee {
            Some(fee) => {
                largest = largest.max(counted(context, &fee));
                sums =
                    sums.and_then(|(sum, differences)| Some((add(&sum, &fee)?, count(differences, &fee)?)));
            }
            None => all_have_fees = false,
        }
    }
    if !all_have_fees {
        return None;
    }
    let prices = match terms.per_count {
        Some(by_tax) => Some(in_tax_period(by_tax, terms.tax_period())?),
        None => None,
    };
    let charged = sums.and_then(|(sum, differences)| {
        let sum = match prices {
            Some(prices) => charge_per_count(sum, prices, items.len())?,
            None => sum,
        };
        Some((sum, largest, Some(differences)))
    });
    charged.or_else(|| too_large(verdict, Field::Items))
}

pub(super) fn add(sum: &Fee, fee: &Fee) -> Option<Fee> {
    Some(Fee {
        payment: money::add(sum.payment, fee.payment)?,
        deducted: money::add(sum.deducted, fee.deducted)?,
        transfer: money::add(sum.transfer, fee.transfer)?,
        bank_fee: money::add(sum.bank_fee, fee.bank_fee)?,
        withdrawal: money::add(sum.withdrawal, fee.withdrawal)?,
        difference: sum.difference.checked_add(fee.difference)?,
        expected_bank_fee: match (sum.expected_bank_fee, fee.expected_bank_fee) {
            (Some(sum), Some(fee)) => Some(money::add(sum, fee)?),
            (one, other) => one.or(other),
        },
    })
}

fn count(differences: Differences, fee: &Fee) -> Option<Differences> {
    Some(Differences {
        count: differences.count.checked_add(u64::from(fee.difference != 0))?,
        sum: differences.sum.checked_add(fee.difference)?,
    })
}

pub(super) fn charge_per_count(fee: Fee, prices: &Prices, count: usize) -> Option<Fee> {
    let bank_fee = per_count_fee(prices, count)?;
    Some(Fee { bank_fee, withdrawal: money::add(fee.transfer, bank_fee)?, ..fee })
}

/// The fee of one item of a batch, or what stands against it.
fn of_line(
    context: &Context<'_, '_>,
    terms: &Terms<'_>,
    item: &ResolvedLine,
    at: u32,
    no_table: &mut bool,
    verdict: &mut Verdict<'_>,
) -> Option<Fee> {
    one(context, terms, item, Some(at), no_table, verdict)
}

/// The fee of one item, or what stands against it.
#[inline(always)]
fn one(
    context: &Context<'_, '_>,
    terms: &Terms<'_>,
    item: &ResolvedLine,
    at: Option<u32>,
    no_table: &mut bool,
    verdict: &mut Verdict<'_>,
) -> Option<Fee> {
    let here = |field| Pointer { line: at, field };
    let mut refuse = |reason: Refusal| verdict.refuse(Refusal { at: here(reason.at.field), ..reason });
    // No closure comes between, so that the fee is written where it stays.
    let stop = match prepare_here(context, terms, item, &mut refuse) {
        Err(stop) => stop,
        // A payment with a reason against it counts as absent.
        Ok(_) if item.payment.value().is_some_and(|payment| !terms.range.has(payment)) => &Stop::Silent,
        Ok(prepared) => match quote(&prepared, item) {
            Ok(fee) => return Some(fee),
            Err(stop) => stop,
        },
    };
    stopped(stop, at, no_table, verdict);
    None
}

/// Says why an item has no fee, where no other step does; `no_table` tells that there is no table, once that is said.
#[cold]
fn stopped(stop: &Stop, at: Option<u32>, no_table: &mut bool, verdict: &mut Verdict<'_>) {
    let here = |field| Pointer { line: at, field };
    match *stop {
        Stop::Silent => {}
        Stop::Missing(field) => verdict.miss(here(field)),
        Stop::Zero => {
            let detail = Detail::Range { min: Some(1), max: None };
            verdict.refuse(Refusal::with(Code::FeeNotLessThanPayment, here(Field::Payment), detail));
        }
        Stop::Reason(code, field @ (Field::ValueDate | Field::Now)) => {
            // A date is the whole request's, so it is refused once, however many items go by it.
            if !core::mem::replace(no_table, true) {
                verdict.refuse(Refusal::new(code, field));
            }
        }
        Stop::Reason(code, field) => verdict.refuse(Refusal::new(code, here(field))),
    }
}

#[inline(always)]
pub(super) fn quote(prepared: &Prepared<'_>, item: &ResolvedLine) -> Result<Fee, &'static Stop> {
    let Entered::Value(payment) = item.payment else { return Err(&Stop::Silent) };
    let quoter = &prepared.quoter;
    if quoter
        .payee
        .as_ref()
        .is_some_and(|share| share.method == Method::Typed && !share.is_below_minimum(payment))
    {
        match item.typed_fee {
            Entered::Missing => return Err(&Stop::Missing(Field::TypedFee)),
            Entered::Malformed => return Err(&Stop::Silent),
            Entered::Value(_) => {}
        }
    }
    let no_quote = |why| match why {
        NoQuote::NotLessThanPayment
            if payment == 0 && quoter.quote(1) != Err(NoQuote::NotLessThanPayment) =>
        {
            &Stop::Zero
        }
        NoQuote::NotLessThanPayment => &Stop::Reason(Code::FeeNotLessThanPayment, Field::Payment),
        NoQuote::TooLarge => &Stop::Reason(Code::FeeAmountTooLarge, Field::Payment),
    };
    let fee = quoter.quote_here(payment).map_err(no_quote)?;
    match prepared.expected_stop {
        Some(stop) if !quoter.transfer(payment).map_err(no_quote)?.1 => Err(stop),
        _ => Ok(fee),
    }
}

/// What is fixed about the fee of an item before its payment is known, for questions about other payments.
pub(crate) fn quoter<'c>(
    context: &Context<'c, '_>,
    of: &BusinessRecord<'c>,
    dates: Dates,
    item: &ResolvedLine,
) -> Option<Quoter<'c>> {
    let terms = Terms::new(context, of, dates);
    prepare(context, &terms, item, &mut |_| ()).ok().map(|prepared| prepared.quoter)
}

//! Is what a person typed well-formed, as far as the other steps read it? (`docs/rules.md`, section 5)

use crate::date::Day;
use crate::model::calendar::Calendar;
use crate::model::field::AmountRange;
use crate::reason::{Code, Detail, Field, Pointer, Refusal};
use crate::resolve::{Entered, ResolvedLine, Texts};
use crate::steps::{BusinessRecord, Context, Dates, Progress, window};
use crate::terms::{PayeeKind, Roll};
use crate::verdict::Verdict;

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress, verdict: &mut Verdict<'_>) {
    let Some(of) = context.of(so_far) else { return };
    let request = context.request;
    let value = value_date(context, of, verdict);
    // A day outside the window is still a day: were it taken away here, a reason of a later step would go with it once
    // `now` or a bank is filled in.
    if let Some(day) = value {
        window::check(context, of, day, verdict);
    }
    let single = of.business.kind.is_single();
    match request.entry {
        Entered::Malformed => verdict.refuse(Refusal::new(Code::FormChoice, Field::Entry)),
        Entered::Missing if !single => verdict.miss(Field::Entry),
        Entered::Missing | Entered::Value(_) => {}
    }
    let range = context.payment_range(of);
    if single {
        item(context, of, &request.single, None, range, verdict);
    } else if request.lines.is_empty() {
        verdict.miss(Field::Items);
    }
    for (one, at) in context.lines.iter().zip(0_u32..) {
        item(context, of, one, Some(at), range, verdict);
    }
    if let Some(texts) = &request.texts {
        say(texts, verdict);
    }
    so_far.dates = Dates { operation: request.day, value };
}

/// The value date as it counts, rolled to a business day where there is a calendar; none where it is missing or has a
/// reason against it.
pub(crate) fn value_date(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    verdict: &mut Verdict<'_>,
) -> Option<Day> {
    match context.request.value_date {
        Entered::Missing => {
            verdict.miss(Field::ValueDate);
            None
        }
        Entered::Malformed => {
            verdict.refuse(Refusal::new(Code::FormDate, Field::ValueDate));
            None
        }
        Entered::Value(day) => match &context.service.calendar {
            None => Some(day),
            Some(calendar) => business_day(context, of, calendar, day, verdict),
        },
    }
}

/// What the field rules have found when the request was resolved.
#[cold]
fn say(texts: &Texts, verdict: &mut Verdict<'_>) {
    verdict.reasons.extend(texts.reasons.iter().cloned());
    verdict.count_more(&texts.more);
    for at in &texts.missing {
        verdict.miss(*at);
    }
    verdict.normalised.extend_from_slice(&texts.normalised);
}

/// The value date as the later steps use it, or a reason against it.
fn business_day(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    calendar: &Calendar,
    day: Day,
    verdict: &mut Verdict<'_>,
) -> Option<Day> {
    if calendar.is_business_day(day) {
        return Some(day);
    }
    let rolled = match of.business.roll {
        Roll::Error if calendar.covers(day) => {
            let instead = window::instead(context, of, calendar, day);
            verdict.refuse(Refusal::with(Code::FormValueDateNotBusinessDay, Field::ValueDate, instead));
            return None;
        }
        Roll::Next if calendar.covers(day) => calendar.nearest(day, 1),
        Roll::Previous if calendar.covers(day) => calendar.nearest(day, -1),
        Roll::Error | Roll::Next | Roll::Previous => None,
    };
    if rolled.is_none() {
        verdict.refuse(Refusal::new(Code::FormValueDateOutsideCalendar, Field::ValueDate));
    }
    verdict.rolled_value_date = rolled;
    rolled
}

/// The fields of one item.
#[inline]
fn item(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    item: &ResolvedLine,
    at: Option<u32>,
    range: &AmountRange,
    verdict: &mut Verdict<'_>,
) {
    let needs_registration = at.is_none()
        && context.service.settings.limit.ad_hoc_includes_registered_today
        && item.kind == Entered::Value(PayeeKind::PreRegistered)
        && item.registered_on == Entered::Missing;
    let all_well = matches!(item.payment, Entered::Value(payment) if range.has(payment))
        && matches!(item.kind, Entered::Value(_))
        && matches!(item.bearer, Entered::Value(_))
        && !matches!(item.typed_fee, Entered::Malformed)
        && !matches!(item.registered_on, Entered::Malformed)
        && !matches!(item.registered_at, Entered::Malformed);
    if !all_well || needs_registration {
        faults(of, item, at, needs_registration, range, verdict);
    }
}

/// What is malformed or missing in an item, field by field.
#[cold]
fn faults(
    of: &BusinessRecord<'_>,
    item: &ResolvedLine,
    at: Option<u32>,
    needs_registration: bool,
    range: &AmountRange,
    verdict: &mut Verdict<'_>,
) {
    let here = |field| Pointer { line: at, field };
    let mut field = |malformed: bool, code: Code, missing: bool, field: Field| {
        if malformed {
            verdict.refuse(Refusal::new(code, here(field)));
        } else if missing {
            verdict.miss(here(field));
        }
    };
    let missing_bearer = item.bearer == Entered::Missing && of.business.payee_borne.is_some();
    field(
        item.kind == Entered::Malformed,
        Code::FormChoice,
        at.is_none() && item.kind == Entered::Missing,
        Field::PayeeKind,
    );
    field(
        item.payment == Entered::Malformed,
        Code::FormAmount,
        item.payment == Entered::Missing,
        Field::Payment,
    );
    field(item.typed_fee == Entered::Malformed, Code::FormAmount, false, Field::TypedFee);
    field(item.registered_on == Entered::Malformed, Code::FormDate, false, Field::PayeeRegisteredOn);
    field(item.registered_at == Entered::Malformed, Code::FormInstant, false, Field::PayeeRegisteredAt);
    field(item.bearer == Entered::Malformed, Code::FormChoice, missing_bearer, Field::Bearer);
    field(false, Code::FormDate, needs_registration, Field::PayeeRegisteredOn);
    if item.payment.value().is_some_and(|payment| !range.has(payment)) {
        let detail = Detail::Range { min: range.min, max: range.max };
        verdict.refuse(Refusal::with(Code::FormRange, here(Field::Payment), detail));
    }
}

#[cfg(test)]
mod tests;

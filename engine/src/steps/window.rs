//! Does the request come in time, and not too far ahead? (`docs/rules.md`, section 14.2)

use crate::date::Day;
use crate::model::calendar::Calendar;
use crate::reason::{Code, Detail, Field, Pointer, Refusal};
use crate::resolve::{PayeeLocation, Resolved, ResolvedLine};
use crate::steps::{BusinessRecord, Context};
use crate::verdict::Verdict;

/// Holds a value date, a business day of the calendar, against the operation day and the window of the business, where it
/// has one. Who approves cannot choose another day, so that only the past is told to him, and no way out.
#[inline]
pub(super) fn check(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    value: Day,
    verdict: &mut Verdict<'_>,
) {
    if !context.makes_item() {
        if context.request.day.is_some_and(|day| value < day) {
            verdict.refuse(Refusal::new(Code::FormValueDateTooSoon, Field::ValueDate));
        }
    } else if of.business.window.is_some() {
        hold(context, of, value, verdict);
    } else if context.request.day.is_some_and(|day| value < day) {
        past(context, of, verdict);
    }
}

/// A value date before the operation day.
#[cold]
fn past(context: &Context<'_, '_>, of: &BusinessRecord<'_>, verdict: &mut Verdict<'_>) {
    let earliest = taken(context, of).and_then(Taken::earliest);
    verdict.refuse(Refusal::with(Code::FormValueDateTooSoon, Field::ValueDate, Detail::Earliest(earliest)));
}

fn hold(context: &Context<'_, '_>, of: &BusinessRecord<'_>, value: Day, verdict: &mut Verdict<'_>) {
    let (service, request) = (context.service, context.request);
    let (Some(window), Some(calendar)) = (&of.business.window, &service.calendar) else { return };
    let (Some(now), Some(day)) = (request.now, request.day) else { return };
    if !calendar.covers(day) {
        verdict.refuse(Refusal::new(Code::FormNowOutsideCalendar, Field::Now));
        if value < day {
            verdict.refuse(Refusal::with(
                Code::FormValueDateTooSoon,
                Field::ValueDate,
                Detail::Earliest(None),
            ));
        }
        return;
    }
    let seconds = now.second_at(service.utc_offset_seconds);
    let looks = looks_at_items(context);
    let other_bank = looks && pays_other_bank(request);
    let earliest = window.closing(other_bank).earliest(calendar, day, seconds);
    let bound = window.latest(calendar, day);
    let taken = Taken { earliest, latest: bound };
    if earliest.is_none_or(|earliest| value < earliest) {
        verdict.refuse(Refusal::with(
            Code::FormValueDateTooSoon,
            Field::ValueDate,
            Detail::Earliest(taken.earliest()),
        ));
    } else if looks && !other_bank && window.other_bank.is_some() {
        let of_others = window.closing(true).earliest(calendar, day, seconds);
        if of_others.is_none_or(|earliest| value < earliest) {
            miss_banks(of.business.kind.is_single(), request, verdict);
        }
    }
    if bound.is_some_and(|bound| bound < value) {
        let latest = taken.latest(calendar);
        verdict.refuse(Refusal::with(Code::FormValueDateTooLate, Field::ValueDate, Detail::Latest(latest)));
    }
}

/// The value dates that are taken on the operation day: the business days from one on, up to a day.
#[derive(Clone, Copy)]
struct Taken {
    /// The first business day that the window lets pass; none where no day of the calendar is late enough.
    earliest: Option<Day>,
    /// The last day, whether a business day or not; none where nothing bounds it.
    latest: Option<Day>,
}

impl Taken {
    /// The first value date that is taken.
    fn earliest(self) -> Option<Day> {
        self.earliest.filter(|earliest| self.latest.is_none_or(|latest| *earliest <= latest))
    }

    /// The last value date that is taken, where there is a last one.
    fn latest(self, calendar: &Calendar) -> Option<Day> {
        let latest = business_day_up_to(calendar, self.latest?)?;
        self.earliest.filter(|earliest| *earliest <= latest).map(|_| latest)
    }
}

/// The value dates that are taken, as far as `now` and the banks are known; none where no day is, or `now` is missing.
fn taken(context: &Context<'_, '_>, of: &BusinessRecord<'_>) -> Option<Taken> {
    let (now, day) = (context.request.now?, context.request.day?);
    let Some(calendar) = &context.service.calendar else {
        return Some(Taken { earliest: Some(day), latest: None });
    };
    let Some(window) = of.business.window.as_ref().filter(|_| context.makes_item()) else {
        let first = day.max(calendar.from);
        return Some(Taken { earliest: business_day_from(calendar, first), latest: None });
    };
    let seconds = now.second_at(context.service.utc_offset_seconds);
    let closing = window.closing(looks_at_items(context) && pays_other_bank(context.request));
    calendar.covers(day).then(|| Taken {
        earliest: closing.earliest(calendar, day, seconds),
        latest: window.latest(calendar, day),
    })
}

/// What to type in the place of a day that is no business day: the first day behind it that is taken, else the last before
/// it.
#[cold]
pub(super) fn instead(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    calendar: &Calendar,
    value: Day,
) -> Detail {
    let next = calendar.nearest(value, 1);
    // Until `now` is known every business day counts as taken.
    let all = || Taken { earliest: business_day_from(calendar, calendar.from), latest: None };
    let taken = if context.request.day.is_none() { Some(all()) } else { taken(context, of) };
    let Some(taken) = taken else { return Detail::Earliest(None) };
    let behind = Taken { earliest: next.zip(taken.earliest).map(|(one, other)| one.max(other)), ..taken };
    let bound = taken.latest.map_or(value, |latest| latest.min(value));
    match behind.earliest() {
        Some(earliest) => Detail::Earliest(Some(earliest)),
        None => match (Taken { latest: Some(bound), ..taken }).latest(calendar) {
            Some(latest) => Detail::Latest(Some(latest)),
            None => Detail::Earliest(None),
        },
    }
}

/// Whether the items are looked at: too many are refused without.
fn looks_at_items(context: &Context<'_, '_>) -> bool {
    context.lines.len() == context.request.lines.len()
}

/// Whether any payee is known to be at another bank than the debit account.
pub(crate) fn pays_other_bank(request: &Resolved<'_>) -> bool {
    payees(request).any(|(item, _)| item.place == PayeeLocation::OtherBank)
}

/// Everybody who is paid, with his position in a batch.
fn payees<'r>(request: &'r Resolved<'_>) -> impl Iterator<Item = (&'r ResolvedLine, Option<u32>)> {
    let items = request.lines.iter().zip((0_u32..).map(Some));
    core::iter::once((&request.single, None)).chain(items)
}

/// Which window holds rests on the banks that are missing.
#[cold]
fn miss_banks(single: bool, request: &Resolved<'_>, verdict: &mut Verdict<'_>) {
    for (item, at) in payees(request) {
        // A batch's request has no payee but those of its items.
        if at.is_none() == single && item.place == PayeeLocation::BankMissing {
            verdict.miss(Pointer { line: at, field: Field::PayeeBank });
        }
    }
}

/// The first business day that is not before a day.
fn business_day_from(calendar: &Calendar, day: Day) -> Option<Day> {
    if calendar.is_business_day(day) { Some(day) } else { calendar.nearest(day, 1) }
}

/// The last business day that is not after a day.
fn business_day_up_to(calendar: &Calendar, day: Day) -> Option<Day> {
    if calendar.is_business_day(day) { Some(day) } else { calendar.nearest(day, -1) }
}

//! Does the request come in time, and not too far ahead? (`docs/rules.md`, section 14.2)

use crate::date::Day;
use crate::model::calendar::Calendar;
use crate::reason::{Code, Detail, Field, Pointer, Reason};
use crate::resolve::{Place, Resolved, ResolvedItem};
use crate::steps::{Context, Of};
use crate::verdict::Verdict;

/// Holds a value date, a business day of the calendar, against the window of the business, where it has one.
#[inline]
pub(super) fn check(context: &Context<'_, '_>, of: Of<'_>, value: Day, verdict: &mut Verdict<'_>) {
    if of.business.window.is_some() {
        hold(context, of, value, verdict);
    }
}

fn hold(context: &Context<'_, '_>, of: Of<'_>, value: Day, verdict: &mut Verdict<'_>) {
    let (service, request) = (context.service, context.request);
    let (Some(window), Some(calendar)) = (&of.business.window, &service.calendar) else { return };
    let (Some(now), Some(day)) = (request.now, request.day) else { return };
    if !calendar.covers(day) {
        verdict.refuse(Reason::new(Code::NowOutsideCalendar, Field::Now));
        return;
    }
    let seconds = now.second_at(service.utc_offset_seconds);
    // Too many items are refused without a look at them.
    let looks = context.items.len() == request.items.len();
    let other_bank = looks && pays_other_bank(request);
    let earliest = window.closing(other_bank).earliest(calendar, day, seconds);
    if earliest.is_none_or(|earliest| value < earliest) {
        verdict.refuse(Reason::with(Code::TooSoon, Field::ValueDate, Detail::Earliest(earliest)));
    } else if looks && !other_bank && window.other_bank.is_some() {
        let of_others = window.closing(true).earliest(calendar, day, seconds);
        if of_others.is_none_or(|earliest| value < earliest) {
            miss_banks(of.business.kind.is_single(), request, verdict);
        }
    }
    let latest = window.latest(calendar, day);
    if latest.is_some_and(|latest| latest < value) {
        let latest = latest.and_then(|latest| business_day_up_to(calendar, latest));
        verdict.refuse(Reason::with(Code::TooLate, Field::ValueDate, Detail::Latest(latest)));
    }
}

/// Whether any payee is known to be at another bank than the debit account.
pub(crate) fn pays_other_bank(request: &Resolved) -> bool {
    payees(request).any(|(item, _)| item.place == Place::OtherBank)
}

/// Everybody who is paid, with his position in a batch.
fn payees(request: &Resolved) -> impl Iterator<Item = (&ResolvedItem, Option<u32>)> {
    let items = request.items.iter().zip((0_u32..).map(Some));
    core::iter::once((&request.single, None)).chain(items)
}

/// Which window holds rests on the banks that are missing.
#[cold]
fn miss_banks(single: bool, request: &Resolved, verdict: &mut Verdict<'_>) {
    for (item, at) in payees(request) {
        // A batch's request has no payee but those of its items.
        if at.is_none() == single && item.place == Place::BankMissing {
            verdict.miss(Pointer { item: at, field: Field::PayeeBank });
        }
    }
}

/// The last business day that is not after a day.
fn business_day_up_to(calendar: &Calendar, day: Day) -> Option<Day> {
    if calendar.is_business_day(day) { Some(day) } else { calendar.nearest(day, -1) }
}

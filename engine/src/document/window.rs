//! The windows of acceptance (受付期間).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::date::parse_time;
use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::{NO_ARGS, Reader};
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::bounds::{BUSINESS_DAYS_MAX, BUSINESSES, DAYS_AHEAD_MAX, MONTHS_AHEAD_MAX, RUN_TIMES};
use crate::language::service::{OtherBankMembers, WindowMembers};
use crate::model::window::{Closing, DAY_SECONDS, Window};

/// Reads `windows` into the businesses.
pub(super) fn read_windows(r: &mut Reader<'_>, id: Id, businesses: &mut [BusinessDraft], has_calendar: bool) {
    let entries = r.entries(id, BUSINESSES);
    if !has_calendar && !entries.is_empty() {
        r.report_key(FindingCode::WindowsCalendar, id, NO_ARGS);
    }
    for (key, entry) in entries {
        let window = read_window(r, entry);
        match businesses.iter_mut().find(|draft| *draft.model.key == *key) {
            Some(draft) => draft.model.window = Some(Box::new(window)),
            None => {
                let args = r.with_similar([Arg::text(&key)], &key, keys(businesses));
                r.report_key(FindingCode::BusinessUnknown, entry, args);
            }
        }
    }
}

fn read_window(r: &mut Reader<'_>, id: Id) -> Window {
    let found: WindowMembers = r.members(id);
    let base = read_closing(r, found.earliest_business_days, found.cutoff);
    let other_bank = found.other_bank.and_then(|id| {
        let OtherBankMembers { earliest_business_days, cutoff } = r.members(id);
        let other = read_closing(r, earliest_business_days, cutoff);
        if let (Some(base), Some(other)) = (base, other)
            && (other.business_days < base.business_days
                || (other.business_days == base.business_days && other.cutoff > base.cutoff))
        {
            r.report(FindingCode::WindowsOtherBank, id, NO_ARGS);
        }
        other
    });
    let least = base.map_or(0, |base| base.business_days);
    let window = Window {
        base: base.unwrap_or_default(),
        other_bank,
        latest_business_days: read_count(r, found.latest_business_days, BUSINESS_DAYS_MAX),
        latest_days: read_count(r, found.latest_days, DAYS_AHEAD_MAX),
        latest_months: read_count(r, found.latest_months, MONTHS_AHEAD_MAX),
        run_times: found.run_times.map_or_else(Box::default, |id| read_run_times(r, id)),
    };
    // So many business days take at least as many days.
    let no_months = window.latest_months.filter(|months| *months == 0);
    for (id, most) in [
        (found.latest_business_days, window.latest_business_days),
        (found.latest_days, window.latest_days),
        (found.latest_months, no_months),
    ] {
        if let (Some(id), Some(most)) = (id, most.filter(|most| *most < least)) {
            let args = [most, least].map(|days| Arg::number(usize::from(days)));
            r.report(FindingCode::WindowsRange, id, args);
        }
    }
    window
}

/// How early a request must come; none where a part of it could not be read.
fn read_closing(r: &mut Reader<'_>, days: Option<Id>, cutoff: Option<Id>) -> Option<Closing> {
    let business_days = days.map_or(Some(0), |id| read_count(r, Some(id), BUSINESS_DAYS_MAX));
    let cutoff = cutoff.map_or(Some(DAY_SECONDS), |id| read_time(r, id));
    Some(Closing { business_days: business_days?, cutoff: cutoff? })
}

/// A number from 0 on.
fn read_count(r: &mut Reader<'_>, id: Option<Id>, most: u32) -> Option<u16> {
    id.and_then(|id| r.integer(id, 0, most)).and_then(|count| u16::try_from(count).ok())
}

/// A time of day, in seconds.
fn read_time(r: &mut Reader<'_>, id: Id) -> Option<u32> {
    let text = r.text(id)?;
    let time = parse_time(&text);
    if time.is_none() {
        r.report(FindingCode::TimeMalformed, id, [Arg::text(&text)]);
    }
    time
}

/// Times of day, rising.
fn read_run_times(r: &mut Reader<'_>, id: Id) -> Box<[u32]> {
    let mut times: Vec<u32> = Vec::new();
    let mut before: Option<Id> = None;
    for element in r.elements(id, RUN_TIMES) {
        let Some(time) = read_time(r, element) else { continue };
        if times.last().is_some_and(|last| time <= *last)
            && let Some(before) = before
        {
            let args = [element, before].map(|id| Arg::text(&r.tree().text(id)));
            r.report(FindingCode::WindowsRunTimes, element, args);
        }
        times.push(time);
        before = Some(element);
    }
    times.into_boxed_slice()
}

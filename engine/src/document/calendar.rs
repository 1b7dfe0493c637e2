//! The bank's calendar, and its windows of acceptance.

use alloc::vec::Vec;

use crate::date::Day;
use crate::document::business::{BusinessDraft, keys};
use crate::document::reader::{BUSINESSES, HOLIDAYS, NO_ARGS, Reader};
use crate::document::word::{Weekday, Word};
use crate::finding::{Arg, FindingCode};
use crate::model::calendar::Calendar;
use crate::tree::Id;

/// Reads `calendar`.
pub(super) fn read_calendar(r: &mut Reader<'_>, id: Id) -> Option<Calendar> {
    let ([from_id, to_id, holidays, weekend], []) = r.fields(id, ["from", "to", "holidays", "weekend"], []);
    let [from, to] = [from_id, to_id].map(|id| id.and_then(|id| r.day(id)));
    if let (Some(from), Some(to), Some(to_id)) = (from, to, to_id)
        && to < from
    {
        r.report(FindingCode::CalendarRange, to_id, [Arg::day(to), Arg::day(from)]);
    }
    let holidays = holidays.map_or_else(Vec::new, |id| read_holidays(r, id, from.zip(to)));
    let closed = weekend.map_or_else(Vec::new, |id| r.choices::<Weekday>(id));
    let weekend = Weekday::words()
        .zip(0_u32..)
        .filter(|(word, _)| closed.iter().any(|day| Weekday::from_word(word) == Some(*day)))
        .fold(0, |bits, (_, at)| bits | 1_u8.checked_shl(at).unwrap_or(0));
    Some(Calendar { from: from?, to: to?, holidays: holidays.into_boxed_slice(), weekend })
}

/// The holidays, sorted; findings for those outside the calendar and those that stand twice.
fn read_holidays(r: &mut Reader<'_>, id: Id, span: Option<(Day, Day)>) -> Vec<Day> {
    let mut days = Vec::new();
    for element in r.elements(id, HOLIDAYS) {
        let Some(day) = r.day(element) else { continue };
        if let Some((from, to)) = span.filter(|(from, to)| from <= to && (day < *from || *to < day)) {
            r.report(FindingCode::HolidayOutside, element, [Arg::day(day), Arg::day(from), Arg::day(to)]);
        }
        days.push((day, element));
    }
    days.sort_unstable();
    let doubled: Vec<Id> = days
        .iter()
        .zip(days.iter().skip(1))
        .filter(|((a, _), (b, _))| a == b)
        .map(|(_, (_, id))| *id)
        .collect();
    for element in doubled {
        r.twice(element);
    }
    days.dedup_by_key(|(day, _)| *day);
    days.into_iter().map(|(day, _)| day).collect()
}

/// Most business days between acceptance and value date.
const WINDOW_DAYS_MAX: u32 = 1_000;

/// Reads `windows`, which nothing uses yet.
pub(super) fn read_windows(r: &mut Reader<'_>, id: Id, businesses: &[BusinessDraft]) {
    r.report_key(FindingCode::WindowsNotApplied, id, NO_ARGS);
    for (key, entry) in r.entries(id, BUSINESSES) {
        if !keys(businesses).any(|known| *known == *key) {
            let args = r.with_similar([Arg::text(&key)], &key, keys(businesses));
            r.report_key(FindingCode::BusinessUnknown, entry, args);
        }
        let ([], [earliest, latest, cutoff]) =
            r.fields(entry, [], ["earliestBusinessDays", "latestBusinessDays", "cutoff"]);
        let [first, last] = [earliest, latest].map(|id| id.and_then(|id| r.integer(id, 0, WINDOW_DAYS_MAX)));
        if let (Some(first), Some(last), Some(latest)) = (first, last, latest)
            && last < first
        {
            let args = [last, first].map(|days| Arg::text(&alloc::format!("{days}")));
            r.report(FindingCode::WindowRange, latest, args);
        }
        if let Some((id, text)) = cutoff.and_then(|id| Some((id, r.text(id)?)))
            && !is_time(&text)
        {
            r.report(FindingCode::TimeMalformed, id, [Arg::text(&text)]);
        }
    }
}

/// Whether a text is `HH:MM`.
fn is_time(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [b'0'..=b'1', b'0'..=b'9', b':', b'0'..=b'5', b'0'..=b'9']
            | [b'2', b'0'..=b'3', b':', b'0'..=b'5', b'0'..=b'9']
    )
}

//! The bank's calendar (営業日カレンダー).

use alloc::vec::Vec;

use crate::date::Day;
use crate::document::reader::Reader;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::HOLIDAYS;
use crate::language::service::CalendarMembers;
use crate::language::words::{Nation, Weekday, Word};
use crate::model::calendar::Calendar;
use crate::model::holidays;
use crate::sort::sort;

/// Reads `calendar`.
pub(super) fn read_calendar(r: &mut Reader<'_>, id: Id) -> Option<Calendar> {
    let CalendarMembers { from: from_id, to: to_id, weekend, holidays: holidays_id, national } =
        r.members(id);
    let [from, to] = [from_id, to_id].map(|id| id.and_then(|id| r.day(id)));
    if let (Some(from), Some(to), Some(to_id)) = (from, to, to_id)
        && to < from
    {
        r.report(FindingCode::CalendarRange, to_id, [Arg::day(to), Arg::day(from)]);
    }
    if holidays_id.is_none() && national.is_none() && r.tree().kind(id) == Kind::Object {
        r.report_missing(id, "holidays");
    }
    let mut holidays = holidays_id.map_or_else(Vec::new, |id| read_holidays(r, id, from.zip(to)));
    if national.and_then(|id| r.choice::<Nation>(id)).is_some() {
        for (day, at) in [from.zip(from_id), to.zip(to_id)].into_iter().flatten() {
            check_known(r, day, at);
        }
        let (from, to) = from.zip(to)?;
        holidays.extend(holidays::of_japan().filter(|day| from <= *day && *day <= to));
        sort(&mut holidays);
        holidays.dedup();
    }
    let closed = weekend.map_or_else(Vec::new, |id| r.choices::<Weekday>(id));
    let weekend = Weekday::words()
        .zip(0_u32..)
        .filter(|(word, _)| closed.iter().any(|day| Weekday::from_word(word) == Some(*day)))
        .fold(0, |bits, (_, at)| bits | 1_u8.checked_shl(at).unwrap_or(0));
    let to_range = r.tree().range(to_id?);
    Some(Calendar { from: from?, to: to?, holidays: holidays.into_boxed_slice(), weekend, to_range })
}

/// A calendar with national holidays must not leave the days of which they are known.
fn check_known(r: &mut Reader<'_>, day: Day, at: Id) {
    if let (Some(first), Some(last)) = (Day::parse(holidays::FIRST), Day::parse(holidays::LAST))
        && (day < first || last < day)
    {
        r.report(FindingCode::CalendarNationalRange, at, [Arg::day(day), Arg::day(first), Arg::day(last)]);
    }
}

/// The holidays, sorted; findings for those outside the calendar and those that stand twice.
fn read_holidays(r: &mut Reader<'_>, id: Id, span: Option<(Day, Day)>) -> Vec<Day> {
    let mut days = Vec::new();
    for element in r.elements(id, HOLIDAYS) {
        let Some(day) = r.day(element) else { continue };
        if let Some((from, to)) = span.filter(|(from, to)| from <= to && (day < *from || *to < day)) {
            r.report(
                FindingCode::CalendarHolidayOutside,
                element,
                [Arg::day(day), Arg::day(from), Arg::day(to)],
            );
        }
        days.push((day, element));
    }
    sort(&mut days);
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

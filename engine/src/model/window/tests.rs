#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use alloc::vec::Vec;

use super::{Closing, DAY_SECONDS, Window};
use crate::date::Day;
use crate::model::calendar::Calendar;
use crate::model::holidays;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Japan's bank holidays, closed at weekends, from November 2026 to January 2027.
fn calendar() -> Calendar {
    let mut holidays: Vec<Day> = holidays::of_japan().collect();
    holidays.sort_unstable();
    holidays.dedup();
    Calendar {
        from: day("2026-11-01"),
        to: day("2027-01-31"),
        holidays: holidays.into_boxed_slice(),
        weekend: 0b110_0000,
        to_range: 0..0,
    }
}

fn at(hours: u32, minutes: u32, seconds: u32) -> u32 {
    hours * 3600 + minutes * 60 + seconds
}

fn closing(business_days: u16, cutoff: u32) -> Closing {
    Closing { business_days, cutoff }
}

/// `now` on a day, days ahead and cut-off: the first value date, and why.
#[test]
fn the_earliest_value_date() {
    let noon = at(12, 0, 0);
    for (now, seconds, days, cutoff, want, why) in [
        ("2026-11-20", at(11, 59, 59), 0, noon, Some("2026-11-20"), "the last second of the same day"),
        ("2026-11-20", at(12, 0, 0), 0, noon, Some("2026-11-24"), "behind it come a weekend and a holiday"),
        ("2026-11-20", at(23, 59, 59), 0, DAY_SECONDS, Some("2026-11-20"), "no cut-off: all day"),
        ("2026-11-20", at(0, 0, 0), 0, 0, Some("2026-11-24"), "a cut-off at midnight closes the day itself"),
        (
            "2026-11-20",
            at(11, 59, 59),
            1,
            noon,
            Some("2026-11-24"),
            "one business day over Labour Thanksgiving Day",
        ),
        ("2026-11-20", at(12, 0, 0), 1, noon, Some("2026-11-25"), "too late for it"),
        ("2026-11-21", at(9, 0, 0), 0, noon, Some("2026-11-24"), "asked on a Saturday, whatever the time"),
        ("2026-11-21", at(15, 0, 0), 0, noon, Some("2026-11-24"), "the cut-off is one of the business day"),
        (
            "2026-11-23",
            at(15, 0, 0),
            1,
            noon,
            Some("2026-11-25"),
            "asked on a holiday: counted from the day after",
        ),
        ("2026-12-29", at(9, 0, 0), 2, noon, Some("2027-01-04"), "over the end of the year"),
        ("2026-12-30", at(9, 0, 0), 1, noon, Some("2027-01-04"), "31 December is none"),
        ("2026-12-30", at(12, 0, 0), 1, noon, Some("2027-01-05"), "the last business day is over"),
        ("2027-01-28", at(9, 0, 0), 1, noon, Some("2027-01-29"), "the last day of the calendar that is one"),
        ("2027-01-28", at(12, 0, 0), 1, noon, None, "behind it there is none"),
        ("2027-01-31", at(9, 0, 0), 0, noon, None, "a Sunday at the end of the calendar"),
    ] {
        let earliest = closing(days, cutoff).earliest(&calendar(), day(now), seconds);
        assert_eq!(earliest, want.map(day), "{now} {seconds}: {why}");
    }
}

/// The definition itself: in time if `D < P`, or `D = P` and before the cut-off, `P` being the n-th business day before `V`.
#[test]
fn exactly_the_days_from_the_earliest_on_are_in_time() {
    let calendar = calendar();
    let days = || (0..92).filter_map(|at| calendar.from.plus(at)).filter(|day| calendar.covers(*day));
    for n in [0, 1, 2, 5, 40] {
        for today in days() {
            for (seconds, cutoff) in [(0, 1), (1, 1), (0, DAY_SECONDS), (0, 0)] {
                let earliest = closing(n, cutoff).earliest(&calendar, today, seconds);
                for value in days().filter(|day| calendar.is_business_day(*day)) {
                    let last = calendar.nth(value, n, -1);
                    let in_time =
                        last.is_some_and(|last| today < last || (today == last && seconds < cutoff));
                    assert_eq!(
                        in_time,
                        earliest.is_some_and(|earliest| earliest <= value),
                        "{today:?} {value:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_deadline_is_the_last_instant_before_which_a_value_date_passes() {
    let window = Window {
        base: closing(1, at(12, 0, 0)),
        other_bank: Some(closing(3, DAY_SECONDS)),
        ..Window::default()
    };
    for (value, other_bank, want, why) in [
        ("2026-11-24", false, Some(("2026-11-20", at(12, 0, 0))), "noon of the Friday before"),
        ("2026-11-24", true, Some(("2026-11-19", 0)), "without a cut-off the whole of the third day before"),
        ("2027-01-04", false, Some(("2026-12-30", at(12, 0, 0))), "the last business day of the year"),
        ("2026-11-02", false, None, "the first business day of the calendar has none before it"),
        ("2026-11-05", true, None, "and this one has two (3 November is a holiday)"),
        ("2026-11-06", true, Some(("2026-11-03", 0)), "the end of the first of them, a Monday"),
    ] {
        let deadline = window.deadline(&calendar(), day(value), other_bank);
        assert_eq!(deadline, want.map(|(on, second)| (day(on), second)), "{value}: {why}");
    }
    let same_for_all = Window { other_bank: None, ..window };
    assert_eq!(
        same_for_all.deadline(&calendar(), day("2026-11-24"), true),
        Some((day("2026-11-20"), at(12, 0, 0)))
    );
}

#[test]
fn the_latest_value_date() {
    let none = (None, None, None);
    for (now, (business_days, days, months), want, why) in [
        ("2026-11-20", none, None, "nothing bounds it"),
        ("2026-11-20", (Some(0), None, None), Some("2026-11-20"), "the same day only"),
        ("2026-11-20", (Some(1), None, None), Some("2026-11-24"), "over a long weekend"),
        ("2026-11-21", (Some(1), None, None), Some("2026-11-24"), "from a Saturday"),
        ("2026-12-28", (Some(3), None, None), Some("2027-01-04"), "over the end of the year"),
        ("2027-01-27", (Some(2), None, None), Some("2027-01-29"), "the last business day"),
        ("2027-01-28", (Some(2), None, None), None, "the calendar has fewer: not too late"),
        ("2026-11-20", (None, Some(0), None), Some("2026-11-20"), "days as they are in the year"),
        ("2026-11-20", (None, Some(90), None), Some("2027-02-18"), "beyond the calendar"),
        ("2026-11-20", (None, None, Some(1)), Some("2026-12-20"), "the same day of the next month"),
        ("2027-01-31", (None, None, Some(1)), Some("2027-02-28"), "February has no 31st"),
        ("2026-11-30", (None, None, Some(0)), Some("2026-11-30"), "this month"),
        ("2026-11-20", (Some(15), Some(10), Some(1)), Some("2026-11-30"), "the earliest of all"),
        ("2027-01-28", (Some(2), Some(10), None), Some("2027-02-07"), "of those that bound it"),
    ] {
        let window = Window {
            latest_business_days: business_days,
            latest_days: days,
            latest_months: months,
            ..Window::default()
        };
        assert_eq!(window.latest(&calendar(), day(now)), want.map(day), "{now}: {why}");
    }
}

/// The law's own rules (国民の祝日に関する法律), beside the list that is shipped.
mod law {
    use super::*;

    fn on(year: i32, month: u32, date: u32) -> Day {
        day(&alloc::format!("{year}-{month:02}-{date:02}"))
    }

    /// The n-th Monday (ハッピーマンデー).
    fn monday(year: i32, month: u32, n: i32) -> Day {
        let first = on(year, month, 1);
        let wait = (7 - i32::from(first.weekday())) % 7;
        first.plus(wait + (n - 1) * 7).unwrap()
    }

    /// The days that the law and the laws for single years name.
    fn named(year: i32) -> Vec<Day> {
        let spring = on(year, 3, if matches!(year, 2019 | 2022 | 2023 | 2027) { 21 } else { 20 });
        let autumn = on(year, 9, if matches!(year, 2020 | 2024) { 22 } else { 23 });
        let fixed = [(1, 1), (2, 11), (4, 29), (5, 3), (5, 4), (5, 5), (11, 3), (11, 23)];
        let mut days: Vec<Day> = fixed.iter().map(|(month, date)| on(year, *month, *date)).collect();
        days.extend([monday(year, 1, 2), monday(year, 9, 3), spring, autumn]);
        days.extend(match year {
            2019 => Vec::from([on(year, 5, 1), on(year, 10, 22)]),
            _ => Vec::from([on(year, 2, 23)]),
        });
        days.extend(match year {
            // Marine Day, Sports Day and Mountain Day around the Games.
            2020 => [on(year, 7, 23), on(year, 7, 24), on(year, 8, 10)],
            2021 => [on(year, 7, 22), on(year, 7, 23), on(year, 8, 8)],
            _ => [monday(year, 7, 3), monday(year, 10, 2), on(year, 8, 11)],
        });
        days
    }

    #[test]
    fn the_shipped_days_are_those_of_the_law() {
        let named: Vec<Day> = (2019..=2027).flat_map(named).collect();
        let mut closed: Vec<Day> = named.clone();
        for holiday in &named {
            if holiday.weekday() == 6 {
                let after = (1..).filter_map(|days| holiday.plus(days)).find(|day| !named.contains(day));
                closed.extend(after);
            }
            if named.contains(&holiday.plus(2).unwrap()) {
                closed.extend(holiday.plus(1));
            }
        }
        for year in 2019..=2027 {
            closed.extend([on(year, 1, 2), on(year, 1, 3), on(year, 12, 31)]);
        }
        closed.sort_unstable();
        closed.dedup();
        let mut shipped: Vec<Day> = holidays::of_japan().collect();
        shipped.sort_unstable();
        shipped.dedup();
        assert_eq!(shipped, closed);
        let (first, last) = (day(holidays::FIRST), day(holidays::LAST));
        assert!(shipped.iter().all(|day| first <= *day && *day <= last));
    }
}

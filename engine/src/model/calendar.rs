//! The bank's calendar (営業日カレンダー).

use alloc::boxed::Box;
use core::ops::Range;

use crate::date::Day;

/// Business days of a span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// The first day that the calendar knows.
    pub from: Day,
    /// The last day that it knows.
    pub to: Day,
    /// Holidays inside the span, sorted.
    pub holidays: Box<[Day]>,
    /// Closed days of the week: bit 0 is Monday.
    pub weekend: u8,
    /// Where `to` stands in the text of the document, in bytes.
    pub to_range: Range<usize>,
}

impl Calendar {
    /// Whether the calendar knows the day.
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether the bank works on a day that the calendar covers.
    pub(crate) fn is_business_day(&self, day: Day) -> bool {
        let bit = 1_u8.checked_shl(u32::from(day.weekday())).unwrap_or(0);
        self.covers(day) && self.weekend & bit == 0 && self.holidays.binary_search(&day).is_err()
    }

    /// The n-th business day after (`step` 1) or before (`step` -1) a day, the day itself for 0; none where the calendar has
    /// fewer.
    pub(crate) fn nth(&self, day: Day, count: u16, step: i32) -> Option<Day> {
        (0..count).try_fold(day, |day, _| self.nearest(day, step))
    }

    /// Whether the calendar has so many business days, or more.
    pub(crate) fn has_business_days(&self, count: u16) -> bool {
        self.to.plus(1).is_none_or(|behind| self.nth(behind, count, -1).is_some())
    }

    /// The nearest business day after (`step` 1) or before (`step` -1) a day, if the calendar has one.
    pub(crate) fn nearest(&self, day: Day, step: i32) -> Option<Day> {
        let mut day = day.plus(step)?;
        while self.covers(day) {
            if self.is_business_day(day) {
                return Some(day);
            }
            day = day.plus(step)?;
        }
        None
    }
}

//! When a business is taken in (受付期間, `docs/rules.md`, section 14.2).

use alloc::boxed::Box;

use crate::date::Day;
use crate::model::calendar::Calendar;

/// Seconds of a day.
pub(crate) const DAY_SECONDS: u32 = 86_400;

/// The days and times in which a business is taken in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Window {
    /// How early a request must come.
    pub base: Closing,
    /// The same where a payee is at another bank.
    pub other_bank: Option<Closing>,
    pub latest_business_days: Option<u16>,
    pub latest_days: Option<u16>,
    pub latest_months: Option<u16>,
    /// When orders are carried out on their value date, in seconds of the day; rising.
    pub run_times: Box<[u32]>,
}

/// How early a request must come: on the n-th business day before the value date, before a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Closing {
    pub business_days: u16,
    /// In seconds of the day; [`DAY_SECONDS`] where there is no cut-off time.
    pub cutoff: u32,
}

impl Default for Closing {
    fn default() -> Self {
        Self { business_days: 0, cutoff: DAY_SECONDS }
    }
}

impl Closing {
    /// The first value date for which a request at this time of this day, which the calendar covers, is in time.
    ///
    /// A request is in time exactly for the business days from this one on.
    pub(crate) fn earliest(self, calendar: &Calendar, day: Day, seconds: u32) -> Option<Day> {
        let today_counts = calendar.is_business_day(day) && seconds < self.cutoff;
        let first = if today_counts { day } else { calendar.nearest(day, 1)? };
        calendar.nth(first, self.business_days, 1)
    }

    /// The last instant before which a value date passes: a day and a second of it.
    fn deadline(self, calendar: &Calendar, value_date: Day) -> Option<(Day, u32)> {
        let last = calendar.nth(value_date, self.business_days, -1)?;
        if self.cutoff < DAY_SECONDS { Some((last, self.cutoff)) } else { Some((last.plus(1)?, 0)) }
    }
}

impl Window {
    /// How early a request must come; `other_bank` where a payee is known to be at another bank.
    pub(crate) fn closing(&self, other_bank: bool) -> Closing {
        self.other_bank.filter(|_| other_bank).unwrap_or(self.base)
    }

    /// The last instant before which a value date, rolled, passes (承認期限): a day and a second of it, at the bank's offset.
    /// None where the calendar has too few business days before the value date.
    pub(crate) fn deadline(
        &self,
        calendar: &Calendar,
        value_date: Day,
        other_bank: bool,
    ) -> Option<(Day, u32)> {
        self.closing(other_bank).deadline(calendar, value_date)
    }

    /// The last value date that is possible on a day, whether a business day or not; none where nothing bounds it.
    pub(crate) fn latest(&self, calendar: &Calendar, day: Day) -> Option<Day> {
        let by_business_days = self.latest_business_days.and_then(|days| calendar.nth(day, days, 1));
        let by_days = self.latest_days.and_then(|days| day.plus(i32::from(days)));
        let by_months = self.latest_months.and_then(|months| day.months_later(months));
        [by_business_days, by_days, by_months].into_iter().flatten().min()
    }
}

#[cfg(test)]
mod tests;

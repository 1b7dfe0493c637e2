//! The days and instants of chrono (feature `chrono`).

use alloc::string::ToString;

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Utc};

use super::{Day, FIRST_DAY, Instant, LAST_DAY, UNIX_EPOCH};
use crate::spelling::ParseError;

impl TryFrom<NaiveDate> for Day {
    type Error = ParseError;

    /// # Errors
    ///
    /// The year is not from 1 to 9999.
    fn try_from(date: NaiveDate) -> Result<Self, ParseError> {
        let day = date.num_days_from_ce();
        if (FIRST_DAY..=LAST_DAY).contains(&day) {
            return Ok(Self(day));
        }
        Err(ParseError::unlike(&date.to_string(), "Day", "2026-11-20"))
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        // Every day is one of chrono's.
        Self::from_num_days_from_ce_opt(day.0).unwrap_or_default()
    }
}

/// To the second: a fraction is left out.
impl<Tz: TimeZone> From<DateTime<Tz>> for Instant {
    fn from(time: DateTime<Tz>) -> Self {
        Self(time.timestamp().saturating_add(UNIX_EPOCH))
    }
}

impl From<Instant> for DateTime<Utc> {
    fn from(instant: Instant) -> Self {
        // Every instant is one of chrono's.
        Self::from_timestamp(instant.0.saturating_sub(UNIX_EPOCH), 0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::FixedOffset;

    use super::*;
    use crate::request::Text;

    #[test]
    fn days_of_chrono_are_ours() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let day = Day::try_from(date).unwrap();
        assert_eq!((day.to_string().as_str(), NaiveDate::from(day)), ("2026-11-24", date));
        assert_eq!(Text::from(date), "2026-11-24");
        for (year, fits) in [(0, false), (1, true), (9999, true), (10_000, false)] {
            let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            assert_eq!(Day::try_from(date).is_ok(), fits, "{year}");
            assert_eq!(Day::parse(&Text::from(date)).is_some(), fits, "{year}");
        }
    }

    #[test]
    fn times_of_chrono_are_ours() {
        let parse = |text: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text).unwrap();
        for (time, expected) in [
            ("2026-11-20T10:15:00+09:00", "2026-11-20T10:15:00+09:00"),
            ("2026-11-20T10:15:00.999-03:30", "2026-11-20T10:15:00-03:30"),
            ("2026-11-20T10:15:00Z", "2026-11-20T10:15:00+00:00"),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59+00:00"),
        ] {
            assert_eq!(Text::from(parse(time)), expected);
            let instant = Instant::parse(expected).unwrap();
            assert_eq!(Instant::from(parse(time)), instant);
            assert_eq!(Instant::from(DateTime::<Utc>::from(instant)), instant);
        }
        let odd = FixedOffset::east_opt(33_539).unwrap().timestamp_opt(0, 0).unwrap();
        assert_eq!(
            Text::from(odd),
            "1970-01-01T00:00:00+00:00",
            "the offset of a clock before there were zones"
        );
    }
}

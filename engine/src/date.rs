//! Days and instants: strict spellings, which are read by words of eight bytes, and no clock.

use alloc::format;
use alloc::string::String;

use core::fmt;
use core::str::FromStr;

use crate::spelling::ParseError;
use crate::word::{Pattern, pairs};

mod civil;

/// A civil day, in the proleptic Gregorian calendar, from year 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.pad(&text)
    }
}

impl FromStr for Day {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text).ok_or_else(|| ParseError::unlike(text, "Day", "2026-11-20"))
    }
}

impl TryFrom<&str> for Day {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}

/// 0001-01-01 and 9999-12-31, counted from the first day of year 1.
const FIRST_DAY: i32 = 1;
const LAST_DAY: i32 = 3_652_059;
/// 1970-01-01, counted the same.
const UNIX_DAY: i32 = 719_163;
/// 1970-01-01T00:00:00Z, in seconds as an [`Instant`] counts them.
const UNIX_EPOCH: i64 = 719_163 * 86_400;
/// The most seconds by which an offset moves an instant out of the days that there are.
const OFFSET_MAX: i64 = 86_340;

/// The beginnings of texts that are read by words.
const YEAR_MONTH: Pattern = Pattern::new(b"0000-00-");
const DAY_TIME: Pattern = Pattern::new(b"00T00:00");
const SECOND_UTC: Pattern = Pattern::new(b"0:00:00Z");
const SECOND_EAST: Pattern = Pattern::new(b"00+00:00");
const SECOND_WEST: Pattern = Pattern::new(b"00-00:00");
const EAST: Pattern = Pattern::new(b"+00:0000");
const WEST: Pattern = Pattern::new(b"-00:0000");
const TIME: Pattern = Pattern::new(b"00:00000");

/// The number of two digits that begins at a byte of [`pairs`].
#[inline]
fn at(pairs: u64, byte: u32) -> u32 {
    u32::try_from(pairs.wrapping_shr(byte.wrapping_mul(8)) & 0xFF).unwrap_or(0)
}

/// The day of two halves of `YYYY-MM-` in pairs and a day of the month.
#[inline]
fn day_of(year_month: u64, day: u32) -> Option<Day> {
    let year = at(year_month, 0).wrapping_mul(100).wrapping_add(at(year_month, 2));
    civil::count(year, at(year_month, 5), day).map(Day)
}

/// Hours and minutes as seconds, where there is such a time of day.
#[inline]
fn seconds_of(hours: u32, minutes: u32) -> Option<u32> {
    (hours <= 23 && minutes <= 59).then(|| hours.wrapping_mul(3600).wrapping_add(minutes.wrapping_mul(60)))
}

/// Two digits in ASCII; of more than two digits zeros.
#[inline]
fn ascii(value: u32) -> [u8; 2] {
    let digit =
        |digit: u32| b'0'.wrapping_add(u8::try_from(digit).ok().filter(|digit| *digit <= 9).unwrap_or(0));
    [digit(value.wrapping_div(10)), digit(value.wrapping_rem(10))]
}

impl Day {
    /// The day of a year from 1 to 9999, a month from 1 and a day of the month from 1, if there is such a day.
    ///
    /// ```
    /// use kessai::Day;
    /// assert_eq!(Day::new(2026, 11, 24), Day::parse("2026-11-24"));
    /// assert_eq!(Day::new(2026, 11, 31), None);
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        civil::count(u32::from(year), u32::from(month), u32::from(day)).map(Self)
    }

    /// The year, from 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        let [year, ..] = self.date();
        u16::try_from(year).unwrap_or(0)
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        let [_, month, _] = self.date();
        u8::try_from(month).unwrap_or(0)
    }

    /// The day of the month, from 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        let [.., day] = self.date();
        u8::try_from(day).unwrap_or(0)
    }

    /// Reads `YYYY-MM-DD`, exactly so; none for any other spelling and for days that do not exist.
    ///
    /// ```
    /// use kessai::Day;
    /// assert!(Day::parse("2026-11-24").is_some());
    /// assert!(Day::parse("2026-11-31").is_none());
    /// assert!(Day::parse("2026-1-4").is_none());
    /// ```
    #[must_use]
    #[inline]
    pub fn parse(text: &str) -> Option<Self> {
        let &[a, b, c, d, e, f, g, h, tens, ones] = text.as_bytes() else { return None };
        let year_month = YEAR_MONTH.of([a, b, c, d, e, f, g, h])?;
        let [tens, ones] = [tens, ones].map(|digit| digit.wrapping_sub(b'0'));
        if tens > 9 || ones > 9 {
            return None;
        }
        day_of(pairs(year_month), u32::from(tens.wrapping_mul(10).wrapping_add(ones)))
    }

    /// Writes `YYYY-MM-DD`.
    pub fn write(self, out: &mut String) {
        out.push_str(core::str::from_utf8(&self.ascii()).unwrap_or_default());
    }

    /// `YYYY-MM-DD` as it is written.
    #[inline]
    pub(crate) fn ascii(self) -> [u8; 10] {
        let [year, month, day] = self.date();
        let [a, b] = ascii(year.wrapping_div(100));
        let [c, d] = ascii(year.wrapping_rem(100));
        let [[e, f], [g, h]] = [month, day].map(ascii);
        [a, b, c, d, b'-', e, f, b'-', g, h]
    }

    /// The day so many days later (earlier if negative), if it is in range.
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        self.0.checked_add(days).filter(|day| (FIRST_DAY..=LAST_DAY).contains(day)).map(Self)
    }

    /// The day of the week, Monday 0 to Sunday 6.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.wrapping_sub(1).rem_euclid(7)).unwrap_or(0)
    }

    /// The Monday of this day's week.
    pub(crate) fn first_of_week(self) -> Option<Self> {
        self.plus(0_i32.saturating_sub(i32::from(self.weekday())))
    }

    /// The day so many days after 1970-01-01 (before it if negative), if it is in range.
    ///
    /// ```
    /// use kessai::Day;
    /// assert_eq!(Day::from_unix_days(20_777), Day::new(2026, 11, 20));
    /// assert_eq!(Day::from_unix_days(i32::MAX), None);
    /// ```
    #[must_use]
    pub const fn from_unix_days(days: i32) -> Option<Self> {
        match days.checked_add(UNIX_DAY) {
            Some(day) if day >= FIRST_DAY && day <= LAST_DAY => Some(Self(day)),
            _ => None,
        }
    }

    /// Days counted from 1970-01-01, which is 0.
    #[must_use]
    pub const fn unix_days(self) -> i32 {
        self.0.wrapping_sub(UNIX_DAY)
    }

    /// Days counted from the first day of year 1, which is 1.
    pub(crate) fn count(self) -> i64 {
        i64::from(self.0)
    }

    /// The day of such a count.
    pub(crate) fn of_count(count: i32) -> Option<Self> {
        (FIRST_DAY..=LAST_DAY).contains(&count).then_some(Self(count))
    }

    /// The tenth of the month after this day's.
    pub(crate) fn next_month_10th(self) -> Option<Self> {
        let [year, month, _] = self.date();
        let (year, month) =
            if month == 12 { (year.wrapping_add(1), 1) } else { (year, month.wrapping_add(1)) };
        civil::count(year, month, 10).map(Self)
    }

    /// The same day of the month so many months later, or the last of that month where it has no such day.
    pub(crate) fn months_later(self, months: u16) -> Option<Self> {
        let [year, month, day] = self.date();
        let months = month.wrapping_sub(1).wrapping_add(u32::from(months));
        let year = year.wrapping_add(months.wrapping_div(12));
        let month = months.wrapping_rem(12).wrapping_add(1);
        civil::count(year, month, day.min(civil::days_in(year, month))).map(Self)
    }

    /// Year, month and day of the month.
    #[inline]
    fn date(self) -> [u32; 3] {
        civil::date(self.0)
    }
}

/// A point in time, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl fmt::Display for Instant {
    /// In UTC, such as `2026-11-20T01:15:00+00:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(0, &mut text);
        f.pad(&text)
    }
}

impl FromStr for Instant {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text).ok_or_else(|| ParseError::unlike(text, "Instant", "2026-11-20T10:15:00+09:00"))
    }
}

impl TryFrom<&str> for Instant {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}

impl Instant {
    /// Reads RFC 3339 with an offset (`Z` or `±HH:MM`), without fraction or leap second.
    ///
    /// ```
    /// use kessai::Instant;
    /// assert_eq!(Instant::parse("2026-11-20T10:15:00+09:00"), Instant::parse("2026-11-20T01:15:00Z"));
    /// assert!(Instant::parse("2026-11-20T10:15:00").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let [head, middle] = [bytes.first_chunk()?, bytes.get(8..)?.first_chunk()?];
        let (date, time) = (pairs(YEAR_MONTH.of(*head)?), pairs(DAY_TIME.of(*middle)?));
        let (second, offset) = match *bytes.get(12..)? {
            // The last of what is behind the minutes' tens, which the time has read already.
            [a, b, c, d, e, f, g, h] => (at(pairs(SECOND_UTC.of([a, b, c, d, e, f, g, h])?), 5), 0),
            [_, _, _, _, b':', a, b, sign, c, d, e, f, g] => {
                let pattern = if sign == b'-' { SECOND_WEST } else { SECOND_EAST };
                let behind = pairs(pattern.of([a, b, sign, c, d, e, f, g])?);
                let offset = i64::from(seconds_of(at(behind, 3), at(behind, 6))?);
                (at(behind, 0), if sign == b'-' { offset.wrapping_neg() } else { offset })
            }
            _ => return None,
        };
        let second_of_day =
            seconds_of(at(time, 3), at(time, 6))?.wrapping_add(Some(second).filter(|one| *one <= 59)?);
        let midnight = i64::from(day_of(date, at(time, 0))?.0).wrapping_mul(86_400);
        // A day has at most seven digits, so nothing here is near the end of an i64.
        Some(Self(midnight.wrapping_add(i64::from(second_of_day)).wrapping_sub(offset)))
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z (before it if negative), if a text can name it.
    ///
    /// ```
    /// use kessai::Instant;
    /// assert_eq!(Instant::from_unix_seconds(0), Instant::parse("1970-01-01T09:00:00+09:00"));
    /// assert_eq!(Instant::from_unix_seconds(i64::MAX), None);
    /// ```
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let first = i64::from(FIRST_DAY).wrapping_mul(86_400).wrapping_sub(OFFSET_MAX);
        let end = i64::from(LAST_DAY).wrapping_add(1).wrapping_mul(86_400).wrapping_add(OFFSET_MAX);
        seconds.checked_add(UNIX_EPOCH).filter(|seconds| (first..end).contains(seconds)).map(Self)
    }

    /// Seconds counted from 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.0.wrapping_sub(UNIX_EPOCH)
    }

    /// The second of the civil day at an offset from UTC in seconds.
    pub(crate) fn second_at(self, utc_offset_seconds: i32) -> u32 {
        let local = self.0.saturating_add(i64::from(utc_offset_seconds));
        u32::try_from(local.rem_euclid(86_400)).unwrap_or(0)
    }

    /// Seconds counted from the beginning of the day before the first of year 1, in UTC.
    pub(crate) fn seconds(self) -> i64 {
        self.0
    }

    /// The instant so many seconds into a civil day, at an offset from UTC in seconds.
    pub(crate) fn of(day: Day, second: u32, utc_offset_seconds: i32) -> Self {
        // A day has at most seven digits, so nothing here is near the end of an i64.
        let midnight = i64::from(day.0).saturating_mul(86_400);
        Self(midnight.saturating_add(i64::from(second)).saturating_sub(i64::from(utc_offset_seconds)))
    }

    /// Appends `YYYY-MM-DDThh:mm:ss` with the offset, given in seconds.
    pub(crate) fn write(self, utc_offset_seconds: i32, out: &mut String) {
        let local = self.0.saturating_add(i64::from(utc_offset_seconds));
        let two = |out: &mut String, value: i64| {
            let digits = ascii(u32::try_from(value).unwrap_or(0));
            out.push_str(core::str::from_utf8(&digits).unwrap_or_default());
        };
        let (day, second) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        Day(i32::try_from(day).unwrap_or_default()).write(out);
        for (before, value) in [
            ('T', second.wrapping_div(3_600)),
            (':', second.wrapping_div(60).wrapping_rem(60)),
            (':', second.wrapping_rem(60)),
        ] {
            out.push(before);
            two(out, value);
        }
        out.push(if utc_offset_seconds < 0 { '-' } else { '+' });
        let minutes = i64::from(utc_offset_seconds).abs().wrapping_div(60);
        two(out, minutes.wrapping_div(60));
        out.push(':');
        two(out, minutes.wrapping_rem(60));
    }

    /// Whether it lies on a day that there is, at an offset from UTC in seconds.
    pub(crate) fn is_at_day(self, utc_offset_seconds: i32) -> bool {
        self.day_at(utc_offset_seconds).is_some_and(|day| day.plus(0).is_some())
    }

    /// The civil day at an offset from UTC in seconds.
    #[must_use]
    pub fn day_at(self, utc_offset_seconds: i32) -> Option<Day> {
        let local = self.0.checked_add(i64::from(utc_offset_seconds))?;
        let day = i32::try_from(local.div_euclid(86_400)).ok()?;
        (FIRST_DAY..=LAST_DAY).contains(&day).then_some(Day(day))
    }
}

/// The instant that is left where the fraction of its seconds is left out, if there is one.
pub(crate) fn without_fraction(text: &str) -> Option<String> {
    let (seconds, rest) = text.split_once('.')?;
    let offset = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let whole = format!("{seconds}{offset}");
    (offset.len() < rest.len() && Instant::parse(&whole).is_some()).then_some(whole)
}

/// Reads a time of day, `HH:MM` from 00:00 to 23:59, as seconds.
pub(crate) fn parse_time(text: &str) -> Option<u32> {
    let &[a, b, c, d, e] = text.as_bytes() else { return None };
    let time = pairs(TIME.of([a, b, c, d, e, b'0', b'0', b'0'])?);
    seconds_of(at(time, 0), at(time, 3))
}

/// Reads `+HH:MM` or `-HH:MM`, as seconds.
pub(crate) fn parse_offset(text: &str) -> Option<i32> {
    let &[sign, a, b, c, d, e] = text.as_bytes() else { return None };
    let pattern = if sign == b'-' { WEST } else { EAST };
    let offset = pairs(pattern.of([sign, a, b, c, d, e, b'0', b'0'])?);
    let seconds = i32::try_from(seconds_of(at(offset, 1), at(offset, 4))?).ok()?;
    Some(if sign == b'-' { seconds.wrapping_neg() } else { seconds })
}

serde_as_text! { Day }
serde_as_text! { Instant }

#[cfg(feature = "chrono")]
mod convert;

#[cfg(test)]
mod tests;

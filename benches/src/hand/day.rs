//! Civil days as numbers.

/// Two digits at a position.
#[inline]
fn two(text: &[u8], at: usize) -> Option<i32> {
    let (tens, ones) = (text[at].wrapping_sub(b'0'), text[at + 1].wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| i32::from(tens) * 10 + i32::from(ones))
}

/// The number of a day `YYYY-MM-DD`.
#[must_use]
pub fn days(text: &str) -> Option<i32> {
    let text = text.as_bytes();
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let (year, month, day) = (two(text, 0)? * 100 + two(text, 2)?, two(text, 5)?, two(text, 8)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i32::from(leap),
        _ => return None,
    };
    if year < 1 || day < 1 || day > last {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1)
}

/// The day of `YYYY-MM-DDTHH:MM:SS+09:00` in Japan, or of another offset.
#[must_use]
pub fn day_of_instant(text: &str) -> Option<i32> {
    let bytes = text.as_bytes();
    if bytes.len() != 25 || bytes[10] != b'T' || bytes[13] != b':' || bytes[16] != b':' || bytes[22] != b':' {
        return None;
    }
    let (hour, minute, second) = (two(bytes, 11)?, two(bytes, 14)?, two(bytes, 17)?);
    let (offset_hour, offset_minute) = (two(bytes, 20)?, two(bytes, 23)?);
    if hour > 23 || minute > 59 || second > 59 || offset_hour > 23 || offset_minute > 59 {
        return None;
    }
    let offset = (offset_hour * 60 + offset_minute) * if bytes[19] == b'-' { -1 } else { 1 };
    Some(days(text.get(..10)?)? + (hour * 60 + minute - offset + 9 * 60).div_euclid(24 * 60))
}

/// Writes a day as `YYYY-MM-DD`.
#[must_use]
pub fn write_day(days: i32) -> [u8; 10] {
    let era = days / 146_097;
    let in_era = days % 146_097;
    let year_of_era = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
    let month = (in_year * 5 + 2) / 153;
    let day = in_year - (month * 153 + 2) / 5 + 1;
    let (year, month) = (year_of_era + era * 400 + i32::from(month >= 10), (month + 2) % 12 + 1);
    let digit = |number: i32| b'0' + (number % 10) as u8;
    [
        digit(year / 1000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        digit(month / 10),
        digit(month),
        b'-',
        digit(day / 10),
        digit(day),
    ]
}

#[cfg(test)]
mod tests {
    use super::{day_of_instant, days, write_day};

    #[test]
    fn days_are_read_and_written() {
        for text in ["0001-01-01", "2024-02-29", "2026-11-20", "2026-12-31", "2027-01-01", "9999-12-31"] {
            assert_eq!(write_day(days(text).unwrap()), text.as_bytes());
        }
        assert_eq!(days("2026-02-29"), None);
        assert_eq!(days("2026-12-01").unwrap() - days("2026-11-30").unwrap(), 1);
        assert_eq!(day_of_instant("2026-11-20T23:30:00-02:00"), days("2026-11-21"));
    }
}

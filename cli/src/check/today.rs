//! The day that warnings of what runs out soon are about.

use std::time::{SystemTime, UNIX_EPOCH};

use kessai::Day;
use serde_json::Value;

use crate::page::visible;
use crate::session::{Failure, Session};

/// The day as given; else today, where the bank is.
///
/// # Errors
///
/// What is given is no day, or the clock shows none.
pub fn day(given: Option<&str>, service: &str, session: &Session) -> Result<Day, Failure> {
    let Some(text) = given else {
        return of_clock(offset_of(service))
            .ok_or_else(|| Failure::new(session.say("the clock shows no day", "時計の日付を読めません")));
    };
    Day::parse(text).ok_or_else(|| {
        let text = visible(text);
        Failure::new(session.say(
            format!("`{text}` is no day, such as 2026-11-24"),
            format!("`{text}` は日付ではありません（例: 2026-11-24）"),
        ))
    })
}

const SECONDS_A_DAY: i64 = 86_400;

/// The civil day of the clock, so many seconds east of Greenwich.
fn of_clock(offset: i64) -> Option<Day> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()?.checked_add(offset)?;
    Day::parse("1970-01-01")?.plus(i32::try_from(seconds.div_euclid(SECONDS_A_DAY)).ok()?)
}

/// The service's `utcOffset` in seconds; 0 where it cannot be read, which is an error of the document.
fn offset_of(service: &str) -> i64 {
    let document: Value = serde_json::from_str(service).unwrap_or_default();
    let text = document.get("utcOffset").and_then(Value::as_str).unwrap_or_default();
    let seconds = |hours: &str, minutes: &str| {
        let hours: i64 = hours.parse().ok()?;
        let minutes: i64 = minutes.parse().ok()?;
        hours.checked_mul(3_600)?.checked_add(minutes.checked_mul(60)?)
    };
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1_i64, rest),
        None => (1, text.strip_prefix('+').unwrap_or_default()),
    };
    let offset = rest.split_once(':').and_then(|(hours, minutes)| seconds(hours, minutes));
    offset.unwrap_or_default().saturating_mul(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_as_the_document_has_them() {
        let table = [("+09:00", 32_400), ("-03:30", -12_600), ("+00:00", 0), ("nonsense", 0), ("", 0)];
        for (text, expected) in table {
            assert_eq!(offset_of(&format!(r#"{{ "utcOffset": "{text}" }}"#)), expected, "{text}");
        }
        assert_eq!(offset_of("{"), 0);
    }
}

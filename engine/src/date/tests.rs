use alloc::format;
use alloc::string::String;

use super::{Day, Instant, parse_offset, without_fraction};

#[test]
fn days_have_one_spelling_and_exist() {
    for (text, valid, why) in [
        ("2026-11-24", true, "a day"),
        ("2024-02-29", true, "a leap day"),
        ("2026-02-29", false, "not a leap year"),
        ("0001-01-01", true, "the first"),
        ("0000-12-31", false, "year 0"),
        ("9999-12-31", true, "the last"),
        ("2026-11-31", false, "30 days in November"),
        ("2026/11/24", false, "slashes"),
        ("2026-1-24", false, "one digit"),
        ("２０２６-11-24", false, "full-width digits"),
        ("", false, "nothing"),
    ] {
        assert_eq!(Day::parse(text).is_some(), valid, "{text:?}: {why}");
        if valid {
            let mut out = String::new();
            Day::parse(text).unwrap().write(&mut out);
            assert_eq!(out, text);
        }
    }
}

#[test]
fn instants_carry_an_offset_and_give_the_civil_day() {
    let tokyo = parse_offset("+09:00").unwrap();
    for (text, day, why) in [
        ("2026-11-20T10:15:00+09:00", Some("2026-11-20"), "morning"),
        ("2026-11-20T14:59:59Z", Some("2026-11-20"), "the last second of the day in Tokyo"),
        ("2026-11-20T15:00:00Z", Some("2026-11-21"), "midnight in Tokyo"),
        ("2026-11-20T10:15:00", None, "no offset"),
        ("2026-11-20T10:15:00.5Z", None, "a fraction"),
        ("2026-11-20T23:59:60Z", None, "a leap second"),
        ("2026-11-20t10:15:00z", None, "lower case"),
        ("2026-11-20 10:15:00Z", None, "a space"),
        ("2026-11-20T10:15Z", None, "no seconds"),
        ("2026-11-20T24:00:00Z", None, "hour 24"),
    ] {
        let got =
            Instant::parse(text).and_then(|instant| instant.day_at(tokyo)).map(|day| format!("{day:?}"));
        assert_eq!(got.as_deref(), day, "{text:?}: {why}");
    }
    assert_eq!(parse_offset("-03:30"), Some(-12_600));
    assert_eq!(parse_offset("+24:00"), None);
    assert_eq!(parse_offset("09:00"), None);
}

#[test]
fn weeks_and_months() {
    let tuesday = Day::parse("2026-11-24").unwrap();
    assert_eq!(tuesday.weekday(), 1);
    assert_eq!(tuesday.plus(7).unwrap().weekday(), 1);
    assert_eq!(format!("{:?}", tuesday.next_month_10th().unwrap()), "2026-12-10");
    assert_eq!(format!("{:?}", Day::parse("2026-12-31").unwrap().next_month_10th().unwrap()), "2027-01-10");
    assert_eq!(Day::parse("9999-12-31").unwrap().plus(1), None);
}

#[test]
fn what_is_no_instant_says_why() {
    for (text, want, why) in [
        ("2026-11-20T01:15:00.000Z", Some("2026-11-20T01:15:00Z"), "what clocks of programs give"),
        ("2026-11-20T10:15:00.5+09:00", Some("2026-11-20T10:15:00+09:00"), "an offset behind it"),
        ("2026-11-20T10:15:00.5", None, "no offset behind the fraction"),
        ("2026-11-20T10:15:00.Z", None, "a point without digits"),
        ("2026-11-20T10:15:60.5Z", None, "a leap second besides"),
        ("today", None, "no instant at all"),
        ("", None, "nothing"),
    ] {
        assert_eq!(without_fraction(text).as_deref(), want, "{why}");
    }
}

/// Once the bank's offset is applied there are the days from 0001-01-01 to 9999-12-31 and no others.
#[test]
fn days_end_where_their_spelling_does() {
    for (instant, offset, want, why) in [
        ("0001-01-01T00:00:00Z", 0, Some("0001-01-01"), "the first second"),
        ("0001-01-01T00:00:00Z", -60, None, "a minute before it"),
        ("0001-01-01T08:59:59+09:00", 9 * 3_600, Some("0001-01-01"), "still the year 0 in London"),
        ("0001-01-01T00:00:00+00:01", 0, None, "the year 0 here"),
        ("9999-12-31T23:59:59Z", 0, Some("9999-12-31"), "the last second"),
        ("9999-12-31T23:59:59Z", 1, None, "the year 10000"),
        ("9999-12-31T23:59:59-23:59", 0, None, "a day later here"),
    ] {
        let day = Instant::parse(instant).unwrap().day_at(offset);
        assert_eq!(day, want.and_then(Day::parse), "{instant} {offset}: {why}");
    }
    assert_eq!((Day::parse("0000-12-31"), Instant::parse("0000-12-31T23:59:59Z")), (None, None));
    let tenth = |day: &str| Day::parse(day).unwrap().next_month_10th();
    assert_eq!((tenth("9999-11-30"), tenth("9999-12-01")), (Day::parse("9999-12-10"), None));
}

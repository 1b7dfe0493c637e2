use alloc::format;
use alloc::string::ToString;

use super::*;
use crate::date::{Day, Instant};
use crate::lang::Lang;
use crate::money::Currency;

/// Asserts that a vocabulary writes and reads every value by its name.
macro_rules! assert_conversions {
    ($($name:ident)+) => {
        $(
            for value in $name::ALL {
                assert_eq!(value.to_string().parse::<$name>(), Ok(*value));
                assert_eq!($name::try_from(value.name()), Ok(*value));
            }
            let error = "nothing of the kind".parse::<$name>().unwrap_err().to_string();
            for value in $name::ALL {
                assert!(error.contains(&format!("`{value}`")), "{error}");
            }
        )+
    };
}

#[test]
fn every_value_is_written_and_read_by_its_name() {
    assert_conversions! {
        Act ApprovalMode Bearer BusinessKind CertificateState CharacterKind DateBasis DayBasis Debit Entry EventKind Lang
        Method MixClass OneTimePasswordState Operation PayeeKind Role Roll Round Scope State
    }
}

#[test]
fn a_text_that_is_no_value_is_told_what_is() {
    let error = |fault: crate::spelling::ParseError| fault.to_string();
    for (said, expected) in [
        (
            "both".parse::<Bearer>().map(|_| ()).map_err(error),
            "`both` is no Bearer; possible are `payer`, `payee`",
        ),
        ("".parse::<Bearer>().map(|_| ()).map_err(error), "`` is no Bearer; possible are `payer`, `payee`"),
        ("de".parse::<Lang>().map(|_| ()).map_err(error), "`de` is no Lang; possible are `ja`, `en`"),
        (
            "2026-02-30".parse::<Day>().map(|_| ()).map_err(error),
            "`2026-02-30` is no Day; one looks like `2026-11-20`",
        ),
        (
            "2026-02-03".parse::<Instant>().map(|_| ()).map_err(error),
            "`2026-02-03` is no Instant; one looks like `2026-11-20T10:15:00+09:00`",
        ),
        ("yen".parse::<Currency>().map(|_| ()).map_err(error), "`yen` is no Currency; one looks like `JPY`"),
    ] {
        assert_eq!(said, Err(expected.to_string()));
    }
    let long = "x".repeat(5_000).parse::<Day>().unwrap_err().to_string();
    assert!(long.len() < 200, "a message repeats only the beginning of a long text");
}

#[test]
fn days_and_instants_are_written_as_they_are_read() {
    let day: Day = "2026-11-24".parse().unwrap();
    assert_eq!((day.year(), day.month(), day.day()), (2026, 11, 24));
    assert_eq!(format!("{day} {day:?} [{day:>12}]"), "2026-11-24 2026-11-24 [  2026-11-24]");
    assert_eq!(Day::new(9999, 12, 31).unwrap().to_string(), "9999-12-31");
    assert_eq!((Day::new(0, 1, 1), Day::new(10_000, 1, 1), Day::new(2026, 0, 1)), (None, None, None));
    let now: Instant = "2026-11-20T10:15:00+09:00".parse().unwrap();
    assert_eq!(now.to_string(), "2026-11-20T01:15:00+00:00");
    assert_eq!(now.to_string().parse(), Ok(now));
}

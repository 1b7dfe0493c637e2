use alloc::string::String;

use super::{AMOUNT_MAX, Currency, round};
use crate::terms::Round;

fn usd() -> Currency {
    Currency::from_code("USD").unwrap()
}

#[test]
fn amounts_have_one_spelling() {
    for (text, yen, why) in [
        ("0", Some(0), "zero is written with one digit"),
        ("1", Some(1), "the smallest"),
        ("999999999999999999", Some(AMOUNT_MAX), "eighteen digits"),
        ("1000000000000000000", None, "nineteen"),
        ("01", None, "a leading zero"),
        ("", None, "nothing"),
        ("-1", None, "a sign"),
        ("+1", None, "a sign"),
        ("1.0", None, "decimals in yen"),
        ("1,000", None, "separators"),
        ("１", None, "full-width digits"),
        (" 1", None, "a space"),
    ] {
        assert_eq!(Currency::JPY.parse(text), yen, "{text:?}: {why}");
    }
    for (text, cents, why) in [
        ("0.00", Some(0), "zero"),
        ("12.30", Some(1230), "two decimals"),
        ("12.3", None, "one decimal"),
        ("12", None, "none"),
        ("12.345", None, "three"),
        (".50", None, "no whole part"),
        ("9999999999999999.99", Some(AMOUNT_MAX), "the largest"),
        ("10000000000000000.00", None, "one cent more"),
    ] {
        assert_eq!(usd().parse(text), cents, "{text:?}: {why}");
    }
}

#[test]
fn numbers_in_json_are_amounts_up_to_two_to_the_53rd() {
    assert_eq!(Currency::JPY.parse_token("9007199254740991"), Some(9_007_199_254_740_991));
    assert_eq!(Currency::JPY.parse_token("9007199254740992"), None);
    assert_eq!(usd().parse_token("1"), None, "dollars are ambiguous without decimals");
}

#[test]
fn amounts_are_written_as_they_are_read() {
    for (currency, amount, want) in [
        (Currency::JPY, 0, "0"),
        (Currency::JPY, -19_999, "-19999"),
        (Currency::JPY, i64::MIN, "-9223372036854775808"),
        (usd(), 5, "0.05"),
        (usd(), 1230, "12.30"),
        (usd(), -100, "-1.00"),
    ] {
        let mut text = String::new();
        currency.write(amount, &mut text);
        assert_eq!(text, want);
    }
}

#[test]
fn rounding_is_named() {
    for (value, down, up, half_up, half_even) in
        [("52.5", 52, 53, 53, 52), ("53.5", 53, 54, 54, 54), ("52.1", 52, 53, 52, 52), ("52", 52, 52, 52, 52)]
    {
        let value: rust_decimal::Decimal = value.parse().unwrap();
        let rounded = [Round::Down, Round::Up, Round::HalfUp, Round::HalfEven].map(|how| round(value, how));
        assert_eq!(rounded, [Some(down), Some(up), Some(half_up), Some(half_even)], "{value}");
    }
}

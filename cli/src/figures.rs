//! Amounts for the eye.

use std::fmt::Write;

/// An amount with a comma before every three digits, such as `-30,329`.
pub fn grouped(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len().saturating_mul(2));
    if amount < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An amount that is always signed, such as `+220`; 0 has no sign.
pub fn signed(amount: i64) -> String {
    let mut text = String::new();
    if amount > 0 {
        text.push('+');
    }
    // Writing to a string does not fail.
    let _infallible = write!(text, "{}", grouped(amount));
    text
}

/// An amount as a verdict writes it, with a comma before every three digits of its whole part.
pub fn grouped_text(text: &str) -> String {
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    match (whole.parse::<i64>(), part) {
        // `-0.50` would lose its sign on the way through a number.
        (Ok(0) | Err(_), Some(_)) | (Err(_), None) => text.to_owned(),
        (Ok(whole), None) => grouped(whole),
        (Ok(whole), Some(part)) => format!("{}.{part}", grouped(whole)),
    }
}

/// An amount as a verdict writes it, in the currency's smallest units.
pub fn minor_units(text: &str) -> Option<i128> {
    text.replacen('.', "", 1).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_any_currency_are_grouped_and_measured() {
        let table = [
            ("30329", "30,329", 30_329),
            ("-1234.50", "-1,234.50", -123_450),
            ("-0.50", "-0.50", -50),
            ("0", "0", 0),
        ];
        for (text, expected, units) in table {
            assert_eq!((grouped_text(text).as_str(), minor_units(text)), (expected, Some(units)));
        }
        assert_eq!((grouped_text("x").as_str(), minor_units("x")), ("x", None));
    }

    #[test]
    fn digits_stand_in_threes() {
        let table = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (-1_000_000, "-1,000,000"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ];
        for (amount, expected) in table {
            assert_eq!(grouped(amount), expected);
        }
        assert_eq!((signed(220).as_str(), signed(0).as_str(), signed(-5).as_str()), ("+220", "0", "-5"));
    }
}

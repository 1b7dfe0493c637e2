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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        let table = [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_000_000, "-1,000,000"), (i64::MIN, "-9,223,372,036,854,775,808")];
        for (amount, expected) in table {
            assert_eq!(grouped(amount), expected);
        }
        assert_eq!((signed(220).as_str(), signed(0).as_str(), signed(-5).as_str()), ("+220", "0", "-5"));
    }
}

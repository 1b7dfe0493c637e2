//! Amounts: whole numbers of a currency's smallest unit, with a spelling of our own that admits nothing else.
//!
//! Inside the engine an amount is an `i64` of minor units, never below zero unless it is said to be signed, and
//! never above [`AMOUNT_MAX`], so that sums of two are always in range. Rates are [`Decimal`]s.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::spelling::ParseError;
use crate::terms::Round;
use crate::word;

/// The largest amount that can be written: 18 digits.
pub const AMOUNT_MAX: i64 = 999_999_999_999_999_999;

/// The largest integer that a JSON number carries exactly through every host.
const TOKEN_MAX: i64 = 9_007_199_254_740_991;

/// A currency: its ISO 4217 code and the number of decimals its amounts are written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: [u8; 3],
    decimals: u8,
}

/// Active ISO 4217 codes with two decimals.
const TWO_DECIMALS: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN \
BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG \
HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN \
MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG";
/// Codes without decimals.
const NO_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Codes with three.
const THREE_DECIMALS: &str = "BHD IQD JOD KWD LYD OMR TND";

impl fmt::Display for Currency {
    /// Its code.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = ParseError;

    fn from_str(code: &str) -> Result<Self, ParseError> {
        Self::from_code(code).ok_or_else(|| ParseError::unlike(code, "Currency", "JPY"))
    }
}

impl TryFrom<&str> for Currency {
    type Error = ParseError;

    fn try_from(code: &str) -> Result<Self, ParseError> {
        code.parse()
    }
}

impl Currency {
    /// The yen, in which the examples are.
    pub const JPY: Self = Self { code: *b"JPY", decimals: 0 };

    /// In which numbers of items are written: whole numbers, whatever the bank's currency. XXX is ISO 4217's code where no
    /// currency is involved.
    pub(crate) const COUNT: Self = Self { code: *b"XXX", decimals: 0 };

    /// A currency for each number of decimals that there is, for amounts of which nothing else is known.
    pub(crate) const SPELLINGS: [Self; 3] = [
        Self { code: *b"XXX", decimals: 0 },
        Self { code: *b"XXX", decimals: 2 },
        Self { code: *b"XXX", decimals: 3 },
    ];

    /// The currency of an ISO 4217 code, or none if the code is not an active one.
    ///
    /// ```
    /// use kessai::Currency;
    /// assert_eq!(Currency::from_code("JPY").map(Currency::decimals), Some(0));
    /// assert_eq!(Currency::from_code("jpy"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        [(NO_DECIMALS, 0), (TWO_DECIMALS, 2), (THREE_DECIMALS, 3)]
            .into_iter()
            .find(|(codes, _)| codes.split(' ').any(|known| known == code))
            .map(|(_, decimals)| Self { code: bytes, decimals })
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        core::str::from_utf8(&self.code).unwrap_or("XXX")
    }

    /// How many decimals an amount is written with.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }

    /// Reads an amount: `0` or digits without a leading zero, at most 18 of them, and for a currency with
    /// decimals a point and exactly as many digits as it has.
    ///
    /// The answer is in minor units, from 0 to [`AMOUNT_MAX`]; none if the text is spelt in any other way.
    ///
    /// ```
    /// use kessai::Currency;
    /// assert_eq!(Currency::JPY.parse("30329"), Some(30_329));
    /// assert_eq!(Currency::JPY.parse("030329"), None);
    /// assert_eq!(Currency::from_code("USD").and_then(|usd| usd.parse("12.30")), Some(1_230));
    /// ```
    #[must_use]
    pub fn parse(self, text: &str) -> Option<i64> {
        if self.decimals == 0 {
            return parse_digits(text);
        }
        let (whole, part) = text.split_once('.')?;
        if part.len() != usize::from(self.decimals) || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let whole = parse_digits(whole)?;
        let part = part.parse::<i64>().ok()?;
        let scale = 10_i64.checked_pow(u32::from(self.decimals))?;
        whole.checked_mul(scale)?.checked_add(part).filter(|amount| *amount <= AMOUNT_MAX)
    }

    /// Reads an amount that stands as a number in JSON: an integer up to 2^53 - 1, in a currency without decimals.
    #[must_use]
    pub fn parse_token(self, token: &str) -> Option<i64> {
        if self.decimals != 0 {
            return None;
        }
        parse_digits(token).filter(|amount| *amount <= TOKEN_MAX)
    }

    /// Minor units of the number of a JSON number, as [`Currency::parse_token`] has them.
    #[inline]
    pub(crate) fn of_number(self, number: i64) -> Option<i64> {
        Some(number).filter(|number| self.decimals == 0 && (0..=TOKEN_MAX).contains(number))
    }

    /// An amount, in minor units, as [`Currency::parse`] reads it.
    ///
    /// ```
    /// use kessai::Currency;
    /// assert_eq!(Currency::JPY.format(30_329), "30329");
    /// assert_eq!(Currency::from_code("USD").map(|usd| usd.format(-1_230)).as_deref(), Some("-12.30"));
    /// ```
    #[must_use]
    pub fn format(self, amount: i64) -> String {
        let mut text = String::new();
        self.write(amount, &mut text);
        text
    }

    /// Writes an amount as [`Currency::parse`] reads it; signed amounts get a leading `-`.
    pub fn write(self, amount: i64, out: &mut String) {
        if amount < 0 {
            out.push('-');
        }
        let amount = amount.unsigned_abs();
        if self.decimals == 0 {
            write_digits(amount, out);
            return;
        }
        let scale = 10_u64.checked_pow(u32::from(self.decimals)).unwrap_or(1);
        write_digits(amount.checked_div(scale).unwrap_or(0), out);
        out.push('.');
        let mut rest = amount.checked_rem(scale).unwrap_or(0);
        let mut unit = scale;
        for _ in 0..self.decimals {
            unit = unit.wrapping_div(10);
            write_digits(rest.checked_div(unit).unwrap_or(0), out);
            rest = rest.checked_rem(unit).unwrap_or(0);
        }
    }
}

/// Writes a whole number.
#[inline]
fn write_digits(number: u64, out: &mut String) {
    word::decimal(number, |digits, count| {
        out.push_str(
            digits.get(..count).and_then(|digits| core::str::from_utf8(digits).ok()).unwrap_or_default(),
        );
    });
}

/// `0`, or up to 18 digits without a leading zero.
#[inline]
fn parse_digits(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    if let [b'0', _, ..] = bytes {
        return None;
    }
    i64::try_from(word::number(bytes)?).ok()
}

/// Rounds to whole units; none if the result is no amount.
pub(crate) fn round(value: Decimal, how: Round) -> Option<i64> {
    let strategy = match how {
        Round::Down => RoundingStrategy::ToZero,
        Round::Up => RoundingStrategy::AwayFromZero,
        Round::HalfUp => RoundingStrategy::MidpointAwayFromZero,
        Round::HalfEven => RoundingStrategy::MidpointNearestEven,
    };
    value.round_dp_with_strategy(0, strategy).to_i64().filter(|amount| (0..=AMOUNT_MAX).contains(amount))
}

/// Adds two amounts; none above [`AMOUNT_MAX`].
pub(crate) fn add(a: i64, b: i64) -> Option<i64> {
    a.checked_add(b).filter(|sum| *sum <= AMOUNT_MAX)
}

serde_as_text! { Currency }

#[cfg(test)]
mod tests;

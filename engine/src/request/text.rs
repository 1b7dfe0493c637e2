//! Texts and amounts of a request: as a person types them, or made of values.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;
use core::ops::Deref;

use crate::date::{Day, Instant};
use crate::money::{AMOUNT_MAX, Currency};
use crate::terms::{Bearer, CertificateState, Entry, OneTimePasswordState, PayeeKind, State};

/// A text of a request, borrowed where it can be. An empty one counts as absent.
///
/// It is made of whatever a host has: a `&str` or `String`, which may hold anything that a person types, a [`Day`], an
/// [`Instant`], a value of a vocabulary; with the feature `chrono` a `NaiveDate` or `DateTime`.
///
/// ```
/// use kessai::{Day, request::Text, terms::PayeeKind};
/// assert_eq!(Text::from(PayeeKind::NewAccount), "newAccount");
/// assert_eq!(Day::new(2026, 11, 24).map(Text::from).as_deref(), Some("2026-11-24"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<'r>(Cow<'r, str>);

impl<'r> Text<'r> {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same text, which borrows nothing.
    #[must_use]
    pub fn into_owned(self) -> Text<'static> {
        Text(Cow::Owned(self.0.into_owned()))
    }

    /// Puts another text in its place, in the memory that it has.
    pub(crate) fn set(&mut self, text: &str) {
        let place = self.0.to_mut();
        place.clear();
        place.push_str(text);
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl<'r> From<Cow<'r, str>> for Text<'r> {
    fn from(text: Cow<'r, str>) -> Self {
        Self(text)
    }
}

impl<'r> From<&'r str> for Text<'r> {
    fn from(text: &'r str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl<'r> From<&'r String> for Text<'r> {
    fn from(text: &'r String) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl From<Day> for Text<'_> {
    fn from(day: Day) -> Self {
        Self(Cow::Owned(format!("{day}")))
    }
}

impl From<Instant> for Text<'_> {
    fn from(instant: Instant) -> Self {
        Self(Cow::Owned(format!("{instant}")))
    }
}

/// Makes texts of the vocabularies that requests have as texts.
macro_rules! text_of {
    ($($name:ident)+) => {$(
        impl From<$name> for Text<'_> {
            fn from(value: $name) -> Self {
                Self(Cow::Borrowed(value.name()))
            }
        }
    )+};
}

text_of! { PayeeKind Bearer Entry State CertificateState OneTimePasswordState }

/// `YYYY-MM-DD`; of a year after 9999 or before 1 a text that is no day, which is the reason `form.date`.
#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Text<'_> {
    fn from(date: chrono::NaiveDate) -> Self {
        format!("{date}").into()
    }
}

/// RFC 3339 with the offset of the time, to the second: a fraction is left out.
#[cfg(feature = "chrono")]
impl<Tz: chrono::TimeZone> From<chrono::DateTime<Tz>> for Text<'_> {
    fn from(time: chrono::DateTime<Tz>) -> Self {
        use chrono::Offset;

        let offset = time.offset().fix().local_minus_utc();
        // RFC 3339 has offsets of whole minutes only.
        let offset = if offset.checked_rem(60) == Some(0) { offset } else { 0 };
        let mut text = String::new();
        Instant::from(time).write(offset, &mut text);
        text.into()
    }
}

/// An amount as it stands in a request.
///
/// An `i64` is taken as whole units of a currency without decimals, such as the yen. For a currency with decimals
/// [`Currency::format`](crate::Currency::format) makes the text of minor units; without it the amount is malformed there, which
/// is the reason `form.amount`, and never a hundredth or a hundredfold.
///
/// ```
/// use kessai::{Currency, request::Typed};
/// assert_eq!(Typed::from(30_329), Typed::from("30329"));
/// assert_eq!(Currency::from_code("USD").map(|usd| usd.format(1_230).into()), Some(Typed::from("12.30")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed<'r> {
    /// A text, which may be no amount.
    Text(Text<'r>),
    /// A JSON number as it is spelt, which may be no amount.
    Number(Text<'r>),
    /// Minor units of the service's currency, or items where a limit counts them: for hosts whose amounts are numbers. What is below
    /// 0, or has more than 18 digits, is malformed.
    Minor(i64),
}

impl fmt::Display for Typed<'_> {
    /// As it is spelt.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Number(text) => fmt::Display::fmt(text, f),
            Self::Minor(amount) => write!(f, "{amount}"),
        }
    }
}

impl Typed<'_> {
    /// The amount in minor units of a currency, if it is one of it.
    #[inline]
    pub(crate) fn minor(&self, currency: Currency) -> Option<i64> {
        match self {
            Self::Text(text) => currency.parse(text),
            Self::Number(token) => currency.parse_token(token),
            Self::Minor(amount) => Some(*amount).filter(|amount| (0..=AMOUNT_MAX).contains(amount)),
        }
    }

    /// Writes minor units as a text of a currency, so that they mean the same to whoever keeps them.
    pub(crate) fn spell(&mut self, currency: Currency) {
        if let Self::Minor(amount) = *self {
            let is_one = self.minor(currency).is_some();
            *self =
                Self::Text(if is_one { currency.format(amount).into() } else { format!("{amount}").into() });
        }
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Typed<'static> {
        match self {
            Self::Text(text) => Typed::Text(text.into_owned()),
            Self::Number(token) => Typed::Number(token.into_owned()),
            Self::Minor(amount) => Typed::Minor(amount),
        }
    }
}

impl<'r> From<&'r str> for Typed<'r> {
    fn from(text: &'r str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Typed<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'r> From<Text<'r>> for Typed<'r> {
    fn from(text: Text<'r>) -> Self {
        Self::Text(text)
    }
}

impl Default for Typed<'_> {
    /// Nothing.
    fn default() -> Self {
        Self::Text(Text::default())
    }
}

impl From<i64> for Typed<'_> {
    fn from(amount: i64) -> Self {
        Self::Text(format!("{amount}").into())
    }
}

//! How words become values and back: one table for each vocabulary, one error for all texts that are no value.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt;

/// A text that is no value of the type that was asked for. Its message says what the text is, and what is possible.
///
/// ```
/// use kessai::terms::Bearer;
/// let error = "sender".parse::<Bearer>().unwrap_err();
/// assert_eq!(error.to_string(), "`sender` is no Bearer; possible are `payer`, `payee`");
/// let error = "2026-1-4".parse::<kessai::Day>().unwrap_err();
/// assert_eq!(error.to_string(), "`2026-1-4` is no Day; one looks like `2026-11-20`");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ParseError(Box<str>);

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ParseError {
    /// As `Display`: so `main` shows an error.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl core::error::Error for ParseError {}

/// The most characters of a text that a message repeats.
const SHOWN_MAX: usize = 80;

impl ParseError {
    /// A text that is none of some names.
    #[cold]
    pub(crate) fn no_name(text: &str, kind: &str, names: impl Iterator<Item = &'static str>) -> Self {
        let mut message = format!("`{}` is no {kind}; possible are ", shown(text));
        for (at, name) in names.enumerate() {
            message.push_str(if at == 0 { "`" } else { ", `" });
            message.push_str(name);
            message.push('`');
        }
        Self(message.into())
    }

    /// A text that is spelt in another way than the example.
    #[cold]
    pub(crate) fn unlike(text: &str, kind: &str, example: &str) -> Self {
        Self(format!("`{}` is no {kind}; one looks like `{example}`", shown(text)).into())
    }
}

fn shown(text: &str) -> String {
    text.chars().take(SHOWN_MAX).collect()
}

/// Hands a type on through serde as the text that `Display` writes and `FromStr` reads.
macro_rules! serde_as_text {
    ($name:ident) => {
        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <alloc::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Writes a type as its `name()`, and reads it by its `from_name`: `Display`, `FromStr` and `TryFrom<&str>`.
macro_rules! text_conversions {
    ($name:ident) => {
        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::spelling::ParseError;

            fn from_str(text: &str) -> Result<Self, $crate::spelling::ParseError> {
                Self::from_name(text).ok_or_else(|| {
                    let names = Self::ALL.iter().map(|value| value.name());
                    $crate::spelling::ParseError::no_name(text, stringify!($name), names)
                })
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::spelling::ParseError;

            fn try_from(text: &str) -> Result<Self, $crate::spelling::ParseError> {
                text.parse()
            }
        }

        serde_as_text! { $name }
    };
}

/// Declares an enum whose variants have one name each in JSON.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* #[doc = concat!("\n\nIn JSON: `", $text, "`.")] $variant,)+ }

        impl $name {
            /// Every value, in the order of this page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in JSON, as [`Display`](core::fmt::Display) writes it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The value of that name, if there is one; [`str::parse`] says more where there is none.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        listed! { $name, $name::ALL, concat!($($text, " "),+) }

        text_conversions! { $name }
    };
}

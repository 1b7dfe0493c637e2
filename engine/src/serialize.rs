//! The feature `serde`: what our own writers write, and our own readers read, through serde.
//!
//! There is one writer and one reader of each type, whose text is handed on value by value, so that nothing is spelt twice and
//! `serde_json` gives the very bytes that every host has. A number that is no whole number, which only a request can have where
//! somebody typed one, cannot be handed on: that is an error, as is one that comes in.

use alloc::string::String;
use core::cell::RefCell;
use core::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, SerializeMap, SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};

use crate::json::{JsonError, Kind, Scanner};
use crate::quote::string;
use crate::request::{Request, RequestError};
use crate::verdict::Verdict;

/// The value that comes next in a text.
struct NextValue<'s, 'a>(RefCell<&'s mut Scanner<'a>>);

impl<'s, 'a> NextValue<'s, 'a> {
    fn of(scanner: &'s mut Scanner<'a>) -> Self {
        Self(RefCell::new(scanner))
    }
}

impl Serialize for NextValue<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fault = |error: JsonError| <S::Error as ser::Error>::custom(error);
        let mut place = self.0.borrow_mut();
        let scanner = &mut **place;
        match scanner.peek().map_err(fault)? {
            Kind::Null => {
                scanner.null().map_err(fault)?;
                serializer.serialize_unit()
            }
            Kind::Bool => serializer.serialize_bool(scanner.boolean().map_err(fault)?),
            Kind::String => serializer.serialize_str(&scanner.string().map_err(fault)?),
            Kind::Number => {
                let token = scanner.number().map_err(fault)?;
                match (token.parse::<u64>(), token.parse::<i64>()) {
                    (Ok(number), _) => serializer.serialize_u64(number),
                    (_, Ok(number)) => serializer.serialize_i64(number),
                    _ => Err(ser::Error::custom(format_args!("`{token}` is no whole number"))),
                }
            }
            Kind::Array => {
                scanner.enter().map_err(fault)?;
                let mut elements = serializer.serialize_seq(None)?;
                let mut first = true;
                while scanner.element(first).map_err(fault)? {
                    first = false;
                    elements.serialize_element(&NextValue::of(scanner))?;
                }
                elements.end()
            }
            Kind::Object => {
                scanner.enter().map_err(fault)?;
                let mut members = serializer.serialize_map(None)?;
                let mut first = true;
                while let Some((name, _)) = scanner.member(first).map_err(fault)? {
                    first = false;
                    members.serialize_entry(&*name, &NextValue::of(scanner))?;
                }
                members.end()
            }
        }
    }
}

/// Hands on a JSON text of ours.
fn hand_on<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    NextValue::of(&mut Scanner::new(text)).serialize(serializer)
}

/// Writes what comes in as JSON.
struct Writer<'w>(&'w mut String);

impl<'de> DeserializeSeed<'de> for Writer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Writer<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number, true, false, null, a list or an object")
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        fmt::Write::write_fmt(self.0, format_args!("{value}")).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        fmt::Write::write_fmt(self.0, format_args!("{value}")).map_err(E::custom)
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        string(value, self.0);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        self.0.push('[');
        let start = self.0.len();
        loop {
            let end = self.0.len();
            if end > start {
                self.0.push(',');
            }
            if elements.next_element_seed(Writer(&mut *self.0))?.is_none() {
                self.0.truncate(end);
                self.0.push(']');
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.0.push('{');
        let start = self.0.len();
        while let Some(name) = members.next_key::<String>()? {
            if self.0.len() > start {
                self.0.push(',');
            }
            string(&name, self.0);
            self.0.push(':');
            members.next_value_seed(Writer(&mut *self.0))?;
        }
        self.0.push('}');
        Ok(())
    }
}

/// What comes in, as JSON.
fn text_of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::new();
    Writer(&mut text).deserialize(deserializer)?;
    Ok(text)
}

/// Types that are written by a `to_json` or `write_json` of their own.
macro_rules! serialize_as {
    ($($name:ty: |$value:ident, $out:ident| $write:expr;)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut text = String::new();
                let ($value, $out) = (self, &mut text);
                $write;
                hand_on(&text, serializer)
            }
        }
    )+};
}

/// Types that are read by a `from_json` of their own, and borrow nothing then.
macro_rules! deserialize_owned {
    ($($name:ident)+) => {$(
        impl<'de> Deserialize<'de> for $name<'_> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = text_of(deserializer)?;
                $name::from_json(&text).map($name::into_owned).map_err(de::Error::custom)
            }
        }
    )+};
}

serialize_as! {
    Verdict<'_>: |verdict, out| verdict.write_json(out);
    RequestError: |error, out| error.to_json(out);
}

deserialize_owned! { Request }

#[cfg(feature = "documents")]
mod document;
#[cfg(feature = "life")]
mod order;

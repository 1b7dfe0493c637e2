//! Keepers of single values.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::marker::PhantomData;

use rust_decimal::Decimal;

use super::{Keep, Layout, Source, number, print};
use crate::date::Day;
use crate::image::Damage;
use crate::language::bounds::{NAME_MAX, TEXT_MAX};
use crate::model::MaybeAmount;
use crate::money::{AMOUNT_MAX, Currency};
use crate::set::{Listed, Set};

/// Whole numbers of a width, whatever they are.
macro_rules! whole_numbers {
    ($($name:ident $width:literal)+) => {$(
        layout!($name, $width, print(stringify!($name), &[]));

        impl Keep<$name> for $name {
            #[inline]
            fn write(value: &$name, out: &mut Vec<u8>) {
                out.extend_from_slice(&value.to_le_bytes());
            }

            #[inline]
            fn read(from: &mut Source<'_>) -> Result<$name, Damage> {
                from.array().map($name::from_le_bytes)
            }
        }
    )+};
}

whole_numbers! { u8 1 u16 2 u32 4 u64 8 u128 16 i64 8 }

layout!(bool, 1, print("bool", &[]));

impl Keep<bool> for bool {
    fn write(value: &bool, out: &mut Vec<u8>) {
        out.push(u8::from(*value));
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<bool, Damage> {
        match from.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Damage::Word),
        }
    }
}

/// A whole number within bounds.
pub(in crate::image) struct Number<const MIN: u32, const MAX: u32>;

impl<const MIN: u32, const MAX: u32> Layout for Number<MIN, MAX> {
    const LEAST: usize = 1;
    #[expect(clippy::as_conversions, reason = "bounds in a constant")]
    const PRINT: u64 = print("number", &[MIN as u64, MAX as u64]);
}

macro_rules! bounded_numbers {
    ($($number:ty)+) => {$(
        impl<const MIN: u32, const MAX: u32> Keep<$number> for Number<MIN, MAX> {
            fn write(value: &$number, out: &mut Vec<u8>) {
                <$number as Keep<$number>>::write(value, out);
            }

            fn read(from: &mut Source<'_>) -> Result<$number, Damage> {
                let value = <$number as Keep<$number>>::read(from)?;
                if (MIN..=MAX).contains(&u32::from(value)) { Ok(value) } else { Err(Damage::Number) }
            }
        }
    )+};
}

bounded_numbers! { u8 u16 u32 }

/// An offset from UTC in seconds.
pub(in crate::image) struct Offset;

layout!(Offset, 4, print("offset", &[]));

impl Keep<i32> for Offset {
    fn write(value: &i32, out: &mut Vec<u8>) {
        out.extend_from_slice(&value.to_le_bytes());
    }

    fn read(from: &mut Source<'_>) -> Result<i32, Damage> {
        let value = i32::from_le_bytes(from.array()?);
        let is_offset = value.abs_diff(0) < 86_400 && value.checked_rem(60) == Some(0);
        if is_offset { Ok(value) } else { Err(Damage::Number) }
    }
}

/// A number of something in memory that fits 32 bits.
pub(in crate::image) struct Size;

layout!(Size, 4, print("size", &[]));

impl Keep<usize> for Size {
    fn write(value: &usize, out: &mut Vec<u8>) {
        out.extend_from_slice(&u32::try_from(*value).unwrap_or(u32::MAX).to_le_bytes());
    }

    fn read(from: &mut Source<'_>) -> Result<usize, Damage> {
        usize::try_from(u32::from_le_bytes(from.array()?)).map_err(|_| Damage::Number)
    }
}

/// An amount in minor units, or nothing: from 0 to 18 digits.
pub(in crate::image) struct Amount;

layout!(Amount, 8, print("amount", &[]));

impl Keep<i64> for Amount {
    #[inline]
    fn write(value: &i64, out: &mut Vec<u8>) {
        i64::write(value, out);
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<i64, Damage> {
        let amount = i64::read(from)?;
        if (0..=AMOUNT_MAX).contains(&amount) { Ok(amount) } else { Err(Damage::Amount) }
    }
}

impl Keep<MaybeAmount> for Amount {
    #[inline]
    fn write(value: &MaybeAmount, out: &mut Vec<u8>) {
        i64::write(&value.get().unwrap_or(-1), out);
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<MaybeAmount, Damage> {
        match i64::read(from)? {
            -1 => Ok(MaybeAmount::NONE),
            amount @ 0..=AMOUNT_MAX => Ok(MaybeAmount::some(amount)),
            _ => Err(Damage::Amount),
        }
    }
}

/// A decimal from 0 on, of at most 18 digits, at most 10 of them behind the point.
pub(in crate::image) struct Fraction;

layout!(Fraction, 9, print("fraction", &[]));

impl Keep<Decimal> for Fraction {
    fn write(value: &Decimal, out: &mut Vec<u8>) {
        i64::write(&i64::try_from(value.mantissa()).unwrap_or(-1), out);
        out.push(u8::try_from(value.scale()).unwrap_or(u8::MAX));
    }

    fn read(from: &mut Source<'_>) -> Result<Decimal, Damage> {
        let digits = <Amount as Keep<i64>>::read(from)?;
        let scale = <Number<0, 10> as Keep<u8>>::read(from)?;
        Decimal::try_new(digits, u32::from(scale)).map_err(|_| Damage::Number)
    }
}

layout!(Day, 4, print("day", &[]));

impl Keep<Day> for Day {
    fn write(value: &Day, out: &mut Vec<u8>) {
        out.extend_from_slice(&i32::try_from(value.count()).unwrap_or(0).to_le_bytes());
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<Day, Damage> {
        Day::of_count(i32::from_le_bytes(from.array()?)).ok_or(Damage::Number)
    }
}

layout!(Currency, 3, print("currency", &[]));

impl Keep<Currency> for Currency {
    fn write(value: &Currency, out: &mut Vec<u8>) {
        out.extend_from_slice(value.code().as_bytes());
    }

    fn read(from: &mut Source<'_>) -> Result<Currency, Damage> {
        let code = from.array::<3>()?;
        core::str::from_utf8(&code).ok().and_then(Currency::from_code).ok_or(Damage::Word)
    }
}

/// A text of so many bytes.
pub(in crate::image) struct Text<const MIN: usize, const MAX: usize>;

/// An id, a key or a code.
pub(in crate::image) type Name = Text<1, NAME_MAX>;
/// Any text of a document.
pub(in crate::image) type Words = Text<0, TEXT_MAX>;

impl<const MIN: usize, const MAX: usize> Layout for Text<MIN, MAX> {
    const LEAST: usize = 2;
    const PRINT: u64 = print("text", &[number(MIN), number(MAX)]);
}

/// Appends a text with its length.
fn write_text(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(&u16::try_from(text.len()).unwrap_or(u16::MAX).to_le_bytes());
    out.extend_from_slice(text.as_bytes());
}

impl<const MIN: usize, const MAX: usize> Keep<Box<str>> for Text<MIN, MAX> {
    fn write(value: &Box<str>, out: &mut Vec<u8>) {
        write_text(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Box<str>, Damage> {
        from.text(MIN, MAX).map(Box::from)
    }
}

impl<const MIN: usize, const MAX: usize> Keep<Cow<'static, str>> for Text<MIN, MAX> {
    fn write(value: &Cow<'static, str>, out: &mut Vec<u8>) {
        write_text(value, out);
    }

    fn read(from: &mut Source<'_>) -> Result<Cow<'static, str>, Damage> {
        from.text(MIN, MAX).map(|text| Cow::Owned(text.into()))
    }
}

/// The fingerprint of a document: 32 hexadecimal digits.
pub(in crate::image) struct Digest;

layout!(Digest, 32, print("digest", &[]));

impl Keep<Box<str>> for Digest {
    fn write(value: &Box<str>, out: &mut Vec<u8>) {
        out.extend_from_slice(value.as_bytes());
    }

    fn read(from: &mut Source<'_>) -> Result<Box<str>, Damage> {
        let digits = from.array::<32>()?;
        let is_digit = |byte: &u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte);
        match core::str::from_utf8(&digits) {
            Ok(text) if digits.iter().all(is_digit) => Ok(text.into()),
            _ => Err(Damage::Text),
        }
    }
}

/// A value of a closed list, by its position.
pub(in crate::image) struct Word<W>(PhantomData<W>);

impl<W: Listed> Layout for Word<W> {
    const LEAST: usize = 1;
    const PRINT: u64 = print(W::NAMES, &[]);
}

impl<W: Listed> Keep<W> for Word<W> {
    fn write(value: &W, out: &mut Vec<u8>) {
        out.push(value.position());
    }

    #[inline]
    fn read(from: &mut Source<'_>) -> Result<W, Damage> {
        W::at(from.byte()?).ok_or(Damage::Word)
    }
}

impl<W: Listed> Keep<Set<W>> for Word<W> {
    fn write(value: &Set<W>, out: &mut Vec<u8>) {
        u32::write(&value.bits(), out);
    }

    fn read(from: &mut Source<'_>) -> Result<Set<W>, Damage> {
        u32::read(from).and_then(|bits| Set::of_bits(bits).ok_or(Damage::Word))
    }
}

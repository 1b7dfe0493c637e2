//! How values are kept in an image, and within what bounds they are taken out of it again.
//!
//! A *keeper* is a type that stands for a way to keep values: [`Name`] keeps a text of at most 64 bytes, `List<Name, 0, 16>`
//! at most sixteen of them. What is kept of a struct is listed once, with a keeper for each field, by [`kept!`]; of an enum by
//! [`kept_choice!`].

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::image::Damage;
use crate::model::service::ServiceModel;

/// What is the same for everything that a keeper keeps.
pub(in crate::image) trait Layout {
    /// The fewest bytes that one value takes.
    const LEAST: usize;
    /// A fingerprint of how values are kept: another one where a field, a word or a bound is another.
    const PRINT: u64;
}

/// A way to keep values of a type.
pub(in crate::image) trait Keep<T>: Layout {
    /// Appends a value.
    fn write(value: &T, out: &mut Vec<u8>);

    /// Takes a value off the front.
    fn read(from: &mut Source<'_>) -> Result<T, Damage>;
}

/// The fingerprint of a name and of what belongs to it, in order (FNV-1a).
pub(in crate::image) const fn print(name: &str, parts: &[u64]) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let mut state = 0xCBF2_9CE4_8422_2325_u64;
    let mut bytes = name.as_bytes();
    while let [byte, rest @ ..] = bytes {
        #[expect(clippy::as_conversions, reason = "a byte in a constant")]
        let byte = *byte as u64;
        state = (state ^ byte).wrapping_mul(PRIME);
        bytes = rest;
    }
    let mut parts = parts;
    while let [part, rest @ ..] = parts {
        state = (state ^ (*part & 0xFFFF_FFFF)).wrapping_mul(PRIME);
        state = (state ^ (*part >> 32)).wrapping_mul(PRIME);
        parts = rest;
    }
    state
}

/// The fingerprint of a number, such as a bound.
#[expect(clippy::as_conversions, reason = "a bound in a constant")]
pub(in crate::image) const fn number(value: usize) -> u64 {
    value as u64
}

/// The sum of some sizes.
pub(in crate::image) const fn total(sizes: &[usize]) -> usize {
    let (mut sum, mut sizes) = (0_usize, sizes);
    while let [size, rest @ ..] = sizes {
        sum = sum.saturating_add(*size);
        sizes = rest;
    }
    sum
}

/// Bytes that are still to be read.
#[derive(Debug)]
pub(in crate::image) struct Source<'b> {
    rest: &'b [u8],
    /// The service of the company that is read.
    pub service: Option<Arc<ServiceModel>>,
    /// How deep the value that is read lies in others of its own sort.
    depth: u8,
}

impl<'b> Source<'b> {
    pub(super) const fn new(rest: &'b [u8]) -> Self {
        Self { rest, service: None, depth: 0 }
    }

    /// Whether all has been read.
    pub(super) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    #[inline]
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Damage> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or(Damage::Short)?;
        self.rest = rest;
        Ok(*head)
    }

    #[inline]
    pub(super) fn byte(&mut self) -> Result<u8, Damage> {
        let [byte] = self.array()?;
        Ok(byte)
    }

    #[inline]
    pub(super) fn text(&mut self, least: usize, most: usize) -> Result<&'b str, Damage> {
        let length = usize::from(u16::from_le_bytes(self.array()?));
        let (text, rest) = self.rest.split_at_checked(length).ok_or(Damage::Short)?;
        self.rest = rest;
        if !(least..=most).contains(&length) {
            return Err(Damage::Text);
        }
        core::str::from_utf8(text).map_err(|_| Damage::Text)
    }

    /// The number of elements of a list, of which each takes some bytes at the least: never more than are there.
    #[inline]
    pub(super) fn count(&mut self, least: usize, min: usize, max: usize) -> Result<usize, Damage> {
        let count = if max <= 0xFF {
            u32::from(self.byte()?)
        } else if max <= 0xFFFF {
            u32::from(u16::from_le_bytes(self.array()?))
        } else {
            u32::from_le_bytes(self.array()?)
        };
        let count = usize::try_from(count).map_err(|_| Damage::Count)?;
        if !(min..=max).contains(&count) {
            return Err(Damage::Count);
        }
        if count.saturating_mul(least) > self.rest.len() { Err(Damage::Short) } else { Ok(count) }
    }
}

/// Lists what is kept of a struct: its fields in the order in which they stand in an image, each with its keeper. Fields that
/// follow from others are `made` anew on reading, where the type of a field `=>` has to be said. A field that is not listed does not compile.
macro_rules! kept {
    ($name:ident { $($field:ident: $how:ty $(=> $own:ty)?),+ $(,)? } $(made { $($made:ident = $make:expr),+ $(,)? })?) => {
        impl $crate::image::kept::Layout for $name {
            const LEAST: usize = $crate::image::kept::total(&[$(<$how as $crate::image::kept::Layout>::LEAST),+]);
            const PRINT: u64 = $crate::image::kept::print(stringify!($name), &[$(
                $crate::image::kept::print(stringify!($field), &[<$how as $crate::image::kept::Layout>::PRINT])
            ),+]);
        }

        impl $crate::image::kept::Keep<$name> for $name {
            fn write(value: &$name, out: &mut alloc::vec::Vec<u8>) {
                let $name { $($field,)+ $($($made: _,)+)? } = value;
                $(<$how as $crate::image::kept::Keep<_>>::write($field, out);)+
            }

            fn read(
                from: &mut $crate::image::kept::Source<'_>,
            ) -> Result<$name, $crate::image::Damage> {
                $(let $field $(: $own)? = <$how as $crate::image::kept::Keep<_>>::read(from)?;)+
                $($(let $made = $make;)+)?
                Ok($name { $($field,)+ $($($made,)+)? })
            }
        }
    };
}

/// Lists what is kept of an enum: its variants, each with its code and, as in a struct, with what it has. A member of a tuple
/// is `0 name: Keeper`.
macro_rules! kept_choice {
    ($name:ident { $($code:literal $variant:ident $({ $($member:tt $field:ident: $how:ty),+ $(,)? })?),+ $(,)? }) => {
        impl $crate::image::kept::Layout for $name {
            const LEAST: usize = 1;
            const PRINT: u64 = $crate::image::kept::print(stringify!($name), &[$(
                $crate::image::kept::print(stringify!($code $variant), &[$($(
                    <$how as $crate::image::kept::Layout>::PRINT
                ),+)?])
            ),+]);
        }

        impl $crate::image::kept::Keep<$name> for $name {
            fn write(value: &$name, out: &mut alloc::vec::Vec<u8>) {
                match value {
                    $($name::$variant $({ $($member: $field),+ })? => {
                        out.push($code);
                        $($(<$how as $crate::image::kept::Keep<_>>::write($field, out);)+)?
                    })+
                }
            }

            fn read(
                from: &mut $crate::image::kept::Source<'_>,
            ) -> Result<$name, $crate::image::Damage> {
                Ok(match from.byte()? {
                    $($code => {
                        $($(let $field = <$how as $crate::image::kept::Keep<_>>::read(from)?;)+)?
                        $name::$variant $({ $($member: $field),+ })?
                    })+
                    _ => return Err($crate::image::Damage::Word),
                })
            }
        }
    };
}

/// Keeps with a fingerprint of its own; the rest is written by hand.
macro_rules! layout {
    ($name:ty, $least:expr, $print:expr) => {
        impl Layout for $name {
            const LEAST: usize = $least;
            const PRINT: u64 = $print;
        }
    };
}

mod basic;
mod several;

pub(in crate::image) use basic::{Amount, Digest, Fraction, Name, Number, Offset, Size, Text, Word, Words};
pub(in crate::image) use several::{Each, Inside, List, Maybe, Own};

//! The fields of records: characters and digits at fixed places.
//!
//! A field says what it holds and never what that means. Everything here is in ASCII (JIS X 0201, UTF-8); a record in EBCDIC is
//! turned into one of these before it is read, and back after it is written.

use std::fmt;

/// Characters (`PIC X`), padded with spaces.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct X<const SIZE: usize>(pub(crate) [u8; SIZE]);

/// Digits (`PIC 9`), zeros ahead.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct N<const SIZE: usize>(pub(crate) [u8; SIZE]);

/// A sign and digits (`PIC S9 SIGN LEADING SEPARATE`); the size counts the sign.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct S<const SIZE: usize>(pub(crate) [u8; SIZE]);

/// What stands in a field of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    /// Nothing: spaces alone, or NUL alone, which is how new storage comes.
    Missing,
    /// A number.
    Value(u64),
    /// Something that is no number.
    Malformed,
}

impl Digits {
    /// The number of a choice, a count or a day, of which zero is none.
    pub(crate) fn choice(self) -> Self {
        if self == Self::Value(0) { Self::Missing } else { self }
    }
}

const SPACE: u8 = b' ';

/// Whether nothing stands there.
fn is_blank(bytes: &[u8]) -> bool {
    match bytes.first() {
        Some(first @ (&SPACE | 0)) => bytes.iter().all(|byte| byte == first),
        Some(_) => false,
        None => true,
    }
}

impl<const SIZE: usize> X<SIZE> {
    pub(crate) const BLANK: Self = Self([SPACE; SIZE]);

    /// The bytes without the spaces at the end; nothing where the field has never been written.
    #[inline]
    pub(crate) fn bytes(&self) -> &[u8] {
        let bytes = &self.0[..];
        if bytes.first() == Some(&0) && is_blank(bytes) {
            return &[];
        }
        let mut rest = bytes;
        while let Some((before, last)) = rest.split_last_chunk::<8>()
            && *last == [SPACE; 8]
        {
            rest = before;
        }
        while let [before @ .., SPACE] = rest {
            rest = before;
        }
        rest
    }

    /// All of them.
    pub(crate) fn whole(&self) -> &[u8; SIZE] {
        &self.0
    }

    /// `Y`.
    pub(crate) const fn yes() -> Self {
        Self::letter(b'Y')
    }

    /// One letter.
    pub(crate) const fn letter(letter: u8) -> Self {
        let mut bytes = [SPACE; SIZE];
        if let Some(first) = bytes.first_mut() {
            *first = letter;
        }
        Self(bytes)
    }

    /// The first bytes, with spaces behind them.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut field = Self::BLANK;
        for (place, byte) in field.0.iter_mut().zip(bytes) {
            *place = *byte;
        }
        field
    }

    /// Spaces, to be written to.
    pub(crate) fn blank(&mut self) -> &mut [u8; SIZE] {
        self.0 = [SPACE; SIZE];
        &mut self.0
    }

    /// The bytes, to be written to.
    #[cfg(test)]
    pub(crate) fn room(&mut self) -> &mut [u8; SIZE] {
        &mut self.0
    }

    /// Writes bytes with spaces behind them; whether they fit.
    #[inline]
    pub(crate) fn put(&mut self, bytes: &[u8]) -> bool {
        self.0 = [SPACE; SIZE];
        let place = self.0.get_mut(..bytes.len());
        place.map(|place| place.copy_from_slice(bytes)).is_some()
    }
}

impl<const SIZE: usize> N<SIZE> {
    pub(crate) const BLANK: Self = Self([b'0'; SIZE]);

    /// What stands there.
    #[inline]
    pub(crate) fn read(&self) -> Digits {
        match number(&self.0) {
            Some(value) => Digits::Value(value),
            None if is_blank(&self.0) => Digits::Missing,
            None => Digits::Malformed,
        }
    }

    /// The characters as they stand there.
    pub(crate) fn whole(&self) -> &[u8; SIZE] {
        &self.0
    }

    /// Writes a number; whether it fits.
    #[inline]
    pub(crate) fn put(&mut self, value: u64) -> bool {
        digits(value, &mut self.0)
    }
}

impl<const SIZE: usize> S<SIZE> {
    pub(crate) const BLANK: Self = {
        let mut bytes = [b'0'; SIZE];
        if let Some(sign) = bytes.first_mut() {
            *sign = b'+';
        }
        Self(bytes)
    };

    /// Writes a number; whether it fits.
    #[inline]
    pub(crate) fn put(&mut self, value: i64) -> bool {
        let Some((sign, rest)) = self.0.split_first_mut() else { return false };
        *sign = if value < 0 { b'-' } else { b'+' };
        digits(value.unsigned_abs(), rest)
    }

    /// All of it.
    #[cfg(test)]
    pub(crate) fn whole(&self) -> &[u8; SIZE] {
        &self.0
    }
}

/// The number of digits alone; none where there are others, or more than a `u64` has.
#[inline]
fn number(bytes: &[u8]) -> Option<u64> {
    let (ahead, eights) = bytes.as_rchunks::<8>();
    let mut value = 0_u64;
    for byte in ahead {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
    }
    if ahead.len().saturating_add(eights.len().saturating_mul(8)) > 19 {
        return None;
    }
    for eight in eights {
        value = value.wrapping_mul(100_000_000).wrapping_add(eight_digits(*eight)?);
    }
    Some(value)
}

/// The number of eight digits, all at once.
#[inline]
fn eight_digits(bytes: [u8; 8]) -> Option<u64> {
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    let word = u64::from_le_bytes(bytes);
    // Each byte is `0` to `?`, and stays so with six more, which `:` to `?` do not.
    if word & HIGH != ZEROS || word.wrapping_add(0x0606_0606_0606_0606) & HIGH != ZEROS {
        return None;
    }
    let ones = word.wrapping_sub(ZEROS);
    let pairs = ones.wrapping_mul(10).wrapping_add(ones >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100).wrapping_add(pairs >> 16) & 0x0000_FFFF_0000_FFFF;
    Some(fours.wrapping_mul(10_000).wrapping_add(fours >> 32) & 0xFFFF_FFFF)
}

/// Writes a number with zeros ahead; whether it fits.
#[inline]
fn digits(mut value: u64, bytes: &mut [u8]) -> bool {
    const EIGHT: u64 = 100_000_000;
    let (ahead, eights) = bytes.as_rchunks_mut::<8>();
    for eight in eights.iter_mut().rev() {
        *eight = eight_characters(value.wrapping_rem(EIGHT));
        value = value.wrapping_div(EIGHT);
    }
    for byte in ahead.iter_mut().rev() {
        *byte = b'0' | u8::try_from(value.wrapping_rem(10)).unwrap_or(0);
        value = value.wrapping_div(10);
    }
    value == 0
}

/// The eight digits of a number below 100,000,000, all at once.
#[inline]
fn eight_characters(value: u64) -> [u8; 8] {
    let fours = value.wrapping_div(10_000) | value.wrapping_rem(10_000) << 32;
    let hundreds = (fours.wrapping_mul(10_486) >> 20) & 0x7F_0000_007F;
    let pairs = hundreds | fours.wrapping_sub(hundreds.wrapping_mul(100)) << 16;
    let tens = (pairs.wrapping_mul(103) >> 10) & 0x000F_000F_000F_000F;
    let ones = tens | pairs.wrapping_sub(tens.wrapping_mul(10)) << 8;
    (ones | 0x3030_3030_3030_3030).to_le_bytes()
}

/// What a field is, for whoever describes records.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `PIC X`.
    Text,
    /// `PIC 9`.
    Number,
    /// `PIC S9 SIGN LEADING SEPARATE`.
    Signed,
    /// Fields of its own.
    Group(&'static super::layout::Layout),
}

/// What can be a field of a record.
pub trait Field: Copy {
    /// What it is.
    const KIND: Kind;
    /// How many there are of it.
    const OCCURS: usize = 1;
    /// How many bytes one of them has.
    const SIZE: usize;
    /// What stands there where there is nothing.
    const NOTHING: Self;
}

impl<const SIZE: usize> Field for X<SIZE> {
    const KIND: Kind = Kind::Text;
    const SIZE: usize = SIZE;
    const NOTHING: Self = Self::BLANK;
}

impl<const SIZE: usize> Field for N<SIZE> {
    const KIND: Kind = Kind::Number;
    const SIZE: usize = SIZE;
    const NOTHING: Self = Self::BLANK;
}

impl<const SIZE: usize> Field for S<SIZE> {
    const KIND: Kind = Kind::Signed;
    const SIZE: usize = SIZE;
    const NOTHING: Self = Self::BLANK;
}

impl<T: Field, const COUNT: usize> Field for [T; COUNT] {
    const KIND: Kind = T::KIND;
    const OCCURS: usize = COUNT;
    const SIZE: usize = T::SIZE;
    const NOTHING: Self = [T::NOTHING; COUNT];
}

impl<const SIZE: usize> fmt::Debug for X<SIZE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.bytes().escape_ascii().to_string(), f)
    }
}

impl<const SIZE: usize> fmt::Debug for N<SIZE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.escape_ascii().to_string(), f)
    }
}

impl<const SIZE: usize> fmt::Debug for S<SIZE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.escape_ascii().to_string(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_they_stand() {
        let rows: [(&[u8; 18], Digits, &str); 12] = [
            (b"000000000000030329", Digits::Value(30_329), "zeros ahead"),
            (b"000000000000000000", Digits::Value(0), "zeros are zero"),
            (b"999999999999999999", Digits::Value(999_999_999_999_999_999), "the largest"),
            (b"123456789012345678", Digits::Value(123_456_789_012_345_678), "each digit counts"),
            (b"                  ", Digits::Missing, "spaces are missing"),
            (&[0; 18], Digits::Missing, "new storage"),
            (b"             30329", Digits::Malformed, "spaces ahead are no zeros"),
            (b"000000000000030329".map_last(b' '), Digits::Malformed, "a space in a digit's place"),
            (b"00000000000003032:", Digits::Malformed, "the character behind 9"),
            (b"0000000000000/0329", Digits::Malformed, "the character ahead of 0"),
            (b"-00000000000030329", Digits::Malformed, "a sign in a field without one"),
            (b"00000000000003032I", Digits::Malformed, "a sign punched over the last digit"),
        ];
        for (bytes, want, why) in rows {
            assert_eq!(N(*bytes).read(), want, "{why}");
        }
    }

    trait MapLast {
        fn map_last(self, byte: u8) -> Self;
    }

    impl MapLast for &'static [u8; 18] {
        fn map_last(self, byte: u8) -> Self {
            let mut bytes = *self;
            bytes[17] = byte;
            Box::leak(Box::new(bytes))
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut values =
            vec![0, 7, 10, 99, 100, 9_999, 10_000, 99_999_999, 100_000_000, 999_999_999_999_999_999];
        let mut value = 1_u64;
        while value < 1_000_000_000_000_000_000 {
            values.extend([value - 1, value, value + 1, value / 7 * 3]);
            value = value * 13 / 5 + 1;
        }
        for value in values {
            let mut field = N::<18>::BLANK;
            assert_eq!(field.put(value), value < 1_000_000_000_000_000_000);
            assert_eq!(field.0, *format!("{value:018}").as_bytes(), "{value}");
            assert_eq!(field.read(), Digits::Value(value));
        }
    }

    #[test]
    fn a_number_that_does_not_fit_says_so() {
        let (mut two, mut most, mut signed) = (N::<2>::BLANK, N::<18>::BLANK, S::<19>::BLANK);
        assert!(two.put(99) && !two.put(100));
        assert!(most.put(999_999_999_999_999_999) && !most.put(1_000_000_000_000_000_000));
        assert!(signed.put(-999_999_999_999_999_999) && !signed.put(i64::MIN));
    }

    #[test]
    fn signs_lead() {
        for (value, want) in [(0, b"+0000"), (330, b"+0330"), (-330, b"-0330"), (-9_999, b"-9999")] {
            let mut field = S::<5>::BLANK;
            assert!(field.put(value));
            assert_eq!(field.whole(), want);
        }
    }

    #[test]
    fn spaces_at_the_end_do_not_count() {
        for (bytes, want) in [(b"ab  ", &b"ab"[..]), (b" ab ", b" ab"), (b"    ", b""), (b"abcd", b"abcd")] {
            assert_eq!(X(*bytes).bytes(), want);
        }
        for len in 0..=64 {
            let mut field = X::<64>::BLANK;
            assert!(field.put(&b"a b".repeat(22)[..len]));
            let want = if len % 3 == 2 { len - 1 } else { len };
            assert_eq!(field.bytes(), &b"a b".repeat(22)[..want], "{len}");
        }
        assert_eq!(X([0; 4]).bytes(), b"");
        assert_eq!(
            X(*b"ab\0\0").bytes(),
            b"ab\0\0",
            "a NUL inside is a character, and none that any set has"
        );
        let mut field = X::<4>::BLANK;
        assert!(field.put(b"abcd") && !field.put(b"abcde"));
        assert_eq!(field.bytes(), b"", "what does not fit is not cut");
    }
}

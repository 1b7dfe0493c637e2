//! Text gathered in a block of fixed size before it is appended: a verdict is many short pieces, and each would otherwise
//! ask the text for room.

use alloc::string::String;

/// Bytes of a block.
const SIZE: usize = 512;
/// Digits of the largest number.
const DIGITS_MAX: usize = 20;

/// A text to append to, with the end of it still in a block.
pub(super) struct Block<'o> {
    bytes: [u8; SIZE],
    len: usize,
    out: &'o mut String,
}

impl<'o> Block<'o> {
    pub(super) fn new(out: &'o mut String) -> Self {
        Self { bytes: [0; SIZE], len: 0, out }
    }

    /// Appends a text.
    #[inline(always)]
    pub(super) fn text(&mut self, text: &str) {
        let end = self.len.wrapping_add(text.len());
        match self.bytes.get_mut(self.len..end) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                self.len = end;
            }
            None => self.direct().push_str(text),
        }
    }

    /// Appends a whole number.
    #[inline]
    pub(super) fn number(&mut self, number: u64) {
        if self.len > SIZE.wrapping_sub(DIGITS_MAX) {
            self.flush();
        }
        let digits =
            number.checked_ilog10().map_or(1, |log| usize::try_from(log).unwrap_or(0).wrapping_add(1));
        let end = self.len.wrapping_add(digits);
        if let Some(place) = self.bytes.get_mut(self.len..end) {
            write_digits(number, place);
        }
        self.len = end;
    }

    /// The text itself, with all of the block in it.
    #[cold]
    pub(super) fn direct(&mut self) -> &mut String {
        self.flush();
        self.out
    }

    /// Appends the block.
    pub(super) fn flush(&mut self) {
        // Only whole texts and digits are in it, so it is UTF-8.
        let text = self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok());
        self.out.push_str(text.unwrap_or_default());
        self.len = 0;
    }
}

/// Writes the last digits of a number, as many as there are places: two at a time, so that there are half the divisions.
#[inline]
fn write_digits(number: u64, places: &mut [u8]) {
    let ascii = |digit: u64| b'0'.wrapping_add(u8::try_from(digit).unwrap_or(0));
    let mut rest = number;
    let mut pairs = places.rchunks_exact_mut(2);
    for pair in pairs.by_ref() {
        let value = rest.wrapping_rem(100);
        rest = rest.wrapping_div(100);
        if let [tens, ones] = pair {
            *tens = ascii(value.wrapping_div(10));
            *ones = ascii(value.wrapping_rem(10));
        }
    }
    if let [highest] = pairs.into_remainder() {
        *highest = ascii(rest);
    }
}

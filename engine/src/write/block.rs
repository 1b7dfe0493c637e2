//! Text gathered in a block of fixed size before it is appended: a verdict is many short pieces, and each would otherwise
//! ask the text for room.

use alloc::string::String;

use crate::word::decimal;

/// Bytes of a block.
const SIZE: usize = 512;
/// Room for the digits of the largest number, in parts of eight bytes.
const DIGITS_ROOM: usize = 24;

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

    /// Appends ASCII of a fixed length.
    #[inline(always)]
    pub(super) fn ascii<const N: usize>(&mut self, bytes: &[u8; N]) {
        if self.len > SIZE.wrapping_sub(N) {
            self.make_room();
        }
        self.put(bytes, N);
    }

    /// Puts bytes into the block, of which so many count; there is room for all.
    #[inline(always)]
    fn put<const N: usize>(&mut self, bytes: &[u8; N], count: usize) {
        if let Some(place) = self.bytes.get_mut(self.len..).and_then(<[u8]>::first_chunk_mut) {
            *place = *bytes;
        }
        self.len = self.len.wrapping_add(count);
    }

    /// Appends a whole number.
    #[inline]
    pub(super) fn number(&mut self, number: u64) {
        if self.len > SIZE.wrapping_sub(DIGITS_ROOM) {
            self.make_room();
        }
        decimal(number, |digits, count| self.put(&digits, count));
    }

    /// The text itself, with all of the block in it.
    #[cold]
    pub(super) fn direct(&mut self) -> &mut String {
        self.flush();
        self.out
    }

    #[cold]
    #[inline(never)]
    fn make_room(&mut self) {
        self.flush();
    }

    /// Appends the block.
    pub(super) fn flush(&mut self) {
        // Only whole texts and digits are in it, so it is UTF-8.
        let text = self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok());
        self.out.push_str(text.unwrap_or_default());
        self.len = 0;
    }
}

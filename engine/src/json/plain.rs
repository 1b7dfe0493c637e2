//! The short way through JSON as programs write it. Whatever is not plain, an escape or a fault, is left to the long way, which
//! begins at the same byte.

use super::Scanner;
use crate::word::first_special;

impl<'a> Scanner<'a> {
    /// The place of what follows white space.
    #[inline]
    fn behind_space(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at) {
            Some(..=b' ') => self.behind_much_space(at),
            _ => at,
        }
    }

    #[inline(never)]
    fn behind_much_space(&self, at: usize) -> usize {
        let space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at.wrapping_add(rest.iter().take_while(|byte| space(byte)).count())
    }

    /// Where a plain string ends whose quotes begin at a place: behind its last byte.
    #[inline(always)]
    fn plain_end(&self, quotes: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if bytes.get(quotes) != Some(&b'"') {
            return None;
        }
        let start = quotes.wrapping_add(1);
        let end = match self.special_in_eight(start)? {
            Some(end) => end,
            None => self.special_from(start.wrapping_add(8))?,
        };
        (bytes.get(end) == Some(&b'"')).then_some(end)
    }

    /// Where the first byte is that ends a plain string or cannot be in one, among eight. The last bytes of the text are
    /// left to the long way.
    #[inline(always)]
    fn special_in_eight(&self, at: usize) -> Option<Option<usize>> {
        let eight = self.text.as_bytes().get(at..)?.first_chunk()?;
        Some(first_special(u64::from_le_bytes(*eight)).map(|offset| at.wrapping_add(offset)))
    }

    /// As [`Scanner::special_in_eight`], among all that come.
    #[inline(never)]
    fn special_from(&self, mut at: usize) -> Option<usize> {
        loop {
            if let Some(found) = self.special_in_eight(at)? {
                return Some(found);
            }
            at = at.wrapping_add(8);
        }
    }

    /// The string that comes, if it is plain and has at most so many bytes.
    #[inline(never)]
    pub(crate) fn plain_text(&mut self, most: usize) -> Option<&'a str> {
        let quotes = self.behind_space(self.at);
        let end = self.plain_end(quotes)?;
        let text = self.text.get(quotes.wrapping_add(1)..end).filter(|text| text.len() <= most)?;
        self.at = end.wrapping_add(1);
        Some(text)
    }

    /// Goes behind the string that comes, if it is plain.
    #[inline]
    pub(crate) fn skip_plain_text(&mut self) -> bool {
        let end = self.plain_end(self.at);
        self.at = end.map_or(self.at, |end| end.wrapping_add(1));
        end.is_some()
    }

    /// The name of the next member of an object, having taken the colon, if it is plain. There may be none.
    #[inline(never)]
    pub(crate) fn plain_member(&mut self, first: bool) -> Option<&'a [u8]> {
        let (quotes, len) = self.plain_key(first)?;
        let start = quotes.wrapping_add(1);
        self.text.as_bytes().get(start..start.wrapping_add(len))
    }

    /// Where the quotes of that name begin, and how many bytes it has.
    #[inline(always)]
    pub(crate) fn plain_key(&mut self, first: bool) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let mut at = self.behind_space(self.at);
        if !first {
            if bytes.get(at) != Some(&b',') {
                return None;
            }
            at = self.behind_space(at.wrapping_add(1));
        }
        let end = self.plain_end(at)?;
        let colon = self.behind_space(end.wrapping_add(1));
        if bytes.get(colon) != Some(&b':') {
            return None;
        }
        self.at = colon.wrapping_add(1);
        Some((at, end.wrapping_sub(at.wrapping_add(1))))
    }

    /// Leaves the object whose end comes.
    #[inline]
    pub(crate) fn leaves_object(&mut self) -> bool {
        let at = self.behind_space(self.at);
        let is_end = self.text.as_bytes().get(at) == Some(&b'}');
        if is_end {
            self.at = at.wrapping_add(1);
            self.depth = self.depth.saturating_sub(1);
        }
        is_end
    }

    /// Goes back to a place that it was at, in the same array or object.
    pub(crate) fn back_to(&mut self, at: usize) {
        self.at = at;
    }
}

//! The short way through JSON as programs write it. Whatever is not plain, an escape or a fault, is left to the long way, which
//! begins at the same byte.

use super::Scanner;
use crate::word::first_special;

impl<'a> Scanner<'a> {
    /// The place of what follows white space.
    #[inline]
    fn behind_space(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at) {
            Some(b' ' | b'\n' | b'\r' | b'\t') => self.behind_much_space(at),
            _ => at,
        }
    }

    #[inline(never)]
    fn behind_much_space(&self, at: usize) -> usize {
        let space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at.wrapping_add(rest.iter().take_while(|byte| space(byte)).count())
    }

    /// The string whose quotes begin at a place, and the place behind it.
    #[inline]
    fn plain_string(&self, quotes: usize) -> Option<(&'a str, usize)> {
        let bytes = self.text.as_bytes();
        if bytes.get(quotes) != Some(&b'"') {
            return None;
        }
        let start = quotes.wrapping_add(1);
        let mut at = start;
        // The last bytes of a text are left to the long way.
        while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
            if let Some(offset) = first_special(u64::from_le_bytes(*eight)) {
                let end = at.wrapping_add(offset);
                let text = self.text.get(start..end).filter(|_| bytes.get(end) == Some(&b'"'))?;
                return Some((text, end.wrapping_add(1)));
            }
            at = at.wrapping_add(8);
        }
        None
    }

    /// The string that comes, if it is plain and has at most so many bytes.
    #[inline(never)]
    pub(crate) fn plain_text(&mut self, most: usize) -> Option<&'a str> {
        let (text, behind) = self.plain_string(self.behind_space(self.at))?;
        if text.len() > most {
            return None;
        }
        self.at = behind;
        Some(text)
    }

    /// The name of the next member of an object, having taken the colon, if it is plain. There may be none.
    #[inline(never)]
    pub(crate) fn plain_member(&mut self, first: bool) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let mut at = self.behind_space(self.at);
        if !first {
            if bytes.get(at) != Some(&b',') {
                return None;
            }
            at = self.behind_space(at.wrapping_add(1));
        }
        let (name, behind) = self.plain_string(at)?;
        let colon = self.behind_space(behind);
        if bytes.get(colon) != Some(&b':') {
            return None;
        }
        self.at = colon.wrapping_add(1);
        Some(name)
    }
}

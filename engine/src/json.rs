//! Reading JSON (RFC 8259) in one pass over borrowed text.
//!
//! Why not a library: documents need the place of every value and every duplicate key for their findings, requests
//! borrow their texts, and each byte of a parser is downloaded by a browser form. Tests compare this
//! reader with `serde_json` on any bytes.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::word::first_special;

/// How deep arrays and objects may stand in each other.
pub(crate) const DEPTH_MAX: usize = 16;

/// What editors on some systems begin a text with.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Why text is no JSON, with the byte where that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} at byte {at}", .kind.words().0)]
pub(crate) struct JsonError {
    pub kind: JsonErrorKind,
    pub at: usize,
}

/// What is wrong with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonErrorKind {
    Value,
    End,
    Colon,
    Comma,
    Key,
    Control,
    Escape,
    Number,
    Depth,
    Trailing,
}

impl JsonErrorKind {
    /// What a message says of it, in English and Japanese.
    pub(crate) const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Value => ("a value is expected", "値がありません"),
            Self::End => ("the text ends too early", "途中で終わっています"),
            Self::Colon => ("`:` is expected", "「:」がありません"),
            Self::Comma => ("`,` or the closing bracket is expected", "「,」または閉じ括弧がありません"),
            Self::Key => ("a name in quotes is expected", "引用符で囲んだ項目名がありません"),
            Self::Control => ("a control character stands in a string", "文字列に制御文字が含まれています"),
            Self::Escape => {
                ("an escape in a string is not one of JSON's", "文字列のエスケープに誤りがあります")
            }
            Self::Number => ("a number is not spelt as JSON's", "数値の書き方に誤りがあります"),
            Self::Depth => (
                "arrays and objects stand more than 16 deep in each other",
                "配列とオブジェクトの入れ子が16段を超えています",
            ),
            Self::Trailing => ("something follows the value", "値の後に余分な文字があります"),
        }
    }
}

/// What kind of value comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    String,
    Number,
    Bool,
    Null,
}

/// A position in a JSON text, moving forward value by value.
#[derive(Clone, Debug)]
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

type Result<T> = core::result::Result<T, JsonError>;

impl<'a> Scanner<'a> {
    /// Begins at the start of a text, behind its byte order mark where it has one: editors write it, and it says nothing.
    pub(crate) fn new(text: &'a str) -> Self {
        let at = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self { text, at, depth: 0 }
    }

    /// The byte position.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// An error here.
    pub(crate) fn error<T>(&self, kind: JsonErrorKind) -> Result<T> {
        let kind = if self.at >= self.text.len() { JsonErrorKind::End } else { kind };
        Err(JsonError { kind, at: self.at })
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn step(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    #[inline]
    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.step();
        }
    }

    /// Skips white space and tells what kind of value comes.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<Kind> {
        self.space();
        match self.byte() {
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::Array),
            Some(b'"') => Ok(Kind::String),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Bool),
            Some(b'n') => Ok(Kind::Null),
            _ => self.error(JsonErrorKind::Value),
        }
    }

    /// Enters the array or object that [`Scanner::peek`] told of.
    pub(crate) fn enter(&mut self) -> Result<()> {
        if self.depth >= DEPTH_MAX {
            return self.error(JsonErrorKind::Depth);
        }
        self.depth = self.depth.saturating_add(1);
        self.step();
        Ok(())
    }

    /// Whether another element (or member) comes, having taken the comma before it; leaves the array or object if not.
    /// `first` tells that none came before.
    #[inline]
    fn more(&mut self, first: bool, close: u8) -> Result<bool> {
        self.space();
        match self.byte() {
            Some(byte) if byte == close => {
                self.step();
                self.depth = self.depth.saturating_sub(1);
                Ok(false)
            }
            Some(b',') if !first => {
                self.step();
                Ok(true)
            }
            Some(_) if first => Ok(true),
            _ => self.error(JsonErrorKind::Comma),
        }
    }

    /// Whether another element of an array comes.
    #[inline]
    pub(crate) fn element(&mut self, first: bool) -> Result<bool> {
        self.more(first, b']')
    }

    /// The name of the next member of an object with the byte where its quotes begin, having taken the colon; none at
    /// the object's end.
    #[inline]
    pub(crate) fn member(&mut self, first: bool) -> Result<Option<(Cow<'a, str>, usize)>> {
        if !self.more(first, b'}')? {
            return Ok(None);
        }
        self.space();
        let start = self.at;
        if self.byte() != Some(b'"') {
            return self.error(JsonErrorKind::Key);
        }
        let name = self.string()?;
        self.space();
        if self.byte() != Some(b':') {
            return self.error(JsonErrorKind::Colon);
        }
        self.step();
        Ok(Some((name, start)))
    }

    /// The string that [`Scanner::peek`] told of, borrowed unless it has escapes.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>> {
        let bytes = self.text.as_bytes();
        let start = self.at.wrapping_add(1);
        let mut at = start;
        loop {
            if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
                match first_special(u64::from_le_bytes(*eight)) {
                    Some(offset) => at = at.wrapping_add(offset),
                    None => {
                        at = at.wrapping_add(8);
                        continue;
                    }
                }
            }
            match bytes.get(at) {
                Some(b'"') => {
                    self.at = at.wrapping_add(1);
                    return Ok(Cow::Borrowed(self.text.get(start..at).unwrap_or_default()));
                }
                Some(b'\\') => {
                    self.at = at;
                    return self.escaped(start);
                }
                Some(0..=0x1F) => return Err(JsonError { kind: JsonErrorKind::Control, at }),
                Some(_) => at = at.wrapping_add(1),
                None => return Err(JsonError { kind: JsonErrorKind::End, at }),
            }
        }
    }

    /// The rest of a string from its first escape on.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<Cow<'a, str>> {
        let mut text = String::from(self.text.get(start..self.at).unwrap_or_default());
        let mut plain = self.at;
        loop {
            match self.byte() {
                Some(b'"') => {
                    text.push_str(self.text.get(plain..self.at).unwrap_or_default());
                    self.step();
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => {
                    text.push_str(self.text.get(plain..self.at).unwrap_or_default());
                    self.step();
                    text.push(self.escape()?);
                    plain = self.at;
                }
                Some(0..=0x1F) => return self.error(JsonErrorKind::Control),
                Some(_) => self.step(),
                None => return self.error(JsonErrorKind::End),
            }
        }
    }

    /// The character of an escape, after its backslash.
    fn escape(&mut self) -> Result<char> {
        let plain = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.step();
                return self.unicode();
            }
            _ => return self.error(JsonErrorKind::Escape),
        };
        self.step();
        Ok(plain)
    }

    /// The character of `\uXXXX`, with a second one where it is the first half of a surrogate pair.
    fn unicode(&mut self) -> Result<char> {
        let start = self.at;
        let first = self.hex4()?;
        let code = if (0xD800..0xDC00).contains(&first) {
            if self.byte() != Some(b'\\') {
                return self.error(JsonErrorKind::Escape);
            }
            self.step();
            if self.byte() != Some(b'u') {
                return self.error(JsonErrorKind::Escape);
            }
            self.step();
            let second = self.hex4()?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(JsonError { kind: JsonErrorKind::Escape, at: start });
            }
            0x1_0000_u32.wrapping_add((first & 0x3FF) << 10).wrapping_add(second & 0x3FF)
        } else {
            first
        };
        char::from_u32(code).ok_or(JsonError { kind: JsonErrorKind::Escape, at: start })
    }

    fn hex4(&mut self) -> Result<u32> {
        let mut code = 0_u32;
        for _ in 0..4 {
            let Some(digit) = self.byte().and_then(|byte| char::from(byte).to_digit(16)) else {
                return self.error(JsonErrorKind::Escape);
            };
            code = (code << 4) | digit;
            self.step();
        }
        Ok(code)
    }

    /// The number that [`Scanner::peek`] told of, as it is spelt.
    pub(crate) fn number(&mut self) -> Result<&'a str> {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.step();
        }
        match self.byte() {
            Some(b'0') => self.step(),
            Some(b'1'..=b'9') => self.digits(),
            _ => return self.error(JsonErrorKind::Number),
        }
        if self.byte() == Some(b'.') {
            self.step();
            self.some_digits()?;
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            self.step();
            if matches!(self.byte(), Some(b'+' | b'-')) {
                self.step();
            }
            self.some_digits()?;
        }
        if matches!(self.byte(), Some(b'0'..=b'9')) {
            return self.error(JsonErrorKind::Number); // a leading zero
        }
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    fn digits(&mut self) {
        while matches!(self.byte(), Some(b'0'..=b'9')) {
            self.step();
        }
    }

    fn some_digits(&mut self) -> Result<()> {
        if !matches!(self.byte(), Some(b'0'..=b'9')) {
            return self.error(JsonErrorKind::Number);
        }
        self.digits();
        Ok(())
    }

    /// `true` or `false`, of which [`Scanner::peek`] told.
    pub(crate) fn boolean(&mut self) -> Result<bool> {
        if self.byte() == Some(b't') {
            self.word("true").map(|()| true)
        } else {
            self.word("false").map(|()| false)
        }
    }

    /// `null`, of which [`Scanner::peek`] told.
    pub(crate) fn null(&mut self) -> Result<()> {
        self.word("null")
    }

    fn word(&mut self, word: &str) -> Result<()> {
        let end = self.at.saturating_add(word.len());
        if self.text.as_bytes().get(self.at..end) != Some(word.as_bytes()) {
            return self.error(JsonErrorKind::Value);
        }
        self.at = end;
        Ok(())
    }

    /// Goes behind the value that comes; the depth is bounded.
    pub(crate) fn skip(&mut self) -> Result<()> {
        match self.peek()? {
            Kind::String if self.skip_plain_text() => {}
            Kind::String => drop(self.string()?),
            Kind::Number => drop(self.number()?),
            Kind::Bool => drop(self.boolean()?),
            Kind::Null => self.null()?,
            Kind::Array => {
                self.enter()?;
                let mut first = true;
                while self.element(first)? {
                    first = false;
                    self.skip()?;
                }
            }
            Kind::Object => {
                self.enter()?;
                let mut first = true;
                while self.member(first)?.is_some() {
                    first = false;
                    self.skip()?;
                }
            }
        }
        Ok(())
    }

    /// Makes sure that nothing but white space is left.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.space();
        if self.at < self.text.len() {
            return Err(JsonError { kind: JsonErrorKind::Trailing, at: self.at });
        }
        Ok(())
    }
}

mod plain;

#[cfg(test)]
mod tests;

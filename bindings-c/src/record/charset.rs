//! The character sets of records.
//!
//! A record is read in one set of single bytes, whatever it came in: ASCII as it is, half-width kana where JIS X 0201 has them, and
//! what EBCDIC has besides in places that JIS X 0201 leaves empty. EBCDIC is turned into that set byte by byte, the whole record at
//! once, and back.

use bumpalo::Bump;
use kessai::Company;

use crate::record::field::X;

mod ebcdic;

/// In which set records are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Charset {
    /// JIS X 0201: `5C` is `¥` and `7E` is `‾`, as the standard has them; `\\` and `~` are not in it.
    ///
    /// Files of Shift_JIS mean the yen sign by `5C`, and an engine that takes EDI information takes both. Where the byte stands for
    /// something outside of the records, it is what the system has there: paths, and what is told to persons.
    #[default]
    JisX0201,
    /// EBCDIK: CCSID 290 with small letters, the single bytes of CCSID 1390.
    Ebcdic290,
    /// CCSID 1027, the single bytes of CCSID 1399.
    Ebcdic1027,
    /// UTF-8.
    Utf8,
}

/// Characters that have one byte beside ASCII and half-width kana, and their bytes in the set that records are read in.
const OTHERS: [(char, u8); 6] =
    [('¥', 0x80), ('‾', 0x81), ('£', 0x82), ('¢', 0x83), ('¬', 0x84), ('€', 0x85)];
/// The bytes of half-width kana begin here, their characters there.
const KANA: (u8, char) = (0xA1, '｡');
/// The byte that no character has.
const NONE: u8 = 0xFF;

impl Charset {
    /// The set of a name, which may be in the set itself; nothing is JIS X 0201.
    pub fn from_name(name: &[u8]) -> Option<Self> {
        let blank = |byte: &u8| matches!(*byte, b' ' | 0 | ebcdic::SPACE);
        let end = name.iter().rposition(|byte| !blank(byte)).map_or(0, |last| last.saturating_add(1));
        let name = name.get(..end)?;
        if name.is_empty() {
            return Some(Self::JisX0201);
        }
        let all = [
            (Self::JisX0201, "JISX0201"),
            (Self::Ebcdic290, "EBCDIK"),
            (Self::Ebcdic1027, "CP1027"),
            (Self::Utf8, "UTF-8"),
        ];
        let turned = |set: Self| {
            let table = set.forth()?;
            name.iter().map(|byte| table.get(usize::from(*byte)).copied()).collect::<Option<Vec<u8>>>()
        };
        let is = |set: Self, known: &str| {
            name == known.as_bytes() || turned(set).is_some_and(|name| name == known.as_bytes())
        };
        all.into_iter().find(|(set, known)| is(*set, known)).map(|(set, _)| set)
    }

    /// The table that turns bytes of the session's set into those that are read; none where they are.
    pub fn forth(self) -> Option<&'static [u8; 256]> {
        match self {
            Self::JisX0201 | Self::Utf8 => None,
            Self::Ebcdic290 => Some(&ebcdic::EBCDIK.forth),
            Self::Ebcdic1027 => Some(&ebcdic::CP1027.forth),
        }
    }

    /// The table that turns them back.
    pub fn back(self) -> Option<&'static [u8; 256]> {
        match self {
            Self::JisX0201 | Self::Utf8 => None,
            Self::Ebcdic290 => Some(&ebcdic::EBCDIK.back),
            Self::Ebcdic1027 => Some(&ebcdic::CP1027.back),
        }
    }

    /// The character of a byte of the set that is read; none for a byte that it has not.
    fn character(self, byte: u8) -> Option<char> {
        match (byte, self) {
            (b'\\', Self::JisX0201) => Some('¥'),
            (b'~', Self::JisX0201) => Some('‾'),
            (b' '..=b'~', _) => Some(char::from(byte)),
            (0xA1..=0xDF, _) => {
                char::from_u32(u32::from(KANA.1).saturating_add(u32::from(byte.saturating_sub(KANA.0))))
            }
            (_, Self::JisX0201) => None,
            _ => OTHERS.iter().find(|(_, known)| *known == byte).map(|(character, _)| *character),
        }
    }

    /// The byte of a character in the set that is read; none for a character that the session's set has not.
    pub(super) fn byte(self, character: char) -> Option<u8> {
        let byte = match character {
            '¥' if self == Self::JisX0201 => b'\\',
            '‾' if self == Self::JisX0201 => b'~',
            '\\' | '~' if self == Self::JisX0201 => return None,
            ' '..='~' => u8::try_from(character).ok()?,
            '｡'..='ﾟ' => {
                let at = u32::from(character).saturating_sub(u32::from(KANA.1));
                KANA.0.saturating_add(u8::try_from(at).ok()?)
            }
            _ if self == Self::JisX0201 => return None,
            _ => OTHERS.iter().find(|(known, _)| *known == character).map(|(_, byte)| *byte)?,
        };
        // What the set of the session has no byte for is lost on the way back.
        let lost =
            self.back().is_some_and(|back| back.get(usize::from(byte)).is_none_or(|byte| *byte == NONE));
        (!lost).then_some(byte)
    }

    /// Whether bytes are the same characters in ASCII.
    #[inline]
    fn is_ascii(self, bytes: &[u8]) -> bool {
        let signs = self != Self::JisX0201;
        // Without a way out in between, which goes sixteen bytes at a time.
        bytes.iter().fold(true, |all, byte| {
            all & (matches!(byte, b' '..=b'[' | b']'..=b'}') | (signs & matches!(byte, b'\\' | b'~')))
        })
    }

    /// The text of bytes of the set that is read, kept among texts; none where a byte has no character.
    #[inline]
    pub fn decode<'a>(self, bytes: &[u8], texts: &'a Bump) -> Option<&'a str> {
        if self == Self::Utf8 || self.is_ascii(bytes) {
            let text = std::str::from_utf8(bytes).ok()?;
            let controls = bytes.iter().fold(false, |any, byte| any | (*byte < b' ') | (*byte == 0x7F));
            return (!controls).then(|| &*texts.alloc_str(text));
        }
        let mut text = bumpalo::collections::String::with_capacity_in(bytes.len().saturating_mul(3), texts);
        for byte in bytes {
            text.push(self.character(*byte)?);
        }
        Some(text.into_bump_str())
    }

    /// The text of a path, whose bytes are those of the system: `5C` and `7E` are no `¥` and `‾` there.
    pub fn path(self, bytes: &[u8]) -> Option<String> {
        let texts = Bump::new();
        let text = self.decode(bytes, &texts)?;
        Some(match self {
            Self::JisX0201 => text.replace('¥', "\\").replace('‾', "~"),
            Self::Ebcdic290 | Self::Ebcdic1027 | Self::Utf8 => text.to_owned(),
        })
    }

    /// The byte of a character for persons, who take `\\` for `¥` where a set has but one of them.
    fn byte_for_persons(self, character: char) -> u8 {
        match (character, self) {
            ('\\', Self::JisX0201) => b'\\',
            ('~', Self::JisX0201) => b'~',
            _ => self.byte(character).unwrap_or(b'?'),
        }
    }

    /// Writes a text into a field, in the set that is read; whether the set has its characters, and the field room for them.
    #[inline]
    pub fn encode<const SIZE: usize>(self, text: &str, field: &mut X<SIZE>) -> bool {
        if self == Self::Utf8 || self.is_ascii(text.as_bytes()) {
            return field.put(text.as_bytes());
        }
        let mut places = field.blank().iter_mut();
        text.chars().all(|character| match (self.byte(character), places.next()) {
            (Some(byte), Some(place)) => {
                *place = byte;
                true
            }
            _ => false,
        })
    }

    /// The same for persons: a text that is too long is cut, and a character that the set has not is `?`. Gives how many bytes are
    /// used, and whether all are there.
    pub fn encode_cut<const SIZE: usize>(self, text: &str, field: &mut X<SIZE>) -> (usize, bool) {
        let room = field.blank();
        if self == Self::Utf8 {
            let whole = text.char_indices().map(|(at, one)| at.saturating_add(one.len_utf8()));
            let used = whole.take_while(|end| *end <= SIZE).last().unwrap_or(0);
            for (place, byte) in room.iter_mut().zip(text.bytes().take(used)) {
                *place = byte;
            }
            return (used, used == text.len());
        }
        let mut used = 0_usize;
        for (place, character) in room.iter_mut().zip(text.chars()) {
            *place = self.byte_for_persons(character);
            used = used.saturating_add(1);
        }
        (used, text.chars().count() == used)
    }

    /// Makes sure that every name of a company can stand in a record, as it is.
    pub fn check_company(self, company: &Company) -> Result<(), String> {
        let texts = Bump::new();
        let mut field = X::<64>::BLANK;
        for (kind, name) in company.every_name() {
            let fits = self.encode(name, &mut field) && self.decode(field.bytes(), &texts) == Some(name);
            if !fits {
                return Err(format!("the {kind} `{name}` cannot stand in a record of this character set"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

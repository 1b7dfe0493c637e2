//! Which characters are of a kind.

use crate::characters::table;
use crate::terms::{CharacterKind, MixClass};
use crate::word;

/// A set of characters, made for asking quickly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allowed {
    /// A bit for each of U+0000 to U+007F.
    pub ascii: u128,
    /// A bit for each of U+FF61 to U+FF9F, and the last for `¥`.
    pub kana: u64,
    pub wide: Wide,
}

/// What is allowed beside half-width characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wide {
    Nothing,
    Jis,
    Cp932,
    AllButControls,
}

/// The first half-width kana (or sign beside them) of JIS X 0201.
const KANA_FIRST: u32 = 0xFF61;
/// The last of them.
const KANA_LAST: u32 = 0xFF9F;
/// The yen sign of JIS X 0201.
const YEN: u32 = 0xA5;
/// Its bit in [`Allowed::kana`].
const YEN_BIT: u32 = 63;

/// The digits of ASCII.
const DIGITS: u128 = 0x3FF << 0x30;
/// The characters of ASCII that have half the width: all but controls.
const PRINTABLE: u128 = (1 << 0x7F) - (1 << 0x20);

/// The signs in names of parties.
const NAME_SIGNS: &str = "()-.";
/// The signs in EDI information.
const EDI_SIGNS: &str = "()-.\\¥｢｣/";

impl Allowed {
    const EMPTY: Self = Self { ascii: 0, kana: 0, wide: Wide::Nothing };

    /// The characters of a kind; `wo_allowed` says whether ｦ may stand in names.
    pub(crate) fn of(kind: CharacterKind, wo_allowed: bool) -> Self {
        let digits = Self::EMPTY.with_range('0', '9');
        let capitals = digits.with_range('A', 'Z');
        let alphanumerics = capitals.with_range('a', 'z');
        let half = Self::EMPTY.with_range(' ', '~').with_range('｡', 'ﾟ').with("¥");
        let kana = Self::EMPTY.with_range('ｱ', 'ﾟ').with(" ");
        let kana = if wo_allowed || kind == CharacterKind::ZenginEdi { kana.with("ｦ") } else { kana };
        let letters = kana.with_range('0', '9').with_range('A', 'Z');
        match kind {
            CharacterKind::Any => Self { wide: Wide::AllButControls, ..half },
            CharacterKind::Digits => digits,
            CharacterKind::Alphanumerics => alphanumerics,
            CharacterKind::AlphanumericsAndSymbols | CharacterKind::Mail => Self::EMPTY.with_range('!', '~'),
            CharacterKind::HalfWidth => half,
            CharacterKind::FullWidth => Self { wide: Wide::Jis, ..Self::EMPTY },
            CharacterKind::FullWidthCp932 => Self { wide: Wide::Cp932, ..Self::EMPTY },
            CharacterKind::FullOrHalfWidth => Self { wide: Wide::Jis, ..half },
            CharacterKind::FullOrHalfWidthCp932 => Self { wide: Wide::Cp932, ..half },
            CharacterKind::ZenginName => letters.with(NAME_SIGNS),
            CharacterKind::ZenginPayroll => kana.with_range('0', '9'),
            CharacterKind::ZenginBranch => letters.with("-"),
            CharacterKind::ZenginEdi => letters.with(EDI_SIGNS),
        }
    }

    /// The same with further half-width characters.
    #[must_use]
    pub(crate) fn with(self, characters: &str) -> Self {
        characters.chars().fold(self, |set, one| set.with_range(one, one))
    }

    fn with_range(mut self, first: char, last: char) -> Self {
        for character in first..=last {
            match Bit::of(character) {
                Bit::Ascii(at) => self.ascii |= 1_u128.wrapping_shl(at),
                Bit::Kana(at) => self.kana |= 1_u64.wrapping_shl(at),
                Bit::None => {}
            }
        }
        self
    }

    /// Whether a character is in the set.
    #[inline]
    pub(crate) fn has(&self, character: char) -> bool {
        match Bit::of(character) {
            Bit::Ascii(at) => self.ascii & 1_u128.wrapping_shl(at) != 0,
            Bit::Kana(at) => self.kana & 1_u64.wrapping_shl(at) != 0,
            Bit::None => match self.wide {
                Wide::Nothing => false,
                Wide::Jis => is_of_jis(character),
                Wide::Cp932 => is_of_jis(character) || is_added_by_cp932(character),
                Wide::AllButControls => !character.is_control(),
            },
        }
    }
}

impl Allowed {
    /// How many characters a text has, where each is allowed and of half the width; none says nothing.
    #[inline]
    pub(crate) fn half_width_count(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        if self.ascii & DIGITS == DIGITS && word::are_digits(bytes) {
            return Some(bytes.len());
        }
        let ascii = self.ascii & PRINTABLE;
        let halves = [ascii & u128::from(u64::MAX), ascii >> 64].map(|half| u64::try_from(half).unwrap_or(0));
        self.count(bytes, halves)
    }

    fn count(&self, bytes: &[u8], [low, high]: [u64; 2]) -> Option<usize> {
        let (mut rest, mut count) = (bytes, 0_usize);
        loop {
            let bits = match *rest {
                [] => return Some(count),
                [byte @ 0..0x80, ref behind @ ..] => {
                    rest = behind;
                    (if byte < 0x40 { low } else { high }).wrapping_shr(u32::from(byte & 0x3F))
                }
                // U+F000 to U+FFFF.
                [0xEF, middle, last, ref behind @ ..] => {
                    rest = behind;
                    let code = u32::from(middle & 0x3F) << 6 | u32::from(last & 0x3F);
                    let at = code.wrapping_sub(KANA_FIRST & 0xFFF);
                    if at > KANA_LAST.wrapping_sub(KANA_FIRST) {
                        return None;
                    }
                    self.kana.wrapping_shr(at)
                }
                _ => return None,
            };
            if bits & 1 == 0 {
                return None;
            }
            count = count.wrapping_add(1);
        }
    }
}

/// Where the bit of a character is.
enum Bit {
    Ascii(u32),
    Kana(u32),
    None,
}

impl Bit {
    #[inline]
    fn of(character: char) -> Self {
        match u32::from(character) {
            code @ 0..0x80 => Self::Ascii(code),
            code @ KANA_FIRST..=KANA_LAST => Self::Kana(code.wrapping_sub(KANA_FIRST)),
            YEN => Self::Kana(YEN_BIT),
            _ => Self::None,
        }
    }
}

/// Whether a character has half the width (半角), as in JIS X 0201.
#[inline]
pub(crate) fn is_half_width(character: char) -> bool {
    matches!(character, ' '..='~' | '¥' | '\u{FF61}'..='\u{FF9F}')
}

/// Whether JIS X 0208 has a character, in either of its spellings in Unicode.
fn is_of_jis(character: char) -> bool {
    let code = u32::from(character);
    let kanji = code.checked_sub(table::KANJI_FIRST).and_then(|at| usize::try_from(at >> 5).ok());
    if let Some(word) = kanji.and_then(|at| table::KANJI.get(at)) {
        // The first of the kanji is a multiple of 32.
        return word.wrapping_shr(code & 31) & 1 == 1;
    }
    let Ok(code) = u16::try_from(code) else { return false };
    let behind = table::SIGNS.partition_point(|(first, _)| *first <= code);
    let run = behind.checked_sub(1).and_then(|at| table::SIGNS.get(at));
    run.is_some_and(|(_, last)| code <= *last)
}

/// Whether CP932 has a character that JIS X 0208 has not.
fn is_added_by_cp932(character: char) -> bool {
    u16::try_from(u32::from(character)).is_ok_and(|code| table::CP932.binary_search(&code).is_ok())
}

/// Whether nobody sees a character: white space, and what has neither width nor picture.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Whether a character is a half-width kana that a mark can follow.
pub(super) fn is_kana(character: char) -> bool {
    matches!(character, 'ｦ'..='ﾝ')
}

/// Whether a character is the voiced or the semi-voiced mark of half-width kana.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, 'ﾞ' | 'ﾟ')
}

/// Whether a character is of a class.
pub(super) fn is_of_class(class: MixClass, character: char) -> bool {
    match class {
        MixClass::Letter => character.is_ascii_alphabetic(),
        MixClass::Digit => character.is_ascii_digit(),
        MixClass::Upper => character.is_ascii_uppercase(),
        MixClass::Lower => character.is_ascii_lowercase(),
        MixClass::Symbol => character.is_ascii_punctuation(),
    }
}

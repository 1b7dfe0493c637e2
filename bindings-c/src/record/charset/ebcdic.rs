//! EBCDIC with half-width kana, in its two layouts.

use crate::record::charset::NONE;

/// The space.
pub(super) const SPACE: u8 = 0x40;

/// Both ways of one layout.
pub(super) struct Tables {
    /// From EBCDIC to the set that is read; what is no character becomes [`NONE`].
    pub forth: [u8; 256],
    /// And back.
    pub back: [u8; 256],
}

/// The characters of the bytes 40 to FF, sixteen a row; NUL where there is none.
type Rows = [&'static str; 12];

/// CCSID 290 with small letters: the single bytes of CCSID 1390.
const ROWS_EBCDIK: Rows = [
    // 40
    " ｡｢｣､･ｦｧｨｩ£.<(+|",
    // 50
    "&ｪｫｬｭｮｯ\0ｰ\0!¥*);¬",
    // 60
    "-/abcdefgh\0,%_>?",
    // 70
    "[ijklmnop`:#@'=\"",
    // 80
    "]ｱｲｳｴｵｶｷｸｹｺqｻｼｽｾ",
    // 90
    "ｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉr\0ﾊﾋﾌ",
    // A0
    "~‾ﾍﾎﾏﾐﾑﾒﾓﾔﾕsﾖﾗﾘﾙ",
    // B0
    "^¢\\tuvwxyzﾚﾛﾜﾝﾞﾟ",
    // C0
    "{ABCDEFGHI\0\0\0\0\0\0",
    // D0
    "}JKLMNOPQR\0\0\0\0\0\0",
    // E0
    "$€STUVWXYZ\0\0\0\0\0\0",
    // F0
    "0123456789\0\0\0\0\0\0",
];

/// CCSID 1027: the single bytes of CCSID 1399.
const ROWS_CP1027: Rows = [
    // 40
    " \0｡｢｣､･ｦｧｨ¢.<(+|",
    // 50
    "&ｩｪｫｬｭｮｯｰｱ!$*);¬",
    // 60
    "-/ｲｳｴｵｶｷｸｹ\0,%_>?",
    // 70
    "ｺｻｼｽｾｿﾀﾁﾂ`:#@'=\"",
    // 80
    "\0abcdefghiﾃﾄﾅﾆﾇﾈ",
    // 90
    "\0jklmnopqrﾉﾊﾋﾌﾍﾎ",
    // A0
    "‾~stuvwxyzﾏﾐﾑ[ﾒﾓ",
    // B0
    "^£¥ﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ]ﾞﾟ",
    // C0
    "{ABCDEFGHI\0\0\0\0\0\0",
    // D0
    "}JKLMNOPQR\0\0\0\0\0\0",
    // E0
    "\\€STUVWXYZ\0\0\0\0\0\0",
    // F0
    "0123456789\0\0\0\0\0\0",
];

pub(super) static EBCDIK: Tables = tables(&ROWS_EBCDIK);
pub(super) static CP1027: Tables = tables(&ROWS_CP1027);

/// The byte of a character in the set that is read.
const fn byte(character: u32) -> u8 {
    #[expect(
        clippy::as_conversions,
        clippy::arithmetic_side_effects,
        reason = "a constant: checked by its range"
    )]
    match character {
        0x20..=0x7E => character as u8,
        0xFF61..=0xFF9F => (character - 0xFF61 + 0xA1) as u8,
        0xA5 => 0x80,
        0x203E => 0x81,
        0xA3 => 0x82,
        0xA2 => 0x83,
        0xAC => 0x84,
        0x20AC => 0x85,
        _ => NONE,
    }
}

/// Both tables of a layout.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a constant: what is out of bounds does not compile"
)]
const fn tables(rows: &Rows) -> Tables {
    let mut both = Tables { forth: [NONE; 256], back: [NONE; 256] };
    // New storage stays what it is.
    (both.forth[0], both.back[0]) = (0, 0);
    let mut place = 0x40_usize;
    let mut row = 0;
    while row < rows.len() {
        let mut rest = rows[row].as_bytes();
        while let Some((character, behind)) = next(rest) {
            let read = byte(character);
            if read != NONE {
                both.forth[place] = read;
                both.back[read as usize] = place as u8;
            }
            place += 1;
            rest = behind;
        }
        row += 1;
    }
    assert!(place == 0x100, "each row has sixteen characters");
    both
}

/// The first character of a text of UTF-8, and what is behind it.
const fn next(text: &[u8]) -> Option<(u32, &[u8])> {
    const fn bits(byte: u8, mask: u8) -> u32 {
        #[expect(clippy::as_conversions, reason = "From is not const")]
        let bits = (byte & mask) as u32;
        bits
    }
    match text {
        [] => None,
        [one @ 0..0x80, rest @ ..] => Some((bits(*one, 0x7F), rest)),
        [one @ 0..0xE0, two, rest @ ..] => Some((bits(*one, 0x1F) << 6 | bits(*two, 0x3F), rest)),
        [one, two, three, rest @ ..] => {
            Some((bits(*one, 0x0F) << 12 | bits(*two, 0x3F) << 6 | bits(*three, 0x3F), rest))
        }
        _ => None,
    }
}

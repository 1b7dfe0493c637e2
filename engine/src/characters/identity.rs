//! Whether a text can name something: two names that look alike must not be two.

use alloc::string::String;

use crate::characters::marks::{CHANGED, RUNS};
use crate::characters::normalise::half_width;

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misnomer {
    /// A blank at one of its ends.
    Blank,
    /// A character that cannot be seen, or not told from a space.
    Invisible(char),
    /// A character that another stands for, or that may be part of the one before it; marks out of their order.
    NotNormalised,
}

/// Unicode's default-ignorable code points, and further characters that leave no mark where they stand: first and last.
const INVISIBLE: [(u32, u32); 22] = [
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    // A braille pattern without dots.
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    // Reserved, annotations; what stands for a lost character is seen.
    (0xFFF0, 0xFFFB),
    // Joiners of hieroglyphs and of shorthand.
    (0x13430, 0x13440),
    (0x16FE4, 0x16FE4),
    (0x1BCA0, 0x1BCA3),
    // A note without a head, beams and slurs.
    (0x1D159, 0x1D159),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
];

/// Whether a character cannot be seen, or not be told from a space.
pub(crate) fn is_invisible(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    if character.is_control() || (character.is_whitespace() && character != '\u{3000}') {
        return true;
    }
    let point = u32::from(character);
    let at = INVISIBLE.partition_point(|(_, last)| *last < point);
    // The last two of every plane are no characters.
    point & 0xFFFE == 0xFFFE || INVISIBLE.get(at).is_some_and(|(first, _)| *first <= point)
}

/// Why a text is no name; none if it is one.
pub(crate) fn misnomer(text: &str) -> Option<Misnomer> {
    if text.is_ascii() {
        let at_an_end = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
        let bytes = text.as_bytes();
        return (at_an_end(bytes.first()) || at_an_end(bytes.last())).then_some(Misnomer::Blank);
    }
    if text.trim().len() != text.len() {
        return Some(Misnomer::Blank);
    }
    if let Some(character) = text.chars().find(|character| is_invisible(*character)) {
        return Some(Misnomer::Invisible(character));
    }
    let mut before = 0;
    for character in text.chars() {
        let class = class(character);
        if class == CHANGED || (class != 0 && class < before) {
            return Some(Misnomer::NotNormalised);
        }
        before = class;
    }
    None
}

/// The class of a character in [`RUNS`]; 0 for one that is in none.
fn class(character: char) -> u8 {
    let point = u32::from(character);
    let at = RUNS.partition_point(|(first, ..)| *first <= point);
    let run = at.checked_sub(1).and_then(|at| RUNS.get(at));
    run.filter(|(first, more, _)| point.wrapping_sub(*first) <= u32::from(*more))
        .map_or(0, |(.., class)| *class)
}

/// What a name is once case and width do not count.
pub(crate) fn folded(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut half = String::with_capacity(name.len());
    for character in name.chars() {
        half_width(character, &mut half);
    }
    half.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use proptest::prelude::*;
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

    use super::*;

    #[test]
    fn the_table_is_that_of_unicode() {
        for character in char::MIN..=char::MAX {
            let stays = is_nfc_quick(core::iter::once(character)) == IsNormalized::Yes;
            let want = if stays { canonical_combining_class(character) } else { CHANGED };
            assert_eq!(class(character), want, "{:04X}", u32::from(character));
        }
    }

    #[test]
    fn names_are_what_can_be_seen_and_told_apart() {
        for (name, want, why) in [
            ("taro01", None, "plain"),
            ("a b", None, "a space inside"),
            ("山田　太郎", None, "a full-width space inside"),
            ("ガ", None, "one character for kana and mark"),
            ("ｶﾞ", None, "half-width kana have marks of their own"),
            ("髙﨑①", None, "characters of CP932"),
            ("é", None, "one character for letter and accent"),
            (" taro", Some(Misnomer::Blank), "a space before"),
            ("taro ", Some(Misnomer::Blank), "a space behind"),
            ("　", Some(Misnomer::Blank), "blank only"),
            ("花 ", Some(Misnomer::Blank), "a space behind what is not ASCII"),
            ("花\u{3000}", Some(Misnomer::Blank), "a full-width space behind"),
            ("\u{a0}a", Some(Misnomer::Blank), "a no-break space before"),
            ("a\u{a0}b", Some(Misnomer::Invisible('\u{a0}')), "not told from a space"),
            ("a\u{2003}b", Some(Misnomer::Invisible('\u{2003}')), "nor this"),
            ("a\u{200b}", Some(Misnomer::Invisible('\u{200b}')), "a space without width"),
            ("a\u{ad}b", Some(Misnomer::Invisible('\u{ad}')), "a soft hyphen"),
            ("\u{feff}a", Some(Misnomer::Invisible('\u{feff}')), "a byte order mark"),
            ("a\u{2060}b", Some(Misnomer::Invisible('\u{2060}')), "a joiner of words"),
            ("辻\u{e0100}", Some(Misnomer::Invisible('\u{e0100}')), "a selector of variants"),
            ("a\u{fe0f}", Some(Misnomer::Invisible('\u{fe0f}')), "another"),
            ("a\u{3164}", Some(Misnomer::Invisible('\u{3164}')), "a filler of Hangul"),
            ("a\u{ffa0}", Some(Misnomer::Invisible('\u{ffa0}')), "the same in half the width"),
            ("a\u{e0061}", Some(Misnomer::Invisible('\u{e0061}')), "a tag"),
            ("a\u{202e}b", Some(Misnomer::Invisible('\u{202e}')), "turns the direction"),
            ("a\u{61c}b", Some(Misnomer::Invisible('\u{61c}')), "the same"),
            ("a\u{2800}b", Some(Misnomer::Invisible('\u{2800}')), "braille without dots"),
            ("a\u{ffff}", Some(Misnomer::Invisible('\u{ffff}')), "no character"),
            ("a\u{10fffe}", Some(Misnomer::Invisible('\u{10fffe}')), "nor this"),
            ("e\u{301}", Some(Misnomer::NotNormalised), "one character would do"),
            ("カ\u{3099}", Some(Misnomer::NotNormalised), "one character would do"),
            ("\u{212b}", Some(Misnomer::NotNormalised), "the sign of the unit stands for the letter"),
            ("\u{fa19}", Some(Misnomer::NotNormalised), "a compatibility ideograph for another"),
            ("กุ\u{e48}", None, "marks in their order"),
            ("ก\u{e48}\u{e38}", Some(Misnomer::NotNormalised), "and out of it"),
        ] {
            assert_eq!(misnomer(name), want, "{name:?}: {why}");
        }
    }

    #[test]
    fn case_and_width_do_not_count_in_what_is_folded() {
        for (one, other) in [
            ("Taro", "tARO"),
            ("ＴＡＲＯ０１", "taro01"),
            ("山田　太郎", "山田 太郎"),
            ("カブシキガイシャー", "ｶﾌﾞｼｷｶﾞｲｼｬｰ"),
            ("パヴ・「。」", "ﾊﾟｳﾞ･｢｡｣"),
            ("￥￡￠￢￦", "¥£¢¬₩"),
            ("Ä", "ä"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        for (one, other) in [("ｱ", "あ"), ("ヤ", "ャ"), ("0", "O"), ("カ", "ガ")] {
            assert_ne!(folded(one), folded(other), "{one} {other}");
        }
    }

    proptest! {
        /// What is a name is in form C, and two names that mean the same in Unicode are the same.
        #[test]
        fn a_name_is_in_form_c(text in "[a-eA-E\u{300}-\u{345}か-ぽ\u{3099}\u{309a}\u{1100}-\u{1112}\u{1161}-\u{1175}가-나\u{e38}\u{e48}Åﾞ]{1,6}") {
            let composed: String = text.nfc().collect();
            if misnomer(&text).is_none() {
                prop_assert!(is_nfc(&text), "{:?}", text);
                prop_assert_eq!(&composed, &text);
            }
        }

        /// A name without blanks that has no marks is no name in any other spelling.
        #[test]
        fn the_other_spellings_are_none(text in "[a-eà-ýか-ぽ가-나Å]{1,6}") {
            prop_assert_eq!(misnomer(&text), None);
            let apart: String = text.nfd().collect();
            prop_assert_eq!(apart == text, misnomer(&apart).is_none());
        }
    }

    #[test]
    fn what_cannot_be_seen_is_what_unicode_says() {
        // Of the table, those that are in the standard's list of default-ignorable code points have neighbours that are not.
        let seen: Vec<char> = "\u{ac}\u{ae}\u{34e}\u{350}\u{115e}\u{1161}\u{17b3}\u{17b6}\u{180a}\u{1810}\u{2010}\u{2027}\u{2070}\u{27ff}\u{2801}\u{3163}\u{3165}\u{fdcf}\u{fdf0}\u{fe10}\u{ff9f}\u{ffa1}\u{fffc}\u{fffd}\u{1342f}\u{1d158}\u{1d15a}\u{1d172}\u{1d17b}\u{e000}"
            .chars()
            .collect();
        for character in seen {
            assert!(!is_invisible(character), "{:04X}", u32::from(character));
        }
        for (first, last) in INVISIBLE {
            for point in [first, last] {
                assert!(char::from_u32(point).is_none_or(is_invisible), "{point:04X}");
            }
        }
        assert_eq!("\t\n\u{85}\u{2028}\u{1680}".chars().filter(|c| is_invisible(*c)).count(), 5);
        assert!(INVISIBLE.is_sorted());
    }
}

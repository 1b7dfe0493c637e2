//! Characters that stand for those of a kind.

use alloc::string::String;

use crate::characters::kinds::is_mark;
use crate::characters::{TextRule, is_zengin};
use crate::terms::CharacterKind;

/// The full-width forms of U+FF61 to U+FF9F, in order.
const FULL: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
/// The first half-width character that has one.
const HALF_FIRST: char = '｡';

/// The kana whose voiced form comes right after them in Unicode; the semi-voiced one of the last five comes then.
const VOICEABLE: &str = "カキクケコサシスセソタチツテトハヒフヘホ";
const SEMI_VOICEABLE: &str = "ハヒフヘホ";
/// Those whose voiced form stands elsewhere.
const VOICED_ELSEWHERE: [(char, char); 3] = [('ウ', 'ヴ'), ('ワ', 'ヷ'), ('ヲ', 'ヺ')];

/// How far full-width ASCII stands behind ASCII.
const WIDE_OFFSET: u32 = 0xFEE0;
/// How far katakana stands behind hiragana.
const KATAKANA_OFFSET: u32 = 0x60;

/// The text with each character that the rule does not allow replaced by what it stands for, if it stands for any.
pub(super) fn normalise(rule: &TextRule, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if rule.allowed.has(character) {
            out.push(character);
        } else if rule.kind == CharacterKind::FullWidth {
            let wide = widened(character);
            let mark = characters.peek().copied().filter(|mark| is_mark(*mark));
            match mark.and_then(|mark| voiced(wide, mark)) {
                Some(voiced) if wide != character => {
                    out.push(voiced);
                    characters.next();
                }
                _ => out.push(wide),
            }
        } else if is_zengin(rule.kind) {
            push_zengin(character, &mut out);
        } else {
            out.push(narrowed(character));
        }
    }
    out
}

/// A character so far on in Unicode, or itself where there is none.
fn moved(character: char, by: u32) -> char {
    u32::from(character).checked_add(by).and_then(char::from_u32).unwrap_or(character)
}

/// Full-width ASCII and the full-width space in half the width.
fn narrowed(character: char) -> char {
    match character {
        '！'..='～' => {
            u32::from(character).checked_sub(WIDE_OFFSET).and_then(char::from_u32).unwrap_or(character)
        }
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A half-width character in full width, without looking at what follows it.
fn widened(character: char) -> char {
    match character {
        '!'..='~' => moved(character, WIDE_OFFSET),
        ' ' => '\u{3000}',
        '¥' => '￥',
        '｡'..='ﾟ' => FULL
            .chars()
            .zip(HALF_FIRST..)
            .find(|(_, half)| *half == character)
            .map_or(character, |(full, _)| full),
        other => other,
    }
}

/// The full-width katakana of one with a mark, where there is one.
fn voiced(katakana: char, mark: char) -> Option<char> {
    if mark == 'ﾟ' {
        return SEMI_VOICEABLE.contains(katakana).then(|| moved(katakana, 2));
    }
    if VOICEABLE.contains(katakana) {
        return Some(moved(katakana, 1));
    }
    VOICED_ELSEWHERE.iter().find(|(plain, _)| *plain == katakana).map(|(_, voiced)| *voiced)
}

/// Appends a character as Zengin records write it.
fn push_zengin(character: char, out: &mut String) {
    let character = match narrowed(character) {
        hiragana @ 'ぁ'..='ゖ' => moved(hiragana, KATAKANA_OFFSET),
        other => other,
    };
    match character {
        'a'..='z' => out.push(character.to_ascii_uppercase()),
        '￥' => out.push('¥'),
        '\u{3099}' => out.push('ﾞ'),
        '\u{309A}' => out.push('ﾟ'),
        'ー' | 'ｰ' | '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        'ヮ' => out.push('ﾜ'),
        'ヵ' => out.push('ｶ'),
        'ヶ' => out.push('ｹ'),
        '「' | '」' | '゛' | '゜' | 'ァ'..='ヺ' => push_half_kana(character, out),
        small @ 'ｧ'..='ｯ' => out.push(large(small)),
        other => out.push(other),
    }
}

/// Appends the large half-width kana of a full-width one, with its mark.
fn push_half_kana(character: char, out: &mut String) {
    for (full, half) in FULL.chars().zip(HALF_FIRST..) {
        if full == character {
            out.push(large(half));
            return;
        }
        for mark in ['ﾞ', 'ﾟ'] {
            if voiced(full, mark) == Some(character) {
                out.push(half);
                out.push(mark);
                return;
            }
        }
    }
    out.push(character);
}

/// The large kana of a small one, half-width.
fn large(kana: char) -> char {
    match kana {
        'ｧ'..='ｫ' => moved(kana, 0xA),
        'ｬ'..='ｮ' => moved(kana, 0x28),
        'ｯ' => 'ﾂ',
        other => other,
    }
}

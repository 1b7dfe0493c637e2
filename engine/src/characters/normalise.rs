//! Characters that stand for those of a kind.

use alloc::string::String;
use alloc::vec::Vec;

use crate::characters::{TextRule, is_composed, is_full_width, is_zengin};

/// The full-width forms of U+FF61 to U+FF9F, in order.
const FULL: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
/// The first half-width character that has one.
const HALF_FIRST: char = '｡';

/// The kana whose voiced form comes right after them in Unicode; the semi-voiced one of the last five comes then.
const VOICEABLE: &str = "カキクケコサシスセソタチツテトハヒフヘホ";
const SEMI_VOICEABLE: &str = "ハヒフヘホ";
/// Those whose voiced form stands elsewhere.
const VOICED_ELSEWHERE: [(char, char); 3] = [('ウ', 'ヴ'), ('ワ', 'ヷ'), ('ヲ', 'ヺ')];

/// What Unicode composes, but for kana: a character, its mark, and the two as one.
const COMPOSED: [(char, char, char); 6] = [
    ('и', '\u{306}', 'й'),
    ('И', '\u{306}', 'Й'),
    ('е', '\u{308}', 'ё'),
    ('Е', '\u{308}', 'Ё'),
    ('=', '\u{338}', '≠'),
    ('A', '\u{30A}', '\u{212B}'),
];

/// How far full-width ASCII stands behind ASCII.
const WIDE_OFFSET: u32 = 0xFEE0;
/// How far katakana stands behind hiragana.
const KATAKANA_OFFSET: u32 = 0x60;

/// The text with each character that the rule does not allow replaced by what it stands for, if it stands for any; and
/// for each of its characters the position of the one that it stands for.
pub(super) fn normalise(rule: &TextRule, text: &str) -> (String, Vec<u16>) {
    let mut out = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len());
    let mut characters = text.chars().zip(0_u16..).peekable();
    while let Some((character, at)) = characters.next() {
        let next = characters.peek().map(|(next, _)| *next);
        let length = out.len();
        if let Some(one) = next.and_then(|mark| joined(rule, character, mark)) {
            out.push(one);
            characters.next();
        } else if rule.allowed.has(character) || !rule.normalise {
            out.push(character);
        } else if is_full_width(rule.kind) {
            out.push(widened(character));
        } else if is_zengin(rule.kind) {
            push_zengin(character, &mut out);
        } else {
            out.push(narrowed(character));
        }
        let made = out.get(length..).unwrap_or_default().chars().count();
        origins.extend(core::iter::repeat_n(at, made));
    }
    (out, origins)
}

/// A character and the mark behind it as one, where the rule allows that one.
fn joined(rule: &TextRule, character: char, mark: char) -> Option<char> {
    if !is_composed(rule.kind) {
        return None;
    }
    let is_half = matches!(character, '｡'..='ﾟ') && rule.normalise && !rule.allowed.has(character);
    let one = match mark {
        'ﾞ' | 'ﾟ' | '\u{3099}' | '\u{309A}' if is_half => voiced(widened(character), mark),
        '\u{3099}' | '\u{309A}' => voiced(character, mark),
        _ => COMPOSED
            .iter()
            .find(|(own, combining, _)| (*own, *combining) == (character, mark))
            .map(|(_, _, one)| *one),
    };
    one.filter(|one| rule.allowed.has(*one))
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

/// The full-width kana of one with a mark, where there is one.
fn voiced(kana: char, mark: char) -> Option<char> {
    let is_hiragana = matches!(kana, 'ぁ'..='ゖ');
    let katakana = if is_hiragana { moved(kana, KATAKANA_OFFSET) } else { kana };
    if matches!(mark, 'ﾟ' | '\u{309A}') {
        return SEMI_VOICEABLE.contains(katakana).then(|| moved(kana, 2));
    }
    if VOICEABLE.contains(katakana) || matches!(kana, 'ゝ' | 'ヽ') {
        return Some(moved(kana, 1));
    }
    VOICED_ELSEWHERE.iter().find(|(plain, _)| *plain == kana).map(|(_, voiced)| *voiced)
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

/// Appends a character in half the width, where there is such a form of it.
pub(super) fn half_width(character: char, out: &mut String) {
    match narrowed(character) {
        '￠' => out.push('¢'),
        '￡' => out.push('£'),
        '￢' => out.push('¬'),
        '￥' => out.push('¥'),
        '￦' => out.push('₩'),
        full @ ('、' | '。' | '「' | '」' | '゛' | '゜' | 'ァ'..='ヺ' | '・' | 'ー') => {
            push_kana(full, |half| half, out)
        }
        other => out.push(other),
    }
}

/// Appends the large half-width kana of a full-width one, with its mark.
fn push_half_kana(character: char, out: &mut String) {
    push_kana(character, large, out);
}

/// Appends what becomes of the half-width form of a full-width kana, with its mark.
fn push_kana(character: char, made: fn(char) -> char, out: &mut String) {
    if let Some(half) = half_of(character) {
        out.push(made(half));
        return;
    }
    // A voiced kana stands right behind the plain one, or elsewhere.
    let before = |count: u32| u32::from(character).checked_sub(count).and_then(char::from_u32);
    let elsewhere = VOICED_ELSEWHERE.iter().find(|(_, voiced)| *voiced == character).map(|(plain, _)| *plain);
    for (plain, mark) in [(before(1), 'ﾞ'), (before(2), 'ﾟ'), (elsewhere, 'ﾞ')] {
        let plain = plain.filter(|plain| voiced(*plain, mark) == Some(character));
        if let Some(half) = plain.and_then(half_of) {
            out.push(half);
            out.push(mark);
            return;
        }
    }
    out.push(character);
}

/// The half-width kana of a full-width one that has no mark.
fn half_of(character: char) -> Option<char> {
    FULL.chars().zip(HALF_FIRST..).find(|(full, _)| *full == character).map(|(_, half)| half)
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

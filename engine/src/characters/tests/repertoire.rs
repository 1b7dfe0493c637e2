//! The full-width kinds against the tables of browsers, which nobody made from those of the C library.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use encoding_rs::{EUC_JP, SHIFT_JIS};

use super::{faults, normalising, rule, wrong};
use crate::characters::{Allowed, check, is_half_width};
use crate::terms::CharacterKind as K;

/// Of each character that Unicode has twice the spelling of the browsers' tables, and the other.
const SPELLINGS: [(char, char); 9] = [
    ('\u{FF5E}', '\u{301C}'),
    ('\u{FF0D}', '\u{2212}'),
    ('\u{2225}', '\u{2016}'),
    ('\u{FFE0}', '\u{A2}'),
    ('\u{FFE1}', '\u{A3}'),
    ('\u{FFE2}', '\u{AC}'),
    ('\u{2015}', '\u{2014}'),
    ('\u{FFE3}', '\u{203E}'),
    ('\u{212B}', '\u{C5}'),
];

/// The one character that bytes stand for.
fn one(encoding: &'static encoding_rs::Encoding, bytes: [u8; 2]) -> Option<char> {
    let (text, is_broken) = encoding.decode_without_bom_handling(&bytes);
    let mut characters = text.chars();
    characters.next().filter(|_| !is_broken && characters.next().is_none())
}

/// Rows 1 to 8 and 16 to 84, which the standard fills.
fn jis() -> BTreeSet<char> {
    let rows = (0xA1..=0xA8).chain(0xB0..=0xF4);
    let cells = rows.flat_map(|row: u8| (0xA1..=0xFE).map(move |cell: u8| [row, cell]));
    let mut found: BTreeSet<char> = cells.filter_map(|code| one(EUC_JP, code)).collect();
    for (own, other) in SPELLINGS {
        assert!(found.contains(&own), "{own}");
        found.insert(other);
    }
    found
}

/// Every double byte of the encoding that CP932 is, without those that each vendor fills for itself.
fn cp932() -> BTreeSet<char> {
    let codes = (0x81..=0xFC_u8).flat_map(|first| (0x40..=0xFC).map(move |second| [first, second]));
    let found = codes.filter_map(|code| one(SHIFT_JIS, code));
    found.filter(|one| !is_half_width(*one) && !('\u{E000}'..='\u{F8FF}').contains(one)).collect()
}

fn all(kind: K) -> BTreeSet<char> {
    let set = Allowed::of(kind, false);
    ('\0'..=char::MAX).filter(|one| set.has(*one)).collect()
}

#[test]
fn full_width_is_the_standard() {
    let jis = jis();
    assert_eq!(jis.len(), 6_879 + SPELLINGS.len());
    assert_eq!(all(K::FullWidth), jis);
    let half = all(K::HalfWidth);
    assert!(half.is_disjoint(&jis));
    assert_eq!(all(K::FullOrHalfWidth), jis.union(&half).copied().collect());
}

#[test]
fn what_cp932_adds_is_a_kind_of_its_own() {
    let both: BTreeSet<char> = jis().union(&cp932()).copied().collect();
    assert_eq!(all(K::FullWidthCp932), both);
    assert_eq!(all(K::FullOrHalfWidthCp932), both.union(&all(K::HalfWidth)).copied().collect());
    let added: BTreeSet<char> = both.difference(&jis()).copied().collect();
    assert_eq!(added.len(), 447);
    for added_one in "①⑳Ⅲⅲ㈱㈲№℡㍻㌔〝〟∑∮∟⊿￤＇＂髙﨑纊\u{F929}\u{F9DC}\u{FA0E}\u{FA10}\u{FA2D}".chars()
    {
        assert!(added.contains(&added_one), "{added_one}");
    }
}

/// Rows that a bank has complaints about.
#[test]
fn names_pass_or_do_not() {
    for (text, jis, cp932, why) in [
        ("山田太郎", None, None, "levels 1 and 2"),
        ("山﨑", Some(1), None, "one of IBM's extensions"),
        ("髙島屋", Some(0), None, "another"),
        ("㈱ヤマダ", Some(0), None, "NEC's row 13"),
        ("第①支店", Some(1), None, "the same row"),
        ("Ⅲ", Some(0), None, "the same row"),
        ("±×÷℃☆★♀♂♪♭♯°′″§¶†‡", None, None, "signs of rows 1 and 2 that no block of Unicode holds together"),
        ("Å´¨⌒", None, None, "the same"),
        ("ΑΩαωЁЯяё─┼╋", None, None, "rows 6 to 8"),
        ("～〜－−∥‖￠¢￡£￢¬―—￣‾", None, None, "both spellings of one code"),
        ("￥", None, None, "the full-width one"),
        ("¥", Some(0), Some(0), "the half-width one"),
        ("ヷヺ", Some(0), Some(0), "Unicode's own"),
        ("\u{3094}", Some(0), Some(0), "ゔ, which came with JIS X 0213"),
        ("鷗", Some(0), Some(0), "JIS X 0213"),
        ("𠮷野家", Some(0), Some(0), "beyond the first plane"),
        ("한글", Some(0), Some(0), "in no Japanese set"),
        ("们", Some(0), Some(0), "Chinese, and in the block of kanji"),
        ("é", Some(0), Some(0), "Latin with a mark"),
        ("\u{E000}", Some(0), Some(0), "a private character"),
        ("😀", Some(0), Some(0), "a picture"),
        ("葛\u{E0100}", Some(1), Some(1), "a variation selector"),
    ] {
        for (kind, expected) in [(K::FullWidth, jis), (K::FullWidthCp932, cp932)] {
            let character = |at| text.chars().nth(usize::from(at)).unwrap();
            let want = expected.map_or_else(Vec::new, |at| wrong(at, character(at)));
            assert_eq!(faults(&rule(kind), text), want, "{kind:?} {text}: {why}");
        }
    }
}

/// Texts of systems that part kana from their marks.
#[test]
fn combining_marks_are_composed_first() {
    for (typed, want, why) in [
        ("か\u{3099}", "が", "voiced"),
        ("は\u{309A}ひ\u{3099}", "ぱび", "semi-voiced, and voiced of the same row"),
        ("ウ\u{3099}ハ\u{309A}", "ヴパ", "katakana"),
        ("ゝ\u{3099}ヽ\u{3099}", "ゞヾ", "signs of repetition"),
        ("и\u{306}И\u{306}е\u{308}Е\u{308}", "йЙёЁ", "Cyrillic"),
        ("A\u{30A}=\u{338}", "\u{212B}≠", "signs whose plain ones are half-width"),
        ("か\u{3099}か", "がか", "and what follows is left alone"),
    ] {
        for kind in [K::FullWidth, K::FullWidthCp932, K::FullOrHalfWidth, K::FullOrHalfWidthCp932] {
            let checked = check(&rule(kind), typed);
            assert_eq!((&*checked.text, checked.faults.len()), (want, 0), "{kind:?} {typed}: {why}");
            assert_eq!(check(&normalising(kind), typed).text, want, "{kind:?} {typed}: {why}");
        }
    }
    let both = rule(K::FullOrHalfWidth);
    for (typed, at, mark) in [
        ("う\u{3099}", 1, '\u{3099}'),
        ("ワ\u{3099}", 1, '\u{3099}'),
        ("\u{3099}か", 0, '\u{3099}'),
        ("か\u{3099}\u{3099}", 2, '\u{3099}'),
        ("か\u{309A}", 1, '\u{309A}'),
        ("e\u{301}", 1, '\u{301}'),
        ("ｶ\u{3099}", 1, '\u{3099}'),
    ] {
        assert_eq!(faults(&both, typed), wrong(at, mark), "{typed}: there is no such character");
    }
    assert_eq!(check(&normalising(K::FullWidth), "ｶ\u{3099}ﾊ\u{309A}ﾜﾞ").text, "ガパワ゛");
    let short = super::TextRule { max_length: Some(2), ..both };
    assert_eq!(faults(&short, "か\u{3099}き\u{3099}"), [], "lengths count what is composed");
}

/// Every character with a decomposition in Unicode that the kinds have is found again.
#[test]
fn nothing_else_can_be_composed() {
    let marks = ['\u{3099}', '\u{309A}', '\u{306}', '\u{308}', '\u{338}', '\u{30A}'];
    let set = Allowed::of(K::FullOrHalfWidthCp932, false);
    let mut found = 0;
    for one in ('\0'..='\u{FFFF}').filter(|one| set.has(*one)) {
        for mark in marks {
            let typed: String = [one, mark].into_iter().collect();
            let checked = check(&rule(K::FullOrHalfWidthCp932), &typed);
            found += usize::from(checked.faults.is_empty());
        }
    }
    assert_eq!(found, 20 + 5 + 20 + 5 + 1 + 2 + 4 + 2, "of Unicode's decompositions those of JIS X 0208");
}

//! Shapes, place by place.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Place, faults, is_shape, normalising, places, rule, wrong};
use crate::characters::{Fault, TextRule, check};
use crate::terms::{CharacterKind, MixClass};

fn of(shape: &str, rule: TextRule) -> TextRule {
    TextRule { shape: Some(shape.into()), ..rule }
}

#[test]
fn each_character_of_a_shape_is_a_place_or_says_what_the_next_one_is() {
    use Place::{Capital, Digit, Itself, Small};
    for (shape, want) in [
        ("0Aa", &[Digit, Capital, Small][..]),
        ("1Bb", &[Itself('1'), Itself('B'), Itself('b')]),
        (r"\0\A\a", &[Itself('0'), Itself('A'), Itself('a')]),
        (r"\\0", &[Itself('\\'), Digit]),
        (r"\\\0", &[Itself('\\'), Itself('0')]),
        (r"\k", &[Itself('k')]),
        ("０Ａａ", &[Itself('０'), Itself('Ａ'), Itself('ａ')]),
        ("¥￥", &[Itself('¥'), Itself('￥')]),
    ] {
        assert_eq!(places(shape).collect::<Vec<_>>(), want, "{shape}");
        assert!(is_shape(shape), "{shape}");
    }
    for none in ["", r"\", r"0\", r"\\\", r"\0\\\"] {
        assert!(!is_shape(none), "{none}");
    }
    // In bytes, of which these have three.
    assert!(is_shape(&"番".repeat(21)) && !is_shape(&"番".repeat(22)));
}

#[test]
fn a_text_has_the_shape_or_does_not() {
    for (shape, has, has_not) in [
        (
            "T0000000000000",
            &["T8040001999013", "T0000000000000"][..],
            &[
                "T804000199901",
                "T80400019990130",
                "8040001999013",
                "t8040001999013",
                "T804000199901A",
                "TT040001999013",
            ][..],
        ),
        (
            "k000000.p12",
            &["k123456.p12"],
            &[
                "k12345.p12",
                "k1234567.p12",
                "k123456.p1",
                "k123456.p13",
                "K123456.p12",
                "k123456-p12",
                "k12345６.p12",
            ],
        ),
        (
            "0000000000",
            &["0123456789"],
            &["012345678", "01234567890", "012345678a", "０１２３４５６７８９", " 0123456789", "012345678 "],
        ),
        (
            "Aa0",
            &["Zz9", "Aa0", "Mm5"],
            &["zz9", "ZZ9", "Zzz", "@z9", "[z9", "Z`9", "Z{9", "Zz/", "Zz:", "Äa0", "Aá0"],
        ),
        (r"\A-\0\a", &["A-0a"], &["B-0a", "A-1a", "A-0b", r"\A-\0\a"]),
        (r"\\00", &[r"\12"], &[r"\\00", "¥12", "12"]),
        ("番号00", &["番号07"], &["番号7", "番号０７"]),
    ] {
        let rule = of(shape, rule(CharacterKind::Any));
        for text in has {
            assert_eq!(faults(&rule, text), [], "{shape} {text}");
        }
        for text in has_not {
            assert_eq!(faults(&rule, text), [Fault::Shape], "{shape} {text}");
        }
    }
}

/// What is wrong with characters or lengths says more; the rest is said beside it.
#[test]
fn a_shape_is_asked_for_where_characters_and_lengths_are_right() {
    let digits =
        TextRule { min_length: 3, max_length: Some(3), max_bytes: Some(3), ..rule(CharacterKind::Digits) };
    let digits = of("000", digits);
    for (text, want) in [
        ("123", Vec::new()),
        ("12", Vec::from([Fault::TooShort(3)])),
        ("1234", Vec::from([Fault::TooLong(3), Fault::TooManyBytes(3)])),
        ("12a", wrong(2, 'a')),
    ] {
        assert_eq!(faults(&digits, text), want, "{text}");
    }
    let bytes = of("番00", TextRule { max_bytes: Some(4), ..rule(CharacterKind::Any) });
    assert_eq!(faults(&bytes, "番番0"), [Fault::TooManyBytes(4)]);
    assert_eq!(faults(&bytes, "番0"), [Fault::Shape]);
    let mixed =
        TextRule { mix: [MixClass::Upper].into(), list: ["A1".into()].into(), ..rule(CharacterKind::Any) };
    let mixed = of("A0", mixed);
    assert_eq!(faults(&mixed, "A1"), []);
    assert_eq!(faults(&mixed, "A2"), [Fault::NotInList]);
    assert_eq!(faults(&mixed, "a1"), [Fault::Mix(MixClass::Upper), Fault::NotInList, Fault::Shape]);
    let mail = of("aa@aaa.jp", rule(CharacterKind::Mail));
    assert_eq!(faults(&mail, "ab@cde.jp"), []);
    assert_eq!(faults(&mail, "ab@cde,jp"), [Fault::Mail, Fault::Shape]);
    assert_eq!(faults(&mail, "ab@cdef.jp"), [Fault::Shape]);
}

/// The text that counts is the one that was made of what was typed.
#[test]
fn a_shape_is_that_of_the_text_that_was_made() {
    let issuer = of("T0000000000000", normalising(CharacterKind::Alphanumerics));
    let checked = check(&issuer, "Ｔ８０４０００１９９９０１３");
    assert_eq!((&*checked.text, checked.faults.len()), ("T8040001999013", 0));
    assert_eq!(faults(&issuer, "Ｔ８０４０００１９９９０１"), [Fault::Shape]);
    let as_it_is = of("000", normalising(CharacterKind::Any));
    assert_eq!(faults(&as_it_is, "１２３"), [Fault::Shape], "nothing is made of it");
    let cut = of("ﾔﾏﾀﾞ", TextRule { max_length: Some(4), truncate: true, ..rule(CharacterKind::ZenginName) });
    let checked = check(&cut, "ﾔﾏﾀﾞ ﾀﾛｳ");
    assert_eq!((&*checked.text, checked.faults.len()), ("ﾔﾏﾀﾞ", 0));
    assert_eq!(faults(&cut, "ﾔﾏﾀ ﾀﾛｳ"), [Fault::Shape]);
    let composed = of("が00", rule(CharacterKind::FullOrHalfWidth));
    assert_eq!(faults(&composed, "か\u{3099}07"), []);
    assert_eq!(faults(&composed, "か07"), [Fault::Shape]);
}

/// All texts of up to three of these characters.
fn texts() -> Vec<String> {
    let mut texts = Vec::from([String::new()]);
    for _ in 0..3 {
        let longer = texts.iter().flat_map(|text| LETTERS.iter().map(move |one| format!("{text}{one}")));
        let longer: Vec<String> = longer.collect();
        texts.extend(longer);
    }
    texts.retain(|text| !text.is_empty());
    texts.sort_unstable();
    texts.dedup();
    texts
}

const LETTERS: [char; 12] = ['0', '7', 'A', 'Q', 'a', 'q', '@', '.', '-', '０', 'ｱ', '\u{7}'];

/// A shape is impossible if and only if every text has a fault, of those that are made of a few characters.
#[test]
fn a_rule_that_no_text_meets_is_found_and_no_other() {
    let texts = texts();
    let mut counts = [0, 0];
    for shape in ["0", "A", "a0", "q@q", "a@0", "-", "０", "ｱ0", "\u{7}", r"\0a", "Q.7"] {
        for kind in CharacterKind::ALL {
            let plain = rule(*kind);
            let rules = [
                plain.clone(),
                TextRule { min_length: 2, ..plain.clone() },
                TextRule { max_length: Some(2), ..plain.clone() },
                TextRule { max_bytes: Some(1), ..plain.clone() },
                TextRule { mix: [MixClass::Lower].into(), ..plain.clone() },
                TextRule { mix: [MixClass::Digit, MixClass::Symbol].into(), ..plain.clone() },
                TextRule { allowed: plain.allowed.with("aQ-"), ..plain.clone() },
                TextRule { list: ["7".into(), "q7".into(), "-".into()].into(), ..plain.clone() },
            ];
            for rule in rules.map(|rule| of(shape, rule)) {
                let is_possible = texts.iter().any(|text| faults(&rule, text).is_empty());
                assert_eq!(rule.against_shape().is_none(), is_possible, "{shape} {rule:?}");
                counts[usize::from(is_possible)] += 1;
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 150), "{counts:?}");
}

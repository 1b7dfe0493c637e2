use super::template::{Allowed, Piece, is_sound, pieces};
use super::{Code, FigureKind, Given, Step};
use crate::lang::Lang;

#[test]
fn templates_name_what_they_may_name() {
    let words = Allowed::Words(&["min", "max"]);
    for (template, want) in [
        ("plain", true),
        ("{min} and {max}", true),
        ("from {min..max}", true),
        ("", false),
        ("{most}", false),
        ("{mi}", false),
        ("{min..most}", false),
        ("{min.max}", false),
        ("{min", false),
        ("min}", false),
        ("{}", false),
    ] {
        assert_eq!(is_sound(template, words), want, "{template}");
    }
    assert!(is_sound("{a}", Allowed::Figures(&[("a", FigureKind::Text, Given::Always)])));
    assert!(!is_sound("{b}", Allowed::Figures(&[("a", FigureKind::Text, Given::Always)])));
    let found: alloc::vec::Vec<_> = pieces("a {b} c {d..e}").collect();
    let want = [
        Piece::Words("a "),
        Piece::Figure("b"),
        Piece::Words(" c "),
        Piece::Range("d", "e"),
        Piece::Words(""),
    ];
    assert_eq!(found, want);
}

/// Sentences, in both languages with the same figures.
#[test]
fn rows_are_alike() {
    for code in Code::ALL {
        let begins = code.name().split('.').next().unwrap();
        assert_eq!(begins, code.step().name(), "{code}");
        let hundred = Step::ALL.iter().position(|step| *step == code.step()).unwrap() + 1;
        assert_eq!(usize::from(code.number()) / 100, hundred, "{code}");
        let [ja, en] = [Lang::Ja, Lang::En].map(|lang| {
            core::iter::once(code.template(lang)).chain(code.ways_out(lang)).collect::<alloc::vec::Vec<_>>()
        });
        for (ja, en) in ja.into_iter().zip(en) {
            assert!(en.ends_with('.') && !en.ends_with(".."), "{en}");
            assert!(ja.ends_with('。') || ja.ends_with('}'), "{ja}");
            assert!(!ja.contains('.') || ja.contains(".."), "{ja}");
        }
    }
    let numbers: alloc::collections::BTreeSet<u16> = Code::ALL.iter().map(|code| code.number()).collect();
    assert_eq!(numbers.len(), Code::ALL.len(), "no number stands twice");
    assert!(Code::ALL.is_sorted(), "codes are compared by their places in the catalogue");
}

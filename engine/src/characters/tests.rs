use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{
    Allowed, Fault, Place, TextRule, can_normalise, can_truncate, check, cut, is_blank, is_half_width,
    is_shape, places,
};
use crate::terms::{CharacterKind, MixClass};

/// A rule of a kind, under the settings that change texts least.
fn rule(kind: CharacterKind) -> TextRule {
    TextRule {
        kind,
        allowed: Allowed::of(kind, false),
        min_length: 0,
        max_length: None,
        max_bytes: None,
        mix: Box::default(),
        list: Box::default(),
        shape: None,
        normalise: false,
        truncate: false,
    }
}

/// The same under `charset.policy: normalise`.
fn normalising(kind: CharacterKind) -> TextRule {
    TextRule { normalise: can_normalise(kind), ..rule(kind) }
}

fn faults(rule: &TextRule, text: &str) -> Vec<Fault> {
    check(rule, text).faults.to_vec()
}

fn wrong(at: u16, character: char) -> Vec<Fault> {
    [Fault::Character { at, character }].into()
}

/// The characters of a kind, in runs from the first to the last.
fn runs(kind: CharacterKind, wo_allowed: bool) -> Vec<(char, char)> {
    let set = Allowed::of(kind, wo_allowed);
    let mut runs: Vec<(char, char)> = Vec::new();
    for character in ('\0'..=char::MAX).filter(|character| set.has(*character)) {
        match runs.last_mut() {
            Some((_, last)) if (*last..=char::MAX).nth(1) == Some(character) => *last = character,
            _ => runs.push((character, character)),
        }
    }
    runs
}

/// Every character of every kind: what stands in a run is allowed, what is right before and behind it is not.
#[test]
fn each_kind_has_the_characters_of_its_runs_and_no_other() {
    use CharacterKind as K;
    let yen = ('\u{A5}', '\u{A5}');
    let marks = ('\u{FF71}', '\u{FF9F}');
    let zero_to_nine = ('\u{30}', '\u{39}');
    let capitals = ('\u{41}', '\u{5A}');
    let small = ('\u{61}', '\u{7A}');
    let space = ('\u{20}', '\u{20}');
    let (brackets, hyphen, hyphen_and_point) =
        (('\u{28}', '\u{29}'), ('\u{2D}', '\u{2D}'), ('\u{2D}', '\u{2E}'));
    let hyphen_to_nine = ('\u{2D}', '\u{39}');
    let backslash = ('\u{5C}', '\u{5C}');
    let wo = ('\u{FF66}', '\u{FF66}');
    let corners = ('\u{FF62}', '\u{FF63}');
    let half = ('\u{20}', '\u{7E}');
    let half_kana = ('\u{FF61}', '\u{FF9F}');
    assert_eq!(runs(K::Digits, true), [zero_to_nine]);
    assert_eq!(runs(K::Alphanumerics, true), [zero_to_nine, capitals, small]);
    assert_eq!(runs(K::AlphanumericsAndSymbols, true), [('\u{21}', '\u{7E}')]);
    assert_eq!(runs(K::Mail, true), [('\u{21}', '\u{7E}')]);
    assert_eq!(runs(K::HalfWidth, false), [half, yen, half_kana]);
    // Surrogates are no characters, and so do not part a run.
    assert_eq!(runs(K::Any, false), [half, ('\u{A0}', char::MAX)]);
    assert_eq!(
        runs(K::ZenginName, false),
        [space, brackets, hyphen_and_point, zero_to_nine, capitals, marks]
    );
    assert_eq!(
        runs(K::ZenginName, true),
        [space, brackets, hyphen_and_point, zero_to_nine, capitals, wo, marks]
    );
    assert_eq!(runs(K::ZenginPayroll, false), [space, zero_to_nine, marks]);
    assert_eq!(runs(K::ZenginPayroll, true), [space, zero_to_nine, wo, marks]);
    assert_eq!(runs(K::ZenginBranch, false), [space, hyphen, zero_to_nine, capitals, marks]);
    assert_eq!(runs(K::ZenginBranch, true), [space, hyphen, zero_to_nine, capitals, wo, marks]);
    let edi = [space, brackets, hyphen_to_nine, capitals, backslash, yen, corners, wo, marks];
    assert_eq!(runs(K::ZenginEdi, false), edi);
}

/// No kind of the records takes what the centre does not: small kana, the long-vowel mark, lower case.
#[test]
fn zengin_kinds_refuse_what_banks_refuse() {
    use CharacterKind as K;
    for kind in [K::ZenginName, K::ZenginPayroll, K::ZenginBranch, K::ZenginEdi] {
        for character in ['ｧ', 'ｯ', 'ｰ', 'a', 'z', '､', '･', 'カ', '　', 'ー', '@', '*', '&'] {
            assert_eq!(faults(&rule(kind), &String::from(character)), wrong(0, character), "{kind:?}");
        }
    }
}

#[test]
fn also_adds_half_width_characters() {
    let mut with = rule(CharacterKind::Digits);
    assert_eq!(faults(&with, "090-1234"), wrong(3, '-'));
    with.allowed = with.allowed.with("-¥ﾟ");
    assert_eq!(faults(&with, "090-1234¥ﾟ"), []);
    assert_eq!(faults(&with, "090+1234"), wrong(3, '+'), "only what is named");
}

#[test]
fn lengths_count_characters_and_bytes_of_the_record() {
    let bounds = TextRule { min_length: 3, max_length: Some(5), ..rule(CharacterKind::FullOrHalfWidth) };
    for (text, want) in [
        ("山田", [Fault::TooShort(3)].as_slice()),
        ("山田ｶ", &[]),
        ("山田ｶｶｶ", &[]),
        ("山田ｶｶｶｶ", &[Fault::TooLong(5)]),
    ] {
        assert_eq!(faults(&bounds, text), want, "{text}");
    }
    let bytes = TextRule { max_bytes: Some(6), ..rule(CharacterKind::Any) };
    for (text, fits) in [
        ("ABCDEF", true),
        ("ABCDEFG", false),
        ("山田花", true),
        ("山田花A", false),
        // A voiced kana is two characters of a byte each.
        ("ｶﾞｶﾞｶﾞ", true),
        ("ｶﾞｶﾞｶﾞｶ", false),
        ("¥¥¥¥¥¥", true),
        // Neither half-width nor full-width: two bytes, to be on the safe side.
        ("é😀é", true),
        ("é😀é1", false),
    ] {
        let want: &[Fault] = if fits { &[] } else { &[Fault::TooManyBytes(6)] };
        assert_eq!(faults(&bytes, text), want, "{text}");
    }
}

#[test]
fn every_fault_that_applies_is_given() {
    let mut all = rule(CharacterKind::Mail);
    (all.min_length, all.max_length, all.max_bytes) = (8, Some(3), Some(3));
    all.mix = [MixClass::Upper, MixClass::Digit].into();
    all.list = [Box::from("x")].into();
    assert_eq!(
        faults(&all, "a éé"),
        [
            Fault::Character { at: 1, character: ' ' },
            Fault::TooShort(8),
            Fault::TooLong(3),
            Fault::TooManyBytes(3),
            Fault::Mix(MixClass::Upper),
            Fault::NotInList,
        ],
        "the first lacking class, and no shape of a mail address where characters are wrong"
    );
}

#[test]
fn a_mix_needs_one_of_each_class() {
    use MixClass as M;
    for (classes, text, lacking) in [
        (&[M::Letter, M::Digit][..], "taro01", None),
        (&[M::Letter, M::Digit], "taro", Some(M::Digit)),
        (&[M::Letter, M::Digit], "0101", Some(M::Letter)),
        (&[M::Digit, M::Letter], "-", Some(M::Digit)),
        (&[M::Upper, M::Lower], "Taro", None),
        (&[M::Upper, M::Lower], "taro", Some(M::Upper)),
        (&[M::Upper, M::Lower], "TARO", Some(M::Lower)),
        (&[M::Symbol], "a!", None),
        (&[M::Symbol], "a~", None),
        // A space is no symbol, and full-width characters are of no class.
        (&[M::Symbol], "a ！", Some(M::Symbol)),
        (&[M::Letter], "Ａ", Some(M::Letter)),
        (&[M::Digit], "１", Some(M::Digit)),
    ] {
        let with = TextRule { mix: classes.into(), ..rule(CharacterKind::Any) };
        let want: Vec<Fault> = lacking.map(Fault::Mix).into_iter().collect();
        assert_eq!(faults(&with, text), want, "{text}");
    }
}

#[test]
fn mail_addresses_have_a_shape() {
    let mail = rule(CharacterKind::Mail);
    let label = "a".repeat(63);
    let long = ["a".repeat(64), "a".repeat(65), label.clone(), "a".repeat(64)];
    let long = [
        format!("{}@b.jp", long[0]),
        format!("{}@b.jp", long[1]),
        format!("a@{}.jp", long[2]),
        format!("a@{}.jp", long[3]),
    ];
    let domain = |last: usize| format!("a@{label}.{label}.{label}.{}.jp", "a".repeat(last));
    for (address, is_good, why) in [
        ("a@b.c", true, "as short as two labels can be"),
        ("a@ai", true, "four characters: a country's own domain"),
        ("a@b1", false, "no country"),
        ("a@b", false, "no country"),
        ("a@example", false, "a host without a domain"),
        ("taro.yamada+x@mail.example.co.jp", true, "a sign before the @"),
        ("!#$%&'*+-/=?^_`{|}~@b.jp", true, "every sign that mail systems take"),
        ("taro..yamada@docomo.ne.jp", true, "an old mobile address"),
        ("taro.@ezweb.ne.jp", true, "another"),
        (".taro@b.jp", true, "and the dot first"),
        (".@b.jp", false, "nothing but dots"),
        ("taro@xn--r8jz45g.xn--zckzah", true, "names in other scripts as they are sent"),
        ("taro@1st.example", true, "a label may begin with a digit"),
        ("taro@a--b.jp", true, "hyphens inside"),
        ("taro@-example.com", false, "a hyphen first"),
        ("taro@example-.com", false, "a hyphen last"),
        ("taro@example,co.jp", false, "a comma for a dot"),
        ("taro@example.co.jp,", false, "a comma behind"),
        ("taro@example.co.jp;", false, "a list"),
        ("<taro@example.com>", false, "brackets"),
        ("taro,jiro@example.com", false, "two people"),
        ("taro;jiro@example.com", false, "two people"),
        ("ta(ro)@b.jp", false, "a comment"),
        ("\"taro\"@b.jp", false, "quotes"),
        ("ta\\ro@b.jp", false, "a backslash"),
        ("[taro]@b.jp", false, "brackets"),
        ("mailto:taro@b.jp", false, "a colon"),
        ("taro@/etc.passwd", false, "a path"),
        ("taro@exa_mple.jp", false, "no letter of a domain"),
        ("taro@[192.0.2.1]", false, "an address of a machine"),
        ("taro@192.0.2.1", false, "the same, bare"),
        ("taro@example.123", false, "no top-level domain is digits alone"),
        ("a", false, "no @"),
        ("@b.c", false, "nothing before"),
        ("a@", false, "nothing behind"),
        ("a@b.", false, "an empty label"),
        ("a@.c", false, "an empty label"),
        ("a@b..c", false, "an empty label"),
        ("a@@b.c", false, "two"),
        ("a@b@c.d", false, "two"),
        ("a@.", false, "labels of nothing"),
        ("@", false, "nothing at all"),
        (&long[0], true, "64 before the @"),
        (&long[1], false, "65"),
        (&long[2], true, "a label of 63"),
        (&long[3], false, "of 64"),
        (&domain(60), true, "a domain of 255"),
        (&domain(61), false, "of 256"),
    ] {
        let want: &[Fault] = if is_good { &[] } else { &[Fault::Mail] };
        assert_eq!(faults(&mail, address), want, "{address}: {why}");
    }
}

/// What each kind makes of characters that stand for its own.
#[test]
fn texts_are_normalised_to_their_kind() {
    use CharacterKind as K;
    for (kind, typed, want) in [
        (K::Digits, "１２３４５６７", "1234567"),
        (K::Alphanumerics, "Ｔａｒｏ０１", "Taro01"),
        (K::AlphanumericsAndSymbols, "！～", "!~"),
        (K::Mail, "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp"),
        (K::ZenginName, "株", "株"),
        (K::ZenginName, "カ）ヤマダ ショウジ", "ｶ)ﾔﾏﾀﾞ ｼﾖｳｼﾞ"),
        (K::ZenginName, "やまだ　たろう", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        (K::ZenginName, "ヴァイオリン", "ｳﾞｱｲｵﾘﾝ"),
        (K::ZenginName, "パーティー", "ﾊﾟ-ﾃｲ-"),
        (K::ZenginName, "ﾊﾟｰﾃｨｰ", "ﾊﾟ-ﾃｲ-"),
        (K::ZenginName, "ャュョッヮヵヶ", "ﾔﾕﾖﾂﾜｶｹ"),
        (K::ZenginName, "ｧｨｩｪｫｬｭｮｯ", "ｱｲｳｴｵﾔﾕﾖﾂ"),
        (K::ZenginName, "ゎゕゖゔ", "ﾜｶｹｳﾞ"),
        (K::ZenginName, "ヷヺ", "ﾜﾞｦﾞ"),
        (K::ZenginName, "カ゛ハ゜か\u{3099}は\u{309A}", "ｶﾞﾊﾟｶﾞﾊﾟ"),
        (K::ZenginName, "－‐‑‒–—―−", "--------"),
        (K::ZenginName, "abcｘｙｚ", "ABCXYZ"),
        (K::ZenginName, "ヲ", "ｦ"),
        (K::ZenginName, "ヰヱゐ", "ヰヱヰ"),
        (K::ZenginName, "・、。", "・、。"),
        (K::ZenginEdi, "「Ａ」￥／＼", "｢A｣¥/\\"),
        (K::ZenginPayroll, "ﾔﾏﾀﾞ　ﾀﾛｳ", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        (K::ZenginBranch, "ホンテン－１", "ﾎﾝﾃﾝ-1"),
        (K::FullWidth, "ABC 123!~", "ＡＢＣ　１２３！～"),
        (K::FullWidth, "ﾊﾟｰﾃｨｰ", "パーティー"),
        (K::FullWidth, "ｶﾞｷﾞﾊﾞﾊﾟｳﾞﾜﾞｦﾞ", "ガギバパヴワ゛ヲ゛"),
        // Where there is no voiced form, each stands by itself.
        (K::FullWidth, "ｱﾞｶﾟﾝﾞﾞ", "ア゛カ゜ン゛゛"),
        (K::FullWidth, "¥｡｢｣､･ｰ", "￥。「」、・ー"),
        (K::FullWidth, "カﾞ", "カ゛"),
        (K::FullWidth, "山é", "山é"),
        // Kinds that have nothing to normalise to.
        (K::HalfWidth, "Ａ", "Ａ"),
        (K::FullOrHalfWidth, "é", "é"),
        (K::Any, "\u{1}", "\u{1}"),
    ] {
        assert_eq!(check(&normalising(kind), typed).text, want, "{kind:?} {typed}");
        assert_eq!(check(&rule(kind), typed).text, Cow::Borrowed(typed), "{kind:?}: charset.policy reject");
    }
}

/// What the rule allows stays as it is, even where other banks would change it.
#[test]
fn allowed_characters_are_not_changed() {
    let mut long_vowel = normalising(CharacterKind::ZenginName);
    long_vowel.allowed = long_vowel.allowed.with("ｰa");
    assert_eq!(check(&long_vowel, "ﾊﾟｰabー").text, "ﾊﾟｰaB-");
    let fine = check(&normalising(CharacterKind::ZenginName), "ﾔﾏﾀﾞ");
    assert!(matches!(fine.text, Cow::Borrowed(_)), "a text in order is not copied");
}

/// The answer does not carry the normalised text, so what it names has to be in the typed one.
#[test]
fn faults_name_what_was_typed() {
    let with = normalising(CharacterKind::ZenginName);
    for (typed, at, character, why) in [
        ("ガ@", 1, '@', "behind a character that becomes two"),
        ("ガギグ～", 3, '～', "which becomes `~`, and is named as it was typed"),
        ("ヲ", 0, 'ヲ', "which becomes ｦ, and charset.wo does not allow it"),
        ("（株）", 1, '株', "behind one that becomes another"),
    ] {
        assert_eq!(faults(&with, typed), wrong(at, character), "{typed}: {why}");
    }
    let full = normalising(CharacterKind::FullWidth);
    assert_eq!(faults(&full, "ｶﾞｷﾞé"), wrong(4, 'é'), "behind two characters that become one, twice");
    assert_eq!(faults(&full, "か\u{3099}é"), wrong(2, 'é'));
    let mut with_wo = with;
    with_wo.allowed = Allowed::of(CharacterKind::ZenginName, true);
    assert_eq!(faults(&with_wo, "ヲ"), []);
}

#[test]
fn blanks_are_what_nobody_sees() {
    for blank in [
        " ",
        "\u{3000}",
        "\u{A0}\t\r\n",
        "\u{200B}",
        "\u{FEFF} \u{2060}",
        "\u{3164}\u{FFA0}\u{2800}",
        "\u{AD}",
        "\u{E0100}",
    ] {
        assert!(is_blank(blank), "{}", blank.escape_unicode());
    }
    for text in ["a", "\u{3000}山", "-", "\u{7}", "ﾞ", "゛"] {
        assert!(!is_blank(text), "{text}");
    }
}

/// A cut keeps a kana and its mark together.
#[test]
fn long_texts_are_cut_to_what_fits() {
    for (text, characters, bytes, want) in [
        ("ﾔﾏﾀﾞ", 4, 9, "ﾔﾏﾀﾞ"),
        ("ﾔﾏﾀﾞ", 3, 9, "ﾔﾏ"),
        ("ﾔﾏﾀﾞ", 9, 3, "ﾔﾏ"),
        ("ﾔﾏﾊﾟｺ", 4, 9, "ﾔﾏﾊﾟ"),
        ("ﾔﾏﾊﾟｺ", 3, 9, "ﾔﾏ"),
        ("ﾔﾏﾀ", 2, 9, "ﾔﾏ"),
        ("ﾔﾏ ﾀ", 3, 9, "ﾔﾏ "),
        // A mark behind a mark belongs to no kana, and one behind a letter neither.
        ("ｶﾞﾞ", 2, 9, "ｶﾞ"),
        ("Aﾞ", 1, 9, "A"),
        ("山田太郎", 9, 7, "山田太"),
        ("山田太郎", 9, 6, "山田太"),
        ("山A", 1, 9, "山"),
        ("ｶﾞ", 1, 9, ""),
    ] {
        assert_eq!(cut(text, characters, bytes), want, "{text} {characters} {bytes}");
    }
    let truncating = |kind| TextRule { truncate: can_truncate(kind), max_length: Some(3), ..rule(kind) };
    let name = truncating(CharacterKind::ZenginName);
    assert_eq!(check(&name, "ﾔﾏﾀﾞ").text, "ﾔﾏ");
    assert_eq!(faults(&name, "ﾔﾏﾀﾞ"), []);
    assert_eq!(faults(&name, "ﾔﾏﾀ*"), [], "what is cut off is not looked at");
    let payee = truncating(CharacterKind::HalfWidth);
    assert_eq!(faults(&payee, "ABCD"), [Fault::TooLong(3)], "only texts of records are cut");
    let tiny = TextRule { max_length: Some(1), ..name };
    assert_eq!(faults(&tiny, "ｶﾞ"), [Fault::TooLong(1)], "a cut that leaves nothing is not made");
    assert_eq!(faults(&tiny, " ｶ"), [Fault::TooLong(1)], "nor one that leaves blanks");
    let short = TextRule { max_bytes: Some(2), min_length: 3, ..truncating(CharacterKind::ZenginName) };
    assert_eq!(faults(&short, "ABCD"), [Fault::TooShort(3)], "a cut may leave too little");
}

#[test]
fn normalising_comes_before_cutting() {
    let mut both = normalising(CharacterKind::ZenginName);
    (both.truncate, both.max_length) = (true, Some(3));
    let checked = check(&both, "ガギグ");
    assert_eq!(
        (&*checked.text, checked.faults.len()),
        ("ｶﾞ", 0),
        "six characters, of which three would part ｷ and ﾞ"
    );
}

mod repertoire;
mod shape;

mod laws {
    use super::*;
    use proptest::prelude::*;

    fn kinds() -> impl Strategy<Value = CharacterKind> {
        proptest::sample::select(CharacterKind::ALL)
    }

    fn texts() -> impl Strategy<Value = String> {
        proptest::string::string_regex(
            "[ -~〜①﨑¥｡-ﾟぁ-ゖァ-ヺー゛゜\u{3099}\u{309A}ａ-ｚＡ-Ｚ０-９！（）－　「」￥山川\u{2010}-\u{2015}é]{0,24}",
        )
        .unwrap()
    }

    proptest! {
        #[test]
        fn normalising_twice_is_normalising_once(kind in kinds(), also in "[ -~ｦ-ﾟ]{0,3}", text in texts()) {
            let mut with = normalising(kind);
            with.allowed = with.allowed.with(&also);
            let once = check(&with, &text);
            let twice = check(&with, &once.text);
            prop_assert_eq!(&once.text, &twice.text);
            prop_assert_eq!(once.faults.len(), twice.faults.len());
        }

        #[test]
        fn a_normalised_text_without_that_fault_has_allowed_characters_only(kind in kinds(), text in texts()) {
            let with = normalising(kind);
            let checked = check(&with, &text);
            let named = checked.faults.iter().any(|fault| matches!(fault, Fault::Character { .. }));
            prop_assert_eq!(named, checked.text.chars().any(|one| !with.allowed.has(one)));
        }

        #[test]
        fn what_is_named_was_typed(kind in kinds(), text in texts(), normalise in proptest::bool::ANY) {
            let with = if normalise { normalising(kind) } else { rule(kind) };
            for fault in check(&with, &text).faults {
                if let Fault::Character { at, character } = fault {
                    prop_assert_eq!(text.chars().nth(usize::from(at)), Some(character));
                    let before: String = text.chars().take(usize::from(at)).collect();
                    let is_named = |fault: &Fault| matches!(fault, Fault::Character { .. });
                    prop_assert!(!faults(&with, &before).iter().any(is_named));
                }
            }
        }

        #[test]
        fn what_katakana_become_is_always_in_a_name(text in "[ァ-ヮンヴヵヶー゛゜ぁ-ゎんゔ]{1,20}") {
            let with = normalising(CharacterKind::ZenginName);
            let text: String = text.chars().filter(|one| !"ヰヱヲゐゑを".contains(*one)).collect();
            prop_assert_eq!(faults(&with, &text), []);
        }

        #[test]
        fn a_cut_fits_and_parts_no_kana_from_its_mark(text in "[ｦ-ﾟA山]{0,20}", most in 0_usize..20, bytes in 0_usize..30) {
            let kept = cut(&text, most, bytes);
            prop_assert!(text.starts_with(kept));
            prop_assert!(kept.chars().count() <= most);
            let width = |one: char| if is_half_width(one) { 1 } else { 2 };
            prop_assert!(kept.chars().map(width).sum::<usize>() <= bytes);
            let next = text[kept.len()..].chars().next();
            let ends_in_kana = kept.chars().next_back().is_some_and(|one| matches!(one, 'ｦ'..='ﾝ'));
            prop_assert!(!(ends_in_kana && matches!(next, Some('ﾞ' | 'ﾟ'))));
        }
    }
}

/// What the quick look finds in order is so, and it misses nothing of half the width.
#[test]
fn the_quick_look_at_a_text_agrees_with_the_long_one() {
    let texts = [
        "",
        "0",
        "1234567",
        "12345678",
        "123456789",
        "1234567X",
        "X1234567",
        "0123456789012345",
        "01234567890123456",
        "ｱ",
        "ｦ",
        "｡",
        "ﾟ",
        "ｶ)ﾔﾏﾀﾞ",
        "ｶ)ﾔﾏﾀﾞ山",
        "ABC-1.",
        "abc",
        "~",
        " ",
        "\u{7f}",
        "\t",
        "¥",
        "\\",
        "\u{ff60}",
        "\u{ffa0}",
        "\u{f8ff}",
        "\u{feff}",
        "\u{ef61}",
        "１",
        "é",
        "a\0",
    ];
    for kind in CharacterKind::ALL {
        for wo_allowed in [false, true] {
            let allowed = Allowed::of(*kind, wo_allowed).with("+");
            let bounded =
                TextRule { allowed, min_length: 1, max_length: Some(8), max_bytes: Some(7), ..rule(*kind) };
            for text in texts {
                let half = text.chars().all(|one| allowed.has(one) && is_half_width(one) && one != '¥');
                let want = half.then(|| text.chars().count());
                assert_eq!(allowed.half_width_count(text), want, "{kind} {text:?}");
                if super::is_fine(&bounded, text) {
                    assert!(super::look_into(&bounded, text).faults.is_empty(), "{kind} {text:?}");
                    assert_eq!(super::look_into(&bounded, text).text, text, "{kind}");
                }
            }
        }
    }
}

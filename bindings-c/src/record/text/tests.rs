use super::*;

fn teller(words: Words, currency: &str) -> Teller {
    Teller { words, currency: Currency::from_code(currency).unwrap() }
}

#[test]
fn amounts_stand_as_persons_write_them() {
    for (currency, amount, want) in [
        ("JPY", 0, "0ｴﾝ"),
        ("JPY", 999, "999ｴﾝ"),
        ("JPY", 100_330, "100,330ｴﾝ"),
        ("JPY", -1_000, "-1,000ｴﾝ"),
        ("JPY", -100, "-100ｴﾝ"),
        ("USD", 123_456, "USD 1,234.56"),
        ("USD", 5, "USD 0.05"),
        ("USD", -12_345, "USD -123.45"),
    ] {
        assert_eq!(teller(Words::Kana, currency).amount(amount), want);
    }
}

#[test]
fn faults_are_told_in_the_words_of_the_reader() {
    let fault = Fault { wrong: Wrong::Value, record: "KSQ", at: 193 };
    for (words, want) in [
        (Words::Of(Lang::Ja), "KSQの193バイト目: 項目の値が正しくありません"),
        (Words::Of(Lang::En), "KSQ, position 193: none of the values of the field"),
        (Words::Kana, "KSQ 193ﾊﾞｲﾄﾒ: ｺｳﾓｸﾉ ｱﾀｲｶﾞ ﾀﾀﾞｼｸ ｱﾘﾏｾﾝ"),
    ] {
        assert_eq!(teller(words, "JPY").no_answer(&NoAnswer::Record(fault)), want);
    }
}

#[test]
fn what_is_told_of_calls_is_in_every_set() {
    for status in [
        kessai_status::NullArgument,
        kessai_status::InvalidUtf8,
        kessai_status::TooLong,
        kessai_status::InvalidCharacter,
        kessai_status::Busy,
        kessai_status::InvalidRecord,
        kessai_status::NoRoom,
        kessai_status::NotBegun,
        kessai_status::InvalidService,
        kessai_status::InvalidCompany,
        kessai_status::InvalidImage,
        kessai_status::InvalidFile,
        kessai_status::InvalidRequest,
        kessai_status::Panic,
    ] {
        let (ja, en, kana) = of_status(status);
        let mut field = X::<400>::BLANK;
        assert!(en.is_ascii());
        for set in [Charset::JisX0201, Charset::Ebcdic290, Charset::Ebcdic1027] {
            assert!(set.encode(kana, &mut field), "{kana}");
        }
        let (decoded, _, unknown) = encoding_rs::SHIFT_JIS.encode(ja);
        assert!(!unknown && decoded.len() < 400, "{ja}");
    }
    for wrong in [Wrong::Character, Wrong::Value, Wrong::Operation] {
        let text = teller(Words::Kana, "JPY").fault(Fault { wrong, record: "KSQ", at: 1 });
        let mut field = X::<400>::BLANK;
        assert!(Charset::Ebcdic290.encode(&text, &mut field), "{text}");
    }
}

#[test]
fn ebcdik_has_capitals_alone() {
    let mut field = X::<8>::BLANK;
    for (set, want) in [(Charset::Ebcdic290, b"THE USER"), (Charset::Ebcdic1027, b"The user")] {
        assert_eq!(put(set, "The user".to_owned(), &mut field), (8, true));
        assert_eq!(field.whole(), want);
    }
}

#[test]
fn shift_jis_is_cut_between_characters() {
    let mut field = X::<4>::BLANK;
    for (text, want, bytes) in [
        ("A口B", (4, true), &b"A\x8C\xFBB"[..]),
        ("口座番", (4, false), b"\x8C\xFB\x8D\xC0"),
        ("A口座", (3, false), b"A\x8C\xFB "),
        ("ｱ", (1, true), b"\xB1   "),
        ("\u{1F600}A", (2, true), b"?A  "),
    ] {
        assert_eq!(shift_jis(text, &mut field), want, "{text}");
        assert_eq!(field.whole(), bytes, "{text}");
    }
}

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{JsonError, JsonErrorKind, Kind, Scanner};

/// Reads a value with the scanner; of doubled keys the last counts, as in `serde_json`.
fn value(scanner: &mut Scanner<'_>) -> Result<Value, JsonError> {
    value_by(scanner, false)
}

/// The name of the next member, in the short way where it goes.
fn member(scanner: &mut Scanner<'_>, first: bool, plain: bool) -> Result<Option<String>, JsonError> {
    let before = scanner.at();
    if plain && let Some(name) = scanner.plain_member(first) {
        return Ok(Some(String::from_utf8(name.to_vec()).unwrap()));
    }
    assert_eq!(scanner.at(), before, "where the short way ends, the long one begins");
    if plain && scanner.leaves_object() {
        return Ok(None);
    }
    Ok(scanner.member(first)?.map(|(name, _)| name.into_owned()))
}

/// As [`value`]; `plain` in the short way where it goes.
fn value_by(scanner: &mut Scanner<'_>, plain: bool) -> Result<Value, JsonError> {
    Ok(match scanner.peek()? {
        Kind::Null => scanner.null().map(|()| Value::Null)?,
        Kind::Bool => Value::Bool(scanner.boolean()?),
        Kind::Number => serde_json::from_str(scanner.number()?).unwrap_or(Value::Null),
        Kind::String if plain => match scanner.plain_text(usize::MAX) {
            Some(text) => Value::String(text.into()),
            None => Value::String(scanner.string()?.into_owned()),
        },
        Kind::String => Value::String(scanner.string()?.into_owned()),
        Kind::Array => {
            scanner.enter()?;
            let mut list = Vec::new();
            while scanner.element(list.is_empty())? {
                list.push(value_by(scanner, plain)?);
            }
            Value::Array(list)
        }
        Kind::Object => {
            scanner.enter()?;
            let (mut map, mut first) = (Map::new(), true);
            while let Some(name) = member(scanner, first, plain)? {
                first = false;
                map.insert(name, value_by(scanner, plain)?);
            }
            Value::Object(map)
        }
    })
}

fn whole(text: &str) -> Result<Value, JsonError> {
    let mut scanner = Scanner::new(text);
    let value = value(&mut scanner)?;
    scanner.end()?;
    Ok(value)
}

/// As [`whole`], in the short way where it goes.
fn whole_by_words(text: &str) -> Result<Value, JsonError> {
    let mut scanner = Scanner::new(text);
    let value = value_by(&mut scanner, true)?;
    scanner.end()?;
    Ok(value)
}

#[test]
fn the_short_way_reads_what_the_long_one_reads_and_fails_where_it_fails() {
    let text = r#"{"a":"b","abcdefgh":{"abcdefghijklmnopq":"0123456789abcdef","x":{}},"山":"ｶ)ﾔﾏﾀﾞ","":""} "#;
    for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
        let (before, behind) = text.split_at(at);
        for between in
            ["", " ", "\t\r\n  ", "\\", "\\n", "\\u0041", "\"", ",", "}", "{", ":", "\u{1}", "\u{b}", "é"]
        {
            let other = [before, between, behind].concat();
            assert_eq!(whole_by_words(&other), whole(&other), "{other}");
        }
        assert_eq!(whole_by_words(before), whole(before), "{before}");
    }
}

#[track_caller]
fn fails(text: &str, kind: JsonErrorKind, at: usize) {
    assert_eq!(whole(text), Err(JsonError { kind, at }), "{text}");
}

/// Editors on some systems begin every text with it.
#[test]
fn a_byte_order_mark_at_the_start_is_skipped() {
    assert_eq!(whole("\u{feff}{}"), Ok(Value::Object(Map::new())));
    assert_eq!(whole("\u{feff} [\"\u{feff}\"]"), Ok(serde_json::json!(["\u{feff}"])), "but not in a string");
    fails("\u{feff}[1,]", JsonErrorKind::Value, 6);
}

#[test]
fn every_error_shows_where_it_is() {
    use JsonErrorKind::{Colon, Comma, Control, Depth, End, Escape, Key, Number, Trailing, Value};
    for (text, kind, at) in [
        ("", End, 0),
        ("  ", End, 2),
        ("?", Value, 0),
        ("\u{feff}\u{feff}{}", Value, 3),
        (" \u{feff}{}", Value, 1),
        ("\u{feff}", End, 3),
        ("[1,]", Value, 3),
        ("nul", Value, 0),
        ("True", Value, 0),
        ("[1", End, 2),
        ("[1 2]", Comma, 3),
        ("{\"a\"", End, 4),
        ("{\"a\" 1}", Colon, 5),
        ("{a:1}", Key, 1),
        ("{\"a\":1,}", Key, 7),
        ("{\"a\":1 \"b\":2}", Comma, 7),
        ("\"a\nb\"", Control, 2),
        ("\"a", End, 2),
        ("\"\\x\"", Escape, 2),
        ("\"\\u12g4\"", Escape, 5),
        ("\"\\ud800\"", Escape, 7),
        ("\"\\ud800\\n\"", Escape, 8),
        ("\"\\ud800\\u0041\"", Escape, 3),
        ("\"\\udc00\"", Escape, 3),
        ("-", End, 1),
        ("-a", Number, 1),
        ("01", Number, 1),
        ("1.", End, 2),
        ("1.x", Number, 2),
        ("1e+", End, 3),
        ("1 2", Trailing, 2),
        ("[[[[[[[[[[[[[[[[[1", Depth, 16),
    ] {
        fails(text, kind, at);
    }
}

#[test]
fn sixteen_deep_is_read_and_seventeen_is_not() {
    let nested = |depth: usize| ["[", "]"].map(|bracket| bracket.repeat(depth)).concat();
    assert!(whole(&nested(16)).is_ok());
    assert!(matches!(whole(&nested(17)), Err(JsonError { kind: JsonErrorKind::Depth, at: 16 })));
}

#[test]
fn escapes_mean_what_they_mean_in_json() {
    let text = r#""\"\\\/\b\f\n\r\t\u0041\u3042\ud83d\ude00é""#;
    assert_eq!(whole(text), Ok(Value::String("\"\\/\u{8}\u{c}\n\r\tA\u{3042}\u{1f600}é".into())));
}

/// Documents as people write them, with white space and every kind of value.
fn json() -> impl Strategy<Value = String> {
    let scalar = prop_oneof![
        Just("null".to_string()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        "-?(0|[1-9][0-9]{0,6})(\\.[0-9]{1,4})?([eE][+-]?[0-9]{1,2})?",
        "\\PC{0,8}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        "\"(\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4}|[a-zあ-ん]){0,6}\"",
    ];
    let space = "[ \n\r\t]{0,2}";
    scalar.prop_recursive(6, 64, 6, move |inner| {
        let spaced = (space, inner, space).prop_map(|(before, value, after)| [before, value, after].concat());
        let member =
            ("[a-c]{0,2}", spaced.clone()).prop_map(|(key, value)| alloc::format!("\"{key}\" :{value}"));
        prop_oneof![
            prop::collection::vec(spaced, 0..5).prop_map(|list| alloc::format!("[{}]", list.join(","))),
            prop::collection::vec(member, 0..5).prop_map(|list| alloc::format!("{{{}}}", list.join(","))),
        ]
    })
}

/// Compares with `serde_json`, which alone bounds the size of numbers, and goes deeper.
fn compare(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(whole_by_words(text), whole(text));
    let ours = whole(text);
    if matches!(ours, Err(JsonError { kind: JsonErrorKind::Depth, .. })) {
        return Ok(());
    }
    match (serde_json::from_str::<Value>(text), ours) {
        (Ok(theirs), Ok(ours)) => prop_assert_eq!(theirs, ours),
        (Err(_), Err(error)) => prop_assert!(error.at <= text.len()),
        (Err(error), Ok(_)) if error.to_string().contains("number out of range") => {}
        (theirs, ours) => prop_assert!(false, "{theirs:?} {ours:?}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn reads_what_another_reader_reads(text in json()) {
        compare(&text)?;
    }

    #[test]
    fn agrees_about_damaged_texts(text in json(), at in any::<prop::sample::Index>(), byte in 0_u8..128, cut in any::<bool>()) {
        let mut bytes = text.into_bytes();
        if !bytes.is_empty() {
            let at = at.index(bytes.len());
            if cut { bytes.remove(at); } else { bytes[at] = byte; }
        }
        compare(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn agrees_about_any_bytes(bytes in prop::collection::vec(prop_oneof![
        prop::sample::select(b"{}[]\",:\\ u019.-+eEtruefalsn\n".to_vec()), any::<u8>()
    ], 0..24)) {
        compare(&String::from_utf8_lossy(&bytes))?;
    }
}

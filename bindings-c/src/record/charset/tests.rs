//! The sets against the C library's, and the ways between them.

use std::io::Write;
use std::process::{Command, Stdio};

use bumpalo::Bump;

use super::*;
use crate::record::field::X;

/// What the C library makes of a byte; none where it has no character.
fn of_library(set: &str, byte: u8) -> Option<char> {
    let mut child = Command::new("iconv")
        .args(["--from-code", set, "--to-code", "UTF-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("iconv is a part of the C library's programs");
    child.stdin.take().unwrap().write_all(&[byte]).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.chars().next().filter(|one| output.status.success() && !one.is_control())
}

/// CCSID 290 itself, without what was added to it later, has full-width katakana in the C library's table, and no small letters.
#[test]
fn ebcdik_has_what_ccsid_290_has() {
    let (mut added, mut lost) = (String::new(), String::new());
    for byte in 0x40..=u8::MAX {
        let own = Charset::Ebcdic290.character(Charset::Ebcdic290.forth().unwrap()[usize::from(byte)]);
        match (own, of_library("IBM290", byte)) {
            (Some('｡'..='ﾟ'), Some('\u{3000}'..='\u{30FF}')) => {}
            (own, base) if own == base => {}
            (Some(own), None) => added.push(own),
            (None, Some(base)) => lost.push(base),
            other => panic!("byte {byte:02X}: {other:?}"),
        }
    }
    // Small letters and signs of ASCII have places that were empty.
    assert_eq!(added, "abcdefgh[ijklmnop]qr~s^¢\\tuvwxyz{}€");
    // The broken bar, which CCSID 1390 has not; no name or EDI information may have it.
    assert_eq!(lost, "¦");
}

#[test]
fn paths_and_persons_have_the_signs_of_the_system() {
    let path = b"C:\\DATA~1\\\xB1";
    assert_eq!(Charset::JisX0201.path(path).as_deref(), Some("C:\\DATA~1\\ｱ"));
    assert_eq!(Charset::Utf8.path(b"/a~/b"), Some("/a~/b".to_owned()));
    assert_eq!(Charset::JisX0201.path(b"\x80"), None);
    let mut field = X::<4>::BLANK;
    assert_eq!(Charset::JisX0201.encode_cut("/a~1", &mut field), (4, true));
    assert_eq!(field.whole(), b"/a~1");
}

#[test]
fn every_byte_of_ebcdic_is_that_of_the_c_library() {
    for (set, library) in [(Charset::Ebcdic290, "IBM1390"), (Charset::Ebcdic1027, "IBM1399")] {
        for byte in 0..=u8::MAX {
            let turned = set.forth().unwrap()[usize::from(byte)];
            let got = (turned != NONE && turned != 0).then(|| set.character(turned)).flatten();
            assert_eq!(got, of_library(library, byte), "{set:?}: byte {byte:02X}");
        }
    }
}

#[test]
fn what_is_read_is_written_as_it_was() {
    let texts = Bump::new();
    for set in [Charset::JisX0201, Charset::Ebcdic290, Charset::Ebcdic1027] {
        let mut characters = 0;
        for byte in 1..=u8::MAX {
            let read = set.forth().map_or(byte, |table| table[usize::from(byte)]);
            let Some(text) = set.decode(&[read], &texts) else { continue };
            let mut field = X::<1>::BLANK;
            assert!(set.encode(text, &mut field), "{set:?}: {text}");
            let [back] = *field.whole();
            let back = set.back().map_or(back, |table| table[usize::from(back)]);
            assert_eq!(back, byte, "{set:?}: {text}");
            characters += 1;
        }
        // ASCII with space, half-width kana; in EBCDIC the signs that it has besides.
        let want = match set {
            Charset::JisX0201 => 95 + 63,
            Charset::Ebcdic290 => 95 + 63 + 6,
            _ => 95 + 63 + 6,
        };
        assert_eq!(characters, want, "{set:?}");
    }
}

#[test]
fn yen_and_overline_are_those_of_the_standard() {
    let texts = Bump::new();
    for (bytes, want) in [
        (&b"\\"[..], Some("¥")),
        (b"~", Some("‾")),
        (b"\xB1\xDE", Some("ｱﾞ")),
        (b"A B", Some("A B")),
        (b"\x80", None),
        (b"\xA0", None),
        (b"\xE0", None),
        (b"\x1F", None),
        (b"\x7F", None),
        (b"a\0b", None),
    ] {
        assert_eq!(Charset::JisX0201.decode(bytes, &texts), want, "{bytes:?}");
    }
    let mut field = X::<4>::BLANK;
    for (text, fits) in
        [("¥‾", true), ("\\", false), ("~", false), ("ｱﾞAB", true), ("ABCDE", false), ("漢", false)]
    {
        assert_eq!(Charset::JisX0201.encode(text, &mut field), fits, "{text}");
    }
}

#[test]
fn utf8_is_itself_without_controls() {
    let texts = Bump::new();
    assert_eq!(Charset::Utf8.decode("振込~\\".as_bytes(), &texts), Some("振込~\\"));
    assert_eq!(Charset::Utf8.decode(b"\xFF", &texts), None);
    assert_eq!(Charset::Utf8.decode(b"a\tb", &texts), None);
}

#[test]
fn persons_are_told_what_fits() {
    let mut field = X::<4>::BLANK;
    for (set, text, want, bytes) in [
        (Charset::JisX0201, "ABC", (3, true), &b"ABC "[..]),
        (Charset::JisX0201, "ABCDE", (4, false), b"ABCD"),
        (Charset::JisX0201, "A漢B", (3, true), b"A?B "),
        (Charset::Utf8, "A漢B", (4, false), "A漢".as_bytes()),
        (Charset::Utf8, "漢字", (3, false), "漢 ".as_bytes()),
    ] {
        assert_eq!(set.encode_cut(text, &mut field), want, "{text}");
        assert_eq!(field.whole(), bytes, "{text}");
    }
}

#[test]
fn sets_are_named_in_ascii_and_in_themselves() {
    for (name, want) in [
        (&b"        "[..], Some(Charset::JisX0201)),
        (&[0; 8], Some(Charset::JisX0201)),
        (b"JISX0201", Some(Charset::JisX0201)),
        (b"EBCDIK  ", Some(Charset::Ebcdic290)),
        (b"CP1027", Some(Charset::Ebcdic1027)),
        (b"UTF-8   ", Some(Charset::Utf8)),
        (b"\xC5\xC2\xC3\xC4\xC9\xD2\x40\x40", Some(Charset::Ebcdic290)),
        (b"\xC3\xD7\xF1\xF0\xF2\xF7\x40\x40", Some(Charset::Ebcdic1027)),
        (b"utf-8", None),
        (b"EBCDIC", None),
    ] {
        assert_eq!(Charset::from_name(name), want, "{name:?}");
    }
}

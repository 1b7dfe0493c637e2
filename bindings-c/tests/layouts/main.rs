//! What is made from the sources of this crate and checked in: the header, the copybook, the table of offsets. `cargo xtask header`
//! writes them anew.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test stops at the first surprise"
)]

use std::path::Path;

mod copybook;
mod header;
mod page;

use kessai_c::record::field::Kind;
use kessai_c::record::layout::{Layout, Place, RECORDS};

/// Set by `cargo xtask header`.
const UPDATE: &str = "KESSAI_UPDATE_HEADER";

/// Compares a file of the project with what is made.
#[track_caller]
fn current(path: &str, made: &str) {
    let at = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&at, made).unwrap();
    }
    let kept = std::fs::read_to_string(&at).unwrap_or_default();
    assert!(kept == made, "{path} is not current: run `cargo xtask header`");
}

/// The record's prefix, such as `KSQ-`.
fn prefix(record: &Layout) -> &'static str {
    record.cobol.get(..4).expect("KS, a letter and a hyphen")
}

/// The COBOL name of a field, behind the prefix.
fn cobol(place: &Place) -> &'static str {
    place.cobol.split('/').next().unwrap_or_default()
}

/// What the fields of a group at a place have behind the record's prefix.
fn behind(place: &Place, group: &Layout) -> &'static str {
    if let Some((_, own)) = place.cobol.split_once('/') {
        return own;
    }
    // A record within another is told by its letter.
    if group.cobol.starts_with("KS") {
        group.cobol.get(2..4).expect("a letter and a hyphen")
    } else {
        group.cobol
    }
}

/// Calls with every field of a record that is no group: its COBOL name, the field, and where it begins, from 0.
fn each_field(
    layout: &Layout,
    names: &str,
    begin: usize,
    with: &mut impl FnMut(String, &'static Place, usize),
) {
    for place in layout.fields {
        for row in 0..place.occurs {
            let at = begin + place.offset + row * place.size;
            match place.kind {
                Kind::Group(group) => {
                    each_field(group, &format!("{names}{}", behind(place, group)), at, with)
                }
                _ => with(format!("{names}{}", cobol(place)), place, at),
            }
        }
    }
}

#[test]
fn fields_follow_each_other_without_a_gap() {
    for record in RECORDS {
        let mut end = 0;
        each_field(record, prefix(record), 0, &mut |name, place, at| {
            assert_eq!(at, end, "{name}");
            end += place.size;
        });
        assert_eq!(end, record.size, "{}", record.cobol);
    }
}

#[test]
fn names_are_short_and_there_is_one_of_each() {
    let mut names = std::collections::BTreeMap::new();
    let book = copybook::copybook();
    for line in book.lines().filter(|line| line.get(6..7) == Some(" ")) {
        let mut words = line.split_whitespace();
        let (Some(level), Some(name)) = (words.next(), words.next()) else { continue };
        let name = name.trim_end_matches('.');
        if !level.bytes().all(|byte| byte.is_ascii_digit()) || name == "FILLER" {
            continue;
        }
        assert!(name.len() <= 30, "{name} has {} letters", name.len());
        let sound =
            name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
        assert!(sound && !name.ends_with('-') && !name.contains("--"), "{name}");
        assert_eq!(names.insert(name.to_owned(), line), None, "{name} stands twice");
    }
    assert!(names.len() > 300, "the copybook is read");
}

#[test]
fn lines_of_the_copybook_end_in_column_72() {
    for line in copybook::copybook().lines() {
        assert!(line.len() <= 72, "{line}");
    }
}

/// What callers have compiled in: a change here is another layout, and needs another name of the entry.
#[test]
fn records_keep_their_sizes() {
    let sizes: Vec<_> = RECORDS.iter().map(|record| (record.cobol, record.size)).collect();
    insta::assert_debug_snapshot!("sizes", sizes);
}

/// Numbers and words of codes never change their meaning.
#[test]
fn numbers_and_words_stay() {
    let mut text = String::new();
    for code in kessai::Code::ALL {
        text.push_str(&format!("reason {} {} {}\n", code.number(), code.word(), code.name()));
    }
    for (number, word) in kessai::verdict::Field::numbers() {
        text.push_str(&format!("field {number} {word}\n"));
    }
    for code in kessai::RequestErrorCode::ALL {
        text.push_str(&format!("error {} {} {}\n", code.number(), code.word(), code.name()));
    }
    for code in kessai::FindingCode::ALL {
        text.push_str(&format!("finding {} {}\n", code.number(), code.name()));
    }
    insta::assert_snapshot!("numbers", text);
    for kind in ["reason", "field", "error", "finding"] {
        let rows = text.lines().filter(|line| line.starts_with(kind));
        let mut numbers: Vec<_> = rows.clone().map(|line| line.split(' ').nth(1).unwrap()).collect();
        let mut words: Vec<_> = rows.map(|line| line.split(' ').nth(2).unwrap()).collect();
        for list in [&mut numbers, &mut words] {
            let count = list.len();
            list.sort_unstable();
            list.dedup();
            assert_eq!(list.len(), count, "{kind}: something stands twice");
        }
        assert!(kind == "finding" || words.iter().all(|word| word.len() <= 24), "{kind}");
    }
}

//! The copybook, in the fixed form of COBOL: columns 8 to 72.

use std::collections::BTreeSet;
use std::fmt::Write;

use kessai_c::record::field::Kind;
use kessai_c::record::layout::{Layout, RECORDS, Words};

use crate::{behind, cobol, current, prefix};

pub(crate) fn copybook() -> String {
    let mut out = String::from(
        "      * KESSAI.CPY, LAYOUT 1. MADE FROM THE SOURCES OF KESSAI.\n      \
         * CHARACTERS ONLY: NO BINARY, NO POINTER. DOCS/COBOL.MD TELLS\n      \
         * HOW IT IS USED, DOCS/RECORDS.MD WHAT EACH FIELD MEANS.\n",
    );
    let mut said = BTreeSet::new();
    for record in RECORDS {
        writeln!(out, "       01  {}.", record.cobol).unwrap();
        fields(record, prefix(record), prefix(record), 1, &mut said, &mut out);
    }
    out
}

/// Writes the fields of a record or group, each level four columns further in. Words that do not depend on the record stand at the
/// first field that has them.
fn fields(
    layout: &Layout,
    record: &str,
    names: &str,
    depth: usize,
    said: &mut BTreeSet<String>,
    out: &mut String,
) {
    let indent = " ".repeat(7 + depth * 4);
    let level = depth * 5;
    for place in layout.fields {
        let name =
            if cobol(place) == "FILLER" { "FILLER".to_owned() } else { format!("{names}{}", cobol(place)) };
        let times = if place.occurs > 1 { format!(" OCCURS {}", place.occurs) } else { String::new() };
        let begin = format!("{indent}{level:02}  {name}");
        let picture = match place.kind {
            Kind::Text => format!("PIC X({}){times}.", place.size),
            Kind::Number => format!("PIC 9({}){times}.", place.size),
            Kind::Signed => format!("PIC S9({}) SIGN LEADING SEPARATE{times}.", place.size - 1),
            Kind::Group(group) => {
                writeln!(out, "{begin}{times}.").unwrap();
                let names = format!("{names}{}", behind(place, group));
                fields(group, record, &names, depth + 1, said, out);
                continue;
            }
        };
        let line = format!("{begin:<34} {picture}");
        if line.len() <= 72 {
            writeln!(out, "{line}").unwrap();
        } else {
            writeln!(out, "{begin}\n{indent}        {picture}").unwrap();
        }
        let own = name.strip_prefix(record).unwrap_or(&name);
        // A name of its own for the values of a field within a group.
        let before = if matches!(place.words, Words::Reason(_) | Words::Field(_) | Words::RequestError) {
            record
        } else {
            names
        };
        let own = if before == names { cobol(place) } else { own };
        let words = place.words.list(before, own);
        if words.iter().any(|word| said.contains(&word.name)) {
            assert!(
                words.iter().all(|word| said.contains(&word.name)),
                "{name}: some of its words are another's"
            );
            continue;
        }
        for word in words {
            let line = format!("{indent}    88  {:<30} VALUE {}.", word.name, word.value);
            if line.len() <= 72 {
                writeln!(out, "{line}").unwrap();
            } else {
                writeln!(out, "{indent}    88  {}\n{indent}          VALUE {}.", word.name, word.value)
                    .unwrap();
            }
            said.insert(word.name);
        }
    }
}

#[test]
fn the_copybook_is_current() {
    current("include/KESSAI.cpy", &copybook());
}

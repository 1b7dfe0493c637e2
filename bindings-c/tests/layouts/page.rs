//! The page of offsets.

use std::fmt::Write;

use kessai_c::record::field::Kind;
use kessai_c::record::layout::{Layout, RECORDS};

use crate::{behind, cobol, current, prefix};

const HEAD: &str = "\
# Records

Records of fixed layout go in and out of the C library without any text format: see [C](c.md) and [COBOL](cobol.md). This page is
made from the sources, as are the structs of [`kessai.h`](../bindings-c/include/kessai.h) and the copybook
[`KESSAI.cpy`](../bindings-c/include/KESSAI.cpy), so that the three agree.

- **Characters only**: no binary number, no pointer, no alignment. `X` is text with spaces behind it; `9` digits with zeros ahead;
  `S9` a sign, `+` or `-`, and digits behind it (`SIGN LEADING SEPARATE`).
- **Spaces are missing, zeros are zero.** That goes for amounts: a payment of zeros is a payment of nothing, which has a reason.
  Dates, choices and counts of zeros are missing, too. NUL throughout a field is spaces. Anything else that is no digit is
  malformed: a reason in a field that a person types, no answer in a field of the host's (usage, the clock, the operation).
- What is answered: where there is nothing, `X` is spaces, `9` zeros, `S9` `+0…0`; a flag of `Y` says that there is something.
- **Counts stand before tables** and tell how many there are; a table holds the first of them, and `kessai_record_next` (`KSNEXT`)
  gives the others.
- What has no room in its field is never cut: there is no answer then. Only texts for persons are.
- Positions and counts begin with 1; 0 is none.
- `filler` is for later: spaces. It is not read.

The numbers of vocabularies, codes and places stand in the copybook beside their names.
";

fn page() -> String {
    let mut out = HEAD.to_owned();
    for record in RECORDS {
        writeln!(out, "\n## {} ({} bytes)\n", record.cobol, record.size).unwrap();
        writeln!(out, "`{}`: {}\n", record.name, record.about.trim()).unwrap();
        out.push_str("| at | C | COBOL | picture | what |\n|---|---|---|---|---|\n");
        rows(record, prefix(record), "", 0, &mut out);
    }
    out
}

fn rows(layout: &Layout, names: &str, before: &str, begin: usize, out: &mut String) {
    for place in layout.fields {
        let at = begin + place.offset + 1;
        let times = if place.occurs > 1 { format!(" × {}", place.occurs) } else { String::new() };
        let cobol =
            if cobol(place) == "FILLER" { "FILLER".to_owned() } else { format!("{names}{}", cobol(place)) };
        let picture = match place.kind {
            Kind::Text => format!("X({}){times}", place.size),
            Kind::Number => format!("9({}){times}", place.size),
            Kind::Signed => format!("S9({}){times}", place.size - 1),
            Kind::Group(_) => format!("{} bytes{times}", place.size),
        };
        let name = format!("{before}{}", place.name);
        writeln!(out, "| {at} | `{name}` | `{cobol}` | {picture} | {} |", place.about.trim()).unwrap();
        if let Kind::Group(group) = place.kind {
            let names = format!("{names}{}", behind(place, group));
            rows(group, &names, &format!("{name}."), begin + place.offset, out);
        }
    }
}

#[test]
fn the_page_of_offsets_is_current() {
    current("../docs/records.md", &page());
}

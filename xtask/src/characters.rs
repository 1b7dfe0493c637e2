//! `cargo xtask characters`: the tables of full-width characters, out of those of the C library's `iconv`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::process::{Command, Stdio};

use crate::run::cargo;
use crate::{Result, root, target};

/// Characters of JIS X 0208 that Unicode spells in two ways.
const SPELLINGS: [(char, char); 9] = [
    ('～', '〜'),
    ('－', '−'),
    ('∥', '‖'),
    ('￠', '¢'),
    ('￡', '£'),
    ('￢', '¬'),
    ('―', '—'),
    ('￣', '‾'),
    ('\u{212B}', '\u{C5}'),
];

/// The kanji of Unicode's first block of them, which the bitmap is of.
const KANJI: [u32; 2] = [0x4E00, 0x9FFF];

/// Writes the tables anew.
pub(crate) fn write() -> Result {
    let mut jis = of_encoding("EUC-JP", 0xA1..=0xFE, 0xA1)?;
    for (one, other) in SPELLINGS {
        if jis.contains(&one) || jis.contains(&other) {
            jis.extend([one, other]);
        }
    }
    let is_private = |character: &char| ('\u{E000}'..='\u{F8FF}').contains(character);
    let cp932 = of_encoding("CP932", 0x81..=0xFC, 0x40)?;
    let added: Vec<u32> =
        cp932.difference(&jis).filter(|one| !is_private(one)).map(|one| u32::from(*one)).collect();
    let is_kanji = |code: &u32| (KANJI[0]..=KANJI[1]).contains(code);
    let (kanji, signs): (BTreeSet<u32>, BTreeSet<u32>) =
        jis.iter().map(|character| u32::from(*character)).partition(is_kanji);
    let path = root().join("engine/src/characters/table.rs");
    fs::write(&path, source(&signs, &kanji, &added)?)?;
    cargo(&["fmt", "--package", "kessai"]).run()
}

/// The characters of two bytes of an encoding, with these first bytes and second bytes from one on.
fn of_encoding(name: &str, first: std::ops::RangeInclusive<u8>, second: u8) -> Result<BTreeSet<char>> {
    let mut bytes = Vec::new();
    for first in first {
        for second in second..=0xFE {
            // A line each, so that a code without a character takes nothing of the next with it.
            bytes.extend([first, second, b'\n']);
        }
    }
    let file = target().join("characters.in");
    fs::write(&file, bytes)?;
    let mut iconv = Command::new("iconv");
    iconv.args(["-c", "-f", name, "-t", "UTF-8"]).arg(&file).stderr(Stdio::null());
    let text = String::from_utf8(iconv.output()?.stdout)?;
    fs::remove_file(file)?;
    // Bytes of half-width kana and of ASCII make lines of two.
    let lines = text.lines().filter_map(|line| {
        let mut characters = line.chars();
        characters.next().filter(|_| characters.next().is_none())
    });
    let found: BTreeSet<char> =
        lines.filter(|one| !one.is_ascii() && !('\u{FF61}'..='\u{FF9F}').contains(one)).collect();
    if found.is_empty() { Err(format!("`iconv` has no {name}").into()) } else { Ok(found) }
}

/// The module with the tables.
fn source(signs: &BTreeSet<u32>, kanji: &BTreeSet<u32>, added: &[u32]) -> Result<String> {
    let mut text = String::from(
        "//! JIS X 0208 and what CP932 adds. Made by `cargo xtask characters`, which asks the C library.\n\n",
    );
    let mut runs: Vec<[u32; 2]> = Vec::new();
    for code in signs {
        match runs.last_mut() {
            Some([_, last]) if last.checked_add(1) == Some(*code) => *last = *code,
            _ => runs.push([*code, *code]),
        }
    }
    writeln!(text, "/// The characters of JIS X 0208 but kanji, in rising runs from the first to the last.")?;
    writeln!(text, "pub(super) static SIGNS: [(u16, u16); {}] = [", runs.len())?;
    for [first, last] in runs {
        writeln!(text, "({first:#06X}, {last:#06X}),")?;
    }
    writeln!(
        text,
        "];\n\n/// The first kanji of the bitmap.\npub(super) const KANJI_FIRST: u32 = {:#X};",
        KANJI[0]
    )?;
    writeln!(
        text,
        "\n/// A bit for each kanji of the first block, the lowest first: whether JIS X 0208 has it."
    )?;
    let words: Vec<u32> = (KANJI[0]..=KANJI[1])
        .step_by(32)
        .map(|start| {
            (0..32_u32)
                .filter(|bit| kanji.contains(&start.saturating_add(*bit)))
                .map(|bit| 1_u32 << bit)
                .sum()
        })
        .collect();
    writeln!(text, "#[rustfmt::skip]\npub(super) static KANJI: [u32; {}] = [", words.len())?;
    for row in words.chunks(8) {
        let row: Vec<_> = row.iter().map(|word| format!("0x{word:08X}")).collect();
        writeln!(text, "    {},", row.join(", "))?;
    }
    writeln!(text, "];\n\n/// What CP932 has besides, rising: NEC's row 13 and IBM's extensions.")?;
    writeln!(text, "#[rustfmt::skip]\npub(super) static CP932: [u16; {}] = [", added.len())?;
    for row in added.chunks(12) {
        let row: Vec<_> = row.iter().map(|code| format!("{code:#06X}")).collect();
        writeln!(text, "    {},", row.join(", "))?;
    }
    text.push_str("];\n");
    Ok(text)
}

//! Patterns (振込パターン): proved disjoint and complete over the six worlds.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::document::reader::{Named, Reader};
use crate::document::table::RESERVED;
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::PATTERNS;
use crate::language::service::{PatternMembers, PatternWhenMembers};

/// What a world is: same bank, same branch, with a document (文書扱).
const WORLDS: [[bool; 3]; 6] = [
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [false, false, true],
    [true, false, true],
    [true, true, true],
];

/// The worlds in words.
const NAMES: [(&str, &str); 6] = [
    ("another bank", "他行あて"),
    ("another branch of the same bank", "同一金融機関の他支店あて"),
    ("the same branch", "同一支店あて"),
    ("another bank, with a document", "他行あて（文書扱）"),
    ("another branch of the same bank, with a document", "同一金融機関の他支店あて（文書扱）"),
    ("the same branch, with a document", "同一支店あて（文書扱）"),
];

/// Keys of the patterns, and the pattern of each world.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    pub keys: Vec<Box<str>>,
    pub worlds: [u8; 6],
}

/// Reads the rows of `patterns`.
pub(super) fn read_patterns(r: &mut Reader<'_>, id: Option<Id>) -> Patterns {
    let mut patterns = Patterns::default();
    let Some(id) = id else { return patterns };
    let mut rows = Vec::new();
    let mut all_read = r.tree().kind(id) == Kind::Array;
    for element in r.elements(id, PATTERNS) {
        match read_row(r, element, &patterns.keys) {
            Some((key, when)) => {
                patterns.keys.push(key);
                all_read &= when.is_some();
                rows.extend(when.map(|when| (element, when)));
            }
            None => all_read = false,
        }
    }
    let tree = r.tree();
    let named =
        tree.children(id).filter_map(|row| tree.children(row).find(|child| tree.key(*child) == "key"));
    let named: Vec<_> = named.map(|key| (tree.text(key), key)).collect();
    r.check_similar(named.iter().map(|(name, id)| (&**name, Named::Value(*id))));
    if all_read {
        patterns.worlds = check_worlds(r, id, &rows, &patterns.keys);
    }
    patterns
}

/// What a row states of bank, branch and document.
type When = [Option<bool>; 3];

/// The row's key, if it can be read, and what it states, if that can.
fn read_row(r: &mut Reader<'_>, id: Id, before: &[Box<str>]) -> Option<(Box<str>, Option<When>)> {
    let PatternMembers { key: key_id, when } = r.members(id);
    let when = when.and_then(|when| {
        let PatternWhenMembers { same_bank, same_branch, document } = r.members(when);
        let found = [same_bank, same_branch, document];
        let stated = found.map(|id| id.and_then(|id| r.boolean(id)));
        let all_read = found.iter().zip(&stated).all(|(id, value)| id.is_some() == value.is_some());
        all_read.then_some(stated)
    });
    let key_id = key_id?;
    let key = r.name(key_id)?;
    if RESERVED.contains(&&*key) {
        r.report(FindingCode::PatternReserved, key_id, [Arg::text(&key)]);
    }
    if before.iter().any(|known| **known == *key) {
        r.report(FindingCode::PatternDuplicate, key_id, [Arg::text(&key)]);
    }
    Some((key.as_ref().into(), when))
}

fn applies(when: &When, world: &[bool; 3]) -> bool {
    when.iter().zip(world).all(|(stated, fact)| stated.is_none_or(|stated| stated == *fact))
}

/// The one row of each world; findings for worlds without a row or with several, and for rows without a world.
fn check_worlds(r: &mut Reader<'_>, id: Id, rows: &[(Id, When)], keys: &[Box<str>]) -> [u8; 6] {
    let mut worlds = [0; 6];
    for ((world, place), (en, ja)) in WORLDS.iter().zip(&mut worlds).zip(NAMES) {
        let mut matching =
            (0_u8..).zip(rows.iter().zip(keys)).filter(|(_, ((_, when), _))| applies(when, world));
        match (matching.next(), matching.next()) {
            (None, _) => r.report(FindingCode::PatternsGap, id, [Arg::Term(en, ja)]),
            (Some((position, _)), None) => *place = position,
            (Some((_, (_, first))), Some((_, ((row, _), second)))) => {
                let args = [Arg::text(first), Arg::text(second), Arg::Term(en, ja)];
                r.report(FindingCode::PatternsOverlap, *row, args);
            }
        }
    }
    for ((row, when), key) in rows.iter().zip(keys) {
        if !WORLDS.iter().any(|world| applies(when, world)) {
            r.report(FindingCode::PatternNever, *row, [Arg::text(key)]);
        }
    }
    worlds
}

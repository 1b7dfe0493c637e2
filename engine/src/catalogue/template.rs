//! Templates: texts with figures in braces, checked while the engine is compiled.

use crate::catalogue::FigureRow;

/// What a template may name.
#[derive(Clone, Copy)]
pub(crate) enum Allowed<'a> {
    /// The figures of a reason.
    Figures(&'a [FigureRow]),
    /// The words of a finding or of a request's error.
    Words(&'a [&'a str]),
}

/// Whether a template says something and names only these.
pub(crate) const fn is_sound(template: &str, names: Allowed<'_>) -> bool {
    let mut rest = template.as_bytes();
    while let Some((_, after)) = cut(rest, b'{') {
        let Some((name, after)) = cut(after, b'}') else { return false };
        let is_known = match cut(name, b'.') {
            Some((from, [b'.', to @ ..])) => has(names, from) && has(names, to),
            Some(_) => false,
            None => has(names, name),
        };
        if !is_known {
            return false;
        }
        rest = after;
    }
    cut(rest, b'}').is_none() && !template.is_empty()
}

/// The text before and behind the first such byte.
const fn cut(text: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let mut before = 0_usize;
    let mut rest = text;
    while let [first, after @ ..] = rest {
        if *first == byte {
            return Some((text.split_at(before).0, after));
        }
        before = before.wrapping_add(1);
        rest = after;
    }
    None
}

const fn has(names: Allowed<'_>, name: &[u8]) -> bool {
    match names {
        Allowed::Figures(mut rest) => {
            while let [(known, ..), others @ ..] = rest {
                if is_same(known.as_bytes(), name) {
                    return true;
                }
                rest = others;
            }
        }
        Allowed::Words(mut rest) => {
            while let [known, others @ ..] = rest {
                if is_same(known.as_bytes(), name) {
                    return true;
                }
                rest = others;
            }
        }
    }
    false
}

const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, after @ ..], [same, behind @ ..]) = (one, other) {
        if *first != *same {
            return false;
        }
        (one, other) = (after, behind);
    }
    one.is_empty() && other.is_empty()
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Words as they are.
    Words(&'t str),
    /// A figure by its name.
    Figure(&'t str),
    /// The figures from which and to which a range goes.
    Range(&'t str, &'t str),
}

/// The pieces of a template in turn.
pub(crate) fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    template.split(['{', '}']).enumerate().map(|(at, piece)| match piece.split_once("..") {
        _ if at & 1 == 0 => Piece::Words(piece),
        Some((from, to)) => Piece::Range(from, to),
        None => Piece::Figure(piece),
    })
}

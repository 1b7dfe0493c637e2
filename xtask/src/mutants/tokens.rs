//! Which tokens of a source can be changed, and into what.

use std::collections::BTreeMap;
use std::ops::Range;

/// One token that is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    range: Range<usize>,
    line: usize,
    from: String,
    to: String,
}

impl Change {
    /// Line and words.
    pub(crate) fn shown(&self) -> String {
        format!("{}: `{}` becomes `{}`", self.line, self.from, self.to)
    }

    /// The text with the change.
    pub(crate) fn apply(&self, text: &str) -> String {
        let (before, rest) = text.split_at(self.range.start);
        let after = rest.get(self.from.len()..).unwrap_or_default();
        [before, &self.to, after].concat()
    }
}

/// Words of which each may stand for the other.
const PAIRS: [(&str, &str); 14] = [
    ("==", "!="),
    ("&&", "||"),
    ("<", "<="),
    (">", ">="),
    ("true", "false"),
    ("is_some", "is_none"),
    ("is_some_and", "is_none_or"),
    ("any", "all"),
    ("min", "max"),
    ("saturating_add", "saturating_sub"),
    ("checked_add", "checked_sub"),
    ("first", "last"),
    ("Ok", "Err"),
    ("continue", "break"),
];

/// Every change of one token, comments, attributes, imports and test modules left out.
pub(crate) fn changes(text: &str) -> Vec<Change> {
    let code = code(text);
    let mut changes = Vec::new();
    let mut variants: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let words = words(&code);
    for pair in words.windows(3) {
        if let [(_, owner), (_, "::"), (_, variant)] = pair
            && [owner, variant].iter().all(|word| word.starts_with(char::is_uppercase))
        {
            let known = variants.entry(owner).or_default();
            if !known.contains(variant) {
                known.push(variant);
            }
        }
    }
    let mut before: [&str; 2] = [""; 2];
    for (at, word) in &words {
        if word.starts_with(['<', '>']) && !is_operator(&code, *at, word) {
            continue;
        }
        for to in others(word, before, &variants) {
            let line = text.get(..*at).map_or(0, |head| head.matches('\n').count()).saturating_add(1);
            let range = *at..at.saturating_add(word.len());
            changes.push(Change { range, line, from: (*word).to_owned(), to });
        }
        before = [before[1], word];
    }
    changes
}

/// Whether a bracket compares, and is none of a type.
fn is_operator(code: &str, at: usize, word: &str) -> bool {
    let before = code.get(..at).is_some_and(|head| head.ends_with(' '));
    before && code.get(at.saturating_add(word.len())..).is_some_and(|tail| tail.starts_with(' '))
}

/// What a word may be instead, after the two words before it.
fn others(word: &str, before: [&str; 2], variants: &BTreeMap<&str, Vec<&str>>) -> Vec<String> {
    let mut others = Vec::new();
    for (one, other) in PAIRS {
        if word == one {
            others.push(other.to_owned());
        } else if word == other {
            others.push(one.to_owned());
        }
    }
    if let Ok(number) = word.replace('_', "").parse::<u64>() {
        others.push(number.saturating_add(1).to_string());
    }
    if let [owner, "::"] = before
        && let Some(known) = variants.get(owner)
        && let Some(at) = known.iter().position(|variant| *variant == word)
    {
        let next = known.iter().cycle().nth(at.saturating_add(1));
        others.extend(next.filter(|next| **next != word).map(|next| (*next).to_owned()));
    }
    if let Some(inside) = word.strip_prefix('"').and_then(|word| word.strip_suffix('"'))
        && inside.chars().next().is_some_and(char::is_alphanumeric)
    {
        others.push(format!("\"x{inside}\""));
    }
    if word == "!" && matches!(before[1], "(" | "&&" | "||" | "=" | "if" | "=>" | "{" | "return") {
        others.push(String::new());
    }
    others
}

/// The text with everything that is no code turned to blanks, byte for byte.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let mut code = String::with_capacity(text.len());
    for line in text.get(..end).unwrap_or_default().split_inclusive('\n') {
        let start = line.trim_start();
        let is_code = !["//", "#", "use ", "pub use ", "pub(crate) use ", "mod ", "pub(crate) mod "]
            .iter()
            .any(|mark| start.starts_with(mark));
        let kept = if is_code { line.find(" // ").unwrap_or(line.len()) } else { 0 };
        code.push_str(line.get(..kept).unwrap_or_default());
        let blanks = line.len().saturating_sub(kept);
        code.extend(std::iter::repeat_n(' ', blanks));
    }
    code
}

/// The tokens with their places.
fn words(code: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        let length = length(rest);
        let word = rest.get(..length).unwrap_or_default();
        if !word.trim().is_empty() {
            words.push((at, word));
        }
        at = at.saturating_add(length);
    }
    words
}

/// The length of the token that a text begins with.
fn length(rest: &str) -> usize {
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let first = rest.chars().next().unwrap_or(' ');
    if is_word(first) {
        return rest.find(|character| !is_word(character)).unwrap_or(rest.len());
    }
    if first == '"' {
        let mut is_escaped = false;
        for (at, character) in rest.char_indices().skip(1) {
            match character {
                '"' if !is_escaped => return at.saturating_add(1),
                _ => is_escaped = character == '\\' && !is_escaped,
            }
        }
        return rest.len();
    }
    let two = ["==", "!=", "&&", "||", "<=", ">=", "=>", "->", "::", "..", "+=", "-="];
    if two.iter().any(|mark| rest.starts_with(mark)) { 2 } else { first.len_utf8() }
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn code_is_changed_one_token_at_a_time() {
        let text = "/// No 1.\nconst MAX: u32 = 64; // 2\nfn f() -> bool { !a(\"low\") && State::Draft == State::Error }\n";
        let shown: Vec<_> = changes(text).iter().map(super::Change::shown).collect();
        assert_eq!(
            shown,
            [
                "2: `64` becomes `65`",
                "3: `!` becomes ``",
                "3: `\"low\"` becomes `\"xlow\"`",
                "3: `&&` becomes `||`",
                "3: `Draft` becomes `Error`",
                "3: `==` becomes `!=`",
                "3: `Error` becomes `Draft`",
            ]
        );
    }

    #[test]
    fn what_is_no_code_is_left_alone() {
        let text = "use a::b; // 1\n#[derive(Debug)]\n#[cfg(test)]\nmod tests { const A: u8 = 1; }\n";
        assert_eq!(changes(text), []);
    }

    #[test]
    fn a_change_is_applied_at_its_place() {
        let text = "f(7, 7)";
        let applied: Vec<_> = changes(text).iter().map(|change| change.apply(text)).collect();
        assert_eq!(applied, ["f(8, 7)", "f(7, 8)"]);
    }
}

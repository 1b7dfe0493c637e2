//! "Did you mean": the known name that a mistyped one is nearest to.

use alloc::vec::Vec;

/// The nearest of the known names, if it is near enough to be meant: at most one edit in three characters.
pub(super) fn nearest<'a>(name: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(64).flat_map(char::to_lowercase).collect();
    let allowed = name.len().div_ceil(3).min(4);
    known
        .filter_map(|candidate| {
            let other: Vec<char> = candidate.chars().take(64).flat_map(char::to_lowercase).collect();
            let near = name.len().abs_diff(other.len()) <= allowed;
            let distance = if near { edits(&name, &other) } else { usize::MAX };
            (distance <= allowed && distance < other.len()).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many characters must be put in, taken out, replaced or swapped with their neighbour.
fn edits(from: &[char], to: &[char]) -> usize {
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, (letter, previous)) in
        (1_usize..).zip(from.iter().zip(core::iter::once(None).chain(from.iter().map(Some))))
    {
        let mut line = Vec::with_capacity(above.len());
        let mut left = row;
        line.push(left);
        let mut before = None;
        for ((at, other), pair) in (0_usize..).zip(to).zip(above.windows(2)) {
            let &[diagonal, up] = pair else { break };
            let replaced = if letter == other { diagonal } else { diagonal.saturating_add(1) };
            let mut best = replaced.min(up.saturating_add(1)).min(left.saturating_add(1));
            if previous == Some(other) && before == Some(letter) {
                let swapped =
                    at.checked_sub(1).and_then(|at| two_above.get(at)).copied().unwrap_or(usize::MAX);
                best = best.min(swapped.saturating_add(1));
            }
            line.push(best);
            left = best;
            before = Some(other);
        }
        two_above = core::mem::replace(&mut above, line);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};
    use alloc::vec::Vec;

    #[test]
    fn edits_are_counted_with_swaps_as_one() {
        for (from, to, want) in
            [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ab", "ba", 1)]
        {
            let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
            assert_eq!(edits(&from, &to), want, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_hint_is_given_only_for_what_was_probably_meant() {
        let known = ["transfer", "bulkTransfer", "payroll"];
        for (name, want) in [
            ("tranfser", Some("transfer")),
            ("bulktransfer", Some("bulkTransfer")),
            ("payrol", Some("payroll")),
            ("bonus", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, &mut known.into_iter()), want, "{name}");
        }
    }
}

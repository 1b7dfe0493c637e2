//! "Did you mean": the known name that a mistyped one is nearest to.

use alloc::vec;
use alloc::vec::Vec;

/// The nearest of the known names, if it is near enough to be meant: at most one edit in three characters.
pub(super) fn nearest<'a>(name: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(64).flat_map(char::to_lowercase).collect();
    let allowed = name.len().div_ceil(3).min(4);
    known
        .filter_map(|candidate| {
            let other: Vec<char> = candidate.chars().take(64).flat_map(char::to_lowercase).collect();
            let near = name.len().abs_diff(other.len()) <= allowed;
            let distance = if near { edits(&name, &other, allowed) } else { usize::MAX };
            (distance <= allowed && distance < other.len()).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Whether a name is another one but for one slip of the hand, or but for the case of its letters.
pub(super) fn is_slip(name: &str, known: &str) -> bool {
    let [from, to] = [name, known].map(|text| -> Vec<char> { text.chars().take(64).collect() });
    let near = from.len().abs_diff(to.len()) <= 1 && to.len() >= 4;
    name != known && (name.eq_ignore_ascii_case(known) || (near && edits(&from, &to, 1) == 1))
}

/// How many characters must be put in, taken out, replaced or swapped with their neighbour, as far as it is allowed; any
/// larger number stands for more.
fn edits(from: &[char], to: &[char], allowed: usize) -> usize {
    let far = usize::MAX.wrapping_div(2);
    // Only places that are so near each other can be on a way of allowed edits.
    let near = allowed.saturating_add(1);
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    let mut line = vec![far; above.len()];
    for (row, (letter, previous)) in
        (1_usize..).zip(from.iter().zip(core::iter::once(None).chain(from.iter().map(Some))))
    {
        let first = row.saturating_sub(near).max(1);
        line.fill(far);
        if let Some(start) = line.first_mut() {
            *start = row;
        }
        for at in first..=row.saturating_add(near).min(to.len()) {
            let cell = |line: &[usize], back: usize| {
                at.checked_sub(back).and_then(|at| line.get(at)).copied().unwrap_or(far)
            };
            let other = at.checked_sub(1).and_then(|at| to.get(at));
            let before = at.checked_sub(2).and_then(|at| to.get(at));
            let replaced = cell(&above, 1).saturating_add(usize::from(other != Some(letter)));
            let mut best =
                replaced.min(cell(&above, 0).saturating_add(1)).min(cell(&line, 1).saturating_add(1));
            if previous.is_some() && previous == other && before == Some(letter) {
                best = best.min(cell(&two_above, 2).saturating_add(1));
            }
            if let Some(place) = line.get_mut(at) {
                *place = best;
            }
        }
        two_above.clone_from(&above);
        core::mem::swap(&mut above, &mut line);
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
            assert_eq!(edits(&from, &to, 8), want, "{from:?} {to:?}");
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

//! Sorting that is compiled once: the order is found on positions, whatever stands in the list. The standard library's sort is
//! compiled anew for each type, 5 KB of it, which is worth it only where requests are decided.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Sorts a list; what is equal keeps its order.
pub(crate) fn sort_by<T>(list: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    if list.is_sorted_by(|one, other| order(one, other).is_le()) {
        return;
    }
    let at = |position: u32| usize::try_from(position).ok().and_then(|position| list.get(position));
    let sources = sources(list.len(), &|one, other| {
        at(one).zip(at(other)).map_or(Ordering::Equal, |(a, b)| order(a, b))
    });
    for (place, source) in swaps(&sources).into_iter().enumerate() {
        list.swap(place, source);
    }
}

/// Sorts a list by itself.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Which position comes to stand at each place.
#[inline(never)]
fn sources(count: usize, order: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut sources: Vec<u32> = (0..).take(count).collect();
    sources.sort_by(|one, other| order(*one, *other));
    sources
}

/// With which later place each place in turn is swapped, so that everything comes to stand where it belongs.
#[inline(never)]
fn swaps(sources: &[u32]) -> Vec<usize> {
    // What stands at each place by now, and where each thing stands.
    let mut held: Vec<usize> = (0..sources.len()).collect();
    let mut place_of = held.clone();
    let mut swaps = Vec::with_capacity(sources.len());
    for (place, source) in sources.iter().enumerate() {
        let source = usize::try_from(*source).unwrap_or(place);
        let from = place_of.get(source).copied().unwrap_or(place);
        let moved = held.get(place).copied().unwrap_or(place);
        if let Some(held) = held.get_mut(from) {
            *held = moved;
        }
        if let Some(place_of) = place_of.get_mut(moved) {
            *place_of = from;
        }
        swaps.push(from);
    }
    swaps
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use proptest::prelude::*;

    use super::{sort, sort_by};

    proptest! {
        #[test]
        fn lists_are_sorted_as_the_standard_library_sorts_them(list: Vec<(u8, u8)>) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(&ours, &theirs);
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by(&mut ours, |one, other| one.0.cmp(&other.0));
            theirs.sort_by_key(|one| one.0);
            prop_assert_eq!(&ours, &theirs, "what is equal keeps its order");
        }
    }
}

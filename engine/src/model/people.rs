//! Distinct people for several steps at once: whether there are enough, and who may act in which step.
//!
//! By Hall's theorem there are enough exactly if those who are able for any of some steps are, for every choice of steps,
//! as many as these steps want together. Where they are just as many, those people are all taken by these steps, and
//! nobody of them can be spared for another. With at most eight steps there are at most 255 choices.

use crate::model::users::UserSet;

/// A step that wants people: who is able for it, and how many it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Those who are able; behind [`narrow`] those who may act.
    pub people: UserSet,
    /// How many distinct people it wants.
    pub count: u8,
}

/// Leaves in each place those who may act there such that all places can still be filled by distinct people; nobody
/// where a place wants nobody. The answer is whether all of them can be filled at all; if not, the sets mean nothing.
///
/// There are at most 16 places: of more, nothing is possible.
pub(crate) fn narrow(places: &mut [Place]) -> bool {
    if let [only] = places {
        let enough = only.people.has_at_least(usize::from(only.count));
        if only.count == 0 {
            only.people = UserSet::default();
        }
        return enough;
    }
    let Some(choices) = u32::try_from(places.len()).ok().filter(|places| *places <= 16) else { return false };
    for choice in 1..1_u32.checked_shl(choices).unwrap_or(0) {
        let Some(spare) = spare(places, choice) else { return false };
        if spare == 0 {
            keep_for(places, choice);
        }
    }
    for place in places.iter_mut().filter(|place| place.count == 0) {
        place.people = UserSet::default();
    }
    true
}

/// Whether distinct people can be found for all places at once.
pub(crate) fn is_possible(places: &[Place]) -> bool {
    if let [only] = places {
        return only.people.has_at_least(usize::from(only.count));
    }
    let Some(choices) = u32::try_from(places.len()).ok().filter(|places| *places <= 16) else { return false };
    (1..1_u32.checked_shl(choices).unwrap_or(0)).all(|choice| spare(places, choice).is_some())
}

/// The places of a choice, and those that are not in it.
fn chosen(places: &mut [Place], choice: u32, inside: bool) -> impl Iterator<Item = &mut Place> {
    (0_u32..)
        .zip(places)
        .filter(move |(at, _)| (choice.checked_shr(*at).unwrap_or(0) & 1 == 1) == inside)
        .map(|(_, place)| place)
}

/// Everybody who is able for some place of a choice.
fn union(places: &[Place], choice: u32) -> (UserSet, usize) {
    let mut people = UserSet::default();
    let mut wanted = 0_usize;
    for (at, place) in (0_u32..).zip(places) {
        if choice.checked_shr(at).unwrap_or(0) & 1 == 1 {
            people.unite(&place.people);
            wanted = wanted.saturating_add(usize::from(place.count));
        }
    }
    (people, wanted)
}

/// How many people a choice of places can spare; none where it has too few.
#[inline]
fn spare(places: &[Place], choice: u32) -> Option<usize> {
    let (people, wanted) = union(places, choice);
    people.len().checked_sub(wanted)
}

/// Takes the people of a choice out of all other places.
///
/// That changes nothing for the choices to come: whoever is taken out could act there in no way of filling all places.
fn keep_for(places: &mut [Place], choice: u32) {
    let (people, _) = union(places, choice);
    for place in chosen(places, choice, false) {
        place.people.subtract(&people);
    }
}

#[cfg(test)]
mod tests;

//! Tables of groups that overlap, and the definition itself (every way of filling the places) for small companies.

use alloc::vec::Vec;

use proptest::prelude::*;

use super::*;

fn set(people: &[u16]) -> UserSet {
    let mut set = UserSet::default();
    for person in people {
        set.insert(*person);
    }
    set
}

fn places(rows: &[(&[u16], u8)]) -> Vec<Place> {
    rows.iter().map(|(people, count)| Place { people: set(people), count: *count }).collect()
}

/// Who may act in each place; none where the places cannot be filled.
fn who(rows: &[(&[u16], u8)]) -> Option<Vec<Vec<u16>>> {
    let mut places = places(rows);
    let possible = is_possible(&places);
    let narrowed = narrow(&mut places);
    assert_eq!(possible, narrowed, "one question, one answer: {rows:?}");
    narrowed.then(|| places.iter().map(|place| place.people.iter().collect()).collect())
}

/// One table row: why, places with who is able and how many they want, and who may act.
type Row<'a> = (&'a str, &'a [(&'a [u16], u8)], Option<&'a [&'a [u16]]>);

#[test]
fn whoever_may_act_leaves_enough_for_the_others() {
    let rows: &[Row<'_>] = &[
        ("no step: nothing is wanted", &[], Some(&[])),
        ("one person for one step", &[(&[3], 1)], Some(&[&[3]])),
        ("nobody for a step", &[(&[], 1)], None),
        ("one too few for two", &[(&[1], 2)], None),
        ("as many as wanted", &[(&[1, 2], 2)], Some(&[&[1, 2]])),
        ("more than wanted", &[(&[1, 2, 3], 2)], Some(&[&[1, 2, 3]])),
        ("groups apart: all may act", &[(&[1, 2], 1), (&[3, 4], 1)], Some(&[&[1, 2], &[3, 4]])),
        (
            "who alone can do one step is not free for the other",
            &[(&[1], 1), (&[1, 2], 1)],
            Some(&[&[1], &[2]]),
        ),
        ("the same, the other way round", &[(&[1, 2], 1), (&[1], 1)], Some(&[&[2], &[1]])),
        ("one person in both groups cannot act twice", &[(&[1], 1), (&[1], 1)], None),
        ("two in both groups: each may be either", &[(&[1, 2], 1), (&[1, 2], 1)], Some(&[&[1, 2], &[1, 2]])),
        (
            "two in both groups take both steps, so that the third step has but the third person",
            &[(&[1, 2], 1), (&[1, 2], 1), (&[1, 2, 3], 1)],
            Some(&[&[1, 2], &[1, 2], &[3]]),
        ),
        ("a count of two is as two steps", &[(&[1, 2], 2), (&[1, 2, 3], 1)], Some(&[&[1, 2], &[3]])),
        (
            "a chain: each step takes the one that the next would need",
            &[(&[1], 1), (&[1, 2], 1), (&[2, 3], 1)],
            Some(&[&[1], &[2], &[3]]),
        ),
        (
            "a ring of three has room for everybody",
            &[(&[1, 2], 1), (&[2, 3], 1), (&[3, 1], 1)],
            Some(&[&[1, 2], &[2, 3], &[1, 3]]),
        ),
        ("each pair has enough, all three have not", &[(&[1, 2], 1), (&[1, 2], 1), (&[1, 2], 1)], None),
        ("two of A and two of B with three people in all", &[(&[1, 2, 3], 2), (&[1, 2, 3], 2)], None),
        (
            "one more is enough, and all four may do either",
            &[(&[1, 2, 3, 4], 2), (&[1, 2, 3, 4], 2)],
            Some(&[&[1, 2, 3, 4], &[1, 2, 3, 4]]),
        ),
        ("a step that wants nobody more names nobody", &[(&[1, 2], 0), (&[1, 2], 2)], Some(&[&[], &[1, 2]])),
        ("one step alone that wants nobody more", &[(&[1, 2], 0)], Some(&[&[]])),
        ("people behind the first 128", &[(&[127, 900], 1), (&[900], 1)], Some(&[&[127], &[900]])),
        ("behind the first 128 as well: one too few", &[(&[900], 1), (&[900], 1)], None),
    ];
    for (why, places, expected) in rows {
        let expected = expected.map(|sets| sets.iter().map(|set| set.to_vec()).collect::<Vec<_>>());
        assert_eq!(who(places), expected, "{why}");
    }
}

#[test]
fn eight_steps_of_two_among_sixteen_and_fifteen_people() {
    let sixteen: Vec<u16> = (0..16).collect();
    let steps = |people| [(people, 2_u8); 8];
    assert_eq!(who(&steps(&*sixteen)), Some(alloc::vec![sixteen.clone(); 8]));
    assert_eq!(who(&steps(sixteen.get(1..).unwrap())), None, "one too few");
}

#[test]
fn a_thousand_people_are_found_as_two_are() {
    let all: Vec<u16> = (0..1_000).collect();
    let behind: Vec<u16> = (998..1_000).collect();
    let expected = [(0..998).collect(), behind.clone()];
    assert_eq!(who(&[(&all, 2), (&behind, 2)]), Some(Vec::from(expected)), "the two at the end are taken");
}

#[test]
fn more_places_than_are_allowed_are_not_filled() {
    let place = Place { people: set(&[1]), count: 0 };
    assert!(narrow(&mut Vec::from_iter(core::iter::repeat_n(place.clone(), 16))));
    let mut many = Vec::from_iter(core::iter::repeat_n(place, 17));
    assert!(!is_possible(&many) && !narrow(&mut many));
}

/// All ways of filling the places by distinct people, one place after the other: who acts where in some way.
fn by_trying(places: &[Place], taken: &UserSet, seen: &mut [UserSet]) -> bool {
    let Some(at) = places.iter().position(|place| place.count > 0) else { return true };
    let mut possible = false;
    for person in places.get(at).unwrap().people.iter().filter(|person| !taken.contains(*person)) {
        let (mut rest, mut taken) = (places.to_vec(), taken.clone());
        taken.insert(person);
        let place = rest.get_mut(at).unwrap();
        place.count = place.count.saturating_sub(1);
        if by_trying(&rest, &taken, seen) {
            seen.get_mut(at).unwrap().insert(person);
            possible = true;
        }
    }
    possible
}

proptest! {
    #[test]
    fn every_way_of_filling_the_places_says_the_same(
        rows in proptest::collection::vec((0_u16..64, 1_u8..3), 0..4)
    ) {
        let mut places: Vec<Place> = rows
            .iter()
            .map(|(bits, count)| Place { people: set(&(0..6).filter(|at| bits >> at & 1 == 1).collect::<Vec<_>>()), count: *count })
            .collect();
        let mut seen = Vec::from_iter(places.iter().map(|_| UserSet::default()));
        let possible = by_trying(&places, &UserSet::default(), &mut seen);
        prop_assert_eq!(is_possible(&places), possible);
        prop_assert_eq!(narrow(&mut places), possible);
        if possible {
            let found: Vec<UserSet> = places.into_iter().map(|place| place.people).collect();
            prop_assert_eq!(found, seen);
        }
    }
}

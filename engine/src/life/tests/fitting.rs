//! Who fits an alternative, against trying out every way in which people can stand (`docs/item.md`, 12.4).

#![expect(clippy::arithmetic_side_effects, reason = "small numbers")]

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use serde_json::json;

use super::{Documents, NOW, item};
use crate::Company;
use crate::life::needs::Needs;
use crate::life::{Order, OrderAlternative, OrderApproval, OrderStep};
use crate::model::users::UserSet;
use crate::terms::{Act, ApprovalMode};

/// Six people, of whom some are in several groups.
const PEOPLE: [(&str, &[&str]); 6] =
    [("p0", &["A"]), ("p1", &["A"]), ("p2", &["A", "B"]), ("p3", &["B", "C"]), ("p4", &["C"]), ("p5", &[])];

fn company() -> Company {
    let mut documents = Documents::new();
    documents.company["groups"] = json!({ "A": {}, "B": {}, "C": {} });
    let users = documents.company["users"].as_array_mut().unwrap();
    for (id, groups) in PEOPLE {
        users
            .push(json!({ "id": id, "role": "general", "enabled": true, "accounts": ["A"], "groups": groups,
                           "rights": ["transfer.approve"] }));
    }
    documents.load()
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![5 => Just(Act::Approve), 1 => Just(Act::Verify), 1 => Just(Act::Release)]
}

fn alternative() -> impl Strategy<Value = OrderAlternative<'static>> {
    let group = proptest::sample::select(&[None, Some("A"), Some("B"), Some("C"), Some("gone")][..]);
    let step = (act(), group, prop_oneof![4 => Just(1_u8), 2 => Just(2), 1 => Just(3)]);
    (any::<bool>(), proptest::collection::vec(step, 1..5)).prop_map(|(ordered, steps)| {
        let mut steps: Vec<_> = steps
            .into_iter()
            .map(|(act, group, count)| OrderStep { act, group: group.map(Into::into), count })
            .collect();
        if ordered {
            steps.sort_by_key(|step| step.act.turn());
        }
        OrderAlternative { ordered, steps }
    })
}

/// The ways in which those who have acted can stand, as how many are in each step.
fn ways(alternative: &OrderAlternative<'_>, acted: &[(Act, Vec<&str>)]) -> Vec<Vec<u8>> {
    let steps = &alternative.steps;
    let mut ways = vec![vec![0_u8; steps.len()]];
    for (act, groups) in acted {
        let mut next = Vec::new();
        for way in &ways {
            for (at, step) in steps.iter().enumerate() {
                let begun = steps.iter().enumerate().all(|(other, before)| {
                    let comes_before =
                        (alternative.ordered && other < at) || before.act.turn() < step.act.turn();
                    !comes_before || way[other] == before.count
                });
                let fits = step.group.as_deref().is_none_or(|group| groups.contains(&group));
                if step.act == *act && fits && begun && way[at] < step.count {
                    let mut with = way.clone();
                    with[at] += 1;
                    next.push(with);
                }
            }
        }
        next.sort();
        next.dedup();
        ways = next;
    }
    ways
}

/// Whether distinct people can fill what is left of the steps, each able for his step.
fn can_fill(left: &[u8], able: &dyn Fn(usize, usize) -> bool, taken: &mut Vec<usize>) -> bool {
    let Some(at) = left.iter().position(|left| *left > 0) else { return true };
    let mut rest = left.to_vec();
    rest[at] -= 1;
    (0..PEOPLE.len()).any(|person| {
        if taken.contains(&person) || !able(at, person) {
            return false;
        }
        taken.push(person);
        let filled = can_fill(&rest, able, taken);
        taken.pop();
        filled
    })
}

fn left(alternative: &OrderAlternative<'_>, way: &[u8]) -> Vec<u8> {
    alternative.steps.iter().zip(way).map(|(step, taken)| step.count - taken).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_who_fits_may_act_and_nobody_else(
        alternative in alternative(),
        able in proptest::collection::vec(proptest::collection::vec(proptest::bool::weighted(0.75), 3), 6),
        acts in proptest::collection::vec(act(), 0..5),
        first in 0_usize..6,
    ) {
        let company = company();
        let model = &*company.model;
        let position = |person: usize| model.person(PEOPLE[person].0).unwrap();
        // Some act, one after the other, whether or not they fit.
        let actors: Vec<usize> = (0..acts.len()).map(|at| (first + at) % PEOPLE.len()).collect();
        let mut order = Order::from_json(String::leak(item("expired").to_string())).unwrap();
        order.mode = Some(ApprovalMode::Policy);
        order.alternatives = vec![alternative.clone()];
        order.approvals = actors.iter().zip(&acts).map(|(person, act)| OrderApproval {
            user: PEOPLE[*person].0.into(), at: NOW.into(), second_channel: false, act: Some(*act),
            groups: PEOPLE[*person].1.iter().map(|group| (*group).into()).collect(),
        }).collect();
        let sets = [0, 1, 2].map(|act: usize| {
            (0..PEOPLE.len()).filter(|person| able[*person][act]).map(position).collect::<UserSet>()
        });
        let needs = Needs::new(model, &order, sets);

        let acted: Vec<_> = actors.iter().zip(&acts).map(|(person, act)| (*act, PEOPLE[*person].1.to_vec())).collect();
        let is_able = |at: usize, person: usize| {
            let step = &alternative.steps[at];
            let place = Act::ALL.iter().position(|act| *act == step.act).unwrap();
            able[person][place] && step.group.as_deref().is_none_or(|group| PEOPLE[person].1.contains(&group))
        };
        let possible = |acted: &[(Act, Vec<&str>)], taken: &[usize]| {
            ways(&alternative, acted).iter()
                .any(|way| can_fill(&left(&alternative, way), &is_able, &mut taken.to_vec()))
        };
        let stand = alternative.stand(&order.actors());
        let all = ways(&alternative, &acted);
        prop_assert_eq!(stand.is_some(), !all.is_empty(), "{:?} {:?}", alternative, acted);
        let to_come = all.first().map(|way| left(&alternative, way).iter().map(|left| usize::from(*left)).sum::<usize>());
        prop_assert_eq!(stand.map(|stand| stand.to_come), to_come);
        prop_assert_eq!(needs.is_possible(), possible(&acted, &actors));

        // Whoever acts next, able or not.
        for person in (0..PEOPLE.len()).filter(|person| !actors.contains(person)) {
            for act in Act::ALL {
                let mut with = acted.clone();
                with.push((*act, PEOPLE[person].1.to_vec()));
                let mut taken = actors.clone();
                taken.push(person);
                let wanted = possible(&with, &taken);
                prop_assert_eq!(needs.may_act(Some(position(person)), *act), wanted, "{:?} {:?} {} {}", alternative, acted, person, act);
                // Of those who are able, these may do it now.
                let place = Act::ALL.iter().position(|one| one == act).unwrap();
                let now = needs.who(core::slice::from_ref(act)).contains(position(person));
                prop_assert_eq!(now, wanted && able[person][place], "{:?} {:?} {} {} now", alternative, acted, person, act);
            }
        }

        // Who may act in a step, now or when its turn comes: who stands there in some way of filling everything.
        let people = needs.people(&alternative);
        let mut wanted: Option<Vec<Vec<usize>>> = None;
        for way in &all {
            let rest = left(&alternative, way);
            if !can_fill(&rest, &is_able, &mut actors.clone()) {
                continue;
            }
            let found = wanted.get_or_insert_with(|| vec![Vec::new(); rest.len()]);
            for (at, who) in found.iter_mut().enumerate().filter(|(at, _)| rest[*at] > 0) {
                for person in 0..PEOPLE.len() {
                    let mut others = rest.clone();
                    others[at] -= 1;
                    let mut taken = actors.clone();
                    taken.push(person);
                    let goes = !actors.contains(&person) && is_able(at, person) && can_fill(&others, &is_able, &mut taken);
                    if goes && !who.contains(&person) {
                        who.push(person);
                    }
                }
            }
        }
        let told = people.map(|steps| {
            let of = |set: &UserSet| (0..PEOPLE.len()).filter(|person| set.contains(position(*person))).collect::<Vec<_>>();
            steps.iter().map(of).collect::<Vec<_>>()
        });
        for who in wanted.iter_mut().flatten() {
            who.sort_unstable();
        }
        prop_assert_eq!(told, wanted, "{:?} {:?}", alternative, acted);
    }
}

#[test]
fn a_step_of_an_unknown_group_is_filled_by_nobody() {
    let company = company();
    let mut order = Order::from_json(String::leak(item("expired").to_string())).unwrap();
    let step =
        |group: Option<&'static str>| OrderStep { act: Act::Approve, group: group.map(Into::into), count: 1 };
    for (group, wanted) in [(None, true), (Some("A"), true), (Some("gone"), false)] {
        order.alternatives = vec![OrderAlternative { ordered: false, steps: vec![step(group)] }];
        let all = || (0..12).collect::<UserSet>();
        assert_eq!(
            Needs::new(&company.model, &order, [all(), all(), all()]).is_possible(),
            wanted,
            "{group:?}"
        );
    }
}

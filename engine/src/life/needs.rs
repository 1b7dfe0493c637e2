//! Whom an order of mode `policy` still needs (`docs/item.md`, 12.4).

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::life::order::{Order, OrderAlternative, OrderStep};
use crate::life::places::{Actor, Actors, Stand};
use crate::model::company::CompanyModel;
use crate::model::people::{Place, is_possible, narrow};
use crate::model::users::UserSet;
use crate::request::Text;
use crate::terms::Act;

/// Whom an order of mode `policy` still needs: what it keeps, beside who of the company is able today.
pub(super) struct Needs<'o, 'c, 'r> {
    company: &'c CompanyModel,
    alternatives: &'o [OrderAlternative<'r>],
    actors: Actors<'o, 'r>,
    /// Who is able to do what, by the position of the act, and has not acted.
    able: [UserSet; 3],
}

impl<'o, 'c, 'r> Needs<'o, 'c, 'r> {
    /// Of an order, with those who are able today for each act in the order of [`Act::ALL`].
    pub(super) fn new(company: &'c CompanyModel, order: &'o Order<'r>, mut able: [UserSet; 3]) -> Self {
        for approval in &order.approvals {
            if let Some(person) = company.person(&approval.user) {
                able.iter_mut().for_each(|people| people.remove(person));
            }
        }
        Self { company, alternatives: &order.alternatives, actors: order.actors(), able }
    }

    /// Who is able for a step.
    fn able_for(&self, step: &OrderStep<'_>) -> UserSet {
        let known = Act::ALL.iter().zip(&self.able).find(|(act, _)| **act == step.act);
        let Some((_, able)) = known else { return UserSet::default() };
        let Some(name) = &step.group else { return able.clone() };
        // A group that is no longer there has nobody.
        let group = self.company.groups.iter().find(|group| *group.key == **name);
        group.map_or_else(UserSet::default, |group| UserSet::both(able, &group.people))
    }

    /// The steps that are not done, with who can fill them: people who are able, and those who have acted in the turn of the
    /// step, who have numbers behind everybody's. Each with its place in the alternative.
    fn open(
        &self,
        alternative: &OrderAlternative<'_>,
        (actors, stand): (&[Actor<'_, '_>], Stand),
        without: Option<u16>,
    ) -> (SmallVec<[usize; 8]>, Vec<Place>) {
        let Some(turn) = stand.turn else { return Default::default() };
        let here = actors.len().saturating_sub(stand.acted);
        let behind = u16::try_from(self.company.people.len()).unwrap_or(u16::MAX);
        let (mut at, mut places) = (SmallVec::new(), Vec::new());
        for (place, step) in alternative.steps.iter().enumerate() {
            let of = alternative.turn_of(place, step);
            if of < turn {
                continue;
            }
            let mut people = self.able_for(step);
            if let Some(person) = without {
                people.remove(person);
            }
            for (number, actor) in (behind..).zip(actors.iter().skip(here)) {
                if of == turn && step.takes(actor) {
                    people.insert(number);
                }
            }
            at.push(place);
            places.push(Place { people, count: step.count });
        }
        (at, places)
    }

    /// Whether a person may do one of these now, who is in these groups.
    pub(super) fn may_act(&self, person: Option<u16>, groups: &'o [Text<'r>], acts: &[Act]) -> bool {
        acts.iter().any(|act| {
            let mut actors = self.actors.clone();
            actors.push(Actor { act: *act, groups });
            self.alternatives.iter().any(|alternative| {
                // Those who have acted can stand and the rest be filled, each by itself: then both at once can.
                alternative.stand(&actors).is_some_and(|stand| {
                    let (_, places) = self.open(alternative, (&actors, stand), person);
                    is_possible(&places)
                })
            })
        })
    }

    /// Who may act in each step of an alternative, now or when its turn comes; none where it is no longer possible.
    pub(super) fn people(&self, alternative: &OrderAlternative<'_>) -> Option<Vec<UserSet>> {
        let stand = alternative.stand(&self.actors)?;
        let (at, mut places) = self.open(alternative, (&self.actors, stand), None);
        if !narrow(&mut places) {
            return None;
        }
        let here = self.actors.iter().skip(self.actors.len().saturating_sub(stand.acted)).copied();
        let here: Actors<'_, '_> = here.collect();
        let mut people = Vec::new();
        people.resize_with(alternative.steps.len(), UserSet::default);
        for (place, found) in at.into_iter().zip(places) {
            let Some((step, who)) = alternative.steps.get(place).zip(people.get_mut(place)) else { continue };
            let turn = alternative.turn_of(place, step);
            // Somebody new in this step leaves those who have acted the others.
            if stand.turn != Some(turn) || alternative.are_placed(turn, &here, Some(place)) {
                *who = found.people;
                who.intersect(&self.able_for(step));
            }
        }
        Some(people)
    }

    /// Who may do one of these now.
    pub(super) fn who(&self, acts: &[Act]) -> UserSet {
        let mut who = UserSet::with_room(self.company.people.len());
        for alternative in self.alternatives {
            let turn = alternative.stand(&self.actors).and_then(|stand| stand.turn);
            let people = self.people(alternative).unwrap_or_default();
            for ((place, step), people) in alternative.steps.iter().enumerate().zip(&people) {
                if acts.contains(&step.act) && turn == Some(alternative.turn_of(place, step)) {
                    who.unite(people);
                }
            }
        }
        who
    }
}

impl<'r> Order<'r> {
    /// Those who have acted, of mode `policy`.
    pub(super) fn actors(&self) -> Actors<'_, 'r> {
        let acted = self.approvals.iter().filter_map(|approval| Some((approval.act?, &*approval.groups)));
        acted.map(|(act, groups)| Actor { act, groups }).collect()
    }

    /// How many people are still to act: as few as one of the alternatives needs behind these; none where nobody fits.
    pub(super) fn to_come(&self, actors: &[Actor<'_, '_>]) -> Option<usize> {
        self.alternatives.iter().filter_map(|one| one.stand(actors)).map(|stand| stand.to_come).min()
    }
}

//! Whom an order of mode `policy` still needs (`docs/item.md`, 12.4).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::life::order::{Order, OrderAlternative, OrderStep};
use crate::life::places::{Actor, Actors, Stand};
use crate::loaded::Company;
use crate::model::company::{Account, CompanyModel};
use crate::model::people::{Place, is_possible, narrow};
use crate::model::policy::{Alternative, Step};
use crate::model::users::UserSet;
use crate::request::Text;
use crate::steps::approval::able::Able;
use crate::steps::{BusinessRecord, business};
use crate::terms::{Act, ApprovalMode};
use crate::verdict::{Approvers, KeptWays, Ways};

/// Who is able for each act on an order today, in the order of [`Act::ALL`]. What is not known of it is not asked: its debit
/// account, what its largest item counts.
pub(super) fn able_today(
    company: &CompanyModel,
    of: BusinessRecord<'_>,
    order: &Order<'_>,
    account: Option<&Account>,
    largest: Option<i64>,
) -> [UserSet; 3] {
    let able = Able::new(company, &of, account, company.person(&order.requester), largest);
    let named: UserSet = order.approvers.iter().filter_map(|id| company.person(id)).collect();
    let mut sets = [Act::Approve, Act::Verify, Act::Release].map(|act| {
        if of.contract.mode != Some(ApprovalMode::None) {
            return able.may(act).clone();
        }
        // The order was submitted when there was approval, and keeps the rights of that.
        let may = |at: u16| company.grants_under(true, at, of.at).has(act.operation());
        let people = (0..).zip(&company.people).filter(|(at, person)| person.enabled && may(*at));
        people.map(|(at, _)| at).collect()
    });
    for people in &mut sets {
        able.leave(people);
        if !order.approvers.is_empty() {
            people.intersect(&named);
        }
    }
    sets
}

/// Who may act on a pending order of mode `policy`, now or when the turn comes, whatever it takes: by the documents, and as far
/// as amounts do not matter.
pub(crate) fn who_may_act(company: &Company, order: &Order<'_>) -> UserSet {
    let model = &*company.model;
    let mut who = UserSet::with_room(model.people.len());
    let Some(of) = model.service.business(&order.business).and_then(|at| business(model, at)) else {
        return who;
    };
    let account = order.content.account.as_deref().and_then(|id| model.account(id));
    let account = account.and_then(|at| model.accounts.get(usize::from(at)));
    let needs = Needs::new(model, order, able_today(model, of, order, account, None));
    for alternative in &order.alternatives {
        needs.people(alternative).iter().flatten().for_each(|people| who.unite(people));
    }
    who
}

/// The groups that a person is in, in the order of the document.
pub(super) fn groups_of<'r>(company: &CompanyModel, person: Option<u16>) -> Vec<Text<'r>> {
    let groups = company.groups.iter().filter(|group| person.is_some_and(|at| group.people.contains(at)));
    groups.map(|group| owned(&group.key)).collect()
}

fn owned<'r>(name: &str) -> Text<'r> {
    String::from(name).into()
}

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

    /// Whether distinct people who are able today could do all that is left.
    pub(super) fn is_possible(&self) -> bool {
        self.alternatives.iter().any(|alternative| {
            alternative.stand(&self.actors).is_some_and(|stand| {
                let (_, places) = self.open(alternative, (&self.actors, stand), None);
                is_possible(&places)
            })
        })
    }

    /// Whether a person is able to do something to the order, whatever the group.
    pub(super) fn is_able(&self, person: Option<u16>, act: Act) -> bool {
        let known = Act::ALL.iter().zip(&self.able).find(|(one, _)| **one == act);
        known.zip(person).is_some_and(|((_, able), person)| able.contains(person))
    }

    /// Whether there is a place for a person who does this now.
    pub(super) fn may_act(&self, person: Option<u16>, act: Act) -> bool {
        let groups = groups_of(self.company, person);
        let before = self.actors.iter().map(|actor| Actor { act: actor.act, groups: actor.groups });
        let actors: Actors<'_, '_> = before.chain([Actor { act, groups: &groups }]).collect();
        self.alternatives.iter().any(|alternative| {
            // Those who have acted can stand and the rest be filled, each by itself: then both at once can.
            alternative.stand(&actors).is_some_and(|stand| {
                let (_, places) = self.open(alternative, (&actors, stand), person);
                is_possible(&places)
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

    /// What is left of the order, as an answer says it: the alternatives that are still possible, and who may act in them.
    pub(super) fn approvers(&self, key: &str) -> Approvers {
        let mut steps = SmallVec::new();
        let mut alternatives = Vec::new();
        for alternative in self.alternatives {
            let group = |name: &Text<'_>| {
                (0..).zip(&self.company.groups).find(|(_, group)| *group.key == **name).map(|(at, _)| at)
            };
            let of = |step: &OrderStep<'_>| Step {
                act: step.act,
                group: step.group.as_ref().and_then(group),
                count: step.count,
            };
            if let Some(people) = self.people(alternative) {
                let own = alternative.steps.iter().map(of).collect();
                alternatives.push(Alternative { ordered: alternative.ordered, steps: own });
                steps.extend(people);
            }
        }
        let kept = KeptWays { key: key.into(), up_to: None, alternatives };
        let ways = Ways::Kept(Box::new(kept));
        Approvers { mode: ApprovalMode::Policy, needs_somebody: true, ways, steps }
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
    /// Keeps what it is submitted under, if that is a policy.
    pub(super) fn keep_policy(&mut self, asked: Option<&Approvers>, company: &CompanyModel) {
        let Some(asked) = asked.and_then(|approval| approval.asked(company)) else { return };
        let step = |step: &Step| OrderStep {
            act: step.act,
            group: step
                .group
                .and_then(|at| company.groups.get(usize::from(at)))
                .map(|group| owned(&group.key)),
            count: step.count,
        };
        self.policy = Some(owned(asked.key));
        self.alternatives = asked
            .alternatives()
            .map(|(one, _)| OrderAlternative {
                ordered: one.ordered,
                steps: one.steps.iter().map(step).collect(),
            })
            .collect();
    }

    /// Keeps the alternatives that all who have acted fit.
    pub(super) fn narrow(&mut self) {
        let mut alternatives = core::mem::take(&mut self.alternatives);
        {
            let actors = self.actors();
            alternatives.retain(|one| one.stand(&actors).is_some());
        }
        self.alternatives = alternatives;
    }

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

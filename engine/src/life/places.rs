//! Whether those who have acted fit an alternative, and in which of its steps the next may act (`docs/item.md`, 12.4).
//!
//! The steps of an alternative come in turns: one after the other where it is ordered, else all that verify, then all that
//! approve, then all that release. A turn begins when those before it are done, so that whoever acts as the n-th is in one turn
//! and no other, and only in which of its steps he stands may be left open.

use smallvec::SmallVec;

use crate::life::order::{ALTERNATIVES_MAX, OrderAlternative, OrderStep, PEOPLE_MAX};
use crate::model::company::Group;
use crate::model::policy::{Alternative, Step};
use crate::request::Text;
use crate::terms::Act;

/// Somebody who has acted.
#[derive(Clone, Copy)]
pub(super) struct Actor<'o, 'r> {
    pub act: Act,
    /// The groups that he was in then.
    pub groups: &'o [Text<'r>],
}

/// Those who have acted, in order.
pub(super) type Actors<'o, 'r> = SmallVec<[Actor<'o, 'r>; 4]>;

/// How far an alternative is fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    /// The turn in which the next acts; none where everybody has acted.
    pub turn: Option<usize>,
    /// How many have acted in it: the last of all.
    pub acted: usize,
    /// How many people are still to act.
    pub to_come: usize,
}

impl OrderStep<'_> {
    /// Whether somebody who has acted can stand in it.
    pub(super) fn takes(&self, actor: &Actor<'_, '_>) -> bool {
        let in_group = self.group.as_ref().is_none_or(|group| actor.groups.contains(group));
        self.act == actor.act && in_group
    }
}

impl OrderAlternative<'_> {
    /// In which turn a step is, by its place.
    pub(super) fn turn_of(&self, place: usize, step: &OrderStep<'_>) -> usize {
        if self.ordered { place } else { usize::from(step.act.turn()) }
    }

    /// The steps of a turn, with their places.
    fn steps_of(&self, turn: usize) -> impl Iterator<Item = (usize, &OrderStep<'_>)> {
        self.steps.iter().enumerate().filter(move |(place, step)| self.turn_of(*place, step) == turn)
    }

    /// How many people it takes in all.
    pub(super) fn people(&self) -> usize {
        self.steps.iter().fold(0, |people, step| people.saturating_add(usize::from(step.count)))
    }

    /// Whether a policy can have it: some steps of so many people, nobody who approves before one who verifies, and nobody
    /// behind one who releases but such as do so too.
    pub(super) fn is_sound(&self) -> bool {
        let counts = self.steps.iter().all(|step| (1..=PEOPLE_MAX).contains(&step.count));
        let acts = || self.steps.iter().map(|step| step.act.turn());
        (1..=ALTERNATIVES_MAX).contains(&self.steps.len())
            && counts
            && self.people() <= usize::from(PEOPLE_MAX)
            && (!self.ordered || acts().is_sorted())
    }

    /// Whether an alternative of a company's policy is the same.
    pub(super) fn is_same(&self, other: &Alternative, groups: &[Group]) -> bool {
        let is_same = |(mine, theirs): (&OrderStep<'_>, &Step)| {
            let group = theirs.group.and_then(|at| groups.get(usize::from(at))).map(|group| &*group.key);
            (mine.act, mine.count, mine.group.as_deref()) == (theirs.act, theirs.count, group)
        };
        let same_steps =
            self.steps.len() == other.steps.len() && self.steps.iter().zip(&other.steps).all(is_same);
        self.ordered == other.ordered && same_steps
    }

    /// Where those who have acted stand; none if they do not fit.
    pub(super) fn stand(&self, actors: &[Actor<'_, '_>]) -> Option<Stand> {
        let mut stand = Stand { turn: None, acted: 0, to_come: 0 };
        let mut rest = actors;
        for turn in 0..ALTERNATIVES_MAX {
            let room =
                self.steps_of(turn).fold(0, |room: usize, (_, step)| room.saturating_add(step.count.into()));
            let (here, behind) = rest.split_at_checked(room.min(rest.len()))?;
            if !self.are_placed(turn, here, None) {
                return None;
            }
            let open = room.saturating_sub(here.len());
            if open > 0 && stand.turn.is_none() {
                stand = Stand { turn: Some(turn), acted: here.len(), ..stand };
            }
            stand.to_come = stand.to_come.saturating_add(open);
            rest = behind;
        }
        rest.is_empty().then_some(stand)
    }

    /// Whether those who have acted in a turn can each stand in a step of it, with a place to spare in one step if that is
    /// asked: by Hall's theorem, whether any of its steps have room for all who can stand in no other.
    pub(super) fn are_placed(&self, turn: usize, actors: &[Actor<'_, '_>], spare: Option<usize>) -> bool {
        let steps: SmallVec<[_; ALTERNATIVES_MAX]> = self.steps_of(turn).collect();
        let choices = u32::try_from(steps.len()).ok().and_then(|steps| 1_u32.checked_shl(steps)).unwrap_or(0);
        (0..choices).all(|choice| {
            let chosen =
                |at: usize| choice.checked_shr(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or(0) & 1 == 1;
            let mut room = 0_usize;
            for (at, (place, step)) in steps.iter().enumerate() {
                if chosen(at) {
                    let taken = usize::from(spare == Some(*place));
                    room = room.saturating_add(usize::from(step.count).saturating_sub(taken));
                }
            }
            let confined = actors.iter().filter(|actor| {
                steps.iter().enumerate().all(|(at, (_, step))| chosen(at) || !step.takes(actor))
            });
            confined.count() <= room
        })
    }
}

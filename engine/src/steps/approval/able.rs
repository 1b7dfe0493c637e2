//! Who is able for a step (`docs/rules.md`, rules 8.2.2 and 8.6.6), and who may act in each step of an alternative.

use smallvec::SmallVec;

use crate::model::company::{Account, CompanyModel, Contract};
use crate::model::people::{Place, narrow};
use crate::model::policy::{Alternative, Step};
use crate::model::users::UserSet;
use crate::steps::BusinessRecord;
use crate::steps::limit::keeps;
use crate::terms::Act;

/// What keeps people from acting on an order, whatever the step.
pub(crate) struct Able<'c> {
    company: &'c CompanyModel,
    contract: &'c Contract,
    /// Those who may use the account, where that is asked.
    account: Option<&'c UserSet>,
    /// The requester, where he may not approve himself.
    requester: Option<u16>,
    /// Those with a cap that the order is over.
    capped: UserSet,
}

impl<'c> Able<'c> {
    /// What is not known of the order is not asked: its debit account, its requester, what its largest item counts.
    #[inline]
    pub(crate) fn new(
        company: &'c CompanyModel,
        of: &BusinessRecord<'c>,
        account: Option<&'c Account>,
        requester: Option<u16>,
        largest: Option<i64>,
    ) -> Self {
        let settings = &company.service.settings;
        let account = account.filter(|_| settings.approval.approver_needs_account);
        let mut able = Self {
            company,
            contract: of.contract,
            account: account.map(|account| &account.people),
            requester: requester.filter(|_| of.business.self_approval_forbidden),
            capped: UserSet::default(),
        };
        if let Some(largest) = largest {
            let is_over = |cap: i64| !keeps(cap, 0, largest, settings.limit.inclusive);
            for cap in of.contract.caps.iter().filter(|cap| cap.most.get().is_some_and(is_over)) {
                able.capped.insert(cap.person);
            }
        }
        able
    }

    /// Who has the right to an act.
    pub(crate) fn may(&self, act: Act) -> &'c UserSet {
        self.contract.actors(act)
    }

    /// Whether somebody is in the group that a step asks for.
    pub(crate) fn is_in_group(&self, step: &Step, person: u16) -> bool {
        step.group.is_none_or(|group| self.group(group).is_some_and(|people| people.contains(person)))
    }

    fn group(&self, group: u16) -> Option<&'c UserSet> {
        self.company.groups.get(usize::from(group)).map(|group| &group.people)
    }

    /// Who is able for a step.
    #[inline]
    pub(crate) fn of(&self, step: &Step) -> UserSet {
        let mut able = self.may(step.act).clone();
        if let Some(group) = step.group {
            match self.group(group) {
                Some(people) => able.intersect(people),
                None => return UserSet::default(),
            }
        }
        self.leave(&mut able);
        able
    }

    /// Leaves of those who have a right the ones who are able for this order.
    #[inline]
    pub(crate) fn leave(&self, people: &mut UserSet) {
        if let Some(users) = self.account {
            people.intersect(users);
        }
        if let Some(requester) = self.requester {
            people.remove(requester);
        }
        people.subtract(&self.capped);
    }

    /// Who may act in each step of an alternative such that all of it can be done by distinct people; none where it cannot.
    /// With `only` nobody else acts.
    #[inline]
    pub(crate) fn fulfil(&self, alternative: &Alternative, only: Option<&UserSet>) -> Option<Places> {
        let mut places = Places::new();
        for step in &alternative.steps {
            let mut people = self.of(step);
            if let Some(only) = only {
                people.intersect(only);
            }
            places.push(Place { people, count: step.count });
        }
        narrow(&mut places).then_some(places)
    }
}

/// The places of an alternative, in the order of its steps.
pub(crate) type Places = SmallVec<[Place; 3]>;

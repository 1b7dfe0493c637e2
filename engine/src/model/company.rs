//! The checked company: what one customer has set.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;

use crate::index::Index;
use crate::model::MaybeAmount;
use crate::model::access::{CompanyAccess, Stated};
use crate::model::grants::Grants;
use crate::model::policy::Policy;
use crate::model::service::ServiceModel;
use crate::model::table::Dated;
use crate::model::users::UserSet;
use crate::quote;
use crate::set::Listed;
use crate::terms::{Act, ApprovalMode, Method, Role};

/// Everything that a company document says, checked against its service.
#[derive(Debug)]
pub(crate) struct CompanyModel {
    pub service: Arc<ServiceModel>,
    pub id: Box<str>,
    /// Whether the document is a part, which does not know everybody.
    pub is_part: bool,
    /// The fingerprint of the document's meaning (of the whole document, for a part), in hexadecimal digits.
    pub digest: Box<str>,
    /// What every verdict ends with, made of the two documents.
    pub ending: Box<str>,
    /// What the company has set for each business, by the business's position in the service.
    pub businesses: Box<[Contract]>,
    /// In the order of the document.
    pub accounts: Box<[Account]>,
    pub account_index: Index,
    /// Users and, in a part, approver candidates, in the order of their ids.
    pub people: Box<[Person]>,
    pub people_index: Index,
    /// Whoever is an approver at all: enabled, with a right to approve in some business.
    pub approvers: UserSet,
    /// The same for a business with a policy: with a right to any act there.
    pub actors: UserSet,
    /// Each distinct set of grants once; people point into it, one entry per person and business, then one per
    /// person for inquiries.
    pub grants: Box<[Grants]>,
    /// Groups of users, in the order of the document.
    pub groups: Box<[Group]>,
    /// Positions in `grants`: `people x (businesses + 1)`, the last of each row for inquiries.
    pub grant_of: Box<[u32]>,
    /// The same under the other map of rights than that of the company's mode, `people x businesses`; empty where no
    /// right of the service has two different maps.
    pub other_grant_of: Box<[u32]>,
    /// What is set for the limits of the service, see [`Limits::slots`](crate::model::limit::Limits::slots).
    pub limits: SetLimits,
    /// What the company states of itself, as far as conditions of access ask for it.
    pub access: CompanyAccess,
}

/// What the company has set for one business.
#[derive(Debug, Default)]
pub(crate) struct Contract {
    /// None: the company does not use the business.
    pub mode: Option<ApprovalMode>,
    /// What the mode is short for, or the company's own; without rows where the company does not use the business.
    pub policy: Policy,
    pub payee_borne: Option<PayeeBorne>,
    /// The company's own table for payer-borne items, where it is individual.
    pub payer_borne: Option<Dated>,
    /// Enabled people with a right to each act in this business under its mode, by the act's position.
    pub actors: [UserSet; Act::ALL.len()],
    /// `approverPerItem` in this business, in the order of the people who have one.
    pub caps: Box<[Cap]>,
}

/// An approver cap per item (明細上限金額).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cap {
    /// Whose it is.
    pub person: u16,
    /// The most that one item may count for, an amount.
    pub most: MaybeAmount,
}

/// What is set for limits: the company's values, then a row for each account, and for each person.
#[derive(Debug)]
pub(crate) struct SetLimits {
    /// All of them.
    pub values: Box<[MaybeAmount]>,
    /// Where the rows of the accounts begin, and those of the people.
    pub starts: [usize; 2],
}

impl SetLimits {
    /// Where the values of the company begin.
    pub(crate) const COMPANY: usize = 0;

    /// A table of these values.
    pub(crate) fn new(company: &[MaybeAmount], accounts: &[MaybeAmount], people: &[MaybeAmount]) -> Self {
        let of_accounts = company.len();
        let of_people = of_accounts.saturating_add(accounts.len());
        let values = [company, accounts, people].concat();
        Self { values: values.into_boxed_slice(), starts: [of_accounts, of_people] }
    }

    /// The values of the company, of the accounts and of the people.
    pub(crate) fn parts(&self) -> [&[MaybeAmount]; 3] {
        let [accounts, people] = self.starts;
        let part = |from: usize, to: usize| self.values.get(from..to).unwrap_or_default();
        [part(Self::COMPANY, accounts), part(accounts, people), part(people, self.values.len())]
    }

    /// What is set in a slot of the values that begin at a place; none where nobody has set one there.
    #[inline]
    pub(crate) fn at(&self, start: usize, slot: u16) -> MaybeAmount {
        self.values.get(start.wrapping_add(usize::from(slot))).copied().unwrap_or(MaybeAmount::NONE)
    }
}

impl Contract {
    /// The approver cap of a person, if he has one.
    pub(crate) fn cap(&self, person: u16) -> Option<MaybeAmount> {
        let at = self.caps.binary_search_by_key(&person, |cap| cap.person).ok()?;
        self.caps.get(at).map(|cap| cap.most)
    }

    /// Enabled people with a right to an act in this business under its mode.
    #[inline]
    pub(crate) fn actors(&self, act: Act) -> &UserSet {
        let [approve, verify, release] = &self.actors;
        match act {
            Act::Approve => approve,
            Act::Verify => verify,
            Act::Release => release,
        }
    }

    /// Takes all of them out.
    pub(crate) fn clear_actors(&mut self, act: Act) {
        if let Some(actors) = self.actors.get_mut(usize::from(act.position())) {
            *actors = UserSet::default();
        }
    }

    /// Adds one of them.
    pub(crate) fn add_actor(&mut self, act: Act, person: u16) {
        if let Some(actors) = self.actors.get_mut(usize::from(act.position())) {
            actors.insert(person);
        }
    }
}

/// A company's setting for payee-borne fees of a business (先方負担手数料).
#[derive(Debug)]
pub(crate) struct PayeeBorne {
    /// The company's own tables (個別手数料); none: the bank's (基準手数料).
    pub own: Option<Dated>,
    pub method: Method,
    /// 適用最低支払金額; 0 where there is none.
    pub minimum: i64,
}

/// A debit account (出金口座).
#[derive(Clone, Debug)]
pub(crate) struct Account {
    pub id: Box<str>,
    pub bank: Box<str>,
    pub branch: Box<str>,
    /// Who may use it (利用可能口座).
    pub people: UserSet,
}

/// A user, or an approver candidate of a part.
#[derive(Debug)]
pub(crate) struct Person {
    pub id: Box<str>,
    pub role: Role,
    pub enabled: bool,
    /// A candidate of a part: known as an approver only, not as a user.
    pub candidate_only: bool,
    /// What is stated of him, as far as conditions of access ask for it, by slot.
    pub access: Box<[Stated]>,
}

impl Person {
    /// Whether he may act as a user.
    pub(crate) const fn is_user(&self) -> bool {
        !self.candidate_only
    }
}

/// A group of users (グループ).
#[derive(Debug)]
pub(crate) struct Group {
    pub key: Box<str>,
    /// Who is in it.
    pub people: UserSet,
    /// What is stated of it, as far as conditions of access ask for it, by slot.
    pub access: Box<[Stated]>,
}

/// The version of the engine, as it stands in every answer.
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// What every verdict ends with, so that it can be made again: engine and documents, as JSON behind other members.
pub(crate) fn ending(service: &ServiceModel, id: &str, digest: &str) -> Box<str> {
    let mut out = String::with_capacity(256);
    for (before, text) in [
        (",\"engine\":", ENGINE),
        (",\"service\":{\"id\":", &*service.id),
        (",\"version\":", &*service.version),
        (",\"digest\":", &*service.digest),
        ("},\"company\":{\"id\":", id),
        (",\"digest\":", digest),
    ] {
        out.push_str(before);
        quote::string(text, &mut out);
    }
    out.push_str("}}");
    out.into_boxed_str()
}

impl CompanyModel {
    /// The position of an account.
    #[inline]
    pub(crate) fn account(&self, id: &str) -> Option<u16> {
        self.account_index.find(id, |at| self.accounts.get(at).map(|account| &*account.id))
    }

    /// The position of a group.
    pub(crate) fn group(&self, key: &str) -> Option<u16> {
        self.groups.iter().position(|group| *group.key == *key).and_then(|at| u16::try_from(at).ok())
    }

    /// The position of a user or candidate.
    #[inline]
    pub(crate) fn person(&self, id: &str) -> Option<u16> {
        self.people_index.find(id, |at| self.people.get(at).map(|person| &*person.id))
    }

    /// The position of a user: a candidate of a part is none.
    #[inline]
    pub(crate) fn user(&self, id: &str) -> Option<u16> {
        self.person(id).filter(|at| self.people.get(usize::from(*at)).is_some_and(Person::is_user))
    }

    /// What a person's rights amount to in a business; in none (`business` is the number of businesses): inquiries.
    #[inline]
    pub(crate) fn grants(&self, person: u16, business: usize) -> &Grants {
        let width = self.service.businesses.len().wrapping_add(1);
        let at = usize::from(person).wrapping_mul(width).wrapping_add(business);
        self.grant_of
            .get(at)
            .and_then(|at| self.grants.get(usize::try_from(*at).ok()?))
            .unwrap_or(&Grants::NONE)
    }

    /// What a person's rights amount to in a business with approval (`on`) or without, whatever the company's mode is now.
    pub(crate) fn grants_under(&self, on: bool, person: u16, business: u16) -> &Grants {
        let at = usize::from(business);
        let mode = self.businesses.get(at).and_then(|contract| contract.mode);
        if self.other_grant_of.is_empty() || mode.is_some_and(|mode| mode != ApprovalMode::None) == on {
            return self.grants(person, at);
        }
        usize::from(person)
            .checked_mul(self.service.businesses.len())
            .and_then(|row| row.checked_add(at))
            .and_then(|at| self.other_grant_of.get(at))
            .and_then(|at| self.grants.get(usize::try_from(*at).ok()?))
            .unwrap_or(&Grants::NONE)
    }

    /// What the company has set in a slot.
    #[cfg(test)]
    pub(crate) fn company_limit(&self, slot: u16) -> Option<i64> {
        self.limits.at(SetLimits::COMPANY, slot).get()
    }

    /// Where the values that are set for an account begin.
    #[inline]
    pub(crate) fn account_limits(&self, account: u16) -> usize {
        let ([_, width, _], [start, _]) = (self.service.limits.slots, self.limits.starts);
        start.wrapping_add(usize::from(account).wrapping_mul(width))
    }

    /// Where the values that are set for a person begin.
    #[inline]
    pub(crate) fn user_limits(&self, person: u16) -> usize {
        let ([_, _, width], [_, start]) = (self.service.limits.slots, self.limits.starts);
        start.wrapping_add(usize::from(person).wrapping_mul(width))
    }

    /// The approver cap per item (明細上限金額) of a person in a business, if he has one.
    pub(crate) fn approver_cap(&self, person: u16, business: u16) -> Option<i64> {
        self.businesses.get(usize::from(business))?.cap(person)?.get()
    }
}

//! The part of a company that concerns one user (`docs/rules.md`, section 8.5), cut out of the whole.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::loaded::Company;
use crate::model::MaybeAmount;
use crate::model::access::CompanyAccess;
use crate::model::company::{Account, Cap, CompanyModel, Contract, Group, PayeeBorne, Person, SetLimits};
use crate::model::grants::Grants;
use crate::model::policy::{Policy, PolicyRow};
use crate::model::users::UserSet;
use crate::terms::{Act, ApprovalMode};

/// Each distinct set of grants, and the places of those of everybody: under the modes of the company, and under the others.
type Granted = (Box<[Grants]>, Box<[u32]>, Box<[u32]>);

impl Company {
    /// The part of the company that concerns one user, as a form needs it: he, and of the others who may approve, verify or
    /// release (承認者候補) what approvals ask of them. His requests have the same verdicts and the same digest; whoever else
    /// there is, is unknown.
    ///
    /// It answers as the company of the part's document does (`docs/rules.md`, section 8.5). None where the company has no such
    /// user; of a part, only its own user has one.
    ///
    /// ```
    /// use kessai::{Company, Service};
    /// # let (service, company) = (include_str!("../../../fixtures/example-ib/service.json"), include_str!("../../../fixtures/example-ib/company.json"));
    /// let company = Service::from_json(service)?.company_from_json(company)?;
    /// let part = company.part("taro01").ok_or("there is no such user")?;
    /// assert_eq!(part.digest(), company.digest());
    /// assert!(part.to_image().len() < company.to_image().len());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn part(&self, user: &str) -> Option<Self> {
        let whole = &*self.model;
        let at = whole.person(user)?;
        if whole.people.get(usize::from(at)).is_none_or(|person| person.candidate_only) {
            return None;
        }
        Some(Self {
            model: Arc::new(Cut::new(whole, at).company()),
            service: self.service.clone(),
            warnings: Default::default(),
        })
    }
}

/// Who of a whole company is in a part of it.
struct Cut<'w> {
    whole: &'w CompanyModel,
    /// The user's position in the whole.
    user: u16,
    /// The positions in the whole of those who are in the part.
    kept: Vec<u16>,
}

impl<'w> Cut<'w> {
    fn new(whole: &'w CompanyModel, user: u16) -> Self {
        let mut people = whole.actors.clone();
        people.insert(user);
        Self { whole, user, kept: people.iter().collect() }
    }

    fn company(&self) -> CompanyModel {
        let whole = self.whole;
        let people: Box<[Person]> = self.kept.iter().filter_map(|at| self.person(*at)).collect();
        let (grants, grant_of, other_grant_of) = self.grants();
        let CompanyAccess { values, ranges } = &whole.access;
        CompanyModel {
            service: Arc::clone(&whole.service),
            id: whole.id.clone(),
            is_part: true,
            digest: whole.digest.clone(),
            ending: whole.ending.clone(),
            businesses: whole.businesses.iter().map(|contract| self.contract(contract)).collect(),
            accounts: whole.accounts.iter().map(|account| self.account(account)).collect(),
            account_index: whole.account_index.clone(),
            people_index: crate::index::Index::new(people.len(), |at| {
                people.get(at).map(|person| &*person.id)
            }),
            people,
            approvers: self.set(&whole.approvers),
            actors: self.set(&whole.actors),
            grants,
            groups: whole.groups.iter().map(|group| self.group(group)).collect(),
            grant_of,
            other_grant_of,
            limits: self.limits(),
            access: CompanyAccess { values: values.clone(), ranges: ranges.clone() },
        }
    }

    fn person(&self, at: u16) -> Option<Person> {
        let Person { id, role, enabled, candidate_only, access } = self.whole.people.get(usize::from(at))?;
        let candidate_only = *candidate_only || at != self.user;
        // What is stated of others is no business of the user's.
        let access = if candidate_only { Box::default() } else { access.clone() };
        Some(Person { id: id.clone(), role: *role, enabled: *enabled, candidate_only, access })
    }

    /// Those of a set who are in the part, by their positions there.
    fn set(&self, people: &UserSet) -> UserSet {
        let among = (0_u16..).zip(&self.kept).filter(|(_, at)| people.contains(**at));
        among.map(|(position, _)| position).collect()
    }

    fn account(&self, account: &Account) -> Account {
        let Account { id, bank, branch, people } = account;
        Account { id: id.clone(), bank: bank.clone(), branch: branch.clone(), people: self.set(people) }
    }

    fn group(&self, group: &Group) -> Group {
        let Group { key, people, access } = group;
        Group { key: key.clone(), people: self.set(people), access: access.clone() }
    }

    fn contract(&self, contract: &Contract) -> Contract {
        let Contract { mode, policy, payee_borne, payer_borne, actors, caps } = contract;
        let fee = |PayeeBorne { own, method, minimum }: &PayeeBorne| PayeeBorne {
            own: own.clone(),
            method: *method,
            minimum: *minimum,
        };
        let mut cut = Contract {
            mode: *mode,
            policy: Policy { rows: policy.rows.iter().map(|row| self.row(row)).collect() },
            payee_borne: payee_borne.as_ref().map(fee),
            payer_borne: payer_borne.clone(),
            actors: actors.each_ref().map(|actors| self.set(actors)),
            caps: Box::default(),
        };
        // Without a policy nobody verifies or releases, and of others the part does not say whether they could.
        if *mode != Some(ApprovalMode::Policy) {
            let user = self.kept.iter().position(|at| *at == self.user).and_then(|at| u16::try_from(at).ok());
            for act in [Act::Verify, Act::Release] {
                let was = user.is_some_and(|user| cut.actors(act).contains(user));
                cut.clear_actors(act);
                if let Some(user) = user.filter(|_| was) {
                    cut.add_actor(act, user);
                }
            }
        }
        let cap = |(position, at): (u16, &u16)| {
            caps.iter().find(|cap| cap.person == *at).map(|cap| Cap { person: position, most: cap.most })
        };
        cut.caps = (0_u16..).zip(&self.kept).filter_map(cap).collect();
        cut
    }

    fn row(&self, row: &PolicyRow) -> PolicyRow {
        let requesters = row.requesters.as_ref().map(|people| self.set(people));
        PolicyRow { requesters, ..row.clone() }
    }

    /// The rights of the user; no request of anybody else is decided.
    fn grants(&self) -> Granted {
        let businesses = self.whole.service.businesses.len();
        let mut distinct = vec![Grants::NONE];
        let mut place = BTreeMap::from([(Grants::NONE, 0_u32)]);
        let mut table = |of: &[u32], width: usize| {
            let mut places = Vec::with_capacity(self.kept.len().saturating_mul(width));
            for at in &self.kept {
                let start = usize::from(*at).saturating_mul(width);
                let row = of.get(start..start.saturating_add(width)).unwrap_or_default();
                for known in row {
                    let grants = usize::try_from(*known).ok().and_then(|at| self.whole.grants.get(at));
                    let grants = grants.filter(|_| *at == self.user).copied().unwrap_or(Grants::NONE);
                    let next = u32::try_from(distinct.len()).unwrap_or(u32::MAX);
                    places.push(*place.entry(grants).or_insert_with(|| {
                        distinct.push(grants);
                        next
                    }));
                }
            }
            places.into_boxed_slice()
        };
        let grant_of = table(&self.whole.grant_of, businesses.saturating_add(1));
        let other = table(&self.whole.other_grant_of, businesses);
        (distinct.into_boxed_slice(), grant_of, other)
    }

    /// What is set for the company and its accounts, and for the user.
    fn limits(&self) -> SetLimits {
        let [company, accounts, people] = self.whole.limits.parts();
        let [_, _, width] = self.whole.service.limits.slots;
        let start = usize::from(self.user).saturating_mul(width);
        let own = people.get(start..start.saturating_add(width)).unwrap_or_default();
        let none = vec![MaybeAmount::NONE; width];
        let rows = self.kept.iter().flat_map(|at| if *at == self.user { own } else { &none });
        let people: Vec<MaybeAmount> = rows.copied().collect();
        SetLimits::new(company, accounts, &people)
    }
}

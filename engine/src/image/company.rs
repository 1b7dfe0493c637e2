//! What is kept of a company.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::image::Damage;
use crate::image::access::StatedList;
use crate::image::kept::{
    Amount, Digest, Each, Keep, Layout, List, Maybe, Name, Number, Source, Text, Word, print,
};
use crate::index::Index;
use crate::language::bounds::{
    ACCOUNTS, ALTERNATIVES, BANDS, BUSINESSES, CANDIDATES, GROUPS, NAME_MAX, PEOPLE_MAX, POLICY_ROWS, STEPS,
    USERS,
};
use crate::model::access::CompanyAccess;
use crate::model::company::{
    Account, Cap, CompanyModel, Contract, Group, PayeeBorne, Person, SetLimits, ending,
};
use crate::model::grants::Grants;
use crate::model::policy::{Alternative, Band, Policy, PolicyRow, Step};
use crate::model::service::ServiceModel;
use crate::model::table::Dated;
use crate::model::users::UserSet;
use crate::terms::{Act, ApprovalMode, Method, PayeeKind, Role};

/// Most people: users and candidates.
const PEOPLE: usize = USERS.max.saturating_add(CANDIDATES.max);
/// Most entries of a table with a row for each person and a column for each business and one more.
const CELLS: usize = PEOPLE.saturating_mul(BUSINESSES.max.saturating_add(1));
/// Most distinct sets of rights: under each of the two maps.
const CELLS_TWICE: usize = CELLS.saturating_mul(2);
/// Most values that somebody has set: three for each business, and declared ones.
const SLOTS: usize = 256;

/// The service, which an image has in front of its company: nothing of it is kept again.
struct Service;

impl Layout for Service {
    const LEAST: usize = 0;
    const PRINT: u64 = print("service", &[<ServiceModel as Layout>::PRINT]);
}

impl Keep<Arc<ServiceModel>> for Service {
    fn write(_: &Arc<ServiceModel>, _: &mut Vec<u8>) {}

    fn read(from: &mut Source<'_>) -> Result<Arc<ServiceModel>, Damage> {
        from.service.clone().ok_or(Damage::Short)
    }
}

kept! { CompanyModel {
    service: Service => Arc<ServiceModel>,
    id: Name => Box<str>,
    is_part: bool,
    digest: Digest => Box<str>,
    businesses: List<Contract, 0, { BUSINESSES.max }>,
    accounts: List<Account, 0, { ACCOUNTS.max }> => Box<[Account]>,
    people: List<Person, 0, PEOPLE> => Box<[Person]>,
    approvers: UserSet,
    actors: UserSet,
    grants: List<Grants, 0, CELLS_TWICE>,
    groups: List<Group, 0, { GROUPS.max }>,
    grant_of: List<u32, 0, CELLS>,
    other_grant_of: List<u32, 0, CELLS>,
    limits: SetLimits,
    access: CompanyAccess,
} made {
    ending = ending(&service, &id, &digest),
    account_index = Index::new(accounts.len(), |at| accounts.get(at).map(|one| &*one.id)),
    people_index = Index::new(people.len(), |at| people.get(at).map(|one| &*one.id)),
} }

kept! { Contract {
    mode: Maybe<Word<ApprovalMode>>,
    policy: Policy,
    payee_borne: Maybe<PayeeBorne>,
    payer_borne: Maybe<Dated>,
    actors: Each<UserSet, { Act::ALL.len() }>,
    caps: List<Cap, 0, PEOPLE>,
} }

kept! { Cap {
    person: u16,
    most: Amount,
} }

kept! { PayeeBorne {
    own: Maybe<Dated>,
    method: Word<Method>,
    minimum: Amount,
} }

/// The values of the company, of the accounts and of the people, each a list.
type Values = (
    List<Amount, 0, SLOTS>,
    List<Amount, 0, { ACCOUNTS.max.saturating_mul(SLOTS) }>,
    List<Amount, 0, { PEOPLE.saturating_mul(SLOTS) }>,
);

impl Layout for SetLimits {
    const LEAST: usize = Values::LEAST;
    const PRINT: u64 = Values::PRINT;
}

impl Keep<SetLimits> for SetLimits {
    fn write(value: &SetLimits, out: &mut Vec<u8>) {
        let [company, accounts, people] = value.parts().map(Vec::from);
        Values::write(&(company, accounts, people), out);
    }

    fn read(from: &mut Source<'_>) -> Result<SetLimits, Damage> {
        let (company, accounts, people): (Vec<_>, Vec<_>, Vec<_>) = Values::read(from)?;
        Ok(SetLimits::new(&company, &accounts, &people))
    }
}

kept! { Account {
    id: Name,
    bank: Name,
    branch: Name,
    people: UserSet,
} }

kept! { Person {
    id: Name,
    role: Word<Role>,
    enabled: bool,
    candidate_only: bool,
    access: StatedList,
} }

kept! { Group {
    key: Name,
    people: UserSet,
    access: StatedList,
} }

kept! { Policy { rows: List<PolicyRow, 0, { POLICY_ROWS.max }> } }

kept! { PolicyRow {
    key: Text<0, NAME_MAX>,
    accounts: Maybe<UserSet>,
    payee_kinds: Maybe<Word<PayeeKind>>,
    requesters: Maybe<UserSet>,
    by_largest: bool,
    bands: List<Band, 1, { BANDS.max }>,
} }

kept! { Band {
    up_to: Maybe<Amount>,
    any_of: List<Alternative, 0, { ALTERNATIVES.max }>,
} }

kept! { Alternative {
    ordered: bool,
    steps: List<Step, 1, { STEPS.max }>,
} }

kept! { Step {
    act: Word<Act>,
    group: Maybe<u16>,
    count: Number<1, PEOPLE_MAX>,
} }

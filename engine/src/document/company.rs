//! The company document (one customer): from the tree to the checked model.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::digest::Document;
use crate::document::access::read_company_access;
use crate::document::account::read_accounts;
use crate::document::approval::{Approvals, read_approval};
use crate::document::fees::read_fees;
use crate::document::group::{GroupDraft, filled, read_groups};
use crate::document::part::{read_candidates, read_part};
use crate::document::policy::{check_least, read_policies};
use crate::document::reader::{NO_ARGS, Named, Reader};
use crate::document::service::{boxed, check_format};
use crate::document::user::{Known, PersonDraft, Users, read_users};
use crate::finding::{Arg, FindingCode, Findings};
use crate::index::Index;
use crate::language::Id;
use crate::language::company::CompanyMembers;
use crate::model::MaybeAmount;
use crate::model::access::CompanyAccess;
use crate::model::company::{Account, Cap, CompanyModel, Contract, Person, SetLimits, ending};
use crate::model::grants::Grants;
use crate::model::policy::Policy;
use crate::model::service::ServiceModel;
use crate::model::users::UserSet;
use crate::sort::sort_by;
use crate::terms::{Act, ApprovalMode, Role};
use crate::tree::Tree;

mod able;
mod limits;

use limits::{check_user_limits, fill_limits, read_company_limits};

/// The model is there exactly when no finding is an error.
pub(crate) fn read_company(service: &Arc<ServiceModel>, text: &str) -> (Option<CompanyModel>, Findings) {
    read_company_with(service, text, Findings::default())
}

/// The same with findings that are kept in another way.
pub(super) fn read_company_with(
    service: &Arc<ServiceModel>,
    text: &str,
    mut findings: Findings,
) -> (Option<CompanyModel>, Findings) {
    let Some(tree) = Tree::parse(text, &mut findings) else { return (None, findings) };
    let mut reader = Reader::new(&tree, findings);
    reader.currency = service.currency;
    let model = read_root(&mut reader, service);
    let model = model.filter(|_| !reader.findings.has_errors());
    reader.findings.sort();
    (model, reader.findings)
}

fn read_root(r: &mut Reader<'_>, service: &Arc<ServiceModel>) -> Option<CompanyModel> {
    let root = r.tree().root();
    let found: CompanyMembers = r.members(root);
    let CompanyMembers { users: users_id, part, .. } = found;
    check_format(r, found.format);
    let id = found.id.and_then(|id| r.name(id));
    for text in [found.name, found.name_kana].into_iter().flatten() {
        let _ = r.text(text);
    }
    let approvals = match found.approval {
        Some(id) => read_approval(r, id, service),
        None => Approvals::none(service),
    };
    let modes = &*approvals.modes;
    let used: Vec<bool> = modes.iter().map(Option::is_some).collect();
    let mut contracts = contracts(modes);
    let (accounts, of_accounts) =
        found.accounts.map_or_else(Default::default, |id| read_accounts(r, id, service, &used));
    let account_index = Index::new(accounts.len(), |at| accounts.get(at).map(|account| &*account.id));
    let of_company = read_company_limits(r, found.limits, service, &used);
    if let Some(fees) = found.fees {
        read_fees(r, fees, service, &mut contracts);
    }
    let access = read_company_access(r, found.access, &service.access);
    let known = Known { service, accounts: &accounts, account_index: &account_index, groups: &[] };
    let groups = read_groups(r, found.groups, known);
    let known = Known { groups: &groups, ..known };
    let (users, whole_digest) = read_people(r, [users_id, part, found.approver_candidates], known, modes);
    let read = Parts {
        id: id.map(boxed).unwrap_or_default(),
        digest: whole_digest.flatten(),
        is_part: part.is_some(),
        users_id,
        users,
        contracts,
        approvals: &approvals,
        accounts,
        account_index,
        groups: &groups,
        limits: [&of_company, &of_accounts],
        access,
    };
    Some(hold_together(r, service, read))
}

/// What was read of a company, each part by itself; a digest where it need not be worked out, limits of company and accounts.
pub(super) struct Parts<'p> {
    pub id: Box<str>,
    pub digest: Option<Box<str>>,
    pub is_part: bool,
    pub users_id: Option<Id>,
    pub users: Users,
    pub contracts: Vec<Contract>,
    pub approvals: &'p Approvals,
    pub accounts: Vec<Account>,
    pub account_index: Index,
    pub groups: &'p [GroupDraft],
    pub limits: [&'p [MaybeAmount]; 2],
    pub access: CompanyAccess,
}

/// Makes the company of its parts, and finds what is wrong between them.
pub(super) fn hold_together(
    r: &mut Reader<'_>,
    service: &Arc<ServiceModel>,
    parts: Parts<'_>,
) -> CompanyModel {
    let Parts { id, users_id, users, approvals, groups, is_part, .. } = parts;
    let needs_no_master = is_part || service.settings.roles.administrator_required;
    able::check_masters(r, users_id, &users, needs_no_master);
    let is_whole = !is_part && users.roles_known;
    if is_whole {
        able::check_administrators(r, users_id, service, &users.people);
    }
    let people = in_order(r, users.people);
    let digest = parts.digest.unwrap_or_else(|| r.digest(Document::Company(service)));
    let model = CompanyModel {
        service: Arc::clone(service),
        ending: ending(service, &id, &digest),
        id,
        is_part,
        digest,
        businesses: parts.contracts.into_boxed_slice(),
        accounts: parts.accounts.into_boxed_slice(),
        account_index: parts.account_index,
        people_index: Index::new(people.len(), |at| people.get(at).map(|person| &*person.id)),
        groups: filled(groups, &people),
        people: Box::default(),
        approvers: UserSet::with_room(people.len()),
        actors: UserSet::with_room(people.len()),
        grants: Box::default(),
        grant_of: Box::default(),
        other_grant_of: Box::default(),
        limits: SetLimits::new(&[], &[], &[]),
        access: parts.access,
    };
    let mut model = assemble(r, model, people, parts.limits);
    check_least(r, &model);
    read_policies(r, approvals, groups, is_whole, &mut model);
    if is_whole {
        able::check_approvers(r, &model);
    }
    model
}

/// The users, and of a part the candidates too, with the digest of the whole document that a part states.
fn read_people(
    r: &mut Reader<'_>,
    [users, part, candidates]: [Option<Id>; 3],
    known: Known<'_>,
    modes: &[Option<ApprovalMode>],
) -> (Users, Option<Option<Box<str>>>) {
    let mut read = users.map_or_else(Users::default, |id| read_users(r, id, known));
    let whole_digest = part.map(|id| read_part(r, id, users, &read.people));
    if let Some(id) = candidates {
        if part.is_none() {
            r.report_key(FindingCode::PartCandidates, id, NO_ARGS);
        }
        read.people.extend(read_candidates(r, id, known, modes));
    }
    (read, whole_digest)
}

/// What is known of each business from the modes alone.
pub(super) fn contracts(modes: &[Option<ApprovalMode>]) -> Vec<Contract> {
    let contract = |mode: &Option<ApprovalMode>| {
        let policy = mode.map_or_else(Policy::default, Policy::of_mode);
        Contract { mode: *mode, policy, ..Contract::default() }
    };
    modes.iter().map(contract).collect()
}

/// People in the order of their ids; doubled ids are findings, and so are such as look alike.
fn in_order(r: &mut Reader<'_>, mut people: Vec<PersonDraft>) -> Vec<PersonDraft> {
    r.check_similar(people.iter().map(|person| (&*person.id, Named::Value(person.id_node))));
    sort_by(&mut people, |a, b| a.id.cmp(&b.id));
    for (before, person) in people.iter().zip(people.iter().skip(1)) {
        if before.id == person.id {
            r.report(FindingCode::UserDuplicate, person.id_node, [Arg::text(&person.id)]);
        }
    }
    people
}

/// Fills in all that hangs on the order of the people.
fn assemble(
    r: &mut Reader<'_>,
    mut model: CompanyModel,
    people: Vec<PersonDraft>,
    [of_company, of_accounts]: [&[MaybeAmount]; 2],
) -> CompanyModel {
    let service = Arc::clone(&model.service);
    let width = service.businesses.len().saturating_add(1);
    let mut grants = GrantTable::new(people.len().saturating_mul(width));
    let [_, _, slots] = service.limits.slots;
    let mut limits = vec![MaybeAmount::NONE; people.len().saturating_mul(slots)];
    let mut caps: Vec<Vec<Cap>> = service.businesses.iter().map(|_| Vec::new()).collect();
    let rows = Rows::of(&service, &model.businesses, &people, Map::OfMode);
    grants.push(&rows);
    for ((position, person), row) in (0_u16..).zip(&people).zip(rows.iter()) {
        mark_approver(&mut model, position, person, row);
        mark_accounts(&mut model.accounts, position, person);
        if !person.candidate && person.enabled {
            check_user_limits(r, &service, &model.businesses, person, row);
        }
        let start = usize::from(position).saturating_mul(slots);
        fill_limits(limits.get_mut(start..).unwrap_or_default(), person, &service);
        for (business, cap) in &person.caps {
            if let Some(caps) = caps.get_mut(usize::from(*business)) {
                caps.push(Cap { person: position, most: MaybeAmount::some(*cap) });
            }
        }
    }
    model.other_grant_of = other_grants(&service, &model.businesses, &people, &mut grants);
    model.grants = grants.distinct.into_boxed_slice();
    model.grant_of = grants.positions.into_boxed_slice();
    model.limits = SetLimits::new(of_company, of_accounts, &limits);
    for (contract, caps) in model.businesses.iter_mut().zip(caps) {
        contract.caps = caps.into_boxed_slice();
    }
    let known = |person: PersonDraft| Person {
        id: person.id,
        role: person.role,
        enabled: person.enabled,
        candidate_only: person.candidate,
        access: person.access,
    };
    model.people = people.into_iter().map(known).collect();
    model
}

/// Which of a right's two maps counts in a business.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Map {
    /// That of the company's mode.
    OfMode,
    /// The other one, by which items are judged that were submitted under another mode.
    Other,
}

/// Everybody's grants under the other map of each business, where some right has two different maps.
fn other_grants(
    service: &ServiceModel,
    contracts: &[Contract],
    people: &[PersonDraft],
    grants: &mut GrantTable,
) -> Box<[u32]> {
    if service.rights.iter().all(|right| right.grants[0] == right.grants[1]) {
        return Box::default();
    }
    let own = core::mem::take(&mut grants.positions);
    let mut rows = Rows::of(service, contracts, people, Map::Other);
    for row in &mut rows.rows {
        row.pop(); // inquiries know no mode
    }
    grants.push(&rows);
    core::mem::replace(&mut grants.positions, own).into_boxed_slice()
}

/// Each distinct set of grants once. There can be two for each person and business, far more than 65,536.
struct GrantTable {
    distinct: Vec<Grants>,
    place: BTreeMap<Grants, u32>,
    positions: Vec<u32>,
}

impl GrantTable {
    fn new(room: usize) -> Self {
        let mut place = BTreeMap::new();
        place.insert(Grants::default(), 0);
        Self { distinct: vec![Grants::default()], place, positions: Vec::with_capacity(room) }
    }

    /// Adds everybody's rows.
    fn push(&mut self, rows: &Rows) {
        let mut places: Vec<Vec<u32>> = Vec::with_capacity(rows.rows.len());
        for row in &rows.rows {
            let mut of_row = Vec::with_capacity(row.len());
            for (at, grants) in row.iter().enumerate() {
                // Most people may do in a business what the one before may.
                let before = places.last().and_then(|row| row.get(at)).copied().unwrap_or(0);
                let is_like_it = self.distinct.get(small(before)) == Some(grants);
                of_row.push(if is_like_it { before } else { self.place(*grants) });
            }
            places.push(of_row);
        }
        for row in rows.of_person.iter().filter_map(|at| places.get(*at)) {
            self.positions.extend_from_slice(row);
        }
    }

    fn place(&mut self, grants: Grants) -> u32 {
        let next = self.distinct.len();
        *self.place.entry(grants).or_insert_with(|| {
            self.distinct.push(grants);
            u32::try_from(next).unwrap_or(u32::MAX)
        })
    }
}

/// A position in memory.
fn small(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// Everybody's grants under one of the two maps. Those who have the same rights share a row.
struct Rows {
    rows: Vec<Vec<Grants>>,
    of_person: Vec<usize>,
}

impl Rows {
    fn of(service: &ServiceModel, contracts: &[Contract], people: &[PersonDraft], map: Map) -> Self {
        let mut known = BTreeMap::new();
        let mut rows = Vec::new();
        let mut row_of = |person: &PersonDraft| {
            rows.push(row_of_grants(service, contracts, person, map));
            rows.len().saturating_sub(1)
        };
        let of_person = people.iter().map(|person| {
            let rests_on = (person.candidate, person.role == Role::Master, person.enabled, &*person.rights);
            *known.entry(rests_on).or_insert_with(|| row_of(person))
        });
        let of_person = of_person.collect();
        Self { rows, of_person }
    }

    /// Everybody's, in their order.
    fn iter(&self) -> impl Iterator<Item = &[Grants]> {
        self.of_person.iter().map(|at| self.rows.get(*at).map_or(&[][..], |row| row))
    }
}

/// What a person's rights, and `everyUser`, amount to in each business and, at the end, for inquiries. The approvals of
/// candidates are not grants, as no request of theirs is decided.
fn row_of_grants(
    service: &ServiceModel,
    contracts: &[Contract],
    person: &PersonDraft,
    map: Map,
) -> Vec<Grants> {
    let mut row = vec![Grants::default(); service.businesses.len().saturating_add(1)];
    if person.candidate {
        return row;
    }
    let every_user = if person.enabled { service.every_user } else { Grants::default() };
    let mut inquiries = every_user;
    let all = service.rights.iter();
    let named = person.rights.iter().filter_map(|at| service.rights.get(usize::from(*at)));
    let rights: &mut dyn Iterator<Item = _> =
        if person.role == Role::Master { &mut all.into_iter() } else { &mut named.into_iter() };
    for (place, contract) in row.iter_mut().zip(contracts) {
        if contract.mode.is_some() {
            *place = every_user;
        }
    }
    for right in rights {
        // Most rights have none.
        if right.inquiries != Grants::NONE {
            inquiries.merge(&right.inquiries);
        }
        let [on, off] = &right.grants;
        for business in &right.businesses {
            let at = usize::from(*business);
            let Some(mode) = contracts.get(at).and_then(|contract| contract.mode) else { continue };
            let grants = if (mode == ApprovalMode::None) == (map == Map::OfMode) { off } else { on };
            if let Some(place) = row.get_mut(at) {
                place.merge(grants);
            }
        }
    }
    if let Some(last) = row.last_mut() {
        *last = inquiries;
    }
    row
}

/// Puts a person among the approvers of the businesses in which he may approve.
fn mark_approver(model: &mut CompanyModel, position: u16, person: &PersonDraft, row: &[Grants]) {
    if !person.enabled {
        return;
    }
    for ((at, contract), grants) in (0_u16..).zip(&mut model.businesses).zip(row) {
        if contract.mode.is_none() {
            continue;
        }
        let is_policy = contract.mode == Some(ApprovalMode::Policy);
        for (act, named) in Act::ALL.iter().zip(&person.acts) {
            if !grants.has(act.operation()) && !named.contains(&at) {
                continue;
            }
            contract.add_actor(*act, position);
            if *act == Act::Approve {
                model.approvers.insert(position);
            }
            if *act == Act::Approve || is_policy {
                model.actors.insert(position);
            }
        }
    }
}

/// Puts a person among those who may use his accounts; the master without a list may use all.
fn mark_accounts(accounts: &mut [Account], position: u16, person: &PersonDraft) {
    match &person.accounts {
        Some(named) => {
            for at in named {
                if let Some(account) = accounts.get_mut(usize::from(*at)) {
                    account.people.insert(position);
                }
            }
        }
        None if person.role == Role::Master => {
            for account in accounts {
                account.people.insert(position);
            }
        }
        None => {}
    }
}

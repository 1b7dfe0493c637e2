//! The users (利用者) of a company, as read.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::document::access::read_stated;
use crate::document::account::{by_business, read_limit, read_row};
use crate::document::ceiling::payee_kind_limits;
use crate::document::group::{GroupDraft, add_groups, read_group_names};
use crate::document::limit::{Declared, Holder, read_set_limits};
use crate::document::reader::Reader;
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::index::Index;
use crate::language::Id;
use crate::language::bounds::{ACCOUNT_DIGITS, ACCOUNTS, Bound, RIGHTS, USERS};
use crate::language::company::UserMembers;
use crate::model::access::{AttributePlace, Stated};
use crate::model::company::Account;
use crate::model::service::ServiceModel;
use crate::terms::{Act, Role};

/// A user or candidate, before people are put in the order of their ids.
#[derive(Clone, Debug)]
pub(super) struct PersonDraft {
    /// The whole entry, and its id.
    pub entry: Id,
    pub id_node: Id,
    pub id: Box<str>,
    pub role: Role,
    pub enabled: bool,
    pub candidate: bool,
    /// Positions of accounts; none where the field is absent.
    pub accounts: Option<Vec<u16>>,
    /// Positions of rights.
    pub rights: Vec<u16>,
    /// Limits per operation: in each business by payee kind, or three times the same.
    pub limits: Vec<(u16, [Option<i64>; 3])>,
    /// Values under declared limits.
    pub declared: Declared,
    /// 明細上限金額 by business.
    pub caps: Vec<(u16, i64)>,
    /// The groups that he is in, by position.
    pub groups: Vec<u16>,
    /// What is stated of him, by slot.
    pub access: Box<[Stated]>,
    /// The businesses in which a candidate may do each act, by the act's position.
    pub acts: [Vec<u16>; Act::ALL.len()],
}

/// What users refer to.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub service: &'a ServiceModel,
    pub accounts: &'a [Account],
    pub account_index: &'a Index,
    /// Empty while groups are read themselves.
    pub groups: &'a [GroupDraft],
}

impl Known<'_> {
    fn account(&self, id: &str) -> Option<u16> {
        self.account_index.find(id, |at| self.accounts.get(at).map(|account| &*account.id))
    }
}

/// The users, and how many masters are among them.
#[derive(Debug, Default)]
pub(super) struct Users {
    pub people: Vec<PersonDraft>,
    /// False where some role could not be read.
    pub roles_known: bool,
}

/// Reads `users`, in the order of the document.
pub(super) fn read_users(r: &mut Reader<'_>, id: Id, known: Known<'_>) -> Users {
    let mut users = Users { people: Vec::new(), roles_known: true };
    let elements = r.elements(id, USERS);
    check_count(r, id, elements.len(), known.service);
    users.people.reserve(elements.len());
    for element in elements {
        match read_user(r, element, known) {
            Some(person) => users.people.push(person),
            None => users.roles_known = false,
        }
    }
    users
}

/// The bank lets a company have so many users.
pub(super) fn check_count(r: &mut Reader<'_>, users: Id, count: usize, service: &ServiceModel) {
    let max = usize::from(service.settings.roles.max_users);
    if count > max {
        r.report(FindingCode::UsersTooMany, users, [Arg::number(count), Arg::number(max)]);
    }
}

pub(super) fn read_user(r: &mut Reader<'_>, entry: Id, known: Known<'_>) -> Option<PersonDraft> {
    let found: UserMembers = r.members(entry);
    let id = found.id.and_then(|id| r.name(id));
    let role = found.role.and_then(|id| r.choice::<Role>(id));
    let enabled = found.enabled.and_then(|id| r.boolean(id));
    let _ = found.name.and_then(|id| r.text(id));
    let accounts = found.accounts.map(|id| read_account_names(r, id, known));
    let rights = found.rights.map_or_else(Vec::new, |id| read_right_names(r, id, known.service));
    let (limits, declared) = read_user_limits(r, found.limits, known.service);
    let caps = read_caps(r, found.approver_per_item, known.service);
    let groups = read_group_names(r, found.groups, known);
    let access = read_stated(r, found.access, &known.service.access, AttributePlace::User);
    let mut person = PersonDraft {
        entry,
        id_node: found.id?,
        id: boxed(id?),
        role: role?,
        enabled: enabled?,
        candidate: false,
        accounts,
        rights,
        limits,
        declared,
        caps,
        groups,
        access,
        acts: Default::default(),
    };
    add_groups(&mut person, known.groups);
    Some(person)
}

/// A list of distinct names of things that are in a list of their own.
pub(super) fn read_names<'k, I: Iterator<Item = &'k str>>(
    r: &mut Reader<'_>,
    id: Id,
    bound: Bound,
    count: usize,
    unknown: FindingCode,
    find: impl Fn(&str) -> Option<u16>,
    known: impl Fn() -> I,
) -> Vec<u16> {
    let elements = r.elements(id, bound);
    let mut positions = Vec::with_capacity(elements.len());
    let mut seen = vec![false; count];
    for element in elements {
        let Some(name) = r.text(element) else { continue };
        let Some(position) = find(&name) else {
            let args = r.with_similar([Arg::text(&name)], &name, known());
            r.report(unknown, element, args);
            continue;
        };
        match seen.get_mut(usize::from(position)) {
            Some(seen) if *seen => r.twice(element),
            Some(seen) => {
                *seen = true;
                positions.push(position);
            }
            None => {}
        }
    }
    positions
}

/// Accounts by their ids.
pub(super) fn read_account_names(r: &mut Reader<'_>, id: Id, known: Known<'_>) -> Vec<u16> {
    let accounts = known.accounts;
    let ids = || accounts.iter().map(|account| &*account.id);
    read_names(r, id, ACCOUNTS, accounts.len(), FindingCode::AccountUnknown, |name| known.account(name), ids)
}

pub(super) fn read_right_names(r: &mut Reader<'_>, id: Id, service: &ServiceModel) -> Vec<u16> {
    let names = || service.rights.iter().map(|right| &*right.name);
    read_names(
        r,
        id,
        RIGHTS,
        service.rights.len(),
        FindingCode::RightUnknown,
        |name| service.right(name),
        names,
    )
}

/// Businesses by their keys.
pub(super) fn read_business_names(r: &mut Reader<'_>, id: Id, service: &ServiceModel) -> Vec<u16> {
    let keys = || super::approval::business_keys(service);
    let bound = crate::language::bounds::BUSINESSES;
    let count = service.businesses.len();
    read_names(r, id, bound, count, FindingCode::BusinessUnknown, |name| service.business(name), keys)
}

/// Limits per operation: in each business by payee kind, or three times the same.
type OfOperation = Vec<(u16, [Option<i64>; 3])>;

pub(super) fn read_user_limits(
    r: &mut Reader<'_>,
    id: Option<Id>,
    service: &ServiceModel,
) -> (OfOperation, Declared) {
    let mut limits = Vec::new();
    let (of_businesses, declared) = read_set_limits(r, id, service, Holder::User);
    limits.reserve_exact(of_businesses.len());
    for (position, business, id) in of_businesses {
        let ceilings = business.ceilings.user_per_operation;
        let row = if business.kind.is_single() {
            let found = payee_kind_limits(r, id);
            let mut row = read_row(r, found, ACCOUNT_DIGITS, ceilings);
            for (limit, id) in row.iter_mut().zip(found) {
                // A limit that cannot be read has its finding; it is not missing too.
                *limit = limit.or(id.map(|_| 0));
            }
            row
        } else {
            let [ceiling, ..] = ceilings;
            [read_limit(r, id, ACCOUNT_DIGITS, ceiling); 3]
        };
        limits.push((position, row));
    }
    (limits, declared)
}

/// Reads `approverPerItem`.
pub(super) fn read_caps(r: &mut Reader<'_>, id: Option<Id>, service: &ServiceModel) -> Vec<(u16, i64)> {
    let mut caps = Vec::new();
    for (position, _, id) in by_business(r, id, service) {
        caps.extend(read_limit(r, id, ACCOUNT_DIGITS, None).map(|cap| (position, cap)));
    }
    caps
}

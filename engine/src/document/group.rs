//! Groups of users (グループ): what they give is added to what a user has (`docs/rules.md`, rules 1.2.11 to 1.2.13).

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::document::access::read_stated;
use crate::document::business::check_label;
use crate::document::limit::{Declared, largest};
use crate::document::reader::{Named, Reader};
use crate::document::service::boxed;
use crate::document::user::{
    Known, PersonDraft, read_account_names, read_caps, read_names, read_right_names, read_user_limits,
};
use crate::finding::FindingCode;
use crate::language::Id;
use crate::language::bounds::GROUPS;
use crate::language::company::GroupMembers;
use crate::model::access::{AttributePlace, Stated};
use crate::model::company::Group;
use crate::model::users::UserSet;
use crate::sort::sort;

/// A group, as read.
#[derive(Debug)]
pub(super) struct GroupDraft {
    pub key: Box<str>,
    rights: Vec<u16>,
    /// None where the field is absent.
    accounts: Option<Vec<u16>>,
    limits: Vec<(u16, [Option<i64>; 3])>,
    declared: Declared,
    caps: Vec<(u16, i64)>,
    /// What is stated of it, by slot.
    access: Box<[Stated]>,
}

/// Reads `groups`, in the order of the document.
pub(super) fn read_groups(r: &mut Reader<'_>, id: Option<Id>, known: Known<'_>) -> Vec<GroupDraft> {
    let Some(id) = id else { return Vec::new() };
    let entries = r.entries(id, GROUPS);
    r.check_similar(entries.iter().map(|(key, id)| (&**key, Named::Key(*id))));
    let mut groups = Vec::with_capacity(entries.len());
    for (key, id) in entries {
        let found: GroupMembers = r.members(id);
        if let Some(label) = found.label {
            check_label(r, label);
        }
        let (limits, declared) = read_user_limits(r, found.limits, known.service);
        groups.push(GroupDraft {
            key: boxed(key),
            rights: found.rights.map_or_else(Vec::new, |id| read_right_names(r, id, known.service)),
            accounts: found.accounts.map(|id| read_account_names(r, id, known)),
            limits,
            declared,
            caps: read_caps(r, found.approver_per_item, known.service),
            access: read_stated(r, found.access, &known.service.access, AttributePlace::Group),
        });
    }
    groups
}

/// Reads the list of groups that a person is in.
pub(super) fn read_group_names(r: &mut Reader<'_>, id: Option<Id>, known: Known<'_>) -> Vec<u16> {
    let Some(id) = id else { return Vec::new() };
    let keys = || known.groups.iter().map(|group| &*group.key);
    let find = |name: &str| keys().position(|key| key == name).and_then(|at| u16::try_from(at).ok());
    read_names(r, id, GROUPS, known.groups.len(), FindingCode::GroupUnknown, find, keys)
}

/// Adds to a person what his groups give.
pub(super) fn add_groups(person: &mut PersonDraft, groups: &[GroupDraft]) {
    let own: Vec<&GroupDraft> = person.groups.iter().filter_map(|at| groups.get(usize::from(*at))).collect();
    for group in &own {
        add_new(&mut person.rights, &group.rights);
        if let Some(accounts) = &group.accounts {
            add_new(person.accounts.get_or_insert_default(), accounts);
        }
    }
    let mut limits: Vec<(u16, [Option<i64>; 3])> = Vec::new();
    for (business, row) in own.iter().flat_map(|group| &group.limits) {
        match limits.iter_mut().find(|(known, _)| known == business) {
            Some((_, known)) => {
                for (known, limit) in known.iter_mut().zip(row) {
                    *known = (*known).max(*limit);
                }
            }
            None => limits.push((*business, *row)),
        }
    }
    for (business, row) in limits {
        match person.limits.iter_mut().find(|(known, _)| *known == business) {
            Some((_, own)) => {
                for (own, limit) in own.iter_mut().zip(row) {
                    *own = own.or(limit);
                }
            }
            None => person.limits.push((business, row)),
        }
    }
    let mut declared = largest(own.iter().map(|group| &group.declared));
    declared.retain(|(at, _)| person.declared.iter().all(|(known, _)| known != at));
    person.declared.append(&mut declared);
    let mut caps: Vec<(u16, i64)> = Vec::new();
    for (business, cap) in own.iter().flat_map(|group| &group.caps) {
        match caps.iter_mut().find(|(known, _)| known == business) {
            Some((_, known)) => *known = (*known).max(*cap),
            None => caps.push((*business, *cap)),
        }
    }
    caps.retain(|(business, _)| person.caps.iter().all(|(known, _)| known != business));
    person.caps.append(&mut caps);
}

/// Adds what is not there yet.
fn add_new(places: &mut Vec<u16>, more: &[u16]) {
    places.extend_from_slice(more);
    sort(places);
    places.dedup();
}

/// The groups with the people who are in them, these in the order of their ids.
pub(super) fn filled(groups: &[GroupDraft], people: &[PersonDraft]) -> Box<[Group]> {
    let with_people = |(at, group): (u16, &GroupDraft)| {
        let mut set = UserSet::with_room(people.len());
        for (position, person) in (0_u16..).zip(people) {
            if person.groups.contains(&at) {
                set.insert(position);
            }
        }
        Group { key: group.key.clone(), people: set, access: group.access.clone() }
    };
    (0_u16..).zip(groups).map(with_people).collect()
}

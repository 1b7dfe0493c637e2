//! A part of a company document: what concerns one user.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::document::group::{add_groups, read_group_names};
use crate::document::reader::{NO_ARGS, Reader};
use crate::document::service::boxed;
use crate::document::user::{Known, PersonDraft, read_account_names, read_business_names, read_caps};
use crate::finding::{Arg, FindingCode};
use crate::json::Kind;
use crate::language::Id;
use crate::language::bounds::CANDIDATES;
use crate::language::company::{CandidateMembers, PartMembers};
use crate::terms::{ApprovalMode, Role};

/// Digits of a digest.
const DIGEST_LEN: usize = 32;

/// Reads `part` and makes sure that its user is the only one; the answer is the whole document's digest, where it is
/// given.
pub(super) fn read_part(
    r: &mut Reader<'_>,
    id: Id,
    users: Option<Id>,
    people: &[PersonDraft],
) -> Option<Box<str>> {
    let PartMembers { user, digest } = r.members(id);
    if let Some((id, user)) = user.and_then(|id| Some((id, r.name(id)?))) {
        let others = people.iter().filter(|person| *person.id != *user);
        let strangers: Vec<Id> = others.map(|person| person.id_node).collect();
        for stranger in &strangers {
            let name = r.tree().text(*stranger);
            r.report(FindingCode::PartUserOther, *stranger, [Arg::text(&name), Arg::text(&user)]);
        }
        let is_there = users.is_some_and(|users| {
            let tree = r.tree();
            let is_his = |child: Id| tree.key(child) == "id" && tree.text(child) == user;
            tree.children(users).any(|entry| tree.children(entry).any(is_his))
        });
        if !is_there {
            r.report(FindingCode::PartUserMissing, id, [Arg::text(&user)]);
        }
    }
    let id = digest?;
    let digest = r.text(id)?;
    let is_digest = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if digest.len() != DIGEST_LEN || !digest.bytes().all(is_digest) {
        r.report(FindingCode::DigestMalformed, id, [Arg::text(&digest)]);
        return None;
    }
    Some(boxed(digest))
}

/// Reads `approverCandidates`.
pub(super) fn read_candidates(
    r: &mut Reader<'_>,
    id: Id,
    known: Known<'_>,
    modes: &[Option<ApprovalMode>],
) -> Vec<PersonDraft> {
    let mut people = Vec::new();
    for entry in r.elements(id, CANDIDATES) {
        let found: CandidateMembers = r.members(entry);
        let id = found.id.and_then(|id| r.name(id));
        let role = found.role.map_or(Some(Role::General), |id| r.choice::<Role>(id));
        let places = [found.businesses, found.verify, found.release];
        if places.iter().all(Option::is_none) {
            r.report_missing(entry, "businesses");
        }
        let acts = places.map(|id| id.map_or_else(Vec::new, |id| read_acts(r, id, known, modes)));
        let accounts = found.accounts.map(|id| read_account_names(r, id, known));
        let caps = read_caps(r, found.approver_per_item, known.service);
        let groups = read_group_names(r, found.groups, known);
        let (Some(id_node), Some(id), Some(role)) = (found.id, id, role) else { continue };
        let mut person = PersonDraft {
            entry,
            id_node,
            id: boxed(id),
            role,
            enabled: true,
            candidate: true,
            accounts,
            rights: Vec::new(),
            limits: Vec::new(),
            declared: Vec::new(),
            caps,
            groups,
            access: Box::default(),
            acts,
        };
        add_groups(&mut person, known.groups);
        people.push(person);
    }
    people
}

/// The businesses in which a candidate may do something: some, and only such as the company uses.
fn read_acts(r: &mut Reader<'_>, id: Id, known: Known<'_>, modes: &[Option<ApprovalMode>]) -> Vec<u16> {
    let businesses = read_business_names(r, id, known.service);
    if r.tree().kind(id) == Kind::Array && r.tree().children(id).next().is_none() {
        r.report(FindingCode::ListEmpty, id, NO_ARGS);
    }
    for (business, mode) in known.service.businesses.iter().zip(modes) {
        let named = |position: &u16| known.service.business(&business.key) == Some(*position);
        if mode.is_none() && businesses.iter().any(named) {
            r.report(FindingCode::PartCandidateNotContracted, id, [Arg::text(&business.key)]);
        }
    }
    businesses
}

//! Operations of the bank's own (銀行が定める操作).

use alloc::vec::Vec;

use crate::document::reader::{Named, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::access::OwnOperationMembers;
use crate::language::bounds::OWN_OPERATIONS;
use crate::language::words::Word;
use crate::model::grants::Grants;
use crate::model::operation::{Deed, OperationSort, OwnOperation};
use crate::model::service::Right;
use crate::terms::{Operation, Role};

/// Reads the map of operations.
pub(super) fn read_operations(r: &mut Reader<'_>, id: Option<Id>) -> Vec<OwnOperation> {
    let Some(id) = id else { return Vec::new() };
    let entries = r.entries(id, OWN_OPERATIONS);
    let known = Operation::words().map(|word| (word, Named::Elsewhere));
    r.check_similar(known.chain(entries.iter().map(|(key, id)| (&**key, Named::Key(*id)))));
    let mut operations = Vec::with_capacity(entries.len());
    for (key, id) in entries {
        if Operation::from_name(&key).is_some() {
            r.report_key(FindingCode::OperationKnown, id, [Arg::text(&key)]);
        }
        let found: OwnOperationMembers = r.members(id);
        let sort = found.sort.and_then(|id| r.choice::<OperationSort>(id));
        let is_other = sort.is_some_and(|sort| sort != OperationSort::Administration);
        for (member, name) in [(found.role, "role"), (found.of_user, "ofUser")] {
            if let Some(member) = member.filter(|_| is_other) {
                r.report_key(FindingCode::OperationRole, member, [Arg::text(name), Arg::text(&key)]);
            }
        }
        operations.push(OwnOperation {
            key: boxed(key),
            // A sort that could not be read is a finding, and whatever uses the operation need not have another.
            sort: sort.unwrap_or(OperationSort::OfBusiness),
            least_role: found.role.and_then(|id| r.choice::<Role>(id)).unwrap_or(Role::Administrator),
            of_user: found.of_user.and_then(|id| r.boolean(id)).unwrap_or(false),
            label: found.label.and_then(|id| r.label(id)),
        });
    }
    operations
}

/// Warns of operations that rights could give, and none does: nobody may do them, not even the master.
pub(super) fn check_given(
    r: &mut Reader<'_>,
    operations: &[OwnOperation],
    rights: &[Right],
    every_user: &Grants,
) {
    // What a faulty right was to give, nobody knows.
    if r.findings.has_errors() {
        return;
    }
    let by_rights = |sort| matches!(sort, OperationSort::OfBusiness | OperationSort::Inquiry);
    let maps = |at: u8| move |grants: &Grants| grants.has_own(at);
    let is_own = |own: &OwnOperation| by_rights(own.sort) && Operation::from_name(&own.key).is_none();
    for (own, at) in operations.iter().zip(0_u8..).filter(|(own, _)| is_own(own)) {
        let all = rights.iter().flat_map(|right| right.grants.iter().chain([&right.inquiries]));
        if !all.chain([every_user]).any(maps(at))
            && let Some(id) = r.tree().find(&["operations", &own.key])
        {
            r.report_key(FindingCode::OperationNobody, id, [Arg::text(&own.key)]);
        }
    }
}

/// The operation of a name: one that every bank has, or one of the bank's own.
pub(super) fn find_operation(name: &str, own: &[OwnOperation]) -> Option<Deed> {
    let own =
        || own.iter().position(|one| *one.key == *name).and_then(|at| u8::try_from(at).ok()).map(Deed::Own);
    Operation::from_name(name).map(Deed::Known).or_else(own)
}

/// The names that an operation may have.
pub(super) fn names<'o>(own: &'o [OwnOperation]) -> impl Iterator<Item = &'o str> {
    let known: alloc::vec::IntoIter<&'o str> = Operation::words().collect::<Vec<_>>().into_iter();
    known.chain(own.iter().map(|one| &*one.key))
}

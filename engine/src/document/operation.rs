//! Operations of the bank's own (銀行が定める操作).

use alloc::vec::Vec;

use crate::document::reader::{Named, Reader};
use crate::document::service::boxed;
use crate::finding::{Arg, FindingCode};
use crate::language::Id;
use crate::language::access::OwnOperationMembers;
use crate::language::bounds::OWN_OPERATIONS;
use crate::language::words::Word;
use crate::model::operation::{Deed, OperationSort, OwnOperation};
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
        if let Some(role) = found.role
            && sort.is_some_and(|sort| sort != OperationSort::Administration)
        {
            r.report_key(FindingCode::OperationRole, role, [Arg::text(&key)]);
        }
        operations.push(OwnOperation {
            key: boxed(key),
            // A sort that could not be read is a finding, and whatever uses the operation need not have another.
            sort: sort.unwrap_or(OperationSort::OfBusiness),
            least_role: found.role.and_then(|id| r.choice::<Role>(id)).unwrap_or(Role::Administrator),
            label: found.label.and_then(|id| r.label(id)),
        });
    }
    operations
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

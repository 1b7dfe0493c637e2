//! Records in EBCDIC, turned byte by byte: everything else sees one set.

use std::ops::Deref;

use crate::raw::{Plain, bytes_of, bytes_of_mut};

/// A record in the set that is read: the caller's own, or a copy that was turned.
pub(super) enum Turned<'a, T> {
    AsItIs(&'a T),
    Copy(T),
}

impl<'a, T: Plain> Turned<'a, T> {
    pub fn new(record: &'a T, table: Option<&[u8; 256]>) -> Self {
        match table {
            None => Self::AsItIs(record),
            Some(table) => Self::Copy(turned(record, table)),
        }
    }
}

impl<T> Deref for Turned<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self {
            Self::AsItIs(record) => record,
            Self::Copy(record) => record,
        }
    }
}

/// A record with each byte as a table has it.
pub(super) fn turned<T: Plain>(record: &T, table: &[u8; 256]) -> T {
    let mut copy = *record;
    for byte in bytes_of_mut(&mut copy) {
        *byte = table.get(usize::from(*byte)).copied().unwrap_or(*byte);
    }
    debug_assert_eq!(bytes_of(&copy).len(), bytes_of(record).len());
    copy
}

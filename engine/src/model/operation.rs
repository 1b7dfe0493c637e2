//! Operations that a bank declares (銀行が定める操作): what a request may ask beside the operations that every bank has.

use alloc::boxed::Box;

pub(crate) use crate::language::words::OperationSort;
use crate::terms::{Operation, Role};

/// An operation of the bank's own.
#[derive(Debug)]
pub(crate) struct OwnOperation {
    pub key: Box<str>,
    pub sort: OperationSort,
    /// Of administration: the least role that may do it.
    pub least_role: Role,
    /// Of administration: whether it is done to a user, whom the request then names.
    pub of_user: bool,
    /// The bank's own words, Japanese and English; never used to decide.
    pub label: Option<(Box<str>, Box<str>)>,
}

/// What a request asks to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// An operation that every bank has.
    Known(Operation),
    /// One of the bank's own, by position.
    Own(u8),
}

impl Deed {
    /// Its bit among those of conditions: the bank's own come behind those that every bank has.
    pub(crate) fn bit(self) -> u64 {
        1_u64.checked_shl(self.place().try_into().unwrap_or(u32::MAX)).unwrap_or(0)
    }

    /// Its place among those that every bank has and, behind them, the bank's own.
    #[inline]
    pub(crate) fn place(self) -> usize {
        match self {
            Self::Known(operation) => usize::from(crate::set::Listed::position(operation)),
            Self::Own(at) => Operation::ALL.len().saturating_add(usize::from(at)),
        }
    }
}

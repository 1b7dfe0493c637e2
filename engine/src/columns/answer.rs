//! The columns that answers are written to.

use alloc::format;

use crate::columns::error::check_length;
use crate::columns::{ColumnError, NO_NUMBER, NO_POSITION, RowError, code_of};
use crate::verdict::{Outcome, Verdict};

/// Answers, one a row: each column has as many elements as there are rows, or is not asked for. See [the module](super) for their
/// numbers.
#[derive(Debug, Default)]
pub struct ColumnAnswers<'a> {
    /// Why a row has no answer, as [`RowError::number`]; 0 where it has one.
    pub error: Option<&'a mut [u8]>,
    /// The [`Outcome`]: 0 refused, 1 incomplete, 2 needs approval, 3 accepted. A row without an answer is refused.
    pub outcome: Option<&'a mut [u8]>,
    /// What is kept back from the payment; [`NO_NUMBER`] in this and the next three where there is no fee.
    pub deducted: Option<&'a mut [i64]>,
    /// What is transferred (振込金額).
    pub transfer: Option<&'a mut [i64]>,
    /// What the bank charges (実手数料).
    pub bank_fee: Option<&'a mut [i64]>,
    /// What is withdrawn (引落金額): transfer and bank fee.
    pub withdrawal: Option<&'a mut [i64]>,
    /// The first reason, as [`Code::number`](crate::Code::number); 0 where there is none.
    pub reason: Option<&'a mut [u16]>,
    /// How many reasons there are.
    pub reasons: Option<&'a mut [u32]>,
    /// How many fields are missing.
    pub missing: Option<&'a mut [u32]>,
    /// The least that any limit in amounts leaves once the request is counted: below zero where it is exceeded. [`NO_NUMBER`]
    /// where no such limit applies.
    pub room: Option<&'a mut [i64]>,
    /// Which limit leaves it, of several the first: the number of the code of its line, see
    /// [`LimitLine::code`](crate::verdict::LimitLine::code); 0 where there is none.
    pub room_code: Option<&'a mut [u16]>,
    /// Where that limit is one that the bank has declared, its position, see
    /// [`Positions::limit_name`](super::Positions::limit_name); else [`NO_POSITION`].
    pub room_limit: Option<&'a mut [u16]>,
    /// How many people have to approve; [`NO_POSITION`] where that is not known.
    pub approvers: Option<&'a mut [u16]>,
}

/// What is said of one row: the numbers of [`ColumnAnswers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowAnswer {
    /// What it comes to.
    pub outcome: Outcome,
    /// What is kept back from the payment; [`NO_NUMBER`] in this and the next three where there is no fee.
    pub deducted: i64,
    /// What is transferred (振込金額).
    pub transfer: i64,
    /// What the bank charges (実手数料).
    pub bank_fee: i64,
    /// What is withdrawn (引落金額).
    pub withdrawal: i64,
    /// The number of the first reason's code; 0 where there is none.
    pub reason: u16,
    /// How many reasons there are.
    pub reasons: u32,
    /// How many fields are missing.
    pub missing: u32,
    /// The least that any limit in amounts leaves; [`NO_NUMBER`] where no such limit applies.
    pub room: i64,
    /// Which limit leaves it, as [`ColumnAnswers::room_code`].
    pub room_code: u16,
    /// The limit's position where the bank has declared it, else [`NO_POSITION`].
    pub room_limit: u16,
    /// How many people have to approve; [`NO_POSITION`] where that is not known.
    pub approvers: u16,
}

impl RowAnswer {
    /// Refused, and nothing else.
    pub const NOTHING: Self = Self {
        outcome: Outcome::Refused,
        deducted: NO_NUMBER,
        transfer: NO_NUMBER,
        bank_fee: NO_NUMBER,
        withdrawal: NO_NUMBER,
        reason: 0,
        reasons: 0,
        missing: 0,
        room: NO_NUMBER,
        room_code: 0,
        room_limit: NO_POSITION,
        approvers: NO_POSITION,
    };

    /// What a verdict says: the room and the approvers where they are asked.
    #[inline]
    pub(super) fn of(verdict: &Verdict<'_>, asks_room: bool, asks_approvers: bool) -> Self {
        let mut said = Self { outcome: verdict.outcome, ..Self::NOTHING };
        if let Some(fee) = &verdict.fee {
            let fee = &fee.amounts;
            (said.deducted, said.transfer) = (fee.deducted, fee.transfer);
            (said.bank_fee, said.withdrawal) = (fee.bank_fee, fee.withdrawal);
        }
        if let Some(first) = verdict.reasons.first() {
            let more = verdict.more.iter().fold(0_u64, |sum, more| sum.saturating_add(more.count));
            said.reason = first.code.number();
            said.reasons =
                count(verdict.reasons.len()).saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        }
        said.missing = count(verdict.missing.len());
        if let Some(line) = verdict.tightest().filter(|_| asks_room) {
            (said.room, said.room_code) = (line.remaining(), line.code().number());
            said.room_limit = line.tag.declared.unwrap_or(NO_POSITION);
        }
        if asks_approvers && let Some(approvers) = &verdict.approval {
            said.approvers = u16::try_from(approvers.people(&verdict.company.model)).unwrap_or(NO_POSITION);
        }
        said
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Writes to a column, where it is asked for.
#[inline(always)]
fn put<T>(column: &mut Option<&mut [T]>, row: usize, value: T) {
    if let Some(place) = column.as_deref_mut().and_then(|column| column.get_mut(row)) {
        *place = value;
    }
}

impl ColumnAnswers<'_> {
    /// Makes sure that every column has a place for every row.
    pub(super) fn check(&self, rows: usize) -> Result<(), ColumnError> {
        fn length<T>(column: &Option<&mut [T]>) -> Option<usize> {
            column.as_ref().map(|column| column.len())
        }
        let Self {
            error,
            outcome,
            deducted,
            transfer,
            bank_fee,
            withdrawal,
            reason,
            reasons,
            missing,
            room,
            room_code,
            room_limit,
            approvers,
        } = self;
        for (name, found) in [
            ("error", length(error)),
            ("outcome", length(outcome)),
            ("deducted", length(deducted)),
            ("transfer", length(transfer)),
            ("bank_fee", length(bank_fee)),
            ("withdrawal", length(withdrawal)),
            ("reason", length(reason)),
            ("reasons", length(reasons)),
            ("missing", length(missing)),
            ("room", length(room)),
            ("room_code", length(room_code)),
            ("room_limit", length(room_limit)),
            ("approvers", length(approvers)),
        ] {
            check_length(rows, found, || format!("answers/{name}"))?;
        }
        Ok(())
    }

    /// Whether the room under limits is asked.
    pub(super) fn asks_room(&self) -> bool {
        self.room.is_some() || self.room_code.is_some() || self.room_limit.is_some()
    }

    /// Writes what is said of a row.
    #[inline]
    pub(super) fn put(&mut self, row: usize, said: &Result<RowAnswer, RowError>) {
        let (said, error) = match said {
            Ok(said) => (said, 0),
            Err(error) => (&RowAnswer::NOTHING, error.number()),
        };
        put(&mut self.error, row, error);
        put(&mut self.outcome, row, code_of(said.outcome));
        put(&mut self.deducted, row, said.deducted);
        put(&mut self.transfer, row, said.transfer);
        put(&mut self.bank_fee, row, said.bank_fee);
        put(&mut self.withdrawal, row, said.withdrawal);
        put(&mut self.reason, row, said.reason);
        put(&mut self.reasons, row, said.reasons);
        put(&mut self.missing, row, said.missing);
        put(&mut self.room, row, said.room);
        put(&mut self.room_code, row, said.room_code);
        put(&mut self.room_limit, row, said.room_limit);
        put(&mut self.approvers, row, said.approvers);
    }
}

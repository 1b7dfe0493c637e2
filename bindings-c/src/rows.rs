//! Binary rows: requests whose names are positions.

use std::ffi::c_char;

use kessai::columns::{NO_CODE, NO_DAY, NO_NUMBER, NO_POSITION, Row, RowAnswer, RowError, RowUsage, Rows};

use crate::raw::{Given, Lent, Out, Result, Taken, Text, answer, bits, guard};
use crate::{kessai_company, kessai_error, kessai_outcome, kessai_session, kessai_status, kessai_text};

/// How many approvers a row names at most.
const APPROVERS: usize = 4;
/// How many entries of usage a row has at most.
const USAGE: usize = 4;

/// What a limit has used so far, in a `kessai_row`: of the account, user, business or company that the row itself names.
///
/// 16 bytes: `used` at 0, `day` at 8, `limit` at 12, `reserved` at 14.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kessai_row_usage {
    /// What is used, in minor units or items; `KESSAI_NO_NUMBER` where it is not known, which is not 0.
    pub used: i64,
    /// The day, or the first of the period: days since 1970-01-01.
    pub day: i32,
    /// The limit, see `kessai_position`.
    pub limit: u16,
    /// 0.
    pub reserved: u16,
}

/// A request for one transfer, or any operation with no more facts, as numbers in the byte order of the machine. `kessai_row_init`
/// makes one in which everything is missing, by the `KESSAI_NO_` constants. What a row cannot say (texts, items, an existing item,
/// access) is missing in it, and nothing is accepted because a row could not say it.
///
/// 128 bytes: `now` at 0, `payment` at 8, `typed_fee` at 16, `registered_at` at 24, `value_date` at 32, `registered_on` at 36,
/// `user` at 40, `business` at 42, `account` at 44, `approvers` at 46, `usage_count` at 54, `operation` at 56, `entry` at 57,
/// `payee_kind` at 58, `place` at 59, `document` at 60, `bearer` at 61, `pattern` at 62, `reserved` at 63, `usage` at 64. The library
/// reads rows at any address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kessai_row {
    /// The only clock: seconds since 1970-01-01T00:00:00Z.
    pub now: i64,
    /// What is paid (支払金額), in minor units.
    pub payment: i64,
    /// The fee that the user types, for method `typed`.
    pub typed_fee: i64,
    /// When exactly the payee was filed: seconds, as `now`.
    pub registered_at: i64,
    /// 振込指定日: days since 1970-01-01.
    pub value_date: i32,
    /// The day on which the payee was filed or changed.
    pub registered_on: i32,
    /// Who acts: a position.
    pub user: u16,
    /// In which business: a position.
    pub business: u16,
    /// The debit account (出金口座): a position.
    pub account: u16,
    /// Named approvers: positions, or `KESSAI_UNKNOWN_APPROVER`; those that are missing are passed over.
    pub approvers: [u16; 4],
    /// How many of `usage` there are, 0 to 4.
    pub usage_count: u16,
    /// What is done: a `KESSAI_OPERATION_` constant.
    pub operation: u8,
    /// How a batch came in: a `KESSAI_ENTRY_` constant.
    pub entry: u8,
    /// A `KESSAI_PAYEE_KIND_` constant.
    pub payee_kind: u8,
    /// Where the payee's account is: a `KESSAI_PLACE_` constant, see `kessai_place`.
    pub place: u8,
    /// 文書扱: 1 yes, 0 no.
    pub document: u8,
    /// Who bears the fee: a `KESSAI_BEARER_` constant.
    pub bearer: u8,
    /// A pattern that the host believes to apply: a position.
    pub pattern: u8,
    /// 0.
    pub reserved: u8,
    /// What limits have used so far, each limit at most once.
    pub usage: [kessai_row_usage; 4],
}

/// The answer to a `kessai_row`.
///
/// 64 bytes: `deducted` at 0, `transfer` at 8, `bank_fee` at 16, `withdrawal` at 24, `room` at 32, `reasons` at 40, `missing` at 44,
/// `reason` at 48, `room_code` at 50, `room_limit` at 52, `approvers` at 54, `outcome` at 56, `error` at 57, `reserved` at 58.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct kessai_row_answer {
    /// What is kept back from the payment; `KESSAI_NO_NUMBER` in this and the next three where there is no fee.
    pub deducted: i64,
    /// What is transferred (振込金額).
    pub transfer: i64,
    /// What the bank charges (実手数料).
    pub bank_fee: i64,
    /// What is withdrawn (引落金額): transfer and bank fee.
    pub withdrawal: i64,
    /// The least that any limit in amounts leaves once the request is counted; `KESSAI_NO_NUMBER` where no such limit applies.
    pub room: i64,
    /// How many reasons there are.
    pub reasons: u32,
    /// How many fields are missing.
    pub missing: u32,
    /// The first reason, a `KESSAI_REASON_` constant; 0 where there is none.
    pub reason: u16,
    /// Which limit leaves `room`: the number of its code; 0 where there is none.
    pub room_code: u16,
    /// Where the bank has declared that limit, its position, see `kessai_limit_name`; else `KESSAI_NO_POSITION`.
    pub room_limit: u16,
    /// How many people have to approve; `KESSAI_NO_POSITION` where that is not known.
    pub approvers: u16,
    /// A `kessai_outcome`. A row without an answer is `KESSAI_OUTCOME_REFUSED`.
    pub outcome: u8,
    /// Why the row has no answer, a `KESSAI_ROW_ERROR_` constant; 0 where it has one.
    pub error: u8,
    /// 0.
    pub reserved: [u8; 6],
}

bits!(kessai_row, kessai_row_usage, kessai_row_answer);

/// No gap, and the places that the comments name.
const _: () = {
    assert!(size_of::<kessai_row_usage>() == 8 + 4 + 2 + 2);
    assert!(size_of::<kessai_row>() == 4 * 8 + 2 * 4 + 3 * 2 + 4 * 2 + 2 + 8 + 4 * 16);
    assert!(
        std::mem::offset_of!(kessai_row, approvers) == 46 && std::mem::offset_of!(kessai_row, usage) == 64
    );
    assert!(
        std::mem::offset_of!(kessai_row, operation) == 56 && std::mem::offset_of!(kessai_row, reserved) == 63
    );
    assert!(size_of::<kessai_row_answer>() == 5 * 8 + 2 * 4 + 4 * 2 + 2 + 6);
    assert!(std::mem::offset_of!(kessai_row_answer, outcome) == 56);
};

/// The number of an outcome in rows and columns of answers.
#[expect(clippy::as_conversions, reason = "an enum with explicit numbers below 256")]
pub(crate) const fn outcome_number(outcome: kessai_outcome) -> u8 {
    outcome as u8
}

const NOTHING_USED: kessai_row_usage =
    kessai_row_usage { used: NO_NUMBER, day: NO_DAY, limit: NO_POSITION, reserved: 0 };

impl kessai_row {
    /// A row in which everything is missing.
    const EMPTY: Self = Self {
        now: NO_NUMBER,
        payment: NO_NUMBER,
        typed_fee: NO_NUMBER,
        registered_at: NO_NUMBER,
        value_date: NO_DAY,
        registered_on: NO_DAY,
        user: NO_POSITION,
        business: NO_POSITION,
        account: NO_POSITION,
        approvers: [NO_POSITION; APPROVERS],
        usage_count: 0,
        operation: NO_CODE,
        entry: NO_CODE,
        payee_kind: NO_CODE,
        place: NO_CODE,
        document: 0,
        bearer: NO_CODE,
        pattern: NO_CODE,
        reserved: 0,
        usage: [NOTHING_USED; USAGE],
    };

    fn entries(&self) -> Option<&[kessai_row_usage]> {
        self.usage.get(..usize::from(self.usage_count))
    }

    /// Whether it is as long as it says, and says nothing in what is reserved.
    fn is_sound(&self) -> bool {
        let entries = self.entries();
        self.reserved == 0 && entries.is_some_and(|entries| entries.iter().all(|entry| entry.reserved == 0))
    }

    fn decide(&self, rows: &mut Rows<'_>) -> std::result::Result<RowAnswer, RowError> {
        let mut usage = [RowUsage { limit: NO_POSITION, day: NO_DAY, used: NO_NUMBER }; USAGE];
        let entries = self.entries().unwrap_or_default();
        for (to, entry) in usage.iter_mut().zip(entries) {
            *to = RowUsage { limit: entry.limit, day: entry.day, used: entry.used };
        }
        rows.decide(&Row {
            user: self.user,
            business: self.business,
            account: self.account,
            operation: self.operation,
            now: self.now,
            value_date: self.value_date,
            entry: self.entry,
            payee_kind: self.payee_kind,
            place: self.place,
            document: self.document,
            registered_on: self.registered_on,
            registered_at: self.registered_at,
            payment: self.payment,
            bearer: self.bearer,
            typed_fee: self.typed_fee,
            pattern: self.pattern,
            approvers: &self.approvers,
            usage: usage.get(..entries.len()).unwrap_or_default(),
        })
    }
}

impl From<std::result::Result<RowAnswer, RowError>> for kessai_row_answer {
    fn from(said: std::result::Result<RowAnswer, RowError>) -> Self {
        let (said, error) = match said {
            Ok(said) => (said, 0),
            Err(error) => (RowAnswer::NOTHING, error.number()),
        };
        Self {
            deducted: said.deducted,
            transfer: said.transfer,
            bank_fee: said.bank_fee,
            withdrawal: said.withdrawal,
            room: said.room,
            reasons: said.reasons,
            missing: said.missing,
            reason: said.reason,
            room_code: said.room_code,
            room_limit: said.room_limit,
            approvers: said.approvers,
            outcome: outcome_number(said.outcome.into()),
            error,
            reserved: [0; 6],
        }
    }
}

/// Makes a row in which everything is missing; NULL is harmless.
///
/// # Safety
///
/// `row` is NULL, or can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_row_init(row: *mut kessai_row) {
    // SAFETY: the caller's promise, passed on.
    let mut row = unsafe { Taken::new(row, 1) };
    guard((), || row.put(0, kessai_row::EMPTY));
}

/// Decides requests, one a row and each for itself, as `kessai_evaluate_json` decides the request with the same values. A row without
/// an answer says so in `error` and is refused; the others are answered all the same.
///
/// `row_size` and `answer_size` are `sizeof(kessai_row)` and `sizeof(kessai_row_answer)` as the caller was compiled: a later library
/// may know longer ones, and goes on to read and write these. Sizes that this library does not know, a row whose reserved bytes are not
/// 0 or whose `usage_count` is more than 4, and answers that lie where rows do, are `KESSAI_STATUS_INVALID_RECORD`. On any failure no
/// answer is written and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
///
/// The session gives its company and its memory: once warm, nothing is allocated. A session of its own for each thread; their
/// company may be one, which is never locked.
///
/// # Safety
///
/// `session` comes from `kessai_session_new`, `rows` points to `count` rows of `row_size` bytes that can be read, `answers` to `count`
/// answers of `answer_size` bytes that can be written, `error_out` to a pointer that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_decide_rows(
    session: *const kessai_session,
    rows: *const kessai_row,
    row_size: usize,
    count: usize,
    answers: *mut kessai_row_answer,
    answer_size: usize,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (session, error_out) = unsafe { (Lent::new("session", session), Out::new("error_out", error_out)) };
    // SAFETY: the caller's promise, passed on.
    let (rows, mut answers) = unsafe { (Given::new(rows, count), Taken::new(answers, count)) };
    answer(error_out, || {
        for (name, size, known) in [
            ("row_size", row_size, size_of::<kessai_row>()),
            ("answer_size", answer_size, size_of::<kessai_row_answer>()),
        ] {
            if size != known {
                return Err(kessai_error::size(name, size, known));
            }
        }
        rows.check("rows")?;
        answers.check("answers", &[rows.span()])?;
        if let Some(at) = (0..count).find(|at| rows.at(*at).is_none_or(|row| !row.is_sound())) {
            return Err(kessai_error::row(at));
        }
        session.get()?.with_rows(|memory| {
            for at in 0..count {
                let Some(row) = rows.at(at) else { break };
                answers.put(at, row.decide(memory).into());
            }
        })
    })
}

/// The position of a name in rows and columns, by its kind, a `KESSAI_KIND_` constant. It holds as long as the company is not loaded
/// anew. A pattern's fits in a byte.
///
/// On `KESSAI_STATUS_OK` it stands in `*position_out`; of an approver whom the company does not know that is `KESSAI_UNKNOWN_APPROVER`.
/// A name that there is not, or a kind, is `KESSAI_STATUS_UNKNOWN_NAME`. On any failure `*position_out` is untouched and, unless
/// `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `name` points to `name_len` bytes that can be read, `position_out` to a number
/// and `error_out` to a pointer that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_position(
    company: *const kessai_company,
    kind: i32,
    name: *const c_char,
    name_len: usize,
    position_out: *mut u16,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, name) = unsafe { (Lent::new("company", company), Text::new("name", name, name_len)) };
    // SAFETY: the caller's promise, passed on.
    let (mut position_out, error_out) =
        unsafe { (Taken::new(position_out, 1), Out::new("error_out", error_out)) };
    answer(error_out, || {
        position_out.check("position_out", &[])?;
        let positions = company.get()?.inner.positions();
        let name = name.read()?;
        let found = match kind {
            KIND_USER => positions.user(name),
            KIND_BUSINESS => positions.business(name),
            KIND_ACCOUNT => positions.account(name),
            KIND_APPROVER => Some(positions.approver(name)),
            KIND_PATTERN => positions.pattern(name).map(u16::from),
            KIND_LIMIT => positions.limit(name),
            _ => None,
        };
        position_out.put(0, found.ok_or_else(kessai_error::unknown_name)?);
        Ok(())
    })
}

const KIND_USER: i32 = 1;
const KIND_BUSINESS: i32 = 2;
const KIND_ACCOUNT: i32 = 3;
const KIND_APPROVER: i32 = 4;
const KIND_PATTERN: i32 = 5;
const KIND_LIMIT: i32 = 6;

/// The kinds of names that have positions, as the header has them.
pub const KINDS: [(&str, i32); 6] = [
    ("USER", KIND_USER),
    ("BUSINESS", KIND_BUSINESS),
    ("ACCOUNT", KIND_ACCOUNT),
    ("APPROVER", KIND_APPROVER),
    ("PATTERN", KIND_PATTERN),
    ("LIMIT", KIND_LIMIT),
];

/// Where a payee's account is as seen from a debit account (`KESSAI_NO_POSITION` where that is missing), by the codes of his bank and
/// branch; texts of length 0 are missing codes.
///
/// On `KESSAI_STATUS_OK` a `KESSAI_PLACE_` constant stands in `*place_out`, or `KESSAI_NO_CODE` where the bank is missing. Otherwise
/// `*place_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `bank` and `branch` point to `bank_len` and `branch_len` bytes that can be read,
/// `place_out` to a number and `error_out` to a pointer that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_place(
    company: *const kessai_company,
    account: u16,
    bank: *const c_char,
    bank_len: usize,
    branch: *const c_char,
    branch_len: usize,
    place_out: *mut u8,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (bank, branch) =
        unsafe { (Text::new("bank", bank, bank_len), Text::new("branch", branch, branch_len)) };
    let (bank, branch) = ((bank_len > 0).then_some(bank), (branch_len > 0).then_some(branch));
    // SAFETY: the caller's promise, passed on.
    let (company, mut place_out) = unsafe { (Lent::new("company", company), Taken::new(place_out, 1)) };
    // SAFETY: the caller's promise, passed on.
    let error_out = unsafe { Out::new("error_out", error_out) };
    answer(error_out, || {
        place_out.check("place_out", &[])?;
        let positions = company.get()?.inner.positions();
        let [bank, branch] = [bank, branch].map(|text| text.map_or(Ok(""), Text::read));
        place_out.put(0, positions.place(account, bank?, branch?));
        Ok(())
    })
}

/// The name of a limit, as `usage` has it, by its position.
///
/// On `KESSAI_STATUS_OK` the caller owns `*name_out` and frees it with `kessai_text_free`. A limit that there is not is
/// `KESSAI_STATUS_UNKNOWN_NAME`. On any failure `*name_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and
/// frees it with `kessai_error_free`.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `name_out` and `error_out` point to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_limit_name(
    company: *const kessai_company,
    limit: u16,
    name_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, name_out) = unsafe { (Lent::new("company", company), Out::new("name_out", name_out)) };
    // SAFETY: the caller's promise, passed on.
    let error_out = unsafe { Out::new("error_out", error_out) };
    answer(error_out, || -> Result<()> {
        let name_out = name_out.required()?;
        let positions = company.get()?.inner.positions();
        name_out.give(positions.limit_name(limit).ok_or_else(kessai_error::unknown_name)?.into());
        Ok(())
    })
}

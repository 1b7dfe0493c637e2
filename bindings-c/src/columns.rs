//! Columns of numbers.

use kessai::columns::{ColumnAnswers, Columns, UsageColumn, code_of};
use kessai::{Company, Outcome};

use crate::raw::{Given, Out, Promised, Result, answer, bits};
use crate::rows::outcome_number;
use crate::{kessai_company, kessai_error, kessai_outcome, kessai_status};

/// How much of one limit is used in each row, by the account, user, business or company that the row itself names.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kessai_usage_column {
    /// The day, or the first of the period, of each row.
    pub day: *const i32,
    /// What is used; `KESSAI_NO_NUMBER` where it is not known, which is not 0.
    pub used: *const i64,
    /// The limit, see `kessai_position`.
    pub limit: usize,
}

/// Requests, one a row: each column points to `rows` numbers, as a `kessai_row` has them, or is NULL, which is missing in every row.
/// `memset` to 0 makes one without columns.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kessai_columns {
    /// How many rows there are.
    pub rows: usize,
    /// Positions in the array of companies; NULL: all rows are of the first.
    pub company: *const u16,
    /// Who acts.
    pub user: *const u16,
    /// In which business.
    pub business: *const u16,
    /// The debit account (出金口座).
    pub account: *const u16,
    /// What is done.
    pub operation: *const u8,
    /// The only clock.
    pub now: *const i64,
    /// 振込指定日.
    pub value_date: *const i32,
    /// How a batch came in.
    pub entry: *const u8,
    /// 事前登録, 利用者登録 or 新規口座.
    pub payee_kind: *const u8,
    /// Where the payee's account is.
    pub place: *const u8,
    /// 文書扱.
    pub document: *const u8,
    /// The day on which the payee was filed or changed.
    pub registered_on: *const i32,
    /// When exactly he was filed.
    pub registered_at: *const i64,
    /// 支払金額.
    pub payment: *const i64,
    /// Who bears the fee.
    pub bearer: *const u8,
    /// The fee that the user types.
    pub typed_fee: *const i64,
    /// A pattern that the host believes to apply.
    pub pattern: *const u8,
    /// Named approvers: columns of the first of each row, of the second, and so on.
    pub approvers: *const *const u16,
    /// How many such columns there are, at most 16.
    pub approver_columns: usize,
    /// What limits have used so far.
    pub usage: *const kessai_usage_column,
    /// How many such columns there are, each of another limit.
    pub usage_columns: usize,
}

/// Answers, one a row: each column points to room for as many numbers as there are rows, as a `kessai_row_answer` has them, or is NULL,
/// which is not asked for.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct kessai_column_answers {
    /// Why a row has no answer, a `KESSAI_ROW_ERROR_` constant; 0 where it has one.
    pub error: *mut u8,
    /// A `kessai_outcome`.
    pub outcome: *mut u8,
    /// What is kept back from the payment.
    pub deducted: *mut i64,
    /// What is transferred.
    pub transfer: *mut i64,
    /// What the bank charges.
    pub bank_fee: *mut i64,
    /// What is withdrawn.
    pub withdrawal: *mut i64,
    /// The first reason, a `KESSAI_REASON_` constant.
    pub reason: *mut u16,
    /// How many reasons there are.
    pub reasons: *mut u32,
    /// How many fields are missing.
    pub missing: *mut u32,
    /// The least that any limit in amounts leaves.
    pub room: *mut i64,
    /// Which limit leaves it.
    pub room_code: *mut u16,
    /// Its position, where the bank has declared it.
    pub room_limit: *mut u16,
    /// How many people have to approve.
    pub approvers: *mut u16,
}

bits!(kessai_usage_column, kessai_columns, kessai_column_answers);

/// Decides many requests, one a row, and fills the columns that are asked for: `kessai_decide_rows` for hosts that have columns. Each
/// row is of one of the companies, all of them of one service.
///
/// `columns_size` and `answers_size` are `sizeof(kessai_columns)` and `sizeof(kessai_column_answers)` as the caller was compiled. Sizes
/// that this library does not know, columns that do not go together, that are at no address of their type, or that are written where
/// another one lies, are `KESSAI_STATUS_INVALID_RECORD`. On any failure no column is written and, unless `error_out` is NULL, the
/// caller owns `*error_out` and frees it with `kessai_error_free`.
///
/// Nothing is allocated per row. Threads may ask the same companies at the same time.
///
/// # Safety
///
/// `companies` points to `company_count` companies of this library that are not freed; `columns`, `answers` and what they point to can be
/// read, and written, as the types say; nobody else changes it meanwhile. `error_out` points to a pointer that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_decide_columns(
    companies: *const *const kessai_company,
    company_count: usize,
    columns: *const kessai_columns,
    columns_size: usize,
    answers: *const kessai_column_answers,
    answers_size: usize,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (columns, answers) = unsafe { (Given::new(columns, 1), Given::new(answers, 1)) };
    // SAFETY: the caller's promise, passed on.
    let (mut promised, error_out) = unsafe { (Promised::new(), Out::new("error_out", error_out)) };
    answer(error_out, || {
        for (name, size, known) in [
            ("columns_size", columns_size, size_of::<kessai_columns>()),
            ("answers_size", answers_size, size_of::<kessai_column_answers>()),
        ] {
            if size != known {
                return Err(kessai_error::size(name, size, known));
            }
        }
        let columns = columns.at(0).ok_or_else(|| kessai_error::null("columns"))?;
        let answers = answers.at(0).ok_or_else(|| kessai_error::null("answers"))?;
        let companies = promised.needed("companies", companies, company_count)?;
        let companies = companies.iter().map(|company| Ok(&promised.lent("companies", *company)?.inner));
        let companies = companies.collect::<Result<Vec<&Company>>>()?;
        decide(&companies, &columns, &answers, &mut promised)
    })
}

fn decide(
    companies: &[&Company],
    columns: &kessai_columns,
    answers: &kessai_column_answers,
    promised: &mut Promised<'_>,
) -> Result<()> {
    let rows = columns.rows;
    let mut approvers = Vec::new();
    for column in promised.needed("approvers", columns.approvers, columns.approver_columns)? {
        approvers.push(promised.needed("approvers", *column, rows)?);
    }
    let mut usage = Vec::new();
    for column in promised.needed("usage", columns.usage, columns.usage_columns)? {
        usage.push(UsageColumn {
            // What no position is, the service does not have.
            limit: u16::try_from(column.limit).unwrap_or(u16::MAX),
            day: promised.needed("usage.day", column.day, rows)?,
            used: promised.needed("usage.used", column.used, rows)?,
        });
    }
    let asked = Columns {
        rows,
        company: promised.column("company", columns.company, rows)?,
        user: promised.column("user", columns.user, rows)?,
        business: promised.column("business", columns.business, rows)?,
        account: promised.column("account", columns.account, rows)?,
        operation: promised.column("operation", columns.operation, rows)?,
        now: promised.column("now", columns.now, rows)?,
        value_date: promised.column("value_date", columns.value_date, rows)?,
        entry: promised.column("entry", columns.entry, rows)?,
        payee_kind: promised.column("payee_kind", columns.payee_kind, rows)?,
        place: promised.column("place", columns.place, rows)?,
        document: promised.column("document", columns.document, rows)?,
        registered_on: promised.column("registered_on", columns.registered_on, rows)?,
        registered_at: promised.column("registered_at", columns.registered_at, rows)?,
        payment: promised.column("payment", columns.payment, rows)?,
        bearer: promised.column("bearer", columns.bearer, rows)?,
        typed_fee: promised.column("typed_fee", columns.typed_fee, rows)?,
        pattern: promised.column("pattern", columns.pattern, rows)?,
        approvers: &approvers,
        usage: &usage,
    };
    let mut said = ColumnAnswers {
        error: promised.column_mut("answers.error", answers.error, rows)?,
        outcome: promised.column_mut("answers.outcome", answers.outcome, rows)?,
        deducted: promised.column_mut("answers.deducted", answers.deducted, rows)?,
        transfer: promised.column_mut("answers.transfer", answers.transfer, rows)?,
        bank_fee: promised.column_mut("answers.bank_fee", answers.bank_fee, rows)?,
        withdrawal: promised.column_mut("answers.withdrawal", answers.withdrawal, rows)?,
        reason: promised.column_mut("answers.reason", answers.reason, rows)?,
        reasons: promised.column_mut("answers.reasons", answers.reasons, rows)?,
        missing: promised.column_mut("answers.missing", answers.missing, rows)?,
        room: promised.column_mut("answers.room", answers.room, rows)?,
        room_code: promised.column_mut("answers.room_code", answers.room_code, rows)?,
        room_limit: promised.column_mut("answers.room_limit", answers.room_limit, rows)?,
        approvers: promised.column_mut("answers.approvers", answers.approvers, rows)?,
    };
    Company::decide_columns(companies, &asked, &mut said)
        .map_err(|error| kessai_error::of_columns(&error))?;
    for number in said.outcome.into_iter().flatten() {
        *number = outcome_of(*number);
    }
    Ok(())
}

/// The number that an outcome has in C, by the one that it has in the engine's columns.
fn outcome_of(code: u8) -> u8 {
    let outcomes = [Outcome::Accepted, Outcome::NeedsApproval, Outcome::Incomplete];
    let outcome = outcomes.into_iter().find(|outcome| code_of(*outcome) == code);
    outcome_number(outcome.map_or(kessai_outcome::Refused, kessai_outcome::from))
}

//! One row at a time, for hosts that have a transfer and no columns.

use alloc::borrow::Cow;

use crate::columns::row::Filler;
use crate::columns::{NO_CODE, NO_DAY, NO_NUMBER, NO_POSITION, RowAnswer, RowError};
use crate::loaded::Company;
use crate::request::read::APPROVERS_MAX;
use crate::verdict::Verdict;

/// One request as numbers: those of [`Columns`](super::Columns). By default everything is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Who acts.
    pub user: u16,
    /// In which business.
    pub business: u16,
    /// The debit account (出金口座).
    pub account: u16,
    /// What is done (操作).
    pub operation: u8,
    /// The only clock.
    pub now: i64,
    /// 振込指定日.
    pub value_date: i32,
    /// How a batch came in.
    pub entry: u8,
    /// 事前登録, 利用者登録 or 新規口座.
    pub payee_kind: u8,
    /// Where the payee's account is, as seen from the debit account.
    pub place: u8,
    /// 文書扱.
    pub document: u8,
    /// The day on which the payee was filed or changed.
    pub registered_on: i32,
    /// When exactly he was filed.
    pub registered_at: i64,
    /// 支払金額.
    pub payment: i64,
    /// Who bears the fee.
    pub bearer: u8,
    /// The fee that the user types, for method `typed`.
    pub typed_fee: i64,
    /// A pattern that the host believes to apply.
    pub pattern: u8,
    /// Named approvers, at most 16; those that are missing are passed over.
    pub approvers: &'a [u16],
    /// What limits have used so far, each limit at most once.
    pub usage: &'a [RowUsage],
}

impl Default for Row<'_> {
    fn default() -> Self {
        Self {
            user: NO_POSITION,
            business: NO_POSITION,
            account: NO_POSITION,
            operation: NO_CODE,
            now: NO_NUMBER,
            value_date: NO_DAY,
            entry: NO_CODE,
            payee_kind: NO_CODE,
            place: NO_CODE,
            document: NO_CODE,
            registered_on: NO_DAY,
            registered_at: NO_NUMBER,
            payment: NO_NUMBER,
            bearer: NO_CODE,
            typed_fee: NO_NUMBER,
            pattern: NO_CODE,
            approvers: &[],
            usage: &[],
        }
    }
}

/// How much of one limit is used, by the bearer that the row itself names; as a [`UsageColumn`](super::UsageColumn) has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowUsage {
    /// The limit.
    pub limit: u16,
    /// The day, or the first of the period.
    pub day: i32,
    /// What is used; missing where the host does not know, which is not 0.
    pub used: i64,
}

/// The memory in which rows of one company are decided, one after the other; once it has had the fullest row it asks for no more.
///
/// ```
/// use kessai::columns::{Row, code_of};
/// use kessai::terms::Operation;
/// # use kessai::{Instant, Outcome, Service};
/// # let service = Service::from_json(
/// #     r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00", "businesses": {}, "rights": {} }"#,
/// # )?;
/// # let company = service.company_from_json(
/// #     r#"{ "format": 1, "id": "ans", "users": [ { "id": "taro", "role": "general", "enabled": true } ] }"#,
/// # )?;
/// let user = company.positions().user("taro").ok_or("no such user")?;
/// let now = Instant::parse("2026-11-20T10:15:00+09:00").ok_or("no instant")?.unix_seconds();
/// let row = Row { user, operation: code_of(Operation::Login), now, ..Row::default() };
/// assert_eq!(company.rows().decide(&row)?.outcome, Outcome::Accepted);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rows<'c> {
    company: Cow<'c, Company>,
    filler: Filler<'c>,
    verdict: Verdict<'c>,
}

impl<'c> Rows<'c> {
    pub(super) fn new(company: &'c Company) -> Self {
        Self {
            company: Cow::Borrowed(company),
            filler: Filler::new(company),
            verdict: Verdict::empty(company),
        }
    }

    /// The same with a company of its own, which it counts.
    #[must_use]
    pub fn into_owned(self) -> Rows<'static> {
        Rows {
            company: Cow::Owned(self.company.into_owned()),
            filler: self.filler.into_owned(),
            verdict: self.verdict.into_owned(),
        }
    }

    /// Decides a row, as [`Company::decide_columns`] decides a row with the same values.
    ///
    /// # Errors
    ///
    /// There is no answer, which is to be treated as refused.
    #[inline]
    pub fn decide(&mut self, row: &Row<'_>) -> Result<RowAnswer, RowError> {
        if row.approvers.len() > APPROVERS_MAX {
            return Err(RowError::Approvers);
        }
        self.filler.read(&self.company.model, row)?.decide(&mut self.verdict);
        Ok(RowAnswer::of(&self.verdict, true, true))
    }
}

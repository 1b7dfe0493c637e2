//! Many requests at once, as columns of numbers: for nightly batches, databases and what-if runs over history.
//!
//! [`Company::decide_columns`] takes columns as slices, one element a row, and fills columns. A row is a request for one transfer
//! (or any operation that has no more facts than a row has), and its answer is that of [`Company::evaluate`] for the request with
//! the same values; nothing is allocated per row. Names become positions once, by [`Company::positions`].
//!
//! ```
//! use kessai::columns::{ColumnAnswers, Columns, code_of};
//! use kessai::terms::Operation;
//! use kessai::{Company, Day, Instant, Outcome, Service};
//!
//! let service = Service::from_json(
//!     r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
//!          "businesses": {}, "rights": {} }"#,
//! )?;
//! let company = service.company_from_json(
//!     r#"{ "format": 1, "id": "ans", "users": [ { "id": "taro", "role": "general", "enabled": true },
//!                                               { "id": "jiro", "role": "general", "enabled": false } ] }"#,
//! )?;
//! let positions = company.positions();
//! let user = [positions.user("taro"), positions.user("jiro"), Some(7)].map(|at| at.unwrap_or(u16::MAX));
//! let now = Instant::parse("2026-11-20T10:15:00+09:00").ok_or("no instant")?.unix_seconds();
//! let columns = Columns {
//!     rows: 3,
//!     user: Some(&user),
//!     operation: Some(&[code_of(Operation::Login); 3]),
//!     now: Some(&[now; 3]),
//!     ..Columns::default()
//! };
//! let (mut outcome, mut error, mut reason) = ([0; 3], [0; 3], [0; 3]);
//! let mut answers = ColumnAnswers {
//!     outcome: Some(&mut outcome),
//!     error: Some(&mut error),
//!     reason: Some(&mut reason),
//!     ..ColumnAnswers::default()
//! };
//! Company::decide_columns(&[&company], &columns, &mut answers)?;
//! assert_eq!(outcome, [Outcome::Accepted, Outcome::Refused, Outcome::Refused].map(code_of));
//! assert_eq!(reason, [0, kessai::Code::PermissionUserDisabled.number(), 0]);
//! assert_eq!(error, [0, 0, kessai::columns::RowError::User.number()]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Numbers
//!
//! | what | type | value |
//! |---|---|---|
//! | user, business, account, company | `u16` | a position, see [`Positions`]; a company's in the slice of companies |
//! | operation, payee kind, bearer, entry | `u8` | the position in `ALL` of the vocabulary, see [`code_of`] |
//! | place of the payee | `u8` | [`OTHER_BANK`], [`OTHER_BRANCH`], [`SAME_BRANCH`], [`SAME_BANK`] (the branch is missing) |
//! | document (文書扱) | `u8` | 0 no, 1 yes |
//! | pattern | `u8` | a position |
//! | now, registered at | `i64` | seconds since 1970-01-01T00:00:00Z |
//! | value date, registered on, day of usage | `i32` | days since 1970-01-01 |
//! | amounts | `i64` | minor units of the service's currency; of limits in numbers of items, items |
//!
//! What is missing is the type's own: [`NO_POSITION`], [`NO_CODE`], [`NO_DAY`], [`NO_NUMBER`]. A column that is not given is missing
//! in every row. What a person types wrongly is any other number that is no value of its kind, such as -1 for an amount: the form
//! step refuses it, as it refuses such a text. What a program cannot mean, such as a user whom there is not, is an error of its
//! row: see [`RowError`].
//!
//! # What a row cannot say
//!
//! A row has no texts (a payee's name, type and number, the sender, EDI), no items of a batch, no facts of an existing item or of
//! whom an operation of administration is done to, and no attributes of access. They are missing in it, and what rests on them is
//! answered so: a business with items is incomplete without them, approving needs the item's requester and state, a condition of
//! access refuses whom it does not know, a limit of a payee asks for his account, and a text that a rule requires is missing.
//! Nothing is accepted because a column could not say it.
//!
//! A place that is stated says that the codes of the payee's bank and, but for [`SAME_BANK`], of his branch are typed, and as the
//! bank's rules want them.

use crate::date::Instant;
use crate::loaded::Company;
use crate::model::service::ServiceModel;
use crate::resolve::Resolved;
use crate::set::Listed;
use crate::verdict::Verdict;

mod answer;
mod error;
mod one;
mod positions;
mod row;
#[cfg(test)]
mod tests;

pub use answer::{ColumnAnswers, RowAnswer};
pub use error::{ColumnError, RowError};
pub use one::{Row, RowUsage, Rows};
pub use positions::Positions;

use row::Reader;

/// Nobody and nothing: a position that is missing.
pub const NO_POSITION: u16 = u16::MAX;
/// An approver who is named, and whom the company does not know.
pub const UNKNOWN_APPROVER: u16 = u16::MAX - 1;
/// A code that is missing.
pub const NO_CODE: u8 = u8::MAX;
/// A day that is missing.
pub const NO_DAY: i32 = i32::MIN;
/// An amount or an instant that is missing.
pub const NO_NUMBER: i64 = i64::MIN;

/// The payee's account is at another bank than the debit account (他行).
pub const OTHER_BANK: u8 = 0;
/// It is at another branch of the same bank (本支店).
pub const OTHER_BRANCH: u8 = 1;
/// It is at the same branch (同一店内).
pub const SAME_BRANCH: u8 = 2;
/// It is at the same bank; the branch is missing.
pub const SAME_BANK: u8 = 3;

/// The number of a value of a vocabulary in a column: its position in `ALL`.
///
/// ```
/// use kessai::columns::code_of;
/// use kessai::terms::{Bearer, PayeeKind};
/// assert_eq!([code_of(Bearer::Payer), code_of(Bearer::Payee)], [0, 1]);
/// assert_eq!(code_of(PayeeKind::NewAccount), 2);
/// ```
#[must_use]
pub fn code_of(value: impl Coded) -> u8 {
    value.position()
}

/// The vocabularies that have numbers in columns: [`Operation`](crate::terms::Operation), [`PayeeKind`](crate::terms::PayeeKind),
/// [`Bearer`](crate::terms::Bearer), [`Entry`](crate::terms::Entry) and [`Outcome`](crate::Outcome).
#[expect(private_bounds, reason = "only the vocabularies here have numbers in columns")]
pub trait Coded: Listed {}

impl Coded for crate::terms::Operation {}
impl Coded for crate::terms::PayeeKind {}
impl Coded for crate::terms::Bearer {}
impl Coded for crate::terms::Entry {}
impl Coded for crate::Outcome {}

/// Requests, one a row: each column has `rows` elements, or is not given. See [the module](self) for their numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'a> {
    /// How many rows there are.
    pub rows: usize,
    /// Positions in the slice of companies; not given: all rows are of the first.
    pub company: Option<&'a [u16]>,
    /// Who acts.
    pub user: Option<&'a [u16]>,
    /// In which business.
    pub business: Option<&'a [u16]>,
    /// The debit account (出金口座).
    pub account: Option<&'a [u16]>,
    /// What is done (操作).
    pub operation: Option<&'a [u8]>,
    /// The only clock.
    pub now: Option<&'a [i64]>,
    /// 振込指定日.
    pub value_date: Option<&'a [i32]>,
    /// How a batch came in.
    pub entry: Option<&'a [u8]>,
    /// 事前登録, 利用者登録 or 新規口座.
    pub payee_kind: Option<&'a [u8]>,
    /// Where the payee's account is, as seen from the debit account; [`Positions::place`] tells it from codes.
    pub place: Option<&'a [u8]>,
    /// 文書扱.
    pub document: Option<&'a [u8]>,
    /// The day on which the payee was filed or changed.
    pub registered_on: Option<&'a [i32]>,
    /// When exactly he was filed.
    pub registered_at: Option<&'a [i64]>,
    /// 支払金額.
    pub payment: Option<&'a [i64]>,
    /// Who bears the fee.
    pub bearer: Option<&'a [u8]>,
    /// The fee that the user types, for method `typed`.
    pub typed_fee: Option<&'a [i64]>,
    /// A pattern that the host believes to apply.
    pub pattern: Option<&'a [u8]>,
    /// Named approvers: the first of each row, the second, and so on, at most 16; those that are missing are passed over.
    pub approvers: &'a [&'a [u16]],
    /// What each limit has used so far, for the limits that the service's rules name; each at most once.
    pub usage: &'a [UsageColumn<'a>],
}

/// How much of one limit is used in each row, by the bearer that the row itself names: its account, user or business, or the
/// company. A row without that bearer has no such entry.
#[derive(Clone, Copy, Debug)]
pub struct UsageColumn<'a> {
    /// The limit, see [`Positions::limit`].
    pub limit: u16,
    /// The day, or the first of the period.
    pub day: &'a [i32],
    /// What is used; missing where the host does not know, which is not 0.
    pub used: &'a [i64],
}

impl Company {
    /// Decides one request a row, and fills the columns that are asked for.
    ///
    /// Each row is of one of the companies, all of them of one service. Rows are independent of each other, and each is answered as
    /// [`Company::evaluate`] answers the request with the same values; where that gives no answer the row has a [`RowError`] and is
    /// refused, otherwise empty.
    ///
    /// # Errors
    ///
    /// A column has another length than there are rows, a limit is unknown or stands twice, or two companies are of different
    /// services. Nothing is written then.
    pub fn decide_columns(
        companies: &[&Self],
        columns: &Columns<'_>,
        answers: &mut ColumnAnswers<'_>,
    ) -> Result<(), ColumnError> {
        let service = companies.first().map(|company| &*company.model.service);
        columns.check(service)?;
        answers.check(columns.rows)?;
        if !companies.iter().all(|company| service.is_none_or(|known| is_same(known, &company.model.service)))
        {
            return Err(ColumnError::Services);
        }
        let Some(first) = companies.first() else {
            (0..columns.rows).for_each(|row| answers.put(row, &Err(RowError::Company)));
            return Ok(());
        };
        let mut reader = Reader::new(companies, columns, first);
        let mut verdict = Verdict::empty(first);
        let (asks_room, asks_approvers) = (answers.asks_room(), answers.approvers.is_some());
        for row in 0..columns.rows {
            let said = reader.read(row).map(|resolved| {
                resolved.decide(&mut verdict);
                RowAnswer::of(&verdict, asks_room, asks_approvers)
            });
            answers.put(row, &said);
        }
        Ok(())
    }

    /// Memory in which rows are decided one at a time.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(self)
    }

    /// Positions of names, for columns.
    #[must_use]
    pub fn positions(&self) -> Positions<'_> {
        Positions::of(self)
    }
}

/// Whether positions mean the same in two services: they are one, or were read from one document.
fn is_same(one: &ServiceModel, other: &ServiceModel) -> bool {
    core::ptr::eq(one, other)
        || (one.digest == other.digest
            && one.patterns == other.patterns
            && one.businesses.iter().map(|one| &one.key).eq(other.businesses.iter().map(|other| &other.key)))
}

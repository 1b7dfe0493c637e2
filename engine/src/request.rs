//! One operation as a host or a person gives it: texts, nothing decided (`docs/rules.md`, section 3).

use alloc::vec::Vec;

use crate::terms::Operation;

pub(crate) mod change;
pub(crate) mod check;
pub(crate) mod error;
pub(crate) mod fields;
pub(crate) mod owned;
pub(crate) mod read;
mod text;

pub use error::{RequestError, RequestErrorCode};
pub use text::{Text, Typed};

/// A request. A field that is absent is `None`; an empty text counts as absent too.
///
/// It is read from JSON, or made of values: texts as people type them, and days, amounts and words of the vocabularies.
///
/// ```
/// use kessai::terms::{Bearer, Operation, PayeeKind};
/// use kessai::{Day, Request, RequestLine};
///
/// let request = Request {
///     user: Some("taro01".into()),
///     business: Some("transfer".into()),
///     operation: Some(Operation::Create),
///     value_date: Some(Day::new(2026, 11, 24).ok_or("no such day")?.into()),
///     single: RequestLine {
///         payee_kind: Some(PayeeKind::NewAccount.into()),
///         payment: Some(30_329.into()),
///         bearer: Some(Bearer::Payee.into()),
///         ..RequestLine::default()
///     },
///     ..Request::default()
/// };
/// let text = r#"{ "user": "taro01", "business": "transfer", "operation": "create", "valueDate": "2026-11-24",
///                 "payee": { "kind": "newAccount" }, "payment": "30329", "bearer": "payee" }"#;
/// assert_eq!(Request::from_json(text)?, request);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Lists and texts have bounds, which [`Company::resolve`](crate::Company::resolve) checks: 100,000 lines, 100,064 entries of usage,
/// 16 approvers, 96 attributes, 1,024 bytes a text and 32 MiB in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request<'r> {
    /// The id of the user who acts.
    pub user: Option<Text<'r>>,
    /// The bank's key of the business.
    pub business: Option<Text<'r>>,
    /// What is done.
    pub operation: Option<Operation>,
    /// An operation that the bank itself declares (銀行が定める操作), by its key, in the place of one that every bank has.
    pub own_operation: Option<Text<'r>>,
    /// The group of the company for which the user acts (所属組織), by its key.
    pub group: Option<Text<'r>>,
    /// The id of the debit account.
    pub account: Option<Text<'r>>,
    /// RFC 3339 with offset: the only clock.
    pub now: Option<Text<'r>>,
    /// 振込指定日.
    pub value_date: Option<Text<'r>>,
    /// `screen` or `file`.
    pub entry: Option<Text<'r>>,
    /// The payee, payment and bearer of a single business.
    pub single: RequestLine<'r>,
    /// The items of a batch.
    pub lines: Vec<RequestLine<'r>>,
    /// Ids of the named approvers, in order.
    pub approvers: Vec<Text<'r>>,
    /// What each limit has used so far.
    pub usage: Vec<RequestUsage<'r>>,
    /// The existing item that the operation is about.
    pub order: Option<OrderFacts<'r>>,
    /// What the host knows of the visitor: attributes by their names (`docs/rules.md`, section 12).
    pub access: Vec<(Text<'r>, AccessValue<'r>)>,
    /// Whom an operation of administration is done to.
    pub target: Option<Target<'r>>,
    /// 振込依頼人名.
    pub sender_name: Option<Text<'r>>,
    /// 依頼人番号.
    pub sender_code: Option<Text<'r>>,
}

/// The value of an access attribute as it stands in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessValue<'r> {
    /// `true` or `false`.
    Flag(bool),
    /// A text.
    Text(Text<'r>),
    /// A JSON number as it is spelt.
    Number(Text<'r>),
    /// The words of a set.
    Set(Vec<Text<'r>>),
}

impl From<bool> for AccessValue<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'r> From<&'r str> for AccessValue<'r> {
    fn from(text: &'r str) -> Self {
        Self::Text(text.into())
    }
}

impl<'r, const N: usize> From<[&'r str; N]> for AccessValue<'r> {
    fn from(words: [&'r str; N]) -> Self {
        Self::Set(words.into_iter().map(Text::from).collect())
    }
}

impl From<i64> for AccessValue<'_> {
    fn from(number: i64) -> Self {
        Self::Number(alloc::format!("{number}").into())
    }
}

/// Whom an operation of administration is done to, and what the host knows of him.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target<'r> {
    /// His id.
    pub user: Option<Text<'r>>,
    /// 電子証明書状態, as the names of `CertificateState`.
    pub certificate_state: Option<Text<'r>>,
    /// As the names of `OneTimePasswordState`.
    pub one_time_password_state: Option<Text<'r>>,
}

/// A payee with what is paid to him.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestLine<'r> {
    /// 事前登録, 利用者登録 or 新規口座, as the names of `PayeeKind`.
    pub payee_kind: Option<Text<'r>>,
    /// Bank code.
    pub bank: Option<Text<'r>>,
    /// Branch code.
    pub branch: Option<Text<'r>>,
    /// Kind of account (預金種目).
    pub account_type: Option<Text<'r>>,
    /// Account number.
    pub number: Option<Text<'r>>,
    /// 受取人名.
    pub name: Option<Text<'r>>,
    /// The day on which the payee was filed or changed.
    pub registered_on: Option<Text<'r>>,
    /// When exactly the payee was filed: RFC 3339 with offset.
    pub registered_at: Option<Text<'r>>,
    /// 文書扱.
    pub document: bool,
    /// 支払金額.
    pub payment: Option<Typed<'r>>,
    /// `payer` or `payee`.
    pub bearer: Option<Text<'r>>,
    /// The fee that the user types, for method `typed`.
    pub typed_fee: Option<Typed<'r>>,
    /// A pattern that the host believes to apply.
    pub pattern: Option<Text<'r>>,
    /// EDI情報.
    pub edi: Option<Text<'r>>,
}

/// How much of a limit is used on a day, or in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestUsage<'r> {
    /// `accountPerDay.total`, `.adHoc`, `.preRegistered`, `companyPerDay`, or the key of a declared limit.
    pub limit: Text<'r>,
    /// The account, for limits of an account.
    pub account: Option<Text<'r>>,
    /// The business, for `companyPerDay`.
    pub business: Option<Text<'r>>,
    /// The user, for limits of a user.
    pub user: Option<Text<'r>>,
    /// The payee, for limits of a payee: `BANK-BRANCH-TYPE-NUMBER`.
    pub payee: Option<Text<'r>>,
    /// The day, or the first of the period, `YYYY-MM-DD`.
    pub day: Text<'r>,
    /// The amount, or the number of items.
    pub used: Typed<'r>,
}

/// What is known of an existing item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderFacts<'r> {
    /// 依頼者.
    pub requester: Option<Text<'r>>,
    /// The approvers named in it; empty where nobody was named.
    pub approvers: Option<Vec<Text<'r>>>,
    /// Its payee kind.
    pub payee_kind: Option<Text<'r>>,
    /// Its entry.
    pub entry: Option<Text<'r>>,
    /// Its state, as the names of `State`.
    pub state: Option<Text<'r>>,
    /// Whether it already stands in the usage.
    pub counted: bool,
    /// On which day it stands there.
    pub counted_on: Option<Text<'r>>,
    /// The business that it leaves, for `switch`.
    pub business: Option<Text<'r>>,
}

#[cfg(test)]
mod tests;

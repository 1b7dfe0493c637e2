//! The rules of corporate banking: may this transfer be made, what does it cost, which limits does it use, and who must
//! still approve it?
//!
//! Kessai (決裁, to approve; 決済, to settle) takes two documents, a bank's [`Service`] and a customer's [`Company`], and
//! decides one [`Request`] at a time. It is pure: no file, clock, locale, thread, global, float or `unsafe`; the same
//! request gives the same bytes in every host. It keeps nothing: usage comes in with the request and goes out with the
//! [`Verdict`].
//!
//! # Example
//!
//! A fee alone needs no document:
//!
//! ```
//! use kessai::terms::Method;
//! use kessai::{FeeRule, FeeTable};
//!
//! let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;
//! let rule = FeeRule::payee_borne(table.clone(), table, Method::Fixed)?;
//! let fee = rule.quote(30_329).unwrap();
//! assert_eq!((fee.deducted, fee.transfer, fee.bank_fee), (330, 29_999, 110));
//! # Ok::<(), kessai::fee::FeeRuleError>(())
//! ```
//!
//! A guide leads on from here: [`_guide`].
//!
//! # Map
//!
//! - [`Service::from_json`] and [`Service::company_from_json`] check documents once and report every [`Finding`].
//! - [`Company::evaluate`] decides a [`Request`]; [`Company::evaluate_json`] does it from text to text.
//! - [`Company::resolve`] and [`Resolved::decide`] are the fast door: names are looked up once, deciding allocates nothing.
//! - [`Company::prepare`] keeps a request that is typed into, and decides it again after each change.
//! - [`Company::decide_columns`] answers many requests at once, from columns of numbers into columns of numbers.
//! - [`Company::advance`] leads an [`Order`] from its draft to its execution, one [`Event`] at a time.
//! - [`Company::largest_payment`] and [`Company::possible`] answer backwards.
//! - [`Company::form_json`] checks the entry of a transfer while it is filled, [`Service::form`] the other forms of a bank's
//!   screens.
//! - [`FeeRule`] answers about fees without any document.
//!
//! # Features
//!
//! None of them changes an answer. On by default, and each can be left out to make a program or a module smaller:
//!
//! - `documents`: documents are read and checked. Without it a [`Company`] is read from its image, and nothing else.
//! - `life`: the life of an order, [`Company::advance`].
//! - `forms`: the forms of a bank's screens, [`Service::form`]; with all others of these.
//! - `backwards`: [`Company::largest_payment`] and [`Company::possible`].
//! - `texts`: what an answer says to a person, [`Reason::text`] and [`Service::texts_json`]; with `backwards` the entry of a
//!   transfer, [`Company::form_json`].
//!
//! Not on by default:
//!
//! - `chrono`: [`Day`], [`Instant`] and the texts of a request are made of `NaiveDate` and `DateTime`, and days and
//!   instants go back.
//! - `serde`: answers, findings and errors are written, with the bytes of [`Verdict::write_json`] and its like; requests and a
//!   [`Service`] are read; items, events, vocabularies, days, instants and currencies are both.
//!
//! # Threads
//!
//! [`Service`], [`Company`] and every answer are `Send` and `Sync`: documents are loaded once and shared by all threads, behind
//! `Arc` or a borrow. Nothing is locked, as nothing changes; only a [`Verdict`] or [`Resolved`] that is used again belongs to one
//! thread at a time, as a `&mut` does.
//!
//! # Scope
//!
//! It moves no money, stores nothing, asks no clock, and knows no bank by name: what a bank does is in its documents.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// The whole has nothing that is not used. A part has what only the others ask for, and no linker takes it along.
#![cfg_attr(
    not(all(
        feature = "documents",
        feature = "life",
        feature = "forms",
        feature = "backwards",
        feature = "texts"
    )),
    allow(dead_code, unused_imports, reason = "what the parts that are left out ask for")
)]

extern crate alloc;

#[macro_use]
mod set;

mod truth;

#[macro_use]
mod spelling;

pub mod terms;

mod word;

mod money;

mod date;

mod index;

mod sort;

mod json;

mod quote;

mod lang;

mod language;

mod characters;

mod catalogue;

mod message;

mod model;

pub mod fee;

#[cfg(feature = "documents")]
pub mod finding;

mod tree;

#[cfg(feature = "documents")]
mod digest;

mod loaded;

#[cfg(feature = "documents")]
mod document;

pub mod image;

mod reason;

pub mod request;

mod life_table;

mod resolve;

pub mod verdict;

mod write;

#[cfg(feature = "texts")]
mod text;

mod steps;

mod evaluate;

mod prepared;

#[cfg(feature = "backwards")]
mod backwards;

mod changed;

#[cfg(all(feature = "backwards", feature = "texts"))]
mod entry;

pub mod columns;

#[cfg(feature = "life")]
mod life;

#[cfg(feature = "forms")]
pub mod form;

#[cfg(feature = "serde")]
mod serialize;

#[cfg(any(doc, doctest))]
#[doc = include_str!("guide.md")]
pub mod _guide {}

/// The life of an item (取引): what an [`Order`] and an [`Event`] are made of, and what becomes of them.
#[cfg(feature = "life")]
pub mod order {
    pub use crate::life::{Advance, Advanced, Event, Order, OrderAlternative, OrderApproval, OrderStep};
    pub use crate::life_table::order_graph;
}

#[cfg(feature = "backwards")]
pub use backwards::{Largest, Possible};
pub use date::{Day, Instant};
#[cfg(all(feature = "backwards", feature = "texts"))]
pub use entry::FormOutcome;
#[doc(inline)]
pub use fee::{Fee, FeeRule, FeeTable};
#[cfg(feature = "documents")]
#[doc(inline)]
pub use finding::{Finding, FindingCode, Findings, Severity};
#[cfg(feature = "forms")]
#[doc(inline)]
pub use form::FormAnswer;
pub use lang::Lang;
#[cfg(feature = "life")]
#[doc(inline)]
pub use life::{Advance, Advanced, Event, Order};
pub use loaded::{Company, Service};
pub use money::{AMOUNT_MAX, Currency};
pub use prepared::Prepared;
pub use reason::{Code, Reason, Step};
#[doc(inline)]
pub use request::{Request, RequestError, RequestErrorCode, RequestLine};
pub use resolve::Resolved;
pub use spelling::ParseError;
#[doc(inline)]
pub use verdict::{Outcome, Verdict};

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
//! use kessai::{FeeRule, FeeTable, Method};
//!
//! let table = FeeTable::new(&[(0, 110), (30_000, 330)])?;
//! let rule = FeeRule::payee_borne(table.clone(), table, Method::Fixed)?;
//! let fee = rule.quote(30_329).unwrap();
//! assert_eq!((fee.deducted, fee.transfer, fee.bank_fee), (330, 29_999, 110));
//! # Ok::<(), kessai::FeeRuleError>(())
//! ```
//!
//! # Map
//!
//! - [`Service::from_json`] and [`Service::company_from_json`] check documents once and report every [`Finding`].
//! - [`Company::evaluate`] decides a [`Request`]; [`Company::evaluate_json`] does it from text to text.
//! - [`Company::resolve`] and [`Company::decide`] are the fast door: names are looked up once, deciding allocates nothing.
//! - [`Company::advance`] leads an [`Order`] from its draft to its execution, one [`Event`] at a time.
//! - [`Company::largest_payment`] and [`Company::possible`] answer backwards.
//! - [`Service::form`] checks the forms of a bank's screens while they are filled.
//! - [`FeeRule`] answers about fees without any document.
//!
//! # Scope
//!
//! It moves no money, stores nothing, asks no clock, and knows no bank by name: what a bank does is in its documents.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

mod terms;

mod money;

mod date;

mod index;

mod json;

mod quote;

mod lang;

mod characters;

mod model;

mod fee;

mod finding;

mod tree;

mod digest;

mod document;

mod reason;

mod request;

mod resolve;

mod verdict;

mod write;

mod text;

mod steps;

mod evaluate;

mod backwards;

mod life;

mod form;

pub use backwards::{Largest, Possible};
pub use date::{Day, Instant};
pub use document::{Company, Service};
pub use fee::{Fee, FeeRule, FeeRuleError, FeeTable, NoQuote};
pub use finding::{Finding, FindingCode, Findings, Severity};
pub use form::{FormAnswer, FormOutcome, FormReason, Hanging, HangsAs, changed_fields};
pub use lang::Lang;
pub use life::{Advance, Advanced, Event, Order, OrderApproval, order_graph};
pub use model::users::UserSet;
pub use money::{AMOUNT_MAX, Currency};
pub use reason::{Code, Detail, Field, More, Pointer, Reason, Step};
pub use request::{
    AccessValue, OrderFacts, Request, RequestError, RequestLine, RequestUsage, Target, Text, Typed,
};
pub use resolve::{
    Entered, NamedApprovers, PayeeLocation, Requester, Resolved, ResolvedLine, ResolvedOrder, ResolvedTarget,
    Usage, UsageKey,
};
pub use terms::{
    ApprovalMode, Bearer, BusinessKind, CertificateState, CharacterKind, DateBasis, DayBasis, Debit, Entry,
    EventKind, Method, MixClass, OneTimePasswordState, Operation, PayeeKind, Role, Roll, Round, Scope, State,
};
pub use verdict::{Approval, Differences, LimitLine, Outcome, RequestFee, Verdict};

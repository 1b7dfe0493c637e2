//! Kessai
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;
mod terms;
mod money;
mod date;
mod index;
mod fee;
mod json;
mod lang;
mod finding;
mod document;
mod model;
pub use money::Currency;
pub use date::{Day, Instant};
pub use fee::{Fee, FeeRule, FeeRuleError, FeeTable, NoQuote};
pub use terms::*;
pub use document::{Company, Service};
pub use finding::{Finding, FindingCode, Findings, Severity};
pub use lang::Lang;

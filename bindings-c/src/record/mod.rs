//! Records of fixed layout, for programs that have no JSON: COBOL, and whoever wants no text on the hot path.
//!
//! ```text
//! record ─read─▶ Request ─engine─▶ Verdict ─write─▶ record
//! ```
//!
//! `layout` says once what every record is; `doors` are the functions of the header, `cobol` their short names.

pub mod cobol;
pub mod doors;
pub mod field;
pub mod layout;

mod batch;
mod charset;
mod handle;
mod kana;
mod life;
mod open;
mod order;
mod read;
mod rows;
mod session;
mod text;
mod turned;
mod usage;
mod write;
mod zengin;

pub use session::kessai_session;

use crate::kessai_status;
use crate::record::field::Digits;
use crate::record::layout::words::ReturnCode;

/// The number of a field where nothing is 0; none for what is no number.
fn number(digits: Digits) -> Option<u64> {
    match digits {
        Digits::Missing => Some(0),
        Digits::Value(number) => Some(number),
        Digits::Malformed => None,
    }
}

/// The number of a status, as records have it.
#[expect(clippy::as_conversions, reason = "an enum with explicit numbers, none of them below 0")]
fn status_number(status: kessai_status) -> u64 {
    u64::try_from(status as i32).unwrap_or(0)
}

/// The number of what a call returns.
#[expect(clippy::as_conversions, reason = "an enum with explicit numbers")]
const fn code(code: ReturnCode) -> i32 {
    code as i32
}

/// The same, as records have it.
fn code_number(of: ReturnCode) -> u64 {
    u64::try_from(code(of)).unwrap_or(0)
}

//! Benches of Kessai beside a hand-written function that does the same job.
//!
//! ```text
//! setup ──▶ documents ──▶ Company ─┐
//!   │                              ├─▶ the same verdict bytes, or nothing is timed
//!   └─────▶ hand::Rules ───────────┘
//! requests ──▶ JSON ──▶ string keys ──▶ resolved keys
//! ```
//!
//! Both sides get the same kind of input at each of three doors: resolved keys, string keys, JSON text. Times are
//! for people; promises are ratios in one run and instruction counts. The figures are in `README.md`.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod access;
pub mod c;
pub mod columns;
mod declared;
pub mod doors;
mod forms;
pub mod hand;
pub mod measure;
pub mod requests;
pub mod scenario;
pub mod setup;
pub mod texts;
pub mod world;

/// What a fallible part of a bench gives.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

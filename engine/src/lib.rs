//! Kessai
#![no_std]
#![forbid(unsafe_code)]
extern crate alloc;
mod terms;
mod money;
mod date;
mod index;
mod json;
mod model;
pub use money::Currency;
pub use date::{Day, Instant};

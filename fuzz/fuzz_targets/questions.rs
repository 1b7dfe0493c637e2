//! Any bytes: see `bodies`.
#![no_main]
#![allow(dead_code, reason = "each target takes one of the bodies")]

#[path = "../../bindings-c/tests/seeds/bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::questions(bytes));

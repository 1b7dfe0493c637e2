//! Kessai for JavaScript: the modules behind the npm package `kessai`.
//!
//! It decides nothing: JSON text goes in, the engine's text comes out. What is thrown is text too: the findings of a
//! document, or code, path and message of a fault. The package's own modules in `npm` make values and classes of all this.
//! `cargo xtask npm` makes the package, with types made from the engine's own vocabularies.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use wasm_bindgen::prelude::*;

#[cfg(feature = "backwards")]
mod backwards;
#[cfg(feature = "columns")]
mod columns;
mod company;
#[cfg(feature = "documents")]
mod documents;
#[cfg(all(feature = "backwards", feature = "texts"))]
mod entry;
#[cfg(feature = "json")]
mod exchange;
#[cfg(feature = "documents")]
mod fees;
#[cfg(feature = "documents")]
mod forms;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "life")]
mod life;
#[cfg(feature = "json")]
mod prepared;
#[cfg(feature = "texts")]
mod texts;

#[cfg(feature = "columns")]
pub use columns::{Answers, Rows};
pub use company::Company;
#[cfg(feature = "documents")]
pub use documents::Service;
#[cfg(feature = "json")]
pub use exchange::Exchange;
#[cfg(feature = "documents")]
pub use forms::Form;
#[cfg(feature = "json")]
pub use prepared::Prepared;

/// An answer, or the text that is thrown.
type Result<T> = core::result::Result<T, String>;

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

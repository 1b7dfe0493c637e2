//! Answers backwards: the largest payment, and what remains possible (`docs/forms.md`, section 2).

mod largest;
mod possible;

pub use largest::Largest;
pub use possible::Possible;

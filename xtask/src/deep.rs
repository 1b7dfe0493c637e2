//! `cargo xtask deep`: what is too long for every change.

use crate::run::{cargo, program};
use crate::{Result, target};

/// Changes the rules one place at a time, as `.cargo/mutants.toml` says, and lists the changes that no test notices.
///
/// The whole takes hours; `--shard 0/8` takes an eighth of it, `--file engine/src/steps/limit.rs` one file,
/// `--in-diff FILE` what a change touches.
pub(crate) fn run(options: &[&str]) -> Result {
    if !program("cargo-mutants").args(["--version"]).works() {
        println!("installing cargo-mutants");
        cargo(&["install", "--locked", "cargo-mutants"]).run()?;
    }
    let out = target().display().to_string();
    cargo(&["mutants", "--output", &out]).args(options).run()
}

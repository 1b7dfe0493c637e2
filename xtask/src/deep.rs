//! `cargo xtask deep`: what is too long for every change.

use crate::run::cargo;
use crate::tools::cargo_program;
use crate::{Result, target};

/// The rules themselves.
const RULES: [&str; 3] = ["engine/src/steps/**/*.rs", "engine/src/life/**/*.rs", "engine/src/fee/**/*.rs"];

/// Changes the rules one place at a time and lists the changes that no test notices.
///
/// First the engine's own tables are asked, which is quick; what they let through goes to the corpus and to the second
/// implementation. The whole takes hours: `--shard 0/8` takes an eighth of it, `--file engine/src/steps/limit.rs` one
/// file, `--in-diff FILE` what a change touches.
pub(crate) fn run(options: &[&str]) -> Result {
    cargo_program("cargo-mutants")?;
    let out = target().display().to_string();
    let files = if options.contains(&"--file") { [].as_slice() } else { &RULES };
    let mutants = |words: &[&str]| {
        cargo(&["mutants", "--package", "kessai", "--output", &out, "--minimum-test-timeout", "120"])
            .args(files.iter().flat_map(|file| ["--file", file]))
            .args(words)
            .args(options)
            .run()
    };
    if mutants(&["--test-package", "kessai", "--cargo-test-arg=--lib"]).is_ok() {
        return Ok(());
    }
    let tests = ["--cargo-test-arg=--test=corpus", "--cargo-test-arg=--test=second"];
    mutants(&[["--iterate", "--test-package", "kessai-fixtures"].as_slice(), &tests].concat())
}

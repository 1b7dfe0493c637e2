//! `cargo xtask deep`: what is too long for every change.

use crate::run::{cargo, program};
use crate::tools::cargo_program;
use crate::{Result, root, target};

/// The rules themselves.
const RULES: [&str; 3] = ["engine/src/steps/**/*.rs", "engine/src/life/**/*.rs", "engine/src/fee/**/*.rs"];

/// Changes the rules one place at a time and lists the changes that no test notices.
///
/// First the engine's own tables are asked, which is quick; what they let through goes to the corpus and to the second
/// implementation. The whole takes hours: `--shard 0/8` takes an eighth of it, `--file engine/src/steps/limit.rs` one
/// file, `--in-diff FILE` what a change touches.
pub(crate) fn run(options: &[&str]) -> Result {
    match options {
        ["fuzz"] => return fuzz("60"),
        ["fuzz", seconds] => return fuzz(seconds),
        ["miri"] => return miri(),
        _ => {}
    }
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

/// What is fuzzed; each has a folder of seeds in `fuzz/seeds`, and a body that a test replays.
const TARGETS: [&str; 3] = ["documents", "questions", "records"];

/// Looks for inputs that make a fault, guided by what they reach: so many seconds for each target. It needs the nightly compiler.
fn fuzz(seconds: &str) -> Result {
    cargo_program("cargo-fuzz")?;
    for name in TARGETS {
        let corpus = target().join("fuzz").join(name);
        std::fs::create_dir_all(&corpus)?;
        println!("=== {name}: {seconds} s");
        program("cargo")
            .args(["+nightly", "fuzz", "run", "--target-dir"])
            .args([target().join("fuzzing")])
            .args([name])
            .args([&corpus])
            .args([root().join("fuzz/seeds").join(name)])
            .args([
                "--",
                &format!("-max_total_time={seconds}"),
                "-timeout=10",
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
            ])
            .within(&root().join("fuzz"))
            .run()?;
    }
    Ok(())
}

/// The unsafe operations and the fields of records under an interpreter that knows what is undefined. It needs the nightly compiler.
fn miri() -> Result {
    let test = ["+nightly", "miri", "test", "--package", "kessai-c", "--lib", "--target-dir"];
    // What a clock or another program says is not interpreted.
    let skipped = ["--", "--skip", "c_library"];
    program("cargo")
        .args(test)
        .args([target().join("miri")])
        .args(skipped)
        .env("MIRIFLAGS", "-Zmiri-permissive-provenance")
        .run()
}

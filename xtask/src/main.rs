//! The project's chores: `cargo xtask test` and a few more.

#![forbid(unsafe_code)]

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod answers;
mod characters;
mod clients;
mod deep;
mod demo;
mod docs;
mod install;
mod installed;
mod mutants;
mod npm;
mod package;
mod run;
mod schema;
mod test;
mod tools;
mod types;

/// A chore's result; errors are for people.
type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "\
usage: cargo xtask CHORE

  test                  install what the tests need and run all of them
  deep [OPTION…]        change the rules one place at a time and see whether a test notices (hours; options of cargo-mutants);
                        or `fuzz SECONDS`, `miri`
  mutants N SEED [PLACE…]  change N random tokens of the rules and tables, one at a time, and see whether a test notices
  npm                   build the npm package into target/npm/kessai
  npm scripts           put into it anew what is not compiled, and what its tests read
  npm test              build it, and test it in Node and Chromium
  demo                  build the npm package and the demo page, and serve the page
  demo --build          the same without serving it: into bindings-wasm/demo/dist
  demo --picture        take the picture of the page in docs anew
  package               check that each crate could be published
  install --prefix DIR  build the C library and put it with its header and copybook into DIR (below $DESTDIR if that is set)
    --libdir DIR        libraries elsewhere below the prefix, such as lib/x86_64-linux-gnu
    --glibc VERSION     for Linux with that glibc or a later one, such as 2.28; without it: as on this machine
    --musl              for Linux with musl, such as Alpine
  c                     install the C library for each of its systems, and test what is installed
  clients               build and run programs in other languages against the installed C library
  header                write bindings-c/include/kessai.h anew
  docs                  draw the pictures in docs anew
  characters            make the tables of full-width characters anew
  bench                 run the benches
  bench c               measure the doors of the C library from a C program, beside the same calls in Rust (CSV)
  bench browser         measure the npm package in Node and Chromium, beside the engine for this machine, zod and ajv (CSV)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["test"] => return test::test(),
        ["deep", rest @ ..] => deep::run(rest),
        ["mutants", count, seed, places @ ..] => {
            numbers(count, seed).and_then(|(count, seed)| mutants::run(count, seed, places))
        }
        ["npm"] => tools::for_npm().and_then(|()| npm::build()),
        ["npm", "scripts"] => npm::scripts().and_then(|()| test::prepare()),
        ["npm", "test"] => tools::for_tests().and_then(|()| test::of_npm()),
        ["demo"] => demo::serve(),
        ["demo", "--build"] => demo::build(),
        ["demo", "--picture"] => demo::picture(),
        ["package"] => package::check(),
        ["install", options @ ..] => {
            install::Options::read(options).and_then(|options| install::install(&options))
        }
        ["c"] => tools::for_tests().and_then(|()| test::of_c()),
        ["clients"] => tools::for_tests().and_then(|()| test::clients()),
        ["header"] => header(),
        ["docs"] => docs::write(),
        ["characters"] => characters::write(),
        ["bench", "browser"] => tools::for_tests().and_then(|()| npm::bench()),
        ["bench", "c"] => bench_c(),
        ["bench", rest @ ..] => run::cargo(&["bench", "--package", "kessai-benches"]).args(rest).run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn numbers(count: &str, seed: &str) -> Result<(usize, u64)> {
    Ok((count.parse()?, seed.parse()?))
}

/// The test that compares the header writes it where it is told to.
fn header() -> Result {
    let test = run::cargo(&["test", "--quiet", "--package", "kessai-c", "--test", "layouts"]);
    test.env("KESSAI_UPDATE_HEADER", "1").run()
}

/// Builds the C program of the benches against the release library, and lets it take turns with the one in Rust.
fn bench_c() -> Result {
    run::cargo(&["build", "--quiet", "--release", "--package", "kessai-c", "--package", "kessai-benches"])
        .run()?;
    let release = target().join("release");
    let program = release.join("doors");
    let gcc = run::program("gcc").args(["-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-I"]);
    let gcc = gcc.args([root().join("bindings-c/include"), root().join("benches/c/doors.c")]);
    let gcc = gcc.args([release.join("libkessai_c.a")]).args(["-lpthread", "-ldl", "-lm", "-o"]);
    gcc.args([&program]).run()?;
    run::program(release.join("c")).args([&program]).run()
}

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where everything that is built goes.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

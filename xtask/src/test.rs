//! `cargo xtask test`: everything that a change must pass, in the order in which failures are cheapest to find.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::run::{cargo, program};
use kessai_fixtures::corpus::Door;

use crate::{Result, answers, clients, installed, npm, package, root, target, tools};

/// A name for people, and what it does.
type Step = (&'static str, fn() -> Result);

const STEPS: [Step; 18] = [
    ("tools", tools::for_tests),
    ("formatting", || cargo(&["fmt", "--all", "--check"]).run()),
    ("lints", || cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()),
    ("what is built in: licences and sources", dependencies),
    ("the engine without an operating system", no_system),
    ("the engine with any of its features", features),
    ("tests in Rust, with every example and the C programs", rust),
    ("documentation", documentation),
    ("the packages as they would be published", package::check),
    ("the C library as it is installed", c_library),
    ("the C library on other systems, and beside other libraries", installed::check),
    ("clients in other languages", clients::check),
    ("the npm package", npm::build),
    ("tests in Node", node),
    ("the module for other hosts, in Python", abi),
    ("the npm package in a browser", browser),
    ("the types in TypeScript", types),
    ("the corpus", || cargo(&["run", "--release", "--", "test", "fixtures"]).run()),
];

/// Runs the steps until one fails. The last line is the summary.
pub(crate) fn test() -> ExitCode {
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut failed = 0;
    for (number, (name, step)) in (1..).zip(STEPS) {
        println!("\n=== {number} of {}: {name}", STEPS.len());
        let begin = Instant::now();
        let result = step();
        times.push((name, begin.elapsed()));
        if let Err(error) = result {
            println!("=== {name} failed: {error}");
            failed = 1;
            break;
        }
    }
    println!();
    for (name, time) in &times {
        println!("{:>6} s  {name}", time.as_secs());
    }
    println!("{} passed, {failed} failed", times.len().saturating_sub(failed));
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn rust() -> Result {
    cargo(&["test", "--workspace", "--exclude", "xtask"]).run()?;
    // As this program itself was built: what it needs to make JavaScript takes long to compile twice.
    cargo(&["test", "--profile", "dev", "--package", "xtask"]).run()
}

/// What everything may be built from, and what the engine may be.
fn dependencies() -> Result {
    cargo(&["deny", "--log-level", "error", "check", "bans", "licenses", "sources"]).run()?;
    let engine = ["deny", "--config", "engine/deny.toml", "--manifest-path", "engine/Cargo.toml"];
    cargo(&[&engine[..], &["--log-level", "error", "check", "bans"]].concat()).run()
}

fn no_system() -> Result {
    cargo(&["build", "--quiet", "--package", "kessai", "--target", "thumbv7em-none-eabi"]).run()
}

/// Each combination of features, without a warning; those of other crates go together. In a folder of its own, as with other flags
/// everything is compiled anew.
fn features() -> Result {
    let combinations =
        ["--feature-powerset", "--exclude-features", "default", "--group-features", "chrono,serde"];
    cargo(&["hack", "check", "--quiet", "--package", "kessai", "--target-dir"])
        .args([target().join("features")])
        .args(combinations)
        .env("RUSTFLAGS", "-D warnings")
        .run()
}

fn documentation() -> Result {
    cargo(&["doc", "--quiet", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").run()
}

/// The library as it is installed, and the programs in other languages.
pub(crate) fn clients() -> Result {
    installed::oldest(&target().join("prefix"))?;
    clients::check()
}

/// The library as it is installed, on each of its systems.
pub(crate) fn of_c() -> Result {
    c_library()?;
    installed::check()
}

/// The program that calls every function, under valgrind; and the example, linked as its readers will link it.
fn c_library() -> Result {
    let prefix = target().join("prefix");
    installed::oldest(&prefix)?;
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    let compile = |source: &str, name: &str, linked: &[String]| {
        let flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-g"];
        let place = [format!("-I{}", include.display()), source.to_owned()];
        let program_path = prefix.join(name);
        let out = ["-o".to_owned(), program_path.display().to_string()];
        program("gcc").args(flags).args(place).args(linked).args(out).run()?;
        Ok::<_, Box<dyn std::error::Error>>(program_path)
    };
    let archive = lib.join("libkessai.a").display().to_string();
    let system = ["-lpthread", "-ldl", "-lm"].map(str::to_owned);
    let api =
        compile("bindings-c/tests/c/api.c", "api", &[std::slice::from_ref(&archive), &system].concat())?;
    let checks = ["--quiet", "--error-exitcode=9", "--leak-check=full", "--show-leak-kinds=all"];
    program("valgrind").args(checks).args([api]).run()?;
    sanitized(&prefix, &archive)?;

    let place =
        [format!("-L{}", lib.display()), "-lkessai".to_owned(), format!("-Wl,-rpath,{}", lib.display())];
    let example = compile("bindings-c/examples/evaluate.c", "evaluate", &place)?;
    let answered = kessai_fixtures::answers::answers()?;
    let case = answered
        .iter()
        .find(|case| case.door == Door::Evaluate && case.answer.as_ref().is_ok_and(|answer| accepts(answer)))
        .ok_or("no case of the corpus is accepted")?;
    let mut documents = Vec::new();
    for (name, text) in
        [("service", &*case.service), ("company", &*case.company), ("request", &*case.question)]
    {
        let path = prefix.join(format!("{name}.json"));
        std::fs::write(&path, text)?;
        documents.push(path);
    }
    let printed = String::from_utf8(program(example).args(documents).output()?)?;
    let agrees = case.answer.as_deref() == Ok(printed.trim_end());
    if agrees { Ok(()) } else { Err(format!("the example prints another verdict: {printed}").into()) }
}

/// The hostile callers under the sanitizers of both compilers, and their memory under valgrind's eye.
fn sanitized(prefix: &std::path::Path, archive: &str) -> Result {
    let callers = ["hostile", "numbers"];
    for (compiler, caller) in ["gcc", "clang"].into_iter().flat_map(|one| callers.map(|caller| (one, caller)))
    {
        let out = prefix.join(format!("{caller}-{compiler}"));
        let flags = ["-std=c11", "-g", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
        program(compiler)
            .args(flags)
            .args([format!("-I{}", prefix.join("include").display())])
            .args([&*format!("bindings-c/tests/c/{caller}.c"), archive, "-lpthread", "-ldl", "-lm", "-o"])
            .args([&out])
            .run()?;
        program(&out).env("ASAN_OPTIONS", "detect_leaks=1:abort_on_error=1").run()?;
    }
    Ok(())
}

/// Whether a verdict accepts, which the example's exit status says.
fn accepts(verdict: &str) -> bool {
    verdict.starts_with("{\"outcome\":\"accepted\"")
}

/// The npm package: built, and tested in Node and a browser.
pub(crate) fn of_npm() -> Result {
    npm::build()?;
    node()?;
    browser()?;
    types()
}

/// What the tests of the package read: the engine's own answers, and `kessai` where it is imported from.
pub(crate) fn prepare() -> Result {
    answers::write(&answers_file())?;
    installed()
}

fn answers_file() -> PathBuf {
    target().join("npm/answers.json")
}

/// Lets `kessai` be imported: the package as it is built.
pub(crate) fn installed() -> Result {
    let installed = root().join("node_modules/kessai");
    if std::fs::symlink_metadata(&installed).is_ok() {
        std::fs::remove_file(&installed)?;
    }
    link(&target().join("npm/kessai"), &installed)
}

/// The tests import `kessai` as its users do.
fn node() -> Result {
    prepare()?;
    node_tests(|name| !name.ends_with(BROWSER))
}

/// The module without JavaScript, in a runtime that is no browser: the corpus, and the example that the page shows.
fn abi() -> Result {
    let (module, python) = (target().join("npm/kessai/abi.wasm"), tools::python_packages());
    let run = |arguments: &[&OsStr]| program("python3").args(arguments).env("PYTHONPATH", &python);
    run(&["bindings-c/tests/python/corpus.py".as_ref(), module.as_ref(), answers_file().as_ref()]).run()?;
    let prefix = target().join("prefix");
    let [service, company, request] =
        ["service.json", "company.json", "request.json"].map(|name| prefix.join(name));
    let example = ["bindings-c/examples/evaluate.py".as_ref(), module.as_ref(), service.as_ref()];
    let printed = run(&[&example[..], &[company.as_ref(), request.as_ref()]].concat()).output()?;
    if accepts(&String::from_utf8(printed)?) { Ok(()) } else { Err("the example does not accept".into()) }
}

/// Pages that load the package by themselves, served from this machine.
fn browser() -> Result {
    node_tests(|name| name.ends_with(BROWSER))
}

/// How the names of tests end that start a browser.
const BROWSER: &str = ".browser.test.mjs";

/// The tests of the package whose names are wanted.
fn node_tests(wanted: fn(&str) -> bool) -> Result {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join("bindings-wasm/tests"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && wanted(&name) {
            files.push(format!("tests/{name}"));
        }
    }
    files.sort();
    program("node")
        .args(["--test", "--test-reporter=spec"])
        .args(files)
        .env("KESSAI_TARGET", target())
        .env("KESSAI_CHROMIUM", tools::chromium())
        .within(&root().join("bindings-wasm"))
        .run()
}

#[cfg(unix)]
fn link(from: &std::path::Path, to: &std::path::Path) -> Result {
    Ok(std::os::unix::fs::symlink(from, to)?)
}

#[cfg(not(unix))]
fn link(from: &std::path::Path, to: &std::path::Path) -> Result {
    Ok(std::os::windows::fs::symlink_dir(from, to)?)
}

/// Everything in TypeScript, by each of its settings.
fn types() -> Result {
    let compiler = root().join("node_modules/.bin/tsc");
    SETTINGS.into_iter().try_for_each(|settings| program(&compiler).args(["--project", settings]).run())
}

/// Where TypeScript is told what to check: what is ours, and what those have who use the package, host by host.
const SETTINGS: [&str; 8] = [
    "bindings-wasm/demo",
    "bindings-wasm/tests",
    "bindings-wasm/tests/types/browser.json",
    "bindings-wasm/tests/types/es2022.json",
    "bindings-wasm/tests/types/loose.json",
    "bindings-wasm/tests/types/node16.json",
    "bindings-wasm/tests/types/nodenext.json",
    "bindings-wasm/tests/types/worker.json",
];

//! Rows, columns and records from a C program (`benches/c/doors.c`): its answers are those of the engine, a call asks for no memory, and
//! threads that share a company do not wait for each other.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use kessai_benches::setup::Setup;
use kessai_benches::world::{Mix, World};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The static library of the tests' own build.
fn library() -> PathBuf {
    let build = ["build", "--quiet", "--profile", "test", "--package", "kessai-c", "--lib"];
    assert!(Command::new(env!("CARGO")).args(build).status().unwrap().success());
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("debug/libkessai_c.a")
}

/// Compiles the program, for a purpose, with every warning an error.
fn compile(purpose: &str, more: &[&str]) -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(purpose);
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c11", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I"]);
    gcc.arg(here("include")).args(more).arg(here("../benches/c/doors.c"));
    gcc.arg(library()).args(["-lpthread", "-ldl", "-lm", "-o"]).arg(&program);
    assert!(gcc.status().unwrap().success(), "{gcc:?}");
    program
}

/// What the program says to lines.
fn said(program: &Path, lines: &str) -> String {
    let world = World::new(Setup::TYPICAL, 1_024, Mix::All).unwrap();
    let files = kessai_benches::c::write(&program.with_extension("files"), &world).unwrap();
    let mut command = Command::new(program);
    let mut child = command.args(files.0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{lines:?}: {}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// And 16 threads with one company go on while any of them stands still in the midst of a call.
#[test]
fn every_door_answers_as_the_engine_and_no_thread_waits_for_another() {
    assert_eq!(said(&compile("doors", &[]), "verify\nfrozen\nverify\n"), "ok\nok\nok\n");
}

#[test]
fn a_call_asks_for_no_memory() {
    let wrap = "-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=posix_memalign";
    let program = compile("doors-counting", &["-DCOUNT_ALLOCATIONS", wrap]);
    let said = said(&program, "record 1024\nrow 1024\nrows 10240\njson 16\ncolumns 10240\n");
    let counts: Vec<u32> = said.lines().map(|line| line.parse().unwrap()).collect();
    let [record, row, rows, json, columns] = *counts else { panic!("{said}") };
    assert_eq!([record, row, rows], [0; 3], "of 1,024 records, rows and 10 times 1,024 rows");
    assert!(json >= 16, "the text of an answer is counted: {json}");
    assert!(columns <= 10 * 24, "of 10 calls, whatever the rows: {columns}");
}

//! C programs against the library: every function, the example, and the corpus, whose answers are the same bytes as in
//! Rust.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test stops at the first surprise"
)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use kessai_c::{kessai_outcome, kessai_status};
use kessai_fixtures::answers::{Answered, answers};
use kessai_fixtures::corpus::Door;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}

/// The static library, which the tests' own build does not leave anywhere.
fn library() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        run(Command::new(env!("CARGO")).args([
            "build",
            "--quiet",
            "--profile",
            "test",
            "--package",
            "kessai-c",
            "--lib",
        ]));
        Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("debug/libkessai_c.a")
    })
}

/// Compiles a C program with every warning an error, and gives its path.
fn compile(source: &str) -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(Path::new(source).file_stem().unwrap());
    run(Command::new("gcc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I"])
        .arg(here("include"))
        .arg(here(source))
        .arg(library())
        .args(["-lpthread", "-ldl", "-lm", "-o"])
        .arg(&program));
    program
}

#[test]
fn every_function_does_as_the_header_says() {
    run(&mut Command::new(compile("tests/c/api.c")));
}

/// A function that nobody attacks is noticed.
#[test]
fn hostile_callers_get_statuses() {
    run(&mut Command::new(compile("tests/c/hostile.c")));
    run(&mut Command::new(compile("tests/c/numbers.c")));
    let programs = ["tests/c/api.c", "tests/c/hostile.c", "tests/c/numbers.c"];
    let programs = programs.map(|path| fs::read_to_string(here(path)).unwrap());
    let header = fs::read_to_string(here("include/kessai.h")).unwrap();
    let code = header.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    let words = code.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next());
    // The names for COBOL are those of the functions that they call.
    let functions: Vec<_> = words.filter(|word| word.starts_with("kessai_")).collect();
    assert!(functions.len() > 40, "the header is read: {functions:?}");
    for function in functions {
        let called = format!("{function}(");
        assert!(programs.iter().any(|program| program.contains(&called)), "{function} is not attacked");
    }
}

#[test]
fn the_header_is_cpp_too() {
    run(Command::new("gcc")
        .args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-x", "c++"])
        .arg(here("include/kessai.h")));
}

#[test]
fn the_example_of_the_readme_runs() {
    let readme = fs::read_to_string(here("README.md")).unwrap();
    let example = fs::read_to_string(here("examples/evaluate.c")).unwrap();
    assert!(
        readme.contains(&format!("```c\n{example}```\n")),
        "README.md does not show examples/evaluate.c as it is"
    );

    let program = compile("examples/evaluate.c");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    // What the status of the process says of each outcome: a refusal is printed and is no success.
    for (outcome, status) in [("accepted", 0), ("needsApproval", 0), ("incomplete", 1), ("refused", 1)] {
        let begin = format!("{{\"outcome\":\"{outcome}\"");
        let of_it = |case: &Answered| case.answer.as_ref().is_ok_and(|answer| answer.starts_with(&begin));
        let case = verdicts().into_iter().find(of_it).unwrap();
        let paths = [("service", &*case.service), ("company", &*case.company), ("request", &*case.question)]
            .map(|(name, text): (&str, &str)| {
                let path = folder.join(format!("example-{name}.json"));
                fs::write(&path, text).unwrap();
                path
            });
        let output = Command::new(&program).args(&paths).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{outcome}: {output:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), case.answer.unwrap() + "\n");
    }
}

/// The cases of the corpus that are evaluated.
fn verdicts() -> Vec<Answered> {
    answers().unwrap().into_iter().filter(|case| case.door == Door::Evaluate).collect()
}

/// The number of the outcome that a text begins with; 0 for a text that has none.
fn number(answer: &str, ok: bool) -> i32 {
    let word = answer.strip_prefix("{\"outcome\":\"").and_then(|rest| rest.split('"').next());
    let outcome = match word.filter(|_| ok) {
        None => kessai_outcome::None,
        Some("accepted") => kessai_outcome::Accepted,
        Some("needsApproval") => kessai_outcome::NeedsApproval,
        Some("incomplete") => kessai_outcome::Incomplete,
        Some("refused") => kessai_outcome::Refused,
        Some("changed") => kessai_outcome::Changed,
        Some("valid") => kessai_outcome::Valid,
        Some(other) => panic!("{other} has no number"),
    };
    outcome as i32
}

/// Takes a line off the front.
fn line<'a>(rest: &mut &'a [u8]) -> &'a str {
    let end = rest.iter().position(|byte| *byte == b'\n').expect("the C program's output ends early");
    let (line, tail) = rest.split_at(end);
    *rest = &tail[1..];
    std::str::from_utf8(line).unwrap()
}

#[test]
fn the_corpus_has_the_same_bytes_as_in_rust() {
    let cases = answers().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (input, output) = (folder.join("corpus.in"), folder.join("corpus.out"));
    let mut stream = String::new();
    for case in &cases {
        let door = match case.door {
            Door::Largest(Some(item)) => format!("largest {item}"),
            door => door.name().to_owned(),
        };
        for text in [&*door, &*case.service, &*case.company, &*case.question] {
            stream.push_str(&format!("{}\n{text}", text.len()));
        }
    }
    fs::write(&input, stream).unwrap();
    let program = compile("tests/c/corpus.c");
    for arguments in [&[] as &[&str], &["images"]] {
        run(Command::new(&program)
            .args(arguments)
            .stdin(Stdio::from(File::open(&input).unwrap()))
            .stdout(Stdio::from(File::create(&output).unwrap())));
        compare(&cases, &fs::read(&output).unwrap());
    }
}

/// Compares what the C program says with what the engine does.
fn compare(cases: &[Answered], answers: &[u8]) {
    let mut rest = answers;
    for case in cases {
        let status: i32 = line(&mut rest).parse().unwrap();
        let outcome: i32 = line(&mut rest).parse().unwrap();
        let len: usize = line(&mut rest).parse().unwrap();
        let (text, tail) = rest.split_at(len);
        rest = tail;
        let ok = status == kessai_status::Ok as i32;
        let got = String::from_utf8(text.to_vec()).unwrap();
        assert_eq!(outcome, number(&got, ok), "{}: {got}", case.name);
        assert_eq!(if ok { Ok(got) } else { Err(got) }, case.answer, "{} (status {status})", case.name);
    }
    assert!(rest.is_empty(), "the C program answers more than it was asked");
}

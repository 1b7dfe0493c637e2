//! The C library as it is installed: what it shows, what it asks for, and that programs run with it in each way of linking.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::install::{self, Options, SONAME, System};
use crate::run::{Program, program};
use crate::{Result, root, target, tools};

/// The oldest glibc that the library of the tests is for: that of RHEL 8, as banks still run it.
pub(crate) const GLIBC: &str = "2.28";

/// A library that is installed, and the compiler of programs for its system.
struct Installed {
    prefix: PathBuf,
    compiler: &'static str,
}

/// Installs the library for the oldest glibc, which the other tests use, too.
pub(crate) fn oldest(prefix: &Path) -> Result {
    install::install(&Options::new(prefix, System::glibc(GLIBC)?)?)
}

/// The library for the oldest glibc is there; those for this machine and for musl are made.
pub(crate) fn check() -> Result {
    let glibc = Installed { prefix: target().join("prefix"), compiler: "gcc" };
    let own = Installed { prefix: target().join("prefix-own"), compiler: "gcc" };
    let musl = Installed { prefix: target().join("prefix-musl"), compiler: "musl-gcc" };
    install::install(&Options::new(&own.prefix, System::Own)?)?;
    install::install(&Options::new(&musl.prefix, System::Musl)?)?;
    for installed in [&glibc, &own, &musl] {
        installed.shows_its_own_names()?;
        installed.is_hardened()?;
        installed.is_described()?;
        installed.runs()?;
    }
    glibc.asks_for_no_later_glibc()?;
    glibc.links_for_an_older_machine()?;
    glibc.stands_beside_another_library()?;
    moves(&own.prefix)?;
    stages()
}

/// The words of what a tool prints.
fn words(tool: Program) -> Result<Vec<String>> {
    Ok(String::from_utf8(tool.output()?)?.split_whitespace().map(str::to_owned).collect())
}

fn pkg_config(folder: &Path, arguments: &[&str]) -> Result<Vec<String>> {
    words(program("pkg-config").env("PKG_CONFIG_PATH", folder).args(arguments).arg("kessai"))
}

impl Installed {
    fn shared(&self) -> PathBuf {
        self.prefix.join("lib").join(SONAME)
    }

    fn flags(&self, arguments: &[&str]) -> Result<Vec<String>> {
        pkg_config(&self.prefix.join("lib/pkgconfig"), arguments)
    }

    /// Compiles a program of the tests with what `pkg-config` says.
    fn compile(&self, compiler: Program, source: &str, name: &str, linked: &[String]) -> Result<PathBuf> {
        let out = self.prefix.join(name);
        let warnings = ["-Wall", "-Wextra", "-Werror", "-pedantic"];
        let source = root().join("bindings-c/tests/c").join(source);
        let compiler = compiler.args(warnings).args(self.flags(&["--cflags"])?);
        compiler.arg(source).args(linked).arg("-o").arg(&out).run()?;
        Ok(out)
    }

    /// The static library and what it needs, as a program is linked that has the shared one beside it.
    fn archive(&self) -> Result<Vec<String>> {
        let libraries = self.flags(&["--static", "--libs-only-l"])?;
        let needed = libraries.into_iter().filter(|word| word != "-lkessai");
        Ok(self.flags(&["--variable=archive"])?.into_iter().chain(needed).collect())
    }

    /// Whatever else a library shows meets the names of another one in somebody's program.
    fn shows_its_own_names(&self) -> Result {
        let header = install::functions()?;
        for (file, which) in [(self.shared(), "-D"), (self.prefix.join("lib/libkessai.a"), "-g")] {
            let printed =
                program("nm").args([which, "--defined-only", "--format=posix"]).arg(&file).output()?;
            let printed = String::from_utf8(printed)?;
            let lines = printed.lines().filter(|line| !line.ends_with(':'));
            let shown: BTreeSet<String> =
                lines.filter_map(|line| Some(line.split_whitespace().next()?.to_owned())).collect();
            if shown != header {
                let other: Vec<_> = shown.symmetric_difference(&header).collect();
                return Err(format!("{}: not both in header and library: {other:?}", file.display()).into());
            }
        }
        Ok(())
    }

    /// Everything is bound at once and written no more, nothing on the stack is run, and no code is changed.
    fn is_hardened(&self) -> Result {
        let shared = self.shared();
        let dynamic = words(program("readelf").arg("-dW").arg(&shared))?;
        let headers = String::from_utf8(program("readelf").arg("-lW").arg(&shared).output()?)?;
        let stack = headers.lines().find(|line| line.contains("GNU_STACK")).unwrap_or_default();
        let has = |word: &str| dynamic.iter().any(|found| found == word);
        let soname = format!("[{SONAME}]");
        let right = has("BIND_NOW") && has(&soname) && !has("(TEXTREL)") && !has("TEXTREL");
        if !right || !headers.contains("GNU_RELRO") || !stack.contains(" RW ") {
            return Err(format!("{}: {dynamic:?}\n{headers}", shared.display()).into());
        }
        let systems = ["[libc.so", "[ld-linux", "[libgcc_s.so.1]", "[libpthread.so.0]", "[libdl.so.2]"];
        let known = |name: &&String| systems.iter().any(|system| name.starts_with(system));
        let strange = dynamic.iter().filter(|word| word.starts_with('[') && **word != soname);
        if let Some(name) = strange.clone().find(|name| !known(name)) {
            return Err(format!("{} needs {name}", shared.display()).into());
        }
        let stripped = self.prefix.join("stripped.so");
        program("strip").arg("-o").arg(&stripped).arg(&shared).run()?;
        println!("{:>10} {}, stripped", fs::metadata(&stripped)?.len(), shared.display());
        Ok(())
    }

    fn is_described(&self) -> Result {
        let version = self.flags(&["--modversion"])?.concat();
        let header = fs::read_to_string(self.prefix.join("include/kessai.h"))?;
        if !header.contains(&format!("#define KESSAI_VERSION_STRING \"{version}\"\n")) {
            return Err(format!("kessai.pc says {version}, and kessai.h another version").into());
        }
        let copybooks = PathBuf::from(self.flags(&["--variable=copybooks"])?.concat());
        let copybook = fs::read(copybooks.join("KESSAI.cpy"))?;
        if copybook == fs::read(root().join("bindings-c/include/KESSAI.cpy"))? {
            Ok(())
        } else {
            Err(format!("{} has another copybook", copybooks.display()).into())
        }
    }

    /// The program that calls every function, by the shared library and with the static one, and whole.
    fn runs(&self) -> Result {
        let lib = format!("-Wl,-rpath,{}", self.prefix.join("lib").display());
        let shared = [self.flags(&["--libs"])?, vec![lib]].concat();
        let whole = [vec!["-static".to_owned()], self.flags(&["--static", "--libs"])?].concat();
        for (name, linked) in [("shared", shared), ("archive", self.archive()?), ("whole", whole)] {
            let compiler = program(self.compiler).arg("-std=c11");
            program(self.compile(compiler, "api.c", name, &linked)?).run()?;
            let needed = words(program("readelf").arg("-dW").arg(self.prefix.join(name)))?;
            if needed.contains(&format!("[{SONAME}]")) != (name == "shared") {
                return Err(format!("{name}: linked with the other library").into());
            }
        }
        Ok(())
    }

    fn asks_for_no_later_glibc(&self) -> Result {
        let asked = install::asked(&self.shared())?;
        println!("{} asks for {asked}", self.shared().display());
        let minor =
            |version: &str| version.strip_prefix("GLIBC_2.").and_then(|minor| minor.parse::<u32>().ok());
        match (minor(&asked), minor(&format!("GLIBC_{GLIBC}"))) {
            (Some(asked), Some(oldest)) if asked <= oldest => Ok(()),
            _ => Err(format!("the library asks for {asked}, and {GLIBC} is promised").into()),
        }
    }

    /// A program with the static library for the oldest glibc, which lacks what is not used of later ones.
    fn links_for_an_older_machine(&self) -> Result {
        let compiler = tools::zig_cc(GLIBC)?.arg("-std=c11");
        // That compiler leaves it to its caller to name an unwinder, which gcc and clang do by themselves.
        let linked = [self.archive()?, vec!["-lunwind".to_owned()]].concat();
        let older = self.compile(compiler, "api.c", "older", &linked)?;
        program(&older).run()?;
        let asked = install::asked(&older)?;
        println!("{} asks for {asked}", older.display());
        Ok(())
    }

    /// Both have Rust's own library in them, and catch what is thrown there; and so does C++.
    fn stands_beside_another_library(&self) -> Result {
        let other = self.prefix.join("libother.a").display().to_string();
        // As such libraries are released: without optimisation rustc leaves calls of functions that older systems lack.
        let flags =
            ["--edition", "2021", "--crate-type", "staticlib", "-C", "opt-level=1", "-C", "lto=fat", "-o"];
        program("rustc").args(flags).args([&*other, "bindings-c/tests/c/other.rs"]).run()?;
        let ways: [&[&str]; 8] = [
            &["gcc", "-std=c11"],
            &["gcc", "-std=c11", "-O2", "-flto"],
            &["gcc", "-std=c11", "-Wl,--gc-sections"],
            &["gcc", "-std=c11", "-static-pie"],
            &["clang", "-std=c11"],
            &["clang", "-std=c11", "-O2", "-Wl,--gc-sections"],
            &["g++", "-std=c++17", "-x", "c++"],
            &["clang++", "-std=c++20", "-static", "-x", "c++"],
        ];
        for way in ways {
            let (name, flags) = way.split_first().ok_or("no compiler")?;
            let archive = self.archive()?;
            for both in
                [[&archive[..], std::slice::from_ref(&other)], [std::slice::from_ref(&other), &archive]]
            {
                let end = if flags.contains(&"c++") { ["-x", "none"].as_slice() } else { &[] };
                let linked: Vec<String> =
                    end.iter().map(|word| (*word).to_owned()).chain(both.concat()).collect();
                let source = if flags.contains(&"c++") { "beside.cpp" } else { "beside.c" };
                let beside = self.compile(program(name).args(flags), source, "beside", &linked)?;
                let printed = program(beside).output()?;
                if printed != b"10 5\n" {
                    return Err(format!("{way:?}: {}", String::from_utf8_lossy(&printed)).into());
                }
            }
        }
        println!("beside another library in Rust: {} ways of linking, in both orders", ways.len());
        Ok(())
    }
}

/// A tree that has been moved is found as `pkg-config` finds such trees.
fn moves(prefix: &Path) -> Result {
    let moved = target().join("prefix-moved");
    if fs::exists(&moved)? {
        fs::remove_dir_all(&moved)?;
    }
    fs::create_dir_all(moved.join("lib/pkgconfig"))?;
    fs::copy(prefix.join("lib/pkgconfig/kessai.pc"), moved.join("lib/pkgconfig/kessai.pc"))?;
    let flags = pkg_config(&moved.join("lib/pkgconfig"), &["--define-prefix", "--cflags", "--libs"])?;
    let want = [
        format!("-I{}/include", moved.display()),
        format!("-L{}/lib", moved.display()),
        "-lkessai".to_owned(),
    ];
    if flags == want { Ok(()) } else { Err(format!("a tree that has been moved: {flags:?}").into()) }
}

/// As a package of Debian is made: below a stage, with libraries where that system has them.
fn stages() -> Result {
    let stage = target().join("stage");
    let mut options = Options::read(&["--prefix", "/usr", "--libdir", "lib/x86_64-linux-gnu"])?;
    options.stage = Some(stage.clone());
    install::install(&options)?;
    let lib = stage.join("usr/lib/x86_64-linux-gnu");
    for file in [lib.join("libkessai.so"), lib.join("libkessai.a"), stage.join("usr/include/kessai.h")] {
        fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let said = pkg_config(&lib.join("pkgconfig"), &["--variable=libdir"])?.concat();
    if said == "/usr/lib/x86_64-linux-gnu" { Ok(()) } else { Err(format!("libraries are in {said}").into()) }
}

//! The two libraries, made of one object: everything that the functions of the header need, and no other name to be seen.

use std::env::consts::{ARCH, DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::{Path, PathBuf};

use crate::install::{copy, functions, remove};
use crate::run::{cargo, program};
use crate::{Result, target, tools};

/// The name that programs are linked with; bindings-c/build.rs writes it into what cargo builds.
pub(crate) const SONAME: &str = "libkessai.so.0";

/// What the libraries are for.
#[derive(Debug)]
pub(crate) enum System {
    /// Machines with the C library of this one, or a later one.
    Own,
    /// Linux with this glibc or a later one.
    Glibc(String),
    /// Linux with musl, such as Alpine; and programs that need nothing at all at run time.
    Musl,
}

impl System {
    /// A version such as `2.28`.
    pub(crate) fn glibc(version: &str) -> Result<Self> {
        let is_number = |part: &str| part.parse::<u8>().is_ok();
        match version.split_once('.') {
            Some((major, minor)) if is_number(major) && is_number(minor) => {
                Ok(Self::Glibc(version.to_owned()))
            }
            _ => Err(format!("{version} is no version of glibc, such as 2.28").into()),
        }
    }

    /// What a program needs beside the static library. Later versions of glibc have all of it in themselves.
    pub(crate) fn libraries(&self) -> &'static [&'static str] {
        match self {
            Self::Musl => &[],
            Self::Own | Self::Glibc(_) => &["-lpthread", "-ldl"],
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Own => "own".to_owned(),
            Self::Glibc(version) => format!("glibc-{version}"),
            Self::Musl => "musl".to_owned(),
        }
    }

    /// Links a shared library.
    fn link(&self, object: &Path, out: &Path) -> Result {
        let linker = match self {
            Self::Own => program("cc"),
            Self::Glibc(version) => tools::zig_cc(version)?,
            Self::Musl => program("musl-gcc"),
        };
        let linker = linker.args(["-shared", "-o"]).arg(out).arg(object);
        // The unwinder is the machine's own where it has one: two of them in a program must not meet on one stack.
        let linker = match self {
            Self::Glibc(_) => linker.arg(unwinder()?),
            Self::Own | Self::Musl => linker,
        };
        // Start files of C libraries have names as well.
        let shown = functions()?.iter().map(|name| format!("{name};")).collect::<String>();
        let map = out.with_extension("map");
        fs::write(&map, format!("{{global:{shown}local:*;}};\n"))?;
        let linker = linker.arg(format!("-Wl,--version-script,{}", map.display()));
        let soname = format!("-Wl,-soname,{SONAME}");
        let hardened = ["-Wl,-z,relro,-z,now,-z,noexecstack,-z,defs", "-Wl,--gc-sections"];
        linker.arg(soname).args(hardened).run()
    }
}

/// The C compiler's unwinder, which every Linux with a glibc has.
fn unwinder() -> Result<PathBuf> {
    let path = program("cc").args(["-print-file-name=libgcc_s.so.1"]).output()?;
    Ok(PathBuf::from(String::from_utf8(path)?.trim()))
}

/// Builds the libraries and puts them into a folder.
pub(super) fn put(system: &System, lib: &Path) -> Result {
    if !cfg!(target_os = "linux") {
        return as_built(system, lib);
    }
    let folder = target().join("install").join(system.name());
    fs::create_dir_all(&folder)?;
    let object = object(system, &folder)?;
    archive(&object, &folder, &lib.join("libkessai.a"))?;
    let shared = folder.join("libkessai.so");
    system.link(&object, &shared)?;
    copy(&shared, &lib.join(SONAME))?;
    link(SONAME, &lib.join("libkessai.so"))?;
    if matches!(system, System::Own) {
        println!(
            "{} or later is needed, as on this machine; `--glibc 2.28` is for older ones",
            asked(&shared)?
        );
    }
    Ok(())
}

/// The libraries as cargo builds them, where there is no linker of GNU to make more of them.
fn as_built(system: &System, lib: &Path) -> Result {
    if !matches!(system, System::Own) {
        return Err("--glibc and --musl are for Linux".into());
    }
    let built = build(system)?;
    let shared = built.with_file_name(format!("{DLL_PREFIX}kessai_c{DLL_SUFFIX}"));
    copy(&shared, &lib.join(format!("{DLL_PREFIX}kessai{DLL_SUFFIX}")))?;
    copy(&built, &lib.join("libkessai.a"))
}

/// Compiles, and gives the static library as Rust makes it.
fn build(system: &System) -> Result<PathBuf> {
    if !matches!(system, System::Musl) {
        cargo(&["build", "--release", "--package", "kessai-c"]).run()?;
        return Ok(target().join("release/libkessai_c.a"));
    }
    let musl = musl();
    tools::rust_target(&musl)?;
    // Only this kind, as it has no other; and not as the only flag that cargo warns of.
    let kind = ["--lib", "--crate-type", "staticlib", "--target", &musl];
    cargo(&["rustc", "--release", "--package", "kessai-c"]).args(kind).run()?;
    Ok(target().join(musl).join("release/libkessai_c.a"))
}

fn musl() -> String {
    format!("{ARCH}-unknown-linux-musl")
}

/// Everything that the header's functions need, in one object. Rust's own library is in it, whose names are those of every
/// other Rust library in a program: they are made its own, and only the names of the header stay visible.
fn object(system: &System, folder: &Path) -> Result<PathBuf> {
    let mut parts = vec![build(system)?];
    if matches!(system, System::Musl) {
        // There is no unwinder on such a system that could be counted on.
        let rust = program("rustc").args(["--print", "target-libdir", "--target", &musl()]).output()?;
        parts.push(Path::new(String::from_utf8(rust)?.trim()).join("self-contained/libunwind.a"));
    }
    let (object, names) = (folder.join("kessai.o"), folder.join("names"));
    let functions = functions()?;
    fs::write(&names, functions.iter().map(|name| format!("{name}\n")).collect::<String>())?;
    let roots = functions.into_iter().flat_map(|name| ["-u".to_owned(), name]);
    let ld = program("ld").args(["-r", "--gc-sections", "--force-group-allocation", "-o"]).arg(&object);
    ld.args(roots).args(parts).run()?;
    // Without what only Rust's own linker reads, and which other tools of a later or earlier LLVM fail on.
    let unread = ["--remove-section=.llvmbc", "--remove-section=.llvmcmd", "--strip-debug"];
    let kept = format!("--keep-global-symbols={}", names.display());
    program("objcopy").arg(kept).args(unread).arg(&object).run()?;
    Ok(object)
}

/// The static library. It asks for nothing that its code does not use.
fn archive(object: &Path, folder: &Path, installed: &Path) -> Result {
    let (needed, archive) = (folder.join("libkessai.o"), folder.join("libkessai.a"));
    program("objcopy").arg("--strip-unneeded").arg(object).arg(&needed).run()?;
    remove(&archive)?;
    program("ar").arg("crs").arg(&archive).arg(&needed).run()?;
    copy(&archive, installed)
}

/// The latest version of glibc that a library asks for, such as `GLIBC_2.28`; empty for one that asks for none.
pub(crate) fn asked(library: &Path) -> Result<String> {
    let printed = String::from_utf8(program("objdump").arg("-T").arg(library).output()?)?;
    let words = printed.split([' ', '(', ')', '\n']).filter_map(|word| word.strip_prefix("GLIBC_"));
    let numbers =
        |word: &str| word.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect::<Vec<_>>();
    let latest = words.max_by_key(|word| numbers(word));
    Ok(latest.map(|version| format!("GLIBC_{version}")).unwrap_or_default())
}

#[cfg(unix)]
fn link(name: &str, at: &Path) -> Result {
    remove(at)?;
    Ok(std::os::unix::fs::symlink(name, at)?)
}

#[cfg(not(unix))]
fn link(_name: &str, _at: &Path) -> Result {
    Ok(())
}

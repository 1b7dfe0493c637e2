//! Puts the C library where C programs look for it.

use std::collections::BTreeSet;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::Path;

use crate::run::{cargo, program};
use crate::{Result, root, target};

/// The name that programs are linked with; bindings-c/build.rs writes it into the library.
const SONAME: &str = "libkessai.so.0";

/// Where copybooks are, below the prefix; `pkg-config --variable=copybooks kessai` tells it.
const COPYBOOKS: &str = "share/kessai/copybooks";

/// Builds the C library and installs header, libraries and `kessai.pc` below `prefix`.
pub(crate) fn install(prefix: &Path) -> Result {
    cargo(&["build", "--release", "--package", "kessai-c"]).run()?;
    let prefix = std::path::absolute(prefix)?;
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    fs::create_dir_all(&include)?;
    fs::create_dir_all(lib.join("pkgconfig"))?;

    let built = target().join("release");
    copy(&root().join("bindings-c/include/kessai.h"), &include.join("kessai.h"))?;
    let copybooks = prefix.join(COPYBOOKS);
    fs::create_dir_all(&copybooks)?;
    // As `COPY KESSAI` finds it, whatever the compiler makes of the name's case and ending.
    copy(&root().join("bindings-c/include/KESSAI.cpy"), &copybooks.join("KESSAI.cpy"))?;
    archive(&built.join("libkessai_c.a"), &lib)?;
    let shared = built.join(format!("{DLL_PREFIX}kessai_c{DLL_SUFFIX}"));
    if cfg!(target_os = "linux") {
        copy(&shared, &lib.join(SONAME))?;
        link(SONAME, &lib.join("libkessai.so"))?;
    } else {
        copy(&shared, &lib.join(format!("{DLL_PREFIX}kessai{DLL_SUFFIX}")))?;
    }
    fs::write(lib.join("pkgconfig/kessai.pc"), description(&prefix))?;
    println!("installed into {}", prefix.display());
    Ok(())
}

/// Puts the static library in place. It has Rust's own library in it, whose names are those of every other Rust library in
/// a program: they are made its own, and only the names of the header stay visible.
fn archive(built: &Path, lib: &Path) -> Result {
    let installed = lib.join("libkessai.a");
    if !cfg!(target_os = "linux") {
        return copy(built, &installed);
    }
    let object = target().join("kessai.o");
    let roots = functions()?.into_iter().flat_map(|name| ["-u".to_owned(), name]);
    program("ld")
        .args(["-r", "--gc-sections", "--force-group-allocation", "-o"])
        .args([&object])
        .args(roots)
        .args([built])
        .run()?;
    // Without what only Rust's own linker reads, and which other tools of a later or earlier LLVM fail on.
    let kept = [
        "--wildcard",
        "--keep-global-symbol=kessai_*",
        "--keep-global-symbol=KS*",
        "--remove-section=.llvmbc",
        "--remove-section=.llvmcmd",
    ];
    program("objcopy").args(kept).args(["--strip-debug".as_ref(), object.as_os_str()]).run()?;
    let archive = target().join("libkessai.a");
    remove(&archive)?;
    program("ar").args(["crs".as_ref(), archive.as_os_str(), object.as_os_str()]).run()?;
    copy(&archive, &installed)
}

/// The names of the functions of the header: the last word before a bracket.
pub(crate) fn functions() -> Result<BTreeSet<String>> {
    let header = fs::read_to_string(root().join("bindings-c/include/kessai.h"))?;
    let code = header.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    let words = code.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next());
    let own = |word: &&str| {
        word.starts_with("kessai_")
            || word.strip_prefix("KS").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    Ok(words.filter(own).map(str::to_owned).collect())
}

fn remove(path: &Path) -> Result {
    if fs::symlink_metadata(path).is_ok() {
        fs::remove_file(path)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result {
    // A library that is in use must not be written over: whoever runs it keeps the old file.
    remove(to)?;
    let size = fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
    println!("{size:>10} {}", to.display());
    Ok(())
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

/// What `pkg-config` tells compilers.
fn description(prefix: &Path) -> String {
    format!(
        "prefix={}
libdir=${{prefix}}/lib
includedir=${{prefix}}/include
copybooks=${{prefix}}/{COPYBOOKS}

Name: kessai
Description: The rules of corporate banking
Version: {}
Cflags: -I${{includedir}}
Libs: -L${{libdir}} -lkessai
Libs.private: -lpthread -ldl -lm
",
        prefix.display(),
        env!("CARGO_PKG_VERSION")
    )
}

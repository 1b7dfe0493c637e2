//! Puts the C library where C programs look for it.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::path::Path;

use crate::run::cargo;
use crate::{Result, root, target};

/// The name that programs are linked with; bindings-c/build.rs writes it into the library.
const SONAME: &str = "libkessai.so.0";

/// Builds the C library and installs header, libraries and `kessai.pc` below `prefix`.
pub(crate) fn install(prefix: &Path) -> Result {
    cargo(&["build", "--release", "--package", "kessai-c"]).run()?;
    let prefix = std::path::absolute(prefix)?;
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    fs::create_dir_all(&include)?;
    fs::create_dir_all(lib.join("pkgconfig"))?;

    let built = target().join("release");
    copy(&root().join("bindings-c/include/kessai.h"), &include.join("kessai.h"))?;
    copy(&built.join("libkessai_c.a"), &lib.join("libkessai.a"))?;
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

fn copy(from: &Path, to: &Path) -> Result {
    // A library that is in use must not be written over: whoever runs it keeps the old file.
    if fs::symlink_metadata(to).is_ok() {
        fs::remove_file(to)?;
    }
    let size = fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
    println!("{size:>10} {}", to.display());
    Ok(())
}

#[cfg(unix)]
fn link(name: &str, at: &Path) -> Result {
    if fs::symlink_metadata(at).is_ok() {
        fs::remove_file(at)?;
    }
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

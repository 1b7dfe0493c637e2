//! Puts the C library where C programs look for it.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, root};

mod library;

pub(crate) use library::{SONAME, System, asked};

/// Where copybooks are, below the prefix; `pkg-config --variable=copybooks kessai` tells it.
const COPYBOOKS: &str = "share/kessai/copybooks";

/// What may be said of an installation.
#[derive(Debug)]
pub(crate) struct Options {
    /// Where it will be used, and put unless `stage` is another folder.
    pub prefix: PathBuf,
    /// Where libraries are, below the prefix.
    pub lib: PathBuf,
    /// The root that files are put below (`DESTDIR`), for who makes a package of them.
    pub stage: Option<PathBuf>,
    pub system: System,
}

impl Options {
    pub(crate) fn new(prefix: &Path, system: System) -> Result<Self> {
        Ok(Self { prefix: std::path::absolute(prefix)?, lib: "lib".into(), stage: None, system })
    }

    /// Reads `--prefix DIR [--libdir DIR] [--glibc VERSION | --musl]`.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        let (mut prefix, mut lib, mut system) = (None, None, System::Own);
        let mut rest = words.iter().copied();
        while let Some(word) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{word} needs a value"));
            match word {
                "--prefix" => prefix = Some(value()?),
                "--libdir" => lib = Some(value()?),
                "--glibc" => system = System::glibc(value()?)?,
                "--musl" => system = System::Musl,
                _ => return Err(format!("install has no option {word}").into()),
            }
        }
        let mut options = Self::new(Path::new(prefix.ok_or("install needs --prefix DIR")?), system)?;
        if let Some(lib) = lib {
            let below = options.prefix.join(lib);
            let below = below.strip_prefix(&options.prefix);
            options.lib = below.map_err(|_elsewhere| "--libdir is not below the prefix")?.to_path_buf();
        }
        options.stage = env::var_os("DESTDIR").filter(|folder| !folder.is_empty()).map(PathBuf::from);
        Ok(options)
    }

    /// Where something below the prefix is put.
    fn at(&self, path: impl AsRef<Path>) -> Result<PathBuf> {
        let path = self.prefix.join(path);
        match &self.stage {
            None => Ok(path),
            Some(stage) => Ok(std::path::absolute(stage)?.join(path.strip_prefix("/").unwrap_or(&path))),
        }
    }
}

/// Builds the C library and installs header, copybook, libraries and `kessai.pc`.
pub(crate) fn install(options: &Options) -> Result {
    let (include, lib) = (options.at("include")?, options.at(&options.lib)?);
    let copybooks = options.at(COPYBOOKS)?;
    for folder in [&include, &copybooks, &lib.join("pkgconfig")] {
        fs::create_dir_all(folder)?;
    }
    copy(&root().join("bindings-c/include/kessai.h"), &include.join("kessai.h"))?;
    // As `COPY KESSAI` finds it, whatever the compiler makes of the name's case and ending.
    copy(&root().join("bindings-c/include/KESSAI.cpy"), &copybooks.join("KESSAI.cpy"))?;
    library::put(&options.system, &lib)?;
    fs::write(lib.join("pkgconfig/kessai.pc"), description(options))?;
    println!("installed into {}", options.at("")?.display());
    Ok(())
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

/// What `pkg-config` tells compilers. A tree that has been moved is found with `pkg-config --define-prefix`.
fn description(options: &Options) -> String {
    format!(
        "prefix={}
libdir=${{prefix}}/{}
includedir=${{prefix}}/include
copybooks=${{prefix}}/{COPYBOOKS}
archive=${{libdir}}/libkessai.a

Name: kessai
Description: The rules of corporate banking
Version: {}
Cflags: -I${{includedir}}
Libs: -L${{libdir}} -lkessai
Libs.private: {}
",
        options.prefix.display(),
        options.lib.display(),
        env!("CARGO_PKG_VERSION"),
        options.system.libraries().join(" ")
    )
}

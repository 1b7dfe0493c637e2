//! The npm package: `target/npm/kessai`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{cargo, program};
use crate::{Result, root, target, tools, types};

/// A module of the package: the same crate, built with some of its features.
#[derive(Debug)]
struct Module {
    /// As it is imported.
    name: &'static str,
    /// Its folder in the package.
    folder: &'static str,
    /// Features of `bindings-wasm`.
    features: &'static str,
    /// How the engine is compiled in it, as Cargo's `opt-level`: at `s` it is a fifth larger than at `z`, and answers in half the time.
    engine: &'static str,
    /// The most bytes that its WebAssembly may have with gzip -9.
    most: usize,
}

/// Every module. Sizes come out the same on every machine, so one that grows past its bound fails the tests: make it smaller, or
/// say here what the growth is worth.
const MODULES: [Module; 3] = [
    Module {
        name: "kessai",
        folder: "",
        features: "documents,life,backwards,texts",
        engine: "z",
        most: 465_000,
    },
    Module {
        name: "kessai/transfer",
        folder: "transfer",
        features: "backwards,texts",
        engine: "s",
        most: 260_000,
    },
    Module { name: "kessai/record", folder: "record", features: "columns", engine: "s", most: 137_000 },
];

/// Where the package is built.
fn place() -> PathBuf {
    target().join("npm/kessai")
}

/// Builds the package.
pub(crate) fn build() -> Result {
    let package = place();
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    for module in &MODULES {
        module.build(&package.join(module.folder))?;
    }
    abi(&package.join(ABI))?;
    scripts()?;
    print_sizes(&package)
}

/// Puts everything into the package that is not compiled: what `bindings-wasm/npm` keeps, the bytes of each module as
/// JavaScript, and the types.
pub(crate) fn scripts() -> Result {
    let package = place();
    let kept = root().join("bindings-wasm/npm");
    copy(&kept, &package)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        if root().join(name).exists() {
            fs::copy(root().join(name), package.join(name))?;
        }
    }
    let mut about: Value = serde_json::from_str(&fs::read_to_string(kept.join("package.json"))?)?;
    if let Some(about) = about.as_object_mut() {
        about.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    }
    fs::write(package.join("package.json"), serde_json::to_string_pretty(&about)? + "\n")?;
    for module in &MODULES {
        let folder = package.join(module.folder);
        let bytes = program("node").args(["-e", BASE64]).args([folder.join("core_bg.wasm")]).output()?;
        fs::write(folder.join("core_bytes.js"), bytes)?;
    }
    fs::write(package.join("example.js"), example())?;
    Ok(fs::write(package.join("documents.d.ts"), types::documents()?)?)
}

/// The documents that one can begin with, as a module: JSON is JavaScript.
fn example() -> String {
    let kessai_fixtures::Example { service, company, request } = kessai_fixtures::example();
    let constants = [("service", service), ("company", company), ("request", request)]
        .map(|(name, json)| format!("\nexport const {name} = {};\n", json.trim_end()));
    format!("// An invented bank, one of its customers, and a transfer.{}", constants.concat())
}

/// Measures the package: `benches/browser`.
pub(crate) fn bench() -> Result {
    build()?;
    cargo(&["build", "--release", "--package", "kessai-benches", "--bin", "inputs", "--bin", "ratios"])
        .run()?;
    let bench = program("node").args(["benches/browser/bench.mjs"]);
    bench.env("KESSAI_TARGET", target()).env("KESSAI_CHROMIUM", tools::chromium()).run()
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).map_err(|error| format!("{}: {error}", from.display()))?;
        }
    }
    Ok(())
}

/// The interface of `kessai-c` as a module that imports nothing, for hosts without JavaScript (`docs/abi.md`).
const ABI: &str = "abi.wasm";

/// The most bytes that it may have with gzip -9.
const ABI_MOST: usize = 453_000;

/// Compiles it.
fn abi(path: &Path) -> Result {
    wasm("kessai-c", "z", &[])?;
    fs::copy(target().join("wasm32-unknown-unknown/wasm/kessai_c.wasm"), path)?;
    shrink(path)
}

/// Compiles a crate to WebAssembly, by itself: together with others it would get the features that they ask of its dependencies.
fn wasm(package: &str, engine: &str, features: &[&str]) -> Result {
    let arguments =
        ["build", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "--package", package];
    let level = format!("profile.wasm.package.kessai.opt-level=\"{engine}\"");
    cargo(&arguments).args(["--config", &level]).args(features).run()
}

impl Module {
    /// Compiles it into its folder.
    fn build(&self, folder: &Path) -> Result {
        wasm("kessai-wasm", self.engine, &["--no-default-features", "--features", self.features])?;
        fs::create_dir_all(folder)?;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(target().join("wasm32-unknown-unknown/wasm/kessai_wasm.wasm"));
        // Without the file's address in it: where the bytes come from is said by the entries in `bindings-wasm/npm`, one for each
        // kind of host.
        bindgen.web(true).map_err(text)?.out_name("core").typescript(false).omit_default_module_path(true);
        bindgen.generate(folder).map_err(text)?;
        shrink(&folder.join("core_bg.wasm"))
    }
}

/// That library's errors are of a type of their own.
fn text(error: impl std::fmt::Display) -> String {
    format!("{error:#}")
}

/// Makes a module smaller. Debian's own `wasm-opt` breaks modules of this kind, so it is never used.
///
/// The compiler has done most of it. What wasm-opt does at `-Oz` makes fewer bytes, but such as gzip finds less in common: with
/// `-O1` and functions of like names side by side the module is 6 percent smaller on its way.
fn shrink(module: &Path) -> Result {
    let tool = root().join("node_modules/.bin/wasm-opt");
    let passes = [
        "-O1",
        "--low-memory-unused",
        "--optimize-added-constants",
        "--dae-optimizing",
        "--reorder-functions-by-name",
        "--strip-producers",
        "--strip-target-features",
    ];
    program(tool).args(passes).args([module.as_os_str(), "-o".as_ref(), module.as_os_str()]).run()
}

/// The bytes of each module as it is, with gzip -9 and with brotli; none may outgrow its bound.
fn print_sizes(package: &Path) -> Result {
    println!("{:<18}{:>10}{:>10}{:>10}{:>10}", "module", "bytes", "gzip -9", "brotli", "at most");
    let mut outgrown = Vec::new();
    let modules = MODULES
        .iter()
        .map(|module| (module.name, package.join(module.folder).join("core_bg.wasm"), module.most));
    for (name, path, most) in modules.chain([("kessai/abi.wasm", package.join(ABI), ABI_MOST)]) {
        let raw = fs::metadata(&path)?.len();
        let packed = program("gzip").args(["-9", "-n", "-c"]).args([&path]).output()?.len();
        let brotli = program("node").args(["-e", BROTLI]).args([&path]).output()?;
        let brotli = String::from_utf8(brotli)?;
        println!("{name:<18}{raw:>10}{packed:>10}{:>10}{most:>10}", brotli.trim());
        if packed > most {
            outgrown.push(name);
        }
    }
    println!("built {}", package.display());
    if outgrown.is_empty() { Ok(()) } else { Err(format!("outgrown: {}", outgrown.join(", ")).into()) }
}

/// A module's bytes as JavaScript, for hosts that neither fetch nor read files.
const BASE64: &str = "const bytes = require('node:fs').readFileSync(process.argv[1]).toString('base64');
console.log(`// The bytes of core_bg.wasm in base64.\nexport default '${bytes}';`)";

/// Node has that format, and few machines have a program for it.
const BROTLI: &str = "const { brotliCompressSync } = require('node:zlib');
console.log(brotliCompressSync(require('node:fs').readFileSync(process.argv[1])).length)";

//! The npm package: `target/npm/kessai`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{cargo, program};
use crate::{Result, root, target, types};

/// What is kept of the package by hand, beside package.json.
const KEPT: [&str; 7] =
    ["index.js", "node.js", "kessai.js", "text.js", "errors.js", "index.d.ts", "README.md"];

/// Builds the package.
pub(crate) fn build() -> Result {
    // By itself: together with other crates it would get the features that they ask of its dependencies.
    let arguments =
        ["build", "--profile", "wasm", "--target", "wasm32-unknown-unknown", "--package", "kessai-wasm"];
    cargo(&arguments).run()?;
    let package = target().join("npm/kessai");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;

    let mut bindgen = Bindgen::new();
    bindgen.input_path(target().join("wasm32-unknown-unknown/wasm/kessai_wasm.wasm"));
    // With the module's path in it, which bundlers find and emit: without an argument a page then loads it by itself.
    bindgen.web(true).map_err(text)?.out_name("core").typescript(false).omit_default_module_path(false);
    bindgen.generate(&package).map_err(text)?;
    shrink(&package.join("core_bg.wasm"))?;

    let kept = root().join("bindings-wasm/npm");
    for name in KEPT {
        fs::copy(kept.join(name), package.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
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
    fs::write(package.join("documents.d.ts"), types::documents()?)?;
    print_sizes(&package)
}

/// That library's errors are of a type of their own.
fn text(error: impl std::fmt::Display) -> String {
    format!("{error:#}")
}

/// Makes the module smaller. Debian's own `wasm-opt` breaks modules of this kind, so it is never used.
fn shrink(module: &Path) -> Result {
    let tool = root().join("node_modules/.bin/wasm-opt");
    program(tool).args(["-Oz".as_ref(), module.as_os_str(), "-o".as_ref(), module.as_os_str()]).run()
}

fn print_sizes(package: &Path) -> Result {
    for name in ["core_bg.wasm", "core.js"] {
        let path = package.join(name);
        let raw = fs::metadata(&path)?.len();
        let packed = program("gzip").args(["-9", "-c"]).args([&path]).output()?.len();
        println!("{name}: {raw} bytes, {packed} with gzip -9");
    }
    println!("built {}", package.display());
    Ok(())
}

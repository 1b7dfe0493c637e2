//! Lists the banks of the corpus that `kessai init` can start from, so that they are built into the program.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let corpus = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../fixtures");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={}", corpus.display());
    let mut list = String::from("&[\n");
    for folder in sorted(&corpus)? {
        if folder.join("service.json").is_file() {
            println!("cargo::rerun-if-changed={}", folder.display());
            list.push_str(&starter(&folder)?);
        }
    }
    list.push_str("]\n");
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("starters.rs"), list)?)
}

/// The expression of one bank: the service, its `company.json` (or first company) and the first request that this company may make; empty
/// where it has no such.
fn starter(folder: &Path) -> Result<String> {
    let name = file_name(folder);
    let files = sorted(folder)?;
    let companies = || files.iter().filter(|path| file_name(path).starts_with("company"));
    let Some(company) =
        companies().find(|path| file_name(path) == "company.json").or_else(|| companies().next())
    else {
        return Ok(String::new());
    };
    let service = folder.join("service.json");
    let mut out = String::new();
    let Some(request) = first_request(&files, &format!("{name}/{}", file_name(company)))? else {
        return Ok(String::new());
    };
    let text = |path: &Path| {
        path.canonicalize().map(|path| format!("include_str!({:?})", path.display().to_string()))
    };
    writeln!(
        out,
        "Starter {{ name: {name:?}, service: {}, company: {}, request: {request:?} }},",
        text(&service)?,
        text(company)?
    )?;
    Ok(out)
}

/// The first request of this company in the case files that is not refused.
fn first_request(files: &[PathBuf], company: &str) -> Result<Option<String>> {
    for path in files {
        let Ok(file) = serde_json::from_str::<Value>(&fs::read_to_string(path)?) else { continue };
        if file.get("company").and_then(Value::as_str) != Some(company) {
            continue;
        }
        for case in file.get("cases").and_then(Value::as_array).into_iter().flatten() {
            let outcome = case.pointer("/expect/outcome").and_then(Value::as_str);
            if let (Some("accepted" | "needsApproval"), Some(request)) = (outcome, case.get("request")) {
                return Ok(Some(format!("{request:#}\n")));
            }
        }
    }
    Ok(None)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

//! The packages as they would be published: each is built from what its archive holds, and nothing beside it.

use std::fs::{self, OpenOptions};
use std::io::Write;

use crate::run::{cargo, program};
use crate::{Result, target};

/// What is published, in the order in which it would be.
const PUBLISHED: [&str; 3] = ["kessai", "kessai-fixtures", "kessai-cli"];

/// Packs them, unpacks them beside each other and builds the program from them.
///
/// Cargo's own verification keeps what it has unpacked by name and version, and would look at an older state of them.
pub(crate) fn check() -> Result {
    let names = PUBLISHED.map(|name| ["--package", name]);
    cargo(&["package", "--quiet", "--allow-dirty", "--no-verify"]).args(names.as_flattened()).run()?;
    let folder = target().join("packages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let unpacked = |name: &str| folder.join(format!("{name}-{}", env!("CARGO_PKG_VERSION")));
    for name in PUBLISHED {
        let archive = target().join("package").join(format!("{name}-{}.crate", env!("CARGO_PKG_VERSION")));
        program("tar").args(["-xzf".as_ref(), archive.as_os_str()]).within(&folder).run()?;
        // Not a part of the workspace around it.
        let mut manifest = OpenOptions::new().append(true).open(unpacked(name).join("Cargo.toml"))?;
        manifest.write_all(b"\n[workspace]\n")?;
    }
    let beside = PUBLISHED.map(|name| {
        [
            "--config".to_owned(),
            format!("patch.crates-io.{name}.path={:?}", unpacked(name).display().to_string()),
        ]
    });
    cargo(&["check", "--quiet", "--target-dir"])
        .args([target()])
        .args(beside.as_flattened())
        .within(&unpacked("kessai-cli"))
        .run()
}

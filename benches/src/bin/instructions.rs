//! Instructions per call of each scenario, engine and by hand: the difference of 1,200 and 200 calls under callgrind.
//!
//! `instructions [SCENARIO…]` prints CSV: scenario, engine, hand.
#![forbid(unsafe_code)]

use std::path::Path;
use std::process::Command;

use kessai_benches::Result;
use kessai_benches::scenario::{BESIDE_HAND, names};

const FEW: u64 = 200;
const MANY: u64 = 1_200;

fn main() -> Result<()> {
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let scenarios: Vec<String> =
        if chosen.is_empty() { names().map(str::to_owned).collect() } else { chosen };
    // Cargo puts the programs of a package beside each other.
    let counts = std::env::current_exe()?.with_file_name("counts");
    if !counts.exists() {
        return Err("build `counts` first: cargo build --release -p kessai-benches".into());
    }
    println!("scenario,engine instructions,hand instructions");
    for name in scenarios {
        let engine = per_call(&counts, &name, "engine")?;
        let hand =
            BESIDE_HAND.contains(&name.as_str()).then(|| per_call(&counts, &name, "hand")).transpose()?;
        println!("{name},{engine},{}", hand.map_or_else(String::new, |count| count.to_string()));
    }
    Ok(())
}

fn per_call(counts: &Path, name: &str, side: &str) -> Result<u64> {
    // Loads are long and alike; a tenth of the calls is enough.
    let scale = if name.starts_with("load") || name.starts_with("form") { 10 } else { 1 };
    let (few, many) = (FEW.div_ceil(scale), MANY.div_ceil(scale));
    let difference =
        instructions(counts, name, side, many)?.saturating_sub(instructions(counts, name, side, few)?);
    Ok(difference.checked_div(many.saturating_sub(few)).unwrap_or(0))
}

/// All instructions of one run, as callgrind reports them.
fn instructions(counts: &Path, name: &str, side: &str, calls: u64) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(counts)
        .args([name, side, &calls.to_string()])
        .output()?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{name} {side}: {report}").into());
    }
    let collected = report.lines().find_map(|line| line.split_once("Collected :"));
    let (_, count) = collected.ok_or("callgrind reported no count")?;
    Ok(count.trim().parse()?)
}

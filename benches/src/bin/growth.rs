//! What each door costs as its question grows up to its bounds: time of the processor, how it grows, and peak memory.
//!
//! `growth [DOOR…]` prints CSV. Each row is a process of its own, so that its peak is its own; on Linux, whose
//! `/proc` tells it. A door that leaves its promise is named at the end.
#![forbid(unsafe_code)]

use std::process::Command;
use std::time::Duration;

use kessai_benches::Result;
use kessai_benches::doors::{DOORS, Door};
use kessai_benches::measure::busy;

/// What is promised of every door within its bounds.
const SECONDS_MAX: Duration = Duration::from_secs(1);
const KIB_MAX: u64 = 200 * 1_024;
/// Twice the size may take so many times as long, in hundredths: linear, or with a logarithm beside it.
const RATIO_MAX: u128 = 300;
/// Below this a ratio says nothing.
const TOO_SHORT: Duration = Duration::from_millis(20);

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, name, size] = &*arguments
        && flag == "--one"
    {
        return one(name, size.parse()?);
    }
    let chosen = |door: &&Door| arguments.is_empty() || arguments.iter().any(|name| name == door.name);
    let mut broken = Vec::new();
    println!("door,size,milliseconds,ratio,peak MiB");
    for door in DOORS.iter().filter(chosen) {
        let mut before: Option<Duration> = None;
        for size in [4, 2, 1].map(|part| door.most.div_euclid(part)) {
            let (time, peak) = match child(door.name, size) {
                Ok(row) => row,
                Err(error) => {
                    broken.push(format!("{} at {size}: {error}", door.name));
                    continue;
                }
            };
            let ratio = before
                .and_then(|before| time.as_nanos().saturating_mul(100).checked_div(before.as_nanos().max(1)));
            let shown = ratio.map_or_else(String::new, |ratio| format!("{}.{:02}", ratio / 100, ratio % 100));
            println!("{},{size},{},{shown},{}", door.name, time.as_millis(), peak / 1_024);
            let grows = ratio.is_some_and(|ratio| ratio > RATIO_MAX) && before > Some(TOO_SHORT);
            if time > SECONDS_MAX || peak > KIB_MAX || grows {
                broken.push(format!("{} at {size}", door.name));
            }
            before = Some(time);
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(format!("promises are missed: {}", broken.join(", ")).into()) }
}

/// One row, in this process.
fn one(name: &str, size: usize) -> Result<()> {
    let door = DOORS.iter().find(|door| door.name == name).ok_or("there is no such door")?;
    let ask = (door.prepare)(size)?;
    let start = busy()?;
    let answer = ask()?;
    let time = busy()?.saturating_sub(start);
    (door.verify)(&answer, size).map_err(|why| format!("{name} at {size}: {why}: {:.400}", answer))?;
    println!("{} {}", time.as_nanos(), peak()?);
    Ok(())
}

/// The most memory that this process has had, in KiB.
fn peak() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()).ok_or("the system does not tell")?;
    Ok(number.parse()?)
}

fn child(name: &str, size: usize) -> Result<(Duration, u64)> {
    let output = Command::new(std::env::current_exe()?).args(["--one", name, &size.to_string()]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let text = String::from_utf8(output.stdout)?;
    let (nanos, peak) = text.trim().split_once(' ').ok_or("a row has two figures")?;
    Ok((Duration::from_nanos(nanos.parse()?), peak.parse()?))
}

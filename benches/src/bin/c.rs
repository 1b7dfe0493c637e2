//! Times of the doors of the C library, called from a C program, and of the same requests called in Rust: in turn in one run.
//!
//! `c PROGRAM` prints CSV: door, C ns, Rust ns, ratio of C to Rust, and what 1, 2 and 16 threads decide. `cargo xtask bench c` builds
//! the program from `benches/c/doors.c` and calls it.
#![forbid(unsafe_code)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use kessai_benches::Result;
use kessai_benches::c;
use kessai_benches::measure::busy;
use kessai_benches::scenario::Scenario;
use kessai_benches::setup::Setup;
use kessai_benches::world::{Mix, World};

/// How often each door is measured, in turn.
const ROUNDS: usize = 15;
/// How many calls a sample has.
const CALLS: u32 = 40 * 1024;
/// A door of C, and the scenario that is the direct call in Rust.
const DOORS: [(&str, &str); 5] = [
    ("json", "json"),
    ("record", "keyed"),
    ("row", "resolved"),
    ("rows", "resolved"),
    ("columns", "columns"),
];

/// The C program, which is told what to do.
struct Program {
    child: Child,
    ask: ChildStdin,
    told: BufReader<ChildStdout>,
}

impl Program {
    fn start(path: &str) -> Result<Self> {
        let world = World::new(Setup::TYPICAL, 1_024, Mix::All)?;
        let folder = Path::new(path).parent().unwrap_or(Path::new(".")).join("bench-c");
        let files = c::write(&folder, &world)?;
        let mut command = Command::new(path);
        let mut child = command.args(files.0).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let ask = child.stdin.take().ok_or("no input")?;
        let told = BufReader::new(child.stdout.take().ok_or("no output")?);
        Ok(Self { child, ask, told })
    }

    fn ask(&mut self, what: &str) -> Result<String> {
        writeln!(self.ask, "{what}")?;
        let mut line = String::new();
        if self.told.read_line(&mut line)? == 0 {
            return Err(format!("`{what}` ended the C program: {}", self.child.wait()?).into());
        }
        Ok(line.trim().to_owned())
    }

    fn nanoseconds(&mut self, what: &str) -> Result<f64> {
        Ok(self.ask(what)?.parse()?)
    }
}

#[expect(clippy::float_arithmetic, reason = "figures for people, not money")]
fn main() -> Result<()> {
    let path = std::env::args().nth(1).ok_or("usage: c PROGRAM")?;
    let mut program = Program::start(&path)?;
    program.ask("verify")?;
    println!("door,C ns,Rust ns,ratio");
    for (door, scenario) in DOORS {
        let mut scenario = Scenario::new(scenario)?;
        let (mut there, mut here) = (Vec::new(), Vec::new());
        // The first round warms both up.
        for round in 0..=ROUNDS {
            let ours = program.nanoseconds(&format!("{door} {CALLS}"))? / f64::from(CALLS);
            let begin = busy()?;
            (scenario.engine)(usize::try_from(CALLS)?);
            let direct = busy()?.saturating_sub(begin).as_secs_f64() * 1e9 / f64::from(CALLS);
            if round > 0 {
                there.push(ours);
                here.push(direct);
            }
        }
        let ratios = there.iter().zip(&here).map(|(there, here)| there / here).collect();
        println!("{door},{:.1},{:.1},{:.2}", median(there), median(here), median(ratios));
    }
    println!("threads,rows a second,,ratio to one");
    let mut alone = 0.0;
    for threads in [1_u32, 2, 4, 16] {
        let each = 2_000_000_u32.checked_div(threads).unwrap_or(0);
        let seconds = program.nanoseconds(&format!("threads {threads} {each}"))? / 1e9;
        let rate = f64::from(threads) * f64::from(each) / seconds;
        if threads == 1 {
            alone = rate;
        }
        println!("{threads},{rate:.0},,{:.2}", rate / alone);
    }
    Ok(())
}

/// The middle value.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

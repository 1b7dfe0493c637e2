//! `counts SCENARIO SIDE N` makes N calls of a scenario and nothing else: for `valgrind --tool=callgrind`.
#![forbid(unsafe_code)]

use kessai_benches::Result;
use kessai_benches::scenario::Scenario;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, side, calls] = arguments.as_slice() else {
        return Err("usage: counts SCENARIO engine|hand N".into());
    };
    let mut scenario = Scenario::new(name)?;
    let side = match (side.as_str(), &mut scenario.hand) {
        ("engine", _) => &mut scenario.engine,
        ("hand", Some(hand)) => hand,
        _ => return Err(format!("`{name}` has no side `{side}`").into()),
    };
    side(calls.parse()?);
    Ok(())
}

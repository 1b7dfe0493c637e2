//! Times of each scenario, engine and by hand in turn in one run: medians, and the median of the ratios.
//!
//! `ratios [SCENARIO…]` prints CSV: scenario, engine ns, hand ns, ratio.
#![forbid(unsafe_code)]

use std::time::Duration;

use kessai_benches::Result;
use kessai_benches::measure::times;
use kessai_benches::scenario::{Scenario, names};

const PAIRS: usize = 15;
const EACH: Duration = Duration::from_millis(40);

fn main() -> Result<()> {
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let scenarios: Vec<String> =
        if chosen.is_empty() { names().map(str::to_owned).collect() } else { chosen };
    println!("scenario,engine ns,hand ns,ratio");
    for name in scenarios {
        let mut scenario = Scenario::new(&name)?;
        let times = times(&mut scenario.engine, scenario.hand.as_mut(), PAIRS, EACH);
        let hand = times.hand.map_or_else(String::new, |hand| format!("{hand:.1}"));
        let ratio = times.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        println!("{name},{:.1},{hand},{ratio}", times.engine);
    }
    Ok(())
}

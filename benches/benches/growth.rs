//! How the cost of one resolved transfer grows with users, accounts and tiers.
#![forbid(unsafe_code)]

use criterion::Criterion;
use kessai_benches::Result;
use kessai_benches::scenario::{GROWTH, Scenario};

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for name in GROWTH {
        let mut scenario = Scenario::new(name)?;
        criterion.bench_function(name, |bencher| bencher.iter(|| (scenario.engine)(1)));
    }
    criterion.final_summary();
    Ok(())
}

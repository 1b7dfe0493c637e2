//! Documents loaded from JSON with all checks, and the parts of a JSON call: read, look up, write.
#![forbid(unsafe_code)]

use criterion::Criterion;
use kessai_benches::Result;
use kessai_benches::scenario::{PARTS, Scenario};

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for name in PARTS {
        let mut scenario = Scenario::new(name)?;
        criterion.bench_function(name, |bencher| bencher.iter(|| (scenario.engine)(1)));
    }
    criterion.final_summary();
    Ok(())
}

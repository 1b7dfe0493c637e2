//! One transfer at each door, engine and by hand in one run; and a fee alone.
#![forbid(unsafe_code)]

use criterion::{Criterion, Throughput};
use kessai_benches::Result;
use kessai_benches::scenario::{BESIDE_HAND, Scenario};

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for name in BESIDE_HAND {
        let mut scenario = Scenario::new(name)?;
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(1));
        group.bench_function("engine", |bencher| bencher.iter(|| (scenario.engine)(1)));
        if let Some(hand) = &mut scenario.hand {
            group.bench_function("by hand", |bencher| bencher.iter(|| hand(1)));
        }
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}

//! Times of two sides, sampled in turn so that a noisy machine disturbs both alike.

use std::time::{Duration, Instant};

use crate::Result;
use crate::scenario::Side;

/// Nanoseconds per call, and the ratio of the two sides.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The engine's median.
    pub engine: f64,
    /// The hand-written side's median.
    pub hand: Option<f64>,
    /// The median of the ratios of each pair of samples.
    pub ratio: Option<f64>,
}

/// Samples in turn: so many pairs, each side for so long.
pub fn times(engine: &mut Side, mut hand: Option<&mut Side>, pairs: usize, each: Duration) -> Times {
    let warm_up = each.checked_div(2).unwrap_or(each);
    sample(engine, warm_up);
    if let Some(hand) = &mut hand {
        sample(hand, warm_up);
    }
    let samples: Vec<(f64, Option<f64>)> =
        (0..pairs).map(|_| (sample(engine, each), hand.as_mut().map(|hand| sample(hand, each)))).collect();
    Times {
        engine: median(samples.iter().map(|(engine, _)| *engine)).unwrap_or(f64::NAN),
        hand: median(samples.iter().filter_map(|(_, hand)| *hand)),
        ratio: median(samples.iter().filter_map(|(engine, hand)| Some(ratio(*engine, (*hand)?)))),
    }
}

#[expect(clippy::float_arithmetic, reason = "a figure for people, not money")]
fn ratio(engine: f64, hand: f64) -> f64 {
    engine / hand
}

/// How long this thread has had the processor, whatever else ran beside it: on Linux, whose `/proc` tells it.
///
/// # Errors
///
/// The system does not tell.
pub fn busy() -> Result<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanos = times.split_whitespace().next().ok_or("the system does not tell")?;
    Ok(Duration::from_nanos(nanos.parse()?))
}

/// Nanoseconds per call over a while, of this thread's own time where the system tells it.
#[expect(clippy::float_arithmetic, clippy::as_conversions, reason = "a figure for people, not money")]
fn sample(side: &mut Side, each: Duration) -> f64 {
    let (begin, own, mut calls) = (Instant::now(), busy().ok(), 0_u32);
    let passed = || own.and_then(|own| busy().ok()?.checked_sub(own)).unwrap_or_else(|| begin.elapsed());
    let mut round = 1;
    loop {
        side(round);
        calls = calls.saturating_add(u32::try_from(round).unwrap_or(u32::MAX));
        let elapsed = passed();
        if elapsed >= each {
            return elapsed.as_nanos() as f64 / f64::from(calls);
        }
        // Rounds of about a hundredth of the time, so that looking at the clock costs nothing.
        if elapsed < each.checked_div(100).unwrap_or(each) {
            round = round.saturating_mul(2);
        }
    }
}

/// The middle value.
fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

//! For which amounts of one item the step has nothing against a request: by intervals, as more people may be found in a
//! higher band of a policy than in a lower one (`docs/rules.md`, rule 8.6.12).

use alloc::vec;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

use crate::steps::approval::{row, run};
use crate::steps::fee::Counted;
use crate::steps::{Context, Dates, Progress};
use crate::verdict::Verdict;

/// What a request counts, by what one of its items counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Others {
    /// What is added to it in all.
    pub sum: i64,
    /// What is added to it where items are compared.
    pub own: i64,
    /// The largest of the other items.
    pub largest: i64,
}

impl Others {
    /// What the request counts with so much of the item.
    fn with(self, own: i64) -> Counted {
        let largest = own.saturating_add(self.own).max(self.largest);
        Counted { sum: own.saturating_add(self.sum), largest }
    }

    /// The most that the item may count so that the request's sum, or its largest item, is at most this; none where what the
    /// item counts makes no difference.
    fn room(self, most: i64, by_largest: bool) -> Option<i64> {
        let others = if by_largest { self.own } else { self.sum };
        let decides = !by_largest || self.largest <= most;
        decides.then(|| most.saturating_sub(others))
    }
}

/// What the item may count, in intervals that rise. The verdict is a scratch.
pub(crate) fn approvable<'c>(
    context: &Context<'c, '_>,
    others: Others,
    dates: Dates,
    verdict: &mut Verdict<'c>,
) -> Vec<RangeInclusive<i64>> {
    let Some(of) = context.business.as_ref().filter(|_| context.makes_item()) else {
        return vec![0..=i64::MAX];
    };
    let mut bounds = Vec::new();
    if let Some((_, row)) = row(context, of) {
        let of_bands = row.bands.iter().filter_map(|band| band.up_to);
        bounds.extend(of_bands.filter_map(|most| others.room(most, row.by_largest)));
    }
    let least = i64::from(!context.service.settings.limit.inclusive);
    let caps = of.contract.caps.iter().filter_map(|cap| cap.most.get());
    bounds.extend(caps.filter_map(|cap| others.room(cap.saturating_sub(least), true)));
    bounds.retain(|bound| *bound >= 0);
    bounds.push(i64::MAX);
    bounds.sort_unstable();
    bounds.dedup();
    let mut found: Vec<RangeInclusive<i64>> = Vec::new();
    let mut from = 0_i64;
    for bound in bounds {
        // Up to the next bound every amount is as good as the first.
        let mut so_far = Progress { in_business: true, dates, counted: Some(others.with(from)) };
        verdict.clear();
        run(context, &mut so_far, verdict);
        if verdict.reasons.is_empty() {
            match found.last_mut().filter(|last| last.end().checked_add(1) == Some(from)) {
                Some(last) => *last = *last.start()..=bound,
                None => found.push(from..=bound),
            }
        }
        let Some(next) = bound.checked_add(1) else { break };
        from = next;
    }
    found
}

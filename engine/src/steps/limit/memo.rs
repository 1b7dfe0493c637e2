//! What an evaluation of limits finds out once.

use crate::date::Day;
use crate::language::words::LimitPer;

/// What is found out once in an evaluation.
#[derive(Default)]
pub(super) struct Memo {
    /// Where the next entry of usage is looked for first: hosts give them in the order of the limits.
    pub next: usize,
    /// The first days of the periods of a day.
    week: Option<(Day, Day)>,
    month: Option<(Day, Day)>,
    year: Option<(Day, Day)>,
}

impl Memo {
    /// The first day of the week, month or year of a day.
    #[inline]
    pub(super) fn first_day(&mut self, per: LimitPer, day: Day) -> Option<Day> {
        let known = match per {
            LimitPer::Week => &mut self.week,
            LimitPer::Year => &mut self.year,
            _ => &mut self.month,
        };
        if let Some((_, first)) = known.filter(|(of, _)| *of == day) {
            return Some(first);
        }
        let first = first_day(per, day)?;
        *known = Some((day, first));
        Some(first)
    }
}

#[cold]
fn first_day(per: LimitPer, day: Day) -> Option<Day> {
    match per {
        LimitPer::Item | LimitPer::Operation | LimitPer::Day => Some(day),
        LimitPer::Week => day.first_of_week(),
        LimitPer::Month => Day::new(day.year(), day.month(), 1),
        LimitPer::Year => Day::new(day.year(), 1, 1),
    }
}

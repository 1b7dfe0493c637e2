//! The lines of limits of an answer, each written once, where it stays.

use core::ops::Deref;

use smallvec::SmallVec;

use crate::model::limit::LineTag;
use crate::reason::Code;
use crate::terms::Measure;
use crate::verdict::LimitLine;

/// Lines of limits. What is set stands first, then the bank's ceilings, though both are found row by row; memory and what
/// stands in it stay from one answer to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    /// More than are used, so that a line is put in its place without asking for room.
    places: SmallVec<[LimitLine; 8]>,
    /// How many are used.
    count: usize,
    /// Where the ceilings begin until all lines are there, and where they end.
    ceilings: [usize; 2],
}

/// What stands in a place that is not used.
const NOTHING: LimitLine = LimitLine {
    tag: LineTag { code: Code::LimitPerItem, measure: Measure::Amount, declared: None },
    limit: 0,
    used: 0,
    requested: 0,
};

impl Lines {
    pub(crate) fn clear(&mut self) {
        self.count = 0;
    }

    /// Begins anew, with room for a line and a ceiling of so many rows.
    #[inline]
    pub(crate) fn begin(&mut self, rows: usize) {
        if self.places.len() < rows.wrapping_mul(2) {
            self.make_room(rows);
        }
        self.count = 0;
        self.ceilings = [rows; 2];
    }

    #[cold]
    fn make_room(&mut self, rows: usize) {
        self.places.resize(rows.saturating_mul(2), NOTHING);
    }

    /// Adds the line of what is set. There is room, see [`Lines::begin`].
    #[inline]
    pub(crate) fn push(&mut self, line: LimitLine) {
        if let Some(place) = self.places.get_mut(self.count) {
            *place = line;
            self.count = self.count.wrapping_add(1);
        }
    }

    /// Adds the line of a ceiling. There is room.
    #[inline]
    pub(crate) fn push_ceiling(&mut self, line: LimitLine) {
        let [_, end] = &mut self.ceilings;
        if let Some(place) = self.places.get_mut(*end) {
            *place = line;
            *end = end.wrapping_add(1);
        }
    }

    /// Puts the ceilings behind what is set.
    #[inline]
    pub(crate) fn end(&mut self) {
        let [start, end] = self.ceilings;
        for at in start..end {
            if let Some(line) = self.places.get(at).copied() {
                self.push(line);
            }
        }
    }
}

impl Deref for Lines {
    type Target = [LimitLine];

    fn deref(&self) -> &[LimitLine] {
        self.places.get(..self.count).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{LimitLine, Lines, NOTHING};

    #[test]
    fn ceilings_stand_behind_what_is_set_and_nothing_is_left_of_the_last_answer() {
        let line = |limit: i64| LimitLine { limit, ..NOTHING };
        let mut lines = Lines::default();
        let limits = |lines: &Lines| lines.iter().map(|line| line.limit).collect::<alloc::vec::Vec<_>>();
        for (rows, set, ceilings, why) in [
            (2, &[1, 2][..], &[3, 4][..], "every row has both"),
            (3, &[], &[5], "ceilings only"),
            (1, &[6], &[], "and fewer than before"),
            (6, &[1, 2, 3, 4, 5, 6], &[7, 8, 9, 10, 11, 12], "more than have room of their own"),
            (0, &[], &[], "none"),
        ] {
            lines.begin(rows);
            for (own, ceiling) in (0..6).map(|at| (set.get(at), ceilings.get(at))) {
                own.into_iter().for_each(|limit| lines.push(line(*limit)));
                ceiling.into_iter().for_each(|limit| lines.push_ceiling(line(*limit)));
            }
            lines.end();
            assert_eq!(limits(&lines), [set, ceilings].concat(), "{why}");
        }
        lines.begin(1);
        lines.push(line(1));
        lines.end();
        lines.clear();
        assert_eq!(limits(&lines), [0_i64; 0]);
    }
}

//! How much one item may count, with all else as it is (`docs/forms.md`, section 2.1).

use crate::model::limit::{LimitRow, Occasion, Setter, mark};
use crate::resolve::Payee;
use crate::steps::fee::Counted;
use crate::steps::limit::{Check, Held, Memo, OfPayee};
use crate::steps::{BusinessRecord, Context, Dates};
use crate::terms::Measure;
use crate::verdict::Verdict;

/// The most that an item of a request may count under its limits in amounts: the only one, or that at a position, which
/// counts for so much as the request is now.
pub(crate) fn room(
    context: &Context<'_, '_>,
    of: &BusinessRecord<'_>,
    (dates, counted): (Dates, Counted),
    (at, own): (Option<usize>, i64),
    scratch: &mut Verdict<'_>,
) -> i64 {
    let check = Check::new(context, of, &dates, counted, Occasion::of(context.request.operation));
    let mut most = i64::MAX;
    for row in check.asked().filter(|row| row.measure == Measure::Amount) {
        let (set, ceiling) = check.values(row);
        let Some(limit) = set.get().into_iter().chain(ceiling.get()).min() else { continue };
        let Some(others) = check.beside(row, at, own, scratch) else { continue };
        most = most.min(limit.saturating_sub(others).saturating_sub(check.least));
    }
    most
}

impl Check<'_, '_, '_> {
    /// What is used of a limit and what the other items add to it; none where the limit does not bound the item.
    fn beside(&self, row: &LimitRow, at: Option<usize>, own: i64, scratch: &mut Verdict<'_>) -> Option<i64> {
        if row.has(mark::PERIOD) && row.has(self.still) {
            return None;
        }
        let request = self.context.request;
        let line = at.map_or(Some(&request.single), |at| self.context.lines.get(at))?;
        if self.counts(row, line) != Some(true) {
            return None;
        }
        let mut memo = Memo::default();
        let figures = match self.held(row, &mut memo, scratch)? {
            Held::Items(_) => return Some(0),
            // The cap of an approver, too, is one of each item by itself.
            Held::One(_) if row.setter == Setter::Cap => return Some(0),
            Held::One(figures) => figures,
            Held::Payees(payees) => {
                let is_of_line = |payee: &&OfPayee| line.payee == Payee::Known(payee.number);
                payees.iter().find(is_of_line)?.figures
            }
        };
        Some(figures.used.saturating_add(figures.requested.saturating_sub(own)))
    }
}

//! What is said of limits: each is listed, and what does not keep it is refused, with the largest value that would
//! (`docs/rules.md`, rules 7.3 and 7.4.14 to 7.4.16).

use alloc::vec::Vec;

use crate::fee::Quoter;
use crate::model::limit::{LimitRow, LineTag};
use crate::reason::{Detail, Field, LISTED_MAX, Pointer, Refusal};
use crate::resolve::ResolvedLine;
use crate::steps::fee;
use crate::steps::limit::{Check, Figures, Held, OfPayee, remaining};
use crate::terms::Measure;
use crate::verdict::{LimitLine, Verdict};

impl<'c> Check<'_, 'c, '_> {
    /// Refuses what does not keep a limit that is held against one sum.
    #[inline(always)]
    pub(super) fn hold(
        &self,
        row: &LimitRow,
        tag: LineTag,
        limit: i64,
        figures: Figures,
        verdict: &mut Verdict<'_>,
    ) {
        if remaining(limit, figures.used, figures.requested) < self.least(row) {
            self.refuse(row, tag, limit, figures, verdict);
        }
    }

    /// Refuses what does not keep a limit; gives its line, if it has one.
    pub(super) fn say(
        &self,
        verdict: &mut Verdict<'_>,
        row: &LimitRow,
        tag: LineTag,
        limit: i64,
        held: &Held,
    ) -> Option<LimitLine> {
        match held {
            Held::One(figures) => {
                self.hold(row, tag, limit, *figures, verdict);
                Some(line_of(tag, limit, *figures))
            }
            Held::Items(largest) => {
                self.say_of_items(verdict, row, tag, limit);
                Some(line_of(tag, limit, Figures { used: 0, requested: *largest }))
            }
            Held::Payees(payees) => self.say_of_payees(verdict, row, tag, limit, payees),
        }
    }

    #[cold]
    fn refuse(&self, row: &LimitRow, tag: LineTag, limit: i64, figures: Figures, verdict: &mut Verdict<'_>) {
        let at = if self.single { Field::Payment } else { Field::Items };
        let max = self.max(row, limit, figures.used);
        refuse(verdict, at.into(), line_of(tag, limit, figures), max);
    }

    /// What must be left of a limit.
    #[inline]
    fn least(&self, row: &LimitRow) -> i64 {
        match row.measure {
            Measure::Amount => self.least,
            Measure::Count => 0,
        }
    }

    /// 一件当たり: refused for each item over it.
    #[cold]
    fn say_of_items(&self, verdict: &mut Verdict<'_>, row: &LimitRow, tag: LineTag, limit: i64) {
        let mut found = Found::default();
        for (line, at) in self.context.lines.iter().zip(0_u32..) {
            let Some(requested) = self.amount_of(verdict, at) else { continue };
            if remaining(limit, 0, requested) < self.least && self.counts(row, line) == Some(true) {
                let max = found.of(self, line, limit);
                let at = Pointer { line: Some(at), field: Field::Payment };
                refuse(verdict, at, line_of(tag, limit, Figures { used: 0, requested }), max);
            }
        }
    }

    /// Refuses each payee who has no room; gives the line of the one with the least.
    #[cold]
    fn say_of_payees(
        &self,
        verdict: &mut Verdict<'_>,
        row: &LimitRow,
        tag: LineTag,
        limit: i64,
        of: &[OfPayee],
    ) -> Option<LimitLine> {
        let left = |payee: &&OfPayee| remaining(limit, payee.figures.used, payee.figures.requested);
        for payee in of.iter().filter(|payee| left(payee) < self.least(row)) {
            let at = if self.single {
                Field::Payment.into()
            } else {
                Pointer { line: Some(payee.first), field: Field::Payee }
            };
            let max = self.max(row, limit, payee.figures.used);
            refuse(verdict, at, line_of(tag, limit, payee.figures), max);
        }
        of.iter().min_by_key(left).map(|tightest| line_of(tag, limit, tightest.figures))
    }

    /// The largest value that would still fit: a payment of a single business, a sum of a batch, a number of items. What
    /// already stands in the usage cannot be made smaller.
    #[cold]
    fn max(&self, row: &LimitRow, limit: i64, used: i64) -> Option<i64> {
        let room = limit.checked_sub(used)?.checked_sub(self.least(row))?;
        if self.single && row.measure == Measure::Amount {
            return self.largest(&self.context.request.single, room);
        }
        Some(room).filter(|room| *room >= 1)
    }

    /// The largest payment of an item of which at most so much counts.
    #[cold]
    fn largest(&self, item: &ResolvedLine, room: i64) -> Option<i64> {
        let quoter = fee::quoter(self.context, self.of, *self.dates, item)?;
        quoter.largest(room, self.context.service.settings.limit.count_fees)
    }
}
/// The largest payments under the limit of an item, found once for all items whose fees go by the same tables.
#[derive(Default)]
struct Found<'c> {
    known: Vec<(Quoter<'c>, Option<i64>)>,
    /// How many items have asked; past those that are listed nobody reads the answer.
    asked: usize,
}

impl<'c> Found<'c> {
    #[cold]
    fn of(&mut self, check: &Check<'_, 'c, '_>, item: &ResolvedLine, limit: i64) -> Option<i64> {
        /// Patterns, bearers and typed fees are few; of more, each is looked for by itself.
        const KEPT_MAX: usize = 64;
        self.asked = self.asked.saturating_add(1);
        if self.asked > LISTED_MAX {
            return None;
        }
        let quoter = fee::quoter(check.context, check.of, *check.dates, item)?;
        if let Some((_, max)) = self.known.iter().find(|(known, _)| known.is_same(&quoter)) {
            return *max;
        }
        let room = limit.checked_sub(check.least)?;
        let max = quoter.largest(room, check.context.service.settings.limit.count_fees);
        if self.known.len() < KEPT_MAX {
            self.known.push((quoter, max));
        }
        max
    }
}

/// The line of a limit.
#[inline(always)]
pub(super) fn line_of(tag: LineTag, limit: i64, Figures { used, requested }: Figures) -> LimitLine {
    LimitLine { tag, limit, used, requested }
}

/// The reason, with the largest value that would fit.
#[cold]
fn refuse(verdict: &mut Verdict<'_>, at: Pointer, line: LimitLine, max: Option<i64>) {
    let LimitLine { tag, limit, used, requested } = line;
    let detail = match tag.declared {
        Some(declared) => Detail::Declared { limit: declared, figures: [limit, used, requested], max },
        None => Detail::Limit { limit, used, requested, max },
    };
    verdict.refuse(Refusal::with(tag.code, at, detail));
}

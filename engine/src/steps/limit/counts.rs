//! Which items a limit counts, and what they come to (`docs/rules.md`, rules 7.4.4 to 7.4.7).

use alloc::vec;
use alloc::vec::Vec;

use crate::language::words::LimitPer;
use crate::model::limit::{Counts, LimitRow, mark};
use crate::reason::{Field, Pointer};
use crate::resolve::{Entered, Payee, ResolvedLine};
use crate::set::Set;
use crate::steps::fee;
use crate::steps::limit::{Check, Figures, Held, Memo, OfPayee};
use crate::terms::{Measure, PayeeKind};
use crate::verdict::Verdict;

/// What the items that a limit counts come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub sum: i64,
    pub largest: i64,
    pub number: i64,
}

impl Check<'_, '_, '_> {
    /// What the items that a limit counts come to; none where it counts none, or that is not known.
    #[inline]
    pub(super) fn counted_by(&self, row: &LimitRow, verdict: &mut Verdict<'_>) -> Option<Sum> {
        let (sum, largest) = (self.counted.sum, self.counted.largest);
        if self.single {
            let one = Sum { sum, largest, number: i64::from(!self.shows) };
            // Of the kind of its payee only such limits are asked as count it.
            let is_sure = self.kind.is_some() && !row.looks;
            return if is_sure { Some(one) } else { self.counts_only(row, verdict).then_some(one) };
        }
        if row.counts == Counts::All {
            let number = i64::try_from(self.context.lines.len()).ok()?;
            return Some(Sum { sum, largest, number: if self.shows { 0 } else { number } });
        }
        self.counted_of_lines(row, verdict)
    }

    /// Whether the only item counts; what is not known of it is missing.
    #[cold]
    fn counts_only(&self, row: &LimitRow, verdict: &mut Verdict<'_>) -> bool {
        let line = &self.context.request.single;
        let counts = self.counts(row, line);
        if counts.is_none() {
            self.ask_for(row, line, None, verdict);
        }
        counts == Some(true)
    }

    /// The same for a limit that counts only some items of a batch.
    #[cold]
    fn counted_of_lines(&self, row: &LimitRow, verdict: &mut Verdict<'_>) -> Option<Sum> {
        let mut of = Sum::default();
        let (mut is_known, mut all, mut any) = (true, true, false);
        for (line, at) in self.context.lines.iter().zip(0_u32..) {
            match self.counts(row, line) {
                Some(true) => {
                    any = true;
                    let amount = self.amount_of(verdict, at).unwrap_or(0);
                    of.sum = of.sum.checked_add(amount)?;
                    of.largest = of.largest.max(amount);
                    of.number = of.number.saturating_add(1);
                }
                Some(false) => all = false,
                None => {
                    self.ask_for(row, line, Some(at), verdict);
                    is_known = false;
                }
            }
        }
        if self.shows {
            of.number = 0;
        }
        if all {
            // The fee of the whole batch counts too.
            of.sum = self.counted.sum;
        }
        (is_known && any).then_some(of)
    }

    /// What an item of a batch counts for; none where it has no fee.
    #[inline]
    pub(super) fn amount_of(&self, verdict: &Verdict<'_>, at: u32) -> Option<i64> {
        let fee = usize::try_from(at).ok().and_then(|at| verdict.lines.get(at))?.as_ref()?;
        Some(fee::counted(self.context, fee))
    }

    /// Whether a limit counts an item; none where that is not known.
    #[inline]
    pub(super) fn counts(&self, row: &LimitRow, line: &ResolvedLine) -> Option<bool> {
        match row.counts {
            Counts::All => Some(true),
            Counts::Kinds(kinds) => Some(kinds.has(line.kind.value()?)),
            Counts::AdHoc(ad_hoc) => Some(self.is_ad_hoc(line)? == ad_hoc),
            Counts::Young(kinds, minutes) => self.is_young(line, kinds, minutes),
        }
    }

    /// Whether a payee counts as 都度指定.
    fn is_ad_hoc(&self, line: &ResolvedLine) -> Option<bool> {
        match line.kind.value()? {
            PayeeKind::UserRegistered | PayeeKind::NewAccount => Some(true),
            PayeeKind::PreRegistered
                if self.context.service.settings.limit.ad_hoc_includes_registered_today =>
            {
                Some(line.registered_on.value()? == self.dates.operation?)
            }
            PayeeKind::PreRegistered => Some(false),
        }
    }

    /// Whether a payee of one of these kinds was filed less than so many minutes ago.
    fn is_young(&self, line: &ResolvedLine, kinds: Option<Set<PayeeKind>>, minutes: u32) -> Option<bool> {
        if let Some(kinds) = kinds
            && !kinds.has(line.kind.value()?)
        {
            return Some(false);
        }
        let age = self.context.request.now?.seconds().saturating_sub(line.registered_at.value()?.seconds());
        Some(age < i64::from(minutes).saturating_mul(60))
    }

    /// Notes which field of an item is missing, of which it is not known whether a declared limit counts it.
    #[cold]
    fn ask_for(&self, row: &LimitRow, line: &ResolvedLine, at: Option<u32>, verdict: &mut Verdict<'_>) {
        if !row.is_declared {
            return;
        }
        let mut miss = |field| verdict.miss(Pointer { line: at, field });
        let kinds = match row.counts {
            Counts::Kinds(kinds) => Some(kinds),
            Counts::Young(kinds, _) => kinds,
            Counts::All | Counts::AdHoc(_) => None,
        };
        if kinds.is_some() && line.kind.value().is_none() {
            if line.kind == Entered::Missing {
                miss(Field::PayeeKind);
            }
        } else if line.registered_at == Entered::Missing {
            miss(Field::PayeeRegisteredAt);
        }
    }

    /// What is held against the limit of each payee.
    #[cold]
    pub(super) fn held_of_payees(
        &self,
        row: &LimitRow,
        memo: &mut Memo,
        verdict: &mut Verdict<'_>,
    ) -> Option<Held> {
        let mut payees = self.payees_by(row, verdict)?;
        if row.per == LimitPer::Item && !self.single {
            let largest = payees.iter().map(|payee| payee.figures.requested).max()?;
            return Some(Held::Items(largest));
        }
        if row.has(mark::PERIOD) {
            let day = self.first_day(row, memo)?;
            let mut entries = Vec::with_capacity(payees.len());
            let mut is_known = true;
            for payee in &mut payees {
                if row.has(self.still) {
                    payee.figures.requested = 0;
                }
                match self.used(row, payee.number, day, memo, verdict) {
                    Some((entry, used)) => {
                        payee.figures.used = used;
                        entries.push((entry, payee.figures.requested));
                    }
                    None => is_known = false,
                }
            }
            if !is_known {
                return None;
            }
            for (at, requested) in entries {
                if let Some(entry) = verdict.usage.get_mut(at) {
                    entry.added = requested;
                }
            }
        }
        Some(Held::Payees(payees))
    }

    /// What goes to each payee whose items a limit counts, or the largest of these items for a limit of one item; none where
    /// there is no such payee, or that is not known.
    fn payees_by(&self, row: &LimitRow, verdict: &mut Verdict<'_>) -> Option<Vec<OfPayee>> {
        let per_item = row.per == LimitPer::Item;
        let single = core::slice::from_ref(&self.context.request.single);
        let lines = if self.single { single } else { self.context.lines };
        let mut places = vec![None; self.context.request.payees.texts().len()];
        let mut payees: Vec<OfPayee> = Vec::new();
        let (mut is_known, mut all) = (true, true);
        for (line, first) in lines.iter().zip(0_u32..) {
            let at = if self.single { None } else { Some(first) };
            let number = match (self.counts(row, line), line.payee) {
                (Some(false), _) => {
                    all = false;
                    continue;
                }
                (Some(true), Payee::Known(number)) => number,
                (Some(true), Payee::Lacks(bits)) => {
                    ask_for_account(bits, at, verdict);
                    is_known = false;
                    continue;
                }
                (Some(true), Payee::Unknown) => {
                    is_known = false;
                    continue;
                }
                (None, _) => {
                    self.ask_for(row, line, at, verdict);
                    is_known = false;
                    continue;
                }
            };
            let amount =
                if self.single { self.counted.sum } else { self.amount_of(verdict, first).unwrap_or(0) };
            let more = match row.measure {
                Measure::Amount => amount,
                Measure::Count => i64::from(!self.shows),
            };
            let place = places.get_mut(usize::try_from(number).ok()?)?;
            match place.and_then(|place: usize| payees.get_mut(place)) {
                Some(OfPayee { figures: Figures { requested, .. }, .. }) if per_item => {
                    *requested = (*requested).max(more);
                }
                Some(OfPayee { figures: Figures { requested, .. }, .. }) => {
                    *requested = requested.checked_add(more)?;
                }
                None => {
                    *place = Some(payees.len());
                    payees.push(OfPayee { number, first, figures: Figures { used: 0, requested: more } });
                }
            }
        }
        if let ([only], true, Measure::Amount, false) = (&mut *payees, all, row.measure, per_item) {
            // The fee of the whole batch counts too.
            only.figures.requested = self.counted.sum;
        }
        (is_known && !payees.is_empty()).then_some(payees)
    }
}

/// Notes which fields of a payee's account are missing.
fn ask_for_account(bits: u8, at: Option<u32>, verdict: &mut Verdict<'_>) {
    let fields = [Field::PayeeBank, Field::PayeeBranch, Field::PayeeType, Field::PayeeNumber];
    for (field, bit) in fields.into_iter().zip([1_u8, 2, 4, 8]) {
        if bits & bit != 0 {
            verdict.miss(Pointer { line: at, field });
        }
    }
}

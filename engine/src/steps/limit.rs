//! Does it fit under the limits of company, account, user and payee, and under those of the bank? (`docs/rules.md`, section 7)

use alloc::vec::Vec;

use crate::date::Day;
use crate::language::words::LimitPer;
use crate::model::MaybeAmount;
use crate::model::company::SetLimits;
use crate::model::limit::{LimitRow, Occasion, Quantity, Setter, Taker, mark};
use crate::reason::{Code, Detail, Field, Refusal};
use crate::resolve::{Entered, Payee, ResolvedLine, UsageKey};
use crate::steps::fee::Counted;
use crate::steps::{BusinessRecord, Context, Dates, LimitPlan, Progress};
use crate::terms::{DayBasis, LimitBearer, PayeeKind};
use crate::verdict::Verdict;

mod counts;
mod memo;
mod room;
mod say;

pub(crate) use room::room;

use memo::Memo;
use say::line_of;

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress, verdict: &mut Verdict<'_>) {
    let Some(of) = context.of(so_far) else { return };
    max_items(context, of, verdict);
    if context.plan.limit == LimitPlan::Nothing {
        return;
    }
    let occasion = Occasion::of(context.request.operation);
    if let Some(counted) = so_far.counted {
        Check::new(context, of, &so_far.dates, counted, occasion).all(verdict);
    } else if nothing_typed(context, of) {
        let check = Check::new(context, of, &so_far.dates, Counted::default(), occasion);
        check.show_room(verdict);
    }
}

/// Whether no payment is typed yet.
fn nothing_typed(context: &Context<'_, '_>, of: &BusinessRecord<'_>) -> bool {
    let request = context.request;
    let is_missing = |item: &ResolvedLine| item.payment == Entered::Missing;
    if of.business.kind.is_single() {
        is_missing(&request.single)
    } else {
        request.lines.iter().all(is_missing)
    }
}

/// Runs the limits that are asked about when an item is executed.
pub(crate) fn run_execution(context: &Context<'_, '_>, so_far: &Progress, verdict: &mut Verdict<'_>) {
    if let (Some(of), Some(counted)) = (context.of(so_far), so_far.counted) {
        Check::new(context, of, &so_far.dates, counted, Occasion::Execute).all(verdict);
    }
}

/// Whether an amount keeps a limit, given what is used: 以下, or 未満 where the setting says so.
#[inline]
pub(crate) fn keeps(limit: i64, used: i64, requested: i64, inclusive: bool) -> bool {
    remaining(limit, used, requested) >= i64::from(!inclusive)
}

/// What a limit leaves; below zero where it is exceeded.
#[inline]
const fn remaining(limit: i64, used: i64, requested: i64) -> i64 {
    // Each is an amount of at most 18 digits, so the result is far from the ends of an i64.
    limit.wrapping_sub(used).wrapping_sub(requested)
}

/// What is used of a limit, and what the request adds.
#[derive(Clone, Copy, Debug)]
struct Figures {
    used: i64,
    requested: i64,
}

/// What is held against a limit.
enum Held {
    /// One sum.
    One(Figures),
    /// Each item that counts by itself; the largest of them.
    Items(i64),
    /// Each payee of a batch by himself, in the order of its items.
    Payees(Vec<OfPayee>),
}

/// The bearer of a limit of whom nothing is known: there are not so many of any sort.
const UNKNOWN: u32 = u32::MAX;
/// Where no value of a limit is.
const NOBODY: usize = usize::MAX >> 1;

/// What is held against the limit of one payee.
struct OfPayee {
    number: u32,
    /// His first item that counts.
    first: u32,
    figures: Figures,
}

/// One evaluation of the limits.
struct Check<'x, 'c, 'r> {
    context: &'x Context<'c, 'r>,
    of: &'x BusinessRecord<'c>,
    dates: &'x Dates,
    counted: Counted,
    occasion: Occasion,
    single: bool,
    /// The kind of the only payee, where it is known.
    kind: Option<PayeeKind>,
    /// Where the values begin that somebody has set, by the position of a [`Setter`].
    set: [usize; Setter::COUNT],
    /// Whose a limit is, by the position of a [`LimitBearer`]; [`UNKNOWN`] where he is not known.
    bearers: [u32; LimitBearer::COUNT],
    /// What the request is for a limit, by the position of a [`Quantity`].
    sums: [i64; Quantity::COUNT],
    /// The days on which the request counts, by the position of a [`Taker`]: for the item, where
    /// its limits of a period apply; for who submits it; for who approves it.
    days: [Option<Day>; Taker::COUNT],
    /// Which rows are not asked about now.
    skips: u16,
    /// Which rows the request adds nothing to, as it stands in the usage already.
    still: u16,
    /// Which rows surely count the whole request, for one bearer.
    plain: u16,
    /// Whether nothing is typed yet, so that limits are listed only.
    shows: bool,
    /// What an amount must leave: nothing, or one unit where an amount equal to the limit is not allowed.
    least: i64,
}

impl<'x, 'c, 'r> Check<'x, 'c, 'r> {
    #[inline]
    fn new(
        context: &'x Context<'c, 'r>,
        of: &'x BusinessRecord<'c>,
        dates: &'x Dates,
        counted: Counted,
        occasion: Occasion,
    ) -> Self {
        let settings = &context.service.settings.limit;
        let single = of.business.kind.is_single();
        let kind = if single { context.request.single.kind.value() } else { None };
        let approval_day = match settings.day_basis {
            DayBasis::OperationDay => dates.operation,
            DayBasis::ExecutionDay => dates.operation.zip(dates.value).map(|(one, other)| one.max(other)),
            DayBasis::ValueDate => dates.value,
        };
        let standing = context.standing();
        let user_day = standing.and_then(|item| item.counted_on).or(approval_day);
        let later = dates.operation.zip(dates.value).map(|(operation, value)| value > operation);
        let counts_now = settings.count_reservations || later == Some(false);
        let when = |applies: bool, marks: u16| if applies { marks } else { 0 };
        let payee = match context.request.single.payee {
            Payee::Known(number) => Some(number),
            Payee::Lacks(_) | Payee::Unknown => None,
        };
        let (user, account) = (context.user.map(|(at, _)| at), context.account.map(|(at, _)| at));
        let number = if single { 1 } else { i64::try_from(context.lines.len()).unwrap_or(i64::MAX) };
        let company = context.company;
        Self {
            context,
            of,
            dates,
            counted,
            occasion,
            single,
            kind,
            set: [
                NOBODY,
                SetLimits::COMPANY,
                account.map_or(NOBODY, |at| company.account_limits(at)),
                user.map_or(NOBODY, |at| company.user_limits(at)),
                NOBODY,
            ],
            bearers: [
                account.map_or(UNKNOWN, u32::from),
                u32::from(of.at),
                0,
                user.map_or(UNKNOWN, u32::from),
                payee.unwrap_or(UNKNOWN),
            ],
            sums: [counted.sum, counted.largest, number],
            days: [user_day.filter(|_| counts_now), user_day, approval_day],
            skips: when(context.plan.limit != LimitPlan::All, mark::OF_ITEM)
                | when(!counts_now && later.is_some(), mark::WAITS),
            still: when(standing.is_some(), mark::ONCE) | when(!context.plan.first_approval, mark::FIRST),
            plain: match (single, kind.is_some()) {
                (false, _) => mark::ALL_OF_BATCH,
                (true, false) => mark::ALL_OF_ONE | when(payee.is_some(), mark::ALL_OF_ONE_TO_PAYEE),
                (true, true) => mark::ALL_OF_KIND | when(payee.is_some(), mark::ALL_OF_KIND_TO_PAYEE),
            },
            shows: false,
            least: i64::from(!settings.inclusive),
        }
    }

    /// Lists what each limit leaves before anything is paid, as far as what is used is known. Nothing is asked for, and
    /// nothing refused.
    #[cold]
    fn show_room(mut self, verdict: &mut Verdict<'_>) {
        let (reasons, missing) = (verdict.reasons.len(), verdict.missing.len());
        self.shows = true;
        self.sums = [self.counted.sum, self.counted.largest, 0];
        self.skips |= mark::NOT_SHOWN;
        self.all(verdict);
        verdict.reasons.truncate(reasons);
        verdict.missing.truncate(missing);
        verdict.usage.iter_mut().for_each(|entry| entry.added = 0);
    }

    /// Every limit of the business that is asked about: first what is set, then the bank's ceilings.
    #[inline]
    fn all(&self, verdict: &mut Verdict<'_>) {
        let mut memo = Memo::default();
        let places = self.of.business.limits.asked(self.occasion, self.kind);
        verdict.limits.begin(places.len());
        for row in self.of.business.limits.at(places).filter(|row| !row.has(self.skips)) {
            let (own, ceiling) = self.values(row);
            if !own.is_some() && !ceiling.is_some() {
                continue;
            }
            if !row.has(self.plain) {
                self.uneven(row, own, ceiling, &mut memo, verdict);
                continue;
            }
            let Some(figures) = self.plain(row, &mut memo, verdict) else { continue };
            let [tag, tag_of_ceiling] = row.ready.tags;
            if let Some(limit) = own.get() {
                verdict.limits.push(line_of(tag, limit, figures));
                self.hold(row, tag, limit, figures, verdict);
            }
            if let Some(limit) = ceiling.get() {
                verdict.limits.push_ceiling(line_of(tag_of_ceiling, limit, figures));
                self.hold(row, tag_of_ceiling, limit, figures, verdict);
            }
        }
        verdict.limits.end();
    }

    /// What is held against a limit that counts the whole request. Hosts mostly give the entries of usage in the order of the
    /// limits, so that the next one is the right one.
    #[inline(always)]
    fn plain(&self, row: &LimitRow, memo: &mut Memo, verdict: &mut Verdict<'_>) -> Option<Figures> {
        if !row.has(mark::PERIOD) {
            let is_known = !row.is_declared || self.bearer(row).is_some();
            return is_known.then(|| Figures { used: 0, requested: self.sum(row) });
        }
        let bearer = self.bearer(row)?;
        let day = self.first_day(row, memo)?;
        let key = UsageKey::new(row.named.unwrap_or_default(), bearer);
        let requested = if row.has(self.still) { 0 } else { self.sum(row) };
        match verdict.usage.get_mut(memo.next) {
            Some(entry) if entry.key == key && entry.day == day => {
                memo.next = memo.next.wrapping_add(1);
                entry.added = requested;
                Some(Figures { used: entry.used, requested })
            }
            _ => self.take(row, (bearer, day), requested, memo, verdict),
        }
    }

    /// A limit that does not surely count the whole request, for one bearer.
    #[cold]
    fn uneven(
        &self,
        row: &LimitRow,
        own: MaybeAmount,
        ceiling: MaybeAmount,
        memo: &mut Memo,
        verdict: &mut Verdict<'_>,
    ) {
        let Some(held) = self.held(row, memo, verdict) else { return };
        let [tag, tag_of_ceiling] = row.ready.tags;
        if let Some(limit) = own.get()
            && let Some(line) = self.say(verdict, row, tag, limit, &held)
        {
            verdict.limits.push(line);
        }
        if let Some(limit) = ceiling.get()
            && let Some(line) = self.say(verdict, row, tag_of_ceiling, limit, &held)
        {
            verdict.limits.push_ceiling(line);
        }
    }

    /// The limits that are asked about now.
    #[inline]
    fn asked(&self) -> impl Iterator<Item = &'c LimitRow> {
        let (limits, skips) = (&self.of.business.limits, self.skips);
        limits.at(limits.asked(self.occasion, self.kind)).filter(move |row| !row.has(skips))
    }

    /// What is set for the bearer, and the bank's ceiling.
    #[inline]
    fn values(&self, row: &LimitRow) -> (MaybeAmount, MaybeAmount) {
        let start = self.set.get(row.setter.position()).copied().unwrap_or(NOBODY);
        let mut own = self.context.company.limits.at(start, row.slot).or(row.fixed);
        if row.setter == Setter::Cap {
            own = self.cap();
        }
        let ceiling = if row.is_declared && own.is_some() { MaybeAmount::NONE } else { row.ceiling };
        (own, ceiling)
    }

    /// The approver cap of who acts.
    #[cold]
    fn cap(&self) -> MaybeAmount {
        let user = self.context.user.map(|(at, _)| at);
        user.and_then(|at| self.of.contract.cap(at)).unwrap_or(MaybeAmount::NONE)
    }

    /// What the whole request is for a limit.
    #[inline]
    fn sum(&self, row: &LimitRow) -> i64 {
        self.sums.get(row.ready.quantity.position()).copied().unwrap_or_default()
    }

    /// What is held against a limit; none where it does not apply, or that is not known.
    #[cold]
    fn held(&self, row: &LimitRow, memo: &mut Memo, verdict: &mut Verdict<'_>) -> Option<Held> {
        if row.bearer == LimitBearer::Payee && !(self.single && self.bearer(row).is_some()) {
            return self.held_of_payees(row, memo, verdict);
        }
        if row.is_declared {
            // Of nobody's limit nothing is said, nor asked.
            self.bearer(row)?;
        }
        let counted = self.counted_by(row, verdict)?;
        if row.per == LimitPer::Item && !self.single {
            return Some(Held::Items(counted.largest));
        }
        let requested = match row.ready.quantity {
            Quantity::Largest => counted.largest,
            Quantity::Whole => counted.sum,
            Quantity::Number => counted.number,
        };
        self.one(row, requested, memo, verdict).map(Held::One)
    }

    /// What is held against a limit of one bearer, to whom the request comes to so much.
    fn one(
        &self,
        row: &LimitRow,
        requested: i64,
        memo: &mut Memo,
        verdict: &mut Verdict<'_>,
    ) -> Option<Figures> {
        let bearer = self.bearer(row)?;
        if !row.has(mark::PERIOD) {
            return Some(Figures { used: 0, requested });
        }
        let requested = if row.has(self.still) { 0 } else { requested };
        let day = self.first_day(row, memo)?;
        self.take(row, (bearer, day), requested, memo, verdict)
    }

    /// Adds what is requested to the entry of usage of a bearer, in the period that begins on a day.
    #[inline(never)]
    fn take(
        &self,
        row: &LimitRow,
        (bearer, day): (u32, Day),
        requested: i64,
        memo: &mut Memo,
        verdict: &mut Verdict<'_>,
    ) -> Option<Figures> {
        let (at, used) = self.used(row, bearer, day, memo, verdict)?;
        if let Some(entry) = verdict.usage.get_mut(at) {
            entry.added = requested;
        }
        Some(Figures { used, requested })
    }

    /// Whose the limit is; none where that is not known.
    #[inline]
    fn bearer(&self, row: &LimitRow) -> Option<u32> {
        self.bearers.get(row.bearer.position()).copied().filter(|bearer| *bearer != UNKNOWN)
    }

    /// The first day of the period in which the request counts; none where it is not known, or the limit does not apply.
    #[inline]
    fn first_day(&self, row: &LimitRow, memo: &mut Memo) -> Option<Day> {
        let day = self.days.get(row.ready.taker.position()).copied().flatten()?;
        if row.per == LimitPer::Day { Some(day) } else { memo.first_day(row.per, day) }
    }

    /// What is used of a limit in the period that begins on a day, with the place of the entry that says so. An entry that
    /// is not there is missing, never zero.
    fn used(
        &self,
        row: &LimitRow,
        bearer: u32,
        day: Day,
        memo: &mut Memo,
        verdict: &mut Verdict<'_>,
    ) -> Option<(usize, i64)> {
        let limit = row.named?;
        let Some((at, entry)) = self.context.request.usage_of(UsageKey::new(limit, bearer), memo.next) else {
            verdict.miss(Field::usage_of(self.context.service, limit)?);
            return None;
        };
        memo.next = at.wrapping_add(1);
        if entry.day != day {
            let place = u32::try_from(at).unwrap_or(u32::MAX);
            verdict.refuse(Refusal::with(Code::LimitUsageDay, Field::UsageDay(place), Detail::Day(day)));
            return None;
        }
        Some((at, entry.used))
    }
}

/// The number of items of a batch, also of one that is only kept.
#[inline]
fn max_items(context: &Context<'_, '_>, of: &BusinessRecord<'_>, verdict: &mut Verdict<'_>) {
    if of.business.kind.is_single() || context.request.lines.is_empty() {
        return;
    }
    let [screen, file] = of.business.max_items;
    let limit = match context.request.entry {
        Entered::Value(crate::terms::Entry::Screen) => screen,
        Entered::Value(crate::terms::Entry::File) => file,
        Entered::Missing | Entered::Malformed => screen.max(file),
    };
    let (limit, requested) =
        (u64::from(limit), u64::try_from(context.request.lines.len()).unwrap_or(u64::MAX));
    if requested > limit {
        verdict.refuse(Refusal::with(Code::LimitMaxItems, Field::Items, Detail::Count { limit, requested }));
    }
}

#[cfg(test)]
mod tests;

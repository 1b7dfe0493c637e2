//! Does it fit under bank ceiling, account per day, company per day, user per operation? (`docs/rules.md`, section 7)

use alloc::vec::Vec;

use crate::date::Day;
use crate::fee::Quoter;
use crate::reason::{Code, Detail, Field, LISTED_MAX, Pointer, Refusal};
use crate::request::read::USAGE_MAX;
use crate::resolve::{ACCOUNT_LIMITS, COMPANY_LIMIT, Entered, ResolvedLine, UsageKey};
use crate::set::{Listed, Positions};
use crate::steps::fee::{self, Counted};
use crate::steps::{BusinessRecord, Context, Dates, Progress};
use crate::terms::{DayBasis, Operation, PayeeKind};
use crate::verdict::{LimitLine, Verdict};

/// Which entries of the request's usage an evaluated limit has used, and how much is added to them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spent {
    pub entries: Positions,
    pub added: i64,
}

// Each entry of usage has its place in a set.
const _: () = assert!(USAGE_MAX <= 64);

/// Runs the step.
pub(crate) fn run(context: &Context<'_, '_>, so_far: &mut Progress<'_>, verdict: &mut Verdict<'_>) {
    let Some(of) = so_far.of else { return };
    max_items(context, of, verdict);
    if !context.plan.limit {
        return;
    }
    if let Some(counted) = so_far.counted {
        let check = Check::new(context, of, so_far.dates, counted);
        so_far.spent = Spent { added: check.added, entries: check.all(verdict) };
    } else if nothing_typed(context, of) {
        Check::new(context, of, so_far.dates, Counted::default()).show_room(verdict);
    }
}

/// Whether no payment is typed yet.
fn nothing_typed(context: &Context<'_, '_>, of: BusinessRecord<'_>) -> bool {
    let request = context.request;
    let is_missing = |item: &ResolvedLine| item.payment == Entered::Missing;
    if of.business.kind.is_single() {
        is_missing(&request.single)
    } else {
        request.lines.iter().all(is_missing)
    }
}

/// Runs the limits of a day alone, with their ceilings, as for an item that is executed.
pub(crate) fn run_days(context: &Context<'_, '_>, so_far: &mut Progress<'_>, verdict: &mut Verdict<'_>) {
    let (Some(of), Some(counted)) = (so_far.of, so_far.counted) else { return };
    let check = Check::new(context, of, so_far.dates, counted);
    let mut entries = Positions::default();
    let days = check.limits_of_a_day(of.business.kind.is_single(), &mut entries, verdict);
    for day in days {
        check.own(verdict, day);
    }
    for day in days {
        check.ceiling(verdict, day);
    }
    so_far.spent = Spent { added: check.added, entries };
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

/// A limit of a day, the company's and the bank's, with what is used of it.
#[derive(Clone, Copy)]
struct DayLimit {
    own: Option<i64>,
    ceiling: Option<i64>,
    /// Codes of the company's and the bank's.
    codes: (Code, Code),
    used: i64,
}

/// The limits of a day that apply: the total and the one by payee kind, or the company's alone.
type DayLimits = [Option<DayLimit>; 2];

/// One evaluation of the limits.
struct Check<'x, 'c, 'r> {
    context: &'x Context<'c, 'r>,
    of: BusinessRecord<'c>,
    dates: Dates,
    counted: Counted,
    /// What the limits of a day count: nothing if the item already stands in the usage.
    added: i64,
    /// What a limit must leave: nothing, or one unit where an amount equal to the limit is not allowed.
    least: i64,
}

const ACCOUNT_CODES: [(Code, Code); 3] = [
    (Code::LimitAccountPerDayTotal, Code::LimitCeilingAccountPerDayTotal),
    (Code::LimitAccountPerDayAdHoc, Code::LimitCeilingAccountPerDayAdHoc),
    (Code::LimitAccountPerDayPreRegistered, Code::LimitCeilingAccountPerDayPreRegistered),
];

impl<'x, 'c, 'r> Check<'x, 'c, 'r> {
    #[inline]
    fn new(context: &'x Context<'c, 'r>, of: BusinessRecord<'c>, dates: Dates, counted: Counted) -> Self {
        let added = if context.standing().is_some() { 0 } else { counted.sum };
        let least = i64::from(!context.service.settings.limit.inclusive);
        Self { context, of, dates, counted, added, least }
    }

    /// Lists what each limit leaves before anything is paid, as far as what is used is known. Nothing is asked for, and
    /// nothing refused.
    #[cold]
    fn show_room(&self, verdict: &mut Verdict<'_>) {
        let (reasons, missing) = (verdict.reasons.len(), verdict.missing.len());
        self.all(verdict);
        verdict.reasons.truncate(reasons);
        verdict.missing.truncate(missing);
    }

    /// Every limit in the order of the catalogue; gives the entries of usage that were used.
    #[inline]
    fn all(&self, verdict: &mut Verdict<'_>) -> Positions {
        let single = self.of.business.kind.is_single();
        let mut entries = Positions::default();
        let days = self.limits_of_a_day(single, &mut entries, verdict);
        let [total, by_kind] = days;
        self.own(verdict, total);
        self.own(verdict, by_kind);
        let approves = self.context.request.operation.is_some_and(Operation::is_act);
        if approves {
            self.approver_cap(verdict);
        } else if let Some(limit) = self.user_limit(single) {
            self.of_sum(verdict, Code::LimitUserPerOperation, limit);
        }
        self.ceiling(verdict, total);
        self.ceiling(verdict, by_kind);
        if !approves && let Some(limit) = self.pick(single, &self.of.business.ceilings.user_per_operation) {
            self.of_sum(verdict, Code::LimitCeilingUserPerOperation, limit);
        }
        self.per_item(verdict);
        if !single && let Some(limit) = self.context.service.per_batch {
            self.of_sum(verdict, Code::LimitPerBatch, limit);
        }
        entries
    }

    /// The company's own limit of a day.
    #[inline]
    fn own(&self, verdict: &mut Verdict<'_>, day: Option<DayLimit>) {
        if let Some(DayLimit { own: Some(limit), codes: (code, _), used, .. }) = day {
            self.check(verdict, Limit { code, limit, used, requested: self.added });
        }
    }

    /// The bank's ceiling on a day.
    #[inline]
    fn ceiling(&self, verdict: &mut Verdict<'_>, day: Option<DayLimit>) {
        if let Some(DayLimit { ceiling: Some(limit), codes: (_, code), used, .. }) = day {
            self.check(verdict, Limit { code, limit, used, requested: self.added });
        }
    }

    /// The limits of a day that apply and whose usage is known.
    #[inline]
    fn limits_of_a_day(&self, single: bool, entries: &mut Positions, verdict: &mut Verdict<'_>) -> DayLimits {
        let Some(day) = self.day() else { return [None; 2] };
        let (business, of) = (self.of.business, self.of.at);
        if !single {
            let codes = (Code::LimitCompanyPerDay, Code::LimitCeilingCompanyPerDay);
            let (own, ceiling) = (self.of.contract.company_per_day, business.ceilings.company_per_day);
            let limit = DayLimit { own, ceiling, codes, used: 0 };
            return [self.of_day(limit, UsageKey::Company(of), COMPANY_LIMIT, day, entries, verdict), None];
        }
        let Some((at, account)) = self.context.account else { return [None; 2] };
        let own = account.limits.iter().find(|(which, _)| *which == of).map(|(_, own)| own);
        let mut limit = |which: u8| {
            let slot = usize::from(which);
            let own = own.and_then(|own| own.get(slot)).and_then(|own| own.get());
            let ceiling = business.ceilings.account_per_day.get(slot).copied().flatten();
            let (codes, name) = (*ACCOUNT_CODES.get(slot)?, *ACCOUNT_LIMITS.get(slot)?);
            let limit = DayLimit { own, ceiling, codes, used: 0 };
            self.of_day(limit, UsageKey::Account(which, at), name, day, entries, verdict)
        };
        let total = limit(0);
        [total, self.counts_as_ad_hoc().and_then(|ad_hoc| limit(if ad_hoc { 1 } else { 2 }))]
    }

    /// A limit of a day with what is used of it; none where it is not set or that is not known.
    #[inline]
    fn of_day(
        &self,
        limit: DayLimit,
        key: UsageKey,
        name: &'static str,
        day: Day,
        entries: &mut Positions,
        verdict: &mut Verdict<'_>,
    ) -> Option<DayLimit> {
        if limit.own.is_none() && limit.ceiling.is_none() {
            return None;
        }
        Some(DayLimit { used: self.used(key, name, day, entries, verdict)?, ..limit })
    }

    /// The day on which the request counts; none where it is not known or no limit of a day applies.
    fn day(&self) -> Option<Day> {
        let settings = &self.context.service.settings;
        let (operation, value) = (self.dates.operation, self.dates.value);
        if !settings.limit.count_reservations && value? > operation? {
            return None;
        }
        if let Some(day) = self.context.standing().and_then(|item| item.counted_on) {
            return Some(day);
        }
        match settings.limit.day_basis {
            DayBasis::OperationDay => operation,
            DayBasis::ExecutionDay => Some(operation?.max(value?)),
            DayBasis::ValueDate => value,
        }
    }

    /// Whether the payee counts as 都度指定; none where that is not known.
    fn counts_as_ad_hoc(&self) -> Option<bool> {
        let item = &self.context.request.single;
        match item.kind.value()? {
            PayeeKind::UserRegistered | PayeeKind::NewAccount => Some(true),
            PayeeKind::PreRegistered
                if self.context.service.settings.limit.ad_hoc_includes_registered_today =>
            {
                Some(item.registered_on.value()? == self.dates.operation?)
            }
            PayeeKind::PreRegistered => Some(false),
        }
    }

    /// What is used of a limit on its day. An entry that is not there is missing, never zero.
    #[inline]
    fn used(
        &self,
        key: UsageKey,
        name: &'static str,
        day: Day,
        entries: &mut Positions,
        verdict: &mut Verdict<'_>,
    ) -> Option<i64> {
        let usage = &*self.context.request.usage;
        let Some((at, entry)) = usage.iter().enumerate().find(|(_, entry)| entry.key == key) else {
            verdict.miss(Field::UsageOf(name));
            return None;
        };
        let at = u8::try_from(at).unwrap_or(u8::MAX);
        if entry.day != day {
            verdict.refuse(Refusal::with(Code::LimitUsageDay, Field::UsageDay(at), Detail::Day(day)));
            return None;
        }
        entries.insert(at);
        Some(entry.used)
    }

    fn pick(&self, single: bool, limits: &[Option<i64>; 3]) -> Option<i64> {
        if !single {
            return limits.first().copied().flatten();
        }
        let at = usize::from(self.context.request.single.kind.value()?.position());
        limits.get(at).copied().flatten()
    }

    /// 利用者一回当たり限度額.
    fn user_limit(&self, single: bool) -> Option<i64> {
        let (user, _) = self.context.user?;
        let offset =
            if single { usize::from(self.context.request.single.kind.value()?.position()) } else { 0 };
        self.context.company.user_limit(user, self.of.contract.first_slot.checked_add(offset)?)
    }

    /// 明細上限金額 of the user who approves.
    fn approver_cap(&self, verdict: &mut Verdict<'_>) {
        let Some((user, _)) = self.context.user else { return };
        let Some(limit) = self.context.company.approver_cap(user, self.of.at) else { return };
        self.check(
            verdict,
            Limit { code: Code::LimitApproverPerItem, limit, used: 0, requested: self.counted.largest },
        );
    }

    /// A limit of one operation.
    #[inline]
    fn of_sum(&self, verdict: &mut Verdict<'_>, code: Code, limit: i64) {
        self.check(verdict, Limit { code, limit, used: 0, requested: self.counted.sum });
    }

    /// 一件当たり: listed once with the largest item, refused for each item over it.
    fn per_item(&self, verdict: &mut Verdict<'_>) {
        let Some(limit) = self.context.service.per_item else { return };
        if self.of.business.kind.is_single() {
            self.of_sum(verdict, Code::LimitPerItem, limit);
            return;
        }
        list(verdict, Limit { code: Code::LimitPerItem, limit, used: 0, requested: self.counted.largest });
        let inclusive = self.context.service.settings.limit.inclusive;
        let mut found = Found::default();
        for (item, at) in self.context.lines.iter().zip(0_u32..) {
            let Some(Some(fee)) = usize::try_from(at).ok().and_then(|at| verdict.lines.get(at)) else {
                continue;
            };
            let counted =
                if self.context.service.settings.limit.count_fees { fee.withdrawal } else { fee.transfer };
            if !keeps(limit, 0, counted, inclusive) {
                let max = found.of(self, item, limit);
                let detail = Detail::Limit { limit, used: 0, requested: counted, max };
                verdict.refuse(Refusal::with(
                    Code::LimitPerItem,
                    Pointer { line: Some(at), field: Field::Payment },
                    detail,
                ));
            }
        }
    }

    fn field(&self) -> Field {
        if self.of.business.kind.is_single() { Field::Payment } else { Field::Items }
    }

    /// Lists a limit and refuses what does not keep it.
    #[inline(always)]
    fn check(&self, verdict: &mut Verdict<'_>, limit: Limit) {
        let remaining = list(verdict, limit);
        if remaining < self.least {
            self.refuse(verdict, limit);
        }
    }

    /// The reason, with the largest value that would fit. What already stands in the usage cannot be made smaller.
    #[cold]
    fn refuse(&self, verdict: &mut Verdict<'_>, limit: Limit) {
        let Limit { code, limit, used, requested } = limit;
        let max = self.room_for(limit, used);
        verdict.refuse(Refusal::with(code, self.field(), Detail::Limit { limit, used, requested, max }));
    }

    /// The largest value that would still fit: a payment of a single business, a sum of a batch.
    fn room_for(&self, limit: i64, used: i64) -> Option<i64> {
        if self.of.business.kind.is_single() {
            return self.largest(&self.context.request.single, limit, used);
        }
        Some(self.room(limit, used)?).filter(|room| *room >= 1)
    }

    fn room(&self, limit: i64, used: i64) -> Option<i64> {
        let room = limit.checked_sub(used)?;
        if self.context.service.settings.limit.inclusive { Some(room) } else { room.checked_sub(1) }
    }

    /// The largest payment of an item whose counted amount keeps a limit.
    #[cold]
    fn largest(&self, item: &ResolvedLine, limit: i64, used: i64) -> Option<i64> {
        let quoter = fee::quoter(self.context, self.of, self.dates, item)?;
        quoter.largest(self.room(limit, used)?, self.context.service.settings.limit.count_fees)
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
        let quoter = fee::quoter(check.context, check.of, check.dates, item)?;
        if let Some((_, max)) = self.known.iter().find(|(known, _)| known.is_same(&quoter)) {
            return *max;
        }
        let max = quoter.largest(check.room(limit, 0)?, check.context.service.settings.limit.count_fees);
        if self.known.len() < KEPT_MAX {
            self.known.push((quoter, max));
        }
        max
    }
}

/// One limit with its figures.
#[derive(Clone, Copy)]
struct Limit {
    code: Code,
    limit: i64,
    used: i64,
    requested: i64,
}

/// Lists a limit; gives what it leaves.
#[inline(always)]
fn list(verdict: &mut Verdict<'_>, limit: Limit) -> i64 {
    let Limit { code, limit, used, requested } = limit;
    let remaining = remaining(limit, used, requested);
    verdict.limits.push(LimitLine { code, limit, used, requested, remaining });
    remaining
}

/// The number of items of a batch, also of one that is only kept.
#[inline]
fn max_items(context: &Context<'_, '_>, of: BusinessRecord<'_>, verdict: &mut Verdict<'_>) {
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

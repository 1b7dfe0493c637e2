//! Until when: approving, revoking, cancelling, executing (`docs/item.md`, sections 5, 6 and 8).

use alloc::string::String;

use crate::date::{Day, Instant};
use crate::language::words::Revoke;
use crate::loaded::Company;
use crate::request::Text;
use crate::resolve::Resolved;
use crate::steps::window::pays_other_bank;
use crate::steps::{BusinessRecord, Context, form};

/// The days that an order's times go by.
pub(super) struct Times<'c> {
    company: &'c Company,
    of: Option<BusinessRecord<'c>>,
    /// The value date, rolled; none where it cannot be read, or leaves the calendar.
    value: Option<Day>,
    now: Option<Instant>,
    /// The operation day.
    today: Option<Day>,
}

impl<'c> Times<'c> {
    pub(super) fn new(request: &'c Resolved<'_>) -> Self {
        let company = &*request.company;
        let context = Context::new(request);
        let mut unused = company.verdict();
        let value = context.business.as_ref().and_then(|of| form::value_date(&context, of, &mut unused));
        Self { company, of: context.business, value, now: request.now, today: request.day }
    }

    /// Whether the value date is still to come, or unknown.
    pub(super) fn is_early(&self) -> bool {
        self.value.is_none() || self.today < self.value
    }

    /// Whether today is more than so many days after the value date, or that is unknown.
    pub(super) fn is_after(&self, days: u16) -> bool {
        let Some(value) = self.value else { return true };
        value.plus(i32::from(days)).is_some_and(|last| self.today.is_none_or(|today| today > last))
    }

    /// Whether it is too late to withdraw the reservation: later than the last business day before the value date.
    pub(super) fn is_late_to_cancel(&self) -> bool {
        let last = self.value.and_then(|value| match &self.company.model.service.calendar {
            Some(calendar) => calendar.nearest(value, -1),
            None => value.plus(-1),
        });
        last.is_none_or(|last| self.today.is_none_or(|today| today > last))
    }

    /// Whether it is too late to revoke an approval.
    pub(super) fn is_late_to_revoke(&self, last_approval: Option<Instant>) -> bool {
        match self.company.model.service.settings.approval.revoke {
            Revoke::Never => true,
            Revoke::UntilPreviousBusinessDay => self.is_late_to_cancel(),
            Revoke::UntilRunTime => {
                let run = self.value.map(|value| self.run(value, last_approval));
                run.is_none_or(|run| self.now.is_none_or(|now| now >= run))
            }
        }
    }

    /// When the order is processed: at the first run after the last approval, else as its value date begins.
    fn run(&self, value: Day, last_approval: Option<Instant>) -> Instant {
        let at = |second: u32| self.at(value, second);
        let window = self.of.and_then(|of| of.business.window.as_ref());
        let runs = window.into_iter().flat_map(|window| &*window.run_times);
        runs.map(|second| at(*second))
            .find(|run| last_approval.is_some_and(|approval| *run > approval))
            .unwrap_or_else(|| at(0))
    }

    /// An instant at the bank.
    fn at(&self, day: Day, second: u32) -> Instant {
        Instant::of(day, second, self.company.model.service.utc_offset_seconds)
    }

    /// 承認期限: the last instant before which the window lets the value date pass.
    pub(super) fn deadline<'r>(&self, request: &Resolved<'_>) -> Option<Text<'r>> {
        let service = &self.company.model.service;
        let window = self.of?.business.window.as_ref()?;
        let (day, second) =
            window.deadline(service.calendar.as_ref()?, self.value?, pays_other_bank(request))?;
        let mut text = String::new();
        self.at(day, second).write(service.utc_offset_seconds, &mut text);
        Some(text.into())
    }
}

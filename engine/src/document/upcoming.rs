//! What is doubtful on a day: the engine has no clock, so that its host says which day it is.

use alloc::string::String;

use crate::date::Day;
use crate::finding::{Arg, Finding, FindingCode, Findings};
use crate::loaded::Service;

/// A calendar that ends sooner than so many days from now deserves a warning.
const DAYS_AHEAD: i32 = 180;

impl Service {
    /// What is doubtful on a day: a calendar that ends less than 180 days after it.
    ///
    /// ```
    /// use kessai::{Day, Service};
    ///
    /// let text = r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
    ///   "businesses": {}, "rights": {},
    ///   "calendar": { "from": "2026-01-01", "to": "2027-03-31", "weekend": ["sat", "sun"], "national": "JP" } }"#;
    /// let service = Service::from_json(text)?;
    /// assert!(service.upcoming(Day::parse("2026-10-02").unwrap()).is_empty());
    /// assert_eq!(service.upcoming(Day::parse("2026-10-03").unwrap()).len(), 1);
    /// # Ok::<(), kessai::Findings>(())
    /// ```
    #[must_use]
    pub fn upcoming(&self, today: Day) -> Findings {
        let mut findings = Findings::default();
        if let Some(calendar) = &self.model.calendar
            && today.plus(DAYS_AHEAD).is_none_or(|ahead| calendar.to < ahead)
        {
            let args = [Arg::day(calendar.to), Arg::day(today)].into();
            let path = String::from("/calendar/to");
            findings.push(Finding::new(FindingCode::CalendarEnding, path, calendar.to_range.clone(), args));
        }
        findings
    }
}

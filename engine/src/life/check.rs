//! Whether a stored order can be, and whether an event has its fields (`docs/item.md`, section 3).

use alloc::format;
use alloc::string::String;

use smallvec::SmallVec;

use crate::date::{Instant, not_an_instant};
use crate::document::Company;
use crate::life::order::{Event, Order};
use crate::life::usage::{Taken, taken, whose};
use crate::life_table::{EventField, Record};
use crate::request::fields::Fields;
use crate::request::{RequestError, Text};
use crate::resolve::COMPANY_LIMIT;
use crate::terms::ApprovalMode;

impl Event<'_> {
    /// Whether the event has the fields that its kind needs, and no others.
    pub(super) fn check(&self, is_new: bool) -> Result<(), RequestError> {
        let opens = is_new && self.kind.opens();
        for (field, is_given) in [
            (EventField::Revision, self.revision.is_some()),
            (EventField::User, self.user.is_some()),
            (EventField::Access, !self.access.is_empty()),
            (EventField::Business, self.business.is_some()),
            (EventField::Content, self.content.is_some()),
            (EventField::Approvers, !self.approvers.is_empty()),
            (EventField::To, self.to.is_some()),
        ] {
            let has = match field {
                EventField::Business => opens,
                EventField::Revision => !opens,
                _ => self.kind.has(field),
            };
            let needs = has && matches!(field, EventField::User | EventField::Business | EventField::To);
            let name = field.name();
            let fault = |code: &'static str, message: String| {
                Err(RequestError::at_path(code, format!("/event/{name}"), message))
            };
            if is_given && !has {
                return fault("request.field.unknown", format!("there is no field `{name}` here"));
            }
            if needs && !is_given {
                return fault(MISSING, format!("`{name}` is missing"));
            }
        }
        Ok(())
    }
}

/// A field without which there is no answer is not there.
pub(super) const MISSING: &str = "request.field.missing";

/// An order whose names are looked up and whose instants are read.
pub(super) struct ParsedOrder {
    pub deadline: Option<Instant>,
    pub last_approval: Option<Instant>,
    /// When it was changed last, as far as that is known.
    pub last: Option<Instant>,
    /// What [`Order::counted`] says, entry by entry.
    pub counted: SmallVec<[Taken; 2]>,
}

fn impossible(path: &str, message: impl Into<String>) -> RequestError {
    RequestError::at_path("request.item.impossible", path, message)
}

fn instant(company: &Company, text: &str, path: impl FnOnce() -> String) -> Result<Instant, RequestError> {
    let offset = company.model.service.utc_offset_seconds;
    Instant::parse(text)
        .filter(|instant| instant.is_at_day(offset))
        .ok_or_else(|| RequestError::at_path("request.item.unknown", path(), not_an_instant(text)))
}

impl Order<'_> {
    /// Looks up what it names, and makes sure that it can be.
    pub(super) fn parse(&self, company: &Company) -> Result<ParsedOrder, RequestError> {
        let read = |text: Option<&Text<'_>>, path: &'static str| {
            text.map(|text| instant(company, text, || path.into())).transpose()
        };
        let deadline = read(self.deadline.as_ref(), "/item/deadline")?;
        let at = read(self.at.as_ref(), "/item/at")?;
        let mut last_approval = None;
        for (place, approval) in self.approvals.iter().enumerate() {
            let path = || format!("/item/approvals/{place}/at");
            let approved = instant(company, &approval.at, path)?;
            if last_approval.is_some_and(|before| approved < before) {
                return Err(impossible(&path(), "an approval is before the one ahead of it"));
            }
            if deadline.is_some_and(|deadline| approved >= deadline) {
                return Err(impossible(&path(), "an approval is before the deadline"));
            }
            last_approval = Some(approved);
        }
        if at.is_some_and(|at| last_approval.is_some_and(|approved| at < approved)) {
            return Err(impossible("/item/at", "no approval is after the last change of an item"));
        }
        let mut counted = SmallVec::new();
        for (at, entry) in self.counted.iter().enumerate() {
            counted.push(taken(entry, || format!("/item/counted/{at}"))?);
        }
        for (at, entry) in self.spent.iter().enumerate() {
            taken(entry, || format!("/item/spent/{at}"))?;
        }
        self.check_mode()?;
        self.check_approvals()?;
        self.check_counted(&counted)?;
        if self.revision == 0 {
            return Err(impossible("/item/revision", "the revision of an item is at least 1"));
        }
        Ok(ParsedOrder { deadline, last_approval, last: at.or(last_approval), counted })
    }

    fn check_mode(&self) -> Result<(), RequestError> {
        let state = self.state.name();
        if self.state.record() == Record::Required && self.mode.is_none() {
            return Err(impossible("/item/mode", format!("an item in state `{state}` has a mode")));
        }
        if self.state.record() == Record::Absent && self.mode.is_some() {
            return Err(impossible("/item/mode", format!("an item in state `{state}` has no mode")));
        }
        Ok(())
    }

    fn check_approvals(&self) -> Result<(), RequestError> {
        let needed = self.mode.map_or(0, ApprovalMode::approvers_needed);
        let to_come = self.state.approvals_to_come();
        if to_come.is_some_and(|to_come| self.approvals.len().checked_add(to_come) != Some(needed)) {
            let mode = self.mode.map_or("", ApprovalMode::name);
            let message = format!(
                "an item in state `{}` under mode `{mode}` has not {} approvals",
                self.state.name(),
                self.approvals.len()
            );
            return Err(impossible("/item/approvals", message));
        }
        for (approval, at) in self.approvals.iter().zip(0_usize..) {
            if self.approvals.iter().take(at).any(|before| before.user == approval.user) {
                let message = format!("`{}` has approved twice", approval.user);
                return Err(impossible("/item/approvals", message));
            }
        }
        Ok(())
    }

    fn check_counted(&self, counted: &[Taken]) -> Result<(), RequestError> {
        if !counted.is_empty() && !self.state.is_counted() {
            let message = format!("an item in state `{}` stands in no usage", self.state.name());
            return Err(impossible("/item/counted", message));
        }
        let own = [self.content.account.as_deref(), Some(&*self.business)];
        for (at, (entry, taken)) in self.counted.iter().zip(counted).enumerate() {
            let owner = whose(entry).map(|(limit, owner)| (usize::from(limit == COMPANY_LIMIT), owner));
            if owner.is_some_and(|(which, owner)| own.get(which).copied().flatten() != Some(owner)) {
                let message = "an item counts for its own account and its own business";
                return Err(impossible("/item/counted", message));
            }
            let mut before = self.counted.iter().zip(counted).take(at);
            if before.any(|(other, day)| whose(other) == whose(entry) || day.day != taken.day) {
                let message = "an item counts on one day, and once for each limit";
                return Err(impossible("/item/counted", message));
            }
        }
        Ok(())
    }
}

//! Whether a stored order can be, and whether an event has its fields (`docs/item.md`, section 3).

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

use smallvec::SmallVec;

use core::fmt::Display;

use crate::date::Instant;
use crate::life::order::{ALTERNATIVES_MAX, APPROVALS_MAX, COUNTED_MAX, Event, GROUPS_MAX, Order};
use crate::life::usage::{Taken, taken, whose};
use crate::life_table::{EventField, MANY, Record};
use crate::loaded::Company;
use crate::request::check::Check;
use crate::request::error::Mistake;
use crate::request::fields::Fields;
use crate::request::read::APPROVERS_MAX;
use crate::request::{Request, RequestError, Text};

use crate::terms::ApprovalMode;

impl Event<'_> {
    /// Holds an event that was made of values to the bounds of one that is read from text.
    pub(super) fn check_bounds(&self) -> Result<(), RequestError> {
        let mut check = Check::default();
        required(&self.now, || "/event/now".into())?;
        for (text, path) in [
            (Some(&self.now), "/event/now"),
            (self.user.as_ref(), "/event/user"),
            (self.group.as_ref(), "/event/group"),
            (self.business.as_ref(), "/event/business"),
            (self.to.as_ref(), "/event/to"),
        ] {
            check.text(text, || path.into())?;
        }
        names(&mut check, &self.approvers, "/event/approvers")?;
        check.access(&self.access, "/event")?;
        self.content.as_ref().map_or(Ok(()), |content| within(content, "/event/content"))
    }

    /// Whether the event has the fields that its kind needs, and no others.
    pub(super) fn check(&self, is_new: bool) -> Result<(), RequestError> {
        let opens = is_new && self.kind.opens();
        for (field, is_given) in [
            (EventField::Revision, self.revision.is_some()),
            (EventField::User, self.user.is_some()),
            (EventField::Group, self.group.is_some()),
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
            let fault = |mistake| Err(RequestError::at_path(mistake, format!("/event/{name}"), [&name]));
            if is_given && !has {
                return fault(Mistake::FieldUnknown);
            }
            if needs && !is_given {
                return fault(Mistake::FieldMissing);
            }
        }
        Ok(())
    }
}

/// An order whose names are looked up and whose instants are read.
pub(super) struct ParsedOrder {
    pub deadline: Option<Instant>,
    pub last_approval: Option<Instant>,
    /// When it was changed last, as far as that is known.
    pub last: Option<Instant>,
    /// What [`Order::counted`] says, entry by entry.
    pub counted: SmallVec<[Taken; 2]>,
}

/// An order that cannot be, of which a message needs no words.
fn impossible(path: &str, mistake: Mistake) -> RequestError {
    RequestError::at_path(mistake, path, [])
}

fn instant(company: &Company, text: &str, path: impl FnOnce() -> String) -> Result<Instant, RequestError> {
    let offset = company.model.service.utc_offset_seconds;
    Instant::parse(text).filter(|instant| instant.is_at_day(offset)).ok_or_else(|| {
        RequestError::not_an_instant([Mistake::ItemInstant, Mistake::ItemFraction], path(), text)
    })
}

/// A text without which there is no answer.
fn required(text: &str, path: impl FnOnce() -> String) -> Result<(), RequestError> {
    if !text.is_empty() {
        return Ok(());
    }
    let path = path();
    let name = String::from(path.rsplit('/').next().unwrap_or_default());
    Err(RequestError::at_path(Mistake::FieldMissing, path, [&name]))
}

/// Named approvers.
fn names(check: &mut Check, names: &[Text<'_>], path: &str) -> Result<(), RequestError> {
    check.many(names.len(), APPROVERS_MAX, path)?;
    names.iter().try_for_each(|name| check.text(Some(name), || path.into()))
}

/// What was typed.
fn within(content: &Request<'_>, path: &str) -> Result<(), RequestError> {
    content.check().map_err(|error| RequestError { path: format!("{path}{}", error.path), ..error })
}

impl Order<'_> {
    /// Holds an order that was made of values to the bounds of one that is read from text.
    pub(super) fn check_bounds(&self) -> Result<(), RequestError> {
        let mut check = Check::default();
        required(&self.business, || "/item/business".into())?;
        required(&self.requester, || "/item/requester".into())?;
        for (text, path) in [
            (Some(&self.business), "/item/business"),
            (self.at.as_ref(), "/item/at"),
            (Some(&self.requester), "/item/requester"),
            (self.deadline.as_ref(), "/item/deadline"),
        ] {
            check.text(text, || path.into())?;
        }
        names(&mut check, &self.approvers, "/item/approvers")?;
        check.many(self.approvals.len(), APPROVALS_MAX, "/item/approvals")?;
        for (approval, place) in self.approvals.iter().zip(0_usize..) {
            required(&approval.user, || format!("/item/approvals/{place}/user"))?;
            required(&approval.at, || format!("/item/approvals/{place}/at"))?;
            check.text(Some(&approval.user), || format!("/item/approvals/{place}/user"))?;
            check.text(Some(&approval.at), || format!("/item/approvals/{place}/at"))?;
            let path = format!("/item/approvals/{place}/groups");
            check.many(approval.groups.len(), GROUPS_MAX, &path)?;
            approval.groups.iter().try_for_each(|name| check.text(Some(name), || path.clone()))?;
        }
        check.text(self.policy.as_ref(), || "/item/policy".into())?;
        check.many(self.alternatives.len(), ALTERNATIVES_MAX, "/item/alternatives")?;
        for (alternative, at) in self.alternatives.iter().zip(0_usize..) {
            let path = format!("/item/alternatives/{at}/steps");
            check.many(alternative.steps.len(), ALTERNATIVES_MAX, &path)?;
            alternative.steps.iter().try_for_each(|step| check.text(step.group.as_ref(), || path.clone()))?;
        }
        check.many(self.counted.len(), COUNTED_MAX, "/item/counted")?;
        for (list, entries) in [("/item/counted", &*self.counted), ("/item/spent", &*self.spent)] {
            for (entry, place) in entries.iter().zip(0_usize..) {
                check.usage(entry, list, place)?;
            }
        }
        within(&self.content, "/item/content")
    }

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
                return Err(impossible(&path(), Mistake::ItemApprovalOrder));
            }
            if deadline.is_some_and(|deadline| approved >= deadline) {
                return Err(impossible(&path(), Mistake::ItemApprovalLate));
            }
            last_approval = Some(approved);
        }
        if at.is_some_and(|at| last_approval.is_some_and(|approved| at < approved)) {
            return Err(impossible("/item/at", Mistake::ItemApprovalAfter));
        }
        let service = &*company.model.service;
        let mut counted = SmallVec::new();
        for (at, entry) in self.counted.iter().enumerate() {
            counted.push(taken(service, entry, || format!("/item/counted/{at}"))?);
        }
        for (at, entry) in self.spent.iter().enumerate() {
            taken(service, entry, || format!("/item/spent/{at}"))?;
        }
        self.check_mode()?;
        if self.mode == Some(ApprovalMode::Policy) {
            self.check_policy()?;
        } else {
            self.check_approvals()?;
        }
        self.check_people()?;
        self.check_counted(&counted)?;
        if self.revision == 0 {
            return Err(impossible("/item/revision", Mistake::ItemRevision));
        }
        Ok(ParsedOrder { deadline, last_approval, last: at.or(last_approval), counted })
    }

    fn check_mode(&self) -> Result<(), RequestError> {
        let state = self.state.name();
        if self.state.record() == Record::Required && self.mode.is_none() {
            return Err(RequestError::at_path(Mistake::ItemModeMissing, "/item/mode", [&state]));
        }
        if self.state.record() == Record::Absent && self.mode.is_some() {
            return Err(RequestError::at_path(Mistake::ItemModeStated, "/item/mode", [&state]));
        }
        Ok(())
    }

    /// What an order keeps of its policy, beside who has acted and the state that this leads to.
    fn check_policy(&self) -> Result<(), RequestError> {
        if self.policy.as_deref().is_none_or(str::is_empty) {
            return Err(impossible("/item/policy", Mistake::ItemPolicy));
        }
        if let Some(at) = self.approvals.iter().position(|approval| approval.act.is_none()) {
            return Err(impossible(&format!("/item/approvals/{at}/act"), Mistake::ItemPolicy));
        }
        if let Some(at) = self.alternatives.iter().position(|one| !one.is_sound()) {
            return Err(impossible(&format!("/item/alternatives/{at}"), Mistake::ItemAlternative));
        }
        let actors = self.actors();
        let mut to_come = if self.alternatives.is_empty() { Some(0) } else { None };
        for (alternative, at) in self.alternatives.iter().zip(0_usize..) {
            let Some(stand) = alternative.stand(&actors) else {
                return Err(impossible(&format!("/item/alternatives/{at}"), Mistake::ItemUnfit));
            };
            to_come = Some(to_come.map_or(stand.to_come, |least: usize| least.min(stand.to_come)));
        }
        if self.alternatives.is_empty() && !self.approvals.is_empty() {
            return Err(impossible("/item/approvals", Mistake::ItemUnfit));
        }
        let to_come = to_come.unwrap_or_default();
        if self.state.to_come().is_some_and(|needed| needed != to_come.min(MANY)) {
            let state = self.state.name();
            let words: [&dyn Display; 2] = [&state, &to_come];
            return Err(RequestError::at_path(Mistake::ItemToCome, "/item/state", words));
        }
        Ok(())
    }

    fn check_approvals(&self) -> Result<(), RequestError> {
        let needed = self.mode.and_then(ApprovalMode::approvers_needed).unwrap_or(0);
        let to_come = self.state.to_come();
        if to_come.is_some_and(|to_come| self.approvals.len().checked_add(to_come) != Some(needed)) {
            let mode = self.mode.map_or("", ApprovalMode::name);
            let (state, count) = (self.state.name(), self.approvals.len());
            let words: [&dyn Display; 3] = [&state, &mode, &count];
            return Err(RequestError::at_path(Mistake::ItemApprovals, "/item/approvals", words));
        }
        let policy =
            [("/item/policy", self.policy.is_some()), ("/item/alternatives", !self.alternatives.is_empty())];
        let approvals = (0_usize..).zip(&self.approvals);
        let acted = approvals.flat_map(|(at, approval)| {
            let stated = [("act", approval.act.is_some()), ("groups", !approval.groups.is_empty())];
            stated.map(|(name, is_stated)| (format!("/item/approvals/{at}/{name}"), is_stated))
        });
        let policy = policy.map(|(path, is_stated)| (String::from(path), is_stated));
        if let Some((path, _)) = policy.into_iter().chain(acted).find(|(_, is_stated)| *is_stated) {
            let name = String::from(path.rsplit('/').next().unwrap_or_default());
            return Err(RequestError::at_path(Mistake::FieldUnknown, path, [&name]));
        }
        Ok(())
    }

    /// Nobody acts twice.
    fn check_people(&self) -> Result<(), RequestError> {
        for (approval, at) in self.approvals.iter().zip(0_usize..) {
            if self.approvals.iter().take(at).any(|before| before.user == approval.user) {
                let mistake = Mistake::ItemApprovedTwice;
                return Err(RequestError::at_path(mistake, "/item/approvals", [&approval.user]));
            }
        }
        Ok(())
    }

    fn check_counted(&self, counted: &[Taken]) -> Result<(), RequestError> {
        if !counted.is_empty() && !self.state.is_counted() {
            let state = self.state.name();
            return Err(RequestError::at_path(Mistake::ItemCountedState, "/item/counted", [&state]));
        }
        let (mut known, mut day) = (BTreeSet::new(), None);
        for (entry, taken) in self.counted.iter().zip(counted) {
            let own = whose(entry);
            let expected = match own {
                Some((_, "account", _)) => self.content.account.as_deref(),
                Some((_, "business", _)) => Some(&*self.business),
                _ => own.map(|(_, _, whose)| whose),
            };
            if own.map(|(_, _, whose)| whose) != expected {
                return Err(impossible("/item/counted", Mistake::ItemCountedOwner));
            }
            let other_day = taken.of_a_day && *day.get_or_insert(taken.day) != taken.day;
            if !known.insert(own) || other_day {
                return Err(impossible("/item/counted", Mistake::ItemCountedDays));
            }
        }
        Ok(())
    }
}

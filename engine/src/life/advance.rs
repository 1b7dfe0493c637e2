//! From an item, an event and the usage to the new item (`docs/item.md`, section 4).

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::document::Company;
use crate::life::order::{Event, LookedUp, Order, OrderApproval};
use crate::life::prepare::{forget, is_own_draft, normalise};
use crate::life::times::Times;
use crate::life::usage::{Books, Entries, is_checked_at, is_taken_at, release, settle};
use crate::life::{Advance, Advanced, approve};
use crate::life_table::{self, Record, event_row};
use crate::model::service::{Revoke, Settings};
use crate::reason::{Code, Detail, Field, Refusal};
use crate::request::{Request, RequestError, RequestUsage};
use crate::resolve::{Resolved, Usage};
use crate::steps::{BusinessRecord, Plan};
use crate::terms::{ApprovalMode, EventKind, State};
use crate::verdict::Verdict;

/// One event and what it is about, all looked up.
pub(super) struct Transition<'c, 'r> {
    pub company: &'c Company,
    pub settings: &'c Settings,
    /// The business of the item; none where there is neither an item nor a new one.
    pub of: Option<BusinessRecord<'c>>,
    /// The business that the item is switched to.
    pub to: Option<BusinessRecord<'c>>,
    pub order: Option<(Order<'r>, LookedUp)>,
    pub event: Event<'r>,
    /// The request that the event evaluates: the item's content or the event's, in turn.
    pub request: Request<'r>,
    /// Whether the content of the request is the item's own, to be put back.
    pub is_own: bool,
    /// Whether the event ends the item without looking at its content, of which the request has little.
    pub ends: bool,
    pub resolved: Resolved<'c>,
    pub usage: Entries<'r>,
    /// Reasons and missing fields as they are found, and the evaluation's figures.
    pub verdict: Verdict<'c>,
}

impl Company {
    /// [`Company::advance`] on what may be taken apart.
    pub(super) fn advance_owned<'c, 'r>(
        &'c self,
        mut item: Option<Order<'r>>,
        mut event: Event<'r>,
        usage: SmallVec<[RequestUsage<'r>; 4]>,
    ) -> Result<Advance<'c, 'r>, RequestError> {
        // An empty name is a choice that nobody has made.
        event.approvers.retain(|id| !id.is_empty());
        if let Some(item) = &mut item {
            item.approvers.retain(|id| !id.is_empty());
        }
        let mut life = Transition::new(self, item, event, usage)?;
        let state = life.state();
        if !life_table::is_possible(life.event.kind, state, life.settings) {
            life.verdict.clear();
            life.verdict.refuse(Refusal::new(Code::ItemState, Field::ItemState));
            return Ok(life.unchanged());
        }
        if life.event.kind == EventKind::Switch {
            return life.switch();
        }
        let taken = life.evaluate()?;
        life.conditions()?;
        life.compare_with_item();
        let given_back = life.give_back();
        if !life.verdict.reasons.is_empty() || life.lacks_something() {
            return Ok(life.unchanged());
        }
        life.change(taken, given_back)
    }
}

impl<'c, 'r> Transition<'c, 'r> {
    pub(super) fn state(&self) -> Option<State> {
        self.order.as_ref().map(|(item, _)| item.state)
    }

    /// Whether the event was made from the item as it is, and not before it became so.
    pub(super) fn compare_with_item(&mut self) {
        let Some((item, known)) = &self.order else { return };
        let (last, revision) = (known.last, item.revision);
        if self.event.revision.is_some_and(|seen| seen != revision) {
            let detail = Detail::Revision(revision);
            self.verdict.refuse(Refusal::with(Code::ItemRevision, Field::Revision, detail));
        }
        if last.is_some_and(|last| self.resolved.now.is_some_and(|now| now < last)) {
            self.verdict.refuse(Refusal::new(Code::ItemBeforeLastEvent, Field::Now));
        }
    }

    /// Whether the event needs a field that is missing. A draft may lack anything, also when it is thrown away.
    pub(super) fn lacks_something(&self) -> bool {
        let is_draft = match self.event.kind {
            EventKind::Save => true,
            EventKind::Discard => {
                self.order.as_ref().is_some_and(|(item, _)| is_own_draft(&self.event, item))
            }
            _ => false,
        };
        !is_draft && !self.verdict.missing.is_empty()
    }

    /// Whether the item is waiting for approval.
    pub(super) fn is_pending(&self) -> bool {
        self.state().is_some_and(State::is_pending)
    }

    /// Runs the steps of the event; gives what is taken of the usage if it is permitted.
    fn evaluate(&mut self) -> Result<Option<SmallVec<[Usage; 4]>>, RequestError> {
        let kind = self.event.kind;
        let row = event_row(kind);
        let checked = row.moment.is_some_and(|moment| is_checked_at(self.settings, moment));
        if kind.is_by_person() {
            let plan = Plan {
                form: row.form,
                fee: row.fee,
                limit: checked,
                approval_on: self.approval_on(),
                requester: kind == EventKind::Approve,
            };
            self.resolved.decide_by(plan, &mut self.verdict);
            if self.ends && self.of.is_none() {
                // The bank no longer has it.
                self.verdict.missing.retain(|at| at.field != Field::Business);
                self.verdict.refuse(Refusal::new(Code::PermissionBusinessNotContracted, Field::Business));
            }
        } else if checked {
            self.resolved.decide_execution(&mut self.verdict);
        }
        self.usage.restore(&mut self.verdict.reasons);
        let first = self.order.as_ref().is_none_or(|(item, _)| item.counted.is_empty());
        let last = self.event.kind != EventKind::Approve
            || self.state().and_then(State::approvals_to_come) == Some(1);
        let takes = first && last && row.moment.is_some_and(|moment| is_taken_at(self.settings, moment));
        Ok(takes.then(|| self.verdict.usage.clone()))
    }

    /// Which map of rights holds: that of the mode under which the item was submitted.
    pub(super) fn approval_on(&self) -> Option<bool> {
        if self.event.kind.opens() {
            return None;
        }
        let mode = self.order.as_ref().and_then(|(item, _)| item.mode);
        mode.map(|mode| mode != ApprovalMode::None)
    }

    /// The conditions beyond the evaluation.
    fn conditions(&mut self) -> Result<(), RequestError> {
        let Some((item, known)) = &self.order else { return Ok(()) };
        let user = self.event.user.as_deref();
        let in_turn = event_row(self.event.kind).in_turn;
        let mut turn =
            if in_turn && self.is_pending() { approve::turn(self.company, item, user) } else { None };
        if self.is_rescue(turn.is_some())? {
            self.resolved.decide_access(&mut self.verdict);
            turn = None;
        }
        self.verdict.reasons.extend(turn);
        let expires = self.event.kind == EventKind::Expire && known.deadline.is_none();
        let is_left_behind = expires && self.is_left_behind()?;
        let mut refuse = |code: Code, at: Field| self.verdict.reasons.push(Refusal::new(code, at));
        match self.event.kind {
            EventKind::PullBack => {
                if user != Some(&*item.requester) {
                    refuse(Code::ItemNotRequester, Field::User);
                }
                if !item.approvals.is_empty() {
                    refuse(Code::ItemApprovedAlready, Field::Item);
                }
            }
            EventKind::Approve => approve::conditions(self),
            EventKind::Revoke if self.settings.revoke == Revoke::Never => {
                refuse(Code::ItemRevokeNotOffered, Field::ItemState);
            }
            EventKind::Revoke => {
                if !item.approvals.iter().any(|approval| user == Some(&*approval.user)) {
                    refuse(Code::ItemNotHisApproval, Field::User);
                }
                if Times::new(&self.resolved).is_late_to_revoke(known.last_approval) {
                    refuse(Code::ItemTooLate, Field::Now);
                }
            }
            EventKind::Cancel if Times::new(&self.resolved).is_late_to_cancel() => {
                refuse(Code::ItemTooLate, Field::Now);
            }
            EventKind::Expire if !is_past(known, &self.resolved) && !is_left_behind => {
                refuse(Code::ItemTooEarly, Field::Now);
            }
            EventKind::Execute => {
                let times = Times::new(&self.resolved);
                if times.is_early() {
                    refuse(Code::ItemTooEarly, Field::Now);
                } else if times.is_after(self.settings.execute_within_days) {
                    refuse(Code::ItemTooLate, Field::Now);
                }
                approve::are_known(self);
            }
            _ => {}
        }
        Ok(())
    }

    /// Where the event leads.
    fn next(&self) -> Option<State> {
        let mode = self.of.and_then(|of| of.contract.mode);
        life_table::next(self.event.kind, self.state(), mode, self.settings)
    }

    /// Gives back what the item has taken, if the event takes it out of the counted states; none if it stays in them.
    fn give_back(&mut self) -> Option<Books> {
        let (item, known) = self.order.as_ref()?;
        let stays = self.next().is_none_or(State::is_counted);
        if stays || !item.state.is_counted() {
            return None;
        }
        let release = release(item, known, &self.usage, self.settings);
        release.reasons.into_iter().for_each(|reason| self.verdict.refuse(reason));
        for at in release.missing {
            self.verdict.miss(at);
        }
        Some(release.books)
    }

    /// The answer to a permitted event.
    fn change(
        mut self,
        taken: Option<SmallVec<[Usage; 4]>>,
        given_back: Option<Books>,
    ) -> Result<Advance<'c, 'r>, RequestError> {
        let Some(next) = self.next() else { return Ok(self.unchanged()) };
        let currency = self.company.model.service.currency;
        let request = core::mem::take(&mut self.request);
        let mut item = match self.order.take() {
            Some((item, _)) => item,
            None => new_item(&request),
        };
        item.state = next;
        item.revision = item.revision.saturating_add(1);
        item.at = Some(self.event.now.clone());
        if self.event.kind.opens() || matches!(next.record(), Record::Absent | Record::Cleared) {
            item.reopen();
        }
        match self.event.kind {
            EventKind::Submit => {
                item.requester = request.user.clone().unwrap_or_default();
                item.approvers = core::mem::take(&mut self.event.approvers);
                item.mode = self.of.and_then(|of| of.contract.mode);
                if next.is_pending() {
                    item.deadline = Times::new(&self.resolved).deadline(&self.resolved);
                }
            }
            EventKind::Approve => item.approvals.push(OrderApproval {
                user: request.user.clone().unwrap_or_default(),
                at: self.event.now.clone(),
                second_channel: approve::is_second_channel(&self.event),
            }),
            _ => {}
        }
        if !self.ends {
            item.content = request;
            forget(&mut item.content);
        }
        if self.event.kind == EventKind::Submit {
            normalise(&mut item.content, core::mem::take(&mut self.verdict.normalised));
        }
        if let Some(after) = &taken {
            item.counted = self.usage.taken(&self.usage.known, after, currency);
        }
        if given_back.is_some() {
            settle(&mut item, self.settings);
        }
        self.order = None;
        let mut after = given_back.unwrap_or_else(|| self.usage.books());
        if let Some(known) = taken {
            after.put(&known);
        }
        Ok(self.answer(Advanced::Changed, Some(item), Vec::new(), Some(&after)))
    }

    /// The answer to an event that is not permitted: everything as it was given.
    pub(super) fn unchanged(mut self) -> Advance<'c, 'r> {
        let outcome = if self.verdict.reasons.is_empty() { Advanced::Incomplete } else { Advanced::Refused };
        let mut item = self.order.take().map(|(item, _)| item);
        if let Some(item) = item.as_mut().filter(|_| self.is_own) {
            item.content = core::mem::take(&mut self.request);
            forget(&mut item.content);
        }
        self.answer(outcome, item, Vec::new(), None)
    }

    /// The answer, with these amounts of usage in place of those given.
    pub(super) fn answer(
        self,
        outcome: Advanced,
        item: Option<Order<'r>>,
        created: Vec<Order<'r>>,
        usage: Option<&Books>,
    ) -> Advance<'c, 'r> {
        let mut verdict = self.verdict;
        verdict.sort_reasons();
        let as_given = self.usage.books();
        Advance {
            company: self.company,
            outcome,
            reasons: verdict.reasons,
            more: verdict.more,
            missing: verdict.missing,
            order: item,
            created,
            fee: verdict.fee,
            limits: verdict.limits,
            approval: verdict.approval,
            usage: self.usage.with(usage.unwrap_or(&as_given)),
        }
    }
}

impl Order<'_> {
    /// Forgets how it was approved.
    fn reopen(&mut self) {
        self.mode = None;
        self.approvers.clear();
        self.approvals.clear();
        self.deadline = None;
    }
}

/// Whether the deadline is given and has passed.
pub(super) fn is_past(known: &LookedUp, request: &Resolved<'_>) -> bool {
    known.deadline.is_some_and(|deadline| request.now.is_some_and(|now| now >= deadline))
}

/// An item before its first change.
pub(super) fn new_item<'r>(request: &Request<'r>) -> Order<'r> {
    Order {
        business: request.business.clone().unwrap_or_default(),
        state: State::Draft,
        revision: 0,
        at: None,
        requester: request.user.clone().unwrap_or_default(),
        mode: None,
        approvers: SmallVec::new(),
        approvals: SmallVec::new(),
        deadline: None,
        counted: SmallVec::new(),
        spent: Vec::new(),
        content: Request::default(),
    }
}

//! 切替: an item goes on as items of another business, all or nothing (`docs/item.md`, section 7).

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::document::Company;
use crate::life::advance::{Transition, is_past, new_item};
use crate::life::order::{Event, Order};
use crate::life::prepare::{forget, in_event, normalise};
use crate::life::times::Times;
use crate::life::usage::{is_checked_at, is_taken_at, release, settle};
use crate::life::{Advance, Advanced};
use crate::life_table;
use crate::model::service::Moment;
use crate::reason::{Code, Field, Pointer, Refusal};
use crate::request::{OrderFacts, Request, RequestError, RequestLine};
use crate::resolve::{self, Resolved, Usage};
use crate::steps::{BusinessRecord, Plan, business};
use crate::terms::{Entry, EventKind};

/// Looks up where an item goes, and makes sure that the event states nothing else than it may.
pub(super) fn receiver<'c>(
    company: &'c Company,
    event: &Event<'_>,
) -> Result<Option<BusinessRecord<'c>>, RequestError> {
    let Some(to) = event.to.as_deref() else { return Ok(None) };
    let at = resolve::business(&company.model.service, to, || "/event/to".into())?;
    let of = business(&company.model, at);
    let Some(content) = &event.content else { return Ok(of) };
    let single = of.is_some_and(|of| of.business.kind.is_single());
    let payee = RequestLine { payee_kind: content.single.payee_kind.clone(), ..RequestLine::default() };
    let rest = RequestLine {
        payment: None,
        bearer: None,
        typed_fee: None,
        pattern: None,
        edi: None,
        ..content.single.clone()
    };
    let item = &content.single;
    for (field, stands) in [
        ("payee", rest != payee || (!single && payee.payee_kind.is_some())),
        ("payment", item.payment.is_some()),
        ("bearer", item.bearer.is_some()),
        ("typedFee", item.typed_fee.is_some()),
        ("pattern", item.pattern.is_some()),
        ("edi", item.edi.is_some()),
        ("items", !content.lines.is_empty()),
    ] {
        if stands {
            let message = format!("`{field}` cannot be stated in a switch");
            return Err(RequestError::at_path("request.shape", format!("/event/content/{field}"), message));
        }
    }
    if let Some(id) = content.account.as_deref() {
        resolve::account(&company.model, id, || "/event/content/account".into())?;
    }
    Ok(of)
}

impl<'c, 'r> Transition<'c, 'r> {
    /// The answer to a switch.
    pub(super) fn switch(mut self) -> Result<Advance<'c, 'r>, RequestError> {
        let (Some(to), Some(left)) = (self.to, self.of) else { return Ok(self.unchanged()) };
        self.may_leave(left, to);
        if !self.verdict.reasons.is_empty() {
            self.compare_with_item();
            return Ok(self.unchanged());
        }
        let Some((item, known)) = &self.order else { return Ok(self.unchanged()) };
        let release = release(item, known, &self.usage, self.settings);
        release.reasons.into_iter().for_each(|reason| self.verdict.refuse(reason));
        release.missing.into_iter().for_each(|at| self.verdict.miss(at));
        let contents = self.contents(left, to);
        if contents.is_empty() {
            self.verdict.miss(Field::Items);
        }
        let (created, usage) = self.submit_all(to, contents, release.books.known(&self.usage.known))?;
        let mut books = release.books;
        books.put(&usage);
        self.compare_with_item();
        if !self.verdict.reasons.is_empty() || !self.verdict.missing.is_empty() {
            return Ok(self.unchanged());
        }
        let Some((mut item, _)) = self.order.take() else { return Ok(self.unchanged()) };
        item.content = core::mem::take(&mut self.request);
        forget(&mut item.content);
        if let Some(next) = life_table::next(EventKind::Switch, Some(item.state), item.mode, self.settings) {
            item.state = next;
        }
        item.revision = item.revision.saturating_add(1);
        item.at = Some(self.event.now.clone());
        settle(&mut item, self.settings);
        Ok(self.answer(Advanced::Changed, Some(item), created, Some(&books)))
    }

    /// Whether the item may be switched at all, and there.
    fn may_leave(&mut self, left: BusinessRecord<'c>, to: BusinessRecord<'c>) {
        let Some((_, known)) = &self.order else { return };
        if self.is_pending() && !is_past(known, &self.resolved) {
            self.verdict.refuse(Refusal::new(Code::ItemTooEarly, Field::Now));
        }
        let offered = left.business.switch_to.iter().find(|(at, _)| *at == to.at);
        let Some((_, most)) = offered else {
            self.verdict.refuse(Refusal::new(Code::ItemSwitchNotOffered, Field::To));
            return;
        };
        if u32::try_from(self.request.lines.len()).unwrap_or(u32::MAX) > *most {
            self.verdict.refuse(Refusal::new(Code::ItemSwitchTooMany, Field::Item));
        }
    }

    /// What is typed into each new item.
    fn contents(&self, left: BusinessRecord<'c>, to: BusinessRecord<'c>) -> Vec<Request<'r>> {
        let own = &self.request;
        let from_single = left.business.kind.is_single();
        let base = Request {
            account: own.account.clone(),
            value_date: own.value_date.clone(),
            sender_name: own.sender_name.clone(),
            sender_code: own.sender_code.clone(),
            ..Request::default()
        };
        let mut contents = if to.business.kind.is_single() {
            if from_single {
                vec![Request { entry: own.entry.clone(), single: own.single.clone(), ..base }]
            } else {
                own.lines.iter().map(|item| Request { single: item.clone(), ..base.clone() }).collect()
            }
        } else if from_single {
            let entry = Some(Cow::Borrowed(Entry::Screen.name()));
            vec![Request { entry, lines: vec![own.single.clone()], ..base }]
        } else {
            vec![Request { entry: own.entry.clone(), lines: own.lines.clone(), ..base }]
        };
        if let Some(stated) = &self.event.content {
            for content in &mut contents {
                replace(content, stated);
            }
        }
        contents
    }

    /// Submits each new item in turn, on the usage that the one before has left. Gives the items, where all are permitted.
    fn submit_all(
        &mut self,
        to: BusinessRecord<'c>,
        contents: Vec<Request<'r>>,
        usage: SmallVec<[Usage; 4]>,
    ) -> Result<(Vec<Order<'r>>, SmallVec<[Usage; 4]>), RequestError> {
        let several = contents.len() > 1;
        let currency = self.company.model.service.currency;
        let plan = Plan {
            limit: is_checked_at(self.settings, Moment::Submit),
            approval_on: self.approval_on(),
            requester: false,
            ..Plan::WHOLE
        };
        let mut created = Vec::new();
        let mut usage = usage;
        let mut resolved = Resolved::empty(self.company);
        let mut verdict = self.company.verdict();
        for (mut content, at) in contents.into_iter().zip(0_u32..) {
            self.address(&mut content);
            self.company.resolve_into(&content, &mut resolved).map_err(in_event)?;
            resolved.usage.clone_from(&usage);
            resolved.decide_by(plan, &mut verdict);
            self.usage.restore(&mut verdict.reasons);
            let place = |at_field: Pointer| Pointer {
                line: if several { Some(at) } else { at_field.line },
                ..at_field
            };
            for reason in verdict.reasons.drain(..) {
                self.verdict.refuse(Refusal { at: place(reason.at), ..reason });
            }
            self.verdict.count_more(&verdict.more);
            for missing in verdict.missing.drain(..) {
                self.verdict.miss(place(missing));
            }
            let mode = to.contract.mode;
            let Some(next) = life_table::next(EventKind::Submit, None, mode, self.settings) else { continue };
            let mut item = new_item(&content);
            item.state = next;
            item.revision = 1;
            item.at = Some(self.event.now.clone());
            item.mode = mode;
            item.approvers.clone_from(&self.event.approvers);
            if next.is_pending() {
                item.deadline = Times::new(&resolved).deadline(&resolved);
            }
            if is_taken_at(self.settings, Moment::Submit) {
                item.counted = self.usage.taken(&usage, &verdict.usage, currency);
                usage.clone_from(&verdict.usage);
            }
            item.content = content;
            forget(&mut item.content);
            normalise(&mut item.content, core::mem::take(&mut verdict.normalised));
            created.push(item);
        }
        Ok((created, usage))
    }

    /// Makes of what is typed a request of the event's user.
    fn address(&self, content: &mut Request<'r>) {
        content.user.clone_from(&self.event.user);
        content.now = Some(self.event.now.clone());
        content.business.clone_from(&self.event.to);
        content.operation = self.request.operation;
        content.access.clone_from(&self.event.access);
        content.approvers.clone_from(&self.event.approvers);
        content.order = self.request.order.clone().map(|facts| OrderFacts {
            business: self.request.business.clone(),
            counted: false,
            counted_on: None,
            ..facts
        });
    }
}

/// Replaces what a switch states anew.
fn replace<'r>(content: &mut Request<'r>, stated: &Request<'r>) {
    let fields = [
        (&mut content.account, &stated.account),
        (&mut content.value_date, &stated.value_date),
        (&mut content.entry, &stated.entry),
        (&mut content.sender_name, &stated.sender_name),
        (&mut content.sender_code, &stated.sender_code),
        (&mut content.single.payee_kind, &stated.single.payee_kind),
    ];
    for (field, new) in fields {
        if new.is_some() {
            field.clone_from(new);
        }
    }
}

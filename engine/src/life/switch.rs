//! 切替: an order goes on as orders of another business, all or nothing (`docs/item.md`, section 7).

use alloc::vec;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::language::words::Moment;
use crate::life::answer::{Advance, Advanced};
use crate::life::content::{forget, normalise};
use crate::life::order::Order;
use crate::life::prepare::in_event;
use crate::life::times::Times;
use crate::life::transition::Transition;
use crate::life::usage::{is_checked_at, is_taken_at, kept, limits_asked, release, settle};
use crate::life_table;
use crate::reason::{Field, Pointer, Refusal};
use crate::request::{OrderFacts, Request, RequestError};
use crate::resolve::{Resolved, Usage};
use crate::steps::{BusinessRecord, Plan};
use crate::terms::{Entry, EventKind};

impl<'c, 'r> Transition<'c, 'r> {
    /// The answer to a switch.
    pub(super) fn switch(mut self) -> Result<Advance<'c, 'r>, RequestError> {
        let (Some(to), Some(left)) = (self.to, self.business) else { return Ok(self.unchanged()) };
        self.conditions()?;
        if !self.verdict.reasons.is_empty() {
            self.compare_with_item();
            return Ok(self.unchanged());
        }
        let Some((order, parsed)) = &self.order else { return Ok(self.unchanged()) };
        let release = release(order, &parsed.counted, &self.usage, &self.company.model.service);
        release.reasons.into_iter().for_each(|reason| self.verdict.refuse(reason));
        release.missing.into_iter().for_each(|at| self.verdict.miss(at));
        let contents = self.contents(left, to);
        if contents.is_empty() {
            self.verdict.miss(Field::Items);
        }
        let (created, usage) =
            self.submit_all(to, contents, release.balances.evaluated(&self.usage.evaluated))?;
        let mut balances = release.balances;
        balances.put(&usage);
        self.compare_with_item();
        if !self.verdict.reasons.is_empty() || !self.verdict.missing.is_empty() {
            return Ok(self.unchanged());
        }
        let Some((mut order, _)) = self.order.take() else { return Ok(self.unchanged()) };
        order.content = core::mem::take(&mut self.request);
        forget(&mut order.content);
        if let Some(next) = life_table::next(EventKind::Switch, Some(order.state), None, self.settings) {
            order.state = next;
        }
        order.revision = order.revision.saturating_add(1);
        order.at = Some(self.event.now.clone());
        settle(&mut order, self.settings);
        Ok(self.answer(Advanced::Changed, Some(order), created, Some(&balances)))
    }

    /// What is typed into each new order.
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
                own.lines.iter().map(|line| Request { single: line.clone(), ..base.clone() }).collect()
            }
        } else if from_single {
            let entry = Some(Entry::Screen.into());
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

    /// Submits each new order in turn, on the usage that the one before has left. Gives the orders, where all are permitted.
    fn submit_all(
        &mut self,
        to: BusinessRecord<'c>,
        contents: Vec<Request<'r>>,
        usage: SmallVec<[Usage; 4]>,
    ) -> Result<(Vec<Order<'r>>, SmallVec<[Usage; 4]>), RequestError> {
        let several = contents.len() > 1;
        let service = &self.company.model.service;
        let plan = Plan {
            limit: limits_asked(EventKind::Switch, is_checked_at(self.settings, Moment::Submit)),
            approval_on: self.approval_on(),
            requester: false,
            ..Plan::WHOLE
        };
        let mut created = Vec::new();
        let mut usage = usage;
        let mut resolved = Resolved::empty(self.company);
        // What the usage names by number keeps its number.
        resolved.payees.clone_from(&self.resolved.payees);
        let mut verdict = self.company.verdict();
        for (mut content, at) in contents.into_iter().zip(0_u32..) {
            self.address(&mut content);
            resolved.fill_on(self.company, &content).map_err(in_event)?;
            resolved.set_usage(&usage);
            let _ = resolved.decide_by(plan, &mut verdict);
            self.usage.restore(&mut verdict.reasons);
            let place = |at_field: Pointer| Pointer {
                line: if several { Some(at) } else { at_field.line },
                ..at_field
            };
            for reason in verdict.reasons.drain(..) {
                self.verdict.refuse(Refusal { at: place(reason.at), ..reason });
            }
            self.verdict.count_more(&verdict.more);
            // Each is asked in the same circumstances.
            self.verdict.warnings.clone_from(&verdict.warnings);
            for missing in verdict.missing.drain(..) {
                self.verdict.miss(place(missing));
            }
            let mode = to.contract.mode;
            let needed = verdict.approval.as_ref().map(|approval| approval.people(&self.company.model));
            let Some(next) = life_table::next(EventKind::Submit, None, needed, self.settings) else {
                continue;
            };
            let mut order = Order::blank(&content);
            order.state = next;
            order.revision = 1;
            order.at = Some(self.event.now.clone());
            order.mode = mode;
            order.keep_policy(verdict.approval.as_ref(), &self.company.model);
            order.approvers.clone_from(&self.event.approvers);
            if next.is_pending() {
                order.deadline = Times::new(&resolved).deadline(&resolved);
            }
            let takes = is_taken_at(self.settings, Moment::Submit);
            let after = kept(service, &usage, verdict.usage.clone(), takes);
            order.counted = self.usage.taken(&usage, &after, service);
            usage = after;
            order.content = content;
            forget(&mut order.content);
            normalise(&mut order.content, core::mem::take(&mut verdict.normalised));
            created.push(order);
        }
        Ok((created, usage))
    }

    /// Makes of what is typed a request of the event's user.
    fn address(&self, content: &mut Request<'r>) {
        content.user.clone_from(&self.event.user);
        content.group.clone_from(&self.event.group);
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

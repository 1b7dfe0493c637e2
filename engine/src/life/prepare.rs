//! The request that an event evaluates (`docs/item.md`, section 4).

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::life::content::forget;
use crate::life::order::{Event, Order};
use crate::life::outlived::{leave_out_payee_kind, left};
use crate::life::transition::Transition;
use crate::life::usage::{Taken, UsageEntries, outlived_entries};
use crate::life_table::Row;
use crate::loaded::Company;
use crate::request::error::Mistake;
use crate::request::{OrderFacts, Request, RequestError, RequestLine, RequestUsage};
use crate::resolve::{self, Resolved};
use crate::steps::{BusinessRecord, business};
use crate::terms::{EventKind, Operation};

impl<'c, 'r> Transition<'c, 'r> {
    /// Looks up everything that the order, the event and the usage name.
    pub(super) fn new(
        company: &'c Company,
        mut order: Option<Order<'r>>,
        mut event: Event<'r>,
        mut usage: Vec<RequestUsage<'r>>,
    ) -> Result<Self, RequestError> {
        let to = receiver(company, &event)?;
        let parsed = order.as_ref().map(|order| order.parse(company)).transpose()?;
        let gone = outlived_entries(company, order.as_ref(), &usage)?;
        let all = (!gone.is_empty()).then(|| usage.clone());
        let mut left_out = gone.iter().copied().peekable();
        let mut place = 0_u32;
        usage.retain(|_| {
            let stays = left_out.next_if_eq(&place).is_none();
            place = place.saturating_add(1);
            stays
        });
        let switches = event.kind == EventKind::Switch;
        let given = if switches { None } else { event.content.take() };
        let row = event.kind.row(order.as_ref().map(|order| order.state));
        let ends = !row.steps.content;
        let is_own = given.is_none() && !ends;
        let mut request = match &mut order {
            Some(order) if ends => left(company, order),
            Some(order) => {
                let mut request = given.unwrap_or_else(|| core::mem::take(&mut order.content));
                forget(&mut request);
                request.business = Some(order.business.clone());
                request
            }
            None => {
                let mut request = given.unwrap_or_default();
                forget(&mut request);
                request.business.clone_from(&event.business);
                request
            }
        };
        request.user = event.user.clone();
        request.group = event.group.clone();
        request.now = Some(event.now.clone());
        request.access = core::mem::take(&mut event.access);
        if event.kind == EventKind::Submit {
            request.approvers = event.approvers.clone();
        }
        core::mem::swap(&mut request.usage, &mut usage);
        let counted = parsed.as_ref().map_or(&[][..], |parsed| &parsed.counted);
        request.order = order
            .as_ref()
            .map(|order| facts(order, counted, if is_own || ends { &request } else { &order.content }));
        if let Some(order) = order.as_ref().filter(|_| ends) {
            leave_out_payee_kind(company, order, &mut request);
        }
        request.operation = Some(operation(row, &event, order.as_ref()));
        let mut resolved = Resolved::empty(company);
        let in_question = |error| in_question(error, is_own, order.is_some());
        company.resolve_into(&request, &mut resolved).map_err(in_question)?;
        let looked_up = core::mem::take(&mut request.usage);
        let service = &company.model.service;
        let usage = UsageEntries::new(all.unwrap_or(looked_up), resolved.usage.clone(), &gone, service);
        event.access = core::mem::take(&mut request.access);
        Ok(Self {
            company,
            settings: &company.model.service.settings,
            business: resolved.business.and_then(|at| business(&company.model, at)),
            to,
            order: order.zip(parsed),
            event,
            row,
            request,
            is_own,
            ends,
            resolved,
            usage,
            largest: None,
            verdict: company.verdict(),
        })
    }
}

/// What a request says of an existing order: all that its rules rest on.
fn facts<'r>(order: &Order<'r>, counted: &[Taken], content: &Request<'r>) -> OrderFacts<'r> {
    // What was taken at a moment of its own says nothing of the others.
    let at_one = order.counted.iter().zip(counted).filter(|(_, taken)| !taken.of_the_moment);
    let latest = at_one.max_by_key(|(_, taken)| taken.day).map(|(entry, _)| entry.day.clone());
    OrderFacts {
        requester: Some(order.requester.clone()),
        approvers: Some(order.approvers.clone()),
        payee_kind: content.single.payee_kind.clone(),
        entry: content.entry.clone(),
        state: Some(order.state.into()),
        counted: latest.is_some(),
        counted_on: latest,
        business: None,
    }
}

/// The operation as which the event is evaluated: what is typed into a new order or one's own draft is made, not changed. The
/// host's own evaluate none: nobody acts, and no text is looked at again.
fn operation(row: &Row, event: &Event<'_>, order: Option<&Order<'_>>) -> Operation {
    match row.operation {
        Some(Operation::Edit | Operation::Delete)
            if order.is_none_or(|order| order.is_draft_of(event.user.as_deref())) =>
        {
            Operation::Create
        }
        Some(operation) => operation,
        None => Operation::View,
    }
}

/// Looks up where an order goes, and makes sure that the event states nothing else than it may.
fn receiver<'c>(company: &'c Company, event: &Event<'_>) -> Result<Option<BusinessRecord<'c>>, RequestError> {
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
    let line = &content.single;
    for (field, stands) in [
        ("payee", rest != payee || (!single && payee.payee_kind.is_some())),
        ("payment", line.payment.is_some()),
        ("bearer", line.bearer.is_some()),
        ("typedFee", line.typed_fee.is_some()),
        ("pattern", line.pattern.is_some()),
        ("edi", line.edi.is_some()),
        ("items", !content.lines.is_empty()),
    ] {
        if stands {
            let path = format!("/event/content/{field}");
            return Err(RequestError::at_path(Mistake::ShapeSwitch, path, [&field]));
        }
    }
    if let Some(id) = content.account.as_deref() {
        resolve::account(&company.model, id, || "/event/content/account".into())?;
    }
    Ok(of)
}

/// An error about a request made of the event's content, as one about the question.
pub(super) fn in_event(error: RequestError) -> RequestError {
    in_question(error, false, true)
}

/// An error about the request that was put together, as one about the question.
fn in_question(error: RequestError, is_own: bool, has_item: bool) -> RequestError {
    let content = if is_own && has_item { "/item/content" } else { "/event/content" };
    let path = match error.path() {
        path @ ("/user" | "/now" | "/group") => format!("/event{path}"),
        "/business" => String::from(if has_item { "/item/business" } else { "/event/business" }),
        "/item/payeeKind" => String::from("/item/content/payee/kind"),
        "/item/entry" => String::from("/item/content/entry"),
        path if path.starts_with("/access") || path.starts_with("/approvers") => format!("/event{path}"),
        path if path.is_empty() || path.starts_with("/usage") || path.starts_with("/item/") => path.into(),
        path => format!("{content}{path}"),
    };
    RequestError { path, ..error }
}

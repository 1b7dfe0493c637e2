//! The request that an event evaluates (`docs/item.md`, section 4).

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::document::Company;
use crate::life::advance::Transition;
use crate::life::order::{Event, Order};
use crate::life::outlived::{leave_out_payee_kind, left};
use crate::life::switch;
use crate::life::usage::{Entries, gone};
use crate::life_table::{self, event_row};
use crate::reason::{Field, Pointer};
use crate::request::{OrderFacts, Request, RequestError, RequestUsage};
use crate::resolve::Resolved;
use crate::steps::business;
use crate::terms::{EventKind, Operation, State};

impl<'c, 'r> Transition<'c, 'r> {
    /// Looks up everything that the item, the event and the usage name.
    pub(super) fn new(
        company: &'c Company,
        mut item: Option<Order<'r>>,
        mut event: Event<'r>,
        mut usage: SmallVec<[RequestUsage<'r>; 4]>,
    ) -> Result<Self, RequestError> {
        event.check(item.is_none())?;
        let to = switch::receiver(company, &event)?;
        let known = item.as_ref().map(|item| item.known(company)).transpose()?;
        let gone = gone(company, item.as_ref(), &usage)?;
        let all = (!gone.is_empty()).then(|| usage.clone());
        let mut place = 0_u8;
        usage.retain(|_| {
            let stays = !gone.contains(&place);
            place = place.saturating_add(1);
            stays
        });
        let switches = event.kind == EventKind::Switch;
        let given = if switches { None } else { event.content.take() };
        let ends = !event_row(event.kind).reads_content;
        let is_own = given.is_none() && !ends;
        let mut request = match &mut item {
            Some(item) if ends => left(company, item),
            Some(item) => {
                let mut request = given.unwrap_or_else(|| core::mem::take(&mut item.content));
                forget(&mut request);
                request.business = Some(item.business.clone());
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
        request.now = Some(event.now.clone());
        request.access = core::mem::take(&mut event.access);
        if event.kind == EventKind::Submit {
            request.approvers = event.approvers.clone();
        }
        core::mem::swap(&mut request.usage, &mut usage);
        request.order =
            item.as_ref().map(|item| facts(item, if is_own || ends { &request } else { &item.content }));
        if let Some(item) = item.as_ref().filter(|_| ends) {
            leave_out_payee_kind(company, item, &mut request);
        }
        request.operation = Some(operation(&event, item.as_ref()));
        let mut resolved = Resolved::empty(company);
        let in_question = |error| in_question(error, is_own, item.is_some());
        company.resolve_into(&request, &mut resolved).map_err(in_question)?;
        let looked_up = core::mem::take(&mut request.usage);
        let currency = company.model.service.currency;
        let usage = Entries::new(all.unwrap_or(looked_up), resolved.usage.clone(), &gone, currency);
        event.access = core::mem::take(&mut request.access);
        Ok(Self {
            company,
            settings: &company.model.service.settings,
            of: resolved.business.and_then(|at| business(&company.model, at)),
            to,
            order: item.zip(known),
            event,
            request,
            is_own,
            ends,
            resolved,
            usage,
            verdict: company.verdict(),
        })
    }
}

/// Puts texts that were normalised or cut in the place of those that were typed.
pub(super) fn normalise(content: &mut Request<'_>, texts: Vec<(Pointer, String)>) {
    for (at, text) in texts {
        let item = match at.line.map(usize::try_from) {
            None => Some(&mut content.single),
            Some(place) => place.ok().and_then(|place| content.lines.get_mut(place)),
        };
        let Some(item) = item else { continue };
        let place = match at.field {
            Field::SenderName => &mut content.sender_name,
            Field::SenderCode => &mut content.sender_code,
            Field::PayeeBank => &mut item.bank,
            Field::PayeeBranch => &mut item.branch,
            Field::PayeeType => &mut item.account_type,
            Field::PayeeNumber => &mut item.number,
            Field::PayeeName => &mut item.name,
            Field::Edi => &mut item.edi,
            _ => continue,
        };
        *place = Some(Cow::Owned(text));
    }
}

/// Leaves of a request only what was typed.
pub(super) fn forget(request: &mut Request<'_>) {
    request.user = None;
    request.business = None;
    request.operation = None;
    request.now = None;
    request.approvers.clear();
    request.usage.clear();
    request.order = None;
    request.access.clear();
    request.target = None;
}

/// What a request says of an existing item: all that its rules rest on.
fn facts<'r>(item: &Order<'r>, content: &Request<'r>) -> OrderFacts<'r> {
    OrderFacts {
        requester: Some(item.requester.clone()),
        approvers: Some(item.approvers.clone()),
        payee_kind: content.single.payee_kind.clone(),
        entry: content.entry.clone(),
        state: Some(Cow::Borrowed(item.state.name())),
        counted: !item.counted.is_empty(),
        counted_on: item.counted.first().map(|entry| entry.day.clone()),
        business: None,
    }
}

/// Whether the item is a draft of the user who acts.
pub(super) fn is_own_draft(event: &Event<'_>, item: &Order<'_>) -> bool {
    item.state == State::Draft && event.user.as_deref() == Some(&*item.requester)
}

/// The operation as which the event is evaluated: what is typed into a new item or one's own draft is made, not changed. The
/// host's own evaluate none: nobody acts, and no text is looked at again.
fn operation(event: &Event<'_>, item: Option<&Order<'_>>) -> Operation {
    match life_table::operation(event.kind, item.map(|item| item.state)) {
        Some(Operation::Edit | Operation::Delete) if item.is_none_or(|item| is_own_draft(event, item)) => {
            Operation::Create
        }
        Some(operation) => operation,
        None => Operation::View,
    }
}

/// An error about a request made of the event's content, as one about the question.
pub(super) fn in_event(error: RequestError) -> RequestError {
    in_question(error, false, true)
}

/// An error about the request that was put together, as one about the question.
fn in_question(error: RequestError, is_own: bool, has_item: bool) -> RequestError {
    let content = if is_own && has_item { "/item/content" } else { "/event/content" };
    let path = match error.path() {
        path @ ("/user" | "/now") => format!("/event{path}"),
        "/business" => String::from(if has_item { "/item/business" } else { "/event/business" }),
        "/item/payeeKind" => String::from("/item/content/payee/kind"),
        "/item/entry" => String::from("/item/content/entry"),
        path if path.starts_with("/access") || path.starts_with("/approvers") => format!("/event{path}"),
        path if path.is_empty() || path.starts_with("/usage") || path.starts_with("/item/") => path.into(),
        path => format!("{content}{path}"),
    };
    RequestError { path, ..error }
}

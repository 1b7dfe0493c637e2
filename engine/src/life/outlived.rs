//! What of an order still means something when the documents have changed (`docs/item.md`, section 10).

use crate::life::order::Order;
use crate::loaded::Company;
use crate::model::service::Business;
use crate::request::{Request, RequestLine, Text};
use crate::terms::{Entry, PayeeKind};

/// The business of an order, if the bank still has it.
fn business<'c>(company: &'c Company, order: &Order<'_>) -> Option<&'c Business> {
    let service = &company.model.service;
    let at = service.business(&order.business)?;
    service.businesses.get(usize::from(at))
}

/// What an event that ends the order evaluates of it: nothing that today's documents do not know.
pub(super) fn left<'r>(company: &Company, order: &Order<'r>) -> Request<'r> {
    let business = business(company, order);
    let content = &order.content;
    let kept = |text: &Option<Text<'r>>, known: &dyn Fn(&str) -> bool| -> Option<Text<'r>> {
        text.clone().filter(|text| known(text))
    };
    let single = business.is_some_and(|business| business.kind.is_single());
    let payee_kind = kept(&content.single.payee_kind, &|name| single && PayeeKind::from_name(name).is_some());
    Request {
        business: business.map(|_| order.business.clone()),
        account: kept(&content.account, &|id| company.model.account(id).is_some()),
        value_date: content.value_date.clone(),
        entry: kept(&content.entry, &|name| Entry::from_name(name).is_some()),
        single: RequestLine { payee_kind, ..RequestLine::default() },
        ..Request::default()
    }
}

/// Leaves out a payee kind that the bank no longer offers, once the facts of the order have it.
pub(super) fn leave_out_payee_kind(company: &Company, order: &Order<'_>, request: &mut Request<'_>) {
    let kind = request.single.payee_kind.as_deref().and_then(PayeeKind::from_name);
    let offered =
        business(company, order).zip(kind).is_some_and(|(business, kind)| business.payee_kinds.has(kind));
    if !offered {
        request.single.payee_kind = None;
    }
}

//! Amounts in minor units, written as texts before an order keeps them: a number without its currency would mean another amount
//! once the bank had another currency.

use crate::life::order::{Event, Order};
use crate::model::service::ServiceModel;
use crate::request::{Request, RequestUsage};

/// Spells the amounts of all that an event is about.
pub(super) fn all(
    service: &ServiceModel,
    order: Option<&mut Order<'_>>,
    event: &mut Event<'_>,
    usage: &mut [RequestUsage<'_>],
) {
    if let Some(order) = order {
        content(service, &mut order.content);
        entries(service, &mut order.counted);
        entries(service, &mut order.spent);
    }
    if let Some(typed) = &mut event.content {
        content(service, typed);
    }
    entries(service, usage);
}

fn content(service: &ServiceModel, content: &mut Request<'_>) {
    for line in core::iter::once(&mut content.single).chain(&mut content.lines) {
        for amount in [&mut line.payment, &mut line.typed_fee].into_iter().flatten() {
            amount.spell(service.currency);
        }
    }
}

/// Entries of limits that there are; what is said of others means nothing.
fn entries(service: &ServiceModel, entries: &mut [RequestUsage<'_>]) {
    for entry in entries {
        let limit = service.limits.find(&entry.limit).and_then(|at| service.limits.get(at));
        let currency = limit.map_or(service.currency, |limit| limit.currency(service.currency));
        entry.used.spell(currency);
    }
}

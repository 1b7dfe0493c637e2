//! What was typed into an order.

use alloc::string::String;
use alloc::vec::Vec;

use crate::reason::{Field, Pointer};
use crate::request::Request;

/// Puts texts that were normalised or cut in the place of those that were typed.
pub(super) fn normalise(content: &mut Request<'_>, texts: Vec<(Pointer, String)>) {
    for (at, text) in texts {
        let line = match at.line.map(usize::try_from) {
            None => Some(&mut content.single),
            Some(place) => place.ok().and_then(|place| content.lines.get_mut(place)),
        };
        let Some(line) = line else { continue };
        let place = match at.field {
            Field::SenderName => &mut content.sender_name,
            Field::SenderCode => &mut content.sender_code,
            Field::PayeeBank => &mut line.bank,
            Field::PayeeBranch => &mut line.branch,
            Field::PayeeType => &mut line.account_type,
            Field::PayeeNumber => &mut line.number,
            Field::PayeeName => &mut line.name,
            Field::Edi => &mut line.edi,
            _ => continue,
        };
        *place = Some(text.into());
    }
}

/// Leaves of a request only what was typed.
pub(super) fn forget(request: &mut Request<'_>) {
    request.user = None;
    request.business = None;
    request.operation = None;
    request.own_operation = None;
    request.group = None;
    request.now = None;
    request.approvers.clear();
    request.usage.clear();
    request.order = None;
    request.access.clear();
    request.target = None;
}

//! The life of an item.

use crate::kessai_status;
use crate::raw::{Area, Lent};
use crate::record::doors::{NO_ANSWER, next, required, run_verdict, turn};
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{
    kessai_record_access, kessai_record_event, kessai_record_item, kessai_record_order,
    kessai_record_request, kessai_record_verdict,
};
use crate::record::life::Asked;
use crate::record::session::{Work, kessai_session};
use crate::record::write::NoAnswer;

/// Applies an event to an item (`KSADV`, and with `access` `KSADVA`): gives 0 where it is changed, 8 where fields are missing, 12 where a
/// rule says no, 16 without an answer. `order` is the item as the host keeps it, and is written only where it is changed; a
/// record whose state is blank or 0 is a new item. The verdict has the reasons and missing fields, and the usage to be stored.
///
/// What is typed stands in `request` (account, value date, entry, sender) and `item` where the event says that something is; else
/// the item's own is meant, and nothing of these is read but the usage. Items of a batch are added ahead
/// (`kessai_record_begin` with the same request, `kessai_record_add`) in either case: what is typed, or else what is stored, which has
/// to be as many as the record says. `kessai_record_next_item` gives them as they are kept.
///
/// # Safety
///
/// As for `kessai_record_evaluate`; `order` points to a record that is read and written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_advance(
    session: *mut kessai_session,
    order: *mut kessai_record_order,
    event: *const kessai_record_event,
    request: *const kessai_record_request,
    item: *const kessai_record_item,
    access: *const kessai_record_access,
    verdict: *mut kessai_record_verdict,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, request) = unsafe { (Lent::new("session", session), Lent::new("request", request)) };
    // SAFETY: the caller's promise, passed on.
    let (event, item, access) =
        unsafe { (Lent::new("event", event), Lent::new("item", item), Lent::new("access", access)) };
    // SAFETY: the caller's promise, passed on.
    let (order, verdict) = unsafe { (Area::new(order), Area::new(verdict)) };
    let inputs = [request.span(), item.span(), access.span(), event.span()];
    if !order.is_apart(&inputs) || !order.is_apart(&[verdict.span()]) {
        return NO_ANSWER;
    }
    run_verdict(session, verdict, &inputs, |session, work, area| {
        let kept = order.get().ok_or(NoAnswer::Call(kessai_status::NullArgument))?;
        let (event, request) = (session.ascii(required(event)?), session.ascii(required(request)?));
        let item = item.value().map(|item| session.ascii(item));
        let access = access.value().map(|access| session.ascii(access));
        let mut own = *session.ascii(kept);
        let before = own;
        let asked = Asked {
            order: &before,
            event: &event,
            request: &request,
            item: item.as_deref(),
            access: access.as_deref(),
        };
        let done = work.advance(session, asked, &mut own, area)?;
        if done == ReturnCode::Done {
            turn(&mut own, session.charset.back());
            *kept = own;
        }
        Ok(done)
    })
}

/// Gives the items of the batch that the last event has changed, one a call, as the host keeps them (`KSNXTI`): texts may be normalised.
/// Gives 0; 8 where there is no more, and the record stays as it is; 16 without an answer.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_next_item(
    session: *mut kessai_session,
    item: *mut kessai_record_item,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, item) = unsafe { (Lent::new("session", session), Area::new(item)) };
    next(session, item, kessai_record_item::BLANK, Work::next_line)
}

/// Gives the items that a switch (切替) has made, one a call (`KSNXTO`); where one is a batch, `kessai_record_next_item` then gives its
/// own. Gives 0, 8 or 16 as `kessai_record_next_item`.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_next_order(
    session: *mut kessai_session,
    order: *mut kessai_record_order,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, order) = unsafe { (Lent::new("session", session), Area::new(order)) };
    next(session, order, kessai_record_order::BLANK, Work::next_order)
}

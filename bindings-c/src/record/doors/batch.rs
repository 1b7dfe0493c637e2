//! Batches: item by item, or by an array.

use std::ffi::c_char;

use crate::kessai_status;
use crate::raw::{Area, Areas, Lent, Rows};
use crate::record::doors::{NO_ANSWER, required, run, run_verdict, turn};
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{
    kessai_record_access, kessai_record_item, kessai_record_item_verdict, kessai_record_request,
    kessai_record_usage, kessai_record_verdict,
};
use crate::record::session::kessai_session;
use crate::record::write::NoAnswer;
use crate::record::{batch, zengin};

/// Begins a batch with what is said of it once (`KSBEG`, and with `access` `KSBEGA`); one that was begun before is forgotten. Gives 0,
/// or 16.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_begin(
    session: *mut kessai_session,
    request: *const kessai_record_request,
    access: *const kessai_record_access,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, request) = unsafe { (Lent::new("session", session), Lent::new("request", request)) };
    // SAFETY: the caller's promise, passed on.
    let access = unsafe { Lent::new("access", access) };
    run(session, |session, work| {
        let request = session.ascii(required(request)?);
        let access = access.value().map(|access| session.ascii(access));
        work.batch.begin(&request, access.as_deref());
        Ok(ReturnCode::Done)
    })
}

/// Adds an item to the batch (`KSADD`). Gives 0, or 16 where it cannot be read or none was begun: the batch has no answer then.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_add(
    session: *mut kessai_session,
    item: *const kessai_record_item,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, item) = unsafe { (Lent::new("session", session), Lent::new("item", item)) };
    run(session, |session, work| {
        let item = required(item)?;
        work.add(session, &session.ascii(item))?;
        Ok(ReturnCode::Done)
    })
}

/// Adds the data record of a Zengin file (120 bytes, 全銀協制定フォーマット) as an item, as it is (`KSADDZ`). `item` has what such a record has
/// not: how the payee is named, who bears the fee, when the payee was filed, a typed fee, a pattern; what both have is that of the
/// data record, and `item` is not changed. Gives 0, or 16.
///
/// # Safety
///
/// As for `kessai_record_evaluate`; `data` is NULL or points to 120 bytes that can be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_add_zengin(
    session: *mut kessai_session,
    data: *const c_char,
    item: *const kessai_record_item,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, data) = unsafe {
        (Lent::new("session", session), Lent::new("data", data.cast::<[u8; zengin::ZENGIN_SIZE]>()))
    };
    // SAFETY: the caller's promise, passed on.
    let item = unsafe { Lent::new("item", item) };
    run(session, |session, work| {
        let (data, rest) = (session.ascii(required(data)?), session.ascii(required(item)?));
        match zengin::item(&data, &rest) {
            Ok(item) => work.add(session, &item)?,
            Err(fault) => return Err(work.batch.refuse(fault)),
        }
        Ok(ReturnCode::Done)
    })
}

/// Adds an entry of usage to the batch, beside those of its header's table (`KSUSE`). Gives 0, or 16.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_add_usage(
    session: *mut kessai_session,
    usage: *const kessai_record_usage,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, usage) = unsafe { (Lent::new("session", session), Lent::new("usage", usage)) };
    run(session, |session, work| {
        let usage = required(usage)?;
        work.add_usage(session, &session.ascii(usage))?;
        Ok(ReturnCode::Done)
    })
}

/// Answers the batch, which is over then (`KSEND`): gives the outcome. What is said of each item `kessai_record_next` gives.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_end(
    session: *mut kessai_session,
    verdict: *mut kessai_record_verdict,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, verdict) = unsafe { (Lent::new("session", session), Area::new(verdict)) };
    run_verdict(session, verdict, &[], |session, work, area| {
        work.end(session)?;
        Ok(session.writer().verdict(&work.verdict, area)?)
    })
}

/// Answers a batch whose items stand in an array: as begin, add, end in one. `item_verdicts` is NULL, or has room for what is said of
/// each of `count` items; they are blanked first.
///
/// # Safety
///
/// As for `kessai_record_evaluate`; `items` points to `count` records that can be read, `item_verdicts` to as many that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_evaluate_items(
    session: *mut kessai_session,
    request: *const kessai_record_request,
    access: *const kessai_record_access,
    items: *const kessai_record_item,
    count: usize,
    verdict: *mut kessai_record_verdict,
    item_verdicts: *mut kessai_record_item_verdict,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, request) = unsafe { (Lent::new("session", session), Lent::new("request", request)) };
    // SAFETY: the caller's promise, passed on.
    let (access, items) = unsafe { (Lent::new("access", access), Rows::new(items, count)) };
    // SAFETY: the caller's promise, passed on.
    let (verdict, said) = unsafe { (Area::new(verdict), Areas::new(item_verdicts, count)) };
    let inputs = [request.span(), access.span(), items.span()];
    if !said.is_apart(&[request.span(), access.span(), items.span(), verdict.span()]) {
        return NO_ANSWER;
    }
    if verdict.is_apart(&inputs) {
        // Nothing of an earlier batch shall be taken for this one's, whatever comes of the call.
        let mut blank = kessai_record_item_verdict::BLANK;
        turn(&mut blank, session.value().and_then(|session| session.charset.back()));
        for row in said.get().flatten().into_iter().flatten() {
            *row = blank;
        }
    }
    run_verdict(session, verdict, &inputs, |session, work, area| {
        let mut said = said.get().ok_or(NoAnswer::Call(kessai_status::TooLong))?;
        let request = session.ascii(required(request)?);
        let access = access.value().map(|access| session.ascii(access));
        let items = items.get().ok_or(NoAnswer::Call(kessai_status::NullArgument))?;
        work.decide(session, |reader, into| {
            let items = items.iter().map(|item| session.ascii(item));
            batch::whole(reader, &request, items, access.as_deref(), into)
        })?;
        let done = session.writer().verdict(&work.verdict, area)?;
        for (at, row) in said.iter_mut().flat_map(|rows| rows.iter_mut()).enumerate() {
            let mut own = kessai_record_item_verdict::BLANK;
            work.item(at, &mut own)?;
            turn(&mut own, session.charset.back());
            *row = own;
        }
        Ok(done)
    })
}

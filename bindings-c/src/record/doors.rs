//! The record functions of the header.

use std::ffi::c_char;

use crate::raw::{self, Area, Areas, Lent, Out, Rows, Text, answer, guard};
use crate::record::charset::Charset;
use crate::record::code;
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{
    kessai_record_access, kessai_record_event, kessai_record_handle, kessai_record_item,
    kessai_record_item_verdict, kessai_record_message, kessai_record_order, kessai_record_paths,
    kessai_record_request, kessai_record_row, kessai_record_text, kessai_record_usage, kessai_record_verdict,
};
use crate::record::life::Asked;
use crate::record::open::{self, Told};
use crate::record::session::{Work, kessai_session};
use crate::record::turned::{Turned, turned};
use crate::record::write::NoAnswer;
use crate::record::{batch, zengin};
use crate::{kessai_company, kessai_error, kessai_status};

/// What a call returns that has no answer.
const NO_ANSWER: i32 = code(ReturnCode::NoAnswer);

/// A record that the caller must give.
pub(super) fn required<'a, T>(record: Lent<'a, T>) -> Result<&'a T, NoAnswer> {
    record.value().ok_or(NoAnswer::Call(kessai_status::NullArgument))
}

/// Runs a call that has no verdict.
pub(super) fn run(
    session: Lent<'_, kessai_session>,
    call: impl FnOnce(&kessai_session, &mut Work) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        let Some(session) = session.value() else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        match call(session, &mut work) {
            Ok(done) => code(done),
            Err(no_answer) => {
                work.keep(no_answer);
                NO_ANSWER
            }
        }
    })
}

/// Runs a call that fills a verdict: the area is blanked first, and says that there is no answer until there is one. Where it
/// overlaps what is read, nothing is written at all.
pub(super) fn run_verdict(
    session: Lent<'_, kessai_session>,
    verdict: Area<'_, kessai_record_verdict>,
    inputs: &[raw::Span],
    call: impl FnOnce(&kessai_session, &mut Work, &mut kessai_record_verdict) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        if !verdict.is_apart(inputs) {
            return NO_ANSWER;
        }
        let Some(area) = verdict.get() else { return NO_ANSWER };
        let Some(session) = session.value() else {
            *area = kessai_record_verdict::BLANK;
            NoAnswer::Call(kessai_status::NullArgument).write(area);
            return NO_ANSWER;
        };
        let back = session.charset.back();
        let mut work = match session.work() {
            Ok(work) => work,
            Err(busy) => {
                *area = kessai_record_verdict::BLANK;
                busy.write(area);
                turn(area, back);
                return NO_ANSWER;
            }
        };
        if back.is_none() {
            return fill(session, &mut work, area, call);
        }
        *area = turned_no_answer(back);
        let mut own = std::mem::replace(&mut work.area, Box::new(kessai_record_verdict::BLANK));
        let done = fill(session, &mut work, &mut own, call);
        *area = *own;
        turn(area, back);
        work.area = own;
        done
    })
}

/// Fills an area in the set that is written.
fn fill(
    session: &kessai_session,
    work: &mut Work,
    area: &mut kessai_record_verdict,
    call: impl FnOnce(&kessai_session, &mut Work, &mut kessai_record_verdict) -> Result<ReturnCode, NoAnswer>,
) -> i32 {
    *area = kessai_record_verdict::BLANK;
    let _fits = area.outcome.put(super::code_number(ReturnCode::NoAnswer));
    match call(session, work, area) {
        Ok(done) => {
            let _fits = area.outcome.put(super::code_number(done));
            code(done)
        }
        Err(no_answer) => {
            *area = kessai_record_verdict::BLANK;
            no_answer.write(area);
            work.keep(no_answer);
            NO_ANSWER
        }
    }
}

fn turned_no_answer(back: Option<&[u8; 256]>) -> kessai_record_verdict {
    let mut area = kessai_record_verdict::BLANK;
    let _fits = area.outcome.put(super::code_number(ReturnCode::NoAnswer));
    turn(&mut area, back);
    area
}

/// Turns a record into the session's set.
pub(super) fn turn<T: raw::Plain>(record: &mut T, table: Option<&[u8; 256]>) {
    if let Some(table) = table {
        *record = turned(record, table);
    }
}

impl kessai_session {
    /// A record of the caller's in the set that is read.
    pub(super) fn ascii<'a, T: raw::Plain>(&self, record: &'a T) -> Turned<'a, T> {
        Turned::new(record, self.charset.forth())
    }
}

/// Makes working memory for record calls about a company, with its records in a character set: `JISX0201`, `EBCDIK` (CCSID 290),
/// `CP1027` or `UTF-8`. `charset` may be NULL with a length of 0, which is `JISX0201`.
///
/// On `KESSAI_STATUS_OK` the caller owns `*session_out` and frees it with `kessai_session_free`; it holds a counted reference to the
/// company, so the two are freed in any order. Otherwise `*session_out` is untouched and, unless `error_out` is NULL, the caller
/// owns `*error_out` and frees it with `kessai_error_free`. A name of the company's that the set cannot spell, or that no field has
/// room for, is `KESSAI_STATUS_INVALID_CHARACTER` here, and no surprise later.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `charset` points to `charset_len` bytes that can be read, `session_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_session_new(
    company: *const kessai_company,
    charset: *const c_char,
    charset_len: usize,
    session_out: *mut *mut kessai_session,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let company = unsafe { Lent::new("company", company) };
    // SAFETY: the caller's promise, passed on.
    let charset = (charset_len > 0).then(|| unsafe { Text::new("charset", charset, charset_len) });
    // SAFETY: the caller's promise, passed on.
    let (session_out, error_out) =
        unsafe { (Out::new("session_out", session_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let session_out = session_out.required()?;
        let company = company.get()?.inner.clone();
        let name = charset.map(Text::read).transpose()?.unwrap_or_default();
        let charset = Charset::from_name(name.as_bytes()).ok_or_else(|| kessai_error::charset(name))?;
        charset.check_company(&company).map_err(|text| kessai_error::unspellable(&text))?;
        session_out.give(kessai_session::new(company, charset));
        Ok(())
    })
}

/// Frees a session; NULL is harmless.
///
/// # Safety
///
/// `session` is NULL, or comes from `kessai_session_new` and was not freed before. No call is in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_session_free(session: *mut kessai_session) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(session) };
}

/// Reads the documents, or the image, whose paths a record has, and makes a session that a handle leads to (`KSOPEN`). Gives 0, or
/// 16 where nothing is opened; the handle is blank then. Files may have up to 64 MiB.
///
/// `message`, unless it is NULL, has the first finding with its line and column, and how many there are; a warning does not keep
/// anything from being opened. It is in the set that `open` names, or in JIS X 0201 where that is not known.
///
/// # Safety
///
/// `open` points to a record that can be read, `handle` and `message` to records that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_open(
    open: *const kessai_record_paths,
    handle: *mut kessai_record_handle,
    message: *mut kessai_record_message,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (open, handle, message) = unsafe { (Lent::new("open", open), Area::new(handle), Area::new(message)) };
    guard(NO_ANSWER, || {
        if !handle.is_apart(&[open.span(), message.span()]) || !message.is_apart(&[open.span()]) {
            return NO_ANSWER;
        }
        let Some(handle) = handle.get() else { return NO_ANSWER };
        *handle = kessai_record_handle::BLANK;
        let charset = open.value().map(|open| Charset::from_name(open.charset.whole()));
        let set = charset.flatten().unwrap_or_default();
        let opened = match (open.value(), charset) {
            (Some(record), Some(Some(charset))) => open::open(&Turned::new(record, charset.forth()), charset),
            (Some(_), _) => {
                Err(Told::of_call(kessai_status::InvalidRecord, "there is no such character set"))
            }
            (None, _) => Err(Told::of_call(kessai_status::NullArgument, "`open` is NULL")),
        };
        let (done, told) = match opened {
            Ok((session, told)) => match kessai_record_handle::new(raw::give(session)) {
                Some(made) => {
                    *handle = made;
                    (ReturnCode::Done, told)
                }
                None => (ReturnCode::NoAnswer, None),
            },
            Err(told) => (ReturnCode::NoAnswer, Some(told)),
        };
        if let Some(area) = message.get() {
            *area = kessai_record_message::BLANK;
            if let Some(told) = told {
                told.write(set, area);
            }
            turn(area, set.back());
        }
        code(done)
    })
}

/// Frees the session that a handle leads to, and blanks the handle (`KSCLOSE`). Gives 0; 16 for what is no handle, which is left as
/// it is.
///
/// # Safety
///
/// `handle` points to a record that can be written; no copy of it was closed before, and no call is in its session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_close(handle: *mut kessai_record_handle) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let session = unsafe { kessai_record_session(handle) };
    // SAFETY: the caller's promise, passed on.
    let handle = unsafe { Area::new(handle) };
    if session.is_null() {
        return NO_ANSWER;
    }
    guard(NO_ANSWER, || {
        if let Some(handle) = handle.get() {
            *handle = kessai_record_handle::BLANK;
        }
        code(ReturnCode::Done)
    });
    // SAFETY: a handle leads to what `kessai_record_open` gave, and was not closed by the caller's promise.
    unsafe { raw::free(session) };
    code(ReturnCode::Done)
}

/// The session that a handle leads to, which lives until the handle is closed; NULL for what is no handle.
///
/// # Safety
///
/// `handle` is NULL or points to a record that can be read; no copy of it was closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_session(handle: *const kessai_record_handle) -> *mut kessai_session {
    // SAFETY: the caller's promise, passed on.
    let handle = unsafe { Lent::new("handle", handle) };
    guard(std::ptr::null_mut(), || {
        let address = handle.value().and_then(kessai_record_handle::address);
        address.map_or(std::ptr::null_mut(), raw::at_address)
    })
}

/// Answers one request (`KSEVAL`, and with `access` `KSEVLA`): gives the outcome, which the verdict has as well. `item` may be NULL for
/// an operation without a payee, `access` where nothing is known of the visitor. Nothing is allocated once the session is warm.
///
/// The verdict is blanked and says that there is no answer before anything else is done. Where it overlaps a record that is read,
/// or is NULL, nothing is written.
///
/// # Safety
///
/// `session` is NULL or comes from this library and is not freed; the others are NULL or point to records, at any address, the last
/// one to be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_evaluate(
    session: *mut kessai_session,
    request: *const kessai_record_request,
    item: *const kessai_record_item,
    access: *const kessai_record_access,
    verdict: *mut kessai_record_verdict,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, request) = unsafe { (Lent::new("session", session), Lent::new("request", request)) };
    // SAFETY: the caller's promise, passed on.
    let (item, access) = unsafe { (Lent::new("item", item), Lent::new("access", access)) };
    // SAFETY: the caller's promise, passed on.
    let verdict = unsafe { Area::new(verdict) };
    let inputs = [request.span(), item.span(), access.span()];
    run_verdict(session, verdict, &inputs, |session, work, area| {
        let request = session.ascii(required(request)?);
        let item = item.value().map(|item| session.ascii(item));
        let access = access.value().map(|access| session.ascii(access));
        work.decide(session, |reader, into| {
            reader.request(&request, into)?;
            if let Some(item) = &item {
                reader.item(item, &mut into.single)?;
            }
            access.as_ref().map_or(Ok(()), |access| reader.access(access, &mut into.access))
        })?;
        Ok(session.writer().verdict(&work.verdict, area)?)
    })
}

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

/// Gives what the last verdict has more of than fits into it, one row a call (`KSNEXT`): set `what`, and `at` to 0; each call gives the
/// next and counts `at` up. Gives 0; 8 where there is no more, and the row stays as it is; 16 where there is no verdict, or the
/// row asks for nothing that there is.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_next(
    session: *mut kessai_session,
    row: *mut kessai_record_row,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, row) = unsafe { (Lent::new("session", session), Area::new(row)) };
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), row.get()) else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        let mut own = *session.ascii(area);
        match work.next(session.writer(), &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
    })
}

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

/// Gives the next of something, in the session's set.
fn next<T: raw::Plain>(
    session: Lent<'_, kessai_session>,
    area: Area<'_, T>,
    mut own: T,
    fill: impl FnOnce(&mut Work, &kessai_session, &mut T) -> Result<bool, NoAnswer>,
) -> i32 {
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), area.get()) else { return NO_ANSWER };
        let Ok(mut work) = session.work() else { return NO_ANSWER };
        match fill(&mut work, session, &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
    })
}

/// Gives a text for a person (`KSTEXT`): of a reason or a missing field of the last answer, or why there was none. Gives 0; 8 where there
/// is none, and the record stays as it is; 16 where the record asks for nothing that there is.
///
/// In sessions of `JISX0201` it is Shift_JIS, in those of EBCDIC Japanese is half-width kana, which has no kanji there.
///
/// # Safety
///
/// As for `kessai_record_evaluate`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_record_person_text(
    session: *mut kessai_session,
    text: *mut kessai_record_text,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let (session, text) = unsafe { (Lent::new("session", session), Area::new(text)) };
    guard(NO_ANSWER, || {
        let (Some(session), Some(area)) = (session.value(), text.get()) else { return NO_ANSWER };
        let Ok(work) = session.work() else { return NO_ANSWER };
        let mut own = *session.ascii(area);
        match work.text(session, &mut own) {
            Ok(true) => {
                turn(&mut own, session.charset.back());
                *area = own;
                code(ReturnCode::Done)
            }
            Ok(false) => code(ReturnCode::Incomplete),
            Err(_) => NO_ANSWER,
        }
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
    if session.value().is_none() {
        // Nothing of an earlier batch shall be taken for this one's.
        for row in said.get().flatten().into_iter().flatten() {
            *row = kessai_record_item_verdict::BLANK;
        }
        return run_verdict(session, verdict, &inputs, |_, _, _| Ok(ReturnCode::NoAnswer));
    }
    run_verdict(session, verdict, &inputs, |session, work, area| {
        let mut said = said.get().ok_or(NoAnswer::Call(kessai_status::TooLong))?;
        let mut blank = kessai_record_item_verdict::BLANK;
        turn(&mut blank, session.charset.back());
        for row in said.iter_mut().flat_map(|rows| rows.iter_mut()) {
            *row = blank;
        }
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

//! Sessions, and the handles that lead to them.

use std::ffi::c_char;

use crate::raw::{self, Area, Lent, Out, Text, answer, guard};
use crate::record::charset::Charset;
use crate::record::code;
use crate::record::doors::{NO_ANSWER, turn};
use crate::record::layout::words::ReturnCode;
use crate::record::layout::{kessai_record_handle, kessai_record_message, kessai_record_paths};
use crate::record::open::{self, Told};
use crate::record::session::kessai_session;
use crate::record::turned::Turned;
use crate::{kessai_company, kessai_error, kessai_status};

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
    // SAFETY: the caller's promise, passed on.
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

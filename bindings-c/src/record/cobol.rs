//! The names by which COBOL calls records: at most eight capitals, everything by reference, the result in `RETURN-CODE`.
//!
//! They are thin: a handle leads to its session, and the function of the header does the rest. Without a handle there is no
//! answer, and a verdict says so with the status of a null argument.

use std::ffi::c_char;

use crate::record::doors::{
    kessai_record_add, kessai_record_add_usage, kessai_record_add_zengin, kessai_record_advance,
    kessai_record_begin, kessai_record_close, kessai_record_end, kessai_record_evaluate, kessai_record_next,
    kessai_record_next_item, kessai_record_next_order, kessai_record_open, kessai_record_person_text,
    kessai_record_session,
};
use crate::record::layout::{
    kessai_record_access, kessai_record_event, kessai_record_handle, kessai_record_item,
    kessai_record_message, kessai_record_order, kessai_record_paths, kessai_record_request,
    kessai_record_row, kessai_record_text, kessai_record_usage, kessai_record_verdict,
};

/// Every entry, with its parameters as C has them and the function that it calls, for the header.
pub const ENTRIES: &[(&str, &str, &str)] = &[
    (
        "KSEVAL",
        "const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_item *item, kessai_record_verdict *verdict",
        "kessai_record_evaluate",
    ),
    (
        "KSEVLA",
        "const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_item *item, const kessai_record_access *access, kessai_record_verdict *verdict",
        "kessai_record_evaluate",
    ),
    (
        "KSBEG",
        "const kessai_record_handle *handle, const kessai_record_request *request",
        "kessai_record_begin",
    ),
    (
        "KSBEGA",
        "const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_access *access",
        "kessai_record_begin",
    ),
    ("KSADD", "const kessai_record_handle *handle, const kessai_record_item *item", "kessai_record_add"),
    (
        "KSADDZ",
        "const kessai_record_handle *handle, const char *data, const kessai_record_item *item",
        "kessai_record_add_zengin",
    ),
    (
        "KSUSE",
        "const kessai_record_handle *handle, const kessai_record_usage *usage",
        "kessai_record_add_usage",
    ),
    ("KSEND", "const kessai_record_handle *handle, kessai_record_verdict *verdict", "kessai_record_end"),
    ("KSNEXT", "const kessai_record_handle *handle, kessai_record_row *row", "kessai_record_next"),
    (
        "KSADV",
        "const kessai_record_handle *handle, kessai_record_order *order, const kessai_record_event *event, const kessai_record_request *request, const kessai_record_item *item, kessai_record_verdict *verdict",
        "kessai_record_advance",
    ),
    (
        "KSADVA",
        "const kessai_record_handle *handle, kessai_record_order *order, const kessai_record_event *event, const kessai_record_request *request, const kessai_record_item *item, const kessai_record_access *access, kessai_record_verdict *verdict",
        "kessai_record_advance",
    ),
    ("KSNXTI", "const kessai_record_handle *handle, kessai_record_item *item", "kessai_record_next_item"),
    ("KSNXTO", "const kessai_record_handle *handle, kessai_record_order *order", "kessai_record_next_order"),
    ("KSTEXT", "const kessai_record_handle *handle, kessai_record_text *text", "kessai_record_person_text"),
];

/// Declares entries that follow a handle and call a function of the header.
macro_rules! entries {
    ($($name:ident ($($parameter:ident: $of:ty),*) = $function:ident ($($given:expr),*);)+) => {$(
        #[doc = concat!("`", stringify!($function), "` of the session that a handle leads to.\n\n# Safety\n\nAs for that function.")]
        #[unsafe(no_mangle)]
        pub unsafe extern "C" fn $name(handle: *const kessai_record_handle, $($parameter: $of),*) -> i32 {
            // SAFETY: the caller's promise, passed on.
            unsafe { $function(kessai_record_session(handle), $($given),*) }
        }
    )+};
}

entries! {
    KSEVAL(request: *const kessai_record_request, item: *const kessai_record_item, verdict: *mut kessai_record_verdict)
        = kessai_record_evaluate(request, item, std::ptr::null(), verdict);
    KSEVLA(request: *const kessai_record_request, item: *const kessai_record_item, access: *const kessai_record_access,
           verdict: *mut kessai_record_verdict)
        = kessai_record_evaluate(request, item, access, verdict);
    KSBEG(request: *const kessai_record_request) = kessai_record_begin(request, std::ptr::null());
    KSBEGA(request: *const kessai_record_request, access: *const kessai_record_access)
        = kessai_record_begin(request, access);
    KSADD(item: *const kessai_record_item) = kessai_record_add(item);
    KSADDZ(data: *const c_char, item: *const kessai_record_item) = kessai_record_add_zengin(data, item);
    KSUSE(usage: *const kessai_record_usage) = kessai_record_add_usage(usage);
    KSEND(verdict: *mut kessai_record_verdict) = kessai_record_end(verdict);
    KSNEXT(row: *mut kessai_record_row) = kessai_record_next(row);
    KSADV(order: *mut kessai_record_order, event: *const kessai_record_event, request: *const kessai_record_request,
          item: *const kessai_record_item, verdict: *mut kessai_record_verdict)
        = kessai_record_advance(order, event, request, item, std::ptr::null(), verdict);
    KSADVA(order: *mut kessai_record_order, event: *const kessai_record_event, request: *const kessai_record_request,
           item: *const kessai_record_item, access: *const kessai_record_access, verdict: *mut kessai_record_verdict)
        = kessai_record_advance(order, event, request, item, access, verdict);
    KSNXTI(item: *mut kessai_record_item) = kessai_record_next_item(item);
    KSNXTO(order: *mut kessai_record_order) = kessai_record_next_order(order);
    KSTEXT(text: *mut kessai_record_text) = kessai_record_person_text(text);
}

/// `kessai_record_open`, with the handle ahead of the rest.
///
/// # Safety
///
/// As for that function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn KSOPEN(
    handle: *mut kessai_record_handle,
    open: *const kessai_record_paths,
    message: *mut kessai_record_message,
) -> i32 {
    // SAFETY: the caller's promise, passed on.
    unsafe { kessai_record_open(open, handle, message) }
}

/// `kessai_record_close`.
///
/// # Safety
///
/// As for that function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn KSCLOSE(handle: *mut kessai_record_handle) -> i32 {
    // SAFETY: the caller's promise, passed on.
    unsafe { kessai_record_close(handle) }
}

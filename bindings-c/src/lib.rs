//! Kessai for C, and for whatever calls C.
//!
//! `include/kessai.h` is made from this crate and is the reference of its callers. The interface decides nothing: texts
//! go in, the engine's own texts come out.

#![deny(missing_docs)]

use std::ffi::c_char;

use kessai::{Code, Company, Service};

mod about;
#[cfg(not(target_family = "wasm"))]
mod columns;
mod error;
mod forms;
mod image;
#[cfg(target_family = "wasm")]
mod memory;
mod outcome;
mod questions;
mod raw;
#[cfg(not(target_family = "wasm"))]
pub mod record;
#[cfg(not(target_family = "wasm"))]
pub mod rows;
mod version;

pub use about::{
    kessai_company_digest, kessai_company_id, kessai_company_warnings, kessai_service_digest,
    kessai_service_id, kessai_service_version, kessai_service_warnings,
};
#[cfg(not(target_family = "wasm"))]
pub use columns::{kessai_column_answers, kessai_columns, kessai_decide_columns, kessai_usage_column};
pub use error::{kessai_error, kessai_status};
pub use forms::{
    kessai_form_schema_json, kessai_forms, kessai_forms_check_json, kessai_forms_free, kessai_forms_new,
};
pub use image::{
    kessai_company_from_image, kessai_company_image, kessai_image, kessai_image_data, kessai_image_free,
    kessai_image_len,
};
#[cfg(target_family = "wasm")]
pub use memory::{kessai_alloc, kessai_dealloc};
pub use outcome::kessai_outcome;
pub use questions::{
    kessai_advance_json, kessai_form_json, kessai_largest_payment_json, kessai_possible_json,
    kessai_texts_json,
};
#[cfg(not(target_family = "wasm"))]
pub use record::kessai_session;

use about::About;
use raw::{Lent, Out, Text, answer, guard};

/// A bank's checked rules. It never changes, so threads may share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug)]
pub struct kessai_service {
    inner: Service,
    about: About,
}

/// A customer's checked settings, with a counted reference to the service. It never changes, so threads may share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug)]
pub struct kessai_company {
    inner: Company,
    about: About,
}

/// UTF-8 text with its length. A NUL follows its last byte and is not counted. It never changes, so threads may share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct kessai_text {
    with_nul: String,
    outcome: kessai_outcome,
}

impl kessai_text {
    /// What there is to read where there is no text.
    const EMPTY: &'static str = "\0";

    /// The text of an answer, with what it comes to.
    fn answer(text: String, outcome: impl Into<kessai_outcome>) -> Self {
        Self { outcome: outcome.into(), ..text.into() }
    }

    /// The bytes without the NUL.
    fn len(&self) -> usize {
        self.with_nul.len().saturating_sub(1)
    }
}

impl From<String> for kessai_text {
    fn from(mut text: String) -> Self {
        text.push('\0');
        Self { with_nul: text, outcome: kessai_outcome::None }
    }
}

impl From<&str> for kessai_text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// Reads and checks a service document.
///
/// On `KESSAI_STATUS_OK` the caller owns `*service_out` and frees it with `kessai_service_free`. Otherwise
/// `*service_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with
/// `kessai_error_free`. The document is copied; the caller keeps `json`.
///
/// # Safety
///
/// `json` points to `json_len` bytes that can be read, `service_out` and `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_new(
    json: *const c_char,
    json_len: usize,
    service_out: *mut *mut kessai_service,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let json = unsafe { Text::new("json", json, json_len) };
    // SAFETY: the caller's promise, passed on.
    let (service_out, error_out) =
        unsafe { (Out::new("service_out", service_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let service_out = service_out.required()?;
        let inner = Service::from_json(json.read()?)
            .map_err(|findings| kessai_error::of_document(kessai_status::InvalidService, &findings))?;
        let about = About::new(inner.id(), inner.version(), inner.digest(), inner.warnings());
        service_out.give(kessai_service { inner, about });
        Ok(())
    })
}

/// Frees a service; NULL is harmless. Companies that were made with it stay usable.
///
/// # Safety
///
/// `service` is NULL, or comes from `kessai_service_new` and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_service_free(service: *mut kessai_service) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(service) };
}

/// Reads a company document and checks it against a service.
///
/// On `KESSAI_STATUS_OK` the caller owns `*company_out` and frees it with `kessai_company_free`; it holds a counted
/// reference to the service, so the two are freed in any order. Otherwise `*company_out` is untouched and, unless
/// `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The document is copied; the
/// caller keeps `json`.
///
/// # Safety
///
/// `service` comes from `kessai_service_new`, `json` points to `json_len` bytes that can be read, `company_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_new(
    service: *const kessai_service,
    json: *const c_char,
    json_len: usize,
    company_out: *mut *mut kessai_company,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (service, json) = unsafe { (Lent::new("service", service), Text::new("json", json, json_len)) };
    // SAFETY: the caller's promise, passed on.
    let (company_out, error_out) =
        unsafe { (Out::new("company_out", company_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let company_out = company_out.required()?;
        let service = &service.get()?.inner;
        let inner = service
            .company_from_json(json.read()?)
            .map_err(|findings| kessai_error::of_document(kessai_status::InvalidCompany, &findings))?;
        let about = About::new(inner.id(), "", inner.digest(), inner.warnings());
        company_out.give(kessai_company { inner, about });
        Ok(())
    })
}

/// Frees a company; NULL is harmless.
///
/// # Safety
///
/// `company` is NULL, or comes from `kessai_company_new` or `kessai_company_from_image` and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_company_free(company: *mut kessai_company) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(company) };
}

/// Answers one request, JSON in and JSON out.
///
/// `KESSAI_STATUS_OK` says that there is an answer, not that it is yes: whether the request may be made says
/// `kessai_text_outcome` of the verdict. The caller then owns `*verdict_out` and frees it with `kessai_text_free`.
/// Otherwise there is no answer, which is to be treated as refused: `*verdict_out` is untouched and, unless `error_out` is
/// NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The request is copied; the caller keeps it.
/// Threads may ask the same company at the same time.
///
/// # Safety
///
/// `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `verdict_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_evaluate_json(
    company: *const kessai_company,
    request: *const c_char,
    request_len: usize,
    verdict_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, request) =
        unsafe { (Lent::new("company", company), Text::new("request", request, request_len)) };
    // SAFETY: the caller's promise, passed on.
    let (verdict_out, error_out) =
        unsafe { (Out::new("verdict_out", verdict_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let verdict_out = verdict_out.required()?;
        let company = &company.get()?.inner;
        let mut verdict = String::new();
        let outcome = company
            .evaluate_json(request.read()?, &mut verdict)
            .map_err(|error| kessai_error::of_request(&error))?;
        verdict_out.give(kessai_text::answer(verdict, outcome));
        Ok(())
    })
}

/// The bytes of a text, UTF-8 with a NUL behind them, until the text (or the error that it belongs to) is freed. Of NULL:
/// an empty text.
///
/// # Safety
///
/// `text` is NULL, or a text of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_text_data(text: *const kessai_text) -> *const c_char {
    // SAFETY: the caller's promise, passed on.
    let text = unsafe { Lent::new("text", text) };
    guard(kessai_text::EMPTY.as_ptr().cast(), || {
        text.value().map_or(kessai_text::EMPTY, |text| text.with_nul.as_str()).as_ptr().cast()
    })
}

/// The number of bytes of a text, without the NUL behind them. Of NULL: 0.
///
/// # Safety
///
/// `text` is NULL, or a text of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_text_len(text: *const kessai_text) -> usize {
    // SAFETY: the caller's promise, passed on.
    let text = unsafe { Lent::new("text", text) };
    guard(0, || text.value().map_or(0, kessai_text::len))
}

/// What an answer comes to, as its `outcome` says; test it before anything is done, as a status says nothing of it.
/// `KESSAI_OUTCOME_NONE` for NULL, and for texts that have none.
///
/// # Safety
///
/// `text` is NULL, or a text of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_text_outcome(text: *const kessai_text) -> kessai_outcome {
    // SAFETY: the caller's promise, passed on.
    let text = unsafe { Lent::new("text", text) };
    guard(kessai_outcome::None, || text.value().map_or(kessai_outcome::None, |text| text.outcome))
}

/// Frees a text that the caller owns; NULL is harmless. Texts of an error are freed with the error.
///
/// # Safety
///
/// `text` is NULL, or an answer of this library that was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_text_free(text: *mut kessai_text) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(text) };
}

/// What went wrong, in English; of a document every finding, one a line. It belongs to the error and lives as long. Of
/// NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `error` is NULL, or an error of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_error_message(error: *const kessai_error) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let error = unsafe { Lent::new("error", error) };
    guard(std::ptr::null(), || error.value().map_or(std::ptr::null(), |error| &raw const error.message))
}

/// What went wrong, as JSON: of a document an array of `{code, severity, path, start, end, message, messageJa}` with
/// `hint` and `hintJa` where there is one, of a request or an image `{code, path, message, messageJa}`, of a call `{code, path, message}`.
/// It belongs to the error and lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `error` is NULL, or an error of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_error_json(error: *const kessai_error) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let error = unsafe { Lent::new("error", error) };
    guard(std::ptr::null(), || error.value().map_or(std::ptr::null(), |error| &raw const error.json))
}

/// The kind of fault, such as `request.user.unknown`; of a document that of its first error. It belongs to the error and
/// lives as long. Of NULL: NULL, which is an empty text.
///
/// # Safety
///
/// `error` is NULL, or an error of this library that is not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_error_code(error: *const kessai_error) -> *const kessai_text {
    // SAFETY: the caller's promise, passed on.
    let error = unsafe { Lent::new("error", error) };
    guard(std::ptr::null(), || error.value().map_or(std::ptr::null(), |error| &raw const error.code))
}

/// Frees an error with its texts; NULL is harmless.
///
/// # Safety
///
/// `error` is NULL, or comes from this library and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_error_free(error: *mut kessai_error) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(error) };
}

/// The number of a reason's code, one of the `KESSAI_REASON_` constants; 0 for a code that this library does not know.
///
/// # Safety
///
/// `code` is NULL (the number is 0), or points to `code_len` bytes that can be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_reason_number(code: *const c_char, code_len: usize) -> i32 {
    // SAFETY: the caller's promise, passed on.
    let code = unsafe { Text::new("code", code, code_len) };
    guard(0, || code.read().ok().and_then(Code::from_name).map_or(0, |code| code.number().into()))
}

/// The version of the library that runs: `major * 1000000 + minor * 1000 + patch`. Compare it with
/// `KESSAI_VERSION_NUMBER`, that of the header.
#[unsafe(no_mangle)]
pub extern "C" fn kessai_version_number() -> u32 {
    version::NUMBER
}

/// The version of the library that runs, such as `0.1.0`, with a NUL behind it. It lives for ever.
#[unsafe(no_mangle)]
pub extern "C" fn kessai_version_string() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

//! Questions beside requests: items, forms, answers backwards.

use std::ffi::c_char;

use kessai::{Lang, RequestError};

use crate::raw::{Lent, Out, Text, answer};
use crate::{kessai_company, kessai_error, kessai_outcome, kessai_service, kessai_status, kessai_text};

/// Asks the engine, and gives its answer to the caller.
pub(crate) fn ask<T: Into<kessai_outcome>>(
    answer_out: Out<kessai_text>,
    error_out: Out<kessai_error>,
    question: impl FnOnce(&mut String) -> crate::raw::Result<Result<T, RequestError>>,
) -> kessai_status {
    answer(error_out, || {
        let answer_out = answer_out.required()?;
        let mut text = String::new();
        let outcome = question(&mut text)?.map_err(|error| kessai_error::of_request(&error))?;
        answer_out.give(kessai_text::answer(text, outcome));
        Ok(())
    })
}

/// Applies an event to an item, JSON in and JSON out: the question has `item`, `event` and `usage`, the answer the item
/// and the usage as they are then.
///
/// `KESSAI_STATUS_OK` says that there is an answer, not that it is yes: what it comes to says `kessai_text_outcome` of it.
/// The caller then owns `*answer_out` and frees it with `kessai_text_free`. Otherwise there is no answer, which is to be
/// treated as refused: `*answer_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees
/// it with `kessai_error_free`. The question is copied; the caller keeps it. Threads may ask the same company at the same
/// time.
///
/// # Safety
///
/// `company` comes from `kessai_company_new`, `question` points to `question_len` bytes that can be read, `answer_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_advance_json(
    company: *const kessai_company,
    question: *const c_char,
    question_len: usize,
    answer_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, question) =
        unsafe { (Lent::new("company", company), Text::new("question", question, question_len)) };
    // SAFETY: the caller's promise, passed on.
    let (answer_out, error_out) =
        unsafe { (Out::new("answer_out", answer_out), Out::new("error_out", error_out)) };
    ask(answer_out, error_out, |out| {
        let company = &company.get()?.inner;
        Ok(company.advance_json(question.read()?, out))
    })
}

/// Finds the largest payment with which a request has no reason, and the reasons that stop one unit more. `item` is the
/// position of the item in a batch, -1 for a single business.
///
/// Results and ownership are as with `kessai_advance_json`.
///
/// # Safety
///
/// `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `answer_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_largest_payment_json(
    company: *const kessai_company,
    request: *const c_char,
    request_len: usize,
    item: i64,
    answer_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, request) =
        unsafe { (Lent::new("company", company), Text::new("request", request, request_len)) };
    // SAFETY: the caller's promise, passed on.
    let (answer_out, error_out) =
        unsafe { (Out::new("answer_out", answer_out), Out::new("error_out", error_out)) };
    // No batch has so many items that a position is lost here.
    let item = (item >= 0).then(|| u32::try_from(item).unwrap_or(u32::MAX));
    ask(answer_out, error_out, |out| {
        let company = &company.get()?.inner;
        Ok(company.largest_payment_json(request.read()?, item, out))
    })
}

/// Lists which accounts, businesses, operations, payee kinds and approvers could stand in a request, all else as it is.
///
/// Results and ownership are as with `kessai_advance_json`.
///
/// # Safety
///
/// `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `answer_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_possible_json(
    company: *const kessai_company,
    request: *const c_char,
    request_len: usize,
    answer_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, request) =
        unsafe { (Lent::new("company", company), Text::new("request", request, request_len)) };
    // SAFETY: the caller's promise, passed on.
    let (answer_out, error_out) =
        unsafe { (Out::new("answer_out", answer_out), Out::new("error_out", error_out)) };
    ask(answer_out, error_out, |out| {
        let company = &company.get()?.inner;
        Ok(company.possible_json(request.read()?, out))
    })
}

/// Checks a form of the bank's screens (the entry of a transfer, company, user, account, fee table, group) against a company
/// document as it is now, as far as the form is filled. While somebody fills it, `kessai_forms_new` keeps the document for all checks.
/// `rows` in the place of `input` asks about many new users, accounts or groups at once.
///
/// `company` is the text of the document, of `company_len` bytes. Results and ownership are as with
/// `kessai_advance_json`; threads may ask the same service at the same time.
///
/// # Safety
///
/// `service` comes from `kessai_service_new`, `company` points to `company_len` bytes that can be read and `question` to
/// `question_len`, `answer_out` and `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_form_json(
    service: *const kessai_service,
    company: *const c_char,
    company_len: usize,
    question: *const c_char,
    question_len: usize,
    answer_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (service, company) =
        unsafe { (Lent::new("service", service), Text::new("company", company, company_len)) };
    // SAFETY: the caller's promise, passed on.
    let question = unsafe { Text::new("question", question, question_len) };
    // SAFETY: the caller's promise, passed on.
    let (answer_out, error_out) =
        unsafe { (Out::new("answer_out", answer_out), Out::new("error_out", error_out)) };
    ask(answer_out, error_out, |out| {
        let service = &service.get()?.inner;
        Ok(service.form_json(company.read()?, question.read()?, out))
    })
}

/// Tells what an answer says to a person: `{"reasons":[...],"warnings":[...],"more":[...],"missing":[...],"error":null}`, each
/// list in the order of the answer's. `answer` is what any call of this library has written: a verdict, the answer to an
/// event or a form, the largest payment, or `kessai_error_json` of a request without an answer, whose text is `error`.
///
/// `lang` is the tag of a language, such as `ja` or `en`; whatever is not Japanese gets English. Results and ownership are
/// as with `kessai_advance_json`; threads may ask the same service at the same time.
///
/// # Safety
///
/// `service` comes from `kessai_service_new`, `answer` points to `answer_len` bytes that can be read and `lang` to `lang_len`,
/// `texts_out` and `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_texts_json(
    service: *const kessai_service,
    answer: *const c_char,
    answer_len: usize,
    lang: *const c_char,
    lang_len: usize,
    texts_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (service, answer) =
        unsafe { (Lent::new("service", service), Text::new("answer", answer, answer_len)) };
    // SAFETY: the caller's promise, passed on.
    let lang = unsafe { Text::new("lang", lang, lang_len) };
    // SAFETY: the caller's promise, passed on.
    let (texts_out, error_out) =
        unsafe { (Out::new("texts_out", texts_out), Out::new("error_out", error_out)) };
    ask(texts_out, error_out, |out| {
        let service = &service.get()?.inner;
        let lang = Lang::from_tag(lang.read()?).unwrap_or_default();
        Ok(service.texts_json(answer.read()?, lang, out))
    })
}

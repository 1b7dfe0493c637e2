//! The forms of a company that is kept.

use std::ffi::c_char;

use kessai::Lang;
use kessai::form::Forms;
use kessai::terms::SchemaDraft;

use crate::questions::ask;
use crate::raw::{self, Lent, Out, Text, answer};
use crate::{kessai_company, kessai_error, kessai_service, kessai_status, kessai_text};

/// The forms of the bank's screens for one company document, which was read and checked once. It never changes, so threads may
/// share it.
#[expect(non_camel_case_types, reason = "the name in the header")]
#[derive(Clone, Debug)]
pub struct kessai_forms {
    inner: Forms,
}

/// Reads and checks a company document as it is now, and keeps it for its forms: each `kessai_forms_check_json` then costs what
/// is typed, and not what the document says. Whoever saves a form makes new ones of the new document.
///
/// On `KESSAI_STATUS_OK` the caller owns `*forms_out` and frees it with `kessai_forms_free`; it holds a counted reference to the
/// service, so the two are freed in any order. A document that does not load is `KESSAI_STATUS_INVALID_REQUEST` with the code
/// `request.form`, as in `kessai_form_json`: `*forms_out` is untouched and, unless `error_out` is NULL, the caller owns
/// `*error_out` and frees it with `kessai_error_free`. The document is copied; the caller keeps `company`.
///
/// # Safety
///
/// `service` comes from `kessai_service_new`, `company` points to `company_len` bytes that can be read, `forms_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_forms_new(
    service: *const kessai_service,
    company: *const c_char,
    company_len: usize,
    forms_out: *mut *mut kessai_forms,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (service, company) =
        unsafe { (Lent::new("service", service), Text::new("company", company, company_len)) };
    // SAFETY: the caller's promise, passed on.
    let (forms_out, error_out) =
        unsafe { (Out::new("forms_out", forms_out), Out::new("error_out", error_out)) };
    answer(error_out, || {
        let forms_out = forms_out.required()?;
        let forms = service.get()?.inner.forms(company.read()?);
        let inner = forms.map_err(|error| kessai_error::of_request(&error))?;
        forms_out.give(kessai_forms { inner });
        Ok(())
    })
}

/// Frees forms; NULL is harmless.
///
/// # Safety
///
/// `forms` is NULL, or comes from `kessai_forms_new` and was not freed before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_forms_free(forms: *mut kessai_forms) {
    // SAFETY: the caller's promise, passed on.
    unsafe { raw::free(forms) };
}

/// Checks a form of the bank's screens as far as it is filled: the same question and answer, byte for byte, as with
/// `kessai_form_json`, of the document that is kept.
///
/// Results and ownership are as with `kessai_advance_json`; threads may ask the same forms at the same time.
///
/// # Safety
///
/// `forms` comes from `kessai_forms_new`, `question` points to `question_len` bytes that can be read, `answer_out` and
/// `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_forms_check_json(
    forms: *const kessai_forms,
    question: *const c_char,
    question_len: usize,
    answer_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (forms, question) =
        unsafe { (Lent::new("forms", forms), Text::new("question", question, question_len)) };
    // SAFETY: the caller's promise, passed on.
    let (answer_out, error_out) =
        unsafe { (Out::new("answer_out", answer_out), Out::new("error_out", error_out)) };
    ask(answer_out, error_out, |out| Ok(forms.get()?.inner.check_json(question.read()?, out)))
}

/// Writes the JSON Schema of a form (`request`, `company`, `user`, `account`, `feeTable`, `group`): titles in a language, the
/// choices that the documents have, and what a schema can say of the bank's field rules. No document is needed: a company of an image
/// has them too.
///
/// `draft` is `draft-2020-12` or `draft-07`; `lang` is the tag of a language, and whatever is not Japanese gets English. Another
/// form, or draft, is `KESSAI_STATUS_INVALID_REQUEST` with the code `request.form`. Results and ownership are as with
/// `kessai_advance_json`; threads may ask the same company at the same time.
///
/// # Safety
///
/// `company` comes from this library and is not freed, `form` points to `form_len` bytes that can be read, `draft` to `draft_len`
/// and `lang` to `lang_len`, `schema_out` and `error_out` to pointers that can be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kessai_form_schema_json(
    company: *const kessai_company,
    form: *const c_char,
    form_len: usize,
    draft: *const c_char,
    draft_len: usize,
    lang: *const c_char,
    lang_len: usize,
    schema_out: *mut *mut kessai_text,
    error_out: *mut *mut kessai_error,
) -> kessai_status {
    // SAFETY: the caller's promise, passed on.
    let (company, form) = unsafe { (Lent::new("company", company), Text::new("form", form, form_len)) };
    // SAFETY: the caller's promise, passed on.
    let (draft, lang) = unsafe { (Text::new("draft", draft, draft_len), Text::new("lang", lang, lang_len)) };
    // SAFETY: the caller's promise, passed on.
    let (schema_out, error_out) =
        unsafe { (Out::new("schema_out", schema_out), Out::new("error_out", error_out)) };
    ask(schema_out, error_out, |out| {
        let company = &company.get()?.inner;
        let lang = Lang::from_tag(lang.read()?).unwrap_or_default();
        let draft = SchemaDraft::from_name(draft.read()?).ok_or_else(kessai_error::draft)?;
        Ok(company.form_schema_json(form.read()?, lang, draft, out))
    })
}

/*
 * Kessai: the rules of corporate banking for C, and for whatever calls C.
 *
 * Made from the sources of the library; this page is its reference. What documents, requests and answers mean stands
 * in docs/rules.md, docs/item.md and docs/forms.md.
 *
 * - Every function that can fail returns a kessai_status. A result is written only on KESSAI_STATUS_OK; on failure
 *   nothing is written but *error_out, which may be NULL if the caller does not want to know more.
 * - A status says whether there is an answer, and never what it is: an answer that refuses has KESSAI_STATUS_OK. Before
 *   anything is done, test kessai_text_outcome of the answer.
 * - kessai_T_new makes a kessai_T, kessai_T_free frees it. Freeing NULL is harmless, and so is NULL anywhere else: it is
 *   a status, or an empty answer. What is given is freed by the function named for it, never by free().
 * - Text is UTF-8, a pointer and a length in bytes. What the caller passes needs no NUL and is copied.
 * - Nothing changes once it is made: threads may share everything as long as nobody frees it meanwhile. There is no
 *   global state.
 * - A fault inside the library ends in KESSAI_STATUS_PANIC, never in the caller's stack.
 */

#ifndef KESSAI_H
#define KESSAI_H

#include <stddef.h>
#include <stdint.h>

/*
 * The version of this header; kessai_version_number gives that of the library.
 */
#define KESSAI_VERSION_MAJOR 0
#define KESSAI_VERSION_MINOR 1
#define KESSAI_VERSION_PATCH 0
#define KESSAI_VERSION_STRING "0.1.0"
#define KESSAI_VERSION_NUMBER \
  (KESSAI_VERSION_MAJOR * 1000000 + KESSAI_VERSION_MINOR * 1000 + KESSAI_VERSION_PATCH)

/*
 * Why a verdict says no: the stable numbers of the codes in a verdict's reasons, for programs that do not compare
 * text. kessai_reason_number turns a code into its number.
 */
#define KESSAI_REASON_ACCESS_SERVICE_STATE 101
#define KESSAI_REASON_ACCESS_MAIL_STATE 102
#define KESSAI_REASON_ACCESS_LOGIN_LOCK 103
#define KESSAI_REASON_ACCESS_CONFIRMATION_LOCK 104
#define KESSAI_REASON_ACCESS_CERTIFICATE_STATE 105
#define KESSAI_REASON_ACCESS_CERTIFICATE_EXPIRED 106
#define KESSAI_REASON_ACCESS_ONE_TIME_PASSWORD_STATE 107
#define KESSAI_REASON_ACCESS_CONFIRMATION_PASSWORD 108
#define KESSAI_REASON_ACCESS_ONE_TIME_PASSWORD 109
#define KESSAI_REASON_ACCESS_ADDRESS 110
#define KESSAI_REASON_ACCESS_OS 111
#define KESSAI_REASON_ACCESS_BROWSER 112
#define KESSAI_REASON_ACCESS_ORGANISATION 113
#define KESSAI_REASON_ACCESS_COMPANY 114
#define KESSAI_REASON_ACCESS_LICENCE 115
#define KESSAI_REASON_ACCESS_CONTRACT_KIND 116
#define KESSAI_REASON_ACCESS_CONTRACT_DATE 117
#define KESSAI_REASON_ACCESS_SECOND_CHANNEL 118
#define KESSAI_REASON_ACCESS_CONDITION 119
#define KESSAI_REASON_ACCESS_MISSING 120
#define KESSAI_REASON_PERMISSION_USER_DISABLED 201
#define KESSAI_REASON_PERMISSION_ROLE 202
#define KESSAI_REASON_PERMISSION_BUSINESS_NOT_CONTRACTED 203
#define KESSAI_REASON_PERMISSION_PAYEE_KIND 204
#define KESSAI_REASON_PERMISSION_RIGHT 205
#define KESSAI_REASON_PERMISSION_SCOPE 206
#define KESSAI_REASON_PERMISSION_ACCOUNT 207
#define KESSAI_REASON_PERMISSION_APPROVER 208
#define KESSAI_REASON_PERMISSION_SELF_APPROVAL 209
#define KESSAI_REASON_PERMISSION_TARGET_SELF 210
#define KESSAI_REASON_PERMISSION_TARGET_MASTER 211
#define KESSAI_REASON_PERMISSION_TARGET_CERTIFICATE 212
#define KESSAI_REASON_PERMISSION_TARGET_ONE_TIME_PASSWORD 213
#define KESSAI_REASON_PERMISSION_REQUESTER 214
#define KESSAI_REASON_FORM_AMOUNT 301
#define KESSAI_REASON_FORM_DATE 302
#define KESSAI_REASON_FORM_CHOICE 303
#define KESSAI_REASON_FORM_VALUE_DATE_OUTSIDE_CALENDAR 304
#define KESSAI_REASON_FORM_VALUE_DATE_NOT_BUSINESS_DAY 305
#define KESSAI_REASON_FORM_CHARACTERS 306
#define KESSAI_REASON_FORM_TOO_SHORT 307
#define KESSAI_REASON_FORM_TOO_LONG 308
#define KESSAI_REASON_FORM_TOO_MANY_BYTES 309
#define KESSAI_REASON_FORM_MIX 310
#define KESSAI_REASON_FORM_TYPED_TWICE 311
#define KESSAI_REASON_FORM_UNEQUAL 312
#define KESSAI_REASON_FORM_LIST 313
#define KESSAI_REASON_FORM_RANGE 314
#define KESSAI_REASON_FORM_MAIL 315
#define KESSAI_REASON_FORM_VALUE_DATE_TOO_SOON 316
#define KESSAI_REASON_FORM_VALUE_DATE_TOO_LATE 317
#define KESSAI_REASON_FORM_NOW_OUTSIDE_CALENDAR 318
#define KESSAI_REASON_FORM_INSTANT 319
#define KESSAI_REASON_FEE_NO_TABLE_IN_FORCE 401
#define KESSAI_REASON_FEE_NO_TABLE_FOR_PATTERN 402
#define KESSAI_REASON_FEE_PATTERN_DISAGREES 403
#define KESSAI_REASON_FEE_PAYEE_BORNE_NOT_OFFERED 404
#define KESSAI_REASON_FEE_PAYEE_BORNE_NOT_SET 405
#define KESSAI_REASON_FEE_NOT_LESS_THAN_PAYMENT 406
#define KESSAI_REASON_FEE_AMOUNT_TOO_LARGE 407
#define KESSAI_REASON_LIMIT_ACCOUNT_PER_DAY_TOTAL 501
#define KESSAI_REASON_LIMIT_ACCOUNT_PER_DAY_AD_HOC 502
#define KESSAI_REASON_LIMIT_ACCOUNT_PER_DAY_PRE_REGISTERED 503
#define KESSAI_REASON_LIMIT_COMPANY_PER_DAY 504
#define KESSAI_REASON_LIMIT_USER_PER_OPERATION 505
#define KESSAI_REASON_LIMIT_APPROVER_PER_ITEM 506
#define KESSAI_REASON_LIMIT_DECLARED 516
#define KESSAI_REASON_LIMIT_CEILING_ACCOUNT_PER_DAY_TOTAL 507
#define KESSAI_REASON_LIMIT_CEILING_ACCOUNT_PER_DAY_AD_HOC 508
#define KESSAI_REASON_LIMIT_CEILING_ACCOUNT_PER_DAY_PRE_REGISTERED 509
#define KESSAI_REASON_LIMIT_CEILING_COMPANY_PER_DAY 510
#define KESSAI_REASON_LIMIT_CEILING_USER_PER_OPERATION 511
#define KESSAI_REASON_LIMIT_CEILING_DECLARED 517
#define KESSAI_REASON_LIMIT_PER_ITEM 512
#define KESSAI_REASON_LIMIT_PER_BATCH 513
#define KESSAI_REASON_LIMIT_MAX_ITEMS 514
#define KESSAI_REASON_LIMIT_USAGE_DAY 515
#define KESSAI_REASON_APPROVAL_NOT_NEEDED 601
#define KESSAI_REASON_APPROVAL_NOT_NAMED_BY_REQUESTER 602
#define KESSAI_REASON_APPROVAL_TOO_MANY 603
#define KESSAI_REASON_APPROVAL_APPROVER_NOT_ELIGIBLE 604
#define KESSAI_REASON_APPROVAL_APPROVER_RIGHT 605
#define KESSAI_REASON_APPROVAL_APPROVER_GROUP 611
#define KESSAI_REASON_APPROVAL_APPROVER_ACCOUNT 606
#define KESSAI_REASON_APPROVAL_APPROVER_SELF 607
#define KESSAI_REASON_APPROVAL_APPROVER_CAP 608
#define KESSAI_REASON_APPROVAL_APPROVER_DUPLICATE 609
#define KESSAI_REASON_APPROVAL_NOBODY 610
#define KESSAI_REASON_ITEM_STATE 701
#define KESSAI_REASON_ITEM_NOT_REQUESTER 702
#define KESSAI_REASON_ITEM_APPROVED_ALREADY 703
#define KESSAI_REASON_ITEM_APPROVED_BEFORE 704
#define KESSAI_REASON_ITEM_ORDER 705
#define KESSAI_REASON_ITEM_DEADLINE 706
#define KESSAI_REASON_ITEM_SECOND_CHANNEL 707
#define KESSAI_REASON_ITEM_MODE_CHANGED 708
#define KESSAI_REASON_ITEM_REVOKE_NOT_OFFERED 709
#define KESSAI_REASON_ITEM_TOO_LATE 710
#define KESSAI_REASON_ITEM_TOO_EARLY 711
#define KESSAI_REASON_ITEM_NOT_HIS_APPROVAL 712
#define KESSAI_REASON_ITEM_SWITCH_NOT_OFFERED 713
#define KESSAI_REASON_ITEM_SWITCH_TOO_MANY 714
#define KESSAI_REASON_ITEM_USAGE 715
#define KESSAI_REASON_ITEM_REVISION 716
#define KESSAI_REASON_ITEM_BEFORE_LAST_EVENT 717
#define KESSAI_REASON_ITEM_APPROVER_UNKNOWN 718
#define KESSAI_REASON_ITEM_NOT_NEEDED 719


/**
 * What a call came to. Numbers never change their meaning, and new ones may be added: treat a status that you do not
 * know as a failure.
 */
enum kessai_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  /**
   * The call did what it says. It does not say that an answer is yes: `kessai_text_outcome` of it does.
   */
  KESSAI_STATUS_OK = 0,
  /**
   * A pointer that is needed was NULL.
   */
  KESSAI_STATUS_NULL_ARGUMENT = 1,
  /**
   * A text was not UTF-8.
   */
  KESSAI_STATUS_INVALID_UTF8 = 2,
  /**
   * A length was larger than any text can be.
   */
  KESSAI_STATUS_TOO_LONG = 3,
  /**
   * The service document has errors; `kessai_error_json` has every finding.
   */
  KESSAI_STATUS_INVALID_SERVICE = 10,
  /**
   * The company document has errors; `kessai_error_json` has every finding.
   */
  KESSAI_STATUS_INVALID_COMPANY = 11,
  /**
   * The bytes are no image that this library reads; `kessai_error_code` says why, such as `image.version`.
   */
  KESSAI_STATUS_INVALID_IMAGE = 12,
  /**
   * No answer: the request cannot be evaluated. Treat it as refused.
   */
  KESSAI_STATUS_INVALID_REQUEST = 20,
  /**
   * A fault of this library. Treat it as refused; everything that was made before can still be used and freed.
   */
  KESSAI_STATUS_PANIC = 90,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum kessai_status kessai_status;
#else
typedef int32_t kessai_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * What an answer comes to. Numbers never change their meaning, and new ones may be added: treat an outcome that you do
 * not know as `KESSAI_OUTCOME_REFUSED`.
 */
enum kessai_outcome
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : int32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
  /**
   * A text that has none: NULL, a text of an error or of a document, an answer backwards. It permits nothing.
   */
  KESSAI_OUTCOME_NONE = 0,
  /**
   * Verdict: it may be made, and nobody else is needed.
   */
  KESSAI_OUTCOME_ACCEPTED = 1,
  /**
   * Verdict: it may be made, and somebody must approve it.
   */
  KESSAI_OUTCOME_NEEDS_APPROVAL = 2,
  /**
   * Nothing says no, but fields are missing. Not yet permitted; of an item nothing has changed.
   */
  KESSAI_OUTCOME_INCOMPLETE = 3,
  /**
   * Some rule says no. Of an item nothing has changed.
   */
  KESSAI_OUTCOME_REFUSED = 4,
  /**
   * Item: the event is applied, and the item and the usage are to be stored as they are in the answer.
   */
  KESSAI_OUTCOME_CHANGED = 5,
  /**
   * Form: it is whole, and the document with it would load.
   */
  KESSAI_OUTCOME_VALID = 6,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum kessai_outcome kessai_outcome;
#else
typedef int32_t kessai_outcome;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * A customer's checked settings, with a counted reference to the service. It never changes, so threads may share it.
 */
typedef struct kessai_company kessai_company;

/**
 * Why a call failed. Owned by the caller, who frees it with `kessai_error_free`; never changes, so threads may share it.
 */
typedef struct kessai_error kessai_error;

/**
 * The forms of the bank's screens for one company document, which was read and checked once. It never changes, so threads may
 * share it.
 */
typedef struct kessai_forms kessai_forms;

/**
 * A company with its service as bytes, see `kessai_company_image`. It never changes, so threads may share it.
 */
typedef struct kessai_image kessai_image;

/**
 * A bank's checked rules. It never changes, so threads may share it.
 */
typedef struct kessai_service kessai_service;

/**
 * UTF-8 text with its length. A NUL follows its last byte and is not counted. It never changes, so threads may share it.
 */
typedef struct kessai_text kessai_text;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Reads and checks a service document.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*service_out` and frees it with `kessai_service_free`. Otherwise
 * `*service_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with
 * `kessai_error_free`. The document is copied; the caller keeps `json`.
 *
 * The caller promises:
 * `json` points to `json_len` bytes that can be read, `service_out` and `error_out` to pointers that can be written.
 */
kessai_status kessai_service_new(const char *json,
                                 size_t json_len,
                                 kessai_service **service_out,
                                 kessai_error **error_out);

/**
 * Frees a service; NULL is harmless. Companies that were made with it stay usable.
 *
 * The caller promises:
 * `service` is NULL, or comes from `kessai_service_new` and was not freed before.
 */
void kessai_service_free(kessai_service *service);

/**
 * Reads a company document and checks it against a service.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*company_out` and frees it with `kessai_company_free`; it holds a counted
 * reference to the service, so the two are freed in any order. Otherwise `*company_out` is untouched and, unless
 * `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The document is copied; the
 * caller keeps `json`.
 *
 * The caller promises:
 * `service` comes from `kessai_service_new`, `json` points to `json_len` bytes that can be read, `company_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_company_new(const kessai_service *service,
                                 const char *json,
                                 size_t json_len,
                                 kessai_company **company_out,
                                 kessai_error **error_out);

/**
 * Frees a company; NULL is harmless.
 *
 * The caller promises:
 * `company` is NULL, or comes from `kessai_company_new` or `kessai_company_from_image` and was not freed before.
 */
void kessai_company_free(kessai_company *company);

/**
 * Answers one request, JSON in and JSON out.
 *
 * `KESSAI_STATUS_OK` says that there is an answer, not that it is yes: whether the request may be made says
 * `kessai_text_outcome` of the verdict. The caller then owns `*verdict_out` and frees it with `kessai_text_free`.
 * Otherwise there is no answer, which is to be treated as refused: `*verdict_out` is untouched and, unless `error_out` is
 * NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The request is copied; the caller keeps it.
 * Threads may ask the same company at the same time.
 *
 * The caller promises:
 * `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `verdict_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_evaluate_json(const kessai_company *company,
                                   const char *request,
                                   size_t request_len,
                                   kessai_text **verdict_out,
                                   kessai_error **error_out);

/**
 * The bytes of a text, UTF-8 with a NUL behind them, until the text (or the error that it belongs to) is freed. Of NULL:
 * an empty text.
 *
 * The caller promises:
 * `text` is NULL, or a text of this library that is not freed.
 */
const char *kessai_text_data(const kessai_text *text);

/**
 * The number of bytes of a text, without the NUL behind them. Of NULL: 0.
 *
 * The caller promises:
 * `text` is NULL, or a text of this library that is not freed.
 */
size_t kessai_text_len(const kessai_text *text);

/**
 * What an answer comes to, as its `outcome` says; test it before anything is done, as a status says nothing of it.
 * `KESSAI_OUTCOME_NONE` for NULL, and for texts that have none.
 *
 * The caller promises:
 * `text` is NULL, or a text of this library that is not freed.
 */
kessai_outcome kessai_text_outcome(const kessai_text *text);

/**
 * Frees a text that the caller owns; NULL is harmless. Texts of an error are freed with the error.
 *
 * The caller promises:
 * `text` is NULL, or an answer of this library that was not freed before.
 */
void kessai_text_free(kessai_text *text);

/**
 * What went wrong, in English; of a document every finding, one a line. It belongs to the error and lives as long. Of
 * NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `error` is NULL, or an error of this library that is not freed.
 */
const kessai_text *kessai_error_message(const kessai_error *error);

/**
 * What went wrong, as JSON: of a document an array of `{code, severity, path, start, end, message, messageJa}` with
 * `hint` and `hintJa` where there is one, of a request or an image `{code, path, message, messageJa}`, of a call `{code, path, message}`.
 * It belongs to the error and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `error` is NULL, or an error of this library that is not freed.
 */
const kessai_text *kessai_error_json(const kessai_error *error);

/**
 * The kind of fault, such as `request.user.unknown`; of a document that of its first error. It belongs to the error and
 * lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `error` is NULL, or an error of this library that is not freed.
 */
const kessai_text *kessai_error_code(const kessai_error *error);

/**
 * Frees an error with its texts; NULL is harmless.
 *
 * The caller promises:
 * `error` is NULL, or comes from this library and was not freed before.
 */
void kessai_error_free(kessai_error *error);

/**
 * The number of a reason's code, one of the `KESSAI_REASON_` constants; 0 for a code that this library does not know.
 *
 * The caller promises:
 * `code` is NULL (the number is 0), or points to `code_len` bytes that can be read.
 */
int32_t kessai_reason_number(const char *code,
                             size_t code_len);

/**
 * The version of the library that runs: `major * 1000000 + minor * 1000 + patch`. Compare it with
 * `KESSAI_VERSION_NUMBER`, that of the header.
 */
uint32_t kessai_version_number(void);

/**
 * The version of the library that runs, such as `0.1.0`, with a NUL behind it. It lives for ever.
 */
const char *kessai_version_string(void);

/**
 * The `id` of the document. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `service` is NULL, or comes from `kessai_service_new` and is not freed.
 */
const kessai_text *kessai_service_id(const kessai_service *service);

/**
 * The `version` of the document. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `service` is NULL, or comes from `kessai_service_new` and is not freed.
 */
const kessai_text *kessai_service_version(const kessai_service *service);

/**
 * The fingerprint of the document's meaning, as in verdicts. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `service` is NULL, or comes from `kessai_service_new` and is not freed.
 */
const kessai_text *kessai_service_digest(const kessai_service *service);

/**
 * What was doubtful when the document was read, as a JSON array of the same objects as in `kessai_error_json`;
 * `[]` for nothing. It belongs to the service and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `service` is NULL, or comes from `kessai_service_new` and is not freed.
 */
const kessai_text *kessai_service_warnings(const kessai_service *service);

/**
 * The `id` of the document. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `company` is NULL, or comes from `kessai_company_new` and is not freed.
 */
const kessai_text *kessai_company_id(const kessai_company *company);

/**
 * The fingerprint of the document's meaning, as in verdicts. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `company` is NULL, or comes from `kessai_company_new` and is not freed.
 */
const kessai_text *kessai_company_digest(const kessai_company *company);

/**
 * What was doubtful when the document was read, as a JSON array of the same objects as in `kessai_error_json`;
 * `[]` for nothing. It belongs to the company and lives as long. Of NULL: NULL, which is an empty text.
 *
 * The caller promises:
 * `company` is NULL, or comes from `kessai_company_new` and is not freed.
 */
const kessai_text *kessai_company_warnings(const kessai_company *company);

/**
 * Reads and checks a company document as it is now, and keeps it for its forms: each `kessai_forms_check_json` then costs what
 * is typed, and not what the document says. Whoever saves a form makes new ones of the new document.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*forms_out` and frees it with `kessai_forms_free`; it holds a counted reference to the
 * service, so the two are freed in any order. A document that does not load is `KESSAI_STATUS_INVALID_REQUEST` with the code
 * `request.form`, as in `kessai_form_json`: `*forms_out` is untouched and, unless `error_out` is NULL, the caller owns
 * `*error_out` and frees it with `kessai_error_free`. The document is copied; the caller keeps `company`.
 *
 * The caller promises:
 * `service` comes from `kessai_service_new`, `company` points to `company_len` bytes that can be read, `forms_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_forms_new(const kessai_service *service,
                               const char *company,
                               size_t company_len,
                               kessai_forms **forms_out,
                               kessai_error **error_out);

/**
 * Frees forms; NULL is harmless.
 *
 * The caller promises:
 * `forms` is NULL, or comes from `kessai_forms_new` and was not freed before.
 */
void kessai_forms_free(kessai_forms *forms);

/**
 * Checks a form of the bank's screens as far as it is filled: the same question and answer, byte for byte, as with
 * `kessai_form_json`, of the document that is kept.
 *
 * Results and ownership are as with `kessai_advance_json`; threads may ask the same forms at the same time.
 *
 * The caller promises:
 * `forms` comes from `kessai_forms_new`, `question` points to `question_len` bytes that can be read, `answer_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_forms_check_json(const kessai_forms *forms,
                                      const char *question,
                                      size_t question_len,
                                      kessai_text **answer_out,
                                      kessai_error **error_out);

/**
 * Writes the JSON Schema of a form (`request`, `company`, `user`, `account`, `feeTable`): titles in a language, the choices that
 * the documents have, and what a schema can say of the bank's field rules. No document is needed: a company of an image
 * has them too.
 *
 * `draft` is `draft-2020-12` or `draft-07`; `lang` is the tag of a language, and whatever is not Japanese gets English. Another
 * form, or draft, is `KESSAI_STATUS_INVALID_REQUEST` with the code `request.form`. Results and ownership are as with
 * `kessai_advance_json`; threads may ask the same company at the same time.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `form` points to `form_len` bytes that can be read, `draft` to `draft_len`
 * and `lang` to `lang_len`, `schema_out` and `error_out` to pointers that can be written.
 */
kessai_status kessai_form_schema_json(const kessai_company *company,
                                      const char *form,
                                      size_t form_len,
                                      const char *draft,
                                      size_t draft_len,
                                      const char *lang,
                                      size_t lang_len,
                                      kessai_text **schema_out,
                                      kessai_error **error_out);

/**
 * Writes a company, with its service, as an image: bytes that `kessai_company_from_image` reads in microseconds, the same on
 * every machine. They are read by libraries of the same image version alone, and have no document, which forms need.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*image_out` and frees it with `kessai_image_free`. Otherwise `*image_out` is
 * untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `image_out` and `error_out` point to pointers that can be written.
 */
kessai_status kessai_company_image(const kessai_company *company,
                                   kessai_image **image_out,
                                   kessai_error **error_out);

/**
 * Reads an image that `kessai_company_image` or the program `kessai compile` has written: the company with its service, which
 * answer as those of the documents do, byte for byte. Any bytes may be given.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*company_out` and frees it with `kessai_company_free`. Otherwise `*company_out` is
 * untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`. The image is
 * copied; the caller keeps it.
 *
 * The caller promises:
 * `image` points to `image_len` bytes that can be read, `company_out` and `error_out` to pointers that can be written.
 */
kessai_status kessai_company_from_image(const uint8_t *image,
                                        size_t image_len,
                                        kessai_company **company_out,
                                        kessai_error **error_out);

/**
 * The bytes of an image, until it is freed. Of NULL: NULL.
 *
 * The caller promises:
 * `image` is NULL, or comes from `kessai_company_image` and is not freed.
 */
const uint8_t *kessai_image_data(const kessai_image *image);

/**
 * The number of bytes of an image. Of NULL: 0.
 *
 * The caller promises:
 * `image` is NULL, or comes from `kessai_company_image` and is not freed.
 */
size_t kessai_image_len(const kessai_image *image);

/**
 * Frees an image; NULL is harmless. Companies that were read from it stay usable.
 *
 * The caller promises:
 * `image` is NULL, or comes from `kessai_company_image` and was not freed before.
 */
void kessai_image_free(kessai_image *image);

/**
 * Applies an event to an item, JSON in and JSON out: the question has `item`, `event` and `usage`, the answer the item
 * and the usage as they are then.
 *
 * `KESSAI_STATUS_OK` says that there is an answer, not that it is yes: what it comes to says `kessai_text_outcome` of it.
 * The caller then owns `*answer_out` and frees it with `kessai_text_free`. Otherwise there is no answer, which is to be
 * treated as refused: `*answer_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees
 * it with `kessai_error_free`. The question is copied; the caller keeps it. Threads may ask the same company at the same
 * time.
 *
 * The caller promises:
 * `company` comes from `kessai_company_new`, `question` points to `question_len` bytes that can be read, `answer_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_advance_json(const kessai_company *company,
                                  const char *question,
                                  size_t question_len,
                                  kessai_text **answer_out,
                                  kessai_error **error_out);

/**
 * Finds the largest payment with which a request has no reason, and the reasons that stop one unit more. `item` is the
 * position of the item in a batch, -1 for a single business.
 *
 * Results and ownership are as with `kessai_advance_json`.
 *
 * The caller promises:
 * `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `answer_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_largest_payment_json(const kessai_company *company,
                                          const char *request,
                                          size_t request_len,
                                          int64_t item,
                                          kessai_text **answer_out,
                                          kessai_error **error_out);

/**
 * Lists which accounts, businesses, operations, payee kinds and approvers could stand in a request, all else as it is.
 *
 * Results and ownership are as with `kessai_advance_json`.
 *
 * The caller promises:
 * `company` comes from `kessai_company_new`, `request` points to `request_len` bytes that can be read, `answer_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_possible_json(const kessai_company *company,
                                   const char *request,
                                   size_t request_len,
                                   kessai_text **answer_out,
                                   kessai_error **error_out);

/**
 * Checks a form of the bank's screens (the entry of a transfer, company, user, account, fee table) against a company
 * document as it is now, as far as the form is filled. While somebody fills it, `kessai_forms_new` keeps the document for all checks.
 *
 * `company` is the text of the document, of `company_len` bytes. Results and ownership are as with
 * `kessai_advance_json`; threads may ask the same service at the same time.
 *
 * The caller promises:
 * `service` comes from `kessai_service_new`, `company` points to `company_len` bytes that can be read and `question` to
 * `question_len`, `answer_out` and `error_out` to pointers that can be written.
 */
kessai_status kessai_form_json(const kessai_service *service,
                               const char *company,
                               size_t company_len,
                               const char *question,
                               size_t question_len,
                               kessai_text **answer_out,
                               kessai_error **error_out);

/**
 * Tells what an answer says to a person: `{"reasons":[...],"warnings":[...],"more":[...],"missing":[...],"error":null}`, each
 * list in the order of the answer's. `answer` is what any call of this library has written: a verdict, the answer to an
 * event or a form, the largest payment, or `kessai_error_json` of a request without an answer, whose text is `error`.
 *
 * `lang` is the tag of a language, such as `ja` or `en`; whatever is not Japanese gets English. Results and ownership are
 * as with `kessai_advance_json`; threads may ask the same service at the same time.
 *
 * The caller promises:
 * `service` comes from `kessai_service_new`, `answer` points to `answer_len` bytes that can be read and `lang` to `lang_len`,
 * `texts_out` and `error_out` to pointers that can be written.
 */
kessai_status kessai_texts_json(const kessai_service *service,
                                const char *answer,
                                size_t answer_len,
                                const char *lang,
                                size_t lang_len,
                                kessai_text **texts_out,
                                kessai_error **error_out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* KESSAI_H */

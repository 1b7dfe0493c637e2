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
#define KESSAI_REASON_PERMISSION_GROUP 215
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
#define KESSAI_REASON_FORM_SHAPE 320
#define KESSAI_REASON_FORM_TAKEN 321
#define KESSAI_REASON_FORM_FIXED 322
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

/*
 * Numbers of rows and columns: what is missing, kinds of names for kessai_position, and the values of what is chosen.
 */
#define KESSAI_NO_POSITION 65535
#define KESSAI_UNKNOWN_APPROVER 65534
#define KESSAI_NO_CODE 255
#define KESSAI_NO_DAY INT32_MIN
#define KESSAI_NO_NUMBER INT64_MIN
#define KESSAI_KIND_USER 1
#define KESSAI_KIND_BUSINESS 2
#define KESSAI_KIND_ACCOUNT 3
#define KESSAI_KIND_APPROVER 4
#define KESSAI_KIND_PATTERN 5
#define KESSAI_KIND_LIMIT 6
#define KESSAI_OPERATION_CREATE 0
#define KESSAI_OPERATION_EDIT 1
#define KESSAI_OPERATION_DELETE 2
#define KESSAI_OPERATION_VIEW 3
#define KESSAI_OPERATION_REFERENCE 4
#define KESSAI_OPERATION_CANCEL 5
#define KESSAI_OPERATION_PULL_BACK 6
#define KESSAI_OPERATION_APPROVE 7
#define KESSAI_OPERATION_SEND_BACK 8
#define KESSAI_OPERATION_DISCARD 9
#define KESSAI_OPERATION_REVOKE 10
#define KESSAI_OPERATION_SWITCH 11
#define KESSAI_OPERATION_MANAGE_PAYEES 12
#define KESSAI_OPERATION_VIEW_RESULTS 13
#define KESSAI_OPERATION_VERIFY 14
#define KESSAI_OPERATION_RELEASE 15
#define KESSAI_OPERATION_VIEW_BALANCE 16
#define KESSAI_OPERATION_VIEW_STATEMENT 17
#define KESSAI_OPERATION_VIEW_DEPOSITS 18
#define KESSAI_OPERATION_VIEW_LOG 19
#define KESSAI_OPERATION_VIEW_COMPANY 20
#define KESSAI_OPERATION_EDIT_COMPANY 21
#define KESSAI_OPERATION_EDIT_FEES 22
#define KESSAI_OPERATION_VIEW_USERS 23
#define KESSAI_OPERATION_REGISTER_USER 24
#define KESSAI_OPERATION_EDIT_USER 25
#define KESSAI_OPERATION_DELETE_USER 26
#define KESSAI_OPERATION_REVOKE_CERTIFICATE 27
#define KESSAI_OPERATION_UNLOCK_ONE_TIME_PASSWORD 28
#define KESSAI_OPERATION_REVOKE_TOKEN 29
#define KESSAI_OPERATION_LOGIN 30
#define KESSAI_OPERATION_DOWNLOAD 31
#define KESSAI_PAYEE_KIND_PRE_REGISTERED 0
#define KESSAI_PAYEE_KIND_USER_REGISTERED 1
#define KESSAI_PAYEE_KIND_NEW_ACCOUNT 2
#define KESSAI_BEARER_PAYER 0
#define KESSAI_BEARER_PAYEE 1
#define KESSAI_ENTRY_SCREEN 0
#define KESSAI_ENTRY_FILE 1
#define KESSAI_PLACE_OTHER_BANK 0
#define KESSAI_PLACE_OTHER_BRANCH 1
#define KESSAI_PLACE_SAME_BRANCH 2
#define KESSAI_PLACE_SAME_BANK 3

/*
 * Why one row has no answer.
 */
#define KESSAI_ROW_ERROR_COMPANY 1 /* There is no such company. */
#define KESSAI_ROW_ERROR_USER 2 /* The company has no such user. */
#define KESSAI_ROW_ERROR_OPERATION 3 /* There is no such operation. */
#define KESSAI_ROW_ERROR_BUSINESS 4 /* The service has no such business. */
#define KESSAI_ROW_ERROR_ACCOUNT 5 /* The company has no such account. */
#define KESSAI_ROW_ERROR_NOW 6 /* `now` is on no day from year 1 to 9999, at the service's offset. */
#define KESSAI_ROW_ERROR_PLACE 7 /* The place of the payee is none of the four. */
#define KESSAI_ROW_ERROR_DOCUMENT 8 /* Whether it is a document (文書扱) is neither 0 nor 1. */
#define KESSAI_ROW_ERROR_SHAPE 9 /* There is a payee, a payment or the like in a business with items, which has them by item. */
#define KESSAI_ROW_ERROR_APPROVER 10 /* The company has nobody at the position of an approver. */
#define KESSAI_ROW_ERROR_USAGE_DAY 11 /* The day of an entry of usage is missing, or no day. */
#define KESSAI_ROW_ERROR_USAGE_USED 12 /* What is used is no amount. */
#define KESSAI_ROW_ERROR_USAGE_LIMIT 13 /* The limit of an entry of usage in a row is unknown, stands twice, or is a payee's. */
#define KESSAI_ROW_ERROR_APPROVERS 14 /* There are more approvers in a row than a request may name. */

/*
 * Records: characters alone, padded with spaces, no NUL behind them. docs/records.md has every position; what goes for all
 * of them stands there.
 */

/**
 * What holds a session between calls. `KSOPEN` fills it; a program keeps it as it is, and copies of it end with the first `KSCLOSE`.
 *
 * 32 bytes, at any address.
 */
typedef struct kessai_record_handle {
  /** Not to be changed. */
  char area[32];
} kessai_record_handle;

/**
 * Which documents are read, and in which character set records are.
 *
 * 776 bytes, at any address.
 */
typedef struct kessai_record_paths {
  /** `JISX0201` (also where nothing stands), `EBCDIK` (CCSID 290), `CP1027` or `UTF-8`. The area itself is in that set. */
  char charset[8];
  /** The path of the service document. */
  char service[256];
  /** The path of the company document. */
  char company[256];
  /** Or the path of an image of both, in their place. */
  char image[256];
} kessai_record_paths;

/**
 * Why something could not be done: the first finding of several, and how many there are.
 *
 * 407 bytes, at any address.
 */
typedef struct kessai_record_message {
  /** 0 nothing to say, 4 a warning, 12 an error, 16 a fault of the library. */
  char severity[2];
  /** The number of what is said, in its facility. */
  char number[4];
  /** Whose number it is: `KSCALL` a `kessai_status`, `KSDOC` a finding in a document. */
  char facility[8];
  /** How many findings there are. */
  char count[4];
  /** In which file: `S` the service, `C` the company, `I` the image. */
  char file[1];
  /** In which line, from 1; 0 where that is not known. */
  char line[6];
  /** In which column of it, from 1. */
  char column[6];
  /** The code, such as `fee.tiers.unordered`. */
  char code[48];
  /** The place in the document (RFC 6901). */
  char pointer[128];
  /** What is said, in English; cut where it is longer. */
  char text[200];
} kessai_record_message;

/**
 * How much of a limit is used on a day, or in the period that begins on it.
 *
 * 155 bytes, at any address.
 */
typedef struct kessai_record_usage {
  /** The limit, as `usage` of a request in JSON names it: `accountPerDay.total`, the key of a declared one. */
  char limit[64];
  /** Whose it is: the id of an account or user, the key of a business, a payee as `BANK-BRANCH-TYPE-NUMBER`. Spaces: the account, user or business of the request, as the limit has it; for a limit of the company always. */
  char whose[64];
  /** What whose is: the limit says it where nothing stands here. An answer always states it. */
  char kind[1];
  /** The day, or the first of the period. */
  char day[8];
  /** What is used, in minor units or items. Zero is nothing used; spaces are no answer, as they say nothing. */
  char used[18];
} kessai_record_usage;

/**
 * One operation: who does what, where and when.
 *
 * 5149 bytes, at any address.
 */
typedef struct kessai_record_request {
  /** Who acts, by id. */
  char user[64];
  /** In which business, by the bank's key. */
  char business[64];
  /** The debit account (出金口座), by id. */
  char account[64];
  /** What is done (操作). Behind the operations that every bank has, those of the bank's own have the numbers from 33 on, in the order of its document. */
  char operation[2];
  /** The only clock, exactly as `FUNCTION CURRENT-DATE` gives it: `YYYYMMDDhhmmsscc+hhmm`. Hundredths are left out; an offset of `00000`, which is an unknown one, is no answer. */
  char now[21];
  /** 振込指定日, `YYYYMMDD`. */
  char value_date[8];
  /** How a batch came in. */
  char entry[1];
  /** 振込依頼人名. */
  char sender_name[48];
  /** 依頼人番号. */
  char sender_code[10];
  /** Named approvers by id, in order; spaces are nobody. */
  char approver[16][64];
  /** How many entries of usage follow; more than there is room for are added one by one to a batch. */
  char usage_count[3];
  /** What each limit has used so far. */
  kessai_record_usage usage[16];
  /** Of an existing item: its requester. */
  char item_requester[64];
  /** Of an existing item: whether it is known who was named as its approvers. `Y` with no name below: nobody was. */
  char item_approvers_known[1];
  /** Of an existing item: the approvers who were named. */
  char item_approver[16][64];
  /** Of an existing item: its state. */
  char item_state[2];
  /** Of an existing item: how its payee is named. */
  char item_payee_kind[1];
  /** Of an existing item: its entry. */
  char item_entry[1];
  /** Of an existing item: whether it stands in the usage already. */
  char counted[1];
  /** On which day it stands there. */
  char counted_on[8];
  /** The business that the item leaves, for a switch. */
  char item_business[64];
  /** Whom an operation of administration is done to, by id. */
  char target_user[64];
  /** The state of his certificate (電子証明書状態). */
  char target_certificate[1];
  /** The state of his one-time password. */
  char target_password[1];
  /** The group of the company for which the user acts (所属組織), by key. */
  char group[64];
  /** For later; spaces. */
  char filler[64];
} kessai_record_request;

/**
 * A payee, and what is paid to him: one for a transfer, many for a batch.
 *
 * 334 bytes, at any address.
 */
typedef struct kessai_record_item {
  /** How the payee is named. */
  char payee_kind[1];
  /** His bank's code. */
  char bank[11];
  /** His branch's code. */
  char branch[11];
  /** His kind of account (預金種目). */
  char account_type[4];
  /** His account number. */
  char number[34];
  /** 受取人名. */
  char name[70];
  /** The day on which he was filed or changed. */
  char registered_on[8];
  /** When exactly he was filed, as the clock of a request. */
  char registered_at[21];
  /** 文書扱. */
  char document[1];
  /** 支払金額, in minor units of the bank's currency. */
  char payment[18];
  /** Who bears the fee. */
  char bearer[1];
  /** The fee that the user types, for method `typed`. */
  char typed_fee[18];
  /** The key of the pattern that the host believes to apply. */
  char pattern[64];
  /** EDI情報. */
  char edi[40];
  /** For later; spaces. */
  char filler[32];
} kessai_record_item;

/**
 * One attribute of the visitor.
 *
 * 129 bytes, at any address.
 */
typedef struct kessai_record_attribute {
  /** Its name. */
  char name[64];
  /** What its value is: `T` a text, `N` a number, `F` true or false as `Y` or `N`, `S` the words of a set with commas between them. */
  char kind[1];
  /** The value. */
  char value[64];
} kessai_record_attribute;

/**
 * What the host knows of the visitor. A nightly batch has none.
 *
 * 4130 bytes, at any address.
 */
typedef struct kessai_record_access {
  /** How many attributes follow. */
  char count[2];
  /** The attributes. */
  kessai_record_attribute attribute[32];
} kessai_record_access;

/**
 * One step of an approval.
 *
 * 329 bytes, at any address.
 */
typedef struct kessai_record_step {
  /** Of a policy: which alternative it is of, from 1; of a mode 0. */
  char alternative[1];
  /** Of a policy: whether it begins only when those before it are done. */
  char ordered[1];
  /** Of a policy: what people do in it. */
  char act[1];
  /** Of a policy: the group of which they must be. */
  char group[64];
  /** How many people. */
  char count[2];
  /** How many may act in it. */
  char who_count[4];
  /** The first of them, by id. */
  char who[4][64];
} kessai_record_step;

/**
 * One reason for a no.
 *
 * 194 bytes, at any address.
 */
typedef struct kessai_record_reason {
  /** Which: the number of its code. */
  char code[4];
  /** Of a batch the item, from 1; 0 the request. */
  char item[6];
  /** The place of the request or item. */
  char field[4];
  /** Which one of several, from 1. */
  char index[6];
  /** Whether the three figures of a limit are there. */
  char figures[1];
  /** The limit. */
  char limit[18];
  /** Used before. */
  char used[18];
  /** What this request adds. */
  char requested[18];
  /** Whether there is a largest value that would still do. */
  char max_set[1];
  /** That value. */
  char max[18];
  /** Whether there is a smallest value that would do. */
  char min_set[1];
  /** That value. */
  char min[18];
  /** What the day below is: `E` the earliest possible, `L` the latest, `X` the one expected. */
  char day_kind[1];
  /** The day. */
  char day[8];
  /** The place of a character, from 1. */
  char at[4];
  /** The key of a limit or condition, the name of what was expected, the character that is refused. */
  char key[64];
  /** How many people could take the place. */
  char who_count[4];
} kessai_record_reason;

/**
 * A field that is missing.
 *
 * 16 bytes, at any address.
 */
typedef struct kessai_record_missing {
  /** Of a batch the item, from 1; 0 the request. */
  char item[6];
  /** The place of the request or item. */
  char field[4];
  /** Which one of several, from 1. */
  char index[6];
} kessai_record_missing;

/**
 * A limit that applied.
 *
 * 142 bytes, at any address.
 */
typedef struct kessai_record_limit {
  /** Which: the number of its reason's code. */
  char code[4];
  /** Of a declared limit, its key. */
  char key[64];
  /** What it measures: 1 amounts, 2 numbers of items. */
  char measure[1];
  /** The limit. */
  char limit[18];
  /** Used before. */
  char used[18];
  /** What this request adds. */
  char requested[18];
  /** What is left; below 0 where it is exceeded. */
  char remaining[19];
} kessai_record_limit;

/**
 * The answer to a request. It is blanked, and its outcome set to no answer, before anything else is done.
 *
 * 9850 bytes, at any address.
 */
typedef struct kessai_record_verdict {
  /** What it comes to, as the call returns it. */
  char outcome[2];
  /** Whether there is an answer: the number of a `kessai_status`. */
  char status[4];
  /** Why there is none: the number of a request error. */
  char error[4];
  /** The place of the request that is at fault. */
  char error_field[4];
  /** Which one of several, from 1. */
  char error_index[6];
  /** Of a record that cannot be read: which one, such as `KSQ`. */
  char error_record[3];
  /** And where the field begins, from 1. */
  char error_at[5];
  /** The value date that counts, where the bank's calendar rolled it. */
  char value_date[8];
  /** Whether there is a fee; of a batch these are its sums. */
  char fee_set[1];
  /** 支払金額. */
  char payment[18];
  /** 先方負担手数料: kept back from the payment. */
  char deducted[18];
  /** 振込金額. */
  char transfer[18];
  /** 振込手数料: what the bank charges. */
  char bank_fee[18];
  /** 出金額. */
  char withdrawal[18];
  /** What is kept back less what the bank charges. */
  char difference[19];
  /** Whether the company's own table says what the bank should charge. */
  char expected_set[1];
  /** What it says. */
  char expected_fee[18];
  /** Whether the fee may still change until execution. */
  char provisional[1];
  /** How and when it is debited. */
  char debit[1];
  /** The day of the amount. */
  char amount_on[8];
  /** The day of the fee. */
  char fee_on[8];
  /** Of a batch: items whose difference is not 0. */
  char difference_count[6];
  /** Whether it is known who must approve. */
  char approval_set[1];
  /** The mode of the business. */
  char mode[1];
  /** How many people have to act at the least. */
  char people[2];
  /** Of a policy: the key of its row. */
  char policy[64];
  /** Of a policy: whether its band ends. */
  char up_to_set[1];
  /** Of a policy: the most that its band is for. */
  char up_to[18];
  /** Of a policy: how many alternatives are possible. */
  char alternative_count[1];
  /** How many steps there are: of the mode, or of all alternatives together. */
  char step_count[2];
  /** The first of them. */
  kessai_record_step step[8];
  /** How many reasons there are. */
  char reason_count[6];
  /** The first of them. */
  kessai_record_reason reason[12];
  /** How many fields are missing. */
  char missing_count[6];
  /** The first of them. */
  kessai_record_missing missing[16];
  /** How many limits applied. */
  char limit_count[3];
  /** The first of them. */
  kessai_record_limit limit[12];
  /** How many entries of usage there are. */
  char usage_count[6];
  /** The first of them: what the host stores. The table is that of the request. */
  kessai_record_usage usage[16];
  /** How many texts were normalised or cut. */
  char normalised_count[6];
  /** The version of the engine. */
  char engine[16];
  /** The fingerprint of the service document. */
  char service_digest[32];
  /** The fingerprint of the company document. */
  char company_digest[32];
  /** For later. */
  char filler[64];
} kessai_record_verdict;

/**
 * A reason of an item of a batch.
 *
 * 8 bytes, at any address.
 */
typedef struct kessai_record_item_reason {
  /** Which: the number of its code. */
  char code[4];
  /** The place of the item. */
  char field[4];
} kessai_record_item_reason;

/**
 * What is said of one item of a batch.
 *
 * 182 bytes, at any address.
 */
typedef struct kessai_record_item_verdict {
  /** Whether there is a fee. */
  char fee_set[1];
  /** 支払金額. */
  char payment[18];
  /** What is kept back. */
  char deducted[18];
  /** 振込金額. */
  char transfer[18];
  /** What the bank charges. */
  char bank_fee[18];
  /** 出金額. */
  char withdrawal[18];
  /** What is kept back less what the bank charges. */
  char difference[19];
  /** How many reasons there are. */
  char reason_count[4];
  /** The first of them. */
  kessai_record_item_reason reason[4];
  /** How many fields are missing. */
  char missing_count[4];
  /** For later. */
  char filler[32];
} kessai_record_item_verdict;

/**
 * What happens to an item.
 *
 * 1313 bytes, at any address.
 */
typedef struct kessai_record_event {
  /** What. */
  char kind[2];
  /** The only clock, as `FUNCTION CURRENT-DATE` gives it. */
  char now[21];
  /** The item's number that the person, or the host, had before him; spaces where that is not known, or zeros for a new item. */
  char revision[9];
  /** Who acts; nobody for what the host does. */
  char user[64];
  /** The business of a new item. */
  char business[64];
  /** The business that it is switched to. */
  char to[64];
  /** Named approvers, in order. */
  char approver[16][64];
  /** Whether something is typed in place of what the item has: then account, value date, entry and sender of the request, and the item beside it, are that. */
  char typed[1];
  /** The group of the company for which the user acts, by key. */
  char group[64];
} kessai_record_event;

/**
 * One approval of an item.
 *
 * 604 bytes, at any address.
 */
typedef struct kessai_record_approval {
  /** Who, by id. */
  char user[64];
  /** When, as it was written (RFC 3339). */
  char at[25];
  /** Whether it came through the second channel. */
  char second_channel[1];
  /** Of a policy: what the person did. */
  char act[1];
  /** Of a policy: how many groups he was in. */
  char group_count[1];
  /** Those groups. */
  char group[8][64];
} kessai_record_approval;

/**
 * One step of such a way.
 *
 * 67 bytes, at any address.
 */
typedef struct kessai_record_order_step {
  /** What people do in it. */
  char act[1];
  /** The group of which they must be. */
  char group[64];
  /** How many people. */
  char count[2];
} kessai_record_order_step;

/**
 * One way to fulfil a policy.
 *
 * 538 bytes, at any address.
 */
typedef struct kessai_record_alternative {
  /** Whether a step begins only when those before it are done. */
  char ordered[1];
  /** How many steps there are. */
  char step_count[1];
  /** The steps. */
  kessai_record_order_step step[8];
} kessai_record_alternative;

/**
 * An item (取引) as the host keeps it. It is written only where an event has changed it; otherwise it stays as it was.
 *
 * 23286 bytes, at any address.
 */
typedef struct kessai_record_order {
  /** The bank's key of its business. */
  char business[64];
  /** Where it stands; nothing or 0: there is no item yet. */
  char state[2];
  /** How many changes there were, from 1. */
  char revision[9];
  /** When it was changed last, as it was written (RFC 3339). */
  char at[25];
  /** Who submitted it last, or made it. */
  char requester[64];
  /** The approval mode when it was submitted. */
  char mode[1];
  /** Of a policy: the key of its row. */
  char policy[64];
  /** The approvers named at submission, in order. */
  char approver[16][64];
  /** How many approvals there are. */
  char approval_count[2];
  /** The approvals, in order. */
  kessai_record_approval approval[16];
  /** Of a policy: how many alternatives are still to be fulfilled, one of them. */
  char alternative_count[1];
  /** Those alternatives. */
  kessai_record_alternative alternative[8];
  /** 承認期限 (RFC 3339). */
  char deadline[25];
  /** How many entries of what it has taken of limits there are. */
  char counted_count[2];
  /** What it has taken and not given back. */
  kessai_record_usage counted[16];
  /** How many entries of what it never gives back there are. */
  char spent_count[2];
  /** What it took and never gives back. */
  kessai_record_usage spent[32];
  /** The debit account, as it was typed; so are the fields that follow. Of a batch the items are given one by one, see `kessai_record_advance`. */
  char account[64];
  /** 振込指定日. */
  char value_date[8];
  /** How a batch came in. */
  char entry[1];
  /** 振込依頼人名. */
  char sender_name[48];
  /** 依頼人番号. */
  char sender_code[10];
  /** Of a single business, the payee and what is paid to him. */
  kessai_record_item item;
  /** Of a batch, how many items it has: as many are added ahead of each event that does not type others in their place. */
  char items[6];
  /** For later; spaces. */
  char filler[122];
} kessai_record_order;

/**
 * One row of what a verdict has more of than fits into it.
 *
 * 1253 bytes, at any address.
 */
typedef struct kessai_record_row {
  /** What is wanted: set before the first call. */
  char what[1];
  /** Which one, from 1: 0 before the first call, then the last one given; the call gives the next. */
  char at[6];
  /** How many there are. */
  char count[6];
  /** For people: of which step of the approval, from 1; for those of a reason 0. */
  char step[2];
  /** For people of a reason: which, from 1. */
  char of[6];
  /** A person, by id. */
  char person[64];
  /** The item that a text was normalised in, from 1; 0 the request. */
  char item[6];
  /** The place of the text. */
  char field[4];
  /** The text as it counts. */
  char text[140];
  /** What is said of an item. */
  kessai_record_item_verdict item_verdict;
  /** A reason. */
  kessai_record_reason reason;
  /** A missing field. */
  kessai_record_missing missing;
  /** A limit. */
  kessai_record_limit limit;
  /** An entry of usage. */
  kessai_record_usage usage;
  /** A step. */
  kessai_record_step step_row;
} kessai_record_row;

/**
 * A text for a person.
 *
 * 414 bytes, at any address.
 */
typedef struct kessai_record_text {
  /** What is wanted the text of: 1 a reason, 2 a missing field, 3 why there is no answer. */
  char what[1];
  /** Which one, from 1. */
  char at[6];
  /** `JA` or `EN`; spaces are Japanese. */
  char language[2];
  /** How many bytes of the text are used. */
  char length[4];
  /** Whether the text was cut. */
  char cut[1];
  /** The text: Shift_JIS where records are in JIS X 0201, half-width kana in EBCDIC, which has no kanji here (in `EBCDIK` with capitals
 alone, as CCSID 290 itself has no small letters). */
  char text[400];
} kessai_record_text;


/**
 * Bytes of a record, without a line's end.
 */
#define ZENGIN_SIZE 120

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
   * A record has a character that its set does not have, or a set cannot spell a name of the company.
   */
  KESSAI_STATUS_INVALID_CHARACTER = 4,
  /**
   * Another call is in the session.
   */
  KESSAI_STATUS_BUSY = 5,
  /**
   * A field of a record is none of its values.
   */
  KESSAI_STATUS_INVALID_RECORD = 6,
  /**
   * What is to be said has no room in its field.
   */
  KESSAI_STATUS_NO_ROOM = 7,
  /**
   * Nothing was begun that could be gone on with: no batch, no verdict.
   */
  KESSAI_STATUS_NOT_BEGUN = 8,
  /**
   * The company, or its bank, has nothing of that name.
   */
  KESSAI_STATUS_UNKNOWN_NAME = 9,
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
   * A file cannot be read.
   */
  KESSAI_STATUS_INVALID_FILE = 13,
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
 * The working memory of one thread's record calls, with a counted reference to its company. What it asked for once it uses
 * again, so that a call asks for none. While a call is in it another one is told `KESSAI_STATUS_BUSY`, and nothing happens.
 */
typedef struct kessai_session kessai_session;

/**
 * UTF-8 text with its length. A NUL follows its last byte and is not counted. It never changes, so threads may share it.
 */
typedef struct kessai_text kessai_text;

/**
 * How much of one limit is used in each row, by the account, user, business or company that the row itself names.
 */
typedef struct {
  /**
   * The day, or the first of the period, of each row.
   */
  const int32_t *day;
  /**
   * What is used; `KESSAI_NO_NUMBER` where it is not known, which is not 0.
   */
  const int64_t *used;
  /**
   * The limit, see `kessai_position`.
   */
  size_t limit;
} kessai_usage_column;

/**
 * Requests, one a row: each column points to `rows` numbers, as a `kessai_row` has them, or is NULL, which is missing in every row.
 * `memset` to 0 makes one without columns.
 */
typedef struct {
  /**
   * How many rows there are.
   */
  size_t rows;
  /**
   * Positions in the array of companies; NULL: all rows are of the first.
   */
  const uint16_t *company;
  /**
   * Who acts.
   */
  const uint16_t *user;
  /**
   * In which business.
   */
  const uint16_t *business;
  /**
   * The debit account (出金口座).
   */
  const uint16_t *account;
  /**
   * What is done.
   */
  const uint8_t *operation;
  /**
   * The only clock.
   */
  const int64_t *now;
  /**
   * 振込指定日.
   */
  const int32_t *value_date;
  /**
   * How a batch came in.
   */
  const uint8_t *entry;
  /**
   * 事前登録, 利用者登録 or 新規口座.
   */
  const uint8_t *payee_kind;
  /**
   * Where the payee's account is.
   */
  const uint8_t *place;
  /**
   * 文書扱.
   */
  const uint8_t *document;
  /**
   * The day on which the payee was filed or changed.
   */
  const int32_t *registered_on;
  /**
   * When exactly he was filed.
   */
  const int64_t *registered_at;
  /**
   * 支払金額.
   */
  const int64_t *payment;
  /**
   * Who bears the fee.
   */
  const uint8_t *bearer;
  /**
   * The fee that the user types.
   */
  const int64_t *typed_fee;
  /**
   * A pattern that the host believes to apply.
   */
  const uint8_t *pattern;
  /**
   * Named approvers: columns of the first of each row, of the second, and so on.
   */
  const uint16_t *const *approvers;
  /**
   * How many such columns there are, at most 16.
   */
  size_t approver_columns;
  /**
   * What limits have used so far.
   */
  const kessai_usage_column *usage;
  /**
   * How many such columns there are, each of another limit.
   */
  size_t usage_columns;
} kessai_columns;

/**
 * Answers, one a row: each column points to room for as many numbers as there are rows, as a `kessai_row_answer` has them, or is NULL,
 * which is not asked for.
 */
typedef struct {
  /**
   * Why a row has no answer, a `KESSAI_ROW_ERROR_` constant; 0 where it has one.
   */
  uint8_t *error;
  /**
   * A `kessai_outcome`.
   */
  uint8_t *outcome;
  /**
   * What is kept back from the payment.
   */
  int64_t *deducted;
  /**
   * What is transferred.
   */
  int64_t *transfer;
  /**
   * What the bank charges.
   */
  int64_t *bank_fee;
  /**
   * What is withdrawn.
   */
  int64_t *withdrawal;
  /**
   * The first reason, a `KESSAI_REASON_` constant.
   */
  uint16_t *reason;
  /**
   * How many reasons there are.
   */
  uint32_t *reasons;
  /**
   * How many fields are missing.
   */
  uint32_t *missing;
  /**
   * The least that any limit in amounts leaves.
   */
  int64_t *room;
  /**
   * Which limit leaves it.
   */
  uint16_t *room_code;
  /**
   * Its position, where the bank has declared it.
   */
  uint16_t *room_limit;
  /**
   * How many people have to approve.
   */
  uint16_t *approvers;
} kessai_column_answers;

/**
 * What a limit has used so far, in a `kessai_row`: of the account, user, business or company that the row itself names.
 *
 * 16 bytes: `used` at 0, `day` at 8, `limit` at 12, `reserved` at 14.
 */
typedef struct {
  /**
   * What is used, in minor units or items; `KESSAI_NO_NUMBER` where it is not known, which is not 0.
   */
  int64_t used;
  /**
   * The day, or the first of the period: days since 1970-01-01.
   */
  int32_t day;
  /**
   * The limit, see `kessai_position`.
   */
  uint16_t limit;
  /**
   * 0.
   */
  uint16_t reserved;
} kessai_row_usage;

/**
 * A request for one transfer, or any operation with no more facts, as numbers in the byte order of the machine. `kessai_row_init`
 * makes one in which everything is missing, by the `KESSAI_NO_` constants. What a row cannot say (texts, items, an existing item,
 * access) is missing in it, and nothing is accepted because a row could not say it.
 *
 * 128 bytes: `now` at 0, `payment` at 8, `typed_fee` at 16, `registered_at` at 24, `value_date` at 32, `registered_on` at 36,
 * `user` at 40, `business` at 42, `account` at 44, `approvers` at 46, `usage_count` at 54, `operation` at 56, `entry` at 57,
 * `payee_kind` at 58, `place` at 59, `document` at 60, `bearer` at 61, `pattern` at 62, `reserved` at 63, `usage` at 64. The library
 * reads rows at any address.
 */
typedef struct {
  /**
   * The only clock: seconds since 1970-01-01T00:00:00Z.
   */
  int64_t now;
  /**
   * What is paid (支払金額), in minor units.
   */
  int64_t payment;
  /**
   * The fee that the user types, for method `typed`.
   */
  int64_t typed_fee;
  /**
   * When exactly the payee was filed: seconds, as `now`.
   */
  int64_t registered_at;
  /**
   * 振込指定日: days since 1970-01-01.
   */
  int32_t value_date;
  /**
   * The day on which the payee was filed or changed.
   */
  int32_t registered_on;
  /**
   * Who acts: a position.
   */
  uint16_t user;
  /**
   * In which business: a position.
   */
  uint16_t business;
  /**
   * The debit account (出金口座): a position.
   */
  uint16_t account;
  /**
   * Named approvers: positions, or `KESSAI_UNKNOWN_APPROVER`; those that are missing are passed over.
   */
  uint16_t approvers[4];
  /**
   * How many of `usage` there are, 0 to 4.
   */
  uint16_t usage_count;
  /**
   * What is done: a `KESSAI_OPERATION_` constant.
   */
  uint8_t operation;
  /**
   * How a batch came in: a `KESSAI_ENTRY_` constant.
   */
  uint8_t entry;
  /**
   * A `KESSAI_PAYEE_KIND_` constant.
   */
  uint8_t payee_kind;
  /**
   * Where the payee's account is: a `KESSAI_PLACE_` constant, see `kessai_place`.
   */
  uint8_t place;
  /**
   * 文書扱: 1 yes, 0 no.
   */
  uint8_t document;
  /**
   * Who bears the fee: a `KESSAI_BEARER_` constant.
   */
  uint8_t bearer;
  /**
   * A pattern that the host believes to apply: a position.
   */
  uint8_t pattern;
  /**
   * 0.
   */
  uint8_t reserved;
  /**
   * What limits have used so far, each limit at most once.
   */
  kessai_row_usage usage[4];
} kessai_row;

/**
 * The answer to a `kessai_row`.
 *
 * 64 bytes: `deducted` at 0, `transfer` at 8, `bank_fee` at 16, `withdrawal` at 24, `room` at 32, `reasons` at 40, `missing` at 44,
 * `reason` at 48, `room_code` at 50, `room_limit` at 52, `approvers` at 54, `outcome` at 56, `error` at 57, `reserved` at 58.
 */
typedef struct {
  /**
   * What is kept back from the payment; `KESSAI_NO_NUMBER` in this and the next three where there is no fee.
   */
  int64_t deducted;
  /**
   * What is transferred (振込金額).
   */
  int64_t transfer;
  /**
   * What the bank charges (実手数料).
   */
  int64_t bank_fee;
  /**
   * What is withdrawn (引落金額): transfer and bank fee.
   */
  int64_t withdrawal;
  /**
   * The least that any limit in amounts leaves once the request is counted; `KESSAI_NO_NUMBER` where no such limit applies.
   */
  int64_t room;
  /**
   * How many reasons there are.
   */
  uint32_t reasons;
  /**
   * How many fields are missing.
   */
  uint32_t missing;
  /**
   * The first reason, a `KESSAI_REASON_` constant; 0 where there is none.
   */
  uint16_t reason;
  /**
   * Which limit leaves `room`: the number of its code; 0 where there is none.
   */
  uint16_t room_code;
  /**
   * Where the bank has declared that limit, its position, see `kessai_limit_name`; else `KESSAI_NO_POSITION`.
   */
  uint16_t room_limit;
  /**
   * How many people have to approve; `KESSAI_NO_POSITION` where that is not known.
   */
  uint16_t approvers;
  /**
   * A `kessai_outcome`. A row without an answer is `KESSAI_OUTCOME_REFUSED`.
   */
  uint8_t outcome;
  /**
   * Why the row has no answer, a `KESSAI_ROW_ERROR_` constant; 0 where it has one.
   */
  uint8_t error;
  /**
   * 0.
   */
  uint8_t reserved[6];
} kessai_row_answer;

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
 * Decides many requests, one a row, and fills the columns that are asked for: `kessai_decide_rows` for hosts that have columns. Each
 * row is of one of the companies, all of them of one service.
 *
 * `columns_size` and `answers_size` are `sizeof(kessai_columns)` and `sizeof(kessai_column_answers)` as the caller was compiled. Sizes
 * that this library does not know, columns that do not go together, that are at no address of their type, or that are written where
 * another one lies, are `KESSAI_STATUS_INVALID_RECORD`. On any failure no column is written and, unless `error_out` is NULL, the
 * caller owns `*error_out` and frees it with `kessai_error_free`.
 *
 * Nothing is allocated per row. Threads may ask the same companies at the same time.
 *
 * The caller promises:
 * `companies` points to `company_count` companies of this library that are not freed; `columns`, `answers` and what they point to can be
 * read, and written, as the types say; nobody else changes it meanwhile. `error_out` points to a pointer that can be written.
 */
kessai_status kessai_decide_columns(const kessai_company *const *companies,
                                    size_t company_count,
                                    const kessai_columns *columns,
                                    size_t columns_size,
                                    const kessai_column_answers *answers,
                                    size_t answers_size,
                                    kessai_error **error_out);

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
 * Writes the JSON Schema of a form (`request`, `company`, `user`, `account`, `feeTable`, `group`): titles in a language, the
 * choices that the documents have, and what a schema can say of the bank's field rules. No document is needed: a company of an image
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
 * Checks a form of the bank's screens (the entry of a transfer, company, user, account, fee table, group) against a company
 * document as it is now, as far as the form is filled. While somebody fills it, `kessai_forms_new` keeps the document for all checks.
 * `rows` in the place of `input` asks about many new users, accounts or groups at once.
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

/**
 * `kessai_record_open`, with the handle ahead of the rest.
 *
 * The caller promises:
 * As for that function.
 */
int32_t KSOPEN(kessai_record_handle *handle, const kessai_record_paths *open, kessai_record_message *message);

/**
 * `kessai_record_close`.
 *
 * The caller promises:
 * As for that function.
 */
int32_t KSCLOSE(kessai_record_handle *handle);

/**
 * Answers one request (`KSEVAL`, and with `access` `KSEVLA`): gives the outcome, which the verdict has as well. `item` may be NULL for
 * an operation without a payee, `access` where nothing is known of the visitor. Nothing is allocated once the session is warm.
 *
 * The verdict is blanked and says that there is no answer before anything else is done. Where it overlaps a record that is read,
 * or is NULL, nothing is written.
 *
 * The caller promises:
 * `session` is NULL or comes from this library and is not freed; the others are NULL or point to records, at any address, the last
 * one to be written.
 */
int32_t kessai_record_evaluate(kessai_session *session,
                               const kessai_record_request *request,
                               const kessai_record_item *item,
                               const kessai_record_access *access,
                               kessai_record_verdict *verdict);

/**
 * Gives what the last verdict has more of than fits into it, one row a call (`KSNEXT`): set `what`, and `at` to 0; each call gives the
 * next and counts `at` up. Gives 0; 8 where there is no more, and the row stays as it is; 16 where there is no verdict, or the
 * row asks for nothing that there is.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_next(kessai_session *session,
                           kessai_record_row *row);

/**
 * Gives a text for a person (`KSTEXT`): of a reason or a missing field of the last answer, or why there was none. Gives 0; 8 where there
 * is none, and the record stays as it is; 16 where the record asks for nothing that there is.
 *
 * In sessions of `JISX0201` it is Shift_JIS, in those of EBCDIC Japanese is half-width kana, which has no kanji there.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_person_text(kessai_session *session,
                                  kessai_record_text *text);

/**
 * Begins a batch with what is said of it once (`KSBEG`, and with `access` `KSBEGA`); one that was begun before is forgotten. Gives 0,
 * or 16.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_begin(kessai_session *session,
                            const kessai_record_request *request,
                            const kessai_record_access *access);

/**
 * Adds an item to the batch (`KSADD`). Gives 0, or 16 where it cannot be read or none was begun: the batch has no answer then.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_add(kessai_session *session,
                          const kessai_record_item *item);

/**
 * Adds the data record of a Zengin file (120 bytes, 全銀協制定フォーマット) as an item, as it is (`KSADDZ`). `item` has what such a record has
 * not: how the payee is named, who bears the fee, when the payee was filed, a typed fee, a pattern; what both have is that of the
 * data record, and `item` is not changed. Gives 0, or 16.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`; `data` is NULL or points to 120 bytes that can be read.
 */
int32_t kessai_record_add_zengin(kessai_session *session,
                                 const char *data,
                                 const kessai_record_item *item);

/**
 * Adds an entry of usage to the batch, beside those of its header's table (`KSUSE`). Gives 0, or 16.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_add_usage(kessai_session *session, const kessai_record_usage *usage);

/**
 * Answers the batch, which is over then (`KSEND`): gives the outcome. What is said of each item `kessai_record_next` gives.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_end(kessai_session *session,
                          kessai_record_verdict *verdict);

/**
 * Answers a batch whose items stand in an array: as begin, add, end in one. `item_verdicts` is NULL, or has room for what is said of
 * each of `count` items; they are blanked first.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`; `items` points to `count` records that can be read, `item_verdicts` to as many that can be written.
 */
int32_t kessai_record_evaluate_items(kessai_session *session,
                                     const kessai_record_request *request,
                                     const kessai_record_access *access,
                                     const kessai_record_item *items,
                                     size_t count,
                                     kessai_record_verdict *verdict,
                                     kessai_record_item_verdict *item_verdicts);

/**
 * Applies an event to an item (`KSADV`, and with `access` `KSADVA`): gives 0 where it is changed, 8 where fields are missing, 12 where a
 * rule says no, 16 without an answer. `order` is the item as the host keeps it, and is written only where it is changed; a
 * record whose state is blank or 0 is a new item. The verdict has the reasons and missing fields, and the usage to be stored.
 *
 * What is typed stands in `request` (account, value date, entry, sender) and `item` where the event says that something is; else
 * the item's own is meant, and nothing of these is read but the usage. Items of a batch are added ahead
 * (`kessai_record_begin` with the same request, `kessai_record_add`) in either case: what is typed, or else what is stored, which has
 * to be as many as the record says. `kessai_record_next_item` gives them as they are kept.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`; `order` points to a record that is read and written.
 */
int32_t kessai_record_advance(kessai_session *session,
                              kessai_record_order *order,
                              const kessai_record_event *event,
                              const kessai_record_request *request,
                              const kessai_record_item *item,
                              const kessai_record_access *access,
                              kessai_record_verdict *verdict);

/**
 * Gives the items of the batch that the last event has changed, one a call, as the host keeps them (`KSNXTI`): texts may be normalised.
 * Gives 0; 8 where there is no more, and the record stays as it is; 16 without an answer.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_next_item(kessai_session *session,
                                kessai_record_item *item);

/**
 * Gives the items that a switch (切替) has made, one a call (`KSNXTO`); where one is a batch, `kessai_record_next_item` then gives its
 * own. Gives 0, 8 or 16 as `kessai_record_next_item`.
 *
 * The caller promises:
 * As for `kessai_record_evaluate`.
 */
int32_t kessai_record_next_order(kessai_session *session,
                                 kessai_record_order *order);

/**
 * Makes working memory for record calls about a company, with its records in a character set: `JISX0201`, `EBCDIK` (CCSID 290),
 * `CP1027` or `UTF-8`. `charset` may be NULL with a length of 0, which is `JISX0201`.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*session_out` and frees it with `kessai_session_free`; it holds a counted reference to the
 * company, so the two are freed in any order. Otherwise `*session_out` is untouched and, unless `error_out` is NULL, the caller
 * owns `*error_out` and frees it with `kessai_error_free`. A name of the company's that the set cannot spell, or that no field has
 * room for, is `KESSAI_STATUS_INVALID_CHARACTER` here, and no surprise later.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `charset` points to `charset_len` bytes that can be read, `session_out` and
 * `error_out` to pointers that can be written.
 */
kessai_status kessai_session_new(const kessai_company *company,
                                 const char *charset,
                                 size_t charset_len,
                                 kessai_session **session_out,
                                 kessai_error **error_out);

/**
 * Frees a session; NULL is harmless.
 *
 * The caller promises:
 * `session` is NULL, or comes from `kessai_session_new` and was not freed before. No call is in it.
 */
void kessai_session_free(kessai_session *session);

/**
 * Reads the documents, or the image, whose paths a record has, and makes a session that a handle leads to (`KSOPEN`). Gives 0, or
 * 16 where nothing is opened; the handle is blank then. Files may have up to 64 MiB.
 *
 * `message`, unless it is NULL, has the first finding with its line and column, and how many there are; a warning does not keep
 * anything from being opened. It is in the set that `open` names, or in JIS X 0201 where that is not known.
 *
 * The caller promises:
 * `open` points to a record that can be read, `handle` and `message` to records that can be written.
 */
int32_t kessai_record_open(const kessai_record_paths *open,
                           kessai_record_handle *handle,
                           kessai_record_message *message);

/**
 * Frees the session that a handle leads to, and blanks the handle (`KSCLOSE`). Gives 0; 16 for what is no handle, which is left as
 * it is.
 *
 * The caller promises:
 * `handle` points to a record that can be written; no copy of it was closed before, and no call is in its session.
 */
int32_t kessai_record_close(kessai_record_handle *handle);

/**
 * The session that a handle leads to, which lives until the handle is closed; NULL for what is no handle.
 *
 * The caller promises:
 * `handle` is NULL or points to a record that can be read; no copy of it was closed.
 */
kessai_session *kessai_record_session(const kessai_record_handle *handle);

/**
 * Makes a row in which everything is missing; NULL is harmless.
 *
 * The caller promises:
 * `row` is NULL, or can be written.
 */
void kessai_row_init(kessai_row *row);

/**
 * Decides requests, one a row and each for itself, as `kessai_evaluate_json` decides the request with the same values. A row without
 * an answer says so in `error` and is refused; the others are answered all the same.
 *
 * `row_size` and `answer_size` are `sizeof(kessai_row)` and `sizeof(kessai_row_answer)` as the caller was compiled: a later library
 * may know longer ones, and goes on to read and write these. Sizes that this library does not know, a row whose reserved bytes are not
 * 0 or whose `usage_count` is more than 4, and answers that lie where rows do, are `KESSAI_STATUS_INVALID_RECORD`. On any failure no
 * answer is written and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
 *
 * The session gives its company and its memory: once warm, nothing is allocated. A session of its own for each thread; their
 * company may be one, which is never locked.
 *
 * The caller promises:
 * `session` comes from `kessai_session_new`, `rows` points to `count` rows of `row_size` bytes that can be read, `answers` to `count`
 * answers of `answer_size` bytes that can be written, `error_out` to a pointer that can be written.
 */
kessai_status kessai_decide_rows(const kessai_session *session,
                                 const kessai_row *rows,
                                 size_t row_size,
                                 size_t count,
                                 kessai_row_answer *answers,
                                 size_t answer_size,
                                 kessai_error **error_out);

/**
 * The position of a name in rows and columns, by its kind, a `KESSAI_KIND_` constant. It holds as long as the company is not loaded
 * anew. A pattern's fits in a byte.
 *
 * On `KESSAI_STATUS_OK` it stands in `*position_out`; of an approver whom the company does not know that is `KESSAI_UNKNOWN_APPROVER`.
 * A name that there is not, or a kind, is `KESSAI_STATUS_UNKNOWN_NAME`. On any failure `*position_out` is untouched and, unless
 * `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `name` points to `name_len` bytes that can be read, `position_out` to a number
 * and `error_out` to a pointer that can be written.
 */
kessai_status kessai_position(const kessai_company *company,
                              int32_t kind,
                              const char *name,
                              size_t name_len,
                              uint16_t *position_out,
                              kessai_error **error_out);

/**
 * Where a payee's account is as seen from a debit account (`KESSAI_NO_POSITION` where that is missing), by the codes of his bank and
 * branch; texts of length 0 are missing codes.
 *
 * On `KESSAI_STATUS_OK` a `KESSAI_PLACE_` constant stands in `*place_out`, or `KESSAI_NO_CODE` where the bank is missing. Otherwise
 * `*place_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and frees it with `kessai_error_free`.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `bank` and `branch` point to `bank_len` and `branch_len` bytes that can be read,
 * `place_out` to a number and `error_out` to a pointer that can be written.
 */
kessai_status kessai_place(const kessai_company *company,
                           uint16_t account,
                           const char *bank,
                           size_t bank_len,
                           const char *branch,
                           size_t branch_len,
                           uint8_t *place_out,
                           kessai_error **error_out);

/**
 * The name of a limit, as `usage` has it, by its position.
 *
 * On `KESSAI_STATUS_OK` the caller owns `*name_out` and frees it with `kessai_text_free`. A limit that there is not is
 * `KESSAI_STATUS_UNKNOWN_NAME`. On any failure `*name_out` is untouched and, unless `error_out` is NULL, the caller owns `*error_out` and
 * frees it with `kessai_error_free`.
 *
 * The caller promises:
 * `company` comes from this library and is not freed, `name_out` and `error_out` point to pointers that can be written.
 */
kessai_status kessai_limit_name(const kessai_company *company,
                                uint16_t limit,
                                kessai_text **name_out,
                                kessai_error **error_out);

/*
 * The names by which COBOL calls records: each follows its handle and calls the function that it is named beside.
 */
int32_t KSEVAL(const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_item *item, kessai_record_verdict *verdict); /* kessai_record_evaluate */
int32_t KSEVLA(const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_item *item, const kessai_record_access *access, kessai_record_verdict *verdict); /* kessai_record_evaluate */
int32_t KSBEG(const kessai_record_handle *handle, const kessai_record_request *request); /* kessai_record_begin */
int32_t KSBEGA(const kessai_record_handle *handle, const kessai_record_request *request, const kessai_record_access *access); /* kessai_record_begin */
int32_t KSADD(const kessai_record_handle *handle, const kessai_record_item *item); /* kessai_record_add */
int32_t KSADDZ(const kessai_record_handle *handle, const char *data, const kessai_record_item *item); /* kessai_record_add_zengin */
int32_t KSUSE(const kessai_record_handle *handle, const kessai_record_usage *usage); /* kessai_record_add_usage */
int32_t KSEND(const kessai_record_handle *handle, kessai_record_verdict *verdict); /* kessai_record_end */
int32_t KSNEXT(const kessai_record_handle *handle, kessai_record_row *row); /* kessai_record_next */
int32_t KSADV(const kessai_record_handle *handle, kessai_record_order *order, const kessai_record_event *event, const kessai_record_request *request, const kessai_record_item *item, kessai_record_verdict *verdict); /* kessai_record_advance */
int32_t KSADVA(const kessai_record_handle *handle, kessai_record_order *order, const kessai_record_event *event, const kessai_record_request *request, const kessai_record_item *item, const kessai_record_access *access, kessai_record_verdict *verdict); /* kessai_record_advance */
int32_t KSNXTI(const kessai_record_handle *handle, kessai_record_item *item); /* kessai_record_next_item */
int32_t KSNXTO(const kessai_record_handle *handle, kessai_record_order *order); /* kessai_record_next_order */
int32_t KSTEXT(const kessai_record_handle *handle, kessai_record_text *text); /* kessai_record_person_text */

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* KESSAI_H */

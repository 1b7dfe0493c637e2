/*
 * Every door of the library from C, on requests that a file has: their answers compared, what they ask of the allocator
 * counted, 16 threads on one company, and times. What is to be done comes line by line on the standard input, so that a
 * program beside this one can take turns with it:
 *
 *     DOOR CALLS      makes so many calls, and prints the nanoseconds of this thread that they took
 *     verify          compares the answers of every door with those of the file
 *     threads N CALLS so many calls on each of N threads, and prints the nanoseconds that passed
 *     frozen          stops one thread after the other wherever it is, and sees that the others go on
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kessai.h"

_Static_assert(sizeof(kessai_row) == 128 && sizeof(kessai_row_answer) == 64 && sizeof(kessai_row_usage) == 16, "sizes");
_Static_assert(offsetof(kessai_row, payment) == 8 && offsetof(kessai_row, value_date) == 32, "places of a row");
_Static_assert(offsetof(kessai_row, user) == 40 && offsetof(kessai_row, usage_count) == 54, "places of a row");
_Static_assert(offsetof(kessai_row, operation) == 56 && offsetof(kessai_row, usage) == 64, "places of a row");
_Static_assert(offsetof(kessai_row_answer, room) == 32 && offsetof(kessai_row_answer, reasons) == 40, "of an answer");
_Static_assert(offsetof(kessai_row_answer, outcome) == 56 && offsetof(kessai_row_answer, error) == 57, "of an answer");

enum { POOL = 1024, LIMITS = 3, THREADS_MAX = 16, NO_ANSWER = 16 };

static void stop(const char *why) {
    fprintf(stderr, "doors: %s\n", why);
    exit(1);
}

#ifdef COUNT_ALLOCATIONS
/* The linker puts these in the place of the C library's, for the whole program. */
static atomic_long asked;
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
int __real_posix_memalign(void **memory, size_t alignment, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
int __wrap_posix_memalign(void **memory, size_t alignment, size_t size);
void *__wrap_malloc(size_t size) { asked++; return __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { asked++; return __real_calloc(count, size); }
void *__wrap_realloc(void *memory, size_t size) { asked++; return __real_realloc(memory, size); }
int __wrap_posix_memalign(void **memory, size_t alignment, size_t size) {
    asked++;
    return __real_posix_memalign(memory, alignment, size);
}
#endif

typedef struct request {
    char *json;
    kessai_record_request header;
    kessai_record_item item;
    int outcome;
    long long deducted, transfer, bank_fee, reason;
} request;

static kessai_service *service;
static kessai_company *company;
static request pool[POOL];
static size_t count;
static kessai_row rows[POOL];
static kessai_row_answer answers[POOL];

static struct {
    uint16_t user[POOL], business[POOL], account[POOL], approvers[2][POOL], reason[POOL];
    uint8_t operation[POOL], payee_kind[POOL], place[POOL], document[POOL], bearer[POOL], outcome[POOL];
    int64_t now[POOL], payment[POOL], used[LIMITS][POOL], deducted[POOL], transfer[POOL], bank_fee[POOL], room[POOL];
    int32_t value_date[POOL], day[LIMITS][POOL];
} column;
static const uint16_t *approver_columns[2] = {column.approvers[0], column.approvers[1]};
static kessai_usage_column usage_columns[LIMITS];
static kessai_columns columns;
static kessai_column_answers column_answers;

static char *contents(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) stop(path);
    long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) stop(path);
    fclose(file);
    text[size] = 0, *len = (size_t)size;
    return text;
}

static uint16_t position(int32_t kind, const char *name) {
    uint16_t at = 0;
    if (kessai_position(company, kind, name, strlen(name), &at, NULL) != KESSAI_STATUS_OK) stop(name);
    return at;
}

/* Text at the left of a field of spaces, digits at the right of one of zeros. */
static void put_text(char *field, size_t size, const char *text) {
    memset(field, ' ', size);
    if (strlen(text) > size) stop(text);
    memcpy(field, text, strlen(text));
}

static void put_digits(char *field, size_t size, const char *digits) {
    memset(field, '0', size);
    if (strlen(digits) > size) stop(digits);
    memcpy(field + size - strlen(digits), digits, strlen(digits));
}
static void put_number(char *field, size_t size, long long number) {
    char digits[32];
    snprintf(digits, sizeof digits, "%lld", number);
    put_digits(field, size, digits);
}
#define TEXT(field, text) put_text((field), sizeof(field), (text))
#define DIGITS(field, digits) put_digits((field), sizeof(field), (digits))
#define NUMBER(field, number) put_number((field), sizeof(field), (number))

/* The next word of a line whose words end in tabs. */
static char *word(char **rest) {
    char *begin = *rest, *end = strchr(begin, '\t');
    if (!end) stop("a line of the file ends early");
    *end = 0;
    *rest = end + 1;
    return begin;
}

/* What is not known of a limit is no entry of a record, and KESSAI_NO_NUMBER in a row. */
static void read_usage(char **line, request *to, kessai_row *row) {
    size_t known = 0;
    row->usage_count = LIMITS;
    for (size_t at = 0; at < LIMITS; at++) {
        const char *limit = word(line), *days = word(line), *day = word(line), *used = word(line);
        row->usage[at].limit = position(KESSAI_KIND_LIMIT, limit);
        if (!*used) continue;
        row->usage[at].day = (int32_t)atoi(days), row->usage[at].used = atoll(used);
        TEXT(to->header.usage[known].limit, limit);
        DIGITS(to->header.usage[known].day, day);
        DIGITS(to->header.usage[known].used, used);
        known++;
    }
    NUMBER(to->header.usage_count, (long long)known);
}

static void read_request(char *line, request *to, kessai_row *row) {
    kessai_row_init(row);
    memset(&to->header, ' ', sizeof to->header);
    memset(&to->item, ' ', sizeof to->item);
    const char *text = word(&line);
    TEXT(to->header.user, text);
    row->user = position(KESSAI_KIND_USER, text);
    text = word(&line);
    TEXT(to->header.business, text);
    row->business = position(KESSAI_KIND_BUSINESS, text);
    text = word(&line);
    TEXT(to->header.account, text);
    row->account = position(KESSAI_KIND_ACCOUNT, text);
    row->operation = (uint8_t)atoi(word(&line));
    NUMBER(to->header.operation, row->operation + 1);
    row->now = atoll(word(&line));
    TEXT(to->header.now, word(&line));
    row->value_date = (int32_t)atoi(word(&line));
    DIGITS(to->header.value_date, word(&line));
    row->payee_kind = (uint8_t)atoi(word(&line));
    NUMBER(to->item.payee_kind, row->payee_kind + 1);
    const char *bank = word(&line), *branch = word(&line);
    TEXT(to->item.bank, bank);
    TEXT(to->item.branch, branch);
    if (kessai_place(company, row->account, bank, strlen(bank), branch, strlen(branch), &row->place, NULL) != KESSAI_STATUS_OK)
        stop("kessai_place");
    row->document = (uint8_t)atoi(word(&line));
    if (row->document) TEXT(to->item.document, "Y");
    const char *payment = word(&line);
    DIGITS(to->item.payment, payment);
    row->payment = atoll(payment);
    row->bearer = (uint8_t)atoi(word(&line));
    NUMBER(to->item.bearer, row->bearer + 1);
    for (size_t at = 0; at < 2; at++) {
        text = word(&line);
        TEXT(to->header.approver[at], text);
        if (*text) row->approvers[at] = position(KESSAI_KIND_APPROVER, text);
    }
    read_usage(&line, to, row);
    to->outcome = atoi(word(&line));
    to->deducted = atoll(word(&line)), to->transfer = atoll(word(&line)), to->bank_fee = atoll(word(&line));
    to->reason = atoll(word(&line));
    to->json = line;
}

static void as_columns(void) {
    for (size_t at = 0; at < count; at++) {
        const kessai_row *row = &rows[at];
        column.user[at] = row->user, column.business[at] = row->business, column.account[at] = row->account;
        column.operation[at] = row->operation, column.payee_kind[at] = row->payee_kind, column.place[at] = row->place;
        column.document[at] = row->document, column.bearer[at] = row->bearer;
        column.now[at] = row->now, column.payment[at] = row->payment, column.value_date[at] = row->value_date;
        for (size_t one = 0; one < 2; one++) column.approvers[one][at] = row->approvers[one];
        for (size_t one = 0; one < LIMITS; one++)
            column.day[one][at] = row->usage[one].day, column.used[one][at] = row->usage[one].used;
    }
    for (size_t one = 0; one < LIMITS; one++) {
        usage_columns[one].limit = rows[0].usage[one].limit;
        usage_columns[one].day = column.day[one], usage_columns[one].used = column.used[one];
    }
    columns.user = column.user, columns.business = column.business, columns.account = column.account;
    columns.operation = column.operation, columns.now = column.now, columns.value_date = column.value_date;
    columns.payee_kind = column.payee_kind, columns.place = column.place, columns.document = column.document;
    columns.payment = column.payment, columns.bearer = column.bearer;
    columns.approvers = approver_columns, columns.approver_columns = 2;
    columns.usage = usage_columns, columns.usage_columns = LIMITS;
    column_answers.outcome = column.outcome, column_answers.deducted = column.deducted, column_answers.room = column.room;
    column_answers.transfer = column.transfer, column_answers.bank_fee = column.bank_fee, column_answers.reason = column.reason;
}

static kessai_session *session_of(const char *charset) {
    kessai_session *session = NULL;
    if (kessai_session_new(company, charset, strlen(charset), &session, NULL) != KESSAI_STATUS_OK) stop("kessai_session_new");
    return session;
}

static kessai_record_verdict record_verdict;

/* One call of each door, for the request at a place; of doors that take many, so many from there on. */
static int by_json(size_t at, kessai_text **verdict) {
    return kessai_evaluate_json(company, pool[at].json, strlen(pool[at].json), verdict, NULL) == KESSAI_STATUS_OK;
}
static int by_record(kessai_session *session, size_t at, kessai_record_verdict *verdict) {
    return kessai_record_evaluate(session, &pool[at].header, &pool[at].item, NULL, verdict);
}
static int by_rows(kessai_session *session, size_t at, size_t many, kessai_row_answer *to) {
    return kessai_decide_rows(session, &rows[at], sizeof(kessai_row), many, to, sizeof(kessai_row_answer), NULL) == KESSAI_STATUS_OK;
}
static int by_columns(size_t many) {
    const kessai_company *companies[1] = {company};
    columns.rows = many;
    return kessai_decide_columns(companies, 1, &columns, sizeof columns, &column_answers, sizeof column_answers, NULL) == KESSAI_STATUS_OK;
}

/* What a record's return code says of an outcome. */
static int return_code(int outcome) {
    static const int codes[] = {NO_ANSWER, 0, 4, 8, 12};
    return codes[outcome];
}

static long long signed_digits(const char *field, size_t size) {
    char digits[32] = {0};
    memcpy(digits, field, size);
    return atoll(digits);
}

static int same(const request *one, int outcome, int64_t deducted, int64_t transfer, int64_t bank_fee, int reason) {
    if (one->reason != reason || one->outcome != outcome) return 0;
    if (one->deducted < 0) return deducted == KESSAI_NO_NUMBER && transfer == KESSAI_NO_NUMBER && bank_fee == KESSAI_NO_NUMBER;
    return one->deducted == deducted && one->transfer == transfer && one->bank_fee == bank_fee;
}

static int same_row(const request *one, const kessai_row_answer *row) {
    return row->error == 0 && same(one, row->outcome, row->deducted, row->transfer, row->bank_fee, row->reason);
}

static void verify(kessai_session *session) {
    if (!by_columns(count) || !by_rows(session, 0, count, answers)) stop("a bulk door fails");
    for (size_t at = 0; at < count; at++) {
        const request *one = &pool[at];
        kessai_text *text = NULL;
        if (!by_json(at, &text) || (int)kessai_text_outcome(text) != one->outcome) stop("the JSON door differs");
        kessai_text_free(text);
        if (by_record(session, at, &record_verdict) != return_code(one->outcome)) stop("a record differs in its outcome");
        if (one->deducted >= 0 &&
            signed_digits(record_verdict.transfer, sizeof record_verdict.transfer) != one->transfer)
            stop("a record differs in what is transferred");
        if (!same_row(one, &answers[at])) stop("a row differs");
        if (!same(one, column.outcome[at], column.deducted[at], column.transfer[at], column.bank_fee[at], column.reason[at]) ||
            column.room[at] != answers[at].room)
            stop("a column differs");
        kessai_row_answer alone;
        if (!by_rows(session, at, 1, &alone) || memcmp(&alone, &answers[at], sizeof alone) != 0) stop("a row alone differs");
    }
}

static long long nanoseconds(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) stop("clock_gettime");
    return (long long)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* So many calls of a door; in bulk doors a row is a call. */
static void calls_of(kessai_session *session, const char *door, long calls) {
    size_t at = 0;
    for (long done = 0; done < calls;) {
        size_t many = 1;
        if (strcmp(door, "json") == 0) {
            kessai_text *text = NULL;
            if (!by_json(at, &text)) stop(door);
            kessai_text_free(text);
        } else if (strcmp(door, "record") == 0) {
            if (by_record(session, at, &record_verdict) == NO_ANSWER) stop(door);
        } else if (strcmp(door, "row") == 0) {
            if (!by_rows(session, at, 1, &answers[at])) stop(door);
        } else if (strcmp(door, "rows") == 0) {
            many = count;
            if (!by_rows(session, 0, many, answers)) stop(door);
        } else if (strcmp(door, "columns") != 0 || !by_columns(many = count)) {
            stop(door);
        }
        done += (long)many;
        at = at + 1 == count ? 0 : at + 1;
    }
}

/* Threads: each with a session of its own, all with one company. */

typedef struct worker {
    pthread_t thread;
    long calls;
    atomic_long done;
} worker;

static worker workers[THREADS_MAX];
static atomic_int over, frozen, released;

static void *work(void *argument) {
    worker *own = argument;
    kessai_session *session = session_of("UTF-8");
    kessai_record_verdict *verdict = malloc(sizeof *verdict);
    if (!verdict) stop("no memory");
    for (long call = 0; own->calls ? call < own->calls : !over; call++) {
        size_t at = ((size_t)call * 7 + (size_t)(own - workers)) % count;
        kessai_row_answer answer;
        if (!by_rows(session, at, 1, &answer) || !same_row(&pool[at], &answer)) stop("a thread has another answer");
        /* Where the threads are timed, they decide rows alone. */
        if (!own->calls && by_record(session, at, verdict) != return_code(pool[at].outcome)) stop("a thread has another record");
        own->done++;
    }
    free(verdict);
    kessai_session_free(session);
    return NULL;
}

static void begin(int threads, long calls) {
    over = 0;
    for (int one = 0; one < threads; one++) {
        workers[one].calls = calls, workers[one].done = 0;
        if (pthread_create(&workers[one].thread, NULL, work, &workers[one]) != 0) stop("pthread_create");
    }
}

static void join(int threads) {
    for (int one = 0; one < threads; one++)
        if (pthread_join(workers[one].thread, NULL) != 0) stop("pthread_join");
}

static void nap(void) {
    nanosleep(&(struct timespec){0, 200000}, NULL);
}

/* Stands still wherever the signal has met the thread: with a lock in its hands, if there were one. */
static void freeze(int number) {
    (void)number;
    frozen = 1;
    while (!released) nap();
    frozen = 0;
}

static void stop_one_after_the_other(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = freeze;
    if (sigaction(SIGUSR1, &action, NULL) != 0) stop("sigaction");
    begin(THREADS_MAX, 0);
    for (int one = 0; one < THREADS_MAX; one++)
        while (workers[one].done < 2) nap();
    for (int round = 0; round < 8 * THREADS_MAX; round++) {
        int still = round % THREADS_MAX;
        released = 0;
        if (pthread_kill(workers[still].thread, SIGUSR1) != 0) stop("pthread_kill");
        while (!frozen) nap();
        long before[THREADS_MAX];
        for (int one = 0; one < THREADS_MAX; one++) before[one] = workers[one].done;
        for (int one = 0; one < THREADS_MAX; one++) {
            long long end = nanoseconds(CLOCK_MONOTONIC) + 20000000000LL;
            while (one != still && workers[one].done < before[one] + 2) {
                if (nanoseconds(CLOCK_MONOTONIC) > end) stop("a thread waits for one that stands still");
                nap();
            }
        }
        if (workers[still].done != before[still]) stop("the thread does not stand still");
        for (released = 1; frozen;) nap();
    }
    over = 1;
    join(THREADS_MAX);
}

static void load(char **arguments) {
    size_t len = 0;
    char *text = contents(arguments[1], &len);
    if (kessai_service_new(text, len, &service, NULL) != KESSAI_STATUS_OK) stop("the service does not load");
    free(text);
    text = contents(arguments[2], &len);
    if (kessai_company_new(service, text, len, &company, NULL) != KESSAI_STATUS_OK) stop("the company does not load");
    free(text);
    char *rest = contents(arguments[3], &len);
    for (char *end; count < POOL && (end = strchr(rest, '\n')) != NULL; rest = end + 1) {
        *end = 0;
        read_request(rest, &pool[count], &rows[count]);
        count++;
    }
    if (count == 0) stop("there is no request");
    as_columns();
}

int main(int argc, char **argv) {
    if (argc != 4) stop("usage: doors SERVICE COMPANY REQUESTS");
    load(argv);
    kessai_session *session = session_of("UTF-8");
    verify(session);
    char line[128], door[32];
    while (fgets(line, sizeof line, stdin)) {
        long first = 0, second = 0;
        int words = sscanf(line, "%31s %ld %ld", door, &first, &second);
        if (words == 1 && strcmp(door, "verify") == 0) {
            verify(session), printf("ok\n");
        } else if (words == 1 && strcmp(door, "frozen") == 0) {
            stop_one_after_the_other(), printf("ok\n");
        } else if (words == 3 && strcmp(door, "threads") == 0 && first <= THREADS_MAX) {
            long long from = nanoseconds(CLOCK_MONOTONIC);
            begin((int)first, second);
            join((int)first);
            printf("%lld\n", nanoseconds(CLOCK_MONOTONIC) - from);
        } else if (words == 2) {
#ifdef COUNT_ALLOCATIONS
            long before = asked;
            calls_of(session, door, first);
            printf("%ld\n", asked - before);
#else
            long long from = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
            calls_of(session, door, first);
            printf("%lld\n", nanoseconds(CLOCK_THREAD_CPUTIME_ID) - from);
#endif
        } else {
            stop(line);
        }
        fflush(stdout);
    }
    kessai_session_free(session), kessai_company_free(company), kessai_service_free(service);
    return 0;
}

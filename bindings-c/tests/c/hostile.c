/*
 * Callers that mean no good, or know no better: NULL in every place, records at odd addresses and at the end of memory, areas that
 * overlap, handles that are none, one session from many threads, freeing in any order. Each gets a clear status, and nothing is read
 * or written that was not given.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "kessai.h"

static int failures = 0;
static int checks = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int condition, const char *text, int line) {
    checks++;
    if (!condition) {
        failures++;
        fprintf(stderr, "hostile.c:%d: %s\n", line, text);
    }
}

enum { ACCEPTED = 0, INCOMPLETE = 8, REFUSED = 12, NO_ANSWER = 16 };

static const char SERVICE[] =
    "{\"format\":1,\"id\":\"bank\",\"version\":\"1\",\"currency\":\"JPY\",\"utcOffset\":\"+09:00\","
    "\"businesses\":{\"transfer\":{\"kind\":\"transfer\",\"approvalModes\":[\"none\",\"single\"],\"limits\":[],"
    "\"fees\":{\"payeeBorne\":{\"methodSelectable\":false},\"payerBorne\":{}}},"
    "\"bulk\":{\"kind\":\"bulkTransfer\",\"approvalModes\":[\"none\"],\"limits\":[],"
    "\"fees\":{\"payeeBorne\":{\"methodSelectable\":false},\"payerBorne\":{}}}},"
    "\"rights\":{\"transfer.request\":{\"always\":{\"create\":\"all\"}},\"bulk.request\":{\"always\":{\"create\":\"all\"}}},"
    "\"patterns\":[{\"key\":\"ownBank\",\"when\":{\"sameBank\":true}},"
    "{\"key\":\"otherBank\",\"when\":{\"sameBank\":false}}],"
    "\"standardFees\":[{\"from\":\"2019-10-01\",\"tables\":{\"transfer\":{"
    "\"ownBank\":[{\"from\":\"0\",\"fee\":\"0\"}],"
    "\"otherBank\":[{\"from\":\"0\",\"fee\":\"110\"},{\"from\":\"30000\",\"fee\":\"330\"}]},"
    "\"bulk\":{\"ownBank\":[{\"from\":\"0\",\"fee\":\"0\"}],\"otherBank\":[{\"from\":\"0\",\"fee\":\"110\"}]}}}]}";

static const char COMPANY[] =
    "{\"format\":1,\"id\":\"firm\",\"approval\":{\"transfer\":\"none\",\"bulk\":\"none\"},"
    "\"accounts\":[{\"id\":\"main\",\"bank\":\"0034\",\"branch\":\"081\",\"type\":\"1\",\"number\":\"0253326\"}],"
    "\"fees\":{\"payeeBorne\":{\"transfer\":{\"basis\":\"standard\"},\"bulk\":{\"basis\":\"standard\"}}},"
    "\"users\":[{\"id\":\"hanako01\",\"role\":\"master\",\"enabled\":true}]}";

static const char REQUEST[] =
    "{\"user\":\"hanako01\",\"business\":\"transfer\",\"operation\":\"create\",\"account\":\"main\","
    "\"now\":\"2026-11-20T10:15:00+09:00\",\"valueDate\":\"2026-11-24\","
    "\"payee\":{\"kind\":\"newAccount\",\"bank\":\"0169\",\"branch\":\"101\"},\"payment\":\"30329\",\"bearer\":\"payee\"}";

static kessai_service *bank;
static kessai_company *firm;

static kessai_session *session_in(const char *set) {
    kessai_session *session = NULL;
    kessai_error *error = NULL;
    if (kessai_session_new(firm, set, strlen(set), &session, &error) != KESSAI_STATUS_OK) {
        fprintf(stderr, "%s\n", kessai_text_data(kessai_error_message(error)));
        kessai_error_free(error);
    }
    return session;
}

#define PUT(field, text) put((field), sizeof(field), (text))

static void put(char *field, size_t size, const char *text) {
    size_t len = strlen(text);
    memset(field, ' ', size);
    memcpy(field, text, len < size ? len : size);
}

static void fill(kessai_record_request *request, kessai_record_item *item) {
    memset(request, ' ', sizeof *request);
    memset(item, ' ', sizeof *item);
    PUT(request->user, "hanako01");
    PUT(request->business, "transfer");
    PUT(request->account, "main");
    PUT(request->operation, "01");
    PUT(request->now, "2026112010150000+0900");
    PUT(request->value_date, "20261124");
    PUT(item->payee_kind, "3");
    PUT(item->bank, "0169");
    PUT(item->branch, "101");
    PUT(item->payment, "000000000000030329");
    PUT(item->bearer, "2");
}

/* Memory of which not a byte more may be touched: behind it, and ahead, lies a page that cannot be read. */
static char *guarded(size_t size, int at_end) {
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t pages = (size + page - 1) / page * page;
    char *memory = mmap(NULL, pages + 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED || mprotect(memory, page, PROT_NONE) != 0 ||
        mprotect(memory + page + pages, page, PROT_NONE) != 0)
        abort();
    return at_end ? memory + page + pages - size : memory + page;
}

/* Each record in memory that ends, or begins, where nothing else may be read. */
static void nothing_beyond_a_record_is_touched(void) {
    kessai_session *session = session_in("UTF-8");
    for (int at_end = 0; at_end < 2; at_end++) {
        kessai_record_request *request = (void *)guarded(sizeof *request, at_end);
        kessai_record_item *item = (void *)guarded(sizeof *item, at_end);
        kessai_record_access *access = (void *)guarded(sizeof *access, at_end);
        kessai_record_verdict *verdict = (void *)guarded(sizeof *verdict, at_end);
        kessai_record_row *row = (void *)guarded(sizeof *row, at_end);
        kessai_record_text *text = (void *)guarded(sizeof *text, at_end);
        kessai_record_usage *usage = (void *)guarded(sizeof *usage, at_end);
        kessai_record_order *order = (void *)guarded(sizeof *order, at_end);
        kessai_record_event *event = (void *)guarded(sizeof *event, at_end);
        char *data = guarded(120, at_end);
        char *json = guarded(sizeof REQUEST - 1, at_end);
        kessai_text *answer = NULL;
        fill(request, item);
        memset(access, ' ', sizeof *access);
        memset(verdict, '#', sizeof *verdict);
        CHECK(kessai_record_evaluate(session, request, item, access, verdict) == ACCEPTED);
        CHECK(memcmp(verdict->outcome, "00", 2) == 0);
        CHECK(memcmp(verdict->bank_fee, "000000000000000110", 18) == 0);
        CHECK(memchr(verdict, '#', sizeof *verdict) == NULL);
        memset(row, ' ', sizeof *row);
        memcpy(row->what, "2", 1);
        CHECK(kessai_record_next(session, row) == 8);
        memset(text, ' ', sizeof *text);
        memcpy(text->what, "1", 1);
        CHECK(kessai_record_person_text(session, text) == 8);
        memset(order, ' ', sizeof *order);
        memset(event, ' ', sizeof *event);
        CHECK(kessai_record_advance(session, order, event, request, item, access, verdict) == NO_ANSWER);
        CHECK(memcmp(verdict->status, "0006", 4) == 0 && memcmp(verdict->error_record, "KSE", 3) == 0);
        PUT(request->business, "bulk");
        CHECK(kessai_record_begin(session, request, access) == 0);
        CHECK(kessai_record_add(session, item) == 0);
        memset(data, ' ', 120);
        memcpy(data, "2", 1);
        memset(item, ' ', sizeof *item);
        CHECK(kessai_record_add_zengin(session, data, item) == 0);
        memset(usage, ' ', sizeof *usage);
        CHECK(kessai_record_add_usage(session, usage) == 0);
        CHECK(kessai_record_end(session, verdict) == NO_ANSWER); /* the entry of usage names no limit */
        memcpy(json, REQUEST, sizeof REQUEST - 1);
        CHECK(kessai_evaluate_json(firm, json, sizeof REQUEST - 1, &answer, NULL) == KESSAI_STATUS_OK);
        kessai_text_free(answer);
    }
    kessai_session_free(session);
}

static void records_lie_at_any_address(void) {
    kessai_session *session = session_in("JISX0201");
    char *memory = malloc(sizeof(kessai_record_request) + sizeof(kessai_record_item) + sizeof(kessai_record_verdict) + 64);
    for (size_t odd = 1; odd < 16; odd += 2) {
        kessai_record_request *request = (void *)(memory + odd);
        kessai_record_item *item = (void *)(memory + odd + sizeof *request + 1);
        kessai_record_verdict *verdict = (void *)(memory + odd + sizeof *request + sizeof *item + 3);
        fill(request, item);
        CHECK(kessai_record_evaluate(session, request, item, NULL, verdict) == ACCEPTED);
    }
    free(memory);
    kessai_session_free(session);
}

/* One pointer after the other is NULL; what is blanked says that there is no answer. */
static void null_is_a_status(void) {
    kessai_session *session = session_in("UTF-8");
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    kessai_record_item_verdict said;
    kessai_record_order order;
    kessai_record_event event;
    kessai_error *error = NULL;
    kessai_session *made = NULL;
    fill(&request, &item);
    memset(&order, ' ', sizeof order);
    memset(&event, ' ', sizeof event);

    memset(&verdict, '#', sizeof verdict);
    CHECK(kessai_record_evaluate(NULL, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.outcome, "16", 2) == 0 && memcmp(verdict.status, "0001", 4) == 0);
    memset(&verdict, '#', sizeof verdict);
    CHECK(kessai_record_evaluate(session, NULL, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.outcome, "16", 2) == 0 && memcmp(verdict.status, "0001", 4) == 0);
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_evaluate(session, &request, NULL, NULL, &verdict) == INCOMPLETE);
    CHECK(kessai_record_evaluate(NULL, NULL, NULL, NULL, NULL) == NO_ANSWER);

    CHECK(kessai_record_begin(NULL, &request, NULL) == NO_ANSWER);
    CHECK(kessai_record_begin(session, NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_add(session, &item) == NO_ANSWER); /* none was begun */
    CHECK(kessai_record_add(session, NULL) == NO_ANSWER && kessai_record_add(NULL, &item) == NO_ANSWER);
    CHECK(kessai_record_add_zengin(session, NULL, &item) == NO_ANSWER);
    CHECK(kessai_record_add_zengin(session, "2", NULL) == NO_ANSWER);
    CHECK(kessai_record_add_zengin(NULL, NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_add_usage(session, NULL) == NO_ANSWER && kessai_record_add_usage(NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_end(session, NULL) == NO_ANSWER && kessai_record_end(NULL, &verdict) == NO_ANSWER);
    CHECK(kessai_record_end(session, &verdict) == NO_ANSWER && memcmp(verdict.status, "0008", 4) == 0);
    CHECK(kessai_record_next(session, NULL) == NO_ANSWER && kessai_record_next(NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_next_item(session, NULL) == NO_ANSWER && kessai_record_next_item(NULL, &item) == NO_ANSWER);
    CHECK(kessai_record_next_order(session, NULL) == NO_ANSWER && kessai_record_next_order(NULL, &order) == NO_ANSWER);
    CHECK(kessai_record_person_text(session, NULL) == NO_ANSWER && kessai_record_person_text(NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_advance(session, NULL, &event, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(kessai_record_advance(session, &order, NULL, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(kessai_record_advance(session, &order, &event, NULL, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(kessai_record_advance(NULL, NULL, NULL, NULL, NULL, NULL, NULL) == NO_ANSWER);

    memset(&said, '#', sizeof said);
    CHECK(kessai_record_evaluate_items(NULL, &request, NULL, &item, 1, &verdict, &said) == NO_ANSWER);
    CHECK(said.fee_set[0] == ' '); /* nothing of an earlier batch is left there */
    CHECK(kessai_record_evaluate_items(session, &request, NULL, NULL, 1, &verdict, &said) == NO_ANSWER);
    CHECK(kessai_record_evaluate_items(session, &request, NULL, &item, SIZE_MAX, &verdict, NULL) == NO_ANSWER);
    CHECK(kessai_record_evaluate_items(session, &request, NULL, &item, SIZE_MAX / sizeof item, &verdict, &said) == NO_ANSWER);

    CHECK(kessai_session_new(NULL, "UTF-8", 5, &made, &error) == KESSAI_STATUS_NULL_ARGUMENT && made == NULL);
    kessai_error_free(error);
    CHECK(kessai_session_new(firm, NULL, 5, &made, NULL) == KESSAI_STATUS_NULL_ARGUMENT && made == NULL);
    CHECK(kessai_session_new(firm, "LATIN-1", 7, &made, NULL) == KESSAI_STATUS_INVALID_RECORD && made == NULL);
    CHECK(kessai_session_new(firm, "\xff", 1, &made, NULL) == KESSAI_STATUS_INVALID_UTF8 && made == NULL);
    CHECK(kessai_session_new(firm, "x", SIZE_MAX, &made, NULL) == KESSAI_STATUS_TOO_LONG && made == NULL);
    CHECK(kessai_session_new(firm, "UTF-8", 5, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_session_new(firm, NULL, 0, &made, NULL) == KESSAI_STATUS_OK && made != NULL);
    kessai_session_free(made);
    kessai_session_free(NULL);
    kessai_session_free(session);
}

/* Where what is written lies in what is read, nothing is written at all. */
static void areas_that_overlap_are_left_alone(void) {
    static char memory[65536], before[65536];
    kessai_session *session = session_in("UTF-8");
    kessai_record_request *request = (void *)memory;
    kessai_record_item item;
    for (size_t at = 0; at < sizeof *request; at += 511) {
        fill(request, &item);
        memcpy(before, memory, sizeof memory);
        CHECK(kessai_record_evaluate(session, request, &item, NULL, (void *)(memory + at)) == NO_ANSWER);
        CHECK(memcmp(before, memory, sizeof memory) == 0);
    }
    fill(request, &item);
    CHECK(kessai_record_evaluate(session, request, &item, NULL, (void *)(memory + sizeof *request)) == ACCEPTED);
    {
        kessai_record_order *order = (void *)memory;
        kessai_record_event event;
        memset(&event, ' ', sizeof event);
        memset(memory, ' ', sizeof memory);
        memcpy(before, memory, sizeof memory);
        CHECK(kessai_record_advance(session, order, &event, (void *)memory, NULL, NULL, (void *)(memory + 60000 - 9000)) == NO_ANSWER);
        CHECK(kessai_record_advance(session, order, &event, (void *)(memory + 40000), NULL, NULL, (void *)order) == NO_ANSWER);
        CHECK(memcmp(before, memory, sizeof memory) == 0);
    }
    kessai_session_free(session);
}

/* Spaces, zeros, another's bytes, one that was closed: told, and never followed. */
static void what_is_no_handle_is_told(void) {
    kessai_record_handle handle;
    kessai_record_paths paths;
    kessai_record_message message;
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    char folder[] = "/tmp/kessai-hostile-XXXXXX", path[64];
    FILE *file;
    fill(&request, &item);
    for (int byte = 0; byte < 256; byte++) {
        memset(&handle, byte, sizeof handle);
        CHECK(kessai_record_session(&handle) == NULL);
        CHECK(KSEVAL(&handle, &request, &item, &verdict) == NO_ANSWER && memcmp(verdict.outcome, "16", 2) == 0);
        CHECK(kessai_record_close(&handle) == NO_ANSWER && handle.area[0] == (char)byte);
    }
    CHECK(kessai_record_session(NULL) == NULL && kessai_record_close(NULL) == NO_ANSWER && KSCLOSE(NULL) == NO_ANSWER);
    CHECK(KSEVAL(NULL, &request, &item, &verdict) == NO_ANSWER);

    memset(&paths, ' ', sizeof paths);
    memset(&handle, '#', sizeof handle);
    CHECK(kessai_record_open(&paths, &handle, &message) == NO_ANSWER && handle.area[0] == ' ');
    CHECK(memcmp(message.number, "0006", 4) == 0 && memcmp(message.severity, "12", 2) == 0);
    CHECK(kessai_record_open(NULL, &handle, &message) == NO_ANSWER && memcmp(message.number, "0001", 4) == 0);
    CHECK(kessai_record_open(&paths, NULL, NULL) == NO_ANSWER && KSOPEN(NULL, NULL, NULL) == NO_ANSWER);
    CHECK(kessai_record_open((void *)&handle, &handle, &message) == NO_ANSWER);
    PUT(paths.charset, "LATIN-1");
    CHECK(kessai_record_open(&paths, &handle, &message) == NO_ANSWER && memcmp(message.number, "0006", 4) == 0);
    PUT(paths.charset, "UTF-8");
    PUT(paths.service, "/nowhere/service.json");
    PUT(paths.company, "/nowhere/company.json");
    CHECK(kessai_record_open(&paths, &handle, &message) == NO_ANSWER && memcmp(message.number, "0013", 4) == 0);
    CHECK(message.file[0] == 'S');
    PUT(paths.image, "/nowhere/image");
    CHECK(kessai_record_open(&paths, &handle, &message) == NO_ANSWER && memcmp(message.number, "0006", 4) == 0);
    PUT(paths.image, "");

    if (mkdtemp(folder) == NULL) abort();
    snprintf(path, sizeof path, "%s/s", folder);
    file = fopen(path, "wb");
    fwrite(SERVICE, 1, sizeof SERVICE - 1, file);
    fclose(file);
    PUT(paths.service, path);
    snprintf(path, sizeof path, "%s/c", folder);
    file = fopen(path, "wb");
    fprintf(file, "{\n \"idd\": 1, %s", COMPANY + 1);
    fclose(file);
    PUT(paths.company, path);
    CHECK(kessai_record_open(&paths, &handle, &message) == NO_ANSWER);
    CHECK(memcmp(message.facility, "KSDOC   ", 8) == 0 && memcmp(message.line, "000002", 6) == 0 && message.file[0] == 'C');
    file = fopen(path, "wb");
    fwrite(COMPANY, 1, sizeof COMPANY - 1, file);
    fclose(file);
    CHECK(kessai_record_open(&paths, &handle, &message) == 0 && kessai_record_session(&handle) != NULL);
    CHECK(KSEVAL(&handle, &request, &item, &verdict) == ACCEPTED);
    CHECK(KSEVLA(&handle, &request, &item, NULL, &verdict) == ACCEPTED);
    for (size_t at = 0; at < sizeof handle.area; at++) {
        kessai_record_handle other = handle;
        other.area[at] ^= 1;
        CHECK(kessai_record_session(&other) == NULL);
    }
    CHECK(KSCLOSE(&handle) == 0 && KSCLOSE(&handle) == NO_ANSWER);
    CHECK(KSEVAL(&handle, &request, &item, &verdict) == NO_ANSWER);
    unlink(path);
    snprintf(path, sizeof path, "%s/s", folder);
    unlink(path);
    rmdir(folder);
}

/* Fields that are none of their values: which, and where. */
static void what_cannot_be_read_is_named(void) {
    kessai_session *session = session_in("JISX0201");
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    fill(&request, &item);
    PUT(request.usage_count, "0A0");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.status, "0006", 4) == 0 && memcmp(verdict.error_record, "KSQ", 3) == 0);
    PUT(request.usage_count, "017");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    PUT(request.usage_count, "000");
    PUT(request.operation, "99");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.status, "0020", 4) == 0 && memcmp(verdict.error_at, "00193", 5) == 0);
    PUT(request.operation, "01");
    PUT(request.user, "hanako01\x1f");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.status, "0004", 4) == 0 && memcmp(verdict.error_at, "00001", 5) == 0);
    PUT(request.user, "nobody");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    CHECK(memcmp(verdict.status, "0020", 4) == 0 && memcmp(verdict.error_field, "0001", 4) == 0);
    PUT(request.user, "hanako01");
    PUT(request.now, "202611201015000000000");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == NO_ANSWER);
    PUT(request.now, "2026112010150000+0900");
    PUT(item.payment, "30329");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == REFUSED); /* digits are no text */
    PUT(item.payment, "00000000000003032I");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == REFUSED); /* nor is a sign punched over one */
    PUT(item.payment, "000000000000000000");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == REFUSED); /* zeros are zero */
    PUT(item.payment, "");
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == INCOMPLETE); /* spaces are missing */
    memset(item.payment, 0, sizeof item.payment);
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == INCOMPLETE); /* so is new storage */
    kessai_session_free(session);
}

enum { THREADS = 16, ROUNDS = 2000 };
static kessai_session *shared;
static int busy, answered;
static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;

/* Threads in one session: an answer, or word that somebody else is in it; never another's answer. */
static void *in_one_session(void *unused) {
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    int own_busy = 0, own_answered = 0;
    (void)unused;
    fill(&request, &item);
    for (int round = 0; round < ROUNDS; round++) {
        int code = kessai_record_evaluate(shared, &request, &item, NULL, &verdict);
        if (code == ACCEPTED && memcmp(verdict.bank_fee, "000000000000000110", 18) == 0) own_answered++;
        if (code == NO_ANSWER && memcmp(verdict.status, "0005", 4) == 0) own_busy++;
    }
    pthread_mutex_lock(&counting);
    busy += own_busy;
    answered += own_answered;
    pthread_mutex_unlock(&counting);
    return NULL;
}

/* Threads with a company in common, a session each. */
static void *in_its_own(void *unused) {
    kessai_session *session = session_in("UTF-8");
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    int own = 0;
    (void)unused;
    fill(&request, &item);
    for (int round = 0; round < ROUNDS; round++)
        own += kessai_record_evaluate(session, &request, &item, NULL, &verdict) == ACCEPTED;
    kessai_session_free(session);
    pthread_mutex_lock(&counting);
    answered += own;
    pthread_mutex_unlock(&counting);
    return NULL;
}

static void run(void *(*body)(void *)) {
    pthread_t threads[THREADS];
    busy = answered = 0;
    for (int at = 0; at < THREADS; at++)
        if (pthread_create(&threads[at], NULL, body, NULL) != 0) abort();
    for (int at = 0; at < THREADS; at++) pthread_join(threads[at], NULL);
}

static void threads_share(void) {
    shared = session_in("UTF-8");
    run(in_one_session);
    CHECK(busy + answered == THREADS * ROUNDS && answered > 0);
    kessai_session_free(shared);
    run(in_its_own);
    CHECK(answered == THREADS * ROUNDS);
}

/* A session outlives its company and service. */
static void freed_in_any_order(void) {
    kessai_service *service = NULL;
    kessai_company *company = NULL;
    kessai_session *session = NULL;
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    fill(&request, &item);
    CHECK(kessai_service_new(SERVICE, sizeof SERVICE - 1, &service, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_company_new(service, COMPANY, sizeof COMPANY - 1, &company, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_session_new(company, NULL, 0, &session, NULL) == KESSAI_STATUS_OK);
    kessai_service_free(service);
    kessai_company_free(company);
    CHECK(kessai_record_evaluate(session, &request, &item, NULL, &verdict) == ACCEPTED);
    kessai_session_free(session);
}

int main(void) {
    if (kessai_service_new(SERVICE, sizeof SERVICE - 1, &bank, NULL) != KESSAI_STATUS_OK ||
        kessai_company_new(bank, COMPANY, sizeof COMPANY - 1, &firm, NULL) != KESSAI_STATUS_OK) {
        fprintf(stderr, "hostile.c: the documents do not load\n");
        return 1;
    }
    nothing_beyond_a_record_is_touched();
    records_lie_at_any_address();
    null_is_a_status();
    areas_that_overlap_are_left_alone();
    what_is_no_handle_is_told();
    what_cannot_be_read_is_named();
    freed_in_any_order();
    threads_share();
    kessai_company_free(firm);
    kessai_service_free(bank);
    printf("hostile.c: %d checks, %d failures\n", checks, failures);
    return failures == 0 ? 0 : 1;
}

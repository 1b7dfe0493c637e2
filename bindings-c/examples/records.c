/*
 * Decides transfers by records: one line a transfer, `BANK,BRANCH,PAYMENT,BEARER` (1 the payer, 2 the payee; nothing is missing), and
 * prints `OUTCOME FEE WITHDRAWAL REASONS` for each. Documents are read once; each thread has a session of its own.
 *
 *     records SERVICE COMPANY TRANSFERS
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kessai.h"

enum { THREADS = 4, TRANSFERS_MAX = 10000, LINE_MAX_LEN = 80 };

static kessai_company *company;
static char lines[TRANSFERS_MAX][LINE_MAX_LEN];
static char answers[TRANSFERS_MAX][LINE_MAX_LEN];
static size_t count;

/* A field of characters, with spaces behind. */
#define PUT(field, text) put((field), sizeof(field), (text), strlen(text))
static void put(char *field, size_t size, const char *text, size_t len) {
    memset(field, ' ', size);
    memcpy(field, text, len < size ? len : size);
}

/* The next value of a line; nothing of it stays a space, which is missing. */
static void take(char *field, size_t size, const char **line, int number) {
    size_t len = strcspn(*line, ",\n");
    if (number && len > 0) {
        memset(field, '0', size);
        memcpy(field + size - len, *line, len);
    } else {
        put(field, size, *line, len);
    }
    *line += len + ((*line)[len] == ',');
}

/* What all transfers here have in common. */
static void begin(kessai_record_request *request) {
    const char *limits[] = {"accountPerDay.total", "accountPerDay.preRegistered"};
    memset(request, ' ', sizeof *request);
    PUT(request->user, "taro01");
    PUT(request->business, "transfer");
    PUT(request->account, "081-1-0100001");
    PUT(request->operation, "01");
    PUT(request->now, "2026112010150000+0900");
    PUT(request->value_date, "20261124");
    PUT(request->approver[0], "hanako01");
    PUT(request->usage_count, "002");
    for (size_t at = 0; at < 2; at++) {
        PUT(request->usage[at].limit, limits[at]);
        PUT(request->usage[at].day, "20261120");
        PUT(request->usage[at].used, "000000000000000000");
    }
}

static void *decide(void *first) {
    kessai_session *session = NULL;
    kessai_record_request request;
    kessai_record_item item;
    kessai_record_verdict verdict;
    if (kessai_session_new(company, "UTF-8", 5, &session, NULL) != KESSAI_STATUS_OK) exit(2);
    begin(&request);
    for (size_t at = *(const size_t *)first; at < count; at += THREADS) {
        const char *line = lines[at];
        memset(&item, ' ', sizeof item);
        PUT(item.payee_kind, "1");
        take(item.bank, sizeof item.bank, &line, 0);
        take(item.branch, sizeof item.branch, &line, 0);
        take(item.payment, sizeof item.payment, &line, 1);
        take(item.bearer, sizeof item.bearer, &line, 0);
        /* Only 0 and 4 may go on; whatever else it is, also what is not known here, is refused. */
        int outcome = (int)kessai_record_evaluate(session, &request, &item, NULL, &verdict);
        snprintf(answers[at], sizeof answers[at], "%02d %.18s %.18s %.6s", outcome, verdict.bank_fee,
                 verdict.withdrawal, verdict.reason_count);
    }
    kessai_session_free(session);
    return NULL;
}

static char *read_file(const char *path, size_t *len) {
    static char room[2][1 << 20];
    static size_t used;
    FILE *file = fopen(path, "rb");
    char *text = room[used++ % 2];
    if (file == NULL) exit(2);
    *len = fread(text, 1, sizeof room[0], file);
    fclose(file);
    return text;
}

int main(int arguments, char **paths) {
    kessai_service *service = NULL;
    pthread_t threads[THREADS];
    size_t first[THREADS], len;
    if (arguments != 4) return 2;
    char *text = read_file(paths[1], &len);
    if (kessai_service_new(text, len, &service, NULL) != KESSAI_STATUS_OK) return 2;
    text = read_file(paths[2], &len);
    if (kessai_company_new(service, text, len, &company, NULL) != KESSAI_STATUS_OK) return 2;
    kessai_service_free(service); /* the company holds what it needs of it */

    FILE *file = fopen(paths[3], "rb");
    if (file == NULL) return 2;
    while (count < TRANSFERS_MAX && fgets(lines[count], LINE_MAX_LEN, file) != NULL) count++;
    fclose(file);
    for (size_t at = 0; at < THREADS; at++) {
        first[at] = at;
        if (pthread_create(&threads[at], NULL, decide, &first[at]) != 0) return 2;
    }
    for (size_t at = 0; at < THREADS; at++) pthread_join(threads[at], NULL);
    for (size_t at = 0; at < count; at++) puts(answers[at]);
    kessai_company_free(company);
    return 0;
}

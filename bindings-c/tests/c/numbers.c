/*
 * Hostile callers of rows and columns: whatever is refused has a status, and nothing is written.
 */
#include <stdio.h>
#include <string.h>

#include "kessai.h"

static int failures = 0;
static int checks = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int condition, const char *text, int line) {
    checks++;
    if (!condition) {
        failures++;
        fprintf(stderr, "numbers.c:%d: %s\n", line, text);
    }
}

static const char SERVICE[] =
    "{\"format\":1,\"id\":\"bank\",\"version\":\"1\",\"currency\":\"JPY\",\"utcOffset\":\"+09:00\","
    "\"businesses\":{\"transfer\":{\"kind\":\"transfer\",\"approvalModes\":[\"none\",\"single\"],\"limits\":[],"
    "\"fees\":{\"payeeBorne\":{\"methodSelectable\":false},\"payerBorne\":{}}}},"
    "\"rights\":{\"transfer.request\":{\"always\":{\"create\":\"all\"}},"
    "\"transfer.approve\":{\"approvalOn\":{\"approve\":\"all\"}}},"
    "\"patterns\":[{\"key\":\"ownBank\",\"when\":{\"sameBank\":true}},"
    "{\"key\":\"otherBank\",\"when\":{\"sameBank\":false}}],"
    "\"standardFees\":[{\"from\":\"2019-10-01\",\"tables\":{\"transfer\":{"
    "\"ownBank\":[{\"from\":\"0\",\"fee\":\"0\"}],"
    "\"otherBank\":[{\"from\":\"0\",\"fee\":\"110\"},{\"from\":\"30000\",\"fee\":\"330\"}]}}}]}";

static const char COMPANY[] =
    "{\"format\":1,\"id\":\"firm\",\"approval\":{\"transfer\":\"none\"},"
    "\"accounts\":[{\"id\":\"main\",\"bank\":\"0034\",\"branch\":\"081\",\"type\":\"1\",\"number\":\"0253326\"}],"
    "\"fees\":{\"payeeBorne\":{\"transfer\":{\"basis\":\"standard\"}}},"
    "\"users\":[{\"id\":\"hanako01\",\"role\":\"master\",\"enabled\":true}]}";


#define TEXT(literal) (literal), (sizeof(literal) - 1)
#define SIZES(rows, count, answers) (rows), sizeof(kessai_row), (count), (answers), sizeof(kessai_row_answer)

static kessai_service *service;
static kessai_company *company;
static kessai_session *session;

static uint16_t position(int32_t kind, const char *name) {
    uint16_t at = 7;
    CHECK(kessai_position(company, kind, name, strlen(name), &at, NULL) == KESSAI_STATUS_OK);
    return at;
}

/* 30,329 yen to another bank, 330 of which the payee bears. */
static kessai_row good(void) {
    kessai_row row;
    kessai_row_init(&row);
    row.user = position(KESSAI_KIND_USER, "hanako01");
    row.business = position(KESSAI_KIND_BUSINESS, "transfer");
    row.account = position(KESSAI_KIND_ACCOUNT, "main");
    row.operation = KESSAI_OPERATION_CREATE;
    row.now = 1795137300;
    row.value_date = 20781;
    row.payee_kind = KESSAI_PAYEE_KIND_NEW_ACCOUNT;
    CHECK(kessai_place(company, row.account, TEXT("0169"), TEXT("101"), &row.place, NULL) == KESSAI_STATUS_OK);
    CHECK(row.place == KESSAI_PLACE_OTHER_BANK);
    row.payment = 30329;
    row.bearer = KESSAI_BEARER_PAYEE;
    return row;
}

static void names(void) {
    uint16_t at = 7;
    uint8_t place = 7;
    kessai_text *text = NULL;
    kessai_error *error = NULL;
    CHECK(kessai_position(company, KESSAI_KIND_APPROVER, TEXT("nobody"), &at, NULL) == KESSAI_STATUS_OK);
    CHECK(at == KESSAI_UNKNOWN_APPROVER);
    CHECK(position(KESSAI_KIND_PATTERN, "otherBank") == 1);
    at = 7;
    CHECK(kessai_position(company, KESSAI_KIND_USER, TEXT("nobody"), &at, &error) == KESSAI_STATUS_UNKNOWN_NAME && error);
    kessai_error_free(error);
    CHECK(kessai_position(company, 0, TEXT("hanako01"), &at, NULL) == KESSAI_STATUS_UNKNOWN_NAME);
    CHECK(kessai_position(company, -1, TEXT("hanako01"), &at, NULL) == KESSAI_STATUS_UNKNOWN_NAME);
    CHECK(kessai_position(NULL, KESSAI_KIND_USER, TEXT("hanako01"), &at, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_position(company, KESSAI_KIND_USER, NULL, 4, &at, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_position(company, KESSAI_KIND_USER, "x", SIZE_MAX, &at, NULL) == KESSAI_STATUS_TOO_LONG);
    CHECK(kessai_position(company, KESSAI_KIND_USER, TEXT("\xff"), &at, NULL) == KESSAI_STATUS_INVALID_UTF8);
    CHECK(kessai_position(company, KESSAI_KIND_USER, TEXT("hanako01"), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(at == 7);
    CHECK(kessai_place(NULL, 0, TEXT("0169"), TEXT("101"), &place, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_place(company, 0, NULL, 4, TEXT("101"), &place, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_place(company, 0, TEXT("0169"), TEXT("101"), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(place == 7);
    CHECK(kessai_place(company, 65000, NULL, 0, NULL, 0, &place, NULL) == KESSAI_STATUS_OK && place == KESSAI_NO_CODE);
    CHECK(kessai_limit_name(company, 60000, &text, NULL) == KESSAI_STATUS_UNKNOWN_NAME);
    CHECK(kessai_limit_name(NULL, 0, &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT && text == NULL);
    CHECK(kessai_limit_name(company, 0, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_limit_name(company, 0, &text, NULL) == KESSAI_STATUS_OK && kessai_text_len(text) > 0);
    kessai_text_free(text);
    kessai_row_init(NULL);
}

static void rows(void) {
    unsigned char memory[sizeof(kessai_row) + sizeof(kessai_row_answer) + 1];
    kessai_row row = good(), bad[2] = {row, row};
    kessai_row_answer answer, before;
    kessai_error *error = NULL;
    CHECK(kessai_decide_rows(session, SIZES(&row, 1, &answer), NULL) == KESSAI_STATUS_OK);
    CHECK(answer.outcome == KESSAI_OUTCOME_ACCEPTED && answer.error == 0 && answer.reason == 0);
    CHECK(answer.deducted == 330 && answer.transfer == 29999 && answer.bank_fee == 110 && answer.withdrawal == 30109);
    memcpy(memory + 1, &row, sizeof row);
    CHECK(kessai_decide_rows(session, SIZES((kessai_row *)(void *)(memory + 1), 1,
        (kessai_row_answer *)(void *)(memory + 1 + sizeof row)), NULL) == KESSAI_STATUS_OK);
    CHECK(memcmp(memory + 1 + sizeof row, &answer, sizeof answer) == 0);
    CHECK(kessai_decide_rows(session, SIZES((kessai_row *)(void *)(memory + 1), 1,
        (kessai_row_answer *)(void *)(memory + sizeof row)), NULL) == KESSAI_STATUS_INVALID_RECORD);
    memset(&answer, '#', sizeof answer);
    before = answer;
    CHECK(kessai_decide_rows(NULL, SIZES(&row, 1, &answer), NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_rows(session, SIZES(NULL, 1, &answer), NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_rows(session, SIZES(&row, 1, NULL), NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_rows(session, SIZES(&row, SIZE_MAX, &answer), NULL) == KESSAI_STATUS_TOO_LONG);
    CHECK(kessai_decide_rows(session, SIZES(&row, SIZE_MAX / 128, &answer), NULL) == KESSAI_STATUS_TOO_LONG);
    CHECK(kessai_decide_rows(session, SIZES(NULL, 0, NULL), NULL) == KESSAI_STATUS_OK);
    for (size_t size = 0; size < 300; size++) {
        if (size != sizeof row)
            CHECK(kessai_decide_rows(session, &row, size, 1, &answer, sizeof answer, NULL) == KESSAI_STATUS_INVALID_RECORD);
        if (size != sizeof answer)
            CHECK(kessai_decide_rows(session, &row, sizeof row, 1, &answer, size, NULL) == KESSAI_STATUS_INVALID_RECORD);
    }
    bad[0].reserved = 1;
    CHECK(kessai_decide_rows(session, SIZES(bad, 1, &answer), &error) == KESSAI_STATUS_INVALID_RECORD && error);
    kessai_error_free(error);
    bad[0] = row, bad[0].usage_count = 5;
    CHECK(kessai_decide_rows(session, SIZES(bad, 1, &answer), NULL) == KESSAI_STATUS_INVALID_RECORD);
    bad[0] = row, bad[0].usage_count = 1, bad[0].usage[0].reserved = 1;
    CHECK(kessai_decide_rows(session, SIZES(bad, 1, &answer), NULL) == KESSAI_STATUS_INVALID_RECORD);
    CHECK(memcmp(&answer, &before, sizeof answer) == 0);
    bad[0] = row, bad[0].user = 60000;
    CHECK(kessai_decide_rows(session, SIZES(bad, 1, &answer), NULL) == KESSAI_STATUS_OK);
    CHECK(answer.error == KESSAI_ROW_ERROR_USER && answer.outcome == KESSAI_OUTCOME_REFUSED);
    bad[0] = row, bad[0].usage_count = 1;
    CHECK(kessai_decide_rows(session, SIZES(bad, 1, &answer), NULL) == KESSAI_STATUS_OK);
    CHECK(answer.error == KESSAI_ROW_ERROR_USAGE_LIMIT && answer.outcome == KESSAI_OUTCOME_REFUSED);
    memset(bad, 0, sizeof bad);
    CHECK(kessai_decide_rows(session, SIZES(bad, 2, (kessai_row_answer *)(void *)memory), NULL) == KESSAI_STATUS_OK);
}

static kessai_status ask(const kessai_columns *columns, const kessai_column_answers *answers) {
    const kessai_company *companies[1] = {company};
    return kessai_decide_columns(companies, 1, columns, sizeof *columns, answers, sizeof *answers, NULL);
}

static void columns(void) {
    const kessai_company *nobody[1] = {NULL}, *one[1] = {company};
    uint8_t operation[2] = {KESSAI_OPERATION_LOGIN, KESSAI_OPERATION_LOGIN}, outcome[2] = {77, 77}, error[2] = {77, 77};
    uint16_t user[2] = {position(KESSAI_KIND_USER, "hanako01"), 60000};
    int64_t now[3] = {1795137300, 1795137300, 0};
    kessai_columns in, bad;
    kessai_column_answers out, other;
    memset(&in, 0, sizeof in);
    memset(&out, 0, sizeof out);
    in.rows = 2, in.operation = operation, in.user = user, in.now = now;
    out.outcome = outcome, out.error = error;
    bad = in, bad.now = (const int64_t *)(const void *)((const char *)now + 1);
    CHECK(ask(&bad, &out) == KESSAI_STATUS_INVALID_RECORD);
    bad = in, bad.rows = SIZE_MAX;
    CHECK(ask(&bad, &out) == KESSAI_STATUS_TOO_LONG);
    bad = in, bad.approver_columns = 1;
    CHECK(ask(&bad, &out) == KESSAI_STATUS_NULL_ARGUMENT);
    bad = in, bad.usage_columns = SIZE_MAX;
    CHECK(ask(&bad, &out) == KESSAI_STATUS_NULL_ARGUMENT);
    other = out, other.error = outcome;
    CHECK(ask(&in, &other) == KESSAI_STATUS_INVALID_RECORD);
    other = out, other.error = operation;
    CHECK(ask(&in, &other) == KESSAI_STATUS_INVALID_RECORD);
    CHECK(ask(NULL, &out) == KESSAI_STATUS_NULL_ARGUMENT && ask(&in, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_columns(NULL, 1, &in, sizeof in, &out, sizeof out, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_columns(nobody, 1, &in, sizeof in, &out, sizeof out, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_decide_columns(one, 1, &in, sizeof in - 8, &out, sizeof out, NULL) == KESSAI_STATUS_INVALID_RECORD);
    CHECK(kessai_decide_columns(one, 1, &in, sizeof in, &out, sizeof out + 8, NULL) == KESSAI_STATUS_INVALID_RECORD);
    CHECK(outcome[0] == 77 && outcome[1] == 77 && error[0] == 77 && operation[0] == KESSAI_OPERATION_LOGIN);
    CHECK(ask(&in, &out) == KESSAI_STATUS_OK);
    CHECK(outcome[0] == KESSAI_OUTCOME_ACCEPTED && error[0] == 0);
    CHECK(outcome[1] == KESSAI_OUTCOME_REFUSED && error[1] == KESSAI_ROW_ERROR_USER);
}

int main(void) {
    if (kessai_service_new(TEXT(SERVICE), &service, NULL) != KESSAI_STATUS_OK ||
        kessai_company_new(service, TEXT(COMPANY), &company, NULL) != KESSAI_STATUS_OK ||
        kessai_session_new(company, TEXT("UTF-8"), &session, NULL) != KESSAI_STATUS_OK)
        return 1;
    names();
    rows();
    columns();
    kessai_session_free(session);
    kessai_company_free(company);
    kessai_service_free(service);
    printf("numbers.c: %d checks, %d failures\n", checks, failures);
    return failures == 0 ? 0 : 1;
}

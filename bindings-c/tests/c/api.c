/*
 * Every function of kessai.h: what it gives, NULL everywhere, and that a refused call writes nothing but its error.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kessai.h"

static int failures = 0;
static int checks = 0;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int condition, const char *text, int line) {
    checks++;
    if (!condition) {
        failures++;
        fprintf(stderr, "api.c:%d: %s\n", line, text);
    }
}

_Static_assert(sizeof(kessai_status) == 4, "a status is 32 bits wide for callers without a C compiler");
_Static_assert(sizeof(kessai_outcome) == 4, "an outcome too");

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

static const char REQUEST[] =
    "{\"user\":\"hanako01\",\"business\":\"transfer\",\"operation\":\"create\",\"account\":\"main\","
    "\"now\":\"2026-11-20T10:15:00+09:00\",\"valueDate\":\"2026-11-24\","
    "\"payee\":{\"kind\":\"newAccount\",\"bank\":\"0169\",\"branch\":\"101\"},"
    "\"payment\":\"30329\",\"bearer\":\"payee\"}";

#define TEXT(literal) (literal), (sizeof(literal) - 1)

static int equals(const kessai_text *text, const char *expected) {
    size_t len = strlen(expected);
    return kessai_text_len(text) == len && memcmp(kessai_text_data(text), expected, len + 1) == 0;
}

static int begins(const kessai_text *text, const char *expected) {
    return strncmp(kessai_text_data(text), expected, strlen(expected)) == 0;
}

static kessai_service *new_service(void) {
    kessai_service *service = NULL;
    kessai_error *error = NULL;
    kessai_status status = kessai_service_new(TEXT(SERVICE), &service, &error);
    if (status != KESSAI_STATUS_OK) fprintf(stderr, "%s\n", kessai_text_data(kessai_error_message(error)));
    CHECK(status == KESSAI_STATUS_OK);
    CHECK(service != NULL);
    CHECK(error == NULL);
    return service;
}

static kessai_company *new_company(const kessai_service *service) {
    kessai_company *company = NULL;
    kessai_error *error = NULL;
    kessai_status status = kessai_company_new(service, TEXT(COMPANY), &company, &error);
    if (status != KESSAI_STATUS_OK) fprintf(stderr, "%s\n", kessai_text_data(kessai_error_message(error)));
    CHECK(status == KESSAI_STATUS_OK);
    CHECK(company != NULL);
    CHECK(error == NULL);
    return company;
}

static void versions_agree(void) {
    char made[32];
    CHECK(KESSAI_VERSION_NUMBER ==
          KESSAI_VERSION_MAJOR * 1000000 + KESSAI_VERSION_MINOR * 1000 + KESSAI_VERSION_PATCH);
    CHECK(kessai_version_number() == KESSAI_VERSION_NUMBER);
    CHECK(kessai_version_number() / 1000000 == KESSAI_VERSION_MAJOR);
    CHECK(kessai_version_number() / 1000 % 1000 == KESSAI_VERSION_MINOR);
    CHECK(kessai_version_number() % 1000 == KESSAI_VERSION_PATCH);
    snprintf(made, sizeof made, "%d.%d.%d", KESSAI_VERSION_MAJOR, KESSAI_VERSION_MINOR, KESSAI_VERSION_PATCH);
    CHECK(strcmp(made, KESSAI_VERSION_STRING) == 0);
    CHECK(strcmp(kessai_version_string(), KESSAI_VERSION_STRING) == 0);
}

static void numbers_stay(void) {
    CHECK(KESSAI_STATUS_OK == 0 && KESSAI_STATUS_NULL_ARGUMENT == 1 && KESSAI_STATUS_INVALID_UTF8 == 2);
    CHECK(KESSAI_STATUS_TOO_LONG == 3 && KESSAI_STATUS_INVALID_SERVICE == 10 && KESSAI_STATUS_INVALID_COMPANY == 11);
    CHECK(KESSAI_STATUS_INVALID_IMAGE == 12 && KESSAI_STATUS_INVALID_REQUEST == 20 && KESSAI_STATUS_PANIC == 90);
    CHECK(KESSAI_OUTCOME_NONE == 0 && KESSAI_OUTCOME_ACCEPTED == 1 && KESSAI_OUTCOME_NEEDS_APPROVAL == 2);
    CHECK(KESSAI_OUTCOME_INCOMPLETE == 3 && KESSAI_OUTCOME_REFUSED == 4 && KESSAI_OUTCOME_CHANGED == 5);
    CHECK(KESSAI_OUTCOME_VALID == 6);
    CHECK(KESSAI_REASON_PERMISSION_USER_DISABLED == 201);
    CHECK(kessai_reason_number(TEXT("permission.user.disabled")) == KESSAI_REASON_PERMISSION_USER_DISABLED);
    CHECK(kessai_reason_number(TEXT("limit.accountPerDay.adHoc")) == KESSAI_REASON_LIMIT_ACCOUNT_PER_DAY_AD_HOC);
    CHECK(kessai_reason_number(TEXT("nothing.of.ours")) == 0);
    CHECK(kessai_reason_number(TEXT("\xff")) == 0);
    CHECK(kessai_reason_number("", 0) == 0);
    CHECK(kessai_reason_number(NULL, 0) == 0);
}

/* An image is the company without its documents, and any bytes may be given for one. */
static void an_image_is_the_company(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_company *same = NULL;
    kessai_image *image = NULL;
    kessai_image *again = NULL;
    kessai_error *error = NULL;
    kessai_text *verdict = NULL;
    kessai_text *other = NULL;
    unsigned char *changed = NULL;
    size_t len;

    CHECK(kessai_company_image(company, &image, &error) == KESSAI_STATUS_OK);
    len = kessai_image_len(image);
    CHECK(len > 32);
    CHECK(kessai_company_from_image(kessai_image_data(image), len, &same, &error) == KESSAI_STATUS_OK);
    CHECK(equals(kessai_company_digest(same), kessai_text_data(kessai_company_digest(company))));
    CHECK(equals(kessai_company_warnings(same), "[]"));
    CHECK(kessai_evaluate_json(company, TEXT(REQUEST), &verdict, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_evaluate_json(same, TEXT(REQUEST), &other, NULL) == KESSAI_STATUS_OK);
    CHECK(equals(other, kessai_text_data(verdict)));
    CHECK(kessai_company_image(same, &again, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_image_len(again) == len && memcmp(kessai_image_data(again), kessai_image_data(image), len) == 0);
    kessai_company_free(same);
    same = NULL;

    changed = malloc(len);
    if (changed == NULL) exit(2);
    for (size_t at = 0; at < len; at++) {
        memcpy(changed, kessai_image_data(image), len);
        changed[at] ^= 0x10;
        error = NULL;
        CHECK(kessai_company_from_image(changed, len, &same, &error) == KESSAI_STATUS_INVALID_IMAGE);
        CHECK(begins(kessai_error_code(error), "image.") && same == NULL);
        kessai_error_free(error);
    }
    free(changed);

    error = NULL;
    CHECK(kessai_company_from_image((const unsigned char *)SERVICE, sizeof SERVICE, &same, &error) == KESSAI_STATUS_INVALID_IMAGE);
    CHECK(equals(kessai_error_code(error), "image.magic"));
    CHECK(equals(kessai_error_json(error),
                 "{\"code\":\"image.magic\",\"path\":\"\",\"message\":\"this is no image of Kessai\","
                 "\"messageJa\":\"Kessaiのイメージではありません\"}"));
    CHECK(same == NULL);
    kessai_error_free(error);
    CHECK(kessai_company_from_image(NULL, 0, &same, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_from_image(kessai_image_data(image), len, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_image(NULL, &again, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_image(company, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_image_data(NULL) == NULL && kessai_image_len(NULL) == 0);
    kessai_image_free(NULL);

    kessai_text_free(verdict);
    kessai_text_free(other);
    kessai_image_free(image);
    kessai_image_free(again);
    kessai_company_free(company);
    kessai_service_free(service);
}

static void a_request_is_answered(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_text *verdict = NULL;
    kessai_text *again = NULL;
    /* What the caller passed is his again as soon as the call is over. */
    char *request = malloc(sizeof REQUEST);
    if (request == NULL) exit(2);
    memcpy(request, REQUEST, sizeof REQUEST);
    CHECK(kessai_evaluate_json(company, request, sizeof REQUEST - 1, &verdict, NULL) == KESSAI_STATUS_OK);
    memset(request, 0, sizeof REQUEST);
    free(request);
    CHECK(begins(verdict, "{\"outcome\":\"accepted\","));
    CHECK(kessai_text_outcome(verdict) == KESSAI_OUTCOME_ACCEPTED);
    CHECK(strstr(kessai_text_data(verdict), "\"bankFee\":\"110\"") != NULL);
    CHECK(strlen(kessai_text_data(verdict)) == kessai_text_len(verdict));

    /* The service may go before the company, and the same request has the same answer. */
    kessai_service_free(service);
    CHECK(kessai_evaluate_json(company, TEXT(REQUEST), &again, NULL) == KESSAI_STATUS_OK);
    CHECK(equals(again, kessai_text_data(verdict)));
    kessai_company_free(company);
    /* And a verdict outlives both. */
    CHECK(begins(again, "{\"outcome\":\"accepted\","));
    kessai_text_free(verdict);
    kessai_text_free(again);
}

/* What an answer says to a person, in both languages; what is no answer has an error. */
static void it_has_texts(const kessai_service *service, const kessai_text *answer) {
    const char *data = kessai_text_data(answer);
    size_t len = kessai_text_len(answer);
    kessai_text *texts = NULL;
    kessai_error *error = NULL;

    CHECK(kessai_texts_json(service, data, len, TEXT("en"), &texts, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(texts, "{\"reasons\":[\"Nothing of the payment is left to transfer."));
    CHECK(kessai_text_outcome(texts) == KESSAI_OUTCOME_NONE);
    kessai_text_free(texts);
    CHECK(kessai_texts_json(service, data, len, TEXT("ja-JP"), &texts, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(texts, "{\"reasons\":[\"支払金額から振込金額が残りません。"));
    kessai_text_free(texts);
    texts = NULL;
    CHECK(kessai_texts_json(service, TEXT("[]"), TEXT("ja"), &texts, &error) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(equals(kessai_error_code(error), "request.json"));
    kessai_error_free(error);
    CHECK(kessai_texts_json(service, TEXT("\xff"), TEXT("ja"), &texts, NULL) == KESSAI_STATUS_INVALID_UTF8);
    CHECK(kessai_texts_json(NULL, data, len, TEXT("ja"), &texts, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_texts_json(service, NULL, 0, TEXT("ja"), &texts, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_texts_json(service, data, len, NULL, 0, &texts, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_texts_json(service, data, len, TEXT("ja"), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(texts == NULL);
}

/* A status says that there is an answer, and its outcome which one. */
static void an_answer_has_an_outcome(void) {
    static const char small[] =
        "{\"user\":\"hanako01\",\"business\":\"transfer\",\"operation\":\"create\",\"account\":\"main\","
        "\"now\":\"2026-11-20T10:15:00+09:00\",\"valueDate\":\"2026-11-24\","
        "\"payee\":{\"kind\":\"newAccount\",\"bank\":\"0169\",\"branch\":\"101\"},"
        "\"payment\":\"110\",\"bearer\":\"payee\"}";
    static const char started[] = "{\"form\":\"user\",\"input\":{\"id\":\"taro01\"}}";
    static const char twice[] =
        "{\"form\":\"user\",\"input\":{\"id\":\"hanako01\",\"role\":\"general\",\"enabled\":true}}";
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_text *text = NULL;

    CHECK(kessai_evaluate_json(company, TEXT(small), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"outcome\":\"refused\","));
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_REFUSED);
    it_has_texts(service, text);
    kessai_text_free(text);
    CHECK(kessai_evaluate_json(company, TEXT("{}"), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_INCOMPLETE);
    kessai_text_free(text);
    CHECK(kessai_form_json(service, TEXT(COMPANY), TEXT(started), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_INCOMPLETE);
    kessai_text_free(text);
    CHECK(kessai_form_json(service, TEXT(COMPANY), TEXT(twice), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_REFUSED);
    kessai_text_free(text);

    kessai_company_free(company);
    kessai_service_free(service);
}

/* The documents say what they are, as in verdicts. */
static void documents_say_what_they_are(void) {
    static const char doubtful[] =
        "{\"format\":1,\"id\":\"firm\",\"approval\":{\"transfer\":\"none\"},"
        "\"accounts\":[{\"id\":\"main\",\"bank\":\"0034\",\"branch\":\"081\",\"type\":\"1\",\"number\":\"0253326\"}],"
        "\"users\":[{\"id\":\"hanako01\",\"role\":\"general\",\"enabled\":true}]}";
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_company *other = NULL;
    kessai_text *verdict = NULL;

    CHECK(equals(kessai_service_id(service), "bank"));
    CHECK(equals(kessai_service_version(service), "1"));
    CHECK(equals(kessai_service_warnings(service), "[]"));
    CHECK(equals(kessai_company_id(company), "firm"));
    CHECK(equals(kessai_company_warnings(company), "[]"));
    CHECK(kessai_text_outcome(kessai_company_id(company)) == KESSAI_OUTCOME_NONE);
    CHECK(kessai_evaluate_json(company, TEXT(REQUEST), &verdict, NULL) == KESSAI_STATUS_OK);
    CHECK(kessai_text_len(kessai_service_digest(service)) == 32);
    CHECK(kessai_text_len(kessai_company_digest(company)) == 32);
    CHECK(strstr(kessai_text_data(verdict), kessai_text_data(kessai_service_digest(service))) != NULL);
    CHECK(strstr(kessai_text_data(verdict), kessai_text_data(kessai_company_digest(company))) != NULL);
    kessai_text_free(verdict);

    /* Nobody is the master, which is a warning. */
    CHECK(kessai_company_new(service, TEXT(doubtful), &other, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(kessai_company_warnings(other), "[{\"code\":\""));
    CHECK(strstr(kessai_text_data(kessai_company_warnings(other)), "\"severity\":\"warning\"") != NULL);

    CHECK(kessai_service_id(NULL) == NULL && kessai_service_version(NULL) == NULL);
    CHECK(kessai_service_digest(NULL) == NULL && kessai_service_warnings(NULL) == NULL);
    CHECK(kessai_company_id(NULL) == NULL && kessai_company_digest(NULL) == NULL);
    CHECK(kessai_company_warnings(NULL) == NULL);
    CHECK(kessai_text_outcome(NULL) == KESSAI_OUTCOME_NONE);

    kessai_company_free(other);
    kessai_company_free(company);
    kessai_service_free(service);
}

/* An item that is submitted where nobody has to approve it. */
static const char ADVANCE[] =
    "{\"item\":null,\"event\":{\"type\":\"submit\",\"user\":\"hanako01\",\"now\":\"2026-11-20T10:15:00+09:00\","
    "\"business\":\"transfer\",\"content\":{\"account\":\"main\",\"valueDate\":\"2026-11-24\","
    "\"payee\":{\"kind\":\"newAccount\",\"bank\":\"0169\",\"branch\":\"101\"},"
    "\"payment\":\"30329\",\"bearer\":\"payee\"}},\"usage\":[]}";

static const char FORM[] =
    "{\"form\":\"user\",\"input\":{\"id\":\"taro01\",\"role\":\"general\",\"enabled\":true}}";

static void other_questions_are_answered(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_text *text = NULL;
    kessai_error *error = NULL;

    CHECK(kessai_advance_json(company, TEXT(ADVANCE), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"outcome\":\"changed\","));
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_CHANGED);
    CHECK(strstr(kessai_text_data(text), "\"state\":\"approved\"") != NULL);
    kessai_text_free(text);

    CHECK(kessai_largest_payment_json(company, TEXT(REQUEST), -1, &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"largest\":\"999999999999999\","));
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_NONE);
    kessai_text_free(text);

    CHECK(kessai_possible_json(company, TEXT(REQUEST), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"accounts\":[\"main\"],"));
    kessai_text_free(text);

    CHECK(kessai_form_json(service, TEXT(COMPANY), TEXT(FORM), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"outcome\":\"valid\","));
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_VALID);
    kessai_text_free(text);

    CHECK(kessai_form_schema_json(company, TEXT("user"), TEXT("draft-07"), TEXT("ja"), &text, NULL) == KESSAI_STATUS_OK);
    CHECK(begins(text, "{\"$schema\":\"http://json-schema.org/draft-07/schema#\","));
    CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_NONE);
    kessai_text_free(text);
    text = NULL;
    CHECK(kessai_form_schema_json(company, TEXT("user"), TEXT("draft-03"), TEXT("ja"), &text, &error) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(equals(kessai_error_code(error), "request.form"));
    kessai_error_free(error);
    error = NULL;
    CHECK(kessai_form_schema_json(company, TEXT("card"), TEXT("draft-07"), TEXT("ja"), &text, NULL) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(kessai_form_schema_json(NULL, TEXT("user"), TEXT("draft-07"), TEXT("ja"), &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(text == NULL);

    /* The same of a company that is kept, which neither the service nor the text of its document is asked for again. */
    {
        kessai_service *own = new_service();
        kessai_forms *forms = NULL;
        CHECK(kessai_forms_new(own, TEXT(COMPANY), &forms, NULL) == KESSAI_STATUS_OK);
        kessai_service_free(own);
        for (int round = 0; round < 2; round++) {
            CHECK(kessai_forms_check_json(forms, TEXT(FORM), &text, NULL) == KESSAI_STATUS_OK);
            CHECK(begins(text, "{\"outcome\":\"valid\","));
            CHECK(kessai_text_outcome(text) == KESSAI_OUTCOME_VALID);
            kessai_text_free(text);
        }
        text = NULL;
        CHECK(kessai_forms_check_json(forms, TEXT("{}"), &text, &error) == KESSAI_STATUS_INVALID_REQUEST);
        CHECK(begins(kessai_error_json(error), "{\"code\":\""));
        kessai_error_free(error);
        error = NULL;
        CHECK(kessai_forms_check_json(forms, NULL, 0, &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
        CHECK(kessai_forms_check_json(forms, TEXT(FORM), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
        CHECK(kessai_forms_check_json(NULL, TEXT(FORM), &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
        CHECK(text == NULL);
        kessai_forms_free(forms);
        forms = NULL;
        kessai_forms_free(forms);
        CHECK(kessai_forms_new(service, TEXT("{}"), &forms, &error) == KESSAI_STATUS_INVALID_REQUEST);
        CHECK(equals(kessai_error_code(error), "request.form"));
        kessai_error_free(error);
        error = NULL;
        CHECK(kessai_forms_new(service, TEXT("\xff"), &forms, NULL) == KESSAI_STATUS_INVALID_UTF8);
        CHECK(kessai_forms_new(NULL, TEXT(COMPANY), &forms, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
        CHECK(kessai_forms_new(service, TEXT(COMPANY), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
        CHECK(forms == NULL);
    }

    /* What is no question has no answer, and nothing is written but the error. */
    text = NULL;
    CHECK(kessai_advance_json(company, TEXT("{}"), &text, &error) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(begins(kessai_error_json(error), "{\"code\":\""));
    kessai_error_free(error);
    error = NULL;
    CHECK(kessai_largest_payment_json(company, TEXT(REQUEST), 0, &text, &error) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(equals(kessai_error_code(error), "request.largest"));
    kessai_error_free(error);
    error = NULL;
    CHECK(kessai_largest_payment_json(company, TEXT(REQUEST), INT64_MAX, &text, NULL) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(kessai_possible_json(company, TEXT("["), &text, NULL) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(kessai_form_json(service, TEXT("{}"), TEXT(FORM), &text, NULL) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(kessai_form_json(service, TEXT(COMPANY), TEXT("\xff"), &text, NULL) == KESSAI_STATUS_INVALID_UTF8);

    CHECK(kessai_advance_json(NULL, TEXT(ADVANCE), &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_advance_json(company, NULL, 0, &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_advance_json(company, TEXT(ADVANCE), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_largest_payment_json(NULL, TEXT(REQUEST), -1, &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_possible_json(NULL, TEXT(REQUEST), &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_form_json(NULL, TEXT(COMPANY), TEXT(FORM), &text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_form_json(service, NULL, 0, TEXT(FORM), &text, &error) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(equals(kessai_error_message(error), "`company` is NULL"));
    kessai_error_free(error);
    CHECK(text == NULL);

    kessai_company_free(company);
    kessai_service_free(service);
}

static void the_company_may_go_first(void) {
    kessai_service *service = new_service();
    kessai_company_free(new_company(service));
    kessai_company_free(new_company(service));
    kessai_service_free(service);
}

static void a_refused_call_writes_nothing_but_its_error(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_service *service_mark = (kessai_service *)&failures;
    kessai_company *company_mark = (kessai_company *)&failures;
    kessai_text *text_mark = (kessai_text *)&failures;
    kessai_error *error = NULL;

    CHECK(kessai_service_new(TEXT("{"), &service_mark, &error) == KESSAI_STATUS_INVALID_SERVICE);
    CHECK(service_mark == (kessai_service *)&failures);
    CHECK(begins(kessai_error_json(error), "[{\"code\":\""));
    CHECK(kessai_text_outcome(kessai_error_json(error)) == KESSAI_OUTCOME_NONE);
    CHECK(kessai_text_len(kessai_error_code(error)) > 0);
    CHECK(kessai_text_len(kessai_error_message(error)) > 0);
    kessai_error_free(error);
    error = NULL;

    CHECK(kessai_company_new(service, TEXT("{\"format\":1}"), &company_mark, &error) == KESSAI_STATUS_INVALID_COMPANY);
    CHECK(company_mark == (kessai_company *)&failures);
    CHECK(begins(kessai_error_json(error), "[{\"code\":\""));
    kessai_error_free(error);
    error = NULL;

    CHECK(kessai_evaluate_json(company, TEXT("{\"user\":\"nobody\"}"), &text_mark, &error) ==
          KESSAI_STATUS_INVALID_REQUEST);
    CHECK(text_mark == (kessai_text *)&failures);
    CHECK(begins(kessai_error_json(error), "{\"code\":\""));
    CHECK(kessai_text_len(kessai_error_code(error)) > 0);
    CHECK(kessai_text_len(kessai_error_message(error)) > 0);
    kessai_error_free(error);
    error = NULL;

    CHECK(kessai_evaluate_json(company, TEXT("\xff"), &text_mark, &error) == KESSAI_STATUS_INVALID_UTF8);
    CHECK(equals(kessai_error_code(error), "call.utf8"));
    CHECK(equals(kessai_error_message(error), "`request` is not UTF-8 at byte 0"));
    CHECK(equals(kessai_error_json(error),
                 "{\"code\":\"call.utf8\",\"path\":\"\",\"message\":\"`request` is not UTF-8 at byte 0\"}"));
    kessai_error_free(error);
    error = NULL;

    CHECK(kessai_service_new("", SIZE_MAX, &service_mark, &error) == KESSAI_STATUS_TOO_LONG);
    CHECK(equals(kessai_error_code(error), "call.length"));
    kessai_error_free(error);

    /* Nobody has to ask why. */
    CHECK(kessai_service_new(TEXT("{"), &service_mark, NULL) == KESSAI_STATUS_INVALID_SERVICE);
    CHECK(kessai_evaluate_json(company, TEXT("["), &text_mark, NULL) == KESSAI_STATUS_INVALID_REQUEST);
    CHECK(service_mark == (kessai_service *)&failures && text_mark == (kessai_text *)&failures);

    kessai_company_free(company);
    kessai_service_free(service);
}

static void null_is_a_status(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    kessai_service *no_service = NULL;
    kessai_company *no_company = NULL;
    kessai_text *no_text = NULL;
    kessai_error *error = NULL;

    CHECK(kessai_service_new(NULL, 0, &no_service, &error) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(equals(kessai_error_message(error), "`json` is NULL"));
    kessai_error_free(error);
    error = NULL;
    CHECK(kessai_service_new(TEXT(SERVICE), NULL, &error) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(equals(kessai_error_message(error), "`service_out` is NULL"));
    kessai_error_free(error);
    CHECK(kessai_service_new(NULL, 0, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);

    CHECK(kessai_company_new(NULL, TEXT(COMPANY), &no_company, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_new(service, NULL, 3, &no_company, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_new(service, TEXT(COMPANY), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_company_new(NULL, NULL, 0, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);

    CHECK(kessai_evaluate_json(NULL, TEXT(REQUEST), &no_text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_evaluate_json(company, NULL, 0, &no_text, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_evaluate_json(company, TEXT(REQUEST), NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(kessai_evaluate_json(NULL, NULL, 0, NULL, NULL) == KESSAI_STATUS_NULL_ARGUMENT);
    CHECK(no_service == NULL && no_company == NULL && no_text == NULL);

    CHECK(kessai_text_len(NULL) == 0);
    CHECK(kessai_text_data(NULL) != NULL && kessai_text_data(NULL)[0] == '\0');
    CHECK(kessai_error_message(NULL) == NULL);
    CHECK(kessai_error_json(NULL) == NULL);
    CHECK(kessai_error_code(NULL) == NULL);
    kessai_text_free(NULL);
    kessai_error_free(NULL);
    kessai_company_free(NULL);
    kessai_service_free(NULL);

    kessai_company_free(company);
    kessai_service_free(service);
}

static void *ask(void *company) {
    intptr_t answers = 0;
    for (int i = 0; i < 100; i++) {
        kessai_text *verdict = NULL;
        if (kessai_evaluate_json(company, TEXT(REQUEST), &verdict, NULL) == KESSAI_STATUS_OK &&
            begins(verdict, "{\"outcome\":\"accepted\",")) {
            answers++;
        }
        kessai_text_free(verdict);
    }
    return (void *)answers;
}

static void threads_share_a_company(void) {
    kessai_service *service = new_service();
    kessai_company *company = new_company(service);
    pthread_t threads[4];
    for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, ask, company) == 0);
    for (int i = 0; i < 4; i++) {
        void *answers = NULL;
        CHECK(pthread_join(threads[i], &answers) == 0);
        CHECK((intptr_t)answers == 100);
    }
    kessai_company_free(company);
    kessai_service_free(service);
}

int main(void) {
    versions_agree();
    numbers_stay();
    an_image_is_the_company();
    a_request_is_answered();
    an_answer_has_an_outcome();
    documents_say_what_they_are();
    other_questions_are_answered();
    the_company_may_go_first();
    a_refused_call_writes_nothing_but_its_error();
    null_is_a_status();
    threads_share_a_company();
    printf("%d checks passed, %d failed\n", checks - failures, failures);
    return failures == 0 ? 0 : 1;
}

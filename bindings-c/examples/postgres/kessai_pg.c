/*
 * A function for PostgreSQL: kessai_evaluate(service text, company text, request text) returns the verdict as JSON text.
 *
 * Documents are read once in a session and kept as long as the same ones are passed. No answer is an error of the query with the
 * code and place of the fault. With a NULL argument the result is NULL (STRICT). Build it with `make`, see the Makefile.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "kessai.h"

PG_MODULE_MAGIC;

/* The company of the last call in this session, and the documents that it was made of. */
static kessai_company *company = NULL;
static text *kept_service = NULL;
static text *kept_company = NULL;

static bool same(const text *one, const text *other) {
    return one != NULL && VARSIZE_ANY_EXHDR(one) == VARSIZE_ANY_EXHDR(other) &&
           memcmp(VARDATA_ANY(one), VARDATA_ANY(other), VARSIZE_ANY_EXHDR(one)) == 0;
}

/* A copy that lives as long as the session. */
static text *keep(const text *value) {
    Size size = VARSIZE_ANY_EXHDR(value) + VARHDRSZ;
    text *copy = (text *)MemoryContextAlloc(TopMemoryContext, size);
    SET_VARSIZE(copy, size);
    memcpy(VARDATA(copy), VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
    return copy;
}

/* Ends the query with what the library says; its error is freed before. */
static void report(kessai_error *error) {
    char *code = pstrdup(kessai_text_data(kessai_error_code(error)));
    char *message = pstrdup(kessai_text_data(kessai_error_message(error)));
    char *json = pstrdup(kessai_text_data(kessai_error_json(error)));
    kessai_error_free(error);
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE), errmsg("%s: %s", code, message), errdetail("%s", json)));
}

static void load(const text *service_json, const text *company_json) {
    kessai_service *service = NULL;
    kessai_company *loaded = NULL;
    kessai_error *error = NULL;
    text *new_service, *new_company;

    if (kessai_service_new(VARDATA_ANY(service_json), VARSIZE_ANY_EXHDR(service_json), &service, &error) !=
        KESSAI_STATUS_OK)
        report(error);
    if (kessai_company_new(service, VARDATA_ANY(company_json), VARSIZE_ANY_EXHDR(company_json), &loaded, &error) !=
        KESSAI_STATUS_OK) {
        kessai_service_free(service);
        report(error);
    }
    kessai_service_free(service); /* the company holds what it needs of it */

    PG_TRY();
    {
        new_service = keep(service_json);
        new_company = keep(company_json);
    }
    PG_CATCH();
    {
        kessai_company_free(loaded);
        PG_RE_THROW();
    }
    PG_END_TRY();
    kessai_company_free(company);
    if (kept_service != NULL) pfree(kept_service);
    if (kept_company != NULL) pfree(kept_company);
    company = loaded;
    kept_service = new_service;
    kept_company = new_company;
}

PG_FUNCTION_INFO_V1(kessai_evaluate);

Datum kessai_evaluate(PG_FUNCTION_ARGS) {
    text *service_json = PG_GETARG_TEXT_PP(0);
    text *company_json = PG_GETARG_TEXT_PP(1);
    text *request = PG_GETARG_TEXT_PP(2);
    kessai_text *verdict = NULL;
    kessai_error *error = NULL;
    text *result;

    if (!same(kept_service, service_json) || !same(kept_company, company_json)) load(service_json, company_json);
    if (kessai_evaluate_json(company, VARDATA_ANY(request), VARSIZE_ANY_EXHDR(request), &verdict, &error) !=
        KESSAI_STATUS_OK)
        report(error);
    /* Where there is no memory for the result the query ends, and the verdict with it. */
    PG_TRY();
    {
        result = cstring_to_text_with_len(kessai_text_data(verdict), (int)kessai_text_len(verdict));
    }
    PG_FINALLY();
    {
        kessai_text_free(verdict);
    }
    PG_END_TRY();
    PG_RETURN_TEXT_P(result);
}

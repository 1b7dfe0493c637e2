/*
 * Answers a stream of cases, so that another program can compare the answers.
 *
 * Input: for each case the three texts service, company and request. Output: for each case the status in decimal and a
 * line feed, then a text: the verdict, or the error's JSON. A text is its length in bytes in decimal, a line feed and
 * the bytes.
 */
#include <stdio.h>
#include <stdlib.h>

#include "kessai.h"

static void stop(const char *why) {
    fprintf(stderr, "corpus: %s\n", why);
    exit(2);
}

/* 1 if there is a text, 0 at the end of the input. */
static int read_text(char **text, size_t *len) {
    int read = scanf("%zu", len);
    if (read == EOF) return 0;
    if (read != 1 || getchar() != '\n') stop("a length and a line feed are expected");
    *text = malloc(*len + 1);
    if (*text == NULL) stop("out of memory");
    if (fread(*text, 1, *len, stdin) != *len) stop("a text ends early");
    return 1;
}

static void write_text(kessai_status status, const kessai_text *text) {
    size_t len = kessai_text_len(text);
    printf("%d\n%zu\n", (int)status, len);
    if (fwrite(kessai_text_data(text), 1, len, stdout) != len) stop("the output cannot be written");
}

int main(void) {
    char *texts[3];
    size_t lens[3];
    while (read_text(&texts[0], &lens[0])) {
        kessai_service *service = NULL;
        kessai_company *company = NULL;
        kessai_text *verdict = NULL;
        kessai_error *error = NULL;
        kessai_status status;
        if (!read_text(&texts[1], &lens[1]) || !read_text(&texts[2], &lens[2])) stop("a case has three texts");

        status = kessai_service_new(texts[0], lens[0], &service, &error);
        if (status == KESSAI_STATUS_OK) status = kessai_company_new(service, texts[1], lens[1], &company, &error);
        /* The company keeps what it needs of the service. */
        kessai_service_free(service);
        if (status == KESSAI_STATUS_OK) status = kessai_evaluate_json(company, texts[2], lens[2], &verdict, &error);
        write_text(status, status == KESSAI_STATUS_OK ? verdict : kessai_error_json(error));

        kessai_text_free(verdict);
        kessai_error_free(error);
        kessai_company_free(company);
        for (int i = 0; i < 3; i++) free(texts[i]);
    }
    return 0;
}

/*
 * Reads a service, a company and a request from files and prints the verdict. The exit status is 0 only if the request
 * may be made, perhaps once somebody has approved it; 1 if not, 2 if there is no answer.
 */
#include <stdio.h>
#include <stdlib.h>

#include "kessai.h"

static char *read_file(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long size = -1;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0) {
        rewind(file);
        text = malloc((size_t)size + 1);
        *len = text == NULL ? 0 : fread(text, 1, (size_t)size, file);
    }
    if (file != NULL) fclose(file);
    if (text == NULL) fprintf(stderr, "cannot read %s\n", path);
    return text;
}

/* Prints why there is no answer. No answer is to be treated as refused. */
static int no_answer(kessai_error *error) {
    fprintf(stderr, "%s\n", kessai_text_data(kessai_error_message(error)));
    kessai_error_free(error);
    return 2;
}

/* That there is a verdict does not say that it is yes. What is not known here is not permitted. */
static int may_be_made(const kessai_text *verdict) {
    switch (kessai_text_outcome(verdict)) {
    case KESSAI_OUTCOME_ACCEPTED:
    case KESSAI_OUTCOME_NEEDS_APPROVAL:
        return 1;
    default:
        return 0;
    }
}

int main(int count, char **paths) {
    kessai_service *service = NULL;
    kessai_company *company = NULL;
    kessai_text *verdict = NULL;
    kessai_error *error = NULL;
    char *texts[3] = {NULL, NULL, NULL};
    size_t lens[3] = {0, 0, 0};
    int result = 2;

    if (count != 4) {
        fprintf(stderr, "usage: %s SERVICE COMPANY REQUEST\n", paths[0]);
        return 2;
    }
    for (int i = 0; i < 3; i++) texts[i] = read_file(paths[i + 1], &lens[i]);

    if (texts[0] == NULL || texts[1] == NULL || texts[2] == NULL) {
        result = 2;
    } else if (kessai_service_new(texts[0], lens[0], &service, &error) != KESSAI_STATUS_OK ||
               kessai_company_new(service, texts[1], lens[1], &company, &error) != KESSAI_STATUS_OK ||
               kessai_evaluate_json(company, texts[2], lens[2], &verdict, &error) != KESSAI_STATUS_OK) {
        result = no_answer(error);
    } else {
        printf("%s\n", kessai_text_data(verdict));
        result = may_be_made(verdict) ? 0 : 1;
    }

    kessai_text_free(verdict);
    kessai_company_free(company);
    kessai_service_free(service);
    for (int i = 0; i < 3; i++) free(texts[i]);
    return result;
}

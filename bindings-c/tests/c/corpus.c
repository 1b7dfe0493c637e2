/*
 * Answers a stream of cases, so that another program can compare the answers.
 *
 * Input: for each case four texts: where to ask (request, advance, form, possible, largest, or largest and the position
 * of an item), service, company and question. Output: for each case the status and the outcome in decimal, each with a
 * line feed, then a text: the answer, or the error's JSON. A text is its length in bytes in decimal, a line feed and the bytes.
 * With the argument `images` each company is written to an image and read from it first.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    (*text)[*len] = '\0';
    return 1;
}

static void write_text(kessai_status status, const kessai_text *text) {
    size_t len = kessai_text_len(text);
    printf("%d\n%d\n%zu\n", (int)status, (int)kessai_text_outcome(text), len);
    if (fwrite(kessai_text_data(text), 1, len, stdout) != len) stop("the output cannot be written");
}

/* The texts of a case. */
enum { DOOR, SERVICE, COMPANY, QUESTION, TEXTS };

static kessai_status ask(const kessai_service *service, const kessai_company *company, char *const *texts,
                         const size_t *lens, kessai_text **answer, kessai_error **error) {
    const char *door = texts[DOOR];
    const char *question = texts[QUESTION];
    size_t len = lens[QUESTION];
    if (strcmp(door, "request") == 0) return kessai_evaluate_json(company, question, len, answer, error);
    if (strcmp(door, "advance") == 0) return kessai_advance_json(company, question, len, answer, error);
    if (strcmp(door, "possible") == 0) return kessai_possible_json(company, question, len, answer, error);
    if (strcmp(door, "form") == 0) {
        return kessai_form_json(service, texts[COMPANY], lens[COMPANY], question, len, answer, error);
    }
    if (strncmp(door, "largest", 7) == 0) {
        int64_t item = door[7] == '\0' ? -1 : strtoll(door + 7, NULL, 10);
        return kessai_largest_payment_json(company, question, len, item, answer, error);
    }
    stop("there is no such door");
    return KESSAI_STATUS_PANIC;
}

/* Puts the company of an image in the place of the one that the image was written of. */
static kessai_status through_image(kessai_company **company, kessai_error **error) {
    kessai_image *image = NULL;
    kessai_company *read = NULL;
    kessai_status status = kessai_company_image(*company, &image, error);
    if (status == KESSAI_STATUS_OK) {
        status = kessai_company_from_image(kessai_image_data(image), kessai_image_len(image), &read, error);
    }
    kessai_image_free(image);
    kessai_company_free(*company);
    *company = read;
    return status;
}

int main(int count, char **arguments) {
    char *texts[TEXTS];
    size_t lens[TEXTS];
    int by_image = count == 2 && strcmp(arguments[1], "images") == 0;
    while (read_text(&texts[DOOR], &lens[DOOR])) {
        kessai_service *service = NULL;
        kessai_company *company = NULL;
        kessai_text *answer = NULL;
        kessai_error *error = NULL;
        kessai_status status;
        for (int i = SERVICE; i < TEXTS; i++) {
            if (!read_text(&texts[i], &lens[i])) stop("a case has four texts");
        }

        status = kessai_service_new(texts[SERVICE], lens[SERVICE], &service, &error);
        if (status == KESSAI_STATUS_OK) {
            status = kessai_company_new(service, texts[COMPANY], lens[COMPANY], &company, &error);
        }
        if (status == KESSAI_STATUS_OK && by_image) status = through_image(&company, &error);
        if (status == KESSAI_STATUS_OK) status = ask(service, company, texts, lens, &answer, &error);
        write_text(status, status == KESSAI_STATUS_OK ? answer : kessai_error_json(error));

        kessai_text_free(answer);
        kessai_error_free(error);
        kessai_service_free(service);
        kessai_company_free(company);
        for (int i = DOOR; i < TEXTS; i++) free(texts[i]);
    }
    return 0;
}

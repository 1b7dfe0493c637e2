/* Kessai beside another static library in Rust: both have Rust's own library in them, and catch what is thrown there. */
#include <stdio.h>

#include "kessai.h"

int other_add(int a, int b);

int main(void) {
    kessai_service *service = NULL;
    kessai_error *error = NULL;
    kessai_status status = kessai_service_new("{}", 2, &service, &error);
    kessai_error_free(error);
    printf("%d %d\n", (int)status, other_add(2, 3));
    return status == KESSAI_STATUS_INVALID_SERVICE && service == NULL ? 0 : 1;
}

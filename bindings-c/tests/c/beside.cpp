// Kessai beside another static library in Rust and the exceptions of C++: each catches what is its own.
#include <cstdio>
#include <stdexcept>
#include <string>

#include "kessai.h"

extern "C" int other_add(int a, int b);

static int throws(int sum) { throw std::runtime_error(std::to_string(sum)); }

int main() {
    kessai_service *service = nullptr;
    kessai_error *error = nullptr;
    kessai_status status = kessai_service_new("{}", 2, &service, &error);
    kessai_error_free(error);
    try {
        return throws(other_add(2, 3));
    } catch (const std::exception &thrown) {
        std::printf("%d %s\n", static_cast<int>(status), thrown.what());
    }
    return status == KESSAI_STATUS_INVALID_SERVICE && service == nullptr ? 0 : 1;
}

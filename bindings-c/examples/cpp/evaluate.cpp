// Decides the requests of a file, one JSON text a line, and prints a verdict for each: documents are read once, threads share the
// company.
//
//     evaluate SERVICE COMPANY REQUESTS
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "kessai.h"

namespace kessai {

// What the library gives is freed by the function named for it.
template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *value) const { Free(value); }
};
using Service = std::unique_ptr<kessai_service, Freed<kessai_service_free>>;
using Company = std::unique_ptr<kessai_company, Freed<kessai_company_free>>;
using Text = std::unique_ptr<kessai_text, Freed<kessai_text_free>>;
using Error = std::unique_ptr<kessai_error, Freed<kessai_error_free>>;

inline std::string string(const kessai_text *text) { return {kessai_text_data(text), kessai_text_len(text)}; }

// No answer, to be treated as refused. Its text is the error's JSON: code, place, messages.
struct NoAnswer : std::runtime_error {
    explicit NoAnswer(const Error &error) : runtime_error(string(kessai_error_json(error.get()))) {}
};

// Calls a function whose last parameters are the result and the error.
template <typename T, typename Function, typename... Given>
T call(Function function, Given... given) {
    typename T::pointer result = nullptr;
    kessai_error *error = nullptr;
    if (function(given..., &result, &error) != KESSAI_STATUS_OK) throw NoAnswer(Error(error));
    return T(result);
}

inline Service service(const std::string &json) { return call<Service>(kessai_service_new, json.data(), json.size()); }
inline Company company(const Service &bank, const std::string &json) {
    return call<Company>(kessai_company_new, bank.get(), json.data(), json.size());
}
inline Text evaluate(const Company &company, const std::string &request) {
    return call<Text>(kessai_evaluate_json, company.get(), request.data(), request.size());
}

}  // namespace kessai

static std::string read(const char *path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(std::string("cannot read ") + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

int main(int count, char **paths) try {
    if (count != 4) throw std::runtime_error("usage: evaluate SERVICE COMPANY REQUESTS");
    const auto bank = kessai::service(read(paths[1]));
    const auto firm = kessai::company(bank, read(paths[2]));
    std::vector<std::string> requests;
    std::ifstream lines(paths[3], std::ios::binary);
    for (std::string line; std::getline(lines, line);) requests.push_back(line);

    std::vector<std::string> answers(requests.size());
    const auto decide = [&](std::size_t first, std::size_t step) {
        for (std::size_t at = first; at < requests.size(); at += step) {
            try {
                answers[at] = kessai::string(kessai::evaluate(firm, requests[at]).get());
            } catch (const kessai::NoAnswer &error) {
                answers[at] = error.what();
            }
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 4; thread++) threads.emplace_back(decide, thread, 4);
    for (auto &thread : threads) thread.join();
    for (const auto &answer : answers) std::cout << answer << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 2;
}

// JSON Lines from any bytes: the same for every chunk size, and line by line the verdict of
// another JSON parser. The first byte chooses the chunk size.

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fuzz/expect.hpp"
#include "read/input.hpp"
#include "read/json_grammar.hpp"

namespace {

using wirecopy::fuzz::expect;

// The other parser refuses numbers that do not fit a double, and escapes of half pairs, both of
// which the grammar of JSON allows; and it takes a NUL byte for the end of its input.
bool is_comparable(std::string_view line) {
    return wirecopy::read::oracle_invalid_utf8(line) == std::string_view::npos &&
           line.find('\0') == std::string_view::npos &&
           line.find("\\ud") == std::string_view::npos &&
           line.find("\\uD") == std::string_view::npos &&
           !line.starts_with(wirecopy::read::byte_order_mark);
}

void compare_grammar(std::string_view line) {
    const auto fault = wirecopy::read::find_json_fault(line);
    try {
        static_cast<void>(nlohmann::json::parse(line));
        expect(!fault || fault->what.starts_with("values are nested"), "good JSON is accepted");
    } catch (const nlohmann::json::parse_error&) {
        expect(fault.has_value(), "bad JSON is refused");
    } catch (const nlohmann::json::out_of_range&) {
        return;
    }
}

// An article that came from a line holds what the other parser finds in it.
void compare_line(std::string_view line) {
    if (!is_comparable(line)) {
        return;
    }
    compare_grammar(line);
    wirecopy::ReadOptions options;
    options.format = wirecopy::InputFormat::jsonl;
    const auto corpus = wirecopy::read::read_memory(line, "-", options, 4096);
    if (corpus.articles.empty()) {
        return;
    }
    try {
        const auto json = nlohmann::json::parse(line);
        expect(json["text"].get<std::string>() == corpus.articles[0].text, "the same text");
        if (json["id"].is_string()) {
            expect(json["id"].get<std::string>() == corpus.articles[0].id, "the same id");
        }
        for (const auto& extra : corpus.articles[0].extra) {
            expect(nlohmann::json::accept(extra.value), "extra fields are JSON");
        }
    } catch (const nlohmann::json::out_of_range&) {
        return;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    wirecopy::ReadOptions options;
    options.format = wirecopy::InputFormat::jsonl;
    options.limit_bytes = 1000;
    const auto whole = wirecopy::read::read_memory(bytes, "-", options, 4096);
    wirecopy::fuzz::expect_sound(whole);
    if (wirecopy::fuzz::looks_packed(bytes)) {
        return 0;
    }
    const auto pieces = wirecopy::read::read_memory(bytes, "-", options, 1U + data[0]);
    wirecopy::fuzz::expect_same(whole, pieces);
    for (std::size_t begin = 0; begin < bytes.size();) {
        const auto end = std::min(bytes.find('\n', begin), bytes.size());
        compare_line(bytes.substr(begin, end - begin));
        begin = end + 1;
    }
    return 0;
}

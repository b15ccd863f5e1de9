#include "read/input_format.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, InputFormat>, 8> endings = {{
    {".jsonl", InputFormat::jsonl},
    {".ndjson", InputFormat::jsonl},
    {".json", InputFormat::jsonl},
    {".csv", InputFormat::csv},
    {".tsv", InputFormat::tsv},
    {".txt", InputFormat::text},
    {".text", InputFormat::text},
    {".md", InputFormat::text},
}};

// White space may precede the first object; what still shows nothing else after this much of it is
// no file of objects, and looking further would only hold memory.
constexpr std::size_t most_sniffed_bytes = std::size_t{64} << 10U;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

InputFormat format_by_name(std::string_view name) {
    std::string folded(name);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    std::string_view rest = folded;
    for (const auto packed : {".gz"sv, ".zst"sv}) {
        if (rest.ends_with(packed)) {
            rest.remove_suffix(packed.size());
            break;
        }
    }
    for (const auto& [ending, format] : endings) {
        if (rest.ends_with(ending)) {
            return format;
        }
    }
    return InputFormat::automatic;
}

std::optional<InputFormat> format_by_bytes(std::string_view head) {
    if (head.starts_with(byte_order_mark)) {
        head.remove_prefix(byte_order_mark.size());
    }
    const auto brace = head.find_first_not_of(" \t\r\n");
    if (brace == std::string_view::npos) {
        return std::nullopt;
    }
    if (head[brace] != '{') {
        return InputFormat::text;
    }
    // Prose may open with a brace, but hardly with a brace and a quote.
    const auto next = head.find_first_not_of(" \t", brace + 1);
    if (next == std::string_view::npos) {
        return std::nullopt;
    }
    return head[next] == '"' || head[next] == '}' ? InputFormat::jsonl : InputFormat::text;
}

InputFormat sniff_format(ByteSource& source) {
    std::size_t wanted = 1;
    while (true) {
        const auto head = source.peek(wanted);
        if (const auto format = format_by_bytes(head)) {
            return *format;
        }
        if (head.size() < wanted || head.size() >= most_sniffed_bytes) {
            return InputFormat::text;
        }
        wanted = head.size() + 1;
    }
}

}  // namespace wirecopy::read

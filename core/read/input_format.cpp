#include "read/input_format.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "read/delimited_row.hpp"
#include "read/json_shape.hpp"
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

// White space may precede the first object or header; what still shows nothing after this much of
// it is no file of either, and looking further would only hold memory.
constexpr std::size_t most_sniffed_bytes = std::size_t{64} << 10U;

constexpr std::string_view blanks = " \t\r\n";

// Asks `decide` with more and more of the source until it knows. It must when there is no more, or
// more than would be looked at.
template <class Decide>
auto look_into(ByteSource& source, Decide&& decide) {
    for (std::size_t wanted = 1;;) {
        const auto head = source.peek(wanted);
        const bool complete = head.size() < wanted || head.size() >= most_sniffed_bytes;
        if (auto decided = decide(head.substr(0, most_sniffed_bytes), complete)) {
            return *std::move(decided);
        }
        wanted = head.size() + 1;
    }
}

// Whether the line is a header with the columns that articles are made of.
bool is_header(std::string_view line, char delimiter, const ReadOptions& options) {
    constexpr std::size_t most_columns = 1000;
    DelimitedRow row(delimiter, most_columns);
    if (row.split(line)) {
        return false;
    }
    const auto has = [&](std::string_view name) {
        return std::find(row.cells().begin(), row.cells().end(), name) != row.cells().end();
    };
    return has(options.id_field) && has(options.text_field);
}

InputFormat format_of_line(std::string_view line, const ReadOptions& options) {
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (is_header(line, '\t', options)) {
        return InputFormat::tsv;
    }
    // With semicolons it cannot be read, but the reader of CSV says so.
    return is_header(line, ',', options) || is_header(line, ';', options) ? InputFormat::csv
                                                                          : InputFormat::text;
}

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

std::optional<InputFormat> format_by_bytes(std::string_view head, const ReadOptions& options,
                                           bool complete) {
    const auto undecided = complete ? std::optional(InputFormat::text) : std::nullopt;
    if (head.starts_with(byte_order_mark)) {
        head.remove_prefix(byte_order_mark.size());
    }
    const auto begin = head.find_first_not_of(blanks);
    if (begin == std::string_view::npos) {
        return undecided;
    }
    if (head[begin] != '{' && head[begin] != '[') {
        const auto end = head.find('\n', begin);
        return end == std::string_view::npos && !complete
                   ? std::nullopt
                   : std::optional(format_of_line(head.substr(begin, end - begin), options));
    }
    // Prose may open with a bracket, but hardly with a brace and a quote or with two brackets.
    const auto next = head.find_first_not_of(blanks, begin + 1);
    if (next == std::string_view::npos) {
        return undecided;
    }
    const bool is_json =
        head[begin] == '[' ? head[next] == '{' : head[next] == '"' || head[next] == '}';
    return is_json ? InputFormat::jsonl : InputFormat::text;
}

InputFormat sniff_format(ByteSource& source, const ReadOptions& options) {
    return look_into(source, [&](std::string_view head, bool complete) {
        return format_by_bytes(head, options, complete);
    });
}

std::string sniff_json_problem(ByteSource& source) {
    return look_into(source, json_shape_problem);
}

}  // namespace wirecopy::read

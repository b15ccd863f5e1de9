#include "read/json_reason.hpp"

#include "read/json_grammar.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {

std::string_view json_type_name(std::string_view value) noexcept {
    switch (value.front()) {
        case '{':
            return "an object";
        case '[':
            return "an array";
        case '"':
            return "a string";
        case 't':
        case 'f':
            return "a boolean";
        case 'n':
            return "null";
        default:
            return "a number";
    }
}

std::string explain_json(std::string_view line, std::size_t begin, std::string_view otherwise) {
    if (auto problem = text_problem(line)) {
        return *problem;
    }
    if (const auto fault = find_json_fault(line, begin)) {
        return "malformed JSON at byte " + std::to_string(fault->at) + ": " +
               std::string(fault->what);
    }
    const auto value = line.substr(line.find_first_not_of(" \t\r\n", begin));
    if (value.front() != '{') {
        return "line is " + std::string(json_type_name(value)) + ", not an object";
    }
    return std::string(otherwise);
}

std::optional<std::string> escape_problem(std::string_view text, std::string_view where) {
    if (text.find('\0') != std::string_view::npos) {
        return "NUL character (\\u0000) in " + std::string(where);
    }
    if (find_invalid_utf8(text) != std::string_view::npos) {
        return std::string(half_pair_reason);
    }
    return std::nullopt;
}

}  // namespace wirecopy::read

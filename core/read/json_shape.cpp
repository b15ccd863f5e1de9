#include "read/json_shape.hpp"

#include <cstddef>

#include "read/json_grammar.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr auto npos = std::string_view::npos;

// A problem, an empty string for none, or nothing while more bytes could decide.
using Answer = std::optional<std::string>;

// Where a value ends, or as far as it is one.
struct Reach {
    std::size_t at = 0;
    bool whole = false;
};

Reach reach_of(std::string_view text, std::size_t begin) {
    JsonFault fault;
    const auto end = json_value_end(text, begin, fault);
    return end == npos ? Reach{fault.at, false} : Reach{end, true};
}

// Of objects, and not one bad line that others follow.
Answer array_answer(std::string_view head, std::size_t begin, bool complete) {
    Answer lines("");
    Answer array("is a JSON array: one object a line is expected (jq -c '.[]' writes them so)");
    const auto first = head.find_first_not_of(blanks, begin + 1);
    if (first == npos) {
        return complete ? lines : std::nullopt;
    }
    if (head[first] != '{') {
        return lines;
    }
    const auto newline = head.find('\n', begin);
    if (newline == npos) {
        return complete ? array : std::nullopt;
    }
    const auto reach = reach_of(head, begin);
    if (reach.at > newline) {
        return array;
    }
    const bool is_last = head.find_first_not_of(blanks, reach.at) == npos;
    if (!reach.whole || !is_last) {
        return lines;
    }
    return complete ? array : std::nullopt;
}

// An object that its line does not close goes on with the second line, or is cut: then that line is
// another object, and sound.
Answer object_answer(std::string_view head, std::size_t begin, bool complete) {
    Answer lines("");
    Answer undecided = complete ? lines : std::nullopt;
    const auto newline = head.find('\n', begin);
    if (newline == npos) {
        return undecided;
    }
    const auto reach = reach_of(head, begin);
    if (reach.at <= newline) {
        return lines;
    }
    const auto second = head.find_first_not_of(blanks, newline);
    if (second == npos || (head.find('\n', second) == npos && !complete)) {
        return undecided;
    }
    if (reach.at <= second) {
        return lines;
    }
    return "is JSON over several lines: one object a line is expected (jq -c . writes them so)";
}

}  // namespace

std::optional<std::string> json_shape_problem(std::string_view head, bool complete) {
    if (head.starts_with(byte_order_mark)) {
        head.remove_prefix(byte_order_mark.size());
    }
    const auto begin = head.find_first_not_of(blanks);
    if (begin == npos) {
        return complete ? Answer("") : std::nullopt;
    }
    if (head[begin] == '[') {
        return array_answer(head, begin, complete);
    }
    return head[begin] == '{' ? object_answer(head, begin, complete) : Answer("");
}

}  // namespace wirecopy::read

#include "read/json_grammar.hpp"

#include <algorithm>
#include <vector>

namespace wirecopy::read {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_hex_digit(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

// Walks over one text. Each `skip` function moves past what it is named after, or notes the fault
// and answers false.
class Walker {
public:
    Walker(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    bool skip_value();
    void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] const JsonFault& fault() const { return fault_; }

private:
    bool skip_opening(char bracket);
    bool skip_name();
    bool skip_scalar();
    bool skip_string();
    bool skip_escape();
    bool skip_number();
    bool skip_digits();
    bool skip_word(std::string_view word);
    bool close_levels();

    // 0 past the end, which no rule accepts.
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool fail(std::string_view what) {
        fault_ = {.at = at_, .what = what};
        return false;
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<char> open_;  ///< the bracket that will close each open level
    JsonFault fault_;
};

// A value is a scalar or opens a level. After a scalar levels may close; then, if one is still
// open, a comma leads to the next value in it.
bool Walker::skip_value() {
    while (true) {
        const char first = here();
        if (first == '{' || first == '[') {
            if (!skip_opening(first)) {
                return false;
            }
            if (here() != open_.back()) {
                if (open_.back() == '}' && !skip_name()) {
                    return false;
                }
                continue;
            }
        } else if (!skip_scalar()) {
            return false;
        }
        if (!close_levels()) {
            return false;
        }
        if (open_.empty()) {
            return true;
        }
    }
}

bool Walker::skip_opening(char bracket) {
    static_assert(most_levels == 1000, "the message says so");
    if (open_.size() == most_levels) {
        return fail("values are nested deeper than 1000 levels");
    }
    open_.push_back(bracket == '{' ? '}' : ']');
    ++at_;
    skip_space();
    return true;
}

// Closes what closes here. If a level is left, moves past the comma to its next value.
bool Walker::close_levels() {
    while (!open_.empty()) {
        skip_space();
        if (here() == open_.back()) {
            ++at_;
            open_.pop_back();
            continue;
        }
        if (here() != ',') {
            return fail(open_.back() == '}' ? "',' or '}' is expected here"
                                            : "',' or ']' is expected here");
        }
        ++at_;
        skip_space();
        return open_.back() == ']' || skip_name();
    }
    return true;
}

bool Walker::skip_name() {
    if (here() != '"') {
        return fail("a field name in quotes is expected here");
    }
    if (!skip_string()) {
        return false;
    }
    skip_space();
    if (here() != ':') {
        return fail("':' is expected here");
    }
    ++at_;
    skip_space();
    return true;
}

bool Walker::skip_scalar() {
    switch (here()) {
        case '"':
            return skip_string();
        case 't':
            return skip_word("true");
        case 'f':
            return skip_word("false");
        case 'n':
            return skip_word("null");
        default:
            return skip_number();
    }
}

bool Walker::skip_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) {
        return fail("a value is expected here");
    }
    at_ += word.size();
    return true;
}

bool Walker::skip_string() {
    const auto begin = at_++;
    while (at_ < text_.size()) {
        const char byte = text_[at_];
        if (byte == '"') {
            ++at_;
            return true;
        }
        if (static_cast<unsigned char>(byte) < 0x20U) {
            return fail("a control character must be written as an escape");
        }
        if (byte != '\\') {
            ++at_;
        } else if (!skip_escape()) {
            return false;
        }
    }
    at_ = begin;
    return fail("the string that opens here is never closed");
}

bool Walker::skip_escape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    ++at_;
    if (here() == 'u') {
        for (std::size_t i = 1; i <= 4; ++i) {
            if (at_ + i >= text_.size() || !is_hex_digit(text_[at_ + i])) {
                return fail("\\u needs four hexadecimal digits");
            }
        }
        at_ += 5;
        return true;
    }
    if (at_ >= text_.size() || letters.find(text_[at_]) == npos) {
        return fail("no such escape");
    }
    ++at_;
    return true;
}

bool Walker::skip_number() {
    const auto begin = at_;
    if (here() == '-') {
        ++at_;
    }
    if (here() == '0') {
        ++at_;
    } else if (!skip_digits()) {
        at_ = begin;
        return fail("a value is expected here");
    }
    if (here() == '.') {
        ++at_;
        if (!skip_digits()) {
            return fail("a digit is expected here");
        }
    }
    if (here() == 'e' || here() == 'E') {
        ++at_;
        if (here() == '+' || here() == '-') {
            ++at_;
        }
        if (!skip_digits()) {
            return fail("a digit is expected here");
        }
    }
    return true;
}

bool Walker::skip_digits() {
    const auto begin = at_;
    while (is_digit(here())) {
        ++at_;
    }
    return at_ > begin;
}

}  // namespace

std::size_t json_value_end(std::string_view text, std::size_t begin, JsonFault& fault) {
    Walker walker(text, begin);
    if (!walker.skip_value()) {
        fault = walker.fault();
        return npos;
    }
    return walker.at();
}

std::optional<JsonFault> find_json_fault(std::string_view text, std::size_t begin) {
    Walker walker(text, begin);
    walker.skip_space();
    if (!walker.skip_value()) {
        return walker.fault();
    }
    walker.skip_space();
    if (walker.at() != text.size()) {
        return JsonFault{.at = walker.at(), .what = "nothing more is expected here"};
    }
    return std::nullopt;
}

}  // namespace wirecopy::read

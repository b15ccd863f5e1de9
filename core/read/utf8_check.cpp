#include "read/utf8_check.hpp"

#include <simdjson.h>

#include <array>

#include "base/utf8.hpp"

namespace wirecopy::read {

namespace {

using namespace std::string_view_literals;

// The characters above ASCII that Unicode calls white space, and those that are no wider than
// nothing: zero-width space and joiners, the word joiner, the byte order mark.
constexpr std::array wide_blanks = {
    "\u0085"sv, "\u00a0"sv, "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv,
    "\u2005"sv, "\u2006"sv, "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200a"sv, "\u200b"sv, "\u200c"sv,
    "\u200d"sv, "\u2028"sv, "\u2029"sv, "\u202f"sv, "\u205f"sv, "\u2060"sv, "\u3000"sv, "\ufeff"sv,
};

std::size_t blank_length(std::string_view text) {
    if (" \t\n\v\f\r"sv.find(text.front()) != std::string_view::npos) {
        return 1;
    }
    for (const auto blank : wide_blanks) {
        if (text.starts_with(blank)) {
            return blank.size();
        }
    }
    return 0;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view bytes) noexcept {
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) {
        return std::string_view::npos;
    }
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto length = base::character_length(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

std::optional<std::string> text_problem(std::string_view bytes) {
    const auto invalid = find_invalid_utf8(bytes);
    const auto nul = bytes.find('\0');
    if (invalid == nul) {
        return std::nullopt;  // both are npos
    }
    if (nul < invalid) {
        return "NUL byte at byte " + std::to_string(nul);
    }
    return "invalid UTF-8 at byte " + std::to_string(invalid);
}

std::optional<std::string> wide_encoding(std::string_view head) {
    // The mark of UTF-32 begins with that of UTF-16: ask for the longer first.
    if (head.starts_with("\xff\xfe\0\0"sv) || head.starts_with("\0\0\xfe\xff"sv)) {
        return "is UTF-32, convert it to UTF-8";
    }
    if (head.starts_with("\xff\xfe"sv) || head.starts_with("\xfe\xff"sv)) {
        return "is UTF-16, convert it to UTF-8";
    }
    return std::nullopt;
}

bool is_blank(std::string_view text) noexcept {
    while (!text.empty()) {
        const auto length = blank_length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace wirecopy::read

#include "read/utf8_check.hpp"

#include <simdjson.h>

#include <array>

namespace wirecopy::read {

namespace {

using namespace std::string_view_literals;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

bool is_continuation(unsigned byte) {
    return (byte & 0xc0U) == 0x80U;
}

// What the second byte may be after the few leads that would else allow overlong forms, halves of
// surrogate pairs and numbers above the last code point.
bool is_second_byte(unsigned lead, unsigned second) {
    switch (lead) {
        case 0xe0:
            return second >= 0xa0U && second <= 0xbfU;
        case 0xed:
            return second >= 0x80U && second <= 0x9fU;
        case 0xf0:
            return second >= 0x90U && second <= 0xbfU;
        case 0xf4:
            return second >= 0x80U && second <= 0x8fU;
        default:
            return is_continuation(second);
    }
}

// The length of the well-formed character at a place, 0 when there is none.
std::size_t character_length(std::string_view bytes, std::size_t at) {
    const auto lead = byte_at(bytes, at);
    if (lead < 0x80U) {
        return 1;
    }
    if (lead < 0xc2U || lead > 0xf4U || !is_second_byte(lead, byte_at(bytes, at + 1))) {
        return 0;
    }
    const std::size_t length = lead < 0xe0U ? 2 : lead < 0xf0U ? 3 : 4;
    for (std::size_t i = 2; i < length; ++i) {
        if (!is_continuation(byte_at(bytes, at + i))) {
            return 0;
        }
    }
    return length;
}

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
        const auto length = character_length(bytes, at);
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

std::string printable(std::string_view name) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const auto length = character_length(name, at);
        const auto byte = byte_at(name, at);
        if (length > 0 && byte >= 0x20U && byte != 0x7fU) {
            out.append(name.substr(at, length));
            at += length;
        } else {
            out.append("\\x").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
            ++at;
        }
    }
    return out;
}

}  // namespace wirecopy::read

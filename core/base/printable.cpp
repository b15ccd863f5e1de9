#include "base/printable.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.hpp"

namespace wirecopy::base {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Unicode's controls (Cc), line and paragraph separators (Zl, Zp), and the format characters (Cf)
// that are ignorable, but for joiners and tags. A test holds the list against utf8proc's
// properties, which this room does not link to.
constexpr std::array<Range, 14> unprintable{{{0x0000, 0x001F},
                                             {0x007F, 0x009F},
                                             {0x00AD, 0x00AD},
                                             {0x061C, 0x061C},
                                             {0x180E, 0x180E},
                                             {0x200B, 0x200B},
                                             {0x200E, 0x200F},
                                             {0x2028, 0x202E},
                                             {0x2060, 0x2064},
                                             {0x2066, 0x206F},
                                             {0xFEFF, 0xFEFF},
                                             {0x1BCA0, 0x1BCA3},
                                             {0x1D173, 0x1D17A},
                                             {0xE0001, 0xE0001}}};

void append_hex(unsigned value, unsigned digits, std::string& text) {
    constexpr std::string_view hex = "0123456789abcdef";
    for (unsigned digit = digits; digit > 0; --digit) {
        text += hex[(value >> (4U * (digit - 1))) & 0xfU];
    }
}

void append_escaped_byte(char byte, std::string& text) {
    switch (byte) {
        case '\t':
            text += "\\t";
            return;
        case '\n':
            text += "\\n";
            return;
        case '\r':
            text += "\\r";
            return;
        default:
            text += "\\x";
            append_hex(static_cast<unsigned char>(byte), 2, text);
    }
}

void append_escaped(char32_t code_point, std::string& text) {
    const bool is_short = code_point < 0x10000;
    text += is_short ? "\\u" : "\\U";
    append_hex(static_cast<unsigned>(code_point), is_short ? 4 : 8, text);
}

}  // namespace

bool is_unprintable(char32_t code_point) noexcept {
    return std::ranges::any_of(unprintable, [&](const Range& range) {
        return code_point >= range.first && code_point <= range.last;
    });
}

std::string printable(std::string_view text, bool ascii_only) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_length(text, at);
        const auto value = length == 0 ? U'\0' : code_point(text, at, length);
        if (length == 0 || (length == 1 && is_unprintable(value))) {
            append_escaped_byte(text[at], shown);
        } else if (is_unprintable(value) || (ascii_only && length > 1)) {
            append_escaped(value, shown);
        } else if (value == U'\\') {
            shown += "\\\\";  // so that no text looks like the escape of another
        } else {
            shown += text.substr(at, length);
        }
        at += std::max<std::size_t>(length, 1);
    }
    return shown;
}

}  // namespace wirecopy::base

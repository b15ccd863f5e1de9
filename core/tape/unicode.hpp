// Unicode: what a code point means to the tokeniser, and how a word is folded.
//
//   in      bytes that should be UTF-8; any others are taken as separators of one byte
//   out     a code point with its class; the folded form of a word
//   cost    a table look-up in the Basic Multilingual Plane (64 kB); folding walks utf8proc's
//
// The one door to utf8proc, beside display_width.cpp. Folding is NFKC_Casefold of Unicode TR31:
// compatibility forms made one, case folded, soft hyphens and other ignorables left out.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wirecopy::tape {

enum class CharClass : std::uint8_t {
    other,      ///< separates words: space, punctuation, symbols, emoji, bytes that are not UTF-8
    word,       ///< letters, digits, connectors: `\w` of UTS 18
    unspaced,   ///< letters of scripts written without spaces: each is a word of its own
    mark,       ///< combining marks: continue a word, or make one alone
    ignorable,  ///< soft hyphen, joiners, variation selectors: continue a word, never start one
};

struct CodePoint {
    char32_t value;
    std::uint32_t length_bytes;  ///< 1 to 4; 1 for a byte that is not UTF-8
};

/// What stands for a byte that is not UTF-8.
inline constexpr char32_t replacement_character = 0xFFFD;

/// Any code point of four bytes, and every broken byte. Requires: at < text.size().
[[nodiscard]] CodePoint long_code_point_at(std::string_view text, std::size_t at) noexcept;

/// The code point at `text[at]`. Requires: at < text.size(). Any bytes are safe.
[[nodiscard]] inline CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto is_tail = [](unsigned char b) { return (b & 0xC0U) == 0x80U; };
    const char32_t first = byte(0);
    const std::size_t left = text.size() - at;
    if (first < 0x80U) {
        return {first, 1};
    }
    if (first >= 0xE1U && first <= 0xECU && left >= 3 && is_tail(byte(1)) && is_tail(byte(2))) {
        return {(first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    }
    if (first >= 0xC2U && first <= 0xDFU && left >= 2 && is_tail(byte(1))) {
        return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    }
    return long_code_point_at(text, at);
}

/// What a code point means to the tokeniser; `replacement_character` separates.
[[nodiscard]] CharClass class_of(char32_t value) noexcept;

enum class LetterCase : std::uint8_t { none, lower, upper };

/// The case of a letter; `none` for anything without one. Title-case letters are upper.
[[nodiscard]] LetterCase case_of(char32_t value) noexcept;

/// The value of a decimal digit of any script, -1 for anything else.
[[nodiscard]] int digit_value(char32_t value) noexcept;

/// Appends the folded form of `word` to `folded`. Bytes that are not UTF-8 are copied. More than 30
/// marks in a row are put into their order thirty by thirty, so that the cost stays linear.
void append_folded(std::string_view word, std::string& folded);

/// Appends `word` in capitals, letter by letter: the sharp s stays one.
void append_upper(std::string_view word, std::string& upper);

/// `word` without ignorable code points at its end: "co-op" is never followed by a soft hyphen.
[[nodiscard]] std::string_view without_trailing_ignorables(std::string_view word) noexcept;

}  // namespace wirecopy::tape

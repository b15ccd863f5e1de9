// Unicode: what a code point means to the tokeniser, and how a word is folded.
//
//   in      bytes that should be UTF-8; any others are taken as separators of one byte
//   out     a code point with its class; the folded form of a word
//   cost    a table look-up in the Basic Multilingual Plane; folding walks utf8proc's tables
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
    CharClass kind;
};

/// The code point at `text[at]`. Requires: at < text.size(). Any bytes are safe.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;

/// Appends the folded form of `word` to `folded`. Bytes that are not UTF-8 are copied.
void append_folded(std::string_view word, std::string& folded);

/// `word` without ignorable code points at its end: "co-op" is never followed by a soft hyphen.
[[nodiscard]] std::string_view without_trailing_ignorables(std::string_view word) noexcept;

}  // namespace wirecopy::tape

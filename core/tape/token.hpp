// Token: a word on its way to a term. The passes of the tape (numbers, names) read and
// rewrite one flat array of them.

#pragma once

#include <cstdint>

#include "base/hash.hpp"

namespace wirecopy::tape {

/// What stands between a token and the one before it.
enum Gap : std::uint16_t {
    gap_space = 1U << 0U,
    gap_newline = 1U << 1U,
    gap_paragraph = 1U << 2U,  ///< an empty line
    gap_full_stop = 1U << 3U,
    gap_terminal = 1U << 4U,  ///< ! ? … and the full stops of other scripts
    gap_comma = 1U << 5U,
    gap_hyphen = 1U << 6U,  ///< hyphens and the minus sign; not dashes
    gap_apostrophe = 1U << 7U,
    gap_quote = 1U << 8U,
    gap_slash = 1U << 9U,
    gap_fixed_space = 1U << 10U,  ///< no-break and thin spaces, which group digits
    gap_other = 1U << 11U,
};

enum Shape : std::uint8_t {
    shape_capital = 1U << 0U,   ///< starts with a capital letter
    shape_all_caps = 1U << 1U,  ///< at least two letters, all capitals
    shape_lower = 1U << 2U,     ///< starts with a lower-case letter
    shape_digit = 1U << 3U,     ///< starts with a digit
    shape_letter = 1U << 4U,    ///< one letter alone
    shape_initials = 1U << 5U,  ///< letters joined by full stops: U.S.
    shape_unspaced = 1U << 6U,  ///< of a script without spaces
};

struct Token {
    std::uint64_t word = 0;  ///< hash of the folded word
    std::uint32_t term = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint16_t gap = 0;          ///< Gap bits; 0: nothing stands between
    std::uint16_t number_word = 0;  ///< index + 1 into the language's number words
    std::uint8_t flags = 0;         ///< TermFlag bits
    std::uint8_t shape = 0;         ///< Shape bits
    std::uint8_t role = 0;          ///< WordRole bits of the lexicon
};

/// Kinds of terms that no word can collide with.
enum class TermKind : std::uint64_t {
    number = 0x6e756d62657221ULL,
    date = 0x6461746521ULL,
    weekday = 0x7765656b21ULL,
    acronym = 0x6163726f21ULL,
    bigram = 0x62696721ULL,
    run = 0x72756e21ULL,
};

/// A term of a kind from one or two numbers.
[[nodiscard]] constexpr std::uint32_t make_term(TermKind kind, std::uint64_t a,
                                                std::uint64_t b = 0) noexcept {
    return static_cast<std::uint32_t>(
        base::mix(base::mix(a ^ base::mix(static_cast<std::uint64_t>(kind))) + b));
}

}  // namespace wirecopy::tape

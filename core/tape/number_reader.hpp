// Number reader: numbers by value, from digits and from words.
//
//   in      tokens of one article, a place among them
//   out     the value that starts there and the tokens it takes
//   cost    nothing but a look at the shape for tokens that start no number
//
// Digits may be grouped and have decimals by the marks of the language ("1.800,5" in German), touch
// a scale or an ending ("5m", "25th", "1990s"), and stand before scales ("1.8 billion") and
// "percent". Words add and multiply as they are said: "two hundred and fifty thousand", "half a
// million", "two and a half thousand".

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tape/languages.hpp"
#include "tape/quantity.hpp"
#include "tape/token.hpp"

namespace wirecopy::tape {

struct NumberMatch {
    Quantity value;
    std::size_t token_count = 0;
    std::uint32_t end = 0;  ///< byte behind the number
};

/// A number in words as far as it was said: "two million three hundred" is {2000000, 300}. The sum
/// of both fits in 64 bits.
struct Said {
    std::uint64_t total = 0;    ///< closed by a scale of a thousand or more
    std::uint64_t current = 0;  ///< what the next scale multiplies
};

class NumberReader {
public:
    NumberReader(std::string_view text, const LanguageTable& table, std::span<const Token> tokens)
        : text_(text), table_(table), tokens_(tokens) {}

    /// The number that starts at token `at`, if one does.
    [[nodiscard]] std::optional<NumberMatch> number_at(std::size_t at) const;

    /// The number word of a token, nothing if it is none.
    [[nodiscard]] const NumberWord* number_word(std::size_t at) const noexcept {
        return at < tokens_.size() && tokens_[at].number_word != 0
                   ? &table_.number_words[tokens_[at].number_word - 1U]
                   : nullptr;
    }

    /// The value of a token of at most `most_digits` digits, alone or with an ordinal ending.
    [[nodiscard]] std::optional<std::uint32_t> small_number(std::size_t at,
                                                            std::size_t most_digits) const;

private:
    struct Digits {
        std::uint64_t value = 0;
        std::size_t count = 0;    // digits read
        std::string_view ending;  // what the word has behind them
    };

    [[nodiscard]] std::string_view bytes_of(std::size_t at) const noexcept {
        return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
    }
    [[nodiscard]] Digits digits_of(std::size_t at) const;
    [[nodiscard]] std::optional<NumberMatch> from_digits(std::size_t at) const;
    [[nodiscard]] std::optional<NumberMatch> from_words(std::size_t at) const;
    [[nodiscard]] std::optional<NumberMatch> from_share(std::size_t at) const;
    [[nodiscard]] bool takes_ending(std::string_view ending, NumberMatch& match) const;
    [[nodiscard]] bool groups(std::uint16_t gap) const noexcept;
    [[nodiscard]] bool follows_closely(std::size_t at) const noexcept;
    [[nodiscard]] bool links(std::size_t at, const Said& said) const;
    [[nodiscard]] std::optional<Said> continued(const Said& said, const NumberWord& word) const;
    void take_half(std::size_t at, const Said& said, NumberMatch& match) const;
    void take_scales(std::size_t at, NumberMatch& match) const;
    void take_percent(std::size_t at, NumberMatch& match) const;

    std::string_view text_;
    const LanguageTable& table_;
    std::span<const Token> tokens_;
};

}  // namespace wirecopy::tape

// How a language file writes its words down, and the eight tables that those files define.
//
//   in      words parted by blanks, in one literal
//   out     arrays made while compiling, whose size nobody has to count
//   cost    none at run time

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tape/languages.hpp"

namespace wirecopy::tape {

extern const LanguageTable english_table;
extern const LanguageTable german_table;
extern const LanguageTable spanish_table;
extern const LanguageTable french_table;
extern const LanguageTable italian_table;
extern const LanguageTable russian_table;
extern const LanguageTable portuguese_table;
extern const LanguageTable dutch_table;

inline constexpr std::uint64_t thousand = 1'000;
inline constexpr std::uint64_t million = 1'000'000;
inline constexpr std::uint64_t billion = 1'000'000'000;
inline constexpr std::uint64_t trillion = 1'000'000'000'000;

/// All spellings and inflections that stand for one value: {"два две двух", cardinal, 2}.
struct NumberForms {
    std::string_view words;
    WordKind kind;
    std::uint64_t value;
};

/// Cuts the first word off a text of words and blanks; empty when none is left.
constexpr std::string_view take_word(std::string_view& text) {
    constexpr std::string_view blanks = " \n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const auto word = text.substr(0, text.find_first_of(blanks));
    text.remove_prefix(word.size());
    return word;
}

constexpr std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    while (!take_word(text).empty()) {
        ++count;
    }
    return count;
}

constexpr std::size_t count_words(std::span<const NumberForms> forms) {
    std::size_t count = 0;
    for (const auto& form : forms) {
        count += count_words(form.words);
    }
    return count;
}

/// Requires: count == count_words(text).
template <std::size_t count>
constexpr std::array<std::string_view, count> split_words(std::string_view text) {
    std::array<std::string_view, count> words{};
    for (auto& word : words) {
        word = take_word(text);
    }
    return words;
}

/// Requires: count == count_words(forms).
template <std::size_t count>
constexpr std::array<NumberWord, count> expand_forms(std::span<const NumberForms> forms) {
    std::array<NumberWord, count> words{};
    std::size_t next = 0;
    for (auto form : forms) {
        for (auto word = take_word(form.words); !word.empty(); word = take_word(form.words)) {
            words[next++] = {word, form.kind, form.value};
        }
    }
    return words;
}

}  // namespace wirecopy::tape

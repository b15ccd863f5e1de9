// Language tables: the small closed word classes by which news in eight languages is read.
//
//   in      nothing; the tables are constants of the program
//   out     for each language its function words, number words, months, weekdays, abbreviations
//   cost    none at start-up: no allocation, no constructor of a global
//   error   a word may belong to several languages and, folded, to several meanings of one
//           language ("may", "sei", "среды"): the tables list, the caller decides by what is near
//
// Every word is folded as the tape folds: NFKC and full Unicode case folding, so that German
// words have "ss" for the sharp s. No word holds an apostrophe, a hyphen, a dot or a space: words
// arrive as runs of letters, "don't" as "don" and "t", "quatre-vingts" as "quatre" and "vingts".

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wirecopy::tape {

enum class Language : std::uint8_t {
    none,
    english,
    german,
    spanish,
    french,
    italian,
    russian,
    portuguese,
    dutch,
};

/// The enumerators of Language, `none` among them.
inline constexpr std::size_t language_count = 9;

/// What a number word does to a number.
enum class WordKind : std::uint8_t {
    cardinal,        ///< "seven": the value itself; adds to a greater one before it (twenty five)
    scale,           ///< "million": multiplies the number before it, says nothing without one
    bare_scale,      ///< "mille", "hundert": a scale that also stands alone, for once its value
    attached_scale,  ///< "m" in "$5m": a scale only where it touches a digit or a currency sign
    hundredths,      ///< "half" is 50, "anderthalb" 150: a share of the scale beside it, if any
    percent,         ///< "percent"; the value is 100. LanguageTable::percent_phrase has the rest
    month,           ///< 1 to 12
    weekday,         ///< 1, Monday, to 7, Sunday
};

struct NumberWord {
    std::string_view word;
    WordKind kind;
    std::uint64_t value;
};

/// Two words that mean one thing. Both empty: the language has no such phrase.
struct WordPair {
    std::string_view first;
    std::string_view second;
};

struct LanguageTable {
    Language language;
    std::string_view name;
    std::string_view snowball;  ///< what libstemmer calls the language

    /// Words that carry grammar, not matter; also what the language of a text is guessed by. The
    /// plain verb of reporting (said, sagte, dijo) is one of them: in news it weighs nothing. Its
    /// telling sisters (told, announced, confirmed) are not, for they mark who reported what.
    std::span<const std::string_view> stop_words;

    /// Each word once. "One" and its like are left out: in most languages they are the article.
    std::span<const NumberWord> number_words;

    /// Lower-case words that may stand between two capitalised words of one name.
    std::span<const std::string_view> name_particles;

    /// Words, without the dot, after which a full stop does not end a sentence. Capitalised
    /// single letters (initials) are for the caller; the single letters here are parts of
    /// abbreviations with several dots, such as "z.B.".
    std::span<const std::string_view> abbreviations;

    /// The same, but only where a number follows ("No. 5"): they are also words ("He said no.").
    std::span<const std::string_view> counted_abbreviations;

    /// "and" in "two hundred and five", "y" in "treinta y cinco"; empty when there is none. It
    /// joins only a greater number to a lesser one: "between two and five" are two.
    std::string_view number_link;

    WordPair percent_phrase;  ///< {"por", "ciento"}: here the second word is not a hundred
    char decimal_mark;        ///< '.' or ','

    /// Marks that may part groups of three digits; ' ' stands for every kind of space, '\'' for
    /// both kinds of apostrophe.
    std::string_view thousands_marks;
    bool capitals_mark_names;  ///< false where every noun has a capital
};

/// All tables in the order of Language, without `none`. Safe from any number of threads; the
/// tables live as long as the program.
[[nodiscard]] std::span<const LanguageTable> language_tables() noexcept;

/// The table of one language. Requires: language != Language::none.
[[nodiscard]] const LanguageTable& language_table(Language language) noexcept;

/// A character that multiplies the digits before it, in scripts that write no spaces.
struct CharacterScale {
    char32_t character;
    std::uint64_t value;
};

/// Chinese, Japanese and Korean. 兆 is the 10^12 of Japan and Taiwan; mainland news writes 万亿.
inline constexpr std::array<CharacterScale, 11> cjk_scales{{
    {U'百', 100},
    {U'千', 1'000},
    {U'万', 10'000},
    {U'萬', 10'000},
    {U'亿', 100'000'000},
    {U'億', 100'000'000},
    {U'兆', 1'000'000'000'000},
    {U'천', 1'000},
    {U'만', 10'000},
    {U'억', 100'000'000},
    {U'조', 1'000'000'000'000},
}};

}  // namespace wirecopy::tape

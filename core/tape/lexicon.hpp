// Lexicon: what is known of a word in a language. Each distinct word is stemmed once.
//
//   in      the hash of a folded word, its raw bytes, a language
//   out     its term, whether it is a stop word, a number word, part of names, an abbreviation
//   cost    a look-up of one cache line for a word seen before; half a microsecond to fold and
//           stem a new one; 1 MB an object
//   method  Snowball stemmers (Porter, "Snowball: a language for stemming algorithms", 2001)

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tape/languages.hpp"

struct sb_stemmer;

namespace wirecopy::tape {

/// What a word is besides its term.
enum WordRole : std::uint8_t {
    role_stop_word = 1U << 0U,
    role_name_particle = 1U << 1U,  ///< may stand inside a name: of, van, de
    role_abbreviation = 1U << 2U,   ///< a full stop behind it ends no sentence
    role_article = 1U << 3U,        ///< a, an, one: counts as 1 before "million"
    role_counted = 1U << 4U,        ///< an abbreviation only where a number follows: No. 5
};

struct WordEntry {
    std::uint64_t key = 0;
    std::uint32_t term = 0;
    std::uint16_t number_word = 0;  ///< index + 1 into LanguageTable::number_words
    std::uint8_t role = 0;          ///< WordRole bits
};

/// The language whose stop words are most frequent among the first words of a text; `none` when
/// there is no stop word.
[[nodiscard]] Language guess_language(std::span<const std::uint64_t> words);

/// The table of a language; of `none`, an empty one with a decimal point.
[[nodiscard]] const LanguageTable& table_of(Language language) noexcept;

/// One a thread: entries are cached, and Snowball's stemmers keep state while they work.
class Lexicon {
public:
    Lexicon();
    ~Lexicon();
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;

    /// The entry of a word: `hash` of its folded form, `raw` its bytes in the text.
    [[nodiscard]] const WordEntry& look_up(std::uint64_t hash, std::string_view raw,
                                           Language language) {
        const std::uint64_t key = hash ^ language_salt(language);
        auto* const line = &cache_[first_of_line(key)];
        if (line[0].key != key) [[unlikely]] {
            bring_to_front(line, hash, key, raw, language);
        }
        return line[0];
    }

    /// Brings the cache line of a word that look_up will ask for a little later.
    void prefetch(std::uint64_t hash, Language language) const noexcept {
        __builtin_prefetch(&cache_[first_of_line(hash ^ language_salt(language))]);
    }

private:
    // Four places for a word, a cache line, the one used last in front: with one place, every
    // fiftieth word of news had been pushed out by another and was stemmed again.
    static constexpr std::size_t cache_slots = std::size_t{1} << 16U;
    static constexpr std::size_t line_slots = 4;

    [[nodiscard]] static std::size_t first_of_line(std::uint64_t key) noexcept {
        return key % cache_slots & ~(line_slots - 1);
    }
    void bring_to_front(WordEntry* line, std::uint64_t hash, std::uint64_t key,
                        std::string_view raw, Language language);
    [[nodiscard]] static std::uint64_t language_salt(Language language) noexcept {
        return static_cast<std::uint64_t>(language) * 0x9e3779b97f4a7c15ULL;
    }
    [[nodiscard]] WordEntry make_entry(std::uint64_t hash, std::uint64_t key, std::string_view raw,
                                       Language language);
    [[nodiscard]] std::string_view stem(std::string_view folded, Language language);

    std::vector<WordEntry> cache_;
    std::array<sb_stemmer*, language_count> stemmers_{};
    std::string folded_;
};

}  // namespace wirecopy::tape

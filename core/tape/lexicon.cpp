#include "tape/lexicon.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "tape/unicode.hpp"
#include "tape/word_hash.hpp"

namespace wirecopy::tape {

namespace {

struct KnownWord {
    std::uint16_t number_word = 0;
    std::uint8_t role = 0;
};
using KnownWords = std::unordered_map<std::uint64_t, KnownWord>;

// The indefinite articles, and "one", that count as 1 before a scale: "a million".
constexpr std::array<std::string_view, 17> counting_articles{
    "a",   "an", "one", "ein", "eine", "einer", "un",     "une",  "una",
    "uno", "um", "uma", "een", "один", "одна",  "одного", "одной"};

KnownWords known_words(const LanguageTable& table) {
    KnownWords known;
    const auto add_role = [&](std::span<const std::string_view> words, std::uint8_t role) {
        for (const auto word : words) {
            known[hash_word(word)].role |= role;
        }
    };
    add_role(table.stop_words, role_stop_word);
    add_role(table.name_particles, role_name_particle);
    add_role(table.abbreviations, role_abbreviation);
    add_role(table.counted_abbreviations, role_counted);
    add_role(counting_articles, role_article);
    for (std::size_t i = 0; i < table.number_words.size(); ++i) {
        known[hash_word(table.number_words[i].word)].number_word =
            static_cast<std::uint16_t>(i + 1);
    }
    return known;
}

const KnownWords& known_words(Language language) {
    static const auto all = [] {
        std::array<KnownWords, language_count> made;
        for (const auto& table : language_tables()) {
            made[static_cast<std::size_t>(table.language)] = known_words(table);
        }
        return made;
    }();
    return all[static_cast<std::size_t>(language)];
}

// Stop words of all languages in one open-addressed table, a bit a language: a look-up is a
// nanosecond where a node map takes ten.
class StopWordIndex {
public:
    StopWordIndex() : slots_(slot_count) {
        for (const auto& table : language_tables()) {
            for (const auto word : table.stop_words) {
                const auto hash = hash_word(word);
                auto at = hash % slot_count;
                while (slots_[at].languages != 0 && slots_[at].tag != tag_of(hash)) {
                    at = (at + 1) % slot_count;
                }
                slots_[at].tag = tag_of(hash);
                slots_[at].languages |= 1U << static_cast<unsigned>(table.language);
            }
        }
    }

    [[nodiscard]] std::uint32_t languages_of(std::uint64_t hash) const noexcept {
        for (auto at = hash % slot_count; slots_[at].languages != 0; at = (at + 1) % slot_count) {
            if (slots_[at].tag == tag_of(hash)) {
                return slots_[at].languages;
            }
        }
        return 0;
    }

private:
    static constexpr std::size_t slot_count = 4096;  // for some 1,300 words; 32 kB
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t languages = 0;
    };
    static std::uint32_t tag_of(std::uint64_t hash) noexcept {
        return static_cast<std::uint32_t>(hash >> 32U);
    }
    std::vector<Slot> slots_;
};

}  // namespace

Language guess_language(std::span<const std::uint64_t> words) {
    static const StopWordIndex index;
    // 100 words hold some 40 stop words; README.md has how often more would change the guess.
    constexpr std::size_t examined = 100;
    std::array<std::uint32_t, language_count> counts{};
    for (const auto word : words.first(std::min(words.size(), examined))) {
        for (auto rest = index.languages_of(word); rest != 0; rest &= rest - 1) {
            ++counts[static_cast<std::size_t>(std::countr_zero(rest))];
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    return *best == 0 ? Language::none : static_cast<Language>(best - counts.begin());
}

const LanguageTable& table_of(Language language) noexcept {
    static constexpr LanguageTable none{.language = Language::none,
                                        .name = {},
                                        .snowball = {},
                                        .stop_words = {},
                                        .number_words = {},
                                        .name_particles = {},
                                        .abbreviations = {},
                                        .counted_abbreviations = {},
                                        .number_link = {},
                                        .percent_phrase = {},
                                        .decimal_mark = '.',
                                        .thousands_marks = ",",
                                        .capitals_mark_names = true};
    return language == Language::none ? none : language_table(language);
}

Lexicon::Lexicon() : cache_(cache_slots) {}

Lexicon::~Lexicon() {
    for (auto* stemmer : stemmers_) {
        sb_stemmer_delete(stemmer);
    }
}

Lexicon::Lexicon(Lexicon&& other) noexcept
    : cache_(std::move(other.cache_)), stemmers_(std::exchange(other.stemmers_, {})) {}

Lexicon& Lexicon::operator=(Lexicon&& other) noexcept {
    std::swap(cache_, other.cache_);
    std::swap(stemmers_, other.stemmers_);
    return *this;
}

void Lexicon::bring_to_front(WordEntry* line, std::uint64_t hash, std::uint64_t key,
                             std::string_view raw, Language language) {
    std::size_t at = 1;
    while (at < line_slots - 1 && line[at].key != key) {
        ++at;
    }
    const auto found = line[at].key == key ? line[at] : make_entry(hash, key, raw, language);
    std::move_backward(line, line + at, line + at + 1);
    line[0] = found;
}

WordEntry Lexicon::make_entry(std::uint64_t hash, std::uint64_t key, std::string_view raw,
                              Language language) {
    folded_.clear();
    append_folded(raw, folded_);
    WordEntry entry{.key = key};
    entry.term = static_cast<std::uint32_t>(base::hash_bytes(stem(folded_, language)));
    const auto& known = known_words(language);
    if (const auto found = known.find(hash); found != known.end()) {
        entry.number_word = found->second.number_word;
        entry.role = found->second.role;
    }
    return entry;
}

std::string_view Lexicon::stem(std::string_view folded, Language language) {
    if (language == Language::none) {
        return folded;
    }
    auto*& stemmer = stemmers_[static_cast<std::size_t>(language)];
    if (stemmer == nullptr) {
        stemmer = sb_stemmer_new(std::string(table_of(language).snowball).c_str(), "UTF_8");
    }
    // A word of kilobytes is no word of a language, and Snowball's length is an int.
    constexpr std::size_t longest_stemmed_bytes = 256;
    if (stemmer == nullptr || folded.size() > longest_stemmed_bytes) {
        return folded;
    }
    const auto* stemmed =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(folded.data()),
                        static_cast<int>(folded.size()));
    if (stemmed == nullptr) {
        return folded;
    }
    return {reinterpret_cast<const char*>(stemmed),
            static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace wirecopy::tape

#include "tape/credit_lexicon.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "tape/language_data.hpp"
#include "tape/outlets.hpp"
#include "tape/unicode.hpp"
#include "tape/word_hash.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

std::uint64_t hash_long(std::string_view word) {
    constexpr std::size_t longest_known_bytes = 64;
    std::array<char, longest_known_bytes> folded{};
    if (word.size() > longest_known_bytes) {
        return 0;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char byte = word[i];
        folded[i] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    }
    return hash_word({folded.data(), word.size()});
}

std::uint64_t hash_of(std::string_view word) {
    return hash_credit_word(word, 0, static_cast<std::uint32_t>(word.size()));
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; });
}

bool has_unspaced(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (class_of(point.value) == CharClass::unspaced) {
            return true;
        }
        at += point.length_bytes;
    }
    return false;
}

// The word as it is written at the start of a sentence, then in capitals.
std::array<std::string, 2> with_capitals(std::string_view word) {
    std::array<std::string, 2> made;
    const auto first = code_point_at(word, 0).length_bytes;
    append_upper(word.substr(0, first), made[0]);
    made[0] += word.substr(first);
    append_upper(word, made[1]);
    return made;
}

bool is_capital(std::string_view word) {
    return case_of(code_point_at(word, 0).value) == LetterCase::upper;
}

bool is_all_caps(std::string_view word) {
    return word.size() > 1 && is_capital(word) &&
           std::none_of(word.begin(), word.end(), [](char b) { return b >= 'a' && b <= 'z'; });
}

std::uint8_t take_flags(std::string_view& alias) {
    std::uint8_t flags = 0;
    for (; !alias.empty(); alias.remove_prefix(1)) {
        switch (alias.front()) {
            case '*':
                flags |= alias_ambiguous;
                break;
            case '^':
                flags |= alias_ambiguous | alias_with_article;
                break;
            case '%':
                flags |= alias_ambiguous | alias_not_english;
                break;
            case '~':
                flags |= alias_ambiguous | alias_inside;
                break;
            case '@':
                flags |= alias_ambiguous | alias_person;
                break;
            default:
                return flags;
        }
    }
    return flags;
}

// The words of a name as the tape cuts them.
std::vector<std::string_view> tape_words(std::string_view name, TapeBuilder& builder) {
    const auto tape = builder.build(name);
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if ((tape.flags[i] & term_run) == 0) {
            const auto place = tape.places[i];
            words.push_back(name.substr(place.begin, place.end - place.begin));
        }
    }
    return words;
}

// A name is found by its longest word: the rarest as a rule, and never an article or a number. Of
// a domain the last does not count: it is a country's.
std::size_t opening_word(const std::vector<std::string_view>& words, bool is_domain) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < words.size() - (is_domain ? 1 : 0); ++i) {
        if (words[i].size() >= words[best].size()) {
            best = i;
        }
    }
    return best;
}

std::string_view without_article(std::string_view name) {
    constexpr std::string_view article = "The ";
    return name.substr(name.starts_with(article) ? article.size() : 0);
}

}  // namespace

std::uint64_t hash_credit_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const std::size_t length = end - begin;
    if (length > short_word_bytes) [[unlikely]] {
        return hash_long(text.substr(begin, length));
    }
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    if (begin + short_word_bytes <= text.size()) [[likely]] {
        std::memcpy(&low, text.data() + begin, 8);
        std::memcpy(&high, text.data() + begin + 8, 8);
    } else {
        std::array<char, short_word_bytes> padded{};
        std::memcpy(padded.data(), text.data() + begin, length);
        std::memcpy(&low, padded.data(), 8);
        std::memcpy(&high, padded.data() + 8, 8);
    }
    return hash_short_word(lowered_bytes(low & short_masks[length].low),
                           lowered_bytes(high & short_masks[length].high));
}

const CreditLexicon& CreditLexicon::instance() {
    static const CreditLexicon lexicon;
    return lexicon;
}

CreditLexicon::CreditLexicon() : slots_(slot_count) {
    add_cues(common_credit_words(), true, true);
    add_cues(english_credit_words(), true, false);
    add_cues(other_credit_words(), false, true);
    TapeBuilder builder;
    for (const auto rows : {american_outlet_rows(), european_outlet_rows(), world_outlet_rows()}) {
        for (const auto& row : rows) {
            add_outlet(row, builder);
        }
    }
    sort_aliases();
    fill_filter();
}

void CreditLexicon::add_cues(std::span<const CreditWords> rows, bool in_english, bool in_others) {
    const auto add = [&](std::string_view word, Cues cues) {
        auto& slot = slot_of(hash_of(word));
        slot.cues[0] |= in_english ? cues : 0;
        slot.cues[1] |= in_others ? cues : 0;
    };
    for (const auto& row : rows) {
        auto rest = row.words;
        for (auto word = take_word(rest); !word.empty(); word = take_word(rest)) {
            add(word, row.cues);
            if (!is_ascii(word)) {
                for (const auto& capital : with_capitals(word)) {
                    add(capital, row.cues);
                }
            }
        }
    }
}

void CreditLexicon::add_outlet(const OutletRow& row, TapeBuilder& builder) {
    const auto name = without_article(row.name);
    const auto name_words = tape_words(name, builder);
    Alias alias{};
    alias.outlet = outlet_of(row.name);
    alias.kind = row.kind;
    alias.last_word = name_words.empty() ? 0 : hash_of(name_words.back());
    bool is_own_alias = name.find('(') == std::string_view::npos;
    for (auto rest = row.aliases; !rest.empty();) {
        auto spelled = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(spelled.size() + 1, rest.size()));
        const bool only_in_fields = spelled.starts_with('!');
        spelled.remove_prefix(only_in_fields ? 1 : 0);
        alias.flags = take_flags(spelled);
        is_own_alias = is_own_alias && spelled != name && spelled != row.name;
        if (!only_in_fields) {
            add_alias(spelled, alias, builder);
        }
    }
    if (is_own_alias) {
        alias.flags = 0;
        add_alias(name, alias, builder);
    }
}

void CreditLexicon::add_alias(std::string_view spelled, Alias alias, TapeBuilder& builder) {
    auto words = tape_words(spelled, builder);
    if (words.empty()) {
        return;
    }
    alias.bytes = spelled;
    if (has_unspaced(spelled)) {
        alias.flags |= alias_bytes;
        alias.word_count = 1;
        openings_.push_back({hash_of(words.front()), alias});
        return;
    }
    const bool is_domain = spelled.find(' ') == std::string_view::npos &&
                           spelled.find('.') != std::string_view::npos && words.size() > 1;
    alias.flags |= is_domain ? alias_domain : 0;
    alias.opening_word = static_cast<std::uint8_t>(opening_word(words, is_domain));
    alias.word_count = static_cast<std::uint8_t>(words.size());
    const auto add = [&](const std::vector<std::string>& spellings) {
        alias.first_word = static_cast<std::uint32_t>(words_.size());
        for (const auto& word : spellings) {
            words_.push_back({hash_of(word), !is_domain && is_capital(word),
                              !is_domain && is_all_caps(word) && is_ascii(word)});
        }
        openings_.push_back({hash_of(spellings[alias.opening_word]), alias});
    };
    std::vector<std::string> spellings(words.begin(), words.end());
    add(spellings);
    if (!is_ascii(spelled)) {
        for (auto& word : spellings) {
            word = with_capitals(word)[1];
        }
        add(spellings);
    }
}

void CreditLexicon::sort_aliases() {
    std::stable_sort(openings_.begin(), openings_.end(), [](const auto& a, const auto& b) {
        return a.hash != b.hash ? a.hash < b.hash
               : a.alias.word_count != b.alias.word_count
                   ? a.alias.word_count > b.alias.word_count
                   : a.alias.bytes.size() > b.alias.bytes.size();
    });
    for (const auto& opening : openings_) {
        auto& slot = slot_of(opening.hash);
        if (slot.alias_count == 0) {
            slot.first_alias = static_cast<std::uint32_t>(aliases_.size());
        }
        ++slot.alias_count;
        aliases_.push_back(opening.alias);
    }
    openings_.clear();
    openings_.shrink_to_fit();
}

void CreditLexicon::fill_filter() {
    constexpr Cues opens_a_look = cue_outlet_word | cue_weak_outlet_word | any_generic | cue_breaks;
    for (const auto& slot : slots_) {
        if (slot.alias_count != 0 || ((slot.cues[0] | slot.cues[1]) & opens_a_look) != 0) {
            filter_[slot.hash % filter_bits / 64] |= std::uint64_t{1} << (slot.hash % 64);
        }
    }
}

CreditWord& CreditLexicon::slot_of(std::uint64_t hash) {
    auto at = (hash >> 32U) % slot_count;
    while (slots_[at].hash != 0 && slots_[at].hash != hash) {
        at = (at + 1) % slot_count;
    }
    slots_[at].hash = hash;
    return slots_[at];
}

const CreditWord* CreditLexicon::find(std::uint64_t hash) const noexcept {
    for (auto at = (hash >> 32U) % slot_count; slots_[at].hash != 0; at = (at + 1) % slot_count) {
        if (slots_[at].hash == hash) {
            return &slots_[at];
        }
    }
    return nullptr;
}

}  // namespace wirecopy::tape

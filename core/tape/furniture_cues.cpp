#include "tape/furniture_cues.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "tape/language_data.hpp"
#include "tape/unicode.hpp"

namespace wirecopy::tape {

namespace {

// Of Latin-1 and Cyrillic letters, which are two bytes in either case.
void lower_pair(unsigned char& lead, unsigned char& tail) noexcept {
    constexpr unsigned char latin = 0xC3;
    constexpr unsigned char cyrillic = 0xD0;
    constexpr unsigned char cyrillic_second = 0xD1;
    if (lead == latin && tail >= 0x80U && tail <= 0x9EU && tail != 0x97U) {
        tail = static_cast<unsigned char>(tail + 0x20U);
    } else if (lead == cyrillic && tail >= 0x90U && tail <= 0x9FU) {
        tail = static_cast<unsigned char>(tail + 0x20U);
    } else if (lead == cyrillic && tail >= 0xA0U && tail <= 0xAFU) {
        lead = cyrillic_second;
        tail = static_cast<unsigned char>(tail - 0x20U);
    } else if (lead == cyrillic && tail == 0x81U) {
        lead = cyrillic_second;
        tail = 0x91;
    }
}

// No phrase has a word longer than this.
constexpr std::size_t longest_known_bytes = 48;

bool is_unspaced(char32_t value) noexcept {
    return class_of(value) == CharClass::unspaced;
}

}  // namespace

std::uint64_t hash_rare_cue_word(std::string_view word) {
    if (word.size() > longest_known_bytes) {
        return 0;
    }
    std::array<unsigned char, longest_known_bytes> folded{};
    std::memcpy(folded.data(), word.data(), word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (folded[i] >= 'A' && folded[i] <= 'Z') {
            folded[i] = static_cast<unsigned char>(folded[i] + ('a' - 'A'));
        } else if (folded[i] >= 0xC3U && i + 1 < word.size()) {
            lower_pair(folded[i], folded[i + 1]);
        }
    }
    return hash_word({reinterpret_cast<const char*>(folded.data()), word.size()});
}

const CueLexicon& CueLexicon::instance() {
    static const CueLexicon lexicon;
    return lexicon;
}

CueLexicon::CueLexicon() : slots_(slot_count) {
    add(english_cue_rows());
    add(world_cue_rows());
    index();
}

void CueLexicon::add(std::span<const CueRow> rows) {
    for (const auto& row : rows) {
        for (auto rest = row.phrases; !rest.empty();) {
            const auto phrase = rest.substr(0, rest.find('|'));
            rest.remove_prefix(std::min(phrase.size() + 1, rest.size()));
            add_phrase(phrase, row.cues);
        }
    }
}

void CueLexicon::add_phrase(std::string_view spelled, Cues cues) {
    const auto first = static_cast<std::uint32_t>(words_.size());
    const auto add_word = [&](std::string_view word) {
        words_.push_back(hash_cue_word(word, 0, static_cast<std::uint32_t>(word.size())));
    };
    for (auto word = take_word(spelled); !word.empty(); word = take_word(spelled)) {
        const auto letter = code_point_at(word, 0);
        if (!is_unspaced(letter.value)) {
            add_word(word);
            continue;
        }
        for (std::size_t at = letter.length_bytes, before = 0; at < word.size();) {
            const auto next = at + code_point_at(word, at).length_bytes;
            add_word(word.substr(before, next - before));
            before = at;
            at = next;
        }
    }
    const auto count = static_cast<std::uint32_t>(words_.size()) - first;
    assert(count > 0 && (count == 1 || (cues & cues_of_tone) == 0));
    phrases_.push_back({first, count, cues});
}

std::uint64_t CueLexicon::key_of(const Phrase& phrase) const noexcept {
    const auto spelled = words(phrase);
    if ((phrase.cues & cues_of_tone) != 0) {
        return cue_key(spelled[0], tone_mark);
    }
    return spelled.size() == 1 ? spelled[0] : cue_key(spelled[0], spelled[1]);
}

// Sorts the phrases by their keys and unites those that stand in several rows.
void CueLexicon::index() {
    const auto before = [this](const Phrase& a, const Phrase& b) {
        if (const auto key_a = key_of(a), key_b = key_of(b); key_a != key_b) {
            return key_a < key_b;
        }
        if (a.word_count != b.word_count) {
            return a.word_count > b.word_count;
        }
        const auto words_a = words(a);
        const auto words_b = words(b);
        return std::lexicographical_compare(words_a.begin(), words_a.end(), words_b.begin(),
                                            words_b.end());
    };
    std::stable_sort(phrases_.begin(), phrases_.end(), before);
    std::vector<Phrase> united;
    for (const auto& phrase : phrases_) {
        if (!united.empty() && !before(united.back(), phrase)) {
            united.back().cues |= phrase.cues;
        } else {
            united.push_back(phrase);
        }
    }
    phrases_ = std::move(united);
    assert(2 * phrases_.size() < slot_count);
    for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
        const auto key = key_of(phrases_[i]);
        filter_[key % filter_bits / 64] |= std::uint64_t{1} << (key % 64);
        auto at = (key >> 20U) % slot_count;
        while (slots_[at].phrase_count != 0 && slots_[at].key != key) {
            at = (at + 1) % slot_count;
        }
        if (slots_[at].phrase_count == 0) {
            slots_[at] = {key, i, 0};
        }
        ++slots_[at].phrase_count;
    }
}

std::span<const CueLexicon::Phrase> CueLexicon::find(std::uint64_t key) const noexcept {
    for (auto at = (key >> 20U) % slot_count; slots_[at].phrase_count != 0;
         at = (at + 1) % slot_count) {
        if (slots_[at].key == key) {
            return {phrases_.data() + slots_[at].first_phrase, slots_[at].phrase_count};
        }
    }
    return {};
}

}  // namespace wirecopy::tape

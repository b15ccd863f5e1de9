#include "tape/credit_row.hpp"

#include <algorithm>
#include <cstring>

#include "tape/unicode.hpp"
#include "tape/word_hash.hpp"

namespace wirecopy::tape {

namespace {

bool is_ascii_capital(char byte) noexcept {
    return byte >= 'A' && byte <= 'Z';
}

}  // namespace

bool is_call_sign(std::string_view word) noexcept {
    constexpr std::size_t letters = 4;
    constexpr std::size_t most = 6;  // "KCTV5"
    return word.size() >= letters && word.size() <= most && (word[0] == 'K' || word[0] == 'W') &&
           std::all_of(word.begin(), word.begin() + letters, is_ascii_capital) &&
           std::all_of(word.begin() + letters, word.end(),
                       [](char byte) { return byte >= '0' && byte <= '9'; });
}

CreditRow::CreditRow(std::string_view text, const Tape& tape)
    : text_(text),
      tape_(tape),
      lexicon_(CreditLexicon::instance()),
      is_english_(tape.language == "english"),
      entries_(tape.size()),
      sentences_(tape.size() + 1),
      triggers_() {
    // Without a branch on what no processor foresees: which terms are runs, stop words, the first
    // of a sentence, or may open a name. Each is written, and stays where it counts.
    std::vector<std::uint32_t> openings(tape.size());
    std::size_t entries = 0;
    std::size_t sentences = 0;
    std::size_t opening_count = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const std::uint32_t flags = tape.flags[i];
        const std::uint32_t is_word = (flags & term_run) == 0 ? 1 : 0;
        const std::uint32_t is_start = (flags & term_sentence_start) != 0 || entries == 0 ? 1 : 0;
        entries_[entries] = static_cast<std::uint32_t>(i);
        sentences_[sentences] = static_cast<std::uint32_t>(entries);
        openings[opening_count] = static_cast<std::uint32_t>(entries);
        opening_count += (flags & (term_run | term_stop_word)) == 0 ? 1 : 0;
        sentences += is_word & is_start;
        entries += is_word;
    }
    entries_.resize(entries);
    sentences_.resize(sentences);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < opening_count; ++i) {
        const auto at = openings[i];
        openings[kept] = at;
        kept += may_open(place(at));
    }
    for (std::size_t i = 0; i < kept; ++i) {
        add_trigger(openings[i]);
    }
}

// Whether a word may open a name or is a call sign. Words of more than sixteen bytes may.
std::uint32_t CreditRow::may_open(Place place) const noexcept {
    const std::size_t length = place.end - place.begin;
    if (length > short_word_bytes || place.begin + short_word_bytes > text_.size()) [[unlikely]] {
        return 1;
    }
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::memcpy(&low, text_.data() + place.begin, 8);
    std::memcpy(&high, text_.data() + place.begin + 8, 8);
    low &= short_masks[length].low;
    high &= short_masks[length].high;
    const auto small = lowered_bytes(low);
    constexpr std::uint64_t four_capitals = 0x20202020U;
    const std::uint32_t is_call_sign = ((low ^ small) & 0xFFFFFFFFU) == four_capitals &&
                                               ((low & 0xFFU) == 'K' || (low & 0xFFU) == 'W')
                                           ? 1
                                           : 0;
    return is_call_sign | lexicon_.may_open(hash_short_word(small, lowered_bytes(high)));
}

void CreditRow::add_trigger(std::uint32_t at) {
    constexpr Cues opens_a_look = cue_outlet_word | cue_weak_outlet_word | any_generic | cue_breaks;
    const auto* const word = lexicon_.find(hash(at));
    if (word != nullptr && (word->alias_count != 0 || (cues_of(word) & opens_a_look) != 0)) {
        triggers_.push_back({at, word});
    } else if (is_call_sign(bytes(at)) && (cues_of(word) & cue_no_outlet) == 0) {
        triggers_.push_back({at, nullptr});
    }
}

bool CreditRow::is_capital(std::uint32_t i) const noexcept {
    const auto at = place(i).begin;
    const char byte = text_[at];
    return static_cast<unsigned char>(byte) < 0x80U
               ? is_ascii_capital(byte)
               : case_of(code_point_at(text_, at).value) == LetterCase::upper;
}

bool CreditRow::is_all_caps(std::uint32_t i) const noexcept {
    const auto word = bytes(i);
    return word.size() > 1 && is_capital(i) &&
           std::none_of(word.begin(), word.end(), [](char b) { return b >= 'a' && b <= 'z'; });
}

std::uint32_t CreditRow::sentence_of(std::uint32_t i) const noexcept {
    const auto behind = std::upper_bound(sentences_.begin(), sentences_.end(), i);
    return behind == sentences_.begin()
               ? 0
               : static_cast<std::uint32_t>(behind - sentences_.begin()) - 1;
}

}  // namespace wirecopy::tape

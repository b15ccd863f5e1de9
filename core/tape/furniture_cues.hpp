// Furniture cues: the phrases by which pages speak, and what each is worth.
//
//   in      the words of a text as it stands, by their hashes
//   out     which phrases open at a word
//   cost    2 ns for a word that opens none, 5 ns and more for one that does; 120 kB, built once on
//           first use, safe from any number of threads
//
// Surface forms, not stems: "sign up" asks the reader, "signed up" tells of someone. A phrase is
// written as the tape cuts words: without apostrophes and hyphens, and without the possessive s.
// Letters of a script without spaces stand in pairs, so that its phrases may lie anywhere.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "tape/word_hash.hpp"

namespace wirecopy::tape {

/// What a phrase says of the sentence that holds it.
enum Cue : std::uint32_t {
    cue_stamp = 1U << 0U,          ///< furniture, wherever it stands in the sentence
    cue_opening_stamp = 1U << 1U,  ///< furniture, where it opens the sentence
    cue_line = 1U << 2U,           ///< furniture, where it is the whole line or sentence
    cue_line_opener = 1U << 3U,    ///< the whole line is furniture that it opens
    cue_label = 1U << 4U,          ///< furniture, where it opens and a colon stands behind it
    cue_long_label = 1U << 5U,     ///< the same with a few words before the colon
    cue_act = 1U << 6U,            ///< opens: asks the reader to do something
    cue_product = 1U << 7U,        ///< what the page wants the reader to have
    cue_voice = 1U << 8U,          ///< the page speaks of itself or to the reader
    cue_self = 1U << 9U,           ///< opens: this article
    cue_origin = 1U << 10U,        ///< was first published
    cue_narrated = 1U << 11U,      ///< told as news: speaks against
    cue_picture = 1U << 12U,       ///< agencies in credits of pictures
    cue_byline = 1U << 13U,        ///< opens a line of names: By
    cue_copyright = 1U << 14U,     ///< opens: Copyright 2020 ...
    cue_about = 1U << 15U,         ///< opens a heading: About Company
    cue_rest = 1U << 16U,          ///< a heading: what follows is for editors
    cue_contact = 1U << 17U,       ///< a heading or label: names and numbers follow
    cue_links = 1U << 18U,         ///< a heading: headlines of other pieces follow
    cue_closing = 1U << 19U,       ///< Yours sincerely
    cue_line_start = 1U << 20U,    ///< opens a short line of its own, or brackets
    cue_caption = 1U << 21U,       ///< a label: whose picture it is
    cue_reach = 1U << 22U,         ///< opens: where someone is to be written to
    cue_world_byline = 1U << 23U,  ///< the same as cue_byline, in articles that are not in English
};
using Cues = std::uint32_t;

/// Phrases of one worth, parted by "|".
struct CueRow {
    Cues cues;
    std::string_view phrases;
};

[[nodiscard]] std::span<const CueRow> english_cue_rows() noexcept;
/// Of German, Spanish, French, Italian, Portuguese, Dutch, Russian and Chinese.
[[nodiscard]] std::span<const CueRow> world_cue_rows() noexcept;

/// The hash of a word that is long or has letters beyond ASCII.
[[nodiscard]] std::uint64_t hash_rare_cue_word(std::string_view word);

/// Small letters for the ASCII capitals among eight bytes.
[[nodiscard]] inline std::uint64_t lowered(std::uint64_t bytes) noexcept {
    constexpr std::uint64_t every_byte = 0x0101010101010101ULL;
    constexpr std::uint64_t high_bits = every_byte * 0x80U;
    const std::uint64_t low = bytes & ~high_bits;
    const std::uint64_t from_a = low + every_byte * (0x80U - 'A');
    const std::uint64_t behind_z = low + every_byte * (0x7FU - 'Z');
    return bytes | ((from_a ^ behind_z) & ~bytes & high_bits) >> 2U;
}

/// The hash of a word for the look-up: capitals of ASCII, Latin-1 and Cyrillic made small, other
/// bytes as they are. Requires: begin <= end <= text.size().
[[nodiscard]] inline std::uint64_t hash_cue_word(std::string_view text, std::uint32_t begin,
                                                 std::uint32_t end) {
    const std::size_t length = end - begin;
    const auto word = text.substr(begin, length);
    if (length > short_word_bytes || begin + short_word_bytes > text.size()) [[unlikely]] {
        return hash_rare_cue_word(word);
    }
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::memcpy(&low, text.data() + begin, 8);
    std::memcpy(&high, text.data() + begin + 8, 8);
    low &= short_masks[length].low;
    high &= short_masks[length].high;
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    if (((low | high) & high_bits) != 0) [[unlikely]] {
        return hash_rare_cue_word(word);
    }
    return hash_short_word(lowered(low), lowered(high));
}

/// Cues of single words that say how a sentence speaks. They are frequent, and asked for only where
/// a phrase has made a sentence suspect.
inline constexpr Cues cues_of_tone = cue_voice | cue_narrated;

/// What a phrase is looked up by: its word, or its first two; a word of tone with this as its
/// second.
inline constexpr std::uint64_t tone_mark = 0x746f6e65ULL;
/// The second word of the last of a sentence.
inline constexpr std::uint64_t no_word = 0x656e64ULL;
[[nodiscard]] constexpr std::uint64_t cue_key(std::uint64_t first, std::uint64_t second) noexcept {
    return first ^ std::rotl(second, 32);
}

class CueLexicon {
public:
    struct Phrase {
        std::uint32_t first_word;  ///< into words_
        std::uint32_t word_count;
        Cues cues;
    };

    /// The one table of the program.
    [[nodiscard]] static const CueLexicon& instance();

    /// False for most words and pairs of words: there is no phrase of this key.
    [[nodiscard]] bool may_have(std::uint64_t key) const noexcept {
        return (filter_[key % filter_bits / 64] >> (key % 64) & 1U) != 0;
    }
    /// The phrases of one word by its hash, or of more by the cue_key of the first two, longest
    /// first.
    [[nodiscard]] std::span<const Phrase> find(std::uint64_t key) const noexcept;
    [[nodiscard]] std::span<const std::uint64_t> words(const Phrase& phrase) const noexcept {
        return {words_.data() + phrase.first_word, phrase.word_count};
    }

private:
    static constexpr std::size_t filter_bits = std::size_t{1} << 16U;
    static constexpr std::size_t slot_count = std::size_t{1} << 12U;
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t first_phrase = 0;
        std::uint32_t phrase_count = 0;  // 0: the slot is free
    };

    CueLexicon();
    void add(std::span<const CueRow> rows);
    void add_phrase(std::string_view spelled, Cues cues);
    void index();
    [[nodiscard]] std::uint64_t key_of(const Phrase& phrase) const noexcept;

    std::array<std::uint64_t, filter_bits / 64> filter_{};
    std::vector<Slot> slots_;
    std::vector<Phrase> phrases_;
    std::vector<std::uint64_t> words_;
};

}  // namespace wirecopy::tape

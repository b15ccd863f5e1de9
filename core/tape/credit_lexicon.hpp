// Credit lexicon: what the credit reader knows of a word, by one look-up.
//
//   in      a word as it stands in a text
//   out     its cues (credit_words.hpp) and the outlet names that it may open (outlet_rows.hpp)
//   cost    5 ns, and 1 ns to know that a word opens no name; 250 kB, built once on first use, safe
//           from any number of threads
//
// The hash folds ASCII letters in registers. A word beyond ASCII is hashed as it stands, and stands
// in the table as it is written, in small letters, with a capital and in capitals.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tape/credit_words.hpp"
#include "tape/outlet_rows.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// When a name found in a text counts; the marks of outlet_rows.hpp.
enum AliasFlag : std::uint8_t {
    alias_ambiguous = 1U << 0U,     ///< only where credited
    alias_with_article = 1U << 1U,  ///< only behind "the"
    alias_not_english = 1U << 2U,
    alias_person = 1U << 3U,  ///< "said" is no credit
    alias_bytes = 1U << 4U,   ///< of a script without spaces: matched as bytes
    alias_domain = 1U << 5U,  ///< words joined by full stops, in any case
    alias_inside = 1U << 6U,  ///< not at the start of a sentence
};

struct Alias {
    std::uint32_t outlet;
    std::uint32_t first_word;  ///< in CreditLexicon's words
    std::uint8_t word_count;
    std::uint8_t opening_word;  ///< which of its words the look-up finds it by
    std::uint8_t flags;
    OutletKind kind;
    std::uint64_t last_word;  ///< of the canonical name: "the Journal"
    std::string_view bytes;
};

/// A word of an alias and the letters that it must have.
struct AliasWord {
    std::uint64_t hash;
    bool has_capital;
    bool is_all_caps;
};

/// What the look-up of a word gives.
struct CreditWord {
    std::uint64_t hash = 0;
    std::array<Cues, 2> cues{};  ///< in an English article, in any other
    std::uint32_t first_alias = 0;
    std::uint32_t alias_count = 0;
};

/// Small letters for the ASCII capitals among eight bytes; bytes beyond ASCII stay.
[[nodiscard]] inline std::uint64_t lowered_bytes(std::uint64_t bytes) noexcept {
    constexpr std::uint64_t every = 0x0101010101010101ULL;
    const std::uint64_t low_bits = bytes & (every * 0x7FU);
    const std::uint64_t from_a = low_bits + every * (0x80U - 'A');
    const std::uint64_t behind_z = low_bits + every * (0x7FU - 'Z');
    const std::uint64_t capitals = (from_a ^ behind_z) & ~bytes & (every * 0x80U);
    return bytes | capitals >> 2U;
}

/// The hash of the word [begin, end) of a text for the look-up: ASCII folded, other bytes as they
/// are.
[[nodiscard]] std::uint64_t hash_credit_word(std::string_view text, std::uint32_t begin,
                                             std::uint32_t end);

class CreditLexicon {
public:
    /// The one table of the program.
    [[nodiscard]] static const CreditLexicon& instance();

    /// Whether a name may open with the word, or a look for one: 1 or 0, with few ones too many.
    [[nodiscard]] std::uint32_t may_open(std::uint64_t hash) const noexcept {
        return filter_[hash % filter_bits / 64] >> (hash % 64) & 1U;
    }
    /// Null for a word without cues that opens no name.
    [[nodiscard]] const CreditWord* find(std::uint64_t hash) const noexcept;
    /// Longest first.
    [[nodiscard]] std::span<const Alias> aliases(const CreditWord& word) const noexcept {
        return {aliases_.data() + word.first_alias, word.alias_count};
    }
    [[nodiscard]] std::span<const AliasWord> words(const Alias& alias) const noexcept {
        return {words_.data() + alias.first_word, alias.word_count};
    }

private:
    static constexpr std::size_t filter_bits = std::size_t{1} << 16U;
    static constexpr std::size_t slot_count = std::size_t{1} << 13U;

    CreditLexicon();
    void add_cues(std::span<const CreditWords> rows, bool in_english, bool in_others);
    void add_outlet(const OutletRow& row, TapeBuilder& builder);
    void add_alias(std::string_view spelled, Alias alias, TapeBuilder& builder);
    void sort_aliases();
    void fill_filter();
    CreditWord& slot_of(std::uint64_t hash);

    struct Opening {
        std::uint64_t hash;
        Alias alias;
    };
    std::array<std::uint64_t, filter_bits / 64> filter_{};
    std::vector<CreditWord> slots_;
    std::vector<Alias> aliases_;
    std::vector<AliasWord> words_;
    std::vector<Opening> openings_;  // only while it is built
};

}  // namespace wirecopy::tape

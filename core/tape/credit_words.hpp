// Credit words: what a word can do in a clause that credits an outlet, in eight languages.
//
//   in      nothing; the rows are constants of the program
//   out     for each word a set of cues
//   cost    none at start-up
//   error   English is kept apart from the others, whose cues are united: a pattern needs two or
//           three of them in place, which those have not been seen to confuse
//
// A pattern is never written out as a phrase. "First reported on Friday by the French daily X" is
// a head (reported), a preposition (by) and fillers (the, French, daily), and so is "publicado
// ayer por el diario X". To teach the reader a verb, add it to the row of its sisters.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wirecopy::tape {

/// Prepositions that tie a head to an outlet: "report by", "interview with", "со ссылкой на".
enum class Tie : std::uint8_t { by, in, on, from, with, to, for_whom, of, reference };
inline constexpr std::size_t tie_count = 9;

using Cues = std::uint64_t;

[[nodiscard]] constexpr Cues cue_bit(unsigned position) noexcept {
    return Cues{1} << position;
}

/// The preposition of a tie, and the words that it may hang on.
[[nodiscard]] constexpr Cues cue_tie(Tie tie) noexcept {
    return cue_bit(static_cast<unsigned>(tie));
}
[[nodiscard]] constexpr Cues cue_head(Tie tie) noexcept {
    return cue_bit(static_cast<unsigned>(tie_count) + static_cast<unsigned>(tie));
}
inline constexpr Cues any_tie = cue_bit(tie_count) - 1;

inline constexpr unsigned first_cue = 2 * tie_count;
inline constexpr Cues cue_article = cue_bit(first_cue);     ///< the, der, el: before a name
inline constexpr Cues cue_filler = cue_bit(first_cue + 1);  ///< newspaper, French, state-run
inline constexpr Cues cue_adverb = cue_bit(first_cue + 2);  ///< has, also, first: before a verb
inline constexpr Cues cue_told = cue_bit(first_cue + 3);    ///< told X: for one voice
inline constexpr Cues cue_cite = cue_bit(first_cue + 4);    ///< citing X, laut X, según X
inline constexpr Cues cue_label = cue_bit(first_cue + 5);   ///< Source: X
inline constexpr Cues cue_verb_before = cue_bit(first_cue + 6);   ///< meldet X, informó X
inline constexpr Cues cue_inverted = cue_bit(first_cue + 7);      ///< ", reports X." of English
inline constexpr Cues cue_report = cue_bit(first_cue + 8);        ///< X reported
inline constexpr Cues cue_say = cue_bit(first_cue + 9);           ///< X said: also of people
inline constexpr Cues cue_report_noun = cue_bit(first_cue + 10);  ///< the X report
inline constexpr Cues cue_side_noun = cue_bit(first_cue + 11);    ///< an X interview
inline constexpr Cues cue_after = cue_bit(first_cue + 12);        ///< X zufolge
inline constexpr Cues cue_near_head = cue_bit(first_cue + 13);    ///< a head that stands at its tie
inline constexpr Cues cue_no_source = cue_bit(first_cue + 14);    ///< countries, officials
inline constexpr Cues cue_first = cue_bit(first_cue + 15);        ///< first, exclusively, broke
inline constexpr Cues cue_also = cue_bit(first_cue + 16);         ///< also, previously, separately
inline constexpr Cues cue_attribute = cue_bit(first_cue + 17);    ///< the editor *of* X said
inline constexpr Cues cue_furniture = cue_bit(first_cue + 18);    ///< newsletter, getty
inline constexpr Cues cue_opens_furniture = cue_bit(first_cue + 19);  ///< Follow, Read, Watch
inline constexpr Cues cue_outlet_word = cue_bit(first_cue + 20);      ///< Times, Herald: ends names
inline constexpr Cues cue_weak_outlet_word = cue_bit(first_cue + 21);  ///< Star: only behind "the"
inline constexpr Cues cue_no_outlet = cue_bit(first_cue + 22);         ///< Ministry, Bank
inline constexpr Cues cue_paper = cue_bit(first_cue + 23);             ///< the paper
inline constexpr Cues cue_agency = cue_bit(first_cue + 24);            ///< the agency
inline constexpr Cues cue_network = cue_bit(first_cue + 25);           ///< the network
inline constexpr Cues cue_magazine = cue_bit(first_cue + 26);          ///< the magazine
inline constexpr Cues cue_site = cue_bit(first_cue + 27);              ///< the website, the outlet
inline constexpr Cues cue_contributed = cue_bit(first_cue + 28);       ///< X contributed to this
inline constexpr Cues cue_link = cue_bit(first_cue + 29);    ///< and, or: X and Y reported
inline constexpr Cues cue_byline = cue_bit(first_cue + 30);  ///< By Jane Doe, X
inline constexpr Cues cue_copyright = cue_bit(first_cue + 31);
inline constexpr Cues cue_own_affair = cue_bit(first_cue + 32);  ///< X said *it* would, *in* a
inline constexpr Cues cue_relative = cue_bit(first_cue + 33);    ///< X, *which* first reported
inline constexpr Cues cue_picture = cue_bit(first_cue + 34);     ///< photo, getty
inline constexpr Cues cue_breaks = cue_bit(first_cue + 35);      ///< first *reported* by X
inline constexpr Cues cue_company = cue_bit(first_cue + 36);     ///< X Corp, shares
inline constexpr Cues cue_staff = cue_bit(first_cue + 37);       ///< X reporter Jane Doe reported
inline constexpr Cues cue_progress = cue_bit(first_cue + 38);    ///< X *is* reporting
inline constexpr Cues cue_perfect = cue_bit(first_cue + 40);     ///< X said it *had* learned
inline constexpr Cues cue_reporting = cue_bit(first_cue + 39);   ///< X is *reporting*

/// What may stand for an outlet named before.
inline constexpr Cues any_generic = cue_paper | cue_agency | cue_network | cue_magazine | cue_site;

struct CreditWords {
    Cues cues;
    std::string_view words;  ///< lower case, parted by blanks
};

// A word may stand in several rows; its cues are united.

/// Of names and furniture, for articles of any language.
[[nodiscard]] std::span<const CreditWords> common_credit_words() noexcept;
[[nodiscard]] std::span<const CreditWords> english_credit_words() noexcept;
/// Of German, Spanish, French, Italian, Portuguese, Dutch and Russian.
[[nodiscard]] std::span<const CreditWords> other_credit_words() noexcept;

}  // namespace wirecopy::tape

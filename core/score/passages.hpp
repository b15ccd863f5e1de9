// Passages: reuse spans as parts of the texts they stand in.
//
//   in      spans, and the text and tape of an article on one side of them
//   out     bytes and code points of each span; what kind of words each holds
//   cost    one pass over the text (words.hpp) and one more to count code points
//   error   none in UTF-8; of any other bytes, those from 80 to BF hex begin no code point
//
// For the few pairs that have spans at all: the words alone tell that (spans.hpp).

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "score/spans.hpp"
#include "tape/words.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::score {

using wirecopy::TextSpan;  // from the first letter of a first word to behind the last of a last

/// Which article of a pair.
enum class Side : std::uint8_t { a, b };

/// One a span, in the order of the spans. Requires: the text is that whose words on `side` were
/// compared.
[[nodiscard]] std::vector<TextSpan> text_spans(std::span<const Span> spans, Side side,
                                               std::string_view text);

/// The flag of a plain word that is no evidence. Runs of names lend words no flags, so their bit
/// is free.
inline constexpr std::uint8_t word_ignored = term_run;

/// For each plain word of the text the flags (TermFlag) of the term it belongs to, and word_ignored
/// where it touches a place that is no evidence.
/// Requires: the tape is that of the text; the places are in order and apart from each other.
[[nodiscard]] std::vector<std::uint8_t> word_flags(std::string_view text, const Tape& tape,
                                                   std::span<const Place> ignored = {});
/// The same for words that were looked for already.
[[nodiscard]] std::vector<std::uint8_t> word_flags(const tape::Words& words, const Tape& tape,
                                                   std::span<const Place> ignored);

/// Puts blank_word for the words that are no evidence. Requires: one flag a word.
void blank_ignored(std::span<const std::uint8_t> flags, std::span<std::uint64_t> words) noexcept;

/// How many words are evidence.
[[nodiscard]] std::size_t count_evidence(std::span<const std::uint8_t> flags) noexcept;

/// What kind of words a passage holds.
struct PassageWords {
    std::uint32_t narrated = 0;  ///< outside quotation marks, on the side that has fewer
    double stop_share = 0;       ///< share of function words, of both sides together
    double equal_share = 0;      ///< share of words that stand in both, of both sides together
};

/// Requires: the flags are those of the articles that the span is of.
[[nodiscard]] PassageWords passage_words(const Span& span, std::span<const std::uint8_t> flags_a,
                                         std::span<const std::uint8_t> flags_b) noexcept;

}  // namespace wirecopy::score

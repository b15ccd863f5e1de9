// Mask: an article without some of its bytes.
//
//   in      a text, its tape, places in order and apart from each other: what is to be left out
//   out     which plain words lie there; the tape of the rest
//   cost    a binary search a term and a word, and one pass over the text (words.hpp)

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// Whether `place` touches one of `places`. Requires: these are in order and do not overlap.
[[nodiscard]] bool is_inside(Place place, std::span<const Place> places) noexcept;

/// 1 for each plain word of the text that touches one of the places, else 0: as many as Tape::words
/// has.
[[nodiscard]] std::vector<std::uint8_t> mask_words(std::string_view text,
                                                   std::span<const Place> places);

/// The terms and plain words that touch none of the places; the lead is the lead of what is left.
/// Requires: `tape` was built from `text`.
[[nodiscard]] Tape without(std::string_view text, const Tape& tape, std::span<const Place> places);

/// The terms alone, for whoever knows already which words are left: into a tape whose memory is
/// used again, and whose words stay as they are.
void terms_without(const Tape& tape, std::span<const Place> places, Tape& rest);

}  // namespace wirecopy::tape

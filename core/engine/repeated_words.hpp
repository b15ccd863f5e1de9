// Repeated words: articles of the very same words, of which a few meet everybody and all others one
// alone, so that a hundred thousand of them are no ten thousand million pairs.
//
//   in      a hash of all words of each article, which of them have none, and what group each is in
//           where groups matter
//   out     a pair for each article beyond the most of the same words; these are marked
//   cost    a sort of 16 bytes an article

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/bands.hpp"

namespace wirecopy::engine {

/// Pairs each article beyond index::most_all_with_all of equal words with the first of them or,
/// when that is of its own group, with the first of any other; and marks it in `skipped`.
/// Requires: as many of each, but for groups, which may be none.
[[nodiscard]] std::vector<index::ArticlePair> pair_repeats(
    std::span<const std::uint64_t> word_hashes, std::span<const std::uint32_t> groups,
    std::span<std::uint8_t> skipped);

}  // namespace wirecopy::engine

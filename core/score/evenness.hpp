// Evenness: whether a text is carried over in all of its parts, or in some.
//
//   in      the plain words of an article, the triples of words of another
//   out     the share of its stretches of thirty words in which three neighbouring words stand in
//           the other, too
//   cost    a look at a bit a word until a stretch has its triple; 2.3 us for 500 words of which
//   none
//           is in the other, .5 us for a text and itself
//   error   a last stretch of less than fifteen words is left out
//
// A copy in which four of ten words were replaced has hardly a run of five words left, but a triple
// everywhere; a next step in an affair carries over its background alone.

#pragma once

#include <cstdint>
#include <span>

namespace wirecopy::score {

/// 0 for fewer than three words. Requires: `triples` ascend, as in a profile.
[[nodiscard]] double evenness(std::span<const std::uint64_t> words,
                              std::span<const std::uint32_t> triples) noexcept;

}  // namespace wirecopy::score

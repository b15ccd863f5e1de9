// Overlap of one pair: the plain twin of the overlap index, by walking two sorted lists.
//
//   in      two feature vectors, features ascending
//   out     the sum over shared features of the product of weights, in double precision
//   cost    one step a feature of either

#pragma once

#include <cstdint>
#include <vector>

#include "score/overlap_index.hpp"

namespace wirecopy::score {

/// How many numbers are in both of two ascending lists.
[[nodiscard]] double shared_count(const std::vector<std::uint64_t>& a,
                                  const std::vector<std::uint64_t>& b) noexcept;

[[nodiscard]] double shared_weight(const FeatureVector& a, const FeatureVector& b) noexcept;

}  // namespace wirecopy::score

// Overlap of one pair: the plain twin of the overlap index, by walking two sorted lists.
//
//   in      two feature vectors, features ascending
//   out     the sum over shared features of the product of weights, in double precision
//   cost    one step a feature of either

#pragma once

#include "score/overlap_index.hpp"

namespace wirecopy::score {

[[nodiscard]] double shared_weight(const FeatureVector& a, const FeatureVector& b) noexcept;

}  // namespace wirecopy::score

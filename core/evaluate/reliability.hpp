// Reliability: of the pairs that were given a score of p, is a share of p positive?
//
//   in      distinct scores from 0 to 1 with their counts
//   out     bins of equal width and of equal mass, and how far they are off
//   cost    one pass over the distinct scores for each
//   error   sums are whole numbers until the divisions
//
// Bins of equal mass end at the quantiles k / bins, scores equal to one in the lower bin, so that
// equal scores stay together; one bin may then hold more than its part, and others nothing.

#pragma once

#include <cstddef>
#include <span>

#include "evaluate/score_tally.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy::evaluate {

/// Requires: `counts` ascends up to 1,000,000 at most; bins > 0; floor >= 0.
[[nodiscard]] Reliability reliability(std::span<const ScoreCount> counts, double floor,
                                      std::size_t bins);

}  // namespace wirecopy::evaluate

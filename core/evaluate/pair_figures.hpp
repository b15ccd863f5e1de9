// Pair figures: precision, recall, average precision, ROC AUC and Brier score of a score.
//
//   in      distinct scores of labelled pairs with their counts
//   out     PairFigures without reliability (reliability.hpp)
//   cost    one pass over the distinct scores
//   error   whole numbers until the last division, but for average precision, whose terms are
//           added from the highest score down

#pragma once

#include <span>

#include "evaluate/score_tally.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy::evaluate {

/// Everything that `options` asks for. Requires: `counts` ascends, each with a pair at least.
[[nodiscard]] PairFigures pair_figures(std::span<const ScoreCount> counts,
                                       const EvaluationOptions& options);

/// Throws Error{option} when bins is 0, or a number is not finite or below 0.
void check_options(const EvaluationOptions& options);

}  // namespace wirecopy::evaluate

// Contributions: what each feature of a pair adds to the verdict of the models.
//
//   in      a model, the features of a pair
//   out     log-odds of a middling pair, and what each feature adds or takes; the sum is that of
//           the pair
//   cost    a score by either model for each feature
//
// One feature after the other goes from what a middling pair has to what the pair has: of candidate
// pairs for `story`, of pairs of one event for `derived`. So a sign says for which side a feature
// speaks, whatever the models make of it. Where features work together, the later one carries what
// they do together.

#pragma once

#include <vector>

#include "score/model.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::score {

struct Contributions {
    LogOdds start;  ///< of middling pairs
    std::vector<FeatureEvidence> features;
};

[[nodiscard]] Contributions contributions(const Model& model, const PairFeatures& features,
                                          double base_rate = 0);

}  // namespace wirecopy::score

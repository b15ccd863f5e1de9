// Overlap by a map from feature to weight, one pair at a time and in double precision: the slow
// twin of score/overlap_index and score/overlap.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "score/overlap_index.hpp"

namespace wirecopy::oracle {

inline double overlap(const score::FeatureVector& a, const score::FeatureVector& b) {
    std::map<std::uint64_t, double> weights;
    for (std::size_t i = 0; i < a.features.size(); ++i) {
        weights[a.features[i]] = a.weights.empty() ? 1.0 : static_cast<double>(a.weights[i]);
    }
    double sum = 0;
    for (std::size_t i = 0; i < b.features.size(); ++i) {
        const auto found = weights.find(b.features[i]);
        const double weight = b.weights.empty() ? 1.0 : static_cast<double>(b.weights[i]);
        sum += found == weights.end() ? 0.0 : found->second * weight;
    }
    return sum;
}

}  // namespace wirecopy::oracle

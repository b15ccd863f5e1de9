// Random labelled scores with a fixed seed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy::testing {

/// `levels` different scores from 0 to `highest`: few of them make ties. A score of s is that of a
/// positive with about that probability.
inline std::vector<LabelledScore> random_scores(base::Random& random, std::size_t count,
                                                std::uint64_t levels, double highest = 1) {
    std::vector<LabelledScore> scores;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = levels < 2 ? 0
                                        : static_cast<double>(random.below(levels)) /
                                              static_cast<double>(levels - 1);
        // Whole millionths, as every score of the library.
        const auto millionths = static_cast<double>(static_cast<std::uint64_t>(share * 1e6));
        scores.push_back({static_cast<float>(millionths * highest / 1e6),
                          static_cast<double>(random.below(1000)) < share * 1000});
    }
    return scores;
}

}  // namespace wirecopy::testing

// Feature vectors with a fixed seed, in which features repeat from article to article.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

#include "base/hash.hpp"
#include "score/overlap_index.hpp"

namespace wirecopy::score {

using Vectors = std::vector<FeatureVector>;

struct VectorKind {
    bool weighted = false;
    std::uint64_t vocabulary = 200;  ///< different features of all articles together
    std::size_t most_features = 40;  ///< of one article
    bool ascending = true;
};

/// The i-th feature of all: every sixteenth has the same top bits, and the lowest and the highest
/// of each sixteenth of the range are among them.
inline std::uint64_t feature_at(std::uint64_t i) {
    const std::uint64_t part = (i % 16) << 60U;
    switch (i / 16) {
        case 0:
            return part;
        case 1:
            return part | ~(std::uint64_t{15} << 60U);
        default:
            return part | (base::mix(i) >> 4U);
    }
}

/// Weights are eighths up to 4: products and sums of a few of them are exact in any order.
inline FeatureVector random_vector(base::Random& random, const VectorKind& kind) {
    std::set<std::uint64_t> features;
    for (auto left = random.below(kind.most_features + 1); left > 0; --left) {
        features.insert(feature_at(random.below(kind.vocabulary)));
    }
    FeatureVector vector;
    vector.features.assign(features.begin(), features.end());
    if (!kind.ascending) {
        std::ranges::sort(vector.features, {}, [](std::uint64_t f) { return base::mix(f); });
    }
    for (std::size_t i = 0; kind.weighted && i < features.size(); ++i) {
        vector.weights.push_back(static_cast<float>(1 + random.below(32)) / 8.0F);
    }
    return vector;
}

inline Vectors random_vectors(base::Random& random, std::size_t count, const VectorKind& kind) {
    Vectors vectors;
    for (std::size_t i = 0; i < count; ++i) {
        vectors.push_back(random_vector(random, kind));
    }
    return vectors;
}

}  // namespace wirecopy::score

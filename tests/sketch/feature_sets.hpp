// Feature sets with a known overlap, random and structured.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::testing {

enum class Structure {
    random,       ///< what a good shingle hash gives
    counters,     ///< consecutive integers
    high_half,    ///< consecutive integers shifted to the upper 32 bits
    top_bits,     ///< consecutive integers in the topmost bits alone
    shared_high,  ///< one high half for all, low halves in steps of 8
    grid,         ///< two small counters, one in each half
    twin_halves,  ///< both halves equal
};

/// The i-th feature of a structure. Different for different i below 4,096 (top_bits) or more.
inline std::uint64_t feature_at(Structure structure, std::uint64_t i, std::uint64_t salt) {
    switch (structure) {
        case Structure::random:
            return base::mix(base::mix(salt) + i);
        case Structure::counters:
            return i;
        case Structure::high_half:
            return i << 32U;
        case Structure::top_bits:
            return i << 52U;
        case Structure::shared_high:
            return 0xabcdef0100000000ULL + 8 * i;
        case Structure::grid:
            return (i % 64) | ((i / 64) << 32U);
        case Structure::twin_halves:
            return i | (i << 32U);
    }
    return 0;
}

struct FeaturePair {
    std::vector<std::uint64_t> a;
    std::vector<std::uint64_t> b;
};

/// Two sets whose union has `union_size` features and their intersection `shared`; the rest is
/// dealt to both in turn.
inline FeaturePair make_pair_of_sets(Structure structure, std::size_t union_size,
                                     std::size_t shared, std::uint64_t salt) {
    FeaturePair sets;
    for (std::size_t i = 0; i < union_size; ++i) {
        const auto feature = feature_at(structure, i + salt % 1024, salt);
        if (i < shared || i % 2 == 0) {
            sets.a.push_back(feature);
        }
        if (i < shared || i % 2 == 1) {
            sets.b.push_back(feature);
        }
    }
    return sets;
}

inline std::vector<std::uint64_t> random_features(std::size_t count, std::uint64_t salt) {
    return make_pair_of_sets(Structure::random, count, count, salt).a;
}

/// The intersection whose Jaccard similarity comes nearest to `jaccard`.
inline std::size_t shared_for(double jaccard, std::size_t union_size) {
    return static_cast<std::size_t>(std::lround(jaccard * static_cast<double>(union_size)));
}

}  // namespace wirecopy::testing

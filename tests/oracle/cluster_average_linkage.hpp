// Average linkage the plain way: at every step the mean of every two groups is counted anew from
// the scores of their articles. The slow twin of cluster/linkage.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "wirecopy/similarity.hpp"

namespace wirecopy::oracle {

using Members = std::vector<std::uint32_t>;

/// The mean of all scores between two groups, both directions, as a score.
inline double mean_between(const Matrix& matrix, const Members& a, const Members& b) {
    std::uint64_t sum = 0;
    for (const auto i : a) {
        for (const auto j : b) {
            sum += millionths(matrix.at(i, j)) + millionths(matrix.at(j, i));
        }
    }
    return static_cast<double>(sum) / static_cast<double>(a.size() * b.size()) / 2e6;
}

struct Closest {
    std::size_t a = 0;
    std::size_t b = 0;
    double mean = -1.0;
};

/// The two groups with the highest mean; of several the first.
inline Closest closest(const Matrix& matrix, const std::vector<Members>& groups) {
    Closest best;
    for (std::size_t a = 0; a < groups.size(); ++a) {
        for (std::size_t b = a + 1; b < groups.size(); ++b) {
            const auto mean = mean_between(matrix, groups[a], groups[b]);
            if (mean > best.mean) {
                best = {a, b, mean};
            }
        }
    }
    return best;
}

struct MergedGroup {
    Members members;  // ascending
    double mean = 0.0;
};

inline std::vector<MergedGroup> average_linkage(const Matrix& matrix) {
    std::vector<Members> groups;
    for (std::uint32_t article = 0; article < matrix.rows(); ++article) {
        groups.push_back({article});
    }
    std::vector<MergedGroup> merged;
    while (groups.size() > 1) {
        const auto [a, b, mean] = closest(matrix, groups);
        groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
        std::sort(groups[a].begin(), groups[a].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b));
        merged.push_back({groups[a], mean});
    }
    return merged;
}

}  // namespace wirecopy::oracle

// Average linkage of linked articles the plain way: at every step the mean of every two groups is
// counted anew, pair by pair. The slow twin of cluster/sparse_linkage.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/sparse_linkage.hpp"

namespace wirecopy::oracle {

inline double mean_weight(const std::vector<std::vector<std::int64_t>>& weights,
                          const std::vector<std::uint32_t>& a,
                          const std::vector<std::uint32_t>& b) {
    std::int64_t sum = 0;
    for (const auto i : a) {
        for (const auto j : b) {
            sum += weights[i][j];
        }
    }
    return static_cast<double>(sum) / static_cast<double>(a.size() * b.size());
}

/// For each article the first one of its group.
inline std::vector<std::uint32_t> linked_groups(std::size_t count,
                                                std::span<const cluster::Link> links,
                                                const cluster::LinkageRules& rules) {
    std::vector<std::vector<std::int64_t>> weights(count,
                                                   std::vector<std::int64_t>(count, rules.absent));
    for (const auto& link : links) {
        weights[link.a][link.b] = weights[link.b][link.a] = link.weight;
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t article = 0; article < count; ++article) {
        groups.push_back({article});
    }
    while (true) {
        auto best = static_cast<double>(rules.least_mean);
        std::size_t best_a = 0;
        std::size_t best_b = 0;
        for (std::size_t a = 0; a < groups.size(); ++a) {
            for (auto b = a + 1; b < groups.size(); ++b) {
                const auto mean = mean_weight(weights, groups[a], groups[b]);
                if (mean > best || (mean == best && best_b == 0)) {
                    best = mean;
                    best_a = a;
                    best_b = b;
                }
            }
        }
        if (best_b == 0) {
            break;
        }
        groups[best_a].insert(groups[best_a].end(), groups[best_b].begin(), groups[best_b].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(best_b));
    }
    std::vector<std::uint32_t> first_of(count);
    for (const auto& group : groups) {
        for (const auto article : group) {
            first_of[article] = group.front();
        }
    }
    return first_of;
}

}  // namespace wirecopy::oracle

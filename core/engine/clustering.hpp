// Clustering: what cluster_articles and deduplicate have in common.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/likely_links.hpp"
#include "wirecopy/cluster.hpp"

namespace wirecopy::engine {

/// A comparison of the likely pairs, and what they make of the articles.
struct Grouping {
    Comparison comparison;
    std::vector<JudgedPair> pairs;
    std::vector<std::uint32_t> story_of;  ///< of each article the first one of its story
    std::uint64_t bridges = 0;
    std::uint64_t round_ups = 0;
    std::uint64_t candidates = 0;
};

/// Throws as cluster_articles.
[[nodiscard]] Grouping group_stories(std::span<const Article> articles,
                                     const ClusterOptions& options);

/// The articles of every group, ascending; empty but for the group's first article.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> members_of(
    std::span<const std::uint32_t> group_of);

}  // namespace wirecopy::engine

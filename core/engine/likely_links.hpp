// Likely links: the likely pairs of a comparison, kept to be grouped.
//
//   in      a comparison that searches likely pairs
//   out     those of them that speak for one story, or not much against it
//   cost    24 bytes a pair, of 10 to 20 pairs an article

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/link.hpp"
#include "cluster/partition.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::engine {

struct JudgedPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    float story = 0;
    float derived = 0;
    Grade grade = Grade::none;
};

/// By a, then b. Throws as compare_likely does.
[[nodiscard]] std::vector<JudgedPair> judged_pairs(const Comparison& comparison);

/// Half a permille below where a pair weighs as much as one that is not there.
inline constexpr float least_linked_story = 0.047F;

/// What the pairs say on stories, where pairs below `least` are to make none.
[[nodiscard]] std::vector<cluster::Link> story_links(std::span<const JudgedPair> pairs,
                                                     Grade least);

/// What they say on origins.
[[nodiscard]] std::vector<cluster::Link> origin_links(std::span<const JudgedPair> pairs);

/// By which links become groups; cluster/README.md has what was measured.
/// `groups`: as of CompareOptions; they must outlive the rules.
[[nodiscard]] cluster::PartitionRules partition_rules(
    std::span<const std::uint32_t> groups = {}) noexcept;

}  // namespace wirecopy::engine

// Sparse linkage: average linkage of articles of which few pairs are linked.
//
//   in      links; what a pair without one weighs; the mean at which merging ends
//   out     the group of each article
//   cost    merges x links of the merged groups: linear but for large groups; about 100 bytes a
//           link
//   error   none: sums are whole numbers and means one rounded quotient each, as in linkage.hpp;
//           groups of equal means merge with the one whose first article comes first
//
// Every pair counts, those without a link at a stated weight: two groups that one article links
// are far apart when the others do not. As merging never brings a third group closer than the
// nearer of the two was, a group without a neighbour near enough is final.
//
// Method: nearest-neighbour chains, as in linkage.hpp.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/link.hpp"

namespace wirecopy::cluster {

struct LinkageRules {
    std::int32_t absent = 0;      ///< weight of a pair without a link
    std::int32_t least_mean = 0;  ///< groups less near stay apart
    /// When given, the side of each article: of two articles of one side nothing is known, and such
    /// pairs do not count. `any_side`: of an article whose pairs all count.
    std::span<const std::uint32_t> sides = {};
    static constexpr std::uint32_t any_side = ~std::uint32_t{0};
};

/// For each of `count` articles the first one of its group.
/// Requires: each pair linked once at most, a < b < count, rules.absent < rules.least_mean; no
/// link inside a side.
[[nodiscard]] std::vector<std::uint32_t> sparse_linkage(std::size_t count,
                                                        std::span<const Link> links,
                                                        const LinkageRules& rules);

}  // namespace wirecopy::cluster

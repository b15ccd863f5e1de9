// Partition: linked articles become groups.
//
//   in      links, which may be sure
//   out     the first article of each one's group
//   cost    sorting the links, and average linkage of each component; linear in links outside
//           large components
//   error   none of chance; above `most_exact` articles a component is grouped by local moves
//
// Sure links (copies) are followed first, so that a hundred thousand equal articles are one before
// anything is averaged; from then on they count as one article, and links between two such as their
// mean. Round-ups lose the links to all but one story. Components of links from the least mean on
// are units of work and nothing else: what they hold is parted by average linkage.

#pragma once

#include "cluster/sparse_linkage.hpp"

namespace wirecopy::cluster {

struct PartitionRules {
    LinkageRules linkage;
    std::int32_t sure = 0;   ///< links from here on are followed without question
    std::int32_t touch = 0;  ///< RoundUpRules::least_touch
    bool part_round_ups = true;
    std::size_t most_exact = 2000;
};

struct Partition {
    std::vector<std::uint32_t> first_of;  ///< of each article the first one of its group
    std::uint64_t round_ups = 0;
};

/// Requires: each pair linked once at most, a < b < count, linkage.absent < linkage.least_mean;
/// no link inside a side, of which linkage.sides has one an article, or none. Bundles of articles
/// of several sides are of any.
[[nodiscard]] Partition partition(std::size_t count, std::span<const Link> links,
                                  const PartitionRules& rules);

}  // namespace wirecopy::cluster

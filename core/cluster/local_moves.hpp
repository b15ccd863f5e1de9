// Local moves: groups of a component too large for average linkage.
//
//   in, out as sparse_linkage
//   cost    a few rounds over the links
//   error   a local optimum: no article would rather be in the group of one it is linked to
//
// Each article in turn moves to the group for which its pairs speak most, those without a link at
// their stated weight and all less the least mean, or stays alone where none speaks for it.
//
// Method: the moves of Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in
// large networks", 2008, on the sum of weights inside groups (Bansal, Blum, Chawla, "Correlation
// clustering", 2004).

#pragma once

#include "cluster/sparse_linkage.hpp"

namespace wirecopy::cluster {

/// Requires what sparse_linkage requires.
[[nodiscard]] std::vector<std::uint32_t> local_moves(std::size_t count, std::span<const Link> links,
                                                     const LinkageRules& rules);

}  // namespace wirecopy::cluster

// The order in which a matrix shows its articles so that families stand together.
//
//   in      a dendrogram and the matrix it was made of
//   out     a permutation: the article that stands first, second, ...
//   cost    O(n) beside the dendrogram
//
// Families that have a score of 0 with each other stand in the order in which their first articles
// appear in the input; articles that have 0 with all others stand last, in input order. Inside a
// family the half with the earlier article comes first, and each half is mirrored where that
// brings two more similar articles together at the seam.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cluster/linkage.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::cluster {

/// Requires: `dendrogram` is average_linkage(matrix).
[[nodiscard]] std::vector<std::uint32_t> leaf_order(const Dendrogram& dendrogram,
                                                    const Matrix& matrix);

/// Moves rows and columns so that place k shows the article that stood at order[k]. In place, with
/// one row of extra memory. Requires: matrix.same_set, `order` is a permutation of its rows.
void reorder(Matrix& matrix, std::span<const std::uint32_t> order);

}  // namespace wirecopy::cluster

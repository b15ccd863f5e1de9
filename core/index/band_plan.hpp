// Band plan: into how many bands of how many slots a signature is cut, so that pairs of at least a
// given Jaccard similarity meet in one of them.
//
//   in      a threshold, the recall wanted at it, the slots of a signature
//   out     bands and rows, and for any similarity the chance to meet
//   cost    as many powers as slots
//   error   the chance is that of slots that agree independently with probability J, which those
//           of MinHash do; densified slots of short texts a little less so
//
// Method: Indyk, Motwani, "Approximate nearest neighbors", 1998; Leskovec, Rajaraman, Ullman,
// "Mining of massive datasets", 3.4.

#pragma once

#include <cstddef>

namespace wirecopy::index {

struct BandPlan {
    std::size_t bands = 0;
    std::size_t rows = 0;  ///< slots a band

    /// The chance that a pair of this Jaccard similarity agrees in a whole band.
    [[nodiscard]] double recall(double jaccard) const noexcept;
    [[nodiscard]] std::size_t used_slots() const noexcept { return bands * rows; }

    friend bool operator==(const BandPlan&, const BandPlan&) = default;
};

/// The plan of most rows a band, thus fewest candidates, that has at least `recall` at `threshold`;
/// single slots where none has. Requires: slots > 0, threshold and recall from 0 to 1.
[[nodiscard]] BandPlan plan_bands(double threshold, double recall, std::size_t slots);

}  // namespace wirecopy::index

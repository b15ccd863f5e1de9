// Sums of scores between groups of articles: what average linkage keeps while it merges.
//
//   in      a square matrix; of an asymmetric measure both directions count alike
//   out     the sum over all pairs of two groups, and on division by the pairs their mean
//   cost    n (n - 1) / 2 doubles: 100 MB for 5,000 articles
//   error   none: sums are whole numbers below 2^53, so they do not depend on the order of merging
//
// Scores are millionths, so one direction is a whole number and a pair of directions is twice the
// mean. Exact sums make average linkage reducible in floating point as it is on paper: a merge
// never brings a third group closer than the nearer of the two was, not even by rounding.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy/similarity.hpp"

namespace wirecopy::cluster {

class PairSums {
public:
    /// Every article alone. Requires: matrix.same_set, finite scores from 0 to 4e9.
    explicit PairSums(const Matrix& matrix);

    /// Writes the sum between `slot` and each of `others`, 0 where it stands itself.
    /// Requires: `others` ascends, sums.size() == others.size().
    void gather(std::uint32_t slot, std::span<const std::uint32_t> others,
                std::span<double> sums) const;

    /// Sets what gather reads, in the same order; skips `slot` itself.
    void scatter(std::uint32_t slot, std::span<const std::uint32_t> others,
                 std::span<const double> sums);

    /// One unit of a sum, as a score.
    [[nodiscard]] double unit() const noexcept { return static_cast<double>(unit_) / 2e6; }

private:
    // Row `larger` of the lower triangle, without its diagonal.
    [[nodiscard]] static std::size_t row_start(std::size_t larger) noexcept {
        return larger * (larger - 1) / 2;
    }

    std::uint64_t unit_ = 1;  // in half-millionths
    std::vector<double> sums_;
};

}  // namespace wirecopy::cluster

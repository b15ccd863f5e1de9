// Common runs: what stands in the same order, without a gap, in two rows.
//
//   in      two rows of numbers; 0 is a wall that equals nothing
//   out     runs of at least `least` equal numbers, in order of `a`; on the side of `a` none
//           overlaps another, and none can be made longer to the right
//   cost    a sort of the windows of `b`, then a few steps a number of `a`, whatever the rows
//   error   of a window that `b` has more than sixteen times, the first sixteen are tried
//
// The longest run from a place is taken, then the walk goes on behind it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy::score {

/// Numbers [a, a + length) of the one row and [b, b + length) of the other.
struct CommonRun {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t length;

    friend bool operator==(const CommonRun&, const CommonRun&) = default;
};

/// Requires: least > 0.
[[nodiscard]] std::vector<CommonRun> common_runs(std::span<const std::uint64_t> a,
                                                 std::span<const std::uint64_t> b,
                                                 std::size_t least);

}  // namespace wirecopy::score

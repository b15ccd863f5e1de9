// Common count: how many numbers two ordered lists have in common.
//
//   in      two lists, ascending, each number once
//   out     the size of their intersection
//   cost    .25 ns a number of both lists with AVX2 or better, .4 with SSE4, 1.2 with SSSE3; a
//           merge of single numbers takes 2.2
//   error   none; every instruction set gives the same
//
// Method: a block of one list is compared with a block of the other, each with each, and the block
// that ends first is left; as in Schlegel, Willhalm, Lehner, "Fast sorted-set intersection using
// SIMD instructions", 2011.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace wirecopy::score {

/// Requires: both ascending, without repeats.
[[nodiscard]] std::size_t common_count(std::span<const std::uint32_t> a,
                                       std::span<const std::uint32_t> b) noexcept;

}  // namespace wirecopy::score

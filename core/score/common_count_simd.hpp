// Common count: how many numbers two ordered lists have in common.
//
//   in      two lists, ascending, each number once
//   out     the size of their intersection
//   cost    .5 ns a number of both lists with AVX-512, .8 with AVX2, 1.3 with SSE4; always less
//   than
//           a merge of single numbers
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

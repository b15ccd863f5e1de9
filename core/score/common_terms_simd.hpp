// Common terms: how many numbers two ordered lists have in common, and what these weigh.
//
//   in      two lists, ascending, each number once; of the sums with a weight each
//   out     the size of their intersection, or a sum over it, in ascending order
//   cost    .25 ns a number of both lists to count with AVX2 or better, .4 with SSE4, 1.2 with
//           SSSE3, and to sum up some 3 ns more for each common one; a merge of single numbers
//           takes 2.2
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

/// Ascending, without repeats, and as many weights.
struct WeighedTerms {
    std::span<const std::uint32_t> terms;
    std::span<const float> weights;
};

/// The sum of the products of both weights of each common term.
[[nodiscard]] double common_product(const WeighedTerms& a, const WeighedTerms& b) noexcept;

/// The sum of the lesser of both weights of each common term.
[[nodiscard]] double common_weight(const WeighedTerms& a, const WeighedTerms& b) noexcept;

}  // namespace wirecopy::score

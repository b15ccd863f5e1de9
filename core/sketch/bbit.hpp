// b-bit storage: a few bits of each slot, at a stated cost in variance.
//
//   in      whole 32-bit slots of minhash or densified one-permutation sketches
//   out     32 / bits slots a word; the estimate is corrected for chance equality
//   cost    pack: one mix a slot. Comparing: one pass over the words
//   error   with C = 2^-bits two slots of different features agree with probability C, so the
//           variance grows by (1 - J) C / ((1 - C) slots)
//
// Method: Li, König, "b-bit minwise hashing", 2010. There the low bits of a minimum are taken as
// they are and C depends on the sizes of both sets. Here each minimum is mixed with its slot's
// number first: C is 2^-bits for every pair, and densified slots that borrowed one value agree
// by chance independently.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace wirecopy::sketch {

/// True for 1, 2, 4, 8, 16 and 32.
[[nodiscard]] constexpr bool is_packed_width(unsigned bits) noexcept {
    return bits >= 1 && bits <= 32 && (bits & (bits - 1)) == 0;
}

/// Requires: is_packed_width(bits).
[[nodiscard]] constexpr std::size_t packed_words(std::size_t slots, unsigned bits) noexcept {
    return (slots * bits + 31) / 32;
}

/// Keeps `bits` bits of every slot; 32 copies the slots unmixed.
/// Requires: is_packed_width(bits), words.size() == packed_words(slots.size(), bits).
void pack(std::span<const std::uint32_t> slots, unsigned bits, std::span<std::uint32_t> words);

/// How many of the first `slots` slots are equal. Requires: a.size() == b.size() ==
/// packed_words(slots, bits), unused bits equal.
[[nodiscard]] std::size_t count_equal_packed(std::span<const std::uint32_t> a,
                                             std::span<const std::uint32_t> b, std::size_t slots,
                                             unsigned bits);

/// The share of equal slots, corrected for chance; its expectation is J. May be below 0.
[[nodiscard]] double jaccard_of_equal(std::size_t equal, std::size_t slots, unsigned bits);

}  // namespace wirecopy::sketch

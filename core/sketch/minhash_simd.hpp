// The inner loops of MinHash, with the best instruction set of the machine: the same bytes with
// every one.

#pragma once

#include <cstdint>
#include <span>

namespace wirecopy::sketch {

/// Mixes a feature to a key of 32 bits: its halves, after `mask`, are multiplied by one factor
/// each, the sum is folded once. Structure in the features (counters, shared high bits) ends here.
struct KeyFunction {
    std::uint64_t mask = 0;
    std::uint32_t low_factor = 1;   ///< odd
    std::uint32_t high_factor = 1;  ///< odd

    [[nodiscard]] constexpr std::uint32_t operator()(std::uint64_t feature) const noexcept {
        const auto masked = feature ^ mask;
        const auto sum = (masked & 0xffffffffU) * low_factor + (masked >> 32U) * high_factor;
        const auto key = static_cast<std::uint32_t>(sum ^ (sum >> 32U));
        // The key 0 would be least in every slot at once: any two articles with that feature
        // would be equal.
        return key == 0 ? 1 : key;
    }
};

/// For every i: minima[i] = min(minima[i], multipliers[i] * key modulo 2^32) over the keys of all
/// features. Requires: multipliers.size() == minima.size().
void lower_minima(std::span<const std::uint64_t> features, const KeyFunction& key_of,
                  std::span<const std::uint32_t> multipliers, std::span<std::uint32_t> minima);

}  // namespace wirecopy::sketch

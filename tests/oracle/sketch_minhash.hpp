// MinHash as it is defined, one slot and one feature at a time: the slow twin of
// core/sketch/minhash.hpp. Shares nothing with it but the stream that functions are drawn from.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::oracle {

inline std::vector<std::uint32_t> minhash(const std::vector<std::uint64_t>& features,
                                          std::size_t slots, std::uint64_t seed) {
    base::Random random(seed);
    const std::uint64_t mask = random.next();
    const std::uint64_t low_factor = (random.next() >> 32) | 1;
    const std::uint64_t high_factor = (random.next() >> 32) | 1;
    std::vector<std::uint32_t> signature;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        const std::uint64_t multiplier = (random.next() >> 32) | 1;
        std::uint64_t least = 0xffffffff;
        for (const auto feature : features) {
            const std::uint64_t low = (feature ^ mask) % 0x100000000;
            const std::uint64_t high = (feature ^ mask) / 0x100000000;
            const std::uint64_t sum = low * low_factor + high * high_factor;
            const std::uint64_t folded = (sum / 0x100000000) ^ (sum % 0x100000000);
            const std::uint64_t key = std::max<std::uint64_t>(folded, 1);
            // All ones is what a slot holds that no feature has reached.
            const auto product =
                std::min<std::uint64_t>(multiplier * key % 0x100000000, 0xfffffffe);
            least = std::min(least, product);
        }
        signature.push_back(static_cast<std::uint32_t>(least));
    }
    return signature;
}

}  // namespace wirecopy::oracle

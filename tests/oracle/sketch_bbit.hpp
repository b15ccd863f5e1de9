// b-bit storage with a vector element a bit: the slow twin of core/sketch/bbit.hpp.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::oracle {

/// What is kept of every slot, as numbers below 2^bits.
inline std::vector<std::uint32_t> cut_slots(const std::vector<std::uint32_t>& slots,
                                            unsigned bits) {
    std::vector<std::uint32_t> cut;
    for (std::uint64_t slot = 0; slot < slots.size(); ++slot) {
        const auto mixed = base::mix(slot * 0x100000000 + slots[slot]);
        cut.push_back(bits == 32 ? slots[slot]
                                 : static_cast<std::uint32_t>(mixed % (1ULL << bits)));
    }
    return cut;
}

inline std::vector<std::uint32_t> pack(const std::vector<std::uint32_t>& slots, unsigned bits) {
    std::vector<bool> stream;
    for (const auto value : cut_slots(slots, bits)) {
        for (unsigned bit = 0; bit < bits; ++bit) {
            stream.push_back((value >> bit) % 2 == 1);
        }
    }
    while (stream.size() % 32 != 0) {
        stream.push_back(false);
    }
    std::vector<std::uint32_t> words;
    for (std::size_t at = 0; at < stream.size(); at += 32) {
        std::uint32_t word = 0;
        for (unsigned bit = 0; bit < 32; ++bit) {
            word += stream[at + bit] ? 1U << bit : 0U;
        }
        words.push_back(word);
    }
    return words;
}

inline std::size_t count_equal_cut(const std::vector<std::uint32_t>& a,
                                   const std::vector<std::uint32_t>& b, unsigned bits) {
    const auto cut_a = cut_slots(a, bits);
    const auto cut_b = cut_slots(b, bits);
    std::size_t equal = 0;
    for (std::size_t slot = 0; slot < cut_a.size(); ++slot) {
        equal += cut_a[slot] == cut_b[slot] ? 1 : 0;
    }
    return equal;
}

}  // namespace wirecopy::oracle

// One-permutation hashing as it is defined: the slow twin of core/sketch/one_permutation.hpp. An
// empty slot writes down its whole sequence over the slots, then takes the first one that is not
// empty.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::oracle {

class OnePermutation {
public:
    OnePermutation(std::size_t slots, std::uint64_t seed) : slots_(slots) {
        base::Random random(seed);
        mask_ = random.next();
        factor_ = random.next() | 1;
        probe_key_ = random.next();
        rank_key_ = random.next();
    }

    std::vector<std::uint32_t> sign(const std::vector<std::uint64_t>& features) const {
        std::vector<std::uint32_t> signature(slots_, empty);
        for (const auto feature : features) {
            const auto hash = base::multiply_fold(feature ^ mask_, factor_) * 0x9e3779b97f4a7c15ULL;
            const auto value = std::min(static_cast<std::uint32_t>(hash % 0x100000000), empty - 1);
            auto& slot = signature[(hash / 0x100000000) * slots_ / 0x100000000];
            slot = std::min(slot, value);
        }
        return signature;
    }

    std::vector<std::uint32_t> densify(const std::vector<std::uint32_t>& raw) const {
        auto dense = raw;
        for (std::size_t slot = 0; slot < slots_; ++slot) {
            for (const auto other : sequence_of(slot)) {
                if (dense[slot] == empty) {
                    dense[slot] = raw[other];
                }
            }
        }
        return dense;
    }

private:
    static constexpr std::uint32_t empty = 0xffffffff;

    std::vector<std::size_t> sequence_of(std::size_t slot) const {
        std::vector<std::size_t> sequence;
        for (std::uint64_t probe = 0; probe == 0 || probe * probe < slots_; ++probe) {
            const auto hash = base::mix(probe_key_ ^ (slot * 0x100000000 + probe));
            sequence.push_back((hash / 0x100000000) * slots_ / 0x100000000);
        }
        std::vector<std::size_t> ranked(slots_);
        std::iota(ranked.begin(), ranked.end(), std::size_t{0});
        std::sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
            return base::mix(rank_key_ ^ (slot * 0x100000000 + a)) <
                   base::mix(rank_key_ ^ (slot * 0x100000000 + b));
        });
        sequence.insert(sequence.end(), ranked.begin(), ranked.end());
        return sequence;
    }

    std::size_t slots_;
    std::uint64_t mask_;
    std::uint64_t factor_;
    std::uint64_t probe_key_;
    std::uint64_t rank_key_;
};

}  // namespace wirecopy::oracle

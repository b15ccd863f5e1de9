#include "sketch/one_permutation.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <limits>

#include "base/hash.hpp"
#include "sketch/slots.hpp"

namespace wirecopy::sketch {

namespace {

// Any odd number with about as many ones as zeros in every byte.
constexpr std::uint64_t spread = 0x9e3779b97f4a7c15ULL;

constexpr std::size_t word_bits = 64;
// With half of the slots taken fifteen of sixteen searches end within four looks.
constexpr std::size_t most_early_probes = 4;
using Taken = std::array<std::uint64_t, max_slots / word_bits>;

// Uniform in [0, bound) from the high half of a hash. Requires: bound <= 2^32.
std::size_t slot_of(std::uint64_t hash, std::size_t bound) {
    return static_cast<std::size_t>(((hash >> 32U) * bound) >> 32U);
}

bool is_taken(std::span<const std::uint64_t> taken, std::size_t slot) {
    return ((taken[slot / word_bits] >> (slot % word_bits)) & 1U) != 0;
}

std::uint64_t pair_of(std::size_t high, std::size_t low) {
    return (static_cast<std::uint64_t>(high) << 32U) | static_cast<std::uint64_t>(low);
}

// The least number whose square is at least the slots.
std::size_t probes_for(std::size_t slots) {
    std::size_t probes = 1;
    while (probes * probes < slots) {
        ++probes;
    }
    return probes;
}

}  // namespace

OnePermutationHasher::OnePermutationHasher(OnePermutationOptions options) : slots_(options.slots) {
    require_slots("one_permutation", slots_);
    probes_ = probes_for(slots_);
    base::Random random(options.seed);
    mask_ = random.next();
    factor_ = random.next() | 1U;
    probe_key_ = random.next();
    rank_key_ = random.next();
    early_probes_ = std::min(probes_, most_early_probes);
    for (std::size_t slot = 0; slot < slots_; ++slot) {
        for (std::size_t probe = 0; probe < early_probes_; ++probe) {
            early_looks_.push_back(static_cast<std::uint32_t>(look_of(slot, probe)));
        }
    }
}

// Where an empty slot looks at its `probe`th try.
std::size_t OnePermutationHasher::look_of(std::size_t slot, std::size_t probe) const noexcept {
    return slot_of(base::mix(probe_key_ ^ pair_of(slot, probe)), slots_);
}

void OnePermutationHasher::sign(std::span<const std::uint64_t> features,
                                std::span<std::uint32_t> signature) const {
    assert(signature.size() == slots_);
    std::ranges::fill(signature, empty_slot);
    for (const auto feature : features) {
        // The fold alone leaves the upper and the lower half dependent on structured features:
        // twice the variance on counters. The second multiplication ends that.
        const auto hash = base::multiply_fold(feature ^ mask_, factor_) * spread;
        // One less than empty_slot, so that a slot some feature reached is never taken for empty.
        const auto value = std::min(static_cast<std::uint32_t>(hash), empty_slot - 1);
        // A minimum, not a branch: in an article of some hundred features every other one lowers
        // its slot, and a branch is as often wrong (README.md has the numbers).
        auto& slot = signature[slot_of(hash, slots_)];
        slot = std::min(slot, value);
    }
}

// An empty slot follows its own sequence over all slots to the first taken one. The sequence has
// two parts, because random looks alone would need slots^2 / taken of them: first `probes_`
// random looks, then all slots ordered by a random rank. Both depend on the slot and the seed
// alone, so any two signatures walk the same way.
std::size_t OnePermutationHasher::donor_of(std::size_t slot,
                                           std::span<const std::uint64_t> taken) const {
    // The first looks are drawn beforehand and all judged before one is chosen: whether a look
    // finds anything is a coin toss, which no branch foresees.
    const auto* const early = early_looks_.data() + slot * early_probes_;
    std::uint32_t found = 0;
    for (std::size_t probe = 0; probe < early_probes_; ++probe) {
        found |= static_cast<std::uint32_t>(is_taken(taken, early[probe])) << probe;
    }
    if (found != 0) {
        return early[std::countr_zero(found)];
    }
    for (std::size_t probe = early_probes_; probe < probes_; ++probe) {
        const auto look = look_of(slot, probe);
        if (is_taken(taken, look)) {
            return look;
        }
    }
    std::size_t donor = slots_;
    auto least = std::numeric_limits<std::uint64_t>::max();
    for (std::size_t word = 0; word < taken.size(); ++word) {
        for (auto rest = taken[word]; rest != 0; rest &= rest - 1) {
            const auto other = word * word_bits + static_cast<std::size_t>(std::countr_zero(rest));
            // Never a tie: mix is a bijection.
            const auto rank = base::mix(rank_key_ ^ pair_of(slot, other));
            if (rank <= least) {
                least = rank;
                donor = other;
            }
        }
    }
    return donor;
}

void OnePermutationHasher::densify(std::span<std::uint32_t> signature) const {
    assert(signature.size() == slots_);
    Taken taken_words;
    const std::span taken(taken_words.data(), (slots_ + word_bits - 1) / word_bits);
    std::ranges::fill(taken, 0);
    for (std::size_t slot = 0; slot < slots_; ++slot) {
        const bool reached = signature[slot] != empty_slot;
        taken[slot / word_bits] |= std::uint64_t{reached} << (slot % word_bits);
    }
    if (std::ranges::all_of(taken, [](std::uint64_t word) { return word == 0; })) {
        return;
    }
    for (std::size_t word = 0; word < taken.size(); ++word) {
        const std::size_t first = word * word_bits;
        const std::size_t left = slots_ - first;
        const std::uint64_t slots_here =
            left >= word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        for (auto rest = ~taken[word] & slots_here; rest != 0; rest &= rest - 1) {
            const auto slot = first + static_cast<std::size_t>(std::countr_zero(rest));
            signature[slot] = signature[donor_of(slot, taken)];
        }
    }
}

}  // namespace wirecopy::sketch

#include "sketch/minhash.hpp"

#include <algorithm>
#include <cassert>

#include "base/hash.hpp"
#include "sketch/slots.hpp"

namespace wirecopy::sketch {

namespace {

std::uint32_t odd_of(std::uint64_t random) {
    return static_cast<std::uint32_t>(random >> 32U) | 1U;
}

}  // namespace

MinHasher::MinHasher(MinHashOptions options) {
    require_slots("minhash", options.slots);
    base::Random random(options.seed);
    key_of_.mask = random.next();
    key_of_.low_factor = odd_of(random.next());
    key_of_.high_factor = odd_of(random.next());
    // Slot i is the same whatever the number of slots: a short signature is the head of a long one.
    multipliers_.resize(options.slots);
    for (auto& multiplier : multipliers_) {
        multiplier = odd_of(random.next());
    }
}

void MinHasher::sign(std::span<const std::uint64_t> features,
                     std::span<std::uint32_t> signature) const {
    std::ranges::fill(signature, empty_slot);
    add(features, signature);
}

void MinHasher::add(std::span<const std::uint64_t> features,
                    std::span<std::uint32_t> signature) const {
    assert(signature.size() == slots());
    if (features.empty()) {
        return;
    }
    lower_minima(features, key_of_, multipliers_, signature);
    // One key a multiplier gives all ones, which would say that no feature has reached the slot.
    for (auto& slot : signature) {
        slot = std::min(slot, empty_slot - 1);
    }
}

void merge_slots(std::span<std::uint32_t> a, std::span<const std::uint32_t> b) noexcept {
    assert(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = std::min(a[i], b[i]);
    }
}

}  // namespace wirecopy::sketch

#include "score/resemblance.hpp"

#include <algorithm>
#include <bit>

#include "base/hash.hpp"
#include "score/common_terms_simd.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t least_slots = 256;

void prefetch_bytes(const void* begin, std::size_t count) noexcept {
    constexpr std::size_t line_bytes = 64;
    for (std::size_t at = 0; at < count; at += line_bytes) {
        __builtin_prefetch(static_cast<const char*>(begin) + at);
    }
}

template <typename Value>
void prefetch_all(const base::Kept<Value>& values) noexcept {
    constexpr std::size_t most_bytes = 2048;  // of long ones the processor foresees the rest
    prefetch_bytes(values.data(), std::min(values.size() * sizeof(Value), most_bytes));
}

}  // namespace

void Resemblance::prefetch(const Profile& other) noexcept {
    prefetch_all(other.content.terms);
    prefetch_all(other.content_weights);
    prefetch_all(other.lead);
}

void Resemblance::prefetch_itself(const Profile& other) noexcept {
    prefetch_bytes(&other, sizeof other);
}

std::size_t TurnedVector::slot_of(std::uint32_t term) const noexcept {
    const auto mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(base::mix(term)) & mask;
    while (slots_[at].weight != 0 && slots_[at].term != term) {
        at = (at + 1) & mask;
    }
    return at;
}

void TurnedVector::turn_to(std::span<const std::uint32_t> terms, std::span<const float> weights) {
    const auto wanted = std::max(least_slots, std::bit_ceil(4 * terms.size()));
    if (wanted != slots_.size()) {
        slots_.assign(wanted, Slot{});
        std::ranges::fill(bitmap_, 0);
    } else {
        for (const auto term : held_) {
            bitmap_[term >> (bitmap_shift + 6U)] = 0;
        }
        std::ranges::fill(slots_, Slot{});
    }
    held_.assign(terms.begin(), terms.end());
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto bit = terms[i] >> bitmap_shift;
        bitmap_[bit / 64] |= std::uint64_t{1} << (bit % 64);
        slots_[slot_of(terms[i])] = {terms[i], weights[i]};
    }
}

double TurnedVector::with(std::span<const std::uint32_t> terms, std::span<const float> weights) {
    if (likely_.size() < terms.size()) {
        likely_.resize(terms.size());
    }
    auto* const likely = likely_.data();
    const auto* const bitmap = bitmap_.data();
    std::size_t count = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto bit = terms[i] >> bitmap_shift;
        likely[count] = static_cast<std::uint32_t>(i);
        count += bitmap[bit / 64] >> (bit % 64) & 1U;
    }
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = likely[i];
        const auto& slot = slots_[slot_of(terms[at])];
        if (slot.weight != 0) {
            sum += static_cast<double>(slot.weight) * static_cast<double>(weights[at]);
        }
    }
    return sum;
}

double resemblance(const Profile& a, const Profile& b) {
    const auto content =
        common_product({a.content.terms, a.content_weights}, {b.content.terms, b.content_weights});
    return (content + common_product({a.lead, a.lead_weights}, {b.lead, b.lead_weights})) / 2;
}

}  // namespace wirecopy::score

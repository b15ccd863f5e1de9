#include "sketch/minhash_simd.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sketch/minhash_simd.cpp"
#include <hwy/foreach_target.h>  // Compiles the rest of this file once for each instruction set.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace wirecopy::sketch::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// At most 16 lanes, so that the rest of a signature fits a buffer of known size.
constexpr std::size_t most_lanes = 16;
using Lanes32 = hn::CappedTag<std::uint32_t, most_lanes>;

// 1 kB of keys stays in the nearest cache while the slots pass over it block by block.
constexpr std::size_t chunk_features = 256;

void fold_keys(const std::uint64_t* features, std::size_t count, const KeyFunction& key_of,
               std::uint32_t* keys) {
    std::size_t i = 0;
#if HWY_TARGET != HWY_SCALAR
    const hn::CappedTag<std::uint64_t, most_lanes / 2> d64;
    const hn::Repartition<std::uint32_t, decltype(d64)> d32;
    const std::size_t lanes = hn::Lanes(d64);
    const auto mask = hn::Set(d64, key_of.mask);
    const auto low_factor = hn::Set(d32, key_of.low_factor);
    const auto high_factor = hn::Set(d32, key_of.high_factor);
    const auto fold = [&](const std::uint64_t* from) HWY_ATTR {
        const auto masked = hn::Xor(hn::LoadU(d64, from), mask);
        const auto high = hn::ShiftRight<32>(masked);
        const auto sum = hn::Add(hn::MulEven(hn::BitCast(d32, masked), low_factor),
                                 hn::MulEven(hn::BitCast(d32, high), high_factor));
        return hn::BitCast(d32, hn::Xor(sum, hn::ShiftRight<32>(sum)));
    };
    for (; i + 2 * lanes <= count; i += 2 * lanes) {
        const auto folded = hn::ConcatEven(d32, fold(features + i + lanes), fold(features + i));
        hn::StoreU(hn::Max(folded, hn::Set(d32, 1U)), d32, keys + i);
    }
#endif
    for (; i < count; ++i) {
        keys[i] = key_of(features[i]);
    }
}

// The least of multiplier * key over four keys. A tree, not a chain: the minima of different keys
// do not wait for each other.
template <class V>
HWY_INLINE V least_of_four(V multiplier, V key0, V key1, V key2, V key3) {
    return hn::Min(hn::Min(hn::Mul(multiplier, key0), hn::Mul(multiplier, key1)),
                   hn::Min(hn::Mul(multiplier, key2), hn::Mul(multiplier, key3)));
}

// Four vectors of slots and their multipliers stay in registers while all keys pass by: with four
// keys at a time AVX2's sixteen registers are just enough.
HWY_INLINE void lower_four_vectors(const std::uint32_t* keys, std::size_t count,
                                   const std::uint32_t* multipliers, std::uint32_t* minima) {
    const Lanes32 d;
    const std::size_t lanes = hn::Lanes(d);
    const auto a0 = hn::LoadU(d, multipliers);
    const auto a1 = hn::LoadU(d, multipliers + lanes);
    const auto a2 = hn::LoadU(d, multipliers + 2 * lanes);
    const auto a3 = hn::LoadU(d, multipliers + 3 * lanes);
    auto m0 = hn::LoadU(d, minima);
    auto m1 = hn::LoadU(d, minima + lanes);
    auto m2 = hn::LoadU(d, minima + 2 * lanes);
    auto m3 = hn::LoadU(d, minima + 3 * lanes);
    std::size_t i = 0;
    // One lane has no registers to spare: there single keys are a third faster.
    for (; HWY_TARGET != HWY_SCALAR && i + 4 <= count; i += 4) {
        const auto k0 = hn::Set(d, keys[i]);
        const auto k1 = hn::Set(d, keys[i + 1]);
        const auto k2 = hn::Set(d, keys[i + 2]);
        const auto k3 = hn::Set(d, keys[i + 3]);
        m0 = hn::Min(m0, least_of_four(a0, k0, k1, k2, k3));
        m1 = hn::Min(m1, least_of_four(a1, k0, k1, k2, k3));
        m2 = hn::Min(m2, least_of_four(a2, k0, k1, k2, k3));
        m3 = hn::Min(m3, least_of_four(a3, k0, k1, k2, k3));
    }
    for (; i < count; ++i) {
        const auto key = hn::Set(d, keys[i]);
        m0 = hn::Min(m0, hn::Mul(a0, key));
        m1 = hn::Min(m1, hn::Mul(a1, key));
        m2 = hn::Min(m2, hn::Mul(a2, key));
        m3 = hn::Min(m3, hn::Mul(a3, key));
    }
    hn::StoreU(m0, d, minima);
    hn::StoreU(m1, d, minima + lanes);
    hn::StoreU(m2, d, minima + 2 * lanes);
    hn::StoreU(m3, d, minima + 3 * lanes);
}

HWY_INLINE void lower_vector(const std::uint32_t* keys, std::size_t count,
                             const std::uint32_t* multipliers, std::uint32_t* minima) {
    const Lanes32 d;
    const auto multiplier = hn::LoadU(d, multipliers);
    auto least = hn::LoadU(d, minima);
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        least =
            hn::Min(least, least_of_four(multiplier, hn::Set(d, keys[i]), hn::Set(d, keys[i + 1]),
                                         hn::Set(d, keys[i + 2]), hn::Set(d, keys[i + 3])));
    }
    for (; i < count; ++i) {
        least = hn::Min(least, hn::Mul(multiplier, hn::Set(d, keys[i])));
    }
    hn::StoreU(least, d, minima);
}

void lower_all(const std::uint32_t* keys, std::size_t count, const std::uint32_t* multipliers,
               std::uint32_t* minima, std::size_t slots) {
    const std::size_t lanes = hn::Lanes(Lanes32());
    std::size_t slot = 0;
    for (; slot + 4 * lanes <= slots; slot += 4 * lanes) {
        lower_four_vectors(keys, count, multipliers + slot, minima + slot);
    }
    for (; slot + lanes <= slots; slot += lanes) {
        lower_vector(keys, count, multipliers + slot, minima + slot);
    }
    if (slot < slots) {
        // The last slots do not fill a vector: through buffers, so that nothing beyond the
        // caller's memory is touched.
        std::uint32_t rest_multipliers[most_lanes] = {};
        std::uint32_t rest_minima[most_lanes] = {};
        std::copy(multipliers + slot, multipliers + slots, rest_multipliers);
        std::copy(minima + slot, minima + slots, rest_minima);
        lower_vector(keys, count, rest_multipliers, rest_minima);
        std::copy(rest_minima, rest_minima + (slots - slot), minima + slot);
    }
}

void lower(std::span<const std::uint64_t> features, const KeyFunction& key_of,
           std::span<const std::uint32_t> multipliers, std::span<std::uint32_t> minima) {
    std::uint32_t keys[chunk_features];
    while (!features.empty()) {
        const auto count = std::min(features.size(), chunk_features);
        fold_keys(features.data(), count, key_of, keys);
        lower_all(keys, count, multipliers.data(), minima.data(), minima.size());
        features = features.subspan(count);
    }
}

}  // namespace wirecopy::sketch::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy::sketch {

HWY_EXPORT(lower);

void lower_minima(std::span<const std::uint64_t> features, const KeyFunction& key_of,
                  std::span<const std::uint32_t> multipliers, std::span<std::uint32_t> minima) {
    assert(multipliers.size() == minima.size());
    HWY_DYNAMIC_DISPATCH(lower)(features, key_of, multipliers, minima);
}

}  // namespace wirecopy::sketch
#endif

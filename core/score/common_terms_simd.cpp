#include "score/common_terms_simd.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "score/common_terms_simd.cpp"
#include <hwy/foreach_target.h>  // Compiles the rest of this file once for each instruction set.
#include <hwy/highway.h>

#include <algorithm>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace wirecopy::score::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Terms = std::span<const std::uint32_t>;

// Walks both lists by blocks, as far as there are whole ones of both, and calls
// `compare(i, j, d, found)`, where `found` has the lanes of the block of `b` at j that the block of
// `a` at i has too. Then term by term: `take(i, j)`.
template <typename Compare, typename Take>
void walk(Terms a, Terms b, [[maybe_unused]] const Compare& compare, const Take& take) {
    std::size_t i = 0;
    std::size_t j = 0;
#if HWY_TARGET != HWY_SCALAR
    constexpr std::size_t most_lanes = 8;  // with 16 all against all are no faster
    const hn::CappedTag<std::uint32_t, most_lanes> d;
    const std::size_t lanes = hn::Lanes(d);
    while (i + lanes <= a.size() && j + lanes <= b.size()) {
        const auto right = hn::LoadU(d, b.data() + j);
        // 0 where one of `a` is equal: masks would do, but where they are registers of their own
        // they are half as fast.
        auto even = hn::Xor(hn::Set(d, a[i]), right);
        auto odd = hn::Xor(hn::Set(d, a[i + 1]), right);
        for (std::size_t k = 2; k < lanes; k += 2) {
            even = hn::Min(even, hn::Xor(hn::Set(d, a[i + k]), right));
            odd = hn::Min(odd, hn::Xor(hn::Set(d, a[i + k + 1]), right));
        }
        compare(i, j, d, hn::Eq(hn::Min(even, odd), hn::Zero(d)));
        // Without a branch on which ends first: it goes wrong every other time.
        const auto last_a = a[i + lanes - 1];
        const auto last_b = b[j + lanes - 1];
        i += last_a <= last_b ? lanes : 0;
        j += last_b <= last_a ? lanes : 0;
    }
#endif
    while (i < a.size() && j < b.size()) {
        const auto left = a[i];
        const auto right = b[j];
        if (left == right) {
            take(i, j);
        }
        i += left <= right ? 1U : 0U;
        j += right <= left ? 1U : 0U;
    }
}

std::size_t count(Terms a, Terms b) {
    std::size_t common = 0;
    walk(
        a, b,
        [&](std::size_t, std::size_t, auto d, auto found) { common += hn::CountTrue(d, found); },
        [&](std::size_t, std::size_t) { ++common; });
    return common;
}

// Calls `take(i, j)` for equal terms, ascending.
template <typename Take>
void for_common(Terms a, Terms b, const Take& take) {
    walk(
        a, b,
        [&](std::size_t i, std::size_t j, auto d, auto found) {
            std::uint8_t lanes = 0;  // of 8 at most
            hn::StoreMaskBits(d, found, &lanes);
            for (; lanes != 0; lanes &= static_cast<std::uint8_t>(lanes - 1)) {
                const auto at = j + static_cast<std::size_t>(std::countr_zero(lanes));
                const auto left = hn::LoadU(d, a.data() + i);
                const auto equal = hn::Eq(left, hn::Set(d, b[at]));
                take(i + static_cast<std::size_t>(hn::FindFirstTrue(d, equal)), at);
            }
        },
        take);
}

double product(Terms a, const float* weights_a, Terms b, const float* weights_b) {
    double sum = 0;
    for_common(a, b, [&](std::size_t i, std::size_t j) {
        sum += static_cast<double>(weights_a[i]) * static_cast<double>(weights_b[j]);
    });
    return sum;
}

double least(Terms a, const float* weights_a, Terms b, const float* weights_b) {
    double sum = 0;
    for_common(a, b, [&](std::size_t i, std::size_t j) {
        sum += static_cast<double>(std::min(weights_a[i], weights_b[j]));
    });
    return sum;
}

}  // namespace wirecopy::score::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy::score {

HWY_EXPORT(count);
HWY_EXPORT(product);
HWY_EXPORT(least);

std::size_t common_count(std::span<const std::uint32_t> a,
                         std::span<const std::uint32_t> b) noexcept {
    return HWY_DYNAMIC_DISPATCH(count)(a, b);
}

double common_product(const WeighedTerms& a, const WeighedTerms& b) noexcept {
    return HWY_DYNAMIC_DISPATCH(product)(a.terms, a.weights.data(), b.terms, b.weights.data());
}

double common_weight(const WeighedTerms& a, const WeighedTerms& b) noexcept {
    return HWY_DYNAMIC_DISPATCH(least)(a.terms, a.weights.data(), b.terms, b.weights.data());
}

}  // namespace wirecopy::score
#endif

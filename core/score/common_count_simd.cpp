#include "score/common_count_simd.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "score/common_count_simd.cpp"
#include <hwy/foreach_target.h>  // Compiles the rest of this file once for each instruction set.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace wirecopy::score::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

std::size_t count(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::size_t common = 0;
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
        common += hn::CountTrue(d, hn::Eq(hn::Min(even, odd), hn::Zero(d)));
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
        common += left == right ? 1U : 0U;
        i += left <= right ? 1U : 0U;
        j += right <= left ? 1U : 0U;
    }
    return common;
}

}  // namespace wirecopy::score::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy::score {

HWY_EXPORT(count);

std::size_t common_count(std::span<const std::uint32_t> a,
                         std::span<const std::uint32_t> b) noexcept {
    return HWY_DYNAMIC_DISPATCH(count)(a, b);
}

}  // namespace wirecopy::score
#endif

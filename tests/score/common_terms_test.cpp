#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <vector>

#include "base/hash.hpp"
#include "base/simd.hpp"
#include "score/common_terms_simd.hpp"

namespace wirecopy::score {
namespace {

std::vector<std::uint32_t> drawn(base::Random& random, std::size_t count, std::uint64_t below) {
    std::set<std::uint32_t> numbers;
    while (numbers.size() < count) {
        numbers.insert(static_cast<std::uint32_t>(random.below(below)));
    }
    return {numbers.begin(), numbers.end()};
}

std::vector<float> weights(base::Random& random, std::size_t count) {
    std::vector<float> made(count);
    for (auto& weight : made) {
        weight = static_cast<float>(1 + random.below(1000)) / 300.0F;
    }
    return made;
}

TEST(CommonCount, IsTheSizeOfTheIntersectionWithEveryInstructionSet) {
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        base::Random random(5);
        for (int round = 0; round < 600; ++round) {
            const auto size_a = random.below(70);
            const auto size_b = random.below(round % 3 == 0 ? 400 : 70);
            // From nearly all in common to hardly any.
            const auto below = std::max(size_a, size_b) + 1 + random.below(1U << (round % 12));
            const auto a = drawn(random, size_a, below);
            const auto b = drawn(random, size_b, below);
            std::vector<std::uint32_t> both;
            std::ranges::set_intersection(a, b, std::back_inserter(both));
            ASSERT_EQ(common_count(a, b), both.size()) << name << ", round " << round;
            ASSERT_EQ(common_count(b, a), both.size()) << name << ", round " << round;
        }
    }
    base::force_simd("");
}

// Bit by bit what a merge sums up: in ascending order.
TEST(CommonSums, AreThoseOfAMergeWithEveryInstructionSet) {
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        base::Random random(6);
        double all = 0;
        for (int round = 0; round < 600; ++round) {
            const auto size_a = random.below(70);
            const auto size_b = random.below(round % 3 == 0 ? 400 : 70);
            const auto below = std::max(size_a, size_b) + 1 + random.below(1U << (round % 12));
            const auto a = drawn(random, size_a, below);
            const auto b = drawn(random, size_b, below);
            const auto weights_a = weights(random, a.size());
            const auto weights_b = weights(random, b.size());
            double product = 0;
            double least = 0;
            for (std::size_t i = 0; i < a.size(); ++i) {
                const auto at = std::ranges::lower_bound(b, a[i]);
                if (at != b.end() && *at == a[i]) {
                    const auto other = weights_b[static_cast<std::size_t>(at - b.begin())];
                    product += static_cast<double>(weights_a[i]) * static_cast<double>(other);
                    least += static_cast<double>(std::min(weights_a[i], other));
                }
            }
            ASSERT_EQ(common_product({a, weights_a}, {b, weights_b}), product) << name << round;
            ASSERT_EQ(common_product({b, weights_b}, {a, weights_a}), product) << name << round;
            ASSERT_EQ(common_weight({a, weights_a}, {b, weights_b}), least) << name << round;
            ASSERT_EQ(common_weight({b, weights_b}, {a, weights_a}), least) << name << round;
            all += product;
        }
        EXPECT_GT(all, 1000) << name;
    }
    base::force_simd("");
}

TEST(CommonCount, OfTheLargestNumbersAndOfNothing) {
    std::vector<std::uint32_t> high;
    for (std::uint32_t i = 40; i > 0; --i) {
        high.push_back(0U - i);
    }
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        EXPECT_EQ(common_count(high, high), 40U) << name;
        EXPECT_EQ(common_count(high, std::span(high).subspan(20)), 20U) << name;
        EXPECT_EQ(common_count(high, {}), 0U) << name;
        EXPECT_EQ(common_count({}, {}), 0U) << name;
    }
    base::force_simd("");
}

}  // namespace
}  // namespace wirecopy::score

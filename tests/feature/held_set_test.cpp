#include "feature/held_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::feature {
namespace {

using Features = std::vector<std::uint64_t>;

// Few different values, so that many are repeats and many are shared.
Features draw(base::Random& random, std::size_t count, std::uint64_t values) {
    Features drawn(count);
    for (auto& feature : drawn) {
        feature = base::mix(random.next() % values);
    }
    return drawn;
}

void expect_counts(HeldSet& set, const Features& held, const Features& other) {
    const std::set<std::uint64_t> first(held.begin(), held.end());
    const std::set<std::uint64_t> second(other.begin(), other.end());
    const auto shared = static_cast<std::size_t>(std::ranges::count_if(
        second, [&](std::uint64_t feature) { return first.contains(feature); }));
    EXPECT_EQ(set.size(), first.size());
    const auto counts = set.compare(other);
    EXPECT_EQ(counts.size, second.size());
    EXPECT_EQ(counts.shared, shared);
}

TEST(HeldSet, CountsWhatSetsHaveInCommon) {
    base::Random random(7);
    HeldSet set;
    std::size_t shared = 0;
    for (int round = 0; round < 60; ++round) {
        const auto held = draw(random, random.next() % 900, 700);
        set.hold(held);
        for (int other = 0; other < 8; ++other) {
            const auto features = draw(random, random.next() % 900, 700 + random.next() % 700);
            expect_counts(set, held, features);
            shared += set.compare(features).shared;
        }
    }
    EXPECT_GT(shared, 10'000U);
}

TEST(HeldSet, OfNothingSharesNothing) {
    HeldSet set;
    const Features some{1, 2, 2};
    EXPECT_EQ(set.compare(some).size, 2U);
    EXPECT_EQ(set.compare(some).shared, 0U);
    set.hold(some);
    EXPECT_EQ(set.compare({}).size, 0U);
    set.hold({});
    expect_counts(set, {}, some);
}

TEST(HeldSet, TakesFeaturesOfEqualLowestBits) {
    Features held;
    Features other;
    for (std::uint64_t i = 0; i < 300; ++i) {
        held.push_back(i << 40U);
        other.push_back((i + 100) << 40U);
    }
    held.push_back(0);
    HeldSet set;
    set.hold(held);
    expect_counts(set, held, other);
}

}  // namespace
}  // namespace wirecopy::feature

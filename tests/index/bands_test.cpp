#include "index/bands.hpp"

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::index {
namespace {

// In blocks that no number of articles here is a multiple of.
base::Kept<ArticlePair> pairs_in(std::span<const std::uint32_t> slots, std::size_t width,
                                 std::span<const std::uint8_t> skipped,
                                 std::span<const std::uint32_t> groups, const BandPlan& plan,
                                 std::size_t band) {
    constexpr std::size_t block_rows = 7;
    std::vector<const std::uint32_t*> blocks;
    for (std::size_t first = 0; first < skipped.size(); first += block_rows) {
        blocks.push_back(slots.data() + first * width);
    }
    return pairs_of_band({blocks, block_rows, width, skipped, groups}, plan, band);
}

// Slots of few values, so that many agree.
std::vector<std::uint32_t> random_slots(std::size_t count, std::uint64_t seed) {
    base::Random random(seed);
    std::vector<std::uint32_t> slots;
    for (std::size_t i = 0; i < count; ++i) {
        slots.push_back(static_cast<std::uint32_t>(random.below(5)));
    }
    return slots;
}

TEST(Bands, FindEveryPairThatAgreesInABandOnce) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        constexpr std::size_t width = 13;
        constexpr std::size_t articles = 60;
        const BandPlan plan{4, 3};  // one slot is not used
        const auto slots = random_slots(articles * width, seed);
        std::vector<std::uint8_t> skipped(articles);
        skipped[7] = 1;
        std::multiset<ArticlePair> found;
        for (std::size_t band = 0; band < plan.bands; ++band) {
            for (const auto& pair : pairs_in(slots, width, skipped, {}, plan, band)) {
                found.insert(pair);
            }
        }
        std::multiset<ArticlePair> expected;
        for (std::uint32_t a = 0; a < articles; ++a) {
            for (std::uint32_t b = a + 1; b < articles; ++b) {
                bool agree = false;
                for (std::size_t band = 0; band < plan.bands; ++band) {
                    bool all = true;
                    for (std::size_t row = 0; row < plan.rows; ++row) {
                        const auto place = band * plan.rows + row;
                        all = all && slots[a * width + place] == slots[b * width + place];
                    }
                    agree = agree || all;
                }
                if (agree && a != 7 && b != 7) {
                    expected.insert({a, b});
                }
            }
        }
        EXPECT_EQ(found, expected);
        EXPECT_FALSE(expected.empty());
    }
}

TEST(Bands, FindOfGroupsThePairsBetweenThemAlone) {
    constexpr std::size_t width = 6;
    constexpr std::size_t articles = 60;
    const BandPlan plan{2, 3};
    const auto slots = random_slots(articles * width, 3);
    const std::vector<std::uint8_t> skipped(articles);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t i = 0; i < articles; ++i) {
        groups.push_back(i % 4);
    }
    for (std::size_t band = 0; band < plan.bands; ++band) {
        auto expected = pairs_in(slots, width, skipped, {}, plan, band);
        const auto all = expected.size();
        std::erase_if(expected, [&](const ArticlePair& pair) {
            return groups[pair.first] == groups[pair.second];
        });
        EXPECT_LT(expected.size(), all);
        EXPECT_FALSE(expected.empty());
        EXPECT_EQ(pairs_in(slots, width, skipped, groups, plan, band), expected);
    }
}

TEST(Bands, InAHotBucketEveryArticleMeetsAnotherGroup) {
    base::Random random(5);
    for (const std::uint64_t group_count : {2, 3, 40, 5000}) {
        constexpr std::size_t articles = 5000;
        const std::vector<std::uint32_t> slots(articles, 9);
        const std::vector<std::uint8_t> skipped(articles);
        std::vector<std::uint32_t> groups;
        for (std::size_t i = 0; i < articles; ++i) {
            // The first half are of one group, as of one corpus before another.
            groups.push_back(
                i < articles / 2 ? 0 : static_cast<std::uint32_t>(1 + random.below(group_count)));
        }
        const auto pairs = pairs_in(slots, 1, skipped, groups, {1, 1}, 0);
        EXPECT_LE(pairs.size(), articles * chained_with);
        std::set<std::uint32_t> met;
        for (const auto& pair : pairs) {
            EXPECT_LT(pair.first, pair.second);
            EXPECT_NE(groups[pair.first], groups[pair.second]);
            met.insert(pair.second);
        }
        // All that have an article of another group before them.
        EXPECT_EQ(met.size(), articles / 2);
    }
}

TEST(Bands, AHotBucketIsChainedNotSquared) {
    constexpr std::size_t articles = 20'000;
    const std::vector<std::uint32_t> slots(articles * 2, 9);
    const std::vector<std::uint8_t> skipped(articles);
    const auto pairs = pairs_in(slots, 2, skipped, {}, {1, 2}, 0);
    EXPECT_LE(pairs.size(), articles * chained_with);
    std::set<std::uint32_t> met;
    for (const auto& pair : pairs) {
        met.insert(pair.first);
        met.insert(pair.second);
    }
    EXPECT_EQ(met.size(), articles);
}

TEST(Bands, OfNoArticlesAreNoPairs) {
    EXPECT_TRUE(pairs_in({}, 4, {}, {}, {2, 2}, 0).empty());
}

}  // namespace
}  // namespace wirecopy::index

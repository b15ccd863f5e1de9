#include "score/common_runs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "score/random_words.hpp"

namespace wirecopy::score {
namespace {

bool stands_at(const Words& a, const Words& b, std::size_t i, std::size_t j, std::size_t length) {
    for (std::size_t k = 0; k < length; ++k) {
        if (i + k >= a.size() || j + k >= b.size() || a[i + k] == 0 || a[i + k] != b[j + k]) {
            return false;
        }
    }
    return true;
}

// The longest run from a place of `a`, found by trying every place of `b`.
std::size_t longest_from(const Words& a, const Words& b, std::size_t i) {
    std::size_t longest = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
        while (stands_at(a, b, i, j, longest + 1)) {
            ++longest;
        }
    }
    return longest;
}

TEST(CommonRuns, AreTheLongestFromEachPlaceOnThatNoRunHasTakenYet) {
    base::Random random(11);
    for (int round = 0; round < 300; ++round) {
        const auto a = random_words(random, random.below(60), 30);
        auto b = random_words(random, random.below(60), 30);
        for (auto& word : b) {
            word = random.below(12) == 0 ? 0 : word;
        }
        const std::size_t least = 1 + random.below(4);
        std::vector<CommonRun> expected;
        const auto runs = common_runs(a, b, least);
        for (std::size_t i = 0; i < a.size();) {
            const auto length = longest_from(a, b, i);
            if (length < least) {
                ++i;
                continue;
            }
            const auto run = std::ranges::find(runs, i, &CommonRun::a);
            ASSERT_NE(run, runs.end()) << "place " << i;
            EXPECT_EQ(run->length, length);
            EXPECT_TRUE(stands_at(a, b, run->a, run->b, length));
            expected.push_back(*run);
            i += length;
        }
        EXPECT_EQ(runs, expected);
    }
}

TEST(CommonRuns, NeverCrossAWall) {
    const Words a{1, 2, 0, 3, 4};
    EXPECT_EQ(common_runs(a, a, 2), (std::vector<CommonRun>{{0, 0, 2}, {3, 3, 2}}));
    EXPECT_TRUE(common_runs(a, a, 3).empty());
}

TEST(CommonRuns, OfNothingAreNone) {
    EXPECT_TRUE(common_runs({}, {}, 1).empty());
    EXPECT_TRUE(common_runs(Words{1, 2, 3}, {}, 1).empty());
    EXPECT_TRUE(common_runs(Words{0, 0}, Words{0, 0}, 1).empty());
}

}  // namespace
}  // namespace wirecopy::score

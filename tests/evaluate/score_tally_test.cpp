#include "evaluate/score_tally.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/hash.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::evaluate {
namespace {

using Counts = std::vector<ScoreCount>;

TEST(ScoreTally, OfNothingHasNoCounts) {
    EXPECT_EQ(ScoreTally().counts(), Counts());
}

TEST(ScoreTally, CountsEveryScoreOnceAscending) {
    ScoreTally tally;
    for (const auto& [score, positive] : {std::pair{1.0F, true},
                                          {0.25F, false},
                                          {0.0F, false},
                                          {317.5F, true},
                                          {0.25F, true},
                                          {1.0F, true},
                                          {1.000001F, false},
                                          {317.5F, false}}) {
        tally.add(score, positive);
    }
    EXPECT_EQ(tally.counts(), (Counts{{0, 0, 1},
                                      {250'000, 1, 1},
                                      {1'000'000, 2, 0},
                                      {1'000'001, 0, 1},
                                      {317'500'000, 1, 1}}));
}

TEST(ScoreTally, TakesScoresThatDifferByLessThanHalfAMillionthForEqual) {
    ScoreTally tally;
    tally.add(0.1F, true);
    tally.add(0.1000004F, true);
    tally.add(0.1000006F, true);
    EXPECT_EQ(tally.counts(), (Counts{{100'000, 2, 0}, {100'001, 1, 0}}));
}

// Enough scores above 1 for several merges.
TEST(ScoreTally, EqualsAMapForAnyOrderOfManyScores) {
    base::Random random(11);
    for (const std::uint64_t levels : {3ULL, 50'000ULL, 1'000'000'000ULL}) {
        std::vector<std::pair<float, bool>> scores;
        std::map<std::uint64_t, ScoreCount> expected;
        for (std::size_t i = 0; i < 150'000; ++i) {
            const auto score = static_cast<float>(random.below(levels)) / 1e6F;
            const bool positive = random.below(3) == 0;
            scores.emplace_back(score, positive);
            auto& count = expected[millionths(score)];
            count.millionths = millionths(score);
            ++(positive ? count.positives : count.negatives);
        }
        ScoreTally forward;
        ScoreTally backward;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            forward.add(scores[i].first, scores[i].second);
            const auto& other = scores[scores.size() - 1 - i];
            backward.add(other.first, other.second);
        }
        Counts counts;
        for (const auto& [score, count] : expected) {
            counts.push_back(count);
        }
        EXPECT_TRUE(forward.counts() == counts) << levels;
        EXPECT_TRUE(backward.counts() == counts) << levels;
    }
}

TEST(ScoreTally, GoesOnCountingAfterItWasAsked) {
    ScoreTally tally;
    tally.add(2.0F, true);
    EXPECT_EQ(tally.counts().size(), 1U);
    tally.add(2.0F, true);
    EXPECT_EQ(tally.counts(), (Counts{{2'000'000, 2, 0}}));
}

}  // namespace
}  // namespace wirecopy::evaluate

#include "evaluate/reliability.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "evaluate/random_scores.hpp"

namespace wirecopy::evaluate {
namespace {

Reliability reliability_of(const std::vector<LabelledScore>& scores, double floor,
                           std::size_t bins) {
    ScoreTally tally;
    for (const auto& [score, positive] : scores) {
        tally.add(score, positive);
    }
    return reliability(tally.counts(), floor, bins);
}

const std::vector<LabelledScore> six{{0.9F, true},  {0.8F, false}, {0.7F, true},
                                     {0.7F, false}, {0.5F, true},  {0.2F, false}};

TEST(Reliability, IsThatWorkedByHand) {
    const auto found = reliability_of(six, 0.3, 2);
    EXPECT_EQ(found.below.pairs, 1U);
    EXPECT_EQ(found.below.positives, 0U);
    EXPECT_DOUBLE_EQ(found.below.mean_score, 0.2);
    ASSERT_EQ(found.equal_width.size(), 2U);
    EXPECT_EQ(found.equal_width[0].pairs, 1U);  // .5 belongs to the lower bin
    EXPECT_DOUBLE_EQ(found.equal_width[0].to, 0.5);
    EXPECT_DOUBLE_EQ(found.equal_width[1].mean_score, 0.775);
    EXPECT_DOUBLE_EQ(found.equal_width[1].positive_share, 0.5);
    EXPECT_DOUBLE_EQ(*found.width_calibration_error, (1 * 0.5 + 4 * 0.275) / 5);
    // The median of .5 .7 .7 .8 .9 is .7.
    ASSERT_EQ(found.equal_mass.size(), 2U);
    EXPECT_EQ(found.equal_mass[0].pairs, 3U);
    EXPECT_DOUBLE_EQ(found.equal_mass[0].from, 0.5);
    EXPECT_DOUBLE_EQ(found.equal_mass[0].to, 0.7);
    EXPECT_DOUBLE_EQ(found.equal_mass[1].from, 0.8);
    EXPECT_DOUBLE_EQ(*found.mass_calibration_error, (3 * (2.0 / 3 - 1.9 / 3) + 2 * 0.35) / 5);
}

TEST(Reliability, OfScoresThatAreTheShareOfPositivesHasNoError) {
    std::vector<LabelledScore> scores;
    for (int i = 0; i < 10; ++i) {
        scores.push_back({0.3F, i < 3});
        scores.push_back({0.8F, i < 8});
    }
    const auto found = reliability_of(scores, 0, 10);
    EXPECT_NEAR(*found.width_calibration_error, 0, 1e-12);
    EXPECT_NEAR(*found.mass_calibration_error, 0, 1e-12);
}

TEST(Reliability, OfNothingAboveTheFloorHasNoError) {
    for (const auto& scores : {std::vector<LabelledScore>{}, {{0.01F, false}}}) {
        const auto found = reliability_of(scores, 0.02, 10);
        EXPECT_EQ(found.below.pairs, scores.size());
        EXPECT_TRUE(found.equal_width.empty() && found.equal_mass.empty());
        EXPECT_FALSE(found.width_calibration_error || found.mass_calibration_error);
    }
}

TEST(Reliability, CountsAScoreAtTheFloorAboveIt) {
    const auto found = reliability_of({{0.02F, true}, {0.019999F, false}}, 0.02, 10);
    EXPECT_EQ(found.below.pairs, 1U);
    EXPECT_EQ(found.equal_width.at(0).pairs, 1U);
}

TEST(Reliability, KeepsTheEndsOfTheScaleInTheFirstAndLastBin) {
    const auto found = reliability_of({{0, false}, {1, true}}, 0, 4);
    ASSERT_EQ(found.equal_width.size(), 2U);
    EXPECT_EQ(found.equal_width[0].from, 0.0);
    EXPECT_EQ(found.equal_width[0].to, 0.25);
    EXPECT_EQ(found.equal_width[1].from, 0.75);
    EXPECT_EQ(found.equal_width[1].to, 1.0);
}

TEST(Reliability, NeverPartsEqualScores) {
    std::vector<LabelledScore> scores(90, {0.5F, true});
    scores.push_back({0.1F, false});
    scores.push_back({0.9F, true});
    const auto found = reliability_of(scores, 0, 10);
    // All nine quantiles are .5.
    ASSERT_EQ(found.equal_mass.size(), 2U);
    EXPECT_EQ(found.equal_mass[0].pairs, 91U);
    EXPECT_EQ(found.equal_mass[1].pairs, 1U);
}

TEST(Reliability, MakesBinsOfEqualMassWhereNoScoresTie) {
    std::vector<LabelledScore> scores;
    for (int i = 0; i < 1000; ++i) {
        scores.push_back({static_cast<float>(i) / 1000, false});
    }
    const auto found = reliability_of(scores, 0, 8);
    ASSERT_EQ(found.equal_mass.size(), 8U);
    for (const auto& bin : found.equal_mass) {
        EXPECT_EQ(bin.pairs, 125U);
    }
}

// Every bin against its definition, pair by pair.
TEST(Reliability, EqualsTheOracle) {
    base::Random random(23);
    for (const std::uint64_t levels : {1ULL, 4ULL, 21ULL, 1'000'001ULL}) {
        for (std::size_t bins = 1; bins < 14; bins += 3) {
            auto scores = testing::random_scores(random, 60 + random.below(60), levels);
            const auto found = reliability_of(scores, 0, bins);
            std::ranges::sort(scores, {}, &LabelledScore::score);
            std::vector<std::uint64_t> by_width(bins);
            std::vector<std::uint64_t> by_mass(bins);
            for (const auto& one : scores) {
                std::size_t width_bin = 0;
                std::size_t mass_bin = 0;
                for (std::size_t k = 1; k < bins; ++k) {
                    const auto score = static_cast<double>(millionths(one.score));
                    width_bin += score * static_cast<double>(bins) > static_cast<double>(k) * 1e6;
                    mass_bin += one.score > scores[k * (scores.size() - 1) / bins].score;
                }
                ++by_width[width_bin];
                ++by_mass[mass_bin];
            }
            const auto check = [&](std::vector<std::uint64_t> expected,
                                   const std::vector<ReliabilityBin>& made) {
                std::erase(expected, 0U);
                ASSERT_EQ(made.size(), expected.size());
                for (std::size_t i = 0; i < made.size(); ++i) {
                    EXPECT_EQ(made[i].pairs, expected[i]) << levels << " levels, bin " << i;
                }
            };
            check(by_width, found.equal_width);
            check(by_mass, found.equal_mass);
        }
    }
}

}  // namespace
}  // namespace wirecopy::evaluate

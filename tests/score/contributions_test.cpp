#include "score/contributions.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace wirecopy::score {
namespace {

const PairFeatures rewrite{.resemblance = .4,
                           .company = .5,
                           .agreement = .7,
                           .conflict = 0,
                           .copied = .1,
                           .days_apart = 0,
                           .own_days = 0,
                           .credit = 1};

TEST(Contributions, AddUpToTheLogOddsOfThePair) {
    for (const double base_rate : {0.0, 0.02, 0.6}) {
        const auto made = contributions(shipped_model(), rewrite, base_rate);
        auto sum = made.start;
        for (const auto& feature : made.features) {
            sum.story += feature.story;
            sum.derived += feature.derived;
        }
        const auto odds = log_odds(shipped_model(), rewrite, base_rate);
        EXPECT_NEAR(sum.story, odds.story, 1e-9);
        EXPECT_NEAR(sum.derived, odds.derived, 1e-9);
        const auto probable = probabilities(shipped_model(), rewrite, base_rate);
        EXPECT_NEAR(probable.story, 1 / (1 + std::exp(-odds.story)), 1e-12);
    }
}

TEST(Contributions, SpeakForMoreLikenessAndAgainstLess) {
    const auto made = contributions(shipped_model(), rewrite);
    for (const auto& feature : made.features) {
        EXPECT_GE(feature.story, 0) << feature.name;
    }
    auto template_pair = rewrite;
    template_pair.agreement = 0;
    template_pair.conflict = .4;
    const auto doubtful = contributions(shipped_model(), template_pair);
    for (const auto& feature : doubtful.features) {
        if (feature.name == "conflict") {
            EXPECT_LT(feature.story, 0);
        }
    }
}

TEST(Contributions, GiveEveryFeatureItsValue) {
    const auto made = contributions(shipped_model(), rewrite);
    ASSERT_EQ(made.features.size(), 8U);
    EXPECT_EQ(made.features.front().name, "resemblance");
    EXPECT_EQ(made.features.front().value, .4);
    EXPECT_EQ(made.features.back().name, "credit");
    EXPECT_EQ(made.features.back().value, 1);
}

}  // namespace
}  // namespace wirecopy::score

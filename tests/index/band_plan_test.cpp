#include "index/band_plan.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace wirecopy::index {
namespace {

TEST(BandPlan, RecallIsTheChanceOfOneWholeBand) {
    // 16 bands of 8 rows, the default of several de-duplicators: known values.
    const BandPlan plan{16, 8};
    EXPECT_NEAR(plan.recall(.7), .6133, .0005);
    EXPECT_NEAR(plan.recall(.8), .9470, .0005);
    EXPECT_EQ(plan.recall(0), 0);
    EXPECT_EQ(plan.recall(1), 1);
}

TEST(BandPlan, HasTheRecallAskedForAndNoMoreRowsWould) {
    for (const double threshold : {.3, .5, .7, .8, .9, .99}) {
        for (const double recall : {.5, .9, .99, .999}) {
            const auto plan = plan_bands(threshold, recall, 128);
            EXPECT_LE(plan.used_slots(), 128U);
            if (plan.rows > 1) {
                EXPECT_GE(plan.recall(threshold), recall);
            }
            for (auto rows = plan.rows + 1; rows <= 128; ++rows) {
                EXPECT_LT((BandPlan{128 / rows, rows}.recall(threshold)), recall);
            }
        }
    }
}

TEST(BandPlan, OfThresholdOneIsOneBandAndOfZeroSingleSlots) {
    EXPECT_EQ(plan_bands(1, 1, 128), (BandPlan{1, 128}));
    EXPECT_EQ(plan_bands(0, .9, 128), (BandPlan{128, 1}));
    EXPECT_EQ(plan_bands(.01, 1, 16), (BandPlan{16, 1}));
    EXPECT_EQ(plan_bands(.7, .9, 1), (BandPlan{1, 1}));
}

}  // namespace
}  // namespace wirecopy::index

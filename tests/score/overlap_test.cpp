#include "score/overlap.hpp"

#include <gtest/gtest.h>

#include "oracle/score_overlap.hpp"
#include "score/random_vectors.hpp"

namespace wirecopy::score {
namespace {

TEST(SharedWeight, IsTheNumberOfSharedFeaturesOfSets) {
    const FeatureVector a{{1, 4, 6, 9}, {}};
    const FeatureVector b{{0, 4, 9, 12}, {}};
    EXPECT_EQ(shared_weight(a, b), 2.0);
    EXPECT_EQ(shared_weight(a, a), 4.0);
}

TEST(SharedWeight, IsTheSumOfProductsOfWeights) {
    const FeatureVector a{{1, 4, 6}, {0.5F, 2.0F, 8.0F}};
    const FeatureVector b{{4, 6}, {3.0F, 0.25F}};
    EXPECT_EQ(shared_weight(a, b), 8.0);
    const FeatureVector set{{4, 6}, {}};
    EXPECT_EQ(shared_weight(a, set), 10.0);
}

TEST(SharedWeight, OfNothingSharedIsZero) {
    EXPECT_EQ(shared_weight({}, {}), 0.0);
    EXPECT_EQ(shared_weight({{1, 2}, {}}, {}), 0.0);
    EXPECT_EQ(shared_weight({{1, 3}, {}}, {{0, 2, 4}, {}}), 0.0);
}

TEST(SharedWeight, EqualsTheOracleBothWays) {
    base::Random random(51);
    for (int round = 0; round < 500; ++round) {
        const auto a = random_vector(random, {.weighted = round % 2 == 0});
        const auto b = random_vector(random, {.weighted = round % 3 == 0});
        ASSERT_EQ(shared_weight(a, b), oracle::overlap(a, b));
        ASSERT_EQ(shared_weight(b, a), shared_weight(a, b));
    }
}

TEST(SharedWeight, EqualsTheOverlapIndex) {
    base::Random random(53);
    for (const bool weighted : {false, true}) {
        const auto vectors = random_vectors(random, 40, {.weighted = weighted});
        const OverlapIndex index(vectors);
        for (std::size_t row = 0; row < vectors.size(); ++row) {
            std::vector<float> sums(vectors.size());
            index.add_overlaps(row, 0, sums);
            for (std::size_t column = 0; column < vectors.size(); ++column) {
                if (column != row) {
                    ASSERT_EQ(static_cast<double>(sums[column]),
                              shared_weight(vectors[row], vectors[column]));
                }
            }
        }
    }
}

}  // namespace
}  // namespace wirecopy::score

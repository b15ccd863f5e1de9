#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/hash.hpp"
#include "oracle/evaluate_figures.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {
namespace {

using Clusters = std::vector<std::uint32_t>;

TEST(ClusterFigures, AreThoseWorkedByHand) {
    // Of 3, 2 and 1 articles, one of which went to the second: 4 pairs each, 2 of them shared, of
    // 15. Expected are 4 x 4 / 15.
    const auto made = evaluate_clusters(Clusters{7, 7, 7, 9, 9, 4}, Clusters{0, 0, 1, 1, 1, 2});
    EXPECT_EQ(made.articles, 6U);
    EXPECT_EQ(made.labelled_clusters, 3U);
    EXPECT_EQ(made.predicted_clusters, 3U);
    EXPECT_DOUBLE_EQ(*made.adjusted_rand, (2 - 16.0 / 15) / (4 - 16.0 / 15));
    EXPECT_DOUBLE_EQ(*made.b_cubed.precision, (2 + 5.0 / 3 + 1) / 6);
    EXPECT_DOUBLE_EQ(*made.b_cubed.recall, (5.0 / 3 + 2 + 1) / 6);
    EXPECT_EQ(made.pairwise.precision, 0.5);
    EXPECT_EQ(made.pairwise.recall, 0.5);
    EXPECT_EQ(made.pairwise.f1, 0.5);
}

TEST(ClusterFigures, OfEverythingInOneClusterArePreciseToTheShareOfPairs) {
    const auto made = evaluate_clusters(Clusters{0, 0, 1}, Clusters{0, 0, 0});
    EXPECT_EQ(made.adjusted_rand, 0.0);
    EXPECT_DOUBLE_EQ(*made.b_cubed.precision, 5.0 / 9);
    EXPECT_EQ(made.b_cubed.recall, 1.0);
    EXPECT_DOUBLE_EQ(*made.b_cubed.f1, 2 * (5.0 / 9) / (14.0 / 9));
    EXPECT_DOUBLE_EQ(*made.pairwise.precision, 1.0 / 3);
    EXPECT_EQ(made.pairwise.recall, 1.0);
}

TEST(ClusterFigures, OfEqualClusteringsAreOneWhateverTheirNumbers) {
    const std::vector<std::pair<Clusters, Clusters>> equal{
        {{0, 1, 0, 2}, {5, 3, 5, 0}}, {{0, 0, 0}, {8, 8, 8}}, {{0, 1, 2}, {2, 1, 0}}, {{4}, {0}}};
    for (const auto& [labelled, predicted] : equal) {
        const auto made = evaluate_clusters(labelled, predicted);
        EXPECT_EQ(made.adjusted_rand, 1.0);
        EXPECT_EQ(made.b_cubed.precision, 1.0);
        EXPECT_EQ(made.b_cubed.recall, 1.0);
        EXPECT_EQ(made.b_cubed.f1, 1.0);
    }
}

TEST(ClusterFigures, WithoutAPairInAClusterHaveNoSuchRatio) {
    const auto alone = evaluate_clusters(Clusters{0, 0}, Clusters{0, 1});
    EXPECT_FALSE(alone.pairwise.precision);
    EXPECT_EQ(alone.pairwise.recall, 0.0);
    EXPECT_EQ(alone.pairwise.f1, 0.0);
    EXPECT_EQ(alone.adjusted_rand, 0.0);
    const auto both = evaluate_clusters(Clusters{0, 1}, Clusters{0, 1});
    EXPECT_FALSE(both.pairwise.precision || both.pairwise.recall || both.pairwise.f1);
}

TEST(ClusterFigures, OfNoArticlesAreNotThere) {
    const auto made = evaluate_clusters({}, {});
    EXPECT_EQ(made.articles, 0U);
    EXPECT_FALSE(made.adjusted_rand || made.b_cubed.precision || made.b_cubed.recall ||
                 made.b_cubed.f1 || made.pairwise.f1);
}

TEST(ClusterFigures, EqualTheOracle) {
    base::Random random(29);
    for (std::size_t count = 1; count < 70; count += 3) {
        for (const std::uint64_t most : {1ULL, 2ULL, 6ULL, 1'000ULL}) {
            Clusters labelled;
            Clusters predicted;
            for (std::size_t i = 0; i < count; ++i) {
                labelled.push_back(static_cast<std::uint32_t>(random.below(most)));
                predicted.push_back(random.below(3) == 0
                                        ? static_cast<std::uint32_t>(random.below(most))
                                        : labelled.back());
            }
            const auto made = evaluate_clusters(labelled, predicted);
            const oracle::Clusterings expected(labelled, predicted);
            EXPECT_NEAR(*made.adjusted_rand, expected.adjusted_rand(), 1e-12);
            EXPECT_NEAR(*made.b_cubed.precision, expected.b_cubed_precision(), 1e-12);
            EXPECT_NEAR(*made.b_cubed.recall, expected.b_cubed_recall(), 1e-12);
            EXPECT_EQ(made.pairwise.precision.has_value(), !std::isnan(expected.pair_precision()));
            EXPECT_EQ(made.pairwise.recall.has_value(), !std::isnan(expected.pair_recall()));
            if (made.pairwise.precision) {
                EXPECT_NEAR(*made.pairwise.precision, expected.pair_precision(), 1e-12);
            }
            if (made.pairwise.recall) {
                EXPECT_NEAR(*made.pairwise.recall, expected.pair_recall(), 1e-12);
            }
        }
    }
}

TEST(ClusterFigures, AreTurnedWhenTheClusteringsChangePlaces) {
    const Clusters a{0, 0, 1, 1, 1, 2, 3};
    const Clusters b{0, 1, 1, 1, 2, 2, 2};
    const auto forth = evaluate_clusters(a, b);
    const auto back = evaluate_clusters(b, a);
    EXPECT_EQ(forth.adjusted_rand, back.adjusted_rand);
    EXPECT_EQ(forth.b_cubed.precision, back.b_cubed.recall);
    EXPECT_EQ(forth.pairwise.recall, back.pairwise.precision);
}

// 300,000 articles: products of their pairs are beyond 64 bits.
TEST(ClusterFigures, OfManyArticlesStayExact) {
    Clusters halves(300'000);
    Clusters quarters(300'000);
    for (std::uint32_t i = 0; i < 300'000; ++i) {
        halves[i] = i / 150'000;
        quarters[i] = i / 75'000;
    }
    const auto made = evaluate_clusters(halves, quarters);
    const double all = 300'000.0 * 299'999 / 2;
    const double wide = 2 * (150'000.0 * 149'999 / 2);
    const double narrow = 4 * (75'000.0 * 74'999 / 2);
    const double expected = wide * narrow / all;
    EXPECT_NEAR(*made.adjusted_rand, (narrow - expected) / ((wide + narrow) / 2 - expected), 1e-12);
    EXPECT_EQ(made.pairwise.precision, 1.0);
    EXPECT_EQ(made.b_cubed.recall, 0.5);
}

}  // namespace
}  // namespace wirecopy

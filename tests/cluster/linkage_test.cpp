#include "cluster/linkage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "cluster/leaf_order.hpp"
#include "cluster/random_matrix.hpp"
#include "oracle/cluster_average_linkage.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::cluster {
namespace {

using oracle::Members;

// The articles of each merge, in the order of the merges.
std::vector<Members> members_of(const Dendrogram& dendrogram) {
    std::vector<Members> groups;
    for (std::uint32_t leaf = 0; leaf < dendrogram.leaves; ++leaf) {
        groups.push_back({leaf});
    }
    for (const auto& merge : dendrogram.merges) {
        Members both = groups.at(merge.a);
        both.insert(both.end(), groups.at(merge.b).begin(), groups.at(merge.b).end());
        std::sort(both.begin(), both.end());
        groups.push_back(both);
    }
    groups.erase(groups.begin(), groups.begin() + dendrogram.leaves);
    return groups;
}

void expect_equal_to_oracle(const Matrix& matrix) {
    const auto dendrogram = average_linkage(matrix);
    const auto expected = oracle::average_linkage(matrix);
    const auto members = members_of(dendrogram);
    ASSERT_EQ(members.size(), expected.size());
    for (std::size_t k = 0; k < members.size(); ++k) {
        EXPECT_EQ(members[k], expected[k].members) << "merge " << k;
        EXPECT_DOUBLE_EQ(dendrogram.merges[k].similarity, expected[k].mean) << "merge " << k;
        EXPECT_EQ(dendrogram.merges[k].size, members[k].size()) << "merge " << k;
    }
}

// Where ties leave a choice, each merge must be one of those that the plain method could take.
void expect_a_choice_of_the_oracle(const Matrix& matrix) {
    const auto dendrogram = average_linkage(matrix);
    std::vector<Members> made;
    std::vector<Members> groups;
    for (std::uint32_t leaf = 0; leaf < dendrogram.leaves; ++leaf) {
        made.push_back({leaf});
    }
    groups = made;
    for (const auto& merge : dendrogram.merges) {
        ASSERT_LT(merge.a, merge.b);
        ASSERT_LT(merge.b, made.size());
        EXPECT_DOUBLE_EQ(merge.similarity, oracle::closest(matrix, groups).mean);
        EXPECT_DOUBLE_EQ(merge.similarity,
                         oracle::mean_between(matrix, made[merge.a], made[merge.b]));
        for (const auto& half : {made[merge.a], made[merge.b]}) {
            const auto found = std::find(groups.begin(), groups.end(), half);
            ASSERT_NE(found, groups.end()) << "a group was merged twice";
            groups.erase(found);
        }
        Members both = made[merge.a];
        both.insert(both.end(), made[merge.b].begin(), made[merge.b].end());
        EXPECT_EQ(merge.size, both.size());
        made.push_back(both);
        groups.push_back(both);
    }
    EXPECT_LE(groups.size(), 1U);
}

TEST(Linkage, NoneOneAndTwoArticlesWork) {
    base::Random random(1);
    EXPECT_TRUE(average_linkage(random_matrix(0, random)).merges.empty());
    EXPECT_TRUE(average_linkage(random_matrix(1, random)).merges.empty());
    auto pair = random_matrix(2, random);
    pair.values = {1.0F, 0.25F, 0.25F, 1.0F};
    const auto dendrogram = average_linkage(pair);
    ASSERT_EQ(dendrogram.merges.size(), 1U);
    EXPECT_EQ(dendrogram.merges[0].a, 0U);
    EXPECT_EQ(dendrogram.merges[0].b, 1U);
    EXPECT_EQ(dendrogram.merges[0].similarity, 0.25);
    EXPECT_EQ(dendrogram.merges[0].size, 2U);
}

TEST(Linkage, ScoresWithoutTiesGiveTheMergesOfThePlainMethod) {
    base::Random random(2);
    for (std::size_t count = 2; count < 60; ++count) {
        expect_equal_to_oracle(random_matrix(count, random));
    }
}

TEST(Linkage, AnAsymmetricMeasureCountsTheMeanOfBothDirections) {
    base::Random random(3);
    for (std::size_t count = 2; count < 40; ++count) {
        expect_equal_to_oracle(random_matrix(count, random, {.symmetric = false}));
    }
}

TEST(Linkage, ScoresInNatsGiveTheMergesOfThePlainMethod) {
    base::Random random(4);
    for (std::size_t count = 2; count < 40; ++count) {
        expect_equal_to_oracle(random_matrix(count, random, {.highest = 400.0}));
    }
}

TEST(Linkage, TiesAndZerosGiveAChoiceOfThePlainMethod) {
    base::Random random(5);
    for (int round = 0; round < 200; ++round) {
        const auto count = 2 + random.below(24);
        const auto levels = 2 + random.below(4);
        const auto share_zero = static_cast<double>(random.below(10)) / 10.0;
        expect_a_choice_of_the_oracle(random_matrix(
            count, random,
            {.levels = levels, .share_zero = share_zero, .symmetric = random.below(2) == 0}));
    }
}

TEST(Linkage, OfEqualNeighboursTheFirstIsTaken) {
    base::Random random(6);
    auto matrix = random_matrix(4, random);
    std::fill(matrix.values.begin(), matrix.values.end(), 0.5F);
    const auto members = members_of(average_linkage(matrix));
    EXPECT_EQ(members, (std::vector<Members>{{0, 1}, {0, 1, 2}, {0, 1, 2, 3}}));
}

TEST(Linkage, WithoutTiesTheOrderOfTheArticlesDoesNotMatter) {
    base::Random random(7);
    for (int round = 0; round < 30; ++round) {
        const auto matrix = random_matrix(2 + random.below(40), random);
        std::vector<std::uint32_t> order(matrix.rows());
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t k = order.size(); k > 1; --k) {
            std::swap(order[k - 1], order[random.below(k)]);
        }
        auto shuffled = matrix;
        reorder(shuffled, order);

        const auto plain = average_linkage(matrix);
        const auto other = average_linkage(shuffled);
        auto members = members_of(other);
        for (auto& group : members) {
            for (auto& article : group) {
                article = order[article];
            }
            std::sort(group.begin(), group.end());
        }
        EXPECT_EQ(members, members_of(plain));
        for (std::size_t k = 0; k < plain.merges.size(); ++k) {
            EXPECT_EQ(plain.merges[k].similarity, other.merges[k].similarity);
        }
    }
}

TEST(Linkage, SimilarityNeverRisesHoweverLargeTheScores) {
    base::Random random(8);
    for (const double highest : {1e-6, 1.0, 317.5, 4e9}) {
        const auto dendrogram = average_linkage(random_matrix(150, random, {.highest = highest}));
        ASSERT_EQ(dendrogram.merges.size(), 149U);
        for (std::size_t k = 1; k < dendrogram.merges.size(); ++k) {
            EXPECT_LE(dendrogram.merges[k].similarity, dendrogram.merges[k - 1].similarity);
        }
        EXPECT_EQ(dendrogram.merges.back().size, 150U);
    }
}

TEST(Linkage, TwoSetsOfArticlesAreAnOptionError) {
    base::Random random(9);
    auto matrix = random_matrix(3, random);
    matrix.same_set = false;
    EXPECT_THROW(static_cast<void>(average_linkage(matrix)), Error);
}

}  // namespace
}  // namespace wirecopy::cluster

#include "cluster/leaf_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "cluster/linkage.hpp"
#include "cluster/random_matrix.hpp"

namespace wirecopy::cluster {
namespace {

using Order = std::vector<std::uint32_t>;

Order ordered(const Matrix& matrix) {
    return leaf_order(average_linkage(matrix), matrix);
}

// Articles named by one letter for their family: .8 inside it, `across` between two families; an
// article of family '-' has nothing in common with anybody.
Matrix families(const std::string& letters, float across) {
    base::Random random(1);
    auto matrix = random_matrix(letters.size(), random);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (std::size_t j = 0; j < letters.size(); ++j) {
            const bool alone = letters[i] == '-' || letters[j] == '-';
            const float score = alone ? 0.0F : letters[i] == letters[j] ? 0.8F : across;
            matrix.values[i * letters.size() + j] = i == j ? 1.0F : score;
        }
    }
    return matrix;
}

std::string letters_in_order(const std::string& letters, float across) {
    std::string placed;
    for (const auto article : ordered(families(letters, across))) {
        placed += letters[article];
    }
    return placed;
}

TEST(LeafOrder, NoneOneAndTwoArticlesWork) {
    base::Random random(1);
    EXPECT_EQ(ordered(random_matrix(0, random)), Order{});
    EXPECT_EQ(ordered(random_matrix(1, random)), Order{0});
    EXPECT_EQ(ordered(random_matrix(2, random)), (Order{0, 1}));
}

TEST(LeafOrder, FamiliesStandTogetherInTheOrderOfTheirFirstArticles) {
    EXPECT_EQ(letters_in_order("abcabcabc", 0.0F), "aaabbbccc");
    EXPECT_EQ(letters_in_order("bcaabcbcaabb", 0.0F), "bbbbbcccaaaa");
    EXPECT_EQ(letters_in_order("abcabcabc", 0.1F), "aaabbbccc");
}

TEST(LeafOrder, ArticlesWithNothingInCommonStandLastInInputOrder) {
    const std::string letters = "-ab--ba-";
    EXPECT_EQ(ordered(families(letters, 0.0F)), (Order{1, 6, 2, 5, 0, 3, 4, 7}));
    EXPECT_EQ(ordered(families("----", 0.0F)), (Order{0, 1, 2, 3}));
}

TEST(LeafOrder, AFamilyIsMirroredTowardsItsNearestNeighbour) {
    // 0 and 1 are close; 2 is close to 0 only, so that 0 must stand in the middle.
    base::Random random(1);
    auto matrix = random_matrix(3, random);
    matrix.values = {1.0F, 0.9F, 0.5F, 0.9F, 1.0F, 0.0F, 0.5F, 0.0F, 1.0F};
    EXPECT_EQ(ordered(matrix), (Order{1, 0, 2}));
}

TEST(LeafOrder, AChainOfNeighboursIsLaidOutAsAChain) {
    // Each article resembles only those beside it on a line that the input shuffles.
    const std::vector<std::uint32_t> place_of{3, 0, 5, 1, 4, 2};
    base::Random random(1);
    auto matrix = random_matrix(place_of.size(), random);
    for (std::size_t i = 0; i < place_of.size(); ++i) {
        for (std::size_t j = 0; j < place_of.size(); ++j) {
            const auto [near, far] = std::minmax(place_of[i], place_of[j]);
            // Later neighbours are a little closer, so that there are no ties.
            const float beside = 0.5F + 0.01F * static_cast<float>(near);
            matrix.values[i * place_of.size() + j] = i == j            ? 1.0F
                                                     : far - near == 1 ? beside
                                                                       : 0.0F;
        }
    }
    std::vector<std::uint32_t> places;
    for (const auto article : ordered(matrix)) {
        places.push_back(place_of[article]);
    }
    auto line = places;
    std::sort(line.begin(), line.end());
    if (places.front() > places.back()) {
        std::reverse(line.begin(), line.end());
    }
    EXPECT_EQ(places, line);
}

TEST(LeafOrder, EveryOrderIsAPermutationAndKeepsMergedGroupsTogether) {
    base::Random random(2);
    for (int round = 0; round < 100; ++round) {
        const auto matrix =
            random_matrix(random.below(40), random,
                          {.levels = 2 + random.below(50),
                           .share_zero = static_cast<double>(random.below(10)) / 10.0});
        const auto dendrogram = average_linkage(matrix);
        const auto order = leaf_order(dendrogram, matrix);
        auto sorted = order;
        std::sort(sorted.begin(), sorted.end());
        Order all(matrix.rows());
        std::iota(all.begin(), all.end(), 0U);
        ASSERT_EQ(sorted, all);

        std::vector<std::uint32_t> place(order.size());
        for (std::uint32_t k = 0; k < order.size(); ++k) {
            place[order[k]] = k;
        }
        std::vector<std::vector<std::uint32_t>> groups;
        for (std::uint32_t leaf = 0; leaf < order.size(); ++leaf) {
            groups.push_back({place[leaf]});
        }
        for (const auto& merge : dendrogram.merges) {
            auto both = groups[merge.a];
            both.insert(both.end(), groups[merge.b].begin(), groups[merge.b].end());
            groups.push_back(both);
            if (merge.similarity > 0.0) {
                const auto [first, last] = std::minmax_element(both.begin(), both.end());
                EXPECT_EQ(*last - *first + 1, both.size());
            }
        }
    }
}

}  // namespace
}  // namespace wirecopy::cluster

#include "report/pairs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/hash.hpp"
#include "report/sample.hpp"

namespace wirecopy::report {
namespace {

std::string said(const std::vector<ScoredPair>& pairs) {
    std::string text;
    for (const auto& pair : pairs) {
        text += std::to_string(pair.row) + '-' + std::to_string(pair.column) + ' ';
    }
    return text;
}

TEST(Pairs, ASymmetricMatrixGivesEachPairOnce) {
    std::vector<ScoredPair> pairs;
    for_each_pair(sample::three(), [&](const ScoredPair& pair) { pairs.push_back(pair); });
    EXPECT_EQ(said(pairs), "0-1 0-2 1-2 ");
}

TEST(Pairs, AnAsymmetricMatrixGivesBothDirectionsAndTwoSetsAllCells) {
    auto matrix = sample::three();
    matrix.measure.symmetric = false;
    std::vector<ScoredPair> pairs;
    for_each_pair(matrix, [&](const ScoredPair& pair) { pairs.push_back(pair); });
    EXPECT_EQ(said(pairs), "0-1 0-2 1-0 1-2 2-0 2-1 ");
    matrix.same_set = false;
    pairs.clear();
    for_each_pair(matrix, [&](const ScoredPair& pair) { pairs.push_back(pair); });
    EXPECT_EQ(pairs.size(), 9U);
}

TEST(Pairs, TheStrongestAreThoseOfAFullSort) {
    base::Random random(1);
    for (int round = 0; round < 100; ++round) {
        auto matrix = sample::square(2 + random.below(30), [&](auto, auto) {
            return static_cast<float>(random.below(12)) / 16.0F;
        });
        matrix.same_set = false;
        std::vector<ScoredPair> all;
        for_each_pair(matrix, [&](const ScoredPair& pair) {
            if (pair.millionths > 0) {
                all.push_back(pair);
            }
        });
        std::sort(all.begin(), all.end(), [](const ScoredPair& a, const ScoredPair& b) {
            return std::tuple(b.millionths, a.row, a.column) <
                   std::tuple(a.millionths, b.row, b.column);
        });
        const auto limit = random.below(12);
        all.resize(std::min<std::size_t>(all.size(), limit));
        EXPECT_EQ(said(strongest_pairs(matrix, limit)), said(all));
    }
}

TEST(Pairs, OfTwoDirectionsTheHigherStandsForBoth) {
    auto matrix = sample::three();
    matrix.measure.symmetric = false;
    matrix.values = {1.0F, 0.2F, 0.5F, 0.9F, 1.0F, 0.0F, 0.5F, 0.1F, 1.0F};
    EXPECT_EQ(said(strongest_pairs(matrix, 10)), "1-0 0-2 2-1 ");
}

}  // namespace
}  // namespace wirecopy::report

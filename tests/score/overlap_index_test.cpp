#include "score/overlap_index.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "oracle/score_overlap.hpp"
#include "score/random_vectors.hpp"

namespace wirecopy::score {
namespace {

std::vector<float> overlaps(const OverlapIndex& index, std::size_t row,
                            std::size_t first_column = 0) {
    std::vector<float> sums(index.column_count());
    index.add_overlaps(row, first_column, sums);
    return sums;
}

// Of an article with itself only features that others have too are summed, which nobody asks for.
void expect_equals_oracle(const OverlapIndex& index, const Vectors& rows, const Vectors& columns,
                          bool same_set) {
    ASSERT_EQ(index.row_count(), rows.size());
    ASSERT_EQ(index.column_count(), columns.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto sums = overlaps(index, row);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (!same_set || row != column) {
                ASSERT_EQ(static_cast<double>(sums[column]),
                          oracle::overlap(rows[row], columns[column]))
                    << row << " with " << column;
            }
        }
    }
}

TEST(OverlapIndex, OfOneSetEqualsTheOracle) {
    base::Random random(57);
    for (int round = 0; round < 60; ++round) {
        const VectorKind kind{.weighted = round % 2 == 0,
                              .vocabulary = 1 + random.below(400),
                              .most_features = random.below(60),
                              .ascending = round % 3 != 0};
        const auto vectors = random_vectors(random, random.below(40), kind);
        expect_equals_oracle(OverlapIndex(vectors), vectors, vectors, true);
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(OverlapIndex, OfRowsAgainstColumnsEqualsTheOracle) {
    base::Random random(59);
    for (int round = 0; round < 60; ++round) {
        // Some rounds pair sets with weighted vectors: a set's features weigh 1.
        const auto vocabulary = 1 + random.below(400);
        const auto rows = random_vectors(random, random.below(30),
                                         {.weighted = round % 2 == 0, .vocabulary = vocabulary});
        const auto columns = random_vectors(random, random.below(30),
                                            {.weighted = round % 3 == 0, .vocabulary = vocabulary});
        expect_equals_oracle(OverlapIndex(rows, columns), rows, columns, false);
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(OverlapIndex, FindsFeaturesOfEverySixteenthOfTheRange) {
    for (std::uint64_t part = 0; part < 16; ++part) {
        const auto lowest = feature_at(part);
        const auto highest = feature_at(part + 16);
        ASSERT_EQ(lowest >> 60U, part);
        ASSERT_EQ(highest >> 60U, part);
        const Vectors vectors{{{lowest, highest}, {}}, {{highest, lowest}, {}}, {{lowest}, {}}};
        const OverlapIndex index(vectors);
        EXPECT_EQ(overlaps(index, 0)[1], 2.0F) << part;
        EXPECT_EQ(overlaps(index, 1)[2], 1.0F) << part;
    }
}

TEST(OverlapIndex, CountsAnArticleThatStandsInBothSets) {
    const Vectors rows{{{1, 2, 3}, {}}, {{4}, {}}};
    const Vectors columns{{{4}, {}}, {{1, 2, 3}, {}}, {{1, 2, 3}, {}}};
    const OverlapIndex index(rows, columns);
    EXPECT_EQ(overlaps(index, 0), (std::vector<float>{0, 3, 3}));
    EXPECT_EQ(overlaps(index, 1), (std::vector<float>{1, 0, 0}));
}

TEST(OverlapIndex, SharesNothingThatOnlyRowsOrOnlyColumnsHave) {
    const Vectors rows{{{1, 2}, {}}, {{1, 2}, {}}};
    const Vectors columns{{{7}, {}}, {{7}, {}}};
    const OverlapIndex index(rows, columns);
    EXPECT_EQ(overlaps(index, 0), (std::vector<float>{0, 0}));
    EXPECT_EQ(overlaps(index, 1), (std::vector<float>{0, 0}));
}

TEST(OverlapIndex, CountsCopiesOfOneArticleInFull) {
    const Vectors copies(20, FeatureVector{{10, 20, 30}, {1.0F, 2.0F, 3.0F}});
    const OverlapIndex index(copies);
    for (std::size_t row = 0; row < copies.size(); ++row) {
        EXPECT_EQ(overlaps(index, row), std::vector<float>(20, 14.0F));
    }
}

TEST(OverlapIndex, OfNothingIsEmptyOrZero) {
    const Vectors none;
    const Vectors blank(3);
    EXPECT_EQ(OverlapIndex(none).row_count(), 0U);
    EXPECT_EQ(OverlapIndex(none).column_count(), 0U);
    EXPECT_EQ(OverlapIndex(none, blank).column_count(), 3U);
    EXPECT_EQ(overlaps(OverlapIndex(blank, none), 2).size(), 0U);
    EXPECT_EQ(overlaps(OverlapIndex(blank), 1), (std::vector<float>{0, 0, 0}));
    const Vectors one{{{1}, {2.0F}}, {}, {{2}, {1.0F}}};
    EXPECT_EQ(overlaps(OverlapIndex(one), 0), (std::vector<float>{0, 0, 0}));
}

TEST(OverlapIndex, AddsOnlyFromTheFirstColumnOn) {
    base::Random random(61);
    for (const bool weighted : {false, true}) {
        const auto vectors = random_vectors(random, 30, {.weighted = weighted, .vocabulary = 50});
        const OverlapIndex index(vectors);
        for (std::size_t first = 0; first <= vectors.size(); ++first) {
            const auto all = overlaps(index, 7);
            const auto some = overlaps(index, 7, first);
            for (std::size_t column = 0; column < vectors.size(); ++column) {
                ASSERT_EQ(some[column], column < first ? 0.0F : all[column]);
            }
        }
    }
}

TEST(OverlapIndex, AddsToWhatTheSumsHeld) {
    const Vectors vectors{{{1, 2}, {}}, {{1, 2}, {}}, {{3}, {}}};
    const OverlapIndex index(vectors);
    std::vector<float> sums{10, 20, 30};
    index.add_overlaps(0, 1, sums);
    EXPECT_EQ(sums, (std::vector<float>{10, 22, 30}));
}

TEST(OverlapIndex, SumsInTheSameOrderFromBothSidesAndOfAnyOrderOfFeatures) {
    // Weights whose float sums do depend on the order, so that equal bytes mean equal orders.
    base::Random random(67);
    auto vectors = random_vectors(random, 30, {.weighted = true, .vocabulary = 60});
    for (auto& vector : vectors) {
        for (auto& weight : vector.weights) {
            weight = static_cast<float>(random.below(1'000'000)) / 7e5F;
        }
    }
    auto reversed = vectors;
    for (auto& vector : reversed) {
        std::ranges::reverse(vector.features);
        std::ranges::reverse(vector.weights);
    }
    const OverlapIndex index(vectors);
    const OverlapIndex reversed_index(reversed);
    for (std::size_t row = 0; row < vectors.size(); ++row) {
        const auto sums = overlaps(index, row);
        EXPECT_EQ(overlaps(reversed_index, row), sums);
        for (std::size_t column = 0; column < vectors.size(); ++column) {
            ASSERT_EQ(overlaps(index, column)[row], sums[column]);
            if (row != column) {
                const auto exact = oracle::overlap(vectors[row], vectors[column]);
                // Each of at most 40 additions errs by half a unit in the last place of a float.
                ASSERT_NEAR(static_cast<double>(sums[column]), exact, 42 * exact * 0x1p-24);
            }
        }
    }
}

TEST(OverlapIndex, AnswersFromManyThreadsAtOnce) {
    base::Random random(71);
    const auto vectors = random_vectors(random, 60, {.weighted = true});
    const OverlapIndex index(vectors);
    std::vector<std::vector<float>> answers(vectors.size());
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (auto row = thread; row < vectors.size(); row += 4) {
                answers[row] = overlaps(index, row);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (std::size_t row = 0; row < vectors.size(); ++row) {
        EXPECT_EQ(answers[row], overlaps(index, row));
    }
}

}  // namespace
}  // namespace wirecopy::score

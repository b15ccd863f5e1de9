// Matrices of the probabilities of the models, and their grades.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "engine/articles.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {
namespace {

constexpr std::array judged_measures{Measure::story, Measure::derived};

// Two stories whose articles take turns, so that any block of them has pairs of every grade.
std::vector<Article> articles() {
    std::vector<std::vector<Article>> stories;
    for (const auto* name : {"brewery_takeover", "ferry_collision"}) {
        const std::vector<std::string> path{std::string(WIRECOPY_SOURCE_DIR) +
                                            "/tests/families/tuning/" + name + ".jsonl"};
        stories.push_back(read_corpus(path, {}).articles);
    }
    std::vector<Article> dealt;
    for (std::size_t i = 0; i < std::min(stories[0].size(), stories[1].size()); ++i) {
        dealt.push_back(stories[0][i]);
        dealt.push_back(stories[1][i]);
    }
    return dealt;
}

SimilarityOptions judged(Measure measure, bool grades, unsigned threads = 1) {
    SimilarityOptions options;
    options.measure = measure;
    options.grades = grades;
    options.threads = threads;
    return options;
}

TEST(JudgedMatrix, HasTheNumbersAndGradesOfComparisons) {
    const auto all = articles();
    const Comparison comparison(all);
    for (const auto measure : judged_measures) {
        const auto matrix = similarity_matrix(all, judged(measure, true));
        ASSERT_EQ(matrix.grades.size(), matrix.values.size());
        for (std::size_t a = 0; a < all.size(); ++a) {
            for (std::size_t b = a; b < all.size(); ++b) {
                const auto verdict = comparison.compare(a, b);
                const auto value = measure == Measure::story ? verdict.story : verdict.derived;
                EXPECT_EQ(matrix.at(a, b), value);
                EXPECT_EQ(matrix.at(b, a), value);
                EXPECT_EQ(matrix.grades[a * all.size() + b], verdict.grade);
                EXPECT_EQ(matrix.grades[b * all.size() + a], verdict.grade);
            }
        }
    }
}

TEST(JudgedMatrix, HasTheSameNumbersWithoutGrades) {
    const auto all = articles();
    const std::span<const Article> rows(all.data(), 5);
    const std::span<const Article> columns(all.data() + 5, all.size() - 5);
    for (const auto measure : judged_measures) {
        const auto plain = judged(measure, false);
        const auto graded = judged(measure, true);
        EXPECT_EQ(similarity_matrix(all, plain).values, similarity_matrix(all, graded).values);
        EXPECT_EQ(similarity_matrix(rows, columns, plain).values,
                  similarity_matrix(rows, columns, graded).values);
        EXPECT_TRUE(similarity_matrix(all, plain).grades.empty());
    }
}

TEST(JudgedMatrix, OfTheSameWordsHasOneAndACopy) {
    auto all = articles();
    for (const auto* text : {"Weather: no change.", "And so it was to be."}) {
        for (int i = 0; i < 2; ++i) {
            all.emplace_back();
            all.back().text = text;
        }
    }
    for (const auto measure : judged_measures) {
        for (const bool grades : {false, true}) {
            const auto matrix = similarity_matrix(all, judged(measure, grades));
            for (auto a = all.size() - 4; a < all.size(); a += 2) {
                EXPECT_EQ(matrix.at(a, a + 1), 1) << all[a].text;
                EXPECT_EQ(matrix.at(a + 1, a), 1) << all[a].text;
                EXPECT_TRUE(!grades || matrix.grades[a * all.size() + a + 1] == Grade::copy);
            }
        }
    }
}

TEST(JudgedMatrix, OfRowsAgainstColumnsIsABlockOfTheMatrixOfAll) {
    const auto all = articles();
    constexpr std::size_t row_count = 7;
    const std::span<const Article> rows(all.data(), row_count);
    const std::span<const Article> columns(all.data() + row_count, all.size() - row_count);
    for (const auto measure : judged_measures) {
        const auto whole = similarity_matrix(all, judged(measure, true));
        const auto block = similarity_matrix(rows, columns, judged(measure, true));
        std::size_t found = 0;
        for (std::size_t a = 0; a < rows.size(); ++a) {
            for (std::size_t b = 0; b < columns.size(); ++b) {
                EXPECT_EQ(block.at(a, b), whole.at(a, row_count + b));
                const auto grade = block.grades[a * columns.size() + b];
                EXPECT_EQ(grade, whole.grades[a * all.size() + row_count + b]);
                found += grade > Grade::none ? 1 : 0;
            }
        }
        EXPECT_GT(found, 0U);
    }
}

TEST(JudgedMatrix, IsTheSameBytesWithAnyNumberOfThreads) {
    const auto all = articles();
    const std::span<const Article> rows(all.data(), 9);
    for (const auto measure : judged_measures) {
        for (const bool grades : {false, true}) {
            const auto one = similarity_matrix(all, judged(measure, grades));
            const auto sets = similarity_matrix(rows, all, judged(measure, grades));
            for (const unsigned threads : {0U, 2U, 8U}) {
                const auto options = judged(measure, grades, threads);
                const auto again = similarity_matrix(all, options);
                EXPECT_EQ(again.values, one.values);
                EXPECT_EQ(again.grades, one.grades);
                EXPECT_EQ(similarity_matrix(rows, all, options).values, sets.values);
                EXPECT_EQ(similarity_matrix(rows, all, options).grades, sets.grades);
            }
        }
    }
}

TEST(JudgedMatrix, DoesNotChangeWithTheShingles) {
    const auto all = articles();
    const auto usual = similarity_matrix(all, judged(Measure::derived, true));
    auto options = judged(Measure::derived, true);
    options.ngram = 1;
    options.unit = ShingleUnit::character;
    const auto other = similarity_matrix(all, options);
    EXPECT_EQ(other.values, usual.values);
    EXPECT_EQ(other.grades, usual.grades);
}

TEST(JudgedMatrix, OfArticlesWithoutWordsIsZeroAndGradedNone) {
    const auto made = testing::articles_of({"", "... !?", "Port Osmer floods again"});
    const auto matrix = similarity_matrix(made, judged(Measure::derived, true));
    EXPECT_EQ(matrix.values, (std::vector<float>{0, 0, 0, 0, 0, 0, 0, 0, 1}));
    EXPECT_EQ(matrix.grades[4], Grade::none);
    EXPECT_EQ(matrix.grades[8], Grade::copy);
    EXPECT_TRUE(similarity_matrix({}, judged(Measure::derived, true)).grades.empty());
}

TEST(JudgedMatrix, MovesItsGradesWithItsArticles) {
    const auto all = articles();
    const auto matrix = similarity_matrix(all, judged(Measure::derived, true));
    auto moved = matrix;
    order_by_cluster(moved);
    ASSERT_NE(moved.row_labels, matrix.row_labels);
    const auto place = [&](const std::string& label) {
        return static_cast<std::size_t>(
            std::find(matrix.row_labels.begin(), matrix.row_labels.end(), label) -
            matrix.row_labels.begin());
    };
    for (std::size_t a = 0; a < all.size(); ++a) {
        for (std::size_t b = 0; b < all.size(); ++b) {
            EXPECT_EQ(
                moved.grades[a * all.size() + b],
                matrix
                    .grades[place(moved.row_labels[a]) * all.size() + place(moved.row_labels[b])]);
        }
    }
}

TEST(JudgedMatrix, OtherMeasuresHaveNoGrades) {
    const auto all = articles();
    EXPECT_TRUE(similarity_matrix(all, judged(Measure::tfidf, true)).grades.empty());
}

}  // namespace
}  // namespace wirecopy

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/articles.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {
namespace {

using testing::options_of;

// The five founding articles and three others.
testing::Articles articles() {
    auto made = testing::seeds();
    made.push_back(testing::article_of("ferry",
                                       "The ferry to Port Osmer sank on Friday, "
                                       "Tilda Brandvik of the coast guard said."));
    made.push_back(testing::article_of("strike", "Nurses in Harrowmere will strike on Monday."));
    made.push_back(testing::article_of("empty", "..."));
    return made;
}

// One story of five, and three articles alone.
LabelledPairs stories() {
    LabelledPairs pairs;
    pairs.labels = {"other", "same"};
    pairs.articles = {0, 1, 2, 3, 4, 5, 6, 7};
    pairs.clusters = {0, 0, 0, 0, 0, 1, 2, 3};
    return pairs;
}

TEST(EvaluateMeasure, FindsTheFoundingArticlesByBlend) {
    const auto made = evaluate_measure(articles(), stories(), options_of(Measure::blend), {});
    EXPECT_EQ(made.articles, 8U);
    EXPECT_EQ(made.clusters, 4U);
    EXPECT_EQ(made.measure.name, "blend");
    EXPECT_EQ(made.figures.positives, 10U);
    EXPECT_EQ(made.figures.negatives, 18U);
    EXPECT_EQ(made.figures.average_precision, 1.0);
    EXPECT_EQ(made.figures.best->f1, 1.0);
    EXPECT_FALSE(made.figures.at_threshold);
    EXPECT_TRUE(made.figures.reliability.has_value());
    EXPECT_TRUE(made.false_positives.empty() && made.false_negatives.empty());
}

TEST(EvaluateMeasure, NamesTheWorstErrorsByScoreThenOrder) {
    auto pairs = stories();
    pairs.clusters = {0, 1, 2, 3, 4, 5, 5, 5};  // all wrong: the seeds apart, the others together
    const auto options = options_of(Measure::blend);
    const auto matrix = similarity_matrix(articles(), options);
    const auto made =
        evaluate_measure(articles(), pairs, options, {.threshold = 0.2F, .limit_errors = 3});
    ASSERT_EQ(made.false_positives.size(), 3U);
    ASSERT_EQ(made.false_negatives.size(), 3U);
    std::vector<float> scores;
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            scores.push_back(matrix.at(a, b));
        }
    }
    std::ranges::sort(scores, std::greater<>());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(made.false_positives[i].score, scores[i]);
        EXPECT_EQ(made.false_positives[i].label, "other");
        EXPECT_EQ(made.false_negatives[i].score, 0.0F);
        EXPECT_EQ(made.false_negatives[i].label, "same");
    }
    EXPECT_EQ(made.false_negatives[0].id_a, "ferry");
    EXPECT_EQ(made.false_negatives[0].id_b, "strike");
    EXPECT_EQ(made.false_negatives[1].id_b, "empty");
    EXPECT_EQ(made.false_negatives[2].id_a, "strike");
    EXPECT_EQ(made.error_threshold, 0.2F);
}

TEST(EvaluateMeasure, NamesErrorsByTheBestThresholdUnlessOneIsGiven) {
    LabelledPairs pairs;
    pairs.labels = {"match", "no match"};
    pairs.listed = {{.a = 0, .b = 1, .label = 0, .positive = true},
                    {.a = 3, .b = 4, .label = 1, .positive = false},
                    {.a = 5, .b = 6, .label = 1, .positive = false}};
    const auto options = options_of(Measure::blend);
    const auto made = evaluate_measure(articles(), pairs, options, {.limit_errors = 10});
    EXPECT_EQ(made.error_threshold, made.figures.best->threshold);
    ASSERT_EQ(made.false_positives.size(), 1U);
    EXPECT_EQ(made.false_positives[0].label, "no match");
    EXPECT_TRUE(made.false_negatives.empty());
    EXPECT_EQ(made.articles, 6U);
    EXPECT_EQ(made.clusters, 0U);
    const auto strict =
        evaluate_measure(articles(), pairs, options, {.threshold = 0.9F, .limit_errors = 10});
    EXPECT_TRUE(strict.false_positives.empty());
    EXPECT_EQ(strict.false_negatives.size(), 1U);
}

TEST(EvaluateMeasure, OfNatsHasNoProbabilities) {
    const auto made = evaluate_measure(articles(), stories(), options_of(Measure::information), {});
    EXPECT_TRUE(made.figures.average_precision.has_value());
    EXPECT_FALSE(made.figures.brier_score || made.figures.brier_skill || made.figures.reliability);
}

TEST(EvaluateMeasure, WithoutPositivesNamesNoErrorsUnlessAThresholdIsGiven) {
    auto pairs = stories();
    pairs.clusters = {0, 1, 2, 3, 4, 5, 6, 7};
    const auto options = options_of(Measure::blend);
    EXPECT_TRUE(
        evaluate_measure(articles(), pairs, options, {.limit_errors = 5}).false_positives.empty());
    EXPECT_EQ(evaluate_measure(articles(), pairs, options, {.threshold = 0.0F, .limit_errors = 5})
                  .false_positives.size(),
              5U);
}

TEST(EvaluateMeasure, RefusesUnusableOptionsBeforeTheWork) {
    EvaluationOptions no_bins;
    no_bins.bins = 0;
    EXPECT_THROW((void)evaluate_measure({}, {}, options_of(Measure::blend), no_bins), Error);
}

}  // namespace
}  // namespace wirecopy

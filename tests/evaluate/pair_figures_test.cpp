#include "evaluate/pair_figures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "evaluate/random_scores.hpp"
#include "oracle/evaluate_figures.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using Scores = std::vector<LabelledScore>;

// Two articles of one story at .9, .7 and .5; others at .8, .7 and .2.
const Scores six{{0.9F, true},  {0.8F, false}, {0.7F, true},
                 {0.7F, false}, {0.5F, true},  {0.2F, false}};

// NaN where there is nothing, as the oracle has it.
double value(std::optional<double> figure) {
    return figure.value_or(std::numeric_limits<double>::quiet_NaN());
}

void expect_equal(std::optional<double> figure, double expected, const char* what) {
    EXPECT_EQ(std::isnan(expected), !figure) << what;
    if (figure && !std::isnan(expected)) {
        EXPECT_NEAR(*figure, expected, 1e-9) << what;
    }
}

TEST(PairFigures, AreThoseWorkedByHand) {
    const auto figures = evaluate_scores(six, {.threshold = 0.7F});
    EXPECT_EQ(figures.positives, 3U);
    EXPECT_EQ(figures.negatives, 3U);
    // Recall rises by a third at .9, .7 and .5, where precision is 1/1, 2/4 and 3/5.
    EXPECT_DOUBLE_EQ(value(figures.average_precision), (1.0 + 0.5 + 0.6) / 3);
    // .9 stands above 3 negatives, .7 above one and a half, .5 above one: of 9.
    EXPECT_DOUBLE_EQ(value(figures.roc_auc), 5.5 / 9);
    EXPECT_EQ(figures.best->threshold, 0.5F);
    EXPECT_DOUBLE_EQ(value(figures.best->precision), 0.6);
    EXPECT_DOUBLE_EQ(value(figures.best->recall), 1.0);
    EXPECT_DOUBLE_EQ(value(figures.best->f1), 0.75);
    EXPECT_EQ(figures.at_threshold->true_positives, 2U);
    EXPECT_EQ(figures.at_threshold->false_positives, 2U);
    EXPECT_EQ(figures.at_threshold->false_negatives, 1U);
    EXPECT_DOUBLE_EQ(value(figures.at_threshold->f1), 4.0 / 7);
    EXPECT_DOUBLE_EQ(value(figures.brier_score), (.01 + .64 + .09 + .49 + .25 + .04) / 6);
    EXPECT_DOUBLE_EQ(value(figures.brier_skill), 1 - (1.52 / 6) / .25);
}

TEST(PairFigures, OfAPerfectScoreAreOne) {
    const auto figures = evaluate_scores(Scores{{1, true}, {0, false}, {1, true}}, {});
    for (const auto figure : {figures.average_precision, figures.roc_auc, figures.best->precision,
                              figures.best->recall, figures.best->f1, figures.brier_skill}) {
        EXPECT_EQ(figure, 1.0);
    }
    EXPECT_EQ(figures.best->threshold, 1.0F);
    EXPECT_EQ(figures.brier_score, 0.0);
}

TEST(PairFigures, OfOneScoreForAllAreThoseOfTheBaseRate) {
    const auto figures =
        evaluate_scores(Scores{{0.25F, true}, {0.25F, false}, {0.25F, false}, {0.25F, false}}, {});
    EXPECT_EQ(figures.average_precision, 0.25);
    EXPECT_EQ(figures.roc_auc, 0.5);
    EXPECT_EQ(figures.brier_skill, 0.0);
    EXPECT_EQ(figures.best->recall, 1.0);
}

TEST(PairFigures, OfNothingAreNotThere) {
    const auto figures = evaluate_scores({}, {.threshold = 0.5F});
    EXPECT_FALSE(figures.average_precision || figures.roc_auc || figures.best ||
                 figures.brier_score || figures.brier_skill || figures.reliability);
    EXPECT_FALSE(figures.at_threshold->precision || figures.at_threshold->recall ||
                 figures.at_threshold->f1);
}

TEST(PairFigures, WithoutPositivesHaveNoRecallAndNoAveragePrecision) {
    const auto figures = evaluate_scores(Scores{{0.5F, false}, {0, false}}, {.threshold = 0.5F});
    EXPECT_FALSE(figures.average_precision || figures.roc_auc || figures.best ||
                 figures.brier_skill || figures.at_threshold->recall);
    EXPECT_EQ(figures.at_threshold->precision, 0.0);
    EXPECT_EQ(figures.at_threshold->f1, 0.0);
    EXPECT_EQ(figures.brier_score, 0.125);
}

TEST(PairFigures, WithoutNegativesHaveNoAucAndNoSkill) {
    const auto figures = evaluate_scores(Scores{{0.5F, true}, {0, true}}, {});
    EXPECT_EQ(figures.average_precision, 1.0);
    EXPECT_EQ(figures.best->f1, 1.0);
    EXPECT_EQ(figures.best->threshold, 0.0F);
    EXPECT_FALSE(figures.roc_auc || figures.brier_skill);
}

TEST(PairFigures, HaveNoPrecisionWhereNothingIsFound) {
    const auto figures = evaluate_scores(six, {.threshold = 0.95F});
    EXPECT_FALSE(figures.at_threshold->precision);
    EXPECT_EQ(figures.at_threshold->recall, 0.0);
    EXPECT_EQ(figures.at_threshold->f1, 0.0);
}

TEST(PairFigures, TakeThresholdsOfNoneAndAll) {
    EXPECT_EQ(evaluate_scores(six, {.threshold = 0.0F}).at_threshold->true_positives, 3U);
    EXPECT_EQ(evaluate_scores(six, {.threshold = 1.0F}).at_threshold->false_negatives, 3U);
    EXPECT_EQ(evaluate_scores(six, {.threshold = 1e9F}).at_threshold->false_negatives, 3U);
}

TEST(PairFigures, OfEqualF1NameTheHighestThreshold) {
    // F1 is 2/3 at .8 (1 of 1 found, 1 missed) and at .4 (2 found, 2 wrong).
    const Scores scores{{0.8F, true}, {0.6F, false}, {0.6F, false}, {0.4F, true}};
    const auto figures = evaluate_scores(scores, {});
    EXPECT_DOUBLE_EQ(value(figures.best->f1), 2.0 / 3);
    EXPECT_EQ(figures.best->threshold, 0.8F);
}

TEST(PairFigures, OfScoresAboveOneHaveNoProbabilities) {
    const auto figures = evaluate_scores(Scores{{31.5F, true}, {0.5F, false}}, {});
    EXPECT_EQ(figures.average_precision, 1.0);
    EXPECT_EQ(figures.best->threshold, 31.5F);
    EXPECT_FALSE(figures.brier_score || figures.brier_skill || figures.reliability);
}

TEST(PairFigures, EqualTheOracleWithAndWithoutTies) {
    base::Random random(17);
    for (const std::uint64_t levels : {1ULL, 2ULL, 5ULL, 30ULL, 1'000'001ULL}) {
        for (const double highest : {1.0, 40.0}) {
            for (std::size_t count = 1; count < 120; count += 1 + count / 5) {
                const auto scores = testing::random_scores(random, count, levels, highest);
                const auto threshold = scores[random.below(count)].score;
                const auto figures = evaluate_scores(scores, {.threshold = threshold});
                const bool any = figures.positives > 0;
                const auto nothing = std::numeric_limits<double>::quiet_NaN();
                expect_equal(figures.average_precision,
                             any ? oracle::average_precision(scores) : nothing, "AP");
                expect_equal(figures.roc_auc, oracle::roc_auc(scores), "AUC");
                expect_equal(figures.best ? figures.best->f1 : std::nullopt,
                             any ? oracle::best_f1(scores) : nothing, "best F1");
                const auto here = oracle::at_threshold(scores, threshold);
                expect_equal(figures.at_threshold->precision, here.precision(), "precision");
                expect_equal(figures.at_threshold->recall, here.recall(), "recall");
                expect_equal(figures.at_threshold->f1, here.f1(), "F1");
                if (figures.best) {
                    const auto best = oracle::at_threshold(scores, figures.best->threshold);
                    expect_equal(figures.best->precision, best.precision(), "best precision");
                    expect_equal(figures.best->recall, best.recall(), "best recall");
                }
                if (highest == 1.0) {
                    // A float is off by up to 3e-8, its square by twice that.
                    EXPECT_NEAR(value(figures.brier_score), oracle::brier_score(scores), 1e-7);
                }
            }
        }
    }
}

TEST(PairFigures, AreTheSameForAnyOrderOfThePairs) {
    base::Random random(19);
    auto scores = testing::random_scores(random, 1000, 50);
    const auto figures = evaluate_scores(scores, {.threshold = 0.3F});
    std::ranges::reverse(scores);
    const auto turned = evaluate_scores(scores, {.threshold = 0.3F});
    EXPECT_EQ(figures.average_precision, turned.average_precision);
    EXPECT_EQ(figures.roc_auc, turned.roc_auc);
    EXPECT_EQ(figures.brier_score, turned.brier_score);
    EXPECT_EQ(figures.reliability->mass_calibration_error,
              turned.reliability->mass_calibration_error);
}

// 10^10 pairs: the products of counts are beyond 64 bits.
TEST(PairFigures, OfManyPairsStayExact) {
    constexpr std::uint64_t many = 5'000'000'000;
    const std::vector<evaluate::ScoreCount> counts{
        {0, many / 2, many}, {500'000, many / 2, 0}, {1'000'000, many, many}};
    const auto figures = evaluate::pair_figures(counts, {});
    // Of positives and negatives half of each pair is: 1/4 x 1/4, 1/4 x 1/2, 1/2 x 3/4.
    EXPECT_DOUBLE_EQ(value(figures.roc_auc), 0.25 * 0.25 + 0.25 * 0.5 + 0.5 * 0.75);
    EXPECT_DOUBLE_EQ(value(figures.best->f1), 3.0 / 4.5);
    EXPECT_DOUBLE_EQ(value(figures.brier_score), (0.5 + 0.125 + 1.0) / 4);
}

TEST(PairFigures, OfUnusableOptionsAreErrors) {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    EvaluationOptions no_bins;
    no_bins.bins = 0;
    for (const auto& options :
         {no_bins, EvaluationOptions{.threshold = -0.5F}, EvaluationOptions{.floor = nan},
          EvaluationOptions{.threshold = static_cast<float>(nan)},
          EvaluationOptions{.floor = -1}}) {
        try {
            (void)evaluate_scores(six, options);
            ADD_FAILURE() << "no error";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::option);
        }
    }
}

}  // namespace
}  // namespace wirecopy

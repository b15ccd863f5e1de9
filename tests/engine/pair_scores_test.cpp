#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "engine/articles.hpp"
#include "oracle/engine_similarity.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {
namespace {

using testing::options_of;

// The scores of a pair by measure, of a with b.
std::vector<std::pair<Measure, double>> by_measure(const PairScores& scores) {
    return {{Measure::blend, scores.blend},
            {Measure::tfidf, scores.tfidf},
            {Measure::lead, scores.lead},
            {Measure::specifics, scores.specifics},
            {Measure::specifics_containment, scores.specifics_containment_a},
            {Measure::information, scores.information_nats},
            {Measure::jaccard, scores.jaccard},
            {Measure::containment, scores.containment_a}};
}

double tolerance(double score) {
    return 2e-6 * std::max(1.0, score);
}

TEST(PairScores, EqualTheOracleAndTheCellsOfTheMatrices) {
    base::Random random(137);
    for (const auto unit : {ShingleUnit::word, ShingleUnit::character}) {
        const auto articles = testing::random_articles(random, 30);
        const oracle::SimilarityOracle expected(articles, 3, unit);
        std::vector<Matrix> matrices;
        for (const auto measure : testing::all_measures) {
            matrices.push_back(similarity_matrix(articles, options_of(measure, 3, unit)));
        }
        const auto options = options_of(Measure::blend, 3, unit);
        for (std::size_t a = 0; a < articles.size(); a += 2) {
            for (std::size_t b = 0; b < articles.size(); ++b) {
                for (const auto& [measure, score] :
                     by_measure(score_pair(articles, a, b, options))) {
                    const auto plain = expected.score(measure, a, b);
                    const auto& matrix = matrices[static_cast<std::size_t>(measure)];
                    ASSERT_NEAR(score, plain, tolerance(plain))
                        << matrix.measure.name << " of " << a << " and " << b;
                    ASSERT_EQ(static_cast<double>(matrix.at(a, b)), score)
                        << matrix.measure.name << " of " << a << " and " << b;
                }
            }
        }
    }
}

TEST(PairScores, OfEqualArticlesAndOfOneWithItselfAreWhole) {
    base::Random random(151);
    auto articles = testing::random_articles(random, 20);
    const auto count = articles.size();
    for (std::size_t i = 0; i < count; ++i) {
        articles.push_back(articles[i]);
        articles.back().id += " again";
    }
    const auto options = options_of(Measure::blend, 2);
    for (std::size_t a = 0; a < count; ++a) {
        for (const auto b : {a, a + count}) {
            const auto scores = score_pair(articles, a, b, options);
            for (const double score :
                 {scores.jaccard, scores.containment_a, scores.containment_b, scores.tfidf,
                  scores.lead, scores.specifics, scores.specifics_containment_a,
                  scores.specifics_containment_b, scores.blend}) {
                ASSERT_TRUE(score == 1.0 || score == 0.0) << a << ", " << b << ": " << score;
            }
        }
        ASSERT_NEAR(score_pair(articles, a, a, options).information_nats,
                    score_pair(articles, a, a + count, options).information_nats,
                    tolerance(score_pair(articles, a, a, options).information_nats));
    }
}

TEST(PairScores, AreThoseOfTheTurnedPairWithContainmentsSwapped) {
    base::Random random(139);
    const auto articles = testing::random_articles(random, 20);
    const auto options = options_of(Measure::blend, 2);
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const auto there = score_pair(articles, a, b, options);
            const auto back = score_pair(articles, b, a, options);
            ASSERT_EQ(there.containment_a, back.containment_b);
            ASSERT_EQ(there.containment_b, back.containment_a);
            ASSERT_EQ(there.specifics_containment_a, back.specifics_containment_b);
            ASSERT_EQ(there.specifics_containment_b, back.specifics_containment_a);
            ASSERT_EQ(there.jaccard, back.jaccard);
            ASSERT_EQ(there.tfidf, back.tfidf);
            ASSERT_EQ(there.lead, back.lead);
            ASSERT_EQ(there.specifics, back.specifics);
            ASSERT_EQ(there.information_nats, back.information_nats);
            ASSERT_EQ(there.blend, back.blend);
        }
    }
}

TEST(PairScores, DoNotDependOnTheMeasureAskedForNorOnThreads) {
    base::Random random(149);
    const auto articles = testing::random_articles(random, 150);
    const auto one = score_pair(articles, 3, 140, options_of(Measure::blend));
    for (const unsigned threads : {0U, 2U, 8U}) {
        const auto other = score_pair(articles, 3, 140,
                                      options_of(Measure::jaccard, 3, ShingleUnit::word, threads));
        EXPECT_EQ(by_measure(other), by_measure(one));
    }
}

TEST(PairScores, OfUnusableOptionsOrPlacesAreOptionErrors) {
    const auto articles = testing::articles_of({"one", "two"});
    const auto kind_of = [&](std::size_t a, std::size_t b, std::size_t ngram) {
        try {
            (void)score_pair(articles, a, b, options_of(Measure::blend, ngram));
        } catch (const Error& error) {
            return error.kind();
        }
        return ErrorKind::output;
    };
    EXPECT_EQ(kind_of(0, 1, 0), ErrorKind::option);
    EXPECT_EQ(kind_of(2, 1, 3), ErrorKind::option);
    EXPECT_EQ(kind_of(0, 2, 3), ErrorKind::option);
    EXPECT_EQ(kind_of(0, 1, 3), ErrorKind::output);
}

}  // namespace
}  // namespace wirecopy

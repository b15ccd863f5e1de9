#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <numeric>

#include "engine/articles.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {
namespace {

using testing::all_measures;
using testing::options_of;

struct Scored {
    LabelledPair pair;
    float score;
};

std::vector<Scored> scored(const testing::Articles& articles, const LabelledPairs& pairs,
                           const SimilarityOptions& options) {
    std::vector<Scored> scores;
    score_labelled_pairs(articles, pairs, options, [&](const LabelledPair& pair, float score) {
        scores.push_back({pair, score});
    });
    return scores;
}

LabelledPairs listed(std::vector<LabelledPair> pairs) {
    LabelledPairs made;
    made.labels = {"no", "yes"};
    made.listed = std::move(pairs);
    return made;
}

// Every third article is in no cluster.
LabelledPairs clustered(std::size_t articles, std::uint32_t clusters) {
    LabelledPairs made;
    made.labels = {"other", "same"};
    for (std::uint32_t place = 0; place < articles; ++place) {
        if (place % 3 != 0) {
            made.articles.push_back(place);
            made.clusters.push_back(place * 7 % clusters);
        }
    }
    return made;
}

TEST(LabelledPairs, ThatAreListedHaveTheScoresOfTheMatrixAsTheyStand) {
    base::Random random(211);
    const auto articles = testing::random_articles(random, 60);
    std::vector<LabelledPair> pairs;
    for (std::uint32_t i = 0; i < 3'000; ++i) {
        const auto a = static_cast<std::uint32_t>(random.below(60));
        const auto b = static_cast<std::uint32_t>(random.below(60));
        pairs.push_back({.a = a, .b = b, .label = i % 2, .positive = i % 2 == 1});
    }
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        const auto scores = scored(articles, listed(pairs), options_of(measure));
        ASSERT_EQ(scores.size(), pairs.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            ASSERT_EQ(scores[i].pair.a, pairs[i].a);
            ASSERT_EQ(scores[i].pair.positive, pairs[i].positive);
            ASSERT_EQ(scores[i].score, matrix.at(pairs[i].a, pairs[i].b)) << matrix.measure.name;
        }
    }
}

TEST(LabelledPairs, OfClustersAreAllPairsWithTheLargerScoreOfBothDirections) {
    base::Random random(223);
    const auto articles = testing::random_articles(random, 50);
    const auto pairs = clustered(articles.size(), 5);
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        const auto scores = scored(articles, pairs, options_of(measure));
        ASSERT_EQ(scores.size(), pairs.size());
        std::size_t at = 0;
        for (std::size_t i = 0; i < pairs.articles.size(); ++i) {
            for (std::size_t j = i + 1; j < pairs.articles.size(); ++j) {
                const auto& [pair, score] = scores[at++];
                const bool same = pairs.clusters[i] == pairs.clusters[j];
                ASSERT_EQ(pair.a, pairs.articles[i]);
                ASSERT_EQ(pair.b, pairs.articles[j]);
                ASSERT_EQ(pair.positive, same);
                ASSERT_EQ(pair.label, same ? 1U : 0U);
                ASSERT_EQ(score, std::max(matrix.at(pair.a, pair.b), matrix.at(pair.b, pair.a)))
                    << matrix.measure.name;
            }
        }
    }
}

TEST(LabelledPairs, HaveTheSameScoresForAnyNumberOfThreads) {
    base::Random random(227);
    const auto articles = testing::random_articles(random, 120);
    auto pairs = clustered(articles.size(), 9);
    for (std::uint32_t i = 0; i + 1 < articles.size(); ++i) {
        pairs.listed.push_back({.a = i + 1, .b = i, .label = 0, .positive = false});
    }
    for (const auto measure : all_measures) {
        const auto expected = scored(articles, pairs, options_of(measure));
        for (const unsigned threads : {2U, 8U}) {
            const auto scores =
                scored(articles, pairs, options_of(measure, 3, ShingleUnit::word, threads));
            ASSERT_EQ(scores.size(), expected.size());
            for (std::size_t i = 0; i < scores.size(); ++i) {
                ASSERT_EQ(scores[i].score, expected[i].score);
                ASSERT_EQ(scores[i].pair.a, expected[i].pair.a);
                ASSERT_EQ(scores[i].pair.b, expected[i].pair.b);
            }
        }
    }
}

TEST(LabelledPairs, OfNothingAreNoScores) {
    const auto articles = testing::articles_of({"Port Osmer", "Port Osmer"});
    EXPECT_TRUE(scored(articles, {}, options_of(Measure::blend)).empty());
    EXPECT_TRUE(scored({}, {}, options_of(Measure::blend)).empty());
    LabelledPairs alone;
    alone.articles = {1};
    alone.clusters = {0};
    EXPECT_TRUE(scored(articles, alone, options_of(Measure::blend)).empty());
}

TEST(LabelledPairs, OfArticlesThatAreNotThereAreAnOptionError) {
    const auto articles = testing::articles_of({"one", "two"});
    LabelledPairs beyond;
    beyond.articles = {0, 2};
    beyond.clusters = {0, 0};
    LabelledPairs uneven;
    uneven.articles = {0, 1};
    uneven.clusters = {0};
    LabelledPairs twice;
    twice.articles = {1, 1};
    twice.clusters = {0, 0};
    for (const auto& pairs :
         {listed({{.a = 0, .b = 2, .label = 0, .positive = true}}), beyond, uneven, twice}) {
        try {
            (void)scored(articles, pairs, options_of(Measure::tfidf));
            ADD_FAILURE() << "no error";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::option);
        }
    }
    EXPECT_THROW((void)scored(articles, {}, options_of(Measure::tfidf, 0)), Error);
}

TEST(LabelledPairs, ReportProgressUpToTheirNumber) {
    base::Random random(229);
    const auto articles = testing::random_articles(random, 90);
    auto pairs = clustered(articles.size(), 4);
    pairs.listed.assign(5'000, {.a = 0, .b = 1, .label = 0, .positive = false});
    for (const unsigned threads : {1U, 4U}) {
        auto options = options_of(Measure::jaccard, 3, ShingleUnit::word, threads);
        std::vector<std::string> stages;
        std::size_t done = 0;
        std::size_t done_pairs = 0;
        options.progress = [&](const RunStep& step) {
            if (step.done == 0) {
                stages.emplace_back(step.stage);
                done = 0;
            } else {
                EXPECT_EQ(step.stage, stages.back());
                EXPECT_GT(step.done, done);
                done = step.done;
            }
            done_pairs += step.stage == "scoring" && step.done == step.total ? step.total : 0;
            return true;
        };
        (void)scored(articles, pairs, options);
        // Listed ones, then those of clusters.
        EXPECT_EQ(stages,
                  (std::vector<std::string>{"preparing", "scoring", "preparing", "scoring"}));
        EXPECT_EQ(done_pairs, pairs.size());
    }
}

TEST(LabelledPairs, OfAModelReportWhatAComparisonDoes) {
    base::Random random(233);
    const auto articles = testing::random_articles(random, 90);
    auto options = options_of(Measure::story);
    std::vector<std::string> stages;
    options.progress = [&](const RunStep& step) {
        if (stages.empty() || stages.back() != step.stage) {
            stages.emplace_back(step.stage);
        }
        return true;
    };
    (void)scored(articles, listed({{.a = 0, .b = 2, .label = 0, .positive = true}}), options);
    EXPECT_EQ(stages, (std::vector<std::string>{"preparing", "weighing", "candidates", "scoring"}));
    stages.clear();
    (void)scored(articles, clustered(articles.size(), 4), options);
    EXPECT_EQ(stages, (std::vector<std::string>{"preparing", "weighing", "candidates", "judging"}));
}

TEST(LabelledPairs, StopWhereProgressSaysSo) {
    base::Random random(239);
    const auto articles = testing::random_articles(random, 90);
    for (const auto measure : {Measure::tfidf, Measure::story}) {
        auto options = options_of(measure);
        options.progress = [](const RunStep& step) { return step.stage == "preparing"; };
        try {
            (void)scored(articles, clustered(articles.size(), 4), options);
            ADD_FAILURE() << "went on";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::stopped);
        }
    }
}

}  // namespace
}  // namespace wirecopy

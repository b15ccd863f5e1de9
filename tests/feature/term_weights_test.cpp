#include "feature/term_weights.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace wirecopy::feature {
namespace {

Prior prior_of(std::vector<TermFrequency> terms) {
    return Prior::parse(make_prior(terms, 1000, 1));
}

TEST(TermWeights, OfFewArticlesComeFromThePrior) {
    const auto prior = prior_of({{1, 500}, {2, 1}});
    const std::vector<TermSet> articles(5, TermSet{1, 2, 3});
    const TermWeights weights(articles, prior);
    EXPECT_NEAR(static_cast<double>(weights.nats(1, true)), -std::log(505.0 / 1006), .03);
    EXPECT_NEAR(static_cast<double>(weights.nats(2, true)), -std::log(6.0 / 1006), .03);
}

TEST(TermWeights, OfManyArticlesComeFromTheCorpus) {
    const auto prior = prior_of({{1, 1000}, {2, 1}});
    std::vector<TermSet> articles(200'000, TermSet{2});
    articles[0] = {1};
    articles[1] = {1};
    const TermWeights weights(articles, prior);
    EXPECT_LT(weights.nats(2, true), .02F);
    EXPECT_NEAR(static_cast<double>(weights.nats(1, true)), -std::log(1002.0 / 201'001), .05);
}

TEST(TermWeights, OfATermOfOneArticleAreThoseOfATermOfNone) {
    const std::vector<TermSet> articles{{1, 7}, {1, 2}, {1, 2}};
    const TermWeights weights(articles, prior_of({{1, 5}}));
    EXPECT_EQ(weights.nats(7, true), weights.nats(123, true));
    EXPECT_EQ(weights.nats(7, false), weights.nats(123, false));
    EXPECT_LT(weights.nats(2, true), weights.nats(7, true));
}

TEST(TermWeights, InOtherLanguagesDoNotKnowThePrior) {
    const std::vector<TermSet> articles{{1, 2}, {1, 2}};
    const TermWeights weights(articles, prior_of({{1, 900}}));
    EXPECT_EQ(weights.nats(1, false), weights.nats(2, false));
    EXPECT_LT(weights.nats(1, true), weights.nats(2, true));
}

TEST(TermWeights, AreAlwaysAboveZero) {
    const std::vector<TermSet> articles(50, TermSet{1});
    const TermWeights weights(articles, prior_of({{1, 1000}}));
    EXPECT_GT(weights.nats(1, true), 0.0F);
    EXPECT_GT(weights.nats(1, false), 0.0F);
}

TEST(TermWeights, HaveADigestOfTheirOwnWhateverTheOrder) {
    const auto prior = prior_of({{1, 5}});
    const std::vector<TermSet> one{{1, 2}, {3}};
    const std::vector<TermSet> turned{{3}, {1, 2}};
    const std::vector<TermSet> other{{1, 2}, {4}};
    EXPECT_EQ(TermWeights(one, prior).digest(), TermWeights(turned, prior).digest());
    EXPECT_NE(TermWeights(one, prior).digest(), TermWeights(other, prior).digest());
    EXPECT_NE(TermWeights(one, prior).digest(), TermWeights(one, Prior()).digest());
}

}  // namespace
}  // namespace wirecopy::feature

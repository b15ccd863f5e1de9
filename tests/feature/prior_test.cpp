#include "feature/prior.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "wirecopy/error.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::feature {
namespace {

std::string small_prior() {
    const TermFrequency terms[] = {{5, 500}, {9, 80}, {70, 8}, {71, 7}, {4'000'000'000, 1000}};
    return make_prior(terms, 1000, 8);
}

TEST(Prior, KeepsTheShareOfATermWithinFourPercent) {
    const auto prior = Prior::parse(small_prior());
    EXPECT_NEAR(prior.share(5), .5, .02);
    EXPECT_NEAR(prior.share(9), .08, .08 * .04);
    EXPECT_NEAR(prior.share(70), .008, .008 * .04);
    EXPECT_DOUBLE_EQ(prior.share(4'000'000'000), 1.0);
    EXPECT_EQ(prior.article_count(), 1000U);
}

TEST(Prior, LeavesOutRareTermsAndTakesThemForAsRareAsThoseLeftOut) {
    const auto prior = Prior::parse(small_prior());
    EXPECT_EQ(prior.entries().size(), 4U);
    EXPECT_DOUBLE_EQ(prior.share(71), prior.unseen_share());
    EXPECT_DOUBLE_EQ(prior.unseen_share(), .007);
}

TEST(Prior, RefusesEveryDamagedByte) {
    const auto whole = small_prior();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        EXPECT_THROW(static_cast<void>(Prior::parse(damaged)), Error) << at;
        EXPECT_THROW(static_cast<void>(Prior::parse(whole.substr(0, at))), Error) << at;
    }
}

TEST(Prior, NeverOutgrowsAQuarterOfAMegabyte) {
    std::vector<TermFrequency> terms;
    for (std::uint32_t i = 0; i < 90'000; ++i) {
        terms.push_back({i, 8 + i % 50});
    }
    const auto bytes = make_prior(terms, 100'000, 8);
    EXPECT_LE(bytes.size(), std::size_t{256} << 10U);
    EXPECT_GT(Prior::parse(bytes).entries().size(), 40'000U);
}

TEST(Prior, OfNoArticlesCannotBeMade) {
    EXPECT_THROW(static_cast<void>(make_prior({}, 0, 8)), Error);
}

TEST(EnglishPrior, KnowsThatPresidentIsMoreCommonThanStarlink) {
    TapeBuilder builder;
    const auto tape = builder.build("The president spoke of Starlink.");
    ASSERT_EQ(tape.size(), 5U);
    const auto& prior = english_prior();
    EXPECT_GT(prior.share(tape.terms[1]), .05);
    EXPECT_LT(prior.share(tape.terms[4]), .001);
    EXPECT_GT(prior.article_count(), 10'000U);
}

}  // namespace
}  // namespace wirecopy::feature

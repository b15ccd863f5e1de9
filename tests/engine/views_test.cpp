#include "engine/views.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/articles.hpp"
#include "oracle/feature_windows.hpp"

namespace wirecopy::engine {
namespace {

using score::Formula;
using score::View;

std::vector<const Article*> pointers_to(const testing::Articles& articles) {
    std::vector<const Article*> pointers;
    for (const auto& article : articles) {
        pointers.push_back(&article);
    }
    return pointers;
}

// More than one range of articles, so that builders are used again and exchanged.
testing::Articles many() {
    base::Random random(151);
    return testing::random_articles(random, 150);
}

void expect_same(const Tape& a, const Tape& b) {
    EXPECT_EQ(a.terms, b.terms);
    EXPECT_EQ(a.flags, b.flags);
    EXPECT_EQ(a.places, b.places);
    EXPECT_EQ(a.words, b.words);
    EXPECT_EQ(a.language, b.language);
}

TEST(MakeTapes, AreThoseThatAFreshBuilderMakes) {
    const auto articles = many();
    for (const unsigned threads : {1U, 4U}) {
        const auto tapes = make_tapes(pointers_to(articles), threads);
        ASSERT_EQ(tapes.size(), articles.size());
        for (std::size_t i = 0; i < articles.size(); ++i) {
            expect_same(tapes[i], TapeBuilder().build(articles[i].text));
        }
    }
}

TEST(ShingleVectors, AreSetsWithTheirSizesForTotals) {
    const auto articles = many();
    for (const auto unit : {ShingleUnit::word, ShingleUnit::character}) {
        const auto made = shingle_vectors(pointers_to(articles),
                                          testing::options_of(Measure::jaccard, 2, unit, 3));
        ASSERT_EQ(made.vectors.size(), articles.size());
        ASSERT_EQ(made.totals.size(), articles.size());
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const auto& features = made.vectors[i].features;
            const auto items = unit == ShingleUnit::word
                                   ? oracle::folded_words(articles[i].text)
                                   : oracle::folded_characters(articles[i].text);
            const auto windows = oracle::windows(items, 2);
            const std::set<std::vector<std::string>> distinct(windows.begin(), windows.end());
            ASSERT_EQ(features.size(), distinct.size());
            ASSERT_TRUE(std::ranges::is_sorted(features));
            ASSERT_TRUE(made.vectors[i].weights.empty());
            ASSERT_EQ(made.totals[i], static_cast<double>(distinct.size()));
        }
    }
}

TEST(TermVectors, OfCosinesHaveLengthOne) {
    const auto articles = many();
    const auto tapes = make_tapes(pointers_to(articles), 1);
    for (const auto view : {View::content, View::lead, View::specifics}) {
        const auto made = term_vectors(tapes, {view, Formula::cosine}, 2);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const auto& [features, weights] = made.vectors[i];
            ASSERT_EQ(weights.size(), features.size());
            ASSERT_EQ(made.totals[i], features.empty() ? 0.0 : 1.0);
            double squares = 0;
            for (const auto weight : weights) {
                squares += static_cast<double>(weight) * static_cast<double>(weight);
            }
            ASSERT_NEAR(squares, made.totals[i], 1e-6);
        }
    }
}

TEST(TermVectors, OfSumsHaveTheRootsOfWhatTheirTotalsAdd) {
    const auto articles = many();
    const auto tapes = make_tapes(pointers_to(articles), 1);
    for (const auto formula : {Formula::jaccard, Formula::containment, Formula::sum}) {
        const auto made = term_vectors(tapes, {View::specifics, formula}, 2);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            double total = 0;
            for (const auto weight : made.vectors[i].weights) {
                ASSERT_GT(weight, 0.0F);
                total += static_cast<double>(weight) * static_cast<double>(weight);
            }
            ASSERT_NEAR(total, made.totals[i], 1e-6 * std::max(1.0, total));
        }
    }
}

TEST(TermVectors, KeepTermsInTheTopBitsThatPartTheIndex) {
    const auto articles =
        testing::articles_of({"Nurses strike in Port Osmer", "Port Osmer floods"});
    const auto tapes = make_tapes(pointers_to(articles), 1);
    const auto made = term_vectors(tapes, {View::content, Formula::sum}, 1);
    ASSERT_EQ(made.vectors[0].features.size(), 4U);
    for (const auto feature : made.vectors[0].features) {
        const auto term = static_cast<std::uint32_t>(feature >> 32U);
        EXPECT_EQ(feature, std::uint64_t{term} << 32U);
        EXPECT_TRUE(std::ranges::count(tapes[0].terms, term) == 1);
    }
}

}  // namespace
}  // namespace wirecopy::engine

#include "feature/document_frequency.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/hash.hpp"
#include "oracle/feature_document_frequency.hpp"

namespace wirecopy::feature {
namespace {

using Terms = std::set<std::uint32_t>;

DocumentFrequencies frequencies_of(const std::vector<Terms>& articles) {
    std::vector<TermCounts> counts;
    for (const auto& terms : articles) {
        // How often a term occurs in an article must not matter.
        counts.push_back({{terms.begin(), terms.end()},
                          std::vector<std::uint32_t>(
                              terms.size(), 1 + static_cast<std::uint32_t>(counts.size()))});
    }
    return DocumentFrequencies(counts);
}

TEST(DocumentFrequencies, CountArticlesThatHoldATerm) {
    const auto frequencies = frequencies_of({{1, 2, 3}, {2, 3}, {3}, {}});
    EXPECT_EQ(frequencies.of(1), 1U);
    EXPECT_EQ(frequencies.of(2), 2U);
    EXPECT_EQ(frequencies.of(3), 3U);
}

TEST(DocumentFrequencies, TakeAnUnknownTermForOneOfASingleArticle) {
    const auto frequencies = frequencies_of({{5, 9}, {5, 9}});
    for (const std::uint32_t unknown : {0U, 4U, 7U, 10U, 0xffffffffU}) {
        EXPECT_EQ(frequencies.of(unknown), 1U) << unknown;
    }
    EXPECT_EQ(frequencies_of({}).of(1), 1U);
}

TEST(DocumentFrequencies, WeighByTheSmoothedLogarithm) {
    const auto frequencies = frequencies_of({{1, 2}, {2}, {2}});
    EXPECT_DOUBLE_EQ(frequencies.weight(1), std::log(4.0 / 2.0) + 1.0);
    EXPECT_DOUBLE_EQ(frequencies.weight(2), 1.0);
    EXPECT_DOUBLE_EQ(frequencies.information_nats(1), std::log(4.0));
    EXPECT_DOUBLE_EQ(frequencies.information_nats(2), std::log(4.0 / 3.0));
}

TEST(DocumentFrequencies, GiveATermOfEveryArticleALittleWeight) {
    for (std::size_t count = 1; count < 2000; count = count * 3 + 1) {
        const auto frequencies = frequencies_of(std::vector<Terms>(count, Terms{7}));
        EXPECT_EQ(frequencies.of(7), count);
        EXPECT_EQ(frequencies.weight(7), 1.0);
        EXPECT_GT(frequencies.information_nats(7), 0.0);
    }
}

TEST(DocumentFrequencies, EqualTheOracleOnRandomArticles) {
    base::Random random(47);
    for (int round = 0; round < 100; ++round) {
        std::vector<Terms> articles(1 + random.below(30));
        for (auto& terms : articles) {
            for (auto left = random.below(25); left > 0; --left) {
                // Common terms and rare ones, over the whole range of hashes.
                terms.insert(static_cast<std::uint32_t>(
                    base::mix(random.below(2) == 0 ? random.below(6) : random.below(400))));
            }
        }
        articles.back().insert({0, 0xffffffff});
        const auto frequencies = frequencies_of(articles);
        const oracle::DocumentFrequencies expected(articles);
        for (const auto& [term, count] : expected.counts) {
            ASSERT_EQ(frequencies.of(term), count);
            ASSERT_DOUBLE_EQ(frequencies.weight(term), expected.weight(term));
            ASSERT_DOUBLE_EQ(frequencies.information_nats(term), expected.information_nats(term));
            ASSERT_GE(frequencies.weight(term), 1.0);
            ASSERT_GT(frequencies.information_nats(term), 0.0);
        }
    }
}

TEST(DocumentFrequencies, WeighARarerTermMore) {
    std::vector<Terms> articles(50);
    for (std::uint32_t term = 1; term <= 50; ++term) {
        for (std::uint32_t article = 0; article < term; ++article) {
            articles[article].insert(term);
        }
    }
    const auto frequencies = frequencies_of(articles);
    for (std::uint32_t term = 1; term < 50; ++term) {
        EXPECT_GT(frequencies.weight(term), frequencies.weight(term + 1));
        EXPECT_GT(frequencies.information_nats(term), frequencies.information_nats(term + 1));
    }
}

}  // namespace
}  // namespace wirecopy::feature

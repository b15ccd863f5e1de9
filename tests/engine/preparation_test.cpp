#include "engine/preparation.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/articles.hpp"
#include "engine/views.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::engine {
namespace {

constexpr std::string_view standing =
    "Shares changed hands on the Ostermunde exchange at about the daily average of the year, while "
    "advancing issues outnumbered declining ones on the quay";

constexpr std::string_view quoted =
    "\u201cWe have weighed the harbour and found it wanting in every way that a harbour can be "
    "weighed, and we shall weigh it once more before the year is out,\u201d";

// A story of words that no other has, in sentences.
std::string story_of(std::uint64_t seed) {
    base::Random random(seed + 1);
    std::string text;
    for (int sentence = 0; sentence < 12; ++sentence) {
        text += "The";
        for (int word = 0; word < 12; ++word) {
            text += ' ';
            for (int letter = 0; letter < 7; ++letter) {
                text += static_cast<char>('a' + random.below(26));
            }
        }
        text += ".\n";
    }
    return text;
}

// Of one outlet, a week apart each, with a line of their own.
testing::Articles weekly(std::string_view line, std::size_t count = 3) {
    testing::Articles articles;
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id = std::to_string(i);
        article.source = "Quay Gazette";
        article.date = "2011-03-" + std::string(i == 0 ? "0" : "") + std::to_string(1 + 9 * i);
        article.text = story_of(i) + std::string(line) + " in March.\n" + story_of(i + 50) +
                       "All rights reserved.\n";
        articles.push_back(article);
    }
    return articles;
}

std::vector<std::vector<std::string>> ignored_in(const testing::Articles& articles,
                                                 unsigned threads = 1) {
    const auto all = pointers_to(articles);
    const auto prepared = prepare(all, threads);
    std::vector<std::vector<std::string>> ignored(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        for (const auto place : prepared[i].ignored) {
            ignored[i].push_back(articles[i].text.substr(place.begin, place.end - place.begin));
        }
    }
    return ignored;
}

TEST(PlacesToIgnore, AreFurnitureByShapeAndWhatAnOutletRepeats) {
    for (const auto& ignored : ignored_in(weekly(standing))) {
        ASSERT_EQ(ignored.size(), 2U);
        EXPECT_NE(ignored[0].find("daily average of the year, while advancing issues"),
                  std::string::npos)
            << ignored[0];
        EXPECT_EQ(ignored[1], "All rights reserved.");
    }
    for (const auto& ignored : ignored_in(weekly(standing, 2))) {
        EXPECT_EQ(ignored.size(), 1U);
    }
}

TEST(PlacesToIgnore, HoldNoQuotation) {
    for (const auto& ignored : ignored_in(weekly(quoted))) {
        EXPECT_EQ(ignored, std::vector<std::string>{"All rights reserved."});
    }
}

TEST(PlacesToIgnore, AreNoneInTheFoundingArticles) {
    for (const auto& ignored : ignored_in(testing::seeds())) {
        std::size_t bytes = 0;
        for (const auto& place : ignored) {
            bytes += place.size();
        }
        EXPECT_LT(bytes, 400U);
    }
}

TEST(PlacesToIgnore, AreTheSameWithAnyNumberOfThreads) {
    testing::Articles articles;
    for (std::size_t i = 0; i < 40; ++i) {
        for (auto& article : weekly(i % 2 == 0 ? standing : quoted)) {
            article.id += "-" + std::to_string(i);
            article.text = story_of(100 + 3 * i) + article.text;
            articles.push_back(article);
        }
    }
    const auto alone = ignored_in(articles);
    EXPECT_EQ(ignored_in(articles, 2), alone);
    EXPECT_EQ(ignored_in(articles, 8), alone);
}

TEST(Comparison, CallsNothingPartialThatOnlyRepeatsItsOutletsLine) {
    const std::string line = std::string(standing) + ", and " + std::string(standing);
    auto articles = weekly(line);
    const auto verdict = Comparison(articles).compare(0, 1);
    EXPECT_EQ(verdict.grade, Grade::none);
    // Jaccard is over all words, as everybody means it.
    EXPECT_GT(verdict.jaccard, .03F);
    // Two articles alone cannot know.
    articles.pop_back();
    EXPECT_EQ(Comparison(articles).compare(0, 1).grade, Grade::partial);
}

TEST(Comparison, CallsACopyOneWhateverFurnitureStandsAroundIt) {
    auto articles = weekly("", 2);
    const std::string furniture =
        "Sign up for our daily newsletter and get the stories of the day in your inbox.\n"
        "Read more: the best Sunday lunches on the quay, chosen by our readers\n"
        "Follow us on Twitter and Facebook for all the latest news from the harbour.\n";
    articles[0].text = story_of(5);
    articles[1].text = furniture + story_of(5) + furniture + "All rights reserved.\n";
    EXPECT_EQ(Comparison(articles).compare(0, 1).grade, Grade::copy);
}

}  // namespace
}  // namespace wirecopy::engine

#include "engine/candidates.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/articles.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::families;

using Graded = std::map<std::pair<std::size_t, std::size_t>, PairVerdict>;

Graded all_graded(const std::vector<Article>& articles) {
    Graded graded;
    Comparison(articles).compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
        for (std::size_t i = 0; i < later.size(); ++i) {
            if (later[i].grade != Grade::none) {
                graded.emplace(std::pair(a, a + 1 + i), later[i]);
            }
        }
    });
    return graded;
}

Graded likely(const std::vector<Article>& articles, CompareOptions options = {}) {
    options.search = PairSearch::likely;
    Graded found;
    std::size_t next = 0;
    Comparison(articles, options)
        .compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
            EXPECT_EQ(a, next++);
            std::size_t before = a;
            for (const auto& pair : later) {
                EXPECT_GT(pair.b, before);
                before = pair.b;
                found.emplace(std::pair(a, pair.b), pair.verdict);
            }
        });
    EXPECT_EQ(next, articles.size());
    return found;
}

TEST(LikelyPairs, HoldNearlyAllThatComparingAllGrades) {
    const auto articles = families();
    const auto graded = all_graded(articles);
    const auto found = likely(articles);
    ASSERT_GT(graded.size(), 300U);
    std::size_t missed = 0;
    for (const auto& [pair, verdict] : graded) {
        missed += found.contains(pair) ? 0 : 1;
    }
    EXPECT_LE(missed, graded.size() / 50);
    // Far fewer than all.
    EXPECT_LT(found.size(), articles.size() * articles.size() / 8);
}

TEST(LikelyPairs, HoldEveryPairOfTheFoundingArticles) {
    const auto articles = testing::seeds();
    const auto found = likely(articles);
    EXPECT_EQ(found.size(), 10U);
    for (const auto& [pair, verdict] : found) {
        EXPECT_GE(verdict.grade, Grade::rewrite);
        EXPECT_EQ(verdict, Comparison(articles).compare(pair.first, pair.second));
    }
}

TEST(LikelyPairs, AreTheSameOnAnyNumberOfThreads) {
    const auto articles = families();
    CompareOptions one;
    one.threads = 1;
    CompareOptions many;
    many.threads = 7;
    EXPECT_EQ(likely(articles, one), likely(articles, many));
}

// From all in the file to nothing there.
TEST(LikelyPairs, AreTheSameWithAnyMemoryOnAnyNumberOfThreads) {
    const auto articles = families();
    const auto expected = likely(articles);
    for (const unsigned threads : {1U, 2U, 8U}) {
        const auto least = least_memory(articles.size(), threads);
        for (const std::uint64_t more : {0U, 6'000'000U, 1'000'000'000U}) {
            CompareOptions options;
            options.threads = threads;
            options.memory = {least + more, ::testing::TempDir()};
            EXPECT_EQ(likely(articles, options), expected) << threads << " threads, " << more;
        }
    }
}

TEST(LikelyPairs, RefuseLessMemoryThanTheyNeed) {
    const auto articles = families();
    CompareOptions options;
    options.threads = 2;
    options.memory = {least_memory(articles.size(), 2) - 1, ::testing::TempDir()};
    EXPECT_THROW(static_cast<void>(likely(articles, options)), Error);
}

TEST(LikelyPairs, RefuseAFolderThatTakesNoFileWhereOneIsNeeded) {
    const auto articles = families();
    CompareOptions options;
    options.memory = {least_memory(articles.size(), 0), "/a folder that is not there"};
    EXPECT_THROW(static_cast<void>(likely(articles, options)), Error);
    options.memory.bytes += 1'000'000'000;
    EXPECT_NO_THROW(static_cast<void>(likely(articles, options)));
}

TEST(LikelyPairs, OfGroupsAreThoseOfAllButInsideAGroup) {
    const auto articles = families();
    CompareOptions options;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        options.groups.push_back(static_cast<std::uint32_t>(i % 3));
    }
    auto expected = likely(articles);
    std::erase_if(expected,
                  [](const auto& pair) { return pair.first.first % 3 == pair.first.second % 3; });
    EXPECT_GT(expected.size(), 100U);
    EXPECT_EQ(likely(articles, options), expected);
}

TEST(LikelyPairs, OfManyEqualArticlesMeetOneOfAnotherGroup) {
    std::vector<Article> articles(40);
    CompareOptions options;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = std::to_string(i);
        articles[i].text = "Subscribe to our newsletter to read this story";
        options.groups.push_back(i == 20 ? 1 : 0);
    }
    std::size_t of_the_other = 0;
    for (const auto& [pair, verdict] : likely(articles, options)) {
        EXPECT_TRUE(pair.first == 20 || pair.second == 20);
        EXPECT_EQ(verdict.grade, Grade::copy);
        ++of_the_other;
    }
    EXPECT_GE(of_the_other, 19U);
}

TEST(LikelyPairs, RefuseGroupsOfAnotherNumber) {
    CompareOptions options;
    options.groups = {1, 2};
    EXPECT_THROW(Comparison(std::vector<Article>(3), options), Error);
}

Article dated(std::string id, std::string text, std::string date) {
    Article article;
    article.id = std::move(id);
    article.text = std::move(text);
    article.date = std::move(date);
    return article;
}

const char* const ferry =
    "The ferry Marisol ran aground off Cape Tarrow at dawn with 212 people aboard, and Captain "
    "Orla Venning said that nobody was hurt when the 4,300-tonne vessel struck the Lantern Shoal.";

TEST(LikelyPairs, KeepToTheWindow) {
    const std::vector<Article> articles{
        dated("1", ferry, "2024-03-01"), dated("2", ferry, "2024-03-08"),
        dated("3", ferry, "2024-03-09"), dated("4", ferry, ""), dated("5", ferry, "2023-01-01")};
    CompareOptions options;
    options.window_days = 7;
    const auto found = likely(articles, options);
    const auto has = [&](std::size_t a, std::size_t b) { return found.contains({a, b}); };
    EXPECT_TRUE(has(0, 1));
    EXPECT_FALSE(has(0, 2)) << "eight days apart";
    EXPECT_TRUE(has(1, 2));
    for (const std::size_t other : {0, 1, 2}) {
        EXPECT_TRUE(has(other, 3)) << "of no day: in every window";
        EXPECT_FALSE(has(other, 4));
    }
    EXPECT_TRUE(has(3, 4));
    EXPECT_EQ(likely(articles).size(), 10U) << "without a window";
}

TEST(LikelyPairs, OfALongAffairHoldThoseOfOneDay) {
    auto articles = testing::long_affair();
    CompareOptions options;
    options.least_grade = Grade::none;
    const auto of_one_day = [&] {
        std::size_t count = 0;
        for (const auto& [pair, verdict] : likely(articles, options)) {
            count += pair.first / 4 == pair.second / 4 ? 1 : 0;
        }
        return count;
    };
    constexpr std::size_t all = std::size_t{70} * 6;
    EXPECT_EQ(of_one_day(), all);
    for (auto& article : articles) {
        article.date.clear();
    }
    EXPECT_LT(of_one_day(), 3 * all / 4);
}

TEST(LikelyPairs, OfSomeDozenEqualArticlesAreAll) {
    const std::vector<std::string> texts(33,
                                         "The ferry to Osmer sank on Friday, harbour police said.");
    EXPECT_EQ(likely(testing::articles_of(texts)).size(), 33U * 32 / 2);
}

TEST(LikelyPairs, OfManyEqualArticlesAreLinear) {
    std::vector<Article> articles;
    for (int i = 0; i < 3000; ++i) {
        articles.push_back(dated(std::to_string(i), ferry, ""));
    }
    const auto found = likely(articles);
    EXPECT_LT(found.size(), articles.size() * 60);
    std::vector<bool> is_paired(articles.size());
    for (const auto& [pair, verdict] : found) {
        EXPECT_EQ(verdict.grade, Grade::copy);
        is_paired[pair.first] = is_paired[pair.second] = true;
    }
    EXPECT_EQ(std::count(is_paired.begin(), is_paired.end(), false), 0);
}

// Rare terms are a small part of a long article; and those of the one that holds the other may all
// be where they differ.
TEST(LikelyPairs, HoldLongTextsAndWhatIsCutFromThem) {
    base::Random random(13);
    for (const std::size_t length : {300UL, 6000UL}) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) {
            text += "w" + std::to_string(random.below(20'000)) + " ";
        }
        const auto articles = testing::articles_of(
            {text, text.substr(500), "A sentence more stands here now. " + text});
        const auto found = likely(articles);
        ASSERT_EQ(found.size(), 3U) << length;
        for (const auto& [pair, verdict] : found) {
            EXPECT_GE(verdict.grade, Grade::rewrite) << length;
            EXPECT_GT(verdict.story, 0.9F) << length;
        }
    }
}

TEST(LikelyPairs, OfArticlesWithoutWordsAreNone) {
    const std::vector<Article> articles{dated("1", "...", ""), dated("2", "...", ""),
                                        dated("3", "", "")};
    EXPECT_TRUE(likely(articles).empty());
    EXPECT_TRUE(likely({}).empty());
}

TEST(LikelyPairs, AreNotToldOfAComparisonOfAll) {
    const Comparison comparison(std::vector<Article>{});
    EXPECT_THROW(comparison.compare_likely([](std::size_t, auto) {}), Error);
}

}  // namespace
}  // namespace wirecopy

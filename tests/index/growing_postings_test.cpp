#include "index/growing_postings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::index {
namespace {

std::vector<Found> sorted(std::span<const Found> found) {
    std::vector<Found> all(found.begin(), found.end());
    std::ranges::sort(all, {}, &Found::article);
    return all;
}

// A few keys are in most articles, most in a few.
std::vector<std::vector<Key>> random_articles(std::size_t count) {
    base::Random random(3);
    std::vector<std::vector<Key>> articles(count);
    for (auto& keys : articles) {
        std::set<std::uint32_t> chosen;
        for (auto left = random.below(20); left > 0; --left) {
            chosen.insert(
                static_cast<std::uint32_t>(base::mix(random.below(1 + random.below(400)))));
        }
        for (const auto key : chosen) {
            keys.push_back({key, static_cast<float>(1 + random.below(100)) / 100});
        }
    }
    return articles;
}

TEST(GrowingPostings, FindWhatPostingsOfAllFind) {
    const auto articles = random_articles(600);
    const Postings all(articles, [](std::size_t parts, const auto& sort) {
        for (std::size_t part = 0; part < parts; ++part) {
            sort(part);
        }
    });
    Query query(all);
    GrowingPostings growing;
    std::map<std::uint32_t, std::size_t> having;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        const Query::Range range{i / 3, 25};
        EXPECT_EQ(sorted(growing.matching(articles[i], range, 0.5F)),
                  sorted(query.earlier(i, range, 0.5F)));
        const auto best =
            growing.best_matching(articles[i], range, 5, [](std::uint32_t) { return true; });
        const auto expected = query.best_earlier(i, range, 5);
        EXPECT_TRUE(std::ranges::equal(best, expected));
        growing.add(i, articles[i]);
        for (const auto& key : articles[i]) {
            ++having[key.key];
        }
    }
    std::size_t every = 0;
    std::size_t shared = 0;
    for (const auto& [key, count] : having) {
        every += count;
        shared += count > 1 ? count : 0;
    }
    EXPECT_EQ(growing.posting_count(), every);
    EXPECT_EQ(all.posting_count(), shared);
    EXPECT_LT(shared, every);
}

TEST(GrowingPostings, PassOverWhatIsNotAccepted) {
    GrowingPostings growing;
    for (std::uint32_t i = 10; i < 20; ++i) {
        growing.add(i, std::vector<Key>{{7, 1}});
    }
    const auto even = growing.best_matching(std::vector<Key>{{7, 1}}, {}, 3,
                                            [](std::uint32_t article) { return article % 2 == 0; });
    EXPECT_TRUE(std::ranges::equal(even, std::vector<Found>{{10, 1}, {12, 1}, {14, 1}}));
}

TEST(GrowingPostings, MadeOfTheirListsGoOnAsTheyWouldHave) {
    const auto articles = random_articles(600);
    GrowingPostings whole;
    GrowingPostings restored;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        whole.add(i, articles[i]);
        restored.add(i, articles[i]);
        if (i % 97 == 0) {
            restored = GrowingPostings(restored.lists());
        }
        const Query::Range range{i / 3, 25};
        ASSERT_TRUE(std::ranges::equal(whole.matching(articles[i], range, 0.5F),
                                       restored.matching(articles[i], range, 0.5F)));
    }
    auto lists = whole.lists();
    lists.articles.pop_back();
    EXPECT_THROW(GrowingPostings{lists}, Error);
    lists = whole.lists();
    lists.weights.pop_back();
    EXPECT_THROW(GrowingPostings{lists}, Error);
    lists = whole.lists();
    lists.articles[0] = ~std::uint32_t{0};
    EXPECT_THROW(GrowingPostings{lists}, Error);
    lists = whole.lists();
    lists.keys[1] = lists.keys[0];
    EXPECT_THROW(GrowingPostings{lists}, Error);
}

TEST(GrowingPostings, ThatKeepSomeArticlesAreThoseOfTheseAlone) {
    const auto articles = random_articles(600);
    const auto stays = [](std::uint32_t article) { return article % 3 == 1 && article > 100; };
    GrowingPostings some;
    GrowingPostings kept;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        kept.add(i, articles[i]);
        if (stays(i)) {
            some.add(i, articles[i]);
        }
    }
    kept.keep_only(stays);
    EXPECT_EQ(kept.posting_count(), some.posting_count());
    for (const auto& keys : articles) {
        const Query::Range range{0, 25};
        ASSERT_EQ(sorted(kept.matching(keys, range, 0.1F)),
                  sorted(some.matching(keys, range, 0.1F)));
    }
    kept.keep_only([](std::uint32_t) { return false; });
    EXPECT_EQ(kept.posting_count(), 0U);
    EXPECT_TRUE(kept.matching(articles[0], {0, 25}, 0).empty());
    kept.add(700, articles[0]);
    EXPECT_EQ(kept.matching(articles[0], {0, 25}, 0).size(), 1U);
}

TEST(GrowingPostings, WithoutWeightsFindWhatThoseOfOneDo) {
    auto articles = random_articles(600);
    for (auto& keys : articles) {
        for (auto& key : keys) {
            key.weight = 1;
        }
    }
    const auto stays = [](std::uint32_t article) { return article % 4 != 2; };
    GrowingPostings ones;
    GrowingPostings none(false);
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        for (auto* const postings : {&ones, &none}) {
            postings->add(i, articles[i]);
            if (i % 97 == 50) {
                *postings = GrowingPostings(postings->lists());
            }
            if (i == 300) {
                postings->keep_only(stays);
            }
        }
        ASSERT_EQ(none.posting_count(), ones.posting_count());
        for (const Query::Range& range : {Query::Range{i / 3, 25}, Query::Range{0, 1}}) {
            ASSERT_TRUE(std::ranges::equal(none.matching(articles[i], range, 0.5F),
                                           ones.matching(articles[i], range, 0.5F)));
        }
    }
    EXPECT_TRUE(none.lists().weights.empty());
    EXPECT_GT(std::ranges::count(none.lists().sizes, 1U), 0);
    EXPECT_GT(std::ranges::max(none.lists().sizes), 50U);
}

TEST(GrowingPostings, WithoutArticlesFindNothing) {
    GrowingPostings growing;
    EXPECT_TRUE(growing.matching(std::vector<Key>{{7, 1}}, {}, 0).empty());
}

}  // namespace
}  // namespace wirecopy::index

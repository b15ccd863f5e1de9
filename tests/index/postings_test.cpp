#include "index/postings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::index {
namespace {

using Articles = std::vector<std::vector<Key>>;

Postings postings_of(const Articles& articles) {
    return {articles, [](std::size_t parts, const auto& sort) {
                for (std::size_t part = parts; part-- > 0;) {
                    sort(part);
                }
            }};
}

// Keys of all sizes of lists, in all parts.
Articles random_articles(std::size_t count, std::uint64_t seed) {
    base::Random random(seed);
    Articles articles(count);
    for (auto& keys : articles) {
        std::set<std::uint32_t> drawn;
        const auto size = random.below(12);
        for (std::uint64_t i = 0; i < size; ++i) {
            const auto rank = random.below(random.below(40) + 1);
            drawn.insert(static_cast<std::uint32_t>(base::mix(rank)));
        }
        for (const auto key : drawn) {
            keys.push_back({key, static_cast<float>(1 + random.below(8)) / 4});
        }
    }
    return articles;
}

// The same by comparing every key with every key.
std::map<std::uint32_t, float> plain_earlier(const Articles& articles, std::size_t article,
                                             const Query::Range& range) {
    std::map<std::uint32_t, float> scores;
    for (const auto& own : articles[article]) {
        std::vector<std::pair<std::uint32_t, float>> having;
        for (auto other = range.first; other < article; ++other) {
            for (const auto& key : articles[other]) {
                if (key.key == own.key) {
                    having.emplace_back(static_cast<std::uint32_t>(other), key.weight);
                }
            }
        }
        const auto skipped =
            having.size() - std::min<std::size_t>(having.size(), range.most_postings);
        for (auto i = skipped; i < having.size(); ++i) {
            scores[having[i].first] += own.weight * having[i].second;
        }
    }
    return scores;
}

TEST(Postings, FindWhatComparingEveryKeyFinds) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto articles = random_articles(60, seed);
        const auto postings = postings_of(articles);
        Query query(postings);
        for (std::size_t article = 0; article < articles.size(); ++article) {
            const Query::Range range{article / 3, seed % 2 == 0 ? ~std::size_t{0} : 3};
            const auto expected = plain_earlier(articles, article, range);
            for (const float least : {.5F, 2.F}) {
                std::map<std::uint32_t, float> found;
                for (const auto& one : query.earlier(article, range, least)) {
                    EXPECT_TRUE(found.emplace(one.article, one.score).second);
                }
                auto kept = expected;
                std::erase_if(kept, [&](const auto& entry) { return entry.second < least; });
                EXPECT_EQ(found, kept) << "seed " << seed << ", article " << article;
            }
        }
    }
}

// Keys of one part alone, more than are sorted by merging.
TEST(Postings, OfCrowdedPartsFindTheSame) {
    base::Random random(9);
    Articles articles(300);
    for (auto& keys : articles) {
        std::set<std::uint32_t> drawn;
        for (int i = 0; i < 40; ++i) {
            const auto rank = random.below(random.below(3000) + 1);
            drawn.insert(static_cast<std::uint32_t>(base::mix(rank)) >> 6U);
        }
        for (const auto key : drawn) {
            keys.push_back({key, static_cast<float>(1 + random.below(8)) / 4});
        }
    }
    const auto postings = postings_of(articles);
    ASSERT_GT(postings.posting_count(), 8000U);
    Query query(postings);
    std::size_t all = 0;
    for (std::size_t article = 0; article < articles.size(); article += 7) {
        const Query::Range range{article / 3, 5};
        std::map<std::uint32_t, float> found;
        for (const auto& one : query.earlier(article, range, 0)) {
            found.emplace(one.article, one.score);
        }
        EXPECT_EQ(found, plain_earlier(articles, article, range)) << "article " << article;
        all += found.size();
    }
    EXPECT_GT(all, 1000U);
}

TEST(Postings, BestAreTheHighestScoresTiesByArticle) {
    const auto articles = random_articles(80, 3);
    const auto postings = postings_of(articles);
    Query query(postings);
    for (std::size_t article = 0; article < articles.size(); ++article) {
        const auto all = plain_earlier(articles, article, {});
        std::vector<Found> expected;
        for (const auto& [other, score] : all) {
            expected.push_back({other, score});
        }
        std::stable_sort(expected.begin(), expected.end(),
                         [](const Found& a, const Found& b) { return a.score > b.score; });
        for (const std::size_t limit : {0, 1, 5, 1000}) {
            const auto best = query.best_earlier(article, {}, limit);
            const auto count = std::min(limit, expected.size());
            ASSERT_EQ(best.size(), count);
            EXPECT_TRUE(std::equal(best.begin(), best.end(), expected.begin()));
        }
    }
}

TEST(Postings, AQuestionLeavesNothingBehindForTheNext) {
    const auto articles = random_articles(50, 9);
    const auto postings = postings_of(articles);
    Query used(postings);
    for (std::size_t article = 0; article < articles.size(); ++article) {
        static_cast<void>(used.best_earlier(article, {}, 3));
    }
    Query fresh(postings);
    const auto before = fresh.best_earlier(49, {}, 50);
    const auto after = used.best_earlier(49, {}, 50);
    EXPECT_TRUE(std::equal(before.begin(), before.end(), after.begin(), after.end()));
}

TEST(Postings, OfNoArticlesAndOfArticlesWithoutKeysFindNothing) {
    EXPECT_EQ(postings_of({}).posting_count(), 0U);
    const Articles empty(3);
    const auto postings = postings_of(empty);
    EXPECT_EQ(postings.size(), 3U);
    EXPECT_TRUE(Query(postings).earlier(2, {}, 0).empty());
}

TEST(Postings, WalkNoMoreThanTheRangeHolds) {
    Articles articles(1000);
    for (auto& keys : articles) {
        keys = {{7, 1}};
    }
    const auto postings = postings_of(articles);
    Query query(postings);
    static_cast<void>(query.earlier(999, {990, ~std::size_t{0}}, 0));
    EXPECT_EQ(query.walked(), 9U);
    static_cast<void>(query.earlier(999, {0, 5}, 0));
    EXPECT_EQ(query.walked(), 14U);
}

}  // namespace
}  // namespace wirecopy::index

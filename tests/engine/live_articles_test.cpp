#include "engine/live_articles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/articles.hpp"
#include "engine/comparison.hpp"
#include "engine/likely_links.hpp"
#include "feature/day.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::engine {
namespace {

using testing::families;

using Pairs = std::map<std::pair<std::size_t, std::size_t>, PairVerdict>;

// As the batch finds them: what it grades, and what it says for or against a story.
Pairs batch_pairs(const Epoch& epoch, std::span<const Article> articles, CompareOptions options) {
    options.search = PairSearch::likely;
    options.shingle_scores = false;
    Pairs found;
    for (const auto least : {Grade::none, Grade::related}) {
        options.least_grade = least;
        ComparisonAccess::under(epoch, articles, options)
            .compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
                for (const auto& [b, verdict] : later) {
                    if (least > Grade::none || verdict.story >= least_linked_story) {
                        found.emplace(std::pair(a, b), verdict);
                    }
                }
            });
    }
    return found;
}

// All pairs that are there now, every one seen from both sides.
Pairs live_pairs(LiveArticles& live) {
    Pairs found;
    for (std::uint32_t number = 0; number < live.next(); ++number) {
        for (const auto& [other, verdict] : live.matches(number)) {
            const auto [a, b] = std::minmax(number, other);
            const auto [at, is_new] = found.emplace(std::pair(a, b), verdict);
            EXPECT_EQ(at->second, verdict) << a << ", " << b;
            EXPECT_EQ(is_new, number < other) << a << ", " << b;
        }
    }
    return found;
}

void expect_equal(const Pairs& live, const Pairs& batch) {
    for (const auto& [pair, verdict] : batch) {
        const auto found = live.find(pair);
        ASSERT_NE(found, live.end())
            << pair.first << ", " << pair.second << " "
            << grade_names()[static_cast<std::size_t>(verdict.grade)] << " " << verdict.story;
        EXPECT_EQ(found->second, verdict) << pair.first << ", " << pair.second;
    }
    EXPECT_EQ(live.size(), batch.size());
}

// Adds article by article and compares everything after each `step`.
void expect_same_as_batch(const std::vector<Article>& articles, const CompareOptions& options,
                          std::size_t step) {
    LiveArticles live({.compare = options, .epoch_articles = 0});
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        auto ready = live.prepare(articles[i], true);
        ASSERT_EQ(live.add(std::move(ready)), i);
        if ((i + 1) % step == 0 || i + 1 == articles.size()) {
            const auto batch = batch_pairs(live.epoch(), std::span(articles).first(i + 1), options);
            expect_equal(live_pairs(live), batch);
            pairs = batch.size();
        }
    }
    EXPECT_GT(pairs, articles.size() / 10);
}

std::string date_of_day(std::size_t day) {
    const auto text = std::to_string(1 + day % 28);
    return "2024-" + std::string(day / 28 < 9 ? "0" : "") + std::to_string(1 + day / 28) + "-" +
           (text.size() < 2 ? "0" : "") + text;
}

TEST(LiveArticles, OfInventedStoriesHaveThePairsOfTheBatch) {
    expect_same_as_batch(families(), {}, 53);
}

TEST(LiveArticles, InAWindowHaveThePairsOfTheBatch) {
    auto articles = families();
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].date = date_of_day(i / 5);
    }
    CompareOptions options;
    options.window_days = 3;
    expect_same_as_batch(articles, options, 67);
}

// More articles of one affair than are asked for, so that those of the days nearby are found apart.
TEST(LiveArticles, OfALongAffairHaveThePairsOfTheBatch) {
    auto articles = testing::long_affair();
    expect_same_as_batch(articles, {}, 70);
    for (std::size_t i = 0; i < articles.size(); i += 3) {
        articles[i].date.clear();
    }
    expect_same_as_batch(articles, {}, 70);
}

TEST(LiveArticles, ThatRepeatEachOtherHaveThePairsOfTheBatch) {
    base::Random random(5);
    expect_same_as_batch(testing::random_articles(random, 260), {}, 41);
    expect_same_as_batch(testing::planted(30), {}, 29);
}

std::vector<Article> equal_articles(std::size_t count, std::size_t a_day) {
    const std::vector<std::string> texts(
        count, "The ferry to Osmer sank on Friday, the harbour police of the island said.");
    auto articles = testing::articles_of(texts);
    for (std::size_t i = 0; i < count; ++i) {
        articles[i].date = date_of_day(i / a_day);
    }
    return articles;
}

TEST(LiveArticles, OfTheVerySameTextHaveThePairsOfTheBatch) {
    expect_same_as_batch(equal_articles(120, 100), {}, 40);
    CompareOptions options;
    options.window_days = 3;
    for (const std::size_t a_day : {1U, 2U, 7U, 40U}) {
        expect_same_as_batch(equal_articles(120, a_day), options, 40);
    }
}

// However they come: the first of them is outside the window of the rest.
TEST(LiveArticles, OfTheVerySameTextMatchInsideTheWindowAlone) {
    CompareOptions options;
    options.window_days = 3;
    LiveArticles live({.compare = options, .epoch_articles = 0});
    auto articles = equal_articles(56, 2);
    base::Random random(14);
    for (std::size_t left = articles.size(); left > 1; --left) {
        std::swap(articles[left - 1], articles[random.below(left)]);
    }
    const auto day = [&](std::size_t i) { return feature::parse_day(articles[i].date).value(); };
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        live.add(live.prepare(articles[i], true));
        std::vector<std::size_t> expected;
        for (std::size_t j = 0; j < i; ++j) {
            if (std::abs(day(i) - day(j)) <= 3) {
                expected.push_back(j);
            }
        }
        std::vector<std::size_t> found;
        for (const auto& match : live.matches(i)) {
            found.push_back(match.other);
        }
        EXPECT_EQ(found, expected) << i;
    }
}

TEST(LiveArticles, OfARealStreamHaveThePairsOfTheBatch) {
    const auto* data = std::getenv("WIRECOPY_DATA");
    if (data == nullptr) {
        GTEST_SKIP() << "WIRECOPY_DATA is not set";
    }
    const std::vector<std::string> paths{std::string(data) + "/bench/S.jsonl.zst"};
    auto articles = read_corpus(paths, {}).articles;
    articles.resize(std::min<std::size_t>(articles.size(), 2000));
    std::ranges::stable_sort(articles, {}, &Article::date);
    expect_same_as_batch(articles, {}, 1000);
}

TEST(LiveArticles, UnderALaterEpochHaveThePairsOfTheBatch) {
    // An outlet's line in every article is learned to be none of it.
    auto articles = families();
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].date = date_of_day(i / 3);
        articles[i].source = i % 2 == 0 ? "The Osmer Times" : "Vale Courier";
        articles[i].text += "\n\nSubscribers of " + articles[i].source +
                            " may read all that our reporters write on any of their devices, "
                            "wherever they are and whenever they like to.\n";
    }
    LiveArticles teacher({.compare = {}, .epoch_articles = articles.size()});
    for (const auto& article : articles) {
        static_cast<void>(teacher.prepare(article, true));
    }
    static_cast<void>(teacher.prepare(articles[0], true));
    ASSERT_EQ(teacher.epoch_number(), 1U);
    EXPECT_FALSE(teacher.epoch().repeated.entries().empty());
    for (const auto& article : articles) {
        teacher.add(teacher.prepare(article, false));
    }
    expect_equal(live_pairs(teacher), batch_pairs(teacher.epoch(), articles, {}));
}

TEST(LiveArticles, AreAsTheyWereAfterAQuestion) {
    const auto articles = families();
    LiveArticles live({});
    for (std::size_t i = 0; i + 1 < articles.size(); ++i) {
        live.add(live.prepare(articles[i], true));
    }
    const auto before = live_pairs(live);
    const auto asked = live.matches_with_shingles(live.prepare(articles.back(), false),
                                                  [](std::span<const LiveMatch>) {
                                                      return std::vector<std::uint32_t>();
                                                  })
                           .matches;
    EXPECT_EQ(live_pairs(live), before);
    const auto number = live.add(live.prepare(articles.back(), true));
    const auto added = live.matches(number);
    ASSERT_EQ(asked.size(), added.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        EXPECT_EQ(asked[i].other, added[i].other);
        EXPECT_EQ(asked[i].verdict, added[i].verdict);
    }
}

TEST(LiveArticles, AreReleasedBeyondTheirMemoryAndAnswerTheSame) {
    const auto articles = families({"tuning"});
    constexpr std::uint64_t most_bytes = 150'000;
    LiveArticles all({.compare = {}, .epoch_articles = 40});
    LiveArticles few({.compare = {}, .epoch_articles = 40, .most_made_bytes = most_bytes});
    std::map<std::uint32_t, EpochCounts> epochs;
    few.read_from({.article = [&](std::uint32_t number) { return articles[number]; },
                   .epoch = [&](std::uint32_t epoch) { return epochs[epoch]; }});
    std::uint64_t most_seen = 0;
    std::size_t matched = 0;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        for (auto* live : {&all, &few}) {
            ASSERT_EQ(live->add(live->prepare(articles[i], true)), i);
            if (live->begun()) {
                epochs[live->epoch_number()] = *live->begun();
            }
            if (i % 5 == 4) {
                live->remove(i - 3);
            }
        }
        const auto& asked = articles[(i * 7) % articles.size()];
        const auto none = [](std::span<const LiveMatch>) { return std::vector<std::uint32_t>(); };
        EXPECT_EQ(few.matches_with_shingles(few.prepare(asked, false), none).matches,
                  all.matches_with_shingles(all.prepare(asked, false), none).matches);
        const auto other = (i * 3) % (i + 1);
        for (const auto number : {i, other}) {
            if (all.contains(number)) {
                const auto found = all.matches(number);
                EXPECT_EQ(few.matches(number), found) << number;
                matched += found.size();
            }
        }
        most_seen = std::max(most_seen, few.made_bytes());
        few.release();
        ASSERT_LE(few.made_bytes(), most_bytes);
    }
    EXPECT_GT(matched, articles.size());
    EXPECT_GT(epochs.size(), 2U);
    EXPECT_GT(most_seen, most_bytes);
    EXPECT_EQ(all.made_bytes(), 0U) << "nobody bounds it";
    for (std::uint32_t number = 0; number < few.next(); ++number) {
        few.remove(number);
    }
    EXPECT_EQ(few.made_bytes(), 0U);
}

TEST(LiveArticles, ThatLeftAreInNoPair) {
    const auto articles = families();
    LiveArticles live({});
    for (const auto& article : articles) {
        live.add(live.prepare(article, true));
    }
    const auto count = live.next();
    for (std::uint32_t number = 0; number < count; number += 3) {
        live.remove(number);
    }
    for (std::uint32_t number = 0; number < count; ++number) {
        if (!live.contains(number)) {
            continue;
        }
        for (const auto& match : live.matches(number)) {
            EXPECT_NE(match.other % 3, 0U);
        }
    }
    for (std::uint32_t number = 0; number < count; ++number) {
        live.remove(number);
    }
    EXPECT_EQ(live.size(), 0U);
    EXPECT_FALSE(live.oldest());
    // And what comes then is as in an empty corpus.
    std::vector<LiveMatch> last;
    for (const auto& article : std::span(articles).first(60)) {
        last = live.matches(live.add(live.prepare(article, true)));
    }
    LiveArticles fresh({});
    std::vector<LiveMatch> expected;
    for (const auto& article : std::span(articles).first(60)) {
        expected = fresh.matches(fresh.add(fresh.prepare(article, true)));
    }
    ASSERT_EQ(last.size(), expected.size());
    for (std::size_t i = 0; i < last.size(); ++i) {
        EXPECT_EQ(last[i].other, expected[i].other + count);
        EXPECT_EQ(last[i].verdict, expected[i].verdict);
    }
}

}  // namespace
}  // namespace wirecopy::engine

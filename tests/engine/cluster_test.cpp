#include "wirecopy/cluster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "engine/articles.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

using testing::article_of;
using testing::Articles;

Articles read_all(const std::vector<std::string>& paths) {
    std::vector<std::string> whole;
    for (const auto& path : paths) {
        whole.push_back(std::string(WIRECOPY_SOURCE_DIR "/") + path);
    }
    return read_corpus(whole, {}).articles;
}

Articles tuning_stories() {
    return read_all({"tests/families/tuning/brewery_takeover.jsonl",
                     "tests/families/tuning/hospital_trial.jsonl",
                     "tests/families/tuning/minister_resigns.jsonl",
                     "tests/families/tuning/ferry_collision.jsonl",
                     "tests/families/tuning/roundup.jsonl"});
}

std::map<std::string, std::size_t> places_of(const Articles& articles) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        places[articles[i].id] = i;
    }
    return places;
}

const std::vector<std::string> tuning_names{"brewery_takeover", "hospital_trial",
                                            "minister_resigns", "ferry_collision"};

constexpr std::string_view invented =
    "The harbour of Inverlay will be closed for six weeks from 3 May, the port authority said on "
    "Tuesday, after divers found cracks in the northern pier. Harbour master Oda Fensing told "
    "reporters that 214 boats must find other berths and that repairs would cost 3.2 million "
    "crowns, twice what had been set aside.";

TEST(Cluster, OfTextsThatAreReadWhenTheyAreLookedAtIsTheSame) {
    const auto articles = read_all({"seeds"});
    auto without_texts = articles;
    for (auto& article : without_texts) {
        article.text.clear();
    }
    ClusterOptions options;
    options.compare.texts = [&]() -> TextReader {
        return [&](std::size_t article, std::string& text) { text = articles[article].text; };
    };
    const auto made = cluster_articles(without_texts, options);
    const auto wanted = cluster_articles(articles);
    EXPECT_EQ(made.articles, wanted.articles);
    EXPECT_EQ(made.stories.at(0).origins.at(0).source, wanted.stories.at(0).origins.at(0).source);
}

TEST(Cluster, OfTwoSidesHoldsSeveralOfOneThatTheOtherJoins) {
    const auto articles = tuning_stories();
    ClusterOptions options;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        options.compare.groups.push_back(i % 5 == 0 ? 1 : 0);
    }
    const auto made = cluster_articles(articles, options);
    std::size_t joined = 0;
    for (const auto& story : made.stories) {
        std::set<std::uint32_t> sides;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            if (made.articles[i].story == story.first) {
                sides.insert(options.compare.groups[i]);
            }
        }
        EXPECT_EQ(sides.size(), story.articles == 1 ? 1U : 2U);
        joined += story.articles > 2 ? 1 : 0;
    }
    EXPECT_GE(joined, 3U);
    EXPECT_THROW((void)deduplicate(articles, options), Error);
}

TEST(Cluster, TheFoundingArticlesAreOneStoryOfOneOriginThatIsAbsent) {
    const auto articles = read_all({"seeds"});
    const auto made = cluster_articles(articles);
    ASSERT_EQ(made.stories.size(), 1U);
    const auto& story = made.stories.front();
    EXPECT_EQ(story.articles, 5U);
    ASSERT_EQ(story.origins.size(), 1U);
    EXPECT_EQ(story.origins[0].articles, 5U);
    EXPECT_EQ(story.origins[0].source, "The Wall Street Journal");
    EXPECT_TRUE(story.origins[0].absent);
    EXPECT_GT(story.weakest, .9F);
    EXPECT_NE(story.weakest_article, story.weakest_partner);
    EXPECT_EQ(made.articles[0].role, Role::representative);
    EXPECT_EQ(made.articles[4].role, Role::rewrite);
}

TEST(Cluster, TheSourceOfAnOriginIsPresentWhereItHasAnArticle) {
    auto articles = read_all({"seeds"});
    articles[2].source = "wsj.com";
    const auto made = cluster_articles(articles);
    EXPECT_EQ(made.stories.at(0).origins.at(0).source, "The Wall Street Journal");
    EXPECT_FALSE(made.stories.at(0).origins.at(0).absent);
}

TEST(Cluster, InventedStoriesStayApartAndKeepTheirCopiesAndRewrites) {
    const auto articles = tuning_stories();
    const auto made = cluster_articles(articles);
    auto places = places_of(articles);
    std::set<std::uint32_t> stories;
    for (const auto& name : tuning_names) {
        const auto& wire = made.articles[places.at(name + "-w")];
        stories.insert(wire.story);
        for (const auto* kind : {"-c", "-e", "-r1"}) {
            const auto& other = made.articles[places.at(name + kind)];
            EXPECT_EQ(other.story, wire.story) << name << kind;
            EXPECT_EQ(other.origin, wire.origin) << name << kind;
        }
        for (const auto* kind : {"-l1", "-l2"}) {
            EXPECT_NE(made.articles[places.at(name + kind)].story, wire.story) << name << kind;
        }
    }
    EXPECT_EQ(stories.size(), tuning_names.size());
}

TEST(Cluster, AnOriginLiesInsideItsStory) {
    const auto articles = tuning_stories();
    const auto made = cluster_articles(articles);
    std::uint64_t counted = 0;
    for (const auto& article : made.articles) {
        EXPECT_EQ(made.articles[article.origin].story, article.story);
        EXPECT_EQ(made.articles[article.origin].origin, article.origin);
        EXPECT_EQ(made.articles[article.story].story, article.story);
    }
    for (const auto& story : made.stories) {
        std::uint64_t in_origins = 0;
        for (const auto& origin : story.origins) {
            in_origins += origin.articles;
            EXPECT_EQ(made.articles[origin.representative].origin, origin.first);
        }
        EXPECT_EQ(in_origins, story.articles);
        counted += story.articles;
    }
    EXPECT_EQ(counted, articles.size());
}

TEST(Cluster, IsTheSameOnAnyNumberOfThreadsAndUnderAnyNames) {
    auto articles = tuning_stories();
    ClusterOptions options;
    options.compare.threads = 1;
    const auto one = cluster_articles(articles, options).articles;
    for (const unsigned threads : {2U, 8U}) {
        options.compare.threads = threads;
        EXPECT_EQ(cluster_articles(articles, options).articles, one);
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = std::to_string(articles.size() - i);
    }
    EXPECT_EQ(cluster_articles(articles, options).articles, one);
}

TEST(Cluster, PartsTheSameArticlesWhateverTheirOrder) {
    auto articles = tuning_stories();
    const auto one = cluster_articles(articles).articles;
    std::reverse(articles.begin(), articles.end());
    const auto other = cluster_articles(articles).articles;
    const auto last = articles.size() - 1;
    for (std::size_t a = 0; a <= last; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            EXPECT_EQ(one[a].story == one[b].story, other[last - a].story == other[last - b].story);
        }
    }
}

TEST(Cluster, EmptyShortAndChineseTextsNeitherVanishNorAllMatch) {
    const Articles articles{article_of("empty", ""),
                            article_of("empty too", " "),
                            article_of("dots", "..."),
                            article_of("word", "Correction"),
                            article_of("other word", "Weather"),
                            article_of("zh a", "中央气象台今天发布暴雨红色预警，多地停课。"),
                            article_of("zh b", "国家队昨晚以二比一战胜对手，晋级决赛。"),
                            article_of("zh c", "央行宣布下调存款准备金率零点五个百分点。")};
    const auto made = cluster_articles(articles);
    EXPECT_EQ(made.articles.size(), articles.size());
    EXPECT_EQ(made.stories.size(), articles.size());
    const auto left = deduplicate(articles, {.least = Grade::edited});
    EXPECT_EQ(left.kept.size(), articles.size());
}

TEST(Cluster, OfNoArticlesThereAreNoStories) {
    EXPECT_TRUE(cluster_articles({}).stories.empty());
    EXPECT_TRUE(deduplicate({}, {.least = Grade::edited}).kept.empty());
}

TEST(Cluster, RefusesTheGradeNoneAndASourceWithoutAName) {
    const Articles articles{article_of("a", invented)};
    EXPECT_THROW((void)cluster_articles(articles, {.least = Grade::none}), Error);
    EXPECT_THROW((void)cluster_articles(articles, {.keep = Keep::source, .keep_source = "..."}),
                 Error);
}

TEST(Cluster, ByRewriteAStoryIsAsNarrowAsAnOrigin) {
    const auto articles = tuning_stories();
    ClusterOptions options;
    options.least = Grade::rewrite;
    const auto made = cluster_articles(articles, options);
    for (const auto& story : made.stories) {
        EXPECT_EQ(story.origins.size(), 1U) << articles[story.first].id;
    }
}

TEST(Deduplicate, SomeoneSurvivesEveryClusterAndWhatLeavesHasMatchedIt) {
    const auto articles = tuning_stories();
    for (const auto least : {Grade::related, Grade::rewrite, Grade::edited, Grade::copy}) {
        const auto left = deduplicate(articles, {.least = least});
        EXPECT_EQ(left.kept.size() + left.removed.size(), articles.size());
        for (const auto& removed : left.removed) {
            EXPECT_TRUE(std::ranges::binary_search(left.kept, removed.kept));
            EXPECT_FALSE(std::ranges::binary_search(left.kept, removed.article));
            EXPECT_GE(removed.grade, least);
        }
    }
}

TEST(Deduplicate, RemovesCopiesAndEditsAndNoRewrite) {
    const auto articles = tuning_stories();
    const auto left = deduplicate(articles, {.least = Grade::edited});
    auto places = places_of(articles);
    const auto stays = [&](const std::string& id) {
        return std::ranges::binary_search(left.kept, places.at(id));
    };
    for (const auto& name : tuning_names) {
        EXPECT_EQ(stays(name + "-w") + stays(name + "-c") + stays(name + "-e"), 1) << name;
        for (const auto* kind : {"-r2", "-i1", "-f", "-l1", "-l2", "-zh"}) {
            EXPECT_TRUE(stays(name + kind)) << name << kind;
        }
    }
    EXPECT_EQ(left.largest_cluster, 3U);
}

Articles three_copies() {
    Articles articles;
    for (const auto* name : {"a", "b", "c"}) {
        articles.push_back(article_of(name, invented));
    }
    articles[0].date = "2026-05-03";
    articles[1].date = "2026-05-02";
    articles[1].source = "The Gleaner";
    articles[2].text += " Fishermen had warned of the cracks in April.";
    articles[2].source = "nytimes.com";
    return articles;
}

TEST(Deduplicate, KeepsTheEarliestTheLongestOrThatOfAnOutletByAnyOfItsNames) {
    const auto articles = three_copies();
    const auto kept = [&](Keep keep, const std::string& source = {}) {
        return deduplicate(articles, {.least = Grade::edited, .keep = keep, .keep_source = source})
            .kept;
    };
    using Kept = std::vector<std::uint32_t>;
    EXPECT_EQ(kept(Keep::earliest), Kept{1});
    EXPECT_EQ(kept(Keep::longest), Kept{2});
    EXPECT_EQ(kept(Keep::source, "The New York Times"), Kept{2});
    EXPECT_EQ(kept(Keep::source, "Nobody's Herald"), Kept{1});
}

TEST(Deduplicate, SaysWhichSourcesLoseHowMuch) {
    const auto left = deduplicate(three_copies(), {.least = Grade::edited});
    ASSERT_EQ(left.sources.size(), 2U);
    EXPECT_EQ(left.sources[0].source, "");
    EXPECT_EQ(left.sources[0].articles, 1U);
    EXPECT_EQ(left.sources[1].source, "nytimes.com");
    EXPECT_EQ(left.sources[1].removed, 1U);
}

TEST(Deduplicate, LeavesOneOfThousandsOfEqualArticlesWhoeverIsPreferred) {
    Articles articles;
    for (std::size_t i = 0; i < 3000; ++i) {
        articles.push_back(article_of(std::to_string(i), invented));
    }
    articles[2345].source = "The Gleaner";
    const auto left = deduplicate(
        articles, {.least = Grade::copy, .keep = Keep::source, .keep_source = "Gleaner"});
    EXPECT_EQ(left.kept, std::vector<std::uint32_t>{2345});
    EXPECT_EQ(left.largest_cluster, 3000U);
    for (const auto& removed : left.removed) {
        EXPECT_EQ(removed.grade, Grade::copy);
        EXPECT_EQ(removed.jaccard, 1.0F);
    }
}

// Words of `text`, a thirtieth of them from elsewhere.
std::string edited(std::string_view text, const std::vector<std::string>& others,
                   base::Random& random) {
    std::string made;
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) {
        made += (random.below(30) == 0 ? others[random.below(others.size())] : word) + " ";
    }
    return made;
}

TEST(Deduplicate, LeavesFewOfHundredsOfNearCopiesAlthoughNotEveryPairIsCompared) {
    auto articles = tuning_stories();
    std::vector<std::string> others;
    std::istringstream words(articles[20].text + " " + articles[40].text);
    for (std::string word; words >> word;) {
        others.push_back(word);
    }
    base::Random random(4);
    const auto before = static_cast<std::uint32_t>(articles.size());
    for (std::uint32_t i = 0; i < 400; ++i) {
        articles.push_back(
            article_of("n" + std::to_string(i), edited(articles[0].text, others, random)));
    }
    const auto left = deduplicate(articles, {.least = Grade::edited});
    const auto copies = std::ranges::count_if(
        left.removed, [&](const RemovedArticle& removed) { return removed.article >= before; });
    EXPECT_GE(copies, 390);
}

// WIRECOPY_DATA names a folder of evaluation data, which not everybody has.
TEST(Cluster, FindsTheStoriesOfLabelledNews) {
    const char* const data = std::getenv("WIRECOPY_DATA");
    const auto folder = std::filesystem::path(data == nullptr ? "" : data) / "fnc1_dev";
    if (data == nullptr || !std::filesystem::exists(folder)) {
        GTEST_SKIP() << "WIRECOPY_DATA names no folder with fnc1_dev";
    }
    const std::array paths{(folder / "docs.jsonl").string()};
    const auto articles = read_corpus(paths, {}).articles;
    std::map<std::string, std::string> story_of;
    std::ifstream clusters(folder / "clusters.tsv");
    for (std::string line; std::getline(clusters, line);) {
        const auto tab = line.find('\t');
        story_of[line.substr(0, tab)] = line.substr(tab + 1);
    }
    const auto made = cluster_articles(articles);
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> labelled;
    std::vector<std::uint32_t> predicted;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        labelled.push_back(numbers.try_emplace(story_of.at(articles[i].id), next).first->second);
        predicted.push_back(made.articles[i].story);
    }
    const auto figures = evaluate_clusters(labelled, predicted);
    EXPECT_GE(figures.adjusted_rand.value_or(0), .93);
    EXPECT_GE(figures.b_cubed.f1.value_or(0), .93);
}

}  // namespace
}  // namespace wirecopy

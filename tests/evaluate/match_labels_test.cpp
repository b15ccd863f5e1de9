#include <gtest/gtest.h>

#include <algorithm>

#include "evaluate/labels.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::articles_called;
using testing::cluster_labels;
using testing::pair_labels;
using testing::said;
using Lines = std::vector<std::string>;

struct Pair {
    std::uint32_t a;
    std::uint32_t b;
    std::string label;
    bool positive;

    friend bool operator==(const Pair&, const Pair&) = default;
};

std::vector<Pair> pairs_of(const MatchedLabels& matched) {
    std::vector<Pair> pairs;
    for (const auto& pair : matched.pairs.listed) {
        pairs.push_back({pair.a, pair.b, matched.pairs.labels.at(pair.label), pair.positive});
    }
    return pairs;
}

TEST(MatchLabels, FindsThePlacesOfPairsInTheOrderOfTheFile) {
    const auto articles = articles_called({"x", "y", "z"});
    const auto matched = match_labels(
        pair_labels({{"z", "x", "ok"}, {"x", "y", "bad"}, {"y", "z", "ok"}}), {}, articles);
    EXPECT_EQ(pairs_of(matched),
              (std::vector<Pair>{{2, 0, "ok", true}, {0, 1, "bad", false}, {1, 2, "ok", true}}));
    EXPECT_EQ(matched.pairs.labels, (Lines{"ok", "bad"}));
    EXPECT_EQ(matched.pairs.size(), 3U);
    EXPECT_TRUE(matched.rejected.empty());
}

TEST(MatchLabels, RejectsPairsOfUnknownArticlesAndOfOneArticle) {
    const auto articles = articles_called({"x", "y"});
    const auto matched = match_labels(
        pair_labels({{"x", "w", "1"}, {"v", "w", "1"}, {"x", "x", "1"}, {"x", "y", "1"}}), {},
        articles);
    EXPECT_EQ(pairs_of(matched), (std::vector<Pair>{{0, 1, "1", true}}));
    EXPECT_EQ(said(matched.rejected), (Lines{"2 (w): the corpus has no such article",
                                             "3 (v): the corpus has no such article",
                                             "4 (x): an article is paired with itself"}));
    EXPECT_EQ(matched.rejected.front().source, "labels.tsv");
}

TEST(MatchLabels, KeepsTheFirstOfRepeatedPairsInEitherDirection) {
    const auto articles = articles_called({"x", "y", "z"});
    const auto matched = match_labels(
        pair_labels({{"y", "x", "yes"}, {"x", "z", "no"}, {"x", "y", "yes"}, {"y", "x", "1"}}), {},
        articles);
    EXPECT_EQ(pairs_of(matched), (std::vector<Pair>{{1, 0, "yes", true}, {0, 2, "no", false}}));
    EXPECT_EQ(said(matched.rejected), (Lines{"4 (x, y): was labelled the same on line 2",
                                             "5 (y, x): was labelled the same on line 2"}));
}

TEST(MatchLabels, UsesNoPairThatIsBothPositiveAndNegative) {
    const auto articles = articles_called({"x", "y", "z"});
    const auto matched = match_labels(
        pair_labels({{"x", "y", "yes"}, {"x", "z", "no"}, {"y", "x", "no"}, {"x", "y", "yes"}}), {},
        articles);
    EXPECT_EQ(pairs_of(matched), (std::vector<Pair>{{0, 2, "no", false}}));
    EXPECT_EQ(said(matched.rejected), (Lines{"2 (x, y): is labelled yes here, but no on line 4",
                                             "4 (y, x): is labelled no here, but yes on line 2",
                                             "5 (x, y): is labelled yes here, but no on line 4"}));
}

TEST(MatchLabels, CountsPairsOfOtherClassesApart) {
    const auto articles = articles_called({"x", "y", "z"});
    const auto matched =
        match_labels(pair_labels({{"x", "y", "5"}, {"x", "z", "2"}, {"y", "z", "0"}}),
                     {.positive = {"5"}, .negative = {"0"}}, articles);
    EXPECT_EQ(matched.other_class, 1U);
    EXPECT_EQ(matched.pairs.size(), 2U);
    EXPECT_TRUE(matched.rejected.empty());
}

TEST(MatchLabels, KeepsRejectionsOfTheReaderInTheirPlace) {
    auto labels = pair_labels({{"x", "w", "1"}, {"x", "y", "1"}, {"x", "v", "1"}});
    labels.rows[2].line = 5;
    labels.rejected.push_back(
        {.source = "labels.tsv", .line = 4, .id = "", .reason = "the label is empty"});
    const auto matched = match_labels(labels, {}, articles_called({"x", "y"}));
    EXPECT_EQ(said(matched.rejected),
              (Lines{"2 (w): the corpus has no such article", "4 (): the label is empty",
                     "5 (v): the corpus has no such article"}));
}

TEST(MatchLabels, NumbersClustersByTheirFirstArticle) {
    const auto articles = articles_called({"w", "x", "y", "z"});
    const auto matched = match_labels(
        cluster_labels({{"z", "storm"}, {"y", "strike"}, {"x", "storm"}}), {}, articles);
    EXPECT_EQ(matched.pairs.articles, (std::vector<std::uint32_t>{1, 2, 3}));
    EXPECT_EQ(matched.pairs.clusters, (std::vector<std::uint32_t>{0, 1, 0}));
    EXPECT_EQ(matched.pairs.labels, (Lines{"other", "same"}));
    EXPECT_EQ(matched.pairs.size(), 3U);
}

TEST(MatchLabels, RejectsRepeatedAndContradictoryClusters) {
    const auto articles = articles_called({"x", "y", "z"});
    const auto matched = match_labels(cluster_labels({{"x", "storm"},
                                                      {"y", "storm"},
                                                      {"v", "storm"},
                                                      {"y", "strike"},
                                                      {"x", "storm"},
                                                      {"z", "strike"}}),
                                      {}, articles);
    EXPECT_EQ(matched.pairs.articles, (std::vector<std::uint32_t>{0, 2}));
    EXPECT_EQ(matched.pairs.clusters, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(said(matched.rejected),
              (Lines{"3 (y): is in cluster storm here, but in strike on line 5",
                     "4 (v): the corpus has no such article",
                     "5 (y): is in cluster strike here, but in storm on line 3",
                     "6 (x): was labelled the same on line 2"}));
}

TEST(MatchLabels, OfClustersTakesNoClasses) {
    try {
        (void)match_labels(cluster_labels({{"x", "1"}}), {.positive = {"1"}, .negative = {}},
                           articles_called({"x"}));
        ADD_FAILURE() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::option);
    }
}

TEST(MatchLabels, OfNoLabelsOrNoArticlesHasNoPairs) {
    EXPECT_EQ(match_labels(pair_labels({}), {}, articles_called({"x"})).pairs.size(), 0U);
    EXPECT_EQ(match_labels(cluster_labels({}), {}, {}).pairs.size(), 0U);
    EXPECT_EQ(match_labels(cluster_labels({{"x", "1"}}), {}, {}).rejected.size(), 1U);
    EXPECT_EQ(match_labels(cluster_labels({{"x", "1"}}), {}, articles_called({"x"})).pairs.size(),
              0U);
}

}  // namespace
}  // namespace wirecopy

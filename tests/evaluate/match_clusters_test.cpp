#include <gtest/gtest.h>

#include "evaluate/labels.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::cluster_labels;
using testing::said;
using Lines = std::vector<std::string>;

Labels predicted(const std::vector<std::pair<std::string, std::string>>& rows) {
    auto labels = cluster_labels(rows);
    labels.source = "stories.tsv";
    return labels;
}

// Equal numbers of both sides mean nothing, so that only figures tell whether all is well.
ClusterEvaluation evaluated(const MatchedClusters& matched) {
    return evaluate_clusters(matched.labelled, matched.predicted);
}

TEST(MatchClusters, GoesByIdWhateverTheOrderAndTheNames) {
    const auto matched =
        match_clusters(cluster_labels({{"x", "1"}, {"y", "1"}, {"z", "2"}}),
                       predicted({{"z", "strike"}, {"x", "storm"}, {"y", "storm"}}));
    EXPECT_EQ(matched.labelled.size(), 3U);
    EXPECT_EQ(evaluated(matched).adjusted_rand, 1.0);
    EXPECT_TRUE(matched.rejected.empty() && matched.alone.empty());
    EXPECT_EQ(matched.unlabelled, 0U);
}

TEST(MatchClusters, LeavesArticlesInNoPredictedClusterAlone) {
    const auto matched =
        match_clusters(cluster_labels({{"w", "1"}, {"x", "1"}, {"y", "1"}, {"z", "1"}}),
                       predicted({{"x", "storm"}, {"z", "storm"}}));
    EXPECT_EQ(said(matched.alone),
              (Lines{"2 (w): is in no cluster of stories.tsv, which counts as one of its own",
                     "4 (y): is in no cluster of stories.tsv, which counts as one of its own"}));
    const auto made = evaluated(matched);
    EXPECT_EQ(made.articles, 4U);
    EXPECT_EQ(made.predicted_clusters, 3U);
    EXPECT_EQ(made.pairwise.recall, 1.0 / 6);
}

TEST(MatchClusters, CountsArticlesWithoutALabel) {
    const auto matched = match_clusters(cluster_labels({{"x", "1"}}),
                                        predicted({{"x", "a"}, {"v", "a"}, {"w", "b"}}));
    EXPECT_EQ(matched.unlabelled, 2U);
    EXPECT_EQ(matched.labelled.size(), 1U);
}

TEST(MatchClusters, UsesNoArticleThatEitherFilePutsInTwoClusters) {
    const auto matched =
        match_clusters(cluster_labels({{"x", "1"}, {"y", "1"}, {"z", "1"}, {"z", "2"}}),
                       predicted({{"x", "a"}, {"y", "a"}, {"y", "b"}, {"z", "a"}, {"x", "a"}}));
    EXPECT_EQ(matched.labelled.size(), 1U);
    EXPECT_EQ(said(matched.rejected), (Lines{"4 (z): is in cluster 1 here, but in 2 on line 5",
                                             "5 (z): is in cluster 2 here, but in 1 on line 4",
                                             "3 (y): is in cluster a here, but in b on line 4",
                                             "4 (y): is in cluster b here, but in a on line 3",
                                             "6 (x): was labelled the same on line 2"}));
    EXPECT_EQ(matched.rejected.back().source, "stories.tsv");
    EXPECT_TRUE(matched.alone.empty());
}

TEST(MatchClusters, OfPairsIsAnError) {
    const auto clusters = cluster_labels({{"x", "1"}});
    auto pairs = testing::pair_labels({{"x", "y", "1"}});
    pairs.source = "pairs.tsv";
    for (const bool first : {true, false}) {
        try {
            (void)match_clusters(first ? pairs : clusters, first ? clusters : pairs);
            ADD_FAILURE() << "no error";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_STREQ(error.what(),
                         "pairs.tsv: has labels of pairs; clusters need columns id, cluster");
        }
    }
}

TEST(MatchClusters, OfFilesWithNothingInCommonLeavesEveryArticleAlone) {
    const auto matched = match_clusters(cluster_labels({{"x", "1"}, {"y", "1"}}),
                                        predicted({{"v", "a"}, {"w", "a"}}));
    EXPECT_EQ(matched.alone.size(), 2U);
    EXPECT_EQ(matched.unlabelled, 2U);
    EXPECT_EQ(evaluated(matched).adjusted_rand, 0.0);
}

}  // namespace
}  // namespace wirecopy

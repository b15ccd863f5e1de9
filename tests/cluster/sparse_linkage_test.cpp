#include "cluster/sparse_linkage.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "cluster/random_links.hpp"
#include "oracle/cluster_sparse_linkage.hpp"

namespace wirecopy::cluster {
namespace {

constexpr LinkageRules rules{.absent = -3000, .least_mean = -300};

using Groups = std::vector<std::uint32_t>;

TEST(SparseLinkage, IsAverageLinkageOfEveryPairOnRandomGraphs) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const auto links = random_links(40, seed, 1 + seed % 6, -2000, 4000);
        EXPECT_EQ(sparse_linkage(40, links, rules), oracle::linked_groups(40, links, rules))
            << "seed " << seed;
    }
}

TEST(SparseLinkage, DoesNotDependOnTheOrderOfLinks) {
    auto links = random_links(50, 7, 3, -2000, 4000);
    const auto expected = sparse_linkage(50, links, rules);
    std::reverse(links.begin(), links.end());
    EXPECT_EQ(sparse_linkage(50, links, rules), expected);
}

TEST(SparseLinkage, GroupsTheSameArticlesWhateverTheirOrder) {
    constexpr std::uint32_t count = 40;
    const auto links = random_links(count, 11, 3, -2000, 4000);  // no two means are equal
    auto mirrored = links;
    for (auto& link : mirrored) {
        link = {count - 1 - link.b, count - 1 - link.a, link.weight};
    }
    const auto one = sparse_linkage(count, links, rules);
    const auto other = sparse_linkage(count, mirrored, rules);
    for (std::uint32_t a = 0; a < count; ++a) {
        for (std::uint32_t b = 0; b < count; ++b) {
            EXPECT_EQ(one[a] == one[b], other[count - 1 - a] == other[count - 1 - b]);
        }
    }
}

TEST(SparseLinkage, LeavesArticlesWithoutLinksAlone) {
    EXPECT_EQ(sparse_linkage(3, {}, rules), (Groups{0, 1, 2}));
    EXPECT_EQ(sparse_linkage(0, {}, rules), Groups{});
}

TEST(SparseLinkage, DoesNotJoinTwoArticlesThatOneLinks) {
    const std::vector<Link> links{{0, 1, 2000}, {1, 2, 1900}};
    EXPECT_EQ(sparse_linkage(3, links, rules), (Groups{0, 0, 2}));
}

TEST(SparseLinkage, CountsNoPairInsideASide) {
    // Two of the first side, each linked to the one of the second: nothing speaks against them.
    const std::vector<Link> links{{0, 2, 2000}, {1, 2, 1900}};
    const std::vector<std::uint32_t> sides{7, 7, 9};
    auto parted = rules;
    parted.sides = sides;
    EXPECT_EQ(sparse_linkage(3, links, rules), (Groups{0, 1, 0}));
    EXPECT_EQ(sparse_linkage(3, links, parted), (Groups{0, 0, 0}));
}

TEST(SparseLinkage, CountsEveryPairWhereEachArticleIsASideOfItsOwn) {
    std::vector<std::uint32_t> sides(40);
    std::iota(sides.begin(), sides.end(), 0U);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto links = random_links(40, seed, 1 + seed % 6, -2000, 4000);
        auto parted = rules;
        parted.sides = sides;
        EXPECT_EQ(sparse_linkage(40, links, parted), sparse_linkage(40, links, rules));
    }
}

TEST(SparseLinkage, MergesAtTheLeastMeanAndNotBelow) {
    EXPECT_EQ(sparse_linkage(2, std::vector<Link>{{0, 1, -300}}, rules), (Groups{0, 0}));
    EXPECT_EQ(sparse_linkage(2, std::vector<Link>{{0, 1, -301}}, rules), (Groups{0, 1}));
}

}  // namespace
}  // namespace wirecopy::cluster

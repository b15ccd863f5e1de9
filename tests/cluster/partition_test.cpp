#include "cluster/partition.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "cluster/local_moves.hpp"
#include "cluster/random_links.hpp"
#include "cluster/round_ups.hpp"

namespace wirecopy::cluster {
namespace {

constexpr std::int32_t sure = 1'000'000;

PartitionRules rules_of(std::size_t most_exact = 2000) {
    return {.linkage = {.absent = -3000, .least_mean = -300},
            .sure = sure,
            .touch = -1000,
            .most_exact = most_exact};
}

using Groups = std::vector<std::uint32_t>;

// Stories of three articles each: 0 to 2 and 3 to 5. Article 6 is linked to all of them.
std::vector<Link> two_stories_and_a_round_up(std::int32_t first, std::int32_t second) {
    auto links = full_groups(2, 3, 1500);
    for (std::uint32_t article = 0; article < 6; ++article) {
        links.push_back({article, 6, article < 3 ? first : second});
    }
    return links;
}

TEST(Partition, ARoundUpOfTwoStoriesMergesNothingAndJoinsItsBest) {
    const auto made = partition(7, two_stories_and_a_round_up(1000, 2000), rules_of());
    EXPECT_EQ(made.first_of, (Groups{0, 0, 0, 3, 3, 3, 3}));
    EXPECT_EQ(made.round_ups, 1U);
}

TEST(Partition, ARoundUpMergesNothingByLocalMovesEither) {
    const auto made = partition(7, two_stories_and_a_round_up(2000, 1000), rules_of(0));
    EXPECT_EQ(made.first_of, (Groups{0, 0, 0, 3, 3, 3, 0}));
}

TEST(Partition, TenRoundUpsThatResembleNoOtherMergeNothing) {
    auto links = full_groups(2, 4, 1500);
    for (std::uint32_t round_up = 8; round_up < 18; ++round_up) {
        for (std::uint32_t article = 0; article < 8; ++article) {
            links.push_back({article, round_up, 1000});
        }
    }
    const auto made = partition(18, links, rules_of());
    EXPECT_EQ(made.round_ups, 10U);
    EXPECT_NE(made.first_of[0], made.first_of[4]);
}

TEST(Partition, OfOneSideSeveralAreJoinedByOthersOfAnother) {
    // Four of one side, one of the other, which all of them are linked to; and who is sure of one.
    const std::vector<Link> links{
        {0, 4, 1500}, {1, 4, 1500}, {2, 4, 1500}, {3, 4, 1500}, {4, 5, sure}};
    const std::vector<std::uint32_t> sides{0, 0, 0, 0, 1, 0};
    for (const std::size_t most_exact : {2000U, 0U}) {
        auto rules = rules_of(most_exact);
        EXPECT_NE(partition(6, links, rules).first_of, Groups(6, 0));
        rules.linkage.sides = sides;
        // The sure pair is of both sides: what it is not linked to speaks against it.
        EXPECT_EQ(partition(6, links, rules).first_of, Groups(6, 0)) << most_exact;
    }
}

TEST(Partition, AStoryWhoseArticlesAllResembleHasNoRoundUp) {
    const auto made = partition(5, full_groups(1, 5, 800), rules_of());
    EXPECT_EQ(made.first_of, Groups(5, 0));
    EXPECT_EQ(made.round_ups, 0U);
}

TEST(Partition, AHundredThousandCopiesOfOneArticleAreOneGroup) {
    constexpr std::uint32_t count = 100'000;
    std::vector<Link> links;
    for (std::uint32_t article = 1; article < count; ++article) {
        links.push_back({0, article, sure});
    }
    const auto made = partition(count + 1, links, rules_of());
    EXPECT_EQ(std::count(made.first_of.begin(), made.first_of.end(), 0U), count);
    EXPECT_EQ(made.first_of.back(), count);
}

TEST(Partition, CopiesCountAsOneArticleBesideOthers) {
    // Article 4 resembles one of four copies that was compared with it; the others were not.
    const std::vector<Link> links{{0, 1, sure}, {0, 2, sure}, {0, 3, sure}, {1, 4, 1000}};
    EXPECT_EQ(partition(5, links, rules_of()).first_of, Groups(5, 0));
}

TEST(Partition, NamesGroupsAfterTheirFirstArticles) {
    const std::vector<Link> links{{1, 3, 1000}, {2, 4, sure}, {3, 4, -2500}};
    EXPECT_EQ(partition(5, links, rules_of()).first_of, (Groups{0, 1, 2, 1, 2}));
}

TEST(Partition, DoesNotDependOnTheOrderOfLinks) {
    auto links = random_links(300, 5, 20, -2500, 2500);
    for (const std::size_t most_exact : {std::size_t{0}, std::size_t{2000}}) {
        const auto one = partition(300, links, rules_of(most_exact));
        std::reverse(links.begin(), links.end());
        EXPECT_EQ(partition(300, links, rules_of(most_exact)).first_of, one.first_of);
    }
}

TEST(LocalMoves, FindFullGroupsWithNoiseBetweenThem) {
    auto links = full_groups(40, 10, 1500);
    for (const auto& link : random_links(400, 3, 50, -2000, 500)) {
        if (link.a / 10 != link.b / 10) {
            links.push_back(link);
        }
    }
    const auto groups = local_moves(400, links, {.absent = -3000, .least_mean = -300});
    for (std::uint32_t article = 0; article < 400; ++article) {
        EXPECT_EQ(groups[article], article / 10 * 10);
    }
}

TEST(LocalMoves, LeaveNoArticleWhereItsPairsSpeakAgainstItsGroup) {
    const LinkageRules rules{.absent = -3000, .least_mean = -300};
    const auto links = random_links(200, 9, 8, -2000, 3000);
    const auto groups = local_moves(200, links, rules);
    std::vector<std::vector<std::int64_t>> weights(200, std::vector<std::int64_t>(200, -3000));
    for (const auto& link : links) {
        weights[link.a][link.b] = weights[link.b][link.a] = link.weight;
    }
    for (std::size_t a = 0; a < 200; ++a) {
        std::int64_t gain = 0;
        for (std::size_t b = 0; b < 200; ++b) {
            gain += a != b && groups[a] == groups[b] ? weights[a][b] + 300 : 0;
        }
        EXPECT_GE(gain, 0) << a;
    }
}

TEST(RoundUps, LoseTheLinksToAllButTheirBestStory) {
    const auto made = without_round_ups(7, two_stories_and_a_round_up(1000, 2000),
                                        {.least_link = -300, .least_touch = -1000});
    EXPECT_EQ(made.round_ups, Groups{6});
    const auto of_six = std::count_if(made.links.begin(), made.links.end(),
                                      [](const Link& link) { return link.b == 6; });
    EXPECT_EQ(of_six, 3);
}

TEST(RoundUps, StoriesThatResembleEachOtherAreNotToldFromOne) {
    auto links = two_stories_and_a_round_up(1000, 2000);
    links.push_back({2, 3, -500});
    const auto made = without_round_ups(7, links, {.least_link = -300, .least_touch = -1000});
    EXPECT_TRUE(made.round_ups.empty());
    EXPECT_EQ(made.links, links);
}

}  // namespace
}  // namespace wirecopy::cluster

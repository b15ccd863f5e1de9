#include "engine/kept_stories.hpp"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "base/hash.hpp"
#include "cluster/partition.hpp"

namespace wirecopy::engine {
namespace {

JudgedPair pair(std::uint32_t a, std::uint32_t b, float story, float derived = 0,
                Grade grade = Grade::related) {
    return {std::min(a, b), std::max(a, b), story, derived, grade};
}

TEST(KeptStories, AStoryKeepsItsIdAsArticlesCome) {
    KeptStories stories;
    stories.add(0, {});
    const auto id = stories.of(0).story;
    for (std::uint32_t i = 1; i < 5; ++i) {
        std::vector<JudgedPair> pairs;
        for (std::uint32_t j = 0; j < i; ++j) {
            pairs.push_back(pair(i, j, 0.95F));
        }
        EXPECT_TRUE(stories.add(i, pairs).empty());
        EXPECT_EQ(stories.of(i).story, id);
        EXPECT_NE(stories.of(i).origin, stories.of(0).origin);
    }
}

TEST(KeptStories, AMergeIsSaidAndTheOldIdMeansTheNewStory) {
    KeptStories stories;
    stories.add(0, {});
    stories.add(1, std::vector{pair(0, 1, 0.9F)});
    stories.add(2, {});
    const auto large = stories.of(0).story;
    const auto small = stories.of(2).story;
    ASSERT_NE(large, small);
    const auto changes =
        stories.add(3, std::vector{pair(0, 3, 1, 1, Grade::copy), pair(1, 3, 1, 1, Grade::copy),
                                   pair(2, 3, 1, 1, Grade::copy)});
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_TRUE(changes[0].is_merge);
    EXPECT_EQ(changes[0].from, small);
    EXPECT_EQ(changes[0].into, large);
    EXPECT_EQ(stories.of(2).story, large);
    EXPECT_EQ(stories.resolved(small), large);
    EXPECT_EQ(stories.resolved(large), large);
}

TEST(KeptStories, ASplitIsSaidAndTheLargerPartGoesOn) {
    KeptStories stories;
    stories.add(0, {});
    stories.add(1, std::vector{pair(0, 1, 0.9F)});
    stories.add(2, {});
    stories.add(3, std::vector{pair(0, 3, 1, 1, Grade::copy), pair(1, 3, 1, 1, Grade::copy),
                               pair(2, 3, 1, 1, Grade::copy)});
    const auto id = stories.of(0).story;
    stories.add(4, std::vector{pair(0, 4, 0.9F), pair(1, 4, 0.9F)});
    // Copies of the one that leaves stay together: it was a copy of all three.
    EXPECT_TRUE(stories.remove(3).empty());
    EXPECT_EQ(stories.of(2).story, id);
    // An article that alone held two pairs together, which hardly touch.
    KeptStories bridged;
    bridged.add(0, {});
    bridged.add(1, std::vector{pair(0, 1, 0.95F)});
    bridged.add(2, std::vector{pair(0, 2, 0.29F), pair(1, 2, 0.168F)});
    bridged.add(3, std::vector{pair(0, 3, 0.168F), pair(1, 3, 0.168F), pair(2, 3, 0.95F)});
    ASSERT_NE(bridged.of(2).story, bridged.of(0).story);
    const auto joined = bridged.add(
        4, std::vector{pair(0, 4, 0.95F), pair(1, 4, 0.95F), pair(2, 4, 0.95F), pair(3, 4, 0.95F)});
    ASSERT_EQ(joined.size(), 1U);
    const auto whole = bridged.of(0).story;
    ASSERT_EQ(bridged.of(2).story, whole);
    const auto changes = bridged.remove(4);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_FALSE(changes[0].is_merge);
    EXPECT_EQ(changes[0].from, whole);
    EXPECT_NE(changes[0].into, whole);
    EXPECT_NE(changes[0].into, joined[0].from);
    EXPECT_EQ(bridged.of(3).story, changes[0].into);
}

TEST(KeptStories, AreWhatThePartitionOfAllPairsMakes) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        base::Random random(seed);
        KeptStories stories;
        std::map<std::pair<std::uint32_t, std::uint32_t>, JudgedPair> all;
        std::vector<std::uint32_t> here;
        for (std::uint32_t i = 0; i < 70; ++i) {
            std::vector<JudgedPair> pairs;
            for (const auto other : here) {
                const bool near = other % 7 == i % 7;
                if (random.below(100) < (near ? 60U : 4U)) {
                    const auto story = static_cast<float>(random.below(1000)) / 1000;
                    const bool copy = near && random.below(12) == 0;
                    pairs.push_back(pair(other, i, copy ? 1 : story, copy ? 1 : story / 2,
                                         copy ? Grade::copy : Grade::none));
                    all[{other, i}] = pairs.back();
                }
            }
            stories.add(i, pairs);
            here.push_back(i);
            std::vector<JudgedPair> judged;
            for (const auto& [key, value] : all) {
                judged.push_back(value);
            }
            const auto links = story_links(judged, Grade::related);
            const auto parted = cluster::partition(i + 1, links, partition_rules());
            for (const auto a : here) {
                for (const auto b : here) {
                    ASSERT_EQ(parted.first_of[a] == parted.first_of[b],
                              stories.of(a).story == stories.of(b).story)
                        << seed << ": " << a << ", " << b << " of " << i;
                    if (stories.of(a).origin == stories.of(b).origin) {
                        ASSERT_EQ(stories.of(a).story, stories.of(b).story);
                    }
                }
            }
        }
    }
}

TEST(KeptStories, ThousandsOfCopiesOfOneArticleAreOneStoryAfterItLeaves) {
    KeptStories stories;
    stories.add(0, {});
    for (std::uint32_t i = 1; i < 5000; ++i) {
        stories.add(i, std::vector{pair(0, i, 1, 1, Grade::copy)});
    }
    const auto id = stories.of(0).story;
    EXPECT_TRUE(stories.remove(0).empty());
    EXPECT_EQ(stories.of(1).story, id);
    EXPECT_EQ(stories.of(4999).story, id);
    // One after the other, at the cost of what each is linked to.
    for (std::uint32_t i = 1; i < 4999; ++i) {
        EXPECT_TRUE(stories.remove(i).empty());
        EXPECT_EQ(stories.of(4999).story, id);
    }
    EXPECT_LE(stories.links_down(4999).size(), 1U);
}

// The two others are copies of it, but not of each other.
TEST(KeptStories, CopiesThatAreNoneOfEachOtherArePartedWhenItLeaves) {
    KeptStories stories;
    stories.add(0, {});
    stories.add(1, std::vector{pair(0, 1, 0.1F)});
    ASSERT_NE(stories.of(0).story, stories.of(1).story);
    stories.add(2, std::vector{pair(0, 2, 1, 1, Grade::copy), pair(1, 2, 1, 1, Grade::copy)});
    ASSERT_EQ(stories.of(0).story, stories.of(1).story);
    EXPECT_EQ(stories.remove(2).size(), 1U);
    EXPECT_NE(stories.of(0).story, stories.of(1).story);
}

}  // namespace
}  // namespace wirecopy::engine

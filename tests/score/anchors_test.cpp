#include "score/anchors.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/score_common_runs.hpp"
#include "score/random_words.hpp"

namespace wirecopy::score {
namespace {

std::vector<SharedAnchor> shared_anchors(const Words& a, const Words& b) {
    std::vector<SharedAnchor> shared;
    find_shared_anchors(Anchors(a), Anchors(b), shared);
    return shared;
}

// Texts of four letters share runs everywhere; of a thousand, hardly any by chance.
TEST(Anchors, StandInEveryCommonRunOfTheGuaranteedLengthAtTheSamePlaceOfIt) {
    base::Random random(31);
    std::size_t checked = 0;
    for (int round = 0; round < 1000; ++round) {
        const std::uint64_t vocabulary = round % 3 == 0 ? 4 : 1000;
        const auto a = random_words(random, 20 + random.below(60), vocabulary);
        const auto b = patchwork(random, a, 3, vocabulary);
        if (oracle::most_repeated_run(a, anchor_words) > repeats_paired_each_with_each) {
            continue;
        }
        const auto shared = shared_anchors(a, b);
        for (const auto& run : oracle::common_runs(a, b, anchor_guarantee_words)) {
            ++checked;
            ASSERT_TRUE(std::ranges::any_of(shared,
                                            [&](const SharedAnchor& anchor) {
                                                return anchor.a >= run.a &&
                                                       anchor.a + anchor_words <=
                                                           run.a + run.length &&
                                                       anchor.a - run.a == anchor.b - run.b;
                                            }))
                << "round " << round << " run of " << run.length;
        }
    }
    EXPECT_GT(checked, 1000U);
}

TEST(Anchors, AreTwoOfFivePositions) {
    base::Random random(32);
    const auto words = random_words(random, 50'000, 30'000);
    // A window of four has 2 / 5 of the positions; four standard deviations, generously.
    EXPECT_NEAR(static_cast<double>(Anchors(words).sorted().size()), 20'000.0, 400.0);
}

TEST(Anchors, OfFewerWordsThanOneNeedsAreNone) {
    base::Random random(33);
    EXPECT_TRUE(Anchors(Words{}).sorted().empty());
    EXPECT_TRUE(Anchors(random_words(random, anchor_words - 1, 9)).sorted().empty());
    EXPECT_EQ(Anchors(random_words(random, anchor_words, 9)).sorted().size(), 1U);
}

TEST(Anchors, AreSortedByHashThenPosition) {
    base::Random random(34);
    const Anchors anchors(random_words(random, 500, 5));
    EXPECT_TRUE(std::ranges::is_sorted(anchors.sorted()));
    EXPECT_EQ(std::ranges::adjacent_find(anchors.sorted()), anchors.sorted().end());
}

TEST(SharedAnchors, OfUnrelatedTextsAreNone) {
    base::Random random(35);
    EXPECT_TRUE(shared_anchors(random_words(random, 500, 10'000), random_words(random, 500, 10'000))
                    .empty());
    EXPECT_TRUE(shared_anchors({}, random_words(random, 500, 10'000)).empty());
}

TEST(SharedAnchors, AreAtMostSixteenAnAnchorWhateverRepeats) {
    base::Random random(36);
    const auto line = random_words(random, 9, 1000);
    for (const std::size_t times : {1U, 2U, 15U, 16U, 17U, 200U, 2000U}) {
        const auto a = repeated(line, 2000);
        const auto b = repeated(line, times);
        const auto most = repeats_paired_each_with_each *
                          (Anchors(a).sorted().size() + Anchors(b).sorted().size());
        EXPECT_LE(shared_anchors(a, b).size(), most) << times;
        EXPECT_GE(shared_anchors(a, b).size(), times) << times;
    }
}

}  // namespace
}  // namespace wirecopy::score

#include "sketch/estimate.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sketch/minhash.hpp"
#include "sketch/slots.hpp"

namespace wirecopy::sketch {
namespace {

using Row = std::vector<std::uint32_t>;
constexpr auto none = empty_slot;

TEST(Estimate, MinHashIsTheShareOfEqualSlots) {
    EXPECT_DOUBLE_EQ(jaccard_of_minhash(Row{1, 2, 3, 4}, Row{1, 2, 3, 4}), 1.0);
    EXPECT_DOUBLE_EQ(jaccard_of_minhash(Row{1, 2, 3, 4}, Row{1, 9, 3, 9}), 0.5);
    EXPECT_DOUBLE_EQ(jaccard_of_minhash(Row{1, 2, 3, 4}, Row{2, 3, 4, 1}), 0.0);
}

TEST(Estimate, OnePermutationCountsSlotsTakenInEitherRow) {
    EXPECT_DOUBLE_EQ(jaccard_of_one_permutation(Row{1, none, none, 4}, Row{1, none, 3, 5}),
                     1.0 / 3.0);
    EXPECT_DOUBLE_EQ(jaccard_of_one_permutation(Row{1, none}, Row{none, 1}), 0.0);
    EXPECT_DOUBLE_EQ(jaccard_of_one_permutation(Row{1, none}, Row{1, none}), 1.0);
}

TEST(Estimate, AllOnesResembleNothingNotEvenThemselves) {
    const Row empty(4, none);
    const Row taken = {1, none, 3, none};
    for (const auto* other : {&empty, &taken}) {
        EXPECT_EQ(jaccard_of_minhash(empty, *other), 0.0);
        EXPECT_EQ(jaccard_of_minhash(*other, empty), 0.0);
        EXPECT_EQ(jaccard_of_one_permutation(empty, *other), 0.0);
        EXPECT_EQ(jaccard_of_one_permutation(*other, empty), 0.0);
    }
}

TEST(Estimate, MergingTakesTheLeastOfEverySlot) {
    Row a = {1, 9, none, none};
    merge_slots(a, Row{2, 3, 4, none});
    EXPECT_EQ(a, (Row{1, 3, 4, none}));
}

}  // namespace
}  // namespace wirecopy::sketch

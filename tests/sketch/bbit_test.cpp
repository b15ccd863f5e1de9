#include "sketch/bbit.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <vector>

#include "oracle/sketch_bbit.hpp"
#include "sketch/feature_sets.hpp"

namespace wirecopy::sketch {
namespace {

using Row = std::vector<std::uint32_t>;

Row random_row(std::size_t slots, std::uint64_t salt) {
    Row row;
    for (const auto feature : testing::random_features(slots, salt)) {
        row.push_back(static_cast<std::uint32_t>(feature));
    }
    return row;
}

Row packed(const Row& slots, unsigned bits) {
    Row words(packed_words(slots.size(), bits));
    pack(slots, bits, words);
    return words;
}

TEST(BBit, AgreesWithItsSlowTwin) {
    for (const unsigned bits : {1U, 2U, 4U, 8U, 16U, 32U}) {
        for (const std::size_t slots : {1, 2, 3, 31, 32, 33, 100, 128, 257}) {
            const auto a = random_row(slots, 1);
            auto b = a;
            for (std::size_t slot = 0; slot < slots; slot += 3) {
                b[slot] = ~b[slot];
            }
            ASSERT_EQ(packed(a, bits), oracle::pack(a, bits)) << bits << " bits, " << slots;
            ASSERT_EQ(count_equal_packed(packed(a, bits), packed(b, bits), slots, bits),
                      oracle::count_equal_cut(a, b, bits))
                << bits << " bits, " << slots;
        }
    }
}

TEST(BBit, WholeSlotsAreKeptUnmixed) {
    const auto row = random_row(40, 2);
    EXPECT_EQ(packed(row, 32), row);
}

TEST(BBit, TakesSixteenTimesLessForTwoBits) {
    EXPECT_EQ(packed_words(128, 2), 8U);
    EXPECT_EQ(packed_words(128, 32), 128U);
    EXPECT_EQ(packed_words(5, 1), 1U);
}

TEST(BBit, KnowsItsWidths) {
    for (unsigned bits = 0; bits <= 70; ++bits) {
        const bool known =
            bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 32;
        EXPECT_EQ(is_packed_width(bits), known) << bits;
    }
}

TEST(BBit, OneValueIsKeptDifferentlyInEverySlot) {
    // Otherwise densified slots that borrowed one value would agree by chance all together.
    const auto words = packed(Row(4096, 77), 1);
    std::size_t ones = 0;
    for (const auto word : words) {
        ones += static_cast<std::size_t>(std::popcount(word));
    }
    // Binomial(4096, 1/2): standard deviation 32; 4 sigma.
    EXPECT_NEAR(static_cast<double>(ones), 2048.0, 4 * 32.0);
}

TEST(BBit, CorrectsForChance) {
    EXPECT_DOUBLE_EQ(jaccard_of_equal(128, 128, 1), 1.0);
    EXPECT_DOUBLE_EQ(jaccard_of_equal(64, 128, 1), 0.0);
    EXPECT_DOUBLE_EQ(jaccard_of_equal(96, 128, 1), 0.5);
    EXPECT_DOUBLE_EQ(jaccard_of_equal(32, 128, 1), -0.5);
    EXPECT_DOUBLE_EQ(jaccard_of_equal(32, 128, 32), 0.25);
}

}  // namespace
}  // namespace wirecopy::sketch

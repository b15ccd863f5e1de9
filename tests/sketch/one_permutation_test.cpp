#include "sketch/one_permutation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "oracle/sketch_one_permutation.hpp"
#include "sketch/feature_sets.hpp"
#include "sketch/slots.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::sketch {
namespace {

using Row = std::vector<std::uint32_t>;

Row signed_by(const OnePermutationHasher& hasher, const std::vector<std::uint64_t>& features) {
    Row row(hasher.slots());
    hasher.sign(features, row);
    return row;
}

Row densified_by(const OnePermutationHasher& hasher, Row row) {
    hasher.densify(row);
    return row;
}

TEST(OnePermutation, AgreesWithItsSlowTwinBeforeAndAfterDensification) {
    for (const std::size_t slots : {1, 2, 5, 63, 64, 65, 128, 200, 1000}) {
        const OnePermutationHasher hasher({.slots = slots, .seed = slots});
        const oracle::OnePermutation twin(slots, slots);
        for (const std::size_t count : {0, 1, 2, 7, 50, 300}) {
            const auto features = testing::random_features(count, slots + count);
            const auto raw = signed_by(hasher, features);
            ASSERT_EQ(raw, twin.sign(features)) << slots << " slots, " << count << " features";
            ASSERT_EQ(densified_by(hasher, raw), twin.densify(raw))
                << slots << " slots, " << count << " features";
        }
    }
}

TEST(OnePermutation, SignaturesOfTheDefaultSeedAreFrozen) {
    // Stored signatures hold these: other numbers need another hash_id.
    const OnePermutationHasher hasher({});
    const auto raw = signed_by(hasher, testing::random_features(60, 42));
    EXPECT_EQ(Row(raw.begin(), raw.begin() + 4),
              (Row{2154413782U, empty_slot, empty_slot, empty_slot}));
    const auto dense = densified_by(hasher, raw);
    EXPECT_EQ(Row(dense.begin(), dense.begin() + 4),
              (Row{2154413782U, 3734542135U, 1870194963U, 1676405287U}));
}

TEST(OnePermutation, EverySlotIsReached) {
    for (const std::size_t slots : {1, 3, 100, 128}) {
        const OnePermutationHasher hasher({.slots = slots, .seed = 1});
        const auto row = signed_by(hasher, testing::random_features(slots * 40, slots));
        // A slot stays empty with probability e^-40.
        EXPECT_EQ(std::ranges::count(row, empty_slot), 0);
    }
}

TEST(OnePermutation, DensificationFillsEverySlotWithValuesOfTakenOnes) {
    const OnePermutationHasher hasher({.slots = 512, .seed = 8});
    // 1 to 3 features take fewer slots than random looks find: the ranked part of the sequence.
    for (const std::size_t count : {1, 2, 3, 40, 400}) {
        const auto raw = signed_by(hasher, testing::random_features(count, count));
        const auto dense = densified_by(hasher, raw);
        EXPECT_EQ(std::ranges::count(dense, empty_slot), 0);
        const std::set<std::uint32_t> values(raw.begin(), raw.end());
        for (std::size_t slot = 0; slot < raw.size(); ++slot) {
            EXPECT_TRUE(values.contains(dense[slot]));
            if (raw[slot] != empty_slot) {
                EXPECT_EQ(dense[slot], raw[slot]);
            }
        }
    }
}

TEST(OnePermutation, NoFeaturesStayAllOnes) {
    const OnePermutationHasher hasher({.slots = 70, .seed = 8});
    EXPECT_EQ(densified_by(hasher, signed_by(hasher, {})), Row(70, empty_slot));
}

TEST(OnePermutation, TheMostSlotsWork) {
    const OnePermutationHasher hasher({.slots = max_slots, .seed = 8});
    const auto dense = densified_by(hasher, signed_by(hasher, {17}));
    EXPECT_EQ(std::set<std::uint32_t>(dense.begin(), dense.end()).size(), 1U);
    EXPECT_NE(dense.front(), empty_slot);
}

TEST(OnePermutation, RefusesNoSlotsAndTooMany) {
    EXPECT_THROW(OnePermutationHasher({.slots = 0}), Error);
    EXPECT_THROW(OnePermutationHasher({.slots = max_slots + 1}), Error);
}

}  // namespace
}  // namespace wirecopy::sketch

#include "sketch/minhash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/simd.hpp"
#include "oracle/sketch_minhash.hpp"
#include "sketch/estimate.hpp"
#include "sketch/feature_sets.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::sketch {
namespace {

using Row = std::vector<std::uint32_t>;

Row signed_by(const MinHasher& hasher, const std::vector<std::uint64_t>& features) {
    Row row(hasher.slots());
    hasher.sign(features, row);
    return row;
}

std::string refusal_of(std::size_t slots) {
    try {
        const MinHasher hasher({.slots = slots});
    } catch (const Error& error) {
        return error.kind() == ErrorKind::option ? error.what() : "another kind";
    }
    return "";
}

TEST(MinHash, AgreesWithItsSlowTwinUnderEveryInstructionSet) {
    // Around every block, vector and chunk of the kernel.
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        for (const std::size_t slots : {1, 3, 4, 15, 16, 17, 63, 64, 65, 100, 127, 128, 131, 256}) {
            const MinHasher hasher({.slots = slots, .seed = slots});
            for (const std::size_t count : {0, 1, 2, 3, 5, 15, 17, 255, 256, 257, 515}) {
                const auto features = testing::random_features(count, slots);
                ASSERT_EQ(signed_by(hasher, features), oracle::minhash(features, slots, slots))
                    << name << ", " << slots << " slots, " << count << " features";
            }
        }
    }
    base::force_simd("");
}

TEST(MinHash, SignaturesOfTheDefaultSeedAreFrozen) {
    // Stored signatures hold these: other numbers need another hash_id.
    const MinHasher hasher({});
    EXPECT_EQ(hasher.slots(), 128U);
    auto row = signed_by(hasher, {1, 2, 3});
    row.resize(4);
    EXPECT_EQ(row, (Row{2363275297U, 1598561861U, 1863215287U, 26583228U}));
    auto mixed = signed_by(hasher, testing::random_features(400, 42));
    mixed.resize(4);
    EXPECT_EQ(mixed, (Row{3265175U, 17929214U, 6555748U, 2225577U}));
}

TEST(MinHash, AShortSignatureIsTheHeadOfALongOne) {
    const auto features = testing::random_features(90, 5);
    auto long_row = signed_by(MinHasher({.slots = 200, .seed = 9}), features);
    long_row.resize(70);
    EXPECT_EQ(signed_by(MinHasher({.slots = 70, .seed = 9}), features), long_row);
}

TEST(MinHash, NoFeaturesGiveAllOnes) {
    const MinHasher hasher({.slots = 33, .seed = 3});
    EXPECT_EQ(signed_by(hasher, {}), Row(33, 0xffffffffU));
}

// One key a multiplier gives 2^32 - 1, what a slot holds that no feature has reached. Of the seed
// 42, feature 92854 has that key for slot 56579.
TEST(MinHash, ATakenSlotIsNeverTakenForEmpty) {
    const MinHasher hasher({.slots = max_slots, .seed = 42});
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        EXPECT_EQ(signed_by(hasher, {92854})[56579], 0xfffffffeU) << name;
        auto row = signed_by(hasher, {});
        hasher.add(std::vector<std::uint64_t>{92854, 92854}, row);
        EXPECT_EQ(row[56579], 0xfffffffeU) << name;
    }
    base::force_simd("");
    EXPECT_EQ(oracle::minhash({92854}, max_slots, 42), signed_by(hasher, {92854}));
}

TEST(MinHash, AddingInPartsEqualsSigningAtOnce) {
    const MinHasher hasher({.slots = 64, .seed = 3});
    const auto features = testing::random_features(700, 1);
    const std::span<const std::uint64_t> all(features);
    auto row = signed_by(hasher, {});
    hasher.add(all.first(259), row);
    hasher.add({}, row);
    hasher.add(all.subspan(259), row);
    EXPECT_EQ(row, signed_by(hasher, features));
}

TEST(MinHash, AFeatureWhoseKeyWouldBeZeroIsNotLeastEverywhere) {
    KeyFunction key_of{.mask = 77, .low_factor = 3, .high_factor = 5};
    EXPECT_EQ(key_of(77), 1U);
    EXPECT_NE(key_of(78), 0U);
    const std::vector<std::uint64_t> zero_keys(40, 77);
    const Row multipliers(20, 12345);
    Row minima(20, 0xffffffffU);
    lower_minima(zero_keys, key_of, multipliers, minima);
    EXPECT_EQ(minima, multipliers);
}

TEST(MinHash, OtherSeedsGiveOtherSignatures) {
    const auto features = testing::random_features(50, 1);
    const auto a = signed_by(MinHasher({.slots = 128, .seed = 1}), features);
    const auto b = signed_by(MinHasher({.slots = 128, .seed = 2}), features);
    EXPECT_EQ(count_equal(a, b), 0U);
}

TEST(MinHash, RefusesNoSlotsAndTooMany) {
    EXPECT_EQ(refusal_of(0), "minhash: slots must be at least 1");
    EXPECT_EQ(refusal_of(65'537), "minhash: slots must be at most 65536, not 65537");
    EXPECT_EQ(refusal_of(65'536), "");
}

}  // namespace
}  // namespace wirecopy::sketch

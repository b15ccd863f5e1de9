#include "base/hash.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <set>

namespace wirecopy::base {
namespace {

TEST(Hash, BytesAgreeWithTheFrozenFormat) {
    // Signatures and terms are made of these: another value is another hash_id.
    EXPECT_EQ(hash_bytes(""), 0x2d06800538d394c2ULL);
    EXPECT_NE(hash_bytes("wire"), hash_bytes("wire", 1));
}

TEST(Hash, MixIsInvertibleOnASampleAndMovesHalfTheBits) {
    Random random(7);
    std::set<std::uint64_t> images;
    std::size_t moved_bits = 0;
    constexpr std::size_t samples = 4096;
    for (std::size_t i = 0; i < samples; ++i) {
        const auto x = random.next();
        images.insert(mix(x));
        moved_bits += static_cast<std::size_t>(std::popcount(mix(x) ^ mix(x ^ (1ULL << (i % 64)))));
    }
    EXPECT_EQ(images.size(), samples);
    // Binomial(64 x 4096, 1/2): standard deviation 256; 4 sigma.
    EXPECT_NEAR(static_cast<double>(moved_bits), 32.0 * samples, 4 * 256.0);
}

TEST(Random, RepeatsForOneSeedAndStaysBelowItsBound) {
    Random a(42);
    Random b(42);
    for (int i = 0; i < 1000; ++i) {
        const auto value = a.below(10);
        EXPECT_LT(value, 10U);
        EXPECT_EQ(value, b.below(10));
    }
}

}  // namespace
}  // namespace wirecopy::base

#include "report/score_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "base/hash.hpp"
#include "oracle/report_score_text.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::report {
namespace {

std::string written(float score) {
    std::array<char, longest_score> buffer{};
    const char* const end = write_score(millionths(score), buffer.data());
    return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

TEST(ScoreText, ScoresAreExactAndShortest) {
    EXPECT_EQ(written(0.0F), "0");
    EXPECT_EQ(written(1.0F), "1");
    EXPECT_EQ(written(0.25F), "0.25");
    EXPECT_EQ(written(0.000123F), "0.000123");
    EXPECT_EQ(written(0.000001F), "0.000001");
    EXPECT_EQ(written(0.1F), "0.1");
    EXPECT_EQ(written(317.5F), "317.5");
    EXPECT_EQ(written(4e9F), "4000000000");
}

TEST(ScoreText, EveryMillionthUpToOneIsWrittenAsTheOracleWritesIt) {
    for (std::uint32_t count = 0; count <= 1'000'000; ++count) {
        const auto score = static_cast<float>(count / 1e6);
        ASSERT_EQ(millionths(score), count);
        ASSERT_EQ(written(score), oracle::score_text(score));
    }
}

TEST(ScoreText, QuantisedScoresUpToSixteenKeepTheirMillionths) {
    for (std::uint32_t count = 15'000'000; count < 16'000'000; ++count) {
        ASSERT_EQ(millionths(static_cast<float>(count / 1e6)), count);
    }
}

TEST(ScoreText, AnyFloatIsRoundedAsTheOracleRoundsIt) {
    base::Random random(1);
    for (int round = 0; round < 1'000'000; ++round) {
        const auto score = std::bit_cast<float>(
            static_cast<std::uint32_t>(random.below(std::bit_cast<std::uint32_t>(4e9F) + 1)));
        ASSERT_EQ(written(score), oracle::score_text(score));
    }
}

TEST(ScoreText, HalvesOfAMillionthGoToEvenAsInTheOracle) {
    for (std::uint32_t odd = 1; odd < 100'000; odd += 2) {
        const float score = static_cast<float>(odd) / 128.0F;
        ASSERT_EQ(written(score), oracle::score_text(score));
    }
}

TEST(ScoreText, PeopleReadRoundedScoresWithoutTheirZero) {
    EXPECT_EQ(short_score(273'000, 2, true), ".27");
    EXPECT_EQ(short_score(275'000, 2, true), ".28");
    EXPECT_EQ(short_score(16'900, 3, true), ".017");
    EXPECT_EQ(short_score(317'500'000, 0, false), "318");
    EXPECT_EQ(short_score(31'740'000, 1, false), "31.7");
    EXPECT_EQ(short_score(960'000, 1, false), "1.0");
    EXPECT_EQ(short_score(400'000, 0, false), "0");
    EXPECT_EQ(short_score(1'000'001, 6, false), "1.000001");
}

TEST(ScoreText, ZeroAndOneAreSaidOfNothingElse) {
    EXPECT_EQ(short_score(0, 2, true), "0");
    EXPECT_EQ(short_score(1'000'000, 2, true), "1");
    EXPECT_EQ(short_score(1, 2, true), ".00");
    EXPECT_EQ(short_score(999'999, 2, true), ".99");
}

}  // namespace
}  // namespace wirecopy::report

// The measuring stick itself: tests of hostile inputs in other rooms rely on it.

#include "growth.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "base/hash.hpp"

namespace wirecopy {
namespace {

std::uint64_t mix_times(std::uint64_t value, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) {
        value = base::mix(value);
    }
    return value;
}

TEST(Growth, TellsALineFromASquare) {
    volatile std::uint64_t kept = 1;
    const auto length = [](std::size_t n) { return n; };
    EXPECT_LT(testing::growth(20000, length, [&](std::size_t n) { kept = mix_times(kept, n); }),
              testing::most_growth);
    EXPECT_GT(testing::growth(100, length, [&](std::size_t n) { kept = mix_times(kept, n * n); }),
              testing::most_growth);
}

}  // namespace
}  // namespace wirecopy

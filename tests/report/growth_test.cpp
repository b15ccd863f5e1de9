// Hostile labels: what they cost a table must not grow faster than their number.

#include "growth.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "report/names.hpp"

namespace wirecopy::report {
namespace {

TEST(ReportGrowth, OfLabelsThatShortenToTheSameTextIsLinear) {
    const auto alike = [](std::size_t count) {
        std::vector<std::string> names;
        for (std::size_t k = 0; k < count; ++k) {
            names.push_back(std::string(40, 'x') + std::to_string(10'000'000 + k) +
                            std::string(40, 'y'));
        }
        return names;
    };
    const auto fit = [](std::vector<std::string>& names) { names = fitted_names(names, 20, true); };
    EXPECT_LT(testing::growth(500, alike, fit), testing::most_growth);
}

// Texts that differ by what their numbers then take the place of.
TEST(ReportGrowth, OfLabelsThatShortenToNearlyTheSameTextIsLinear) {
    const auto in_pairs = [](std::size_t count) {
        std::vector<std::string> names;
        for (std::size_t k = 0; k < count; ++k) {
            const auto end = std::to_string(10'000 + k / 2);
            names.push_back(std::string(20, 'x') + std::to_string(10 + k % 2) +
                            std::string(20, 'y') + end);
        }
        return names;
    };
    const auto fit = [](std::vector<std::string>& names) { names = fitted_names(names, 12, true); };
    EXPECT_LT(testing::growth(500, in_pairs, fit), testing::most_growth);
}

}  // namespace
}  // namespace wirecopy::report

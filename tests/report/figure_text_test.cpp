#include "report/figure_text.hpp"

#include <gtest/gtest.h>

namespace wirecopy::report {
namespace {

TEST(FigureText, IsInWholeMillionths) {
    EXPECT_EQ(figure_text(0.0), "0");
    EXPECT_EQ(figure_text(1.0), "1");
    EXPECT_EQ(figure_text(0.25), "0.25");
    EXPECT_EQ(figure_text(2.0 / 3), "0.666667");
    EXPECT_EQ(figure_text(0.0000004), "0");
    EXPECT_EQ(figure_text(317.5), "317.5");
}

TEST(FigureText, OfNegativesHasASignUnlessItIsZero) {
    EXPECT_EQ(figure_text(-0.05), "-0.05");
    EXPECT_EQ(figure_text(-12.0), "-12");
    EXPECT_EQ(figure_text(-0.0000004), "0");
    EXPECT_EQ(figure_text(-0.0), "0");
    EXPECT_EQ(short_figure(-0.05, 3), "-.050");
    EXPECT_EQ(short_figure(-1.0, 2), "-1.00");
}

TEST(FigureText, OfNothingIsEmptyOrADash) {
    EXPECT_EQ(figure_text(std::nullopt), "");
    EXPECT_EQ(short_figure(std::nullopt, 3), "-");
}

TEST(FigureText, ForPeopleSaysOneAndZeroOfNothingElse) {
    EXPECT_EQ(short_figure(0.9996, 3), ".999");
    EXPECT_EQ(short_figure(1.0, 3), "1");
    EXPECT_EQ(short_figure(0.0001, 3), ".000");
    EXPECT_EQ(short_figure(0.0, 3), "0");
    EXPECT_EQ(short_figure(0.8621, 3), ".862");
    EXPECT_EQ(short_figure(31.25, 1), "31.3");
}

}  // namespace
}  // namespace wirecopy::report

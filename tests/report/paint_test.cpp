#include "report/paint.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

namespace wirecopy::report {
namespace {

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Rgb& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

// The colour cube of the 256 colours, which no theme redefines.
Rgb cube_colour(unsigned index) {
    constexpr std::array<std::uint8_t, 6> levels{0, 95, 135, 175, 215, 255};
    const auto cube = index - 16;
    return {levels.at(cube / 36), levels.at(cube / 6 % 6), levels.at(cube % 6)};
}

// WCAG 2: the ratio of the lighter to the darker luminance.
double contrast(double luminance_of_background, bool black) {
    return black ? (luminance_of_background + 0.05) / 0.05
                 : 1.05 / (luminance_of_background + 0.05);
}

TEST(Paint, TheRampGrowsLighterAllTheWay) {
    for (int k = 1; k <= 100; ++k) {
        EXPECT_GT(luminance(ramp_colour(k / 100.0)), luminance(ramp_colour((k - 1) / 100.0)));
        EXPECT_GE(luminance(cube_colour(ramp_index(k / 100.0))),
                  luminance(cube_colour(ramp_index((k - 1) / 100.0))));
    }
}

TEST(Paint, TextIsReadableOnEveryColour) {
    for (int k = 0; k <= 1000; ++k) {
        const double share = k / 1000.0;
        EXPECT_GE(contrast(luminance(ramp_colour(share)),
                           wants_black_text(share, ColourMode::truecolour)),
                  4.5)
            << share;
        EXPECT_GE(contrast(luminance(cube_colour(ramp_index(share))),
                           wants_black_text(share, ColourMode::ansi256)),
                  4.5)
            << share;
    }
}

TEST(Paint, EachModeSpeaksItsOwnSequencesAndEndsThem) {
    EXPECT_EQ(on_ramp("x", 0.0, ColourMode::none), "x");
    EXPECT_EQ(on_ramp("x", 0.0, ColourMode::ansi16), "\x1b[39;49mx\x1b[0m");
    EXPECT_EQ(on_ramp("x", 1.0, ColourMode::ansi16), "\x1b[30;103mx\x1b[0m");
    EXPECT_EQ(on_ramp("x", 0.0, ColourMode::ansi256), "\x1b[38;5;231;48;5;17mx\x1b[0m");
    EXPECT_EQ(on_ramp("x", 1.0, ColourMode::truecolour),
              "\x1b[38;2;0;0;0;48;2;249;243;155mx\x1b[0m");
    EXPECT_EQ(dimmed("x", ColourMode::ansi16), "\x1b[2mx\x1b[0m");
    EXPECT_EQ(emphasised("x", ColourMode::none), "x");
}

TEST(Paint, OnlyZeroHasNoShade) {
    EXPECT_EQ(shade(0.0, true), " ");
    EXPECT_EQ(shade(1e-6, true), "░");
    EXPECT_EQ(shade(0.5, true), "▓");
    EXPECT_EQ(shade(1.0, true), "█");
    EXPECT_EQ(shade(1e-6, false), ".");
    EXPECT_EQ(shade(1.0, false), "@");
}

}  // namespace
}  // namespace wirecopy::report

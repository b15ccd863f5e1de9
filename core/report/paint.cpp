#include "report/paint.hpp"

#include <algorithm>
#include <cmath>

namespace wirecopy::report {

namespace {

// Eleven even steps of lightness in Oklab, .235 to .95, with the hue turning from 280 degrees
// over 0 to 105 and as much chroma as sRGB can show there.
constexpr std::array<Rgb, 11> ramp{{{25, 26, 55},
                                    {54, 34, 87},
                                    {90, 41, 107},
                                    {128, 49, 114},
                                    {167, 61, 109},
                                    {199, 81, 96},
                                    {226, 106, 80},
                                    {241, 139, 74},
                                    {250, 174, 81},
                                    {251, 210, 112},
                                    {249, 243, 155}}};

// The nearest of the 256 colours whose luminance still rises from step to step.
constexpr std::array<std::uint8_t, 11> ramp_256{17, 53, 90, 125, 161, 167, 203, 209, 215, 222, 229};

// Themes redefine the sixteen colours, so they carry four steps only; 0 keeps the background.
constexpr std::array<std::string_view, 5> ramp_16{"39;49", "97;44", "97;45", "30;43", "30;103"};

constexpr std::size_t last_step = ramp.size() - 1;

std::size_t step_of(double share, std::size_t last) noexcept {
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(last)));
}

std::uint8_t between(std::uint8_t low, std::uint8_t high, double part) noexcept {
    return static_cast<std::uint8_t>(std::lround(low + (high - low) * part));
}

std::string sequence(std::string_view codes, std::string_view text) {
    std::string painted = "\x1b[";
    painted += codes;
    painted += 'm';
    painted += text;
    return painted + "\x1b[0m";
}

}  // namespace

Rgb ramp_colour(double share) noexcept {
    const double place = share * static_cast<double>(last_step);
    const auto step = std::min(static_cast<std::size_t>(place), last_step - 1);
    const double part = place - static_cast<double>(step);
    const Rgb& low = ramp[step];
    const Rgb& high = ramp[step + 1];
    return {between(low.red, high.red, part), between(low.green, high.green, part),
            between(low.blue, high.blue, part)};
}

unsigned ramp_index(double share) noexcept {
    return ramp_256[step_of(share, last_step)];
}

bool wants_black_text(double share, ColourMode colour) noexcept {
    // Where the luminance passes .18, on which black and white are read equally well.
    constexpr double turn = 0.485;
    return colour == ColourMode::truecolour ? share >= turn : step_of(share, last_step) >= 5;
}

std::string on_ramp(std::string_view text, double share, ColourMode colour) {
    const bool black = wants_black_text(share, colour);
    switch (colour) {
        case ColourMode::none:
            return std::string(text);
        case ColourMode::ansi16:
            return sequence(ramp_16[step_of(share, ramp_16.size() - 1)], text);
        case ColourMode::ansi256:
            // Black and white from the part of the palette that no theme redefines.
            return sequence(
                (black ? "38;5;16;48;5;" : "38;5;231;48;5;") + std::to_string(ramp_index(share)),
                text);
        case ColourMode::truecolour:
            break;
    }
    const auto [red, green, blue] = ramp_colour(share);
    return sequence((black ? "38;2;0;0;0;48;2;" : "38;2;255;255;255;48;2;") + std::to_string(red) +
                        ';' + std::to_string(green) + ';' + std::to_string(blue),
                    text);
}

std::string tinted(std::string_view text, Tint tint, ColourMode colour) {
    if (colour == ColourMode::none || tint == Tint::none) {
        return std::string(text);
    }
    return sequence(tint == Tint::a ? "33" : "36", text);
}

std::string dimmed(std::string_view text, ColourMode colour) {
    return colour == ColourMode::none ? std::string(text) : sequence("2", text);
}

std::string emphasised(std::string_view text, ColourMode colour) {
    return colour == ColourMode::none ? std::string(text) : sequence("1", text);
}

std::string_view shade(double share, bool unicode) noexcept {
    constexpr std::array<std::string_view, 5> blocks{" ", "░", "▒", "▓", "█"};
    constexpr std::array<std::string_view, 8> ascii{" ", ".", ":", "+", "o", "*", "#", "@"};
    const auto pick = [share](const auto& shades) {
        const auto steps = shades.size() - 1;
        const auto step = static_cast<std::size_t>(share * static_cast<double>(steps));
        return share > 0.0 ? shades[1 + std::min(step, steps - 1)] : shades[0];
    };
    return unicode ? pick(blocks) : pick(ascii);
}

}  // namespace wirecopy::report

// Paint: colours for a terminal, as escape sequences of its colour mode.
//
//   in      a share of the scale from 0 to 1
//   out     the sequence that sets background and a readable foreground, or nothing
//
// The ramp runs from indigo through rose and orange to pale yellow. Its luminance rises all the
// way, so that it reads in grey as well, whatever colours a reader can tell apart; black or white
// on it has a contrast of at least 4.5 in 256 colours and more.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "wirecopy/report.hpp"

namespace wirecopy::report {

struct Rgb {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

/// Requires: 0 <= share <= 1, as below.
[[nodiscard]] Rgb ramp_colour(double share) noexcept;

/// An index into the 256 colours.
[[nodiscard]] unsigned ramp_index(double share) noexcept;

/// Black is read better than white on ramp_colour(share) and ramp_index(share).
[[nodiscard]] bool wants_black_text(double share, ColourMode colour) noexcept;

/// `text` on the ramp. Without colour the text alone.
[[nodiscard]] std::string on_ramp(std::string_view text, double share, ColourMode colour);

/// Yellow for what one article has, cyan for the other: told apart by every reader, in themes light
/// and dark.
enum class Tint : std::uint8_t { none, a, b };
[[nodiscard]] std::string tinted(std::string_view text, Tint tint, ColourMode colour);

/// `text` fainter, or brighter, than the rest.
[[nodiscard]] std::string dimmed(std::string_view text, ColourMode colour);
[[nodiscard]] std::string emphasised(std::string_view text, ColourMode colour);

/// A character that looks the darker the greater the share; a space for 0 alone.
[[nodiscard]] std::string_view shade(double share, bool unicode) noexcept;

}  // namespace wirecopy::report

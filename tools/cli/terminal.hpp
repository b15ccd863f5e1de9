// Terminal: what the environment says of where output goes.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "arguments.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// What the user asked for.
struct StyleWish {
    std::string output = "-";
    ColourChoice colour = ColourChoice::automatic;
    bool ascii = false;
    std::optional<std::size_t> width_columns = {};
};

/// Width, colours and character set for text on standard output, from the terminal, the
/// environment (NO_COLOR, COLORTERM, TERM, COLUMNS, the locale) and the wish.
[[nodiscard]] TerminalStyle style_of(const StyleWish& wish);

}  // namespace wirecopy::cli

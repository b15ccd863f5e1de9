// Terminal: what the environment says of where output goes.

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "arguments.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// Width, colours and character set for text on standard output, from the terminal, the
/// environment (NO_COLOR, COLORTERM, TERM, COLUMNS, the locale) and what was asked for.
[[nodiscard]] TerminalStyle style_of(const std::string& output, const Appearance& wish = {});

}  // namespace wirecopy::cli

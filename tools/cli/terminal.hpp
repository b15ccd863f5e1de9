// Terminal: what the environment says of where output goes.

#pragma once

#include "arguments.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// Width, colours and character set for a table on standard output, from the terminal, the
/// environment (NO_COLOR, COLORTERM, TERM, COLUMNS, the locale) and what the user asked for.
[[nodiscard]] TerminalStyle style_of(const MatrixArguments& arguments);

}  // namespace wirecopy::cli

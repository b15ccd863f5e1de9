// Text laid out in the columns of a terminal, measured as it is displayed.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace wirecopy::report {

/// Columns of the widest text.
[[nodiscard]] std::size_t widest(std::span<const std::string> texts);

/// Spaces behind the text, or on both sides (one more in front where it does not come out even),
/// up to `columns`; a wider text as it is.
[[nodiscard]] std::string padded(std::string_view text, std::size_t columns);
[[nodiscard]] std::string centred(std::string_view text, std::size_t columns);

/// Broken between words into lines of at most `columns`; a longer word has a line of its own.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t columns);

}  // namespace wirecopy::report

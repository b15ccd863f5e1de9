// Display width: what a text takes of the columns of a terminal.
//
//   in      UTF-8; any other bytes are safe and count as one column each
//   out     columns, or a part of the text that fits, never cut inside a user's character
//   cost    a walk through utf8proc's tables, some 50 MB/s: for labels, not for articles
//   error   terminals disagree on joined emoji and on emoji made by a variation selector: 2 here

#pragma once

#include <cstddef>
#include <string_view>

namespace wirecopy::tape {

/// Columns on a terminal: 2 for wide characters, 0 for marks and controls. A character of several
/// code points never counts more than 2.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// The longest start of `utf8` that takes at most `columns`.
[[nodiscard]] std::string_view take_width(std::string_view utf8, std::size_t columns);

/// The longest end of `utf8` that takes at most `columns`.
[[nodiscard]] std::string_view take_width_back(std::string_view utf8, std::size_t columns);

}  // namespace wirecopy::tape

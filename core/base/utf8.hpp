// UTF-8: which bytes are a character.
//
//   in      any bytes, a place among them
//   out     the length of the well-formed character there, and its code point
//   cost    a few comparisons: for messages and labels; articles go through vectors
//
// Definition: The Unicode Standard, table 3-7.

#pragma once

#include <cstddef>
#include <string_view>

namespace wirecopy::base {

/// The length of the well-formed character at a place, 0 when there is none.
[[nodiscard]] std::size_t character_length(std::string_view bytes, std::size_t at) noexcept;

/// The code point of a well-formed character of that length. Requires: character_length() said so.
[[nodiscard]] char32_t code_point(std::string_view bytes, std::size_t at,
                                  std::size_t length) noexcept;

}  // namespace wirecopy::base

// JSON grammar: where a value ends, or where it stops being JSON.
//
//   in      UTF-8 text
//   out     the end of a value, or the place of the first fault and what was expected there
//   cost    one pass, byte by byte: for values that simdjson skips without looking (extra fields)
//           and for lines that it refused, of which it does not say where
//   error   values nested deeper than most_levels are refused; nothing here recurses
//
// Format: Bray, "The JavaScript Object Notation (JSON) data interchange format", RFC 8259.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::read {

/// Fields of articles nest a handful deep; writers of other tools stop at about 1,000 themselves.
inline constexpr std::size_t most_levels = 1000;

struct JsonFault {
    std::size_t at = 0;     ///< offset of the byte that does not fit
    std::string_view what;  ///< "a value is expected here"
};

/// The end of the value that starts at `begin`, or npos with the fault described.
[[nodiscard]] std::size_t json_value_end(std::string_view text, std::size_t begin,
                                         JsonFault& fault);

/// What is wrong with a text that from `begin` on should be one value and white space around it.
[[nodiscard]] std::optional<JsonFault> find_json_fault(std::string_view text,
                                                       std::size_t begin = 0);

}  // namespace wirecopy::read

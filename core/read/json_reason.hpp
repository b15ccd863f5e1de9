// JSON reasons: what is wrong with a line, in words for the user.
//
//   in      a line that a parser refused, or a string that it decoded
//   out     a sentence that names the byte, or the field
//   cost    a few passes over the line; only bad lines pay

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::read {

inline constexpr std::string_view half_pair_reason =
    "an escape names half of a surrogate pair, which is no character";

/// "a number", "an object": what the value that starts here is. Requires: not empty.
[[nodiscard]] std::string_view json_type_name(std::string_view value) noexcept;

/// Why a line that from `begin` on should be a JSON object is none. `otherwise` is the reason when
/// nothing here finds one.
[[nodiscard]] std::string explain_json(std::string_view line, std::size_t begin,
                                       std::string_view otherwise);

/// What escapes can bring into a decoded string that raw bytes cannot: a NUL, half a character.
/// `where` names the string: "field text".
[[nodiscard]] std::optional<std::string> escape_problem(std::string_view text,
                                                        std::string_view where);

}  // namespace wirecopy::read

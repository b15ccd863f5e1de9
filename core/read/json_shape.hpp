// JSON shape: whether JSON lies in lines, one object each, as we read it.
//
//   in      the first bytes of an input
//   out     lines, or which other way of writing objects this is
//   cost    a walk through the first line, and a little into the second
//
// Objects that span lines and arrays of objects are the usual mistakes. Without this look each of
// their lines would be an error of its own.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::read {

/// Why the input is no JSON Lines although it is JSON: "is a JSON array: ..."; an empty string when
/// nothing speaks against it; nothing while more bytes could decide. `complete`: no more will come.
[[nodiscard]] std::optional<std::string> json_shape_problem(std::string_view head, bool complete);

}  // namespace wirecopy::read

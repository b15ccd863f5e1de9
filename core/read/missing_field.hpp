// Missing field: what to say when an input does not have the field that articles are made of.
//
//   in      the name that was looked for, and the names that are there
//   out     a reason that names both
//   cost    only what lacks a field pays

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wirecopy::read {

/// "no column id: choose the id field among nr, body". `role` is id or text; `what` a column or a
/// field. Of many names the first twenty are said, and none that is longer than a line.
[[nodiscard]] std::string missing_reason(std::string_view what, std::string_view name,
                                         std::string_view role,
                                         std::span<const std::string_view> names);

}  // namespace wirecopy::read

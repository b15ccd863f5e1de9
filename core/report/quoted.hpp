// Quoted texts: a label of any bytes that stays in its cell, or in its string.

#pragma once

#include <string>
#include <string_view>

namespace wirecopy::report {

/// In quotes as in RFC 4180 when it holds a comma, a quote or a line end.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// Tab, line feed, carriage return and backslash become \t, \n, \r and \\.
[[nodiscard]] std::string tsv_cell(std::string_view text);

/// A string of JSON with its quotes; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace wirecopy::report

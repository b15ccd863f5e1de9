// Figures as text: shares and differences of shares, which need not be there.
//
//   in      a number from -4e9 to 4e9, or none
//   out     for machines whole millionths, "0.25" or "-3.5", and nothing for none; for people as
//           many digits as are asked for, ".25", and "-" for none
//   error   rounded to the nearest millionth, so that no difference in the last bits is printed

#pragma once

#include <optional>
#include <string>

namespace wirecopy::report {

[[nodiscard]] std::string figure_text(std::optional<double> figure);

/// Requires: decimals <= 6.
[[nodiscard]] std::string short_figure(std::optional<double> figure, unsigned decimals);

}  // namespace wirecopy::report
